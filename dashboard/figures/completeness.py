"""How complete each table is: a small bar a table and field, the table's rows beside its name."""

from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.text import elided, longest, measure, number, safe
from dashboard.figures.theme import SMALL, TEXT

ROW = 46
STANDING = 150  # pixels for a field's name
FOOT = frame.MARK + 4
FULL = 0.86  # of a column: the width of a bar that is full


def completeness_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: one row a table, the fields' names standing above."""
    return _head(question, rows) + len(_found(rows, question.chart["row"])) * ROW + FOOT


def _found(rows: Rows, column: str) -> list[Any]:
    return list(dict.fromkeys(row[column] for row in rows))


def _head(question: Question, rows: Rows) -> int:
    column = question.chart["column"]
    return int(longest([_field(question, field) for field in _found(rows, column)], SMALL)) + 14


def _field(question: Question, field: object) -> str:
    return elided(frame.title_of(question, question.chart["column"], field), SMALL, STANDING)


def completeness(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return a small bar a table and field: how many of the table's rows have it, the number above the bar."""
    chart = question.chart
    tables, fields = _found(rows, chart["row"]), _found(rows, chart["column"])
    totals = {row[chart["row"]]: row[chart["total"]] for row in rows}
    notes = []
    for place, table in enumerate(tables):
        unit = frame.unit_of(question, chart["total"])
        rest = f"{number(totals[table])} {unit}"
        room = frame.NARROW - measure(rest, TEXT) - 20
        name = f"<b>{safe(elided(frame.title_of(question, chart['row'], table), TEXT, room))}</b>  {safe(rest)}"
        notes.append(frame.note(name, 0, place + 0.2, view, xref="paper", yref="y", yanchor="middle", size=TEXT))
    for place, field in enumerate(fields):
        at = {"yref": "paper", "yanchor": "bottom", "yshift": 4, "textangle": -90, "colour": view.theme.muted}
        notes.append(frame.note(safe(_field(question, field)), place, 1, view, **at))
    for row in rows:
        x, y = fields.index(row[chart["column"]]), tables.index(row[chart["row"]]) + 0.56
        notes.append(frame.note(number(row[chart["value"]]), x, y, view, yanchor="middle"))
    return frame.sheet(
        _bars(question, rows, tables, fields, view),
        view,
        completeness_height(question, rows),
        (1, 1, _head(question, rows), FOOT),
        barmode="overlay",
        annotations=notes,
        xaxis=frame.bare(range=[0, len(fields)]),
        yaxis=frame.bare(range=[len(tables), 0]),
    )


def _bars(question: Question, rows: Rows, tables: list[Any], fields: list[Any], view: View) -> list[Part]:
    """Return three traces: a field that takes the click, the track, and the bar on it."""
    chart = question.chart
    keys = [frame.key_of(question, row) for row in rows]
    marks = frame.marks(keys, [_hover(question, row) for row in rows])
    at = [(fields.index(row[chart["column"]]), tables.index(row[chart["row"]])) for row in rows]
    shares = [FULL * (row[chart["value"]] or 0) / row[chart["total"]] if row[chart["total"]] else 0.0 for row in rows]
    lying: Part = {"type": "bar", "orientation": "h", "base": [x for x, _ in at]}
    thin = lying | {"y": [y + 0.82 for _, y in at], "width": 0.13}
    full = [FULL] * len(at)
    colours = [view.shade(view.theme.accent, key) for key in keys]
    hit = lying | {"x": full, "y": [y + 0.66 for _, y in at], "width": 0.5, "opacity": 0}
    track = thin | {"x": full, "marker": {"color": view.theme.track, "line": {"width": 0}}}
    bar = thin | {"x": shares, "marker": {"color": colours, "line": {"width": 0}}}
    return [hit | marks, track | marks, bar | marks]


def _hover(question: Question, row: Row) -> str:
    chart = question.chart
    table, field = (frame.title_of(question, chart[name], row[chart[name]]) for name in ("row", "column"))
    of = f"{number(row[chart['value']])} of {number(row[chart['total']])}"
    return frame.hover(f"{table}: {field}", f"{of} {frame.unit_of(question, chart['total'])}")
