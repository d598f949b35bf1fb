"""Kinds of finding made for one sort of question: the base, known by year, courses, coverage, regions."""

from collections import defaultdict

from dashboard import words
from dashboard.catalogue import Question
from dashboard.findings.prose import SMALLEST_BASE, Rows, capital, come, listed, name_in, noun, number, unit_of


def base(question: Question, rows: Rows, kind: str) -> str:
    """Say what the data holds: partnerships by country, institutions on both sides, and those only planned."""
    find = question.finding
    first = rows[0]
    whole = first[find["total"]]
    if not whole:
        return ""
    parts = [f"{row[find['value']]:,} with {name_in(question, row, find['by'])}" for row in rows if row[find["value"]]]
    said = f"{whole:,} {noun('partnerships', whole)}"
    said += f", {listed(parts)}," if len(parts) > 1 else f" {parts[0].split(' ', 1)[1]}"
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
    last = max(known)
    # A year without a row of its own stands where the year before it stood.
    at = {year: known[max(y for y in known if y <= year)] for year in (*find["years"], last) if year >= min(known)}
    marks = [*(year for year in find["years"] if year < last and at.get(year)), last]
    said = [f"{at[year]:,} {'known ' if year == marks[0] else ''}by {year}" for year in marks]
    if counted < SMALLEST_BASE:
        return ""
    if not dated:
        return f"None of the {counted:,} carries a date."
    verb = "carries" if dated == 1 else "carry"
    head = f"All {counted:,} carry a date" if dated == counted else f"{dated:,} of the {counted:,} {verb} a date"
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
    if not parts:
        return ""
    stated = [row[find["participants"]] for row in rows if row[find["participants"]] is not None]
    said = capital(", ".join(parts))
    if stated and kind != "programme":  # guarded counts of people are never added up
        people = sum(stated)
        said += f"; {people:,} {noun('participants', people)} in the {number(len(stated))} with a stated number"
    return said + "."


def leader_by(question: Question, rows: Rows, kind: str) -> str:
    """Say for each group of ``by`` which ``label`` leads: "In Pakistan Health comes first with 12; …"."""
    find = question.finding
    groups: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows:
        if row[find["label"]] in find.get("besides", []):
            continue
        groups[row[find["by"]]].append((row[find["value"]] or 0, name_in(question, row, find["label"])))
    said = []
    for code in (code for code in words.WORDS["country"] if code in groups):
        best = max(count for count, _ in groups[code])
        ties = [name for count, name in groups[code] if count == best]
        if sum(count for count, _ in groups[code]) >= SMALLEST_BASE and len(ties) <= 3:
            verb = come(question, find["label"], ties)
            each = " each" if len(ties) > 1 else ""
            said.append(f"with {words.say('country', code)} {listed(ties)} {verb} first ({number(best)}{each})")
    return capital("; ".join(said)) + "." if said else ""


def leading_pair(question: Question, rows: Rows, kind: str) -> str:
    """Say the strongest pair ``a`` and ``b`` for each ``by``, a tie by name: "London and Dhaka share nine"."""
    find = question.finding
    said = []
    for code in words.WORDS["country"]:
        own = [row for row in rows if row[find["by"]] == code and row[find["value"]]]
        if len(own) < 2:
            continue
        best = max(row[find["value"]] for row in own)
        top = [row for row in own if row[find["value"]] == best]
        if best >= SMALLEST_BASE:
            held = f"{number(best)} {noun(unit_of(question, find['value']), best)}"
            pairs = [(name_in(question, row, find["a"]), name_in(question, row, find["b"])) for row in top]
            said.append(_sharing(pairs, held, words.say("country", code)))
    return capital("; ".join(said)) + "." if said else ""


def _sharing(pairs: list[tuple[str, str]], held: str, country: str) -> str:
    """Return what the strongest pairs share, by name as long as they are few."""
    if len(pairs) > 3:
        return f"with {country} {number(len(pairs))} pairs share {held} each"
    firsts, seconds = (list(dict.fromkeys(pair[place] for pair in pairs)) for place in (0, 1))
    if len(pairs) == 1:
        return f"{firsts[0]} and {seconds[0]} share {held}"
    if len(firsts) == 1:
        return f"{firsts[0]} shares most with {listed(seconds)}, {held} each"
    if len(seconds) == 1:
        return f"{seconds[0]} shares most with {listed(firsts)}, {held} each"
    return f"{', '.join(' and '.join(pair) for pair in pairs)} share {held} each"


def unreached(question: Question, rows: Rows, kind: str) -> str:
    """Say how many registered institutions show a link, and where none does."""
    find = question.finding
    said = []
    for code in (code for code in words.WORDS["country"] if any(row[find["by"]] == code for row in rows)):
        own = [row for row in rows if row[find["by"]] == code]
        linked, registered = (sum(row[find[name]] for row in own) for name in ("value", "total"))
        part = f"{linked:,} of {registered:,} registered in {words.say('country', code)}"
        empty = [row for row in own if not row[find["value"]] and row[find["total"]] >= SMALLEST_BASE]
        if empty:
            places = listed([f"{row[find['label']]} ({row[find['total']]})" for row in empty])
            part += f", none found in {places}"
        said.append(part)
    return "A link is found for " + "; ".join(said) + "." if said else ""


def stated(question: Question, rows: Rows, kind: str) -> str:
    """Say the people in the events with a stated number, and how many events state none."""
    find = question.finding
    known = [row[find["value"]] for row in rows if not row[find["missing"]]]
    if kind == "programme":
        return ""  # guarded counts of people are never added up
    if not known:
        if len(rows) == 1:
            return f"The one {noun(find['of'], 1)} found states no number."
        return f"None of the {number(len(rows))} {find['of']} states its number."
    without = len(rows) - len(known)
    rest = f"; {number(without)} {'states' if without == 1 else 'state'} none" if without else ""
    people, counted = sum(known), noun(find["of"], len(known))
    return f"{people:,} {noun(find['unit'], people)} in the {number(len(known))} {counted} with a stated number{rest}."


def arithmetic(question: Question, rows: Rows, kind: str) -> str:
    """Say how often the share was published, that no denominator is stated, and what arithmetic alone gives."""
    find = question.finding
    published = [row for row in rows if row[find["kind_column"]] == "published"]
    sums = [row[find["words"]] for row in rows if row[find["kind_column"]] == "arithmetic"]
    said = ""
    if published:
        times = {1: "once", 2: "twice"}.get(len(published), f"{number(len(published))} times")
        groups = f"{number(len(published))} {noun('groups', len(published))}"
        said = f"Published {times}, of {groups}; none states a denominator. "
    return (said + "".join(f"{text}. " for text in sums)).strip()


def against(question: Question, rows: Rows, kind: str) -> str:
    """Say ``value`` of ``total`` in the first row, with its share, against the second row's."""
    find = question.finding
    if len(rows) != 2 or any(row[find["total"]] < SMALLEST_BASE for row in rows):
        return ""
    first, second = (
        f"{row[find['value']]:,} of the {row[find['total']]:,} {name_in(question, row, find['label'])} "
        f"({100 * row[find['value']] / row[find['total']]:.0f} %)"
        for row in rows
    )
    return f"{capital(find['what'])}: {first}, against {second}."


def arrivals(question: Question, rows: Rows, kind: str) -> str:
    """Say how many institutions ever came new, and how often one came back in a later year."""
    find = question.finding
    new, back = (
        sum(row[find["value"]] or 0 for row in rows if row[find["by"]] == code) for code in ("new", "returning")
    )
    if new < SMALLEST_BASE:
        return ""
    times = {0: "none came back in a later year", 1: "once one came back in a later year"}.get(
        back, f"{number(back)} times one came back in a later year"
    )
    return f"{capital(number(new))} institutions came new; {times}."


def least_stated(question: Question, rows: Rows, kind: str) -> str:
    """Say what the fewest rows of a table state: "Least often stated: money in partnerships (2 of 86 rows)."."""
    find = question.finding
    known = [row for row in rows if (row[find["total"]] or 0) >= SMALLEST_BASE]
    if not known:
        return ""
    low = min(row[find["value"]] / row[find["total"]] for row in known)
    least = [row for row in known if row[find["value"]] / row[find["total"]] == low]
    if low == 1 or len(least) > 3:
        return f"{capital(number(len(least)))} things are stated by no row." if not low else ""
    said = []
    for row in least:
        stands = f"{row[find['value']]:,} of {row[find['total']]:,} {unit_of(question, find['value'])}"
        table, field = name_in(question, row, find["by"]).lower(), row[find["label"]]
        said.append(f"{field[:1].lower()}{field[1:]} in {table} ({stands})")
    return f"Least often stated: {listed(said)}."


def rest_on(question: Question, rows: Rows, kind: str) -> str:
    """Say on which ``label`` most rests: "Most rows rest on example.org: 44."."""
    value, label = question.finding["value"], question.finding["label"]
    counts = sorted((row[value] or 0 for row in rows), reverse=True)
    first = [name_in(question, row, label) for row in rows if row[value] == counts[0]]
    if sum(counts) < SMALLEST_BASE or len(rows) < 2 or len(first) > 3:
        return ""
    each = " each" if len(first) > 1 else ""
    return f"Most {unit_of(question, value)} rest on {listed(first)}: {counts[0]:,}{each}."
