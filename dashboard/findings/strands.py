"""The findings of the other strands: courses taught across the border, workshops for researchers, what came of it."""

from collections import defaultdict

from dashboard import words
from dashboard.catalogue import Question
from dashboard.findings.prose import SMALLEST_BASE, Rows, capital, listed, name_in, noun, number, unit_of

NAMED = 3  # how many parts of a whole a sentence names before it says "other"


def made_up_of(question: Question, rows: Rows, kind: str) -> str:
    """Say the sum of ``value`` and its largest parts by ``label``: "34 courses: study centre 18, dual award four."."""
    find = question.finding
    sums: dict[str, int] = defaultdict(int)
    for row in rows:
        sums[name_in(question, row, find["label"])] += row[find["value"]] or 0
    whole = sum(sums.values())
    parts = sorted(((count, name) for name, count in sums.items() if count), key=lambda part: -part[0])
    if whole < SMALLEST_BASE or len(parts) < 2:
        return ""
    shown = parts if len(parts) <= NAMED + 1 else parts[:NAMED]
    said = [f"{name.lower()} {number(count)}" for count, name in shown]
    rest = whole - sum(count for count, _ in shown)
    if rest:
        said.append(f"further kinds {number(rest)}")
    found = " found in public sources" if kind == "record" else ""
    return f"{capital(number(whole))} {noun(unit_of(question, find['value']), whole)}{found}: {', '.join(said)}."


def first_of(question: Question, rows: Rows, kind: str) -> str:
    """Say which ``label`` has most of all: "Degree comes first: 30 of the 34 courses."."""
    find = question.finding
    whole = sum(row[find["value"]] for row in rows)
    best = max(row[find["value"]] for row in rows)
    first = [row for row in rows if row[find["value"]] == best]
    if whole < SMALLEST_BASE or len(first) != 1 or len(rows) == 1:
        return ""
    name = capital(name_in(question, first[0], find["label"]))
    return f"{name} comes first: {best:,} of the {whole:,} {unit_of(question, find['value'])}."


def latest(question: Question, rows: Rows, kind: str) -> str:
    """Say for each ``by`` its newest year with a ``value``, in the row's own ``words``; nothing is added up."""
    find = question.finding
    said = []
    for code in (code for code in words.WORDS["country"] if any(row[find["by"]] == code for row in rows)):
        own = [row for row in rows if row[find["by"]] == code and row[find["value"]] and row[find["over"]] is not None]
        if own:
            row = max(own, key=lambda row: row[find["over"]])
            share = f" ({row[find['value']]:.0f} %)" if question.columns[find["value"]].unit == "%" else ""
            told = f"{row[find['words']]} {find['what']} in {row[find['over']]}{share}"
            said.append(f"{words.say('country', code)}: {told}")
    return "; ".join(said) + "." if said else ""


def part(question: Question, rows: Rows, kind: str) -> str:
    """Say the sum of ``value`` out of the sum of ``total``: "Nine of the 16 partnerships of the calls now teach."."""
    find = question.finding
    some, whole = (sum(row[find[name]] for row in rows) for name in ("value", "total"))
    if whole < SMALLEST_BASE:
        return ""
    return f"{capital(number(some)) if some else 'None'} of the {whole:,} {find['what']}."


def trained(question: Question, rows: Rows, kind: str) -> str:
    """Say how many each country's workshops trained, by when, and towards which figure.

    Made-up numbers were set to match what was published, so they are held against a target only.
    """
    find = question.finding
    said = []
    for code in (code for code in words.WORDS["country"] if any(row[find["by"]] == code for row in rows)):
        own = [row for row in rows if row[find["by"]] == code and row[find["value"]]]
        if not own:
            continue
        row = min(own, key=lambda row: (-row[find["value"]], row[find["over"]]))
        aim = row[find["target"]] or ""
        towards = f", towards {aim}" if aim.startswith("a target") else ""
        if aim and not towards and kind != "demonstration":
            towards = f" ({aim})"
        told = f"{row[find['words']]} trained by {row[find['over']]}{towards}"
        said.append(f"{words.say('country', code)}: {told}")
    return "; ".join(said) + "." if said else ""


def covered(question: Question, rows: Rows, kind: str) -> str:
    """Say under which of the groups in ``what`` a statement stands, for each ``within`` where there is one."""
    find = question.finding
    within = find.get("within")
    vocabulary, groups = question.columns[find["by"]].words, list(find["what"])
    said = []
    for code in dict.fromkeys(row[within] if within else None for row in rows):
        met = {row[find["by"]] for row in rows if within is None or row[within] == code}
        told = [words.say(vocabulary, group).lower() for group in groups if group in met]
        without = [words.say(vocabulary, group).lower() for group in groups if group not in met]
        where = f"{name_in(question, {within: code}, within)}: " if within else ""
        if not without:
            said.append(f"{where}statements under all {number(len(groups))} {find['of']}")
        else:
            said.append(f"{where}statements under {listed(told)}, none found under {listed(without)}")
    return capital("; ".join(said)) + "."


def followed(question: Question, rows: Rows, kind: str) -> str:
    """Say the pounds that followed, and how many of the partnerships state a sum."""
    find = question.finding
    sums = [sum(row[find[name]] or 0 for row in rows) for name in ("value", "total", "whole")]
    pounds, some, whole = sums
    if not some or whole < SMALLEST_BASE:
        return ""
    money = f"£{pounds / 1_000_000:,.1f} million" if pounds >= 1_000_000 else f"£{pounds:,}"
    state = "states" if some == 1 else "state"
    return f"As far as known {money} followed: {some:,} of {whole:,} partnerships {state} a sum."
