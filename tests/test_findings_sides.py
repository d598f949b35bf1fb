"""The sentences about two sides, about posts, and about what is stated least; and the number of a unit."""

from dataclasses import replace
from typing import Any

import pyarrow as pa
import pytest

from dashboard import catalogue, findings
from dashboard.findings.prose import noun
from dashboard.panels import cards
from tests.asking import world

Row = dict[str, Any]


def said(question_id: str, rows: list[Row], kind: str = "programme", compared: str = "country") -> str:
    question = catalogue.question(question_id)
    columns = {**question.columns, "side": replace(question.columns["side"], words="country")}
    finding = {**question.finding, "compared": compared}
    return findings.sentence(replace(question, columns=columns, finding=finding), rows, kind)


def headlines(*pairs: tuple[float | None, float | None], words: str = "") -> list[Row]:
    labels = ("Active partnerships", "Learners", "Still running", "Trained so far")
    return [
        {"side": side, "label": label, "value": pair[place], "words": words or f"{pair[place]}"}
        for place, side in enumerate(("PAK", "BGD"))
        for label, pair in zip(labels, pairs, strict=False)
    ]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (headlines((9, 5), (8, 2)), "Pakistan is ahead in both headlines."),
        (headlines((9, 5), (2, 8), (3, 7)), "Bangladesh is ahead in two of three headlines, Pakistan in one."),
        (headlines((9, 5), (6, 8)), "Pakistan is ahead in one of two headlines, Bangladesh in one."),
        (headlines((9, 5), (6, 6), (None, 8), (7, None)), "Pakistan is ahead in one of two headlines."),
        (headlines((6, 6), (7, 7)), "Pakistan and Bangladesh are level in both headlines."),
        (headlines((None, 5), (None, 2)), ""),
        (headlines((4, 3), (1, 2)), ""),
        (headlines((9, 5), (8, 2))[:2], ""),
    ],
)
def test_ahead(rows: list[Row], sentence: str) -> None:
    assert said("compare/headlines", rows) == sentence


def test_ahead_on_a_partial_record_says_what_was_found() -> None:
    assert said("compare/found", headlines((9, 5), (8, 2), (1, 3)), "record") == (
        "More is found of Pakistan in two of three counts, of Bangladesh in one."
    )


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (headlines((9, 9), (8, 8)), "None of the two headlines differs."),
        (headlines((9, 9), (8, 4)), "One of two headlines differs: learners (8 and 4)."),
        (headlines((90, 80), (8, 4), (1, 3)), "Three of three headlines differ, most of all learners (8 and 4)."),
        (headlines((8, 4), (4, 8)), "Two of two headlines differ."),
        (headlines((8, None), (None, 4)), ""),
    ],
)
def test_two_editions(rows: list[Row], sentence: str) -> None:
    assert said("compare/headlines", rows, compared="edition") == sentence


def subjects(*rows: tuple[str, str, int]) -> list[Row]:
    return [dict(zip(("side", "subject", "partnerships"), row, strict=True)) for row in rows]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            subjects(("PAK", "Health", 35), ("PAK", "Arts", 8), ("BGD", "Health", 6), ("BGD", "Arts", 1)),
            "Widest apart in Health: Pakistan 35, Bangladesh 6.",
        ),
        (subjects(("PAK", "Health", 9), ("BGD", "Arts", 8)), "Widest apart in Health: Pakistan 9, Bangladesh 0."),
        (
            subjects(("PAK", "Health", 9), ("BGD", "Arts", 9)),
            "Widest apart in Health: Pakistan 9, Bangladesh 0; in Arts: Pakistan 0, Bangladesh 9.",
        ),
        (subjects(("PAK", "Health", 9), ("PAK", "Arts", 9), ("BGD", "Health", 9), ("BGD", "Arts", 9)), ""),
        (subjects(("PAK", "Health", 9), ("PAK", "Arts", 9), ("BGD", "Health", 4)), ""),
        (subjects(("PAK", "Health", 9), ("PAK", "Not stated", 90), ("BGD", "Health", 8)), ""),
        (subjects(("PAK", "Health", 9), ("PAK", "Arts", 2)), ""),
    ],
)
def test_widest(rows: list[Row], sentence: str) -> None:
    assert said("compare/by_subject", rows) == sentence


def years(*rows: tuple[str, int, int]) -> list[Row]:
    return [dict(zip(("side", "year", "partnerships"), row, strict=True)) for row in rows]


def test_the_last_year_of_both() -> None:
    rows = years(("PAK", 2017, 133), ("PAK", 2018, 141), ("BGD", 2017, 40), ("BGD", 2018, 50))
    assert said("compare/active_by_year", rows) == "Active in 2018: Pakistan 141, Bangladesh 50 partnerships."
    assert said("compare/known_by_year", rows[:3]) == "Known by 2017: Pakistan 133, Bangladesh 40 partnerships."
    assert said("compare/active_by_year", rows[:2]) == ""
    assert said("compare/active_by_year", years(("PAK", 2018, 4), ("BGD", 2018, 1))) == ""


def test_one_side_alone_makes_no_sentence() -> None:
    for name in ("headlines", "found", "by_subject", "by_strand", "active_by_year", "known_by_year"):
        assert findings.sentence(catalogue.question(f"compare/{name}"), world().rows(f"compare/{name}")) == ""


def told(question_id: str, rows: list[Row], kind: str = "programme") -> str:
    return findings.sentence(catalogue.question(question_id), rows, kind)


def heads(*rows: tuple[str, int, str | None, int | None]) -> list[Row]:
    return [dict(zip(("country", "appointed", "n_of_n", "of"), row, strict=True)) for row in rows]


def test_newcomers_are_those_of_the_last_year_in_the_rows_own_words() -> None:
    rows = heads(
        ("PAK", 2016, "19 of 31", 31), ("PAK", 2017, "between 15 and 17 of 35", 35), ("BGD", 2017, "0 of 9", 9)
    )
    assert told("leadership/new_heads_by_year", rows) == (
        "Pakistan: of those appointed in 2017, between 15 and 17 of 35 were trained within twelve months; "
        "Bangladesh: of those appointed in 2017, none of 9 were trained within twelve months."
    )
    assert told("leadership/new_heads_by_year", heads(("PAK", 2017, "2 of 4", 4))) == ""
    assert told("leadership/new_heads_by_year", heads(("PAK", 2017, "fewer than 10", None))) == ""


def teams(*rows: tuple[str, str, str, int | None, str]) -> list[Row]:
    return [dict(zip(("country", "sector", "tiers", "institutions", "in_words"), row, strict=True)) for row in rows]


def test_teams_says_the_words_that_passed_the_rule() -> None:
    rows = teams(
        ("PAK", "public", "none", 20, "about 20"), ("PAK", "public", "three", None, "fewer than 10"),
        ("PAK", "private", "three", 10, "about 10"), ("BGD", "public", "one", 15, "about 15"),
    )  # fmt: skip
    assert told("leadership/trained_teams_by_sector", rows) == (
        "Institutions with all three tiers trained: in Pakistan at fewer than 10 public and about 10 private; "
        "in Bangladesh at none."
    )
    assert told("leadership/trained_teams_by_sector", rows[1:2]) == ""


def test_posts_of_the_first_role_group_by_state() -> None:
    named = ("country", "role_group", "which", "state", "posts", "in_words")
    rows = [
        dict(zip(named, row, strict=True))
        for row in (
            ("PAK", "vice_chancellor", "Vice-chancellors, Pakistan", "filled", 104, "104"),
            ("PAK", "vice_chancellor", "Vice-chancellors, Pakistan", "not_known", 1, "1"),
            ("PAK", "dean", "Deans, Pakistan", "filled", 135, "135"),
            ("BGD", "vice_chancellor", "Vice-chancellors, Bangladesh", "filled", 4, "4"),
        )
    ]
    assert told("leadership/posts_by_role_group", rows) == "Vice-chancellors, Pakistan: 104 filled, 1 not known."


def fields(*rows: tuple[str, str, int, int]) -> list[Row]:
    return [dict(zip(("table_name", "field", "stated", "total"), row, strict=True)) for row in rows]


def test_least_stated() -> None:
    rows = fields(("partnerships", "Money", 2, 86), ("partnerships", "A date", 80, 86), ("claims", "Source", 0, 4))
    assert told("about/completeness", rows) == "Least often stated: money in partnerships (2 of 86 rows)."
    assert told("about/completeness", fields(("claims", "Source", 9, 9))) == ""
    assert told("about/completeness", rows[2:]) == ""
    assert told("about/completeness", fields(*(("claims", name, 0, 9) for name in "ABCD"))) == (
        "Four things are stated by no row."
    )
    assert told("about/completeness", fields(*(("claims", name, 3, 9) for name in "ABCD"))) == ""


def test_most_rows_rest_on() -> None:
    rows = [{"source": "a.org", "rows": 44}, {"source": "b.org", "rows": 31}]
    assert told("about/sources", rows) == "Most rows rest on a.org: 44."
    assert told("about/sources", [*rows, {"source": "c.org", "rows": 44}]) == (
        "Most rows rest on a.org and c.org: 44 each."
    )
    assert told("about/sources", rows[:1]) == ""


def test_tables_and_programmes_with_a_plural_name_come_first() -> None:
    tables = [{"table_name": "leadership_posts", "rows": 40}, {"table_name": "register", "rows": 12}]
    assert (
        told("about/snapshot_rows", tables)
        == "Posts come first with 40 rows; next comes Register of institutions with 12."
    )
    programmes = [{"programme": "inspire", "partnerships": 9}, {"programme": "other", "partnerships": 7}]
    assert told("partnerships/by_programme", programmes) == (
        "INSPIRE comes first with nine partnerships; next come Other programmes with seven."
    )
    regions = [{"region": "Wales", "partnerships": 9}, {"region": "London", "partnerships": 0}]
    assert told("partnerships/by_uk_region", regions) == "Wales comes first with nine partnerships."


@pytest.mark.parametrize(
    ("unit", "one"),
    [
        ("partnerships", "partnership"), ("research students", "research student"), ("data sets", "data set"),
        ("universities", "university"), ("people", "person"), ("staff", "staff"), ("business links", "business link"),
        ("classes", "class"), ("links with Wales", "link with Wales"),
    ],
)  # fmt: skip
def test_one_of_a_unit(unit: str, one: str) -> None:
    assert noun(unit, 1) == noun(unit, 1.0) == one
    assert noun(unit, 2) == unit


def test_statements_beside_each_other_bear_the_number_of_their_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(cards.st, "html", drawn.append)
    answer = world().answer("impact/in_numbers")
    row = dict.fromkeys(answer.question.columns, "x") | {"side": "GBR", "aspect": "capacity"}
    rows = [row | {"value": value, "unit": "research students"} for value in (1.0, 7.0)]
    cards.side_by_side(replace(answer, table=pa.Table.from_pylist(rows)))
    assert "1 <small>research student</small>" in drawn[0]
    assert "7 <small>research students</small>" in drawn[0]
