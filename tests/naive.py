"""The shared grammar a second time, in plain Python and from its words alone, to be compared with the SQL.

Rows are dictionaries of the template's columns, dates as text. Slow and simple on purpose.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]
PARTNER_COUNTRIES = ("PAK", "BGD")
BRITISH_COUNCIL = ("inspire", "links", "gateway", "going_global")


@dataclass(frozen=True)
class Life:
    """When a partnership can be shown active, whether a bound rests on a sighting, and the year it was known by."""

    first: date | None
    last: date | None
    evidenced: bool
    known_year: int | None


def days(text: str) -> tuple[date, date]:
    """Return the first and the last day that a partial date can mean."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(*parts, 1), date(*parts, monthrange(*parts)[1])
    return date(*parts), date(*parts)


def life(row: Row, kind: str, as_of: date) -> Life:
    """Return one partnership's life: start else first sighting, to end else last sighting and so on."""
    begins = next((name for name in ("start_date", "seen_from", "end_date", "seen_to") if row.get(name)), None)
    if begins is None:
        return Life(None, None, False, None)
    if row.get("end_date"):
        ends = "end_date"
    elif kind == "record" and row.get("seen_to"):
        ends = "seen_to"
    elif row["status"] in ("active", "sustained"):
        ends = "today"
    else:
        ends = begins
    last = as_of if ends == "today" else days(row[ends])[1]
    stated = [days(row[name])[0] for name in ("start_date", "seen_from") if row.get(name)]
    later = [days(row[name])[0] for name in ("end_date", "seen_to") if row.get(name)]
    evidenced = "seen" in begins or "seen" in ends
    return Life(days(row[begins])[0], last, evidenced, min(stated or later).year)


def touches(first: date | None, last: date | None, years: Sequence[int]) -> bool:
    """Say whether at least one day from first to last lies in the years; without dates only if no years are set."""
    if not years:
        return True
    if first is None or last is None or first > last:
        return False
    return first <= date(years[1], 12, 31) and last >= date(years[0], 1, 1)


class Naive:
    """One world to be asked what is counted and what is linked."""

    def __init__(self, tables: Tables, kind: str, as_of: date) -> None:
        self.institutions = {row["institution_id"]: row for row in tables["institutions"]}
        self.programmes = {row["programme_id"]: row for row in tables["programmes"]}
        self.partnerships = {row["partnership_id"]: row for row in tables["partnerships"]}
        self.members = {(row["partnership_id"], row["institution_id"]) for row in tables["partnership_members"]}
        self.events = tables["leadership_events"]
        self.lives = {name: life(row, kind, as_of) for name, row in self.partnerships.items()}

    def family(self, partnership_id: str) -> str:
        return str(self.programmes[self.partnerships[partnership_id]["programme_id"]]["family"])

    def group(self, institution_id: str) -> str:
        groups = {"Russell Group": "russell_group", "MillionPlus": "millionplus"}
        return groups.get(self.institutions[institution_id]["mission_group"] or "", "none")

    def sector(self, institution_id: str) -> str:
        sector = self.institutions[institution_id]["sector"]
        return sector if sector in ("public", "private") else "other"

    def sides(self, partnership_id: str) -> tuple[set[str], set[str]]:
        """Return the UK members and the members in the partnership's own country."""
        mine = {institution for name, institution in self.members if name == partnership_id}
        home = self.partnerships[partnership_id]["country"]
        uk = {name for name in mine if self.institutions[name]["country"] == "GBR"}
        return uk, {name for name in mine - uk if self.institutions[name]["country"] == home}

    def counted(self, filters: Mapping[str, Any]) -> set[str]:
        """Return the ids of the base under the filters (lists by name, as SQL binds them)."""
        found = set()
        for name, row in self.partnerships.items():
            uk, partners = self.sides(name)
            kept = (
                row["country"] in PARTNER_COUNTRIES
                and row["status"] != "planned"
                and (not filters["country"] or row["country"] in filters["country"])
                and (not filters["programme"] or self.family(name) in filters["programme"])
                and (not filters["strand"] or row["strand"] in filters["strand"])
                and (not filters["subject"] or row["subject"] in filters["subject"])
                and (not filters["uk_group"] or any(self.group(each) in filters["uk_group"] for each in uk))
                and (not filters["sector"] or any(self.sector(each) in filters["sector"] for each in partners))
                and touches(self.lives[name].first, self.lives[name].last, filters["years"])
            )
            if kept:
                found.add(name)
        return found

    def links(self, filters: Mapping[str, Any]) -> set[tuple[str, str, str]]:
        """Return (partnership, UK institution, partner institution) of the members that match."""
        found = set()
        for name in self.counted(filters):
            uk, partners = self.sides(name)
            for one in uk:
                for other in partners:
                    if (not filters["uk_group"] or self.group(one) in filters["uk_group"]) and (
                        not filters["sector"] or self.sector(other) in filters["sector"]
                    ):
                        found.add((name, one, other))
        return found

    def renews(self, link: tuple[str, str, str]) -> bool:
        """Say whether the same two institutions were linked in the partnership that this one renews.

        Members of one partnership are linked only if one is on each side: a third country's member is on neither.
        """
        earlier = self.partnerships[link[0]]["renewed_from"]
        if earlier not in self.partnerships:
            return False
        uk, partners = self.sides(earlier)
        return link[1] in uk and link[2] in partners

    def courses(self, filters: Mapping[str, Any]) -> set[str]:
        """Return the ids of the leadership courses held with a British Council part."""
        found = set()
        for row in self.events:
            programme = self.programmes[row["programme_id"]]
            ours = programme["family"] in BRITISH_COUNCIL or "British Council" in programme["name"]
            dates = [row[name] for name in ("start_date", "end_date") if row.get(name)]
            first, last = (days(dates[0])[0], days(dates[-1])[1]) if dates else (None, None)
            kept = (
                row["status"] == "held"
                and programme["country"] in PARTNER_COUNTRIES
                and (ours or "British Council" in (row["host"] or ""))
                and (not filters["country"] or programme["country"] in filters["country"])
                and (not filters["programme"] or programme["family"] in filters["programme"])
                and touches(first, last, filters["years"])
            )
            if kept:
                found.add(row["event_id"])
        return found
