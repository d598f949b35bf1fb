"""The map of links: arcs from UK places to partner places over plain land, without tiles and without any border.

``point_map`` (places alone), ``map_alt`` and ``map_height`` are offered here too: this is the door to every map.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dashboard.catalogue import Question
from dashboard.figures import frame, map_arcs, map_layers, map_places, map_text
from dashboard.figures.frame import Row, Rows, View
from dashboard.figures.map_alt import map_alt
from dashboard.figures.map_dots import dots, sized
from dashboard.figures.map_layers import Marks
from dashboard.figures.map_legend import scale
from dashboard.figures.map_names import Sheet
from dashboard.figures.map_sheet import AT_REST, HEIGHT, WIDTH, LinkMap, deck, map_height
from dashboard.figures.map_spread import spread
from dashboard.figures.places import Camera, Place, camera_of
from dashboard.figures.point_map import point_map
from dashboard.figures.theme import Theme
from dashboard.filters import Look

__all__ = ["HEIGHT", "WIDTH", "LinkMap", "link_map", "map_alt", "map_height", "point_map"]

REST = Look()


def link_map(
    links: Rows,
    theme: Theme,
    question: Question,
    *,
    places: Rows = (),
    look: Look = REST,
    selected: str | None = None,
    width: int = WIDTH,
    height: int = HEIGHT,
    kind: str = "record",
    year: int = 0,
    whole: Rows = (),
    counts: Rows = (),
) -> LinkMap:
    """Return the map of a link question's rows; rows without both points are left out.

    ``places`` are the rows of the places' own question: how many each has, and how exact its point is. ``look`` says
    what colour and width mean, how many of the strongest links stand out, and which country the first view is fitted
    to; at rest it holds both ends of every arc in ``width`` × ``height`` pixels. In a ``year`` what is new is lit and
    what has ended is dim; ``whole`` are then the links of all years, from which view, places and scales come, so that
    nothing but the links changes from year to year. ``selected`` is a link's key or a place's id: what belongs to it
    stands out and the rest fades. What is picked carries a short ``id``: :meth:`LinkMap.key_of` gives the row's key
    or the place's id. ``counts`` are its legend's. A demonstration's map says in itself that its data is made up.
    """
    drawn, base = _with_points(links, question), _with_points(whole or links, question)
    shown, focused = _shown(drawn, question, selected), look.focus != "all"
    grain, terse = map_layers.grain_of(width, focused), len(drawn) > map_layers.BUSY
    view = View(theme, selected=selected, kind=kind)
    marks = Marks(view, scale(whole or links, theme, look, counts), look.size, shown, year, look.focus, grain, terse)
    strong = map_arcs.strongest(base, question, look.size, look.strongest())
    known = _minor(map_places.of_links(base, question.chart, places, look.size), base, question, strong)
    stand, camera = _standing(sized(known, grain), base, question, look, width, height)
    stand = _asleep(stand, drawn, question) if year else stand
    off_map = map_places.off_map(places)
    lines, words = map_text.written(stand, Sheet(camera, width, height), marks, focused, off_map)
    keys = _keys(drawn, stand, question)
    lit = {short for short, key in keys.items() if marks.stands_out(key)}
    spots = map_layers.dot_layer(dots(stand, marks), theme)
    under = _roads((drawn, base), strong, stand, question, marks, lit)
    layers = [*under, *lines, spots, *map_layers.lifted(spots, spots["data"], lit), *words]
    return deck(camera, layers, theme, keys=keys, told=map_arcs.told(question, look.size))


def _with_points(rows: Rows, question: Question) -> list[Row]:
    return [row for row in rows if map_places.has_points(row, question.chart)]


def _roads(
    rows: tuple[Rows, Rows], strong: set[str], stand: Sequence[Place], question: Question, marks: Marks, lit: set[str]
) -> list[dict[str, Any]]:
    """Return the layers of arcs: those that are not among the strongest, those that are, and what stands out.

    ``rows`` are those that are drawn, and those from which the scale of widths comes.
    """
    drawn, base = rows
    by_id = {place.id: place for place in stand}
    main, rest = ([row for row in drawn if (frame.key_of(question, row) in strong) is among] for among in (True, False))
    faint = map_arcs.arcs(rest, by_id, question, marks, base)
    full = map_arcs.arcs(main, by_id, question, marks, base)
    roads = map_arcs.arc_layer(map_layers.ARCS, full, marks.theme)
    minor = [map_arcs.minor(faint, marks.theme)] if faint else []
    return [*minor, roads, *map_layers.lifted(roads, [*full, *faint], lit)]


def _keys(drawn: Rows, stand: Sequence[Place], question: Question) -> dict[str, str]:
    """Return the keys of the arcs and the ids of the places by the short ids under which they are drawn."""
    keys = [*(frame.key_of(question, row) for row in drawn), *(place.id for place in stand)]
    return {map_layers.short_id(key): key for key in keys}


def _standing(
    known: Sequence[Place], rows: Rows, question: Question, look: Look, width: int, height: int
) -> tuple[list[Place], Camera]:
    """Return the places as they are shown, and the first view: twice round, since what is spread needs more room."""
    chart = question.chart
    ends = [(str(row[chart["from_id"]]), str(row[chart["to_id"]])) for row in rows]

    def fitted(places: Sequence[Place]) -> Camera:
        if look.focus == "all":
            return camera_of(places, ends, AT_REST, width, height)
        return camera_of(map_places.in_focus(places, look.focus), (), AT_REST, width, height)

    camera = fitted(spread(known, fitted(known).zoom, rough=True))
    stand = spread(known, camera.zoom)
    return stand, fitted(stand) if look.focus == "all" else camera


def _minor(known: Sequence[Place], rows: Rows, question: Question, strong: set[str]) -> list[Place]:
    """Return the places, small where only links that are not among the strongest touch them."""
    chart = question.chart
    touched = {
        str(row[chart[end]]) for row in rows if frame.key_of(question, row) in strong for end in ("from_id", "to_id")
    }
    return [replace(place, minor=place.id not in touched and len(strong) < len(rows)) for place in known]


def _asleep(stand: Sequence[Place], rows: Rows, question: Question) -> list[Place]:
    """Return the places, asleep where no link of the year is new or active."""
    chart = question.chart
    awake = {str(row[chart[end]]) for row in rows if row.get("state") != "ended" for end in ("from_id", "to_id")}
    return [replace(place, asleep=place.id not in awake) for place in stand]


def _shown(rows: Rows, question: Question, selected: str | None) -> frozenset[str] | None:
    """Return the keys of the arcs and the ids of the places that stand out, or None where nothing is selected."""
    if selected is None:
        return None
    found = {selected}
    for row in rows:
        parts = _parts(row, question)
        if selected in parts:
            found |= parts
    return frozenset(found)


def _parts(row: Row, question: Question) -> set[str]:
    """Return the key of an arc and the ids of its ends."""
    chart = question.chart
    return {frame.key_of(question, row), str(row[chart["from_id"]]), str(row[chart["to_id"]])}
