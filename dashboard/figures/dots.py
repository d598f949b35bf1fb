"""Forms of dots on one scale: two countries a line, and shares of 0 to 100 %."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.frame import Part, Rows, View
from dashboard.figures.text import count, elided, number, safe, wrapped
from dashboard.figures.theme import SMALL, TEXT

ROW = 42
LIMIT = 20
FOOT = 30
SIGNS = ("circle", "diamond", "square", "triangle-up")
DOT = 13


def paired_dots_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: the key and one row a label, at most the limit."""
    return 8 + 26 + len(_labels(question, rows)) * ROW + FOOT


def paired_dots(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return one line a label with a dot a country on one scale, each dot with its number beside it."""
    chart = question.chart
    label, value, group = chart["label"], chart["value"], chart["colour"]
    labels = _labels(question, rows)
    drawn = [row for row in rows if row[label] in labels]
    codes = frame.in_order(question, group, drawn)
    top, step = frame.nice_top(max(float(row[value] or 0) for row in drawn))
    signs = {code: SIGNS[place % len(SIGNS)] for place, code in enumerate(codes)}
    entries = [
        (frame.said(question, group, code), frame.colour_of(question, group, code, view), signs[code]) for code in codes
    ]
    shapes, notes = frame.key_line(entries, view, 20)
    for place, code in enumerate(labels):
        name = elided(frame.said(question, label, code), TEXT, frame.NARROW)
        notes.append(_above(name, place, view))
    data = [_ties(drawn, labels, label, value, view)]
    for code in codes:
        mine = [row for row in drawn if row[group] == code]
        keys = [frame.key_of(question, row) for row in mine]
        unit = frame.unit_of(question, value)
        texts = [
            frame.hover(
                frame.said(question, label, row[label]),
                f"{frame.said(question, group, code)}: {count(row[value], unit)}",
            )
            for row in mine
        ]
        colour = frame.colour_of(question, group, code, view)
        data.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": [float(row[value] or 0) for row in mine],
                "y": [labels.index(row[label]) + 0.7 for row in mine],
                "text": [f"<b>{number(row[value])}</b>" for row in mine],
                "textposition": [_side(row, drawn, label, value, group, codes) for row in mine],
                "textfont": {"size": SMALL, "color": view.theme.ink},
                "cliponaxis": False,
                "marker": {
                    "symbol": signs[code],
                    "size": DOT,
                    "color": [view.shade(colour, key) for key in keys],
                    "line": {"width": 1.5, "color": view.theme.ground},
                },
                **frame.marks(keys, texts),
            }
        )
    return frame.sheet(
        data,
        view,
        paired_dots_height(question, rows),
        (24, 24, 34, FOOT),
        shapes=shapes,
        annotations=notes,
        xaxis=frame.axis(view, range=[0, top], dtick=step, tick0=0, tickangle=0),
        yaxis=frame.bare(range=[len(labels), 0]),
    )


def _labels(question: Question, rows: Rows) -> list[Any]:
    return list(dict.fromkeys(row[question.chart["label"]] for row in rows))[: int(question.chart.get("limit", LIMIT))]


def _above(name: str, place: int, view: View) -> Part:
    at = {"xref": "paper", "yref": "y", "yanchor": "middle", "xshift": -24, "size": TEXT}
    return frame.note(safe(name), 0, place + 0.28, view, **at)


def _side(row: Any, rows: Rows, label: str, value: str, group: str, codes: Sequence[Any]) -> str:
    """Return where a dot's number stands, away from the other dot of its line."""
    others = [float(r[value] or 0) for r in rows if r[label] == row[label] and r[group] != row[group]]
    mine = float(row[value] or 0)
    if not others or mine > max(others):
        return "middle right"
    if mine < min(others):
        return "middle left"
    return "middle left" if row[group] == codes[0] else "middle right"


def _ties(rows: Rows, labels: Sequence[Any], label: str, value: str, view: View) -> Part:
    """Return the thin lines between the dots of each label, in one trace."""
    x: list[float | None] = []
    y: list[float | None] = []
    for place, code in enumerate(labels):
        values = [float(row[value] or 0) for row in rows if row[label] == code]
        x += [min(values), max(values), None]
        y += [place + 0.7, place + 0.7, None]
    line = {"color": view.theme.track, "width": 4}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", "showlegend": False}


SCALE_ROW = 62


def scale_dots_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: the key and one row a definition."""
    return 8 + frame.key_height(_kinds(question, rows)) + 8 + len(rows) * SCALE_ROW + FOOT


def _kinds(question: Question, rows: Rows) -> list[str]:
    kind = question.chart.get("kind")
    return [frame.said(question, kind, code) for code in frame.in_order(question, kind, rows)] if kind else []


def scale_dots(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return a dot a definition on one scale from 0 to 100 %: what was counted above it, of whom below."""
    chart = question.chart
    label, value, kind = chart["label"], chart["value"], chart.get("kind")
    kinds = frame.in_order(question, kind, rows) if kind else [None]
    signs = {
        code: ("hollow" if place == 0 and len(kinds) > 1 else SIGNS[place % 4]) for place, code in enumerate(kinds)
    }
    entries = (
        [(frame.said(question, kind or "", code), view.theme.accent, signs[code]) for code in kinds] if kind else []
    )
    tall = frame.key_height([name for name, _, _ in entries])
    shapes, notes = frame.key_line(entries, view, tall + 2)
    keys = [frame.key_of(question, row) for row in rows]
    data = [_rails(len(rows), view)]
    for place, (row, key) in enumerate(zip(rows, keys, strict=True)):
        words, of_whom = (
            frame.said(question, label, row[label]),
            frame.said(question, "", row.get(chart["total_words"])),
        )
        share = row[value]
        lines = wrapped(words, TEXT, frame.NARROW - 24, 1)
        notes.append(_line(lines[0], place + 0.2, view, view.theme.ink))
        notes.append(_line(elided(of_whom, SMALL, frame.NARROW), place + 0.8, view, view.theme.muted, SMALL))
        if share is None:
            notes.append(frame.note("not known", 2, place + 0.5, view, yanchor="middle", colour=view.theme.muted))
            continue
        hollow = signs[row.get(kind) if kind else None] == "hollow"
        text = frame.hover(words, f"{number(share)} %", of_whom, frame.said(question, kind, row[kind]) if kind else "")
        data.append(_share(float(share), place, hollow, signs[row.get(kind) if kind else None], key, text, view))
    return frame.sheet(
        data,
        view,
        scale_dots_height(question, rows),
        (8, 52, 8 + tall + 8, FOOT),
        shapes=shapes,
        annotations=notes,
        xaxis=frame.axis(view, range=[0, 100], tickvals=[0, 25, 50, 75, 100], ticksuffix=" %", tickangle=0),
        yaxis=frame.bare(range=[len(rows), 0]),
    )


def _line(text: str, y: float, view: View, colour: str, size: int = TEXT) -> Part:
    return frame.note(
        safe(text), 0, y, view, xref="paper", yref="y", yanchor="middle", xshift=-8, colour=colour, size=size
    )


def _rails(lines: int, view: View) -> Part:
    x = [point for _ in range(lines) for point in (0, 100, None)]
    y = [point for place in range(lines) for point in (place + 0.5, place + 0.5, None)]
    line = {"color": view.theme.track, "width": 4}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", "showlegend": False}


def _share(share: float, place: int, hollow: bool, sign: str, key: str, text: str, view: View) -> Part:
    colour = view.shade(view.theme.accent, key)
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [share],
        "y": [place + 0.5],
        "text": [f"<b>{number(share)} %</b>"],
        "textposition": "middle right",
        "textfont": {"size": TEXT, "color": view.theme.ink},
        "cliponaxis": False,
        "marker": {
            "symbol": "circle" if hollow else sign,
            "size": DOT,
            "color": view.theme.ground if hollow else colour,
            "line": {"width": 2.5 if hollow else 1.5, "color": colour if hollow else view.theme.ground},
        },
        **frame.marks([key], [text]),
    }
