"""Two on one scale: both sides asked the same, in one frame; what cannot be compared said in words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard import catalogue, warehouse
from dashboard.filters import Filters
from tests.asking import record, world
from tests.editions import publish_two
from tests.reader import Reader

PANELS = ("compare/found", "compare/known_by_year", "compare/by_subject", "compare/by_strand")
_sessions: dict[str, Reader] = {}


def opened(address: dict[str, Any]) -> Reader:
    """Return the page at an address, in one session."""
    if "compare" not in _sessions:
        _sessions["compare"] = Reader("compare")
    return _sessions["compare"].go(address)


def test_both_answers_stand_in_one_frame_under_their_names() -> None:
    data = world()
    pakistan, bangladesh = Filters(country=("PAK",)), Filters(country=("BGD",))
    for question_id in (name for name in catalogue.questions() if name.startswith("compare/")):
        stacked = data.warehouse.contrast(
            question_id, [("PAK", pakistan, data.snapshot), ("BGD", bangladesh, data.snapshot)]
        )
        one, other = (data.rows(question_id, country=[code]) for code in ("PAK", "BGD"))
        assert stacked.rows == [{**row, "side": "PAK"} for row in one] + [{**row, "side": "BGD"} for row in other]
        assert stacked.table.column_names == list(catalogue.question(question_id).columns)


@pytest.mark.parametrize(
    "address",
    [
        {},
        {"compare": "programme", "sides": ["inspire", "agreements"]},
        {"compare": "institution", "sides": ["university-of-leeds", "university-of-dhaka"]},
        {"compare": "programme", "sides": ["links", "gateway"], "country": "PAK", "years": ["2000", "2026"]},
    ],
    ids=str,
)
def test_the_page_is_whole_for_every_sort_of_sides(address: dict[str, Any]) -> None:
    reader = opened(address)
    assert not reader.app.exception
    assert not reader.app.warning
    for name in PANELS:
        panel = reader.panel(name)
        assert panel.drawn()
        assert " beside " in panel.words("caption")
        assert catalogue.question(name).caveat in panel.words("caption")
    assert reader.address() == {key: [each] if isinstance(each, str) else each for key, each in address.items()}


def test_the_numbers_are_those_of_the_pages_of_each_side() -> None:
    text = " ".join(opened({}).panel("compare/found").words("paired").split())
    pakistan, bangladesh = (record().rows("partnerships/list", country=[code]) for code in ("PAK", "BGD"))
    assert f"Partnerships Pakistan: {len(pakistan)} Bangladesh: {len(bangladesh)}" in text


def test_two_institutions_are_compared_by_whom_they_are_linked_with_and_not_by_themselves() -> None:
    one, other = "university-of-leeds", "university-of-dhaka"
    text = " ".join(
        opened({"compare": "institution", "sides": [one, other]}).panel("compare/found").words("paired").split()
    )
    links = record().rows("map/links")
    partners = len({row["to_id"] for row in links if row["from_id"] == one})
    in_uk = len({row["from_id"] for row in links if row["to_id"] == other})
    assert (
        f"Institutions that it is linked with University of Leeds: {partners} University of Dhaka: {in_uk} "
        in f"{text} "
    )
    assert "UK institutions linked" not in text
    assert "Partner institutions linked" not in text


def test_a_filter_of_the_compared_sort_does_not_narrow_its_own_sides() -> None:
    free = opened({}).panel("compare/found").words("paired")
    assert opened({"country": "PAK"}).panel("compare/found").words("paired") == free


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ({"sides": ["PAK", "PAK"]}, "The same is chosen twice."),
        ({"sides": ["PAK", "ATA"]}, "Choose two countries."),
        ({"sides": ["PAK"]}, "Choose two countries."),
        ({"compare": "institution"}, "Choose two institutions."),
        ({"compare": "institution", "sides": ["university-of-leeds", "nobody"]}, "Choose two institutions."),
        ({"compare": "edition"}, "published once, so there is no other date to compare it with"),
    ],
    ids=str,
)
def test_what_cannot_be_compared_is_said_in_words(address: dict[str, Any], words: str) -> None:
    reader = opened(address)
    assert not reader.app.exception
    assert words in reader.text()
    assert reader.block("panel-compare-found") is None


def test_choosing_sorts_and_sides_is_the_address() -> None:
    reader = opened({})
    reader.app.get_by_key("compare-kind").set_value("programme").run()
    assert reader.address() == {"compare": ["programme"]}
    reader.app.get_by_key("side-programme-1").set_value("gateway").run()
    assert reader.address() == {"compare": ["programme"], "sides": ["inspire", "gateway"]}
    assert "INSPIRE beside Pak-UK Education Gateway." in reader.panel("compare/by_subject").words("caption")


def test_the_rows_behind_a_dot_are_those_of_its_side() -> None:
    row = record().rows("compare/by_subject", country=["PAK"])[0]
    reader = Reader("compare")
    reader.go({"show": f"compare/by_subject~PAK~{row['subject']}"})
    assert not reader.app.warning
    behind = reader.block("behind-compare-by_subject")
    assert behind is not None
    assert f"{row['partnerships']} partnerships behind" in reader.text()


@pytest.fixture(params=["record", "programme"])
def editions(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Two editions of the tiny world in the store that pages read."""
    monkeypatch.setenv("DASHBOARD_STORE", str(publish_two(tmp_path, kind=request.param)))
    warehouse.shared.cache_clear()
    yield request.param
    monkeypatch.undo()
    warehouse.shared.cache_clear()


def test_two_dates_of_the_data_are_two_sides(editions: str) -> None:
    reader = Reader("compare").go({"compare": "edition"})
    assert not reader.app.exception
    caption = reader.panel("compare/by_subject").words("caption")
    assert "30 Jun 2024 (edition 1) beside 31 Dec 2024 (edition 2)." in caption
    if editions == "programme":
        assert reader.panel("compare/headlines").drawn()
    else:
        text = " ".join(reader.panel("compare/found").words("paired").split())
        assert "Partnerships 30 Jun 2024 (edition 1): 11 31 Dec 2024 (edition 2): 12 +1" in text


def test_guarded_headlines_are_not_told_apart_by_programme(editions: str) -> None:
    reader = Reader("compare").go({"compare": "programme", "sides": ["inspire", "gateway"]})
    assert not reader.app.exception
    assert ("This cannot be told apart here" in reader.text()) is (editions == "programme")
    assert reader.panel("compare/by_strand").drawn()
