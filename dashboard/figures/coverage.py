"""Measures of coverage on one scale from 0 to 100 %: a dot or a range each, "n of N" in words at its right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import frame, legend
from dashboard.figures.dots import DOT, SIGNS
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.text import measure, number, of_lines, safe, wrapped
from dashboard.figures.theme import SMALL, TEXT, theme

WORDS_ROOM = 124  # pixels at the right, for the words: what a phone can spare
LINE = 16.0  # pixels a line of words
ABOVE, BELOW = 10.0, 6.0  # pixels around a measure's name
RANGE = 9  # pixels: how thick the bar of a range is
LEAST = 28.0  # pixels a dot's own lane
FOOT = 32
EDGE = 12  # pixels at the left: half of "0 %"


@dataclass(frozen=True, slots=True)
class Lane:
    """One dot's lane: its row, the lines of words at its right, and its middle in pixels from the top."""

    row: Row
    words: Sequence[str]
    middle: float


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: the lines of its name, where they and its lanes end in pixels from the top, and
    its lanes, one a country."""

    name: Sequence[str]
    base: float
    end: float
    lanes: Sequence[Lane]


def coverage_dots_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: each measure's name and a lane a dot, the key and the words of the line."""
    return _head(question, rows) + round(_measures(question, rows)[1]) + FOOT


def _head(question: Question, rows: Rows) -> int:
    names = [name for name, _, _ in _groups(question, rows, View(theme("light"))).values()]
    return 6 + legend.key_height(names) + max((8 + 16 * len(words) for _, words in _levels(question, rows)), default=0)


def coverage_dots(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return a dot a row on one scale, a thick bar where only a range is known, and words at the right."""
    measures, tall = _measures(question, rows)
    groups = _groups(question, rows, view)
    head = _head(question, rows)
    shapes, notes = legend.key_line(list(groups.values()), view, head - 12, EDGE)
    lanes = [lane for each in measures for lane in each.lanes]
    for each in measures:
        at: Part = {"xref": "paper", "yref": "y", "yanchor": "bottom", "size": TEXT, "xshift": -EDGE}
        notes.append(frame.note("<br>".join(map(safe, each.name)), 0, each.base, view, **at))
    for lane in lanes:
        beside: Part = {"xref": "paper", "yref": "y", "yanchor": "middle", "xshift": 16}
        notes.append(frame.note("<br>".join(lane.words), 1, lane.middle, view, **beside))
    lines, line_notes = _level_marks(question, rows, measures, view)
    return frame.sheet(
        [_rails(lanes, view), *_ranges(question, lanes, groups, view), _dots(question, lanes, groups, view)],
        view,
        head + round(tall) + FOOT,
        (EDGE, WORDS_ROOM + 18, head, FOOT),
        barmode="overlay",
        shapes=[*shapes, *lines],
        annotations=[*notes, *line_notes],
        xaxis=frame.share_axis(view),
        yaxis=frame.bare(range=[tall, 0]),
    )


def _groups(question: Question, rows: Rows, view: View) -> dict[Any, tuple[str, str, str]]:
    """Return each country's words, colour and sign; nothing where the question has no groups."""
    group = question.chart.get("colour")
    if group is None:
        return {}
    found = {}
    for place, code in enumerate(frame.in_order(question, group, rows)):
        colour = frame.colour_of(question, group, code, view, place)
        found[code] = (frame.title_of(question, group, code), colour, SIGNS[place % len(SIGNS)])
    return found


def _measures(question: Question, rows: Rows) -> tuple[list[Measure], float]:
    """Return (the measures in the order of the rows, their whole height in pixels)."""
    label = question.chart["label"]
    found, y = [], 0.0
    for code in dict.fromkeys(row[label] for row in rows):
        name = wrapped(frame.title_of(question, label, code), TEXT, frame.NARROW, 2)
        y += ABOVE + LINE * len(name) + 2
        base, lanes = y, []
        y += BELOW / 2
        for row in (row for row in rows if row[label] == code):
            words = _words(question, row)
            tall = max(LEAST, LINE * len(words) + 4)
            lanes.append(Lane(row, words, y + tall / 2))
            y += tall
        y += BELOW / 2
        found.append(Measure(name, base, y, lanes))
        y += BELOW / 2
    return found, y


def _share(question: Question, row: Row) -> str:
    """Return the share as it is read: "92 %", "55–68 %", or nothing where it is not known."""
    chart = question.chart
    low, high = (row.get(chart.get(name, "")) for name in ("low", "high"))
    if low is not None and high is not None and round(low) != round(high):
        return f"{number(round(low))}–{number(round(high))} %"
    value = row[chart["value"]]
    return "" if value is None else f"{number(value)} %"


def _words(question: Question, row: Row) -> list[str]:
    """Return the lines at a lane's right, safe: the share strong, then what was counted."""
    share, told = _share(question, row), str(row.get(question.chart.get("words", "")) or "")
    strong = f"<b>{safe(share)}</b>" if share else ""
    if share and told and measure(f"{share}  {told}", SMALL) * 1.05 <= WORDS_ROOM:
        return [f"{strong}  {safe(told)}"]
    if not share and not told:
        return ["not stated"]
    broken = map(safe, of_lines(told, SMALL, WORDS_ROOM)) if told else ()
    return [*([strong] if strong else []), *broken]


def _look(question: Question, row: Row, groups: dict[Any, tuple[str, str, str]], view: View) -> tuple[str, str]:
    """Return a row's colour and sign."""
    _, colour, sign = groups.get(row.get(question.chart.get("colour", "")), ("", view.theme.accent, "circle"))
    return colour, sign


def _rails(lanes: Sequence[Lane], view: View) -> Part:
    """Return the rails as bars: a range, which is a bar too, must lie on its rail and not under it."""
    bar: Part = {"type": "bar", "orientation": "h", "x": [100] * len(lanes), "y": [lane.middle for lane in lanes]}
    marker = {"color": view.theme.track, "line": {"width": 0}, "cornerradius": 2}
    return bar | {"width": 4, "marker": marker, "hoverinfo": "skip", "showlegend": False}


def _ends(question: Question, lane: Lane) -> list[float]:
    """Return where a lane's dots stand: at its share, at both ends of its range, or nowhere."""
    chart = question.chart
    low, high = (lane.row.get(chart.get(name, "")) for name in ("low", "high"))
    if low is not None and high is not None:
        return [float(low), float(high)]
    return [] if lane.row[chart["value"]] is None else [float(lane.row[chart["value"]])]


def _ranges(
    question: Question, lanes: Sequence[Lane], groups: dict[Any, tuple[str, str, str]], view: View
) -> list[Part]:
    """Return a thick bar a lane whose share is only known between two values; its ends are dots like any other."""
    known = [(lane, ends) for lane in lanes if len(ends := _ends(question, lane)) == 2]
    keys = [frame.key_of(question, lane.row) for lane, _ in known]
    looks = [_look(question, lane.row, groups, view)[0] for lane, _ in known]
    bar: Part = {
        "type": "bar",
        "orientation": "h",
        "base": [low for _, (low, _) in known],
        "x": [high - low for _, (low, high) in known],
        "y": [lane.middle for lane, _ in known],
        "width": RANGE,
        "marker": {
            "color": [view.shade(colour, key) for colour, key in zip(looks, keys, strict=True)],
            "line": {"width": 0},
        },
    }
    return [bar | frame.marks(keys, [_hover(question, lane.row) for lane, _ in known])] if known else []


def _dots(question: Question, lanes: Sequence[Lane], groups: dict[Any, tuple[str, str, str]], view: View) -> Part:
    known = [(lane, end) for lane in lanes for end in dict.fromkeys(_ends(question, lane))]
    keys = [frame.key_of(question, lane.row) for lane, _ in known]
    looks = [_look(question, lane.row, groups, view) for lane, _ in known]
    ground = view.theme.ground  # a ring parts a dot from what lies under it; the ends of a range join their bar
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [end for _, end in known],
        "y": [lane.middle for lane, _ in known],
        "cliponaxis": False,
        "marker": {
            "symbol": [sign for _, sign in looks],
            "size": DOT + 1,
            "opacity": 1,
            "color": [view.shade(colour, key) for (colour, _), key in zip(looks, keys, strict=True)],
            "line": {"width": [0 if len(_ends(question, lane)) == 2 else 1.5 for lane, _ in known], "color": ground},
        },
        **frame.marks(keys, [_hover(question, lane.row) for lane, _ in known]),
    }


def _hover(question: Question, row: Row) -> str:
    chart = question.chart
    label = wrapped(frame.title_of(question, chart["label"], row[chart["label"]]), TEXT, 300, 4)
    group = chart.get("colour")
    share, told = _share(question, row), str(row.get(chart.get("words", "")) or "")
    return frame.hover(label, frame.title_of(question, group, row[group]) if group else "", share, told)


def _levels(question: Question, rows: Rows) -> list[tuple[float, list[str]]]:
    """Return each line that crosses the measures: its share and its words, in lines."""
    line, words = (question.chart.get(name, "") for name in ("line", "line_words"))
    found = {row[line]: str(row.get(words) or "") for row in rows if line and row.get(line) is not None}
    return [(float(value), wrapped(said or f"{number(value)} %", SMALL, 210, 2)) for value, said in found.items()]


def _level_marks(
    question: Question, rows: Rows, measures: Sequence[Measure], view: View
) -> tuple[list[Part], list[Part]]:
    """Return (shapes, notes) of each line: through every measure's lanes, but never through a name."""
    shapes, notes = [], []
    for value, words in _levels(question, rows):
        line = {"color": view.theme.muted, "width": 1.2, "dash": "dot"}
        at: Part = {"type": "line", "xref": "x", "yref": "y", "x0": value, "x1": value, "line": line}
        shapes += [at | {"y0": each.base + 1, "y1": each.end} for each in measures]
        broken = "<br>".join(map(safe, words))
        side = "right" if value > 50 else "left"
        place: Part = {"xref": "x", "yref": "paper", "yanchor": "bottom", "yshift": 3, "xanchor": side, "align": side}
        notes.append(frame.note(broken, value, 1, view, colour=view.theme.muted, **place))
    return shapes, notes
