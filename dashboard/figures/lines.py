"""Lines over the years, at most four, each named at its right end; the gap between two may have a name of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.dots import SIGNS
from dashboard.figures.ends import End, labels
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.text import count, longest, number, safe, wrapped
from dashboard.figures.theme import SMALL, channels
from dashboard.figures.years import PARTIAL_FOOT, year_axis, year_foot

PLOT = 280
HEAD = 16
LABEL_ROOM = 108  # pixels at the right end: what a phone can spare
MOST = 4
PERCENT = ("%", "per cent")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the code of its group, its words, colour and sign, and a row (or nothing) for each year."""

    code: Any
    name: str
    colour: str
    sign: str
    rows: Sequence[Row | None]


def lines_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels; it never depends on the data, so that a filter moves nothing."""
    return HEAD + PLOT + PARTIAL_FOOT


def lines(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return up to four lines on one scale, shares on 0 to 100 %; a null or a missing year is a gap in its line."""
    chart = question.chart
    years = list(range(min(row[chart["x"]] for row in rows), max(row[chart["x"]] for row in rows) + 1))
    found = _lines(question, rows, years, view)
    top, scale = _scale(question, rows, view)
    edge = years[-1] + 0.1 + 0.02 * (years[-1] - years[0])
    shapes, notes = _target(question, rows, found, view)
    gap, bracket = _gap(question, found, view)
    ends, leaders = labels([*_ends(question, found, years), *gap], top, PLOT, edge, view)
    data = [trace for line in found for trace in _traces(question, line, years, view)]
    ticks = list(scale.get("ticktext", [])) or [number(top)]
    left = int(longest(ticks, SMALL)) + 10
    return frame.sheet(
        data,
        view,
        lines_height(question, rows),
        (left, LABEL_ROOM + 14, HEAD, PARTIAL_FOOT),
        shapes=[*shapes, *bracket, *leaders],
        annotations=[*notes, *ends, *year_foot(years, view, "Dotted", LABEL_ROOM + 14)],
        xaxis=year_axis(years, view) | {"range": [years[0] - 0.4, edge]},
        yaxis=scale,
    )


def is_share(question: Question) -> bool:
    """Say whether the lines are shares in per cent."""
    column = question.columns[question.chart["y"]]
    return column.unit in PERCENT


def said_value(question: Question, value: float | None) -> str:
    """Return a value as it stands beside its line: "62 %", "1,029"."""
    return f"{number(value)} %" if is_share(question) and value is not None else number(value)


def _lines(question: Question, rows: Rows, years: Sequence[int], view: View) -> list[Line]:
    chart = question.chart
    group = chart.get("colour")
    made = []
    for place, code in enumerate(frame.in_order(question, group, rows)[:MOST]):
        mine = {row[chart["x"]]: row for row in rows if group is None or row[group] == code}
        name = frame.title_of(question, group, code) if group else ""
        colour = frame.colour_of(question, group, code, view, place)
        made.append(Line(code, name, colour, SIGNS[place], [mine.get(year) for year in years]))
    return made


def _scale(question: Question, rows: Rows, view: View) -> tuple[float, Part]:
    """Return (end of the axis, the axis): 0 to 100 % for shares, else up to a round number."""
    if is_share(question):
        return 100.0, frame.share_axis(view) | {"range": [0, 101]}
    chart = question.chart
    named = [chart["y"], *(chart[name] for name in ("high", "target") if name in chart)]
    most = max((float(row[name]) for row in rows for name in named if row[name] is not None), default=0.0)
    top, step = frame.nice_top(most)
    return top, frame.axis(view, range=[0, top * 1.01], dtick=step, tick0=0)


def _traces(question: Question, line: Line, years: Sequence[int], view: View) -> list[Part]:
    """Return one line's traces: its range, its stroke, dotted into a year that is not over, and its dots."""
    chart, partial = question.chart, view.partial_year()
    values = [row[chart["y"]] if row else None for row in line.rows]
    still: Part = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False, "connectgaps": False}
    cut = years.index(partial) if partial in years else len(years)
    stroke = {"color": line.colour, "width": 2.5}
    traces = [*_ranges(question, line, years), still | {"x": years[:cut], "y": values[:cut], "line": stroke}]
    if 0 < cut < len(years):
        span = slice(cut - 1, cut + 1)
        traces.append(still | {"x": years[span], "y": values[span], "line": stroke | {"dash": "dot"}})
    known = [(year, row) for year, row in zip(years, line.rows, strict=True) if row and row[chart["y"]] is not None]
    keys = [frame.key_of(question, row) for _, row in known]
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": [year for year, _ in known],
        "y": [row[chart["y"]] for _, row in known],
        "cliponaxis": False,
        "marker": {
            "symbol": line.sign,
            "size": 8 if len(years) <= 24 else 6,
            "opacity": 1,
            "color": [view.shade(line.colour, key) for key in keys],
            "line": {"width": 1.2, "color": view.theme.ground},
        },
        **frame.marks(keys, [_hover(question, line, year, row, view) for year, row in known]),
    }
    return [*traces, dots]


def _ranges(question: Question, line: Line, years: Sequence[int]) -> list[Part]:
    """Return the field between the lowest and the highest value, where the question gives both."""
    chart = question.chart
    if "low" not in chart:
        return []
    known = [(year, row) for year, row in zip(years, line.rows, strict=True) if row and row[chart["low"]] is not None]
    if not known:
        return []
    x = [year for year, _ in known]
    y = [row[chart["high"]] for _, row in known] + [row[chart["low"]] for _, row in reversed(known)]
    fill = f"rgba({','.join(map(str, channels(line.colour)))},0.16)"
    field: Part = {"type": "scatter", "mode": "lines", "fill": "toself", "fillcolor": fill, "line": {"width": 0}}
    return [field | {"x": [*x, *reversed(x)], "y": y, "hoverinfo": "skip", "showlegend": False}]


def _hover(question: Question, line: Line, year: int, row: Row, view: View) -> str:
    chart = question.chart
    value = row[chart["y"]]
    unit = frame.unit_of(question, chart["y"])
    said = said_value(question, value) if is_share(question) else count(value, unit)
    of = str(row[chart["words"]] or "") if "words" in chart else ""
    if not of and "total" in chart and "count" in chart:
        of = f"{number(row[chart['count']])} of {count(row[chart['total']], frame.unit_of(question, chart['total']))}"
    spread = ""
    if "low" in chart and row[chart["low"]] is not None:
        spread = f"between {said_value(question, row[chart['low']])} and {said_value(question, row[chart['high']])}"
    return frame.hover(frame.year_words(year, view), f"{line.name}: {said}" if line.name else said, of, spread)


def _target(question: Question, rows: Rows, found: Sequence[Line], view: View) -> tuple[list[Part], list[Part]]:
    """Return (shapes, notes) of the level lines to be reached, each with its words above its left end.

    A level that is one line's alone has that line's name and colour.
    """
    target, group = question.chart.get("target"), question.chart.get("colour")
    levels: dict[float, set[Any]] = {}
    for row in rows:
        if target is not None and row[target] is not None:
            levels.setdefault(float(row[target]), set()).add(row[group] if group else None)
    shapes, notes = [], []
    for value, codes in levels.items():
        own = next((line for line in found if codes == {line.code} and len(found) > 1), None)
        colour = own.colour if own else view.theme.ink
        at: Part = {"type": "line", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": value, "y1": value}
        shapes.append(at | {"line": {"color": colour, "width": 1.2, "dash": "dash"}, "layer": "below"})
        label = question.columns[str(target)].label
        words = f"{own.name}: {said_value(question, value)}" if own else f"{label}: {said_value(question, value)}"
        place: Part = {"xref": "paper", "yref": "y", "yanchor": "bottom", "xshift": 4, "yshift": 1, "colour": colour}
        notes.append(frame.note(safe(words), 0, value, view, **place))
    return shapes, notes


def _ends(question: Question, found: Sequence[Line], years: Sequence[int]) -> list[End]:
    """Return each line's name and last value; one that stops before the last year says in which."""
    y = question.chart["y"]
    ends = []
    for line in found:
        known = [(year, row[y]) for year, row in zip(years, line.rows, strict=True) if row and row[y] is not None]
        if known:
            year, value = known[-1]
            short = None if year == years[-1] else year
            name = map(safe, wrapped(line.name, SMALL, LABEL_ROOM)) if line.name else ()
            last = f"<b>{said_value(question, value)}</b>{'' if short is None else f' in {year}'}"
            ends.append(End(float(value), [*name, last], line.colour, short))
    return ends


def _gap(question: Question, found: Sequence[Line], view: View) -> tuple[list[End], list[Part]]:
    """Return the label between the ends of the first two lines, and the bracket that it belongs to."""
    y, words = question.chart["y"], question.chart.get("gap")
    ends = [line.rows[-1][y] for line in found[:2] if line.rows[-1] and line.rows[-1][y] is not None]
    if not words or len(ends) != 2 or ends[0] == ends[1]:
        return [], []
    unit = "points" if is_share(question) else frame.unit_of(question, y)
    low, high = sorted(map(float, ends))
    told = [f"<b>{count(high - low, unit)}</b>", *map(safe, wrapped(str(words), SMALL, LABEL_ROOM))]
    line = {"color": view.theme.muted, "width": 1.2}
    at: Part = {"type": "line", "xref": "paper", "yref": "y", "xsizemode": "pixel", "xanchor": 1, "line": line}
    return [End((low + high) / 2, told, view.theme.muted)], [at | {"x0": 0, "x1": 0, "y0": low, "y1": high}]
