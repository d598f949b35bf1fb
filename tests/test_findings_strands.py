"""The sentences of transnational education, researchers and impact: one and many, ties, small bases, hidden numbers."""

from typing import Any

import pytest

from dashboard import findings
from dashboard.catalogue import parse
from tests.asking import record, world

Row = dict[str, Any]
CODES = {"country": "country", "side": "country", "kind": "delivery", "award": "award", "group": "engagement_group"}


def asked(kind: str, rows: list[Row], collection: str = "record", pct: str = "", **entries: Any) -> str:
    """Return the sentence of that kind on rows; ``pct`` names the column that is a share."""
    named = ", ".join(f"{name} = {value!r}" for name, value in {"kind": kind, **entries}.items())
    columns = "\n".join(
        f'{name} = {{ type = "VARCHAR", words = "{CODES.get(name, "")}", unit = "{"%" if name == pct else ""}" }}'
        for name in rows[0]
    )
    front = 'question = "Why?"\nrow = "x"\nkey = ["a"]\nchart = { form = "table" }\nreads = []\n'
    question = parse("made/up", f"/*\n{front}finding = {{ {named} }}\n[columns]\n{columns}\n*/\nselect 1\n")
    return findings.sentence(question, rows, collection)


def rows_of(*names: str) -> Any:
    """Return a maker of rows with these columns."""
    return lambda *values: [dict(zip(names, each, strict=True)) for each in values]


kinds = rows_of("kind", "n")
MADE = {"value": "n", "label": "kind", "unit": "courses"}


@pytest.mark.parametrize(
    ("rows", "collection", "said"),
    [
        (kinds(("study_centre", 17), ("study_centre", 1), ("dual_award", 4)), "record",
         "22 courses found in public sources: study centre 18, dual award four."),
        (kinds(("study_centre", 9), ("other", 5), ("articulation", 4), ("dual_award", 3), ("joint_award", 1)),
         "demonstration", "22 courses: study centre nine, other five, articulation four, further kinds four."),
        (kinds(("study_centre", 3), ("other", 1)), "record", ""),
        (kinds(("study_centre", 30), ("other", 0)), "record", ""),
    ],
)  # fmt: skip
def test_made_up_of(rows: list[Row], collection: str, said: str) -> None:
    assert asked("made_up_of", rows, collection, **MADE) == said


awards = rows_of("award", "n")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (awards(("degree", 30), ("certificate", 3), (None, 1)), "Degree comes first: 30 of the 34 courses."),
        (awards((None, 6), ("degree", 3)), "Not stated comes first: 6 of the 9 courses."),
        (awards(("degree", 3), ("certificate", 3)), ""),
        (awards(("degree", 3), ("certificate", 1)), ""),
        (awards(("degree", 9)), ""),
    ],
)
def test_first_of(rows: list[Row], said: str) -> None:
    assert asked("first_of", rows, value="n", label="award", unit="courses") == said


years = rows_of("country", "year", "n", "words")
LATEST = {"value": "n", "words": "words", "over": "year", "by": "country"}


def test_latest_takes_each_countrys_newest_number_and_never_adds_up() -> None:
    rows = years(
        ("BGD", 2014, 45, "about 45"), ("PAK", 2014, 30, "about 30"), ("PAK", 2013, 20, "about 20"),
        ("BGD", 2015, None, "fewer than 10"), ("BGD", None, 90, "about 90"),
    )  # fmt: skip
    said = "Pakistan: about 30 learners in 2014; Bangladesh: about 45 learners in 2014."
    assert asked("latest", rows, what="learners", **LATEST) == said


def test_latest_says_a_share_with_its_parts() -> None:
    rows = years(("PAK", 2014, 37.6, "32 of 85"))
    said = "Pakistan: 32 of 85 learners were women in 2014 (38 %)."
    assert asked("latest", rows, pct="n", what="learners were women", **LATEST) == said
    assert asked("latest", years(("PAK", 2014, None, "fewer than 10")), what="learners", **LATEST) == ""


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([(9, 12), (1, 4)], "Ten of the 16 partnerships now teach."),
        ([(0, 16)], "None of the 16 partnerships now teach."),
        ([(3, 4)], ""),
    ],
)
def test_part(pairs: list[tuple[int, int]], said: str) -> None:
    assert asked("part", rows_of("n", "of")(*pairs), value="n", total="of", what="partnerships now teach") == said


so_far = rows_of("country", "year", "n", "words", "aim")


def test_trained_is_held_against_a_target_and_made_up_numbers_against_nothing_published() -> None:
    entries = {**LATEST, "target": "aim"}
    target = so_far(
        ("PAK", 2012, 60, "60", "a target of 900"),
        ("PAK", 2013, 904, "904", "a target of 900"),
        ("PAK", 2014, 904, "904", "a target of 900"),
    )
    published = so_far(("BGD", 2013, 20, "20", None), ("PAK", 2013, 70, "about 70", "published: about 900"))
    assert (
        asked("trained", target, "demonstration", **entries)
        == "Pakistan: 904 trained by 2013, towards a target of 900."
    )
    assert asked("trained", published, "programme", **entries) == (
        "Pakistan: about 70 trained by 2013 (published: about 900); Bangladesh: 20 trained by 2013."
    )
    assert asked("trained", published[1:], "demonstration", **entries) == "Pakistan: about 70 trained by 2013."
    assert asked("trained", so_far(("PAK", 2010, 0, "0", None)), **entries) == ""


reached = rows_of("side", "group")
GROUPS = {"by": "group", "what": ["policy_makers", "students"], "of": "groups"}


def test_covered_says_what_has_a_statement_and_what_has_none() -> None:
    rows = reached(("PAK", "students"), ("PAK", "policy_makers"), ("BGD", "students"))
    assert asked("covered", rows, **GROUPS) == "Statements under all two groups."
    assert asked("covered", rows, within="side", **GROUPS) == (
        "Pakistan: statements under all two groups; "
        "Bangladesh: statements under students, none found under policy makers."
    )


funds = rows_of("pounds", "n", "of")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (funds((1_200_000, 3, 8), (None, 0, 4)),
         "As far as known £1.2 million followed: 3 of 12 partnerships state a sum."),
        (funds((20_500, 1, 12)), "As far as known £20,500 followed: 1 of 12 partnerships states a sum."),
        (funds((None, 0, 12)), ""),
        (funds((500, 1, 1)), ""),
    ],
)  # fmt: skip
def test_followed(rows: list[Row], said: str) -> None:
    assert asked("followed", rows, value="pounds", total="n", whole="of") == said


GRID: list[dict[str, Any]] = [
    {}, {"country": ["PAK"]}, {"programme": ["inspire"]}, {"years": [2011, 2013]}, {"subject": ["Health"]},
    {"uk_group": ["russell_group"]}, {"sector": ["private"], "country": ["BGD"]},
]  # fmt: skip


@pytest.mark.parametrize("data", [world, record], ids=["world", "record"])
@pytest.mark.parametrize("narrowed", GRID, ids=str)
def test_courses_and_workshops_are_as_many_on_every_panel(data: Any, narrowed: dict[str, Any]) -> None:
    def ids(question_id: str, column: str = "tne_ids", **where: str) -> set[str]:
        rows = [row for row in data().rows(question_id, **narrowed) if all(row[k] == v for k, v in where.items())]
        return {name for row in rows for name in row[column]}

    courses = {row["tne_id"] for row in data().rows("transnational/list", **narrowed)}
    for name in ("by_delivery", "by_award", "credits", "by_subject"):
        rows = data().rows(f"transnational/{name}", **narrowed)
        assert ids(f"transnational/{name}") == courses, name
        assert sum(row["courses"] for row in rows) == len(courses), name
    for name in ("known_by_year", "cpd_kinds", "by_uk_institution", "by_partner_institution"):
        assert ids(f"transnational/{name}") <= courses, name
    few = {name: value for name, value in narrowed.items() if name in ("country", "programme", "years")}
    workshops = {row["workshop_id"] for row in data().rows("researchers/workshops", **few)}
    for name in ("by_place", "by_discipline"):
        assert {n for row in data().rows(f"researchers/{name}", **few) for n in row["workshop_ids"]} == workshops, name
    for name in ("by_host", "by_uk_partner", "workshops_by_year"):
        assert {n for row in data().rows(f"researchers/{name}", **few) for n in row["workshop_ids"]} <= workshops, name
