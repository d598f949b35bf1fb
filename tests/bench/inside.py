"""What the server does for one change, measured in this process: each question alone, and one run of the script."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from dashboard import catalogue, warehouse
from dashboard.filters import Filters
from dashboard.panels import drawn
from tests.reader import Reader

ADDRESSES: tuple[dict[str, str], ...] = ({"country": "PAK"}, {"country": "BGD"})


@dataclass(frozen=True)
class Asked:
    """One question: its id, how many rows it gave, median and fastest milliseconds."""

    question: str
    rows: int
    median: float
    fastest: float


def milliseconds(act: Callable[[], object]) -> float:
    """Return how long something took."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def questions(collection: str, times: int) -> list[Asked]:
    """Ask each question of a collection without filters so many times, nothing kept; slowest first."""
    asked = warehouse.shared()
    snapshot = asked.serve(collection).snapshot
    found = []
    for question_id, question in catalogue.questions().items():
        if not warehouse.asked(question, snapshot):
            continue
        spent = []
        for _ in range(times):
            asked._answers.clear()
            spent.append(milliseconds(partial(asked.answer, question_id, Filters(), snapshot)))
        rows = asked.answer(question_id, Filters(), snapshot).table.num_rows
        found.append(Asked(question_id, rows, statistics.median(spent), min(spent)))
    return sorted(found, key=lambda each: -each.median)


def reruns(page: str, collection: str, times: int) -> tuple[list[float], list[float]]:
    """Run the script for a page of a collection under other filters each time, so many times.

    Returns the milliseconds with no answer kept, and with every answer kept.
    """
    reader = Reader(page)
    fresh, kept = [], []
    for turn in range(times):
        address = {"snapshot": collection, **ADDRESSES[turn % len(ADDRESSES)]}
        forget()
        fresh.append(milliseconds(partial(reader.go, address)))
        kept.append(milliseconds(partial(reader.go, address)))
    return fresh, kept


def forget() -> None:
    """Forget the answers and the figures that this process keeps."""
    warehouse.shared()._answers.clear()
    drawn._FIGURES.clear()


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
