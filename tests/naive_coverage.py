"""Measures A to G a second time, in plain Python and from the design's words alone, to be compared with the SQL.

Rows are dictionaries of the template's columns, dates as text. Slow and simple on purpose: every figure is worked out
for one day from the rows themselves, and nothing is kept between two days.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.naive import BRITISH_COUNCIL, PARTNER_COUNTRIES, days

Row = Mapping[str, Any]
NEVER, ALWAYS = date(9999, 12, 31), date(1000, 1, 1)
ONE_HOLDER = ("vice_chancellor", "registrar")
TIERS = {
    "vice_chancellor": "head", "pro_vice_chancellor": "senior", "dean": "senior", "registrar": "senior",
    "department_chair": "second", "second_tier": "second",
}  # fmt: skip
WORDING = ("vice_chancellor", "registrar", "commission_official")


@dataclass(frozen=True)
class Post:
    """One row of the posts: who was where, from when to when at the outermost and at the innermost."""

    number: int
    institution: str
    role: str
    state: str
    person: str | None
    dated: bool
    first: tuple[date, date]
    last: tuple[date, date]

    def held_on(self, day: date) -> bool:
        return self.first[0] <= day <= self.last[1]


@dataclass(frozen=True)
class Training:
    """One place on a course that was or may have been a person's."""

    attendance: int
    institution: str
    role: str
    places: int
    earliest: date
    latest: date
    in_uk: bool
    british: bool
    tied: bool


@dataclass(frozen=True)
class Asked:
    """What is asked for: a day, a country, the sectors, and whether the commission's own courses count."""

    day: date
    country: str
    sectors: frozenset[str]
    every_course: bool


def window(text: str | None, unknown: date) -> tuple[date, date]:
    """Return the first and last day that a partial date can mean, or the day that stands for none."""
    return days(text) if text else (unknown, unknown)


def year_later(day: date) -> date:
    """Return the same day twelve months on."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


class NaiveCoverage:
    """One world to be asked how many of how many were trained."""

    def __init__(self, tables: Mapping[str, Sequence[Row]], as_of: date) -> None:
        self.as_of = as_of
        self.institutions = {row["institution_id"]: row for row in tables["institutions"]}
        self.programmes = {row["programme_id"]: row for row in tables["programmes"]}
        self.events = {row["event_id"]: row for row in tables["leadership_events"]}
        self.posts = [*self._posts(tables["leadership_posts"])]
        self.places = [row for row in tables["leadership_attendance"] if row["attendees"] > 0 and self._held(row)]
        self.trainings: dict[str, list[Training]] = {}
        for number, row in enumerate(self.places):
            for person, tied in self._whose(row):
                self.trainings.setdefault(person, []).append(self._training(number, row, tied))

    def _posts(self, rows: Sequence[Row]) -> Iterator[Post]:
        order = ("institution_id", "role_group", "from_date", "holder_key", "state", "to_date")
        known = [row for row in rows if self.institutions[row["institution_id"]]["country"] in PARTNER_COUNTRIES]
        known.sort(key=lambda row: [(row[name] is None, row[name] or "") for name in order])
        for number, row in enumerate(known):
            held = row["state"] in ("filled", "acting")
            yield Post(
                number,
                row["institution_id"],
                row["role_group"],
                row["state"],
                (row["holder_key"] or f"nobody knows who {number}") if held else None,
                row["from_date"] is not None,
                window(row["from_date"], ALWAYS),
                window(row["to_date"], NEVER),
            )

    def _held(self, row: Row) -> bool:
        event = self.events[row["event_id"]]
        return event["status"] == "held" and self.programmes[event["programme_id"]]["country"] in PARTNER_COUNTRIES

    def _course(self, row: Row) -> tuple[date, date, date]:
        """Return the first day of a course, and the days between which its last day lies."""
        event = self.events[row["event_id"]]
        dated = [days(event[name]) for name in ("start_date", "end_date") if event.get(name)]
        if not dated:
            return ALWAYS, ALWAYS, self.as_of
        earliest = max(first for first, _ in dated)
        return dated[0][0], earliest, max(earliest, min(dated[-1][1], self.as_of))

    def _training(self, number: int, row: Row, tied: bool) -> Training:
        event = self.events[row["event_id"]]
        programme = self.programmes[event["programme_id"]]
        british = programme["family"] in BRITISH_COUNCIL
        british |= "British Council" in f"{programme['name']} {event.get('host')}"
        _, earliest, latest = self._course(row)
        in_uk = event.get("country") == "GBR"
        where = (row["institution_id"], row["role_group"], row["attendees"])
        return Training(number, *where, earliest, latest, in_uk, british, tied)

    def _whose(self, row: Row) -> set[tuple[str, bool]]:
        """Return those whose place it was or may have been; tied where it can have been nobody else's."""
        if row["holder_key"]:
            return {(row["holder_key"], True)}
        begun, _, latest = self._course(row)
        holders = [
            post
            for post in self.posts
            if (post.institution, post.role) == (row["institution_id"], row["role_group"])
            and post.person is not None
            and post.first[0] <= latest
            and post.last[1] >= begun
        ]
        people = {post.person for post in holders if post.person is not None}
        throughout = any(post.first[1] <= begun and post.last[0] >= latest for post in holders)
        tied = row["role_group"] in ONE_HOLDER and len(people) == 1 and throughout
        return {(person, tied) for person in people}

    def listed(self, name: str, day: date) -> bool:
        """Say whether an institution is on the commission's list; without a first day, universities always are."""
        row = self.institutions[name]
        known = row.get("recognised_from") is not None or row["kind"] == "university"
        first, last = window(row.get("recognised_from"), ALWAYS)[0], window(row.get("recognised_to"), NEVER)[1]
        return row["country"] in PARTNER_COUNTRIES and known and first <= day <= last

    def inside(self, name: str, asked: Asked) -> bool:
        row = self.institutions[name]
        sector = row["sector"] if row["sector"] in ("public", "private") else "other"
        return row["country"] == asked.country and sector in asked.sectors

    def eligible(self, asked: Asked) -> list[str]:
        return [name for name in self.institutions if self.inside(name, asked) and self.listed(name, asked.day)]

    def had(self, person: str | None, asked: Asked, *, in_uk: bool = False) -> list[Training]:
        """Return the trainings of a person that count."""
        known = self.trainings.get(person or "", [])
        return [each for each in known if (each.british or asked.every_course) and (each.in_uk or not in_uk)]

    def in_post(self, asked: Asked, role: str) -> list[Post]:
        """Return the posts of a role group as they stand on the day: one row a post, one a person."""
        there: dict[Any, Post] = {}
        for post in self.posts:
            counted = role == "commission_official" or self.listed(post.institution, asked.day)
            if post.role != role or not (self.inside(post.institution, asked) and counted and post.held_on(asked.day)):
                continue
            own = "" if role in ONE_HOLDER else post.person or post.number
            before = there.get((post.institution, own))
            rank = (post.first[1], post.first[0], post.number)
            if before is None or rank > (before.first[1], before.first[0], before.number):
                there[post.institution, own] = post
        return list(there.values())

    def range_of(self, asked: Asked, people: Sequence[tuple[str | None, date, date]]) -> tuple[int, int]:
        """Return the fewest and the most of these that were trained by their days (for sure, perhaps)."""
        low = dated = 0
        unsure: list[tuple[int, list[Training]]] = []
        for place, (person, surely_by, perhaps_by) in enumerate(people):
            had = self.had(person, asked)
            low += any(each.tied and each.latest <= surely_by for each in had)
            if any(each.tied and each.earliest <= perhaps_by for each in had):
                dated += 1
            elif may := [each for each in had if each.earliest <= perhaps_by]:
                unsure.append((place, may))
        most = 0
        for origin in {(each.institution, each.role) for _, may in unsure for each in may}:
            here = [(place, each) for place, may in unsure for each in may if (each.institution, each.role) == origin]
            places = {each.attendance: each.places for _, each in here}
            most += min(len({place for place, _ in here}), sum(places.values()))
        return low, dated + min(len(unsure), most)

    def measure(self, code: str, asked: Asked, role: str = "") -> tuple[int, int, int]:
        """Return (at least, at most, of how many) for one measure."""
        return {
            "A": lambda: self.reached(asked, role, in_uk=False),
            "B": lambda: self.reached(asked, role, in_uk=True),
            "C": lambda: self.ever(asked, role),
            "D": lambda: self.today(asked, role),
            "E": lambda: tuple(map(sum, zip(*(self.today(asked, each) for each in WORDING), strict=True))),
            "F": lambda: self.new(asked, role),
            "G": lambda: self.teams(asked),
        }[code]()  # type: ignore[return-value]

    def reached(self, asked: Asked, role: str, *, in_uk: bool) -> tuple[int, int, int]:
        """A and B: institutions where a holder of the post had attended, before or while in it."""
        eligible = self.eligible(asked)
        low = high = 0
        for name in eligible:
            sent = [
                each
                for number, row in enumerate(self.places)
                if (row["institution_id"], row["role_group"]) == (name, role)
                and ((each := self._training(number, row, True)).british or asked.every_course)
                and (each.in_uk or not in_uk)
            ]
            surely = any(each.latest <= asked.day for each in sent)
            perhaps = any(each.earliest <= asked.day for each in sent)
            for post in self.posts:
                if (post.institution, post.role) == (name, role):
                    for each in self.had(post.person, asked, in_uk=in_uk):
                        surely |= (
                            each.tied and each.latest <= min(asked.day, post.last[0]) and post.first[1] <= asked.day
                        )
                        perhaps |= each.earliest <= min(asked.day, post.last[1]) and post.first[0] <= asked.day
            low, high = low + surely, high + perhaps
        return low, high, len(eligible)

    def ever(self, asked: Asked, role: str) -> tuple[int, int, int]:
        """C: the people in post on any day since 2010 on which the institution was listed."""
        people = set()
        for post in self.posts:
            if post.role == role and post.person is not None and self.inside(post.institution, asked):
                row = self.institutions[post.institution]
                first = max(post.first[0], date(2010, 1, 1))
                last = min(post.last[1], asked.day)
                if role != "commission_official":
                    if row.get("recognised_from") is None and row["kind"] != "university":
                        continue
                    first = max(first, window(row.get("recognised_from"), ALWAYS)[0])
                    last = min(last, window(row.get("recognised_to"), NEVER)[1])
                if first <= last:
                    people.add(post.person)
        return *self.range_of(asked, [(person, asked.day, asked.day) for person in sorted(people)]), len(people)

    def today(self, asked: Asked, role: str) -> tuple[int, int, int]:
        """D: the filled posts of the day."""
        filled = [post for post in self.in_post(asked, role) if post.person is not None]
        return *self.range_of(asked, [(post.person, asked.day, asked.day) for post in filled]), len(filled)

    def unfilled(self, asked: Asked, role: str) -> tuple[int, int]:
        """Return the vacant posts, and those of which nothing is known; a missing post of one holder is one of them."""
        there = self.in_post(asked, role)
        vacant = sum(post.state == "vacant" for post in there)
        unknown = sum(post.state == "not_known" for post in there)
        if role in ONE_HOLDER:
            unknown += len(set(self.eligible(asked)) - {post.institution for post in there})
        return vacant, unknown

    def new(self, asked: Asked, role: str) -> tuple[int, int, int]:
        """F: those appointed in the year before, twelve months ago or longer."""
        firsts: dict[tuple[str, str], Post] = {}
        for post in self.posts:
            if post.role == role and post.person is not None and post.dated:
                known = firsts.setdefault((post.institution, post.person), post)
                if (post.first, post.number) < (known.first, known.number):
                    firsts[post.institution, post.person] = post
        appointed = [
            (post.person, year_later(post.first[0]), year_later(post.first[1]))
            for post in firsts.values()
            if post.first[0].year == asked.day.year - 1
            and year_later(post.first[1]) <= asked.day
            and self.inside(post.institution, asked)
            and (role == "commission_official" or self.listed(post.institution, asked.day))
        ]
        return *self.range_of(asked, appointed), len(appointed)

    def teams(self, asked: Asked) -> tuple[int, int, int]:
        """G: institutions with a trained person in post in each of the three tiers."""
        eligible = self.eligible(asked)
        surely: dict[str, set[str]] = {name: set() for name in eligible}
        perhaps: dict[str, set[str]] = {name: set() for name in eligible}
        for role, tier in TIERS.items():
            for post in self.in_post(asked, role):
                had = self.had(post.person, asked)
                if any(each.tied and each.latest <= asked.day for each in had):
                    surely[post.institution].add(tier)
                if any(each.earliest <= asked.day for each in had):
                    perhaps[post.institution].add(tier)
        whole = len(set(TIERS.values()))
        counts = (sum(len(found) == whole for found in each.values()) for each in (surely, perhaps))
        return *counts, len(eligible)  # type: ignore[return-value]
