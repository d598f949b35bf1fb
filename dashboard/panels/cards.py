"""The forms that are words rather than a drawing: tiles n of N, and cards with their sources; and all such forms."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import Any

import streamlit as st

from dashboard import words
from dashboard.catalogue import Question
from dashboard.controls import current
from dashboard.filters import Filters
from dashboard.findings.prose import capital, noun
from dashboard.panels import tables, ways
from dashboard.panels.change_list import change_list
from dashboard.panels.paired import before_after
from dashboard.panels.squares import squares
from dashboard.panels.walls import arithmetic, kpi_wall, mark
from dashboard.warehouse import Answer

MOST_CARDS, MOST_IN_A_COLUMN = 24, 6


def tiles(answer: Answer) -> None:
    """Draw one tile a row: the figure as reported, how much of it the data shows by name, where and when.

    A tile opens to the sentence behind it and its source without a round trip.
    """
    chart = answer.question.chart
    tiles = "".join(_tile(chart, row, _named(row)) for row in answer.rows)
    st.html(f'<div class="tiles">{tiles}</div>{mark(answer)}')


def _named(row: Mapping[str, Any]) -> str:
    """Return the partnerships that a tile counts as shown by name, as entries with their sources."""
    ids = row.get("partnership_ids")
    if not ids:
        return ""
    listed = current().ask("partnerships/list", narrowed=Filters(), ids=ids)
    return tables.entries(listed.question, listed.rows)


def _tile(chart: Mapping[str, Any], row: Mapping[str, Any], named: str) -> str:
    qualifier, unit, shown, reported = (row[chart[name]] for name in ("qualifier", "unit", "shown", "number"))
    bar = ""
    if shown is not None and reported:
        share = min(100.0, 100 * shown / reported)
        bar = f'<span class="bar" aria-hidden="true"><span style="width:{share:.1f}%"></span></span>'
    sign = " %" if unit == "%" else ""
    return (
        '<details class="tile"><summary>'
        f'<span class="big"><small>{escape(qualifier or "")}</small> {escape(row[chart["value"]])}{sign}</span>'
        f'<span class="what">{escape(row[chart["label"]])}</span>{bar}'
        f'<span class="shown">{escape(row[chart["shown_words"]] or "")}</span>'
        f'<span class="where">{escape(row[chart["place"]] or "")}</span></summary>'
        f'<div class="told"><p>What the source counted: {escape(row[chart["sentence"]] or "")}.</p>'
        f"<p>{tables.sources(row[chart['source']] or '')}</p>{named}</div></details>"
    )


def cards(answer: Answer) -> None:
    """Draw one card a row: a title, a text and its sources, in columns by group where there is one; never counted."""
    st.html(columns_of_cards(answer.question, answer.rows) + mark(answer))


def columns_of_cards(question: Question, rows: Sequence[Mapping[str, Any]]) -> str:
    """Return the cards; of two columns to group by, the first parts the page and the second stands side by side."""
    group = question.chart.get("group") or []
    names = [group] if isinstance(group, str) else list(group)
    if not names:
        return _stack(question, rows, "h4", MOST_CARDS)
    outer, blocks = names[:-1], []
    for key in dict.fromkeys(tuple(row[name] for name in outer) for row in rows):
        mine = [row for row in rows if tuple(row[name] for name in outer) == key]
        head = " · ".join(_said_code(question, name, code) for name, code in zip(outer, key, strict=True))
        columns = "".join(
            f"<section><h4>{escape(_said_code(question, names[-1], code))}</h4>"
            + _stack(question, [row for row in mine if row[names[-1]] == code], "h5", MOST_IN_A_COLUMN)
            + "</section>"
            for code in dict.fromkeys(row[names[-1]] for row in mine)
        )
        title = f'<h4 class="part">{escape(head)}</h4>' if head else ""
        blocks.append(f'{title}<div class="grouped">{columns}</div>')
    return "".join(blocks)


def _stack(question: Question, rows: Sequence[Mapping[str, Any]], level: str, most: int) -> str:
    """Return the first cards, up to the question's own ``limit`` or ``most``, and how many more there are."""
    most = int(question.chart.get("limit", most))
    shown = "".join(_card(question, row, level) for row in rows[:most])
    rest = f'<p class="rest">and {len(rows) - most:,} more in the numbers below</p>' if len(rows) > most else ""
    return f'<ul class="cards">{shown}</ul>{rest}'


def _said_code(question: Question, column: str, code: object) -> str:
    return capital(words.say(question.columns[column].words, code))


def _card(question: Question, row: Mapping[str, Any], level: str) -> str:
    """Return one card, its title a heading of that level; ``details`` names the columns of its quiet line."""
    chart = question.chart
    told = [tables.cell(question.columns[name], row[name]) for name in chart.get("details", ()) if row[name]]
    details = f'<p class="details">{" · ".join(told)}</p>' if told else ""
    title = f"<{level}>{escape(str(row[chart['title']]))}</{level}>" if row[chart["title"]] else ""
    return (
        f'<li class="card">{title}<p>{escape(row[chart["text"]] or "")}</p>{details}'
        f'<p class="source">{tables.sources(row[chart["source"]] or "")}</p>'
        f"{ways.correct(question, row, str(row[chart['title']] or row[chart['text']] or ''))}</li>"
    )


def side_by_side(answer: Answer) -> None:
    """Draw the rows of each group beside each other: what was said, what it counted, when and where."""
    chart = answer.question.chart
    groups: dict[tuple[object, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for row in answer.rows:
        groups[tuple(row[name] for name in chart["group"])].append(row)
    blocks = []
    for key, rows in groups.items():
        names = zip(chart["group"], key, strict=True)
        said = [words.say(answer.question.columns[name].words, code) for name, code in names if code is not None]
        items = "".join(_said(chart, row) for row in rows)
        blocks.append(f"<section><h4>{escape(capital(' · '.join(said)))}</h4><ul>{items}</ul></section>")
    st.html(f'<div class="differing">{"".join(blocks)}</div>{mark(answer)}')


def _said(chart: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    unit = str(row[chart["unit"]] or "")
    value = f"{row[chart['value']]:.0f}" if unit == "year" else f"{row[chart['value']]:,.0f}"
    sign = " %" if unit == "percent" else ""
    beside = "" if unit in ("percent", "year") else f" <small>{escape(noun(unit, row[chart['value']]))}</small>"
    where = f"{escape(row[chart['when']] or '')} · {tables.sources(row[chart['source']] or '')}"
    return (
        f"<li><strong><small>{escape(row[chart['qualifier']] or '')}</small> {value}{sign}{beside}</strong>"
        f"<span>{escape(row[chart['text']] or '')}</span>"
        f'<span class="where">{where}</span></li>'
    )


FORMS: Mapping[str, Callable[[Answer], None]] = MappingProxyType(
    {
        "tiles": tiles,
        "cards": cards,
        "side_by_side": side_by_side,
        "kpi_wall": kpi_wall,
        "arithmetic": arithmetic,
        "before_after": before_after,
        "squares": squares,
        "change_list": change_list,
    }
)
