"""The figure of a panel, and what a click on it does."""

from typing import Any

import streamlit as st

from dashboard import controls, figures
from dashboard.controls import Run
from dashboard.figures.theme import theme
from dashboard.panels import behind, cards, kept, maps, said
from dashboard.warehouse import Answer

MAPS = ("link_map", "point_map")


def draw(run: Run, answer: Answer, sentence: str, wide: bool) -> None:
    """Draw an answer in the form that its question names; a ``wide`` one has the whole page."""
    question = answer.question
    if question.form in cards.FORMS:
        cards.FORMS[question.form](answer)
    elif question.form in MAPS:
        maps.draw(run, answer, sentence, wide)
    elif question.form in ("table", "entries"):
        behind.paged(answer, f"table-{question.id}", as_entries=question.form == "entries")
    elif question.form != "sentence":
        key = f"figure-{question.id}"
        figure = kept.kept(
            run,
            question,
            lambda: figures.draw(
                question,
                answer.rows,
                theme(run.theme),
                bands=said.bands(run),
                as_of=run.snapshot.as_of,
                selected=run.view.shown(question.id),
                kind=run.snapshot.manifest["kind"],
            ),
        )
        clickable = behind.way(question) is not None
        st.plotly_chart(
            figure,
            theme=None,
            key=key,
            config=figures.CONFIG,
            height=figures.height(question, answer.rows),
            alt=figures.alt(question, answer.rows, sentence, run.snapshot.manifest["kind"]),
            on_select=(lambda: _picked(question.id, key)) if clickable else "ignore",
            selection_mode="points",
        )


def _picked(question_id: str, key: str) -> None:
    """Open the rows behind the mark that was clicked; Plotly forgets its selection at the next figure."""
    points: list[dict[str, Any]] = st.session_state[key].selection.points
    if points and points[0].get("customdata"):
        data = points[0]["customdata"]
        controls.open_row(question_id, str(data[0] if isinstance(data, list) else data))
