"""Damage is noticed before any number is shown, the newest whole snapshot is found, and going back changes nothing."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.__main__ import run
from dashboard.publish import store
from dashboard.publish.snapshot import TABLE_NAMES, SnapshotError
from tests.publish.making import on, publish, write


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a source and a store in which the collection "tiny" has two snapshots."""
    folder = tmp_path_factory.mktemp("made")
    source = write(folder / "source")
    assert publish(source, folder / "store", "2020-01-01") == 0
    assert publish(source, folder / "store", "2021-01-01") == 0
    return folder


@pytest.fixture
def shelf(made: Path, tmp_path: Path) -> Path:
    """Return a copy of the store to damage."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "store"


def overwrite(path: Path, content: bytes) -> None:
    """Write over a published file, which is read-only."""
    path.unlink(missing_ok=True)
    path.write_bytes(content)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    overwrite(path, bytes(content))


def flip_in_place(path: Path) -> None:
    path.chmod(0o644)
    with path.open("r+b") as handle:
        handle.seek(20)
        handle.write(bytes([handle.read(1)[0] ^ 1]))


def cut(path: Path) -> None:
    overwrite(path, path.read_bytes()[:-7])


def swap_files(folder: Path) -> None:
    (folder / "claims.parquet").rename(folder / "x")
    (folder / "programmes.parquet").rename(folder / "claims.parquet")
    (folder / "x").rename(folder / "programmes.parquet")


def swap_folders(folder: Path) -> None:
    folder.rename(folder.parent / "x")
    (folder.parent / "1").rename(folder)
    (folder.parent / "x").rename(folder.parent / "1")


def edit(folder: Path, **changes: object) -> None:
    path = folder / "manifest.json"
    overwrite(path, json.dumps({**json.loads(path.read_bytes()), **changes}).encode())


DAMAGE: dict[str, Callable[[Path], object]] = {
    "flip": lambda folder: flip(folder / "partnerships.parquet"),
    "flip in place": lambda folder: flip_in_place(folder / "partnerships.parquet"),
    "cut": lambda folder: cut(folder / "partnerships.parquet"),
    "empty": lambda folder: overwrite(folder / "partnerships.parquet", b""),
    "delete": lambda folder: (folder / "partnerships.parquet").unlink(),
    "swap of two files": swap_files,
    "older file": lambda folder: overwrite(folder / "institutions.parquet", (folder / "claims.parquet").read_bytes()),
    "manifest removed": lambda folder: (folder / "manifest.json").unlink(),
    "manifest cut": lambda folder: cut(folder / "manifest.json"),
    "manifest edited": lambda folder: edit(folder, title="Better"),
    "manifest of another kind of file": lambda folder: overwrite(folder / "manifest.json", b"[1]"),
    "another version": lambda folder: edit(folder, schema_version=99),
    "a file too few": lambda folder: edit(folder, files=[]),
    "folder removed": shutil.rmtree,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_damage_is_noticed_and_the_newest_whole_snapshot_is_found(
    shelf: Path, capsys: pytest.CaptureFixture[str], damage: Callable[[Path], object]
) -> None:
    assert store.newest_whole(shelf, "tiny")[0].seq == 2
    damage(shelf / "tiny" / "2")
    with pytest.raises(SnapshotError, match=r"tiny.2|no snapshot 2"):
        store.current(shelf, "tiny")
    snapshot, problems = store.newest_whole(shelf, "tiny")
    assert snapshot.seq == 1
    assert len(problems) == 1
    assert str(shelf / "tiny" / "2") in problems[0] or "no snapshot 2" in problems[0]
    assert "python -m dashboard" in problems[0]
    capsys.readouterr()
    for command in (["verify"], ["current"], ["show", "claims"], ["doctor"]):
        assert run([*command, *on(shelf)]) == 1
        assert "tiny/2" in (said := "".join(capsys.readouterr())) or "no snapshot 2" in said


def test_folders_that_were_exchanged_are_noticed(shelf: Path) -> None:
    swap_folders(shelf / "tiny" / "2")
    with pytest.raises(SnapshotError, match="exchanged or renamed"):
        store.newest_whole(shelf, "tiny")
    assert len(store.verify(shelf, "tiny")) == 2


@pytest.mark.parametrize("table", TABLE_NAMES)
def test_a_bit_flipped_in_any_file_is_noticed(shelf: Path, table: str) -> None:
    flip(shelf / "tiny" / "2" / f"{table}.parquet")
    with pytest.raises(SnapshotError, match=rf"{table}\.parquet is damaged"):
        store.current(shelf, "tiny")


@pytest.mark.parametrize(
    "content", [b"", b"{", b"2\n", b'{"seq": "2"}', b'{"seq": 2, "manifest_sha256": "0"}', b"\xff\xfe", b"[" * 100_000]
)
def test_a_damaged_pointer_is_noticed_and_mended_by_the_next_publication(
    shelf: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    overwrite(shelf / "tiny" / "CURRENT", content)
    with pytest.raises(SnapshotError, match="CURRENT"):
        store.current(shelf, "tiny")
    snapshot, problems = store.newest_whole(shelf, "tiny")
    assert (snapshot.seq, len(problems)) == (2, 1)
    assert publish(shelf.parent / "source", shelf, "2021-01-01") == 0
    assert "the current snapshot cannot be used" in capsys.readouterr().err
    assert store.verify(shelf, "tiny") == []
    assert store.newest_whole(shelf, "tiny")[0].seq == 3


def test_a_pointer_to_what_is_not_there_is_noticed(shelf: Path) -> None:
    overwrite(shelf / "tiny" / "CURRENT", json.dumps({"seq": 9, "manifest_sha256": "0" * 64}).encode())
    snapshot, problems = store.newest_whole(shelf, "tiny")
    assert snapshot.seq == 2
    assert "there is no snapshot 9" in problems[0]


def test_a_changed_manifest_of_an_older_snapshot_is_noticed_from_the_newer(shelf: Path) -> None:
    edit(shelf / "tiny" / "1", title="Better")
    assert store.newest_whole(shelf, "tiny")[1] == []
    assert len(store.verify(shelf, "tiny")) == 2
    with pytest.raises(SnapshotError, match="was changed after it was published"):
        store.open_snapshot(shelf, "tiny", 1)


def test_the_bytes_that_were_checked_are_those_that_are_read(shelf: Path) -> None:
    snapshot = store.open_snapshot(shelf, "tiny", 2)
    flip(shelf / "tiny" / "2" / "claims.parquet")
    assert snapshot.tables()["claims"].num_rows == 1
    unread = next(one for one in store.snapshots(shelf, "tiny") if one.seq == 2)
    with pytest.raises(SnapshotError, match=r"claims\.parquet is damaged"):
        unread.tables()


def test_going_back_changes_no_byte(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _bytes(shelf)
    assert run(["rollback", *on(shelf)]) == 0
    assert "Current again: tiny@1" in capsys.readouterr().out
    assert store.current(shelf, "tiny") == store.open_snapshot(shelf, "tiny", 1)
    assert _bytes(shelf) == before
    assert run(["rollback", "--to", "2", *on(shelf)]) == 0
    assert _bytes(shelf) == before
    assert run(["rollback", "--to", "1", *on(shelf)]) == 0
    # What is published next replaces the one gone back to, and takes a number never used before.
    assert publish(shelf.parent / "source", shelf, "2022-01-01") == 0
    newest = store.current(shelf, "tiny")
    assert newest is not None
    assert (newest.seq, newest.manifest["parent"]) == (3, 1)
    assert store.verify(shelf, "tiny") == []


def test_after_going_back_a_damaged_snapshot_is_not_replaced_by_the_one_left_behind(shelf: Path) -> None:
    publish(shelf.parent / "source", shelf, "2022-01-01")
    run(["rollback", "--to", "2", *on(shelf)])
    flip(shelf / "tiny" / "2" / "claims.parquet")
    assert store.newest_whole(shelf, "tiny")[0].seq == 1


def test_going_back_from_damage_needs_no_number(shelf: Path) -> None:
    flip(shelf / "tiny" / "2" / "claims.parquet")
    assert run(["rollback", *on(shelf)]) == 0
    assert store.newest_whole(shelf, "tiny")[0].seq == 1
    assert store.newest_whole(shelf, "tiny")[1] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [(["--to", "9"], "there is no snapshot 9"), (["--to", "1"], ""), ([], "")],
)
def test_going_back_refuses_what_is_not_whole(
    shelf: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    flip(shelf / "tiny" / "1" / "claims.parquet")
    pointer = (shelf / "tiny" / "CURRENT").read_bytes()
    assert run(["rollback", *words, *on(shelf)]) == 1
    assert (said or "claims.parquet is damaged") in capsys.readouterr().err
    assert (shelf / "tiny" / "CURRENT").read_bytes() == pointer


def _bytes(shelf: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted((shelf / "tiny").glob("*/*"))}
