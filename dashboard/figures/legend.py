"""The key above a figure: small signs with their names, in rows that fit a phone."""

from collections.abc import Sequence

from dashboard.figures.frame import NARROW, Part, View, note
from dashboard.figures.text import elided, measure, safe
from dashboard.figures.theme import SMALL


def key_rows(names: Sequence[str]) -> list[list[tuple[float, str]]]:
    """Return where each name of a key stands, (pixels from the left, name), in rows that fit a phone."""
    rows: list[list[tuple[float, str]]] = [[]]
    x = 0.0
    for name in (elided(name, SMALL, NARROW - 18) for name in names):
        wide = 18 + measure(name, SMALL) + 16
        if rows[-1] and x + wide - 16 > NARROW:
            rows.append([])
            x = 0.0
        rows[-1].append((x, name))
        x += wide
    return rows


def key_height(names: Sequence[str]) -> int:
    """Return the height in pixels of the key above a figure."""
    return 22 * len(key_rows(names)) + 4 if names else 0


def key_line(
    entries: Sequence[tuple[str, str, str]], view: View, top: float, left: float = 0
) -> tuple[list[Part], list[Part]]:
    """Return (shapes, notes) of a key of (name, colour, "square" | "circle" | "diamond" | "hollow" | "striped").

    ``top`` is how many pixels the key's first row stands above the plot, ``left`` how many it begins before it.
    """
    shapes, notes, place = [], [], iter(entries)
    for number, row in enumerate(key_rows([name for name, _, _ in entries])):
        y = top - 22 * number
        for x, name in row:
            _, colour, shape = next(place)
            shapes.append(swatch(x - left, y - 5, colour, shape))
            notes.append(
                note(
                    safe(name), 0, 1, view, xref="paper", yref="paper", xshift=x + 17 - left, yshift=y, yanchor="middle"
                )
            )
    return shapes, notes


def swatch(x: float, y: float, colour: str, shape: str) -> Part:
    """Return a small sign of 10 pixels, anchored at the plot's top left corner."""
    fixed = {"xref": "paper", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": 0, "yanchor": 1}
    filled = {"fillcolor": "rgba(0,0,0,0)" if shape == "hollow" else colour, "line": {"color": colour, "width": 1.5}}
    if shape == "diamond":
        path = f"M{x},{y + 5}L{x + 5.5},{y + 10.5}L{x + 11},{y + 5}L{x + 5.5},{y - 0.5}Z"
        return fixed | filled | {"type": "path", "path": path}
    if shape == "striped":
        path = f"M{x},{y + 10}L{x + 10},{y}M{x},{y + 5}L{x + 5},{y}M{x + 5},{y + 10}L{x + 10},{y + 5}"
        return fixed | filled | {"type": "path", "path": path}
    kind = "rect" if shape == "square" else "circle"
    return fixed | filled | {"type": kind, "x0": x, "x1": x + 10, "y0": y, "y1": y + 10}
