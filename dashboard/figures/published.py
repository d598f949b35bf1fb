"""Published figures where and when they were stated: the words of each above its dot, the number beside it."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame, legend
from dashboard.figures.dots import SIGNS
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.text import count, elided, number, safe, wrapped
from dashboard.figures.theme import TEXT, theme
from dashboard.figures.timeline import DATED, FOOT, date_axis, decimal_year, undated_note, years_of

ROW = 42
LIMIT = 15


def dots_by_date_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: the key and one row a published figure, at most the limit."""
    names = [name for name, _, _ in _groups(question, _drawn(question, rows), View(theme("light"))).values()]
    return 12 + legend.key_height(names) + len(_drawn(question, rows)) * ROW + FOOT


def _drawn(question: Question, rows: Rows) -> Sequence[Row]:
    return rows[: int(question.chart.get("limit", LIMIT))]


def _groups(question: Question, rows: Rows, view: View) -> dict[Any, tuple[str, str, str]]:
    """Return each group's words, colour and sign; nothing where there is only one group."""
    group = question.chart.get("colour")
    codes = frame.in_order(question, group, rows) if group else []
    fixed = frame.vocabulary(question, group) in view.theme.palettes
    found = {}
    for place, code in enumerate(codes):
        colour = frame.colour_of(question, group, code, view, place)
        found[code] = (frame.title_of(question, group or "", code), colour, SIGNS[place % len(SIGNS)])
    return found if len(found) > 1 or fixed else {}


def dots_by_date(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return one row a published figure: its words above, its dot at its date with the number beside it."""
    chart = question.chart
    drawn = _drawn(question, rows)
    first, last = years_of(drawn, chart["x"])
    undated = any(row[chart["x"]] is None for row in drawn)
    groups = _groups(question, drawn, view)
    tall = legend.key_height([name for name, _, _ in groups.values()])
    shapes, notes = legend.key_line(list(groups.values()), view, tall - 2)
    for place, row in enumerate(drawn):
        words = elided(frame.title_of(question, chart["label"], row[chart["label"]]), TEXT, frame.NARROW)
        at = {"xref": "paper", "yref": "y", "yanchor": "middle", "xshift": -8, "size": TEXT}
        notes.append(frame.note(safe(words), 0, place + 0.28, view, **at))
    if undated:
        notes.append(undated_note(view))
    return frame.sheet(
        [_dot(question, row, place, groups, view) for place, row in enumerate(drawn)],
        view,
        dots_by_date_height(question, rows),
        (8, 30, 12 + tall, FOOT),
        shapes=shapes,
        annotations=notes,
        xaxis=date_axis(list(range(first, last + 1)) if last else [], view) | {"domain": [0, DATED if undated else 1]},
        xaxis2=frame.bare(anchor="y", range=[0, 1], domain=[DATED + 0.02, 1]),
        yaxis=frame.bare(range=[len(drawn), 0]),
    )


def _dot(question: Question, row: Row, place: int, groups: dict[Any, tuple[str, str, str]], view: View) -> Part:
    chart = question.chart
    key, dated = frame.key_of(question, row), row[chart["x"]] is not None
    name, colour, sign = groups.get(row.get(chart.get("colour", "")), ("", view.theme.accent, "circle"))
    words = wrapped(frame.title_of(question, chart["label"], row[chart["label"]]), TEXT, 300, 4)
    unit = str(row.get("unit") or frame.unit_of(question, chart["y"]))
    text = frame.hover(words, count(row[chart["y"]], unit), str(row[chart["x_text"]] or "no date"), name)
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [decimal_year(row[chart["x"]]) if dated else 0.35],
        "y": [place + 0.7],
        "xaxis": "x" if dated else "x2",
        "text": [f"<b>{number(row[chart['y']])}</b>"],
        "textposition": "middle right",
        "textfont": {"size": TEXT, "color": view.theme.ink},
        "cliponaxis": False,
        "marker": {
            "size": 12,
            "symbol": sign,
            "color": [view.shade(colour, key)],
            "line": {"width": 1.5, "color": view.theme.ground},
        },
        **frame.marks([key], [text]),
    }
