"""Definitions of a share on one scale from 0 to 100 %: what was counted, of whom, and where a share follows at all."""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame, legend
from dashboard.figures.dots import DOT, FOOT, SIGNS
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.text import elided, number, safe, wrapped
from dashboard.figures.theme import SMALL, TEXT, theme

SCALE_ROW = 80


def scale_dots_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: the key and one row a definition."""
    kinds = _kinds(question, rows, View(theme("light")))
    return 16 + legend.key_height([name for name, _, _ in kinds.values()]) + len(rows) * SCALE_ROW + FOOT


def _kinds(question: Question, rows: Rows, view: View) -> dict[Any, tuple[str, str, str]]:
    """Return each kind's words, colour and sign; the first kind is hollow where there are several."""
    kind = question.chart.get("kind")
    with_share = [row for row in rows if row[question.chart["value"]] is not None]
    codes = frame.in_order(question, kind, with_share) if kind else []
    signs = ("hollow" if len(codes) > 1 else "circle", *SIGNS[1:])
    return {
        code: (frame.title_of(question, kind or "", code), view.theme.accent, signs[place % len(signs)])
        for place, code in enumerate(codes)
    }


def scale_dots(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return a dot a definition on one scale from 0 to 100 %: what was counted above it, of whom below."""
    chart = question.chart
    kinds = _kinds(question, rows, view)
    tall = legend.key_height([name for name, _, _ in kinds.values()])
    shapes, notes = legend.key_line(list(kinds.values()), view, tall + 2)
    shapes += _repeated(question, rows, view)
    data = [_rails([place for place, row in enumerate(rows) if row[chart["value"]] is not None], view)]
    for place, row in enumerate(rows):
        notes += _definition(question, row, place, view)
    data.append(_shares(question, list(enumerate(rows)), kinds, view))
    return frame.sheet(
        data,
        view,
        scale_dots_height(question, rows),
        (8, 52, 16 + tall, FOOT),
        shapes=shapes,
        annotations=notes,
        xaxis=frame.share_axis(view),
        yaxis=frame.bare(range=[len(rows), 0]),
    )


def _repeated(question: Question, rows: Rows, view: View) -> list[Part]:
    """Return a thin line through a share that stands in several rows, so that the eye sees it is one figure."""
    values = [row[question.chart["value"]] for row in rows if row[question.chart["value"]] is not None]
    line = {"color": view.theme.muted, "width": 1, "dash": "dot"}
    at: Part = {"type": "line", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below", "line": line}
    return [at | {"x0": value, "x1": value} for value in dict.fromkeys(values) if values.count(value) > 2]


def _definition(question: Question, row: Row, place: int, view: View) -> list[Part]:
    """Return the words of one row: what was counted, of whom, and that no share follows where none does."""
    chart = question.chart
    lines = wrapped(frame.title_of(question, chart["label"], row[chart["label"]]), TEXT, frame.NARROW, 2)
    stated = row.get(chart["total_words"])
    whom = "Of how many: not stated" if stated in (None, "", "not stated") else str(stated)
    drawn = row[chart["value"]] is not None
    told = [elided(whom, SMALL, frame.NARROW)] if drawn else wrapped(whom, SMALL, frame.NARROW - 50, 2)
    at = {"xref": "paper", "yref": "y", "xshift": -8}
    name = "<br>".join(map(safe, lines))
    words = [
        frame.note(name, 0, place + 0.55, view, yanchor="bottom", yshift=2, size=TEXT, **at),
        frame.note(
            "<br>".join(map(safe, told)),
            0,
            place + (0.84 if drawn else 0.76),
            view,
            yanchor="middle",
            colour=view.theme.muted,
            **at,
        ),
    ]
    if not drawn:  # in the margin, where no words of the row can reach it
        words.append(frame.note("no share", 1, place + 0.76, view, xref="paper", yref="y", xshift=2))
    return words


def _rails(places: Sequence[int], view: View) -> Part:
    x = [point for _ in places for point in (0, 100, None)]
    y = [point for place in places for point in (place + 0.64, place + 0.64, None)]
    line = {"color": view.theme.track, "width": 4}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", "showlegend": False}


def _shares(
    question: Question, placed: Sequence[tuple[int, Row]], kinds: Mapping[Any, tuple[str, str, str]], view: View
) -> Part:
    """Return the dots of the rows that have a share."""
    chart = question.chart
    known = [(place, row) for place, row in placed if row[chart["value"]] is not None]
    keys = [frame.key_of(question, row) for _, row in known]
    signs = [kinds.get(row.get(chart.get("kind", "")), ("", "", "circle")) for _, row in known]
    hollow = [sign == "hollow" for _, _, sign in signs]
    colours = [view.shade(view.theme.accent, key) for key in keys]
    ground = view.theme.ground
    texts = []
    for (_, row), (kind, _, _) in zip(known, signs, strict=True):
        label = wrapped(frame.title_of(question, chart["label"], row[chart["label"]]), TEXT, 300, 4)
        texts.append(frame.hover(label, f"{number(row[chart['value']])} %", str(row[chart["total_words"]] or ""), kind))
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [float(row[chart["value"]]) for _, row in known],
        "y": [place + 0.64 for place, _ in known],
        "text": [f"<b>{number(row[chart['value']])} %</b>" for _, row in known],
        "textposition": "middle right",
        "textfont": {"size": TEXT, "color": view.theme.ink},
        "cliponaxis": False,
        "marker": {
            "symbol": ["circle" if empty else sign for empty, (_, _, sign) in zip(hollow, signs, strict=True)],
            "size": DOT,
            "opacity": 1,
            "color": [ground if empty else colour for empty, colour in zip(hollow, colours, strict=True)],
            "line": {
                "width": 2.5,
                "color": [colour if empty else ground for empty, colour in zip(hollow, colours, strict=True)],
            },
        },
        **frame.marks(keys, texts),
    }
