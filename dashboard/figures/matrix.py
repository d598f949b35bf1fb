"""Counts of two things crossed: a cell each, the darker, the more, always with its number."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.frame import Part, Rows, View
from dashboard.figures.text import count, elided, longest, number, safe, wrapped
from dashboard.figures.theme import SMALL

CELL = 34
FOOT = frame.MARK + 6
SIDE_ROOM = 112  # pixels for the rows' names: what a phone can spare
STANDING = 170  # pixels for a column's name
FACET_GAP = 0.6  # columns


def heat_matrix_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: one row a cell, and the columns' names above, standing."""
    lines = list(dict.fromkeys(row[question.chart["y"]] for row in rows))
    return _head(question, rows) + len(lines) * CELL + FOOT


def _head(question: Question, rows: Rows) -> int:
    names = {_column_name(question, row[question.chart["x"]]) for row in rows}
    return int(longest(names, SMALL)) + 16 + (26 if question.chart.get("facet") else 0)


def _column_name(question: Question, code: object) -> str:
    return elided(frame.title_of(question, question.chart["x"], code), SMALL, STANDING)


def heat_matrix(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return cells in the order of the rows, each with its number; the darker, the more."""
    chart = question.chart
    lines = list(dict.fromkeys(row[chart["y"]] for row in rows))
    spots, ends = _columns(question, rows)
    empty = _cells([(spot, place) for spot in spots.values() for place in range(len(lines))], view.theme.wash)
    notes = (
        _row_names(question, chart["y"], lines, view)
        + _column_names(question, spots, view)
        + _facet_names(question, ends, _head(question, rows), view)
    )
    return frame.sheet(
        [empty | {"hoverinfo": "skip", "showlegend": False}, _counts(question, rows, spots, lines, view)],
        view,
        heat_matrix_height(question, rows),
        (SIDE_ROOM, 1, _head(question, rows), FOOT),
        barmode="overlay",
        annotations=notes,
        xaxis=frame.bare(range=[-0.5, max(spots.values()) + 0.5]),
        yaxis=frame.bare(range=[len(lines), 0]),
    )


def _counts(
    question: Question, rows: Rows, spots: dict[tuple[Any, Any], float], lines: Sequence[Any], view: View
) -> Part:
    """Return the cells that hold a number, in colours that the number can be read on."""
    chart = question.chart
    x, y, value, facet = chart["x"], chart["y"], chart["value"], chart.get("facet")
    filled = [row for row in rows if row[value]]
    most = max((float(row[value]) for row in filled), default=1.0)
    keys = [frame.key_of(question, row) for row in filled]
    heats = [view.theme.heat(0.12 + 0.88 * float(row[value]) / most) for row in filled]
    fills = [view.shade(heat, key) for heat, key in zip(heats, keys, strict=True)]
    unit = frame.unit_of(question, value)
    texts = [
        frame.hover(f"{frame.said(question, y, row[y])} and {frame.said(question, x, row[x])}", count(row[value], unit))
        for row in filled
    ]
    at = [(spots[(row.get(facet) if facet else None, row[x])], lines.index(row[y])) for row in filled]
    words = {
        "text": [number(row[value]) for row in filled],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "insidetextfont": {"size": SMALL, "color": [view.theme.text_on(fill) for fill in fills]},
    }
    return _cells(at, fills) | words | frame.marks(keys, texts)


def _columns(question: Question, rows: Rows) -> tuple[dict[tuple[Any, Any], float], list[tuple[Any, float, float]]]:
    """Return (the middle of each column, the first and last column of each facet)."""
    x, facet = question.chart["x"], question.chart.get("facet")
    spots: dict[tuple[Any, Any], float] = {}
    ends: list[tuple[Any, float, float]] = []
    spot = 0.0
    for code in frame.in_order(question, facet, rows):
        names = list(dict.fromkeys(row[x] for row in rows if facet is None or row[facet] == code))
        for place, name in enumerate(names):
            spots[(code, name)] = spot + place
        ends.append((code, spot, spot + len(names) - 1))
        spot += len(names) + FACET_GAP
    return spots, ends


def _cells(at: Sequence[tuple[float, int]], colours: Any) -> Part:
    """Return a trace of filled cells (bars, because these can be clicked)."""
    return {
        "type": "bar",
        "x": [spot for spot, _ in at],
        "base": [place + 0.04 for _, place in at],
        "y": [0.92] * len(at),
        "width": 0.94,
        "marker": {"color": colours, "line": {"width": 0}},
    }


def _row_names(question: Question, column: str, lines: Sequence[Any], view: View) -> list[Part]:
    notes = []
    for place, code in enumerate(lines):
        broken = wrapped(frame.title_of(question, column, code), SMALL, SIDE_ROOM - 8, 2)
        at = {"xref": "paper", "yref": "y", "yanchor": "middle", "xshift": -SIDE_ROOM}
        notes.append(frame.note("<br>".join(map(safe, broken)), 0, place + 0.5, view, **at))
    return notes


def _column_names(question: Question, spots: dict[tuple[Any, Any], float], view: View) -> list[Part]:
    at = {"yref": "paper", "textangle": -90, "xanchor": "center", "yanchor": "bottom", "yshift": 4}
    return [frame.note(safe(_column_name(question, name)), spot, 1, view, **at) for (_, name), spot in spots.items()]


def _facet_names(question: Question, ends: Sequence[tuple[Any, float, float]], head: int, view: View) -> list[Part]:
    facet = question.chart.get("facet")
    if facet is None:
        return []
    notes = []
    for code, first, _ in ends:
        colour = frame.colour_of(question, facet, code, view)
        at = {"yref": "paper", "yanchor": "bottom", "yshift": head - 20, "colour": colour}
        name = f"<b>{safe(frame.said(question, facet, code))}</b>"
        notes.append(frame.note(name, first - 0.47, 1, view, **at))
    return notes
