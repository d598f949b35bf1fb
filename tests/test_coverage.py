"""Leadership coverage: the SQL against a second, naive implementation, and what must hold of it whatever the data."""

from datetime import date
from itertools import pairwise
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.filters import CLOSED
from dashboard.warehouse import STORE, Warehouse
from tests.asking import Data, world
from tests.generated import World, opened
from tests.naive_coverage import WORDING, Asked, NaiveCoverage

ROLES = CLOSED["role_group"]
CELLS = [*((code, role) for code in "CDF" for role in ROLES), ("E", "all"), ("G", "all")]
CELLS += [(code, role) for code in "AB" for role in ROLES if role != "commission_official"]
SCOPES = {
    "all": frozenset({"public", "private", "other"}), "public": frozenset({"public"}),
    "private": frozenset({"private"}), "other+public": frozenset({"other", "public"}),
}  # fmt: skip
FROM_SQL = """
select measure, role_group, n_low, n_high, of, vacant, not_known from coverage
where day = $day and country = $country and scope = $scope and qualifying = $qualifying
"""
GRAMMAR = ("macros", "coverage")
unhurried = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])

partial_dates = st.one_of(
    st.integers(2008, 2014).map(str),
    st.builds("{}-{:02}".format, st.integers(2008, 2014), st.integers(1, 12)),
    st.dates(date(2008, 1, 1), date(2014, 12, 31)).map(date.isoformat),
)
maybe_dates = st.none() | partial_dates
FAMILIES = (("inspire", "Courses"), ("other", "Courses of the commission"), ("other", "With the British Council"))


WHERE = st.tuples(st.sampled_from(("i0", "i0", "i1", "i2", "i3", "i4")), st.sampled_from((*ROLES, *ROLES[:1] * 4)))
KEYS = st.sampled_from((None, "h1", "h2", "h3"))


@st.composite
def listed(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw institutions on and off the commission's list."""
    return [
        {
            "institution_id": f"i{number}",
            "country": country,
            "kind": draw(st.sampled_from(("university", "university", "college", "government"))),
            "sector": draw(st.sampled_from((None, "public", "private"))),
            "recognised_from": draw(maybe_dates),
            "recognised_to": draw(st.none() | st.none() | partial_dates),
        }
        for number, country in enumerate(("PAK", "PAK", "PAK", "BGD", "UZB"))
    ]


@st.composite
def courses(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw courses, held and planned, with and without a British Council part."""
    return [
        {
            "event_id": f"e{number}",
            "programme_id": f"f{draw(st.integers(0, 2))}",
            "status": draw(st.sampled_from(("held", "held", "planned"))),
            "host": draw(st.sampled_from((None, "The British Council"))),
            "country": draw(st.sampled_from((None, "PAK", "GBR"))),
            "start_date": draw(maybe_dates),
            "end_date": draw(maybe_dates),
        }
        for number in range(draw(st.integers(1, 4)))
    ]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw institutions and courses, posts that change hands, and places taken by some of those who held them."""
    homes = st.sampled_from(("PAK", "BGD", None))
    events = draw(courses())
    posts = [
        {
            "institution_id": place, "role_group": role, "holder_key": key,
            "state": draw(st.sampled_from(("filled", "filled", "acting", "vacant", "not_known"))),
            "from_date": draw(maybe_dates), "to_date": draw(maybe_dates),
        }
        for (place, role), key in draw(st.lists(st.tuples(WHERE, KEYS), max_size=10))
    ]  # fmt: skip
    attendance = [
        {
            "event_id": draw(st.sampled_from(events))["event_id"], "institution_id": place, "role_group": role,
            "holder_key": key, "attendees": draw(st.integers(0, 2)),
        }
        for (place, role), key in draw(st.lists(st.tuples(WHERE, KEYS), max_size=8))
    ]  # fmt: skip
    return {
        "institutions": draw(listed()),
        "programmes": [
            {"programme_id": f"f{number}", "family": family, "name": name, "country": draw(homes)}
            for number, (family, name) in enumerate(FAMILIES)
        ],
        "leadership_events": events,
        "leadership_posts": posts,
        "leadership_attendance": attendance,
    }


def compare(connection: duckdb.DuckDBPyConnection, naive: NaiveCoverage, asked: Asked, scope: str) -> None:
    """Hold every measure of one day, country, scope and way to count against the naive one."""
    qualifying = "all" if asked.every_course else "british_council"
    bound = {"day": asked.day, "country": asked.country, "scope": scope, "qualifying": qualifying}
    found = {(code, role): tuple(rest) for code, role, *rest in connection.execute(FROM_SQL, bound).fetchall()}
    wanted = {}
    for code, role in CELLS:
        unfilled: tuple[int | None, ...] = (None, None)
        if code in "DE":
            parts = [naive.unfilled(asked, each) for each in (WORDING if code == "E" else (role,))]
            unfilled = tuple(map(sum, zip(*parts, strict=True)))
        wanted[code, role] = (*naive.measure(code, asked, role), *unfilled)
    assert found == wanted


@unhurried
@given(tables=worlds(), as_of=st.dates(date(2010, 6, 1), date(2013, 12, 31)), data=st.data())
def test_sql_and_python_agree_on_worlds_that_nobody_chose(tables: World, as_of: date, data: st.DataObject) -> None:
    connection, naive = opened(tables, "demonstration", as_of, grammar=GRAMMAR), NaiveCoverage(tables, as_of)
    countries = {
        row["country"]
        for row in tables["institutions"]
        if row["country"] != "UZB" and (row["recognised_from"] or row["kind"] == "university")
    }
    for day in sorted({as_of, *(date(year, 12, 31) for year in range(2010, as_of.year))}):
        for country in sorted(countries):
            scope = data.draw(st.sampled_from(sorted(SCOPES)))
            compare(connection, naive, Asked(day, country, SCOPES[scope], data.draw(st.booleans())), scope)
    connection.close()


def demonstration() -> Data:
    warehouse = Warehouse(STORE)
    return Data(warehouse, warehouse.serve("demonstration").snapshot)


@pytest.mark.parametrize("data", [world, demonstration], ids=["world", "demonstration"])
def test_sql_and_python_agree(data: Any) -> None:
    asked: Data = data()
    connection = asked.warehouse._connection(asked.snapshot).cursor()
    tables = {name: table.to_pylist() for name, table in asked.snapshot.tables().items()}
    naive = NaiveCoverage(tables, asked.snapshot.as_of)
    for day in (date(2012, 12, 31), date(2016, 12, 31), asked.snapshot.as_of):
        for country in ("PAK", "BGD"):
            for scope, every_course in (("all", False), ("private", True)):
                compare(connection, naive, Asked(day, country, SCOPES[scope], every_course), scope)


IN_ORDER = """
select measure, list((n_low, n_high, of) order by day)
from coverage
group by measure, country, role_group, scope, qualifying
"""


@pytest.mark.parametrize("data", [world, demonstration], ids=["world", "demonstration"])
def test_no_more_are_trained_than_there_are_and_nobody_is_trained_less_later(data: Any) -> None:
    connection = data().warehouse._connection(data().snapshot).cursor()
    for measure, counts in connection.execute(IN_ORDER).fetchall():
        assert all(0 <= low <= high <= of for low, high, of in counts)
        if measure == "C":
            assert all(before[0] <= after[0] and before[2] <= after[2] for before, after in pairwise(counts))


SHOWN = """
select day, n_of_n
from shown_coverage([], [], 'british_council')
where measure = 'D' and role_group = 'vice_chancellor'
"""


@pytest.mark.parametrize(("posts", "today"), [(23, "0 of 23"), (19, "0 of about 20")])
def test_a_released_figure_is_exact_today_where_its_base_allows(posts: int, today: str) -> None:
    names = [f"i{number}" for number in range(posts)]
    tables = {
        "institutions": [{"institution_id": name, "country": "PAK", "kind": "university"} for name in names],
        "leadership_posts": [
            {"institution_id": name, "role_group": "vice_chancellor", "state": "filled", "holder_key": name}
            for name in names
        ],
    }
    as_of = date(2012, 6, 30)
    connection = opened(tables, "programme", as_of, [("D", "PAK", "vice_chancellor")], GRAMMAR)
    said = dict(connection.execute(SHOWN).fetchall())
    assert said.pop(as_of) == today
    assert set(said.values()) == {f"0 of about {5 * round(posts / 5)}"}
    connection.close()


EXACT = """
select measure, role_group from coverage where exact order by measure, role_group
"""
PARTS = [("D", "PAK", role) for role in WORDING]
ALL = ("E", "PAK", "all")


@pytest.mark.parametrize(
    ("released", "exact"),
    [
        ([ALL], [("E", "all")]),
        ([ALL, *PARTS], [("D", "registrar"), ("D", "vice_chancellor")]),
        ([ALL, PARTS[0]], [("D", "vice_chancellor")]),
        ([("A", "PAK", WORDING[0]), ("B", "PAK", WORDING[0])], [("A", "vice_chancellor")]),
        ([("B", "PAK", WORDING[0])], [("B", "vice_chancellor")]),
    ],
)
def test_released_figures_give_no_smaller_one_by_subtraction(
    released: list[tuple[str, str, str]], exact: list[tuple[str, str]]
) -> None:
    names = [f"i{number}" for number in range(21)]
    post = {"state": "filled", "from_date": "2009"}
    tables: World = {
        "institutions": [{"institution_id": name, "country": "PAK", "kind": "university"} for name in names],
        "programmes": [{"programme_id": "f", "family": "inspire", "name": "Courses", "country": "PAK"}],
        "leadership_events": [
            {"event_id": "e", "programme_id": "f", "status": "held", "country": "PAK", "start_date": "2010"}
        ],
        "leadership_posts": [
            post | {"institution_id": name, "role_group": role, "holder_key": f"{role}-{name}"}
            for name in names
            for role in WORDING
            if role != "commission_official" or name == "i0"  # so few officials that their own figure is not exact
        ],
        "leadership_attendance": [
            {"event_id": "e", "institution_id": "i1", "role_group": WORDING[0], "holder_key": "h", "attendees": 1}
        ],
    }
    connection = opened(tables, "programme", date(2012, 6, 30), released, GRAMMAR)
    assert connection.execute(EXACT).fetchall() == exact
    connection.close()


SAID = "select between_words($low, $high, $of, false)"


@pytest.mark.parametrize(
    ("low", "high", "of", "open_words", "guarded_words"),
    [
        (51, 63, 92, "between 51 and 63 of 92", "between about 50 and about 65 of about 90"),
        (90, 90, 92, "90 of 92", "about 90 of about 90"),
        (90, 91, 92, "between 90 and 91 of 92", "about 90 of about 90"),
        (3, 12, 41, "between 3 and 12 of 41", "up to about 10 of about 40"),
        (3, 6, 41, "between 3 and 6 of 41", "fewer than 10 of about 40"),
        (0, 0, 0, "nobody eligible on this date", "nobody eligible on this date"),
    ],
)
def test_ranges_are_said_as_people_say_them(low: int, high: int, of: int, open_words: str, guarded_words: str) -> None:
    for kind, words in (("demonstration", open_words), ("programme", guarded_words)):
        connection = opened({}, kind, date(2012, 6, 30), grammar=GRAMMAR)
        assert connection.execute(SAID, {"low": low, "high": high, "of": of}).fetchall() == [(words,)]
        connection.close()
