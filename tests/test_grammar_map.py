"""The map in SQL against a second, naive one in Python: its levels, its places, and what it shows of a year."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.filters import LEVELS
from tests.asking import demonstration, world
from tests.generated import KINDS, World, filters, opened, several, worlds
from tests.naive_map import Mapped
from tests.test_grammar_partnerships import rows

GRAMMAR = ("macros", "map", "strands")
DAY = date(2013, 6, 30)
unhurried = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
choices = st.fixed_dictionaries(
    {
        "level": st.sampled_from(LEVELS),
        "year": st.sampled_from((0, 0, *range(2003, 2014))),
        "institution": several([f"i{number}" for number in range(8)]),
    }
)
NOTHING = {
    name: [] for name in ("country", "programme", "years", "strand", "subject", "uk_group", "sector", "institution")
}


@st.composite
def placed(draw: st.DrawFn) -> World:
    """Draw a world with links, cities, regions and points, some not stated, and people who attended its courses."""
    made = draw(worlds())
    for row in made["institutions"]:
        row["city"] = draw(st.sampled_from((None, "Ashby", "Barton")))
        row["region"] = draw(st.sampled_from((None, "North", "South")))
        where = draw(st.sampled_from((None, (1.5, 50.0), (2.5, 51.0), (4.0, 53.5))))
        row["longitude"], row["latitude"] = where or (None, None)
        row["coordinate_precision"] = "campus" if where else None
    members = {(row["partnership_id"], row["institution_id"]) for row in made["partnership_members"]}
    for row in made["partnerships"]:
        ends = {"PAK": ("i0", "i3"), "BGD": ("i1", "i5")}.get(row["country"], ())
        members |= {(row["partnership_id"], name) for name in ends}
    made["partnership_members"] = [{"partnership_id": one, "institution_id": other} for one, other in sorted(members)]
    made["leadership_attendance"] = [
        {"event_id": event["event_id"], "institution_id": name, "role_group": "dean", "attendees": count}
        for event in made["leadership_events"]
        for name, count in draw(st.dictionaries(st.sampled_from(("i0", "i3", "i5")), st.integers(1, 12))).items()
    ]
    return made


@unhurried
@given(made=placed(), kind=st.sampled_from(KINDS), as_of=st.dates(date(2008, 1, 1), date(2014, 1, 1)), data=st.data())
def test_sql_and_python_agree(made: World, kind: str, as_of: date, data: st.DataObject) -> None:
    connection, naive = opened(made, kind, as_of, grammar=GRAMMAR), Mapped(made, kind, as_of)
    for _ in range(2):
        asked = data.draw(st.just(NOTHING) | filters) | data.draw(choices)
        level, found = naive.level(asked), rows(connection, "map/links", asked)
        assert {row["level"] for row in found} <= {level}
        told = naive.pairs(asked)
        assert {
            (r["from_id"], r["to_id"]): {name: r[name] for name in next(iter(told.values()))} for r in found
        } == told
        for row in found:
            assert row["partnerships"] == len(row["partnership_ids"])
            points = [naive.point(row[end], level) for end in ("from_id", "to_id")]
            assert row["drawn"] == (None not in points)
            assert (row["from_lon"], row["from_lat"]) == pytest.approx(points[0] or (None, None))
            assert (row["to_lon"], row["to_lat"]) == pytest.approx(points[1] or (None, None))
        places_agree(naive, level, found, rows(connection, "map/places", asked))
        found = rows(connection, "map/links_by_year", asked)
        columns = ("partnership_ids", "new", "active", "ended", "links", "undated")
        assert {row["year"]: tuple(row[name] for name in columns) for row in found} == naive.years(asked)
    connection.close()


def places_agree(naive: Mapped, level: str, links: list[dict[str, Any]], places: list[dict[str, Any]]) -> None:
    """Hold the places to the links that end in them."""
    ends = {row[name] for row in links for name in ("from_id", "to_id")}
    assert {row["place_id"] for row in places} == ends
    for row in places:
        mine = [each for each in links if row["place_id"] in (each["from_id"], each["to_id"])]
        assert row["links"] == sum(each["links"] for each in mine)
        assert row["partnership_ids"] == sorted({name for each in mine for name in each["partnership_ids"]})
        assert row["people"] == naive.people(row["place_id"], level)
        assert (row["precision"] is None) == (naive.point(row["place_id"], level) is None)


def crowd(uk: int, partners: int, uk_cities: int, partner_cities: int) -> World:
    """Return one partnership of so many institutions on each side, in so many cities: each is linked with each."""
    institutions = [
        {"institution_id": f"{side}{number}", "name": f"{side} {number}", "country": country,
         "city": f"City {number % cities}", "region": "Here", "mission_group": None, "sector": "public"}
        for side, country, many, cities in (("u", "GBR", uk, uk_cities), ("p", "PAK", partners, partner_cities))
        for number in range(many)
    ]  # fmt: skip
    partnership = {"partnership_id": "p", "programme_id": "f", "strand": "tne", "subject": None, "country": "PAK",
                   "status": "active", "renewed_from": None, "start_date": "2010"}  # fmt: skip
    return {
        "institutions": institutions,
        "programmes": [{"programme_id": "f", "name": "F", "family": "other", "country": None}],
        "partnerships": [partnership],
        "partnership_members": [
            {"partnership_id": "p", "institution_id": row["institution_id"]} for row in institutions
        ],
        "leadership_events": [],
    }


def level_of(made: World, **asked: Any) -> str:
    """Return the level that the map takes by itself, as SQL and the second implementation agree."""
    connection = opened(made, "record", DAY, grammar=GRAMMAR)
    chosen = {**NOTHING, "level": "auto", "year": 0, **asked}
    found = {row["level"] for row in rows(connection, "map/links", chosen)}
    assert found == {row["level"] for row in rows(connection, "map/places", chosen)}
    connection.close()
    assert found == {Mapped(made, "record", DAY).level(chosen)}
    return str(*found)


@pytest.mark.parametrize(
    ("sizes", "level"),
    [
        ((20, 10, 20, 10), "institution"),  # 200 pairs of institutions
        ((67, 3, 67, 3), "city"),  # 201
        ((20, 20, 20, 20), "city"),  # 400 pairs of cities
        ((401, 1, 401, 1), "region"),  # 401
        ((401, 1, 400, 1), "city"),  # as many institutions, in 400 cities
    ],
)
def test_the_level_is_the_finest_that_can_be_read(sizes: tuple[int, int, int, int], level: str) -> None:
    assert level_of(crowd(*sizes)) == level


def test_a_filter_makes_the_level_finer_and_the_year_does_not() -> None:
    made = crowd(67, 3, 67, 3)
    assert level_of(made, institution=["p0"]) == "institution"
    later = {**made["partnerships"][0], "partnership_id": "q", "start_date": "2012"}
    made["partnerships"].append(later)
    made["partnership_members"] += [{"partnership_id": "q", "institution_id": name} for name in ("u0", "p0")]
    assert level_of(made, year=2010) == level_of(made, year=2012) == "city"


@settings(unhurried, max_examples=12)
@given(sizes=st.tuples(*[st.integers(1, 30)] * 4))
def test_any_crowd_has_the_same_level_twice(sizes: tuple[int, int, int, int]) -> None:
    uk, partners, uk_cities, partner_cities = sizes
    level_of(crowd(uk, partners, min(uk, uk_cities), min(partners, partner_cities)))


def test_the_years_of_the_map_say_what_its_panel_says() -> None:
    for row in demonstration().rows("map/links_by_year"):
        drawn = demonstration().rows("map/links", year=row["year"], level="institution")
        assert sorted({name for each in drawn for name in each["partnership_ids"]}) == row["partnership_ids"]
        assert any(each["state"] == "new" for each in drawn) == (row["new"] > 0)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("state_in(0, 2010, date '2010-01-01', date '2012-12-31')", None),
        ("state_in(2010, 2010, date '2012-01-01', date '2012-12-31')", "new"),  # seen before it began
        ("state_in(2011, 2010, date '2012-01-01', date '2012-12-31')", "ended"),
        ("state_in(2012, 2010, date '2012-01-01', date '2012-12-31')", "active"),
        ("state_in(2013, 2010, date '2012-01-01', date '2012-12-31')", "ended"),
        ("state_in(2012, 2010, null::date, null::date)", "ended"),
        ("liveliest(['ended', 'active', 'new'])", "new"),
        ("liveliest(['ended', 'active'])", "active"),
        ("liveliest(['ended'])", "ended"),
        ("liveliest([null])", None),
        ("level_by_scale('auto', 0, 0)", "institution"),
        ("level_by_scale('city', 1, 1)", "city"),
    ],
)
def test_words_of_the_maps_grammar(sql: str, said: str | None) -> None:
    connection = world().warehouse._connection(world().snapshot).cursor()
    assert connection.execute(f"select {sql}").fetchall() == [(said,)]


def reached(kind: str) -> list[tuple[Any, ...]]:
    """Return what the map shows of twelve universities in the north and two in the south, with one of each reached."""
    made: World = {
        "institutions": [
            {"institution_id": f"p{n:02}", "name": f"University {n:02}", "country": "PAK", "kind": "university",
             "region": "North" if n < 12 else "South", "city": None, "longitude": 70.0 + n, "latitude": 30.0,
             "coordinate_precision": "campus"}
            for n in range(14)
        ],
        "programmes": [{"programme_id": "f", "name": "F", "family": "inspire", "country": "PAK"}],
        "leadership_events": [{"event_id": "e", "programme_id": "f", "status": "held", "start_date": "2012"}],
        "leadership_attendance": [
            {"event_id": "e", "institution_id": name, "role_group": "dean", "attendees": 1} for name in ("p00", "p13")
        ],
    }  # fmt: skip
    connection = opened(made, kind, DAY)
    found = rows(connection, "map/reached", {**NOTHING, "qualifying": "british_council"})
    connection.close()
    columns = ("place", "region", "reached", "listed", "precision", "lon", "institution_ids")
    return [tuple(row[name] for name in columns) for row in found]


def test_where_those_not_reached_may_be_named_each_stands_on_the_map() -> None:
    shown = reached("demonstration")
    assert len(shown) == 14
    assert shown[0] == ("University 00", "North", 1, 1, "campus", 70.0, ["p00"])
    assert shown[12] == ("University 12", "South", 0, 1, "campus", 82.0, ["p12"])


def test_a_programme_shows_regions_and_puts_small_ones_together_nowhere() -> None:
    together = "Areas with fewer than ten, together"
    assert reached("programme") == [
        (together, together, 1, 2, None, None, []),
        ("North", "North", 1, 12, "region", 75.5, []),
    ]
