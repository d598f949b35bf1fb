"""The demonstration in memory, checked as a publication would check it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dashboard.demonstration import folder
from dashboard.publish import dates, problems, sources, validate

ROOT = Path(__file__).resolve().parents[2]
SEED = 2018
"""The seed of the editions that are shipped."""

LAST, EARLIER = date(2018, 12, 31), date(2018, 6, 30)


@dataclass(frozen=True)
class World:
    """A demonstration: its typed rows by table, and what validation had to say."""

    as_of: date
    rows: dict[str, list[dict[str, Any]]]
    errors: Sequence[object]
    warnings: Sequence[object]

    def by(self, table: str, key: str) -> dict[str, dict[str, Any]]:
        """Return a table's rows by one of its columns."""
        return {row[key]: row for row in self.rows[table]}


@cache
def world(seed: int = SEED, as_of: date = LAST, scale: int = 1) -> World:
    """Return a demonstration as it reads after it was written."""
    findings = problems.Findings()
    with TemporaryDirectory() as place:
        folder.write(Path(place), seed, scale, as_of)
        found = validate.check(sources.read(Path(place), findings), as_of, findings)
    rows = {table: [dict(numbered.values) for numbered in many] for table, many in found.items()}
    return World(as_of, rows, findings.errors, findings.warnings)


def first(text: str | None) -> date:
    """Return the first day that a date can mean; of none, a day before all."""
    return dates.parse(text).earliest if text else date.min


def last(text: str | None) -> date:
    """Return the last day that a date can mean; of none, a day after all."""
    return dates.parse(text).latest if text else date.max


def families(made: World) -> dict[str, str]:
    """Return each programme's family."""
    return {row["programme_id"]: row["family"] for row in made.rows["programmes"]}


def lives(made: World) -> dict[str, tuple[date, date]]:
    """Return the first and the last day of each partnership that is not only planned."""
    found = {}
    for row in made.rows["partnerships"]:
        if row["status"] == "planned":
            continue
        begun = first(row["start_date"] or row["seen_from"])
        still = made.as_of if row["status"] in ("active", "sustained") else begun
        found[row["partnership_id"]] = (begun, last(row["end_date"]) if row["end_date"] else still)
    return found


def running_in(made: World, year: int, **wanted: str) -> list[dict[str, Any]]:
    """Return the partnerships with these cells that were active on a day of a year."""
    alive = lives(made)
    return [
        row
        for row in made.rows["partnerships"]
        if row["partnership_id"] in alive
        and alive[row["partnership_id"]][0].year <= year <= alive[row["partnership_id"]][1].year
        and all(row[name] == value for name, value in wanted.items())
    ]


def held(made: World, country: str) -> dict[str, dict[str, Any]]:
    """Return a country's leadership courses that were held with a British Council part."""
    programmes = made.by("programmes", "programme_id")
    return {
        row["event_id"]: row
        for row in made.rows["leadership_events"]
        if row["status"] == "held"
        and programmes[row["programme_id"]]["country"] == country
        and (programmes[row["programme_id"]]["family"] == "inspire" or "British Council" in row["host"])
    }


def listed(made: World, country: str, day: date) -> set[str]:
    """Return the universities of a country that are on the commission's list on a day."""
    return {
        row["institution_id"]
        for row in made.rows["institutions"]
        if row["country"] == country and row["kind"] == "university"
        and first(row["recognised_from"]) <= day <= last(row["recognised_to"])
    }  # fmt: skip


def reached(made: World, country: str, day: date) -> set[str]:
    """Return the institutions from which a vice-chancellor was on a qualifying course by a day."""
    courses = {name for name, row in held(made, country).items() if last(row["end_date"]) <= day}
    return {
        row["institution_id"]
        for row in made.rows["leadership_attendance"]
        if row["event_id"] in courses and row["role_group"] == "vice_chancellor"
    }


def in_post(made: World, country: str, day: date) -> list[dict[str, Any]]:
    """Return the rows of vice-chancellors in post on a day at listed universities of a country."""
    there = listed(made, country, day)
    return [
        row
        for row in made.rows["leadership_posts"]
        if row["institution_id"] in there and row["role_group"] == "vice_chancellor" and row["holder_key"]
        and first(row["from_date"]) <= day <= last(row["to_date"])
    ]  # fmt: skip
