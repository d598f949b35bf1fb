"""Survival: a published textbook set, and a product-limit estimate written again from its words."""

import math
from itertools import pairwise

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods import METHODS, kaplan_meier

pytestmark = pytest.mark.filterwarnings("ignore:The confidence interval is undefined")

Life = tuple[float, bool]

REMISSION: list[Life] = [
    *((weeks, True) for weeks in (6, 6, 6, 7, 10, 13, 16, 22, 23)),
    *((weeks, False) for weeks in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)),
]
"""Weeks of remission under 6-mercaptopurine (Freireich and others, Blood 21, 1963), relapsed or still in remission."""


def curve(lives: list[Life], country: str = "PAK") -> list[dict[str, float]]:
    table = pa.table(
        {
            "country": pa.array([country] * len(lives), pa.string()),
            "years_after": pa.array([length for length, _ in lives], pa.float64()),
            "is_ended": pa.array([ended for _, ended in lives], pa.bool_()),
        }
    )
    return kaplan_meier(table).to_pylist()


def test_the_textbook_set_gives_the_published_curve() -> None:
    rows = curve(REMISSION)
    # Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, and every textbook since
    published = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    at_risk = {6: 21, 7: 17, 10: 15, 13: 12, 16: 11, 22: 7, 23: 6}
    steps = [row for row in rows if row["years_after"] in published]
    assert {row["years_after"]: round(row["share"] / 100, 3) for row in steps} == published
    assert {row["years_after"]: row["at_risk"] for row in steps} == at_risk
    assert (rows[0]["years_after"], rows[0]["share"], rows[0]["at_risk"]) == (0, 100, 21)
    assert (rows[-1]["years_after"], round(rows[-1]["share"], 1), rows[-1]["at_risk"]) == (35, 44.8, 1)
    # log(-log) band at six weeks, as R's survfit(conf.type = "log-log") prints it
    assert [round(steps[0][name] / 100, 3) for name in ("low", "high")] == [0.620, 0.952]


def test_the_median_is_the_published_one() -> None:
    assert next(row["years_after"] for row in curve(REMISSION) if row["share"] <= 50) == 23


def product_limit(lives: list[Life]) -> dict[float, float]:
    """Return the share that still runs after each length at which some ended."""
    running, shares = 1.0, {}
    for length in sorted({length for length, ended in lives if ended}):
        observed = sum(each >= length for each, _ in lives)
        gone = sum(each == length and ended for each, ended in lives)
        running *= 1 - gone / observed
        shares[length] = running
    return shares


lengths = st.integers(1, 40).map(lambda quarters: quarters / 4)


@given(st.lists(st.tuples(lengths, st.booleans()), min_size=1, max_size=30))
def test_the_curve_is_the_product_limit(lives: list[Life]) -> None:
    rows, shares = curve(lives), product_limit(lives)
    steps = {row["years_after"]: row["share"] / 100 for row in rows}
    assert all(math.isclose(steps[length], share, abs_tol=1e-9) for length, share in shares.items())
    assert set(steps) == {0.0, *shares, max(length for length, _ in lives)}
    for row in rows[1:]:
        assert row["at_risk"] == sum(length >= row["years_after"] for length, _ in lives)
    assert all(before["share"] >= after["share"] for before, after in pairwise(rows))
    for row in rows:
        if row["low"] is not None and row["high"] is not None:
            assert row["low"] <= row["share"] + 1e-9
            assert row["share"] <= row["high"] + 1e-9


def test_countries_have_curves_of_their_own_and_nothing_gives_nothing() -> None:
    both = pa.concat_tables(
        [
            pa.table({"country": [country], "years_after": [length], "is_ended": [ended]})
            for country, length, ended in (("PAK", 2.0, True), ("BGD", 3.0, False))
        ]
    )
    rows = METHODS["kaplan_meier"](both).to_pylist()
    assert [(row["country"], row["years_after"], row["share"], row["at_risk"]) for row in rows] == [
        ("PAK", 0, 100, 1),
        ("PAK", 2, 0, 1),
        ("BGD", 0, 100, 1),
        ("BGD", 3, 100, 1),
    ]
    assert kaplan_meier(both.slice(0, 0)).num_rows == 0


@pytest.mark.parametrize("name", METHODS)
def test_each_calculation_says_what_it_returns(name: str) -> None:
    assert "Return" in (METHODS[name].__doc__ or "")
