"""Sentences about leadership courses and coverage: what they say, and when they keep silent."""

from typing import Any

import pytest

from dashboard import findings
from dashboard.catalogue import question
from tests.asking import world

Row = dict[str, Any]


def asked(name: str, rows: list[Row], kind: str = "programme") -> str:
    """Say the finding of made rows by the front matter of a real question."""
    return findings.sentence(question(f"leadership/{name}"), rows, kind)


def measures(*rows: tuple[Any, ...]) -> list[Row]:
    named = ("country", "measure", "label", "n_of_n", "share", "share_low", "of", "line")
    beside = {"group_words": "vice-chancellors", "day_words": "30 June 2024"}
    return [dict(zip(named, row, strict=True)) | beside for row in rows]


PAKISTAN = measures(
    ("PAK", "A", "A · Institutions ever reached", "90 of 92", 97.8, None, 92, 98.0),
    ("PAK", "C", "C · People since 2010", "between 150 and 160 of 200", None, 75.0, 200, 98.0),
    ("PAK", "D", "D · In post", "55 of 91", 60.4, None, 91, 98.0),
)


def test_coverage_names_the_figure_nearest_to_the_published_one() -> None:
    assert asked("coverage_measures", PAKISTAN) == (
        "Pakistan: the figure nearest to 98 % is A, institutions ever reached (90 of 92); "
        "of the vice-chancellors in post on 30 June 2024, 55 of 91."
    )


def test_coverage_of_made_up_data_is_compared_with_nothing() -> None:
    said = asked("coverage_measures", PAKISTAN, "demonstration")
    assert said == (
        "Pakistan: ever reached, 90 of 92 institutions; of the vice-chancellors in post on 30 June 2024, "
        "55 of 91 are trained."
    )
    assert "98" not in said


def test_coverage_without_a_published_figure_or_with_too_few_people() -> None:
    unpublished = [row | {"line": None} for row in PAKISTAN]
    assert "nearest" not in asked("coverage_measures", unpublished)
    assert asked("coverage_measures", [row | {"of": 4} for row in PAKISTAN]) == ""
    assert asked("coverage_measures", PAKISTAN[:2]) == ""


def test_in_post_names_the_largest_and_the_smallest_share() -> None:
    named = ("country", "role_group", "n_of_n", "share", "share_low", "of")
    rows = [
        dict(zip(named, row, strict=True))
        for row in (
            ("PAK", "vice_chancellor", "55 of 91", 60.4, None, 91),
            ("PAK", "dean", "between 5 and 9 of 110", None, 4.5, 110),
            ("PAK", "registrar", "4 of 4", 100.0, None, 4),
        )
    ]
    assert asked("in_post_by_role_group", rows) == (
        "In Pakistan the largest share is that of the vice-chancellors (55 of 91), "
        "the smallest that of the deans (between 5 and 9 of 110)."
    )
    assert asked("in_post_by_role_group", rows[:1]) == ""


def years(*shares: tuple[int, float | None, float | None]) -> list[Row]:
    return [
        {
            "country": "PAK",
            "measure": measure,
            "year": year,
            "share": share,
            "share_low": None,
            "share_high": None,
            "n_of_n": "",
            "of": 90,
        }
        for at, measure in enumerate("AD", 1)
        for year, *_ in shares
        for share in [next(row for row in shares if row[0] == year)[at]]
    ]


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        (((2010, 30.0, 30.0), (2011, 60.0, 40.0), (2012, 80.0, 50.0)), " (10 points or more apart since 2011)."),
        (((2010, 60.0, 40.0), (2011, 60.0, 59.0), (2012, 80.0, 50.0)), " (10 points or more apart since 2012)."),
        (((2011, 81.0, 50.0), (2012, 80.0, 75.0)), "."),
        (((2011, 81.0, 50.0), (2012, 80.0, None)), None),
    ],
)
def test_apart_says_since_when_for_good(shares: Any, said: str | None) -> None:
    found = asked("ever_and_today_by_year", years(*shares))
    if said is None:
        assert found == ""
    else:
        today = f"{shares[-1][2]:.0f}"
        assert (
            found == f"In Pakistan 80 % of institutions were ever reached, {today} % of those in post are trained{said}"
        )


@pytest.mark.parametrize(
    ("low", "high", "counted", "said"),
    [
        (59.3, 60.2, "between 64 and 65 of 108", "59 to 60 %"),
        (59.1, 59.4, "between 64 and 65 of 108", "59 %"),
        (59.3, None, "between 64 and fewer than 70 of 108", "at least 59 %"),
        (59.1, 63.6, "between about 65 and about 70 of about 110", "about 59 to 64 %"),
        (None, None, "about 65 of about 110", "about 59 %"),
    ],
)
def test_apart_says_a_range_and_what_is_rounded(low: float | None, high: float | None, counted: str, said: str) -> None:
    ever, today = years((2024, 91.0, 59.1))
    rows = [ever, today | {"share": low or 59.1, "share_low": low, "share_high": high, "n_of_n": counted}]
    since = "" if low and not high else " (10 points or more apart since 2024)"
    assert asked("ever_and_today_by_year", rows) == (
        f"In Pakistan 91 % of institutions were ever reached, {said} of those in post are trained{since}."
    )


def test_apart_is_parted_only_where_the_whole_range_lies_ten_points_away() -> None:
    ever, today = years((2024, 70.0, 55.0))
    rows = [ever, today | {"share_low": 55.0, "share_high": 62.0}]
    assert "apart since" not in asked("ever_and_today_by_year", rows)


def test_unreached_institutions_names_the_places_with_none_that_are_large_enough() -> None:
    rows = [
        {"country": "PAK", "region": "Punjab", "reached": 30, "listed": 40},
        {"country": "PAK", "region": "Balochistan", "reached": 0, "listed": 7},
        {"country": "PAK", "region": "Gilgit", "reached": 0, "listed": 2},
        {"country": "BGD", "region": "Dhaka", "reached": 5, "listed": 9},
    ]
    assert asked("reached_by_region", rows) == (
        "Somebody was on a course from 30 of 49 in Pakistan, none in Balochistan (7); 5 of 9 in Bangladesh."
    )


def test_places_and_people_stand_apart_in_words_that_passed_the_rule() -> None:
    row = {"country": "PAK", "country_events": 5, "country_missing": 1, "country_places": "about 120",
           "country_people": "about 95"}  # fmt: skip
    assert asked("people_and_attendances", [row, row]) == (
        "Pakistan: about 120 places taken on four courses, by about 95 different people on the lists; "
        "one more states no number."
    )
    assert asked("people_and_attendances", [row | {"country_missing": 5}]) == ""


def test_held_of_due_says_the_cancelled_and_the_target() -> None:
    rows = [
        {"country": "PAK", "held": 9, "due": 10, "cancelled": 1, "target": 12},
        {"country": "PAK", "held": 2, "due": 2, "cancelled": 0, "target": 12},
        {"country": "BGD", "held": 1, "due": 2, "cancelled": 0, "target": None},
    ]
    assert asked("held_against_planned", rows) == (
        "Pakistan: 11 of 12 due were held, one was cancelled; the target was 12."
    )


def test_women_are_added_up_only_where_people_are_not_guarded() -> None:
    rows = [
        {"women": 4, "participants": 20, "not_stated": False},
        {"women": 6, "participants": 20, "not_stated": False},
        {"women": None, "participants": 20, "not_stated": True},
    ]
    assert asked("women_by_event", rows, "demonstration") == (
        "10 of 40 participants (25 %) were women in the two courses that state it; one does not state it."
    )
    assert asked("women_by_event", rows, "programme") == ""
    assert asked("women_by_event", rows[2:], "demonstration") == ""


@pytest.mark.parametrize(("kind", "silent"), [("record", False), ("demonstration", False), ("programme", True)])
def test_participants_are_added_up_only_where_people_are_not_guarded(kind: str, silent: bool) -> None:
    for name in ("events", "participants_by_event"):
        said = asked(name, world().rows(f"leadership/{name}"), kind)
        assert ("participants" not in said) is silent


def place(where: str, country: str, courses: int) -> Row:
    return {"where_held": where, "place_country": country, "courses": courses}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [place("abroad", "GBR", 3), place("home", "PAK", 4), place("abroad", "CAN", 1), place("abroad", "GBR", 1)],
            "Five of the nine courses were held abroad: four in the United Kingdom and one in Canada.",
        ),
        ([place("abroad", "GBR", 1), place("home", "PAK", 4)],
         "One of the five courses was held abroad: one in the United Kingdom."),
        ([place("home", "PAK", 9)], ""),
        ([place("abroad", "GBR", 2), place("home", "PAK", 2)], ""),
    ],
)  # fmt: skip
def test_abroad(rows: list[Row], said: str) -> None:
    assert asked("events_by_place", rows) == said
