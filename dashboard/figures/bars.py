"""Forms of lying bars: each label stands on a line of its own above its bar, so that no width is ever too narrow."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame, legend
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.text import count, elided, longest, number, safe
from dashboard.figures.theme import TEXT, theme

ROW = 42  # pixels a row: its label above, its bar below
BAR = 13 / ROW
LIMIT = 15
FOOT = 30
FACET_GAP = 40  # pixels for a panel's title
MORE = 22  # pixels for "and n more"


def shown_rows(question: Question, rows: Rows) -> list[tuple[str, list[Row], int]]:
    """Return (facet's words, the rows drawn, how many more there are) for each panel; one without a facet."""
    facet, limit = question.chart.get("facet"), int(question.chart.get("limit", LIMIT))
    panels = []
    for code in frame.in_order(question, facet, rows):
        mine = [row for row in rows if facet is None or row[facet] == code]
        panels.append((frame.said(question, facet, code) if facet else "", mine[:limit], max(0, len(mine) - limit)))
    return panels


def panels_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels of the panels' rows, titles and last lines, without axis and key."""
    panels = shown_rows(question, rows)
    return sum(
        max(1, len(mine)) * ROW + (MORE if more else 0) + (FACET_GAP if name else 0) for name, mine, more in panels
    )


def ranked_bars_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: it grows with the rows up to the question's limit a panel."""
    return panels_height(question, rows) + FOOT + 8 + _key_height(question, rows)


def ranked_bars(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return bars in the order of the rows, panels below each other on one scale, values at the bars' ends."""
    chart = question.chart
    panels = shown_rows(question, rows)
    drawn = [row for _, mine, _ in panels for row in mine]
    top, step = frame.nice_top(max(float(row[chart["value"]] or 0) for row in drawn))
    ends = [number(row[chart["value"]]) for row in drawn]
    head = 8 + _key_height(question, rows)
    height = ranked_bars_height(question, rows)
    shapes, notes = legend.key_line(key_entries(question, drawn, view), view, head - 14)
    spots, extra = places(panels, view)
    spread = (height - head - FOOT) / ROW
    hit = [
        {
            "type": "bar",
            "orientation": "h",
            "x": [top] * len(drawn),
            "y": spots,
            "width": 0.98,
            "opacity": 0,
            **_row_marks(question, drawn, view),
        }
    ]
    return frame.sheet(
        [*hit, _bars(question, drawn, spots, view)],
        view,
        height,
        (1, int(longest(ends, TEXT)) + 12, head, FOOT),
        barmode="overlay",
        shapes=shapes + _diamonds(question, drawn, spots, view),
        annotations=notes + extra + labels(question, drawn, spots, view),
        xaxis=frame.axis(view, range=[0, top], dtick=step, tick0=0, tickangle=0),
        yaxis=frame.bare(range=[spread, 0]),
    )


def places(panels: Sequence[tuple[str, list[Row], int]], view: View) -> tuple[list[float], list[Part]]:
    """Return (the middle of each row in rows from the top, the panels' titles and last lines)."""
    spots: list[float] = []
    notes: list[Part] = []
    y = 0.0
    at = {"xref": "paper", "yanchor": "middle"}
    for name, mine, more in panels:
        if name:
            y += FACET_GAP / ROW
            notes.append(frame.note(f"<b>{safe(name)}</b>", 0, y - 0.28, view, size=TEXT, **at))
        spots += [y + place + 0.5 for place in range(len(mine))]
        y += max(1, len(mine))
        if more:
            notes.append(
                frame.note(f"and {more:,} more in the numbers below", 0, y + 0.22, view, colour=view.theme.muted, **at)
            )
            y += MORE / ROW
    return spots, notes


def key_entries(question: Question, rows: Rows, view: View) -> list[tuple[str, str, str]]:
    """Return the key's entries: the colours, where no panel names them, and the mark, where a row has it."""
    chart = question.chart
    group, mark = chart.get("colour"), chart.get("mark")
    codes = frame.in_order(question, group, rows) if group and not chart.get("facet") else []
    entries = [
        (frame.title_of(question, group or "", code), frame.colour_of(question, group, code, view), "square")
        for code in codes
    ]
    if mark and any(row[mark] for row in rows):
        entries.append((question.columns[mark].label, view.theme.ink, "diamond"))
    return entries


def _key_height(question: Question, rows: Rows) -> int:
    shown = [row for _, mine, _ in shown_rows(question, rows) for row in mine]
    return legend.key_height([name for name, _, _ in key_entries(question, shown, View(theme("light")))])


def colour_of(question: Question, row: Row, view: View) -> str:
    """Return a row's colour: by its colour column, its panel or its label, where these have fixed colours."""
    chart = question.chart
    for column in (chart.get("colour"), chart.get("facet")):
        if column:
            return frame.colour_of(question, column, row.get(column), view)
    return view.theme.colour(frame.vocabulary(question, chart["label"]), row.get(chart["label"]))


def _row_marks(question: Question, rows: Rows, view: View) -> Part:
    chart = question.chart
    unit = frame.unit_of(question, chart["value"])
    mark = chart.get("mark")
    texts = [
        frame.hover(
            frame.title_of(question, chart["label"], row[chart["label"]]),
            count(row[chart["value"]], unit),
            question.columns[mark].label if mark and row[mark] else "",
        )
        for row in rows
    ]
    return frame.marks([frame.key_of(question, row) for row in rows], texts)


def _bars(question: Question, rows: Rows, spots: Sequence[float], view: View) -> Part:
    value = question.chart["value"]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [float(row[value] or 0) for row in rows],
        "y": [spot + 0.2 for spot in spots],
        "width": BAR,
        "text": [f"<b>{number(row[value])}</b>" for row in rows],
        "textposition": "outside",
        "constraintext": "none",
        "textfont": {"size": TEXT, "color": view.theme.ink},
        "cliponaxis": False,
        "marker": {
            "color": [view.shade(colour_of(question, row, view), frame.key_of(question, row)) for row in rows],
            "line": {"width": 0},
            "cornerradius": 2,
        },
        **_row_marks(question, rows, view),
    }


def labels(question: Question, rows: Rows, spots: Sequence[float], view: View) -> list[Part]:
    """Return the rows' names, each on its own line above its bar, elided where a phone would cut it."""
    label, mark = question.chart["label"], question.chart.get("mark")
    notes = []
    for row, spot in zip(rows, spots, strict=True):
        indent = 18 if mark and row[mark] else 0
        text = elided(frame.title_of(question, label, row[label]), TEXT, frame.NARROW - indent)
        at = {"xref": "paper", "yref": "y", "yanchor": "middle", "size": TEXT, "xshift": indent}
        notes.append(frame.note(safe(text), 0, spot - 0.2, view, **at))
    return notes


def _diamonds(question: Question, rows: Rows, spots: Sequence[float], view: View) -> list[Part]:
    """Return the signs before the names of the marked rows."""
    mark = question.chart.get("mark")
    marked = [spot - 0.2 for row, spot in zip(rows, spots, strict=True) if mark and row[mark]]
    return [legend.swatch(0, -5, view.theme.ink, "diamond") | {"yref": "y", "yanchor": spot} for spot in marked]
