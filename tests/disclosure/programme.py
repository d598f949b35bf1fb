"""The demonstration's rows as somebody's own programme: under the rule, with signed figures, and without it.

What is true is read from the twin: the very same rows as a demonstration, which guards nothing.
"""

import contextlib
import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dashboard.__main__ import run
from dashboard.publish import schema, store
from dashboard.warehouse import STORE, Warehouse
from tests.asking import Data

Rows = list[dict[str, Any]]
Tables = dict[str, Rows]

SOURCE = "demonstration"
_HOME = TemporaryDirectory(prefix="programme-")
_SAME = ("description", "owner", "contact")
SIGNED = [
    *((measure, country, "vice_chancellor") for country in ("PAK", "BGD") for measure in "ABCD"),
    *(("D", country, group) for country in ("PAK", "BGD") for group in ("pro_vice_chancellor", "dean", "second_tier")),
    *(("G", country, "all") for country in ("PAK", "BGD")),
    *((measure, "PAK", group) for measure, group in (("D", "registrar"), ("D", "commission_official"), ("E", "all"))),
]
"""Figures as the owner of the data may sign them for the story "98 % of what?"."""


@cache
def source(seq: int | None = None) -> tuple[Tables, Mapping[str, Any]]:
    """Return the rows of an edition of the demonstration as its source folder held them, and its manifest."""
    snapshot = store.open_snapshot(STORE, SOURCE, seq) if seq else store.current(STORE, SOURCE)
    assert snapshot is not None, "the demonstration is not published"
    tables = {
        name: [{column: row[column] for column in schema.columns(name)} for row in table.to_pylist()]
        for name, table in snapshot.tables().items()
    }
    return tables, snapshot.manifest


def settings(kind: str, signed: Sequence[tuple[str, str, str]] = (), *, named: bool = False) -> str:
    """Return a ``collection.toml`` that makes the demonstration's rows another kind of data."""
    said = source()[1]["settings"]
    audience = "made_up" if kind == "demonstration" else "internal"
    lines = [f'title = "A programme"\nkind = "{kind}"\naudience = "{audience}"\nregister = "register.csv"']
    lines += [f"{name} = {json.dumps(said[name], ensure_ascii=False)}" for name in _SAME]
    rule = "small_counts" if kind == "programme" else "none"
    lines.append(f'[disclosure]\nrule = "{rule}"')
    if named:
        lines.append("name_unreached = true")
        lines.append('decided_by = "The office"\ndecided_on = 2026-01-01\nreason = "A test"')
    for measure, country, group in signed:
        lines.append(f'[[disclosure.released]]\nmeasure = "{measure}"\ncountry = "{country}"\nrole_group = "{group}"')
        lines.append('signed_by = "The office"\nsigned_on = 2026-01-01')
    for band in said.get("bands", []):
        lines.append("[[bands]]\n" + "\n".join(f"{name} = {json.dumps(value)}" for name, value in band.items()))
    return "\n".join(lines) + "\n"


def _write(folder: Path, tables: Mapping[str, Rows], toml: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "collection.toml").write_text(toml, encoding="utf-8")
    for name in schema.TABLES:
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, list(schema.columns(name)))
            writer.writeheader()
            writer.writerows(tables.get(name, []))
    return folder


def publish(name: str, toml: str, tables: Mapping[str, Rows] | None = None, as_of: str = "") -> Data:
    """Publish rows as a collection of the tests' own store and open it."""
    as_of = as_of or source()[1]["as_of"]
    folder = _write(Path(_HOME.name) / "sources" / name, tables or source()[0], toml)
    shelf = Path(_HOME.name) / "store"
    words = ["publish", str(folder), "--collection", name, "--as-of", as_of, "--store", str(shelf)]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
        code = run(words)
    assert code == 0, said.getvalue()
    warehouse = Warehouse(shelf)
    return Data(warehouse, warehouse.serve(name).snapshot)


def shelf() -> Path:
    """Return the store in which these collections are."""
    return Path(_HOME.name) / "store"


@cache
def true() -> Data:
    """Return the twin that guards nothing: what every count really is."""
    return publish("twin", settings("demonstration"))


@cache
def guarded() -> Data:
    """Return the programme with no figure signed."""
    return publish("guarded", settings("programme"))


@cache
def edition(seq: int) -> Data:
    """Return an earlier edition of the programme with no figure signed."""
    tables, manifest = source(seq)
    return publish(f"guarded-{seq}", settings("programme"), tables, manifest["as_of"])


@cache
def true_edition(seq: int) -> Data:
    """Return what every count of an earlier edition really is."""
    tables, manifest = source(seq)
    return publish(f"twin-{seq}", settings("demonstration"), tables, manifest["as_of"])


@cache
def signed() -> Data:
    """Return the programme with the figures that its owner signed."""
    return publish("signed", settings("programme", SIGNED))


def changed(change: Callable[[Tables], None]) -> Tables:
    """Return the demonstration's rows after a change; those of the demonstration stay as they are."""
    tables = {name: [dict(row) for row in rows] for name, rows in source()[0].items()}
    change(tables)
    return tables
