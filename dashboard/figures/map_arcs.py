"""The arcs of a map: wide and deep in colour where there is more, pale where there are many, dim where they ended."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import words
from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.frame import Row, Rows
from dashboard.figures.map_layers import BUSY, LEADERS, MINOR, Marks, Spot, paint, said, short_id, terse
from dashboard.figures.places import Place
from dashboard.figures.text import number
from dashboard.figures.theme import Theme, mixed

SEGMENTS = 32
CROWD = 120  # arcs: more of them are drawn fainter, so that the busy roads still stand out


def size_of(row: Row, size: str) -> float:
    """Return what an arc's width and rank go by: links, or partnerships."""
    value = row.get("links" if size == "links" else "partnerships")
    return float(value if value is not None else row.get("links") or 0)


def strongest(rows: Rows, question: Question, size: str, top: int) -> set[str]:
    """Return the keys of the ``top`` strongest links, ties in the order of their keys; of all where it is 0."""
    ranked = sorted((-size_of(row, size), frame.key_of(question, row)) for row in rows)
    return {key for _, key in (ranked[:top] if top else ranked)}


def arcs(
    rows: Rows, stand: Mapping[str, Place], question: Question, marks: Marks, among: Rows = ()
) -> list[dict[str, Any]]:
    """Return the rows of the arcs, the strongest last and so on top; each carries only what is drawn.

    ``among`` are all arcs of the map, where these are some of them: strength is strength among all.
    """
    chart = question.chart
    sizes = [size_of(row, marks.size) for row in among or rows]
    most, busy = max(sizes, default=1.0), _busy(sizes)
    thin = min(1.0, (CROWD / max(1, len(sizes))) ** 0.5)
    data = []
    for row in sorted(rows, key=lambda row: _order(row, question, marks)):
        key = frame.key_of(question, row)
        start, end = stand[str(row[chart["from_id"]])], stand[str(row[chart["to_id"]])]
        strength = min(1.0, max(0.0, size_of(row, marks.size) - 1) / max(3.0, most - 1)) ** 0.6
        if size_of(row, marks.size) < busy:
            strength *= 0.4
        colour = marks.scale.colour(row.get(marks.scale.column))
        # Many colours must be told apart, two need not: what has one of many keeps it, and the rest lies behind.
        told_apart = marks.scale.column != "country" and colour != marks.scale.neutral
        depth, opacity = _depth(thin, strength), 0.16 + 0.3 * thin + 0.4 * strength
        look = _Stroke(
            (1.2 if marks.size == "people" else 1 + (1.4 + 1.8 * thin) * strength) * marks.grain,
            max(0.6, opacity) if told_apart else opacity,
            mixed(marks.theme.land, colour, max(0.85, depth) if told_apart else depth),
        )
        look = _seen(look, row, key, marks)
        arc = {"id": short_id(key), "s": [start.lon, start.lat], "t": [end.lon, end.lat]}
        painted = {"w": round(look.wide, 1), "c": paint(look.colour, look.opacity)}
        data.append(arc | painted | _arc_words(row, question, marks))
    return data


def _depth(thin: float, strength: float) -> float:
    """Return how much of its colour an arc has: the weak ones are pale where there are many."""
    weak = 0.18 + 0.62 * thin
    return weak + (1 - weak) * math.sqrt(strength)


def _busy(sizes: Sequence[float]) -> float:
    """Return the size from which on an arc is among the strongest, where there are too many for all to be strong."""
    return sorted(sizes, reverse=True)[BUSY] + 1e-6 if len(sizes) > BUSY else 0.0


def _order(row: Row, question: Question, marks: Marks) -> tuple[int, bool, float, str]:
    """Return an arc's place: what has ended lowest, what is new highest, colours above the neutral, wide above thin."""
    state = {"ended": 0, "new": 2}.get(str(row.get("state")), 1)
    coloured = bool(marks.scale.code(row.get(marks.scale.column)))
    return state, coloured, size_of(row, marks.size), frame.key_of(question, row)


@dataclass(frozen=True, slots=True)
class _Stroke:
    """How one arc is drawn: its width in pixels, its opacity and its colour."""

    wide: float
    opacity: float
    colour: str


def _seen(look: _Stroke, row: Row, key: str, marks: Marks) -> _Stroke:
    """Return an arc's stroke in its year (lit where it is new, thin and grey where it has ended), among what is in
    focus, and among what is selected."""
    state, theme = row.get("state") if marks.year else None, marks.theme
    own = marks.scale.colour(row.get(marks.scale.column))
    if own == marks.scale.neutral:
        look = _Stroke(look.wide, 0.55 * look.opacity, look.colour)  # behind what has a colour
    if state == "new":
        look = _Stroke(look.wide * 1.3 + 1, 0.95, own)
    elif state == "ended":
        look = _Stroke(max(0.6, look.wide * 0.5), 0.5, mixed(theme.land, theme.neutral, 0.45))
    elif marks.year:
        look = _Stroke(look.wide, 0.7 * look.opacity, look.colour)  # so that what is new is seen to be
    if marks.focus not in ("all", "GBR", row.get("country")):
        look = _Stroke(look.wide, 0.35 * look.opacity, look.colour)  # only passes by
    if marks.stands_out(key):
        return _Stroke(look.wide * 1.4 + 0.6, 0.9, own)
    if marks.shown is not None:
        return _Stroke(look.wide, 0.85, mixed(theme.land, own, 0.12))
    return look


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
        "antialiasing": True,
        "pickable": pickable,
        "autoHighlight": pickable,
        "highlightColor": paint(theme.ink, 0.9),
    }


def minor(data: Sequence[Mapping[str, Any]], theme: Theme) -> dict[str, Any]:
    """Return the arcs that are not among the strongest: thin, faint, without words, not to be picked."""
    faint = 0.16 * min(1.0, (CROWD / max(1, len(data))) ** 0.4)
    rows = [{"s": arc["s"], "t": arc["t"], "c": [*arc["c"][:3], round(255 * faint)], "w": 0.7} for arc in data]
    return arc_layer(MINOR, rows, theme, pickable=False)


def leaders(ends: Sequence[tuple[Spot, Spot]], theme: Theme) -> list[dict[str, Any]]:
    """Return the thin lines from dots to the names that stand away from them; nothing where none does."""
    quiet = paint(theme.muted, 0.8)
    data = [{"s": list(start), "t": list(end), "c": quiet, "w": 0.8} for start, end in ends]
    return [arc_layer(LEADERS, data, theme, pickable=False)] if data else []


def told(question: Question, size: str) -> str:
    """Return the second line of every tooltip of a map of links: what is counted, before each mark's own number."""
    column = "links" if size == "links" else "partnerships"
    known = question.columns.get(column)
    return f"{known.label if known else column.capitalize()}: {{b}}"


def _arc_words(row: Row, question: Question, marks: Marks) -> dict[str, str]:
    """Return the two lines of an arc's tooltip as plain text: Streamlit escapes what it puts into the tooltip."""
    chart = question.chart
    state = f" · {words.say('link_state', row['state']).lower()}" if row.get("state") else ""
    names = f"{row[chart['from_name']]} – {row[chart['to_name']]}"
    return {"a": said(terse(names) if marks.terse else names), "b": number(size_of(row, marks.size)) + state}
