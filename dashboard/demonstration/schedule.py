"""The leadership courses as they were planned: when, where, for whom, with how many places."""

from dataclasses import dataclass
from datetime import date

_HEADS, _SENIOR, _SECOND, _MIXED = "new_vice_chancellors", "senior_management", "second_tier", "mixed"
NAMES = {
    _HEADS: "Induction course for new vice-chancellors",
    _SENIOR: "Course for senior management",
    _SECOND: "Course for the second tier of university leadership",
    _MIXED: "Workshop on strategy and governance",
}
PLACES = {
    _HEADS: {"vice_chancellor": 100},
    _SENIOR: {"pro_vice_chancellor": 34, "dean": 28, "registrar": 16, "department_chair": 22},
    _SECOND: {"second_tier": 100},
    _MIXED: {"vice_chancellor": 46, "registrar": 28, "commission_official": 26},
}
"""Who comes to a course: per cent of its places by role group."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One course. ``status`` is how it ended: held, cancelled, or planned still."""

    country: str
    course: str
    first: date
    days: int
    city: str
    way: str
    places: int
    status: str = "held"
    own: bool = False

    @property
    def heads(self) -> int:
        """How many places are for vice-chancellors."""
        return self.places * PLACES[self.course].get("vice_chancellor", 0) // 100


def _pakistan(course: str, day: str, days: int, city: str, way: str, places: int, status: str = "held") -> Planned:
    return Planned("PAK", course, date.fromisoformat(day), days, city, way, places, status)


def _bangladesh(course: str, day: str, days: int, city: str, way: str, places: int, status: str = "held") -> Planned:
    return Planned("BGD", course, date.fromisoformat(day), days, city, way, places, status)


COURSES = (
    _pakistan(_HEADS, "2010-03-08", 6, "Leeds", "uk_visit", 14),
    _pakistan(_HEADS, "2010-10-11", 6, "Birmingham", "uk_visit", 16),
    _pakistan(_SENIOR, "2011-02-14", 4, "Islamabad", "in_country", 28),
    _pakistan(_HEADS, "2011-07-04", 6, "London", "uk_visit", 16),
    _pakistan(_SECOND, "2011-11-21", 5, "Lahore", "in_country", 26),
    _pakistan(_HEADS, "2012-03-12", 6, "Edinburgh", "uk_visit", 18),
    _pakistan(_SENIOR, "2012-06-18", 4, "Karachi", "in_country", 30),
    _pakistan(_MIXED, "2012-10-15", 3, "Islamabad", "in_country", 40),
    _pakistan(_SENIOR, "2012-12-03", 4, "Multan", "in_country", 24, "cancelled"),
    _pakistan(_HEADS, "2013-02-11", 6, "Manchester", "uk_visit", 18),
    _pakistan(_SECOND, "2013-05-20", 5, "Peshawar", "in_country", 24),
    _pakistan(_SENIOR, "2013-09-16", 4, "Lahore", "in_country", 32),
    _pakistan(_HEADS, "2013-12-02", 6, "Cardiff", "uk_visit", 18),
    _pakistan(_MIXED, "2014-05-12", 3, "Islamabad", "in_country", 50),
    _pakistan(_HEADS, "2014-09-15", 6, "Vancouver", "third_country", 16),
    _pakistan(_SECOND, "2015-03-09", 5, "Karachi", "in_country", 26),
    _pakistan(_HEADS, "2015-06-08", 6, "Toronto", "third_country", 14, "cancelled"),
    _pakistan(_SENIOR, "2015-10-19", 4, "Faisalabad", "in_country", 30),
    _pakistan(_HEADS, "2016-04-11", 6, "Bristol", "uk_visit", 16),
    _pakistan(_MIXED, "2016-11-14", 3, "Islamabad", "in_country", 44),
    _pakistan(_SECOND, "2017-02-13", 5, "Quetta", "in_country", 22, "cancelled"),
    _pakistan(_SECOND, "2017-05-15", 5, "Islamabad", "in_country", 28),
    _pakistan(_HEADS, "2017-10-09", 6, "Glasgow", "uk_visit", 18),
    _pakistan(_SENIOR, "2018-03-05", 4, "Lahore", "in_country", 32),
    _pakistan(_HEADS, "2018-09-10", 6, "Sheffield", "uk_visit", 20),
    _pakistan(_SECOND, "2019-03-11", 5, "Karachi", "in_country", 26, "planned"),
    _pakistan(_HEADS, "2019-06-10", 6, "Vancouver", "third_country", 18, "planned"),
    _bangladesh(_HEADS, "2011-05-09", 5, "London", "uk_visit", 10),
    _bangladesh(_SENIOR, "2012-02-20", 4, "Dhaka", "in_country", 24),
    _bangladesh(_SECOND, "2013-04-15", 4, "Dhaka", "in_country", 22),
    _bangladesh(_MIXED, "2014-02-10", 3, "Dhaka", "in_country", 30),
    _bangladesh(_SENIOR, "2015-05-18", 4, "Chittagong", "in_country", 24, "cancelled"),
    _bangladesh(_HEADS, "2015-11-09", 5, "Nottingham", "uk_visit", 10),
    _bangladesh(_SENIOR, "2016-09-19", 4, "Dhaka", "in_country", 26),
    _bangladesh(_SECOND, "2017-11-06", 4, "Khulna", "in_country", 22),
    _bangladesh(_MIXED, "2018-10-08", 3, "Dhaka", "in_country", 28),
    _bangladesh(_HEADS, "2019-05-13", 5, "Leeds", "uk_visit", 10, "planned"),
    *[
        Planned("PAK", course, date(year, 8, 6), days, "Islamabad", "in_country", places, own=True)
        for year, course, days, places in (
            (2011, _HEADS, 2, 12), (2013, _SECOND, 3, 20), (2015, _MIXED, 2, 26), (2017, _HEADS, 2, 12),
            (2018, _SECOND, 3, 20),
        )
    ],
)  # fmt: skip
"""All courses. ``own`` are the commission's, with no British Council part."""

ABROAD = {"Vancouver": ("CAN", 49.28270, -123.12070), "Toronto": ("CAN", 43.70643, -79.39864)}
LEFT_OVER = date(2014, 12, 31)
"""By this day all but the newest universities of Pakistan were to be reached."""

KEPT_UP = 0.6
"""This share of Pakistan's vice-chancellors who are in post at the end of 2018 has been on a course."""
