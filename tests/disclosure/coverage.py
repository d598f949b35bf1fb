"""What the measures A to G are made of, and what a reader can tell from "between about 50 and about 65 of about 90"."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.filters import CLOSED, Filters
from tests.disclosure.facts import Atom, Facts, Row

SINGLE_POSTS = ("vice_chancellor", "registrar")
PUBLISHED = ("vice_chancellor", "registrar", "commission_official")
_COUNT = r"(fewer than 10|(?:about )?[\d,]+)"
_N_OF_N = re.compile(rf"(?:(?P<up_to>up to )|between {_COUNT} and )?{_COUNT} of {_COUNT}(?:, {_COUNT} vacant)?")


@dataclass(frozen=True)
class Told:
    """One count in a text: what it is called, what it is made of, what is shown of it, and whether exactly."""

    name: str
    atoms: frozenset[Atom]
    shown: int | None
    exact: bool


def measured_on(facts: Facts, filters: Filters) -> date:
    """Return the day of a measure under a choice of years."""
    return min(facts.as_of, date(filters.years[1], 12, 31)) if filters.years else facts.as_of


def first_group(filters: Filters) -> str:
    """Return the role group that a question of one group is asked of."""
    return filters.role_group[0] if filters.role_group else CLOSED["role_group"][0]


def measure(facts: Facts, row: Row, filters: Filters) -> tuple[str, date, str, str]:
    """Return what a row of one of the coverage questions measures: measure, day, country, role group."""
    if "appointed" in row:
        return "F", _end(facts, row["appointed"] + 1), row["country"], first_group(filters)
    if "year" in row:
        return row["measure"], _end(facts, row["year"]), row["country"], first_group(filters)
    return row.get("measure", "D"), measured_on(facts, filters), row["country"], row["role_group"]


def _end(facts: Facts, year: int) -> date:
    return min(facts.as_of, date(year, 12, 31))


def told(facts: Facts, row: Row, filters: Filters) -> Iterator[Told]:
    """Yield every count that a row of a coverage question tells."""
    which = measure(facts, row, filters)
    parts = dict(zip(("n_low", "n_high", "of"), made_of(facts, *which), strict=True))
    match = _N_OF_N.fullmatch(row["n_of_n"])
    if match is None:
        assert row["n_of_n"] == "nobody eligible on this date", row["n_of_n"]
        return
    low, high, of, vacant = match.groups()[1:]
    if which[0] == "E" and "about" in row["n_of_n"]:
        return  # made of its three parts as they are shown: a test of its own
    if match["up_to"]:
        low = "fewer than 10"
    for name, text in (("n_low", low or high), ("n_high", high), ("of", of)):
        yield Told(f"{which} {name}", parts[name], *read(text))
    for name, text in (("vacant", row.get("vacant") or vacant), ("not_known", row.get("not_known"))):
        if text is not None and which[0] in "DE":
            yield Told(f"{which} {name}", empty(facts, name, *which), *read(text))


def read(text: str) -> tuple[int | None, bool]:
    """Return a shown count, None for "fewer than 10", and whether it is exact."""
    if text == "fewer than 10":
        return None, False
    number = int(text.removeprefix("about ").replace(",", ""))
    return number, number != 0 and not text.startswith("about ")


def made_of(facts: Facts, which: str, day: date, country: str, group: str) -> tuple[frozenset[Atom], ...]:
    """Return the atoms of those trained for sure, of those perhaps trained, and of the base."""
    low, base = _BASES[which](facts, which, day, country, group)
    more = ("extra", which, day, country, group)
    return low, low | ({more} if more in facts.weights else set()), base


def _groups(which: str, group: str) -> tuple[str, ...]:
    return PUBLISHED if which == "E" else (group,)


def _posts(facts: Facts, which: str, day: date, country: str, group: str) -> tuple[frozenset[Atom], frozenset[Atom]]:
    kind = "F" if which == "F" else "D"
    rows = [row for one in _groups(which, group) for row in facts.found("posts", (kind, day, country, one))]
    return _atoms("post", rows, "post", "surely"), _atoms("post", rows, "post")


def _people(facts: Facts, which: str, day: date, country: str, group: str) -> tuple[frozenset[Atom], frozenset[Atom]]:
    rows = [row for row in facts.found("people", (country, group)) if row["entered"] <= day]
    trained = [row for row in rows if row["surely_from"] is not None and row["surely_from"] <= day]
    return (
        frozenset(("person", country, group, row["person"]) for row in trained),
        frozenset(("person", country, group, row["person"]) for row in rows),
    )


def _institutions(
    facts: Facts, which: str, day: date, country: str, group: str
) -> tuple[frozenset[Atom], frozenset[Atom]]:
    listed = {row["institution_id"] for row in facts.found("listed", (day, country))}
    place = "uk" if which == "B" else "anywhere"
    reached = {row["institution_id"] for row in facts.found("reached_posts", (group, place)) if _by(row, day)}
    return (
        frozenset(("reached", group, each) for each in listed & reached),
        frozenset(("reached", group, each) for each in listed),
    )


def _by(row: Row, day: date) -> bool:
    return row["surely_from"] is not None and row["surely_from"] <= day


def _teams(facts: Facts, which: str, day: date, country: str, group: str) -> tuple[frozenset[Atom], frozenset[Atom]]:
    rows = facts.found("teams", (day, country))
    return (
        frozenset(("team", row["institution_id"]) for row in rows if row["tiers"] == 3),
        frozenset(("team", row["institution_id"]) for row in rows),
    )


_BASES = {"A": _institutions, "B": _institutions, "C": _people, "D": _posts, "E": _posts, "F": _posts, "G": _teams}


def _atoms(kind: str, rows: list[Row], column: str, where: str = "") -> frozenset[Atom]:
    return frozenset((kind, row[column]) for row in rows if not where or row[where])


def empty(facts: Facts, name: str, which: str, day: date, country: str, group: str) -> frozenset[Atom]:
    """Return the posts that nobody holds, as far as anybody knows."""
    found: list[tuple[Hashable, ...]] = [("empty", name, day, country, one) for one in _groups(which, group)]
    return frozenset(each for each in found if each in facts.weights)
