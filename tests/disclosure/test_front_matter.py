"""What each question's front matter must say so that no count of people goes by the rule for small numbers."""

import re
from collections.abc import Mapping

import pytest

from dashboard import catalogue
from dashboard.catalogue import Question
from dashboard.loading import PEOPLE
from dashboard.publish import schema
from tests.reading import bare, tables

QUESTIONS = list(catalogue.questions().values())
UNITS = re.compile(
    r"\b(people|persons?|learners?|women|men|participants|attendances?|attendees|places( taken)?|completions|posts?|"
    r"holders?|trainers|researchers|vice-chancellors)\b"
)
PICKING = {"country", "role_group", "years", "ids", "side", "institution"}
"""Filters that may narrow a count of people, since they only pick rows; the rest would make a new number."""

PICKS: Mapping[str, str] = {
    "impact/in_numbers": "a row is one statement",
    "institution/training": "no row under the rule",
    "institution/workshops": "a row is one workshop",
    "leadership/events": "a row is one course",
    "leadership/events_by_place": "no number of people under the rule",
    "leadership/participants_by_event": "a row is one course",
    "leadership/to_reach_target": "the target does arithmetic with shown numbers",
    "leadership/trained_teams_by_sector": "a row is of one sector",
    "leadership/women_by_event": "a row is one course",
    "map/places": "no number of people under the rule",
    "map/venues": "no number of people under the rule",
    "overview/standing": "the year to compare with picks among the same years",
    "researchers/workshops": "a row is one workshop",
}
"""Questions in which every filter only picks rows, and why; the attack holds them to it."""

OPEN = ("line", "year", "appointed", "institutions", "country_events", "country_missing")
"""Columns without a unit beside counts of people: a line to compare with, years, institutions, courses."""

ABOUT_PERSONS = tuple(table for table in schema.TABLES if schema.pseudonyms(table))

over_all = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
over_people = pytest.mark.parametrize(
    "question",
    [each for each in QUESTIONS if any(column.people for column in each.columns.values())],
    ids=lambda question: question.id,
)


@over_all
def test_a_count_of_people_says_so(question: Question) -> None:
    for name, column in question.columns.items():
        if UNITS.search(f"{column.unit} {name.replace('_', ' ')}") and column.type in ("BIGINT", "DOUBLE"):
            stated = name.startswith(("target", "aim")) or column.unit in ("", "courses", "events", "workshops", "rows")
            assert column.people or stated, f"{question.id}: {name} counts people, so it needs people = true"


@over_people
def test_filters_only_pick_among_counts_of_people(question: Question) -> None:
    if question.id in PICKS or (question.kinds and "programme" not in question.kinds):
        return
    free = [name for name, parameter in question.params.items() if name not in PICKING and not parameter.unguarded]
    assert not free, f"{question.id}: {free} would make new counts of people: declare them unguarded"


@over_all
def test_no_pseudonym_and_no_row_of_a_person_leaves(question: Question) -> None:
    assert not [name for name in question.columns if re.search(r"holder|person|attendance_no|post_no", name)]


@over_people
def test_rows_stand_in_an_order_that_is_shown(question: Question) -> None:
    # In the order of a true count, two rows that show the same would tell which is larger. A column of the answer comes
    # before one of a table of the same name.
    order = bare(question.sql).rpartition("order by")[2]
    terms = [
        re.sub(r"\s+(desc|asc|nulls last|nulls first)\b", "", each.strip()) for each in re.split(r",(?![^(]*\))", order)
    ]
    known = (*question.columns, "start_earliest", "held_from", "rank")
    plain = [re.sub(r"^\w+\.", "", term) for term in terms]
    assert [term for term in plain if term not in known and not term.startswith("list_position")] == []


@over_all
def test_a_question_about_posts_has_only_counts_that_are_guarded_or_of_institutions(question: Question) -> None:
    if not set(ABOUT_PERSONS) & tables(question.sql):
        return
    units = {
        "institutions",
        "courses",
        "events",
        "workshops",
        "calendar year",
        "years",
        "rows",
        "degrees",
        "partnerships",
        "links",
    }
    open_ones = [
        name for name, column in question.columns.items()
        if column.type in ("BIGINT", "DOUBLE") and not column.people and column.unit not in units and name not in OPEN
    ]  # fmt: skip
    assert open_ones == []


def test_the_columns_that_count_people_are_known() -> None:
    counts = {
        name
        for table in schema.SOURCE_TABLES
        for name, column in schema.columns(table).items()
        if column.kind.name == "whole number" and UNITS.search(f"{name.replace('_', ' ')} {column.meaning}".lower())
    }
    assert counts == set(PEOPLE)
