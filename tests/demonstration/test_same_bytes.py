"""The same seed gives the same bytes anywhere; a larger scale gives more of them in no more memory."""

import hashlib
import os
import subprocess
import sys
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest

from dashboard.__main__ import run
from dashboard.demonstration import folder
from dashboard.publish import store
from tests.demonstration import making
from tests.demonstration.making import ROOT


def digest(place: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(place.iterdir())}


def written(place: Path, seed: int, hash_seed: str) -> dict[str, str]:
    words = [sys.executable, "-m", "dashboard", "demonstrate", "--seed", str(seed), "--out", str(place)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": hash_seed})
    return digest(place)


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    one = written(tmp_path / "one", 11, "1")
    assert one == written(tmp_path / "two", 11, "4242")
    other = written(tmp_path / "three", 12, "1")
    fixed = {"programmes.csv", "claims.csv"}
    assert all(one[name] != other[name] for name in one.keys() - fixed)


def test_a_folder_that_holds_something_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.csv").write_text("a\n", encoding="utf-8")
    assert run(["demonstrate", "--seed", "1", "--out", str(tmp_path)]) == 1
    assert "the folder is not empty, and nothing is overwritten" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.csv"]


def test_a_day_outside_the_made_up_years_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demonstrate", "--seed", "1", "--as-of", "2019-01-01", "--out", str(tmp_path / "new")]) == 1
    assert "known from 2012-12-31 to 2018-12-31" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_scale_multiplies() -> None:
    one, ten = (Counter(row.table for row in folder.rows(3, scale, making.LAST)) for scale in (1, 10))
    for table in ("institutions", "partnerships", "leadership_events", "researcher_workshops", "register"):
        assert ten[table] == 10 * one[table]
    for table in ("leadership_posts", "leadership_attendance", "partnership_members", "tne_enrolments"):
        assert 8.5 * one[table] < ten[table] < 11.5 * one[table]


def test_memory_stays_whatever_the_scale(tmp_path: Path) -> None:
    peaks = {}
    for scale in (1, 4):
        tracemalloc.start()
        folder.write(tmp_path / str(scale), 3, scale, making.LAST)
        peaks[scale] = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peaks[4] < 1.3 * peaks[1]


def test_a_larger_scale_is_sound_and_multiplies_the_totals() -> None:
    made = making.world(making.SEED, making.LAST, 2)
    assert made.errors == []
    assert len(made.warnings) == 4
    assert len(making.running_in(made, 2014, country="PAK", strand="strategic_partnership")) == 2 * 26
    assert len(making.held(made, "PAK")) == 2 * len(making.held(making.world(), "PAK"))
    targets = [{row["claim_id"]: row for row in each.rows["claims"]} for each in (making.world(), made)]
    for name, row in targets[0].items():
        assert targets[1][name]["value"] == row["value"] * (1 if row["unit"] == "percent" else 2)


@pytest.mark.parametrize(("seq", "as_of"), [(1, making.EARLIER), (2, making.LAST)])
def test_the_shipped_editions_are_what_the_generator_makes(tmp_path: Path, seq: int, as_of: object) -> None:
    shipped = store.open_snapshot(ROOT / "data" / "snapshots", "demonstration", seq)
    assert shipped.manifest["as_of"] == str(as_of)
    source, shelf = str(tmp_path / "source"), ["--store", str(tmp_path), "--collection", "demonstration"]
    day = ["--as-of", str(as_of)]
    assert run(["demonstrate", "--seed", str(making.SEED), "--out", source, *day]) == 0
    assert run(["publish", source, *shelf, *day]) == 0
    again = store.open_snapshot(tmp_path, "demonstration", 1)
    for entry in ("settings", "sources"):
        assert again.manifest[entry] == shipped.manifest[entry]
    tables = again.tables()
    assert {name: table.equals(tables[name]) for name, table in shipped.tables().items()} == dict.fromkeys(tables, True)


def test_two_editions_are_shipped_and_small() -> None:
    home = ROOT / "data" / "snapshots" / "demonstration"
    assert store.seqs(ROOT / "data" / "snapshots", "demonstration") == [1, 2]
    assert store.verify(ROOT / "data" / "snapshots", "demonstration") == []
    for seq in (1, 2):
        assert sum(path.stat().st_size for path in (home / str(seq)).glob("*.parquet")) < 300_000
