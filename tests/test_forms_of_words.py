"""The forms that are words: headline figures, arithmetic, two sides, squares and cards, as safe HTML."""

import re
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from dashboard import catalogue
from dashboard.catalogue import Question
from dashboard.figures.theme import theme
from dashboard.panels import cards, paired, squares, walls

LOOKS = [theme("light"), theme("dark")]
LIGHT = LOOKS[0]
HOSTILE = "<script>alert(1)</script> & 'single'"

both_looks = pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)


def question(chart: str, columns: str) -> Question:
    return catalogue.parse(
        "sample/words",
        f'/*\nquestion = "How many?"\nrow = "one row"\nkey = ["label"]\nchart = {{ {chart} }}\nreads = []\n'
        f'finding = {{ kind = "none" }}\n[columns]\nlabel = {{ type = "VARCHAR" }}\n{columns}\n*/\nselect 1',
    )


WALL = question(
    'form = "kpi_wall", label = "label", value = "value", unit = "unit", of = "of", against = "against", '
    'note = "note", spark = "spark", spark_words = "span"',
    'value = { type = "VARCHAR" }',
)


def kpi(**cells: Any) -> dict[str, Any]:
    plain = {"label": "Active", "value": "53", "unit": "", "of": "", "against": "against 38 in 2014", "note": ""}
    return plain | {"spark": [1.0, 2.0, 4.0], "span": "2012–2014"} | cells


def points(picture: str) -> list[list[tuple[float, float]]]:
    """Return the points of each stroke of a sparkline."""
    svg = ElementTree.fromstring(unquote(picture.split("image/svg+xml,")[1].split('"')[0]))
    strokes = [path.get("d", "") for path in svg if path.get("fill") == "none"]
    return [[tuple(map(float, point.split(","))) for point in path[1:].split("L")] for path in strokes]  # type: ignore[misc]


@both_looks
def test_a_tile_says_value_comparison_and_way(look: Any) -> None:
    html = walls.wall(WALL, [kpi(unit="%", of="8 of 15", note="Ever reached: 9 of 10")], look)
    for words in (
        "Active",
        "53 <small>%</small>",
        "8 of 15",
        "against 38 in 2014",
        "Ever reached: 9 of 10",
        "2012–2014",
    ):
        assert words in html
    assert re.search(r'<img class="spark" alt="" aria-hidden="true" src="data:image/svg\+xml,', html)
    assert look.accent.strip("#") in unquote(html)


def test_a_value_that_is_not_stated_is_never_nought() -> None:
    html = walls.wall(WALL, [kpi(value=None, unit="%", spark=None)], LIGHT)
    assert "not stated" in html
    assert "%" not in html
    assert "<img" not in html
    assert "2012–2014" not in html


def test_a_way_begins_at_nought_stays_in_its_frame_and_breaks_at_a_gap() -> None:
    ((first, _, last),) = points(walls.sparkline([0.0, 5.0, 10.0], LIGHT))
    assert first == (walls.EDGE, walls.TALL - walls.EDGE)
    assert last == (walls.WIDE - walls.EDGE, walls.EDGE)
    parted = points(walls.sparkline([3.0, 4.0, None, 5.0], LIGHT))
    assert [len(run) for run in parted] == [2, 1]
    assert walls.sparkline([None, None], LIGHT) == walls.sparkline([], LIGHT) == ""
    assert points(walls.sparkline([0.0], LIGHT))


def test_arithmetic_reads_as_one_line_with_its_result() -> None:
    asked = question('form = "arithmetic", label = "label", steps = "steps", result = "result"', "")
    html = walls.sums(asked, [{"label": "Pakistan", "steps": ["90 % of 90 is 81", "55 are trained"], "result": "26"}])
    read = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    assert read == "Pakistan 90 % of 90 is 81 → 55 are trained → 26"
    assert html.count('aria-hidden="true">→') == 2
    one = walls.sums(asked, [{"label": None, "steps": "All trained", "result": None}])
    assert "not stated" in one
    assert 'class="what"' not in one


SIDES = question(
    'form = "before_after", label = "label", value = "value", colour = "side", unit = "unit", words = "words", '
    'side_words = "name"',
    'side = { type = "VARCHAR" }\nvalue = { type = "DOUBLE" }',
)


def sides(a: Any, b: Any, unit: str = "", words: tuple[Any, Any] = (None, None)) -> list[dict[str, Any]]:
    names = ("Pakistan", "Bangladesh")
    return [
        {"label": "Active", "side": side, "value": value, "unit": unit, "words": told, "name": name}
        for side, value, told, name in zip("ab", (a, b), words, names, strict=True)
    ]


@pytest.mark.parametrize(
    ("a", "b", "unit", "apart"),
    [
        (53, 60, "", "+7"),
        (53.0, 33.0, "partnerships", "−20"),
        (62.0, 48.5, "%", "−13.5 points"),
        (5, 5, "", "the same"),
        (None, 5, "", ""),
    ],
)
def test_the_difference_is_the_second_side_less_the_first(a: Any, b: Any, unit: str, apart: str) -> None:
    assert f'<span class="apart">{apart}</span>' in paired.pairs(SIDES, sides(a, b, unit), LIGHT)


@pytest.mark.parametrize(
    ("words", "values", "unit", "apart"),
    [
        (("64 to 65 of 108", "15 of 58"), (59.3, 25.9), "%", "about −33 points"),
        (("about 65 of about 110", "about 65 of about 112"), (59.1, 58.9), "%", "about the same"),
        (("about 1,025", "about 1,070"), (1025, 1070), "", "about +45"),
        (("53", "60"), (53, 60.5), "", "+7.5"),
    ],
)
def test_a_difference_from_a_range_or_a_rounded_number_is_about(
    words: tuple[str, str], values: tuple[float, float], unit: str, apart: str
) -> None:
    html = paired.pairs(SIDES, sides(*values, unit, words=words), LIGHT)
    assert f'<span class="apart">{apart}</span>' in html


def test_both_sides_stand_on_one_scale_within_the_line() -> None:
    assert re.findall(r"width:([\d.]+)%", paired.pairs(SIDES, sides(20, 40), LIGHT)) == ["50.0", "100.0"]
    assert re.findall(r"width:([\d.]+)%", paired.pairs(SIDES, sides(20, 40, "%"), LIGHT)) == ["20.0", "40.0"]


def test_a_side_without_a_number_has_no_bar_and_says_so() -> None:
    html = paired.pairs(SIDES, sides(20, None), LIGHT)
    assert html.count('class="fill"') == 1
    assert "not stated" in html
    hidden = paired.pairs(SIDES, sides(240, None, words=("about 240", "fewer than 10")), LIGHT)
    assert "about 240" in hidden
    assert "fewer than 10" in hidden
    assert "not stated" not in hidden


def test_a_side_that_brings_no_row_is_not_stated() -> None:
    rows = [*sides(1, 2), {**sides(3, 4)[0], "label": "Ended"}]
    assert paired.pairs(SIDES, rows, LIGHT).count("not stated") == 1


SQUARES = question(
    'form = "squares", label = "label", value = "n", total = "total", facet = "country"',
    'country = { type = "VARCHAR", words = "country" }\nn = { type = "BIGINT" }\ntotal = { type = "BIGINT" }',
)


def region(n: Any, total: Any, **cells: Any) -> dict[str, Any]:
    return {"label": "Punjab", "country": "PAK", "n": n, "total": total} | cells


@both_looks
def test_every_institution_has_a_square_filled_where_it_was_reached(look: Any) -> None:
    html = squares.fields(SQUARES, [region(3, 8), region(0, 4, country="BGD", label="Rangpur")], look)
    assert (html.count("<i></i>"), html.count('<i class="open"></i>')) == (3, 9)
    assert "<strong>3 of 8</strong>" in html
    assert look.colour("country", "PAK") in html
    assert re.findall(r"<h4>(.*?)</h4>", html) == ["Pakistan", "Bangladesh"]


def test_very_many_are_one_bar_and_an_unknown_number_is_neither() -> None:
    many = squares.fields(SQUARES, [region(100, 401)], LIGHT)
    assert "<i" not in many
    assert "width:24.9%" in many
    unknown = squares.fields(SQUARES, [region(None, 12)], LIGHT)
    assert "not stated of 12" in unknown
    assert "<i" not in unknown


CARDS = question(
    'form = "cards", group = ["country", "aspect"], title = "label", text = "text", source = "source_url", '
    'details = ["date"]',
    'country = { type = "VARCHAR", words = "country" }\naspect = { type = "VARCHAR", words = "aspect" }\n'
    'date = { type = "VARCHAR" }',
)


def card(**cells: Any) -> dict[str, Any]:
    plain = {"label": "Water", "text": "Wells were mapped.", "country": "PAK", "aspect": "social_return"}
    return plain | {"date": "2014", "source_url": "https://example.org/a; Report"} | cells


def test_cards_stand_in_columns_under_their_countries() -> None:
    html = cards.columns_of_cards(CARDS, [card(), card(aspect="capacity"), card(country="BGD", date=None)])
    assert re.findall(r'<h4 class="part">(.*?)</h4>', html) == ["Pakistan", "Bangladesh"]
    assert re.findall(r"<section><h4>(.*?)</h4>", html) == ["Social return", "Capacity", "Social return"]
    assert html.count("<h5>Water</h5>") == 3
    assert html.count('class="details"') == 2


def test_of_very_many_cards_the_first_are_shown_and_the_rest_counted() -> None:
    html = cards.columns_of_cards(CARDS, [card(label=f"Water {place}") for place in range(1, 11)])
    assert html.count('<li class="card">') == cards.MOST_IN_A_COLUMN
    assert "Water 1</h5>" in html
    assert "and 4 more in the numbers below" in html


def test_cards_without_groups_are_one_list() -> None:
    plain = question('form = "cards", title = "label", text = "text", source = "source_url"', "")
    html = cards.columns_of_cards(plain, [card(), card(label=None, text=None)])
    assert html.count("<li") == 2
    assert html.count("<h4>") == 1


def test_hostile_words_stay_words() -> None:
    pages = [
        walls.wall(WALL, [kpi(**dict.fromkeys(("label", "value", "unit", "of", "against", "note"), HOSTILE))], LIGHT),
        walls.sums(question('form = "arithmetic", steps = "s", result = "r"', ""), [{"s": [HOSTILE], "r": HOSTILE}]),
        paired.pairs(
            SIDES, [row | {"label": HOSTILE, "name": HOSTILE, "words": HOSTILE} for row in sides(1, 2)], LIGHT
        ),
        squares.fields(SQUARES, [region(1, 2, label=HOSTILE)], LIGHT),
        cards.columns_of_cards(CARDS, [card(label=HOSTILE, text=HOSTILE, date=HOSTILE, source_url=HOSTILE)]),
    ]
    assert not any("<script" in page for page in pages)
