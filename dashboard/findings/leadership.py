"""Kinds of finding about leadership courses, posts and coverage.

What counts people comes from the answer in words that passed the rule for small numbers; nothing here adds them up.
"""

from collections.abc import Mapping
from typing import Any

from dashboard.catalogue import Question
from dashboard.findings.prose import SMALLEST_BASE, Rows, by_country, capital, listed, name_in, noun, number

PARTED = 10
"""Two shares have parted where so many points lie between them."""


def coverage(question: Question, rows: Rows, kind: str) -> str:
    """Say which measure comes nearest to the published share, and how many of those in post are trained.

    Made-up data is compared with nothing that was published: there, ever reached and in post stand alone.
    """
    find = question.finding
    said = []
    for country, own in by_country(question, rows):
        first = {row[find["code"]]: row for row in reversed(own)}
        today, ever = first.get("D"), first.get("A")
        if today is None or ever is None or (today[find["total"]] or 0) < SMALLEST_BASE:
            continue
        post = f"{today[find['group']]} in post on {today[find['day']]}, {today[find['words']]}"
        near = _nearest(question, own) if kind != "demonstration" else None
        if near is None:
            said.append(f"{country}: ever reached, {ever[find['words']]} institutions; of the {post} are trained")
        else:
            code, _, what = near[find["label"]].partition(" · ")
            nearest = f"the figure nearest to {near[find['line']]:.0f} % is {code}, {what[:1].lower()}{what[1:]}"
            said.append(f"{country}: {nearest} ({near[find['words']]}); of the {post}")
    return "; ".join(said) + "." if said else ""


def _nearest(question: Question, rows: Rows) -> Mapping[str, Any] | None:
    """Return the row whose share lies nearest to the line; none without a line or a share."""
    line = question.finding["line"]
    at = [
        (abs(share - row[line]), place)
        for place, row in enumerate(rows)
        if row[line] is not None and (share := _at_least(question, row)) is not None
    ]
    return rows[min(at)[1]] if at else None


def in_post(question: Question, rows: Rows, kind: str) -> str:
    """Say of which role group most and fewest of those in post are trained, country by country."""
    find = question.finding
    said = []
    for country, own in by_country(question, rows):
        shares = [
            (share, place)
            for place, row in enumerate(own)
            if (share := _at_least(question, row)) is not None and (row[find["total"]] or 0) >= SMALLEST_BASE
        ]
        if len(shares) < 2 or min(shares)[0] == max(shares)[0]:
            continue
        high, low = (own[pick(shares)[1]] for pick in (max, min))
        most, fewest = (
            f"{name_in(question, row, find['group']).lower()} ({row[find['words']]})" for row in (high, low)
        )
        said.append(f"in {country} the largest share is that of the {most}, the smallest that of the {fewest}")
    return capital("; ".join(said)) + "." if said else ""


def _at_least(question: Question, row: Mapping[str, Any]) -> float | None:
    """Return a row's share, of a range its lower end."""
    share: float | None = row[question.finding["share"]]
    return share if share is not None else row[question.finding["low"]]


def apart(question: Question, rows: Rows, kind: str) -> str:
    """Say how far the two shares lie apart in the last year, and since when they have parted for good."""
    find = question.finding
    said = []
    for country, own in by_country(question, rows):
        shares = {(row[find["code"]], row[find["over"]]): row for row in own if row[find["share"]] is not None}
        bases = [row[find["total"]] or 0 for row in own if row[find["over"]] == own[-1][find["over"]]]
        # parted for certain: from the lower end of the one to the upper end of the other
        gaps = {
            year: _ends(question, shares["A", year])[0] - _ends(question, shares["D", year])[1]
            for year in sorted({row[find["over"]] for row in own})
            if ("A", year) in shares and ("D", year) in shares
        }
        if not gaps or min(bases) < SMALLEST_BASE or max(gaps) != own[-1][find["over"]]:
            continue
        ever, today = (_share_words(question, shares[code, max(gaps)]) for code in "AD")
        part = f"in {country} {ever} of institutions were ever reached, {today} of those in post are trained"
        since = next((y for y in gaps if all(gap >= PARTED for year, gap in gaps.items() if year >= y)), None)
        said.append(part + (f" ({PARTED} points or more apart since {since})" if since is not None else ""))
    return capital("; ".join(said)) + "." if said else ""


def _ends(question: Question, row: Mapping[str, Any]) -> tuple[float, float]:
    """Return the lowest and the highest value of a share, of one that may be higher by nobody knows what up to all."""
    find = question.finding
    low, high = row[find["low"]], row[find["high"]]
    if low is None:
        return row[find["share"]], row[find["share"]]
    return low, 100.0 if high is None else high


def _share_words(question: Question, row: Mapping[str, Any]) -> str:
    """Return a share as it is known: "59 %", "59 to 60 %", "about 60 %" of rounded counts, "at least 59 %"."""
    find = question.finding
    low, high = _ends(question, row)
    about = "about " if "about" in row[find["words"]] and high else ""
    if row[find["low"]] is not None and row[find["high"]] is None:
        return f"at least {about}{low:.0f} %"
    one, other = f"{low:.0f}", f"{high:.0f}"
    return f"{about}{one} %" if one == other else f"{about}{one} to {other} %"


def unreached_institutions(question: Question, rows: Rows, kind: str) -> str:
    """Say how many institutions were reached in each country, and the places where none was."""
    find = question.finding
    said = []
    for country, own in by_country(question, rows):
        reached, whole = (sum(row[find[name]] for row in own) for name in ("value", "total"))
        empty = [row for row in own if not row[find["value"]] and row[find["total"]] >= SMALLEST_BASE]
        places = listed([f"{row[find['label']]} ({row[find['total']]})" for row in empty]) if empty else ""
        said.append(f"{reached:,} of {whole:,} in {country}" + (f", none in {places}" if places else ""))
    return "Somebody was on a course from " + "; ".join(said) + "." if said else ""


def places(question: Question, rows: Rows, kind: str) -> str:
    """Say the places taken, the courses and the different people of each country, and what states no number."""
    find = question.finding
    said = []
    for country, own in by_country(question, rows):
        row = own[0]
        held, without = row[find["events"]], row[find["missing"]]
        if held == without:
            continue
        part = f"{country}: {row[find['places']]} places taken on {number(held - without)} "
        part += f"{noun('courses', held - without)}, by {row[find['people']]} different people on the lists"
        rest = f"; {number(without)} more {'states' if without == 1 else 'state'} no number" if without else ""
        said.append(part + rest)
    return ". ".join(said) + "." if said else ""


def held_of_due(question: Question, rows: Rows, kind: str) -> str:
    """Say how many of the courses due were held and cancelled in each country, and the target."""
    find = question.finding
    said = []
    for country, own in by_country(question, rows):
        held, due, cancelled = (sum(row[find[name]] for row in own) for name in ("value", "total", "cancelled"))
        if due < SMALLEST_BASE:
            continue
        part = f"{country}: {held} of {due} due were held"
        part += f", {number(cancelled)} {'was' if cancelled == 1 else 'were'} cancelled" if cancelled else ""
        target = own[0][find["target"]]
        said.append(part + (f"; the target was {target}" if target is not None else ""))
    return ". ".join(said) + "." if said else ""


def women(question: Question, rows: Rows, kind: str) -> str:
    """Say the women among the participants of the courses that state them; nothing where people are guarded."""
    find = question.finding
    known = [row for row in rows if not row[find["missing"]]]
    if kind == "programme" or not known:
        return ""
    some, whole = (sum(row[find[name]] for row in known) for name in ("women", "of"))
    if whole < SMALLEST_BASE:
        return ""
    without = len(rows) - len(known)
    rest = f"; {number(without)} {'does' if without == 1 else 'do'} not state it" if without else ""
    counted = f"{number(len(known))} {noun('courses', len(known))} that {'states' if len(known) == 1 else 'state'} it"
    return f"{some:,} of {whole:,} participants ({100 * some / whole:.0f} %) were women in the {counted}{rest}."


def abroad(question: Question, rows: Rows, kind: str) -> str:
    """Say how many courses were held abroad, and in which countries; of a partial record not out of how many.

    The sum of a record's courses would be taken for the number of programmes that was published.
    """
    find = question.finding
    counted = sum(row[find["value"]] for row in rows)
    away: dict[str, int] = {}
    for row in rows:
        if row[find["where"]] == "abroad":
            name = name_in(question, row, find["label"]).replace("United", "the United")
            away[name] = away.get(name, 0) + row[find["value"]]
    if counted < SMALLEST_BASE or not away:
        return ""
    many = sum(away.values())
    parts = [f"{number(count)} in {name}" for name, count in sorted(away.items(), key=lambda pair: (-pair[1], pair[0]))]
    were = "was" if many == 1 else "were"
    said = noun("courses", many) if kind == "record" else f"of the {number(counted)} courses"
    return f"{capital(number(many))} {said} {were} held abroad: {listed(parts)}."
