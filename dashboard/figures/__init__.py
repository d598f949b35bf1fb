"""Figures by form name: :func:`draw` for what Plotly draws, ``link_map`` beside it for the map.

Nothing here knows Streamlit: a figure is made from a question, its rows and a theme.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import (
    bars,
    columns,
    completeness,
    coverage,
    definitions,
    dots,
    flows,
    frame,
    lines,
    matrix,
    published,
    shares,
    steps,
    survival,
    timeline,
)
from dashboard.figures.frame import CONFIG, Rows, View, key_of
from dashboard.figures.theme import Theme, theme

__all__ = ["CONFIG", "FORMS", "Theme", "alt", "draw", "height", "key_of", "theme"]

EMPTY_HEIGHT = 80


@dataclass(frozen=True, slots=True)
class Form:
    """One form: how it is drawn, how tall it stands, and what a listener is told that it is."""

    draw: Callable[[Question, Rows, View], go.Figure]
    height: Callable[[Question, Rows], int]
    words: str


FORMS: dict[str, Form] = {
    "stacked_steps": Form(steps.stacked_steps, steps.stacked_steps_height, "Steps by year, stacked by group"),
    "columns": Form(columns.columns, columns.columns_height, "Columns"),
    "ranked_bars": Form(bars.ranked_bars, bars.ranked_bars_height, "Ranked bars"),
    "share_bars": Form(shares.share_bars, shares.share_bars_height, "Bars from 0 to 100 per cent"),
    "paired_dots": Form(dots.paired_dots, dots.paired_dots_height, "Pairs of dots on one scale"),
    "heat_matrix": Form(matrix.heat_matrix, matrix.heat_matrix_height, "Table of shaded counts"),
    "strip": Form(timeline.strip, timeline.strip_height, "Dots along the years"),
    "dots_by_date": Form(published.dots_by_date, published.dots_by_date_height, "Dots along the years"),
    "scale_dots": Form(definitions.scale_dots, definitions.scale_dots_height, "Dots from 0 to 100 per cent"),
    "completeness": Form(completeness.completeness, completeness.completeness_height, "Small bars by table and field"),
    "stock_and_flow": Form(flows.stock_and_flow, flows.stock_and_flow_height, "Line over bars up and down by year"),
    "lines": Form(lines.lines, lines.lines_height, "Lines by year"),
    "coverage_dots": Form(
        coverage.coverage_dots, coverage.coverage_dots_height, "Dots and ranges from 0 to 100 per cent"
    ),
    "survival": Form(survival.survival, survival.survival_height, "Falling curves in steps"),
}
"""Every form that Plotly draws, by the name that a question's chart gives."""


def draw(
    question: Question,
    rows: Rows,
    theme: Theme,
    *,
    bands: Rows = (),
    as_of: datetime.date | None = None,
    selected: str | None = None,
    kind: str = "record",
) -> go.Figure:
    """Return the figure of a question's answer; without rows an empty sheet without axes.

    ``bands`` are INSPIRE's years (country, label, from_year, to_year); ``as_of`` is the day of the data, which hatches
    a year that it cuts short; ``selected`` is a row's key (:func:`key_of`), whose mark stands out;
    ``kind`` is the collection's: a demonstration's figure says in itself that its data is made up.
    A form that Plotly does not draw raises :class:`KeyError`.
    """
    form = FORMS[question.form]
    view = View(theme, bands, as_of, selected, kind)
    return form.draw(question, rows, view) if rows else frame.nothing(view, EMPTY_HEIGHT)


def height(question: Question, rows: Rows) -> int:
    """Return the height in pixels at which :func:`draw` draws these rows."""
    return FORMS[question.form].height(question, rows) if rows else EMPTY_HEIGHT


def alt(question: Question, rows: Rows, finding: str, kind: str = "record") -> str:
    """Return one sentence for those who do not see the figure: what it is, how much of it, and the finding."""
    form = FORMS.get(question.form)
    drawing = form.words if form else "Map of links" if question.form == "link_map" else "Figure"
    many = f"{len(rows):,} {'mark' if len(rows) == 1 else 'marks'}" if rows else "nothing found"
    said = f": {finding.strip()}" if finding.strip() else "."
    mark = "Made-up data. " if kind == "demonstration" else ""
    return f"{mark}{question.question} {drawing}, {many}{said}"
