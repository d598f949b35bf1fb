"""The forms that are words rather than a drawing: tiles n of N, and cards with their sources."""

from collections.abc import Callable, Mapping
from html import escape
from types import MappingProxyType
from typing import Any

import streamlit as st

from dashboard.panels import tables
from dashboard.warehouse import Answer


def tiles(answer: Answer) -> None:
    """Draw one tile a row: the figure as reported, how much of it the data shows by name, where and when.

    A tile opens to the sentence behind it and its source without a round trip.
    """
    chart = answer.question.chart
    st.html(f'<div class="tiles">{"".join(_tile(chart, row) for row in answer.rows)}</div>')


def _tile(chart: Mapping[str, Any], row: Mapping[str, Any]) -> str:
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
        f"<p>{tables.sources(row[chart['source']] or '')}</p></div></details>"
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


FORMS: Mapping[str, Callable[[Answer], None]] = MappingProxyType({"tiles": tiles, "cards": cards})
