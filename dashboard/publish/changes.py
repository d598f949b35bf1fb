"""What changed between a snapshot and the one that it replaces, row by row."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from dashboard.publish import schema

KEPT = 1000
PERSONS = tuple(table for table in schema.TABLES if schema.pseudonyms(table))
"""The tables whose rows are about persons: what changed in them is counted, never listed."""
Change = dict[str, str | None]


def between(before: Mapping[str, pa.Table], after: Mapping[str, pa.Table], kept: int | None = KEPT) -> dict[str, Any]:
    """Return the changes from one set of tables to another, as the manifest keeps them.

    ``summary`` counts rows added, removed and changed for each table in which anything did; ``rows`` lists
    the changes, one for each changed cell, at most ``kept`` of them (None: all), and none of a table about persons.
    Rows are matched by primary key.
    """
    summary, rows = [], list[Change]()
    for table in schema.TABLES:
        if table in before and table in after and before[table].equals(after[table]):
            continue
        old, new = _by_key(table, before.get(table)), _by_key(table, after.get(table))
        added = [_change(table, "added", row_id) for row_id in new if row_id not in old]
        removed = [_change(table, "removed", row_id) for row_id in old if row_id not in new]
        changed = [cell for row_id in new if row_id in old for cell in _cells(table, row_id, old[row_id], new[row_id])]
        if added or removed or changed:
            touched = len({cell["row_id"] for cell in changed})
            summary.append({"table": table, "added": len(added), "removed": len(removed), "changed": touched})
        if table not in PERSONS:
            rows += [*added, *removed, *changed]
    return {"summary": summary, "rows": rows[:kept]}


def _by_key(table: str, rows: pa.Table | None) -> dict[str, Mapping[str, Any]]:
    if rows is None:
        return {}
    return {schema.row_id(table, row): row for row in rows.to_pylist()}


def _cells(table: str, row_id: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    # A date's derived columns follow from its text and are not listed again.
    return [
        _change(table, "changed", row_id, column, _text(old.get(column)), _text(new.get(column)))
        for column in schema.columns(table)
        if old.get(column) != new.get(column)
    ]


def _change(
    table: str, kind: str, row_id: str, column: str | None = None, before: str | None = None, after: str | None = None
) -> Change:
    return {"table": table, "change": kind, "row_id": row_id, "column": column, "before": before, "after": after}


def _text(value: object) -> str | None:
    return None if value is None else str(value).removesuffix(".0") if isinstance(value, float) else str(value)


def lines(changes: Mapping[str, Any], parent: int | None) -> list[str]:
    """Return the changes in words, one line a table."""
    if parent is None:
        return ["This is the first snapshot; there is nothing to compare it with."]
    if not changes["summary"]:
        return [f"No row differs from snapshot {parent}."]
    counted = [
        f"  {entry['table']}: {entry['added']} added, {entry['removed']} removed, {entry['changed']} changed"
        for entry in changes["summary"]
    ]
    return [f"Changed against snapshot {parent}:", *counted]
