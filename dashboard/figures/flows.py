"""A stock over its flows: a line of what is there each year, and below it bars of what came and what went."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame, legend
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.steps import BAND_ROW, band_marks
from dashboard.figures.text import count, longest, number, safe
from dashboard.figures.theme import LARGE, SMALL, TEXT, TINY
from dashboard.figures.years import PARTIAL_FOOT, hatching, year_axis, year_foot

STOCK, BETWEEN, FLOW = 180, 46, 116  # pixels: the line, the words between, the bars
PLOT = STOCK + BETWEEN + FLOW
RIGHT = 34  # pixels beside the line, for its last value
TITLE = 30  # pixels above the line, for its name
NUMBERED = 15  # years: with more of them, or of three digits, the bars' numbers would touch on a phone


def stock_and_flow_height(question: Question, rows: Rows, bands: int = 2) -> int:
    """Return the height in pixels; it never depends on the data, so that a filter moves nothing."""
    return _head(question, bands) + PLOT + PARTIAL_FOOT


def _head(question: Question, bands: int = 2) -> int:
    return TITLE + (22 + bands * BAND_ROW if question.chart.get("band") else 6)


def stock_and_flow(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return the stock as a line over bars: what came stands up, what went hangs down; a null is a gap."""
    chart = question.chart
    x, stock = chart["x"], chart["stock"]
    found = {row[x]: row for row in rows}
    years = list(range(min(found), max(found) + 1))
    top, step = frame.nice_top(max((float(row[stock] or 0) for row in rows), default=0.0))
    up, down = (max(float(row[chart[name]] or 0) for row in rows) for name in ("inflow", "outflow"))
    tall, flow_step = frame.nice_top(max(up, down), 2)
    shapes, notes = _words(question, rows, view)
    bands, band_notes = band_marks(list(view.bands) if chart.get("band") else [], years, view, TITLE)
    return frame.sheet(
        [*_flows(question, rows, view), *_line(question, found, years, view), _hits(question, rows, view)],
        view,
        stock_and_flow_height(question, rows),
        (int(longest([number(top), number(tall)], SMALL)) + 12, RIGHT, _head(question), PARTIAL_FOOT),
        barmode="overlay",
        bargap=0.3,
        shapes=[*shapes, *bands],
        annotations=[*notes, *band_notes, *year_foot(years, view, margin=RIGHT)],
        xaxis=year_axis(years, view) | {"anchor": "y2"},
        yaxis=frame.axis(view, range=[0, top * 1.04], dtick=step, tick0=0, domain=[1 - STOCK / PLOT, 1]),
        yaxis2=_flow_axis(view, up, down, tall, flow_step),
        yaxis3=frame.bare(range=[0, 1], anchor="x", domain=[0, 1]),
    )


def _flow_axis(view: View, up: float, down: float, tall: float, step: float) -> Part:
    """Return the axis of the bars: no longer upwards or downwards than they need, its numbers without a sign."""
    high, low = (step * max(1, -(-int(most) // int(step))) if most else 0.0 for most in (up, down))
    ticks = [step * place for place in range(-int(low // step), int(high // step) + 1)]
    return frame.axis(
        view,
        range=[-low - 0.16 * tall, high + 0.16 * tall],
        tickvals=ticks,
        ticktext=[number(abs(tick)) for tick in ticks],
        domain=[0, FLOW / PLOT],
        anchor="x",
        zeroline=True,
        zerolinecolor=view.theme.muted,
        zerolinewidth=1,
    )


def _colours(view: View) -> dict[str, str]:
    return {"stock": view.theme.accent, "inflow": view.theme.series[2], "outflow": view.theme.series[1]}


def _words(question: Question, rows: Rows, view: View) -> tuple[list[Part], list[Part]]:
    """Return (shapes, notes) that name the line, above it, and the bars, between the line and them."""
    chart, colours = question.chart, _colours(view)
    label = {name: question.columns[chart[name]].label for name in colours}
    entries = [(label[name], colours[name], "square") for name in ("inflow", "outflow")]
    shapes, notes = legend.key_line(entries, view, -(STOCK + BETWEEN - 14))
    at = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "yshift": 7, "size": TEXT}
    notes.append(frame.note(f"<b>{safe(label['stock'])}</b>", 0, 1, view, colour=colours["stock"], **at))
    known = [row for row in rows if row[chart["stock"]] is not None]
    if known:
        last = known[-1]
        end = {"xanchor": "left", "yanchor": "middle", "xshift": 9, "size": LARGE}
        value = last[chart["stock"]]
        notes.append(frame.note(f"<b>{number(value)}</b>", last[chart["x"]], value, view, **end))
    most = max((row[chart[name]] or 0 for row in rows for name in ("inflow", "outflow")), default=0)
    if len(rows) <= NUMBERED and most < 100:
        for name, side, anchor in (("inflow", 1, "bottom"), ("outflow", -1, "top")):
            beside = {"xanchor": "center", "yanchor": anchor, "yref": "y2", "size": TINY, "yshift": side}
            for row in rows:
                if row[chart[name]]:
                    value = row[chart[name]]
                    notes.append(frame.note(number(value), row[chart["x"]], side * float(value), view, **beside))
    return shapes, notes


def _line(question: Question, found: dict[Any, Row], years: Sequence[int], view: View) -> list[Part]:
    """Return the stock: its line, dotted into a year that is not over, and a dot a year."""
    chart, partial = question.chart, view.partial_year()
    values = [found[year][chart["stock"]] if year in found else None for year in years]
    colour = _colours(view)["stock"]
    still: Part = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False, "connectgaps": False}
    cut = years.index(partial) if partial in years else len(years)
    parts = [still | {"x": years[:cut], "y": values[:cut], "line": {"color": colour, "width": 3}}]
    if 0 < cut < len(years):
        dotted = {"color": colour, "width": 3, "dash": "dot"}
        parts.append(still | {"x": years[cut - 1 : cut + 1], "y": values[cut - 1 : cut + 1], "line": dotted})
    known = [(year, value) for year, value in zip(years, values, strict=True) if value is not None]
    keys = [frame.key_of(question, found[year]) for year, _ in known]
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": [year for year, _ in known],
        "y": [value for _, value in known],
        "cliponaxis": False,
        "marker": {
            "size": 8 if len(years) <= 24 else 4,
            "opacity": 1,
            "color": [view.shade(colour, key) for key in keys],
            "line": {"width": 1.5 if len(years) <= 24 else 0, "color": view.theme.ground},
        },
        **frame.marks(keys, [_hover(question, found[year], view) for year, _ in known]),
    }
    return [*parts, dots]


def _flows(question: Question, rows: Rows, view: View) -> list[Part]:
    chart, colours = question.chart, _colours(view)
    traces = []
    for name, side in (("inflow", 1), ("outflow", -1)):
        mine = [row for row in rows if row[chart[name]]]
        keys = [frame.key_of(question, row) for row in mine]
        shapes = ["/" if row[chart["x"]] == view.partial_year() else "" for row in mine]
        marker = {
            "color": [view.shade(colours[name], key) for key in keys],
            "line": {"width": 0},
            "pattern": hatching(shapes),
        }
        bar: Part = {"type": "bar", "yaxis": "y2", "x": [row[chart["x"]] for row in mine], "marker": marker}
        bar["y"] = [side * float(row[chart[name]]) for row in mine]
        traces.append(bar | frame.marks(keys, [_hover(question, row, view) for row in mine]))
    return traces


def _hits(question: Question, rows: Rows, view: View) -> Part:
    """Return a field a year over the whole height, so that a year can be hit anywhere."""
    keys = [frame.key_of(question, row) for row in rows]
    bar: Part = {"type": "bar", "yaxis": "y3", "x": [row[question.chart["x"]] for row in rows], "opacity": 0}
    texts = [_hover(question, row, view) for row in rows]
    return bar | {"y": [1.0] * len(rows), "width": 0.98} | frame.marks(keys, texts)


def _hover(question: Question, row: Row, view: View) -> str:
    chart = question.chart
    lines = []
    for name in ("stock", "inflow", "outflow"):
        value, label = row[chart[name]], question.columns[chart[name]].label
        unit = frame.unit_of(question, chart[name]) if name == "stock" else ""
        lines.append(f"{label}: {count(value, unit)}")
    return frame.hover(frame.year_words(row[chart["x"]], view), *lines)
