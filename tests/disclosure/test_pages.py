"""The pages of a programme: no training of one institution, no names of those not reached, unless that was decided."""

from collections.abc import Iterator

import pytest

from dashboard import warehouse
from dashboard.filters import Filters
from tests.asking import Data
from tests.disclosure import programme
from tests.disclosure.cells import answer, asked
from tests.reader import Panel, Reader

TABLES = ("leadership_attendance", "leadership_posts")


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The pages read the tests' own store; the shipped one again afterwards."""
    monkeypatch.setenv("DASHBOARD_STORE", str(programme.shelf()))
    warehouse.shared.cache_clear()
    yield
    monkeypatch.undo()
    warehouse.shared.cache_clear()


def named() -> Data:
    """Return the programme whose owner decided that institutions may be named."""
    return programme.publish("named", programme.settings("programme", named=True))


def trained_somebody(data: Data) -> str:
    """Return an institution that sent somebody to a course."""
    found: str = data.rows("institution/training")[0]["institution_id"]
    return found


def unreached(data: Data) -> set[str]:
    """Return the names of the institutions from which nobody was on a course."""
    return {row["name"] for row in data.rows("leadership/not_reached")}


def words(collection: str, page: str, **address: str) -> str:
    reader = opened(collection, page, **address)
    assert not reader.app.exception
    return reader.open("more").text()


def opened(collection: str, page: str, **address: str) -> Reader:
    return Reader(page, {"snapshot": collection}).go({"snapshot": collection, **address})


def said_of(panel: Panel) -> str:
    """Return all that a panel's elements hold."""
    return " ".join(str(getattr(each, "value", "")) for each in panel.elements)


def test_the_profile_of_an_institution_shows_no_training(store: None) -> None:
    institution = trained_somebody(programme.true())
    courses = {row["name"] for row in programme.true().rows("institution/training", institution=[institution])}
    assert programme.guarded().rows("institution/training", institution=[institution]) == []
    said = words("guarded", "institution", institution=institution)
    assert programme.guarded().rows("institution/profile", institution=[institution])[0]["name"] in said
    assert not [name for name in courses if name in said]
    shown = said_of(opened("twin", "institution", institution=institution).panel("institution/training"))
    assert [name for name in courses if name in shown]


def test_institutions_not_reached_are_named_only_once_that_was_decided(store: None) -> None:
    without = unreached(programme.true())
    assert without
    assert unreached(programme.guarded()) == set()
    assert unreached(named()) == without
    said = words("guarded", "leadership")
    assert "fewer than 10" in said
    assert not [name for name in without if name in said]
    assert [name for name in without if name in words("named", "leadership")]


def test_only_those_without_any_participant_at_all_are_named() -> None:
    cursor = programme.true().warehouse._connection(programme.true().snapshot).cursor()
    sent = cursor.sql(
        "select distinct institutions.name from leadership_attendance join institutions using (institution_id)"
        " join held_courses using (event_id)"
    ).fetchall()
    assert not {name for (name,) in sent} & unreached(named())


def test_no_pseudonym_is_in_any_answer() -> None:
    keys = {row["holder_key"] for table in TABLES for row in programme.source()[0][table]} - {None}
    assert len(keys) > 1000
    for data in (programme.guarded(), programme.true()):
        for question in asked(data):
            told = {str(value) for row in answer(data, question, Filters()) for value in row.values()}
            assert not told & keys, question.id
            assert not [text for text in told if any(part in keys for part in text.replace("'", " ").split())]
