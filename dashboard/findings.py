"""The sentence that a panel leads with: computed from the panel's own rows, or none on too small a base.

One function a kind; ``finding.kind`` in a question's front matter picks it and its other entries name columns.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from dashboard import words
from dashboard.catalogue import Question

Rows = Sequence[Mapping[str, Any]]

SMALLEST_BASE = 5
"""Under so many counted things a sentence about a leader, a peak or a share would say more than the data."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def sentence(question: Question, rows: Rows, kind: str = "record") -> str:
    """Return the finding of a question's rows as one quotable sentence, or "" where there is none to make.

    ``kind`` is the collection's: on a partial record counts are said as what was found, never as all there is.
    """
    make = KINDS[question.finding["kind"]]
    return make(question, rows, kind) if rows else ""


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


def _unit(question: Question, column: str) -> str:
    return question.columns[column].unit or question.columns[column].label.lower()


def _name(question: Question, row: Mapping[str, Any], column: str) -> str:
    return words.say(question.columns[column].words, row[column])


def none(question: Question, rows: Rows, kind: str) -> str:
    """No sentence."""
    return ""


def total(question: Question, rows: Rows, kind: str) -> str:
    """Say the sum of a column: "24 workshops in 9 cities." style, from ``value``."""
    value = question.finding["value"]
    count = sum(row[value] or 0 for row in rows)
    found = " found in public sources" if kind == "record" else ""
    return f"{capital(number(count))} {noun(_unit(question, value), count)}{found}." if count else ""


def leader(question: Question, rows: Rows, kind: str) -> str:
    """Say which ``label`` holds most of ``value`` and how much, with ties named; none on a small base."""
    value, label = question.finding["value"], question.finding["label"]
    counted = sorted(((row[value] or 0, _name(question, row, label)) for row in rows), key=lambda pair: -pair[0])
    base = sum(count for count, _ in counted)
    if base < SMALLEST_BASE or not counted:
        return ""
    best = counted[0][0]
    ties = [name for count, name in counted if count == best]
    if len(ties) > 3 or len(counted) == 1:
        return ""
    unit = noun(_unit(question, value), best)
    held = f"{number(best)} {unit}"
    if len(ties) > 1:
        return f"{_listed(ties)} come first with {held} each."
    behind = f"; next comes {counted[1][1]} with {number(counted[1][0])}" if counted[1][0] else ""
    return f"{ties[0]} comes first with {held}{behind}."


def peak(question: Question, rows: Rows, kind: str) -> str:
    """Say in which ``over`` the ``value`` was highest; none on a small base or an even field."""
    value, over = question.finding["value"], question.finding["over"]
    sums: dict[Any, int] = defaultdict(int)
    for row in rows:
        if row[over] is not None:
            sums[row[over]] += row[value] or 0
    if sum(sums.values()) < SMALLEST_BASE:
        return ""
    best = max(sums.values())
    years = [year for year, count in sums.items() if count == best]
    if len(years) != 1:
        return ""
    return f"Most in {years[0]}: {number(best)} {noun(_unit(question, value), best)}."


def change(question: Question, rows: Rows, kind: str) -> str:
    """Say the first and the last ``value`` of ``over``; none where either rests on a small base."""
    value, over = question.finding["value"], question.finding["over"]
    sums: dict[int, int] = defaultdict(int)
    for row in rows:
        sums[row[over]] += row[value] or 0
    first, last = min(sums), max(sums)
    if first == last or max(sums[first], sums[last]) < SMALLEST_BASE:
        return ""
    return f"From {sums[first]:,} in {first} to {sums[last]:,} in {last} {_unit(question, value)}."


def share(question: Question, rows: Rows, kind: str) -> str:
    """Say ``value`` of ``total`` for each ``label`` in turn: "15 of 48 linked, 24 of 176 registered."."""
    value, whole, label = (question.finding[name] for name in ("value", "total", "label"))
    said = [
        f"{row[value]:,} of {row[whole]:,} {_name(question, row, label)}"
        for row in rows
        if row[whole] and row[whole] >= SMALLEST_BASE
    ]
    return capital("; ".join(said)) + "." if said else ""


def split(question: Question, rows: Rows, kind: str) -> str:
    """Say the sum of ``value`` and its parts by ``by``: "110 links: 74 with Pakistan, 36 with Bangladesh."."""
    value, by = question.finding["value"], question.finding["by"]
    sums: dict[str, int] = defaultdict(int)
    for row in rows:
        sums[row[by]] += row[value] or 0
    whole = sum(sums.values())
    if not whole:
        return ""
    order = [code for code in words.WORDS.get(question.columns[by].words, {}) if code in sums]
    order += sorted(set(sums) - set(order))
    parts = ", ".join(f"{sums[code]:,} with {words.say(question.columns[by].words, code)}" for code in order)
    unit = noun(_unit(question, value), whole)
    return f"{whole:,} {unit}: {parts}." if len(order) > 1 else f"{whole:,} {unit}, {parts.split(' ', 1)[1]}."


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" and {items[-1]}"


KINDS: Mapping[str, Callable[[Question, Rows, str], str]] = MappingProxyType(
    {"none": none, "total": total, "leader": leader, "peak": peak, "change": change, "share": share, "split": split}
)
