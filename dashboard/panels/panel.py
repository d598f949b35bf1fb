"""One panel from one question, and how panels stand beside each other."""

from collections.abc import Sequence
from html import escape
from typing import TypeVar

import streamlit as st

from dashboard import catalogue, findings
from dashboard.controls import Run, current
from dashboard.panels import behind, said
from dashboard.panels.drawn import draw
from dashboard.panels.tools import tools
from dashboard.warehouse import Answer, AnswerError


def show(question_id: str, *, heading: bool = True, wide: bool = True) -> None:
    """Show one question as a panel.

    Without ``heading`` where the section's own title already asks it; not ``wide`` where it has half a page. A
    question that this data cannot be asked is not shown: the box at the page's foot says what is missing.
    """
    run = current()
    if not run.offers(question_id):
        return
    try:
        answer = run.ask(question_id)
    except AnswerError as error:
        st.subheader(catalogue.question(question_id).question, anchor=False)
        st.warning(str(error))
        return
    present(run, answer, heading=heading, wide=wide)


def present(run: Run, answer: Answer, *, heading: bool = True, wide: bool = True) -> None:
    """Show an answer as a panel: title, finding, figure, caption, the rows behind a mark, numbers and download."""
    question = answer.question
    sentence = findings.sentence(question, answer.rows, run.snapshot.manifest["kind"])
    slug = question.id.replace("/", "-")
    with st.container(key=f"panel-{slug}", gap="small"):
        if heading:
            st.subheader(question.question, anchor=False)
        if not answer.rows:
            st.html(f'<p class="empty">{escape(said.nothing(run, question))}</p>')
            return
        if sentence:
            st.html(f'<p class="finding">{escape(sentence)}</p>')
        draw(run, answer, sentence, wide)
        st.html(f'<p class="caption">{escape(said.caption(run, question))}</p>')
        behind.opened(run, answer)
        tools(run, answer, sentence, slug)


Entry = str | tuple[str, str]
E = TypeVar("E")


def section(title: str, entries: Sequence[Entry], *, own: Sequence[Entry] | None = None, headings: bool = True) -> None:
    """Show a heading and its panels, one under the other, pairs beside each other; without any, nothing.

    ``own`` are the panels for a programme's own data and for the demonstration, where they differ. Without
    ``headings`` where the section's title already asks what its panels answer.
    """
    offered = [each for entry in _of_kind(entries, own) if (each := _offered(entry))]
    if not offered:
        return
    st.header(title, anchor=False, divider=False)
    for entry in offered:
        if len(entry) == 2:
            pair(*entry)
        else:
            show(entry[0], heading=headings)


def _of_kind(entries: Sequence[E], own: Sequence[E] | None) -> Sequence[E]:
    return entries if own is None or current().snapshot.manifest["kind"] == "record" else own


def _offered(entry: Entry) -> list[str]:
    """Return those of one or two questions that this data can be asked."""
    return [name for name in ([entry] if isinstance(entry, str) else entry) if current().offers(name)]


def pair(left: str, right: str) -> None:
    """Show two questions side by side on a wide screen, one under the other on a narrow one."""
    offered = _offered((left, right))
    if len(offered) < 2:
        for name in offered:
            show(name)
        return
    for column, name in zip(st.columns(2, gap="large"), offered, strict=True):
        with column:
            show(name, wide=False)


def more(question_ids: Sequence[str], *, own: Sequence[str] | None = None) -> None:
    """Offer further questions on the subject (``own`` as in a section); each is answered only once it is opened."""
    offered = [name for name in _of_kind(question_ids, own) if current().offers(name)]
    if not offered:
        return
    with st.expander("More on this subject", key="more", on_change="rerun") as box:
        if box.open:
            for name in offered:
                show(name)
