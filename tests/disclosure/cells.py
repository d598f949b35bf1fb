"""Every count of people that a programme shows: the number, what it is made of, and what a reader can tell from it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from dashboard import catalogue, warehouse
from dashboard.catalogue import Question
from dashboard.exports import csv
from dashboard.filters import CLOSED, FIRST_YEAR, LEVELS, Filters
from tests.asking import Data
from tests.disclosure.facts import Facts
from tests.disclosure.measures import RECIPES, Recipe
from tests.disclosure.system import Cell, System, interval
from tests.disclosure.texts import FOLLOWS, HEADLINE, READERS, known

COUNTRIES = ((), ("PAK",), ("BGD",))
YEARS = (2009, *range(2010, 2018), 2030)
_NUMBER = re.compile(r"fewer than 10|(?<![\w.,])[0-9][0-9,]*(?:\.[0-9]+)?")


def asked(data: Data) -> list[Question]:
    """Return the questions that may be asked of this data."""
    return [each for each in catalogue.questions().values() if warehouse.asked(each, data.snapshot)]


def about_people(data: Data) -> list[Question]:
    """Return those of them that count people."""
    return [each for each in asked(data) if any(column.people for column in each.columns.values())]


def numbers(text: str) -> list[str]:
    """Return the numbers of a sentence as they stand in it, "fewer than 10" as one of them."""
    return _NUMBER.findall(text)


def answer(data: Data, question: Question, filters: Filters, ids: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Return what is shown for one question under some filters, the side of a comparison aside."""
    return data.warehouse.answer(question.id, filters, data.snapshot, ids).rows


def corners(question: Question, ends: Sequence[int] = YEARS) -> Iterator[Filters]:
    """Yield the filters that give every cell of a question; all others only pick among them. ``ends`` are last years.

    A country picks where it stands in the row; years pick, but where they set the day of a measure; a role group picks,
    but where only the first one is asked. What a place of the map is picks among the same places.
    """
    countries = COUNTRIES if "country" in question.params and "country" not in question.key else ((),)
    years = (None, *((FIRST_YEAR, last) for last in ends)) if "measured_on($years)" in question.sql else (None,)
    every: tuple[tuple[str, ...], ...] = ((), CLOSED["role_group"]) if "role_group" in question.params else ((),)
    if "groups_asked($role_group)[1]" in question.sql:
        every = tuple((code,) for code in CLOSED["role_group"])
    levels = LEVELS if "level" in question.params else LEVELS[:1]
    for country, span, groups, level in product(countries, years, every, levels):
        yield Filters(country=country, years=span, role_group=groups, level=level)


def by_key(question: Question, rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return rows by what names them."""
    return {warehouse.row_key(question, row): row for row in rows}


def counts(question: Question) -> list[str]:
    """Return the columns that hold whole counts of people."""
    return [name for name, column in question.columns.items() if column.people and column.type == "BIGINT"]


@dataclass
class Shown:
    """All cells of one edition of a programme, those of one sum and one interval once."""

    cells: dict[tuple[Any, ...], Cell] = field(default_factory=dict)
    without: set[str] = field(default_factory=set)
    """The columns for which no recipe says what they are made of."""
    wrong: list[str] = field(default_factory=list)
    """The cells that do not sum what their recipe says."""

    def add(self, data: Data, twin: Data, facts: Facts, ends: Sequence[int] = YEARS) -> None:
        """Add every cell that this data shows, of measures at the ends of these years; its twin says what is true."""
        for question in about_people(data):
            for filters in corners(question, ends) if question.id not in FOLLOWS else ():
                shown = by_key(question, answer(data, question, filters))
                true = shown if question.id in READERS else by_key(question, answer(twin, question, filters))
                for key, row in shown.items():
                    self._row(question, filters, key, row, true[key], facts)

    def _row(
        self, question: Question, filters: Filters, key: str, row: Mapping[str, Any], true: Mapping[str, Any],
        facts: Facts,
    ) -> None:  # fmt: skip
        if question.id in READERS:
            for told in READERS[question.id](facts, row, filters):
                self._cell(f"{question.id} {told.name}", told.atoms, told.shown, None, facts, exact=told.exact)
            return
        recipes = RECIPES.get(question.id, {})
        whole = {f"{row[name]:,}" for name in counts(question) if row[name] is not None} | {"fewer than 10"}
        for column in (name for name, each in question.columns.items() if each.people):
            if {question.id, f"{question.id} {column}"} & FOLLOWS.keys():
                continue
            shown, really = row[column], true[column]
            if isinstance(really, int) and column in recipes:
                cells = [(recipes[column], shown, really)]
            elif isinstance(really, str | list) and column in recipes:
                cells = list(_told(recipes[column], csv.neutral(shown), csv.neutral(really)))
            else:
                said = set(numbers(csv.neutral(shown))) if isinstance(shown, str | list) else set()
                share = isinstance(shown, float) and any(abs(shown - each) < 1e-9 for each in shares(question, row))
                telling = said or isinstance(shown, int | float)
                follows = said <= whole | open_numbers(question, row) if said else share or not telling
                if not follows:
                    self.without.add(f"{question.id} {column}")
                continue
            for recipe, number, truth in cells:
                self._cell(f"{question.id} {column} {key} {filters.describe()}", recipe(facts, row, filters), number,
                           truth, facts)  # fmt: skip

    def _cell(
        self, name: str, made_of: Iterable[Any], shown: int | None, told: int | None, facts: Facts, *,
        exact: bool = False,
    ) -> None:  # fmt: skip
        atoms = frozenset(made_of)
        true = sum(facts.weights[each] for each in atoms)
        low, high = interval(shown, exact=exact)
        if true != (true if told is None else told) or (shown is not None and not low <= true <= high):
            self.wrong.append(f"{name}: shown {shown}, true {told}, by the recipe {true}")
        elif shown is not None or true < 10:
            self.cells.setdefault((atoms, low, high), Cell(name, atoms, low, high, exact))


def shares(question: Question, row: Mapping[str, Any]) -> set[float]:
    """Return the percentages that the shown counts of a row make, on a base of 20 or more.

    Two countries that are named apart may be put together: the shown counts of each, and the shown bases.
    """
    whole = [row[name] for name in counts(question) if row[name] is not None]
    texts = [row[name] for name, column in question.columns.items() if column.people and isinstance(row[name], str)]
    for text in texts:
        whole += [whole_number(each) for each in numbers(text) if each != "fewer than 10" and "." not in each]
        apart = [HEADLINE.fullmatch(each) for each in text.split("; ")] if "headline" in row else []
        for part in ("low", "of"):
            told = [each[part] for each in apart if each and each[part]]
            whole.append(sum(whole_number(numbers(each)[0]) for each in told if each != "fewer than 10"))
    return {100 * few / many for few in whole for many in whole if many >= 20}


def open_numbers(question: Question, row: Mapping[str, Any]) -> set[str]:
    """Return the numbers in a row that count other things than people: years, courses, institutions, names."""
    return {
        each
        for name, column in question.columns.items()
        if not column.people and row[name] is not None
        for each in numbers(csv.neutral(row[name]))
    }


def _told(recipe: Mapping[int, Recipe], shown: str, true: str) -> Iterator[tuple[Recipe, int | None, int]]:
    """Yield the counts that a text tells: by its place among the text's numbers, what the count is made of."""
    for place, made_of in recipe.items():
        number, truth = numbers(shown)[place], numbers(true)[place]
        yield made_of, None if number == "fewer than 10" else whole_number(number), whole_number(truth)


def whole_number(text: str) -> int:
    """Return a whole number that is written with commas."""
    return int(text.replace(",", ""))


def system(facts: Facts, *editions: Shown) -> System:
    """Return what a reader of all these cells knows, who has the list of institutions too."""
    cells = {key: cell for shown in editions for key, cell in shown.cells.items()}
    public = [Cell(name, atoms, count, count, signed=True) for name, atoms, count in known(facts) if atoms]
    return System(facts.weights, [*cells.values(), *public], list(facts.parts()))
