"""The map that people point at: one map, its choices, what is selected beside it, and the years that it plays.

It is a fragment: what its own controls change is drawn again without the rest of the page. Only the legend, which
is the page's filter, runs the page.
"""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import browser, controls, findings
from dashboard.choices import widget
from dashboard.controls import Run
from dashboard.figures.map_legend import Key, legend
from dashboard.figures.text import count
from dashboard.figures.theme import theme
from dashboard.filters import LOOKS
from dashboard.panels import map_choices, map_key, map_pictures, map_side, maps, player, said, tools
from dashboard.warehouse import Answer, AnswerError

ROOMS = {browser.PHONE: (340, 340), browser.LAPTOP: (600, 375), browser.WIDE: (900, 580)}
"""The pixels of the map beside its column, by the reader's window."""

PLAYER = "map-player"


def link_map(links: str, *, layers: Sequence[str]) -> None:
    """Show the map of a question about links; ``layers`` are what else it can show, in the order of its switch."""
    _drawn((links, *layers))


@st.fragment
def _drawn(question_ids: tuple[str, ...]) -> None:
    if st.session_state.pop(map_choices.ASKED, False):
        st.rerun()
    layers = dict(zip(LOOKS["layer"], question_ids, strict=True))
    offered = [layer for layer in layers if controls.current().offers(layers[layer])]
    refused = map_choices.settle(offered)
    told: Any = st.session_state.get(PLAYER)
    run = controls.again(write=not (told and told.at["playing"]))
    shown = run.view.look.layer
    map_choices.above(run, offered)
    if refused:
        st.html(f'<p class="caption">{escape(refused)}</p>')
    run = replace(run, view=replace(run.view, filters=run.view.at_scale()))
    try:
        answer = run.ask(layers[shown])
    except AnswerError as error:
        st.warning(str(error))
        return
    with st.container(key=f"panel-{layers[shown].replace('/', '-')}", gap="small"):
        _shown(run, answer, shown)


def _shown(run: Run, answer: Answer, layer: str) -> None:
    question = answer.question
    asked = f'<h2 class="asked">{escape(question.question)}</h2>'
    if not answer.rows:
        st.html(asked)
        st.html(f'<p class="empty">{escape(said.nothing(run, question))}</p>')
        return
    sentence = findings.sentence(question, answer.rows, run.snapshot.manifest["kind"])
    with st.container(gap=None):
        st.html(asked)
        if sentence:
            st.html(f'<p class="finding">{escape(sentence)}</p>')
    width, height = ROOMS[run.window]
    whole, counts = maps.whole(run, answer), map_choices.counts(run)
    keys = legend(answer.rows, question, theme(run.theme), run.view.look, whole, counts)
    phone = run.window == browser.PHONE
    left, right = (st.container(),) * 2 if phone else st.columns([width, 300], gap="medium")
    with left:
        maps.chart(run, answer, sentence, width, height)
        picked = phone and map_side.side(run, answer, maps.places(run) if layer == "links" else [])
        if layer == "links":
            _years(run)
        if not phone:
            _caption(run, answer)
    with right, _beside(run, question.id, height):
        if not picked:
            _side(run, answer, keys, layer)
        if phone:
            _caption(run, answer)
    player.on_escape("map-escape", lambda: controls.open_row(question.id, None))
    map_pictures.offer(run, answer, sentence, keys)
    tools.tools(run, answer, sentence, question.id.replace("/", "-"))


def _caption(run: Run, answer: Answer) -> None:
    st.html(f'<p class="caption">{escape(said.caption(run, answer.question))}</p>')


def _side(run: Run, answer: Answer, keys: Sequence[Key], layer: str) -> None:
    """Draw the column beside the map: what is selected, else the legend and what is strongest."""
    links, look = layer == "links", run.view.look
    if map_side.side(run, answer, maps.places(run) if links else []):
        return
    if links:
        map_choices.drawing()
    map_choices.legend(run, keys, look.colour if links else None)
    map_key.marks(run, layer, maps.places(run) if links else answer.rows, maps.whole(run, answer))
    if links:
        near = [row for row in answer.rows if look.focus in ("all", "GBR", row["country"])]
        map_side.strongest(answer, near, look.size)


def _beside(run: Run, question_id: str, height: int) -> DeltaGenerator:
    """Return the column beside the map: what is selected scrolls in it, so that the map stays in view."""
    if run.view.shown(question_id) and run.window != browser.PHONE:
        return st.container(key="map-side", gap="small", height=height + 90, border=False)
    return st.container(key="map-side", gap="small")


def _years(run: Run) -> None:
    """Draw the control that plays the years, with what each of them says."""
    rows = run.ask("map/links_by_year").rows if run.offers("map/links_by_year") else []
    if len(rows) < 2:
        return
    told = {row["year"]: _told(row) for row in rows}
    last = rows[-1]
    undated = f", {last['undated']:,} of them without a date" if last["undated"] else ""
    told[0] = f"{count(last['partnerships'] + last['undated'], 'partnerships')} with links{undated}"
    player.player(
        [row["year"] for row in rows],
        run.view.filters.year,
        told,
        key=PLAYER,
        chosen=lambda year: st.session_state.update({widget("year"): year}),
    )


def _told(row: dict[str, Any]) -> str:
    """Return what the control says of one year: "61 partnerships shown active (83 links), 5 of them new"."""
    active = f"{count(row['active'], 'partnerships')} shown active ({count(row['links'], 'links')})"
    return f"{active}, {row['new']:,} first known, {row['ended']:,} known earlier and not shown active"
