"""Forms of lying bars: each label stands on a line of its own above its bar, so that no width is ever too narrow."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.steps import hatching
from dashboard.figures.text import count, elided, longest, number, safe
from dashboard.figures.theme import TEXT

ROW = 42  # pixels a row: its label above, its bar below
BAR = 13 / ROW
LIMIT = 15
FOOT = 30
FACET_GAP = 40


def shown_rows(question: Question, rows: Rows) -> list[tuple[str, list[Row], int]]:
    """Return (facet's words, the rows drawn, how many more there are) for each panel; one without a facet."""
    facet, limit = question.chart.get("facet"), int(question.chart.get("limit", LIMIT))
    panels = []
    for code in frame.in_order(question, facet, rows):
        mine = [row for row in rows if facet is None or row[facet] == code]
        panels.append((frame.said(question, facet, code) if facet else "", mine[:limit], max(0, len(mine) - limit)))
    return panels


def ranked_bars_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: it grows with the rows up to the question's limit a panel."""
    panels = shown_rows(question, rows)
    lines = sum(
        max(1, len(mine)) * ROW + (22 if more else 0) + (FACET_GAP if name else 0) for name, mine, more in panels
    )
    return lines + FOOT + 8 + frame.key_height(_mark_names(question, rows))


def ranked_bars(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return bars in the order of the rows, panels below each other on one scale, values at the bars' ends."""
    chart = question.chart
    panels = shown_rows(question, rows)
    drawn = [row for _, mine, _ in panels for row in mine]
    top, step = frame.nice_top(max(float(row[chart["value"]] or 0) for row in drawn))
    ends = [number(row[chart["value"]]) for row in drawn]
    names = _mark_names(question, rows)
    head = 8 + frame.key_height(names)
    height = ranked_bars_height(question, rows)
    shapes, notes = frame.key_line([(name, view.theme.ink, "diamond") for name in names], view, head - 14)
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
        [*hit, _bars(question, drawn, spots, view), *_diamonds(question, drawn, spots, view)],
        view,
        height,
        (1, int(longest(ends, TEXT)) + 12, head, FOOT),
        barmode="overlay",
        shapes=shapes,
        annotations=notes + extra + _labels(question, drawn, spots, view),
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
            y += 22 / ROW
    return spots, notes


def _mark_names(question: Question, rows: Rows) -> list[str]:
    mark = question.chart.get("mark")
    return [question.columns[mark].label] if mark and any(row[mark] for row in rows) else []


def _colour_of(question: Question, row: Row, view: View) -> str:
    chart = question.chart
    column = chart.get("colour") or chart.get("facet") or chart.get("label") or ""
    return view.theme.colour(frame.vocabulary(question, column), row.get(column))


def _row_marks(question: Question, rows: Rows, view: View) -> Part:
    chart = question.chart
    unit = frame.unit_of(question, chart["value"])
    mark = chart.get("mark")
    texts = [
        frame.hover(
            frame.said(question, chart["label"], row[chart["label"]]),
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
        "textfont": {"size": TEXT, "color": view.theme.ink},
        "cliponaxis": False,
        "marker": {
            "color": [view.shade(_colour_of(question, row, view), frame.key_of(question, row)) for row in rows],
            "line": {"width": 0},
            "cornerradius": 2,
        },
        **_row_marks(question, rows, view),
    }


def _labels(
    question: Question, rows: Rows, spots: Sequence[float], view: View, room: float = frame.NARROW
) -> list[Part]:
    label, mark = question.chart["label"], question.chart.get("mark")
    notes = []
    for row, spot in zip(rows, spots, strict=True):
        marked = bool(mark and row[mark])
        text = elided(frame.said(question, label, row[label]), TEXT, room - (18 if marked else 0))
        place = {"xref": "paper", "yref": "y", "yanchor": "middle", "size": TEXT, "xshift": 17 if marked else 0}
        notes.append(frame.note(safe(text), 0, spot - 0.2, view, **place))
    return notes


def _diamonds(question: Question, rows: Rows, spots: Sequence[float], view: View) -> list[Part]:
    mark = question.chart.get("mark")
    marked = [spot - 0.2 for row, spot in zip(rows, spots, strict=True) if mark and row[mark]]
    if not marked:
        return []
    sign = {"symbol": "diamond", "size": 10, "color": view.theme.ink}
    at = {"type": "scatter", "mode": "markers", "x": [0.0] * len(marked), "y": marked, "cliponaxis": False}
    return [at | {"marker": sign, "hoverinfo": "skip", "showlegend": False}]


def share_bars_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: one row a bar, at most the limit."""
    return max(1, min(len(rows), LIMIT)) * ROW + FOOT + 8


def share_bars(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return "n of N" bars on one scale from 0 to 100 %, the words at their right."""
    chart = question.chart
    drawn = list(rows)[: int(chart.get("limit", LIMIT))]
    spots = [place + 0.5 for place in range(len(drawn))]
    pairs = [(float(row[chart["value"]] or 0), float(row[chart["total"]] or 0)) for row in drawn]
    shares = [100 * n / total if total else 0.0 for n, total in pairs]
    words = [f"{number(n)} of {number(total)}" for n, total in pairs]
    keys = [frame.key_of(question, row) for row in drawn]
    unit = frame.unit_of(question, chart["value"])
    texts = [
        frame.hover(
            frame.said(question, chart["label"], row[chart["label"]]),
            f"{said} {unit}" + (f", {share:.0f} %" if pair[1] else ": nobody to count"),
        )
        for row, said, share, pair in zip(drawn, words, shares, pairs, strict=True)
    ]
    lying: Part = {"type": "bar", "orientation": "h", "y": [spot + 0.2 for spot in spots], "width": BAR}
    colours = [view.shade(_colour_of(question, row, view), key) for row, key in zip(drawn, keys, strict=True)]
    track = lying | {"x": [100.0] * len(drawn), "marker": {"color": view.theme.track, "cornerradius": 2}}
    bar = lying | {"x": shares, "marker": {"color": colours, "cornerradius": 2, "line": {"width": 0}}}
    room = frame.NARROW - 60
    notes = _labels(question, drawn, spots, view, room)
    at = {"xref": "paper", "yref": "y", "yanchor": "middle", "xshift": 8, "size": TEXT}
    notes += [frame.note(f"<b>{said}</b>", 1, spot + 0.2, view, **at) for said, spot in zip(words, spots, strict=True)]
    return frame.sheet(
        [track | frame.marks(keys, texts), bar | frame.marks(keys, texts)],
        view,
        share_bars_height(question, rows),
        (1, int(longest(words, TEXT) * 1.06) + 18, 8, FOOT),
        barmode="overlay",
        annotations=notes,
        xaxis=frame.axis(view, range=[0, 100.5], tickvals=[0, 25, 50, 75, 100], ticksuffix=" %", tickangle=0),
        yaxis=frame.bare(range=[max(1, len(drawn)), 0]),
    )


def category_columns_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: one row a category, and the key."""
    return (
        len(_categories(question, rows)) * ROW
        + FOOT
        + 8
        + frame.key_height([n for n, _, _ in _entries(question, rows, None)])
    )


def category_columns(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return stacked bars a category, lying so that long names can be read; what is not stated is hatched."""
    chart = question.chart
    x, y, group = chart["x"], chart["y"], chart.get("colour")
    categories = _categories(question, rows)
    totals = [sum(float(row[y] or 0) for row in rows if row[x] == code) for code in categories]
    top, step = frame.nice_top(max(totals))
    ends = [number(total) for total in totals]
    entries = _entries(question, rows, view)
    head = 8 + frame.key_height([name for name, _, _ in entries])
    shapes, notes = frame.key_line(entries, view, head - 14)
    data = []
    for code in frame.in_order(question, group, rows):
        mine = [row for row in rows if group is None or row[group] == code]
        data.append(_stack(question, mine, categories, view))
    for place, (code, end, total) in enumerate(zip(categories, ends, totals, strict=True)):
        name = elided(frame.said(question, x, code), TEXT, frame.NARROW)
        notes.append(frame.note(safe(name), 0, place + 0.3, view, xref="paper", yref="y", yanchor="middle", size=TEXT))
        notes.append(frame.note(f"<b>{end}</b>", total, place + 0.7, view, yanchor="middle", xshift=6, size=TEXT))
    return frame.sheet(
        data,
        view,
        category_columns_height(question, rows),
        (1, int(longest(ends, TEXT)) + 16, head, FOOT),
        barmode="stack",
        shapes=shapes,
        annotations=notes,
        xaxis=frame.axis(view, range=[0, top], dtick=step, tick0=0, tickangle=0),
        yaxis=frame.bare(range=[len(categories), 0]),
    )


def _categories(question: Question, rows: Rows) -> list[Any]:
    return list(dict.fromkeys(row[question.chart["x"]] for row in rows))


def _entries(question: Question, rows: Rows, view: View | None) -> list[tuple[str, str, str]]:
    group, missing = question.chart.get("colour"), question.chart.get("missing")
    entries = []
    if group:
        book = frame.vocabulary(question, group)
        for code in frame.in_order(question, group, rows):
            colour = view.theme.colour(book, code) if view else ""
            entries.append((frame.said(question, group, code), colour, "square"))
    if missing and any(row[missing] for row in rows):
        entries.append((question.columns[missing].label, view.theme.muted if view else "", "hollow"))
    return entries


def _stack(question: Question, rows: Rows, categories: Sequence[Any], view: View) -> Part:
    chart = question.chart
    missing = chart.get("missing", "")
    keys = [frame.key_of(question, row) for row in rows]
    unit = frame.unit_of(question, chart["y"])
    group = chart.get("colour")
    texts = [
        frame.hover(
            frame.said(question, chart["x"], row[chart["x"]]),
            frame.said(question, group, row[group]) if group else "",
            count(row[chart["y"]], unit),
            question.columns[missing].label if row.get(missing) else "",
        )
        for row in rows
    ]
    colours = [view.shade(_colour_of(question, row, view), key) for row, key in zip(rows, keys, strict=True)]
    hollow = [view.theme.ground if row.get(missing) else colour for row, colour in zip(rows, colours, strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [float(row[chart["y"]] or 0) for row in rows],
        "y": [categories.index(row[chart["x"]]) + 0.7 for row in rows],
        "width": BAR,
        "marker": {
            "color": hollow,
            "line": {"width": 1, "color": colours},
            "pattern": hatching(["/" if row.get(missing) else "" for row in rows], view) | {"fgcolor": colours},
        },
        **frame.marks(keys, texts),
    }
