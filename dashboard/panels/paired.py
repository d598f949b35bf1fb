"""Two sides of each headline: what one says, what the other says, and how far they are apart."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard import words
from dashboard.catalogue import Question
from dashboard.controls import current
from dashboard.figures.text import number
from dashboard.figures.theme import Theme, theme
from dashboard.panels.walls import mark
from dashboard.warehouse import Answer

Row = Mapping[str, Any]

ROUGH = re.compile(r"about|between|at (?:least|most)|up to|[\d,]+ to [\d,]+")
"""Words that tell a range or a rounded number, so that no difference from it is exact."""


def before_after(answer: Answer) -> None:
    """Draw a headline a line: side a, side b on one scale within the line, and the difference in words."""
    st.html(pairs(answer.question, answer.rows, theme(current().theme)) + mark(answer))


def pairs(question: Question, rows: Sequence[Row], look: Theme) -> str:
    """Return the lines in the order of the rows; a side without a row or a value says so and has no bar."""
    chart = question.chart
    side, label = chart["colour"], chart["label"]
    codes = list(dict.fromkeys(row[side] for row in rows))[:2]
    names = {code: _name(question, next(row for row in rows if row[side] == code)) for code in codes}
    colours = dict(zip(codes, _colours(question, codes, look), strict=False))
    key = "".join(
        f'<li><span class="sign" style="background:{colours[code]}"></span>{escape(names[code])}</li>' for code in codes
    )
    lines = []
    for headline in dict.fromkeys(row[label] for row in rows):
        mine = {row[side]: row for row in rows if row[label] == headline}
        lines.append(_line(question, headline, [(names[code], colours[code], mine.get(code)) for code in codes]))
    return f'<div class="words"><ul class="sides">{key}</ul><ul class="paired">{"".join(lines)}</ul></div>'


def _name(question: Question, row: Row) -> str:
    """Return a side's name: the words that its row brings, else its code's."""
    chart = question.chart
    told = row.get(chart.get("side_words", ""))
    column = question.columns[chart["colour"]]
    said = str(told) if told else words.say(column.words, row[chart["colour"]])
    return said[:1].upper() + said[1:]


def _colours(question: Question, codes: Sequence[Any], look: Theme) -> list[str]:
    """Return the sides' colours: the fixed ones of their vocabulary, else the accent's and the second."""
    book = question.columns[question.chart["colour"]].words
    if book in look.palettes:
        return [look.colour(book, code) for code in codes]
    return list(look.series[:2])


def _line(question: Question, headline: Any, sides: Sequence[tuple[str, str, Row | None]]) -> str:
    chart = question.chart
    values = [None if row is None or row[chart["value"]] is None else float(row[chart["value"]]) for _, _, row in sides]
    unit = next((_unit(question, row) for _, _, row in sides if row is not None), "")
    top = 100.0 if unit == "%" else max((value for value in values if value is not None), default=0.0)
    bars = []
    for (name, colour, row), value in zip(sides, values, strict=True):
        wide = 0.0 if value is None or not top else max(0.0, min(100.0, 100 * value / top))
        bar = "" if value is None else f'<span class="fill" style="width:{wide:.1f}%;background:{colour}"></span>'
        bars.append(
            f'<li><span class="unseen">{escape(name)}: </span><span class="scale" aria-hidden="true">{bar}</span>'
            f'<span class="n">{_said(question, row, unit)}</span></li>'
        )
    title = escape(words.say(question.columns[chart["label"]].words, headline))
    rough = any(ROUGH.search(str(row.get(chart.get("words", "")) or "")) for _, _, row in sides if row is not None)
    return (
        f'<li class="pair"><span class="what">{title}</span><ul>{"".join(bars)}</ul>'
        f'<span class="apart">{_apart(values, unit, rough)}</span></li>'
    )


def _unit(question: Question, row: Row) -> str:
    chart = question.chart
    unit = str(row.get(chart.get("unit", "")) or question.columns[chart["value"]].unit)
    return "%" if unit == "per cent" else unit


def _said(question: Question, row: Row | None, unit: str) -> str:
    chart = question.chart
    told = None if row is None else row.get(chart.get("words", ""))
    if told:
        return escape(str(told))
    if row is None or row[chart["value"]] is None:
        return '<span class="none">not stated</span>'
    return f"{number(row[chart['value']])}{' %' if unit == '%' else ''}"


def _apart(values: Sequence[float | None], unit: str, rough: bool) -> str:
    """Return the difference, the second side less the first: "+7", "−12 points", "the same"; nothing without both.

    Of sides that are ``rough`` it is a whole number, and only "about" that.
    """
    if len(values) != 2 or values[0] is None or values[1] is None:
        return ""
    gap = values[1] - values[0]
    gap = round(gap) if rough else round(gap, 1)
    about = "about " if rough else ""
    if gap == 0:
        return f"{about}the same"
    points = "" if unit != "%" else " point" if abs(gap) == 1 else " points"
    return f"{about}{'+' if gap > 0 else '−'}{number(abs(gap))}{points}"
