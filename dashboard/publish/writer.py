"""Publishing by the protocol: lock, temporary folder, fsync, sha256, look again, one pointer rename.

Nothing here changes or deletes a numbered folder. Until the last rename, readers see the snapshot before.
"""

import hashlib
import json
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.publish import changes, disk, schema, store
from dashboard.publish.models import Row
from dashboard.publish.snapshot import MANIFEST, SCHEMA_VERSION, Snapshot, SnapshotError
from dashboard.publish.sources import Source

TOOL_VERSION = "0.1.0"
Progress = Callable[[str], None]


class PublishError(Exception):
    """A publication did not happen; the message says why and what state the store is in."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What is to be published: sources without errors, their typed rows, the date of the data, the warnings.

    ``publisher`` is the office that publishes, and ``reason`` why; both may be empty.
    """

    collection: str
    source: Source
    rows: Mapping[str, list[Row]]
    as_of: date
    warnings: tuple[str, ...]
    publisher: str = ""
    reason: str = ""


def publish(root: Path, edition: Edition, progress: Progress, *, force: bool = False) -> Snapshot | None:
    """Write an edition as the collection's next snapshot and make it current; return it.

    Returns None, and writes nothing, where rows, settings and date equal the current snapshot's, unless
    ``force``. Raises :class:`PublishError` where another publication is running, :class:`OSError` where the
    disk refuses; the current snapshot is then the one before.
    """
    tables = schema.arrow_tables(edition.rows)
    with holding(root):
        home = root / edition.collection
        disk.make_folder(home)
        disk.sweep(home, ".tmp-*", "CURRENT.new")
        parent, whole = _parent(root, edition.collection, progress)
        _keep_kind(parent, edition)
        changed = changes.between(parent.tables(), tables) if parent else {"summary": [], "rows": []}
        if parent and whole and not force and not changed["summary"] and _same(parent, edition):
            return None
        seq = _next(root, edition.collection)
        temporary = home / f".tmp-{seq}-{secrets.token_hex(4)}"
        try:
            files = _write_tables(temporary, tables, progress)
            manifest = _manifest(edition, seq, parent, files, changed)
            content = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
            disk.write(temporary / MANIFEST, content)
            disk.sync_folder(temporary)
            disk.move(temporary, home / str(seq))
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise
        sha256 = hashlib.sha256(content).hexdigest()
        progress(f"making snapshot {seq} current")
        point(home, seq, sha256)
        return Snapshot(edition.collection, seq, home / str(seq), manifest, sha256)


@contextmanager
def holding(root: Path) -> Iterator[None]:
    """Hold the store's lock. Raises :class:`PublishError` at once where another process holds it."""
    disk.make_folder(root)
    try:
        with disk.locked(root / store.LOCK):
            yield
    except disk.BusyError:
        raise PublishError("another publish is running in this store; nothing changed") from None


def point(home: Path, seq: int, manifest_sha256: str) -> None:
    """Make a snapshot the current one, by one rename.

    Raises :class:`PublishError` where the rename happened and the disk would not confirm it.
    """
    pointer = home / f"{store.CURRENT}.new"
    pointer.unlink(missing_ok=True)
    disk.write(pointer, json.dumps({"seq": seq, "manifest_sha256": manifest_sha256}).encode() + b"\n")
    try:
        disk.move(pointer, home / store.CURRENT)
    except OSError as error:
        if pointer.exists():
            raise
        raise PublishError(
            f"snapshot {seq} is current, but the disk did not confirm it ({error.strerror}); check the disk"
        ) from error


def _parent(root: Path, collection: str, progress: Progress) -> tuple[Snapshot | None, bool]:
    """Return the snapshot that the next one replaces, and whether it is the current one and whole."""
    try:
        current = store.current(root, collection)
        return current, current is not None
    except SnapshotError as error:
        progress(f"the current snapshot cannot be used: {error}")
    try:
        newest, _ = store.newest_whole(root, collection)
    except SnapshotError:
        progress("no snapshot in this collection is whole; the new one stands alone")
        return None, False
    progress(f"comparing with {newest.id}, the newest that is whole")
    return newest, False


def _keep_kind(parent: Snapshot | None, edition: Edition) -> None:
    kind = edition.source.plain_settings["kind"]
    if parent is not None and parent.manifest["kind"] != kind:
        raise PublishError(
            f"{edition.collection} holds a {parent.manifest['kind']}, and these sources are a {kind}: made-up and "
            "true data never share a collection. Name another with --collection; nothing changed"
        )


def _same(parent: Snapshot, edition: Edition) -> bool:
    manifest = parent.manifest
    return bool(
        manifest["settings"] == edition.source.plain_settings
        and manifest["as_of"] == edition.as_of.isoformat()
        and manifest["validation"]["warnings"] == list(edition.warnings)
    )


def _next(root: Path, collection: str) -> int:
    try:
        found = store.pointer(root, collection)
    except SnapshotError:
        found = None
    return max([0, *store.seqs(root, collection), *([found[0]] if found else [])]) + 1


def _write_tables(folder: Path, tables: Mapping[str, pa.Table], progress: Progress) -> list[dict[str, Any]]:
    folder.mkdir()
    files = []
    for name, table in tables.items():
        sink = pa.BufferOutputStream()
        # Written in memory first: a full disk is then an ordinary error of ours and never one inside a library.
        pq.write_table(table, sink, compression="zstd")
        content = sink.getvalue().to_pybytes()
        path = folder / f"{name}.parquet"
        disk.write(path, content)
        sha256 = hashlib.sha256(content).hexdigest()
        _look_again(path, sha256, table.num_rows)
        files.append(
            {"table": name, "path": path.name, "rows": table.num_rows, "bytes": len(content), "sha256": sha256}
        )
        progress(f"wrote {name}: {table.num_rows} rows")
    return files


def _look_again(path: Path, sha256: str, rows: int) -> None:
    content = path.read_bytes()
    read = pq.ParquetFile(pa.BufferReader(content)).metadata.num_rows
    if hashlib.sha256(content).hexdigest() != sha256 or read != rows:
        raise PublishError(f"{path.name} was not read back as it was written; nothing changed. Check the disk")


def _manifest(
    edition: Edition, seq: int, parent: Snapshot | None, files: list[dict[str, Any]], changed: Mapping[str, Any]
) -> dict[str, Any]:
    settings = edition.source.settings
    if settings is None:
        raise PublishError("the sources have no usable collection.toml; nothing changed")
    return {
        "seq": seq,
        "id": f"{edition.collection}@{seq}",
        "schema_version": SCHEMA_VERSION,
        "collection": edition.collection,
        "title": settings.title,
        "kind": settings.kind,
        "audience": settings.audience,
        "as_of": edition.as_of.isoformat(),
        "published_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "tool_version": TOOL_VERSION,
        "publisher": edition.publisher or None,
        "reason": edition.reason or None,
        "parent": None if parent is None else parent.seq,
        "parent_manifest_sha256": None if parent is None else parent.manifest_sha256,
        "files": files,
        "sources": edition.source.hashes,
        "validation": {"errors": 0, "warnings": list(edition.warnings)},
        "changes": dict(changed),
        "settings": edition.source.plain_settings,
    }
