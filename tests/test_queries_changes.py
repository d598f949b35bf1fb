"""What changed since the last data, asked of a second edition of the tiny world."""

import shutil
from pathlib import Path

from dashboard.__main__ import run
from dashboard.filters import Filters
from dashboard.warehouse import Warehouse
from tests.asking import WORLD


def publish(folder: Path, store: Path) -> None:
    words = ["publish", str(folder), "--collection", "world", "--as-of", "2024-06-30", "--store", str(store)]
    assert run(words) == 0


def test_an_added_a_removed_and_a_changed_row_are_told_with_their_cells(tmp_path: Path) -> None:
    folder, store = tmp_path / "world", tmp_path / "store"
    shutil.copytree(WORLD, folder)
    publish(folder, store)
    partnerships = folder / "partnerships.csv"
    text = partnerships.read_text(encoding="utf-8")
    partnerships.write_text(text.replace("Salt and health", "Salt sugar and health"), encoding="utf-8")
    events = folder / "leadership_events.csv"
    rows = [row for row in events.read_text(encoding="utf-8").splitlines() if not row.startswith("e5,")]
    rows.append(
        "e9,gate,Course of the new edition,mixed,2024,,Leeds,GBR,53.8,-1.5,,,,held,7,,https://example.org/e9,high"
    )
    events.write_text("\n".join(rows) + "\n", encoding="utf-8")
    publish(folder, store)

    warehouse = Warehouse(store)
    first, second = (warehouse.serve("world", seq).snapshot for seq in (1, 2))
    assert warehouse.answer("changes/rows", Filters(), first).rows == []
    told = warehouse.answer("changes/rows", Filters(), second).rows
    assert {(row["table_name"], row["kind"], row["row_id"]) for row in told} == {
        ("leadership_events", "added", "e9"),
        ("leadership_events", "removed", "e5"),
        ("partnerships", "renamed", "p11"),
    }
    renamed = [row for row in told if row["kind"] == "renamed"]
    assert [(row["column_names"], row["before"], row["after"]) for row in renamed] == [
        (["title"], ["Salt and health"], ["Salt sugar and health"])
    ]
    counted = [
        sum(row["country"] == "PAK" for row in warehouse.answer("leadership/events", Filters(), edition).rows)
        for edition in (first, second)
    ]
    assert counted == [4, 5]
