"""The picture of the map: its size, its words, the same places and colours as the deck, nothing from outside."""

import io
import json
import math
import re
import socket
import struct
import sys
import time
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

from dashboard import assets, catalogue
from dashboard.exports import map_picture, raster
from dashboard.exports.map_picture import PRINT, SCREEN, Words, area
from dashboard.figures import link_map, theme
from dashboard.figures.map_layers import LAND, ground
from dashboard.figures.map_legend import Key
from dashboard.figures.text import measure
from tests.asking import Data, demonstration, record
from tests.figures.samples import HOSTILE

LIGHT = theme("light")
KEYS = [Key("PAK", "Pakistan", "#00796B", 74), Key("BGD", "Bangladesh", "#C8401E", 1)]
WORDS = Words("Who is linked?", "103 links join 62 places – 6 of them in Lahore.", KEYS, "All years.\nThe note.")
MAP = Words("", "", [], "")
LONDON, DHAKA = (-0.1, 51.5), (90.4, 23.7)
RED, GREEN, BLACK, CLEAR = [200, 0, 0, 255], [0, 160, 0, 255], [0, 0, 0, 255], [0, 0, 0, 0]
ARCS = {"@@type": "ArcLayer", "id": "any", "greatCircle": True, "getHeight": 0, "numSegments": 20} | {
    "getSourcePosition": "@@=s", "getTargetPosition": "@@=t", "getSourceColor": "@@=c", "getTargetColor": "@@=c",
    "getWidth": "@@=w", "widthMinPixels": 1,
}  # fmt: skip
DOTS = {"@@type": "ScatterplotLayer", "id": "dots", "getPosition": "@@=p", "getRadius": "@@=r"} | {
    "radiusUnits": "pixels", "lineWidthUnits": "pixels", "getLineWidth": 3, "stroked": True,
    "getFillColor": "@@=c", "getLineColor": "@@=e",
}  # fmt: skip
FIELD = {"type": "Polygon", "coordinates": [[[-179, -80], [269, -80], [269, 80], [-179, 80], [-179, -80]]]}
NAMES = {"@@type": "TextLayer", "id": "names", "getPosition": "@@=p", "getText": "@@=n", "getSize": 12}


class Deck:
    """A deck of these layers, seen as from above Turkestan."""

    def __init__(self, *layers: dict[str, Any], **view: float) -> None:
        camera = {"longitude": 45.0, "latitude": 40.0, "zoom": 2.5, "pitch": 0, "bearing": 0} | view
        self.spec = {"initialViewState": camera, "layers": list(layers)}

    def to_json(self) -> str:
        return json.dumps(self.spec)


def picture(deck: Any, words: Words = MAP, size: tuple[int, int] = (1280, 720)) -> Image.Image:
    data = map_picture.png(
        deck, title=words.title, finding=words.finding, keys=words.keys, caption=words.caption, theme=LIGHT,
        width=size[0], height=size[1], kind=words.kind,
    )  # fmt: skip
    return Image.open(io.BytesIO(data)).convert("RGB")


def spot(lon: float, lat: float, zoom: float = 2.5) -> tuple[int, int]:
    """Return the pixel of a point on the plain sheet of 1,280 × 720: web Mercator by its textbook formula."""

    def flat(lon: float, lat: float) -> tuple[float, float]:
        return math.radians(lon), -math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))

    scale = 512 * 2**zoom / (2 * math.pi)
    (x, y), (middle, height) = flat(lon, lat), flat(45.0, 40.0)
    sheet = map_picture._fitted(MAP, 720 / 1280)
    return math.floor(640 + (x - middle) * scale), math.floor(sheet.above + sheet.room / 2 + (y - height) * scale)


def texts(svg: str) -> list[str]:
    return ["".join(node.itertext()) for node in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def real(data: Data, name: str = "light", size: tuple[int, int] = SCREEN[:2], kind: str = "record") -> Any:
    question = catalogue.question("map/links")
    width, height = area(*size)
    rows = data.rows("map/links")
    return link_map.link_map(rows, theme(name), question, width=width, height=height, kind=kind)


@pytest.mark.parametrize("size", [SCREEN, PRINT], ids=["screen", "paper"])
def test_the_picture_has_the_size_that_was_asked_for(size: map_picture.Size) -> None:
    deck = Deck(ARCS | {"data": [{"s": LONDON, "t": DHAKA, "c": RED, "w": 3}]})
    options: dict[str, Any] = {"width": size.width, "height": size.height, "dpi": size.dpi}
    data = map_picture.png(deck, title="T", finding="", keys=[], caption="", theme=LIGHT, **options)
    found = Image.open(io.BytesIO(data))
    found.load()
    assert found.size == (size.width, size.height)
    if size.dpi:
        inches = [pixels / dots for pixels, dots in zip(found.size, found.info["dpi"], strict=True)]
        assert inches == pytest.approx([297 / 25.4, 210 / 25.4], abs=0.01)


def test_scale_gives_more_pixels_of_the_same_sheet() -> None:
    data = map_picture.png(
        Deck(), title="T", finding="", keys=[], caption="", theme=LIGHT, width=640, height=360, scale=1.5
    )
    assert struct.unpack(">II", data[16:24]) == (960, 540)


def test_an_arc_follows_the_great_circle_in_its_colour() -> None:
    (lon, lat), (far, low) = (map(math.radians, end) for end in (LONDON, DHAKA))
    ends = [(math.cos(b) * math.cos(a), math.cos(b) * math.sin(a), math.sin(b)) for a, b in ((lon, lat), (far, low))]
    x, y, z = (sum(pair) for pair in zip(*ends, strict=True))
    middle = math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))
    found = picture(Deck(ARCS | {"data": [{"s": LONDON, "t": DHAKA, "c": RED, "w": 6}]}))
    for place in (middle, (-0.1 + 0.6, 51.5 + 0.12)):
        assert found.getpixel(spot(*place)) == (200, 0, 0)
    straight = (LONDON[0] + DHAKA[0]) / 2, (LONDON[1] + DHAKA[1]) / 2
    assert found.getpixel(spot(*straight)) != (200, 0, 0)


def test_dots_rings_and_hidden_layers_are_drawn_as_the_deck_says() -> None:
    solid = {"p": LONDON, "r": 12, "c": RED, "e": BLACK}
    ring = {"p": DHAKA, "r": 12, "c": CLEAR, "e": GREEN}
    found = picture(Deck(DOTS | {"data": [solid, ring]}, DOTS | {"data": [{**solid, "r": 60}], "visible": False}))
    (x, y), (far, low) = spot(*LONDON), spot(*DHAKA)
    assert found.getpixel((x, y)) == (200, 0, 0)
    assert found.getpixel((x + 12, y)) == (0, 0, 0)
    sea = tuple(int(LIGHT.sea[place : place + 2], 16) for place in (1, 3, 5))
    assert found.getpixel((x + 30, y)) == sea
    assert found.getpixel((far, low)) == sea
    assert found.getpixel((far + 12, low)) == (0, 160, 0)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_dot_of_the_record_is_in_the_picture(name: str) -> None:
    deck = real(record(), name)
    svg = map_picture.svg(deck, WORDS, theme(name))
    circles = [node for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("circle")]
    arcs = [node for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("path")]
    layers = json.loads(deck.to_json())["layers"]
    drawn = {kind: sum(len(layer["data"]) for layer in layers if layer["@@type"] == kind) for kind in
             ("ArcLayer", "ScatterplotLayer")}  # fmt: skip
    assert len(circles) == drawn["ScatterplotLayer"] + len(KEYS) > 60
    assert len([node for node in arcs if node.get("stroke")]) >= drawn["ArcLayer"] > 60
    names = [row["n"] for layer in layers if layer["@@type"] == "TextLayer" for row in layer["data"]]
    assert set(names) <= set(texts(svg))


def test_the_words_stand_on_the_sheet_in_full_and_the_mark_only_on_made_up_data() -> None:
    said = texts(map_picture.svg(real(record()), WORDS, LIGHT))
    assert {WORDS.title, WORDS.finding, "Pakistan74 links", "Bangladesh1 link", "All years.", "The note."} <= set(said)
    assert not any("made-up" in text.lower() for text in said)
    marked = Words(WORDS.title, WORDS.finding, KEYS, WORDS.caption, "demonstration")
    said = texts(map_picture.svg(real(demonstration(), kind="demonstration"), marked, LIGHT))
    assert "Made-up data" in said


def test_the_counts_of_the_key_say_what_they_count() -> None:
    dots = Deck(DOTS | {"data": [{"p": LONDON, "r": 12, "c": RED, "e": BLACK}]})
    assert {"Pakistan74 places", "Bangladesh1 place"} <= set(texts(map_picture.svg(dots, WORDS, LIGHT)))
    assert "Pakistan74 courses" in texts(map_picture.svg(dots, replace(WORDS, counted="courses"), LIGHT))
    assert "Pakistan74" in texts(map_picture.svg(dots, replace(WORDS, counted=""), LIGHT))
    explained = replace(WORDS, keys=[Key("", "Several or none stated", "#7A7A86", 0)])
    assert "Several or none stated" in texts(map_picture.svg(dots, explained, LIGHT))


@pytest.mark.parametrize("size", [(1920, 1080), (3508, 2480), (2480, 3508)])
@pytest.mark.parametrize("much", [1, 3, 8])
def test_long_words_are_neither_cut_nor_outside_the_sheet(size: tuple[int, int], much: int) -> None:
    long = Words(
        "Which universities are linked with which in Pakistan? " * min(much, 4),
        "Queen Mary University of London has the most: 6 of 103. " * much,
        [Key(str(place), f"Subject number {place}", "#00796B", 1000) for place in range(much * 3)],
        "\n".join(["Source: the public record; a line is a link between two institutions. " * much * 2] * 3),
        "demonstration",
    )
    sheet = map_picture._fitted(long, size[1] / size[0])
    assert sheet.room >= 0.4 * sheet.tall
    for said, lines in ((long.title, sheet.title), (long.finding, sheet.finding), (long.caption, sheet.caption)):
        assert " ".join(lines).split() == said.split()
    root = ElementTree.fromstring(map_picture.svg(Deck(), long, LIGHT, size))
    for node in root.iter("{http://www.w3.org/2000/svg}text"):
        bold = 1.045 if node.get("font-weight") or len(node) else 1.0
        wide = measure("".join(node.itertext()), float(node.get("font-size", 0))) * bold
        left = float(node.get("x", 0)) - (wide / 2 if node.get("text-anchor") == "middle" else 0)
        assert left >= map_picture.MARGIN
        assert left + wide <= sheet.wide - map_picture.MARGIN + 1
        assert float(node.get("y", 0)) < sheet.tall - 10


def test_the_margins_stay_empty() -> None:
    words = Words("Who is linked? " * 12, "Queen Mary – the most. " * 20, KEYS, "Source: the record. " * 60, WORDS.kind)
    sheet, found = map_picture._fitted(words, 720 / 1280), picture(real(record()), words)
    part = 1280 / sheet.wide
    above, below = (math.floor(part * high) - 3 for high in (sheet.above, sheet.below))
    for top, low in ((0, above), (720 - below, 720)):
        for left in (0, 1280 - math.floor(30 * part)):
            strip = found.crop((left, top, left + math.floor(30 * part), low))
            assert strip.getcolors() == [(strip.width * strip.height, (255, 255, 255))]


def test_the_map_fills_the_sheet_from_side_to_side_however_much_there_is_to_say() -> None:
    words = Words("Who is linked? " * 12, "Queen Mary – the most. " * 20, KEYS, "Source: the record. " * 60)
    sheet, found = map_picture._fitted(words, 720 / 1280), picture(Deck(ground(LAND, FIELD, "#123456")), words)
    part = 1280 / sheet.wide
    assert sheet.room < area(1280, 720)[1]
    middle = math.floor(part * (sheet.above + sheet.room / 2))
    assert {found.getpixel((x, middle)) for x in (0, 5, 640, 1274, 1279)} == {(0x12, 0x34, 0x56)}


def test_hostile_words_stay_words() -> None:
    nasty = [*HOSTILE, "]]><script>", "a\x00b\ud800c", "${datum}", "@@=c", "&#x3c;", "url(http://x.example/)"]
    deck = Deck(NAMES | {"data": [{"p": LONDON, "n": name} for name in nasty]})
    words = Words(nasty[0], nasty[1], [Key("", nasty[2], "#00796B", 1)], nasty[-1])
    svg = map_picture.svg(deck, words, LIGHT)
    said = texts(svg)
    for name in nasty:
        for line in name.split("\n"):
            assert re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", line).replace("\r", "\n") in said
    tags = {node.tag.removeprefix("{http://www.w3.org/2000/svg}") for node in ElementTree.fromstring(svg).iter()}
    assert tags <= {"svg", "g", "rect", "path", "circle", "text", "tspan"}
    assert picture(deck, words).size == (1280, 720)


def test_nothing_is_asked_of_another_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a picture opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    deck = real(record())
    assert picture(deck, WORDS).size == (1280, 720)
    svg = map_picture.svg(deck, WORDS, LIGHT)
    assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"href|url\(|<image|<style|@import|\bsrc=", svg)
    assert "resvg_py" not in sys.modules, "it draws in a process of its own, lest the server stand still"


def test_the_same_map_gives_the_same_bytes() -> None:
    deck = real(record())
    assert picture(deck, WORDS).tobytes() == picture(real(record()), WORDS).tobytes()
    assert map_picture.svg(deck, WORDS, LIGHT) == map_picture.svg(real(record()), WORDS, LIGHT)


def test_five_hundred_arcs_are_no_long_wait() -> None:
    arcs = [{"s": (-6 + n % 8, 50 + n % 9), "t": (66 + n % 26, 24 + n % 10), "c": [0, 90, 80, 60], "w": 2}
            for n in range(500)]  # fmt: skip
    began = time.monotonic()
    picture(Deck(ARCS | {"data": arcs}), WORDS, SCREEN[:2])
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    ("deck", "said"),
    [
        (Deck({"@@type": "HexagonLayer", "id": "h", "data": []}), "HexagonLayer"),
        (Deck(DOTS | {"getRadius": "@@=r * 2", "data": [{"p": LONDON, "c": RED, "e": RED}]}), "plain fields"),
        (Deck(DOTS | {"radiusUnits": "meters", "data": [{"p": LONDON, "r": 1, "c": RED, "e": RED}]}), "pixels"),
        (Deck(ARCS | {"getHeight": 1, "data": []}), "flat"),
        (Deck({"@@type": "GeoJsonLayer", "id": "land", "data": "https://x.example/land.geojson"}), "serves"),
        (Deck(pitch=40), "straight down"),
    ],
)
def test_what_cannot_be_drawn_is_refused(deck: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        map_picture.svg(deck, WORDS, LIGHT)


def ink(text: str, weight: int = 400) -> int:
    """Return how much ink a word takes, by the bundled letters alone."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40" font-family="Inter" font-weight="{weight}">'
    svg += f'<rect width="90" height="40" fill="#fff"/><text x="4" y="30" font-size="28">{text}</text></svg>'
    data = raster.png(svg, 90, 40, [assets.FOLDER / name for name in map_picture.LETTERS])
    return sum(255 - value for value in Image.open(io.BytesIO(data)).convert("L").tobytes())


def test_the_bundled_letters_hold_what_names_need() -> None:
    missing = ink("\ue000")
    for letter in ("–", "é", "ā", "Ş", "’", "…"):
        assert 0 < ink(letter) != missing, f"{letter} is not in the bundled letters"
    assert ink("Ab", 700) > 1.2 * ink("Ab", 400)


def test_a_picture_that_fails_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="no picture could be made"):
        raster.png("<svg", 10, 10, [])
    monkeypatch.setattr(raster, "PATIENCE", 0.001)
    with pytest.raises(TimeoutError, match="longer than"):
        raster.png('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', 10, 10, [])
