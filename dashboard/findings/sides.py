"""The findings of two sides on one scale: who is ahead, where they lie widest apart, where they stand last."""

from typing import Any

from dashboard.catalogue import Question
from dashboard.findings.prose import SMALLEST_BASE, Rows, capital, name_in, noun, number, unit_of

Pairs = dict[Any, tuple[Any, Any]]


def ahead(question: Question, rows: Rows, kind: str) -> str:
    """Say in how many of the counts each side is ahead; of two editions, how many differ and which most.

    Only what both sides state is compared; a hidden or unknown number is nobody's lead.
    """
    find = question.finding
    names = _names(question, rows)
    pairs = {label: pair for label, pair in _pairs(question, rows).items() if None not in pair}
    if len(names) != 2 or len(pairs) < 2 or max(max(pair) for pair in pairs.values()) < SMALLEST_BASE:
        return ""
    if find.get("compared") == "edition":
        return _differ(question, rows, pairs)
    wins = [sum(pair[place] > pair[1 - place] for pair in pairs.values()) for place in (0, 1)]
    (most, first), (fewer, second) = sorted(zip(wins, names, strict=True), key=lambda side: -side[0])
    of = f"{'both' if len(pairs) == 2 else f'all {number(len(pairs))}'} {find['of']}"
    if not most:
        return f"{names[0]} and {names[1]} are level in {of}."
    if most < len(pairs):
        of = f"{number(most)} of {number(len(pairs))} {find['of']}"
    rest = f", of {second} in {number(fewer)}" if kind == "record" else f", {second} in {number(fewer)}"
    told = f"More is found of {first}" if kind == "record" else f"{first} is ahead"
    return f"{told} in {of}{rest if fewer else ''}."


def _differ(question: Question, rows: Rows, pairs: Pairs) -> str:
    """Return how many numbers differ between two editions, and the one that differs most in its own words."""
    find = question.finding
    gaps = {label: abs(one - other) / max(one, other) for label, (one, other) in pairs.items() if one != other}
    if not gaps:
        return f"None of the {number(len(pairs))} {find['of']} differs."
    verb = "differs" if len(gaps) == 1 else "differ"
    said = f"{capital(number(len(gaps)))} of {number(len(pairs))} {find['of']} {verb}"
    large = {label: gap for label, gap in gaps.items() if max(pairs[label]) >= SMALLEST_BASE}
    best = [label for label, gap in large.items() if gap == max(large.values())]
    if len(best) != 1:
        return f"{said}."
    shown = [_told(question, row) for row in rows if row[find["label"]] == best[0]]
    name = best[0][:1].lower() + best[0][1:]
    return f"{said}{': ' if len(gaps) == 1 else ', most of all '}{name} ({shown[0]} and {shown[1]})."


def _told(question: Question, row: Any) -> str:
    """Return a row's number as it is shown: in its own words where it has some."""
    words = row[question.finding["words"]] if "words" in question.finding else None
    return words or f"{row[question.finding['value']]:,.0f}"


def widest(question: Question, rows: Rows, kind: str) -> str:
    """Say in which ``label`` the two sides lie widest apart: "Widest apart in Health: Pakistan 35, Bangladesh 6."."""
    names = _names(question, rows)
    besides = question.finding.get("besides", [])
    counts = {
        label: (one or 0, other or 0)  # a side without a row counts none there
        for label, (one, other) in _pairs(question, rows).items()
        if label not in besides
    }
    if len(names) != 2 or any(sum(pair[place] for pair in counts.values()) < SMALLEST_BASE for place in (0, 1)):
        return ""
    gap = max(abs(one - other) for one, other in counts.values())
    best = [label for label, (one, other) in counts.items() if abs(one - other) == gap]
    if not gap or len(counts) < 2 or len(best) > 2:
        return ""
    said = [
        f"in {label}: " + ", ".join(f"{name} {count:,}" for name, count in zip(names, counts[label], strict=True))
        for label in best
    ]
    return f"Widest apart {'; '.join(said)}."


def last_of_both(question: Question, rows: Rows, kind: str) -> str:
    """Say where each side stands in the last year of both: "Active in 2018: Pakistan 141, Bangladesh 50 …"."""
    find = question.finding
    names = _names(question, rows)
    pairs = {year: pair for year, pair in _pairs(question, rows).items() if None not in pair}
    if len(names) != 2 or not pairs or max(pairs[max(pairs)]) < SMALLEST_BASE:
        return ""
    pair = pairs[max(pairs)]
    said = ", ".join(f"{name} {count:,}" for name, count in zip(names, pair, strict=True))
    return f"{find['what']} {max(pairs)}: {said} {noun(unit_of(question, find['value']), pair[1])}."


def _names(question: Question, rows: Rows) -> list[str]:
    """Return the names of the sides, in the order in which they stand."""
    by = question.finding["by"]
    return list(dict.fromkeys(name_in(question, row, by) for row in rows))


def _pairs(question: Question, rows: Rows) -> Pairs:
    """Return by label what the first and the second side have there; None where a side has no number."""
    find = question.finding
    sides = list(dict.fromkeys(row[find["by"]] for row in rows))
    held = {(row[find["by"]], _label(question, row)): row[find["value"]] for row in rows}
    second = sides[1] if len(sides) > 1 else None
    return {label: (held.get((sides[0], label)), held.get((second, label))) for _, label in held}


def _label(question: Question, row: Any) -> Any:
    label = question.finding["label"]
    return name_in(question, row, label).lower() if question.columns[label].words else row[label]
