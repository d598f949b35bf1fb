"""The column beside the map: what is selected there, with its sources and training; at rest the strongest links."""

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard import controls
from dashboard.controls import Run
from dashboard.figures.text import count
from dashboard.panels import behind
from dashboard.warehouse import Answer, row_key

STRONGEST = 8


def side(run: Run, answer: Answer, places: Sequence[dict[str, Any]]) -> bool:
    """Draw what is selected; return False, and draw nothing, where nothing is."""
    return behind.opened(run, answer, training(run, answer, places)) or _nothing_behind(run, answer)


def _nothing_behind(run: Run, answer: Answer) -> bool:
    """Say of a selected place that nothing was found there; return False where no such place is selected."""
    question = answer.question
    row = answer.row(run.view.shown(question.id))
    if row is None:
        return False
    with st.container(key=f"behind-{question.id.replace('/', '-')}", border=True):
        st.html(f'<h4 class="behind">{escape(behind.name(question, row))}</h4>')
        st.html('<p class="training">None found in this data. That is not the same as none.</p>')
        st.button("Close", key=f"close-{question.id}", on_click=controls.open_row, args=(question.id, None))
    return True


def strongest(answer: Answer, rows: Sequence[dict[str, Any]], size: str) -> None:
    """Draw those of some links that carry most, each a button that opens it."""
    question = answer.question
    value = size if size in ("partnerships", "links") else "partnerships"
    rows = sorted(rows, key=lambda row: -row[value])[:STRONGEST]
    if not rows:
        return
    st.html('<p class="side">Strongest links</p>')
    with st.container(key="map-strongest", gap=None):
        for row in rows:
            key = row_key(question, row)
            st.button(
                f"{row['from_name']} – {row['to_name']}: {count(row[value], value)}",
                key=f"map-strongest-{key}",
                type="tertiary",
                on_click=controls.open_row,
                args=(question.id, key),
            )


def training(run: Run, answer: Answer, places: Sequence[dict[str, Any]]) -> str:
    """Return what is known of leadership training at the partner places of what is selected, as HTML."""
    key = run.view.shown(answer.question.id)
    if key is None:
        return ""
    link = answer.row(key)
    wanted = {key} if link is None else {link.get("to_id"), link.get("from_id")}
    lines = [_trained(row) for row in places if row["place_id"] in wanted and row["country"] != "GBR"]
    return "".join(f'<p class="training">{escape(line)}</p>' for line in lines)


def _trained(row: dict[str, Any]) -> str:
    if row.get("people") is None:
        return f"Leadership courses: no attendance list names {row['place']}. That does not mean that nobody went."
    return f"Leadership courses: {count(row['people'], 'places')} taken by people of {row['place']}."
