"""The present map as a picture to take away: for a slide and for print."""

import re
from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard.controls import Run
from dashboard.exports import map_picture
from dashboard.figures.map_legend import Key, printed
from dashboard.figures.theme import theme
from dashboard.panels import map_key, maps, said
from dashboard.panels.tools import file_name
from dashboard.warehouse import Answer

_TAGS = re.compile("<[^>]+>")
SIZES = {
    "slide": ("Picture for a slide (1920 × 1080)", map_picture.SCREEN),
    "print": ("Picture for print (A4)", map_picture.PRINT),
}


def offer(run: Run, answer: Answer, sentence: str, keys: Sequence[Key]) -> None:
    """Offer the map as PNG; it is drawn when it is asked for."""
    if not answer.rows:
        return
    with st.container(horizontal=True, key="map-pictures", gap="medium"):
        for name, (label, size) in SIZES.items():
            st.download_button(
                label,
                data=partial(picture, run, answer, sentence, keys, size),
                file_name=f"{file_name(run, answer.question).removesuffix('.csv')}-{name}.png",
                mime="image/png",
                key=f"png-{name}-{answer.question.id}",
                on_click="ignore",
                type="tertiary",
                icon=":material/image:",
            )


def picture(run: Run, answer: Answer, sentence: str, keys: Sequence[Key], size: map_picture.Size) -> bytes:
    """Return the map as PNG, with title, finding, legend, caption and boundary note."""
    colours, view = theme(run.theme), run.view
    if answer.question.form == "link_map":
        chosen = getattr(view.filters, view.look.colour)
        keys = printed(keys, view.look, colours.neutral, chosen, view.filters.year)
    return map_picture.png(
        maps.deck(run, answer, *map_picture.area(size.width, size.height)),
        title=f"{answer.question.question} {run.view.filters.year or ''}".strip(),
        finding=sentence,
        keys=keys,
        caption=f"{said.caption(run, answer.question)}\n{_marks(run, answer)}".strip(),
        theme=colours,
        width=size.width,
        height=size.height,
        dpi=size.dpi,
        kind=run.snapshot.manifest["kind"],
    )


def _marks(run: Run, answer: Answer) -> str:
    """Return in words what the marks mean, for a sheet that has no room for a second key."""
    links = answer.question.form == "link_map"
    where = maps.places(run) if links else answer.rows
    found = map_key.entries(run, run.view.look.layer, where, maps.whole(run, answer))
    said_of = {
        "full": "filled",
        "ring": "ring",
        "hollow": "hollow",
        "area": "soft disc",
        "thin": "thin",
        "thick": "thick",
    }
    parts = [f"{said_of[mark]}: {_TAGS.sub('', text)}" for mark, text in found if mark in said_of]
    return f"Marks: {'; '.join(parts)}." if parts else ""
