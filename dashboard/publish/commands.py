"""What each command of ``python -m dashboard`` does. Each returns an exit status; reasons go to stderr."""

import argparse
import contextlib
import json
import sys
from collections.abc import Sized
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.publish import store
from dashboard.publish.snapshot import Snapshot, SnapshotError, publish_command

if TYPE_CHECKING:
    from dashboard.publish.problems import Findings
    from dashboard.publish.rows import Numbered
    from dashboard.publish.sources import Source

# Reading, validating and writing need pydantic and pyarrow: they are imported where they are used, so that
# "current" and "--help" answer at once.


def say(line: str) -> None:
    """Write one line to stderr: progress, warnings and reasons. A reader that went away stops no publication."""
    with contextlib.suppress(OSError):
        print(line, file=sys.stderr, flush=True)


def validate(arguments: argparse.Namespace) -> int:
    """Check a source folder and store nothing."""
    source, found, findings = _checked(arguments.folder, arguments.as_of or date.today())
    if findings.errors:
        return 1
    rows = sum(len(table) for table in found.values())
    print(f"{arguments.folder}: no errors in {rows} rows of {len(source.tables)} tables.")
    return 0


def publish(arguments: argparse.Namespace) -> int:
    """Check a source folder and publish it as the collection's next snapshot."""
    from dashboard.publish import changes, disclosure, problems, writer

    publisher = disclosure.office(arguments.publisher or "")
    if arguments.as_of > date.today():
        say(f"The date of the data, {arguments.as_of}, has not come yet. It is published all the same.")
    source, found, findings = _checked(arguments.folder, arguments.as_of)
    if findings.errors:
        say("Nothing was published.")
        return 1
    edition = writer.Edition(
        arguments.collection,
        source,
        {table: [numbered.row for numbered in many if numbered.row] for table, many in found.items()},
        arguments.as_of,
        tuple(problems.listing(findings.warnings, "warnings")),
        publisher,
        arguments.reason or "",
    )
    snapshot = writer.publish(arguments.store, edition, say, force=arguments.force)
    if snapshot is None:
        current = store.pointer(arguments.store, arguments.collection)
        print(f"Nothing changed: the sources equal snapshot {current[0] if current else 0}, which stays current.")
        print("Nothing was published; --force publishes it all the same.")
        return 0
    print(f"Published {snapshot.id}, data as of {snapshot.manifest['as_of']}.")
    print("\n".join(changes.lines(snapshot.manifest["changes"], snapshot.manifest["parent"])))
    return 0


def _checked(folder: Path, as_of: date) -> "tuple[Source, dict[str, list[Numbered]], Findings]":
    from dashboard.publish import problems, schema, sources
    from dashboard.publish import validate as validation

    findings = problems.Findings()
    say(f"reading {folder}")
    source = sources.read(folder, findings)
    say(f"checking {sum(len(table.rows) for table in source.tables.values())} rows")
    found = validation.check(source, as_of, findings)
    findings = findings.ordered((*schema.TABLES,))
    if findings.warnings:
        say(f"{len(findings.warnings)} {_plural('warning', findings.warnings)}:")
        say("\n".join(problems.listing(findings.warnings, "warnings")))
    if findings.errors:
        say(f"{len(findings.errors)} {_plural('error', findings.errors)}:")
        say("\n".join(problems.listing(findings.errors, "errors")))
    return source, found, findings


def _plural(noun: str, things: Sized) -> str:
    return noun if len(things) == 1 else f"{noun}s"


def verify(arguments: argparse.Namespace) -> int:
    """Check every snapshot of a collection and the chain that binds them."""
    problems = store.verify(arguments.store, arguments.collection)
    for problem in problems:
        say(problem)
    if problems:
        return 1
    numbers = store.seqs(arguments.store, arguments.collection)
    print(f"{arguments.collection}: {len(numbers)} {_plural('snapshot', numbers)}, all whole.")
    return 0


def current(arguments: argparse.Namespace) -> int:
    """Say which snapshot is current."""
    print(_describe(_current(arguments)))
    return 0


def _current(arguments: argparse.Namespace) -> Snapshot:
    snapshot = store.current(arguments.store, arguments.collection)
    if snapshot is None:
        publish_it = publish_command(arguments.store, arguments.collection)
        raise SnapshotError(f"nothing is published in {arguments.store / arguments.collection} yet. Run: {publish_it}")
    return snapshot


def _describe(snapshot: Snapshot) -> str:
    manifest = snapshot.manifest
    rows = sum(entry["rows"] for entry in manifest["files"])
    return (
        f"{snapshot.id} · {manifest['title']} ({manifest['kind']}, {manifest['audience']}) · data as of "
        f"{manifest['as_of']} · published {manifest['published_at']} · {rows} rows"
    )


def rollback(arguments: argparse.Namespace) -> int:
    """Make an earlier snapshot current again; nothing is deleted."""
    from dashboard.publish import writer

    home = arguments.store / arguments.collection
    with writer.holding(arguments.store):
        target = _previous(arguments) if arguments.to is None else arguments.to
        snapshot = store.open_snapshot(arguments.store, arguments.collection, target)
        writer.point(home, snapshot.seq, snapshot.manifest_sha256)
    print(f"Current again: {_describe(snapshot)}")
    return 0


def _previous(arguments: argparse.Namespace) -> int:
    """Return the number of the snapshot to go back to where none was named."""
    try:
        parent = _current(arguments).manifest["parent"]
    except SnapshotError:
        return store.newest_whole(arguments.store, arguments.collection)[0].seq
    if parent is None:
        raise SnapshotError("the current snapshot replaced none; name another with --to")
    return int(parent)


def show(arguments: argparse.Namespace) -> int:
    """Print a table's rows as they were published, as JSON, or how many of its cells are filled.

    Pseudonyms of persons are never printed: they are there to count distinct people and leave no store.
    """
    from dashboard.publish import schema

    if arguments.seq is None:
        snapshot = _current(arguments)
    else:
        snapshot = store.open_snapshot(arguments.store, arguments.collection, arguments.seq)
    table = snapshot.tables()[arguments.table]
    table = table.drop_columns([name for name in schema.pseudonyms(arguments.table) if name in table.column_names])
    if arguments.json:
        rows = [json.dumps(row, ensure_ascii=False, default=str) for row in table.to_pylist()]
        print("[" + ",\n ".join(rows) + "]")
        return 0
    print(f"{snapshot.id}, {arguments.table}: {table.num_rows} rows")
    for name in table.column_names:
        print(f"  {name}: {table.num_rows - table.column(name).null_count} filled")
    return 0


def template(arguments: argparse.Namespace) -> int:
    """Write an empty source folder in which every column is explained."""
    from dashboard.publish import template as forms

    forms.write(arguments.folder)
    print(f"Wrote an empty source folder to {arguments.folder}; start with its README.md.")
    return 0


def doctor(arguments: argparse.Namespace) -> int:
    """Say whether this installation can serve: data, disk, libraries, land for the maps."""
    from dashboard.publish import checkup

    findings = checkup.run(arguments.store, arguments.collection)
    for finding in findings:
        print(f"{'ok ' if finding.good else 'BAD'} {finding.what}: {finding.words}", flush=True)
    bad = [finding.what for finding in findings if not finding.good]
    if bad:
        say(f"to be mended: {', '.join(bad)}")
    return 1 if bad else 0
