"""Columns: standing where they run over the years, lying where they run over categories with long names."""

from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame, legend
from dashboard.figures.bars import BAR, FOOT, ROW
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.text import count, elided, longest, number, safe
from dashboard.figures.theme import SMALL, TEXT, theme
from dashboard.figures.years import PARTIAL_FOOT, hatching, year_axis, year_foot

PLOT = 240
HEAD = 20  # pixels above the highest column, for its number


def over_years(question: Question, rows: Rows) -> bool:
    """Say whether the columns run over whole years, and not over categories."""
    return all(isinstance(row[question.chart["x"]], int) for row in rows)


def columns_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: fixed over the years, one row a category otherwise; and the key."""
    key = legend.key_height([name for name, _, _ in key_entries(question, rows, View(theme("light")))])
    if over_years(question, rows):
        return HEAD + key + PLOT + PARTIAL_FOOT
    return len(_categories(question, rows)) * ROW + FOOT + 8 + key


def columns(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return columns, stacked where the question names a colour; what is not stated is striped."""
    return (_standing if over_years(question, rows) else _lying)(question, rows, view)


def key_entries(question: Question, rows: Rows, view: View) -> list[tuple[str, str, str]]:
    """Return the key's entries: the groups, and what is not stated, where there are any."""
    group, missing = question.chart.get("colour"), question.chart.get("missing")
    entries = []
    for place, code in enumerate(frame.in_order(question, group, rows) if group else []):
        colour = frame.colour_of(question, group, code, view, place)
        entries.append((frame.title_of(question, group or "", code), colour, "square"))
    if missing and any(row[missing] and row[question.chart["y"]] for row in rows):
        entries.append((question.columns[missing].label, view.theme.muted, "striped"))
    return entries


def _standing(question: Question, rows: Rows, view: View) -> go.Figure:
    x, y = question.chart["x"], question.chart["y"]
    years = list(range(min(row[x] for row in rows), max(row[x] for row in rows) + 1))
    totals = dict.fromkeys(years, 0.0)
    for row in rows:
        totals[row[x]] += float(row[y] or 0)
    top, step = frame.nice_top(max(totals.values()))
    entries = key_entries(question, rows, view)
    tall = legend.key_height([name for name, _, _ in entries])
    shapes, notes = legend.key_line(entries, view, tall + 10)
    if len(years) <= 12:
        at = {"xanchor": "center", "yanchor": "bottom", "yshift": 1}
        notes += [frame.note(f"<b>{number(v)}</b>", year, v, view, **at) for year, v in totals.items() if v]
    return frame.sheet(
        _groups(question, rows, view, {"x": lambda row: row[x], "y": lambda row: float(row[y] or 0)}),
        view,
        columns_height(question, rows),
        (int(longest([number(top)], SMALL)) + 10, 4, HEAD + tall, PARTIAL_FOOT),
        barmode="stack",
        bargap=0.22,
        shapes=shapes,
        annotations=notes + year_foot(years, view),
        xaxis=year_axis(years, view),
        yaxis=frame.axis(view, range=[0, top * 1.02], dtick=step, tick0=0),
    )


def _lying(question: Question, rows: Rows, view: View) -> go.Figure:
    x, y = question.chart["x"], question.chart["y"]
    categories = _categories(question, rows)
    totals = [sum(float(row[y] or 0) for row in rows if row[x] == code) for code in categories]
    top, step = frame.nice_top(max(totals))
    parts = [[row for row in rows if row[x] == code] for code in categories]
    known = [any(row[y] is not None for row in mine) for mine in parts]
    ends = [end_words(question, mine, view) for mine in parts]
    entries = key_entries(question, rows, view)
    head = 8 + legend.key_height([name for name, _, _ in entries])
    shapes, notes = legend.key_line(entries, view, head - 14)
    for place, (code, end, total) in enumerate(zip(categories, ends, totals, strict=True)):
        name = safe(elided(frame.title_of(question, x, code), TEXT, frame.NARROW))
        notes.append(frame.note(name, 0, place + 0.3, view, xref="paper", yref="y", yanchor="middle", size=TEXT))
        colour = view.theme.ink if known[place] else view.theme.muted
        end = f"<b>{end}</b>" if known[place] else end
        notes.append(frame.note(end, total, place + 0.7, view, yanchor="middle", xshift=6, size=TEXT, colour=colour))
    at = {"x": lambda row: float(row[y] or 0), "y": lambda row: categories.index(row[x]) + 0.7}
    traces = _groups(question, rows, view, at)
    return frame.sheet(
        [trace | {"orientation": "h", "width": BAR} for trace in traces],
        view,
        columns_height(question, rows),
        (1, int(longest([end for end, stated in zip(ends, known, strict=True) if stated], TEXT)) + 16, head, FOOT),
        barmode="stack",
        shapes=shapes,
        annotations=notes,
        xaxis=frame.axis(view, range=[0, top], dtick=step, tick0=0, tickangle=0),
        yaxis=frame.bare(range=[len(categories), 0]),
    )


def end_words(question: Question, rows: Rows, view: View) -> str:
    """Return what stands at the end of one category's bar: the sum of what is known of its parts, and what it is.

    A part that is hidden or not stated makes it "at least" so many, one that is rounded "about" so many.
    """
    y = question.chart["y"]
    told = [row for row in rows if row[y]]
    unknown = list(dict.fromkeys(_value_words(question, row, view) for row in rows if row[y] is None))
    if not told and unknown:
        each = sum(row[y] is None for row in rows) > 1 and unknown != ["not stated"]
        return "; ".join(unknown) + (" each" if each else "")
    total = number(sum(float(row[y]) for row in told))
    about = any(_value_words(question, row, view).startswith("about ") for row in told)
    return f"{'at least ' if unknown else ''}{'about ' if about else ''}{total}"


def _value_words(question: Question, row: Row, view: View) -> str:
    """Return a row's value in its own words, else as the rule for small numbers makes a programme read."""
    chart = question.chart
    value = row[chart["y"]]
    if row.get(chart.get("words", "")):
        return str(row[chart["words"]])
    guarded = view.kind == "programme" and question.columns[chart["y"]].people
    if not guarded or value == 0 or row.get(chart.get("missing", "")):
        return number(value)
    # with a mark for what is not stated, a value that is neither stated nor marked is hidden
    return f"about {number(value)}" if value else f"fewer than 10{'' if 'missing' in chart else ', or not stated'}"


def _categories(question: Question, rows: Rows) -> list[Any]:
    return list(dict.fromkeys(row[question.chart["x"]] for row in rows))


def _groups(question: Question, rows: Rows, view: View, at: dict[str, Any]) -> list[Part]:
    """Return a trace a group; ``at`` says where a row's bar stands and how long it is."""
    group = question.chart.get("colour")
    traces = []
    for place_of, code in enumerate(frame.in_order(question, group, rows)):
        mine = [row for row in rows if group is None or row[group] == code]
        colour = frame.colour_of(question, group, code, view, place_of)
        keys = [frame.key_of(question, row) for row in mine]
        shades = [view.shade(colour, key) for key in keys]
        lines = [s if _stripes(question, row, view) else view.theme.ground for row, s in zip(mine, shades, strict=True)]
        marker = {
            "color": shades,
            "line": {"width": 1, "color": lines},
            "pattern": hatching([_stripes(question, row, view) for row in mine]),
        }
        placed = {name: [place(row) for row in mine] for name, place in at.items()}
        texts = [_hover(question, row, view) for row in mine]
        traces.append({"type": "bar", **placed, "marker": marker, **frame.marks(keys, texts)})
    return traces


def _stripes(question: Question, row: Row, view: View) -> str:
    if row.get(question.chart.get("missing", "")):
        return "x"
    value = row[question.chart["x"]]
    return "/" if isinstance(value, int) and value == view.partial_year() else ""


def _hover(question: Question, row: Row, view: View) -> str:
    chart = question.chart
    group, missing = chart.get("colour"), chart.get("missing", "")
    value = row[chart["x"]]
    return frame.hover(
        frame.year_words(value, view) if isinstance(value, int) else frame.said(question, chart["x"], value),
        frame.said(question, group, row[group]) if group else "",
        _counted(question, row, view),
        question.columns[missing].label if row.get(missing) else "",
    )


def _counted(question: Question, row: Row, view: View) -> str:
    """Return a row's value in words with its unit: "1 post", "about 25 posts", "fewer than 10 posts"."""
    unit, value = frame.unit_of(question, question.chart["y"]), row[question.chart["y"]]
    said = _value_words(question, row, view)
    if said == number(value):
        return count(value, unit)
    return said if "not stated" in said else f"{said} {unit}".strip()
