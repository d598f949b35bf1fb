"""Controls that stand in a page beside the panels they narrow."""

import streamlit as st

from dashboard import choices, controls, filters, words
from dashboard.controls import current
from dashboard.panels.panel import show


def scope(question_id: str) -> None:
    """Draw the switch "All UK links (86) · INSPIRE only (13)", which sets the programme filter.

    Where another choice of programmes is in force neither side is chosen. Nothing where the data is of one programme.
    """
    run = current()
    if not run.offers(question_id):
        return
    counts = {row["scope"]: row["partnerships"] for row in run.ask(question_id).rows}
    chosen = run.view.filters.programme
    st.session_state["scope"] = {(): "all", ("inspire",): "inspire"}.get(chosen)
    st.segmented_control(
        "Which links",
        ["all", "inspire"],
        format_func=lambda side: f"{words.say('scope', side)} ({counts.get(side, 0)})",
        key="scope",
        label_visibility="collapsed",
        on_change=lambda: controls.choose("programme", ["inspire"] if st.session_state["scope"] == "inspire" else []),
    )


def decide(question_id: str) -> None:
    """Show the panel that works out what a target asks for, under a slider that sets the target."""
    if not current().offers(question_id):
        return
    low, high = filters.TARGETS
    st.slider("Target, in per cent", low, high, step=5, key=choices.widget("target"), format="%d %%", width=420)
    show(question_id)


def against(question_id: str) -> None:
    """Show the headlines, under the choice of the year that they are compared with; at rest it is four years before."""
    run = current()
    if not run.offers(question_id):
        return
    years = run.view.filters.years
    now = min(run.snapshot.as_of.year, years[1]) if years else run.snapshot.as_of.year
    st.selectbox(
        "Compared with",
        [0, *range(run.snapshot.as_of.year - 1, filters.FIRST_YEAR - 1, -1)],
        key=choices.widget("against"),
        format_func=lambda chosen: str(chosen) if chosen else f"{now - 4} (four years before)",
        width=240,
    )
    show(question_id, heading=False)
