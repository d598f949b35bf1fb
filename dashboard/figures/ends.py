"""Direct labels at the right end of lines and curves, moved apart where they would touch."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures import frame
from dashboard.figures.frame import Part, View
from dashboard.figures.steps import apart

LINE = 15.5  # pixels a line of words
TIE = 13  # pixels from the plot to the words


@dataclass(frozen=True, slots=True)
class End:
    """One label: where its line ends on the scale, its safe lines of words, the line's colour, and where the line
    stops short of the plot's right end."""

    value: float
    words: Sequence[str]
    colour: str
    short: float | None = None


def labels(ends: Sequence[End], top: float, plot: int, edge: float, view: View) -> tuple[list[Part], list[Part]]:
    """Return (notes, shapes): each label tied to its end, with a thin line to an end that stops short of the edge.

    ``top`` is the end of the scale, ``plot`` the pixels from 0 to it, ``edge`` the right end of the plot.
    """
    ordered = sorted((end for end in ends if end.words), key=lambda end: end.value)
    wanted = [end.value / top * plot for end in ordered]
    placed = apart(wanted, [LINE * len(end.words) + 5 for end in ordered], plot)
    notes: list[Part] = []
    shapes: list[Part] = []
    for end, want, got in zip(ordered, wanted, placed, strict=True):
        tie = {"showarrow": True, "arrowhead": 0, "arrowwidth": 2, "arrowcolor": end.colour, "ax": TIE}
        at: Part = {"xref": "paper", "yref": "y", "yanchor": "middle", "ay": want - got}
        notes.append(frame.note("<br>".join(end.words), 1, end.value, view, **at) | tie)
        if end.short is not None:
            line = {"color": end.colour, "width": 1, "dash": "dot"}
            level: Part = {"type": "line", "xref": "x", "yref": "y", "layer": "below", "line": line}
            shapes.append(level | {"x0": end.short, "x1": edge, "y0": end.value, "y1": end.value})
    return notes, shapes
