"""Who holds which post, from before 2010 to the end of 2018: terms, gaps, acting holders, people who move on."""

import heapq
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.demonstration.chance import Chance
from dashboard.demonstration.days import LAST, Day, Made, later
from dashboard.demonstration.institutions import Institution

# Role, and the least and most months that a holder stays.
TERMS = {
    "vice_chancellor": (26, 56), "pro_vice_chancellor": (26, 70), "dean": (24, 70), "registrar": (30, 84),
    "department_chair": (24, 64), "second_tier": (30, 84), "commission_official": (26, 70),
}  # fmt: skip
OFFICIALS = {"PAK": 14, "BGD": 9}
# From which posts a person may come who moves to another institution.
_LADDER = {
    "vice_chancellor": ("vice_chancellor", "pro_vice_chancellor", "dean"),
    "pro_vice_chancellor": ("dean", "registrar"),
    "dean": ("department_chair", "dean"),
    "registrar": ("second_tier", "registrar"),
    "commission_official": ("registrar", "vice_chancellor"),
}


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in which one post was held by one person, or by nobody, or nobody knows by whom."""

    institution: Institution
    role: str
    key: str | None
    state: str
    first: date
    last: date | None

    def held_on(self, day: date) -> bool:
        """Say whether a known person was in the post on that day."""
        return self.key is not None and self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class _Seat:
    institution: Institution
    role: str


class _World:
    """The posts as they are filled, one change after the other."""

    def __init__(self, seed: int, block: int) -> None:
        self.chance = Chance(seed, "posts", block)
        self.tail = f"-{block}" if block else ""
        self.people = 0
        self.spells = list[Spell]()
        self.left: dict[str, list[tuple[date, str, str]]] = defaultdict(list)
        self.holders = dict[tuple[str, str], str]()
        self.empty = set[tuple[str, str, date]]()

    def person(self) -> str:
        self.people += 1
        return f"p{self.people:05d}{self.tail}"

    def comer(self, seat: _Seat, day: date) -> str:
        """A person from another institution who left a post there lately, else somebody new."""
        if self.chance.happens(0.3):
            for role in _LADDER.get(seat.role, ()):
                for place, (left, key, where) in enumerate(self.left[role]):
                    if timedelta(0) < day - left < timedelta(days=400) and where != seat.institution.id:
                        del self.left[role][place]
                        return key
        return self.person()

    def next(self, seat: _Seat, day: date, state: str) -> tuple[date, str] | None:
        """Fill a post from a day on; return when it changes next and to which state."""
        end = seat.institution.unlisted or LAST
        if day > end:
            return None
        if state in ("vacant", "not_known"):
            # Two posts of one sort that fell empty on one day could not be told apart.
            place = (seat.institution.id, seat.role, day)
            state = "filled" if place in self.empty else state
            self.empty.add(place)
        low, high = TERMS[seat.role] if state == "filled" else (2, 8)
        last = later(day, self.chance.whole(low, high) + self.chance.share())
        key = None
        if state == "filled":
            # The first holder of a new post comes from nowhere that we know.
            first = (seat.institution.id, seat.role) not in self.holders
            key = self.person() if first else self.comer(seat, day)
            self.holders[seat.institution.id, seat.role] = key
        elif state == "acting":
            deputy = self.holders.get((seat.institution.id, "pro_vice_chancellor"))
            inside = seat.role == "vice_chancellor" and deputy is not None and self.chance.happens(0.5)
            key = deputy if inside else self.person()
        shown = None if last > end and seat.institution.unlisted is None else min(last, end)
        self.spells.append(Spell(seat.institution, seat.role, key, state, day, shown))
        if last >= end:
            return None
        if state == "filled" and key is not None:
            self.left[seat.role] = [one for one in self.left[seat.role] if last - one[0] < timedelta(days=400)]
            self.left[seat.role].append((last, key, seat.institution.id))
        after = "filled" if state != "filled" else self._gap()
        return last + timedelta(days=1), after

    def _gap(self) -> str:
        return self.chance.weighted(("filled", "acting", "vacant", "not_known"), (58, 18, 17, 7))


def spells(seed: int, block: int, institutions: list[Institution]) -> list[Spell]:
    """Return every spell of every post in the order in which they began."""
    world = _World(seed, block)
    changes = list[tuple[date, int, str]]()
    seats = _seats(world.chance, institutions)
    for number, seat in enumerate(seats):
        early = world.chance.day(date(2005, 1, 1), date(2008, 12, 31))
        heapq.heappush(changes, (max(early, seat.institution.listed), number, "filled"))
    while changes:
        day, number, state = heapq.heappop(changes)
        then = world.next(seats[number], day, state)
        if then is not None:
            heapq.heappush(changes, (then[0], number, then[1]))
    return world.spells


def _seats(chance: Chance, institutions: list[Institution]) -> list[_Seat]:
    commissions = {one.country: one for one in reversed(institutions) if one.kind == "government"}
    seats = [
        _Seat(commissions[country], "commission_official") for country, many in OFFICIALS.items() for _ in range(many)
    ]
    for one in institutions:
        if one.kind != "university" or one.country == "GBR":
            continue
        for role in TERMS:
            if role != "commission_official":
                twice = one.weight > 1.2 and role in ("second_tier", "dean")
                seats += [_Seat(one, role)] * (2 if twice else 1)
    return seats


def rows(seed: int, block: int, found: list[Spell]) -> list[Made]:
    """Return the rows of posts."""
    chance = Chance(seed, "post rows", block)
    return [
        Made(
            "leadership_posts",
            one.first,
            {
                "institution_id": one.institution.id,
                "role_group": one.role,
                "holder_key": one.key,
                "state": one.state,
                "from_date": _began(chance, one.first) if one.key else Day(one.first),
                "to_date": None if one.last is None else _ended(chance, one.last),
            },
        )
        for one in found
    ]


def _began(chance: Chance, day: date) -> Day:
    drawn = chance.share()
    return Day(
        day,
        "year"
        if drawn < (0.25 if day.year < 2009 else 0.1) and day.year < 2018
        else "month"
        if drawn < 0.18
        else "day",
    )


def _ended(chance: Chance, day: date) -> Day:
    # A month that ends on the day of a measure would leave two people in one post.
    return Day(day, "month" if chance.happens(0.06) and day.month != 12 and day.year < 2018 else "day")
