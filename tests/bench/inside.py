"""What the server does for one change, measured in this process: each question alone, and one run of the script."""

import math
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import duckdb

from dashboard import catalogue, warehouse
from dashboard.filters import Filters
from dashboard.panels import kept as figures
from dashboard.publish.store import Snapshot
from dashboard.warehouse import AnswerError, Warehouse
from tests.reader import SECONDS, Reader

ADDRESSES: tuple[dict[str, str], ...] = ({"country": "PAK"}, {"country": "BGD"})


@dataclass(frozen=True)
class Asked:
    """One question: its id, how many rows it gave, median and fastest milliseconds.

    ``gave_up`` says why there was no answer ("out of memory"); the milliseconds are infinite then.
    """

    question: str
    rows: int
    median: float
    fastest: float
    gave_up: str = ""


def milliseconds(act: Callable[[], object]) -> float:
    """Return how long something took."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def questions(collection: str, times: int) -> list[Asked]:
    """Ask each question of a collection without filters so many times, nothing kept; slowest first."""
    asked = warehouse.shared()
    snapshot = asked.serve(collection).snapshot
    asked.institutions(snapshot)  # opens it, which is a measurement of its own
    found = [
        _asked(asked, question_id, snapshot, times)
        for question_id, question in catalogue.questions().items()
        if warehouse.asked(question, snapshot)
    ]
    return sorted(found, key=lambda each: -each.median)


def _asked(asked: Warehouse, question_id: str, snapshot: Snapshot, times: int) -> Asked:
    spent = []
    try:
        for _ in range(times):
            asked._answers.clear()
            spent.append(milliseconds(partial(asked.answer, question_id, Filters(), snapshot)))
        rows = asked.answer(question_id, Filters(), snapshot).table.num_rows
    except AnswerError as error:
        return Asked(question_id, 0, math.inf, math.inf, gave_up(error))
    return Asked(question_id, rows, statistics.median(spent), min(spent))


def gave_up(error: AnswerError) -> str:
    """Return why the database gave up, in words."""
    if isinstance(error.__cause__, duckdb.OutOfMemoryException):
        return "out of memory"
    return "over 5 s" if isinstance(error.__cause__, duckdb.InterruptException) else "not answered"


def reruns(page: str, collection: str, times: int) -> tuple[list[float], list[float]]:
    """Run the script for a page of a collection under other filters each time, so many times.

    Returns the milliseconds with no answer kept, and with every answer kept. A run that takes longer than ``AppTest``
    waits is infinite and the last one.
    """
    reader = Reader(page)
    fresh: list[float] = []
    kept: list[float] = []
    for turn in range(times):
        address = {"snapshot": collection, **ADDRESSES[turn % len(ADDRESSES)]}
        forget()
        for spent in (fresh, kept):
            try:
                spent.append(milliseconds(partial(reader.go, address)))
            except RuntimeError as error:
                if f"timed out after {SECONDS}" not in str(error):
                    raise
                return [*fresh, math.inf], [*kept, math.inf]
    return fresh, kept


def forget() -> None:
    """Forget the answers and the figures that this process keeps."""
    warehouse.shared()._answers.clear()
    figures._FIGURES.clear()


def opening(collection: str) -> float:
    """Return the seconds from a verified snapshot on disk to an instance that answers."""
    fresh = warehouse.Warehouse(warehouse.shared().store)
    snapshot = fresh.serve(collection).snapshot
    return milliseconds(lambda: fresh.institutions(snapshot)) / 1000


def rows(collection: str) -> int:
    """Return how many rows a collection holds."""
    manifest = warehouse.shared().serve(collection).snapshot.manifest
    return sum(int(entry["rows"]) for entry in manifest["files"])


def links(collection: str) -> int:
    """Return how many links the map draws without filters."""
    shared = warehouse.shared()
    snapshot = shared.serve(collection).snapshot
    return int(shared.answer("map/links", Filters(), snapshot).table.num_rows)
