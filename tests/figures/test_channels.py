"""Golden checks: each form puts the numbers of its rows where its channels say."""

import datetime

import pytest

from dashboard import figures
from dashboard.figures import text, theme
from dashboard.figures.frame import nice_top
from dashboard.figures.steps import apart
from dashboard.figures.timeline import LEVEL, lanes
from tests.figures.samples import AS_OF, BANDS, question, row, rows

LIGHT = theme("light")


def drawn(sample: str, answer: list[dict[str, object]]):  # type: ignore[no-untyped-def]
    return figures.draw(question(sample), answer, LIGHT, bands=BANDS, as_of=AS_OF)


def notes(figure) -> list[str]:  # type: ignore[no-untyped-def]
    return [note.text for note in figure.layout.annotations]


def test_steps_stack_the_groups_with_inspire_below_and_name_them_at_the_end() -> None:
    answer = rows("stacked_steps")
    figure = drawn("stacked_steps", answer)
    bars = [trace for trace in figure.data if trace.type == "bar"]
    assert [bar.name for bar in bars] == ["INSPIRE", "Agreed by the institutions themselves"]
    assert list(bars[0].y) == [each["n"] for each in answer if each["programme"] == "inspire"]
    assert bars[0].marker.color[0] == LIGHT.palettes["programme"]["inspire"]
    last = answer[6]["n"]
    assert f"INSPIRE<br><b>{last}</b>" in notes(figure)
    assert f"<b>{answer[6]['n'] + answer[7]['n']}</b>" in notes(figure)  # type: ignore[operator]
    assert {"INSPIRE in Pakistan", "INSPIRE in Bangladesh"} <= set(notes(figure))


def test_steps_keep_what_was_known_where_a_year_has_no_row() -> None:
    answer = [row(0, year=2020, n=4), row(0, year=2022, n=6)]
    (bar,) = [trace for trace in drawn("stacked_steps", answer).data if trace.type == "bar"]
    assert list(bar.x) == [2020, 2021, 2022]
    assert list(bar.y) == [4, 4, 6]


@pytest.mark.parametrize("sample", ["stacked_steps", "columns"])
def test_a_year_that_the_data_cut_short_is_hatched_and_says_so(sample: str) -> None:
    figure = drawn(sample, rows(sample))
    bar = next(trace for trace in figure.data if trace.type == "bar")
    hatched = dict(zip(bar.x, bar.marker.pattern.shape, strict=True))
    assert hatched[2026] == "/"
    assert hatched[2024] == ""
    assert "Hatched: 2026, to 22 Nov 2026" in notes(figure)
    assert any("2026, to 22 Nov 2026" in said for said in bar.hovertext)


def test_a_year_that_is_over_is_not_hatched() -> None:
    figure = figures.draw(question("columns"), rows("columns"), LIGHT, as_of=datetime.date(2026, 12, 31))
    assert all(shape in ("", "x") for trace in figure.data for shape in trace.marker.pattern.shape)


def test_what_is_not_stated_is_striped_and_never_a_zero() -> None:
    figure = drawn("lying_columns", [row(0, course="mixed", n=5), row(1, course="unknown", n=None)])
    assert "not stated" in notes(figure)
    assert "<b>0</b>" not in notes(figure)
    striped = drawn("lying_columns", [row(0, n=5), row(1, n=2)])
    assert "x" in [shape for trace in striped.data for shape in trace.marker.pattern.shape]
    assert "Number not stated" in notes(striped)


def test_ranked_bars_keep_the_order_and_the_lengths_of_the_rows() -> None:
    answer = rows("ranked_bars", 14)
    figure = drawn("ranked_bars", answer)
    visible = figure.data[-1]
    pakistan = [each for each in answer if each["country"] == "PAK"][:5]
    bangladesh = [each for each in answer if each["country"] == "BGD"][:5]
    assert list(visible.x) == [each["n"] for each in pakistan + bangladesh]
    assert list(visible.customdata) == [each["id"] for each in pakistan + bangladesh]
    assert list(visible.y) == sorted(visible.y)
    assert [said for said in notes(figure) if "more" in said] == ["and 2 more in the numbers below"] * 2
    assert {"<b>Pakistan</b>", "<b>Bangladesh</b>", "Works in both countries"} <= set(notes(figure))
    diamonds = [shape for shape in figure.layout.shapes if shape.type == "path" and shape.yref == "y"]
    assert len(diamonds) == sum(bool(each["both"]) for each in pakistan + bangladesh)


def test_shares_stand_on_one_scale_with_n_of_n_beside_them() -> None:
    figure = drawn("share_bars", [row(0, n=15, total=48), row(1, n=0, total=0)])
    assert list(figure.data[-1].x) == [pytest.approx(31.25), None]
    assert list(figure.data[1].x) == [100, 100]
    assert {"<b>15 of 48</b>", "<b>0 of 0</b>"} <= set(notes(figure))
    assert "nobody to count" in figure.data[-1].hovertext[1]


def test_paired_dots_tell_the_countries_apart_by_shape_too() -> None:
    figure = drawn("paired_dots", rows("paired_dots", 4))
    pakistan, bangladesh = figure.data[1:]
    assert (pakistan.marker.symbol, bangladesh.marker.symbol) == ("circle", "diamond")
    assert list(pakistan.x) == [3, 17]
    assert list(pakistan.y) == list(bangladesh.y)


def test_cells_of_the_matrix_hold_their_number_in_a_colour_that_it_can_be_read_on() -> None:
    from dashboard.figures.theme import contrast

    answer = rows("heat_matrix")
    _, cells = drawn("heat_matrix", answer).data
    assert list(cells.text) == [str(each["n"]) for each in answer]
    pairs = zip(cells.insidetextfont.color, cells.marker.color, strict=True)
    assert min(contrast(ink, fill) for ink, fill in pairs) >= 4.5


def test_the_strip_is_hollow_where_no_number_is_stated_and_hides_no_dot() -> None:
    answer = [row(place, country="PAK", n=None if place == 1 else 20 + place) for place in range(6)]
    figure = drawn("strip", answer)
    fills = {key: fill for trace in figure.data for key, fill in zip(trace.customdata, trace.marker.color, strict=True)}
    assert fills["row-1"] == LIGHT.ground
    assert fills["row-0"] == LIGHT.colour("country", "PAK")
    assert "no date" in notes(figure)
    same = [row(place, country="PAK", date=datetime.date(2015, 3, 1)) for place in range(5)]
    ((_, placed, levels),) = lanes(question("strip"), same)
    assert sorted(level for _, level in placed) == list(range(5))
    assert levels * LEVEL < figures.height(question("strip"), same)


def test_definitions_without_a_share_have_no_dot_and_a_repeated_share_is_one_line() -> None:
    answer = [row(place, n=98) for place in range(3)] + [row(3, n=None), row(4, n=12)]
    figure = drawn("scale_dots", answer)
    assert list(figure.data[-1].x) == [98, 98, 98, 12]
    assert len(figure.data[-1].customdata) == 4
    assert "no share" in notes(figure)
    assert [shape.x0 for shape in figure.layout.shapes if shape.type == "line"] == [98]


def test_completeness_shows_n_of_the_tables_rows() -> None:
    figure = drawn("completeness", [row(0, n=25), row(1, n=50)])
    assert list(figure.data[-1].x) == [pytest.approx(0.43), pytest.approx(0.86)]
    assert "25 of 50 universities" in figure.data[-1].hovertext[0]


def test_labels_move_apart_and_keep_their_order() -> None:
    heights = [40.0, 30.0, 30.0, 50.0]
    placed = apart([10, 12, 14, 290], heights, 300)
    gaps = [b - a - (hb + ha) / 2 for a, b, ha, hb in zip(placed, placed[1:], heights, heights[1:], strict=False)]
    assert min(gaps) >= -0.01
    assert placed == sorted(placed)


@pytest.mark.parametrize(("top", "end", "step"), [(0, 1, 1), (3, 3, 1), (9, 10, 5), (79, 80, 20), (1029, 1500, 500)])
def test_count_axes_end_on_round_numbers(top: float, end: float, step: float) -> None:
    assert nice_top(top) == (end, step)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1, "partnerships", "1 partnership"),
        (1204, "people", "1,204 people"),
        (1, "people", "1 person"),
        (1, "universities", "1 university"),
        (None, "people", "not stated"),
        (11.64, "per cent", "11.6 per cent"),
    ],
)
def test_counts_read_as_words(value: float | None, unit: str, words: str) -> None:
    assert text.count(value, unit) == words


def test_long_words_are_elided_with_their_whole_in_the_hover() -> None:
    assert text.measure(text.elided("University " * 20, 13, 200), 13) <= 200
    assert text.wrapped("one two three", 13, 40, 2) == ["one two"[:3], text.elided("two three", 13, 40)]
