"""The reader's view: the address bar, and the run that it and the filters make.

Before the first widget the raw address is compared with the last one written here. Where they differ (a cold
link, an edited address, Back, a link of the menu) it is read and seeds the widgets; afterwards the address is
written once, if it changed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from dashboard import address, browser, catalogue, choices, warehouse
from dashboard.choices import widget
from dashboard.filters import Filters, View
from dashboard.publish.store import Snapshot
from dashboard.warehouse import Answer, Served

_WRITTEN, _VIEW, _NOTICES, _RUN, _PAGE = "_written", "_view", "_notices", "_run", "_page"
BESIDE = ("find", "compare", "sides", "since", "look")
"""What an address may hold beside its data, its filters and an opened row: each belongs to one page."""


@dataclass(frozen=True)
class Run:
    """One run of the script: one snapshot, one view, one theme, used by everything that it shows."""

    served: Served
    view: View
    offered: tuple[str, ...]
    theme: str
    window: str = browser.LAPTOP

    @property
    def snapshot(self) -> Snapshot:
        """The one snapshot that this run reads."""
        return self.served.snapshot

    def offers(self, question_id: str) -> bool:
        """Say whether this run's data can be asked a question."""
        return warehouse.asked(catalogue.question(question_id), self.snapshot)

    def ask(self, question_id: str, *, narrowed: Filters | None = None, ids: Sequence[str] = ()) -> Answer:
        """Answer a question under this run's filters, or under ``narrowed`` ones."""
        return warehouse.shared().answer(question_id, narrowed or self.view.filters, self.snapshot, ids)

    def link(self, *, pinned: bool, show: str | None = None) -> dict[str, list[str]]:
        """Return this view as address parameters: pinned to its snapshot for a fixed link."""
        view = self.view
        if pinned:
            view = replace(view, collection=self.snapshot.collection, seq=self.snapshot.seq)
        return address.encode(replace(view, show=show or view.show))


def current() -> Run:
    """Return the run under way."""
    run: Run = st.session_state[_RUN]
    return run


def begin(
    page: str, offered: Sequence[str], resting: Callable[[Snapshot], Mapping[str, str]], beside: Sequence[str] = ()
) -> Run:
    """Read the address, pin the snapshot, draw the filters and write the address: once at the start of a run.

    ``page`` is the page's name, ``offered`` are its filters, ``resting`` says of a snapshot which cannot act and why,
    ``beside`` what else of an address (:data:`BESIDE`) is the page's.
    Raises :class:`dashboard.warehouse.NoDataError` where there is nothing to show.
    """
    raw = {name: tuple(st.query_params.get_all(name)) for name in st.query_params}
    turned = page != st.session_state.get(_PAGE)
    cold = _VIEW not in st.session_state or turned or raw != st.session_state.get(_WRITTEN)
    asked: View = address.parse(raw)[0] if cold else st.session_state[_VIEW]
    served, troubles = _serve(asked)
    if cold:
        view, found = address.parse(raw, **_open_vocabularies(served.snapshot), offered=offered)
        strays = [name for name in BESIDE if name not in beside and getattr(view, name) != getattr(View(), name)]
        if strays:
            view = replace(view, **{name: getattr(View(), name) for name in strays})
            found.append("part of it belongs to another page and was left out")
        if view.show and not _stands(view, served.snapshot):
            view = replace(view, show=None)
            found.append("the row that it opens is not in this data, so none is opened")
        choices.seed(view)
        st.session_state[_NOTICES] = [*troubles, *found]
    else:
        view = asked
    if served.snapshot.collection != view.collection:
        view = replace(view, collection=None, seq=None)
    if served.snapshot.seq != view.seq:
        view = replace(view, seq=None)
    view = choices.within(view, offered)
    with st.sidebar:
        view = replace(view, filters=choices.draw(view.filters, offered, resting(served.snapshot), served.snapshot))
    _write(view, raw, unheard=cold and not turned)
    st.session_state[_PAGE] = page
    run = Run(served, view, tuple(offered), st.context.theme.type or "light", browser.window())
    st.session_state[_RUN] = run
    return run


def again(*, write: bool = True) -> Run:
    """Return the run of a part of the page that is drawn again alone: the page's, with what its own controls changed.

    The address follows, unless ``write`` is False: a film of the years would fill the browser's history.
    """
    run = current()
    view: View = choices.within(st.session_state[_VIEW], run.offered)
    st.session_state[_VIEW] = view
    if write:
        _write(view, {name: tuple(st.query_params.get_all(name)) for name in st.query_params})
    run = replace(run, view=view)
    st.session_state[_RUN] = run
    return run


def open_row(question_id: str, key: str | None) -> None:
    """Open the rows behind one mark of a question's figure, or close them. For callbacks only."""
    view: View = st.session_state[_VIEW]
    st.session_state[_VIEW] = replace(view, show=f"{question_id}~{key}" if key else None)


def choose(name: str, values: Sequence[str]) -> None:
    """Set one filter from outside its own widget. For callbacks only."""
    st.session_state[widget(name)] = list(values)


def change(**chosen: Any) -> None:
    """Change what the view holds beside its filters: ``find``, ``sides`` and so on. For callbacks only."""
    view: View = st.session_state[_VIEW]
    st.session_state[_VIEW] = replace(view, **chosen)


def follow_latest() -> None:
    """Leave a fixed link for the latest data. For callbacks only."""
    view: View = st.session_state[_VIEW]
    st.session_state[_VIEW] = replace(view, seq=None)


def notices() -> list[str]:
    """Return what the address asked for and could not have, until it is dismissed."""
    found: list[str] = st.session_state.get(_NOTICES, [])
    return found


def dismiss() -> None:
    """Forget the notices. For callbacks only."""
    st.session_state[_NOTICES] = []


def _serve(asked: View) -> tuple[Served, list[str]]:
    shared = warehouse.shared()
    if asked.collection is not None and asked.collection not in shared.collections():
        served = shared.serve(warehouse.default_collection(shared))
        return served, ["it names data that is not here, so the usual data is shown"]
    served = shared.serve(asked.collection or warehouse.default_collection(shared), asked.seq)
    lost = "the data that it was fixed to is no longer here or is damaged, so the latest is shown"
    return served, [lost] if served.lost else []


def _open_vocabularies(snapshot: Snapshot) -> dict[str, Any]:
    shared = warehouse.shared()
    wanted = bool(st.query_params.get_all("institution"))
    return {
        "subjects": shared.subjects(snapshot),
        "institutions": shared.institutions(snapshot) if wanted else (),
    }


def _stands(view: View, snapshot: Snapshot) -> bool:
    """Say whether the row that a view opens is there: a mark of its question, or a place of the map of links."""
    question_id, _, key = (view.show or "").partition("~")
    if question_id.startswith("compare/"):
        return question_id in catalogue.questions()  # its rows are those of two answers: the page itself looks
    lists = {question_id, "map/places"} if question_id == "map/links" else {question_id}
    if not lists <= catalogue.questions().keys():
        return False
    return any(warehouse.shared().answer(each, view.at_scale(), snapshot).row(key) for each in lists)


def _write(view: View, raw: Mapping[str, tuple[str, ...]], *, unheard: bool = False) -> None:
    """Write the address where it changed, or where the browser has not heard of it.

    A link to the page that is open tells the server alone where it leads. One to another page is the browser's to
    write: an address written before it has turned the page would stand in its history under the page that it leaves.
    """
    pairs = {name: tuple(values) for name, values in address.encode(view).items()}
    st.session_state[_VIEW] = view
    st.session_state[_WRITTEN] = pairs
    if pairs != raw or unheard:
        st.query_params.from_dict(pairs)
