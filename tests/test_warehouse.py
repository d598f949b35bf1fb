"""The one door to the data: shut doors, bounded stores, many threads, an instance lost and rebuilt."""

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard import catalogue, loading, warehouse
from dashboard.filters import Filters
from dashboard.loading import load
from dashboard.warehouse import STORE, AnswerError, Bounded, NoDataError, Warehouse, default_collection
from tests.asking import record, world
from tests.publish import making

ASKED = ("partnerships/by_programme", "map/links", "leadership/events", "overview/base")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with the tiny collection published once."""
    making.publish(making.write(tmp_path / "source"), tmp_path / "store")
    return tmp_path / "store"


@pytest.fixture(scope="module")
def shut() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = load(record().snapshot)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    "attempt",
    [
        "select * from read_text('/etc/hostname')",
        "select * from read_blob('/proc/self/environ')",
        "select * from glob('/*')",
        "select * from read_csv('/etc/passwd')",
        "select * from read_parquet('data/snapshots/public-record/1/claims.parquet')",
        "select * from read_text('http://127.0.0.1:9/x')",
        "select * from 's3://bucket/x.parquet'",
        "copy claims to '/tmp/out.csv'",
        "export database '/tmp/out'",
        "attach '/tmp/other.duckdb' as other",
        "install httpfs",
        "load httpfs",
        "set threads=8",
        "set memory_limit='8GB'",
        "set enable_external_access=true",
        "set lock_configuration=false",
        "reset threads",
        "pragma enable_profiling='json'",
        "set log_query_path='/tmp/log'",
        "create persistent secret s (type s3)",
    ],
)
def test_every_door_is_shut(shut: duckdb.DuckDBPyConnection, attempt: str) -> None:
    with pytest.raises((duckdb.PermissionException, duckdb.InvalidInputException)):
        shut.cursor().execute(attempt)


def test_no_python_variable_is_a_table(shut: duckdb.DuckDBPyConnection) -> None:
    secret = record().snapshot.tables()["claims"]
    assert secret.num_rows
    with pytest.raises(duckdb.CatalogException):
        shut.cursor().execute("select * from secret")


def test_every_setting_that_safety_asks_for_is_in_force(shut: duckdb.DuckDBPyConnection) -> None:
    found = dict(shut.cursor().execute("select name, value from duckdb_settings()").fetchall())
    assert {
        "enable_external_access": "false",
        "lock_configuration": "true",
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "allow_community_extensions": "false",
        "allow_persistent_secrets": "false",
        "python_enable_replacements": "false",
        "threads": "2",
        "TimeZone": "UTC",
        "max_execution_time": "5000",
        "temp_directory": "",
    }.items() <= found.items()


def test_a_query_without_end_is_stopped_on_a_cursor_too(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = [line.replace("max_execution_time=5000", "max_execution_time=200") for line in loading._SHUT]
    assert quick != list(loading._SHUT)
    monkeypatch.setattr(loading, "_SHUT", quick)
    connection = load(record().snapshot)
    with pytest.raises(duckdb.InterruptException, match="maximum execution time"):
        connection.cursor().execute(
            "select count(*) from range(100000000000) a, range(99999) b where a.range = -b.range"
        )
    connection.close()


def test_a_query_that_was_stopped_is_one_plain_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object, **__: object) -> None:
        raise duckdb.InterruptException("INTERNAL Error: secret path /var/x")

    held = Warehouse(STORE)
    monkeypatch.setattr(held, "_ask", endless)
    with pytest.raises(AnswerError) as caught:
        held.answer("overview/base", Filters(), record().snapshot)
    assert "The rest of the page stands" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_kept_values_are_bounded_and_the_oldest_goes_first() -> None:
    kept: Bounded[int] = Bounded(3)
    made: list[int] = []

    def make(value: int) -> int:
        made.append(value)
        return value

    for value in (1, 2, 3, 1, 4, 1, 2):
        assert kept.get(value, lambda value=value: make(value)) == value
    assert made == [1, 2, 3, 4, 2]
    assert len(kept._values) == 3
    kept.clear()
    assert len(kept._values) == 0


def test_an_answer_is_asked_once_and_only_for_the_filters_that_it_obeys(monkeypatch: pytest.MonkeyPatch) -> None:
    held, snapshot = Warehouse(STORE), record().snapshot
    asked: list[Any] = []
    ask = held._ask
    monkeypatch.setattr(held, "_ask", lambda *call: (asked.append(call[2]), ask(*call))[1])
    first = held.answer("overview/reported", Filters(country=("PAK",)), snapshot)
    again = held.answer("overview/reported", Filters(country=("PAK",), strand=("tne",), years=(2008, 2012)), snapshot)
    assert asked == [{"country": ["PAK"]}]
    assert again.table is first.table
    assert again.filters.strand == ("tne",)


def test_eight_threads_get_the_answers_that_one_gets() -> None:
    views = [(name, country) for name in ASKED for country in ((), ("PAK",), ("BGD",))]
    alone = [record().rows(name, country=country) for name, country in views]
    shared = Warehouse(STORE)
    snapshot = shared.serve("public-record").snapshot

    def ask(turn: int) -> bool:
        if turn % 7 == 0:
            shared._answers.clear()
        name, country = views[turn % len(views)]
        return shared.answer(name, Filters(country=country), snapshot).rows == alone[turn % len(views)]

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(96)))


class Broken:
    """A connection whose instance is lost, as after a flipped bit."""

    def __init__(self, error: type[duckdb.Error]) -> None:
        self.error = error

    def cursor(self) -> "Broken":
        return self

    def sql(self, *_: object, **__: object) -> None:
        raise self.error("database has been invalidated")


@pytest.mark.parametrize("error", [duckdb.FatalException, duckdb.InternalException])
def test_a_lost_instance_is_rebuilt_from_the_verified_bytes(error: type[duckdb.Error]) -> None:
    held, snapshot = Warehouse(STORE), record().snapshot
    held._opened[snapshot.id] = (snapshot, Broken(error))  # type: ignore[assignment]
    assert held.subjects(snapshot) == record().warehouse.subjects(snapshot)
    assert isinstance(held._opened[snapshot.id][1], duckdb.DuckDBPyConnection)
    held._opened[snapshot.id] = (snapshot, Broken(error))  # type: ignore[assignment]
    assert held.answer("overview/base", Filters(), snapshot).rows == record().rows("overview/base")
    assert isinstance(held._opened[snapshot.id][1], duckdb.DuckDBPyConnection)


def test_at_most_so_many_snapshots_stay_open(tmp_path: Path) -> None:
    source, store = making.write(tmp_path / "source"), tmp_path / "store"
    held = Warehouse(store)
    for turn in range(warehouse.MAX_OPEN + 2):
        making.publish(source, store, f"2020-01-{turn + 1:02}")
        snapshot = held.serve("tiny").snapshot
        held.answer("overview/base", Filters(), snapshot)
        assert snapshot.seq == turn + 1
    assert list(held._opened) == ["tiny@3", "tiny@4", "tiny@5"]
    held.answer("about/claims", Filters(), held.serve("tiny", 1).snapshot)
    assert len(held._opened) == warehouse.MAX_OPEN
    assert "tiny@1" in held._opened


def test_what_vanished_goes_on_being_served_from_memory(store: Path) -> None:
    held = Warehouse(store)
    first = held.serve("tiny").snapshot
    rows = held.answer("overview/base", Filters(), first).rows
    shutil.rmtree(store / "tiny" / "1")
    served = held.serve("tiny")
    assert served.snapshot.id == "tiny@1"
    assert "The data already loaded is shown." in served.problems[0]
    assert held.answer("overview/base", Filters(), served.snapshot).rows == rows
    assert held.answer("about/claims", Filters(country=("BGD",)), served.snapshot).rows is not None
    with pytest.raises(NoDataError):
        Warehouse(store).serve("tiny")


def test_a_fixed_link_says_what_is_newer_or_what_is_lost(store: Path, tmp_path: Path) -> None:
    held = Warehouse(store)
    assert held.serve("tiny", 1).newer is None
    making.publish(tmp_path / "source", store, "2021-01-01")
    pinned = held.serve("tiny", 1)
    assert (pinned.snapshot.seq, pinned.newer and pinned.newer.seq, pinned.problems) == (1, 2, ())
    lost = held.serve("tiny", 7)
    assert (lost.snapshot.seq, lost.newer) == (2, None)
    assert lost.lost
    assert not lost.problems


def of_kind(store: Path, source: Path, name: str, kind: str) -> None:
    """Put a snapshot of that kind into a store: published, then its kind written into manifest and pointer."""
    making.run(["publish", str(source), "--store", str(store), "--collection", name, "--as-of", "2020-01-01"])
    path = store / name / "1" / "manifest.json"
    manifest = {**json.loads(path.read_text(encoding="utf-8")), "kind": kind}
    path.chmod(0o644)
    path.write_text(json.dumps(manifest), encoding="utf-8")
    (store / name / "CURRENT").unlink()
    (store / name / "CURRENT").write_text(
        json.dumps({"seq": 1, "manifest_sha256": warehouse.shelf.listed(store, name, 1).manifest_sha256}),
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("kinds", "opened"),
    [
        ({"a": "demonstration", "b": "record", "c": "programme"}, "c"),
        ({"a": "demonstration", "b": "record"}, "b"),
        ({"b": "record", "c": "record"}, "b"),
    ],
)
def test_what_opens_by_itself(kinds: dict[str, str], opened: str, tmp_path: Path) -> None:
    source = making.write(tmp_path / "source")
    for name, kind in kinds.items():
        of_kind(tmp_path / "store", source, name, kind)
    assert default_collection(Warehouse(tmp_path / "store")) == opened


def test_a_demonstration_never_opens_by_itself_but_on_a_hosts_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_kind(tmp_path / "store", making.write(tmp_path / "source"), "shown", "demonstration")
    held = Warehouse(tmp_path / "store")
    with pytest.raises(NoDataError):
        default_collection(held)
    monkeypatch.setenv("DASHBOARD_COLLECTION", "shown")
    assert default_collection(held) == "shown"


def test_an_empty_store_names_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(NoDataError, match="No data has been published"):
        default_collection(Warehouse(tmp_path / "nothing"))
    with pytest.raises(NoDataError, match="python -m dashboard publish"):
        Warehouse(tmp_path).serve("public-record")


def test_the_store_may_be_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_STORE", str(tmp_path))
    warehouse.shared.cache_clear()
    assert warehouse.shared().store == tmp_path
    assert warehouse.shared() is warehouse.shared()
    monkeypatch.delenv("DASHBOARD_STORE")
    warehouse.shared.cache_clear()
    assert warehouse.shared().store == STORE


def test_a_row_is_found_by_its_key() -> None:
    answer = world().answer("partnerships/by_subject")
    for row in answer.rows:
        assert answer.row(warehouse.row_key(answer.question, row)) == row
    assert answer.row(None) is None
    assert answer.row("no such row") is None


def test_every_question_is_answered_by_a_cold_warehouse() -> None:
    held = Warehouse(STORE)
    snapshot = held.serve("public-record").snapshot
    assert all(held.answer(name, Filters(), snapshot).table.num_columns for name in catalogue.questions())
    assert held.subjects(snapshot) == tuple(sorted(held.subjects(snapshot)))
