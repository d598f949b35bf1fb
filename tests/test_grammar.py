"""The shared grammar in SQL against a second, naive one in Python, on worlds that nobody chose."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.asking import record, world
from tests.generated import KINDS, World, filters, opened, worlds
from tests.naive import Naive

ORDER = ("country", "programme", "years", "strand", "subject", "uk_group", "sector")
BASE = ", ".join(f"${name}" for name in ORDER)
unhurried = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@unhurried
@given(world=worlds(), kind=st.sampled_from(KINDS), as_of=st.dates(date(2008, 1, 1), date(2014, 1, 1)), data=st.data())
def test_sql_and_python_agree(world: World, kind: str, as_of: date, data: st.DataObject) -> None:
    connection, naive = opened(world, kind, as_of, grammar=("macros",)), Naive(world, kind, as_of)
    lives = "select partnership_id, active_from, active_to, evidenced, known_year from dated_partnerships"
    assert {name: tuple(rest) for name, *rest in connection.execute(lives).fetchall()} == {
        name: (life.first, life.last, life.evidenced, life.known_year) for name, life in naive.lives.items()
    }
    for asked in data.draw(st.lists(filters, min_size=3, max_size=3)):
        counted = connection.execute(f"select partnership_id from counted({BASE})", asked).fetchall()
        assert sorted(name for (name,) in counted) == sorted(naive.counted(asked))
        linked = connection.execute(
            f"select partnership_id, uk_id, partner_id, renewing from links({BASE})", asked
        ).fetchall()
        assert sorted(linked) == sorted((*link, naive.renews(link)) for link in naive.links(asked))
        some = {name: asked[name] for name in ("country", "programme", "years")}
        held = connection.execute("select event_id from courses($country, $programme, $years)", some).fetchall()
        assert sorted(name for (name,) in held) == sorted(naive.courses(asked))
    connection.close()


@pytest.mark.parametrize("data", [world, record], ids=["world", "record"])
def test_no_argument_of_a_macro_bears_the_name_of_a_column(data: Any) -> None:
    connection = data().warehouse._connection(data().snapshot).cursor()
    arguments = {
        name
        for (names,) in connection.execute(
            "select parameters from duckdb_functions() where function_type like '%macro%' and not internal"
        ).fetchall()
        for name in names
    }
    columns = {name for (name,) in connection.execute("select column_name from duckdb_columns()").fetchall()}
    assert len(arguments) > 10
    assert arguments & columns == set()


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("date_in_words(date '2012-05-14', 'day')", "14 May 2012"),
        ("date_in_words(date '2012-05-01', 'month')", "May 2012"),
        ("date_in_words(date '2012-01-01', 'year')", "2012"),
        ("date_in_words(null, null)", None),
        ("qualifier_of('partnerships; stated as ''around''; undated')", "about"),
        ("qualifier_of('people trained; stated as more than')", "over"),
        ("qualifier_of('institutions involved (more than); lower bound')", "over"),
        ("qualifier_of('trained; stated as ''up to''')", "up to"),
        ("qualifier_of('grants of up to fifty million, over three years')", ""),
        ("what_was_counted('institutions involved (more than); lower bound')", "institutions involved"),
        ("reported_when('projects; year inferred from an undated page', date '2014-01-01', 'year')", "about 2014"),
        ("reported_when('projects', null, null)", "undated"),
        ("site_of('https://www.example.org/a/b')", "example.org"),
        ("site_of('inspire-pakistan.txt')", "inspire-pakistan.txt"),
        ("counted_in_words(1, 'award')", "one award"),
        ("counted_in_words(12, 'award')", "12 awards"),
        ("times_in_words(2)", "twice"),
        ("uk_group_of(null)", "none"),
        ("sector_of('international')", "other"),
        ("array_to_string(said_once(['b', 'a', 'b']), ' ')", "b a"),
    ],
)
def test_words_are_made_as_people_say_them(sql: str, said: str | None) -> None:
    connection = world().warehouse._connection(world().snapshot).cursor()
    assert connection.execute(f"select {sql}").fetchall() == [(said,)]
