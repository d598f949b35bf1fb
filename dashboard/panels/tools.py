"""What a panel offers under its figure: the numbers, the way to the rows behind, the download."""

import streamlit as st

from dashboard import controls
from dashboard.catalogue import Question
from dashboard.controls import Run
from dashboard.exports import csv
from dashboard.panels import behind, said
from dashboard.warehouse import Answer, row_key


def tools(run: Run, answer: Answer, sentence: str, slug: str) -> None:
    """Offer the numbers, the way to the rows behind, the download."""
    question = answer.question
    with st.container(horizontal=True, key=f"tools-{slug}", gap="small", vertical_alignment="top"):
        if question.form != "table":
            with st.expander("See the numbers", key=f"numbers-{slug}", on_change="rerun") as box:
                if box.open:
                    _numbers(answer)
        st.download_button(
            "Download CSV",
            data=lambda: download(run, answer, sentence),
            file_name=file_name(run, question),
            mime="text/csv",
            key=f"csv-{slug}",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )


def _numbers(answer: Answer) -> None:
    question = answer.question
    found = behind.way(question)
    if found:
        names = {row_key(question, row): behind.name(question, row) for row in answer.rows}
        widget = f"pick-{question.id}"
        st.selectbox(
            f"Show the {found[2]} behind",
            list(names),
            index=None,
            key=widget,
            format_func=lambda key: names.get(key, key),
            placeholder="Choose a row",
            on_change=_chosen,
            args=(question.id, widget),
        )
    behind.paged(answer, f"numbers-{question.id}")


def _chosen(question_id: str, widget: str) -> None:
    """Open the chosen row, and empty the box so that the same row can be chosen again after closing it."""
    controls.open_row(question_id, st.session_state[widget])
    st.session_state[widget] = None


def download(run: Run, answer: Answer, sentence: str) -> bytes:
    """Return this panel as CSV, from the frame that the screen shows."""
    snapshot = run.snapshot
    return csv.write(
        answer.question,
        answer.rows,
        filters=run.view.filters,
        finding=sentence,
        title=snapshot.title,
        kind=snapshot.manifest["kind"],
        as_of=snapshot.as_of,
        edition=snapshot.id,
        caveat=" ".join(said.caveats(run, answer.question)),
        source=said.sources(run, answer.question),
        obeyed=answer.obeyed,
    )


def file_name(run: Run, question: Question) -> str:
    """Return the download's name: what it asks, which data, and the mark of made-up data."""
    mark = "made-up-" if run.snapshot.manifest["kind"] == "demonstration" else ""
    return f"{mark}{question.id.replace('/', '-').replace('_', '-')}-{run.snapshot.as_of.isoformat()}.csv"
