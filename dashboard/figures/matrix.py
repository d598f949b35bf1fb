"""Forms of cells: counts of two things crossed, and how complete each table is."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.text import count, longest, number, safe, wrapped
from dashboard.figures.theme import SMALL

CELL = 34
SIDE_ROOM = 112  # pixels for the rows' names: what a phone can spare
HEAD_TEXT = 12
FACET_GAP = 0.6  # columns


def heat_matrix_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: one row a cell, and the columns' names above, standing."""
    lines = list(dict.fromkeys(row[question.chart["y"]] for row in rows))
    return _head(question, rows) + len(lines) * CELL + 6


def _head(question: Question, rows: Rows) -> int:
    names = {frame.said(question, question.chart["x"], row[question.chart["x"]]) for row in rows}
    return int(longest(names, HEAD_TEXT)) + 16 + (26 if question.chart.get("facet") else 0)


def heat_matrix(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return cells in the order of the rows, each with its number; the darker, the more."""
    chart = question.chart
    x, y, value, facet = chart["x"], chart["y"], chart["value"], chart.get("facet")
    lines = list(dict.fromkeys(row[y] for row in rows))
    spots, ends = _columns(question, rows)
    most = max(float(row[value] or 0) for row in rows) or 1.0
    filled = [row for row in rows if row[value]]
    keys = [frame.key_of(question, row) for row in filled]
    fills = [view.theme.heat(0.12 + 0.88 * float(row[value]) / most) for row in filled]
    unit = frame.unit_of(question, value)
    texts = [
        frame.hover(f"{frame.said(question, y, row[y])} and {frame.said(question, x, row[x])}", count(row[value], unit))
        for row in filled
    ]
    at = [(spots[(row.get(facet) if facet else None, row[x])], lines.index(row[y])) for row in filled]
    cells = _cells(at, [view.shade(f, k) for f, k in zip(fills, keys, strict=True)])
    cells |= {
        "text": [number(row[value]) for row in filled],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "insidetextfont": {
            "size": SMALL,
            "color": [view.theme.text_on(view.shade(f, k)) for f, k in zip(fills, keys, strict=True)],
        },
    }
    empty = _cells([(spot, place) for spot in spots.values() for place in range(len(lines))], view.theme.wash)
    notes = (
        _row_names(question, y, lines, view)
        + _column_names(question, spots, view)
        + _facet_names(question, ends, _head(question, rows), view)
    )
    return frame.sheet(
        [empty | {"hoverinfo": "skip", "showlegend": False}, cells | frame.marks(keys, texts)],
        view,
        heat_matrix_height(question, rows),
        (SIDE_ROOM, 1, _head(question, rows), 6),
        barmode="overlay",
        annotations=notes,
        xaxis=frame.bare(range=[-0.5, max(spots.values()) + 0.5]),
        yaxis=frame.bare(range=[len(lines), 0]),
    )


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
        broken = wrapped(frame.said(question, column, code), SMALL, SIDE_ROOM - 8, 2)
        at = {"xref": "paper", "yref": "y", "yanchor": "middle", "xshift": -SIDE_ROOM}
        notes.append(frame.note("<br>".join(map(safe, broken)), 0, place + 0.5, view, **at))
    return notes


def _column_names(question: Question, spots: dict[tuple[Any, Any], float], view: View) -> list[Part]:
    x = question.chart["x"]
    at = {"yref": "paper", "textangle": -90, "xanchor": "center", "yanchor": "bottom", "yshift": 4}
    return [frame.note(safe(frame.said(question, x, name)), spot, 1, view, **at) for (_, name), spot in spots.items()]


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


def completeness_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: one row a table, the fields' names above."""
    return 50 + len(_tables(question, rows)) * COMPLETE_ROW + 4


COMPLETE_ROW = 48


def _tables(question: Question, rows: Rows) -> list[Any]:
    return list(dict.fromkeys(row[question.chart["row"]] for row in rows))


def completeness(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return a small bar a table and field: how many of its rows have it, in words beside it."""
    chart = question.chart
    tables = _tables(question, rows)
    fields = list(dict.fromkeys(row[chart["column"]] for row in rows))
    data, notes = _complete_bars(question, rows, tables, fields, view)
    for place, table in enumerate(tables):
        name = frame.said(question, chart["row"], table)
        notes.append(
            frame.note(f"<b>{safe(name)}</b>", 0, place + 0.22, view, xref="paper", yref="y", yanchor="middle")
        )
    for place, field in enumerate(fields):
        broken = wrapped(frame.said(question, chart["column"], field), SMALL, 62, 2)
        at = {"yref": "paper", "yanchor": "bottom", "yshift": 6, "colour": view.theme.muted}
        notes.append(frame.note("<br>".join(map(safe, broken)), place, 1, view, **at))
    return frame.sheet(
        data,
        view,
        completeness_height(question, rows),
        (1, 1, 50, 4),
        barmode="overlay",
        annotations=notes,
        xaxis=frame.bare(range=[0, len(fields)]),
        yaxis=frame.bare(range=[len(tables), 0]),
    )


def _complete_bars(
    question: Question, rows: Rows, tables: Sequence[Any], fields: Sequence[Any], view: View
) -> tuple[list[Part], list[Part]]:
    chart = question.chart
    keys = [frame.key_of(question, row) for row in rows]
    pairs = [(float(row[chart["value"]] or 0), float(row[chart["total"]] or 0)) for row in rows]
    at = [(fields.index(row[chart["column"]]), tables.index(row[chart["row"]]) + 0.84) for row in rows]
    texts = [_complete_hover(question, row, pair) for row, pair in zip(rows, pairs, strict=True)]
    lying: Part = {
        "type": "bar",
        "orientation": "h",
        "y": [y for _, y in at],
        "width": 0.13,
        "base": [x for x, _ in at],
    }
    track = lying | {"x": [0.88] * len(at), "marker": {"color": view.theme.track, "cornerradius": 2}}
    shares = [0.88 * n / total if total else 0.0 for n, total in pairs]
    colours = [view.shade(view.theme.accent, key) for key in keys]
    bar = lying | {"x": shares, "marker": {"color": colours, "cornerradius": 2, "line": {"width": 0}}}
    notes = [
        frame.note(
            f"{number(n)}<span style='color:{view.theme.muted}'>/{number(total)}</span>",
            x,
            y - 0.24,
            view,
            yanchor="middle",
        )
        for (n, total), (x, y) in zip(pairs, at, strict=True)
    ]
    return [track | frame.marks(keys, texts), bar | frame.marks(keys, texts)], notes


def _complete_hover(question: Question, row: Row, pair: tuple[float, float]) -> str:
    chart = question.chart
    table, field = (frame.said(question, chart[name], row[chart[name]]) for name in ("row", "column"))
    return frame.hover(
        f"{table}: {field}", f"{number(pair[0])} of {number(pair[1])} {frame.unit_of(question, chart['total'])}"
    )
