"""The layers of words on a map: countries, names of places, and the mark of made-up data."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard import words
from dashboard.figures.frame import MADE_UP
from dashboard.figures.map_arcs import leaders
from dashboard.figures.map_callouts import named
from dashboard.figures.map_layers import Marks, paint
from dashboard.figures.map_names import FEW, Label, Sheet, are_few, hubs, inside, labelled, limit, touch
from dashboard.figures.map_places import in_focus
from dashboard.figures.places import Bounds, Place
from dashboard.figures.text import measure
from dashboard.figures.theme import FONT, SMALL, TEXT, TINY, Theme

COUNTRIES, NAMES, MARK = "countries", "names", "made-up"
FAR = 1.2  # views from one mark of made-up data to the next
ABOVE = 20  # pixels from a country's outermost place to its name


def written(
    stand: Sequence[Place], sheet: Sheet, marks: Marks, focused: bool, off_map: Mapping[str, int] = {}
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return (the layer of lines from dots to their names, the layers of words), each only where it has any."""
    heads, colours = country_labels(stand, sheet, marks, off_map)
    beside, apart = _names(stand, sheet, marks, focused, [label.box for label in heads])
    lines = [((place.lon, place.lat), (label.lon, label.lat)) for place, label in apart]
    names = [label for _, label in (*beside, *apart)]
    layers = [
        writing(COUNTRIES, heads, TEXT, "@@=c", marks.theme, colours) | {"fontWeight": 700},
        writing(NAMES, names, SMALL, paint(marks.theme.ink, 1), marks.theme) | {"fontWeight": 500},
        made_up(sheet, marks),
    ]
    return leaders(lines, marks.theme), [layer for layer in layers if layer["data"]]


Named = list[tuple[Place, Label]]


def _names(
    stand: Sequence[Place], sheet: Sheet, marks: Marks, focused: bool, taken: list[Bounds]
) -> tuple[Named, Named]:
    """Return the names beside their dots and those apart from them: of what weighs most, or of what is selected."""
    mine = in_focus(stand, marks.focus)  # of what else is in view at the edge, no place is named
    few = are_few(mine, sheet)
    most, many = limit(sheet, focused, few), FEW if few else hubs(sheet)
    if marks.shown is not None:
        chosen = [place for place in stand if place.id in marks.shown]
        return labelled(chosen, sheet, max(4, most), taken, everyone=True, among=stand), []
    # First the greatest of each country, beside their dots or in a column; then others where there is room.
    great = [place for country in _countries(mine) for place in _greatest(mine, country, many)]
    beside = labelled(great, sheet, most, taken, among=stand, few=few)
    boxes = [*taken, *(label.box for _, label in beside)]
    placed = {place.id for place, _ in beside} | {place.id for place in stand} - {place.id for place in mine}
    apart = named(stand, placed, many, sheet, boxes, few)
    boxes += [label.box for _, label in apart]
    done = {place.id for place, _ in (*beside, *apart)}
    others = [place for place in mine if place.id not in done]
    room = most - len(beside) - len(apart)
    return [*beside, *labelled(others, sheet, room, boxes, among=stand, few=few)], apart


def _countries(stand: Sequence[Place]) -> list[str]:
    order = {code: place for place, code in enumerate(words.codes("country"))} | {"GBR": -1}
    return sorted({place.country for place in stand}, key=lambda code: (order.get(code, len(order)), code))


def _greatest(stand: Sequence[Place], country: str, many: int) -> list[Place]:
    return sorted((place for place in stand if place.country == country), key=lambda place: place.rank)[:many]


def country_labels(
    stand: Sequence[Place], sheet: Sheet, marks: Marks, off_map: Mapping[str, int]
) -> tuple[list[Label], list[str]]:
    """Return the countries' names and their colours: the UK's above its places, the others' below theirs.

    A country's name also says how many of its places have no point: they are counted, not drawn.
    """
    found: list[Label] = []
    colours = []
    for country in _countries(stand):
        mine = [place for place in stand if place.country == country]
        above = country == "GBR"
        edge = (max if above else min)(mine, key=lambda place: (place.lat, place.id))
        missing = off_map.get(country, 0)
        text = words.say("country", country) + (f" · {missing} not on the map" if missing else "")
        x, y = sheet.camera.pixel(edge.lon, edge.lat)
        half, down = measure(text, TEXT) * 0.54 + 3, -ABOVE if above else ABOVE
        box = (x - half, y + down - 9, x + half, y + down + 9)
        if not (-sheet.width / 2 < x < sheet.width / 2 and -sheet.height / 2 < y < sheet.height / 2):
            continue  # outside the first view: its arcs leave the frame
        others = [sheet.camera.pixel(place.lon, place.lat) for place in stand if place.country != country]
        aside = _aside(box, others, sheet)
        box = (box[0] + aside, box[1], box[2] + aside, box[3])
        if country != marks.focus != "all" and not sheet.holds(box):
            continue
        while any(touch(box, label.box) for label in found):
            step = -3 if above else 3
            down, box = down + step, (box[0], box[1] + step, box[2], box[3] + step)
        found.append(Label(edge.lon, edge.lat, text, "middle", round(aside, 1), down, box))
        plain = marks.theme.ink if marks.scale.column != "country" else marks.theme.muted
        own = marks.scale.column == "country" and country in marks.scale.colours
        colours.append(marks.scale.colour(country) if own else plain)
    return found, colours


def _aside(box: Bounds, others: Sequence[tuple[float, float]], sheet: Sheet) -> float:
    """Return how far a country's name moves aside to be inside the frame and to cover no dot of another country."""
    home = inside(box, sheet)
    for step in (0, -8, 8, -16, 16, -24, 24, -32, 32, -40, 40):
        moved = (box[0] + home + step, box[1], box[2] + home + step, box[3])
        covered = any(moved[0] - 6 < x < moved[2] + 6 and moved[1] - 6 < y < moved[3] + 6 for x, y in others)
        if not covered and abs(inside(moved, sheet)) < 0.01:
            return home + step
    return home


def made_up(sheet: Sheet, marks: Marks) -> dict[str, Any]:
    """Return the mark of made-up data in the first view's lower left corner, and far enough aside for no second."""
    left, low = 10 - sheet.width / 2, sheet.height / 2 - 12
    west = sheet.camera.pixel(-179.9, 0)[0]  # where the whole world is in view, its edge may be
    steps = (-FAR, 0, FAR) if marks.view.kind == "demonstration" else ()
    spots = [
        sheet.camera.point(max(left, west) + across * sheet.width, low + up * sheet.height)
        for across in steps
        for up in steps
    ]
    nowhere = (0.0, 0.0, 0.0, 0.0)
    labels = [
        Label(round(lon, 3), round(lat, 3), MADE_UP, "start", 0, 0, nowhere)
        for lon, lat in spots
        if -180 < lon < 180 and abs(lat) < 80
    ]
    return writing(MARK, labels, TINY, paint(marks.theme.muted, 1), marks.theme)


def writing(
    layer: str, labels: Sequence[Label], size: int, colour: object, theme: Theme, colours: Sequence[str] = ()
) -> dict[str, Any]:
    """Return a layer of words on a field of the land's colour, so that arcs behind do not disturb them."""
    data: list[dict[str, Any]] = [
        {"p": [label.lon, label.lat], "n": label.text, "a": label.anchor, "o": [label.right, label.down]}
        for label in labels
    ]
    for row, own in zip(data, colours, strict=False):
        row["c"] = paint(own, 1)
    return {
        "@@type": "TextLayer",
        "id": layer,
        "data": data,
        "getPosition": "@@=p",
        "getText": "@@=n",
        "getTextAnchor": "@@=a",
        "getPixelOffset": "@@=o",
        "getSize": size,
        "_subLayerProps": {"characters": {"getColor": colour}},
        "fontFamily": FONT,
        "characterSet": "auto",
        "background": True,
        "getBackgroundColor": paint(theme.land, 0.75),
        "backgroundPadding": [3, 1],
        "backgroundBorderRadius": 3,
        "pickable": False,
    }
