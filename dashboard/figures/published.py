"""Published figures where and when they were stated: the words of each above its dot, the number beside it."""

from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.text import count, elided, longest, number, safe, wrapped
from dashboard.figures.theme import TEXT
from dashboard.figures.timeline import FOOT, UNDATED, date_axis, decimal_year, foot_note, years_of


def dots_by_date_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: one row a published figure, at most the limit."""
    return 8 + 26 + min(len(rows), int(question.chart.get("limit", 15))) * 40 + FOOT


def dots_by_date(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return one row a published figure: its words above, its dot at its date with the number beside it."""
    chart = question.chart
    x, value, group = chart["x"], chart["y"], chart.get("colour")
    drawn = list(rows)[: int(chart.get("limit", 15))]
    first, last = years_of(drawn, x)
    undated = any(row[x] is None for row in drawn)
    ends = longest([number(row[value]) for row in drawn], TEXT) + 22
    codes = frame.in_order(question, group, drawn) if group else []
    entries = [
        (frame.said(question, group or "", code), frame.colour_of(question, group, code, view), "circle")
        for code in codes
    ]
    shapes, notes = frame.key_line(entries, view, 20)
    data = []
    for place, row in enumerate(drawn):
        key = frame.key_of(question, row)
        words = frame.said(question, chart["label"], row[chart["label"]])
        notes.append(frame.note(safe(elided(words, TEXT, frame.NARROW)), 0, place + 0.25, view, **_flush()))
        colour = view.shade(frame.colour_of(question, group, row.get(group) if group else None, view), key)
        unit = str(row.get("unit") or frame.unit_of(question, value))
        text = frame.hover(
            *wrapped(words, TEXT, 300, 4), count(row[value], unit), str(row[chart["x_text"]] or "no date")
        )
        data.append(_published(row, place, colour, key, text, question, view))
    if undated:
        notes.append(foot_note("no date", UNDATED / 2, view))
    years = list(range(first, last + 1)) if last else []
    return frame.sheet(
        data,
        view,
        dots_by_date_height(question, rows),
        (8, max(int(ends), UNDATED if undated else 0), 34, FOOT),
        shapes=shapes,
        annotations=notes,
        xaxis=date_axis(years, view),
        xaxis2=frame.bare(overlaying="x", range=[0, 1]),
        yaxis=frame.bare(range=[len(drawn), 0]),
    )


def _flush() -> dict[str, Any]:
    return {"xref": "paper", "yref": "y", "yanchor": "middle", "xshift": -8, "size": TEXT}


def _published(row: Row, place: int, colour: str, key: str, text: str, question: Question, view: View) -> Part:
    chart = question.chart
    dated = row[chart["x"]] is not None
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [decimal_year(row[chart["x"]]) if dated else 1.0],
        "y": [place + 0.7],
        "xaxis": "x" if dated else "x2",
        "text": [f"<b>{number(row[chart['y']])}</b>"],
        "textposition": "middle right",
        "textfont": {"size": TEXT, "color": view.theme.ink},
        "cliponaxis": False,
        "marker": {"size": 12, "color": [colour], "line": {"width": 1.5, "color": view.theme.ground}},
        **frame.marks([key], [text]),
    }
