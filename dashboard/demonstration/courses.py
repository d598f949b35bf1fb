"""The rows of leadership courses and of attendance, with what such lists leave out."""

from collections import defaultdict
from datetime import timedelta

from dashboard.demonstration import attendance, cities, schedule
from dashboard.demonstration.chance import Chance
from dashboard.demonstration.days import Day, Made
from dashboard.demonstration.editions import announced
from dashboard.demonstration.institutions import SOURCE, Institution
from dashboard.demonstration.posts import Spell
from dashboard.demonstration.schedule import Planned

_PREFIX = {"PAK": "pk", "BGD": "bd"}
_PROGRAMME = {"PAK": "inspire-pakistan-leadership", "BGD": "inspire-bangladesh-leadership"}
# Courses whose number of participants, or of women, nobody wrote down; and those whose list of names was lost.
_NO_COUNT, _NO_WOMEN, _NO_LIST = ("2011-02", "2013-05", "2017-11"), ("2010", "2012-06", "2016-09"), ("2011-11",)


def rows(seed: int, block: int, spells: list[Spell], institutions: list[Institution]) -> list[Made]:
    """Return the rows of courses and of attendance."""
    chance = Chance(seed, "courses", block)
    posts: dict[tuple[str, str], list[Spell]] = defaultdict(list)
    for spell in spells:
        posts[spell.institution.country, spell.role].append(spell)
    hall = attendance.Hall(Chance(seed, "attendance", block), posts)
    hall.to_come = sum(
        one.country == "PAK" and one.status == "held" and not one.own and one.heads > 0
        and one.first > schedule.LEFT_OVER for one in schedule.COURSES
    )  # fmt: skip
    commissions = {one.country: str(one.cells["name"]) for one in reversed(institutions) if one.kind == "government"}
    made, women = list[Made](), dict[str, bool]()
    numbers: dict[str, int] = defaultdict(int)
    for course in sorted(schedule.COURSES, key=lambda one: (one.first, one.country)):
        numbers[course.country] += 1
        tail = f"-{block}" if block else ""
        name = f"{_PREFIX[course.country]}-l{numbers[course.country]:02d}{tail}"
        guests = attendance.guests(hall, course) if course.status == "held" else []
        listed = _attended(chance, name, course, guests, women)
        made += [_event(chance, name, course, listed, commissions[course.country]), *listed]
    return made


def _event(chance: Chance, name: str, course: Planned, listed: list[Made], commission: str) -> Made:
    day = course.first.isoformat()
    came = sum(row.cells["attendees"] for row in listed if isinstance(row.cells["attendees"], int))
    came = course.places - chance.whole(0, 2) if not came else came + chance.weighted((0, 0, 1, 2), (1, 1, 1, 1))
    counted = course.status == "held" and not day.startswith(_NO_COUNT)
    women = sum(row.cells["women"] for row in listed if isinstance(row.cells["women"], int))
    in_words = counted and not day.startswith(_NO_WOMEN) and listed
    country, latitude, longitude = _place(course)
    cells = {
        "event_id": name,
        "programme_id": "commission-courses" if course.own else _PROGRAMME[course.country],
        "name": f"{schedule.NAMES[course.course]}, {course.city} {course.first.year}",
        "course": course.course,
        "start_date": Day(course.first, "month" if course.status != "held" or chance.happens(0.1) else "day"),
        "end_date": Day(course.first + timedelta(days=course.days - 1)) if course.status == "held" else None,
        "city": course.city,
        "country": country,
        "latitude": f"{latitude:.5f}",
        "longitude": f"{longitude:.5f}",
        "host": commission if course.own else f"British Council; {commission}",
        "way": course.way,
        "status": course.status,
        "participants": came if counted else None,
        "women": women if in_words else None,
        "source_url": SOURCE + ", list of courses held",
        "confidence": "high" if counted else "medium",
    }
    return Made("leadership_events", announced(course.first), cells)


def _place(course: Planned) -> tuple[str, float, float]:
    if course.city in schedule.ABROAD:
        return schedule.ABROAD[course.city]
    country = "GBR" if course.way == "uk_visit" else course.country
    city = next(one for one in cities.CITIES[country] if one.name == course.city)
    return country, city.latitude, city.longitude


def _attended(chance: Chance, name: str, course: Planned, guests: list[Spell], women: dict[str, bool]) -> list[Made]:
    last = course.first + timedelta(days=course.days - 1)
    if course.first.isoformat().startswith(_NO_LIST) and not course.own:
        return []
    found = dict[tuple[str, str, str | None], dict[str, object]]()
    for spell in guests:
        key = spell.key if chance.happens(0.87 if spell.role == "vice_chancellor" else 0.82) else None
        woman = women.setdefault(str(spell.key), chance.happens(0.13 if spell.role == "vice_chancellor" else 0.27))
        cells = found.setdefault((spell.institution.id, spell.role, key), {"attendees": 0, "women": 0})
        cells["attendees"] = int(str(cells["attendees"])) + 1
        cells["women"] = int(str(cells["women"])) + woman
    silent = course.first.isoformat().startswith(_NO_WOMEN)
    return [
        Made("leadership_attendance", last, {
            "event_id": name, "institution_id": institution, "role_group": role, "holder_key": key,
            "attendees": cells["attendees"], "women": None if silent else cells["women"],
        })
        for (institution, role, key), cells in found.items()
    ]  # fmt: skip
