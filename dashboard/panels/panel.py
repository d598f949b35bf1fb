"""One panel from one question, and how panels stand beside each other."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard import catalogue, findings
from dashboard.controls import current
from dashboard.panels import behind, said
from dashboard.panels.drawn import draw
from dashboard.panels.tools import tools
from dashboard.warehouse import AnswerError


def show(question_id: str, *, heading: bool = True, wide: bool = True) -> None:
    """Show one question as a panel.

    Without ``heading`` where the section's own title already asks it; not ``wide`` where it has half a page.
    """
    run = current()
    try:
        answer = run.ask(question_id)
    except AnswerError as error:
        st.subheader(catalogue.question(question_id).question, anchor=False)
        st.warning(str(error))
        return
    question = answer.question
    sentence = findings.sentence(question, answer.rows, run.snapshot.manifest["kind"])
    slug = question_id.replace("/", "-")
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


def pair(left: str, right: str) -> None:
    """Show two questions side by side on a wide screen, one under the other on a narrow one."""
    first, second = st.columns(2, gap="large")
    with first:
        show(left, wide=False)
    with second:
        show(right, wide=False)


def more(question_ids: Sequence[str]) -> None:
    """Offer further questions on the subject; each is answered only once it is opened."""
    titles = {question_id: catalogue.question(question_id).question for question_id in question_ids}
    with st.expander("More on this subject", key="more", on_change="rerun") as box:
        if box.open:
            for question_id in titles:
                show(question_id)
