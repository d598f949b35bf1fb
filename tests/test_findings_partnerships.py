"""The sentences about how partnerships live, and about the headlines: exact words, and silence on a small base."""

from typing import Any

import pytest

from dashboard import catalogue, findings

Row = dict[str, Any]


def said(question_id: str, rows: list[Row], kind: str = "programme") -> str:
    return findings.sentence(catalogue.question(question_id), rows, kind)


def year(number: int, active: int, started: int, ended: int) -> Row:
    return {"year": number, "partnerships": active, "started": started, "ended": ended}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([year(2010, 4, 4, 0)], ""),
        ([year(2010, 7, 7, 1)], "Seven partnerships active in 2010; seven started and one ended."),
        (
            [year(2010, 7, 7, 1), year(2011, 12, 6, 0)],
            "12 partnerships active in 2011, the most of any year; from 2010 to 2011 13 started and one ended.",
        ),
        (
            [year(2010, 12, 12, 11), year(2011, 1, 0, 0)],
            "One partnership active in 2011, 12 at the most (2010); from 2010 to 2011 12 started and 11 ended.",
        ),
        (
            [year(2010, 6, 6, 2), year(2011, 6, 2, 0)],
            "Six partnerships active in 2011; from 2010 to 2011 eight started and two ended.",
        ),
    ],
)
def test_active_started_and_ended(rows: list[Row], sentence: str) -> None:
    assert said("partnerships/active_by_year", rows) == sentence


def cell(country: str, sustained: int, ended: int) -> Row:
    return {"country": country, "strand": "tne", "sustained": sustained, "funding_ended": ended}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([cell("PAK", 2, 4)], ""),
        (
            [cell("PAK", 3, 6), cell("BGD", 1, 2)],
            "4 of 8 are still active or renewed after their funding ended (50 %).",
        ),
        (
            [cell("PAK", 3, 6), cell("PAK", 1, 4), cell("BGD", 5, 10)],
            "9 of 20 are still active or renewed after their funding ended (45 %): 4 of 10 in Pakistan and 5 of 10 in "
            "Bangladesh.",
        ),
    ],
)
def test_sustained(rows: list[Row], sentence: str) -> None:
    assert said("partnerships/sustained_by_country_strand", rows) == sentence


def test_renewed() -> None:
    rows = [{"country": "PAK", "renewed": 2, "awards_ended": 10}]
    assert said("partnerships/renewed_by_country", rows) == "2 of 10 were renewed by a later award (20 %)."


def after(years: int, words: str, running: int, observed: int) -> Row:
    return {"years_after": years, "after": f"after {words}", "running": running, "observed": observed}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([after(1, "one year", 4, 4)], ""),
        ([after(1, "one year", 4, 5), after(5, "five years", 1, 2)], "4 of 5 still ran after one year."),
        (
            [after(1, "one year", 19, 20), after(3, "three years", 9, 12), after(5, "five years", 3, 10)],
            "19 of 20 still ran after one year and 3 of 10 still ran after five years.",
        ),
    ],
)
def test_still_running(rows: list[Row], sentence: str) -> None:
    assert said("partnerships/running_after_years", rows) == sentence


def step(country: str, years: float, share: float, at_risk: int) -> Row:
    return {"country": country, "years_after": years, "share": share, "at_risk": at_risk}


def test_survival() -> None:
    short = [step("BGD", 0, 100, 4), step("BGD", 1, 25, 4)]
    falling = [step("PAK", 0, 100, 20), step("PAK", 3.44, 50, 9), step("PAK", 6, 20, 2)]
    lasting = [step("BGD", 0, 100, 9), step("BGD", 4.04, 80, 3)]
    assert said("partnerships/survival", short) == ""
    assert said("partnerships/survival", [*lasting, *falling]) == (
        "In Bangladesh more than half still run after 4.0 years; in Pakistan half had ended after 3.4 years."
    )


def tile(label: str, value: str, amount: float | None, before: float | None, base: int = 50) -> Row:
    return {
        "label": label,
        "value": value,
        "against": f"against {before:g} in 2014" if before is not None else "not stated for 2014",
        "amount": amount,
        "amount_before": before,
        "base": base,
    }


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([tile("Learners on courses", "60", 60, None)], ""),
        ([tile("Learners on courses", "not stated", None, 60)], ""),
        ([tile("Active partnerships", "4", 4, 2, base=4)], ""),
        ([tile("Active partnerships", "40", 40, 40)], ""),
        (
            [tile("Active partnerships", "60", 60, 40), tile("Learners on courses", "25", 25, 100)],
            "Biggest change: learners on courses, 25 against 100 in 2014.",
        ),
    ],
)
def test_the_biggest_change(rows: list[Row], sentence: str) -> None:
    assert said("overview/standing", rows) == sentence
