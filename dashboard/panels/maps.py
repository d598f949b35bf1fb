"""A map in a panel: the deck of an answer, fitted to the room that it has, and what a click on it opens."""

from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard import browser, controls
from dashboard.controls import Run
from dashboard.figures import link_map
from dashboard.figures.link_map import LinkMap
from dashboard.figures.theme import theme
from dashboard.filters import Look
from dashboard.panels import kept, map_choices
from dashboard.warehouse import Answer, AnswerError

WIDTHS = {browser.PHONE: (340, 340), browser.LAPTOP: (880, 430), browser.WIDE: (1200, 570)}
"""The pixels for which a map's first view is fitted, by the reader's window: the whole page, and half of it."""


def draw(run: Run, answer: Answer, sentence: str, wide: bool) -> None:
    """Draw a map among other panels: at rest, without controls of its own."""
    width = WIDTHS[run.window][0 if wide else 1]
    at_rest = replace(run, view=replace(run.view, look=Look()))
    chart(at_rest, answer, sentence, width, link_map.map_height(width))


def chart(run: Run, answer: Answer, sentence: str, width: int, height: int) -> None:
    """Draw the map of an answer in a room of this many pixels; a click opens what is behind an arc or a place."""
    question, view = answer.question, run.view
    drawn = deck(run, answer, width, height)
    # The browser keeps the view of a map with the same key, so a map fitted to another room is another map.
    fitted = (question.id.partition("/")[2], width, view.look.focus)
    key = "-".join(["figure-map", *map(str, fitted)])
    st.pydeck_chart(
        drawn,
        key=key,
        height=height,
        on_select=lambda: _picked(question.id, key, drawn),
        selection_mode="single-object",
        alt=alt(run, answer, sentence),
    )


def deck(run: Run, answer: Answer, width: int, height: int) -> LinkMap:
    """Return the deck of an answer, made once for all readers of this data, view and theme."""
    question, view, kind = answer.question, run.view, run.snapshot.manifest["kind"]
    colours = theme(run.theme)

    def made() -> LinkMap:
        room: dict[str, Any] = {"width": width, "height": height, "kind": kind}
        chosen: dict[str, Any] = {"look": view.look, "selected": view.shown(question.id)}
        if question.form == "point_map":
            return link_map.point_map(answer.rows, colours, question, **chosen, **room)
        year = view.filters.year
        more: dict[str, Any] = {"places": places(run), "year": year, "whole": whole(run, answer)}
        more["counts"] = map_choices.counts(run)
        return link_map.link_map(answer.rows, colours, question, **more, **chosen, **room)

    found: LinkMap = kept.kept(run, question, made, (width, height))
    return found


def whole(run: Run, answer: Answer) -> list[dict[str, Any]]:
    """Return the rows of a map through all years: what its view and its colours are made for in any of them."""
    chosen = run.view.filters
    if not chosen.year or answer.question.form != "link_map":
        return answer.rows
    return run.ask(answer.question.id, narrowed=replace(chosen, year=0)).rows


def places(run: Run) -> list[dict[str, Any]]:
    """Return the places of the map of links through all years, so that they stand still while the years pass."""
    if not run.offers("map/places"):
        return []
    try:
        return run.ask("map/places", narrowed=replace(run.view.filters, year=0)).rows
    except AnswerError:
        return []  # the links say themselves where they begin and end


def alt(run: Run, answer: Answer, sentence: str) -> str:
    """Return the one sentence for those who do not see the map."""
    kind, view = run.snapshot.manifest["kind"], run.view
    return link_map.map_alt(answer.rows, answer.question, sentence, kind, look=view.look, year=view.filters.year)


def _picked(question_id: str, key: str, drawn: LinkMap) -> None:
    chosen = [item for items in st.session_state[key].selection.objects.values() for item in items]
    controls.open_row(question_id, drawn.key_of(str(chosen[0]["id"])) if chosen else None)
