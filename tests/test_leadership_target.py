"""How many places a target takes: the courses that are named hold them all, and the words say how sure they are."""

import math
import re
from typing import Any

import pytest

from tests.asking import demonstration
from tests.disclosure import programme

GROUPS = ["vice_chancellor", "registrar", "dean", "second_tier"]
COURSES = re.compile(r"(\d+) places?(?: now| then)?, (\w+) courses? of (\d+)")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def answers(**asked: Any) -> list[tuple[bool, dict[str, Any]]]:
    """Return the rows of the demonstration and of a programme, each with whether it is guarded."""
    return [
        (guarded, row)
        for guarded, data in ((False, demonstration()), (True, programme.guarded()))
        for row in data.rows("leadership/to_reach_target", role_group=GROUPS, **asked)
    ]


@pytest.mark.parametrize("target", [50, 75, 90, 100])
def test_the_courses_hold_all_the_places_of_their_line(target: int) -> None:
    for _, row in answers(target=target):
        for places, courses, size in COURSES.findall(f"{row['result']}; {row['leavers']}"):
            assert NUMBERS[math.ceil(int(places) / int(size))] == courses


@pytest.mark.parametrize("target", [50, 75, 90, 100])
def test_those_expected_to_leave_are_added_to_the_places_now(target: int) -> None:
    found = 0
    for guarded, row in answers(target=target):
        said = re.match(
            r"with (the|about) (\d+) expected to leave within a year: (at most )?(about )?(\d+) place",
            row["leavers"] or "",
        )
        if said:
            found += 1
            assert int(said[5]) == row["places"] + int(said[2])
            assert (said[1] == "about") == (said[4] is not None) == guarded
            assert (said[3] is not None) == row["result"].startswith("at most")
    assert found


def test_where_the_target_is_reached_the_places_are_those_to_stay_there() -> None:
    reached = [(guarded, row) for guarded, row in answers(target=50) if row["result"] == "reached today"]
    assert {guarded for guarded, _ in reached} == {True, False}
    for guarded, row in reached:
        assert row["places"] == 0
        more = "at most about " if guarded else "at most "
        assert re.fullmatch(
            rf"to stay there {more}\d+ places, \w+ courses? of \d+, for those expected to leave within a year",
            row["leavers"],
        )


def test_what_is_too_few_to_be_shown_has_no_places() -> None:
    hidden = [row for guarded, row in answers() if guarded and row["result"] == "too few to be shown"]
    assert hidden
    assert all(row["places"] is row["courses"] is row["leavers"] is None for row in hidden)
