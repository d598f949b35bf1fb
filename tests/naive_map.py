"""The map a second time, in plain Python and from its words alone: places, levels, states of a year."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tests.naive import Naive, Tables, touches

Pair = tuple[str, str, str]
MOST = {"institution": 200, "city": 400}
"""Up to how many pairs the map keeps a level by itself."""


def in_common(values: Sequence[Any]) -> Any:
    """Return the value that all of them are; None where they differ or one is not stated."""
    return values[0] if len(set(values)) == 1 else None


class Mapped(Naive):
    """One world to be asked what its map shows."""

    def __init__(self, tables: Tables, kind: str, as_of: date) -> None:
        super().__init__(tables, kind, as_of)
        self.as_of, self.guarded = as_of, kind == "programme"
        self.attendance = tables.get("leadership_attendance", [])

    def place(self, institution: str, level: str) -> str:
        """Return the id of the place that an institution is at a level."""
        if level == "institution":
            return institution
        row = self.institutions[institution]
        between = ":region:" if level == "region" else ":"
        return f"{row['country']}{between}{row.get(level) or ''}"

    def inside(self, place: str, level: str) -> list[str]:
        """Return the institutions of a place, linked or not."""
        return [name for name in self.institutions if self.place(name, level) == place]

    def point(self, place: str, level: str) -> tuple[float, float] | None:
        """Return the mean of the points of a place's institutions; none where its name is not stated."""
        rows = [self.institutions[name] for name in self.inside(place, level)]
        points = [(row["longitude"], row["latitude"]) for row in rows if row.get("longitude") is not None]
        if not points or (level != "institution" and not rows[0].get(level)):
            return None
        lons, lats = zip(*points, strict=True)
        return sum(lons) / len(points), sum(lats) / len(points)

    def people(self, place: str, level: str) -> int | None:
        """Return the places taken in courses by people of a place's institutions, whatever the filters."""
        held = self.courses({name: [] for name in ("country", "programme", "years")})
        inside = self.inside(place, level)
        taken = [
            row["attendees"] for row in self.attendance if row["event_id"] in held and row["institution_id"] in inside
        ]
        return sum(taken) if taken and not self.guarded else None

    def chosen(self, asked: Mapping[str, Any]) -> set[Pair]:
        """Return the links with one of the institutions asked for at either end."""
        wanted = set(asked["institution"])
        return {link for link in self.links(asked) if not wanted or wanted & set(link[1:])}

    def level(self, asked: Mapping[str, Any]) -> str:
        """Return the level of the map: as asked, else the finest that has few enough pairs, whatever the year."""
        if asked["level"] != "auto":
            return str(asked["level"])
        for level, most in MOST.items():
            ends = {(self.place(uk, level), self.place(partner, level)) for _, uk, partner in self.chosen(asked)}
            if len(ends) <= most:
                return level
        return "region"

    def mapped(self, asked: Mapping[str, Any]) -> list[Pair]:
        """Return the links of the map as (partnership, UK place, partner place); of a year, those known by its end."""
        level, year = self.level(asked), asked["year"]
        return [
            (name, self.place(uk, level), self.place(partner, level))
            for name, uk, partner in self.chosen(asked)
            if not year or (self.lives[name].known_year or year + 1) <= year
        ]

    def state(self, names: Sequence[str], year: int) -> str | None:
        """Return what two places are in a year by the partnerships between them."""
        if not year:
            return None
        if any(self.lives[name].known_year == year for name in names):
            return "new"
        return "active" if any(self.active(name, year) for name in names) else "ended"

    def active(self, name: str, year: int) -> bool:
        return touches(self.lives[name].first, self.lives[name].last, [year, year])

    def pairs(self, asked: Mapping[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
        """Return what is said of each two places that are linked."""
        links = self.mapped(asked)
        found = {}
        for ends in {link[1:] for link in links}:
            behind = [link[0] for link in links if link[1:] == ends]
            names = sorted(set(behind))
            known = [year for name in names if (year := self.lives[name].known_year)]
            rows = [self.partnerships[name] for name in names]
            found[ends] = {
                "partnership_ids": names,
                "links": len(behind),
                "programme": in_common([self.family(name) for name in names]),
                "strand": in_common([row["strand"] for row in rows]),
                "subject": in_common([row["subject"] for row in rows]),
                "state": self.state(names, asked["year"]),
                "known_from": min(known, default=None),
            }
        return found

    def years(self, asked: Mapping[str, Any]) -> dict[int, tuple[list[str], int, int, int, int, int]]:
        """Return by year what is known, of it what is new, active and neither, the active links, and the undated."""
        links = self.chosen(asked)
        names = {link[0] for link in links}
        first = {name: year for name in names if (year := self.lives[name].known_year)}
        found = {}
        for year in range(min(first.values(), default=self.as_of.year + 1), self.as_of.year + 1):
            if asked["years"] and not asked["years"][0] <= year <= asked["years"][1]:
                continue
            known = sorted(name for name in first if first[name] <= year)
            states = [self.state([name], year) for name in known]
            active = [name for name in known if self.active(name, year)]
            lit = sum(link[0] in active for link in links)
            found[year] = (known, states.count("new"), len(active), states.count("ended"), lit, len(names) - len(first))
        return found
