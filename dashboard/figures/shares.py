"""Bars of "n of N" on one scale from 0 to 100 %, the words at their right."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import bars, frame
from dashboard.figures.bars import BAR, FOOT
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.text import longest, number
from dashboard.figures.theme import TEXT

ROW = bars.ROW


def share_bars_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: one row a bar up to the limit a panel."""
    return bars.panels_height(question, rows) + FOOT + 8


def share_bars(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return a bar on a full track a row; 0 of 0 has a track without a bar and says that there is nobody to count."""
    panels = bars.shown_rows(question, rows)
    drawn = [row for _, mine, _ in panels for row in mine]
    spots, notes = bars.places(panels, view)
    height = share_bars_height(question, rows)
    words = [_words(question, row) for row in drawn]
    at = {"xref": "paper", "yref": "y", "yanchor": "middle", "xshift": 8, "size": TEXT}
    notes += bars.labels(question, drawn, spots, view)
    notes += [frame.note(f"<b>{said}</b>", 1, spot + 0.2, view, **at) for said, spot in zip(words, spots, strict=True)]
    return frame.sheet(
        _traces(question, drawn, spots, view),
        view,
        height,
        (1, int(longest(words, TEXT) * 1.06) + 18, 8, FOOT),
        barmode="overlay",
        annotations=notes,
        xaxis=frame.share_axis(view, 100.5),
        yaxis=frame.bare(range=[(height - FOOT - 8) / ROW, 0]),
    )


def _pair(question: Question, row: Row) -> tuple[float, float]:
    return float(row[question.chart["value"]] or 0), float(row[question.chart["total"]] or 0)


def _words(question: Question, row: Row) -> str:
    n, total = _pair(question, row)
    return f"{number(n)} of {number(total)}"


def _hover(question: Question, row: Row) -> str:
    chart = question.chart
    n, total = _pair(question, row)
    unit = frame.unit_of(question, chart["total"])
    share = f", {100 * n / total:.0f} %" if total else ": nobody to count"
    label = frame.title_of(question, chart["label"], row[chart["label"]])
    return frame.hover(label, f"{_words(question, row)} {unit}{share}", question.columns[chart["value"]].label)


def _traces(question: Question, rows: Rows, spots: Sequence[float], view: View) -> list[Part]:
    keys = [frame.key_of(question, row) for row in rows]
    marks = frame.marks(keys, [_hover(question, row) for row in rows])
    pairs = [_pair(question, row) for row in rows]
    lying: Part = {"type": "bar", "orientation": "h", "y": [spot + 0.2 for spot in spots], "width": BAR}
    colours = [view.shade(bars.colour_of(question, row, view), key) for row, key in zip(rows, keys, strict=True)]
    track = {"color": view.theme.track, "cornerradius": 2, "line": {"width": 0}}
    bar = {"color": colours, "cornerradius": 2, "line": {"width": 0}}
    hit = {"type": "bar", "orientation": "h", "y": list(spots), "width": 0.98, "opacity": 0}
    full = [100.0] * len(rows)
    return [
        hit | {"x": full} | marks,
        lying | {"x": full, "marker": track} | marks,
        lying | {"x": [100 * n / total if total else 0.0 for n, total in pairs], "marker": bar} | marks,
    ]
