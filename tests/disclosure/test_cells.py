"""What a programme shows of people, wherever an address leads: the same few numbers, each under the rule."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from dashboard import catalogue
from dashboard.catalogue import Question
from dashboard.filters import Filters
from tests.asking import Data
from tests.disclosure import programme
from tests.disclosure.cells import about_people, answer, asked, corners
from tests.disclosure.probes import ENDS, bare_numbers, people, strangers

PROBES = 12
ELSEWHERE = ("leadership/to_reach_target", "overview/standing")
"""Arithmetic with shown numbers, and headlines told elsewhere: test_subtraction.py holds them to that."""

GUARDED = [each.id for each in about_people(programme.guarded()) if each.id not in ELSEWHERE]
BARS = "leadership/trained_teams_by_sector"
"""Its bars that are not there are none at all, which is shown of people too."""


over_guarded = pytest.mark.parametrize("question_id", GUARDED)


@over_guarded
def test_every_number_of_people_obeys_the_rule(question_id: str) -> None:
    question, data = catalogue.question(question_id), programme.guarded()
    for filters in corners(question, ENDS):
        assert bare_numbers(question, answer(data, question, filters)) == []


@over_guarded
def test_a_filter_picks_rows_and_never_makes_a_number(question_id: str) -> None:
    assert strangers(programme.guarded(), catalogue.question(question_id), PROBES) == []


def test_without_the_rule_the_numbers_are_bare() -> None:
    twin = programme.true()
    bare = [each.id for each in about_people(twin) if bare_numbers(each, answer(twin, each, Filters()))]
    assert {"transnational/learners_by_year", "researchers/trained_by_year"} <= set(bare)


def test_a_filter_that_recounts_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    question = catalogue.question("transnational/learners_by_year")
    free = {name: replace(each, unguarded=False) for name, each in question.params.items()}
    loose = replace(question, params=MappingProxyType(free))
    monkeypatch.setattr(catalogue, "question", lambda _: loose)
    assert strangers(programme.guarded(), loose, PROBES)


def other_people(tables: programme.Tables) -> None:
    """Change every number of people, and who attended and held which post, and nothing else."""
    for name, columns in {
        "leadership_events": ("participants", "women"),
        "researcher_workshops": ("participants", "women"),
        "tne_enrolments": ("learners", "women", "completions"),
    }.items():
        for row in tables[name]:
            for column in columns:
                row[column] = None if row[column] is None else row[column] * 2 + 11
    for row in tables["leadership_attendance"]:
        row["attendees"] += 3
    posts = tables["leadership_posts"]
    for number, row in enumerate(posts):
        if row["holder_key"]:
            row["holder_key"] = f"h-{number:05d}"


def open_answer(data: Data, question: Question) -> list[tuple[object, ...]]:
    guarded = people(question)
    return [
        tuple(str(value) for name, value in row.items() if name not in guarded)
        for row in answer(data, question, Filters())
    ]


def test_what_is_not_marked_says_nothing_of_people() -> None:
    others = programme.publish("others", programme.settings("programme"), programme.changed(other_people))
    told = [
        each.id
        for each in asked(programme.guarded())
        if open_answer(programme.guarded(), each) != open_answer(others, each)
    ]
    assert set(told) <= {BARS}
