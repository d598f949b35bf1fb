"""Courses by date in lanes: a dot each, its area by the people, hollow where no source states how many."""

import datetime
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame, legend
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.text import count, number, safe, wrapped
from dashboard.figures.theme import TEXT

FOOT = 30
LANE_HEAD = 30
LEVEL = 38  # pixels between dots that would touch
DATED = 0.85  # of the width, where something carries no date: the rest is for that
PACE = 236  # pixels of plot on a phone: dots are parted for that width


def years_of(rows: Rows, column: str) -> tuple[int, int]:
    """Return the first and last year of a column of dates; this pair is (0, 0) without any date."""
    years = [row[column].year for row in rows if row[column] is not None]
    return (min(years), max(years)) if years else (0, 0)


def decimal_year(date: datetime.date) -> float:
    """Return a date as a year with a fraction, which places it on an axis of years."""
    return date.year + (date.timetuple().tm_yday - 1) / 366


def diameter(size: float | None, most: float) -> float:
    """Return a dot's diameter in pixels: its area grows with the number; not stated is a small one."""
    return 12.0 if size is None else 10 + 24 * (size / most) ** 0.5 if most else 12.0


def lanes(question: Question, rows: Rows) -> list[tuple[Any, list[tuple[Row, int]], int]]:
    """Return (lane's code, its rows each with its level, number of levels): a dot never hides another."""
    chart = question.chart
    x, size = chart["x"], chart.get("size")
    first, last = years_of(rows, x)
    pace = PACE / max(1, last - first + 1)
    most = max((float(row[size]) for row in rows if size and row[size] is not None), default=0.0)
    found = []
    for code in frame.in_order(question, chart.get("lane"), rows):
        mine = [row for row in rows if chart.get("lane") is None or row[chart["lane"]] == code]
        free: list[float] = []
        undated = 0
        placed = []
        for row in sorted(mine, key=lambda row: (row[x] is None, row[x] or datetime.date.min)):
            if row[x] is None:
                placed.append((row, undated))
                undated += 1
                continue
            wide = max(22.0, diameter(row[size] if size else None, most) + 4)
            at = decimal_year(row[x]) * pace
            level = next((n for n, end in enumerate(free) if at - wide / 2 >= end), len(free))
            free[level : level + 1] = [at + wide / 2]
            placed.append((row, level))
        found.append((code, placed, max(1, len(free), undated)))
    return found


def strip_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: each lane as many levels as its dots need."""
    return (
        8
        + _strip_key(question, rows)
        + sum(LANE_HEAD + LEVEL * levels for _, _, levels in lanes(question, rows))
        + FOOT
    )


def _strip_key(question: Question, rows: Rows) -> int:
    return legend.key_height(_strip_names(question, rows))


def _strip_names(question: Question, rows: Rows) -> list[str]:
    size = question.chart.get("size")
    if size is None:
        return []
    unit = frame.unit_of(question, size)
    names = [f"{unit.capitalize()}: area and number"] if any(row[size] is not None for row in rows) else []
    return names + (["Not stated"] if any(row[size] is None for row in rows) else [])


def strip(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return dots by date in lanes: area by the number of people, hollow where it is not stated."""
    chart = question.chart
    x, size = chart["x"], chart.get("size")
    first, last = years_of(rows, x)
    height = strip_height(question, rows)
    top = 8 + _strip_key(question, rows)
    most = max((float(row[size]) for row in rows if size and row[size] is not None), default=0.0)
    undated = any(row[x] is None for row in rows)
    signs = ["circle" if name != "Not stated" else "hollow" for name in _strip_names(question, rows)]
    entries = [(n, view.theme.muted, s) for n, s in zip(_strip_names(question, rows), signs, strict=True)]
    shapes, notes = legend.key_line(entries, view, top - 14)
    data, y = [], 0.0
    for code, placed, levels in lanes(question, rows):
        colour = frame.colour_of(question, chart.get("lane"), code, view)
        notes.append(_lane_name(frame.said(question, chart.get("lane", ""), code), y, colour, view))
        shapes.append(_lane_line(y, view))
        spots = [y + LANE_HEAD + LEVEL * (level + 0.5) for _, level in placed]
        data += _dots(question, [row for row, _ in placed], spots, colour, most, view)
        y += LANE_HEAD + LEVEL * levels
    if undated:
        notes.append(undated_note(view))
    years = list(range(first, last + 1)) if last else []
    return frame.sheet(
        data,
        view,
        height,
        (8, 14, top, FOOT),
        shapes=shapes,
        annotations=notes,
        xaxis=date_axis(years, view) | {"domain": [0, DATED if undated else 1]},
        xaxis2=frame.bare(anchor="y", range=[0, 1], domain=[DATED + 0.02, 1]),
        yaxis=frame.bare(range=[y, 0]),
    )


def date_axis(years: Sequence[int], view: View) -> Part:
    """Return an axis of years for marks placed by day; nothing to read where nothing is dated."""
    if not years:
        return frame.bare(range=[0, 1])
    step = next(s for s in (1, 2, 5, 10, 20, 50) if (years[-1] - years[0]) / s <= 6)
    ticks = [year for year in years if year % step == 0]
    return frame.axis(view, range=[years[0] - 0.3, years[-1] + 1.2], tickvals=ticks, tickformat="d", tickangle=0)


def _lane_name(name: str, y: float, colour: str, view: View) -> Part:
    at = {"xref": "paper", "yref": "y", "yanchor": "middle", "xshift": -8, "colour": colour, "size": TEXT}
    return frame.note(f"<b>{safe(name)}</b>", 0, y + 16, view, **at)


def _lane_line(y: float, view: View) -> Part:
    line = {"color": view.theme.rule, "width": 1}
    return {"type": "line", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line}


def undated_note(view: View) -> Part:
    """Return the words under what carries no date, at the right end."""
    at = {"xref": "paper", "yref": "paper", "xanchor": "center", "yanchor": "top", "yshift": -7}
    return frame.note("no date", (DATED + 1.02) / 2, 0, view, colour=view.theme.muted, **at)


def _dots(question: Question, rows: Rows, spots: Sequence[float], colour: str, most: float, view: View) -> list[Part]:
    """Return one lane's traces: the dated dots, and at the right the undated ones."""
    chart = question.chart
    x, size = chart["x"], chart.get("size")
    traces = []
    for dated in (True, False):
        pairs = [(row, y) for row, y in zip(rows, spots, strict=True) if (row[x] is not None) == dated]
        if not pairs:
            continue
        keys = [frame.key_of(question, row) for row, _ in pairs]
        sizes = [row[size] if size else None for row, _ in pairs]
        shades = [view.shade(colour, key) for key in keys]
        fills = [view.theme.ground if size and n is None else shade for n, shade in zip(sizes, shades, strict=True)]
        places = [decimal_year(row[x]) for row, _ in pairs] if dated else [0.5] * len(pairs)
        marker = {
            "size": [diameter(n, most) for n in sizes],
            "color": fills,
            "opacity": 1,
            "line": {"width": 2, "color": shades},
        }
        inside = [f"<b>{number(n)}</b>" if n is not None else "" for n in sizes]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": places,
                "y": [y for _, y in pairs],
                "xaxis": "x" if dated else "x2",
                "marker": marker,
                "text": inside,
                "textposition": "middle center",
                "textfont": {"size": 11, "color": [view.theme.text_on(fill) for fill in fills]},
                "cliponaxis": False,
                **frame.marks(keys, [_strip_hover(question, row) for row, _ in pairs]),
            }
        )
    return traces


def _strip_hover(question: Question, row: Row) -> str:
    chart = question.chart
    size = chart.get("size")
    words = count(row[size], frame.unit_of(question, size)) if size else ""
    if size and row[size] is None:
        words = f"number of {frame.unit_of(question, size)} not stated"
    lines = wrapped(frame.said(question, chart["label"], row[chart["label"]]), TEXT, 300, 4)
    return frame.hover(lines, str(row[chart["x_text"]] or "no date"), words)
