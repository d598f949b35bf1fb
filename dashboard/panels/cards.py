"""The forms that are words rather than a drawing: tiles n of N, and cards with their sources."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from html import escape
from types import MappingProxyType
from typing import Any

import streamlit as st

from dashboard import words
from dashboard.controls import current
from dashboard.filters import Filters
from dashboard.findings.prose import capital
from dashboard.panels import tables
from dashboard.warehouse import Answer


def tiles(answer: Answer) -> None:
    """Draw one tile a row: the figure as reported, how much of it the data shows by name, where and when.

    A tile opens to the sentence behind it and its source without a round trip.
    """
    chart = answer.question.chart
    tiles = "".join(_tile(chart, row, _named(row)) for row in answer.rows)
    st.html(f'<div class="tiles">{tiles}</div>')


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
    """Draw one card a row: a title, a text and its sources; shown, never counted."""
    chart = answer.question.chart
    body = "".join(
        f'<li class="card"><h4>{escape(str(row[chart["title"]]))}</h4><p>{escape(row[chart["text"]] or "")}</p>'
        f"<p>{tables.sources(row[chart['source']] or '')}</p></li>"
        for row in answer.rows
    )
    st.html(f'<ul class="cards">{body}</ul>')


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
    st.html(f'<div class="differing">{"".join(blocks)}</div>')


def _said(chart: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    unit = str(row[chart["unit"]] or "")
    value = f"{row[chart['value']]:.0f}" if unit == "year" else f"{row[chart['value']]:,.0f}"
    sign = " %" if unit == "percent" else ""
    beside = "" if unit in ("percent", "year") else f" <small>{escape(unit)}</small>"
    where = f"{escape(row[chart['when']] or '')} · {tables.sources(row[chart['source']] or '')}"
    return (
        f"<li><strong><small>{escape(row[chart['qualifier']] or '')}</small> {value}{sign}{beside}</strong>"
        f"<span>{escape(row[chart['text']] or '')}</span>"
        f'<span class="where">{where}</span></li>'
    )


FORMS: Mapping[str, Callable[[Answer], None]] = MappingProxyType(
    {"tiles": tiles, "cards": cards, "side_by_side": side_by_side}
)
