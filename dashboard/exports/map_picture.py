"""The present map as a picture: title, finding, key, map, caption and the mark of made-up data, on one sheet.

The sheet is drawn as SVG from the deck's own JSON and made into pixels by resvg on this machine: no browser, no
outside host, no file but the land and the bundled letters. It is laid out 1,280 units wide whatever its pixels, so
that words keep their part of the sheet on a slide and on paper alike.
"""

import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol
from xml.etree import ElementTree

from dashboard import assets
from dashboard.exports import raster
from dashboard.exports.deck_marks import BOLDER, Element, add, draw
from dashboard.figures.frame import MADE_UP
from dashboard.figures.text import count, measure, wrapped
from dashboard.figures.theme import FONT, Theme

UNITS = 1280  # the width of every sheet
MARGIN, TOP, BOTTOM = 40, 34, 22
TITLE, FINDING, KEY, CAPTION, BADGE = 26, 16, 13, 11, 12  # sizes of words, in units
LINE = {TITLE: 33, FINDING: 23, KEY: 22, CAPTION: 15}
HEAD, FOOT = 140, 80  # what a title of one line, a finding of one, one row of keys and a caption of three lines take
COLUMN = 580  # the width of a caption's column, of which there are two
BUNDLED = ((0, 0x17F), (0x1E00, 0x1E99), (0x2000, 0x22FF))  # what the bundled letters are for
LETTERS = ("inter-latin.ttf", "inter-latin-ext.ttf")


class Size(NamedTuple):
    """The pixels of a picture and how many of them stand on an inch of paper; 0 where none is meant for paper."""

    width: int
    height: int
    dpi: int = 0


SCREEN = Size(1920, 1080)
PRINT = Size(3508, 2480, 300)  # A4 landscape


class Deck(Protocol):
    """A map: what ``dashboard.figures.link_map`` returns."""

    def to_json(self) -> str:
        """Return the whole map as JSON."""


class Key(Protocol):
    """One entry of the key: its words, its colour as ``#RRGGBB`` and how many there are of it."""

    @property
    def label(self) -> str:
        """Return the words."""

    @property
    def colour(self) -> str:
        """Return the colour."""

    @property
    def count(self) -> int:
        """Return how many there are."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The words around the map, broken into lines, and where the map stands between them."""

    title: list[str]
    finding: list[str]
    keys: list[list[tuple[float, Key]]]
    caption: list[list[str]]
    above: float
    below: float


def area(width: int, height: int) -> tuple[int, int]:
    """Return the width and height for which the caller makes the deck of a picture of this shape.

    Longer words than usual leave less room: the whole map is then drawn smaller, never cut.
    """
    return UNITS, max(200, round(UNITS * height / width) - HEAD - FOOT)


def png(
    deck: Deck,
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
    counted: str = "links",
) -> bytes:
    """Return the picture as PNG of ``width`` × ``height`` pixels, each times ``scale``; the same map, the same bytes.

    The deck is made for :func:`area`. ``counted`` is the unit of the keys' counts, "" for none. ``dpi`` is written
    into the file so that paper gets the size that is meant. ``kind`` "demonstration" puts a badge on the sheet.
    """
    pixels = round(width * scale), round(height * scale)
    sheet = svg(
        deck,
        title=title,
        finding=finding,
        keys=keys,
        caption=caption,
        theme=theme,
        size=pixels,
        kind=kind,
        counted=counted,
    )
    # Words in other scripts than Latin are set in what the machine has; all else is the same bytes on every machine.
    others = not all(any(first <= ord(letter) <= last for first, last in BUNDLED) for letter in set(sheet))
    data = raster.png(sheet, *pixels, [assets.FOLDER / name for name in LETTERS], others)
    return _with_dpi(data, dpi) if dpi else data


def svg(
    deck: Deck,
    *,
    title: str,
    finding: str,
    keys: Sequence[Key],
    caption: str,
    theme: Theme,
    size: tuple[int, int] = SCREEN[:2],
    kind: str = "record",
    counted: str = "links",
) -> str:
    """Return the picture as SVG text for this many pixels, drawn in 1,280 units across; its letters are not in it."""
    made_up = kind == "demonstration"
    tall = UNITS * size[1] / size[0]
    sheet = _laid_out(title, finding, keys, caption, counted, made_up)
    root = ElementTree.Element("svg", xmlns="http://www.w3.org/2000/svg", width=str(size[0]), height=str(size[1]))
    root.set("viewBox", f"0 0 {UNITS} {tall:.4f}")
    root.set("preserveAspectRatio", "none")
    root.set("font-family", FONT)
    add(root, "rect", width=UNITS, height=tall, fill=theme.sea)
    _map(root, deck, sheet, theme, tall)
    _head(root, sheet, theme, counted)
    if made_up:
        _badge(root, theme)
    for number, column in enumerate(sheet.caption):
        first = tall - sheet.below + 24
        _lines(root, column, MARGIN + number * (UNITS - 2 * MARGIN - COLUMN), first, CAPTION, fill=theme.muted)
    return ElementTree.tostring(root, encoding="unicode")


def _laid_out(title: str, finding: str, keys: Sequence[Key], caption: str, counted: str, made_up: bool) -> _Sheet:
    room = UNITS - 2 * MARGIN
    beside = measure(MADE_UP, BADGE) + 60 if made_up else 0
    heading = wrapped(title[:400], TITLE * BOLDER[700], room - beside, 3)
    said = wrapped(finding[:800], FINDING, room - 120, 4) if finding.strip() else []
    rows = list(_rows(keys, counted, room))
    lines = [
        line for part in caption[:4000].splitlines() if part.strip() for line in wrapped(part, CAPTION, COLUMN, 99)
    ]
    half = (len(lines) + 1) // 2
    above = TOP + len(heading) * LINE[TITLE] + len(said) * LINE[FINDING] + len(rows) * LINE[KEY] + 16
    return _Sheet(heading, said, rows, [lines[:half], lines[half:]], above, 12 + half * LINE[CAPTION] + BOTTOM)


def _rows(keys: Sequence[Key], counted: str, room: float) -> Iterator[list[tuple[float, Key]]]:
    """Yield the rows of the key, each entry with how far from the left it stands."""
    row: list[tuple[float, Key]] = []
    at = 0.0
    for key in keys:
        wide = 16 + measure(f"{key.label} {count(key.count, counted)}", KEY) * BOLDER[600] + 26
        if row and at + wide > room:
            yield row
            row, at = [], 0.0
        row.append((at, key))
        at += wide
    if row:
        yield row


def _lines(parent: Element, lines: Sequence[str], x: float, first: float, size: int, **look: object) -> None:
    for number, line in enumerate(lines):
        add(parent, "text", line, x=x, y=first + number * LINE[size], font_size=size, **look)


def _head(root: Element, sheet: _Sheet, theme: Theme, counted: str) -> None:
    at: float = TOP + 22
    _lines(root, sheet.title, MARGIN, at, TITLE, fill=theme.ink, font_weight=700)
    at += len(sheet.title) * LINE[TITLE] - 5
    _lines(root, sheet.finding, MARGIN, at, FINDING, fill=theme.ink)
    at += len(sheet.finding) * LINE[FINDING] + 2
    for row in sheet.keys:
        for right, key in row:
            x = MARGIN + right
            add(root, "circle", cx=x + 5, cy=at - 4.5, r=5, fill=key.colour)
            text = add(root, "text", x=x + 16, y=at, font_size=KEY)
            add(text, "tspan", key.label, fill=theme.ink, font_weight=600)
            add(text, "tspan", count(key.count, counted), fill=theme.muted, dx=5)
        at += LINE[KEY]


def _map(root: Element, deck: Deck, sheet: _Sheet, theme: Theme, tall: float) -> None:
    """Add the map from edge to edge, in the middle of what the words leave; where that is little, the map smaller.

    The words' ground covers what of it lies above and below: to clip it would take resvg twice the time.
    """
    room = max(60.0, tall - sheet.above - sheet.below)
    smaller = min(1.0, room / area(UNITS, round(tall))[1])
    place = f"translate({UNITS / 2} {sheet.above + room / 2:.2f}) scale({smaller:.4f})"
    draw(add(root, "g", transform=place), json.loads(deck.to_json()))
    for top, high in ((0.0, sheet.above), (sheet.above + room, tall - sheet.above - room)):
        add(root, "rect", y=top, width=UNITS, height=high, fill=theme.ground)
    for edge in (sheet.above, sheet.above + room):
        add(root, "rect", y=edge - 0.5, width=UNITS, height=1, fill=theme.rule)


def _badge(root: Element, theme: Theme) -> None:
    wide = measure(MADE_UP, BADGE) * BOLDER[600] + 24
    left = UNITS - MARGIN - wide
    add(root, "rect", x=left, y=TOP, width=wide, height=26, rx=13, fill=theme.accent)
    look = {"text_anchor": "middle", "font_size": BADGE, "font_weight": 600, "fill": theme.text_on(theme.accent)}
    add(root, "text", MADE_UP[:1].upper() + MADE_UP[1:], x=left + wide / 2, y=TOP + 17.2, **look)


def _with_dpi(data: bytes, dpi: int) -> bytes:
    """Return the PNG with its pixels per metre (chunk pHYs) behind the header, which is always 33 bytes long."""
    body = b"pHYs" + struct.pack(">IIB", *[round(dpi / 0.0254)] * 2, 1)
    return data[:33] + struct.pack(">I", 9) + body + struct.pack(">I", zlib.crc32(body)) + data[33:]
