"""The figure of a panel, and what a click on it does."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard import browser, controls, figures
from dashboard.catalogue import Question
from dashboard.controls import Run
from dashboard.figures import link_map
from dashboard.figures.theme import theme
from dashboard.panels import behind, cards, said
from dashboard.warehouse import Answer, Bounded

WIDTHS = {browser.PHONE: (340, 340), browser.LAPTOP: (880, 430), browser.WIDE: (1200, 570)}
"""The pixels for which a map's first view is fitted, by the reader's window: the whole page, and half of it."""

MAX_FIGURES = 200
# Drawing is most of a run's time: a figure is drawn once for all readers, and never changed afterwards.
_FIGURES: Bounded[Any] = Bounded(MAX_FIGURES)


def draw(run: Run, answer: Answer, sentence: str, wide: bool) -> None:
    """Draw an answer in the form that its question names; a ``wide`` one has the whole page."""
    question = answer.question
    if question.form in cards.FORMS:
        cards.FORMS[question.form](answer)
    elif question.form == "link_map":
        _map(run, answer, sentence, wide)
    elif question.form in ("table", "entries"):
        behind.paged(answer, f"table-{question.id}", as_entries=question.form == "entries")
    elif question.form != "sentence":
        key = f"figure-{question.id}"
        figure = _kept(
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


def _map(run: Run, answer: Answer, sentence: str, wide: bool) -> None:
    question = answer.question
    width = WIDTHS[run.window][0 if wide else 1]
    # The browser keeps the view of a map with the same key, so a map fitted to another width is another map.
    key = f"figure-map-{width}"
    height = link_map.map_height(width)
    deck = _kept(
        run,
        question,
        lambda: link_map.link_map(
            answer.rows,
            theme(run.theme),
            question,
            selected=run.view.shown(question.id),
            width=width,
            height=height,
            kind=run.snapshot.manifest["kind"],
        ),
        width,
    )
    st.pydeck_chart(
        deck,
        key=key,
        height=height,
        on_select=lambda: _picked_on_map(question.id, key),
        selection_mode="single-object",
        alt=link_map.map_alt(answer.rows, question, sentence, run.snapshot.manifest["kind"]),
    )


def _kept(run: Run, question: Question, draw: Callable[[], Any], width: int | None = None) -> Any:
    """Return the figure that was drawn for this data, view and theme, or draw it."""
    edition = run.snapshot.manifest_sha256
    view = run.view
    chosen = (view.filters, view.compare, view.sides, view.since, view.shown(question.id), run.theme)
    return _FIGURES.get((edition, question.id, *chosen, width), draw)


def _picked(question_id: str, key: str) -> None:
    """Open the rows behind the mark that was clicked; Plotly forgets its selection at the next figure."""
    points: list[dict[str, Any]] = st.session_state[key].selection.points
    if points and points[0].get("customdata"):
        data = points[0]["customdata"]
        controls.open_row(question_id, str(data[0] if isinstance(data, list) else data))


def _picked_on_map(question_id: str, key: str) -> None:
    chosen = [item for items in st.session_state[key].selection.objects.values() for item in items]
    controls.open_row(question_id, str(chosen[0]["id"]) if chosen else None)
