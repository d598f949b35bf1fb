"""What stands at the end of a lying bar where parts of it are hidden, not stated or rounded."""

from dataclasses import replace
from typing import Any

import pytest

from dashboard import catalogue, figures
from dashboard.catalogue import Question
from dashboard.figures import columns, theme
from dashboard.figures.frame import View
from tests.disclosure import programme

LIGHT = theme("light")
TEAMS = catalogue.question("leadership/trained_teams_by_sector")
POSTS = catalogue.question("leadership/posts_by_role_group")
WORDLESS = replace(POSTS, chart={name: value for name, value in POSTS.chart.items() if name != "words"})
MARKED = catalogue.question("leadership/participants_by_event")


def bar(question: Question, *parts: tuple[int | None, str], kind: str = "programme") -> str:
    """Return the end of one bar made of these parts: a value and its words."""
    chart = question.chart
    rows = [{chart["y"]: value, chart.get("words", "told"): said} for value, said in parts]
    return columns.end_words(question, rows, View(LIGHT, kind=kind))


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([(10, "10"), (13, "13"), (4, "4")], "27"),
        ([(10, "about 10"), (15, "about 15")], "about 25"),
        ([(10, "about 10"), (None, "fewer than 10")], "at least about 10"),
        ([(10, "10"), (None, "not stated")], "at least 10"),
        ([(None, "fewer than 10")], "fewer than 10"),
        ([(None, "fewer than 10"), (None, "fewer than 10"), (0, "0")], "fewer than 10 each"),
        ([(None, "not stated")], "not stated"),
        ([(0, "0")], "0"),
    ],
)
def test_a_bar_with_a_hidden_part_is_at_least_and_with_a_rounded_one_about(parts: Any, said: str) -> None:
    assert bar(TEAMS, *parts) == said


def test_without_words_a_programme_says_that_a_value_may_be_hidden() -> None:
    assert bar(WORDLESS, (None, "")) == "fewer than 10, or not stated"
    assert bar(WORDLESS, (25, ""), (None, "")) == "at least about 25"
    assert bar(WORDLESS, (0, "")) == "0"
    assert bar(WORDLESS, (None, ""), kind="record") == "not stated"
    assert bar(WORDLESS, (25, ""), kind="demonstration") == "25"


@pytest.mark.parametrize(("missing", "said"), [(False, "fewer than 10"), (True, "not stated")])
def test_a_mark_for_what_is_not_stated_tells_it_from_what_is_hidden(missing: bool, said: str) -> None:
    row = {"participants": None, "not_stated": missing}
    assert columns.end_words(MARKED, [row], View(LIGHT, kind="programme")) == said


@pytest.mark.parametrize("question", [TEAMS, POSTS], ids=lambda question: question.id)
def test_a_programme_is_drawn_with_words_that_hold(question: Question) -> None:
    rows = programme.guarded().rows(question.id)
    figure = figures.draw(question, rows, LIGHT, kind="programme")
    ends = [str(note.text) for note in figure.layout.annotations]
    hovers = [text for trace in figure.data for text in trace.hovertext]
    assert any("at least about" in text for text in ends)
    assert any("fewer than 10" in text for text in hovers)
    assert any("about " in text for text in hovers)
    assert not any("not stated" in text for text in [*ends, *hovers])
