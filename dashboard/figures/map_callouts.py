"""Names that find no room beside their dots: in a column at the edge of the crowd, each with a thin line to its dot."""

from collections.abc import Sequence

from dashboard.figures.map_names import EDGE, Label, Sheet, grounds, readable, room_for, shortened, touch
from dashboard.figures.places import Bounds, Place
from dashboard.figures.text import measure
from dashboard.figures.theme import SMALL

STEP = 18.0  # pixels from one name of a column to the next
AWAY = 16.0  # pixels from the crowd to its column
LEAST = 76.0  # pixels: in less room no name can be read
SHIFTS = (0, 9, -9, 18, -18, 36, -36, 54, -54, 72, -72)
OTHER_SIDE = 24.0  # pixels by which a column may move before it had better stand at the crowd's other side
SIDES = {"end": ("end", "start", "below", "above"), "start": ("start", "end", "below", "above")}
STACKED = 2  # names that may stand above or below their crowd: the lines to more would cross them

Spots = dict[str, tuple[float, float]]


def column(
    waiting: Sequence[Place], crowd: Sequence[Place], sheet: Sheet, taken: Sequence[Bounds], others: Spots
) -> list[tuple[Place, Label]]:
    """Return the names of these places (greatest first, all of one country) in one column beside their crowd.

    The UK's stand at its left and the others' at their right, unless another side keeps the names fuller, the
    lines shorter and more dots (``others``, by place) uncovered; one or two may stand below or above. Where not all
    fit, the smallest are left out.
    """
    spots = {place.id: sheet.camera.pixel(place.lon, place.lat) for place in crowd}
    first = "end" if crowd and crowd[0].country == "GBR" else "start"
    for many in range(len(waiting), 0, -1):
        chosen = sorted(waiting[:many], key=lambda place: (spots[place.id][1], place.id))
        found = []
        for anchor in SIDES[first][: None if many <= STACKED else 2]:
            for turn, shift in enumerate(SHIFTS):
                labels = _tried(chosen, anchor, shift, spots, sheet)
                if labels and not any(touch(label.box, box) for label in labels for box in taken):
                    cost = abs(shift) + OTHER_SIDE * SIDES[first].index(anchor) + _lost(chosen, labels, others)
                    found.append((cost, turn, anchor, labels))
        if found:
            return list(zip(chosen, min(found, key=lambda one: one[:3])[3], strict=True))
    return []


def _tried(chosen: Sequence[Place], anchor: str, shift: float, spots: Spots, sheet: Sheet) -> list[Label]:
    """Return the column at this side, moved down so far; nothing where it does not fit into the frame."""
    if anchor in ("below", "above"):
        return _stacked(chosen, anchor, abs(shift), spots, sheet)
    top = sum(spots[place.id][1] for place in chosen) / len(chosen) + shift - STEP * (len(chosen) - 1) / 2
    reach = [x for x, y in spots.values() if top - STEP < y < top + STEP * len(chosen)]
    if not reach:
        return []
    x = min(reach) - AWAY if anchor == "end" else max(reach) + AWAY
    room = min(room_for(sheet), sheet.width / 2 - EDGE - 16 - (-x if anchor == "end" else x))
    if room < LEAST:
        return []
    labels = [_label(place, x, top + STEP * number, anchor, room, sheet) for number, place in enumerate(chosen)]
    return _whole(chosen, labels, sheet)


def _stacked(chosen: Sequence[Place], side: str, shift: float, spots: Spots, sheet: Sheet) -> list[Label]:
    """Return the names below or above the middle of the crowd, so far away, moved aside to be inside the frame."""
    heights = [y for _, y in spots.values()]
    tall = STEP * (len(chosen) - 1)
    top = max(heights) + AWAY + shift if side == "below" else min(heights) - AWAY - shift - tall
    middle = sum(spots[place.id][0] for place in chosen) / len(chosen)
    labels = []
    for number, place in enumerate(chosen):
        half = measure(shortened(place.short or place.name, SMALL, room_for(sheet)), SMALL) / 2 + 6
        across = sheet.width / 2 - EDGE - half - 1
        x = max(-across, min(across, middle))
        labels.append(_label(place, x, top + STEP * number, "middle", room_for(sheet), sheet))
    return _whole(chosen, labels, sheet)


def _whole(chosen: Sequence[Place], labels: list[Label], sheet: Sheet) -> list[Label]:
    """Return the names where each can be read and is inside the frame, else nothing."""
    full = [place.short or place.name for place in chosen]
    told = all(readable(label.text, name) for label, name in zip(labels, full, strict=True))
    return labels if told and all(sheet.holds(label.box) for label in labels) else []


def _lost(chosen: Sequence[Place], labels: Sequence[Label], others: Spots) -> float:
    """Return what a column costs besides its place: pixels of names cut off, and dots that it covers."""
    cut = [
        measure(place.short or place.name, SMALL) - measure(label.text, SMALL)
        for place, label in zip(chosen, labels, strict=True)
        if label.text.endswith("…")
    ]
    covered = sum(
        box[0] < x < box[2] and box[1] < y < box[3] for box in (one.box for one in labels) for x, y in others.values()
    )
    return sum(cut) + 24 * covered


def _label(place: Place, x: float, y: float, anchor: str, room: float, sheet: Sheet) -> Label:
    text = shortened(place.short or place.name, SMALL, room)
    wide, half = measure(text, SMALL) + 6, SMALL * 0.68
    right = {"end": -4.0, "start": 4.0, "middle": 0.0}[anchor]
    left = {"end": x - wide - 4, "start": x + 4, "middle": x - wide / 2}[anchor]
    lon, lat = sheet.camera.point(x, y)
    box = (left - 3, y - half, left + wide + 3, y + half)
    return Label(round(lon, 3), round(lat, 3), text, anchor, right, 0, box)


def named(
    places: Sequence[Place], placed: set[str], hubs: int, sheet: Sheet, taken: Sequence[Bounds], few: bool = False
) -> list[tuple[Place, Label]]:
    """Return the columns of the greatest places of each country that are not yet named, ``hubs`` of each at most.

    No column stands on another country's ground. Where places are ``few``, the small are named like the great.
    """
    boxes = list(taken)
    owned = grounds(places, sheet)
    found: list[tuple[Place, Label]] = []
    dots = {place.id: sheet.camera.pixel(place.lon, place.lat) for place in places}
    for country in sorted({place.country for place in places}, reverse=True):
        crowd = [place for place in places if place.country == country and sheet.sees(place)]
        ranked = sorted(crowd, key=lambda place: place.rank)[:hubs]
        waiting = [place for place in ranked if place.id not in placed and (few or worth(place))]
        foreign = [box for code, box in owned.items() if code != country]
        columns = column(waiting, crowd, sheet, [*boxes, *foreign], dots)
        found += columns
        boxes += [label.box for _, label in columns]
    return found


def worth(place: Place) -> bool:
    """Say whether a place is named at all: more than one partnership runs through it, and not only faint arcs."""
    return (place.weight or place.partnerships) > 1 and not place.minor
