"""A deck's layers as SVG: the same camera, great circles, dots, rings and words as deck.gl draws from the same JSON.

A layer is read by its type and its own properties, never by its name, so that a new layer of a known type is drawn
without a change here; a type or an expression that this room cannot draw is refused rather than left out in silence.
Colours, numbers and words go in as attributes and text of an element tree, which escapes them.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from dashboard import assets
from dashboard.figures.places import Camera, Place, between
from dashboard.figures.text import measure

Element = ElementTree.Element
Layer = Mapping[str, Any]

SMOOTH = 2  # pieces of an arc here for each one on the screen, because print shows the corners
BOLDER = {400: 1.0, 500: 1.015, 600: 1.03, 700: 1.045}  # how much wider than at 400 a line runs (read from the file)
BLACK = [0, 0, 0, 255]
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIELD = re.compile(r"@@=([A-Za-z_]\w*)")


def draw(parent: Element, spec: Mapping[str, Any]) -> None:
    """Add every visible layer of a deck's JSON to ``parent``, whose origin is the middle of the view.

    One unit is one pixel of the view that the deck was made for. A layer that cannot be drawn raises ValueError.
    """
    view = spec["initialViewState"]
    camera = Camera(view["longitude"], view["latitude"], view["zoom"])
    if view.get("pitch") or view.get("bearing"):
        raise ValueError("the picture looks straight down and north: pitch and bearing must be 0")
    for layer in spec["layers"]:
        kind = str(layer["@@type"])
        if kind not in _DRAW:
            raise ValueError(f"no picture of a {kind} (layer {layer.get('id')!r}): give it a drawing in _DRAW")
        if layer.get("visible", True):
            _DRAW[kind](add(parent, "g"), layer, camera)


def add(parent: Element, tag: str, text: str = "", /, **attributes: object) -> Element:
    """Return a new child with these attributes (``_`` stands for ``-``) and text, without letters XML cannot hold."""
    named = {name.replace("_", "-"): _said(value) for name, value in attributes.items()}
    element = ElementTree.SubElement(parent, tag, named)
    element.text = _UNWRITABLE.sub("", text) or None
    return element


def _said(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _of(layer: Layer, name: str, row: Any, default: Any) -> Any:
    """Return a property for a row: a constant, or the field that an accessor names."""
    value = layer.get(name, default)
    if not isinstance(value, str) or not value.startswith("@@="):
        return value
    field = _FIELD.fullmatch(value)
    if field is None:
        raise ValueError(f"layer {layer.get('id')!r}: {name} is {value!r}, and a picture reads plain fields only")
    found = row.get(field[1])
    return default if found is None else found


def _paint(role: str, colour: Sequence[float], layer: Layer) -> dict[str, object]:
    """Return the attributes of a fill or stroke for red, green, blue and perhaps opacity, 0 to 255."""
    red, green, blue = (round(value) for value in colour[:3])
    own = (colour[3] if len(colour) > 3 else 255) / 255
    whole = float(layer.get("opacity", 1)) ** (1 / 2.2)  # as deck.gl bends a layer's opacity
    return {role: f"#{red:02x}{green:02x}{blue:02x}", f"{role}_opacity": round(own * whole, 3)}


def _length(layer: Layer, name: str, row: Any, kind: str, units: str) -> float:
    """Return a radius or width in pixels; a layer that measures on the ground is refused."""
    if layer.get(f"{kind}Units", units) != "pixels":
        raise ValueError(f"layer {layer.get('id')!r}: {kind} must be in pixels, as everything on this map is")
    value = float(_of(layer, name, row, 1)) * float(layer.get(f"{kind}Scale", 1))
    return max(float(layer.get(f"{kind}MinPixels", 0)), min(float(layer.get(f"{kind}MaxPixels", "inf")), value))


def _path(points: Iterable[Sequence[float]], camera: Camera) -> str:
    """Return the path through longitudes and latitudes."""
    return "M" + "L".join("{:.2f},{:.2f}".format(*camera.pixel(lon, lat)) for lon, lat in points)


def _unbroken(points: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield the points of a way with those beyond the 180th meridian counted on, so that it does not turn back."""
    last = None
    for lon, lat in points:
        last = lon if last is None else lon - 360 * round((lon - last) / 360)
        yield last, lat


@lru_cache(maxsize=4)
def _land(hashed: str) -> Any:
    file = assets.resolve(hashed)
    if file is None:
        raise ValueError(f"a picture draws only what the application serves, not {hashed!r}")
    return json.loads(file.read_text(encoding="utf-8"))


def _shapes(data: Any) -> list[Any]:
    """Return the polygons (lists of rings) of any GeoJSON object."""
    if data["type"] == "FeatureCollection":
        return [shape for feature in data["features"] for shape in _shapes(feature)]
    if data["type"] == "Feature":
        return _shapes(data["geometry"])
    if data["type"] not in ("Polygon", "MultiPolygon"):
        raise ValueError(f"no picture of a {data['type']}: land and sea are polygons")
    return [data["coordinates"]] if data["type"] == "Polygon" else list(data["coordinates"])


def _ground(group: Element, layer: Layer, camera: Camera) -> None:
    data = _land(layer["data"].removeprefix("/assets/")) if isinstance(layer["data"], str) else layer["data"]
    inner = layer.get("_subLayerProps", {})
    fill = inner.get("polygons-fill", {}).get("getFillColor", _of(layer, "getFillColor", {}, BLACK))
    look = _paint("fill", fill, layer) if layer.get("filled", True) else {"fill": "none"}
    if layer.get("stroked", True):
        look |= _paint("stroke", _of(layer, "getLineColor", {}, BLACK), layer)
        look |= {"stroke_width": _length(layer, "getLineWidth", {}, "lineWidth", "meters")}
    rings = [_path(ring, camera) + "Z" for shape in _shapes(data) for ring in shape]
    add(group, "path", d="".join(rings), fill_rule="evenodd", **look)


def _arcs(group: Element, layer: Layer, camera: Camera) -> None:
    if layer.get("getSourceColor") != layer.get("getTargetColor") or layer.get("getHeight", 1) != 0:
        raise ValueError(f"layer {layer.get('id')!r}: an arc lies flat and has one colour from end to end")
    group.set("fill", "none")
    steps = SMOOTH * int(layer.get("numSegments", 50)) if layer.get("greatCircle") else 1
    for row in layer["data"]:
        start, end = (_end(_of(layer, name, row, (0, 0))) for name in ("getSourcePosition", "getTargetPosition"))
        way = [(start.lon, start.lat), *(between(start, end, n / steps) for n in range(1, steps)), (end.lon, end.lat)]
        look = _paint("stroke", _of(layer, "getSourceColor", row, BLACK), layer)
        wide = _length(layer, "getWidth", row, "width", "pixels")
        add(group, "path", d=_path(_unbroken(way), camera), stroke_width=wide, **look)


def _end(position: Sequence[float]) -> Place:
    return Place(id="", name="", country="", lon=position[0], lat=position[1], partnerships=0)


def _dots(group: Element, layer: Layer, camera: Camera) -> None:
    for row in layer["data"]:
        x, y = camera.pixel(*_of(layer, "getPosition", row, (0, 0))[:2])
        filled = _paint("fill", _of(layer, "getFillColor", row, BLACK), layer)
        look = filled if layer.get("filled", True) else {"fill": "none"}
        if layer.get("stroked"):
            look |= _paint("stroke", _of(layer, "getLineColor", row, BLACK), layer)
            look |= {"stroke_width": _length(layer, "getLineWidth", row, "lineWidth", "meters")}
        add(group, "circle", cx=x, cy=y, r=_length(layer, "getRadius", row, "radius", "meters"), **look)


def _words(group: Element, layer: Layer, camera: Camera) -> None:
    inner = layer.get("_subLayerProps", {}).get("characters", {})
    weight = int(layer.get("fontWeight", 400))
    group.set("font-weight", str(weight))
    for row in layer["data"]:
        x, y = camera.pixel(*_of(layer, "getPosition", row, (0, 0))[:2])
        across, down = _of(layer, "getPixelOffset", row, (0, 0))
        size = float(_of(layer, "getSize", row, 32))
        anchor = _of(layer, "getTextAnchor", row, "middle")
        lines = str(_of(layer, "getText", row, "")).split("\n")
        top = y + down - len(lines) * size / 2
        if layer.get("background"):
            wide = max(measure(line, size) for line in lines) * BOLDER.get(weight, 1.05)
            _field(group, layer, row, (x + across, top, wide, len(lines) * size))
        colour = _of({"getColor": inner.get("getColor", layer.get("getColor", BLACK))}, "getColor", row, BLACK)
        look = _paint("fill", colour, layer) | {"font_size": size, "text_anchor": anchor}
        for number, line in enumerate(lines):
            add(group, "text", line, x=x + across, y=top + (number + 0.86) * size, **look)


def _field(group: Element, layer: Layer, row: Any, box: tuple[float, float, float, float]) -> None:
    """Add the field behind words; ``box`` is where they are anchored, their top, width and height."""
    x, top, wide, tall = box
    left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[_of(layer, "getTextAnchor", row, "middle")]
    across, up = layer.get("backgroundPadding", (0, 0))[:2]
    shape = {"x": left - across, "y": top - up, "width": wide + 2 * across, "height": tall + 2 * up}
    look = _paint("fill", _of(layer, "getBackgroundColor", row, [255, 255, 255, 255]), layer)
    add(group, "rect", rx=layer.get("backgroundBorderRadius", 0), **shape, **look)


_DRAW: dict[str, Callable[[Element, Layer, Camera], None]] = {
    "GeoJsonLayer": _ground,
    "ArcLayer": _arcs,
    "ScatterplotLayer": _dots,
    "TextLayer": _words,
}
