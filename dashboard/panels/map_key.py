"""What the marks of the map mean: how exact a point is, what is filled and what is hollow, what is not drawn."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard.controls import Run
from dashboard.figures.text import count

_POINTS = {
    "campus": ("full", "Campus point"),
    "city": ("ring", "City point: the place is known by its city only"),
    None: ("none", "Not on the map: no point is known"),
}
_AREAS = {"city": "A city: the middle of its institutions", "region": "A region: the middle of its institutions"}
_ANSWERS = {
    "reached": ("Somebody was on a course", "Nobody found on one"),
    "unlinked": ("With a link found", "None found"),
}
_LARGER = {"venues": "courses", "unlinked": "partnerships"}


def marks(run: Run, layer: str, rows: Sequence[dict[str, Any]], links: Sequence[dict[str, Any]]) -> None:
    """Draw the key of the marks in these places and, on the map of links, of its widths and of the year's states."""
    items = "".join(
        f'<li><i class="{mark}"></i><span>{said}</span></li>' for mark, said in entries(run, layer, rows, links)
    )
    if items:
        st.html(f'<ul class="keys marks">{items}</ul>')


def entries(
    run: Run, layer: str, rows: Sequence[dict[str, Any]], links: Sequence[dict[str, Any]]
) -> list[tuple[str, str]]:
    """Return each mark with what it means, as HTML."""
    found = _answers(layer) + _points(rows, filled=layer == "links")
    if layer != "links":
        return found
    size = run.view.look.size
    if size == "people":
        found += [("hollow", "No attendance list names it"), ("full", "Larger: more places taken on courses")]
    else:
        most = max((row[size] for row in links), default=1)
        found += [("thin", f"1 {size[:-1]}"), ("thick", f"{count(most, size)}: the strongest link")][: 1 + (most > 1)]
    if run.view.filters.year:
        found += [("new", "First known in the year"), ("ended", "Known earlier, not shown active in it")]
    return found


def _answers(layer: str) -> list[tuple[str, str]]:
    yes, no = _ANSWERS.get(layer, ("", ""))
    larger = [("full", f"Larger: more {_LARGER[layer]}")] if layer in _LARGER else []
    return [*([("full", yes), ("hollow", no)] if yes else []), *larger]


def _points(rows: Sequence[dict[str, Any]], *, filled: bool) -> list[tuple[str, str]]:
    """Return each sort of point that is there, with how many places have it.

    Not ``filled`` where the fill of a mark says something else: then only what is not drawn has a mark of its own.
    """
    level = next((row["level"] for row in rows if row.get("level") in _AREAS), None)
    drawn = Counter("area" if level and row["lon"] is not None else _sort(row) for row in rows)
    found = [("area", f"{_AREAS[level]} <b>{drawn['area']:,}</b>")] if level and drawn["area"] else []
    return found + [
        (mark, f"{said} <b>{drawn[precision]:,}</b>")
        for precision, (mark, said) in _POINTS.items()
        if drawn[precision] and (filled or precision is None)
    ]


def _sort(row: dict[str, Any]) -> str | None:
    return None if row["lon"] is None else row.get("precision") or "campus"
