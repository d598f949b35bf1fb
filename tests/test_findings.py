"""Every kind of finding on rows made by hand: one and many, ties, small bases, no rows."""

import re
from typing import Any

import pytest

from dashboard import catalogue, findings
from dashboard.catalogue import parse
from dashboard.findings.prose import capital
from tests.asking import record, world

Row = dict[str, Any]
COLUMNS = {"country": "country", "programme": "programme", "kind": "coverage_kind", "arrival": "arrival"}


def asked(kind: str, rows: list[Row], collection: str = "record", **entries: Any) -> str:
    """Return the sentence of that kind on rows, for a question with the rows' columns."""
    named = ", ".join(f"{name} = {value!r}" for name, value in {"kind": kind, **entries}.items())
    columns = "\n".join(
        f'{name} = {{ type = "VARCHAR", label = "{capital(name)}", words = "{COLUMNS.get(name, "")}" }}'
        for name in (rows[0] if rows else {"a": 1})
    )
    front = 'question = "Why?"\nrow = "x"\nkey = ["a"]\nchart = { form = "table" }\nreads = []\n'
    question = parse("made/up", f"/*\n{front}finding = {{ {named} }}\n[columns]\n{columns}\n*/\nselect 1\n")
    return findings.sentence(question, rows, collection)


def rows_of(*names: str) -> Any:
    """Return a maker of rows with these columns."""
    return lambda *values: [dict(zip(names, each, strict=True)) for each in values]


ranked = rows_of("name", "n")
yearly = rows_of("year", "n")
by_country = rows_of("country", "name", "n")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (ranked(("a", 4), ("b", 3)), "Seven partnerships found in public sources."),
        (ranked(("a", 1)), "One partnership found in public sources."),
        (ranked(("a", 1200)), "1,200 partnerships found in public sources."),
        (ranked(("a", None), ("b", 0)), ""),
    ],
)
def test_total(rows: list[Row], said: str) -> None:
    assert asked("total", rows, value="n", unit="partnerships") == said
    assert asked("total", ranked(("a", 12)), "programme", value="n", unit="links") == "12 links."


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (yearly((2009, 2), (2010, 4), (2010, 3), (None, 30)), "Most in 2010: seven courses."),
        (yearly((2009, 4), (2010, 4)), ""),
        (yearly((2009, 1), (2010, 3)), ""),
        (yearly((2009, 11)), ""),
        (yearly((None, 11)), ""),
    ],
)
def test_peak(rows: list[Row], said: str) -> None:
    assert asked("peak", rows, value="n", over="year", unit="courses") == said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (yearly((2014, 40), (2008, 3), (2008, 3), (None, 9)), "From 6 in 2008 to 40 in 2014 students."),
        (yearly((2014, 4), (2008, 3)), ""),
        (yearly((2014, 40)), ""),
        (yearly((None, 40)), ""),
    ],
)
def test_change(rows: list[Row], said: str) -> None:
    assert asked("change", rows, value="n", over="year", unit="students") == said


def test_share_says_each_whole_that_is_large_enough() -> None:
    rows = rows_of("name", "n", "of")(("linked", 15, 48), ("new", 1, 4), ("none", 0, None), ("listed", 24, 176))
    assert asked("share", rows, value="n", total="of", label="name") == "15 of 48 linked; 24 of 176 listed."
    assert asked("share", rows[1:3], value="n", total="of", label="name") == ""


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (by_country(("BGD", "", 36), ("PAK", "", 70), ("PAK", "", 4)),
         "110 links: 74 with Pakistan, 36 with Bangladesh."),
        (by_country(("BGD", "", 1)), "1 link with Bangladesh."),
        (by_country(("BGD", "", 0)), ""),
    ],
)  # fmt: skip
def test_split(rows: list[Row], said: str) -> None:
    assert asked("split", rows, value="n", by="country", unit="links") == said


base = rows_of("country", "n", "all", "uk", "partner", "planned")
BASE = {"value": "n", "by": "country", "total": "all", "uk": "uk", "partner": "partner", "planned": "planned"}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            base(("PAK", 53, 86, 48, 80, 11), ("BGD", 33, 86, 48, 80, 11)),
            "86 partnerships, 53 with Pakistan and 33 with Bangladesh, join 48 UK and 80 partner institutions. "
            "11 more are only planned and are not counted.",
        ),
        (
            base(("PAK", 1, 1, 1, 1, 1), ("BGD", 0, 1, 1, 1, 1)),
            "1 partnership with Pakistan joins 1 UK and 1 partner institution. "
            "One more is only planned and is not counted.",
        ),
        (base(("PAK", 2, 2, 2, 3, 0)), "2 partnerships with Pakistan join 2 UK and 3 partner institutions."),
        (base(("PAK", 0, 0, 0, 0, 3)), ""),
    ],
)
def test_base(rows: list[Row], said: str) -> None:
    assert asked("base", rows, **BASE) == said


known = rows_of("year", "known", "dated", "counted")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            known((2006, 5, 80, 86), (2007, 12, 80, 86), (2013, 30, 80, 86), (2026, 80, 80, 86)),
            "80 of the 86 carry a date: 12 known by 2007, 30 by 2013, 30 by 2020, 80 by 2026.",
        ),
        (known((2012, 3, 6, 6), (2014, 6, 6, 6)), "All 6 carry a date: 3 known by 2013, 6 by 2014."),
        (known((2012, 1, 1, 6)), "1 of the 6 carries a date: 1 known by 2012."),
        (known((2012, 0, 0, 6)), "None of the 6 carries a date."),
        (known((2012, 4, 4, 4)), ""),
    ],
)
def test_milestones(rows: list[Row], said: str) -> None:
    entries = {"x": "year", "total": "known", "dated": "dated", "counted": "counted"}
    assert asked("milestones", rows, years=[2007, 2013, 2020], **entries) == said


courses = rows_of("country", "people", "day")
EVENTS = {"by": "country", "participants": "people", "date": "day"}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            courses(("BGD", 20, "2012"), ("PAK", None, None), ("PAK", 25, "2010"), ("PAK", 1, "2011")),
            "Three for Pakistan (one undated), one for Bangladesh; 46 participants in the three with a stated number.",
        ),
        (courses(("BGD", 1, "2012")), "One for Bangladesh; 1 participant in the one with a stated number."),
        (courses(("BGD", None, None)), "One for Bangladesh (one undated)."),
        (courses((None, 3, "2010")), ""),
    ],
)
def test_events(rows: list[Row], said: str) -> None:
    assert asked("events", rows, **EVENTS) == said


def test_unreached_names_places_without_a_link_that_have_enough_on_the_register() -> None:
    rows = rows_of("country", "region", "n", "of")(
        ("PAK", "Punjab", 20, 92), ("PAK", "Balochistan", 0, 12), ("PAK", "Gilgit", 0, 2), ("BGD", "Dhaka", 9, 85)
    )
    assert asked("unreached", rows, value="n", total="of", by="country", label="region") == (
        "A link is found for 20 of 106 registered in Pakistan, none found in Balochistan (12); "
        "9 of 85 registered in Bangladesh."
    )


heads = rows_of("people", "unstated")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (heads((20, False), (25, False), (None, True)), "45 participants in the two courses with a stated number; "
         "one states none."),
        (heads((20, False)), "20 participants in the one course with a stated number."),
        (heads((1, False), (None, True), (None, True)), "1 participant in the one course with a stated number; two "
         "state none."),
        (heads((None, True)), "The one course found states no number."),
        (heads((None, True), (None, True)), "None of the two courses states its number."),
    ],
)  # fmt: skip
def test_stated(rows: list[Row], said: str) -> None:
    assert asked("stated", rows, value="people", missing="unstated", unit="participants", of="courses") == said


def test_arithmetic_says_how_often_a_share_was_published_and_what_arithmetic_gives() -> None:
    rows = rows_of("kind", "what")(("published", "98 %"), ("published", "90 %"), ("arithmetic", "67 of 166 is 40 %"))
    found = {"kind_column": "kind", "words": "what"}
    assert asked("arithmetic", rows, **found) == (
        "Published twice, of two groups; none states a denominator. 67 of 166 is 40 %."
    )
    assert asked("arithmetic", rows[:1], **found) == "Published once, of one group; none states a denominator."


def test_against_needs_two_bases_that_are_large_enough() -> None:
    rows = rows_of("name", "n", "of")(("linked", 15, 48), ("listed", 24, 176))
    found = {"value": "n", "total": "of", "label": "name", "what": "in the Russell Group"}
    said = "In the Russell Group: 15 of the 48 linked (31 %), against 24 of the 176 listed (14 %)."
    assert asked("against", rows, **found) == said
    assert asked("against", rows[:1], **found) == ""
    assert asked("against", [{**rows[0], "of": 4}, rows[1]], **found) == ""


@pytest.mark.parametrize(
    ("new", "back", "said"),
    [
        (42, 29, "42 institutions came new; 29 times one came back in a later year."),
        (6, 1, "Six institutions came new; once one came back in a later year."),
        (6, 0, "Six institutions came new; none came back in a later year."),
        (4, 9, ""),
    ],
)
def test_arrivals(new: int, back: int, said: str) -> None:
    rows = rows_of("arrival", "n")(("new", new), ("returning", back))
    assert asked("arrivals", rows, value="n", by="arrival") == said


ODD = re.compile(
    r"\bNone \b(?!of)|not stated |  |\b(?:1|[Oo]ne) (?:partnership|course|institution|link|participant)s\b"
)
NARROWED = [
    {"country": ("BGD",)}, {"country": ("PAK",), "years": (2008, 2010)}, {"programme": ("inspire",)},
    {"programme": ("other",), "country": ("BGD",)}, {"strand": ("project",), "years": (2025, 2030)},
    {"sector": ("private",), "uk_group": ("millionplus",)}, {"strand": ("tne",)}, {},
]  # fmt: skip


@pytest.mark.parametrize("narrowed", NARROWED, ids=str)
@pytest.mark.parametrize("data", [record, world], ids=["record", "world"])
def test_sentences_on_real_answers_are_sentences(data: Any, narrowed: dict[str, Any]) -> None:
    for question in catalogue.questions().values():
        said = findings.sentence(question, data().rows(question.id, **narrowed))
        assert not said or (said.endswith(".") and (said[0].isupper() or said[0].isdigit()))
        assert not ODD.search(said), said


@pytest.mark.parametrize("kind", findings.KINDS)
def test_no_rows_make_no_sentence(kind: str) -> None:
    assert asked(kind, []) == ""
    assert findings.KINDS[kind].__doc__
