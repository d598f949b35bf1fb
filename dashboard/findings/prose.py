"""Small pieces of English: numbers as words, units in their number, lists and names."""

from collections.abc import Mapping, Sequence
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


def noun(unit: str, count: int) -> str:
    """Return a unit in the number of its count: ``("partnerships", 1)`` gives "partnership"."""
    if count != 1:
        return unit
    head, _, rest = unit.partition(" ")
    if head.endswith("ies"):
        head = head[:-3] + "y"
    elif head.endswith("s"):
        head = head[:-1]
    return f"{head} {rest}".strip()


def unit_of(question: Question, column: str) -> str:
    """Return the unit of a column in words, as the finding or the column says it."""
    entry = question.columns[column]
    return str(question.finding.get("unit", "")) or entry.unit or entry.label.lower()


def name_in(question: Question, row: Mapping[str, Any], column: str) -> str:
    """Return a row's value in a column, in words."""
    return words.say(question.columns[column].words, row[column])


def listed(items: Sequence[str]) -> str:
    """Join names as a sentence does."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" and {items[-1]}"
