"""The look of every figure: colours of both themes, the typeface and its sizes. No other module names a colour.

Countries, programme families and strands keep their colour everywhere. Text stands at 4.5:1 or better on the ground
and the wash, marks at 3:1 or better, and the colours of one vocabulary stay apart for readers who are colour-blind
(``tests/figures/test_theme.py`` computes all three).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

FONT = "Inter, sans-serif"
TEXT, SMALL, LARGE, TINY = 13, 12, 15, 11  # pixels
READABLE = 4.5  # contrast of text, WCAG 2.2 AA
FADED = 0.28  # how much of its colour a mark keeps while another one is selected


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of one theme as ``#RRGGBB``; ``palettes`` holds the fixed colours of a vocabulary's
    codes, ``series`` those of groups that have none of their own, ``neutral`` that of several or none."""

    name: Literal["light", "dark"]
    ground: str
    wash: str
    rule: str
    ink: str
    muted: str
    track: str
    accent: str
    land: str
    sea: str
    neutral: str
    band: str
    ramp: tuple[str, str]
    series: tuple[str, ...]
    palettes: Mapping[str, Mapping[str, str]]

    def colour(self, vocabulary: str, code: object) -> str:
        """Return the fixed colour of a code; a code without one gets the accent."""
        return self.palettes.get(vocabulary, {}).get(str(code), self.accent)

    def faded(self, colour: str) -> str:
        """Return the colour as it stands while another mark is selected."""
        return mixed(self.ground, colour, FADED)

    def heat(self, share: float) -> str:
        """Return the colour of a cell for a share of the largest value, 0 to 1."""
        return mixed(self.ramp[0], self.ramp[1], max(0.0, min(1.0, share)))

    def text_on(self, colour: str) -> str:
        """Return the ink or the ground where it can be read on a filled colour, else black or white."""
        best = max((self.ink, self.ground), key=lambda text: contrast(text, colour))
        if contrast(best, colour) >= READABLE:
            return best
        return max(("#000000", "#FFFFFF"), key=lambda text: contrast(text, colour))


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255, of ``#RRGGBB``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(under: str, over: str, share: float) -> str:
    """Return the colour that ``over`` at this share of opacity gives on ``under``."""
    pairs = zip(channels(under), channels(over), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2, 0 to 1."""
    shares = [value / 255 for value in channels(colour)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2 between two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _palettes(**codes: dict[str, str]) -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType({name: MappingProxyType(colours) for name, colours in codes.items()})


_LIGHT = Theme(
    name="light",
    ground="#FFFFFF",
    wash="#F6F5FA",
    rule="#E4E2EE",
    ink="#1B1B3A",
    muted="#5A5A78",
    track="#E9E7F2",
    accent="#3D2C8D",
    land="#E6E3EF",
    sea="#F8F8FC",
    neutral="#7A7A86",
    band="#F1EFF8",
    ramp=("#EFEDF7", "#3D2C8D"),
    series=("#3D2C8D", "#A86F2E", "#4D96A6", "#5A5A78"),
    palettes=_palettes(
        country={"GBR": "#3D2C8D", "PAK": "#00796B", "BGD": "#C8401E", "other": "#5A5A78"},
        programme={
            "inspire": "#9C1F73",
            "links": "#376B96",
            "gateway": "#4D96A6",
            "going_global": "#A86F2E",
            "agreements": "#8F897C",
            "other": "#74656B",
        },
        strand={
            "strategic_partnership": "#5B4B9E",
            "tne": "#1A7A8C",
            "research_link": "#B0631F",
            "mobility": "#73934D",
            "project": "#8D2E62",
            "other": "#8F8687",
        },
        subject={
            "Agriculture & environment": "#609070",
            "Architecture & design": "#782018",
            "Arts & heritage": "#A850B0",
            "Business & management": "#C08008",
            "Computing": "#1890F8",
            "Education": "#B04018",
            "Engineering & energy": "#0058D0",
            "Health": "#D82850",
            "Languages & area studies": "#681090",
            "Sciences": "#403868",
            "Social sciences & law": "#682840",
        },
        change_kind={
            "added": "#376B96",
            "ended": "#A86F2E",
            "status": "#3F3A12",
            "renamed": "#4D96A6",
            "corrected": "#8F897C",
            "removed": "#9C1F73",
        },
    ),
)

_DARK = Theme(
    name="dark",
    ground="#14142A",
    wash="#1E1E3A",
    rule="#2C2C4E",
    ink="#ECEBF5",
    muted="#A9A8C4",
    track="#2C2C50",
    accent="#A89BF0",
    land="#2B2B4C",
    sea="#17172F",
    neutral="#727278",
    band="#1C1C38",
    ramp=("#26264A", "#A89BF0"),
    series=("#A89BF0", "#D9954A", "#A4E3F2", "#A9A8C4"),
    palettes=_palettes(
        country={"GBR": "#A89BF0", "PAK": "#3FBFA9", "BGD": "#FF8A66", "other": "#DAD9E4"},
        programme={
            "inspire": "#FF7CC3",
            "links": "#5694DA",
            "gateway": "#A4E3F2",
            "going_global": "#D9954A",
            "agreements": "#8B879B",
            "other": "#CFC8BA",
        },
        strand={
            "strategic_partnership": "#998DF0",
            "tne": "#53BEC7",
            "research_link": "#E08A3C",
            "mobility": "#C5D565",
            "project": "#FEBBF2",
            "other": "#938E98",
        },
        subject={
            "Agriculture & environment": "#488840",
            "Architecture & design": "#B88800",
            "Arts & heritage": "#E098F8",
            "Business & management": "#E8D850",
            "Computing": "#80F8F8",
            "Education": "#F88888",
            "Engineering & energy": "#6080F8",
            "Health": "#E04080",
            "Languages & area studies": "#9860B8",
            "Sciences": "#B8F8D0",
            "Social sciences & law": "#E0F898",
        },
        change_kind={
            "added": "#5694DA",
            "ended": "#D9954A",
            "status": "#F0EC48",
            "renamed": "#A4E3F2",
            "corrected": "#8B879B",
            "removed": "#FF7CC3",
        },
    ),
)


def theme(name: str | None) -> Theme:
    """Return the dark theme for ``"dark"`` and the light one for anything else (no theme is known in tests)."""
    return _DARK if name == "dark" else _LIGHT
