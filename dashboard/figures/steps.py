"""Cumulative steps over the years, stacked by group, with INSPIRE's years above them."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.frame import Part, Rows, View
from dashboard.figures.text import count, longest, number, safe, wrapped
from dashboard.figures.theme import LARGE, SMALL
from dashboard.figures.years import PARTIAL_FOOT, hatching, year_axis, year_foot

PLOT = 300  # pixels between the top of the plot and the axis
LABEL_ROOM = 104  # pixels for the direct labels at the right end: what a phone can spare
RIGHT = LABEL_ROOM + 20
BAND_ROW = 20


def stacked_steps_height(question: Question, rows: Rows, bands: int = 2) -> int:
    """Return the height in pixels; it never depends on the data, so that a filter moves nothing."""
    return 26 + bands * BAND_ROW + PLOT + PARTIAL_FOOT


def stacked_steps(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return cumulative counts as steps, one block a group, each named at its right end."""
    chart = question.chart
    x, y, group = chart["x"], chart["y"], chart["colour"]
    bands = list(view.bands) if chart.get("band") else []
    years = list(range(min(row[x] for row in rows), max(row[x] for row in rows) + 1))
    codes = frame.in_order(question, group, rows)
    cells = {(row[x], row[group]): row for row in rows}
    base = [0.0] * len(years)
    data: list[Part] = []
    edges: list[Part] = []
    ends: list[tuple[str, str, float, float]] = []
    for place, code in enumerate(codes):
        colour = frame.colour_of(question, group, code, view, place)
        found = carried([cells.get((year, code)) for year in years])
        values = [float(row[y] or 0) if row else 0.0 for row in found]
        data.append(block(question, view, years, found, values, code, colour))
        base = [under + value for under, value in zip(base, values, strict=True)]
        edges.append(edge(years, base, view))
        if values[-1] > 0:
            ends.append((frame.said(question, group, code), colour, base[-1] - values[-1] / 2, values[-1]))
    top, step = frame.nice_top(max(base))
    height = stacked_steps_height(question, rows)
    foot = year_foot(years, view, margin=RIGHT)
    shapes, band_notes = band_marks(bands, years, view)
    return frame.sheet(
        data + edges,
        view,
        height,
        (int(longest([number(top)], SMALL)) + 12, RIGHT, height - PLOT - PARTIAL_FOOT, PARTIAL_FOOT),
        barmode="stack",
        bargap=0,
        shapes=shapes,
        annotations=[*end_labels(ends, top, view), total_label(years[-1], base[-1], view), *foot, *band_notes],
        xaxis=year_axis(years, view, 6),
        yaxis=frame.axis(view, range=[0, top], dtick=step, tick0=0, rangemode="nonnegative"),
    )


def carried(found: Sequence[Any]) -> list[Any]:
    """Return the rows with each gap filled by the row before: what was known stays known."""
    kept: list[Any] = []
    for row in found:
        kept.append(row if row is not None or not kept else kept[-1])
    return kept


def block(
    question: Question,
    view: View,
    years: Sequence[int],
    found: Sequence[Any],
    values: Sequence[float],
    code: object,
    colour: str,
) -> Part:
    """Return one group's trace: a bar a year, each with its own hover text and key."""
    name = frame.said(question, question.chart["colour"], code)
    unit = frame.unit_of(question, question.chart["y"])
    keys = [frame.key_of(question, row) if row else "" for row in found]
    texts = [
        frame.hover(name, f"{count(value, unit)} by {frame.year_words(year, view)}")
        for year, value in zip(years, values, strict=True)
    ]
    hatch = ["/" if year == view.partial_year() else "" for year in years]
    return {
        "type": "bar",
        "name": name,
        "x": list(years),
        "y": list(values),
        "marker": {
            "color": [view.shade(colour, key) for key in keys],
            "line": {"width": 0},
            "pattern": hatching(hatch),
        },
        **frame.marks(keys, texts),
    }


def edge(years: Sequence[int], tops: Sequence[float], view: View) -> Part:
    """Return the thin line that parts one block from the next."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [years[0] - 0.5, *years, years[-1] + 0.5],
        "y": [tops[0], *tops, tops[-1]],
        "line": {"shape": "hvh", "color": view.theme.ground, "width": 1.2},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def end_labels(ends: Sequence[tuple[str, str, float, float]], top: float, view: View) -> list[Part]:
    """Return the groups' names and last values at the right end, moved apart where they would touch."""
    broken = [wrapped(name, SMALL, LABEL_ROOM) for name, _, _, _ in ends]
    heights = [15 * (len(lines) + 1) + 5 for lines in broken]
    wanted = [middle / top * PLOT for _, _, middle, _ in ends]
    placed = apart(wanted, heights, PLOT)
    notes = []
    for (_, colour, middle, value), lines, want, got in zip(ends, broken, wanted, placed, strict=True):
        words = "<br>".join([*map(safe, lines), f"<b>{number(value)}</b>"])
        tie = {"showarrow": True, "arrowhead": 0, "arrowwidth": 2, "arrowcolor": colour, "ax": 14, "ay": want - got}
        notes.append(frame.note(words, 1, middle, view, xref="paper", yref="y", yanchor="middle") | tie)
    return notes


def apart(wanted: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Return the middles of labels, lowest first, moved as little as keeps them from touching within ``room``."""
    placed: list[float] = []
    for want, tall in zip(wanted, heights, strict=True):
        low = placed[-1] + heights[len(placed) - 1] / 2 if placed else -10.0
        placed.append(max(want, low + tall / 2))
    ceiling = room + 14
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], ceiling - heights[place] / 2)
        ceiling = placed[place] - heights[place] / 2
    return placed


def total_label(year: int, total: float, view: View) -> Part:
    """Return the sum above the last step."""
    return frame.note(
        f"<b>{number(total)}</b>", year + 0.5, total, view, xanchor="right", yanchor="bottom", yshift=3, size=LARGE
    )


def band_marks(bands: Rows, years: Sequence[int], view: View, lift: int = 22) -> tuple[list[Part], list[Part]]:
    """Return (shapes, notes) of INSPIRE's years: a line above the plot a country, with a faint field below.

    ``lift`` is how many pixels the lowest line stands above the plot.
    """
    shapes: list[Part] = []
    notes: list[Part] = []
    for place, band in enumerate(bands):
        colour = view.theme.colour("country", band["country"])
        first = max(years[0], band["from_year"]) - 0.5
        last = min(years[-1], band["to_year"] or years[-1]) + 0.5
        if first >= last:
            continue
        up = lift + BAND_ROW * (len(bands) - 1 - place)
        field = {"type": "rect", "xref": "x", "yref": "paper", "x0": first, "x1": last, "layer": "below"}
        shapes.append(field | {"y0": 0, "y1": 1, "fillcolor": view.theme.band, "opacity": 0.7, "line": {"width": 0}})
        line = {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "ysizemode": "pixel",
            "yanchor": 1,
            "x0": first,
            "x1": last,
        }
        shapes.append(line | {"y0": up, "y1": up + 3, "fillcolor": colour, "line": {"width": 0}})
        place_of = {"xref": "x", "yref": "paper", "yshift": up + 2, "yanchor": "bottom", "colour": colour}
        notes.append(frame.note(safe(band["label"]), first, 1, view, **place_of))
    return shapes, notes
