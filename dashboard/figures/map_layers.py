"""The layers of a map that are no words: sea, land, arcs and places, each as deck.gl reads it.

Streamlit sets every fill and text colour to 40 % opacity while something is picked. What must not fade (land, sea,
names) carries its colour in ``_subLayerProps``, which it leaves alone; what fades is mixed towards the land's colour.
"""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import words
from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.frame import Row, Rows, View
from dashboard.figures.map_legend import Scale
from dashboard.figures.places import Place
from dashboard.figures.text import count
from dashboard.figures.theme import Theme, channels, mixed

SEA, LAND, MINOR, ARCS, PLACES = "sea", "land", "minor", "links", "places"
SEGMENTS = 20
CROWD = 120  # arcs: more of them are drawn fainter, so that the busy roads still stand out
BUSY = 200  # arcs: where more are drawn, only the strongest of them (at most these) keep their full width
WORLD = {"type": "Polygon", "coordinates": [[[-180, -80], [180, -80], [180, 82], [-180, 82], [-180, -80]]]}


@dataclass(frozen=True, slots=True)
class Marks:
    """How marks are drawn: the view, the colours of arcs, the columns of their width, and the ids that stand out."""

    view: View
    scale: Scale
    size: str
    shown: frozenset[str] | None
    year: int = 0

    @property
    def theme(self) -> Theme:
        """The theme of the view."""
        return self.view.theme

    def stands_out(self, *ids: str) -> bool:
        """Say whether one of these ids is selected or belongs to what is; nothing is, where nothing is selected."""
        return self.shown is not None and any(name in self.shown for name in ids)


def paint(colour: str, opacity: float) -> list[int]:
    """Return red, green, blue and opacity, each 0 to 255."""
    return [*channels(colour), round(255 * opacity)]


def short_id(key: str) -> str:
    """Return eight letters that stand for a row's key: keys of two long names would be a third of the map's bytes."""
    return urlsafe_b64encode(hashlib.blake2b(key.encode(), digest_size=6).digest()).decode()


def ground(layer: str, data: object, colour: str) -> dict[str, Any]:
    """Return one flat field: the sea, or the land on it, filled and without any line."""
    fill = {"polygons-fill": {"getFillColor": paint(colour, 1)}}
    still = {"stroked": False, "filled": True, "pickable": False}
    return {"@@type": "GeoJsonLayer", "id": layer, "data": data, "_subLayerProps": fill} | still


def size_of(row: Row, size: str) -> float:
    """Return what an arc's width and rank go by: links, or partnerships."""
    value = row.get("links" if size == "links" else "partnerships")
    return float(value if value is not None else row.get("links") or 0)


def strongest(rows: Rows, question: Question, size: str, top: int) -> set[str]:
    """Return the keys of the ``top`` strongest links, ties in the order of their keys; of all where it is 0."""
    ranked = sorted((-size_of(row, size), frame.key_of(question, row)) for row in rows)
    return {key for _, key in (ranked[:top] if top else ranked)}


def arcs(rows: Rows, stand: Mapping[str, Place], question: Question, marks: Marks) -> list[dict[str, Any]]:
    """Return the rows of the arcs, thin ones last so that each can be hit; each carries only what is drawn."""
    chart = question.chart
    most = max((size_of(row, marks.size) for row in rows), default=1.0) or 1.0
    busy = _busy(rows, marks.size)
    thin = min(1.0, (CROWD / max(1, len(rows))) ** 0.5)
    data = []
    for row in sorted(rows, key=lambda row: _order(row, question, marks.size)):
        key = frame.key_of(question, row)
        start, end = stand[str(row[chart["from_id"]])], stand[str(row[chart["to_id"]])]
        strength = (size_of(row, marks.size) / most) ** 0.7
        wide, opacity = 1 + 3.5 * strength, (0.3 + 0.35 * strength) * (0.4 + 0.6 * thin)
        if size_of(row, marks.size) < busy:
            wide, opacity = 0.8, 0.4 * thin
        if marks.size == "people":
            wide = 1.2
        wide, opacity, colour = _in_time(wide, opacity, marks.scale.colour(row.get(marks.scale.column)), row, marks)
        if marks.stands_out(key):
            wide, opacity = wide * 1.4 + 0.6, 0.9
        elif marks.shown is not None:
            colour, opacity = mixed(marks.theme.land, colour, 0.12), 0.85
        arc = {"id": short_id(key), "s": [start.lon, start.lat], "t": [end.lon, end.lat]}
        data.append(arc | {"w": round(wide, 1), "c": paint(colour, opacity)} | _arc_words(row, question, marks.size))
    return data


def _busy(rows: Rows, size: str) -> float:
    """Return the size from which on an arc is among the strongest, where there are too many for all to be strong."""
    if len(rows) <= BUSY:
        return 0.0
    return sorted((size_of(row, size) for row in rows), reverse=True)[BUSY] + 1e-6


def _order(row: Row, question: Question, size: str) -> tuple[int, float, str]:
    """Return an arc's place: what has ended lowest, what is new highest, thin above wide."""
    states = {"ended": 0, "new": 2}
    return states.get(str(row.get("state")), 1), -size_of(row, size), frame.key_of(question, row)


def _in_time(wide: float, opacity: float, colour: str, row: Row, marks: Marks) -> tuple[float, float, str]:
    """Return an arc's width, opacity and colour in its year: lit where it is new, thin and grey where it has ended."""
    state = row.get("state") if marks.year else None
    if state == "new":
        return wide * 1.3 + 1, 0.95, colour
    if state == "ended":
        return max(0.6, wide * 0.5), 0.55 * opacity + 0.05, marks.theme.neutral
    return wide, opacity, colour


def arc_layer(layer: str, data: Sequence[Mapping[str, Any]], theme: Theme, pickable: bool = True) -> dict[str, Any]:
    """Return a layer of arcs: flat, on the great circle."""
    return {
        "@@type": "ArcLayer",
        "id": layer,
        "data": data,
        "greatCircle": True,
        "getHeight": 0,
        "numSegments": SEGMENTS,
        "getSourcePosition": "@@=s",
        "getTargetPosition": "@@=t",
        "getSourceColor": "@@=c",
        "getTargetColor": "@@=c",
        "getWidth": "@@=w",
        "widthMinPixels": 0.5,
        "pickable": pickable,
        "autoHighlight": pickable,
        "highlightColor": paint(theme.ink, 0.9),
    }


def minor(data: Sequence[Mapping[str, Any]], theme: Theme) -> dict[str, Any]:
    """Return the arcs that are not among the strongest: thin, faint, without words, not to be picked."""
    faint = 0.16 * min(1.0, (CROWD / max(1, len(data))) ** 0.4)
    rows = [{"s": arc["s"], "t": arc["t"], "c": [*arc["c"][:3], round(255 * faint)], "w": 0.7} for arc in data]
    return arc_layer(MINOR, rows, theme, pickable=False)


def _arc_words(row: Row, question: Question, size: str) -> dict[str, str]:
    """Return the two lines of an arc's tooltip as plain text: Streamlit escapes what it puts into the tooltip."""
    chart = question.chart
    unit = "links" if size == "links" or row.get("partnerships") is None else "partnerships"
    state = f" · {words.say('link_state', row['state']).lower()}" if row.get("state") else ""
    names = f"{row[chart['from_name']]} – {row[chart['to_name']]}"
    return {"a": said(names), "b": count(row.get(unit), unit) + state}


def said(text: str) -> str:
    """Return text for the tooltip, whose template would take braces for the name of a field."""
    return text.replace("{", "(").replace("}", ")")


def dot_layer(data: Sequence[Mapping[str, Any]], theme: Theme) -> dict[str, Any]:
    """Return the layer of places: discs, rings and soft discs, each with its own fill and edge."""
    return {
        "@@type": "ScatterplotLayer",
        "id": PLACES,
        "data": data,
        "getPosition": "@@=p",
        "getRadius": "@@=r",
        "radiusUnits": "pixels",
        "getFillColor": "@@=c",
        "stroked": True,
        "getLineColor": "@@=e",
        "lineWidthUnits": "pixels",
        "getLineWidth": 1.4,
        "pickable": True,
        "autoHighlight": True,
        "highlightColor": paint(theme.ink, 0.9),
    }


def lifted(layer: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], ids: set[str]) -> list[dict[str, Any]]:
    """Return what stands out once more, above its own layer; nothing where nothing is selected.

    The layer's own rows never change their order: Streamlit remembers what was picked by its place in them.
    """
    data = [row for row in rows if row["id"] in ids]
    return [{**layer, "id": f"{layer['id']}-selected", "data": data, "pickable": False}] if data else []
