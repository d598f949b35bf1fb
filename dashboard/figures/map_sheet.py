"""The deck that every map of ours is: our own sea and land, no tiles, no border, compact and the same each time.

``map_provider`` is None and ``map_style`` is left unset: only so does Streamlit ask no outside host for tiles. In the
JSON that leaves pydeck's own placeholder as ``mapStyle``; without the key Streamlit fetches its default tiles (tried).
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pydeck

from dashboard import assets
from dashboard.figures.map_layers import LAND, SEA, WORLD, ground
from dashboard.figures.places import Bounds, Camera, Place
from dashboard.figures.theme import FONT, Theme

HEIGHT = 460
WIDTH = 640  # the width for which the first view is fitted unless told
FARTHEST = 0.8  # zoom
AT_REST: Bounds = (-8.0, 20.0, 92.0, 60.0)  # what is looked at where nothing is drawn: all our countries
OUTLINE: Bounds = (-30.0, -12.0, 125.0, 70.0)  # where land.geojson keeps its detail, less a margin

# The wheel scrolls the page, not the map: Streamlit's + and - buttons, a double click and two fingers bring it nearer.
VIEW = {"@@type": "MapView", "controller": {"scrollZoom": False, "dragRotate": False, "touchRotate": False}}

TOOLTIP_STYLE = {
    "fontFamily": FONT,
    "fontSize": "13px",
    "lineHeight": "1.4",
    "borderRadius": "6px",
    "padding": "8px 10px",
    "boxSizing": "border-box",
    # In the first view no place is nearer to a side (places.margins) than half of this: the tooltip is never cut there.
    "width": "clamp(124px, 30vw, 188px)",
    # Above the pointer whatever its height: deck.gl moves it to the pointer with ``transform``, to which this is added.
    "translate": "-50% calc(-100% - 14px)",
}


class LinkMap(pydeck.Deck):  # type: ignore[misc]
    """A deck whose JSON is compact and made once: the same map always gives the same bytes."""

    def __init__(self, spec: Mapping[str, Any], tooltip: Mapping[str, Any], keys: Mapping[str, str]) -> None:
        super().__init__(layers=[], tooltip=dict(tooltip), map_provider=None)
        self._keys = dict(keys)
        self._spec = json.dumps(
            dict(spec) | {"mapStyle": self.map_style}, separators=(",", ":"), sort_keys=True, ensure_ascii=False
        )

    def to_json(self) -> str:
        """Return the whole map as compact JSON."""
        return self._spec

    def key_of(self, picked: str) -> str:
        """Return the row's key, or the place's id, that the ``id`` of a picked mark stands for."""
        return self._keys.get(picked, picked)


def deck(
    camera: Camera,
    layers: Sequence[Mapping[str, Any]],
    theme: Theme,
    land: str = "land.geojson",
    keys: Mapping[str, str] = {},
    told: str = "{b}",
) -> LinkMap:
    """Return the deck of these layers over sea and land, first seen through this camera.

    ``told`` is the second line of the tooltips; what every mark would say alike stands there once.
    """
    under = [ground(SEA, WORLD, theme.sea), ground(LAND, assets.url(land), theme.land)]
    spec = {"initialViewState": _first_view(camera), "layers": [*under, *layers], "views": [VIEW]}
    style = TOOLTIP_STYLE | {"backgroundColor": theme.ground, "color": theme.ink, "border": f"1px solid {theme.rule}"}
    return LinkMap(spec, {"html": f"<b>{{a}}</b><br>{told}", "style": style}, keys)


def _first_view(camera: Camera) -> dict[str, float]:
    found = {"longitude": camera.longitude, "latitude": camera.latitude, "zoom": camera.zoom, "pitch": 0, "bearing": 0}
    start = {name: round(value, 3) for name, value in found.items()}
    return start | {"minZoom": min(FARTHEST, start["zoom"]), "maxZoom": 8}


def land_of(places: Sequence[Place]) -> str:
    """Return the outline that holds these places: the coarser one of the world where any lies outside the usual."""
    west, south, east, north = OUTLINE
    inside = all(west < place.lon < east and south < place.lat < north for place in places)
    return "land.geojson" if inside else "land-wide.geojson"


def map_height(width: int) -> int:
    """Return the height in pixels that suits a width: never so tall that the land's own edge comes into view."""
    if width < 600:
        return max(260, round(width * 0.8))
    return max(HEIGHT, round(width * 0.52))
