"""Made-up data says so inside every figure, where nothing else is drawn, and only then."""

import pytest

from dashboard import figures
from dashboard.figures import theme
from dashboard.figures.frame import MADE_UP, MARK
from dashboard.figures.link_map import link_map, map_alt
from dashboard.figures.text import measure
from dashboard.figures.theme import contrast
from tests.figures.samples import AS_OF, BANDS, CHARTS, question, rows
from tests.figures.test_link_map import QUESTION, layers, links

LIGHT = theme("light")


def draw(sample: str, kind: str, look: str = "light"):  # type: ignore[no-untyped-def]
    return figures.draw(question(sample), rows(sample), theme(look), bands=BANDS, as_of=AS_OF, kind=kind)


def marks(figure):  # type: ignore[no-untyped-def]
    return [note for note in figure.layout.annotations if note.text == MADE_UP]


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("sample", CHARTS)
def test_every_figure_of_a_demonstration_says_so(sample: str, look: str) -> None:
    figure = draw(sample, "demonstration", look)
    (mark,) = marks(figure)
    assert contrast(mark.font.color, theme(look).ground) >= 4.5
    assert figure.layout.height == figures.height(question(sample), rows(sample))


@pytest.mark.parametrize("kind", ["record", "programme"])
@pytest.mark.parametrize("sample", CHARTS)
def test_no_other_figure_does_and_nothing_else_differs(sample: str, kind: str) -> None:
    plain, made_up = draw(sample, kind), draw(sample, "demonstration")
    assert not marks(plain)
    assert len(made_up.layout.annotations) == len(plain.layout.annotations) + 1
    assert made_up.data == plain.data
    assert made_up.layout.margin == plain.layout.margin


@pytest.mark.parametrize("sample", CHARTS)
def test_the_mark_stands_alone_in_the_lowest_corner(sample: str) -> None:
    figure = draw(sample, "demonstration")
    (mark,) = marks(figure)
    bottom = figure.layout.margin.b
    assert (mark.xshift, mark.yshift, mark.yanchor) == (-figure.layout.margin.l, -bottom, "bottom")
    room = 330 - measure(MADE_UP, mark.font.size) - 8
    for note in figure.layout.annotations:
        if note is not mark and note.yref == "paper" and note.y == 0 and note.yshift:
            under = -note.yshift + note.font.size * 1.3
            beside = note.x > 0.5 and note.xanchor != "left" and measure(note.text, note.font.size) <= room
            assert under <= bottom - MARK + 4 or beside, note.text


def test_an_empty_sheet_has_no_mark() -> None:
    assert not marks(figures.draw(question("lines"), [], LIGHT, kind="demonstration"))


def test_the_map_bears_the_mark_in_its_first_view_and_around_it() -> None:
    plain = layers(link_map(links(20), LIGHT, QUESTION))
    made_up = layers(link_map(links(20), LIGHT, QUESTION, kind="demonstration"))
    assert set(made_up) - set(plain) == {"made-up"}
    assert {name: layer for name, layer in made_up.items() if name != "made-up"} == plain
    words = made_up["made-up"]
    assert {each["n"] for each in words["data"]} == {MADE_UP}
    assert words["pickable"] is False
    assert len(words["data"]) >= 4


def test_listeners_hear_it_first() -> None:
    assert figures.alt(question("lines"), rows("lines"), "", "demonstration").startswith("Made-up data. How many?")
    assert not figures.alt(question("lines"), rows("lines"), "").startswith("Made-up")
    assert map_alt(links(3), QUESTION, "", "demonstration").startswith("Made-up data. ")
