"""Where places stand on the map: coincident ones parted so that each can be hit, and the view that holds them all."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.figures.frame import Rows
from dashboard.figures.text import measure

TILE = 512  # pixels: the world's width at zoom 0
GOLDEN = math.pi * (3 - math.sqrt(5))
GAP = 9.0  # pixels between neighbours on the spread, at the first view
NEAR = 0.12  # degrees: places closer than this count as one point

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
    """One place as it is drawn: where its rows say it stands, and where it is shown so that nothing hides it."""

    id: str
    name: str
    country: str
    lon: float
    lat: float
    partnerships: int


def mercator(lon: float, lat: float) -> tuple[float, float]:
    """Return web Mercator coordinates, 0 to 1 from west to east and from south to north."""
    angle = math.radians(max(-85.0, min(85.0, lat)))
    return (lon + 180) / 360, 0.5 + math.log(math.tan(math.pi / 4 + angle / 2)) / (2 * math.pi)


def latitude_of(y: float) -> float:
    """Return the latitude of a web Mercator height, 0 to 1."""
    return math.degrees(2 * math.atan(math.exp((y - 0.5) * 2 * math.pi)) - math.pi / 2)


def fit_view(bounds: Bounds, width: int, height: int, aside: int = 26, above: int = 42) -> Camera:
    """Return the view that holds (west, south, east, north) in a sheet of this many pixels.

    ``aside`` and ``above`` are the pixels kept free at the left and right, and at the top and bottom.
    """
    west, south, east, north = bounds
    left, low = mercator(west, south)
    right, high = mercator(east, north)
    across = max(right - left, 1e-4)
    up = max(high - low, 1e-4)
    room = max(width - 2 * aside, 40) / (TILE * across), max(height - 2 * above, 40) / (TILE * up)
    zoom = math.log2(min(room))
    return Camera((west + east) / 2, latitude_of((low + high) / 2), max(0.0, min(7.0, zoom)))


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


def spread(places: Sequence[Place], zoom: float) -> list[Place]:
    """Return the places with coincident ones laid out like the seeds of a sunflower around their common point.

    The place with most partnerships stands in the middle. Neighbours are ``GAP`` pixels apart at this zoom, so that
    each can be seen and hit; the same places always come to stand on the same points.
    """
    groups: dict[tuple[int, int], list[Place]] = {}
    for place in places:
        groups.setdefault((round(place.lon / NEAR), round(place.lat / NEAR)), []).append(place)
    step = GAP * 360 / (TILE * 2**zoom)
    moved: dict[str, Place] = {}
    for group in groups.values():
        ordered = sorted(group, key=lambda place: (-place.partnerships, place.id))
        for rank, place in enumerate(ordered):
            reach, turn = step * math.sqrt(rank), GOLDEN * rank
            lon = ordered[0].lon + reach * math.cos(turn)
            lat = ordered[0].lat + reach * math.sin(turn) * math.cos(math.radians(ordered[0].lat))
            moved[place.id] = Place(
                place.id, place.name, place.country, round(lon, 3), round(lat, 3), place.partnerships
            )
    return [moved[place.id] for place in places]


def labelled(
    places: Sequence[Place], camera: Camera, size: int, most: int, width: int, everyone: bool = False
) -> list[tuple[Place, bool, int]]:
    """Return (place, name at its right, pixels down) for the names that can stand at the first view, greatest first.

    A name touches no other name, hides at most two other places and stays within ``width`` pixels; places that only
    one partnership runs through have none, lest the small be named where the great are too crowded. With ``everyone``
    (what is selected) size does not matter and other places may be hidden.
    """
    spots = {place.id: camera.pixel(place.lon, place.lat) for place in places}
    taken: list[Bounds] = []
    chosen: list[tuple[Place, bool, int]] = []
    for place in sorted(places, key=lambda place: (-place.partnerships, place.name)):
        x, y = spots[place.id]
        wide = measure(place.name, size) + 16
        for right, down in ((place.country != "GBR", down) for down in (0, 8, -8)):
            left, end = (x + 5, x + wide) if right else (x - wide, x - 5)
            box = (left, y + down - size * 0.62, end, y + down + size * 0.62)
            free = left > -width / 2 and end < width / 2 and not any(_touch(box, other) for other in taken)
            hidden = sum(_holds(box, spot) for other, spot in spots.items() if other != place.id)
            worth = everyone or (hidden <= 2 and place.partnerships > 1)
            if free and worth and len(chosen) < most:
                chosen.append((place, right, down))
                taken.append(box)
                break
    return chosen


def _holds(box: Bounds, spot: tuple[float, float], margin: float = 4.0) -> bool:
    return box[0] - margin < spot[0] < box[2] + margin and box[1] - margin < spot[1] < box[3] + margin


def _touch(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def from_links(rows: Rows, channels: Any) -> list[Place]:
    """Return the places at both ends of the links, with the partnerships that run through each.

    ``channels`` names the columns as a link map's chart does. A link without both points is left out.
    """
    found: dict[str, Place] = {}
    through: dict[str, set[str]] = {}
    for row in rows:
        ids = row.get("partnership_ids") or []
        for side, country in (("from", "GBR"), ("to", row.get(channels["colour"]))):
            place, lon, lat = row[channels[f"{side}_id"]], row[channels[f"{side}_lon"]], row[channels[f"{side}_lat"]]
            through.setdefault(place, set()).update(ids or [f"{len(through)}"])
            if lon is not None and lat is not None and place not in found:
                found[place] = Place(place, str(row[channels[f"{side}_name"]]), str(country), lon, lat, 0)
    return [replace(place, partnerships=len(through[place.id])) for place in found.values()]
