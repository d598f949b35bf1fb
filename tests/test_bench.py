"""The benchmarks come to their end: what a collection cannot answer is a result of its own."""

import math
from typing import Any

import duckdb
import pytest

from dashboard import catalogue, warehouse
from tests.bench import inside, report
from tests.reader import Reader


def test_a_question_without_an_answer_is_told_and_the_rest_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = warehouse.shared()
    shared.institutions(shared.serve("public-record").snapshot)  # opens it while everything is well
    ask, causes = shared._ask, iter([duckdb.OutOfMemoryException("full"), duckdb.InterruptException("late")])
    asked = {name: catalogue.question(name) for name in ("about/planned", "about/claims", "about/sources")}
    monkeypatch.setattr(catalogue, "questions", lambda: asked)

    def give_up(*given: Any) -> Any:
        cause = next(causes, None)
        if cause:
            raise cause
        return ask(*given)

    monkeypatch.setattr(shared, "_ask", give_up)
    found = {one.question: one for one in inside.questions("public-record", 1)}
    assert [found[name].gave_up for name in asked] == ["out of memory", "over 5 s", ""]
    assert found["about/sources"].rows > 0
    told = report.asked({"large": list(found.values())}, 5)
    assert "2 without an answer, all others within" in told
    assert "| about/planned | out of memory |" in told
    assert "inf" not in told


def test_a_page_that_takes_too_long_is_told_and_ends_the_measuring_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inside, "Reader", Slow)
    fresh, kept = inside.reruns("about", "public-record", 3)
    assert (len(fresh), len(kept)) == (2, 2)
    assert math.isinf(fresh[-1])
    assert math.isinf(kept[-1])
    pages = report.Pages()
    pages.add("About", "large", fresh, kept)
    pages.add("About", "small", [3.0, 5.0, 4.0], [2.0])
    assert "| About | over 60 s / over 60 s | 4 / 2 |" in pages.table()


class Slow(Reader):
    """A reader whose third turn never comes."""

    def __init__(self, page: str) -> None:
        self.turns = 0

    def go(self, address: Any) -> "Slow":
        self.turns += 1
        if self.turns > 2:
            raise RuntimeError("AppTest script run timed out after 60(s)")
        return self
