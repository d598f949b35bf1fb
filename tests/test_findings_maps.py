"""The findings of the map on rows made by hand: one year and all, ties, small bases, one country."""

from typing import Any

import pytest

from tests.test_findings import Row, asked, rows_of

pairs = rows_of("country", "n", "state", "year")
yearly = rows_of("year", "n", "active", "undated")
registered = rows_of("country", "region", "linked", "one")
held = rows_of("name", "country", "n", "both")


def linked(rows: list[Row]) -> str:
    return asked("linked", rows, value="n", by="country", unit="links", year="year", state="state")


def test_links_of_the_whole_period_are_split_by_country() -> None:
    rows = pairs(("PAK", 4, None, None), ("BGD", 2, None, None))
    assert linked(rows) == "6 links: 4 with Pakistan, 2 with Bangladesh."


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            pairs(("PAK", 4, "new", 2012), *[("BGD", 1, "active", 2012)] * 3, ("BGD", 1, "ended", 2012)),
            "8 links known by 2012: 4 with Pakistan, 4 with Bangladesh. Of five pairs of places one is new, "
            "three more active.",
        ),
        (
            pairs(*[("PAK", 2, "ended", 2012)] * 12),
            "24 links known by 2012 with Pakistan. Of 12 pairs of places none is new, none more active.",
        ),
        (pairs(("PAK", 1, "new", 2008)), "1 link known by 2008 with Pakistan."),
    ],
)
def test_links_of_one_year_say_how_many_pairs_are_new_and_active(rows: list[Row], said: str) -> None:
    assert linked(rows) == said


def through_years(rows: list[Row]) -> str:
    entries = {"x": "year", "value": "n", "active": "active", "undated": "undated"}
    return asked("through_years", rows, unit="partnerships", **entries)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            yearly((2010, 3, 3, 1), (2011, 12, 10, 1), (2012, 12, 0, 1)),
            "12 partnerships with links are known by 2012; ten were shown active in 2011, more than in any other "
            "year. One more carries no date.",
        ),
        (
            yearly((2010, 3, 1, 2), (2011, 6, 1, 2)),
            "6 partnerships with links are known by 2011; one was shown active at the most in one year. "
            "Two more carry no date.",
        ),
        (yearly((2010, 6, 0, 0), (2011, 6, 0, 0)), "6 partnerships with links are known by 2011."),
        (yearly((2011, 6, 6, 0)), "6 partnerships with links are known by 2011."),
        (yearly((2010, 2, 2, 9), (2011, 4, 0, 9)), ""),
    ],
)
def test_through_years(rows: list[Row], said: str) -> None:
    assert through_years(rows) == said


def test_on_register_counts_institutions_by_country_and_names_regions_without_a_link() -> None:
    rows = registered(
        *[("PAK", "Punjab", True, 1)] * 2,
        *[("PAK", "Punjab", False, 1)] * 3,
        *[("PAK", "Sindh", False, 1)] * 6,
        *[("PAK", None, False, 1)] * 2,
        ("BGD", "Dhaka", True, 1),
    )
    said = asked("on_register", rows, value="linked", total="one", by="country", label="region")
    assert said == (
        "A link is found for 2 of 13 registered in Pakistan, none found in Sindh (6); 1 of 1 registered in Bangladesh."
    )


def in_both(*rows: tuple[Any, ...]) -> str:
    entries = {"label": "name", "by": "country", "value": "n", "mark": "both"}
    return asked("in_both", held(*rows), unit="partnerships", **entries)


SINGLES = [(name, "PAK", 1, False) for name in "cdefg"]


def test_in_both_names_those_that_hold_most() -> None:
    a, b = [("a", "PAK", 2, True), ("a", "BGD", 3, True)], [("b", "PAK", 1, True), ("b", "BGD", 1, True)]
    assert in_both(*a, *b, *SINGLES) == (
        "Two of the seven linked UK institutions work in both countries; a holds most, five partnerships."
    )
    assert in_both(*a, *SINGLES) == "One of the six linked UK institutions works in both countries: a."
    even = [(name, country, 1, True) for name in "ab" for country in ("PAK", "BGD")]
    assert in_both(*even, *SINGLES) == (
        "Two of the seven linked UK institutions work in both countries; a and b hold most, two partnerships each."
    )
    many = [(name, country, 1, True) for name in "abhij" for country in ("PAK", "BGD")]
    assert in_both(*many, *SINGLES) == "Five of the ten linked UK institutions work in both countries."


def test_in_both_says_nothing_of_one_country_or_of_few() -> None:
    assert in_both(*SINGLES) == ""
    assert in_both(("a", "PAK", 2, True), ("a", "BGD", 3, True)) == ""
    assert in_both(*SINGLES, ("h", "BGD", 1, False)) == (
        "None of the six linked UK institutions work in both countries."
    )
