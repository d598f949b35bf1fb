"""What became of each row between two editions of the data, in words."""

import re
from calendar import month_abbr
from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from dashboard import loading, words
from dashboard.findings.prose import capital
from dashboard.panels import tables
from dashboard.panels.walls import mark
from dashboard.warehouse import Answer

Row = Mapping[str, Any]
AT_FIRST = 8
_WHOLE = "rows-changes"
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-\d{2})?")
_BOOKS = {
    "status": "status",
    "country": "country",
    "side": "country",
    "family": "programme",
    "level": "study_level",
    **{
        name: name
        for name in (
            "aspect", "award", "confidence", "coordinate_precision", "course", "cpd_type", "delivery",
            "engagement_group", "kind", "role", "sector", "strand", "way",
        )
    },
}  # fmt: skip
"""The vocabularies of the published columns that hold codes."""


def change_list(answer: Answer) -> None:
    """Draw what became of each row, one sort of change after the other; the first rows at once, the rest on demand."""
    whole = st.session_state.get(_WHOLE, False)
    blocks, left = [], 0
    for kind in dict.fromkeys(row["kind"] for row in answer.rows):
        mine = [row for row in answer.rows if row["kind"] == kind]
        shown = mine if whole else mine[:AT_FIRST]
        left += len(mine) - len(shown)
        items = "".join(_item(row) for row in shown)
        title = f"{words.say('change_kind', kind)} ({len(mine):,})"
        blocks.append(f'<section><h4>{escape(title)}</h4><ul class="changed">{items}</ul></section>')
    st.html("".join(blocks) + mark(answer))
    if left:
        st.button(
            f"Show all rows ({left:,} more)",
            key="more-changes",
            on_click=lambda: st.session_state.update({_WHOLE: True}),
        )


def _item(row: Row) -> str:
    cells = "".join(
        f'<span class="cell">{_cell(*each)}</span>'
        for each in zip(row["column_names"], row["before"], row["after"], strict=True)
    )
    where = f"{words.say('table', row['table_name'])} · {row['row_id']}"
    source = tables.sources(row["source_url"] or "", " · ")
    told = " · ".join(part for part in (escape(where), source) if part)
    return f"<li><strong>{escape(row['title'])}</strong>{cells}<span>{told}</span></li>"


def _cell(column: str, before: str, after: str) -> str:
    """Return one cell before and after; under the rule for small numbers a count of people has neither."""
    name = escape(capital(words.say("column", column)))
    if column in loading.PEOPLE and not before and not after:
        return f"{name}: changed (counts of people are not shown)"
    book = _BOOKS.get(column, "")
    was, now = (escape(_said(book, text)) for text in (before, after))
    return f"{name}: <del>{was}</del> → <ins>{now}</ins>"


def _said(book: str, text: str) -> str:
    """Return a published cell as people read it: words for a code, and a day or a month as in "14 May 2012"."""
    if not text:
        return "not stated"
    if _DATE.fullmatch(text):
        year, month, *days = text.split("-")
        return " ".join([*(str(int(each)) for each in days), month_abbr[int(month)], year])
    return words.say(book, text) if book else text
