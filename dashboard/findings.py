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
    return str(question.finding.get("unit", "")) or question.columns[column].unit or question.columns[column].label.lower()


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


def base(question: Question, rows: Rows, kind: str) -> str:
    """Say what the data holds: partnerships by country, institutions on both sides, and those only planned."""
    find = question.finding
    first = rows[0]
    whole = first[find["total"]]
    if not whole:
        return ""
    parts = [f"{row[find['value']]:,} with {_name(question, row, find['by'])}" for row in rows if row[find["value"]]]
    said = f"{whole:,} {noun('partnerships', whole)}"
    said += f", {_listed(parts)}," if len(parts) > 1 else f" {parts[0].split(' ', 1)[1]}"
    uk, partner = first[find["uk"]], first[find["partner"]]
    joins = "join" if whole != 1 else "joins"
    said += f" {joins} {uk:,} UK and {partner:,} partner {noun('institutions', partner)}."
    planned = first[find["planned"]]
    if planned:
        verb = "are only planned and are" if planned != 1 else "is only planned and is"
        said += f" {capital(number(planned))} more {verb} not counted."
    return said


def milestones(question: Question, rows: Rows, kind: str) -> str:
    """Say how many carry a date, and how many were known by each of the named years and the last one."""
    find = question.finding
    known = {row[find["x"]]: row[find["total"]] for row in rows}
    dated, counted = rows[0][find["dated"]], rows[0][find["counted"]]
    years = [year for year in find["years"] if min(known) <= year < max(known) and known[year]]
    said = [f"{known[year]:,} known by {year}" for year in [*years, max(known)]]
    if counted < SMALLEST_BASE:
        return ""
    head = f"All {counted:,} carry a date" if dated == counted else f"{dated:,} of the {counted:,} carry a date"
    return f"{head}: {', '.join(said)}."


def events(question: Question, rows: Rows, kind: str) -> str:
    """Say how many events each country has, how many lack a date, and the people in those with a stated number."""
    find = question.finding
    codes = [code for code in words.WORDS["country"] if any(row[find["by"]] == code for row in rows)]
    parts = []
    for code in codes:
        own = [row for row in rows if row[find["by"]] == code]
        undated = sum(row[find["date"]] is None for row in own)
        aside = f" ({number(undated)} undated)" if undated else ""
        parts.append(f"{number(len(own))} for {words.say('country', code)}{aside}")
    stated = [row[find["participants"]] for row in rows if row[find["participants"]] is not None]
    said = capital(", ".join(parts))
    if stated:
        said += f"; {sum(stated):,} participants in the {number(len(stated))} with a stated number"
    return said + "."


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" and {items[-1]}"


KINDS: Mapping[str, Callable[[Question, Rows, str], str]] = MappingProxyType(
    {
        "none": none,
        "total": total,
        "leader": leader,
        "peak": peak,
        "change": change,
        "share": share,
        "split": split,
        "base": base,
        "milestones": milestones,
        "events": events,
    }
)
