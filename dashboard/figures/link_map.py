"""The map of links: arcs from UK places to partner places over plain land, without tiles and without any border.

``map_provider`` is None and ``map_style`` is left unset: only so does Streamlit ask no outside host for tiles. In the
JSON that leaves pydeck's own placeholder as ``mapStyle``; without the key Streamlit fetches its default tiles (tried).
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pydeck

from dashboard import assets
from dashboard.catalogue import Question
from dashboard.figures import frame, map_layers
from dashboard.figures import places as standing
from dashboard.figures.frame import Row, Rows, View
from dashboard.figures.places import Camera, Place
from dashboard.figures.text import count
from dashboard.figures.theme import FONT, Theme
from dashboard.filters import Look

HEIGHT = 460
REST_LOOK = Look()
WIDTH = 640  # the width for which the first view is fitted unless told

# The wheel scrolls the page, not the map: Streamlit's + and - buttons, a double click and two fingers bring it nearer.
VIEW = {"@@type": "MapView", "controller": {"scrollZoom": False, "dragRotate": False, "touchRotate": False}}

TOOLTIP_STYLE = {
    "fontFamily": FONT,
    "fontSize": "13px",
    "borderRadius": "6px",
    "padding": "8px 10px",
    "boxSizing": "border-box",
    "width": "200px",
    "marginLeft": "-100px",
    "marginTop": "-74px",
}


class LinkMap(pydeck.Deck):  # type: ignore[misc]
    """A deck whose JSON is compact and made once: the same map always gives the same bytes."""

    def __init__(self, spec: Mapping[str, Any], tooltip: Mapping[str, Any]) -> None:
        super().__init__(layers=[], tooltip=dict(tooltip), map_provider=None)
        self._spec = json.dumps(
            dict(spec) | {"mapStyle": self.map_style}, separators=(",", ":"), sort_keys=True, ensure_ascii=False
        )

    def to_json(self) -> str:
        """Return the whole map as compact JSON."""
        return self._spec


def link_map(
    links: Rows,
    theme: Theme,
    question: Question,
    *,
    places: Rows = (),
    look: Look = REST_LOOK,
    selected: str | None = None,
    width: int = WIDTH,
    height: int = HEIGHT,
    kind: str = "record",
    year: int = 0,
) -> LinkMap:
    """Return the map of a link question's rows; rows without both points are left out.

    ``selected`` is a link's key or a place's id: what belongs to it stands out and the rest fades. The first view
    holds both ends of every arc in ``width`` × ``height`` pixels. A picked arc or place carries its ``id``. A
    demonstration's map says in itself that its data is made up.
    """
    chart = question.chart
    drawn = [row for row in links if _has_points(row, chart)]
    view = View(theme, selected=selected, kind=kind)
    known = standing.from_links(drawn, chart)
    camera = _camera(known, drawn, chart, width, height)
    camera = _camera(standing.spread(known, camera.zoom), drawn, chart, width, height)
    stand = {place.id: place for place in standing.spread(known, camera.zoom)}
    shown = _shown(drawn, question, selected)
    arcs = map_layers.arcs(drawn, stand, question, view, shown)
    dots = map_layers.dots(list(stand.values()), view, shown)
    written = [
        map_layers.countries(list(stand.values()), view),
        map_layers.names(list(stand.values()), camera, view, shown, width),
        map_layers.made_up(camera, view, width, height),
    ]
    layers = [
        map_layers.ground(map_layers.SEA, map_layers.WORLD, theme.sea),
        map_layers.ground(map_layers.LAND, assets.url("land.geojson"), theme.land),
        arcs,
        *map_layers.lifted(arcs, shown),
        dots,
        *map_layers.lifted(dots, shown),
        *[layer for layer in written if layer["data"]],
    ]
    spec = {"initialViewState": _first_view(camera), "layers": layers, "views": [VIEW]}
    style = TOOLTIP_STYLE | {"backgroundColor": theme.ground, "color": theme.ink, "border": f"1px solid {theme.rule}"}
    return LinkMap(spec, {"html": "<b>{a}</b><br>{b}", "style": style})


def point_map(
    rows: Rows,
    theme: Theme,
    question: Question,
    *,
    look: Look = REST_LOOK,
    selected: str | None = None,
    width: int = WIDTH,
    height: int = HEIGHT,
    kind: str = "record",
) -> LinkMap:
    """Return the map of a point question's rows (in the making: the land alone)."""
    return link_map([], theme, question, look=look, selected=selected, width=width, height=height, kind=kind)


def _first_view(camera: Camera) -> dict[str, float]:
    found = {"longitude": camera.longitude, "latitude": camera.latitude, "zoom": camera.zoom, "pitch": 0, "bearing": 0}
    return {name: round(value, 3) for name, value in found.items()} | {"minZoom": 0.8, "maxZoom": 8}


def map_height(width: int) -> int:
    """Return the height in pixels that suits a width: never so tall that the land's own edge comes into view."""
    if width < 600:
        return max(260, round(width * 0.8))
    return max(HEIGHT, round(width * 0.52))


def map_alt(
    links: Rows, question: Question, finding: str, kind: str = "record", *, look: Look = REST_LOOK, year: int = 0
) -> str:
    """Return one sentence for those who do not see the map: how many arcs join how many places, and the finding."""
    drawn = [row for row in links if _has_points(row, question.chart)]
    ends = standing.from_links(drawn, question.chart)
    uk = sum(place.country == "GBR" for place in ends)
    what = f"Map with {count(len(drawn), 'arcs')} from {count(uk, 'places')} in the UK to {len(ends) - uk:,} abroad"
    mark = "Made-up data. " if kind == "demonstration" else ""
    return f"{mark}{question.question} {what}{': ' + finding.strip() if finding.strip() else '.'}"


def _has_points(row: Row, chart: Mapping[str, Any]) -> bool:
    return all(row[chart[name]] is not None for name in ("from_lon", "from_lat", "to_lon", "to_lat"))


def _camera(known: Sequence[Place], rows: Rows, chart: Mapping[str, Any], width: int, height: int) -> Camera:
    """Return the first view: around the arcs that are drawn, or around all our countries where there are none."""
    if not known:
        return standing.fit_view((-8.0, 20.0, 92.0, 60.0), width, height)
    by_id = {place.id: place for place in known}
    arcs = [(by_id[row[chart["from_id"]]], by_id[row[chart["to_id"]]]) for row in rows]
    return standing.fit_view(standing.bounds_of(known, arcs), width, height, aside=56)


def _shown(rows: Rows, question: Question, selected: str | None) -> set[str] | None:
    """Return the ids of the arcs and places that stand out, or None where nothing is selected."""
    if selected is None:
        return None
    chart, found = question.chart, {selected}
    for row in rows:
        parts = {frame.key_of(question, row), str(row[chart["from_id"]]), str(row[chart["to_id"]])}
        if selected in parts:
            found |= {frame.key_of(question, row)}
            found |= parts
    return found
