"""The layers of a map that are no words: sea, land, arcs and places, each as deck.gl reads it.

Streamlit sets every fill and text colour to 40 % opacity while something is picked. What must not fade (land, sea,
names) carries its colour in ``_subLayerProps``, which it leaves alone; what fades is mixed towards the land's colour.
"""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures.frame import View
from dashboard.figures.map_legend import Scale
from dashboard.figures.theme import Theme, channels

SEA, LAND, MINOR, ARCS, LEADERS, PLACES = "sea", "land", "minor", "links", "leaders", "places"
BUSY = 200  # arcs: where more are drawn, only the strongest of them (at most these) keep their full width
WORLD = {"type": "Polygon", "coordinates": [[[-180, -85], [192, -85], [192, 85], [-180, 85], [-180, -85]]]}


Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Marks:
    """How marks are drawn: the view, the colours of arcs, the column of their width, the ids that stand out, the year,
    the country in focus, the grain, by which all marks are larger on a large map, and whether tooltips are short,
    because there are many: then words are most of what the browser is sent.
    """

    view: View
    scale: Scale
    size: str
    shown: frozenset[str] | None
    year: int = 0
    focus: str = "all"
    grain: float = 1.0
    terse: bool = False

    @property
    def theme(self) -> Theme:
        """The theme of the view."""
        return self.view.theme

    def stands_out(self, *ids: str) -> bool:
        """Say whether one of these ids is selected or belongs to what is; nothing is, where nothing is selected."""
        return self.shown is not None and any(name in self.shown for name in ids)


def paint(colour: str, opacity: float) -> list[int]:
    """Return red, green, blue and, where it is not full, opacity, each 0 to 255."""
    return [*channels(colour), *([round(255 * opacity)] if opacity < 1 else [])]


def short_id(key: str) -> str:
    """Return eight letters that stand for a row's key: keys of two long names would be a third of the map's bytes."""
    return urlsafe_b64encode(hashlib.blake2b(key.encode(), digest_size=6).digest()).decode()


def ground(layer: str, data: object, colour: str) -> dict[str, Any]:
    """Return one flat field: the sea, or the land on it, filled and without any line."""
    fill = {"polygons-fill": {"getFillColor": paint(colour, 1)}}
    still = {"stroked": False, "filled": True, "pickable": False}
    return {"@@type": "GeoJsonLayer", "id": layer, "data": data, "_subLayerProps": fill} | still


def grain_of(width: int, focused: bool) -> float:
    """Return by how much marks are larger than usual on a map of this many pixels."""
    return max(0.75, min(1.1, width / 1000)) + (0.25 if focused else 0)


def terse(name: str) -> str:
    """Return a name with the longest of its usual words shortened."""
    return name.replace("University", "Univ.").replace("Institute", "Inst.").replace(" and ", " & ")


def said(text: str) -> str:
    """Return text for the tooltip, whose template would take braces for the name of a field."""
    return text.replace("{", "(").replace("}", ")")


def dot_layer(data: Sequence[Mapping[str, Any]], theme: Theme) -> dict[str, Any]:
    """Return the layer of places: discs, rings and soft discs, each with its own fill and edge."""
    return {
        "@@type": "ScatterplotLayer",
        "id": PLACES,
        "data": data,
        "getPosition": "@@=p",
        "getRadius": "@@=r",
        "radiusUnits": "pixels",
        "getFillColor": "@@=c",
        "stroked": True,
        "getLineColor": "@@=e",
        "lineWidthUnits": "pixels",
        "getLineWidth": 1.4,
        "pickable": True,
        "autoHighlight": True,
        "highlightColor": paint(theme.ink, 0.9),
    }


def lifted(layer: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], ids: set[str]) -> list[dict[str, Any]]:
    """Return what stands out once more, above its own layer; nothing where nothing is selected.

    The layer's own rows never change their order: Streamlit remembers what was picked by its place in them.
    """
    data = [row for row in rows if row["id"] in ids]
    return [{**layer, "id": f"{layer['id']}-selected", "data": data, "pickable": False}] if data else []
