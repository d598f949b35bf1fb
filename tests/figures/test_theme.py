"""Both themes can be read: WCAG contrast of every text and mark, and colours that colour-blind readers tell apart."""

import itertools
import math

import pytest

from dashboard import words
from dashboard.figures import Theme, theme
from dashboard.figures.theme import channels, contrast, luminance

THEMES = [theme("light"), theme("dark")]

# What eyes without one kind of cone see of linear red, green and blue (Machado, Oliveira, Fernandes 2009, severity 1).
SIGHT = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
APART = 11.0  # CIELAB distance; 2.3 is the smallest that a trained eye sees side by side


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    """Return the CIELAB colour that such eyes see."""
    linear = [(v / 255) / 12.92 if v / 255 <= 0.04045 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in channels(colour)]
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(line, linear, strict=True)))) for line in SIGHT[sight]
    )
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_the_formula_agrees_with_known_ratios() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert luminance("#FFFFFF") == pytest.approx(1)


@pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
def test_text_can_be_read(look: Theme) -> None:
    for under in (look.ground, look.wash, look.band, look.land, look.sea):
        assert contrast(look.ink, under) >= 7
        assert contrast(look.muted, under) >= 4.5
    for colour in look.palettes["country"].values():
        assert contrast(colour, look.ground) >= 4.5
        assert contrast(colour, look.wash) >= 4.5


@pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
def test_marks_stand_out(look: Theme) -> None:
    marks = [look.accent, *look.series, *(c for palette in look.palettes.values() for c in palette.values())]
    for under in (look.ground, look.wash):
        assert min(contrast(mark, under) for mark in marks) >= 3
    places = look.palettes["country"].values()
    assert min(contrast(place, look.land) for place in places) >= 3


@pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
def test_numbers_in_cells_can_be_read(look: Theme) -> None:
    for share in range(0, 101, 5):
        cell = look.heat(0.12 + 0.88 * share / 100)
        assert contrast(look.text_on(cell), cell) >= 4.5
    for palette in look.palettes.values():
        for colour in palette.values():
            assert contrast(look.text_on(colour), colour) >= 4.5


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("vocabulary", ["country", "programme", "strand", "subject"])
@pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
def test_colours_of_one_vocabulary_stay_apart(look: Theme, vocabulary: str, sight: str) -> None:
    colours = list(look.palettes[vocabulary].values())
    distance = min(math.dist(seen(a, sight), seen(b, sight)) for a, b in itertools.combinations(colours, 2))
    assert distance >= APART


@pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
def test_the_neutral_colour_is_grey_stands_out_and_is_no_codes_own(look: Theme) -> None:
    _, a, b = seen(look.neutral, "all cones")
    assert math.hypot(a, b) < 10
    assert contrast(look.neutral, look.ground) >= 3
    for vocabulary in ("country", "programme", "strand", "subject"):
        for colour in look.palettes[vocabulary].values():
            assert math.dist(seen(colour, "all cones"), seen(look.neutral, "all cones")) >= 7


@pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
def test_every_code_that_is_coloured_by_meaning_has_its_colour(look: Theme) -> None:
    assert len(look.palettes["subject"]) == 11
    for vocabulary in ("programme", "strand"):
        assert set(look.palettes[vocabulary]) == set(words.codes(vocabulary))
    assert {"GBR", "PAK", "BGD"} <= set(look.palettes["country"])


def test_the_settled_colours_of_the_light_theme() -> None:
    look = theme("light")
    assert (look.ink, look.wash, look.rule) == ("#1B1B3A", "#F6F5FA", "#E4E2EE")
    assert look.palettes["country"]["GBR"] == "#3D2C8D"
    assert look.palettes["country"]["PAK"] == "#00796B"
    assert look.palettes["country"]["BGD"] == "#C8401E"


def test_inspire_is_the_strongest_of_the_programmes() -> None:
    def strength(colour: str) -> float:
        _, a, b = seen(colour, "all cones")
        return math.hypot(a, b)

    for look in THEMES:
        palette = look.palettes["programme"]
        assert max(palette, key=lambda code: strength(palette[code])) == "inspire"


def test_an_unknown_theme_is_the_light_one() -> None:
    assert theme(None) is theme("light")
    assert theme("dark").name == "dark"
