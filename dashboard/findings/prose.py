"""Small pieces of English: numbers as words, units in their number, lists and names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboard import words
from dashboard.catalogue import Question

Rows = Sequence[Mapping[str, Any]]

SMALLEST_BASE = 5
"""Under so many counted things a sentence about a leader, a peak or a share would say more than the data."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(count: int) -> str:
    """Return a count as prose has it: words up to ten, figures with thousands apart beyond."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def capital(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def noun(unit: str, count: float) -> str:
    """Return a unit in the number of its count: ``("research students", 1)`` gives "research student".

    The first word that is a plural carries the number.
    """
    if count != 1:
        return unit
    each = unit.split(" ")
    plurals = [place for place, word in enumerate(each) if _is_plural(word)]
    if plurals:
        each[plurals[0]] = _one(each[plurals[0]])
    return " ".join(each)


def _is_plural(word: str) -> bool:
    return word == "people" or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _one(word: str) -> str:
    if word == "people":
        return "person"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith("sses") else word[:-1]


def unit_of(question: Question, column: str) -> str:
    """Return the unit of a column in words, as the finding or the column says it."""
    entry = question.columns[column]
    return str(question.finding.get("unit", "")) or entry.unit or entry.label.lower()


def name_in(question: Question, row: Mapping[str, Any], column: str) -> str:
    """Return a row's value in a column, in words."""
    return words.say(question.columns[column].words, row[column])


def come(question: Question, column: str, names: Sequence[str]) -> str:
    """Return "come" for several names or a plural one of a vocabulary ("Other programmes"), else "comes".

    A name that the data brings ("University of Wales", "Sciences") is a name, whatever its last letter.
    """
    head = re.split(r" (?:of|by|with) | \(", names[0])[0].split(" ")[-1]
    ours = names[0] in words.WORDS.get(question.columns[column].words, {}).values()
    return "come" if len(names) > 1 or (ours and _is_plural(head)) else "comes"


def listed(items: Sequence[str]) -> str:
    """Join names as a sentence does."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" and {items[-1]}"


def by_country(question: Question, rows: Rows) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """Yield each partner country's name and its rows, in the usual order."""
    by = question.finding["by"]
    for code in words.WORDS["country"]:
        own = [row for row in rows if row[by] == code]
        if own:
            yield words.say("country", code), own
