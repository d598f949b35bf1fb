"""What pages show over other stores: a fixed link after newer data, nothing published, and every sort of damage."""

import csv
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dashboard import warehouse
from dashboard.__main__ import run
from tests.publish import making
from tests.reader import ROOT, Reader

SOURCES = ROOT / "data" / "sources" / "public-record"
SHIPPED = ROOT / "data" / "snapshots" / "public-record"
PUBLISH = "python -m dashboard publish data/sources/public-record --collection public-record --as-of 2026-11-22"
DOCTOR = "python -m dashboard doctor"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty store that the pages read; the shipped one again afterwards."""
    monkeypatch.setenv("DASHBOARD_STORE", str(tmp_path / "store"))
    warehouse.shared.cache_clear()
    yield tmp_path / "store"
    monkeypatch.undo()
    warehouse.shared.cache_clear()


@pytest.fixture
def shipped(store: Path) -> Path:
    """The store with a copy of the public record, as shipped."""
    shutil.copytree(SHIPPED, store / "public-record")
    return store


def next_edition(store: Path, folder: Path) -> None:
    """Publish the shipped sources again without one partnership, with its members and whatever names it."""
    shutil.copytree(SOURCES, folder / "sources" / "public-record")
    shutil.copytree(ROOT / "data" / "reference", folder / "reference")
    gone = ""
    for name in ("partnerships", "partnership_members", "impact_evidence", "tne_programmes", "tne_enrolments"):
        path = folder / "sources" / "public-record" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
        if name == "partnerships":
            gone = next(row["partnership_id"] for row in rows if row["status"] != "planned" and row["country"] == "PAK")
        kept = [row for row in rows if row.get("partnership_id") != gone]
        with path.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, list(rows[0]))
            writer.writeheader()
            writer.writerows(kept)
    words = ["publish", str(folder / "sources" / "public-record"), "--store", str(store)]
    assert run([*words, "--collection", "public-record", "--as-of", "2026-12-31"]) == 0


def finding(reader: Reader) -> str:
    return reader.panel("overview/base").words("finding")


def test_a_fixed_link_keeps_its_numbers_and_says_what_is_newer(shipped: Path, tmp_path: Path) -> None:
    fixed = {"snapshot": "public-record@1", "country": "PAK"}
    before = finding(Reader("overview", fixed))
    next_edition(shipped, tmp_path)
    pinned = Reader("overview", fixed)
    assert finding(pinned) == before
    assert pinned.address() == {"snapshot": ["public-record@1"], "country": ["PAK"]}
    assert [each.value for each in pinned.app.info] == [
        "This is a fixed link: it shows the data as of 22 Nov 2026. Newer data exist, as of 31 Dec 2026."
    ]
    assert "edition 1, as of 22 Nov 2026" in pinned.text()
    latest = Reader("overview", {"country": "PAK"})
    assert finding(latest) != before
    assert not latest.app.info
    assert "edition 2, as of 31 Dec 2026" in latest.text()
    next(button for button in pinned.app.button if button.label == "Show the latest").click().run()
    assert finding(pinned) == finding(latest)
    assert not pinned.app.info
    assert pinned.address()["country"] == ["PAK"]


def test_a_session_that_is_open_follows_the_latest_at_its_next_step(shipped: Path, tmp_path: Path) -> None:
    reader = Reader()
    before = finding(reader)
    next_edition(shipped, tmp_path)
    reader.go({})
    reader.app.run()
    assert finding(reader) != before
    assert "edition 2" in reader.text()


def test_a_fixed_link_to_what_never_was_shows_the_latest_and_says_so(shipped: Path) -> None:
    reader = Reader("overview", {"snapshot": "public-record@77"})
    assert not reader.app.exception
    assert "the data that it was fixed to is no longer here" in reader.app.warning[0].value
    assert finding(reader)
    elsewhere = Reader("overview", {"snapshot": "another@1"})
    assert "names data that is not here" in elsewhere.app.warning[0].value
    assert finding(elsewhere)


def emptied(store: Path) -> None:
    shutil.rmtree(store / "public-record")


def half_written(store: Path) -> None:
    (store / "public-record" / "CURRENT").unlink()
    (store / "public-record" / "1").rename(store / "public-record" / ".tmp-1-abc")
    (store / "public-record" / ".tmp-1-abc" / "manifest.json").unlink()


def without_manifest(store: Path) -> None:
    (store / "public-record" / "1" / "manifest.json").unlink()


def of_another_version(store: Path) -> None:
    path = store / "public-record" / "1" / "manifest.json"
    manifest = {**json.loads(path.read_text(encoding="utf-8")), "schema_version": 99}
    path.unlink()
    path.write_text(json.dumps(manifest), encoding="utf-8")
    pointer = {"seq": 1, "manifest_sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    (store / "public-record" / "CURRENT").unlink()
    (store / "public-record" / "CURRENT").write_text(json.dumps(pointer), encoding="utf-8")


def flipped(store: Path) -> None:
    path = store / "public-record" / "1" / "partnerships.parquet"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.unlink()
    path.write_bytes(content)


def cut(store: Path) -> None:
    path = store / "public-record" / "1" / "claims.parquet"
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content[:100])


def pointing_nowhere(store: Path) -> None:
    path = store / "public-record" / "CURRENT"
    path.unlink()
    path.write_text("{}", encoding="utf-8")
    shutil.rmtree(store / "public-record" / "1")


DAMAGE = {
    emptied: "No data has been published",
    half_written: "No data has been published",
    without_manifest: "manifest.json is missing",
    of_another_version: "its schema version is 99 and this program reads 1",
    flipped: "partnerships.parquet is damaged",
    cut: "claims.parquet is damaged",
    pointing_nowhere: "it is not what a publication writes",
}


@pytest.mark.parametrize(("damage", "reason"), DAMAGE.items(), ids=[damage.__name__ for damage in DAMAGE])
@pytest.mark.parametrize("page", ["overview", "map"])
def test_nothing_to_show_is_a_plain_page_that_names_the_command(
    shipped: Path, damage: Callable[[Path], None], reason: str, page: str
) -> None:
    damage(shipped)
    reader = Reader(page, {"country": "PAK"})
    assert not reader.app.exception
    assert [each.value for each in reader.app.title] == ["There is no data to show yet"]
    assert [each.value for each in reader.app.code] == [PUBLISH, DOCTOR]
    assert reason in reader.text()
    assert "Traceback" not in reader.text()


@pytest.mark.parametrize("damage", [emptied, flipped, without_manifest], ids=lambda damage: damage.__name__)
def test_what_is_lost_while_open_goes_on_being_shown(shipped: Path, damage: Callable[[Path], None]) -> None:
    reader = Reader("overview")
    before = finding(reader)
    damage(shipped)
    reader.filter("country").set_value(["BGD"]).run()
    assert not reader.app.exception
    assert "with Bangladesh" in finding(reader)
    assert any("The data already loaded is shown." in each.value for each in reader.app.warning)
    another = Reader("overview")
    assert finding(another) == before


def test_a_damaged_newer_edition_gives_way_to_the_whole_one_before(shipped: Path, tmp_path: Path) -> None:
    before = finding(Reader())
    next_edition(shipped, tmp_path)
    path = shipped / "public-record" / "2" / "partnerships.parquet"
    path.unlink()
    path.write_bytes(b"PAR1")
    reader = Reader()
    assert not reader.app.exception
    assert finding(reader) == before
    assert any("is damaged" in each.value for each in reader.app.warning)


def test_another_collection_is_one_click_away_and_says_what_it_is(shipped: Path, tmp_path: Path) -> None:
    settings = making.SETTINGS.replace('kind = "record"', 'kind = "demonstration"')
    settings = settings.replace('audience = "internal"', 'audience = "made_up"')
    source = making.write(tmp_path / "tiny", settings=settings)
    assert making.publish(source, shipped) == 0
    reader = Reader("partnerships", {"country": "PAK"})
    assert "Public record" in reader.text()
    link = next(each for each in reader.app.get("page_link") if "demonstration" in each.proto.label)
    assert link.proto.query_string == "snapshot=tiny&country=PAK"
    shown = Reader("partnerships", {"snapshot": "tiny", "country": "PAK"})
    assert "made-up data" in shown.text()
    assert "figure has a source" not in shown.text()
    assert shown.panel("partnerships/by_subject").words("caption").startswith("Made-up data. ")
    assert any("See the public record" in each.proto.label for each in shown.app.get("page_link"))


def test_a_small_collection_of_ones_own_is_shown_whole(store: Path, tmp_path: Path) -> None:
    assert making.publish(making.write(tmp_path / "tiny"), store) == 0
    for page in ("overview", "partnerships", "map", "leadership", "about"):
        reader = Reader(page)
        assert not reader.app.exception
        assert not reader.app.error
        assert not reader.app.warning
        assert "Tiny" in reader.text()
