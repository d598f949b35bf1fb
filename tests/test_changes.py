"""What changed between two editions: counted on paper, told on the page, and nothing about persons under the rule."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard import warehouse
from dashboard.filters import Filters
from dashboard.loading import PERSONS
from dashboard.publish import changes
from dashboard.warehouse import Warehouse
from tests.editions import COLLECTION, publish_two
from tests.reader import Reader

ROWS = [
    ("added", "partnerships", "p15", [], [], []),
    ("added", "partnership_members", "p15 / ash", [], [], []),
    ("added", "partnership_members", "p15 / rice", [], [], []),
    (
        "ended",
        "partnerships",
        "p04",
        ["end_date", "status", "status_as_of"],
        ["", "active", "2024-05"],
        ["2024-09", "completed", "2024-09"],
    ),
    ("status", "partnerships", "p10", ["status", "status_as_of"], ["active", "2022-11"], ["sustained", "2024-11"]),
    ("renamed", "partnerships", "p11", ["title"], ["Salt and health"], ["Salt sugar and health"]),
    ("corrected", "partnerships", "p10", ["subject"], ["Business & management"], ["Education"]),
    ("corrected", "leadership_events", "e8", ["participants"], [""], ["30"]),
    ("removed", "researcher_workshops", "w4", [], [], []),
]
COUNTED = [
    ("partnerships", "added", 1),
    ("partnerships", "ended", 1),
    ("partnerships", "status", 1),
    ("partnerships", "renamed", 1),
    ("partnerships", "corrected", 1),
    ("partnership_members", "added", 2),
    ("leadership_attendance", "added", 1),
    ("leadership_events", "corrected", 1),
    ("researcher_workshops", "removed", 1),
]


@pytest.fixture(scope="module", params=["record", "programme"])
def editions(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The kind of data, and a store with its two editions."""
    return request.param, publish_two(tmp_path_factory.mktemp(request.param), kind=request.param)


@pytest.fixture
def shown(editions: tuple[str, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The two editions as the store that pages read; what kind of data they are."""
    monkeypatch.setenv("DASHBOARD_STORE", str(editions[1]))
    warehouse.shared.cache_clear()
    yield editions[0]
    monkeypatch.undo()
    warehouse.shared.cache_clear()


def told(store: Path, question_id: str, since: int = 1) -> list[dict[str, Any]]:
    asked = Warehouse(store)
    later, earlier = (asked.serve(COLLECTION, seq).snapshot for seq in (2, since))
    return asked.answer(question_id, Filters(), later, since=earlier).rows


def test_each_row_is_told_by_what_became_of_it(editions: tuple[str, Path]) -> None:
    kind, store = editions
    rows = told(store, "changes/rows")
    names = ("kind", "table_name", "row_id", "column_names", "before", "after")
    found = [tuple(row[name] for name in names) for row in rows]
    hidden = ("corrected", "leadership_events", "e8", ["participants"], [""], [""])
    assert found == [hidden if kind == "programme" and row[2] == "e8" else row for row in ROWS]


def test_a_row_that_is_gone_keeps_its_name_and_its_source(editions: tuple[str, Path]) -> None:
    rows = {row["row_id"]: row for row in told(editions[1], "changes/rows")}
    assert (rows["w4"]["title"], rows["w4"]["source_url"]) == ("Field methods", "https://example.org/w4")
    assert rows["p11"]["title"] == "Salt sugar and health"
    assert rows["p15 / rice"]["title"] == "Rice Delta University in Exchange of teachers"


def test_rows_are_counted_by_table_and_those_about_persons_only_where_nobody_is_guarded(
    editions: tuple[str, Path],
) -> None:
    kind, store = editions
    found = [(row["table_name"], row["kind"], row["rows"]) for row in told(store, "changes/by_kind")]
    assert found == [row for row in COUNTED if kind == "record" or row[0] not in PERSONS]
    assert told(store, "changes/by_kind", since=2) == []


def test_the_change_since_the_edition_before_is_what_any_two_tell(editions: tuple[str, Path]) -> None:
    asked = Warehouse(editions[1])
    first, second = (asked.serve(COLLECTION, seq).snapshot for seq in (1, 2))
    for question_id in ("changes/rows", "changes/by_kind"):
        kept, any_two = (asked.answer(question_id, Filters(), second, since=since).rows for since in (None, first))
        for row in any_two:
            if row["kind"] == "removed" and question_id == "changes/rows":
                # Only where two are compared does the earlier one lend a removed row its name.
                row.update(title=row["row_id"], source_url=None)
        assert kept == any_two
        assert asked.answer(question_id, Filters(), first).rows == []


def test_tables_about_persons_are_named_once() -> None:
    assert set(PERSONS) == set(changes.PERSONS)


def test_the_page_tells_headlines_and_rows(shown: str) -> None:
    reader = Reader("changes")
    assert not reader.app.exception
    assert reader.address() == {}
    found = reader.panel("changes/by_kind").words("finding")
    counted = "Four rows are new" if shown == "record" else "Three rows are new"
    rest = "one ended, one moved to another status, one renamed, two corrected otherwise and one no longer there."
    assert found == f"{counted}, {rest}"
    text = reader.text()
    assert "30 Jun 2024 (edition 1)" in text
    if shown == "record":
        numbers = reader.panel("compare/found").words("paired")
        assert "Partnerships 30 Jun 2024 (edition 1): 11 31 Dec 2024 (edition 2): 12 +1" in " ".join(numbers.split())
        assert "Workshops for researchers" in numbers
    else:
        assert "about persons" in text
        assert "counts of people are not shown" in text
        assert "Leadership attendance" not in reader.panel("changes/by_kind").words("rows")
    assert "Status changed (1) Business top-up Status: Active → Sustained" in " ".join(text.split())
    assert "Status as of: Nov 2022 → Nov 2024" in " ".join(text.split())
    for words in ("Salt and health", "Status:", "Active", "Completed", "Exchange of teachers", "Field methods"):
        assert words in text


def test_an_earlier_edition_that_is_none_is_said_in_words(shown: str) -> None:
    reader = Reader("changes").go({"since": "7"})
    assert "is not there, or is not the earlier one" in reader.text()
    assert not reader.app.exception
    first = Reader("changes").go({"snapshot": "world@1"})
    assert "This is the first edition of the data" in first.text()


def test_the_choice_of_editions_is_the_address(shown: str) -> None:
    reader = Reader("changes")
    reader.app.get_by_key("edition-after").set_value("1").run()
    assert reader.address()["snapshot"] == ["world@1"]
    assert not reader.app.exception


def test_one_edition_says_so() -> None:
    reader = Reader("changes")
    assert "published once, so there is nothing to compare it with yet" in reader.text()
    assert not reader.app.exception
