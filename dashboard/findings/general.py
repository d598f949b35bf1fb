"""Kinds of finding that any question may use. Each returns one sentence, or "" where there is none to make."""

from collections import defaultdict
from typing import Any

from dashboard import words
from dashboard.catalogue import Question
from dashboard.findings.prose import SMALLEST_BASE, Rows, capital, come, listed, name_in, noun, number, unit_of


def none(question: Question, rows: Rows, kind: str) -> str:
    """No sentence."""
    return ""


def total(question: Question, rows: Rows, kind: str) -> str:
    """Say the sum of a column: "24 workshops in 9 cities." style, from ``value``."""
    value = question.finding["value"]
    count = sum(row[value] or 0 for row in rows)
    found = " found in public sources" if kind == "record" else ""
    return f"{capital(number(count))} {noun(unit_of(question, value), count)}{found}." if count else ""


def leader(question: Question, rows: Rows, kind: str) -> str:
    """Say which ``label`` holds most of ``value`` and how much, with ties named; none on a small base."""
    value, label = question.finding["value"], question.finding["label"]
    counted = sorted(((row[value] or 0, name_in(question, row, label)) for row in rows), key=lambda pair: -pair[0])
    base = sum(count for count, _ in counted)
    if base < SMALLEST_BASE or not counted:
        return ""
    best = counted[0][0]
    ties = [name for count, name in counted if count == best]
    if len(ties) > 3 or len(counted) == 1:
        return ""
    unit = noun(unit_of(question, value), best)
    held = f"{number(best)} {unit}"
    if len(ties) > 1:
        return f"{listed(ties)} come first with {held} each."
    first = f"{ties[0]} {come(question, label, ties)} first with {held}"
    second = counted[1][0]
    names = [name for count, name in counted if count == second]
    if not second:
        return f"{first}."
    if len(names) > 2:
        return f"{first}; next come {number(len(names))} with {number(second)} each."
    each = " each" if len(names) > 1 else ""
    return f"{first}; next {come(question, label, names)} {listed(names)} with {number(second)}{each}."


def peak(question: Question, rows: Rows, kind: str) -> str:
    """Say in which ``over`` the ``value`` was highest; none on a small base or an even field."""
    value, over = question.finding["value"], question.finding["over"]
    sums: dict[Any, int] = defaultdict(int)
    for row in rows:
        if row[over] is not None:
            sums[row[over]] += row[value] or 0
    if len(sums) < 2 or sum(sums.values()) < SMALLEST_BASE:
        return ""
    best = max(sums.values())
    years = [year for year, count in sums.items() if count == best]
    if len(years) != 1:
        return ""
    return f"Most in {years[0]}: {number(best)} {noun(unit_of(question, value), best)}."


def change(question: Question, rows: Rows, kind: str) -> str:
    """Say the first and the last ``value`` of ``over``; none where either rests on a small base."""
    value, over = question.finding["value"], question.finding["over"]
    sums: dict[int, int] = defaultdict(int)
    for row in rows:
        if row[over] is not None:
            sums[row[over]] += row[value] or 0
    if not sums:
        return ""
    first, last = min(sums), max(sums)
    if first == last or max(sums[first], sums[last]) < SMALLEST_BASE:
        return ""
    return f"From {sums[first]:,} in {first} to {sums[last]:,} in {last} {unit_of(question, value)}."


def share(question: Question, rows: Rows, kind: str) -> str:
    """Say ``value`` of ``total`` for each ``label`` in turn: "15 of 48 linked, 24 of 176 registered."."""
    value, whole, label = (question.finding[name] for name in ("value", "total", "label"))
    said = [
        f"{row[value]:,} of {row[whole]:,} {name_in(question, row, label)}"
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
    unit = noun(unit_of(question, value), whole)
    return f"{whole:,} {unit}: {parts}." if len(order) > 1 else f"{whole:,} {unit} {parts.split(' ', 1)[1]}."
