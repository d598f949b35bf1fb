"""What every form over whole years shares: its axis, the hatching of a year that is not over, and its words."""

from collections.abc import Sequence

from dashboard.figures import frame
from dashboard.figures.frame import Part, View

PARTIAL_FOOT = 48  # pixels below the plot: the years, and a line that explains the hatching


def hatching(shapes: Sequence[str]) -> Part:
    """Return the pattern of bars: "/" for a year that is not over, "x" for a value that is not stated, "" for none."""
    return {"shape": list(shapes), "fillmode": "replace", "size": 6, "solidity": 0.45}


def year_axis(years: Sequence[int], view: View, most: int = 7) -> Part:
    """Return an axis of whole years, ``most`` of them named: few enough to stand on a phone."""
    span = years[-1] - years[0]
    step = next(s for s in (1, 2, 4, 5, 10, 20) if span / s < most)
    return frame.axis(
        view,
        showgrid=False,
        range=[years[0] - 0.5, years[-1] + 0.5],
        tickvals=[year for year in years if year % step == 0],
        ticks="outside",
        ticklen=4,
        tickcolor=view.theme.rule,
        tickformat="d",
        tickangle=0,
    )


def year_foot(years: Sequence[int], view: View, look: str = "Hatched", margin: int = 0) -> list[Part]:
    """Return the words that explain the hatching (or another ``look``), where the last year is cut short.

    They end at the right of the plot, or of the whole sheet where its right ``margin`` is given: beside them, at the
    left, stands the mark of made-up data.
    """
    partial = view.partial_year()
    if partial is None or partial not in years:
        return []
    words = f"{look}: {frame.year_words(partial, view)}"
    place = {"xref": "paper", "yref": "paper", "yshift": -26, "yanchor": "top", "xanchor": "right", "xshift": margin}
    return [frame.note(words, 1, 0, view, colour=view.theme.muted, **place)]
