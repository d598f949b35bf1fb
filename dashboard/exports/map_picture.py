"""The present map as a picture: title, finding, key, map, caption and the mark of made-up data, on one sheet.

The sheet is drawn as SVG from the deck's own JSON and made into pixels by resvg on this machine: no browser, no
outside host, no file but the land and the bundled letters. It is laid out 1,280 units wide whatever its pixels, so
that words keep their part of the sheet on a slide and on paper alike.
"""

import json
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from xml.etree import ElementTree

from dashboard import assets
from dashboard.exports import raster
from dashboard.exports.deck_marks import BOLDER, Element, add, draw
from dashboard.figures.frame import MADE_UP
from dashboard.figures.map_legend import Key
from dashboard.figures.map_sheet import LinkMap
from dashboard.figures.text import count, elided, measure, wrapped
from dashboard.figures.theme import FONT, Theme

UNITS = 1280  # the width of a sheet
MARGIN, TOP, BOTTOM = 40, 34, 22
TITLE, FINDING, KEY, CAPTION, BADGE = 26, 16, 13, 11, 12  # sizes of words, in units
LINE = {TITLE: 33, FINDING: 23, KEY: 22, CAPTION: 15}
HEAD, FOOT = 140, 80  # what a title of one line, a finding of one, one row of keys and a caption of three lines take
GUTTER = 44  # between the two columns of the caption
LEAST = 0.4  # the part of the sheet that the map keeps however much there is to say
GROWTH = 1.15  # so much smaller are words set, again and again, until the map has its part
LONGEST = {"title": 400, "finding": 800, "caption": 4000}  # letters: what is longer is no sentence of ours
BUNDLED = ((0, 0x17F), (0x1E00, 0x1E99), (0x2000, 0x22FF))  # what the bundled letters are for
LETTERS = ("inter-latin.ttf", "inter-latin-ext.ttf")


class Size(NamedTuple):
    """The pixels of a picture and how many of them stand on an inch of paper; 0 where none is meant for paper."""

    width: int
    height: int
    dpi: int = 0


SCREEN = Size(1920, 1080)
PRINT = Size(3508, 2480, 300)  # A4 landscape


@dataclass(frozen=True, slots=True)
class Words:
    """What is said around a map; ``counted`` is the unit of the keys' counts, "" for none: links, or places on a map
    without arcs, unless told."""

    title: str
    finding: str
    keys: Sequence[Key]
    caption: str
    kind: str = "record"
    counted: str | None = None


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The words broken into lines on a sheet of this size in units, and how much of it they take above and below."""

    wide: float
    tall: float
    title: list[str]
    finding: list[str]
    keys: list[list[tuple[float, str, Key]]]
    caption: list[str]
    above: float
    below: float

    @property
    def room(self) -> float:
        """Return the height that is left for the map."""
        return self.tall - self.above - self.below


def area(width: int, height: int) -> tuple[int, int]:
    """Return the width and height for which the caller makes the deck of a picture of this shape.

    Longer words than usual leave less room: the whole map is then drawn smaller, never cut.
    """
    return UNITS, max(200, round(UNITS * height / width) - HEAD - FOOT)


def png(
    deck: LinkMap,
    *,
    title: str,
    finding: str,
    keys: Sequence[Key],
    caption: str,
    theme: Theme,
    width: int = SCREEN.width,
    height: int = SCREEN.height,
    scale: float = 1.0,
    dpi: int = 0,
    kind: str = "record",
    counted: str | None = None,
) -> bytes:
    """Return the picture as PNG of ``width`` × ``height`` pixels, each times ``scale``; the same map, the same bytes.

    The deck is made for :func:`area`. ``dpi`` is written into the file, so that paper gets the size that is meant.
    ``kind`` "demonstration" puts the badge of made-up data on the sheet. A layer that cannot be drawn raises
    ValueError, a picture that takes longer than a minute TimeoutError.
    """
    pixels = round(width * scale), round(height * scale)
    sheet = svg(deck, Words(title, finding, keys, caption, kind, counted), theme, pixels)
    # Words in other scripts than Latin are set in what the machine has; all else is the same bytes on every machine.
    others = not all(any(first <= ord(letter) <= last for first, last in BUNDLED) for letter in set(sheet))
    data = raster.png(sheet, *pixels, [assets.FOLDER / name for name in LETTERS], others)
    return _with_dpi(data, dpi) if dpi else data


def svg(deck: LinkMap, words: Words, theme: Theme, size: tuple[int, int] = SCREEN[:2]) -> str:
    """Return the picture as SVG text for this many pixels; the letters are not in it. Errors as :func:`png`."""
    spec = json.loads(deck.to_json())
    if words.counted is None:
        arcs = any(layer["@@type"] == "ArcLayer" for layer in spec["layers"])
        words = replace(words, counted="links" if arcs else "places")
    sheet = _fitted(words, size[1] / size[0])
    root = ElementTree.Element("svg", xmlns="http://www.w3.org/2000/svg", width=str(size[0]), height=str(size[1]))
    root.set("viewBox", f"0 0 {sheet.wide:.4f} {sheet.tall:.4f}")
    root.set("preserveAspectRatio", "none")
    root.set("font-family", FONT)
    _map(root, spec, sheet, theme)
    _head(root, sheet, theme)
    if words.kind == "demonstration":
        _badge(root, sheet, theme)
    half = (len(sheet.caption) + 1) // 2
    for left, column in ((MARGIN, sheet.caption[:half]), ((sheet.wide + GUTTER) / 2, sheet.caption[half:])):
        _lines(root, column, left, sheet.tall - sheet.below + 24, CAPTION, fill=theme.muted)
    return ElementTree.tostring(root, encoding="unicode")


def _fitted(words: Words, ratio: float) -> _Sheet:
    """Return the sheet with words at their usual size, or as much smaller as the map's part of it asks for."""
    wide = float(UNITS)
    while True:
        sheet = _laid_out(words, wide, wide * ratio)
        if sheet.room >= LEAST * sheet.tall or wide > 4 * UNITS:
            return sheet
        wide *= GROWTH


def _laid_out(words: Words, wide: float, tall: float) -> _Sheet:
    room = wide - 2 * MARGIN
    beside = _badge_width() + 40 if words.kind == "demonstration" else 0
    title = wrapped(words.title[: LONGEST["title"]], TITLE * BOLDER[700], room - beside, 9)
    said = words.finding[: LONGEST["finding"]].strip()
    finding = wrapped(said, FINDING, room - 120, 9) if said else []
    keys = list(_rows(words, room))
    parts = [part for part in words.caption[: LONGEST["caption"]].splitlines() if part.strip()]
    caption = [line for part in parts for line in wrapped(part, CAPTION, (room - GUTTER) / 2, 99)]
    above = TOP + len(title) * LINE[TITLE] + len(finding) * LINE[FINDING] + len(keys) * LINE[KEY] + 16
    below = 12 + (len(caption) + 1) // 2 * LINE[CAPTION] + BOTTOM
    return _Sheet(wide, tall, title, finding, keys, caption, above, below)


def _rows(words: Words, room: float) -> Iterator[list[tuple[float, str, Key]]]:
    """Yield the rows of the key: of each entry how far from the left it stands, and its count in words."""
    row: list[tuple[float, str, Key]] = []
    at = 0.0
    for key in words.keys:
        many = count(key.count, words.counted or "") if key.count else ""
        wide = 16 + (measure(elided(key.label, KEY, 400), KEY) + measure(many, KEY)) * BOLDER[600] + 34
        if row and at + wide > room:
            yield row
            row, at = [], 0.0
        row.append((at, many, key))
        at += wide
    if row:
        yield row


def _lines(parent: Element, lines: Sequence[str], x: float, first: float, size: int, **look: object) -> None:
    for number, line in enumerate(lines):
        add(parent, "text", line, x=x, y=first + number * LINE[size], font_size=size, **look)


def _head(root: Element, sheet: _Sheet, theme: Theme) -> None:
    at: float = TOP + 22
    _lines(root, sheet.title, MARGIN, at, TITLE, fill=theme.ink, font_weight=700)
    at += len(sheet.title) * LINE[TITLE] - 5
    _lines(root, sheet.finding, MARGIN, at, FINDING, fill=theme.ink)
    at += len(sheet.finding) * LINE[FINDING] + 2
    for row in sheet.keys:
        for right, many, key in row:
            x = MARGIN + right
            add(root, "circle", cx=x + 5, cy=at - 4.5, r=5, fill=key.colour)
            text = add(root, "text", x=x + 16, y=at, font_size=KEY)
            add(text, "tspan", elided(key.label, KEY, 400), fill=theme.ink, font_weight=600)
            add(text, "tspan", many, fill=theme.muted, dx=6)
        at += LINE[KEY]


def _map(root: Element, spec: Mapping[str, Any], sheet: _Sheet, theme: Theme) -> None:
    """Add the map from edge to edge, in the middle of what the words leave; where that is little, the map smaller,
    with more land at its sides.

    The words' ground covers what of it lies around: to clip it would take resvg twice the time.
    """
    add(root, "rect", width=sheet.wide, height=sheet.tall, fill=theme.sea)
    meant = area(UNITS, round(UNITS * sheet.tall / sheet.wide))[1]
    smaller = min(sheet.wide / UNITS, sheet.room / meant)
    place = f"translate({sheet.wide / 2:.2f} {sheet.above + sheet.room / 2:.2f}) scale({smaller:.4f})"
    draw(add(root, "g", transform=place), spec)
    for top, high in ((0.0, sheet.above), (sheet.tall - sheet.below, sheet.below)):
        add(root, "rect", y=top, width=sheet.wide, height=high, fill=theme.ground)
    for edge in (sheet.above, sheet.tall - sheet.below):
        add(root, "rect", y=edge - 0.5, width=sheet.wide, height=1, fill=theme.rule)


def _badge_width() -> float:
    return measure(MADE_UP, BADGE) * BOLDER[600] + 24


def _badge(root: Element, sheet: _Sheet, theme: Theme) -> None:
    wide = _badge_width()
    left = sheet.wide - MARGIN - wide
    add(root, "rect", x=left, y=TOP, width=wide, height=26, rx=13, fill=theme.accent)
    look = {"text_anchor": "middle", "font_size": BADGE, "font_weight": 600, "fill": theme.text_on(theme.accent)}
    add(root, "text", MADE_UP[:1].upper() + MADE_UP[1:], x=left + wide / 2, y=TOP + 17.2, **look)


def _with_dpi(data: bytes, dpi: int) -> bytes:
    """Return the PNG with its pixels per metre (chunk pHYs) behind the header, which is always 33 bytes long."""
    body = b"pHYs" + struct.pack(">IIB", *[round(dpi / 0.0254)] * 2, 1)
    return data[:33] + struct.pack(">I", 9) + body + struct.pack(">I", zlib.crc32(body)) + data[33:]
