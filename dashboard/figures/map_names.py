"""Which names stand on a map, and where: none touches another, few dots are hidden, none is cut off at the edge."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.figures.places import Bounds, Camera, Place
from dashboard.figures.text import measure
from dashboard.figures.theme import SMALL

NARROW, BROAD = 480, 1000  # pixels: below the first a phone, from the second on a wide map
ROOM, BROAD_ROOM = 180, 220  # pixels for one name
EDGE = 4  # pixels between a name and the frame
REACH = 5  # pixels from the edge of a dot to its name
HIDDEN = 2  # dots of other places that a name may hide
FEW, FEWER = 25, 12  # places in view: no more of them than this, on a phone than that, are named without a choice
ASIDE, APART = (
    6,
    0.035,
)  # what names keep from another country's dots: pixels at the side, of the height above and below


@dataclass(frozen=True, slots=True)
class Label:
    """A name as it is written: its point, how it is anchored there, and how many pixels it is moved from it."""

    lon: float
    lat: float
    text: str
    anchor: str
    right: float
    down: float
    box: Bounds


@dataclass(frozen=True, slots=True)
class Sheet:
    """The frame that names must stay in: the first view and its size in pixels."""

    camera: Camera
    width: int
    height: int

    def sees(self, place: Place) -> bool:
        """Say whether a place stands inside the frame."""
        x, y = self.camera.pixel(place.lon, place.lat)
        return abs(x) < self.width / 2 and abs(y) < self.height / 2

    def holds(self, box: Bounds) -> bool:
        """Say whether a box (left, top, right, bottom, in pixels from the middle) is inside the frame."""
        across, up = self.width / 2 - EDGE, self.height / 2 - EDGE
        return box[0] > -across and box[2] < across and box[1] > -up and box[3] < up


def are_few(places: Sequence[Place], sheet: Sheet) -> bool:
    """Say whether so few places are in view that each is named where its name finds room."""
    return sum(sheet.sees(place) for place in places) <= (FEWER if sheet.width < NARROW else FEW)


def grounds(places: Sequence[Place], sheet: Sheet) -> dict[str, Bounds]:
    """Return the box round each country's dots in view: there only its own names stand, lest one take them for others.

    The box is in pixels from the middle of the view, with a margin.
    """
    found: dict[str, Bounds] = {}
    up = APART * sheet.height
    for place in places:
        if sheet.sees(place):
            x, y = sheet.camera.pixel(place.lon, place.lat)
            left, top, right, low = found.get(place.country, (x, y, x, y))
            found[place.country] = (min(left, x), min(top, y), max(right, x), max(low, y))
    return {code: (box[0] - ASIDE, box[1] - up, box[2] + ASIDE, box[3] + up) for code, box in found.items()}


def limit(sheet: Sheet, focused: bool, few: bool = False) -> int:
    """Return how many names a map of this width may have: more where one country fills it, all where they are few."""
    if few:
        return FEW
    if sheet.width < NARROW:
        return 6 if focused else 3
    return 25 if focused else 14 if sheet.width >= BROAD else 10


def hubs(sheet: Sheet) -> int:
    """Return how many of the greatest places of each country are named whatever the crowd."""
    return 1 if sheet.width < NARROW else 5 if sheet.width >= BROAD else 4


def room_for(sheet: Sheet) -> int:
    """Return the pixels for one name."""
    return 140 if sheet.width < NARROW else BROAD_ROOM if sheet.width >= BROAD else ROOM


def shortened(name: str, size: float, room: float) -> str:
    """Return a name of at most ``room`` pixels: without what follows a comma, with "Univ.", else cut after a word."""
    if measure(name, size) <= room:
        return name
    for end in (", ", " ("):
        head = name.split(end)[0]
        for text in (head, head.replace("University", "Univ.")):
            if measure(text, size) <= room:
                return text
    name = name.replace("University", "Univ.")
    parts = name.split()
    while len(parts) > 1 and (measure(" ".join(parts) + "…", size) > room or parts[-1].lower() in LINKING):
        parts.pop()
    text = " ".join(parts).rstrip(" ,;:-–(&") + "…"
    while measure(text, size) > room and len(text) > 2:
        text = text[:-2].rstrip() + "…"
    return text


LINKING = {"of", "and", "the", "for", "&", "in", "at", "–", "-"}


def readable(text: str, name: str) -> bool:
    """Say whether what is left of a name still names it: of "University of …" nothing does."""
    return not text.endswith("…") or len(text) > max(14, 0.5 * len(name))


def labelled(
    places: Sequence[Place],
    sheet: Sheet,
    most: int,
    taken: Sequence[Bounds] = (),
    everyone: bool = False,
    among: Sequence[Place] = (),
    few: bool = False,
) -> list[tuple[Place, Label]]:
    """Return the places whose names can stand by them at the first view, greatest first, at most ``most``.

    A name touches no other and none of the boxes that are ``taken``, stays within the frame and hides at most two
    smaller dots and no greater one (of those ``among`` which its place stands), and none of another country. Places
    that only one partnership runs through have none, lest the small be named where the great are too crowded, unless
    they are ``few``, whose names hide no dot at all. With ``everyone`` (what is selected) size does not matter and
    dots may be hidden.
    """
    size, room = SMALL, room_for(sheet)
    crowd = sorted(among or places, key=lambda place: place.rank)
    spots = {place.id: sheet.camera.pixel(place.lon, place.lat) for place in crowd}
    ranks = {place.id: rank for rank, place in enumerate(crowd)}
    owned = grounds(crowd, sheet)
    boxes = list(taken)
    chosen: list[tuple[Place, Label]] = []
    for place in sorted((place for place in places if sheet.sees(place)), key=lambda place: place.rank):
        foreign = [box for country, box in owned.items() if country != place.country]
        worth = everyone or few or ((place.weight or place.partnerships) > 1 and not place.minor)
        if worth and len(chosen) < most:
            full = place.short or place.name
            named = replace(place, short=shortened(full, size, room))
            if not (everyone or readable(named.short, full)):
                continue
            free = [
                (_cost(label.box, place.id, spots, ranks) + _astray(label.box, foreign), turn, label)
                for turn, label in enumerate(_ways(named, spots[place.id], size))
                if sheet.holds(label.box) and not any(touch(label.box, other) for other in boxes)
            ]
            allowed = [found for found in free if everyone or found[0] <= (0 if few else HIDDEN)]
            if allowed:
                label = min(allowed, key=lambda found: found[:2])[2]
                chosen.append((place, label))
                boxes.append(label.box)
    return chosen


def _ways(place: Place, spot: tuple[float, float], size: float) -> Iterator[Label]:
    """Yield the ways in which a name can stand by its dot, the best first: outwards, then above and below."""
    x, y = spot
    wide, half = measure(place.short, size) + 6, size * 0.68
    reach = round(place.radius + REACH, 1)
    outwards = "end" if place.country == "GBR" else "start"
    inwards = "start" if outwards == "end" else "end"
    ways = [(side, 0.0, down) for side in (outwards, inwards) for down in (0.0, 8.0, -8.0)]
    ways += [("middle", 0.0, reach + 6), ("middle", 0.0, -reach - 6)]
    for side, _, down in ways:
        right = {"start": reach, "end": -reach, "middle": 0.0}[side]
        left = {"start": x + right, "end": x + right - wide, "middle": x - wide / 2}[side]
        box = (left - 3, y + down - half, left + wide + 3, y + down + half)
        yield Label(place.lon, place.lat, place.short, side, right, down, box)


def _cost(box: Bounds, mine: str, spots: Mapping[str, tuple[float, float]], ranks: Mapping[str, int]) -> int:
    """Return how many other dots a box hides; a greater one counts as too many."""
    hidden = [other for other, spot in spots.items() if other != mine and _holds(box, spot)]
    return len(hidden) + sum(ranks[other] < ranks[mine] for other in hidden) * (HIDDEN + 1)


def _astray(box: Bounds, foreign: Sequence[Bounds]) -> int:
    """Return what it costs to stand on another country's ground: too much, unless a name must be written."""
    return (HIDDEN + 1) * 10 * any(touch(box, other) for other in foreign)


def _holds(box: Bounds, spot: tuple[float, float], margin: float = 3.0) -> bool:
    return box[0] - margin < spot[0] < box[2] + margin and box[1] - margin < spot[1] < box[3] + margin


def touch(one: Bounds, other: Bounds) -> bool:
    """Say whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def inside(box: Bounds, sheet: Sheet) -> float:
    """Return how many pixels to the right (or left, below 0) a box must move to be inside the frame."""
    across = sheet.width / 2 - EDGE
    return max(0.0, -across - box[0]) - max(0.0, box[2] - across)
