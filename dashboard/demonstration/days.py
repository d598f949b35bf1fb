"""Days with a precision, and the rows that carry them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from dashboard.demonstration.chance import Chance

FIRST, LAST = date(2008, 1, 1), date(2018, 12, 31)
ALWAYS = date(1900, 1, 1)
_SIGNS = {"day": 10, "month": 7, "year": 4}


class Day(NamedTuple):
    """A day, and how much of it the made-up source knows."""

    day: date
    precision: str = "day"

    @property
    def text(self) -> str:
        """The day as a table has it: 2012, 2012-05 or 2012-05-14."""
        return self.day.isoformat()[: _SIGNS[self.precision]]


@dataclass(frozen=True, slots=True)
class Made:
    """One made-up row: its table, the day from which it is known, and its cells.

    ``mistaken`` are the cells that were wrong before the great correction; ``struck`` rows were taken out in it.
    """

    table: str
    since: date
    cells: Mapping[str, Any] = field(default_factory=dict)
    mistaken: Mapping[str, Any] = field(default_factory=dict)
    struck: bool = False


def blurred(chance: Chance, day: date, to_month: float = 0.25, to_year: float = 0.12) -> Day:
    """Return a day with the precision of a source: most know the day, some the month, a few only the year."""
    drawn = chance.share()
    return Day(day, "year" if drawn < to_year else "month" if drawn < to_year + to_month else "day")


def later(day: date, months: float) -> date:
    """Return the day so many months later, each of 30.4 days."""
    return day + timedelta(days=round(months * 30.4))
