"""Forms of dots on one scale: two countries a line, and shares of 0 to 100 %."""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.text import count, elided, number, safe, wrapped
from dashboard.figures.theme import SMALL, TEXT, theme

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
    colours = {code: frame.colour_of(question, group, code, view, place) for place, code in enumerate(codes)}
    entries = [(frame.said(question, group, code), colours[code], signs[code]) for code in codes]
    shapes, notes = frame.key_line(entries, view, 20)
    for place, code in enumerate(labels):
        name = elided(frame.title_of(question, label, code), TEXT, frame.NARROW)
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
        colour = colours[code]
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


SCALE_ROW = 80


def scale_dots_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: the key and one row a definition."""
    kinds = _kinds(question, rows, View(theme("light")))
    return 16 + frame.key_height([name for name, _, _ in kinds.values()]) + len(rows) * SCALE_ROW + FOOT


def _kinds(question: Question, rows: Rows, view: View) -> dict[Any, tuple[str, str, str]]:
    """Return each kind's words, colour and sign; the first kind is hollow where there are several."""
    kind = question.chart.get("kind")
    codes = frame.in_order(question, kind, rows) if kind else []
    signs = ("hollow" if len(codes) > 1 else "circle", *SIGNS[1:])
    return {
        code: (frame.title_of(question, kind or "", code), view.theme.accent, signs[place % len(signs)])
        for place, code in enumerate(codes)
    }


def scale_dots(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return a dot a definition on one scale from 0 to 100 %: what was counted above it, of whom below."""
    chart = question.chart
    kinds = _kinds(question, rows, view)
    tall = frame.key_height([name for name, _, _ in kinds.values()])
    shapes, notes = frame.key_line(list(kinds.values()), view, tall + 2)
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
    whom = safe(elided(whom, SMALL, frame.NARROW))
    at = {"xref": "paper", "yref": "y", "xshift": -8}
    name = "<br>".join(map(safe, lines))
    words = [
        frame.note(name, 0, place + 0.55, view, yanchor="bottom", yshift=2, size=TEXT, **at),
        frame.note(whom, 0, place + 0.84, view, yanchor="middle", colour=view.theme.muted, **at),
    ]
    if row[chart["value"]] is None:
        words.append(frame.note("no share", 0, place + 0.64, view, yanchor="middle", **at))
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
        texts.append(
            frame.hover(*label, f"{number(row[chart['value']])} %", str(row[chart["total_words"]] or ""), kind)
        )
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
