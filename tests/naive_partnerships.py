"""What becomes of partnerships a second time, in plain Python and from its words alone; slow and simple on purpose."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.naive import PARTNER_COUNTRIES, Naive, Tables, days

MARKS = (1, 2, 3, 5)


def years_later(day: date, years: int) -> date:
    """Return the same day some years on; of a 29 February the day before where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


class Lifetimes(Naive):
    """One world to be asked what was renewed, what outlived its money, and how long it ran."""

    def __init__(self, tables: Tables, kind: str, as_of: date) -> None:
        super().__init__(tables, kind, as_of)
        self.as_of = as_of
        self.base = {
            name
            for name, row in self.partnerships.items()
            if row["country"] in PARTNER_COUNTRIES and row["status"] != "planned"
        }

    def measured_on(self, filters: Mapping[str, Any]) -> date:
        """Return the last day of the years asked for, never after the date of the data."""
        return min(self.as_of, date(filters["years"][1], 12, 31)) if filters["years"] else self.as_of

    def whenever(self, filters: Mapping[str, Any]) -> set[str]:
        """Return what is counted under the filters, whatever the years."""
        return self.counted({**filters, "years": []})

    def last_day(self, name: str, column: str) -> date | None:
        text = self.partnerships[name].get(column)
        return days(text)[1] if text else None

    def renewals(self, name: str) -> list[str]:
        return [each for each in self.base if self.partnerships[each]["renewed_from"] == name]

    def renewed(self, name: str, day: date) -> bool:
        """Say whether an award that names this one had begun; one without a date shows on the date of the data."""
        return any((self.lives[each].first or self.as_of) <= day for each in self.renewals(name))

    def runs(self, name: str, day: date) -> bool:
        life = self.lives[name]
        return life.first is not None and life.last is not None and life.first <= day <= life.last

    def sustained(self, filters: Mapping[str, Any]) -> dict[tuple[str, str], tuple[list[str], int]]:
        """Return by country and strand which outlived their money, and of how many it had ended."""
        day = self.measured_on(filters)
        found: dict[tuple[str, str], tuple[list[str], int]] = {}
        for name in sorted(self.whenever(filters)):
            money = self.last_day(name, "funded_to")
            if money is None or money > day:
                continue
            cell = self.partnerships[name]["country"], self.partnerships[name]["strand"]
            kept, ended = found.get(cell, ([], 0))
            more = [name] if self.runs(name, day) or self.renewed(name, day) else []
            found[cell] = (kept + more, ended + 1)
        return found

    def renewed_awards(self, filters: Mapping[str, Any]) -> dict[str, tuple[list[str], int, int]]:
        """Return by country which ended awards were renewed, of how many, and in how many partnerships."""
        day = self.measured_on(filters)
        found: dict[str, tuple[list[str], int, int]] = {}
        for country in PARTNER_COUNTRIES:
            ended = [
                name
                for name in sorted(self.whenever(filters))
                if self.partnerships[name]["country"] == country
                and (over := self.last_day(name, "funded_to") or self.last_day(name, "end_date"))
                and over <= day
            ]
            renewed = [name for name in ended if self.renewed(name, day)]
            if ended:
                found[country] = (renewed, len(ended), len({self.first_award(name) for name in renewed}))
        return found

    def first_award(self, name: str) -> str:
        """Return the award that began the chain in which this one stands."""
        earlier = self.partnerships[name]["renewed_from"]
        return self.first_award(earlier) if earlier in self.base else name

    def life_of(self, name: str, day: date) -> tuple[date, date, bool] | None:
        """Return a partnership's first day, the last on which it is known to run, and whether it then ended."""
        awards = [each for each in self.base if self.first_award(each) == name]
        start = self.partnerships[name]["start_date"]
        last = max((life.last for each in awards if (life := self.lives[each]).last), default=None)
        if self.first_award(name) != name or not start or last is None:
            return None
        ends = [end for each in awards if (end := self.last_day(each, "end_date"))]
        begun = days(start)[0]
        alive_to = min(last, day)
        if begun > alive_to:
            return None
        return begun, alive_to, bool(ends) and max(ends) >= last and last <= day

    def running_after(self, filters: Mapping[str, Any]) -> dict[int, tuple[list[str], int, int]]:
        """Return by years since the start which still ran, of how many, and of how many nobody knows."""
        day = self.measured_on(filters)
        lives = {name: life for name in sorted(self.whenever(filters)) if (life := self.life_of(name, day))}
        found = {}
        for years in MARKS:
            old_enough = {name: life for name, life in lives.items() if years_later(life[0], years) <= day}
            running = [name for name, life in old_enough.items() if life[1] >= years_later(life[0], years)]
            gone = [name for name, life in old_enough.items() if name not in running and life[2]]
            if old_enough:
                found[years] = (running, len(running) + len(gone), len(old_enough) - len(running) - len(gone))
        return found

    def stock(self, filters: Mapping[str, Any]) -> dict[int, tuple[list[str], int, int]]:
        """Return by year which were active, how many started and how many ended in it."""
        lived = {
            name: (life.first, life.last)
            for name in sorted(self.counted(filters))
            if (life := self.lives[name]).first and life.last and life.first <= life.last
        }
        years = range(
            min((first.year for first, _ in lived.values()), default=0),
            max((min(last, self.as_of).year for _, last in lived.values()), default=-1) + 1,
        )
        found = {}
        for year in years:
            if filters["years"] and not filters["years"][0] <= year <= filters["years"][1]:
                continue
            active = [name for name, (first, last) in lived.items() if first.year <= year <= last.year]
            started = sum(first.year == year for first, _ in lived.values())
            ended = sum(
                last.year == year and (last < self.as_of or self.last_day(name, "end_date") == self.as_of)
                for name, (_, last) in lived.items()
            )
            found[year] = (active, started, ended)
        return found
