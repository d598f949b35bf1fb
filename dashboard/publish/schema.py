"""The tables of a snapshot, read from their models: columns, keys, stored types and order of rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

import pyarrow as pa
from pydantic.fields import FieldInfo

from dashboard.publish import dates, models, models_people
from dashboard.publish.fields import Kind
from dashboard.publish.models import Row

TABLES: Mapping[str, type[Row]] = {
    "institutions": models.Institution,
    "programmes": models.Programme,
    "partnerships": models.Partnership,
    "partnership_members": models.PartnershipMember,
    "tne_programmes": models.TneProgramme,
    "tne_enrolments": models.TneEnrolment,
    "leadership_events": models_people.LeadershipEvent,
    "leadership_attendance": models_people.LeadershipAttendance,
    "leadership_posts": models_people.LeadershipPost,
    "researcher_workshops": models_people.ResearcherWorkshop,
    "impact_evidence": models_people.ImpactEvidence,
    "claims": models_people.Claim,
    "register": models.RegisteredInstitution,
}
REGISTER = "register"
SOURCE_TABLES = tuple(name for name in TABLES if name != REGISTER)
MANDATORY = ("institutions", "programmes", "partnerships", "partnership_members")
_ARROW = {"string": pa.string(), "int64": pa.int64(), "double": pa.float64()}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a source table: what it means, what it may hold, whether it must be filled."""

    name: str
    kind: Kind
    required: bool
    meaning: str


@cache
def columns(table: str) -> Mapping[str, Column]:
    """Return the columns of a source table by name, in the order of the template."""
    return {
        name: Column(name, _kind(info), info.is_required(), info.description or "")
        for name, info in TABLES[table].model_fields.items()
    }


def pseudonyms(table: str) -> tuple[str, ...]:
    """Return the columns of a table that tell persons apart; they are stored and never shown, printed or served."""
    return tuple(column.name for column in columns(table).values() if column.kind.name == "pseudonym")


def _kind(info: FieldInfo) -> Kind:
    # "Annotated[str, kind]" leaves its kind on the field; "Annotated[str, kind] | None" keeps it one level down.
    nested = [entry for argument in get_args(info.annotation) for entry in getattr(argument, "__metadata__", ())]
    return next(entry for entry in (*info.metadata, *nested) if isinstance(entry, Kind))


@cache
def arrow_schema(table: str) -> pa.Schema:
    """Return a published table's schema: a date column becomes four (text, earliest, latest, precision)."""
    found: list[tuple[str, pa.DataType]] = []
    for column in columns(table).values():
        if column.kind.arrow != "date":
            found.append((column.name, _ARROW[column.kind.arrow]))
            continue
        stem = dates.prefix(column.name)
        found += [
            (column.name, pa.string()),
            (f"{stem}_earliest", pa.date32()),
            (f"{stem}_latest", pa.date32()),
            (f"{stem}_precision", pa.string()),
        ]
    return pa.schema(found)


def published(table: str, row: Row) -> dict[str, Any]:
    """Return a row as it is published: every column of :func:`arrow_schema`, nulls included."""
    values: dict[str, Any] = {}
    for column in columns(table).values():
        value = getattr(row, column.name)
        values[column.name] = value
        if column.kind.arrow == "date":
            stem = dates.prefix(column.name)
            date = None if value is None else dates.parse(value)
            values[f"{stem}_earliest"] = None if date is None else date.earliest
            values[f"{stem}_latest"] = None if date is None else date.latest
            values[f"{stem}_precision"] = None if date is None else date.precision
    return values


def row_id(table: str, row: Mapping[str, Any]) -> str:
    """Return a row's primary key as one text; its parts are joined by " / ", an empty part is left out."""
    return " / ".join(str(row[name]) for name in TABLES[table].KEY if row[name] is not None)


def arrow_tables(rows: Mapping[str, list[Row]]) -> dict[str, pa.Table]:
    """Return all the tables of a snapshot, complete and sorted; a table that is not given has no rows."""
    return {
        table: pa.Table.from_pylist(
            sorted((published(table, row) for row in rows.get(table, ())), key=lambda row: _place(table, row)),
            schema=arrow_schema(table),
        )
        for table in TABLES
    }


def _place(table: str, row: Mapping[str, Any]) -> tuple[tuple[bool, Any], ...]:
    names: tuple[Any, ...] = tuple(row[name] for name in TABLES[table].KEY)
    if table == "partnerships":
        names = (row["country"], row["start_earliest"] or row["seen_from_earliest"], *names)
    # Empty parts come last, and None is never compared with a text.
    return tuple((value is None, "" if value is None else value) for value in names)
