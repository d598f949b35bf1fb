"""The rows behind a mark: which they are, what the mark is called, and the table that shows them."""

from html import escape
from typing import Any

import streamlit as st

from dashboard import controls, menu, words
from dashboard.catalogue import Question
from dashboard.controls import Run
from dashboard.findings import prose
from dashboard.panels import tables, ways
from dashboard.warehouse import Answer

PAGE_OF_ROWS = 20
_WAYS = (
    ("partnership_ids", "partnerships/list", "partnerships"),
    ("event_ids", "leadership/events", "courses"),
    ("tne_ids", "transnational/list", "courses"),
    ("workshop_ids", "researchers/workshops", "workshops"),
    ("institution_ids", "institution/list", "institutions"),
)


def way(question: Question) -> tuple[str, str, str] | None:
    """Return the column of ids, the question that lists them, and what they are; None where a row is its own end."""
    return next((way for way in _WAYS if way[0] in question.columns and question.id != way[1]), None)


def opened(run: Run, answer: Answer, further: str = "") -> bool:
    """Show the rows behind the opened mark, each with its source; return False where none is open.

    ``further`` is HTML that says more of the mark, above its rows.
    """
    question = answer.question
    key = run.view.shown(question.id)
    named, row = question, answer.row(key)
    if row is None and key and question.form == "link_map":
        places = run.ask("map/places")
        named, row = places.question, places.row(key)
    found = way(question)
    if row is None or found is None or not row[found[0]]:
        return False  # no ids would ask for every row
    column, list_id, noun = found
    rows = run.ask(list_id, ids=row[column])
    count = len(rows.rows)
    title = f"{count:,} {prose.noun(noun, count)} behind {name(named, row)}"
    with st.container(key=f"behind-{question.id.replace('/', '-')}", border=True):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.html(f'<h4 class="behind">{escape(title)}</h4>', width="content")
            st.button("Close", key=f"close-{question.id}", on_click=controls.open_row, args=(question.id, None))
        for code, called in ways.ends(row):
            menu.link("institution", f"Open the profile of {called}", ways.profile_of(code))
        if further:
            st.html(further)
        paged(rows, f"behind-{question.id}-{key}", as_entries=True)
    return True


def name(question: Question, row: dict[str, Any]) -> str:
    """Return a row's name in words: the two ends of a link, the label of a mark, else the columns of its key."""
    if "from_name" in row:
        return f"{row['from_name']} and {row['to_name']}"
    label = str(question.chart.get("label", ""))
    names = [label] if label in question.columns else [key for key in question.key if key in row]
    if question.chart.get("colour") in question.key and question.chart["colour"] not in names:
        names.append(question.chart["colour"])
    columns = [question.columns[each] for each in names]
    return ", ".join(words.say(c.words, row[c.name]) if c.words else tables.plain(c, row[c.name]) for c in columns)


def paged(answer: Answer, key: str, *, as_entries: bool = False) -> None:
    """Show an answer as a table or as entries, the first rows at once and the rest when asked for."""
    shown = st.session_state.get(f"rows-{key}", PAGE_OF_ROWS)
    rows = answer.rows[:shown]
    question = answer.question
    st.html(tables.entries(question, rows) if as_entries else tables.table(question.shown(), rows, question.question))
    if len(answer.rows) > shown:
        st.button(
            f"Show more rows ({len(answer.rows) - shown} left)",
            key=f"more-{key}",
            on_click=lambda: st.session_state.update({f"rows-{key}": len(answer.rows)}),
        )
