"""What an edition shows of what really went on: what was known by its day, with the mistakes of the time."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from dashboard.demonstration.days import Day, Made

REVIEWED = (3, 31)
"""Each year by this day the states of all partnerships are looked at."""

CORRECTED = date(2018, 7, 1)
"""From this day on the mistakes of earlier editions are put right."""


def seen(made: Iterable[Made], as_of: date) -> Iterator[Made]:
    """Yield the rows that were known on a day, each as it was known then."""
    for row in made:
        if row.since > as_of or (row.struck and as_of >= CORRECTED):
            continue
        cells = dict(row.cells)
        if as_of < CORRECTED:
            cells.update(row.mistaken)
        change = _VIEWS.get(row.table)
        if change is not None:
            change(cells, as_of)
        yield Made(row.table, row.since, cells)


def _partnership(cells: dict[str, Any], as_of: date) -> None:
    fate, end, funded = cells["status"], cells["end_date"], cells["funded_to"]
    start: Day = cells["start_date"] or cells["seen_from"]
    over = end is not None and end.day <= as_of
    unpaid = funded is not None and funded.day < as_of
    if start.day > as_of:
        status = "planned"
    elif fate == "unknown":
        status = "unknown"
    elif over:
        status = "dormant" if fate == "dormant" else "completed"
    else:
        status = "sustained" if unpaid else "active"
    cells["status"] = status
    cells["status_as_of"] = _reviewed(start, end if over else funded if unpaid else None, as_of)
    if not over and end != funded:
        cells["end_date"] = None
    if cells["seen_from"] is not None:
        cells["seen_to"] = cells["status_as_of"]
    if status == "planned":
        cells["end_date"] = cells["follow_on_gbp"] = None


def _reviewed(start: Day, changed: Day | None, as_of: date) -> Day:
    review = date(as_of.year, *REVIEWED)
    if review > as_of:
        review = date(as_of.year - 1, *REVIEWED)
    begun = start.day if start.day <= as_of else review
    return Day(max(review, begun, changed.day if changed is not None else review))


def _course(cells: dict[str, Any], as_of: date) -> None:
    end = cells.pop("ends")
    if cells["status"] == "ends":
        cells["status"] = "completed" if end <= as_of else "active"


def _enrolment(cells: dict[str, Any], as_of: date) -> None:
    if as_of < date(cells["year"] + 1, 7, 31):
        cells["completions"] = None


def _post(cells: dict[str, Any], as_of: date) -> None:
    if cells["to_date"] is not None and cells["to_date"].day > as_of:
        cells["to_date"] = None


def _event(cells: dict[str, Any], as_of: date) -> None:
    if cells["status"] == "held" and cells["end_date"].day > as_of:
        cells |= {"status": "planned", "participants": None, "women": None}


def _institution(cells: dict[str, Any], as_of: date) -> None:
    left = cells.get("recognised_to")
    if left is not None and left.day > as_of:
        cells["recognised_to"] = None


_VIEWS = {
    "partnerships": _partnership,
    "tne_programmes": _course,
    "tne_enrolments": _enrolment,
    "leadership_posts": _post,
    "leadership_events": _event,
    "institutions": _institution,
}
_AHEAD = timedelta(days=270)


def announced(day: date) -> date:
    """Return the day from which an event is known that is planned for a day."""
    return day - _AHEAD
