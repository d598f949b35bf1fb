"""Figures that were drawn: each once for all readers, and never changed afterwards."""

from collections.abc import Callable
from typing import Any

from dashboard.catalogue import Question
from dashboard.controls import Run
from dashboard.warehouse import Bounded

MAX_FIGURES = 200
# Drawing is most of a run's time.
_FIGURES: Bounded[Any] = Bounded(MAX_FIGURES)


def kept(run: Run, question: Question, draw: Callable[[], Any], room: tuple[int, int] | None = None) -> Any:
    """Return the figure that was drawn for this data, view, theme and room, or draw it."""
    view = run.view
    chosen = (view.filters, view.compare, view.sides, view.since, view.look, view.shown(question.id), run.theme)
    return _FIGURES.get((run.snapshot.manifest_sha256, question.id, *chosen, room), draw)
