"""The findings of the map: links and partnerships of one year, who has no link, who works in both countries."""

from collections import Counter, defaultdict
from typing import Any

from dashboard.catalogue import Question
from dashboard.findings import general, particular
from dashboard.findings.prose import SMALLEST_BASE, Rows, capital, listed, name_in, noun, number, unit_of

NAMED = 3  # how many a sentence names


def linked(question: Question, rows: Rows, kind: str) -> str:
    """Say the links by country as :func:`general.split` does; of one year, how many pairs were new and active.

    "42 links known by 2012: 30 with Pakistan, 12 with Bangladesh. Of 38 pairs of places five are new, 20 more active."
    """
    find = question.finding
    said, year = general.split(question, rows, kind), rows[0][find["year"]]
    if year is None or not said:
        return said
    whole = sum(row[find["value"]] for row in rows)
    head = f"{whole:,} {noun(unit_of(question, find['value']), whole)}"
    said = said.replace(head, f"{head} known by {year}", 1)
    if len(rows) < SMALLEST_BASE:
        return said
    states = Counter(row[find["state"]] for row in rows)
    new = f"{_so_many(states['new'])} {'is' if states['new'] < 2 else 'are'} new"
    return f"{said} Of {number(len(rows))} pairs of places {new}, {_so_many(states['active'])} more active."


def _so_many(count: int) -> str:
    return number(count) if count else "none"


def through_years(question: Question, rows: Rows, kind: str) -> str:
    """Say how many are known by the last year, in which year most were shown active, and how many carry no date.

    What is shown of the last year says little of a record: sources come later than the work.
    """
    find = question.finding
    last, year = rows[-1], find["x"]
    known, undated = last[find["value"]], last[find["undated"]]
    if known < SMALLEST_BASE:
        return ""
    said = f"{known:,} {noun(unit_of(question, find['value']), known)} with links are known by {last[year]}"
    most = max(row[find["active"]] for row in rows)
    best = [row[year] for row in rows if row[find["active"]] == most]
    if most and len(rows) > 1:
        when = f"in {best[0]}, more than in any other year" if len(best) == 1 else "at the most in one year"
        said += f"; {number(most)} {'was' if most == 1 else 'were'} shown active {when}"
    rest = f" {capital(number(undated))} more {'carries' if undated == 1 else 'carry'} no date." if undated else ""
    return f"{said}.{rest}"


def on_register(question: Question, rows: Rows, kind: str) -> str:
    """Say of rows about one institution each what :func:`particular.unreached` says of regions."""
    find = question.finding
    regions: dict[tuple[str, str], dict[str, Any]] = defaultdict(lambda: {find["value"]: 0, find["total"]: 0})
    for row in rows:
        region = regions[row[find["by"]], name_in(question, row, find["label"])]
        region |= {find["by"]: row[find["by"]], find["label"]: name_in(question, row, find["label"])}
        region[find["value"]] += row[find["value"]]
        region[find["total"]] += row[find["total"]]
    return particular.unreached(question, list(regions.values()), kind)


def in_both(question: Question, rows: Rows, kind: str) -> str:
    """Say how many institutions work in both countries, and which of them hold most; none where a country is left out.

    "Nine of the 50 linked UK institutions work in both countries; University of Leeds holds most, seven partnerships."
    """
    find = question.finding
    held: dict[str, int] = defaultdict(int)
    for row in rows:
        held[row[find["label"]]] += row[find["value"]]
    both = list(dict.fromkeys(row[find["label"]] for row in rows if row[find["mark"]]))
    if len(held) < SMALLEST_BASE or len({row[find["by"]] for row in rows}) < 2:
        return ""
    verb = "works" if len(both) == 1 else "work"
    some = capital(number(len(both))) if both else "None"
    said = f"{some} of the {number(len(held))} linked UK institutions {verb} in both countries"
    most = max((held[name] for name in both), default=0)
    first = [name for name in both if held[name] == most]
    if len(both) == 1:
        return f"{said}: {both[0]}."
    if not both or len(first) > NAMED:
        return f"{said}."
    hold, each = ("holds", "") if len(first) == 1 else ("hold", " each")
    return f"{said}; {listed(first)} {hold} most, {number(most)} {noun(unit_of(question, find['value']), most)}{each}."
