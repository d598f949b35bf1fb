"""One unnamed square an institution, a place at a time: filled where it was reached, a ring where it was not."""

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

MOST = 400
"""With more institutions than this a place has one bar in their stead."""

Row = Mapping[str, Any]


def squares(answer: Answer) -> None:
    """Draw each row as a field of squares, "n of N" beside its name."""
    st.html(fields(answer.question, answer.rows, theme(current().theme)) + mark(answer))


def fields(question: Question, rows: Sequence[Row], look: Theme) -> str:
    """Return the fields, under a heading for each value of ``facet`` where the question has one."""
    facet = question.chart.get("facet")
    blocks = []
    for code in dict.fromkeys(row[facet] if facet else None for row in rows):
        mine = [row for row in rows if facet is None or row[facet] == code]
        colour = _colour(question, mine[0], look)
        head = f"<h4>{escape(_title(words.say(question.columns[facet].words, code)))}</h4>" if facet else ""
        body = "".join(_field(question, row) for row in mine)
        blocks.append(f'<section style="--mark:{colour}">{head}<ul class="fields">{body}</ul></section>')
    return f'<div class="squares">{"".join(blocks)}</div>'


def _colour(question: Question, row: Row, look: Theme) -> str:
    column = question.chart.get("colour") or question.chart.get("facet")
    return look.colour(question.columns[column].words, row[column]) if column else look.accent


def _title(text: str) -> str:
    return text[:1].upper() + text[1:]


def _field(question: Question, row: Row) -> str:
    chart = question.chart
    n, total = row[chart["value"]], row[chart["total"]]
    name = escape(_title(words.say(question.columns[chart["label"]].words, row[chart["label"]])))
    told = str(row.get(chart.get("words", "")) or f"{number(n)} of {number(total)}")
    return (
        f'<li class="field"><span class="what">{name}</span> <strong>{escape(told)}</strong>'
        f'<span class="grid" aria-hidden="true">{_marks(n, total)}</span></li>'
    )


def _marks(n: int | None, total: int | None) -> str:
    """Return the squares, those reached first; a bar for very many; nothing where a number is not stated."""
    if n is None or not total:
        return ""
    if total > MOST:
        return f'<span class="bar"><span style="width:{100 * n / total:.1f}%"></span></span>'
    return "<i></i>" * int(n) + '<i class="open"></i>' * int(total - n)
