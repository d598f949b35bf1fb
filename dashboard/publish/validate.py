"""Checks between cells, rows and tables: keys, references, order of dates, places, members."""

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from dashboard.publish import dates, places, problems, rows, schema, sources
from dashboard.publish.problems import Findings
from dashboard.publish.rows import Numbered

_MANY = 2000
Typed = Mapping[str, Sequence[Numbered]]
_PARTS = (("women", "participants"), ("women", "attendees"), ("women", "learners"), ("master_trainers", "participants"))


def check(source: sources.Source, as_of: date, findings: Findings) -> dict[str, list[Numbered]]:
    """Check a source that was read, for a publication as of that day.

    Returns the typed rows by table. They may be published where ``findings`` holds no error.
    """
    found = rows.typed(source.tables, findings)
    _keys(found, findings)
    _references(source, found, findings)
    for table, numbered in _each(found):
        _spans(table, numbered, as_of, findings)
        _point(table, numbered, findings)
        _parts(table, numbered, findings)
    _members(found, findings)
    _renewals(found, findings)
    _uk_hosts(found, findings)
    if source.settings is not None and source.settings.kind == "record":
        _stated_somewhere(found, findings)
    return found


def _each(found: Typed) -> Iterator[tuple[str, Numbered]]:
    return ((table, numbered) for table, table_rows in found.items() for numbered in table_rows)


def _value(numbered: Numbered, column: str) -> Any:
    return numbered.values.get(column)


def _keys(found: Typed, findings: Findings) -> None:
    first: dict[tuple[str, tuple[Any, ...]], int] = {}
    for table, numbered in _each(found):
        key = schema.TABLES[table].KEY
        values = tuple(_value(numbered, column) for column in key)
        if values[0] is None:
            continue
        seen = first.setdefault((table, values), numbered.number)
        if seen != numbered.number:
            shown = " / ".join(str(value) for value in values if value is not None)
            findings.error(table, numbered.number, ", ".join(key), shown, f"each key once; row {seen} has it too")


def _references(source: sources.Source, found: Typed, findings: Findings) -> None:
    known = {table: _ids(source, table, findings) for table in schema.TABLES}
    for table, numbered in _each(found):
        for column in schema.columns(table).values():
            target, value = column.kind.points_to, _value(numbered, column.name)
            ids = known.get(target)
            if ids is None or value is None or value in ids:
                continue
            # Only as many suggestions as are shown: on a large, wholly wrong table they would take hours.
            worthwhile = len(findings.errors) < problems.SHOWN and len(ids) < _MANY
            near = difflib.get_close_matches(value.lower(), ids, 1, 0.8) if worthwhile else []
            hint = f"; did you mean {near[0]}?" if near else ""
            allowed = f"allowed: an id that {target} has; there is none such{hint}"
            findings.error(table, numbered.number, column.name, value, allowed)


def _ids(source: sources.Source, table: str, findings: Findings) -> set[str] | None:
    """Return the ids that a table has; None where the table as a whole could not be read, which was said."""
    raw, key = source.tables.get(table), schema.TABLES[table].KEY[0]
    if raw is None:
        return None if any(error.table == table for error in findings.errors) else set()
    # Taken from the text, so that a row with another mistake does not make its references wrong too.
    return {value for _, cells in raw.rows if (value := cells.get(key)) is not None} | raw.lost


def _spans(table: str, numbered: Numbered, as_of: date, findings: Findings) -> None:
    for first, last in schema.TABLES[table].SPANS:
        start, end = _value(numbered, first), _value(numbered, last)
        if start and end and dates.parse(end).latest < dates.parse(start).earliest:
            findings.error(table, numbered.number, last, end, f"allowed: a date not before {first}, which is {start}")
    for column in ("seen_from", "seen_to", "status_as_of", "dated"):
        value = _value(numbered, column)
        if value and dates.parse(value).earliest > as_of:
            findings.warn(table, numbered.number, column, value, f"later than the date of the data, {as_of}")


def _point(table: str, numbered: Numbered, findings: Findings) -> None:
    latitude, longitude = _value(numbered, "latitude"), _value(numbered, "longitude")
    if latitude is None and longitude is None:
        return
    if latitude is None or longitude is None:
        column = "latitude" if latitude is None else "longitude"
        findings.error(table, numbered.number, column, "", "must be filled: latitude and longitude go together")
        return
    country = _value(numbered, "country")
    box = places.BOXES.get(country)
    if box is None or box.holds(latitude, longitude):
        return
    swapped = "; latitude and longitude look swapped" if box.holds(longitude, latitude) else ""
    allowed = (
        f"allowed: a point inside {country}, latitude {box.south} to {box.north} "
        f"and longitude {box.west} to {box.east}{swapped}"
    )
    findings.error(table, numbered.number, "latitude, longitude", f"{latitude}, {longitude}", allowed)


def _parts(table: str, numbered: Numbered, findings: Findings) -> None:
    for part, whole in _PARTS:
        few, many = _value(numbered, part), _value(numbered, whole)
        if few is not None and many is not None and few > many:
            allowed = f"allowed: at most {whole}, which is {many}"
            findings.error(table, numbered.number, part, str(few), allowed)


def _members(found: Typed, findings: Findings) -> None:
    country = {_value(n, "institution_id"): _value(n, "country") for n in found.get("institutions", ())}
    members: dict[str, set[str]] = defaultdict(set)
    for numbered in found.get("partnership_members", ()):
        members[_value(numbered, "partnership_id")].add(country.get(_value(numbered, "institution_id"), ""))
    for numbered in found.get("partnerships", ()):
        partner, own = _value(numbered, "country"), members[_value(numbered, "partnership_id")]
        if partner == "GBR":
            findings.error("partnerships", numbered.number, "country", partner, "allowed: the partner's country")
            continue
        identity = _value(numbered, "partnership_id")
        if "GBR" not in own:
            findings.warn("partnerships", numbered.number, "partnership_id", identity, "no UK member; gives no link")
        if not own - {"GBR"}:
            allowed = "no member from a partner country; gives no link"
            findings.warn("partnerships", numbered.number, "partnership_id", identity, allowed)
        elif partner not in own:
            findings.warn("partnerships", numbered.number, "country", partner, "no member is from this country")


def _renewals(found: Typed, findings: Findings) -> None:
    partnerships = found.get("partnerships", ())
    earlier = {_value(n, "partnership_id"): _value(n, "renewed_from") for n in partnerships}
    for numbered in partnerships:
        identity, seen = _value(numbered, "partnership_id"), set[str]()
        step = earlier.get(identity)
        while step is not None and step not in seen and step != identity:
            seen.add(step)
            step = earlier.get(step)
        if step == identity:
            allowed = "allowed: an earlier partnership; this chain of renewals leads back to itself"
            findings.error("partnerships", numbered.number, "renewed_from", earlier[identity], allowed)


def _uk_hosts(found: Typed, findings: Findings) -> None:
    country = {_value(n, "institution_id"): _value(n, "country") for n in found.get("institutions", ())}
    for numbered in found.get("researcher_workshops", ()):
        value = _value(numbered, "uk_institution_id")
        if value is not None and country.get(value, "GBR") != "GBR":
            allowed = f"allowed: an institution of the United Kingdom; this one is in {country[value]}"
            findings.error("researcher_workshops", numbered.number, "uk_institution_id", value, allowed)


def _stated_somewhere(found: Typed, findings: Findings) -> None:
    for table, numbered in _each(found):
        if "source_url" in schema.columns(table) and _value(numbered, "source_url") is None:
            allowed = "must be filled: in a record every row says where it is stated"
            findings.error(table, numbered.number, "source_url", "", allowed)
