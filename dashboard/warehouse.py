"""The one door to the data: ``answer(question, filters)`` over verified snapshots held in memory.

One DuckDB instance per snapshot (``dashboard.loading``). Each call works on its own cursor. Opened snapshots and
answers are kept within bounds.
"""

import logging
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

import duckdb
import pyarrow as pa

from dashboard import catalogue
from dashboard.catalogue import Question
from dashboard.filters import Filters
from dashboard.loading import against, guarded, load
from dashboard.methods import METHODS
from dashboard.publish import store as shelf
from dashboard.publish.store import Snapshot, SnapshotError

log = logging.getLogger("dashboard")

V = TypeVar("V")

MAX_OPEN = 3
MAX_PAIRS = 6
MAX_ANSWERS = 2000


class NoDataError(Exception):
    """No snapshot can be shown; the message says what is wrong and which command mends it."""


class AnswerError(Exception):
    """One question could not be answered; the message is plain, the cause is in the log."""


@dataclass(frozen=True)
class Answer:
    """One question's answer: the same table for figure, numbers, download and sentence.

    ``table`` has the columns of the front matter in its order. ``filters`` are those asked for; the question's
    ``params`` say which were obeyed.
    """

    question: Question
    filters: Filters
    snapshot: Snapshot
    table: pa.Table

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries of Python values."""
        rows: list[dict[str, Any]] = self.table.to_pylist()
        return rows

    @property
    def obeyed(self) -> tuple[str, ...]:
        """Return the names of the filters that the question obeys on this data."""
        return obeyed(self.question, self.snapshot)

    def row(self, key: str | None) -> dict[str, Any] | None:
        """Return the row with that key ("a~b" for two key columns), or None."""
        if key is None:
            return None
        return next((row for row in self.rows if row_key(self.question, row) == key), None)


def obeyed(question: Question, snapshot: Snapshot) -> tuple[str, ...]:
    """Return the filters that a question obeys: where small numbers are guarded, none that would change a count."""
    shut = guarded(snapshot.manifest)
    return tuple(name for name, parameter in question.params.items() if not (shut and parameter.unguarded))


def asked(question: Question, snapshot: Snapshot) -> bool:
    """Say whether a question can be asked of a snapshot: of its kind, and with rows in every table that it needs."""
    manifest = snapshot.manifest
    rows = {entry["table"]: entry["rows"] for entry in manifest["files"]}
    return (not question.kinds or manifest["kind"] in question.kinds) and all(rows.get(t) for t in question.needs)


def row_key(question: Question, row: Mapping[str, Any]) -> str:
    """Return a row's key as the address and the marks of a figure carry it."""
    return "~".join("" if row[name] is None else str(row[name]) for name in question.key)


class Bounded(Generic[V]):
    """A locked, least-recently-used store of at most ``limit`` values."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._values: OrderedDict[Hashable, V] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """Return the value for ``key``, making it outside the lock where it is not kept."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        value = make()
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._limit:
                self._values.popitem(last=False)
        return value

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._values.clear()


@dataclass(frozen=True)
class Served:
    """What one run of the script shows: a snapshot, and what has to be said about it.

    ``problems`` are plain sentences, such as a damaged newer edition. ``newer`` is the latest edition where the
    view is pinned to an earlier one; ``lost`` says why the edition asked for could not be had.
    """

    snapshot: Snapshot
    problems: tuple[str, ...] = ()
    newer: Snapshot | None = None
    lost: str = ""


class Warehouse:
    """The opened snapshots of one store and the answers taken from them. Safe to share between threads."""

    def __init__(self, store: Path) -> None:
        self.store = store
        self._opened: OrderedDict[str, tuple[Snapshot, duckdb.DuckDBPyConnection]] = OrderedDict()
        self._lock = threading.RLock()
        self._answers: Bounded[pa.Table] = Bounded(MAX_ANSWERS)
        self._pairs: Bounded[Mapping[str, pa.Table]] = Bounded(MAX_PAIRS)

    def collections(self) -> tuple[str, ...]:
        """Return the collections with a published snapshot, by name; one that vanished stays while it is in memory."""
        with self._lock:
            kept = {snapshot.collection for snapshot, _ in self._opened.values()}
        return tuple(sorted({*shelf.collections(self.store), *kept}))

    def serve(self, collection: str, seq: int | None = None) -> Served:
        """Return the snapshot to show for a collection, pinned to ``seq`` where given.

        A damaged or vanished snapshot is replaced by one already in memory, else by the newest whole one, and
        said. Raises :class:`NoDataError` where nothing can be shown.
        """
        latest, problems = self._latest(collection)
        if seq is None or seq == latest.seq:
            return Served(latest, tuple(problems))
        try:
            pinned = self._pinned(collection, seq)
        except SnapshotError as error:
            return Served(latest, tuple(problems), lost=self._said(error))
        return Served(pinned, tuple(problems), latest if latest.seq > seq else None)

    def editions(self, collection: str) -> list[Snapshot]:
        """Return the editions of a collection whose manifest can be read, the earliest first; none is verified yet."""
        return shelf.snapshots(self.store, collection)

    def answer(
        self,
        question_id: str,
        filters: Filters,
        snapshot: Snapshot,
        ids: Sequence[str] = (),
        side: str = "a",
        since: Snapshot | None = None,
    ) -> Answer:
        """Answer one question on one snapshot.

        Only the parameters that the question declares are bound; ``ids`` serves questions that list the rows
        behind a mark, ``side`` those that are asked once for each side of a comparison. ``since`` is the earlier
        edition whose differences a question about changes is asked of, in place of the one before. Answers are kept
        by (snapshot, question, bound values). Raises :class:`AnswerError` where the database gives up (time, memory),
        so that one panel fails and never a page.
        """
        question = catalogue.question(question_id)
        values = {**filters.only(obeyed(question, snapshot)).bindings(), "ids": list(ids), "side": side}
        bound = {name: values[name] for name in question.params}
        key = (snapshot.id, question.id, repr(bound), since and since.id)
        made = METHODS[question.method] if question.method else _as_it_is
        try:
            lent = self._pair(snapshot, since) if since else {}
            table = self._answers.get(key, lambda: made(self._ask(snapshot, question.sql, bound, lent)))
        except duckdb.Error as error:
            log.error("The question %s could not be answered on %s", question.id, snapshot.id, exc_info=error)
            raise AnswerError("This question could not be answered just now. The rest of the page stands.") from error
        return Answer(question, filters, snapshot, table)

    def contrast(self, question_id: str, sides: Sequence[tuple[str, Filters, Snapshot]]) -> Answer:
        """Ask one question for each of two sides and return both answers as one, the side's name in column ``side``."""
        asked = [
            (name, self.answer(question_id, chosen, snapshot, side=code))
            for code, (name, chosen, snapshot) in zip("ab", sides, strict=True)
        ]
        stacked = [
            each.table.set_column(
                each.table.schema.get_field_index("side"), "side", pa.array([name] * len(each.table), pa.string())
            )
            for name, each in asked
        ]
        last = asked[-1][1]
        return Answer(last.question, last.filters, last.snapshot, pa.concat_tables(stacked))

    def subjects(self, snapshot: Snapshot) -> tuple[str, ...]:
        """Return the subjects that occur in a snapshot's partnerships, in alphabetical order."""
        table = self._table(snapshot, "select distinct subject from partnerships where subject is not null order by 1")
        return tuple(table.column(0).to_pylist())

    def institutions(self, snapshot: Snapshot) -> frozenset[str]:
        """Return the ids of a snapshot's institutions."""
        table = self._table(snapshot, "select institution_id from institutions")
        return frozenset(table.column(0).to_pylist())

    def _table(self, snapshot: Snapshot, sql: str) -> pa.Table:
        return self._answers.get((snapshot.id, sql), lambda: self._ask(snapshot, sql, {}))

    def _pair(self, snapshot: Snapshot, since: Snapshot) -> Mapping[str, pa.Table]:
        """Return the tables that tell a snapshot from an earlier one."""
        named = self._table(since, "select * from named_rows")
        return self._pairs.get((snapshot.id, since.id), lambda: against(snapshot, since, named))

    def _ask(
        self, snapshot: Snapshot, sql: str, bound: Mapping[str, object], lent: Mapping[str, pa.Table] | None = None
    ) -> pa.Table:
        def ask() -> pa.Table:
            cursor = self._connection(snapshot).cursor()
            for name, table in (lent or {}).items():
                cursor.register(name, table)  # for this cursor alone, before the snapshot's own table of the name
            return cursor.sql(sql, params=dict(bound)).to_arrow_table()

        try:
            return ask()
        except (duckdb.FatalException, duckdb.InternalException):
            # Such an error leaves the whole instance unusable: drop it and ask a fresh one, once.
            with self._lock:
                self._opened.pop(snapshot.id, None)
            return ask()

    def _latest(self, collection: str) -> tuple[Snapshot, list[str]]:
        try:
            snapshot, problems = shelf.newest_whole(self.store, collection)
        except SnapshotError as error:
            kept = self._in_memory(collection)
            if kept is None:
                raise NoDataError(self._said(error)) from error
            return kept, [f"{self._said(error)} The data already loaded is shown."]
        return snapshot, [self._said(problem) for problem in problems]

    def _pinned(self, collection: str, seq: int) -> Snapshot:
        kept = self._opened.get(f"{collection}@{seq}")
        return kept[0] if kept else shelf.open_snapshot(self.store, collection, seq)

    def _said(self, error: SnapshotError | str) -> str:
        """Return what is wrong without this machine's paths: readers see it, and a host may be public."""
        return str(error).replace(f"{self.store}{os.sep}", "").replace(str(self.store), self.store.name)

    def _in_memory(self, collection: str) -> Snapshot | None:
        kept = [snapshot for snapshot, _ in self._opened.values() if snapshot.collection == collection]
        return max(kept, key=lambda snapshot: snapshot.seq, default=None)

    def _connection(self, snapshot: Snapshot) -> duckdb.DuckDBPyConnection:
        with self._lock:
            if snapshot.id not in self._opened:
                self._opened[snapshot.id] = (snapshot, load(snapshot))
                while len(self._opened) > MAX_OPEN:
                    self._opened.popitem(last=False)
            self._opened.move_to_end(snapshot.id)
            return self._opened[snapshot.id][1]


def _as_it_is(table: pa.Table) -> pa.Table:
    return table


STORE = Path(__file__).resolve().parent.parent / "data" / "snapshots"


@cache
def shared() -> Warehouse:
    """Return the one warehouse of this process, over ``DASHBOARD_STORE`` or the shipped store."""
    return Warehouse(Path(os.environ.get("DASHBOARD_STORE") or STORE))


def default_collection(warehouse: Warehouse) -> str:
    """Return the collection that opens by itself.

    A host's choice (``DASHBOARD_COLLECTION``), else a user's own programme, else a record; a demonstration
    never opens by itself. Raises :class:`NoDataError` where there is none.
    """
    fixed = os.environ.get("DASHBOARD_COLLECTION")
    if fixed:
        return fixed
    kinds: dict[str, str] = {}
    problems = []
    for name in warehouse.collections():
        try:
            kinds[name] = warehouse.serve(name).snapshot.manifest["kind"]
        except NoDataError as error:
            problems.append(str(error))
    for kind in ("programme", "record"):
        for name, found in kinds.items():
            if found == kind:
                return name
    raise NoDataError(" ".join(problems) or f"No data has been published in {warehouse.store.name}/.")
