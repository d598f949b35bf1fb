"""Every question, on the tiny world, gives what was counted by hand: unfiltered, and under one other filter."""

import csv
import tomllib
from datetime import date
from typing import Any

import pytest

from dashboard import catalogue
from tests.asking import EXPECTED, world

CASES = tomllib.loads((EXPECTED / "cases.toml").read_text(encoding="utf-8"))
NAMED = [
    (question_id, name, filters)
    for question_id in catalogue.questions()
    for name, filters in {"": {}, **CASES.get(question_id, {})}.items()
]


def in_a_cell(value: Any) -> str:
    """Write a value as the expected files have it: lists joined by "; ", numbers without needless noughts."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float():
            return f"{value:g}"
        case list():
            return "; ".join(in_a_cell(each) for each in value)
        case date():
            return value.isoformat()
        case _:
            return str(value)


def counted_by_hand(question_id: str, case: str) -> list[list[str]]:
    """Return the expected file, header first, without its comments."""
    path = EXPECTED / f"{question_id}{'.' + case if case else ''}.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(csv.reader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize(("question_id", "case", "filters"), NAMED, ids=[f"{q}.{c}" for q, c, _ in NAMED])
def test_the_answer_is_what_was_counted_by_hand(question_id: str, case: str, filters: dict[str, Any]) -> None:
    table = world().answer(question_id, **filters).table
    found = [[in_a_cell(value) for value in row.values()] for row in table.to_pylist()]
    assert [table.column_names, *found] == counted_by_hand(question_id, case)


def test_each_question_with_filters_has_another_case() -> None:
    asked = {question.id for question in catalogue.questions().values() if question.params}
    assert asked == set(CASES)


def test_no_expected_file_is_left_over() -> None:
    wanted = {f"{question_id}{'.' + case if case else ''}.csv" for question_id, case, _ in NAMED}
    assert {path.relative_to(EXPECTED).as_posix() for path in EXPECTED.glob("*/*.csv")} == wanted
