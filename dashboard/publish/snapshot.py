"""A published snapshot: its manifest, its files, and whether they are what was published. Nothing here writes."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

SCHEMA_VERSION = 1
MANIFEST = "manifest.json"
TABLE_NAMES = (
    "institutions",
    "programmes",
    "partnerships",
    "partnership_members",
    "tne_programmes",
    "tne_enrolments",
    "leadership_events",
    "leadership_attendance",
    "leadership_posts",
    "researcher_workshops",
    "impact_evidence",
    "claims",
    "register",
)
SHA256 = re.compile(r"[0-9a-f]{64}")


class SnapshotError(Exception):
    """A snapshot cannot be used; the message says what is wrong, where, and which command to run."""


@dataclass(frozen=True)
class Snapshot:
    """One published snapshot. ``id`` is "<collection>@<seq>"; ``folder`` holds its files.

    ``contents`` are the verified bytes of its files by table; empty until it was verified.
    """

    collection: str
    seq: int
    folder: Path
    manifest: Mapping[str, Any]
    manifest_sha256: str
    contents: Mapping[str, bytes] = field(default_factory=dict, repr=False, compare=False)

    @property
    def id(self) -> str:
        """Return the snapshot's name as links carry it, "public-record@1"."""
        return f"{self.collection}@{self.seq}"

    @property
    def title(self) -> str:
        """Return the title of the collection, as its sources name it."""
        return str(self.manifest["title"])

    @property
    def as_of(self) -> date:
        """Return the date of the data."""
        return date.fromisoformat(self.manifest["as_of"])

    def tables(self) -> "dict[str, pa.Table]":
        """Return every table, parsed from the very bytes whose sha256 was checked.

        Raises :class:`SnapshotError` where a file is missing or changed.
        """
        return dict(self._tables)

    @cached_property
    def _tables(self) -> "dict[str, pa.Table]":
        import pyarrow as pa
        import pyarrow.parquet as pq

        contents = self.contents or read_verified(self)
        return {name: pq.read_table(pa.BufferReader(content)) for name, content in contents.items()}


def listed(store: Path, collection: str, seq: int) -> Snapshot:
    """Return a snapshot with its manifest read and checked for shape; its files are not looked at.

    Raises :class:`SnapshotError` where the manifest is missing, damaged or of another version.
    """
    folder = store / collection / str(seq)
    path = folder / MANIFEST
    try:
        content = path.read_bytes()
        manifest = json.loads(content)
    except FileNotFoundError:
        where = f"{path} is missing" if folder.is_dir() else f"there is no snapshot {seq} in {folder.parent}"
        raise SnapshotError(f"{where}. Run: {mend(store, collection)}") from None
    except OSError as error:
        raise SnapshotError(f"{path} cannot be read ({error.strerror}).") from None
    except (ValueError, RecursionError):
        raise SnapshotError(f"{path} is damaged. Run: {mend(store, collection)}") from None
    fault = _fault(manifest, collection, seq)
    if fault:
        raise SnapshotError(f"{path}: {fault}. Run: {mend(store, collection)}")
    return Snapshot(collection, seq, folder, manifest, hashlib.sha256(content).hexdigest())


def _fault(manifest: Any, collection: str, seq: int) -> str:
    again = "Publish the sources again with this version of the program"
    if not isinstance(manifest, dict):
        return "it is not a manifest"
    if manifest.get("schema_version") != SCHEMA_VERSION:
        version = str(manifest.get("schema_version"))[:20]
        return f"its schema version is {version} and this program reads {SCHEMA_VERSION}. {again}"
    if manifest.get("seq") != seq or manifest.get("collection") != collection:
        return "it belongs to another snapshot, so this folder was exchanged or renamed"
    try:
        date.fromisoformat(manifest["as_of"])
        texts = all(isinstance(manifest[name], str) for name in ("title", "kind", "audience", "published_at"))
        names = [(entry["table"], entry["path"]) for entry in manifest["files"]]
        hashed = all(SHA256.fullmatch(entry["sha256"]) for entry in manifest["files"])
        whole = texts and hashed and isinstance(manifest["settings"], dict)
        whole = whole and isinstance(manifest["changes"]["rows"], list)
        whole = whole and (manifest["parent"] is None or type(manifest["parent"]) is int)
        whole = whole and sorted(names) == sorted((name, f"{name}.parquet") for name in TABLE_NAMES)
    except (KeyError, TypeError, ValueError, AttributeError):
        whole = False
    return "" if whole else f"it is incomplete. {again}"


def read_verified(snapshot: Snapshot) -> dict[str, bytes]:
    """Return the bytes of a snapshot's files by table, each read once and checked against its sha256.

    Raises :class:`SnapshotError` naming the first file that is missing, unreadable or changed.
    """
    contents = {}
    store, collection = snapshot.folder.parent.parent, snapshot.collection
    for entry in snapshot.manifest["files"]:
        path = snapshot.folder / entry["path"]
        try:
            content = path.read_bytes()
        except OSError as error:
            raise SnapshotError(f"{path} cannot be read ({error.strerror}). Run: {mend(store, collection)}") from None
        if hashlib.sha256(content).hexdigest() != entry["sha256"]:
            raise SnapshotError(f"{path} is damaged: its sha256 differs. Run: {mend(store, collection)}")
        contents[entry["table"]] = content
    return contents


def command(name: str, store: Path, collection: str) -> str:
    """Return a command line that a person can run on a collection."""
    return f"python -m dashboard {name} --store {store} --collection {collection}"


def publish_command(store: Path, collection: str) -> str:
    """Return the command line that publishes a source folder into a collection."""
    return f"python -m dashboard publish FOLDER --store {store} --collection {collection} --as-of DATE"


def mend(store: Path, collection: str) -> str:
    """Return what to run where something of a collection is damaged."""
    return f"{command('verify', store, collection)}, then rollback to a whole one"
