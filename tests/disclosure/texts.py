"""What the questions tell that put counts of people into words or take them on a day: each with its own recipe."""

import math
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from dashboard.filters import Filters
from tests.disclosure import coverage
from tests.disclosure.coverage import SINGLE_POSTS, Told, measured_on, read
from tests.disclosure.facts import Atom, Facts, Row

COUNTRIES = {"Pakistan": "PAK", "Bangladesh": "BGD"}
HEADLINE = re.compile(
    r"(?:(?P<country>Pakistan|Bangladesh) )?(?P<low>fewer than 10|not stated|(?:about )?[\d,]+)"
    r"(?: to (?P<high>fewer than 10|(?:about )?[\d,]+))?(?: of (?P<of>fewer than 10|(?:about )?[\d,]+))?"
)


def posts(facts: Facts, row: Row, filters: Filters) -> Iterator[Told]:
    """Yield what one state of the posts of a role group tells."""
    where = (measured_on(facts, filters), row["country"], row["role_group"], row["state"])
    if row["state"] in ("vacant", "not_known"):
        atoms = frozenset({("empty", row["state"], *where[:3])})
    else:
        atoms = frozenset(("post", each["post"]) for each in facts.found("in_post", where))
    yield Told(f"{where}", atoms, row["posts"], False)


def teams(facts: Facts, row: Row, filters: Filters) -> Iterator[Told]:
    """Yield what one bar of institutions by their trained tiers tells."""
    tiers = ("none", "one", "two", "three").index(row["tiers"])
    where = (measured_on(facts, filters), row["country"])
    fitting = [
        each for each in facts.found("teams", where) if (each["sector"], each["tiers"]) == (row["sector"], tiers)
    ]
    atoms = frozenset(("team", each["institution_id"]) for each in fitting)
    yield Told(f"{where} {row['sector']} {tiers}", atoms, row["institutions"], False)


def places(facts: Facts, row: Row, filters: Filters) -> Iterator[Told]:
    """Yield what the people and places of one audience tell, and those of the whole country."""
    day, country = measured_on(facts, filters), row["country"]
    for course in (row["course"], None):
        held = [
            each for each in facts.rows["held"]
            if each["country"] == country and each["trained_latest"] <= day and course in (None, each["course"])
        ]  # fmt: skip
        lists = [
            each for each in facts.rows["places"]
            if each["country"] == country and each["trained_latest"] <= day and course in (None, each["course"])
        ]  # fmt: skip
        taken = frozenset(facts.atom("courses", each, "participants") for each in held if each["participants"])
        people = frozenset(("attending", each["holder_key"]) for each in lists if each["holder_key"])
        listed = frozenset(facts.atom("places", each, "attendees") for each in lists)
        told = ("country_places", "country_people", "") if course is None else ("places_words", "people", "on_lists")
        for column, atoms in zip(told, (taken, people, listed), strict=True):
            if column and row[column] != "not stated":
                yield Told(f"{column} {country} {course} {day}", atoms, *read(row[column]))


def to_reach(facts: Facts, row: Row, filters: Filters) -> Iterator[Told]:
    """Yield what the line of arithmetic tells; the rest of it must follow from that."""
    day, country, group = measured_on(facts, filters), row["country"], row["role_group"]
    low, _, base = coverage.made_of(facts, "D", day, country, group)
    if row["steps"]:
        of, wanted = (int(each) for each in re.findall(r"\d+", row["steps"][0])[1:3])
        trained = int(re.findall(r"\d+", row["steps"][1])[0])
        assert wanted == math.ceil(filters.target * of / 100)
        assert row["places"] == max(0, wanted - trained)
        yield Told(f"in post {country} {group} {day}", base, of, of % 5 != 0)
        yield Told(f"trained {country} {group} {day}", low, trained, trained % 5 != 0)
    left = _left(facts, day, country, group)
    if row["leavers"]:
        # The words tell less: only how many would leave out of those that the target asks for.
        true = len(left)
        yield Told(f"left {country} {group} {day}", left, None if 0 < true < 10 else 5 * round(true / 5), False)


def _left(facts: Facts, day: date, country: str, group: str) -> frozenset[Atom]:
    found: dict[tuple[date, str], Atom] = {}
    for year in range(day.year - 3, day.year + 1):
        before, after = date(year - 1, 12, 31), date(year, 12, 31)
        if after > day or before > facts.as_of:
            continue
        still = {each["person"] for each in _held(facts, after, country, group)}
        for each in _held(facts, before, country, group):
            if each["person"] not in still:
                found[before, each["person"]] = ("post", each["post"])
    return frozenset(found.values())


def _held(facts: Facts, day: date, country: str, group: str) -> list[Row]:
    return [each for state in ("filled", "acting") for each in facts.found("in_post", (day, country, group, state))]


def headlines(facts: Facts, row: Row, filters: Filters) -> Iterator[Told]:
    """Yield what one headline tells of people, country by country."""
    if row["headline"] not in ("vice_chancellors", "institutions_reached", "learners", "researchers"):
        return
    for text in row["words"].split("; "):
        match = HEADLINE.fullmatch(text)
        assert match is not None, text
        country = COUNTRIES.get(match["country"]) or next(iter(filters.country), "PAK")
        if match["low"] != "not stated":
            yield from _headline(facts, row["headline"], row["year"], country, match.groupdict())


def _headline(facts: Facts, headline: str, year: int, country: str, told: dict[str, Any]) -> Iterator[Told]:
    day = min(facts.as_of, date(year, 12, 31))
    where = f"{headline} {country} {day}"
    if headline == "learners":
        of_year = facts.sums("learners", "learners", lambda row: (row["country"], row["year"]) == (country, year))
        yield Told(where, of_year, *read(told["low"]))
    elif headline == "researchers":
        so_far = facts.sums(
            "workshops",
            "trained",
            lambda row: row["family"] == "inspire" and row["country"] == country and (row["year"] or 9999) <= year,
        )
        yield Told(where, so_far, *read(told["low"]))
    else:
        measure = "D" if headline == "vice_chancellors" else "A"
        parts = coverage.made_of(facts, measure, day, country, "vice_chancellor")
        for name, atoms in zip(("low", "high", "of"), parts, strict=True):
            if told[name] or name == "high":
                yield Told(f"{where} {name}", atoms, *read(told[name] or told["low"]))


def known(facts: Facts) -> Iterator[tuple[str, frozenset[Atom], int]]:
    """Yield what anybody can count who has the list of institutions, and where institutions were reached at all."""
    for (day, country), rows in facts.index["listed"].items():
        groups = {row["role_group"] for row in facts.rows["reached_posts"]}
        for group in groups:
            yield f"listed {group} {country} {day}", _of(rows, "reached", group), len(rows)
        for sector in {row["sector"] for row in rows}:
            listed = [row for row in rows if row["sector"] == sector]
            yield (
                f"listed {sector} {country} {day}",
                frozenset(("team", r["institution_id"]) for r in listed),
                len(listed),
            )
        for group in SINGLE_POSTS:
            atoms = coverage.made_of(facts, "D", day, country, group)[2]
            gone = {("empty", state, day, country, group) for state in ("vacant", "not_known")} & facts.weights.keys()
            yield f"posts {group} {country} {day}", atoms | gone, len(rows)
        yield from _reached(facts, day, country, rows, sorted(groups))


def _reached(facts: Facts, day: date, country: str, rows: list[Row], groups: list[str]) -> Iterator[Any]:
    anybody = {each["institution_id"] for each in facts.rows["reached"] if each["reached_from"] <= day}
    for region in {row["region"] for row in rows}:
        there = [row for row in rows if row["region"] == region]
        missed = [row for row in there if row["institution_id"] not in anybody]
        for group in groups:
            yield f"not reached {group} {region} {day}", _of(missed, "reached", group), len(missed)


def _of(rows: list[Row], kind: str, group: str) -> frozenset[Atom]:
    return frozenset((kind, group, row["institution_id"]) for row in rows)


Reader = Callable[[Facts, Row, Filters], Iterator[Told]]
READERS: dict[str, Reader] = {
    "compare/headlines": headlines,
    "leadership/coverage_measures": coverage.told,
    "leadership/ever_and_today_by_year": coverage.told,
    "leadership/in_post_by_role_group": coverage.told,
    "leadership/new_heads_by_year": coverage.told,
    "leadership/people_and_attendances": places,
    "leadership/posts_by_role_group": posts,
    "leadership/to_reach_target": to_reach,
    "leadership/trained_teams_by_sector": teams,
}
FOLLOWS = {
    "impact/in_numbers value": "a statement's own number, in the words of whoever states it, and part of no sum",
    "overview/standing": "the headlines of compare/headlines, number by number (a test of its own)",
    "leadership/coverage_measures of": "E's parts as they are shown (a test of its own)",
    "researchers/cascade result": "a quotient of two shown counts",
}
"""Columns that tell nothing more than others do, each with the reason."""
