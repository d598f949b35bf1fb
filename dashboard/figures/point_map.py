"""The map of places alone: filled where the answer is yes, hollow where it is no, larger where there is more."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboard import words as vocabulary
from dashboard.catalogue import Question
from dashboard.figures import frame, map_layers, map_places, map_text
from dashboard.figures.frame import Row, Rows, View
from dashboard.figures.map_layers import Marks, paint, said
from dashboard.figures.map_legend import scale
from dashboard.figures.map_names import FEW, Sheet
from dashboard.figures.map_sheet import AT_REST, HEIGHT, WIDTH, LinkMap, deck, land_of
from dashboard.figures.map_spread import spread
from dashboard.figures.places import Camera, Place, camera_of
from dashboard.figures.text import count, number
from dashboard.figures.theme import Theme, mixed
from dashboard.filters import Look

RADIUS, CROWDED, GROWS = 4.4, 3.4, 8.0  # pixels: of a dot without a value, among many, and what the greatest adds
FAR, LESS = 3.0, 3.4  # zoom below which the greatest adds less, and how much: there one country's cities stand close
CROWD = 150  # dots: more of them are many
ROOMY = 17.0  # pixels: no two places are pushed further apart than this, however large their dots


def point_map(
    rows: Rows,
    theme: Theme,
    question: Question,
    *,
    look: Look = Look(layer="reached"),  # noqa: B008 - frozen
    selected: str | None = None,
    width: int = WIDTH,
    height: int = HEIGHT,
    kind: str = "record",
) -> LinkMap:
    """Return the map of a question about places; rows without a point are counted in their country's name.

    The question's chart names the columns: ``id``, ``label``, ``lon``, ``lat``, ``colour``, and where there are any
    ``value`` (the size) and ``mark`` (a truth or a count: filled where it is yes or above 0). ``selected`` is a
    place's id. The first view holds every place, or those of the country in focus, in ``width`` × ``height`` pixels.
    """
    chart = question.chart
    focused = look.focus != "all"
    known = map_places.of_points(rows, chart)
    marks = Marks(
        View(theme, selected=selected, kind=kind),
        scale(rows, theme, replace(look, layer="reached")),
        "",
        None if selected is None else frozenset({selected}),
        focus=look.focus,
    )
    stand, camera = _standing(known, look.focus, width, height)
    spots = map_layers.dot_layer(_dots(stand, rows, question, marks), theme)
    keys = {map_layers.short_id(place.id): place.id for place in stand}
    lit = {short for short, key in keys.items() if marks.stands_out(key)}
    sheet = Sheet(camera, width, height)
    lines, words = map_text.written(stand, sheet, marks, focused, map_places.off_map(rows))
    layers = [*lines, spots, *map_layers.lifted(spots, spots["data"], lit), *words]
    return deck(camera, layers, theme, "land.geojson" if focused else land_of(known), keys)


def _standing(known: Sequence[Place], focus: str, width: int, height: int) -> tuple[list[Place], Camera]:
    """Return the places with their dots as they are shown, large ones parted where they are few, and the first view."""

    def fitted(places: Sequence[Place]) -> Camera:
        return camera_of(map_places.in_focus(places, focus), (), AT_REST, width, height)

    first, few = fitted(known).zoom, len(known) <= FEW
    sized = _sized(known, focus != "all", first)
    wide = min(ROOMY, 2 * max((place.radius for place in sized), default=0.0) + 1) if few else 0.0
    camera = fitted(spread(sized, first, rough=not few, wide=wide))
    return spread(sized, camera.zoom, wide=wide), camera


def _dots(stand: Sequence[Place], rows: Rows, question: Question, marks: Marks) -> list[dict[str, Any]]:
    """Return the rows of the dots, hollow ones first and small ones last, so that each can be hit."""
    chart = question.chart
    by_id = {str(row[chart["id"]]): row for row in rows}
    data = []
    for place in sorted(stand, key=lambda place: (is_yes(by_id[place.id], chart), place.rank)):
        lit = marks.stands_out(place.id)
        colour = marks.scale.colour(place.country)
        if marks.shown is not None and not lit:
            colour = mixed(marks.theme.land, colour, 0.3)
        fill, edge = _painted(is_yes(by_id[place.id], chart), colour, marks)
        data.append(
            {
                "id": map_layers.short_id(place.id),
                "p": [place.lon, place.lat],
                "r": round(place.radius + 2 if lit else place.radius, 1),
                "c": fill,
                "e": edge,
                "a": said(place.name),
                "b": said(_words(by_id[place.id], question)),
            }
        )
    return data


def _sized(known: Sequence[Place], focused: bool, zoom: float) -> list[Place]:
    """Return the places with the radius of their dots: a dot's area grows with its value, where there are any."""
    most = max((place.weight or 0 for place in known), default=0)
    base = (RADIUS if len(known) <= CROWD else CROWDED) + focused
    grows = (GROWS if zoom >= FAR else LESS) / math.sqrt(most) if most > 1 else 0.0
    return [replace(place, radius=base + grows * math.sqrt(place.weight or 0)) for place in known]


def is_yes(row: Row, chart: Mapping[str, Any]) -> bool:
    """Say whether a place's mark is filled: its truth or count is yes or above 0, or the question has no mark."""
    return bool(row.get(chart["mark"])) if chart.get("mark") else True


def _painted(yes: bool, colour: str, marks: Marks) -> tuple[list[int], list[int]]:
    """Return the fill and the edge of a dot: filled where the answer is yes, hollow where it is no.

    A fill says nothing else here: how exact a point is, and of how many the answer is yes, is said in words.
    """
    theme = marks.theme
    if yes:
        return paint(colour, 1), paint(mixed(theme.ground, colour, 0.35), 1)
    return paint(theme.ground, 1), paint(colour, 1)


def _words(row: Row, question: Question) -> str:
    """Return what the tooltip says of a place: what was asked of it, its country, and that its point is a city's."""
    chart = question.chart
    mark, value = str(chart.get("mark", "")), str(chart.get("value", ""))
    cell, size = row.get(mark), row.get(value)
    asked = question.columns[mark].label if mark in question.columns else ""
    many = count(size, frame.unit_of(question, value)) if size else ""
    if isinstance(cell, bool):
        parts = [f"{asked}: {'yes' if cell else 'no'}", many]
    elif mark:
        parts = [f"{asked}: {number(cell)}" + (f" of {number(size)}" if size else "")]
    else:
        parts = [many]
    parts.append(vocabulary.say("country", row.get(chart.get("colour", "country"))))
    parts += ["city point"] if row.get("precision") == "city" else []
    return " · ".join(part for part in parts if part)
