"""The filters at the side: their widgets, seeded by an address and read once a run."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard import filters, warehouse, words
from dashboard.filters import FIRST_YEAR, LAST_YEAR, Filters, View
from dashboard.publish.store import Snapshot

IN_PAGE = ("level", "target", "against", "year")
"""Choices whose widgets stand in the page, beside the panel that they change."""

_HELP = {
    "programme": "Empty shows every UK link that public sources show, INSPIRE or not.",
    "years": "Partnerships shown active on at least one day of these years. The full range shows all, dated or not.",
    "sector": "Partnerships with at least one partner institution of this sector.",
    "role_group": "The posts whose holders are counted.",
    "qualifying": "Which courses make somebody trained.",
    "uk_group": "Partnerships with at least one UK member of this group.",
}


def widget(name: str) -> str:
    """Return the key under which a filter's widget keeps its value."""
    return f"filter_{name}"


def look_widget(name: str) -> str:
    """Return the key under which one choice of how the map is drawn keeps its value."""
    return f"look_{name}"


def seed(view: View) -> None:
    """Give every widget the value of an address."""
    chosen = view.filters
    for name in filters.LOOKS:
        st.session_state[look_widget(name)] = getattr(view.look, name)
    for name in filters.MULTIPLE:
        st.session_state[widget(name)] = list(getattr(chosen, name))
    st.session_state[widget("years")] = chosen.years or (FIRST_YEAR, LAST_YEAR)
    for name in (*filters.SINGLE, *filters.NUMBERS):
        st.session_state[widget(name)] = getattr(chosen, name)


def within(view: View, offered: Sequence[str]) -> View:
    """Return the view with what the widgets that stand in the page say."""
    said = {name: st.session_state.get(widget(name)) for name in IN_PAGE if name in offered}
    look = {name: st.session_state.get(look_widget(name)) for name in filters.LOOKS}
    return replace(
        view,
        filters=replace(view.filters, **{name: value for name, value in said.items() if value is not None}),
        look=replace(view.look, **{name: value for name, value in look.items() if value is not None}),
    )


def draw(chosen: Filters, offered: Sequence[str], resting: Mapping[str, str], snapshot: Snapshot) -> Filters:
    """Draw the offered filters and return what they say; one that cannot act is greyed with its reason."""
    values: dict[str, Any] = {}
    said: set[str] = set()
    for name in offered:
        if name in IN_PAGE:
            values[name] = getattr(chosen, name)
            continue
        if name == "institution":
            values[name] = chosen.institution
            continue
        reason = resting.get(name)
        if name == "years":
            drawn: Any = _draw_years(reason)
        else:
            drawn = _draw_one(name, reason) if name in filters.SINGLE else _draw_choice(name, reason, snapshot)
        if reason and reason not in said:
            st.caption(reason)
            said.add(reason)
        values[name] = getattr(chosen, name) if reason else drawn
    return replace(Filters(), **values)


def _draw_years(reason: str | None) -> tuple[int, int] | None:
    # The seeded state is a pair, which makes it a slider with two ends; its types know only a value given here.
    ends: Any = st.slider(
        "Years",
        FIRST_YEAR,
        LAST_YEAR,
        key=widget("years"),
        disabled=reason is not None,
        help=reason or _HELP["years"],
    )
    first, last = ends
    return None if (first, last) == (FIRST_YEAR, LAST_YEAR) else (first, last)


def _draw_one(name: str, reason: str | None) -> str:
    label = filters.LABELS[name].capitalize()
    picked: str = st.selectbox(
        label,
        filters.SINGLE[name],
        key=widget(name),
        format_func=lambda code: words.say(name, code),
        disabled=reason is not None,
        help=reason or _HELP.get(name),
    )
    return picked


def _draw_choice(name: str, reason: str | None, snapshot: Snapshot) -> tuple[str, ...]:
    options = warehouse.shared().subjects(snapshot) if name == "subject" else filters.CLOSED[name]
    settings: dict[str, Any] = {
        "options": options,
        "key": widget(name),
        "format_func": lambda code: words.say(name, code),
        "disabled": reason is not None,
        "help": reason or _HELP.get(name),
    }
    label = filters.LABELS[name].capitalize().replace("Uk ", "UK ")
    if name == "country":
        picked = st.pills(label, selection_mode="multi", **settings)
    else:
        everything = {
            "programme": "All UK links",
            "subject": "All subjects",
            "strand": "All strands",
            "role_group": "All groups",
        }
        picked = st.multiselect(label, placeholder=everything.get(name, "All"), **settings)
    return tuple(code for code in options if code in picked)
