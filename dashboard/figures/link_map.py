"""The map of links: arcs from UK places to partner places over plain land, without tiles and without any border.

``map_provider`` is None and ``map_style`` is left unset: only so does Streamlit ask no outside host for tiles. In the
JSON that leaves pydeck's own placeholder as ``mapStyle``; without the key Streamlit fetches its default tiles (tried).

Streamlit sets every fill and text colour to 40 % opacity while something is picked. What must not fade (land, sea,
names) carries its colour in ``_subLayerProps``, which it leaves alone; what fades is mixed towards the land's colour.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pydeck

from dashboard import assets, words
from dashboard.catalogue import Question
from dashboard.figures import frame, places
from dashboard.figures.frame import Row, Rows, View
from dashboard.figures.places import Camera, Place
from dashboard.figures.text import count, elided
from dashboard.figures.theme import FONT, SMALL, TEXT, Theme, channels, mixed

SEA, LAND, ARCS, PLACES, COUNTRIES, NAMES = "sea", "land", "links", "places", "countries", "names"
SEGMENTS = 20
HEIGHT = 460
WIDTH = 640  # the width for which the first view is fitted unless told
LABELS = 9
NAME_ROOM = 150
WORLD = {"type": "Polygon", "coordinates": [[[-180, -80], [180, -80], [180, 82], [-180, 82], [-180, -80]]]}

TOOLTIP_STYLE = {
    "fontFamily": FONT,
    "fontSize": "13px",
    "borderRadius": "6px",
    "padding": "8px 10px",
    "boxSizing": "border-box",
    "width": "200px",
    "marginLeft": "-100px",
    "marginTop": "14px",
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
    selected: str | None = None,
    width: int = WIDTH,
    height: int = HEIGHT,
) -> LinkMap:
    """Return the map of a link question's rows; rows without both points are left out.

    ``selected`` is a link's key or a place's id: what belongs to it stands out and the rest fades. The first view
    holds both ends of every arc in ``width`` × ``height`` pixels. A picked arc or place carries its ``id``.
    """
    chart = question.chart
    drawn = [row for row in links if _has_points(row, chart)]
    view = View(theme, selected=selected)
    known = places.from_links(drawn, chart)
    camera = _camera(known, drawn, chart, width, height)
    stand = {place.id: place for place in places.spread(known, camera.zoom)}
    shown = _shown(drawn, question, selected)
    layers = [
        _ground(SEA, WORLD, theme.sea),
        _ground(LAND, assets.url("land.geojson"), theme.land),
        _arcs(drawn, stand, question, view, shown),
        _places(list(stand.values()), view, shown),
        _countries(list(stand.values()), view),
        _names(list(stand.values()), camera, view, shown, width),
    ]
    spec = {
        "initialViewState": {
            "longitude": round(camera.longitude, 3),
            "latitude": round(camera.latitude, 3),
            "zoom": round(camera.zoom, 3),
            "minZoom": 0.8,
            "maxZoom": 8,
            "pitch": 0,
            "bearing": 0,
        },
        "layers": layers,
        "views": [{"@@type": "MapView", "controller": {"dragRotate": False, "touchRotate": False}}],
    }
    style = TOOLTIP_STYLE | {"backgroundColor": theme.ground, "color": theme.ink, "border": f"1px solid {theme.rule}"}
    return LinkMap(spec, {"html": "<b>{a}</b><br>{b}", "style": style})


def map_alt(links: Rows, question: Question, finding: str) -> str:
    """Return one sentence for those who do not see the map: how many arcs join how many places, and the finding."""
    drawn = [row for row in links if _has_points(row, question.chart)]
    ends = places.from_links(drawn, question.chart)
    uk = sum(place.country == "GBR" for place in ends)
    what = f"Map with {count(len(drawn), 'arcs')} from {count(uk, 'places')} in the UK to {len(ends) - uk:,} abroad"
    return f"{question.question} {what}{': ' + finding.strip() if finding.strip() else '.'}"


def _has_points(row: Row, chart: Mapping[str, Any]) -> bool:
    return all(row[chart[name]] is not None for name in ("from_lon", "from_lat", "to_lon", "to_lat"))


def _camera(known: Sequence[Place], rows: Rows, chart: Mapping[str, Any], width: int, height: int) -> Camera:
    """Return the first view: around the arcs that are drawn, or around all our countries where there are none."""
    if not known:
        return places.fit_view((-8.0, 20.0, 92.0, 60.0), width, height)
    by_id = {place.id: place for place in known}
    arcs = [(by_id[row[chart["from_id"]]], by_id[row[chart["to_id"]]]) for row in rows]
    return places.fit_view(places.bounds_of(known, arcs), width, height)


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


def _paint(colour: str, opacity: float) -> list[int]:
    return [*channels(colour), round(255 * opacity)]


def _ground(layer: str, data: object, colour: str) -> dict[str, Any]:
    """Return one flat field: the sea, or the land on it, filled and without any line."""
    fill = {"polygons-fill": {"getFillColor": _paint(colour, 1)}}
    still = {"stroked": False, "filled": True, "pickable": False}
    return {"@@type": "GeoJsonLayer", "id": layer, "data": data, "_subLayerProps": fill} | still


def _arcs(
    rows: Rows, stand: Mapping[str, Place], question: Question, view: View, shown: set[str] | None
) -> dict[str, Any]:
    """Return the arcs, thin ones last so that each can be hit; a row carries only what is drawn."""
    chart = question.chart
    most = max((float(row[chart["width"]]) for row in rows), default=1.0)
    data = []
    for row in sorted(rows, key=lambda row: -float(row[chart["width"]])):
        key = frame.key_of(question, row)
        start, end = stand[row[chart["from_id"]]], stand[row[chart["to_id"]]]
        stands_out = shown is None or key in shown
        colour = view.theme.colour("country", row[chart["colour"]])
        wide = 1 + 3.5 * (float(row[chart["width"]]) / most) ** 0.7
        arc = {
            "id": key,
            "s": [start.lon, start.lat],
            "t": [end.lon, end.lat],
            "w": round(wide if shown is None or not stands_out else wide * 1.6, 1),
            "c": _paint(colour if stands_out else mixed(view.theme.land, colour, 0.12), 0.4 if shown is None else 0.85),
        }
        data.append(arc | _arc_words(row, question))
    if shown is not None:
        data.sort(key=lambda arc: arc["id"] in shown)
    return {
        "@@type": "ArcLayer",
        "id": ARCS,
        "data": data,
        "greatCircle": True,
        "getHeight": 0,
        "numSegments": SEGMENTS,
        "getSourcePosition": "@@=s",
        "getTargetPosition": "@@=t",
        "getSourceColor": "@@=c",
        "getTargetColor": "@@=c",
        "getWidth": "@@=w",
        "widthMinPixels": 1,
        "pickable": True,
        "autoHighlight": True,
        "highlightColor": _paint(view.theme.ink, 0.9),
    }


def _arc_words(row: Row, question: Question) -> dict[str, str]:
    """Return the two lines of an arc's tooltip as plain text: Streamlit escapes what it puts into the tooltip."""
    chart = question.chart
    country = frame.said(question, chart["colour"], row[chart["colour"]])
    many = count(row[chart["width"]], frame.unit_of(question, chart["width"]))
    return {"a": f"{row[chart['from_name']]} – {row[chart['to_name']]}", "b": f"{country}: {many}"}


def _places(stand: Sequence[Place], view: View, shown: set[str] | None) -> dict[str, Any]:
    most = max((place.partnerships for place in stand), default=1) or 1
    data = []
    for place in sorted(stand, key=lambda place: (-place.partnerships, place.id)):
        colour = view.theme.colour("country", place.country)
        if shown is not None and place.id not in shown:
            colour = mixed(view.theme.land, colour, 0.3)
        data.append(
            {
                "id": place.id,
                "p": [place.lon, place.lat],
                "r": round(3.2 + 4.2 * (place.partnerships / most) ** 0.5, 1),
                "c": _paint(colour, 1),
                "a": place.name,
                "b": f"{words.say('country', place.country)}: {count(place.partnerships, 'partnerships')}",
            }
        )
    return {
        "@@type": "ScatterplotLayer",
        "id": PLACES,
        "data": data,
        "getPosition": "@@=p",
        "getRadius": "@@=r",
        "radiusUnits": "pixels",
        "getFillColor": "@@=c",
        "stroked": True,
        "getLineColor": _paint(view.theme.ground, 0.9),
        "lineWidthUnits": "pixels",
        "getLineWidth": 1,
        "pickable": True,
        "autoHighlight": True,
        "highlightColor": _paint(view.theme.ink, 0.9),
    }


def _names(stand: Sequence[Place], camera: Camera, view: View, shown: set[str] | None, width: int) -> dict[str, Any]:
    """Return the names of the places that most partnerships run through, or of what is selected."""
    candidates = [place for place in stand if shown is None or place.id in shown]
    short = [replace(place, name=elided(place.name, SMALL, NAME_ROOM)) for place in candidates]
    chosen = places.labelled(short, camera, SMALL, LABELS if width >= 480 else 0, width)
    data = [
        {
            "p": [place.lon, place.lat],
            "n": place.name,
            "a": "end" if place.country == "GBR" else "start",
            "o": [-9 if place.country == "GBR" else 9, 0],
        }
        for place in chosen
    ]
    return _writing(NAMES, data, SMALL, _paint(view.theme.ink, 1), view) | {"fontWeight": 500}


def _countries(stand: Sequence[Place], view: View) -> dict[str, Any]:
    """Return the countries' names: the UK's above its places, the others' below theirs."""
    data = []
    for country in dict.fromkeys(place.country for place in stand):
        mine = [place for place in stand if place.country == country]
        above = country == "GBR"
        edge = (max if above else min)(mine, key=lambda place: (place.lat, place.id))
        data.append(
            {
                "p": [edge.lon, edge.lat],
                "n": words.say("country", country),
                "a": "middle",
                "o": [0, -18 if above else 18],
                "c": _paint(view.theme.colour("country", country), 1),
            }
        )
    return _writing(COUNTRIES, data, TEXT, "@@=c", view) | {"fontWeight": 700}


def _writing(layer: str, data: list[dict[str, Any]], size: int, colour: object, view: View) -> dict[str, Any]:
    """Return a layer of words on a field of the land's colour, so that arcs behind do not disturb them."""
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
        "getBackgroundColor": _paint(view.theme.land, 0.75),
        "backgroundPadding": [3, 1],
        "backgroundBorderRadius": 3,
        "pickable": False,
    }
