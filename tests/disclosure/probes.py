"""What addresses can ask of a programme: every filter of the dashboard, at random, and what holds of the answers."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from dashboard import findings
from dashboard.catalogue import Question
from dashboard.exports import csv
from dashboard.filters import CLOSED, FIRST_YEAR, LAST_YEAR, SINGLE, Filters
from tests.asking import Data
from tests.disclosure.cells import answer, by_key, corners, numbers, open_numbers, shares

ENDS = (2009, 2012, 2014, 2016, 2030)
"""The last years with which measures are probed; the attack by subtraction takes them all."""

OPEN_HEADLINES = ("partnerships_active", "uk_institutions", "partner_institutions", "sustained")
_OTHER_UNITS = re.compile(
    r"[\d,]+( of (the )?[\d,]+)?(?= (courses?|workshops?|institutions?|more|in the United Kingdom)\b)"
)

Row = Mapping[str, Any]


def people(question: Question) -> list[str]:
    """Return the columns that count people, whatever their type."""
    return [name for name, column in question.columns.items() if column.people]


def probes(data: Data, question: Question, how_many: int, seed: int = 18) -> Iterator[tuple[Filters, tuple[str, ...]]]:
    """Yield filters as an address may set them, all at once and each at random, with ids behind a mark now and then."""
    dice = random.Random(f"{question.id} {seed}")
    subjects = data.warehouse.subjects(data.snapshot)
    institutions = sorted(data.warehouse.institutions(data.snapshot))
    ids = [str(row[question.key[0]]) for row in answer(data, question, Filters())] if "ids" in question.params else []
    for _ in range(how_many):
        chosen: dict[str, Any] = {
            name: tuple(code for code in codes if dice.random() < 0.5) if dice.random() < 0.5 else ()
            for name, codes in {**CLOSED, "subject": subjects}.items()
        }
        first = dice.randint(FIRST_YEAR, LAST_YEAR)
        last = dice.choice(ENDS) if "measured_on($years)" in question.sql else dice.randint(first, LAST_YEAR)
        chosen["years"] = (min(first, last), last) if dice.random() < 0.6 else None
        chosen["institution"] = tuple(dice.sample(institutions, dice.randint(1, 3))) if dice.random() < 0.3 else ()
        chosen |= {name: dice.choice(codes) for name, codes in SINGLE.items()}
        chosen["against"] = dice.choice([0, dice.randint(FIRST_YEAR, LAST_YEAR)])
        yield Filters(**chosen), tuple(dice.sample(ids, min(len(ids), 3))) if dice.random() < 0.3 else ()


def fixed(data: Data, question: Question) -> dict[str, set[tuple[Any, ...]]]:
    """Return what a question's cells may ever say: by row, its counts of people wherever nothing is narrowed."""
    found: dict[str, set[tuple[Any, ...]]] = defaultdict(set)
    for filters in corners(question, ENDS):
        for key, row in by_key(question, guarded_rows(answer(data, question, filters))).items():
            found[key].add(_said(question, row, filters))
    return found


def guarded_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows that are about people: not the headlines that count partnerships and institutions."""
    return [row for row in rows if row.get("headline") not in OPEN_HEADLINES]


def _said(question: Question, row: Row, filters: Filters) -> tuple[Any, ...]:
    # A measure is taken on a day: the same row on another day is another cell.
    last = filters.years[1] if filters.years and "measured_on($years)" in question.sql else None
    return (last, *(str(row[name]) for name in people(question)))


def strangers(data: Data, question: Question, how_many: int) -> list[str]:
    """Return the counts that a filter made anew, where it should only have picked rows."""
    known, found = fixed(data, question), []
    for filters, ids in probes(data, question, how_many):
        for key, row in by_key(question, guarded_rows(answer(data, question, filters, ids))).items():
            if _said(question, row, filters) not in known.get(key, ()):
                found.append(f"{question.id} {key} under {filters}")
    return found


def bare_numbers(question: Question, rows: list[dict[str, Any]]) -> list[str]:
    """Return the numbers that do not obey the rule, in the answer, its sentence and its download."""
    found = []
    rows = guarded_rows(rows)
    for row in rows:
        whole = [row[name] for name in people(question) if type(row[name]) is int]
        found += [f"{question.id}: {value}" for value in whole if value % 5]
        made = shares(question, row)
        found += [
            f"{question.id}: {row[name]} %"
            for name in people(question)
            if type(row[name]) is float and not any(abs(row[name] - each) < 1e-9 for each in made) and row[name] % 5
        ]
    plain = open_texts(question, rows)
    said = [csv.neutral(row[name]) for row in rows for name in people(question) if isinstance(row[name], str | list)]
    said.append(_OTHER_UNITS.sub("", findings.sentence(question, rows, "programme")))
    found += [f"{question.id}: {each} in {text}" for text in said for each in numbers(text) if not _obeys(each, plain)]
    return found


def open_texts(question: Question, rows: list[dict[str, Any]]) -> set[str]:
    """Return the numbers that an answer shows of other things than people, and how many rows are alike."""
    plain = set(numbers(f"{question.question} {question.caveat}")) | {str(len(rows))}
    for row in rows:
        plain |= open_numbers(question, row)
        plain |= {str(len(value)) for value in row.values() if isinstance(value, list)}
        plain |= {f"{value:.{digits}f}" for value in row.values() if isinstance(value, float) for digits in (0, 1)}
    for name, column in question.columns.items():
        if column.words and column.type == "VARCHAR":
            plain |= {str(times) for times in Counter(row[name] for row in rows).values()}
    return plain


def _obeys(number: str, plain: set[str]) -> bool:
    if number == "fewer than 10" or number in plain or number.replace(",", "") in plain:
        return True
    return "." not in number and int(number.replace(",", "")) % 5 == 0
