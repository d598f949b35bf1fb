"""Golden checks of shares under the rule for small numbers: measures of coverage, and bars with words of their own."""

import html
from dataclasses import replace

import pytest

from dashboard import figures
from dashboard.figures import theme
from dashboard.figures.coverage import WORDS_ROOM
from dashboard.figures.text import longest, of_lines
from dashboard.figures.theme import contrast
from tests.figures.samples import HOSTILE, question, row

LIGHT = theme("light")


def drawn(answer: list[dict[str, object]], look: str = "light"):  # type: ignore[no-untyped-def]
    return figures.draw(question("coverage_dots"), answer, theme(look))


def notes(figure) -> list[str]:  # type: ignore[no-untyped-def]
    return [note.text for note in figure.layout.annotations]


def measure(place: int = 0, **cells: object) -> dict[str, object]:
    plain = {"name": "Reached", "country": "PAK", "share": 92.0, "low": None, "high": None, "words": "55 of 60"}
    return row(place, **(plain | cells))


def dots(figure):  # type: ignore[no-untyped-def]
    return next(trace for trace in figure.data if trace.type == "scatter")


def test_each_measure_has_its_share_and_its_n_of_n() -> None:
    figure = drawn([measure(), measure(name="In post", share=61.5, words="8 of 13")])
    assert list(dots(figure).x) == [92, 61.5]
    assert {"<b>92 %</b>  55 of 60", "<b>61.5 %</b>  8 of 13", "Reached", "In post"} <= set(notes(figure))
    assert list(figure.layout.xaxis.range) == [0, 100]


def test_two_countries_have_two_dots_on_lanes_of_their_own() -> None:
    figure = drawn([measure(), measure(country="BGD", share=40.0)])
    assert list(dots(figure).marker.symbol) == ["circle", "diamond"]
    assert list(dots(figure).marker.color) == [LIGHT.colour("country", "PAK"), LIGHT.colour("country", "BGD")]
    assert dots(figure).y[1] - dots(figure).y[0] >= 28
    assert notes(figure).count("Reached") == 1
    assert {"Pakistan", "Bangladesh"} <= set(notes(figure))


def test_what_is_known_within_limits_is_a_thick_bar_between_two_dots() -> None:
    figure = drawn([measure(share=None, low=55.4, high=68.5, words="between 51 and 63 of 92")])
    rail, bar, dot = figure.data
    assert (list(bar.base), list(bar.x)) == ([55.4], [pytest.approx(13.1)])
    assert bar.width > rail.width
    assert list(dot.x) == [55.4, 68.5]
    assert any(text.startswith("<b>55–68 %</b><br>between 51 and 63") for text in notes(figure))


@pytest.mark.parametrize("words", ["fewer than 10 of about 45", "nobody eligible on this date", None])
def test_a_hidden_or_unknown_share_has_words_and_no_mark(words: str | None) -> None:
    figure = drawn([measure(share=None, words=words), measure(1, name="In post", share=0.0, words="0 of 20")])
    assert list(dots(figure).x) == [0]
    said = next(text for text in notes(figure) if (words or "not stated").split()[0] in text)
    assert "%" not in said
    assert said.replace("<br>", " ") == (words or "not stated")


def test_the_published_line_crosses_the_lanes_and_never_a_name() -> None:
    figure = drawn([measure(), measure(name="A name long enough to fill the line above its lane, and more than that")])
    lines = [shape for shape in figure.layout.shapes if shape.type == "line"]
    names = {note.text: note.y for note in figure.layout.annotations if note.yanchor == "bottom" and note.yref == "y"}
    assert [line.x0 for line in lines] == [98, 98]
    assert all(line.y0 > base for line, base in zip(lines, names.values(), strict=True))
    assert lines[0].y1 < list(names.values())[1] - 16 * 2
    assert "98 %: published" in notes(figure)
    assert not [shape for shape in drawn([measure(level=None)]).layout.shapes if shape.type == "line"]


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("words", ["between 51 and 63 of 1,092", "fewer than 10 of about 1,045", HOSTILE])
def test_words_at_the_right_fit_and_can_be_read(words: str, look: str) -> None:
    figure = drawn([measure(words=words, name=HOSTILE), measure(country="BGD", words=words, name=HOSTILE)], look)
    for note in figure.layout.annotations:
        assert contrast(note.font.color, theme(look).ground) >= 4.5
        plain = html.unescape(note.text.replace("<b>", "").replace("</b>", "").replace("<br>", "\n"))
        if note.xref == "paper" and note.x == 1:
            assert longest(plain.split("\n"), note.font.size) <= WORDS_ROOM
    lanes = sorted(note.y for note in figure.layout.annotations if note.xref == "paper" and note.x == 1)
    assert lanes[1] - lanes[0] >= 16 * 3


def test_the_height_follows_the_measures_and_nothing_else() -> None:
    one = figures.height(question("coverage_dots"), [measure(share=10.0)])
    assert one == figures.height(question("coverage_dots"), [measure(share=90.0)])
    assert figures.height(question("coverage_dots"), [measure(), measure(name="In post")]) > one


def test_bars_say_the_words_that_their_question_brings() -> None:
    plain = question("share_bars")
    asked = replace(plain, chart={**plain.chart, "words": "words", "share": "share"})
    answer = [
        row(0, n=None, total=45, share=None, words="fewer than 10 of about 45"),
        row(1, n=15, total=60, share=25.0, words="about 15 of about 60"),
    ]
    figure = figures.draw(asked, answer, LIGHT)
    assert list(figure.data[-1].x) == [None, 25]
    assert {"<b>fewer than 10</b><br><b>of about 45</b>", "<b>about 15</b><br><b>of about 60</b>"} <= set(notes(figure))
    assert "%" not in figure.data[-1].hovertext[0]
    assert "25 %" in figure.data[-1].hovertext[1]


def test_words_break_before_of() -> None:
    assert of_lines("20 of 40", 13, 120) == ["20 of 40"]
    assert of_lines("about 15 of about 60", 13, 100) == ["about 15", "of about 60"]
    assert of_lines("nobody eligible on this date", 13, 100) == ["nobody eligible", "on this date"]
