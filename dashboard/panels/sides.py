"""Two of a kind on one scale: countries, programmes, institutions, or dates of the data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from dashboard import catalogue, controls, filters, menu, search, warehouse, words
from dashboard.catalogue import Question
from dashboard.controls import Run, current
from dashboard.filters import Filters
from dashboard.panels.panel import Entry, present
from dashboard.publish.store import Snapshot
from dashboard.shell import day
from dashboard.warehouse import Answer, AnswerError, NoDataError

_NAMES = "institution/names"
_ASK = {
    "country": "Choose two countries.",
    "programme": "Choose two programmes.",
    "institution": "Choose two institutions.",
    "edition": "Choose two dates of the data.",
}
_USUAL = {"country": ("PAK", "BGD"), "programme": ("inspire", "links")}


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: its code in the address, its name, and what it is asked of."""

    code: str
    name: str
    filters: Filters
    snapshot: Snapshot


def choose_sides() -> None:
    """Draw the choice of what is compared and of its two sides; both live in the address."""
    run = current()
    st.session_state["compare-kind"] = run.view.compare
    st.segmented_control(
        "Compare",
        filters.COMPARED,
        format_func=lambda kind: words.say("compared", kind),
        key="compare-kind",
        required=True,
        label_visibility="collapsed",
        on_change=lambda: controls.change(compare=st.session_state["compare-kind"], sides=(), show=None),
    )
    options = _options(run)
    if run.view.compare == "edition" and len(options) < 2:
        return
    codes = _codes(run, options)
    for place, column in enumerate(st.columns(2, gap="medium")):
        key = f"side-{run.view.compare}-{place}"
        st.session_state[key] = codes[place] if codes[place] in options else None
        column.selectbox(
            ("One side", "The other side")[place],
            list(options) if len(options) <= menu.MOST_NAMES else [],
            index=None,
            key=key,
            format_func=lambda code: options.get(code, code),
            placeholder="Choose",
            accept_new_options=run.view.compare == "institution",
            on_change=_chosen,
            args=(place, key, codes),
        )


def compared(entries: Sequence[Entry]) -> None:
    """Show each question for both sides in one figure, or say in words what has to be chosen first."""
    run = current()
    found = _sides(run)
    if isinstance(found, str):
        st.html(f'<p class="empty">{found}</p>')
        return
    st.header("Side by side", anchor=False, divider=False)
    for entry in entries:
        names = [name for name in ([entry] if isinstance(entry, str) else entry) if run.offers(name)]
        if len(names) == 2:
            for column, name in zip(st.columns(2, gap="large"), names, strict=True):
                with column:
                    contrast(run, name, found, run.view.compare, wide=False)
        elif names:
            contrast(run, names[0], found, run.view.compare)


def contrast(run: Run, question_id: str, sides: Sequence[Side], kind: str, *, wide: bool = True) -> None:
    """Show one question asked of two sides as one panel."""
    question = catalogue.question(question_id)
    if kind != "edition" and kind not in warehouse.obeyed(question, run.snapshot):
        st.subheader(question.question, anchor=False)
        st.html(
            '<p class="empty">This cannot be told apart here: where counts of people are guarded they are given for '
            "whole countries, not for single programmes or institutions.</p>"
        )
        return
    asked = [(side.code if kind in words.WORDS else side.name, side.filters, side.snapshot) for side in sides]
    try:
        answer = warehouse.shared().contrast(question_id, asked)
    except AnswerError as error:
        st.subheader(question.question, anchor=False)
        st.warning(str(error))
        return
    present(_looked_at(run, sides, kind), _in_words(answer, sides, kind), wide=wide)


def _in_words(answer: Answer, sides: Sequence[Side], kind: str) -> Answer:
    """Return a stacked answer whose sides have the colours and words of what they are, and say who they are."""
    question = answer.question
    kept = [name for name in question.columns if kind != "edition" or not name.endswith("_ids")]
    columns = {name: question.columns[name] for name in kept}
    book = kind if kind in words.WORDS else ""
    columns["side"] = replace(columns["side"], words=book, label=words.say("compared", kind).split()[1].capitalize())
    met = {row["side"] for row in answer.rows}
    empty = [side.name for side in sides if (side.code if book else side.name) not in met]
    none = f" Nothing of {empty[0]} was found to set beside it." if len(empty) == 1 else ""
    caveat = f"{sides[0].name} beside {sides[1].name}.{none} {question.caveat}"
    told: Question = replace(question, columns=columns, caveat=caveat, finding={**question.finding, "compared": kind})
    return replace(answer, question=told, table=answer.table.select(kept))


def _looked_at(run: Run, sides: Sequence[Side], kind: str) -> Run:
    """Return the run as its panels are to describe it: the filters that both sides share, and the sides themselves."""
    rest = Filters()
    shared = replace(run.view.filters, **{kind: getattr(rest, kind)}) if kind != "edition" else run.view.filters
    return replace(run, view=replace(run.view, filters=shared, sides=tuple(side.code for side in sides)))


def _sides(run: Run) -> tuple[Side, Side] | str:
    """Return the two sides in the address, or the usual ones; else what is missing, in words."""
    options = _options(run)
    kind = run.view.compare
    if kind == "edition" and len(options) < 2:
        return "This data has been published once, so there is no other date to compare it with."
    codes = _codes(run, options)
    if any(code not in options for code in run.view.sides):
        return f"A side that the address names is not in this data. {_ASK[kind]}"
    if None in codes or any(code not in options for code in codes):
        return _ASK[kind]
    if codes[0] == codes[1]:
        return "The same is chosen twice. Choose another for one of the two sides."
    try:
        one, other = (side(run, kind, str(code), options[str(code)]) for code in codes)
    except NoDataError as error:
        return str(error)
    return one, other


def side(run: Run, kind: str, code: str, name: str) -> Side:
    """Return one side of a comparison. Raises :class:`NoDataError` where the edition that it names cannot be had."""
    if kind != "edition":
        narrowed: dict[str, Any] = {kind: (code,)}
        return Side(code, name, replace(run.view.filters, **narrowed), run.snapshot)
    served = warehouse.shared().serve(run.snapshot.collection, int(code))
    if served.lost:
        raise NoDataError(f"The data as of {name} is no longer here or is damaged.")
    return Side(code, name, run.view.filters, served.snapshot)


def _options(run: Run) -> Mapping[str, str]:
    """Return what may stand on a side, by its code in the address, in words."""
    kind = run.view.compare
    if kind in filters.CLOSED:
        return {code: words.say(kind, code) for code in filters.CLOSED[kind]}
    if kind == "institution":
        rows = run.ask(_NAMES, narrowed=filters.REST).rows
        return {row["institution_id"]: row["name"] for row in rows}
    return editions(run)


def editions(run: Run) -> dict[str, str]:
    """Return the editions of the data that is looked at, the earliest first: number and words."""
    found = warehouse.shared().editions(run.snapshot.collection)
    return {str(each.seq): f"{day(each.as_of)} (edition {each.seq})" for each in found}


def _codes(run: Run, options: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Return the codes of both sides: those of the address, else the usual ones."""
    usual: tuple[str, ...] = _USUAL.get(run.view.compare, ())
    if run.view.compare == "edition":
        usual = tuple(list(options)[-2:])
    chosen = [*(run.view.sides or usual), None, None]
    return chosen[0], chosen[1]


def _chosen(place: int, key: str, codes: tuple[str | None, str | None]) -> None:
    """Put what was chosen for one side into the address; a name that was typed is looked for."""
    picked = st.session_state[key]
    options = _options(current())
    if picked is not None and picked not in options:
        rows = current().ask(_NAMES, narrowed=filters.REST).rows
        picked = search.meant(search.find(picked, rows))
    both = [picked if place == each else code for each, code in enumerate(codes)]
    controls.change(sides=tuple(code for code in both if code), show=None)
