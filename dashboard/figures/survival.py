"""What share still runs after so many years: curves in steps with their bands, and how many were observed so long."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.ends import End, labels
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.text import count, elided, number, safe, wrapped
from dashboard.figures.theme import SMALL, channels

PLOT = 260
HEAD = 14
LABEL_ROOM = 92
AXIS = 42  # pixels: the years and what they count
LINE = 18  # pixels a row of numbers under the axis
MOST = 4


def survival_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: the plot, and a row of numbers under it for each curve."""
    return HEAD + PLOT + _foot(question, rows)


def _foot(question: Question, rows: Rows) -> int:
    return AXIS + LINE * (1 + len(_groups(question, rows))) + frame.MARK


def _groups(question: Question, rows: Rows) -> list[Any]:
    return frame.in_order(question, question.chart.get("colour"), rows)[:MOST]


def _mine(question: Question, rows: Rows, code: Any) -> list[Row]:
    group = question.chart.get("colour")
    known = [row for row in rows if (group is None or row[group] == code) and row[question.chart["y"]] is not None]
    return sorted(known, key=lambda row: float(row[question.chart["x"]]))


def survival(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return a falling step curve a group, from 100 %, with its band; numbers observed stand under the axis."""
    chart = question.chart
    last = max(1.0, *(float(row[chart["x"]]) for row in rows))
    step = next(step for step in (1, 2, 5, 10, 20, 50) if last / step <= 8)
    ticks = list(range(0, int(last // step) * step + 1, step))
    data, ends = [], []
    notes = _axis_words(question, view)
    for place, code in enumerate(_groups(question, rows)):
        mine = _mine(question, rows, code)
        colour = frame.colour_of(question, chart.get("colour"), code, view, place)
        name = frame.title_of(question, chart["colour"], code) if "colour" in chart else ""
        data += _curve(question, mine, last, name, colour, view)
        if mine:
            ends.append(_end(float(mine[-1][chart["y"]]), float(mine[-1][chart["x"]]), last, name, colour))
        notes += _observed(question, mine, ticks, place, (name, colour), view)
    words, leaders = labels(ends, 100, PLOT, last, view)
    return frame.sheet(
        data,
        view,
        survival_height(question, rows),
        (46, LABEL_ROOM, HEAD, _foot(question, rows)),
        shapes=leaders,
        annotations=[*notes, *words],
        xaxis=frame.axis(
            view, range=[0, last], tickvals=ticks, ticks="outside", ticklen=4, tickcolor=view.theme.rule, tickangle=0
        ),
        yaxis=frame.share_axis(view) | {"range": [0, 101]},
    )


def _curve(question: Question, rows: Sequence[Row], last: float, name: str, colour: str, view: View) -> list[Part]:
    """Return one group's traces: the band, the steps, and a mark at each change that carries its row."""
    chart = question.chart
    still: Part = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False}
    at = [float(row[chart["x"]]) for row in rows]
    shares = [float(row[chart["y"]]) for row in rows]
    begun = [] if at and at[0] == 0 else [0.0]
    x, y = [*begun, *at], [100.0 for _ in begun] + shares
    keys = [frame.key_of(question, row) for row in rows]
    marks = {
        "type": "scatter",
        "mode": "markers",
        "x": at,
        "y": shares,
        "cliponaxis": False,
        "marker": {
            "size": 4,
            "opacity": 1,
            "color": [view.shade(colour, key) for key in keys],
            "line": {"width": 0},
        },
        **frame.marks(keys, [_hover(question, row, name) for row in rows]),
    }
    steps = still | {"x": x, "y": y, "line": {"shape": "hv", "color": colour, "width": 2.5}}
    return [*_band(question, rows, colour, still), steps, marks]


def _end(share: float, at: float, last: float, name: str, colour: str) -> End:
    """Return the label at a curve's end: its name and last share."""
    words = map(safe, wrapped(name, SMALL, LABEL_ROOM - 18)) if name else ()
    return End(share, [*words, f"<b>{number(share)} %</b>"], colour, at if at < last else None)


def _band(question: Question, rows: Sequence[Row], colour: str, still: Part) -> list[Part]:
    chart = question.chart
    known = [row for row in rows if "low" in chart and row[chart["low"]] is not None]
    if not known:
        return []
    at = [float(row[chart["x"]]) for row in known]
    begun = [] if at[0] == 0 else [0.0]
    x = [*begun, *at]
    fill = f"rgba({','.join(map(str, channels(colour)))},0.14)"
    edge: Part = {"shape": "hv", "width": 0, "color": colour}
    low = still | {"x": x, "y": [100.0 for _ in begun] + [row[chart["low"]] for row in known], "line": edge}
    high = still | {"x": x, "y": [100.0 for _ in begun] + [row[chart["high"]] for row in known], "line": edge}
    return [low, high | {"fill": "tonexty", "fillcolor": fill}]


def _hover(question: Question, row: Row, name: str) -> str:
    chart = question.chart
    x = chart["x"]
    after = f"After {count(row[x], frame.unit_of(question, x))}: {number(row[chart['y']])} %"
    spread = ""
    if "low" in chart and row[chart["low"]] is not None:
        spread = f"between {number(row[chart['low']])} % and {number(row[chart['high']])} %"
    risk = chart["at_risk"]
    observed = f"{question.columns[risk].label}: {count(row[risk], frame.unit_of(question, risk))}"
    return frame.hover(name or after, after if name else "", spread, observed)


def _axis_words(question: Question, view: View) -> list[Part]:
    """Return what the axis counts, and what the numbers under it are."""
    chart = question.chart
    at: Part = {"xref": "paper", "yref": "paper", "yanchor": "top", "colour": view.theme.muted}
    label, risk = question.columns[chart["x"]].label, question.columns[chart["at_risk"]].label
    return [
        frame.note(safe(label), 1, 0, view, xanchor="right", yshift=-20, **at),
        frame.note(f"<b>{safe(risk)}</b>", 0, 0, view, xshift=-46, yshift=-AXIS, **at),
    ]


def _observed(
    question: Question, rows: Sequence[Row], ticks: Sequence[int], place: int, look: tuple[str, str], view: View
) -> list[Part]:
    """Return one curve's numbers under the axis: how many were observed at least until the next row's time."""
    chart = question.chart
    down = -(AXIS + LINE * (place + 1))
    at: Part = {"xref": "x", "yref": "paper", "xanchor": "center", "yanchor": "top", "yshift": down}
    name, colour = look
    at["colour"] = colour
    beside = {"xref": "paper", "xanchor": "left", "xshift": 14}
    notes = [frame.note(safe(elided(name, SMALL, LABEL_ROOM - 18)), 1, 0, view, **(at | beside))] if name else []
    for tick in ticks:
        later = next((row for row in rows if float(row[chart["x"]]) >= tick), None)
        if later is not None and later[chart["at_risk"]] is not None:
            notes.append(frame.note(number(later[chart["at_risk"]]), tick, 0, view, **at))
    return notes
