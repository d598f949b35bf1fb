"""Pairs of dots on one scale: a line for each label, a dot for each country."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame, legend
from dashboard.figures.frame import Part, Rows, View
from dashboard.figures.text import count, elided, number, safe
from dashboard.figures.theme import SMALL, TEXT

ROW = 42
LIMIT = 20
FOOT = 30
SIGNS = ("circle", "diamond", "square", "triangle-up")
DOT = 13


def paired_dots_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: the key and one row a label, at most the limit."""
    return 8 + _key_height(question, rows) + len(_labels(question, rows)) * ROW + FOOT


def _key_height(question: Question, rows: Rows) -> int:
    group = question.chart["colour"]
    return legend.key_height([frame.said(question, group, code) for code in frame.in_order(question, group, rows)])


def paired_dots(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return one line a label with a dot a country on one scale, each dot with its number beside it."""
    chart = question.chart
    label, value, group = chart["label"], chart["value"], chart["colour"]
    labels = _labels(question, rows)
    drawn = [row for row in rows if row[label] in labels]
    codes = frame.in_order(question, group, drawn)
    top, step = frame.nice_top(max(float(row[value] or 0) for row in drawn))
    signs = {code: SIGNS[place % len(SIGNS)] for place, code in enumerate(codes)}
    colours = {code: frame.colour_of(question, group, code, view, place) for place, code in enumerate(codes)}
    tall = _key_height(question, rows)
    entries = [(frame.said(question, group, code), colours[code], signs[code]) for code in codes]
    shapes, notes = legend.key_line(entries, view, 8 + tall - 14, 24)
    for place, code in enumerate(labels):
        name = elided(frame.title_of(question, label, code), TEXT, frame.NARROW)
        notes.append(_above(name, place, view))
    data = [_ties(drawn, labels, label, value, view)]
    data += [_group(question, drawn, labels, code, (colours[code], signs[code]), view) for code in codes]
    return frame.sheet(
        data,
        view,
        paired_dots_height(question, rows),
        (24, 24, 8 + tall, FOOT),
        shapes=shapes,
        annotations=notes,
        xaxis=frame.axis(view, range=[0, top], dtick=step, tick0=0, tickangle=0),
        yaxis=frame.bare(range=[len(labels), 0]),
    )


def _group(question: Question, rows: Rows, labels: Sequence[Any], code: Any, look: tuple[str, str], view: View) -> Part:
    """Return the dots of one group; ``look`` is its colour and sign."""
    chart = question.chart
    label, value, group = chart["label"], chart["value"], chart["colour"]
    mine = [row for row in rows if row[group] == code and row[value] is not None]
    keys = [frame.key_of(question, row) for row in mine]
    name, unit = frame.said(question, group, code), frame.unit_of(question, value)
    texts = [frame.hover(frame.title_of(question, label, r[label]), f"{name}: {count(r[value], unit)}") for r in mine]
    first = frame.in_order(question, group, rows)[0]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [float(row[value]) for row in mine],
        "y": [labels.index(row[label]) + 0.7 for row in mine],
        "text": [f"<b>{number(row[value])}</b>" for row in mine],
        "textposition": [_side(row, rows, label, value, group, first) for row in mine],
        "textfont": {"size": SMALL, "color": view.theme.ink},
        "cliponaxis": False,
        "marker": {
            "symbol": look[1],
            "size": DOT,
            "color": [view.shade(look[0], key) for key in keys],
            "line": {"width": 1.5, "color": view.theme.ground},
        },
        **frame.marks(keys, texts),
    }


def _labels(question: Question, rows: Rows) -> list[Any]:
    return list(dict.fromkeys(row[question.chart["label"]] for row in rows))[: int(question.chart.get("limit", LIMIT))]


def _above(name: str, place: int, view: View) -> Part:
    at = {"xref": "paper", "yref": "y", "yanchor": "middle", "xshift": -24, "size": TEXT}
    return frame.note(safe(name), 0, place + 0.28, view, **at)


def _side(row: Any, rows: Rows, label: str, value: str, group: str, first: Any) -> str:
    """Return where a dot's number stands, away from the other dot of its line."""
    others = [
        float(r[value]) for r in rows if r[label] == row[label] and r[group] != row[group] and r[value] is not None
    ]
    mine = float(row[value])
    if not others or mine > max(others):
        return "middle right"
    if mine < min(others):
        return "middle left"
    return "middle left" if row[group] == first else "middle right"


def _ties(rows: Rows, labels: Sequence[Any], label: str, value: str, view: View) -> Part:
    """Return the thin lines between the dots of each label, in one trace."""
    x: list[float | None] = []
    y: list[float | None] = []
    for place, code in enumerate(labels):
        values = [float(row[value]) for row in rows if row[label] == code and row[value] is not None]
        if values:
            x += [min(values), max(values), None]
            y += [place + 0.7, place + 0.7, None]
    line = {"color": view.theme.track, "width": 4}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", "showlegend": False}
