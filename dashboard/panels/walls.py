"""Numbers in large type: the wall of headline figures, each against a named other one, and a line of arithmetic."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import quote

import streamlit as st

from dashboard.catalogue import Question
from dashboard.controls import current
from dashboard.figures.theme import Theme, theme
from dashboard.warehouse import Answer

MADE_UP = '<p class="made-up">made-up data</p>'
WIDE, TALL, EDGE = 160, 40, 4  # a sparkline's own pixels, and the room for its last dot

Row = Mapping[str, Any]


def mark(answer: Answer) -> str:
    """Return the quiet mark that every figure of a demonstration carries; nothing for any other data."""
    return MADE_UP if answer.snapshot.manifest["kind"] == "demonstration" else ""


def kpi_wall(answer: Answer) -> None:
    """Draw one tile a row: a value in large type, what it is compared with, and its way through the years."""
    st.html(wall(answer.question, answer.rows, theme(current().theme)) + mark(answer))


def wall(question: Question, rows: Sequence[Row], look: Theme) -> str:
    """Return the tiles; every text is ready to print, and a missing one leaves its line out."""
    return f'<div class="words"><ul class="kpis">{"".join(_kpi(question.chart, row, look) for row in rows)}</ul></div>'


def _kpi(chart: Mapping[str, Any], row: Row, look: Theme) -> str:
    said = {name: escape(str(row.get(chart.get(name, "")) or "")) for name in ("unit", "of", "against", "note")}
    value = row[chart["value"]]
    shown = escape(str(value)) if value not in (None, "") else '<span class="none">not stated</span>'
    unit = f" <small>{said['unit']}</small>" if said["unit"] and value not in (None, "") else ""
    spark = sparkline(row.get(chart.get("spark", "")) or [], look)
    span = escape(str(row.get(chart.get("spark_words", "")) or ""))
    years = f'<span class="span">{span}</span>' if span and spark else ""
    lines = "".join(f'<span class="{name}">{said[name]}</span>' for name in ("against", "note") if said[name])
    return (
        f'<li class="kpi"><span class="what">{escape(str(row[chart["label"]]))}</span>'
        f'<span class="big">{shown}{unit}</span><span class="of">{said["of"]}</span>'
        f'<span class="way">{spark}{years}</span><span class="beside">{lines}</span></li>'
    )


def sparkline(values: Sequence[float | None], look: Theme) -> str:
    """Return a small picture of the values from 0 upwards, its last one a dot; a null is a gap; "" without values.

    A picture of its own, because the page's HTML may not hold drawings; listeners have the words beside it.
    """
    known = [float(value) for value in values if value is not None]
    if not known:
        return ""
    top = max(known) or 1.0
    step = (WIDE - 2 * EDGE) / max(1, len(values) - 1)
    points = [
        None if value is None else (EDGE + place * step, TALL - EDGE - (TALL - 2 * EDGE) * float(value) / top)
        for place, value in enumerate(values)
    ]
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    drawn = "".join(_run(run, look) for run in runs if run)
    x, y = next(point for point in reversed(points) if point is not None)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {TALL}" width="{WIDE}" height="{TALL}">'
        f'{drawn}<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2" fill="{look.accent}"/></svg>'
    )
    return f'<img class="spark" alt="" aria-hidden="true" src="data:image/svg+xml,{quote(svg)}">'


def _run(run: Sequence[tuple[float, float]], look: Theme) -> str:
    path = "L".join(f"{x:.1f},{y:.1f}" for x, y in run)
    floor = TALL - EDGE
    field = f'<path d="M{run[0][0]:.1f},{floor}L{path}L{run[-1][0]:.1f},{floor}Z" fill="{look.track}"/>'
    stroke = f'fill="none" stroke="{look.accent}" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round"'
    return f'{field}<path d="M{path}" {stroke}/>'


def arithmetic(answer: Answer) -> None:
    """Draw one line of arithmetic a row, in large type: its steps, then what comes out."""
    st.html(sums(answer.question, answer.rows) + mark(answer))


def sums(question: Question, rows: Sequence[Row]) -> str:
    """Return the lines; ``steps`` is one text or a list of them, ``label`` and ``note`` stand beside where given."""
    chart = question.chart
    made = []
    for row in rows:
        steps = row[chart["steps"]] or []
        parts = [steps] if isinstance(steps, str) else [str(step) for step in steps]
        label, note = (escape(str(row.get(chart.get(name, "")) or "")) for name in ("label", "note"))
        above = f'<span class="what">{label}</span>' if label else ""
        below = f'<span class="note">{note}</span>' if note else ""
        said = [f"<span>{escape(part)}</span>" for part in parts]
        said.append(f'<strong class="result">{escape(str(row[chart["result"]] or "not stated"))}</strong>')
        arrow = '<span class="arrow" aria-hidden="true">→</span>'
        line = "".join(f'<span class="step">{arrow if place else ""}{part}</span>' for place, part in enumerate(said))
        made.append(f'<li>{above}<span class="line">{line}</span>{below}</li>')
    return f'<ul class="sums">{"".join(made)}</ul>'
