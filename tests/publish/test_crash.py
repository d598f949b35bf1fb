"""Killed at any instant, two at once, no space left: what was current stays current, and the next one works."""

import errno
import os
import random
import resource
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.publish import disk, store
from tests.publish.making import on, publish, started, tiny, write

LINES = 16  # that a publication of the tiny source writes on stderr


def test_killed_at_random_instants_nothing_is_lost(tmp_path: Path, long: bool) -> None:
    source, shelf, dice = write(tmp_path / "source"), tmp_path / "store", random.Random(20261122)
    assert publish(source, shelf) == 0
    kept: dict[int, str] = {}
    for _ in range(1000 if long else 20):
        before = store.current(shelf, "tiny")
        assert before is not None
        process = started("publish", str(source), *on(shelf), "--as-of", "2020-01-01", "--force")
        _kill_somewhere(process, dice)
        after = store.current(shelf, "tiny")
        assert after is not None
        assert after.seq >= before.seq
        # Every numbered folder, current or not, is whole, and none has changed since it was first seen.
        assert store.verify(shelf, "tiny") == []
        for snapshot in store.snapshots(shelf, "tiny"):
            assert kept.setdefault(snapshot.seq, snapshot.manifest_sha256) == snapshot.manifest_sha256
        # The next publication needs no hands and sweeps what was left behind.
        assert publish(source, shelf, "2020-01-01", "--force") == 0
        newest = store.current(shelf, "tiny")
        assert newest is not None
        assert newest.seq > after.seq
        assert newest.contents == before.contents
        assert [path.name for path in (shelf / "tiny").iterdir() if not path.name.isdigit()] == ["CURRENT"]


def _kill_somewhere(process: subprocess.Popen[str], dice: random.Random) -> None:
    assert process.stderr is not None
    for _ in range(dice.randrange(LINES + 1)):
        process.stderr.readline()
    try:
        process.wait(timeout=dice.choice((0, dice.uniform(0, 0.004))))
    except subprocess.TimeoutExpired:
        process.kill()
    process.communicate()


def test_a_first_publication_that_was_killed_leaves_a_store_that_the_next_one_mends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, shelf = write(tmp_path / "source"), tmp_path / "store"
    from dashboard.publish import writer

    with monkeypatch.context() as patch:
        patch.setattr(writer, "point", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        assert publish(source, shelf) == 130
    assert store.seqs(shelf, "tiny") == [1]
    snapshot, problems = store.newest_whole(shelf, "tiny")
    assert (snapshot.seq, len(problems)) == (1, 1)
    assert publish(source, shelf) == 0
    assert store.newest_whole(shelf, "tiny")[1] == []


def test_of_two_publishers_one_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, shelf = write(tmp_path / "source"), tmp_path / "store"
    assert publish(source, shelf) == 0
    capsys.readouterr()
    with disk.locked(shelf / ".lock"):
        process = started("publish", str(source), *on(shelf), "--as-of", "2021-01-01")
        _, errors = process.communicate(timeout=60)
        assert publish(source, shelf, "2022-01-01") == 1
    assert process.returncode == 1
    assert "another publish is running in this store; nothing changed" in errors
    assert "another publish is running in this store; nothing changed" in capsys.readouterr().err
    assert store.seqs(shelf, "tiny") == [1]


def test_publishers_that_race_leave_whole_snapshots_only(tmp_path: Path, long: bool) -> None:
    source, shelf, published = write(tmp_path / "source"), tmp_path / "store", 0
    for _ in range(100 if long else 3):
        racers = [started("publish", str(source), *on(shelf), "--as-of", f"202{n}-01-01", "--force") for n in range(2)]
        for racer in racers:
            _, errors = racer.communicate(timeout=120)
            assert racer.returncode == 0 or "another publish is running" in errors, errors
            published += racer.returncode == 0
        assert store.verify(shelf, "tiny") == []
        assert store.seqs(shelf, "tiny") == list(range(1, published + 1))


def test_readers_see_whole_snapshots_in_order_while_others_are_published(tmp_path: Path, long: bool) -> None:
    source, shelf = write(tmp_path / "source"), tmp_path / "store"
    assert publish(source, shelf) == 0
    over = threading.Event()

    def look() -> list[int]:
        seen = []
        while not over.is_set():
            snapshot, problems = store.newest_whole(shelf, "tiny")
            assert problems == []
            assert snapshot.tables()["claims"].num_rows == 1
            seen.append(snapshot.seq)
        return seen

    with ThreadPoolExecutor(24 if long else 3) as pool:
        readers = [pool.submit(look) for _ in range(24 if long else 3)]
        for _ in range(60 if long else 6):
            assert publish(source, shelf, "2020-01-01", "--force") == 0
        over.set()
    for reader in readers:
        assert reader.result() == sorted(reader.result())


def test_a_file_that_may_not_grow_is_told_plainly(tmp_path: Path) -> None:
    source, shelf = write(tmp_path / "source"), tmp_path / "store"
    assert publish(source, shelf) == 0
    pointer = (shelf / "tiny" / "CURRENT").read_bytes()
    small = 1500
    process = started(
        "publish", str(source), *on(shelf), "--as-of", "2021-01-01",
        limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (small, small)),
    )  # fmt: skip
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "publish: the disk is full, or takes no larger file" in errors
    assert "What was current stays current." in errors
    assert "Traceback" not in errors
    assert (shelf / "tiny" / "CURRENT").read_bytes() == pointer
    assert store.verify(shelf, "tiny") == []


@pytest.mark.parametrize("allowed", [0, 1, 12, 13, 14])
def test_a_disk_that_fills_up_at_any_file_leaves_the_current_snapshot(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, allowed: int
) -> None:
    source, shelf = write(tmp_path / "source"), tmp_path / "store"
    assert publish(source, shelf) == 0
    pointer, written, true_write = (shelf / "tiny" / "CURRENT").read_bytes(), [0], os.write

    def full(descriptor: int, content: bytes) -> int:
        written[0] += 1
        if written[0] > allowed:
            raise OSError(errno.ENOSPC, "No space left on device")
        return true_write(descriptor, content)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        assert publish(source, shelf, "2021-01-01") == 1
    assert written == [allowed + 1]
    assert "the disk is full" in capsys.readouterr().err
    assert (shelf / "tiny" / "CURRENT").read_bytes() == pointer
    assert publish(source, shelf, "2021-01-01") == 0
    assert store.verify(shelf, "tiny") == []


def test_a_disk_that_does_not_confirm_the_last_rename_is_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    true_move = disk.move

    def unconfirmed(old: Path, new: Path) -> None:
        true_move(old, new)
        if new.name == "CURRENT":
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(disk, "move", unconfirmed)
    assert publish(write(tmp_path / "source"), tmp_path / "store") == 1
    assert "snapshot 1 is current, but the disk did not confirm it" in capsys.readouterr().err
    assert store.verify(tmp_path / "store", "tiny") == []


def test_short_writes_are_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true_write = os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda descriptor, content: true_write(descriptor, content[:1000]))
        assert publish(write(tmp_path / "source", tiny()), tmp_path / "store") == 0
    assert store.verify(tmp_path / "store", "tiny") == []


def test_everything_is_on_the_disk_before_a_name_points_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, home, order = write(tmp_path / "source"), tmp_path / "store" / "tiny", list[str]()
    true_fsync, true_rename = os.fsync, os.rename

    def fsync(descriptor: int) -> None:
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        order.append(f"sync {_name(path, home)}")
        true_fsync(descriptor)

    def rename(old: Path, new: Path) -> None:
        order.append(f"rename {_name(Path(old), home)} to {_name(Path(new), home)}")
        true_rename(old, new)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        patch.setattr(os, "rename", rename)
        assert publish(source, tmp_path / "store") == 0
    start = order.index("sync TMP/institutions.parquet")
    assert order[:start] == ["sync ../..", "sync .."]
    files = [f"sync TMP/{path.name}" for path in (home / "1").glob("*.parquet")]
    assert sorted(order[start : start + 13]) == sorted(files)
    assert order[start + 13 :] == [
        "sync TMP/manifest.json",
        "sync TMP",
        "rename TMP to 1",
        "sync .",
        "sync CURRENT.new",
        "rename CURRENT.new to CURRENT",
        "sync .",
    ]
    assert {path.stat().st_mode & 0o777 for path in (home / "1").iterdir()} == {0o444}


def _name(path: Path, home: Path) -> str:
    parts = ["TMP" if part.startswith(".tmp-") else part for part in Path(os.path.relpath(path, home)).parts]
    return "/".join(parts) or "."
