"""Partial dates: a year, a month or a day, as far as a source knows it."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

ALLOWED = "a date as 2012, 2012-05 or 2012-05-14 (year first)"
_SHAPE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_FIRST_YEAR, _LAST_YEAR = 1800, 2099


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with its precision: the text and the first and last day that it can mean, both inclusive."""

    text: str
    earliest: date
    latest: date
    precision: str  # "year", "month" or "day"


def parse(text: str) -> PartialDate:
    """Read ``2012``, ``2012-05`` or ``2012-05-14``.

    Raises :class:`ValueError` with a sentence that says what is allowed; nothing is ever guessed, so
    ``03/04/2014`` is refused and not read as March or April.
    """
    match = _SHAPE.fullmatch(text)
    if match is None:
        hint = " (ambiguous: which is the month?)" if "/" in text else ""
        raise ValueError(f"{ALLOWED}{hint}")
    year = int(match["year"])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"{ALLOWED}, from {_FIRST_YEAR} to {_LAST_YEAR}")
    if match["month"] is None:
        return PartialDate(text, date(year, 1, 1), date(year, 12, 31), "year")
    month = int(match["month"])
    if not 1 <= month <= 12:
        raise ValueError(f"{ALLOWED}; there is no month {match['month']}")
    last = calendar.monthrange(year, month)[1]
    if match["day"] is None:
        return PartialDate(text, date(year, month, 1), date(year, month, last), "month")
    day = int(match["day"])
    if not 1 <= day <= last:
        raise ValueError(f"{ALLOWED}; {calendar.month_name[month]} {year} has {last} days")
    exact = date(year, month, day)
    return PartialDate(text, exact, exact, "day")


def prefix(column: str) -> str:
    """Return the stem of a date column's derived columns: ``start_date`` gives ``start``."""
    return column.removesuffix("_date")
