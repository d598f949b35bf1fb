"""Words on figures: how wide they run, where they break, how numbers and units read, and how they are made safe."""

import datetime
import html
from collections.abc import Iterable

# Widths of Inter's printable ASCII letters, in hundredths of the font size (read from the bundled file).
_WIDTHS = (
    "28,29,47,63,64,98,64,30,36,36,50,66,29,46,29,36,63,41,61,62,65,59,62,57,62,62,29,30,66,66,66,51,97,69,65,73,72,60,"
    "59,75,74,27,57,67,57,90,75,76,64,76,64,64,65,74,69,99,68,68,63,36,36,36,47,46,32,56,61,57,61,58,37,61,59,24,24,"
    "55,24,88,59,60,61,61,38,53,33,59,56,82,55,56,55,43,33,43,66"
)
_WIDTH = {chr(32 + place): int(width) / 100 for place, width in enumerate(_WIDTHS.split(","))}
_ANY = 0.62
_UNITS = {"people": "person", "women": "woman"}


def measure(text: str, size: float) -> float:
    """Return the width of a line in pixels at a font size in pixels; unknown letters count as a wide one."""
    return sum(_WIDTH.get(letter, _ANY) for letter in text) * size


def longest(lines: Iterable[str], size: float) -> float:
    """Return the width in pixels of the widest line; 0 without any."""
    return max((measure(part, size) for line in lines for part in line.split("<br>")), default=0.0)


def elided(text: str, size: float, room: float) -> str:
    """Return the text, shortened with an ellipsis at its end where it would run wider than ``room`` pixels."""
    if measure(text, size) <= room:
        return text
    kept = text
    while kept and measure(kept + "…", size) > room:
        kept = kept[:-1]
    return kept.rstrip(" ,;:-–(") + "…"


def wrapped(text: str, size: float, room: float, lines: int = 3) -> list[str]:
    """Return the text broken at spaces into at most ``lines`` lines of ``room`` pixels; what is left is elided."""
    words, broken = text.split(), [""]
    while words:
        longer = f"{broken[-1]} {words[0]}".strip()
        if broken[-1] and measure(longer, size) > room:
            if len(broken) == lines:
                broken[-1] = elided(" ".join([broken[-1], *words]), size, room)
                break
            broken.append("")
        else:
            broken[-1] = longer
            words.pop(0)
    return [elided(line, size, room) for line in broken]


def of_lines(text: str, size: float, room: float) -> list[str]:
    """Return words like "about 15 of about 60" in lines of ``room`` pixels, broken before "of" where they must be."""
    if measure(text, size) <= room or " of " not in text:
        return wrapped(text, size, room, 3)
    n, _, total = text.rpartition(" of ")
    return [*wrapped(n, size, room, 2), *wrapped(f"of {total}", size, room, 2)]


def safe(text: object) -> str:
    """Return text that neither Plotly's nor a tooltip's markup reads as anything but words."""
    return html.escape("" if text is None else str(text), quote=True).replace("&#x27;", "&#39;")


def number(value: float | None) -> str:
    """Return a number with thousands separators and at most one decimal, or "not stated"."""
    if value is None:
        return "not stated"
    whole = round(value)
    return f"{whole:,}" if abs(value - whole) < 0.05 else f"{value:,.1f}"


def count(value: float | None, unit: str) -> str:
    """Return a number with its unit, in the singular where it is one: "1 partnership", "1,204 people"."""
    if value is None:
        return "not stated"
    if value == 1 and unit:
        first, *rest = unit.split(" ")
        unit = " ".join([_singular(first), *rest])
    return f"{number(value)} {unit}".strip()


def _singular(word: str) -> str:
    if word in _UNITS:
        return _UNITS[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def day(value: datetime.date) -> str:
    """Return a date as people here write it: 22 Nov 2026."""
    return f"{value.day} {value:%b %Y}"
