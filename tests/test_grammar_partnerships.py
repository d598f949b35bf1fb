"""What becomes of partnerships, in SQL against the naive second time, on worlds that nobody chose."""

from collections.abc import Callable
from datetime import date
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import catalogue
from tests.asking import Data, demonstration, world
from tests.generated import KINDS, World, filters, opened, worlds
from tests.naive_partnerships import Lifetimes

unhurried = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def rows(connection: duckdb.DuckDBPyConnection, question_id: str, asked: dict[str, Any]) -> list[dict[str, Any]]:
    """Ask a question of the catalogue on a world that was made."""
    question = catalogue.question(question_id)
    bound = {name: asked[name] for name in question.params}
    found: list[dict[str, Any]] = connection.sql(question.sql, params=bound).to_arrow_table().to_pylist()
    return found


@unhurried
@given(made=worlds(), kind=st.sampled_from(KINDS), as_of=st.dates(date(2008, 1, 1), date(2014, 1, 1)), data=st.data())
def test_sql_and_python_agree(made: World, kind: str, as_of: date, data: st.DataObject) -> None:
    connection, naive = opened(made, kind, as_of, grammar=("macros", "lifetimes")), Lifetimes(made, kind, as_of)
    for asked in data.draw(st.lists(filters, min_size=3, max_size=3)):
        found = rows(connection, "partnerships/active_by_year", asked)
        assert {r["year"]: (r["partnership_ids"], r["started"], r["ended"]) for r in found} == naive.stock(asked)
        assert all(row["partnerships"] == len(row["partnership_ids"]) for row in found)
        found = rows(connection, "partnerships/sustained_by_country_strand", asked)
        assert {
            (r["country"], r["strand"]): (r["partnership_ids"], r["funding_ended"]) for r in found
        } == naive.sustained(asked)
        assert all(row["sustained"] == len(row["partnership_ids"]) <= row["funding_ended"] for row in found)
        found = rows(connection, "partnerships/renewed_by_country", asked)
        assert {
            r["country"]: (r["partnership_ids"], r["awards_ended"], r["chains"]) for r in found
        } == naive.renewed_awards(asked)
        found = rows(connection, "partnerships/running_after_years", asked)
        assert {
            r["years_after"]: (r["partnership_ids"], r["observed"], r["not_known"]) for r in found
        } == naive.running_after(asked)
    connection.close()


@pytest.mark.parametrize("data", [world, demonstration], ids=["world", "demonstration"])
@pytest.mark.parametrize("chosen", [{}, {"country": ["BGD"]}, {"programme": ["inspire"]}], ids=str)
def test_headlines_are_the_numbers_of_the_pages(data: Callable[[], Data], chosen: dict[str, Any]) -> None:
    for year in (2010, 2013, data().snapshot.as_of.year):
        asked = {**chosen, "years": [year, year]}
        told = {row["headline"]: row for row in data().rows("compare/headlines", **asked)}
        pages = {
            name: data().rows(f"partnerships/{name}", **asked)
            for name in ("active_by_year", "sustained_by_country_strand", "by_uk_institution", "by_partner_institution")
        }
        sustained, ended = (
            sum(row[column] for row in pages["sustained_by_country_strand"])
            for column in ("sustained", "funding_ended")
        )
        # a year in which nobody was active has no row on the page
        assert told["partnerships_active"]["value"] == sum(row["partnerships"] for row in pages["active_by_year"])
        assert told["uk_institutions"]["value"] == len(pages["by_uk_institution"])
        assert told["partner_institutions"]["value"] == len(pages["by_partner_institution"])
        assert told["sustained"]["words"] == f"{sustained} of {ended}"
        tiles = {row["headline"]: row for row in data().rows("overview/standing", **asked)}
        shared = tiles.keys() & told.keys()
        assert {name: tiles[name]["amount"] for name in shared} == {name: told[name]["value"] for name in shared}
