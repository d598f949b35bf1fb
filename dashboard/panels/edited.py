"""What changed between two editions of the data: the headlines before and after, and row by row."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from dashboard import controls, loading, warehouse
from dashboard.controls import Run, current
from dashboard.panels import sides
from dashboard.panels.panel import present
from dashboard.warehouse import AnswerError, NoDataError

_ONE = (
    "This data has been published once, so there is nothing to compare it with yet. Once newer data is published, "
    "this page says what is new, what ended, what was corrected, and what that did to each headline."
)


def choose_editions() -> None:
    """Draw the choice of two editions of the data; the earlier one lives in the address, the later one pins it."""
    run = current()
    options = sides.editions(run)
    if len(options) < 2:
        st.html(f'<p class="empty">{escape(_ONE)}</p>')
        return
    later, earlier = str(run.snapshot.seq), str(_since(run) or "")
    left, right = st.columns(2, gap="medium")
    before = [code for code in options if int(code) < run.snapshot.seq]
    st.session_state["edition-before"] = earlier if earlier in before else None
    st.session_state["edition-after"] = later
    left.selectbox(
        "From the data as of", before, index=None, key="edition-before", format_func=options.__getitem__,
        placeholder="Choose", on_change=_before,
    )  # fmt: skip
    right.selectbox(
        "To the data as of", list(options), key="edition-after", format_func=_said(options), on_change=_after
    )


def changed(headlines: Sequence[str], questions: Sequence[str]) -> None:
    """Show the headlines of two editions side by side, then the questions about what differs between them."""
    run = current()
    if len(sides.editions(run)) < 2:
        return
    found = _pair(run)
    if isinstance(found, str):
        st.html(f'<p class="empty">{escape(found)}</p>')
        return
    st.header("What it did to the headlines", anchor=False, divider=False)
    for name in headlines:
        if run.offers(name):
            sides.contrast(run, name, found, "edition")
    st.header("Row by row", anchor=False, divider=False)
    for name in questions:
        _about(run, name, found)
    if loading.guarded(run.snapshot.manifest):
        st.html('<p class="caption">What changed in attendances and posts is not told: its rows are about persons.</p>')


def _about(run: Run, question_id: str, found: tuple[sides.Side, sides.Side]) -> None:
    before, after = found
    try:
        answer = warehouse.shared().answer(question_id, run.view.filters, after.snapshot, since=before.snapshot)
    except AnswerError as error:
        st.warning(str(error))
        return
    caveat = f"From the data as of {before.name} to that as of {after.name}. {answer.question.caveat}"
    shown = replace(run, view=replace(run.view, since=before.snapshot.seq))
    present(shown, replace(answer, question=replace(answer.question, caveat=caveat)))


def _since(run: Run) -> int | None:
    """Return the earlier edition: that of the address, else the last one before; None without any."""
    before = [int(code) for code in sides.editions(run) if int(code) < run.snapshot.seq]
    return run.view.since or (before[-1] if before else None)


def _pair(run: Run) -> tuple[sides.Side, sides.Side] | str:
    options, since = sides.editions(run), _since(run)
    if since is None:
        return "This is the first edition of the data. Choose a later one to see what changed since."
    if str(since) not in options or since >= run.snapshot.seq:
        return "The earlier edition that the address names is not there, or is not the earlier one. Choose another."
    now = str(run.snapshot.seq)
    try:
        before = sides.side(run, "edition", str(since), options[str(since)])
    except NoDataError as error:
        return str(error)
    return before, sides.Side(now, options.get(now, now), run.view.filters, run.snapshot)


def _said(options: Mapping[str, str]) -> Any:
    return lambda code: options.get(code, code)


def _before() -> None:
    chosen = st.session_state["edition-before"]
    controls.change(since=int(chosen) if chosen else None, show=None)


def _after() -> None:
    run, seq = current(), int(st.session_state["edition-after"])
    since = run.view.since if run.view.since and run.view.since < seq else None
    controls.change(collection=run.snapshot.collection, seq=seq, since=since, show=None)
