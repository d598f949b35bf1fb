"""Golden checks of what runs over time: stock and flow, lines, and curves that fall."""

import datetime
from dataclasses import replace

import pytest

from dashboard import figures
from dashboard.figures import theme
from dashboard.figures.frame import NARROW
from dashboard.figures.legend import key_rows
from dashboard.figures.text import longest, measure
from dashboard.figures.theme import SMALL
from tests.figures.samples import AS_OF, BANDS, question, row

LIGHT = theme("light")
OVER = datetime.date(2026, 12, 31)


def drawn(sample: str, answer: list[dict[str, object]], as_of: datetime.date = OVER):  # type: ignore[no-untyped-def]
    return figures.draw(question(sample), answer, LIGHT, bands=BANDS, as_of=as_of)


def notes(figure) -> list[str]:  # type: ignore[no-untyped-def]
    return [note.text for note in figure.layout.annotations]


def strokes(figure):  # type: ignore[no-untyped-def]
    return [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "lines"]


def years(*cells: dict[str, object]) -> list[dict[str, object]]:
    return [row(0, year=2023 + place, **cell) for place, cell in enumerate(cells)]


def test_the_stock_is_a_line_over_what_came_and_what_went() -> None:
    answer = years({"n": 5, "started": 5, "ended": 0}, {"n": 9, "started": 6, "ended": 2}, {"n": 8, "started": 1})
    figure = drawn("stock_and_flow", answer)
    started, ended = (trace for trace in figure.data if trace.type == "bar" and trace.yaxis == "y2")
    line = next(trace for trace in strokes(figure))
    assert list(line.y) == [5, 9, 8]
    assert (list(started.x), list(started.y)) == ([2023, 2024, 2025], [5, 6, 1])
    assert (list(ended.x), list(ended.y)) == ([2024], [-2])
    assert {"<b>N</b>", "Started", "Ended", "<b>8</b>", "INSPIRE in Pakistan"} <= set(notes(figure))
    assert min(figure.layout.yaxis2.tickvals) < 0
    assert not any(text.startswith(("-", "−")) for text in figure.layout.yaxis2.ticktext)


def test_a_flow_that_nobody_stated_is_no_bar_and_says_so() -> None:
    figure = drawn(
        "stock_and_flow", years({"n": 5, "started": 5, "ended": None}, {"n": None, "started": 1, "ended": 1})
    )
    (ended,) = (trace for trace in figure.data if trace.type == "bar" and trace.yaxis == "y2" and trace.y[0] < 0)
    assert list(ended.x) == [2024]
    whole = next(trace for trace in figure.data if trace.yaxis == "y3")
    assert "Ended: not stated" in whole.hovertext[0]
    assert "N: not stated" in whole.hovertext[1]
    line = next(trace for trace in strokes(figure))
    assert list(line.y) == [5, None]


def test_a_year_can_be_hit_over_the_whole_height() -> None:
    figure = drawn("stock_and_flow", years({"n": 5}, {"n": 6}))
    whole = next(trace for trace in figure.data if trace.yaxis == "y3")
    assert list(whole.y) == [1, 1]
    assert list(whole.customdata) == ["2023", "2024"]
    assert list(figure.layout.yaxis3.domain) == [0, 1]


@pytest.mark.parametrize(("sample", "word"), [("stock_and_flow", "Hatched"), ("lines", "Dotted")])
def test_a_year_that_is_not_over_looks_so(sample: str, word: str) -> None:
    answer = [row(0, year=year, country="PAK", n=4, share=50.0) for year in (2024, 2025, 2026)]
    figure = drawn(sample, answer, AS_OF)
    assert f"{word}: 2026, to 22 Nov 2026" in notes(figure)
    dotted = [trace for trace in strokes(figure) if trace.line.dash == "dot"]
    assert [list(trace.x) for trace in dotted] == [[2025, 2026]]
    assert not [text for text in notes(drawn(sample, answer)) if "2026, to" in text]


def test_shares_run_from_0_to_100_and_a_gap_is_no_nought() -> None:
    answer = [
        row(0, year=year, country="PAK", share=share) for year, share in ((2020, 10.0), (2021, None), (2023, 30.0))
    ]
    figure = drawn("lines", answer)
    line = next(trace for trace in strokes(figure) if not trace.fill)
    assert list(line.x) == [2020, 2021, 2022, 2023]
    assert list(line.y) == [10, None, None, 30]
    assert list(figure.layout.yaxis.range) == [0, 101]
    assert "100 %" in figure.layout.yaxis.ticktext
    dots = next(trace for trace in figure.data if trace.mode == "markers")
    assert list(dots.y) == [10, 30]
    assert "3 of 50 universities" in dots.hovertext[0]


SINGLE: dict[str, object] = {"low": None, "high": None}


def test_lines_are_named_at_their_ends_and_the_gap_has_its_words() -> None:
    answer = [row(0, year=2020, country="PAK", share=98.0, **SINGLE), row(1, year=2020, country="BGD", share=60.7)]
    figure = drawn("lines", answer)
    assert {"Pakistan<br><b>98 %</b>", "Bangladesh<br><b>61 %</b>"} <= set(notes(figure))
    assert any(text.startswith("<b>37 points</b>") for text in notes(figure))
    bracket = next(shape for shape in figure.layout.shapes if shape.xsizemode == "pixel" and shape.xref == "paper")
    assert (bracket.y0, bracket.y1) == (60.7, 98)
    alone = drawn("lines", answer[:1])
    assert not any("points" in text for text in notes(alone))


def test_a_range_is_named_as_one_at_the_end_and_its_gap_is_about() -> None:
    ever = row(0, year=2020, country="PAK", share=91.0, **SINGLE)
    figure = drawn("lines", [ever, row(1, year=2020, country="BGD", share=59.3, low=59.3, high=60.2)])
    assert {"Pakistan<br><b>91 %</b>", "Bangladesh<br><b>59–60 %</b>"} <= set(notes(figure))
    assert any(text.startswith("<b>about 31 points</b>") for text in notes(figure))
    dots = [trace for trace in figure.data if trace.mode == "markers"]
    assert "Bangladesh: between 59.3 % and 60.2 %" in dots[1].hovertext[0]
    narrow = drawn("lines", [ever, row(1, year=2020, country="BGD", share=59.1, low=59.1, high=59.4)])
    assert "Bangladesh<br><b>59 %</b>" in notes(narrow)


def test_what_is_made_of_rounded_counts_is_about() -> None:
    plain = question("lines")
    asked = replace(plain, chart={**plain.chart, "words": "words"})
    answer = [
        row(0, year=2020, country="PAK", share=90.9, words="about 100 of about 110", **SINGLE),
        row(1, year=2020, country="BGD", share=0.0, words="0 of about 60", **SINGLE),
    ]
    figure = figures.draw(asked, answer, LIGHT, as_of=OVER, kind="programme")
    assert {"Pakistan<br><b>about 91 %</b>", "Bangladesh<br><b>0 %</b>"} <= set(notes(figure))
    assert any(text.startswith("<b>about 91 points</b>") for text in notes(figure))


@pytest.mark.parametrize(("share", "said"), [(0.3, "under 1 %"), (99.7, "over 99 %"), (100.0, "100 %"), (0.0, "0 %")])
def test_nearly_none_and_nearly_all_are_neither(share: float, said: str) -> None:
    assert f"Pakistan<br><b>{said}</b>" in notes(
        drawn("lines", [row(0, year=2020, country="PAK", share=share, **SINGLE)])
    )


def test_a_line_that_stops_early_says_when() -> None:
    answer = [row(0, year=year, country="PAK", share=40.0, **SINGLE) for year in (2020, 2021)]
    answer += [row(1, year=2022, country="BGD", share=50.0)]
    figure = drawn("lines", answer)
    assert "Pakistan<br><b>40 %</b> in 2021" in notes(figure)
    leaders = [shape for shape in figure.layout.shapes if shape.line.dash == "dot"]
    assert [(shape.x0, shape.y0) for shape in leaders] == [(2021, 40)]


def test_a_target_is_a_level_line_within_the_scale() -> None:
    answer = [row(0, year=2020, country="PAK", share=40.0, level=90.0, **SINGLE)]
    figure = drawn("lines", answer)
    assert "Target: 90 %" in notes(figure)
    level = next(shape for shape in figure.layout.shapes if shape.line.dash == "dash")
    assert (level.y0, level.y1, level.line.color) == (90, 90, LIGHT.ink)
    two = drawn("lines", [*answer, row(1, year=2020, country="BGD", share=20.0, level=50.0)])
    assert {"Pakistan: 90 %", "Bangladesh: 50 %"} <= set(notes(two))


def test_no_more_than_four_lines_are_drawn_each_with_its_own_sign() -> None:
    answer = [row(place, year=2020, country=code, share=10.0 * place) for place, code in enumerate("ABCDEF")]
    dots = [trace for trace in drawn("lines", answer).data if trace.mode == "markers"]
    assert len({trace.marker.symbol for trace in dots}) == len(dots) == 4


def test_a_range_is_a_field_between_its_ends() -> None:
    answer = [row(0, year=year, country="PAK", share=50.0, low=40.0, high=60.0) for year in (2020, 2021)]
    field = next(trace for trace in drawn("lines", answer).data if trace.fill == "toself")
    assert list(field.y) == [60, 60, 40, 40]
    assert list(field.x) == [2020, 2021, 2021, 2020]


def test_a_curve_falls_in_steps_from_all_of_them() -> None:
    answer = [
        row(0, country="PAK", after=after, share=share, n=n) for after, share, n in ((1.0, 80.0, 10), (2.5, 60.0, 4))
    ]
    figure = drawn("survival", answer)
    curve = next(trace for trace in strokes(figure) if trace.line.width == 2.5)
    assert (list(curve.x), list(curve.y)) == ([0, 1, 2.5], [100, 80, 60])
    assert curve.line.shape == "hv"
    assert "Pakistan<br><b>60 %</b>" in notes(figure)
    assert "After 1 year: 80 %" in next(trace for trace in figure.data if trace.mode == "markers").hovertext[0]


def test_under_the_axis_stand_the_numbers_still_observed() -> None:
    answer = [
        row(0, country="PAK", after=after, share=90 - after, n=n) for after, n in ((0.0, 20), (1.0, 12), (2.5, 5))
    ]
    figure = drawn("survival", answer)
    under = {note.x: note.text for note in figure.layout.annotations if note.xref == "x"}
    assert under == {0: "20", 1: "12", 2: "5"}
    assert "<b>N</b>" in notes(figure)


@pytest.mark.parametrize("sample", ["lines", "survival", "stock_and_flow"])
def test_words_beside_the_plot_fit_their_margin(sample: str) -> None:
    answer = [
        row(place, year=2020 + place // 2, country=("PAK", "BGD")[place % 2], after=1.0 + place) for place in range(8)
    ]
    figure = drawn(sample, answer)
    for note in figure.layout.annotations:
        if note.xref == "paper" and note.x == 1 and note.xanchor == "left":
            plain = note.text.replace("<b>", "").replace("</b>", "")
            assert longest([plain], note.font.size) <= figure.layout.margin.r - (note.ax or note.xshift or 0) + 1
    assert NARROW - figure.layout.margin.l - figure.layout.margin.r >= 160


def test_panels_stand_below_each_other_on_one_scale_each_with_its_gap() -> None:
    plain = question("lines")
    asked = replace(plain, chart={**plain.chart, "facet": "country", "colour": "name"})
    cells = [
        ("PAK", "Reached", 98.0),
        ("PAK", "In post", 60.0),
        ("BGD", "Reached", 70.0),
    ]
    answer = [row(0, year=2020, country=code, name=name, share=share, **SINGLE) for code, name, share in cells]
    figure = figures.draw(asked, answer, LIGHT, as_of=OVER)
    assert {"<b>Pakistan</b>", "<b>Bangladesh</b>", "Reached<br><b>98 %</b>", "Reached<br><b>70 %</b>"} <= set(
        notes(figure)
    )
    assert figure.layout.yaxis.range == figure.layout.yaxis2.range
    assert figure.layout.yaxis.domain[0] > figure.layout.yaxis2.domain[1]
    assert sum(text.startswith("<b>38 points</b>") for text in notes(figure)) == 1
    assert figure.layout.height == figures.height(asked, answer) > figures.height(plain, answer)
    assert {trace.yaxis for trace in figure.data} == {"y", "y2"}


def test_a_key_of_very_long_names_fits_a_phone() -> None:
    placed = [
        each for line in key_rows(["University of a Very Long Name " * 4, "Second", "Third " * 12]) for each in line
    ]
    assert max(x + 18 + measure(name, SMALL) for x, name in placed) <= NARROW
    assert placed[0][1].endswith("…")
