"""One panel from one question, and how panels stand beside each other."""

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard import catalogue, controls, figures, findings, words
from dashboard.catalogue import Question
from dashboard.controls import Run, current
from dashboard.exports import csv
from dashboard.figures import link_map
from dashboard.figures.theme import theme
from dashboard.findings import prose
from dashboard.panels import cards, tables
from dashboard.shell import BOUNDARIES, day
from dashboard.warehouse import Answer, AnswerError, row_key

PAGE_OF_ROWS = 20
_BEHIND = (
    ("partnership_ids", "partnerships/list", "partnerships"),
    ("event_ids", "leadership/events", "courses"),
)
WIDE, HALF, PHONE = 880, 430, 340
"""The widths in pixels for which a map's first view is fitted: a whole page, half of one, a phone."""


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
            st.html(f'<p class="empty">{escape(question.nothing or _nothing(run, question))}</p>')
            return
        if sentence:
            st.html(f'<p class="finding">{escape(sentence)}</p>')
        _draw(run, answer, sentence, wide)
        st.html(f'<p class="caption">{escape(caption(run, question))}</p>')
        _opened(run, answer)
        _tools(run, answer, sentence, slug)


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


def caption(run: Run, question: Question) -> str:
    """Return the line under a figure: filters in words, source, date, caveat, and what the data is."""
    pieces = [prose.capital(run.view.filters.describe(tuple(question.params))) + "."]
    if run.snapshot.manifest["kind"] == "demonstration":
        pieces.insert(0, "Made-up data.")
    pieces.append(f"Source: {run.snapshot.title}, data as of {day(run.snapshot.as_of)}.")
    pieces += caveats(run, question)
    if question.form == "link_map":
        pieces.append(BOUNDARIES)
    return " ".join(pieces)


def bands(run: Run) -> list[dict[str, Any]]:
    """Return INSPIRE's years in the countries that the reader looks at."""
    chosen = run.view.filters.country
    return [
        {"country": band["country"], "label": band["label"], "from_year": band["from"], "to_year": band["to"]}
        for band in run.snapshot.manifest["settings"].get("bands", [])
        if not chosen or band["country"] in chosen
    ]


def caveats(run: Run, question: Question) -> list[str]:
    """Return what must be known before a figure is quoted: the question's own caveat, then the data's."""
    own = [
        row["text"] for row in run.snapshot.manifest["settings"].get("caveats", []) if row["question"] == question.id
    ]
    return [text for text in (question.caveat, *own) if text]


def _nothing(run: Run, question: Question) -> str:
    where = "in public sources" if run.snapshot.manifest["kind"] == "record" else "in this data"
    if not set(run.view.filters.active()) & set(question.params):
        return f"None found {where}."
    chosen = run.view.filters.describe(tuple(question.params))
    return f"None found {where} for: {chosen}. Widen the filters to see more."


def _draw(run: Run, answer: Answer, sentence: str, wide: bool) -> None:
    question = answer.question
    if question.form in cards.FORMS:
        cards.FORMS[question.form](answer)
    elif question.form == "link_map":
        _map(run, answer, sentence, wide)
    elif question.form == "table":
        _paged(answer, f"table-{question.id}")
    elif question.form != "sentence":
        key = f"figure-{question.id}"
        figure = figures.draw(
            question,
            answer.rows,
            theme(run.theme),
            bands=bands(run),
            as_of=run.snapshot.as_of,
            selected=run.view.shown(question.id),
        )
        behind = _way_behind(question)
        st.plotly_chart(
            figure,
            theme=None,
            key=key,
            config=figures.CONFIG,
            height=figures.height(question, answer.rows),
            alt=figures.alt(question, answer.rows, sentence),
            on_select=(lambda: _picked(question.id, key)) if behind else "ignore",
            selection_mode="points",
        )


def _map(run: Run, answer: Answer, sentence: str, wide: bool) -> None:
    question = answer.question
    width = PHONE if run.narrow else WIDE if wide else HALF
    # The browser keeps the view of a map with the same key, so a map fitted to another width is another map.
    key = f"figure-map-{width}"
    height = link_map.map_height(width)
    deck = link_map.link_map(
        answer.rows,
        theme(run.theme),
        question,
        selected=run.view.shown(question.id),
        width=width,
        height=height,
    )
    st.pydeck_chart(
        deck,
        key=key,
        height=height,
        on_select=lambda: _picked_on_map(question.id, key),
        selection_mode="single-object",
        alt=link_map.map_alt(answer.rows, question, sentence),
    )


def _way_behind(question: Question) -> tuple[str, str, str] | None:
    """Return the column of ids, the question that lists them, and what they are; None where a row is its own end."""
    return next((way for way in _BEHIND if way[0] in question.columns and question.id != way[1]), None)


def _picked(question_id: str, key: str) -> None:
    """Open the rows behind the mark that was clicked; Plotly forgets its selection at the next figure."""
    points: list[dict[str, Any]] = st.session_state[key].selection.points
    if points and points[0].get("customdata"):
        data = points[0]["customdata"]
        controls.open_row(question_id, str(data[0] if isinstance(data, list) else data))


def _picked_on_map(question_id: str, key: str) -> None:
    chosen = [item for items in st.session_state[key].selection.objects.values() for item in items]
    controls.open_row(question_id, str(chosen[0]["id"]) if chosen else None)


def _opened(run: Run, answer: Answer) -> None:
    """Show the rows behind the opened mark, each with its source."""
    question = answer.question
    key = run.view.shown(question.id)
    named, row = question, answer.row(key)
    if row is None and key and question.form == "link_map":
        places = run.ask("map/places")
        named, row = places.question, places.row(key)
    behind = _way_behind(question)
    if row is None or behind is None:
        return
    column, list_id, noun = behind
    rows = run.ask(list_id, ids=row[column])
    count = len(rows.rows)
    title = f"{count:,} {prose.noun(noun, count)} behind {_name(named, row)}"
    with st.container(key=f"behind-{question.id.replace('/', '-')}", border=True):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.html(f'<h4 class="behind">{escape(title)}</h4>', width="content")
            st.button("Close", key=f"close-{question.id}", on_click=controls.open_row, args=(question.id, None))
        _paged(rows, f"behind-{question.id}-{key}")


def _name(question: Question, row: dict[str, Any]) -> str:
    """Return a row's name in words: the two ends of a link, the label of a mark, else the columns of its key."""
    if "from_name" in row:
        return f"{row['from_name']} and {row['to_name']}"
    label = str(question.chart.get("label", ""))
    names = [label] if label in question.columns else [name for name in question.key if name in row]
    if question.chart.get("colour") in question.key and question.chart["colour"] not in names:
        names.append(question.chart["colour"])
    columns = [question.columns[name] for name in names]
    return ", ".join(words.say(c.words, row[c.name]) if c.words else tables.plain(c, row[c.name]) for c in columns)


def _paged(answer: Answer, key: str) -> None:
    shown = st.session_state.get(f"rows-{key}", PAGE_OF_ROWS)
    rows = answer.rows[:shown]
    st.html(tables.table(answer.question.shown(), rows, answer.question.question))
    if len(answer.rows) > shown:
        st.button(
            f"Show more rows ({len(answer.rows) - shown} left)",
            key=f"more-{key}",
            on_click=lambda: st.session_state.update({f"rows-{key}": len(answer.rows)}),
        )


def _tools(run: Run, answer: Answer, sentence: str, slug: str) -> None:
    """Offer the numbers, the way to the rows behind, the download and the link of this panel."""
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
    behind = _way_behind(question)
    if behind:
        options = [row_key(question, row) for row in answer.rows]
        names = {row_key(question, row): _name(question, row) for row in answer.rows}
        widget = f"pick-{question.id}"
        st.selectbox(
            f"Show the {behind[2]} behind",
            options,
            index=None,
            key=widget,
            format_func=lambda key: names.get(key, key),
            placeholder="Choose a row",
            on_change=lambda: controls.open_row(question.id, st.session_state[widget]),
        )
    _paged(answer, f"numbers-{question.id}")


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
        caveat=" ".join(caveats(run, answer.question)),
        source="Each row of the data names its public source; see the column of sources or the rows behind.",
    )


def file_name(run: Run, question: Question) -> str:
    """Return the download's name: what it asks, which data, and the mark of made-up data."""
    mark = "made-up-" if run.snapshot.manifest["kind"] == "demonstration" else ""
    return f"{mark}{question.id.replace('/', '-').replace('_', '-')}-{run.snapshot.as_of.isoformat()}.csv"
