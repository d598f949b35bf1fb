"""The recipes: what each count of people in each question is made of.

Nothing here reads a question's SQL: a recipe says in Python what a cell should sum, and the twin says whether it does.
"""

from collections.abc import Callable, Iterable
from typing import Any

from dashboard.filters import Filters
from tests.disclosure.facts import Atom, Facts, Row

Recipe = Callable[[Facts, Row, Filters], Iterable[Atom]]
PLACE_YEAR = ("country", "year")


def summed(table: str, column: str, by: tuple[str, ...], also: Callable[[Row], bool] = lambda row: True) -> Recipe:
    """Return the recipe of a column that is summed by columns of the same name in the question's rows."""
    return lambda facts, cell, asked: facts.sums(
        table, column, lambda row: also(row) and all(row[name] == cell[name] for name in by)
    )


def _both(row: Row) -> bool:
    return row["women"] is not None and (row.get("learners", row.get("participants"))) is not None


def _inspire(row: Row) -> bool:
    return row["family"] == "inspire" and row["held_from"] is not None


def _until(facts: Facts, cell: Row, asked: Filters) -> Iterable[Atom]:
    return facts.sums(
        "workshops",
        "trained",
        lambda row: _inspire(row) and row["country"] == cell["country"] and row["year"] <= cell["year"],
    )


def _of_country(column: str, where: Callable[[Row], bool]) -> Recipe:
    return lambda facts, cell, asked: facts.sums(
        "workshops",
        column,
        lambda row: row["family"] == "inspire" and row["country"] == cell["country"] and where(row),
    )


RECIPES: dict[str, dict[str, Any]] = {
    "transnational/learners_by_year": {"learners": summed("learners", "learners", PLACE_YEAR)},
    "transnational/completions_by_year": {"completions": summed("learners", "completions", PLACE_YEAR)},
    "transnational/women_by_year": {
        "women": summed("learners", "women", PLACE_YEAR, _both),
        "learners": summed("learners", "learners", PLACE_YEAR, _both),
    },
    "researchers/women_by_year": {
        "women": summed("workshops", "women", PLACE_YEAR, _both),
        "participants": summed("workshops", "participants", PLACE_YEAR, _both),
    },
    "researchers/trained_by_year": {"trained": summed("workshops", "trained", PLACE_YEAR, _inspire),
                                    "trained_so_far": _until},
    "researchers/cascade": {
        "steps": {
            0: _of_country("master_trainers", lambda row: True),
            -1: _of_country("trained", lambda row: row["trained"] is not None and row["trained"] > 0),
        }
    },
    "leadership/events": {"participants": summed("courses", "participants", ("event_id",))},
    "leadership/participants_by_event": {
        "participants": summed("courses", "participants", ("event_id",)),
        "women": summed("courses", "women", ("event_id",)),
    },
    "leadership/women_by_event": {
        "women": summed("courses", "women", ("event_id",)),
        "participants": summed("courses", "participants", ("event_id",)),
    },
}  # fmt: skip
"""What each count of people is made of: by question and by column; in a text by its place among the text's numbers."""
