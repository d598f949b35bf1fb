"""The findings of how partnerships live: in stock, after their money, and by length of life; and of the KPI wall."""

from collections import defaultdict

from dashboard import words
from dashboard.catalogue import Question
from dashboard.findings.prose import SMALLEST_BASE, Rows, capital, listed, noun, number, unit_of


def stock(question: Question, rows: Rows, kind: str) -> str:
    """Say the most ever active, how many are active in the last year, and the flows over the years drawn."""
    find = question.finding
    value, year = find["value"], find["x"]
    most = max(row[value] for row in rows)
    if most < SMALLEST_BASE:
        return ""
    last, best = rows[-1], [row[year] for row in rows if row[value] == most]
    started, ended = (sum(row[find[flow]] for row in rows) for flow in ("inflow", "outflow"))
    flows = f"{number(started)} started and {number(ended)} ended"
    since = f"from {rows[0][year]} to {last[year]} " if len(rows) > 1 else ""
    now = f"{capital(number(last[value]))} {noun(unit_of(question, value), last[value])} active in {last[year]}"
    if last[year] in best:
        return f"{now}{', the most of any year' if len(rows) > 1 and len(best) == 1 else ''}; {since}{flows}."
    return f"{now}, {most:,} at the most ({best[0]}); {since}{flows}."


def lasting(question: Question, rows: Rows, kind: str) -> str:
    """Say ``value`` of ``total`` with ``what`` became of them, and the same by country where each has a base."""
    find = question.finding
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        for place, column in enumerate(("value", "total")):
            sums[row[find["by"]]][place] += row[find[column]]
    part, whole = (sum(pair[place] for pair in sums.values()) for place in (0, 1))
    if whole < SMALLEST_BASE:
        return ""
    said = f"{part:,} of {whole:,} {find['what']} ({100 * part / whole:.0f} %)"
    if len(sums) > 1 and all(pair[1] >= SMALLEST_BASE for pair in sums.values()):
        vocabulary = question.columns[find["by"]].words
        said += ": " + listed([f"{n:,} of {of:,} in {words.say(vocabulary, code)}" for code, (n, of) in sums.items()])
    return f"{said}."


def still_running(question: Question, rows: Rows, kind: str) -> str:
    """Say of the shortest and the longest time with a base how many still ran: "40 of 45 after one year, …"."""
    find = question.finding
    based = [row for row in rows if row[find["total"]] >= SMALLEST_BASE]
    said = [
        f"{row[find['value']]:,} of {row[find['total']]:,} still ran {row['after']}"
        for row in (based[:1] + based[1:][-1:])
    ]
    return f"{listed(said)}." if said else ""


def half_life(question: Question, rows: Rows, kind: str) -> str:
    """Say for each curve when half had ended, or how many still run at the end of it."""
    find = question.finding
    said = []
    for code in dict.fromkeys(row[find["by"]] for row in rows):
        curve = [row for row in rows if row[find["by"]] == code]
        if curve[0][find["total"]] < SMALLEST_BASE:
            continue
        name = words.say(question.columns[find["by"]].words, code)
        half = next((row[find["x"]] for row in curve if row[find["value"]] <= 50), None)
        if half is None:
            said.append(f"in {name} more than half still run after {curve[-1][find['x']]:.1f} years")
        else:
            said.append(f"in {name} half had ended after {half:.1f} years")
    return f"{capital('; '.join(said))}." if said else ""


def biggest_change(question: Question, rows: Rows, kind: str) -> str:
    """Say which headline has changed most, in its own words; none on a small base or without another year."""
    find = question.finding
    changes = []
    for row in rows:
        now, before = row[find["amount"]], row[find["before"]]
        if now and before and (row[find["base"]] or 0) >= SMALLEST_BASE:
            changes.append((max(now / before, before / now), row))
    if not changes:
        return ""
    most, row = max(changes, key=lambda pair: pair[0])
    if most == 1:
        return ""
    name = row[find["label"]]
    return f"Biggest change: {name[:1].lower()}{name[1:]}, {row[find['value']]} {row[find['compared']]}."
