"""Who goes to a course: the new and the not yet reached first, and at the end as many as the totals want."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from dashboard.demonstration import schedule
from dashboard.demonstration.chance import Chance
from dashboard.demonstration.days import LAST
from dashboard.demonstration.posts import Spell
from dashboard.demonstration.schedule import Planned

_HEAD = "vice_chancellor"


@dataclass(slots=True)
class Hall:
    """All posts by country and role, and who has been on a course so far."""

    chance: Chance
    posts: Mapping[tuple[str, str], list[Spell]]
    trained: set[str] = field(default_factory=set)
    reached: set[str] = field(default_factory=set)
    to_come: int = 0

    def in_post(self, country: str, role: str, day: date) -> list[Spell]:
        """Return the posts of a role that somebody holds on a day, at a listed university or the commission."""
        return [
            spell for spell in self.posts.get((country, role), ())
            if spell.held_on(day) and (spell.institution.on_list(day) or role == "commission_official")
        ]  # fmt: skip


def guests(hall: Hall, course: Planned) -> list[Spell]:
    """Return who comes to a course that is held, and remember them where the course counts."""
    found = list[Spell]()
    for role, per_cent in schedule.PLACES[course.course].items():
        places = course.places * per_cent // 100
        there = hall.in_post(course.country, role, course.first)
        if role != _HEAD:
            found += _others(hall, there, places)
        elif course.country == "PAK" and course.first > schedule.LEFT_OVER and not course.own:
            found += _kept_up(hall, course, there, places)
        else:
            found += _heads(hall, course, there, places)
    if not course.own:
        hall.trained |= {str(spell.key) for spell in found}
        hall.reached |= {spell.institution.id for spell in found if spell.role == _HEAD}
    return found


def _others(hall: Hall, there: list[Spell], places: int) -> list[Spell]:
    """Institutions that take part much send more; few people come twice."""
    weights = [(0.2 + spell.institution.weight) * (0.08 if spell.key in hall.trained else 1.0) for spell in there]
    return hall.chance.several(there, weights, places)


def _heads(hall: Hall, course: Planned, there: list[Spell], places: int) -> list[Spell]:
    """Pakistan goes for universities that nobody was reached at, the harder the nearer the end of 2014 is."""
    push = 0.3
    if course.country == "PAK":
        push = (0.55, 0.0, 3.0)[min(max(0, course.first.year - 2012), 2)]

    def rank(spell: Spell) -> float:
        fresh = course.first - spell.first < timedelta(days=365)
        unreached = spell.institution.id not in hall.reached
        again = spell.key in hall.trained and not hall.chance.happens(0.08)
        return hall.chance.share() + push * unreached + 0.35 * fresh - 0.9 * again

    ranked = sorted(((rank(spell), place) for place, spell in enumerate(there)), reverse=True)
    return [there[place] for _, place in ranked[:places]]


def _kept_up(hall: Hall, course: Planned, there: list[Spell], places: int) -> list[Spell]:
    """After 2014 people move on faster than courses are held: the share in post falls to what is wanted."""
    staying = {spell.key for spell in hall.in_post("PAK", _HEAD, LAST)}
    wanted = round(schedule.KEPT_UP * len(staying)) - len(staying & hall.trained)
    left = max(1, hall.to_come)
    hall.to_come -= 1
    stay = hall.chance.mixed([spell for spell in there if spell.key in staying - hall.trained])
    go = hall.chance.mixed([spell for spell in there if spell.key not in staying | hall.trained])
    again = hall.chance.mixed([spell for spell in there if spell.key in hall.trained])
    chosen = stay[: max(0, min(places, -(-wanted // left)))]
    rest = [*go[: max(0, places - len(chosen) - 2)], *again]
    return [*chosen, *rest[: places - len(chosen)]]
