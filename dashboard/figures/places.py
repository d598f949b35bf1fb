"""The places of a map: what is known of each, where it stands, and the view that holds them all."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TILE = 512  # pixels: the world's width at zoom 0
NEAREST = 7.0  # zoom: nearer than this the coast's straight pieces show
FARTHEST = -0.5  # zoom: further than this even a phone shows what lies beyond the world's edges

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Camera:
    """The first view of a map: its middle in degrees and deck.gl's zoom."""

    longitude: float
    latitude: float
    zoom: float

    def pixel(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a point stands, in pixels from the middle of the view, right and down."""
        scale = TILE * 2**self.zoom
        x, y = mercator(lon, lat)
        middle = mercator(self.longitude, self.latitude)
        return (x - middle[0]) * scale, (middle[1] - y) * scale

    def point(self, right: float, down: float) -> tuple[float, float]:
        """Return the longitude and latitude that stand so many pixels from the middle of the view."""
        scale = TILE * 2**self.zoom
        x, y = mercator(self.longitude, self.latitude)
        return 360 * (x + right / scale) - 180, latitude_of(y - down / scale)


@dataclass(frozen=True, slots=True)
class Place:
    """One place as it is drawn: where its rows say it stands, and where it is shown so that nothing hides it.

    ``weight`` is what its dot and its name are ranked by; None where that is not recorded. ``precision`` is
    "campus", "city", "region" or None; ``minor`` says that only faint arcs touch it, ``asleep`` that in the year
    shown none does; ``radius`` is its dot's, in pixels.
    """

    id: str
    name: str
    country: str
    lon: float
    lat: float
    partnerships: int
    links: int = 0
    weight: float | None = 0
    precision: str | None = None
    minor: bool = False
    asleep: bool = False
    short: str = ""
    radius: float = 4.0

    @property
    def rank(self) -> tuple[bool, float, int, str]:
        """The place's order among others, greatest first."""
        return self.minor, -(self.weight or 0), -self.partnerships, self.id


def mercator(lon: float, lat: float) -> tuple[float, float]:
    """Return web Mercator coordinates, 0 to 1 from west to east and from south to north."""
    angle = math.radians(max(-85.0, min(85.0, lat)))
    return (lon + 180) / 360, 0.5 + math.log(math.tan(math.pi / 4 + angle / 2)) / (2 * math.pi)


def latitude_of(y: float) -> float:
    """Return the latitude of a web Mercator height, 0 to 1."""
    return math.degrees(2 * math.atan(math.exp((y - 0.5) * 2 * math.pi)) - math.pi / 2)


def fit_view(bounds: Bounds, width: int, height: int, sides: tuple[int, int] = (26, 26), above: int = 42) -> Camera:
    """Return the view that holds (west, south, east, north) in a sheet of this many pixels.

    ``sides`` are the pixels kept free at the left and right, ``above`` those at the top and at the bottom.
    """
    west, south, east, north = bounds
    left, low = mercator(west, south)
    right, high = mercator(east, north)
    across = max(right - left, 1e-4)
    up = max(high - low, 1e-4)
    room = max(width - sum(sides), 40) / (TILE * across), max(height - 2 * above, 40) / (TILE * up)
    zoom = max(FARTHEST, min(NEAREST, math.log2(min(room))))
    middle = (west + east) / 2 + 360 * (sides[1] - sides[0]) / 2 / (TILE * 2**zoom)
    return Camera(middle, latitude_of((low + high) / 2), zoom)


def bounds_of(places: Iterable[Place], arcs: Iterable[tuple[Place, Place]]) -> Bounds:
    """Return the box around places and around the great circles between them, which rise north of both ends."""
    points = [(place.lon, place.lat) for place in places]
    for start, end in arcs:
        points += [between(start, end, share) for share in (0.25, 0.5, 0.75)]
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return min(lons), min(lats), max(lons), max(lats)


def between(start: Place, end: Place, share: float) -> tuple[float, float]:
    """Return a point of the great circle between two places, ``share`` of the way along."""
    a, b = _vector(start.lon, start.lat), _vector(end.lon, end.lat)
    angle = math.acos(max(-1.0, min(1.0, sum(i * j for i, j in zip(a, b, strict=True)))))
    if angle < 1e-9:
        return start.lon, start.lat
    one, other = math.sin((1 - share) * angle) / math.sin(angle), math.sin(share * angle) / math.sin(angle)
    x, y, z = (one * i + other * j for i, j in zip(a, b, strict=True))
    return math.degrees(math.atan2(y, x)), math.degrees(math.asin(max(-1.0, min(1.0, z))))


def _vector(lon: float, lat: float) -> tuple[float, float, float]:
    east, north = math.radians(lon), math.radians(lat)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)


def camera_of(
    known: Sequence[Place], arcs: Iterable[tuple[str, str]], at_rest: Bounds, width: int, height: int
) -> Camera:
    """Return the view of places and of the arcs between them (pairs of their ids), or of a box where there are none."""
    if not known:
        return fit_view(at_rest, width, height)
    by_id = {place.id: place for place in known}
    highest: dict[tuple[int, ...], tuple[Place, Place]] = {}  # of arcs with much the same ends one is enough
    for start, end in ((by_id[a], by_id[b]) for a, b in arcs if a in by_id and b in by_id):
        ends = (round(start.lon), round(start.lat), round(end.lon), round(end.lat))
        known_as = highest.setdefault(ends, (start, end))
        if start.lat + end.lat > known_as[0].lat + known_as[1].lat:
            highest[ends] = (start, end)
    return fit_view(bounds_of(known, highest.values()), width, height, sides=margins(width))


def margins(width: int) -> tuple[int, int]:
    """Return the pixels left free beside the places, where the names of the greatest and half a tooltip stand."""
    return (54, 54) if width < 480 else (max(94, round(40 + width * 0.06)), max(94, round(40 + width * 0.08)))
