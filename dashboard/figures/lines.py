"""Lines over the years, at most four, each named at its right end; the gap between two may have a name of its own."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.dots import SIGNS
from dashboard.figures.ends import End, labels
from dashboard.figures.frame import Part, Rows, View
from dashboard.figures.strokes import Line, is_about, is_share, said_end, said_value, spread, traces
from dashboard.figures.text import count, longest, number, safe, wrapped
from dashboard.figures.theme import SMALL, TEXT
from dashboard.figures.years import PARTIAL_FOOT, year_axis, year_foot

PLOT, FACET_PLOT = 280, 210
BETWEEN = 44  # pixels above a panel, for its title
HEAD = 16
LABEL_ROOM = 108  # pixels at the right end: what a phone can spare
MOST = 4


def lines_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: that of one panel, or of one for each value of ``facet``."""
    panels = len(frame.in_order(question, question.chart.get("facet"), rows))
    return _head(question) + _tall(question, panels) + PARTIAL_FOOT


def _head(question: Question) -> int:
    return BETWEEN if "facet" in question.chart else HEAD


def _plot(question: Question) -> int:
    return FACET_PLOT if "facet" in question.chart else PLOT


def _tall(question: Question, panels: int) -> int:
    return panels * _plot(question) + (panels - 1) * BETWEEN


def lines(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return up to four lines a panel on one scale, shares on 0 to 100 %; a null or a missing year is a gap."""
    chart = question.chart
    x, facet = chart["x"], chart.get("facet")
    years = list(range(min(row[x] for row in rows), max(row[x] for row in rows) + 1))
    edge = years[-1] + 0.1 + 0.02 * (years[-1] - years[0])
    top, scale = _scale(question, rows, view)
    codes = frame.in_order(question, facet, rows)
    whole = _tall(question, len(codes))
    data: list[Part] = []
    shapes: list[Part] = []
    notes: list[Part] = []
    scales: Part = {}
    for place, code in enumerate(codes):
        mine = [row for row in rows if facet is None or row[facet] == code]
        name = f"y{place + 1}" if place else "y"
        panel = _panel(question, mine, years, (code, top, edge), view)
        data += [part | {"yaxis": name} for part in panel[0]]
        shapes += [part | {"yref": name} for part in panel[1]]
        notes += [part | {"yref": name} for part in panel[2]]
        high = 1 - place * (_plot(question) + BETWEEN) / whole
        scales[f"yaxis{name[1:]}"] = scale | {"anchor": "x", "domain": [max(0, high - _plot(question) / whole), high]}
    ticks = list(scale.get("ticktext", [])) or [number(top)]
    return frame.sheet(
        data,
        view,
        lines_height(question, rows),
        (int(longest(ticks, SMALL)) + 10, LABEL_ROOM + 14, _head(question), PARTIAL_FOOT),
        shapes=shapes,
        annotations=[*notes, *year_foot(years, view, "Dotted", LABEL_ROOM + 14)],
        xaxis=year_axis(years, view, 5) | {"range": [years[0] - 0.4, edge], "anchor": "free", "position": 0},
        **scales,
    )


def _panel(
    question: Question, rows: Rows, years: Sequence[int], at: tuple[Any, float, float], view: View
) -> tuple[list[Part], list[Part], list[Part]]:
    """Return (traces, shapes, notes) of one panel; ``at`` is its code, the scale's end and the plot's right end."""
    code, top, edge = at
    found = _lines(question, rows, years, view)
    shapes, notes = _target(question, rows, found, view)
    gap, bracket = _gap(question, found, view)
    ends, leaders = labels([*_ends(question, found, years), *gap], top, _plot(question), edge, view)
    facet = question.chart.get("facet")
    if facet:
        colour = frame.colour_of(question, facet, code, view) if frame.vocabulary(question, facet) else view.theme.ink
        title = f"<b>{safe(frame.title_of(question, facet, code))}</b>"
        over: Part = {"xref": "paper", "yanchor": "bottom", "yshift": 8, "size": TEXT, "colour": colour}
        notes.append(frame.note(title, 0, scale_end(top), view, **over))
    data = [trace for line in found for trace in traces(question, line, years, view)]
    return data, [*shapes, *bracket, *leaders], [*notes, *ends]


def scale_end(top: float) -> float:
    """Return where the axis ends: a little above its last number, so that a line there is whole."""
    return top * 1.01


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
        return 100.0, frame.share_axis(view) | {"range": [0, scale_end(100)]}
    chart = question.chart
    named = [chart["y"], *(chart[name] for name in ("high", "target") if name in chart)]
    most = max((float(row[name]) for row in rows for name in named if row[name] is not None), default=0.0)
    top, step = frame.nice_top(most)
    return top, frame.axis(view, range=[0, scale_end(top)], dtick=step, tick0=0)


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
        name = own.name if own and len(levels) > 1 else question.columns[str(target)].label
        at: Part = {"type": "line", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": value, "y1": value}
        shapes.append(at | {"line": {"color": colour, "width": 1.2, "dash": "dash"}, "layer": "below"})
        place: Part = {"xref": "paper", "yref": "y", "yanchor": "bottom", "xshift": 4, "yshift": 1, "colour": colour}
        notes.append(frame.note(safe(f"{name}: {said_value(question, value)}"), 0, value, view, **place))
    return shapes, notes


def _ends(question: Question, found: Sequence[Line], years: Sequence[int]) -> list[End]:
    """Return each line's name and last value; one that stops before the last year says in which."""
    y = question.chart["y"]
    ends = []
    for line in found:
        known = [(year, row) for year, row in zip(years, line.rows, strict=True) if row and row[y] is not None]
        if known:
            year, row = known[-1]
            short = None if year == years[-1] else year
            name = map(safe, wrapped(line.name, SMALL, LABEL_ROOM)) if line.name else ()
            value, when = said_end(question, row), "" if short is None else f" in {year}"
            one_line = longest([value + when], SMALL) <= LABEL_ROOM
            last = [f"<b>{value}</b>{when}"] if one_line else [f"<b>{value}</b>", when.strip()]
            ends.append(End(float(row[y]), [*name, *last], line.colour, short))
    return ends


def _gap(question: Question, found: Sequence[Line], view: View) -> tuple[list[End], list[Part]]:
    """Return the label between the ends of the first two lines, and the bracket that it belongs to."""
    y, words = question.chart["y"], question.chart.get("gap")
    rows = [line.rows[-1] for line in found[:2] if line.rows[-1] and line.rows[-1][y] is not None]
    if not words or len(rows) != 2:
        return [], []
    low, high = sorted(float(row[y]) for row in rows)
    # of a range its middle, which is wrong by the least
    middles = [sum(spread(question, row) or (row[y], row[y])) / 2 for row in rows]
    apart = abs(middles[0] - middles[1])
    apart = round(apart) if is_share(question) else apart
    if not apart:
        return [], []
    about = "about " if any(spread(question, row) or is_about(question, row) for row in rows) else ""
    said = count(apart, "points" if is_share(question) else frame.unit_of(question, y))
    told = [f"<b>{about}{said}</b>", *map(safe, wrapped(str(words), SMALL, LABEL_ROOM))]
    line = {"color": view.theme.muted, "width": 1.2}
    at: Part = {"type": "line", "xref": "paper", "yref": "y", "xsizemode": "pixel", "xanchor": 1, "line": line}
    return [End((low + high) / 2, told, view.theme.muted)], [at | {"x0": 0, "x1": 0, "y0": low, "y1": high}]
