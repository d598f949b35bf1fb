"""What a reader can choose about the map: what it shows, where it looks, how it is drawn; its colours are filters."""

from collections.abc import Mapping, Sequence
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from dashboard import choices, controls, filters, words
from dashboard.controls import Run
from dashboard.figures.map_legend import Key
from dashboard.figures.text import count
from dashboard.warehouse import AnswerError

DRAWN = ("colour", "size", "top")
HELP = {
    "level": "By scale: institutions where few links are shown or one country is looked at, else cities, else regions.",
    "colour": "Each colour is a filter too: see the legend.",
    "size": "What the width of an arc and the size of a place stand for.",
    "top": "The strongest links in full, the rest faint.",
}
LABELS = {"level": "Places", "colour": "Colour", "size": "Size", "top": "Stand out"}
ASKED = "_map_filtered"


def settle(offered: Sequence[str]) -> str:
    """Take back what cannot be shown together: a layer without data, a country that is not on the map.

    Returns the sentence that says so, or "".
    """
    layer, focus = (choices.look_widget(name) for name in ("layer", "focus"))
    refused = ""
    if st.session_state.get(layer, offered[0]) not in offered:
        st.session_state[layer] = offered[0]
        refused = "This data cannot show that on a map: it shows the links."
    run = controls.current()
    wanted = st.session_state.get(focus, "all")
    if wanted not in focuses(st.session_state.get(layer, offered[0]), run.view.filters.country):
        st.session_state[focus] = "all"
        refused = refused or f"{words.say('focus', wanted)} has nothing on this map: it shows the whole."
    return refused


def focuses(layer: str, countries: Sequence[str]) -> list[str]:
    """Return where a layer can be looked at under a choice of partner countries."""
    uk = ["GBR"] if layer in ("links", "venues") else []
    return ["all", *uk, *(code for code in ("PAK", "BGD") if not countries or code in countries)]


def above(run: Run, offered: Sequence[str]) -> None:
    """Draw the choices above the map: what it shows and where it looks."""
    with st.container(horizontal=True, key="map-choices", vertical_alignment="center", gap="small"):
        if len(offered) > 1:
            _switch("layer", list(offered), "What the map shows")
        _switch("focus", focuses(run.view.look.layer, run.view.filters.country), "Where the map looks")


def drawing() -> None:
    """Draw the choices of how the map of links is drawn, folded away."""
    with st.popover("Draw the links differently", key="map-drawing", width="stretch"):
        _one("level", filters.LEVELS, choices.widget("level"))
        for name in DRAWN:
            _one(name, filters.LOOKS[name], choices.look_widget(name))


def _one(name: str, options: Sequence[str], widget: str) -> None:
    st.selectbox(LABELS[name], options, key=widget, format_func=partial(words.say, name), help=HELP[name])


def counts(run: Run) -> list[dict[str, Any]]:
    """Return how many links each value of the legend would show, without rows where that cannot be said."""
    try:
        return run.ask("map/links_by_colour").rows if run.offers("map/links_by_colour") else []
    except AnswerError:
        return []  # the legend then says what the arcs say


def legend(run: Run, keys: Sequence[Key], dimension: str | None) -> None:
    """Draw what the colours mean; where they are those of a filter, each sets it.

    ``dimension`` is the filter that the colours belong to, or None where they only explain: then they count places.
    """
    named = {key.code: key for key in keys if key.code}
    with st.container(key="map-legend", gap="small"):
        if dimension and named:
            _pills(run, named, dimension)
        items = [_explained(key, "links" if dimension else "places") for key in keys if not key.code or not dimension]
        if dimension and run.view.filters.year:
            items.append("<li>Numbers are of all years.</li>")
        if items:
            st.html(f'<ul class="keys">{"".join(items)}</ul>')


def _pills(run: Run, named: Mapping[str, Key], dimension: str) -> None:
    """Draw the filter of the colours: every value that could be chosen, always in the same order."""
    swatches = "".join(
        f".st-key-map-legend button:nth-of-type({n})::before {{ background: {key.colour}; }}"
        for n, key in enumerate(named.values(), 1)
    )
    st.html(f"<style>{swatches}</style>")
    widget = f"map_legend_{dimension}"
    chosen = getattr(run.view.filters, dimension)
    st.session_state[widget] = list(chosen)
    st.pills(
        f"{filters.LABELS[dimension].capitalize()}: choose to show only these",
        list(dict.fromkeys([*named, *chosen])),
        selection_mode="multi",
        key=widget,
        format_func=lambda code: _said(named, dimension, code),
        on_change=_filter,
        args=(dimension, widget),
    )


def _explained(key: Key, unit: str) -> str:
    """Return one colour that only explains: "Pakistan: 12 places"."""
    many = f": <b>{count(key.count, unit)}</b>" if key.count else ""
    return f'<li><i style="background:{key.colour}"></i><span>{escape(key.label)}{many}</span></li>'


def _said(named: Mapping[str, Key], dimension: str, code: str) -> str:
    return f"{named[code].label} {named[code].count:,}" if code in named else words.say(dimension, code)


def _filter(dimension: str, widget: str) -> None:
    """Set the page's filter from the legend; the whole page obeys it, so the whole page is run."""
    controls.choose(dimension, st.session_state[widget])
    st.session_state[ASKED] = True


def _switch(name: str, options: list[str], label: str) -> None:
    st.segmented_control(
        label,
        options,
        key=choices.look_widget(name),
        format_func=partial(words.say, name),
        label_visibility="collapsed",
        required=True,
        wrap=True,
        on_change=_turned,
        args=(name,),
    )


def _turned(name: str) -> None:
    """Close what was open on the map that is left."""
    if name == "layer":
        controls.change(show=None)
