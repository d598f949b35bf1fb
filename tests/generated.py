"""Small worlds made by Hypothesis, and a way to open one in DuckDB with the shared grammar."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa
from hypothesis import strategies as st

from dashboard import catalogue
from dashboard.publish import dates, schema

World = dict[str, list[dict[str, Any]]]
FAMILIES = ("inspire", "links", "agreements", "other")
STRANDS = ("tne", "project")
SUBJECTS = ("Health", "Arts")
DATES = ("start_date", "end_date", "seen_from", "seen_to", "funded_to")
KINDS = ("record", "programme", "demonstration")
PLACES = ("GBR", "GBR", "GBR", "PAK", "PAK", "BGD", "BGD", "UZB")

partial_dates = st.one_of(
    st.integers(2003, 2012).map(str),
    st.builds("{}-{:02}".format, st.integers(2003, 2012), st.integers(1, 12)),
    st.dates(date(2003, 1, 1), date(2012, 12, 31)).map(date.isoformat),
)
maybe_dates = st.none() | partial_dates


def several(values: Sequence[str]) -> st.SearchStrategy[list[str]]:
    """Return a filter: often empty, else one or two of the values."""
    return st.lists(st.sampled_from(values), max_size=2, unique=True)


filters = st.fixed_dictionaries(
    {
        "country": several(("PAK", "BGD")),
        "programme": several(FAMILIES),
        "years": st.just([]) | st.lists(st.integers(2002, 2013), min_size=2, max_size=2).map(sorted),
        "strand": several(STRANDS),
        "subject": several(SUBJECTS),
        "uk_group": several(("russell_group", "millionplus", "none")),
        "sector": several(("public", "private", "other")),
    }
)


@st.composite
def courses(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw leadership events of the programmes of a world."""
    return [
        {
            "event_id": f"e{number}",
            "programme_id": draw(st.sampled_from(FAMILIES)),
            "status": draw(st.sampled_from(("held", "held", "planned"))),
            "host": draw(st.sampled_from((None, "A university", "The British Council"))),
            "start_date": draw(maybe_dates),
            "end_date": draw(maybe_dates),
        }
        for number in range(draw(st.integers(0, 4)))
    ]


@st.composite
def funders(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw one programme a family, each with a country or none."""
    return [
        {"programme_id": family, "name": name, "family": family, "country": country}
        for family, name, country in zip(
            FAMILIES,
            ("INSPIRE", "Links", "Agreements", draw(st.sampled_from(("Others", "With the British Council")))),
            draw(st.tuples(*[st.sampled_from(("PAK", "BGD", None))] * len(FAMILIES))),
            strict=True,
        )
    ]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw institutions, programmes, partnerships with members, and leadership events that hang together."""
    institutions = [
        {
            "institution_id": f"i{number}",
            "name": f"Institution {number}",
            "country": country,
            "mission_group": draw(st.sampled_from((None, "Russell Group", "MillionPlus", "Another")))
            if country == "GBR"
            else None,
            "sector": draw(st.sampled_from((None, "public", "private", "other", "international"))),
        }
        for number, country in enumerate(PLACES)
    ]
    programmes = draw(funders())
    partnerships, members = [], []
    for number in range(draw(st.integers(0, 8))):
        name = f"p{number}"
        partnerships.append(
            {
                "partnership_id": name,
                "programme_id": draw(st.sampled_from(FAMILIES)),
                "strand": draw(st.sampled_from(STRANDS)),
                "subject": draw(st.sampled_from((None, *SUBJECTS))),
                "country": draw(st.sampled_from(("PAK", "BGD", "UZB"))),
                "status": draw(st.sampled_from(("planned", "active", "completed", "sustained", "unknown"))),
                "renewed_from": draw(st.sampled_from((None, *(f"p{earlier}" for earlier in range(number))))),
                **{column: draw(maybe_dates) for column in DATES},
            }
        )
        inside = draw(st.lists(st.sampled_from(institutions), max_size=4, unique_by=lambda row: row["institution_id"]))
        members += [{"partnership_id": name, "institution_id": row["institution_id"]} for row in inside]
    return {
        "institutions": institutions,
        "programmes": programmes,
        "partnerships": partnerships,
        "partnership_members": members,
        "leadership_events": draw(courses()),
    }


def _published(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {name: row.get(name) for name in schema.columns(table)}
    for name, column in schema.columns(table).items():
        if column.kind.arrow == "date" and values[name] is not None:
            found, stem = dates.parse(values[name]), dates.prefix(name)
            values |= {f"{stem}_{part}": getattr(found, part) for part in ("earliest", "latest", "precision")}
    return values


def opened(
    world: World, kind: str, as_of: date, released: Sequence[tuple[str, str, str]] = (), grammar: Sequence[str] = ()
) -> duckdb.DuckDBPyConnection:
    """Return a connection that holds the world as a snapshot of that kind, with the shared grammar.

    ``released`` are the figures (measure, country, role group) that the owner of the data has signed. ``grammar``
    names the files that are enough, where making the rest would take most of the time.
    """
    connection = duckdb.connect()
    for table in schema.TABLES:
        rows = [_published(table, row) for row in world.get(table, [])]
        connection.register("incoming", pa.Table.from_pylist(rows, schema=schema.arrow_schema(table)))
        connection.execute(f'create table "{table}" as select * from incoming')
        connection.unregister("incoming")
    connection.execute(
        "create table snapshot as select 'made' as collection, $kind::varchar as kind, 1 as seq, "
        "$as_of::date as as_of, "
        "if($kind = 'programme', 'small_counts', 'none') as disclosure, $kind <> 'programme' as name_unreached",
        {"kind": kind, "as_of": as_of},
    )
    connection.execute("create table released (measure varchar, country varchar, role_group varchar)")
    columns = ", ".join(
        f"{name} varchar" for name in ("table_name", "change", "row_id", "column_name", "before", "after")
    )
    connection.execute(f"create table changes ({columns})")
    for cell in released:
        connection.execute("insert into released values (?, ?, ?)", cell)
    files = [(catalogue.QUERIES / f"{name}.sql").read_text(encoding="utf-8") for name in grammar]
    connection.execute("\n".join(files) or catalogue.grammar())
    return connection
