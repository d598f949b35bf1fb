"""One DuckDB instance from one verified snapshot: its tables, what the manifest says beside them, the shared grammar.

Everything is loaded into memory; then every door is shut (``safety.md`` has the trials).
"""

from collections.abc import Mapping
from typing import Any

import duckdb
import pyarrow as pa

from dashboard import catalogue
from dashboard.publish.store import Snapshot

# The order matters: DuckDB refuses some of these once others are set. GLOBAL, because a plain SET of some of them
# (max_execution_time, python_enable_replacements, TimeZone) stays with its connection and reaches no cursor (tried).
_SHUT = (
    "SET GLOBAL home_directory='/nonexistent'",
    "SET GLOBAL autoinstall_known_extensions=false",
    "SET GLOBAL autoload_known_extensions=false",
    "SET GLOBAL allow_community_extensions=false",
    "SET GLOBAL allow_extension_repositories='forbidden'",
    "SET GLOBAL allow_persistent_secrets=false",
    "SET GLOBAL python_enable_replacements=false",
    "SET GLOBAL enable_external_file_cache=false",
    "SET GLOBAL memory_limit='512MB'",
    "SET GLOBAL threads=2",
    "SET GLOBAL max_execution_time=5000",
    "SET GLOBAL TimeZone='UTC'",
    "SET GLOBAL temp_directory=''",
    "SET GLOBAL max_temp_directory_size='0MB'",
    "SET GLOBAL enable_external_access=false",
    "SET GLOBAL lock_configuration=true",
)

PEOPLE = ("participants", "women", "master_trainers", "attendees", "learners", "completions")
"""The columns of the published tables that count people."""

PERSONS = ("leadership_attendance", "leadership_posts")
"""The tables whose rows are about persons."""

_SNAPSHOT = pa.schema(
    [
        ("collection", pa.string()),
        ("kind", pa.string()),
        ("seq", pa.int64()),
        ("title", pa.string()),
        ("as_of", pa.date32()),
        ("published_at", pa.string()),
        ("disclosure", pa.string()),
        ("name_unreached", pa.bool_()),
    ]
)
_RELEASED = pa.schema([(name, pa.string()) for name in ("measure", "country", "role_group")])
_CHANGES = pa.schema(
    [(name, pa.string()) for name in ("table_name", "change", "row_id", "column_name", "before", "after")]
)
_CHANGED_TABLES = pa.schema(
    [("table_name", pa.string()), *((name, pa.int64()) for name in ("added", "removed", "changed"))]
)
_NAMED_ROWS = pa.schema([(name, pa.string()) for name in ("table_name", "row_id", "title", "source_url")])
_BANDS = pa.schema(
    [("country", pa.string()), ("label", pa.string()), ("from_year", pa.int64()), ("to_year", pa.int64())]
)


def load(snapshot: Snapshot) -> duckdb.DuckDBPyConnection:
    """Load a verified snapshot and the shared grammar into a fresh in-memory instance, and shut it.

    Raises :class:`dashboard.publish.store.SnapshotError` where a file does not match its sha256.
    """
    connection = duckdb.connect(":memory:")
    for name, table in {**snapshot.tables(), **beside(snapshot.manifest, snapshot)}.items():
        connection.register("incoming", table)
        connection.execute(f'create table "{name}" as select * from incoming')  # names are ours, from the manifest
        connection.unregister("incoming")
    connection.execute(catalogue.grammar())
    for statement in _SHUT:
        connection.execute(statement)
    return connection


def guarded(manifest: Mapping[str, Any]) -> bool:
    """Say whether the rule for small counts of people is on: in a programme always, whatever its settings say."""
    rule = manifest["settings"].get("disclosure", {}).get("rule", "none")
    return bool(manifest["kind"] == "programme" or rule != "none")


def _hidden(change: Mapping[str, Any], manifest: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what of a change is not loaded: under the rule, a count of people before and after it."""
    return ("before", "after") if guarded(manifest) and change["column"] in PEOPLE else ()


def beside(manifest: Mapping[str, Any], snapshot: Snapshot) -> dict[str, pa.Table]:
    """Return what a manifest says as tables: the snapshot itself, its changes, its bands, its released cells."""
    settings = manifest["settings"]
    disclosure = settings.get("disclosure", {})
    itself = {
        **{name: manifest[name] for name in ("collection", "kind", "seq", "title", "published_at")},
        "as_of": snapshot.as_of,
        "disclosure": "small_counts" if guarded(manifest) else "none",
        "name_unreached": disclosure.get("name_unreached", not guarded(manifest)),
    }
    bands = [
        {"country": b["country"], "label": b["label"], "from_year": b["from"], "to_year": b["to"]}
        for b in settings.get("bands", [])
    ]
    released = [{name: cell[name] for name in _RELEASED.names} for cell in disclosure.get("released", [])]
    return {
        "snapshot": pa.Table.from_pylist([itself], schema=_SNAPSHOT),
        **_changed(manifest["changes"], manifest),
        "earlier_rows": _NAMED_ROWS.empty_table(),
        "bands": pa.Table.from_pylist(bands, schema=_BANDS),
        "released": pa.Table.from_pylist(released, schema=_RELEASED),
    }


def _changed(found: Mapping[str, Any], manifest: Mapping[str, Any]) -> dict[str, pa.Table]:
    """Return what changed as tables: cell by cell, and in how many rows; under the rule none about persons."""
    renamed = {"table": "table_name", "column": "column_name"}
    cells = [
        {renamed.get(name, name): value for name, value in row.items() if name not in _hidden(row, manifest)}
        for row in found["rows"]
    ]
    counts = [
        {renamed.get(name, name): value for name, value in row.items()}
        for row in found.get("summary", [])
        if not guarded(manifest) or row["table"] not in PERSONS
    ]
    return {
        "changes": pa.Table.from_pylist(cells, schema=_CHANGES),
        "changed_tables": pa.Table.from_pylist(counts, schema=_CHANGED_TABLES),
    }


def against(snapshot: Snapshot, earlier: Snapshot, named: pa.Table) -> dict[str, pa.Table]:
    """Return the tables that tell a snapshot from any earlier one of its collection, in place of its own.

    ``named`` are the earlier one's ``named_rows``: a row that was removed has its name from there.
    """
    from dashboard.publish import changes  # pydantic and the models, which only two editions ask for

    found = changes.between(earlier.tables(), snapshot.tables(), kept=None)
    return {**_changed(found, snapshot.manifest), "earlier_rows": named.cast(_NAMED_ROWS)}
