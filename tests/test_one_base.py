"""One base, one count: the same unit under the same filters has one value wherever it is shown."""

from collections.abc import Callable
from typing import Any

import pytest

from dashboard import catalogue
from dashboard.filters import LEVELS, Filters
from tests.asking import Data, record, world
from tests.naive import Naive

COUNTING = [
    question
    for question in catalogue.questions().values()
    if {"partnerships", "partnership_ids"} <= question.columns.keys() and question.params
]
GRID: list[dict[str, Any]] = [
    {},
    {"country": ["PAK"]},
    {"country": ["BGD"]},
    {"programme": ["inspire"]},
    {"programme": ["agreements", "other"]},
    {"years": [2010, 2013]},
    {"years": [2016, 2024]},
    {"strand": ["tne"]},
    {"subject": ["Health"]},
    {"uk_group": ["russell_group"]},
    {"uk_group": ["none"], "country": ["BGD"]},
    {"sector": ["private"]},
    {"sector": ["public"], "uk_group": ["millionplus"], "years": [2004, 2022]},
    {"country": ["PAK"], "programme": ["inspire"], "years": [2012, 2012]},
]

both = pytest.mark.parametrize("data", [world, record], ids=["world", "record"])
grid = pytest.mark.parametrize("asked", GRID, ids=lambda asked: " ".join(asked) or "all")


def bound(asked: dict[str, Any]) -> dict[str, Any]:
    """Return every filter as SQL binds it."""
    return {**Filters().bindings(), **asked}


def naive(data: Data) -> Naive:
    """Return the second implementation over what was published."""
    tables = {name: table.to_pylist() for name, table in data.snapshot.tables().items()}
    return Naive(tables, data.snapshot.manifest["kind"], data.snapshot.as_of)


def ids(rows: list[dict[str, Any]]) -> set[str]:
    return {name for row in rows for name in row["partnership_ids"]}


def summed(rows: list[dict[str, Any]], column: str = "partnerships") -> int:
    return sum(row[column] for row in rows)


@both
@grid
def test_every_count_is_the_rows_behind_it_and_they_are_in_the_base(
    data: Callable[[], Data], asked: dict[str, Any]
) -> None:
    second = naive(data())
    for question in COUNTING:
        obeyed = {name: value for name, value in asked.items() if name in question.params}
        base = second.counted(bound(obeyed))
        for row in data().rows(question.id, **asked):
            behind = row["partnership_ids"]
            if question.id == "map/links_by_colour":  # what choosing its one value in place of those asked would give
                base = second.counted(bound({**obeyed, row["dimension"]: [row["code"]]}))
            assert len(behind) == row["partnerships"], question.id
            assert behind == sorted(set(behind)), question.id
            assert set(behind) <= base, question.id


@both
@grid
def test_partnerships_are_as_many_on_every_page(data: Callable[[], Data], asked: dict[str, Any]) -> None:
    def rows(question_id: str) -> list[dict[str, Any]]:
        return data().rows(question_id, **asked)

    base = naive(data()).counted(bound(asked))
    total = len(base)
    assert [row["all_partnerships"] for row in rows("overview/base")] == [total] * len(rows("overview/base"))
    for question_id in (
        "overview/base",
        "partnerships/list",
        "partnerships/by_programme",
        "partnerships/by_subject",
        "partnerships/by_strand",
    ):
        assert summed(rows(question_id)) == total, question_id
        assert ids(rows(question_id)) == base, question_id
    steps = rows("partnerships/known_by_year")
    for year in {row["year"] for row in steps}:
        mine = [row for row in steps if row["year"] == year]
        assert {row["known"] for row in mine} == {summed(mine)}
    if steps:
        last = [row for row in steps if row["year"] == steps[-1]["year"]]
        assert summed(last) == steps[0]["dated"]
        assert summed(steps, "new") == steps[0]["dated"]
        assert steps[0]["counted"] == total
    lives = naive(data()).lives
    active = {name for name in base if lives[name].first and lives[name].last and lives[name].first <= lives[name].last}
    assert ids(rows("partnerships/shown_alive_by_year")) == active
    if "programme" not in asked:
        scopes = {row["scope"]: row["partnerships"] for row in rows("overview/base_by_programme_scope")}
        inspire = len(naive(data()).counted(bound({**asked, "programme": ["inspire"]})))
        assert scopes == ({"all": total, "inspire": inspire} if total else {})


@both
@grid
def test_links_and_institutions_are_as_many_on_every_page(data: Callable[[], Data], asked: dict[str, Any]) -> None:
    def rows(question_id: str, level: str = "institution") -> list[dict[str, Any]]:
        return data().rows(question_id, level=level, **asked)

    second = naive(data())
    links = second.links(bound(asked))
    uk, partners = ({link[side] for link in links} for side in (1, 2))
    behind = {link[0] for link in links}
    for level in LEVELS:
        assert summed(rows("map/links", level), "links") == len(links)
        assert ids(rows("map/links", level)) == behind
        for side, institutions in (("uk", uk), ("partner", partners)):
            places = [row for row in rows("map/places", level) if row["side"] == side]
            assert summed(places, "links") == len(links)
            assert summed(places, "institutions") == len(institutions)
            assert ids(places) == behind
    for question_id, institutions in (
        ("partnerships/by_uk_institution", uk),
        ("partnerships/by_partner_institution", partners),
    ):
        assert {row["institution_id"] for row in rows(question_id)} == institutions
        assert summed(rows(question_id), "links") == len(links)
        assert ids(rows(question_id)) == behind
    for row in rows("overview/base"):
        assert (row["all_uk_institutions"], row["all_partner_institutions"]) == (len(uk), len(partners))
    assert ids(rows("map/partnerships_by_region_pair")) == behind
    for row in rows("map/links_by_colour"):
        alone = second.links(bound({**asked, row["dimension"]: [row["code"]]}))
        assert (row["links"], set(row["partnership_ids"])) == (len(alone), {link[0] for link in alone})


@both
def test_links_without_a_point_are_counted_and_said(data: Callable[[], Data]) -> None:
    rows = data().rows("map/links")
    for row in rows:
        placed = None not in (row["from_lon"], row["from_lat"], row["to_lon"], row["to_lat"])
        assert row["drawn"] == placed
    assert any(not row["drawn"] for row in rows)


@both
@grid
def test_courses_are_as_many_on_every_page(data: Callable[[], Data], asked: dict[str, Any]) -> None:
    held = naive(data()).courses(bound(asked))
    some = {name: value for name, value in asked.items() if name in ("country", "programme", "years")}
    for question_id in ("leadership/events", "leadership/participants_by_event"):
        assert {row["event_id"] for row in data().rows(question_id, **some)} == held
    places = data().rows("leadership/events_by_place", **some)
    assert {name for row in places for name in row["event_ids"]} == held
    assert all(len(row["event_ids"]) == row["courses"] for row in places)
    events = data().rows("leadership/events", **some)
    assert sum(row["participants"] or 0 for row in places) == sum(row["participants"] or 0 for row in events)
