"""The layers of the map of links: sea, land, arcs, places and words, each as deck.gl reads it.

Streamlit sets every fill and text colour to 40 % opacity while something is picked. What must not fade (land, sea,
names) carries its colour in ``_subLayerProps``, which it leaves alone; what fades is mixed towards the land's colour.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboard import words
from dashboard.catalogue import Question
from dashboard.figures import frame, places
from dashboard.figures.frame import MADE_UP, Row, Rows, View
from dashboard.figures.places import Camera, Place
from dashboard.figures.text import count, elided
from dashboard.figures.theme import FONT, SMALL, TEXT, TINY, channels, mixed

SEA, LAND, ARCS, PLACES, COUNTRIES, NAMES, MARK = "sea", "land", "links", "places", "countries", "names", "made-up"
SEGMENTS = 20
NARROW = 480  # pixels: below this, a phone: no names of places, and more room at the sides for the countries'
LABELS = 9
FAR = 1.5  # views from one mark of made-up data to the next
CROWD = 120  # arcs: more of them are drawn fainter, so that the busy roads still stand out
NAME_ROOM = 150
WORLD = {"type": "Polygon", "coordinates": [[[-180, -80], [180, -80], [180, 82], [-180, 82], [-180, -80]]]}


def paint(colour: str, opacity: float) -> list[int]:
    """Return red, green, blue and opacity, each 0 to 255."""
    return [*channels(colour), round(255 * opacity)]


def ground(layer: str, data: object, colour: str) -> dict[str, Any]:
    """Return one flat field: the sea, or the land on it, filled and without any line."""
    fill = {"polygons-fill": {"getFillColor": paint(colour, 1)}}
    still = {"stroked": False, "filled": True, "pickable": False}
    return {"@@type": "GeoJsonLayer", "id": layer, "data": data, "_subLayerProps": fill} | still


def arcs(
    rows: Rows, stand: Mapping[str, Place], question: Question, view: View, shown: set[str] | None
) -> dict[str, Any]:
    """Return the arcs, thin ones last so that each can be hit; a row carries only what is drawn."""
    chart = question.chart
    most = max((float(row[chart["width"]]) for row in rows), default=1.0)
    faint = 0.4 * min(1.0, (CROWD / max(1, len(rows))) ** 0.5)
    data = []
    for row in sorted(rows, key=lambda row: (-float(row[chart["width"]]), frame.key_of(question, row))):
        key = frame.key_of(question, row)
        start, end = stand[row[chart["from_id"]]], stand[row[chart["to_id"]]]
        stands_out = shown is None or key in shown
        colour = view.theme.colour("country", row[chart["colour"]])
        wide = 1 + 3.5 * (float(row[chart["width"]]) / most) ** 0.7
        arc = {
            "id": key,
            "s": [start.lon, start.lat],
            "t": [end.lon, end.lat],
            "w": round(wide if shown is None or not stands_out else wide * 1.6, 1),
            "c": paint(
                colour if stands_out else mixed(view.theme.land, colour, 0.12), faint if shown is None else 0.85
            ),
        }
        data.append(arc | _arc_words(row, question))
    return {
        "@@type": "ArcLayer",
        "id": ARCS,
        "data": data,
        "greatCircle": True,
        "getHeight": 0,
        "numSegments": SEGMENTS,
        "getSourcePosition": "@@=s",
        "getTargetPosition": "@@=t",
        "getSourceColor": "@@=c",
        "getTargetColor": "@@=c",
        "getWidth": "@@=w",
        "widthMinPixels": 1,
        "pickable": True,
        "autoHighlight": True,
        "highlightColor": paint(view.theme.ink, 0.9),
    }


def _arc_words(row: Row, question: Question) -> dict[str, str]:
    """Return the two lines of an arc's tooltip as plain text: Streamlit escapes what it puts into the tooltip."""
    chart = question.chart
    country = frame.said(question, chart["colour"], row[chart["colour"]])
    many = count(row[chart["width"]], frame.unit_of(question, chart["width"]))
    return {"a": said(f"{row[chart['from_name']]} – {row[chart['to_name']]}"), "b": said(f"{country}: {many}")}


def said(text: str) -> str:
    """Return text for the tooltip, whose template would take braces for the name of a field."""
    return text.replace("{", "(").replace("}", ")")


def dots(stand: Sequence[Place], view: View, shown: set[str] | None) -> dict[str, Any]:
    """Return the places, small ones last, so that each can be hit."""
    most = max((place.partnerships for place in stand), default=1) or 1
    data = []
    for place in sorted(stand, key=lambda place: (-place.partnerships, place.id)):
        colour = view.theme.colour("country", place.country)
        stands_out = shown is not None and place.id in shown
        radius = 3.2 + 4.2 * (place.partnerships / most) ** 0.5
        data.append(
            {
                "id": place.id,
                "p": [place.lon, place.lat],
                "r": round(radius + 2 if stands_out else radius, 1),
                "c": paint(colour if shown is None or stands_out else mixed(view.theme.land, colour, 0.3), 1),
                "a": said(place.name),
                "b": f"{words.say('country', place.country)}: {count(place.partnerships, 'partnerships')}",
            }
        )
    return {
        "@@type": "ScatterplotLayer",
        "id": PLACES,
        "data": data,
        "getPosition": "@@=p",
        "getRadius": "@@=r",
        "radiusUnits": "pixels",
        "getFillColor": "@@=c",
        "stroked": True,
        "getLineColor": paint(view.theme.ground, 0.9),
        "lineWidthUnits": "pixels",
        "getLineWidth": 1,
        "pickable": True,
        "autoHighlight": True,
        "highlightColor": paint(view.theme.ink, 0.9),
    }


def lifted(layer: Mapping[str, Any], shown: set[str] | None) -> list[dict[str, Any]]:
    """Return what stands out once more, above its own layer; nothing where nothing is selected.

    The layer's own rows never change their order: Streamlit remembers what was picked by its place in them.
    """
    data = [row for row in layer["data"] if row["id"] in (shown or ())]
    return [{**layer, "id": f"{layer['id']}-selected", "data": data, "pickable": False}] if data else []


def names(stand: Sequence[Place], camera: Camera, view: View, shown: set[str] | None, width: int) -> dict[str, Any]:
    """Return the names of the places that most partnerships run through, or of what is selected."""
    candidates = [place for place in stand if shown is None or place.id in shown]
    short = [replace(place, name=elided(place.name, SMALL, NAME_ROOM)) for place in candidates]
    chosen = places.labelled(short, camera, SMALL, LABELS if width >= NARROW else 0, width, everyone=shown is not None)
    data = [
        {
            "p": [place.lon, place.lat],
            "n": place.name,
            "a": "start" if right else "end",
            "o": [9 if right else -9, down],
        }
        for place, right, down in chosen
    ]
    return _writing(NAMES, data, SMALL, paint(view.theme.ink, 1), view) | {"fontWeight": 500}


def countries(stand: Sequence[Place], view: View) -> dict[str, Any]:
    """Return the countries' names: the UK's above its places, the others' below theirs."""
    data = []
    for country in dict.fromkeys(place.country for place in stand):
        mine = [place for place in stand if place.country == country]
        above = country == "GBR"
        edge = (max if above else min)(mine, key=lambda place: (place.lat, place.id))
        data.append(
            {
                "p": [edge.lon, edge.lat],
                "n": words.say("country", country),
                "a": "middle",
                "o": [0, -18 if above else 18],
                "c": paint(view.theme.colour("country", country), 1),
            }
        )
    return _writing(COUNTRIES, data, TEXT, "@@=c", view) | {"fontWeight": 700}


def made_up(camera: Camera, view: View, width: int, height: int) -> dict[str, Any]:
    """Return the mark of made-up data in the first view's lower left corner, and far enough aside for no second."""
    left, low = 10 - width / 2, height / 2 - 12
    steps = (-FAR, 0, FAR)
    spots = [camera.point(left + across * width, low + up * height) for across in steps for up in steps]
    marked = [(lon, lat) for lon, lat in spots if -180 < lon < 180 and abs(lat) < 80]
    if view.kind != "demonstration":
        marked = []
    data = [{"p": [round(lon, 3), round(lat, 3)], "n": MADE_UP, "a": "start", "o": [0, 0]} for lon, lat in marked]
    return _writing(MARK, data, TINY, paint(view.theme.muted, 1), view)


def _writing(layer: str, data: list[dict[str, Any]], size: int, colour: object, view: View) -> dict[str, Any]:
    """Return a layer of words on a field of the land's colour, so that arcs behind do not disturb them."""
    return {
        "@@type": "TextLayer",
        "id": layer,
        "data": data,
        "getPosition": "@@=p",
        "getText": "@@=n",
        "getTextAnchor": "@@=a",
        "getPixelOffset": "@@=o",
        "getSize": size,
        "_subLayerProps": {"characters": {"getColor": colour}},
        "fontFamily": FONT,
        "characterSet": "auto",
        "background": True,
        "getBackgroundColor": paint(view.theme.land, 0.75),
        "backgroundPadding": [3, 1],
        "backgroundBorderRadius": 3,
        "pickable": False,
    }
