"""The store of published snapshots: what is there, which is current, and which is the newest whole one.

A store is a folder of collections; a collection is a folder of numbered snapshots and ``CURRENT``, a pointer that
names one of them with the sha256 of its manifest. Each manifest names the sha256 of its files and of the manifest
that it replaced, so that damage anywhere is noticed from ``CURRENT``. Nothing here writes.
"""

import json
import re
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from dashboard.publish.snapshot import (
    MANIFEST,
    SHA256,
    Snapshot,
    SnapshotError,
    listed,
    mend,
    publish_command,
    read_verified,
)

__all__ = ["Snapshot", "SnapshotError", "collections", "current", "newest_whole", "open_snapshot", "snapshots"]

CURRENT, LOCK = "CURRENT", ".lock"
_COLLECTION = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_SEQ = re.compile(r"[1-9][0-9]{0,8}")
_KEPT = 4
_verified: OrderedDict[tuple[object, ...], Mapping[str, bytes]] = OrderedDict()
_verified_lock = threading.Lock()


def valid_collection(name: str) -> bool:
    """Say whether a text may name a collection: lower-case letters, digits and hyphens, at most 60."""
    return _COLLECTION.fullmatch(name) is not None


def collections(store: Path) -> list[str]:
    """Return the collections of a store that have a snapshot or a pointer, by name; none for a missing store."""
    try:
        names = [path.name for path in store.iterdir() if valid_collection(path.name) and path.is_dir()]
    except OSError:
        return []
    return sorted(name for name in names if seqs(store, name) or (store / name / CURRENT).exists())


def seqs(store: Path, collection: str) -> list[int]:
    """Return the numbers of a collection's snapshots, ascending, whole or not."""
    try:
        names = [path.name for path in (store / collection).iterdir() if path.is_dir()]
    except OSError:
        return []
    return sorted(int(name) for name in names if _SEQ.fullmatch(name))


def pointer(store: Path, collection: str) -> tuple[int, str] | None:
    """Return what CURRENT says: a number and its manifest's sha256; None where nothing was published yet.

    Raises :class:`SnapshotError` where CURRENT is damaged, or is gone while snapshots are there.
    """
    path = store / collection / CURRENT
    try:
        content = json.loads(path.read_bytes())
        seq, sha256 = content["seq"], content["manifest_sha256"]
        if type(seq) is int and seq > 0 and isinstance(sha256, str) and SHA256.fullmatch(sha256):
            return seq, sha256
        reason = "it does not name a snapshot"
    except FileNotFoundError:
        if not seqs(store, collection):
            return None
        reason = "it is missing"
    except OSError as error:
        reason = f"it cannot be read ({error.strerror})"
    except (ValueError, TypeError, KeyError, RecursionError):
        reason = "it is not what a publication writes"
    raise SnapshotError(f"{path}: {reason}. Run: {mend(store, collection)}")


def current(store: Path, collection: str) -> Snapshot | None:
    """Return the current snapshot, verified; None where nothing was published yet.

    Raises :class:`SnapshotError` where the pointer, the manifest or a file is damaged.
    """
    found = pointer(store, collection)
    return None if found is None else open_snapshot(store, collection, found[0])


def open_snapshot(store: Path, collection: str, seq: int) -> Snapshot:
    """Return one snapshot, verified: its manifest against those that name it, its files against its manifest.

    The bytes that were hashed are kept with it, once for as long as the files stay the same on the disk. Raises
    :class:`SnapshotError` with a plain sentence: what is wrong, where, which command to run.
    """
    if not valid_collection(collection):
        raise SnapshotError("a collection's name has lower-case letters, digits and hyphens only.")
    snapshot = listed(store, collection, seq)
    witness = _witness(store, collection, seq)
    if witness is not None and witness != snapshot.manifest_sha256:
        raise SnapshotError(
            f"{snapshot.folder / MANIFEST} was changed after it was published. Run: {mend(store, collection)}"
        )
    return replace(snapshot, contents=_contents(snapshot))


def _witness(store: Path, collection: str, seq: int) -> str | None:
    """Return the sha256 that others recorded for a manifest: the pointer, else a snapshot that replaced it."""
    try:
        found = pointer(store, collection)
    except SnapshotError:
        found = None
    if found is not None and found[0] == seq:
        return found[1]
    for later in (number for number in seqs(store, collection) if number > seq):
        try:
            manifest = listed(store, collection, later).manifest
        except SnapshotError:
            continue
        if manifest.get("parent") == seq:
            recorded = manifest.get("parent_manifest_sha256")
            return recorded if isinstance(recorded, str) else None
    return None


def _contents(snapshot: Snapshot) -> Mapping[str, bytes]:
    # Hashed once per state of the files: a file that was changed, cut or exchanged has another state.
    try:
        states = [(snapshot.folder / entry["path"]).stat() for entry in snapshot.manifest["files"]]
    except OSError:
        return read_verified(snapshot)
    key = (
        str(snapshot.folder.absolute()),
        snapshot.manifest_sha256,
        *((state.st_ino, state.st_mtime_ns, state.st_ctime_ns, state.st_size) for state in states),
    )
    with _verified_lock:
        if key in _verified:
            _verified.move_to_end(key)
            return _verified[key]
    contents = read_verified(snapshot)
    with _verified_lock:
        _verified[key] = contents
        while len(_verified) > _KEPT:
            _verified.popitem(last=False)
    return contents


def newest_whole(store: Path, collection: str) -> tuple[Snapshot, list[str]]:
    """Return the snapshot to show: the current one, else the newest whole one, and sentences on what was wrong.

    Where the current one is damaged, earlier ones are tried before later ones: a later one was rolled back, or
    never became current. Raises :class:`SnapshotError` where there is none to show.
    """
    if not valid_collection(collection):
        raise SnapshotError("a collection's name has lower-case letters, digits and hyphens only.")
    problems, wanted = [], None
    try:
        found = pointer(store, collection)
    except SnapshotError as error:
        problems.append(str(error))
    else:
        if found is None:
            publish = publish_command(store, collection)
            raise SnapshotError(f"nothing is published in {store / collection} yet. Run: {publish}")
        wanted = found[0]
    numbers = sorted(seqs(store, collection), reverse=True)
    earlier = [seq for seq in numbers if wanted is None or seq < wanted]
    later = [seq for seq in numbers if seq not in earlier and seq != wanted]
    for seq in (*([] if wanted is None else [wanted]), *earlier, *later):
        try:
            return open_snapshot(store, collection, seq), problems
        except SnapshotError as error:
            problems.append(str(error))
    raise SnapshotError(" ".join(problems) or f"there is no snapshot in {store / collection}.")


def snapshots(store: Path, collection: str) -> list[Snapshot]:
    """Return every snapshot whose manifest can be read, by number, ascending; their files are not verified."""
    found = []
    for seq in seqs(store, collection):
        try:
            found.append(listed(store, collection, seq))
        except SnapshotError:
            continue
    return found


def verify(store: Path, collection: str) -> list[str]:
    """Check the pointer, every snapshot's files and the chain of manifests; return what is wrong, in sentences."""
    problems, numbers = list[str](), set(seqs(store, collection))
    try:
        found = pointer(store, collection)
    except SnapshotError as error:
        problems.append(str(error))
    else:
        if found is None:
            publish = publish_command(store, collection)
            return [f"nothing is published in {store / collection} yet. Run: {publish}"]
        numbers.add(found[0])
    for seq in sorted(numbers):
        try:
            snapshot = open_snapshot(store, collection, seq)
        except SnapshotError as error:
            problems.append(str(error))
            continue
        parent, recorded = snapshot.manifest.get("parent"), snapshot.manifest.get("parent_manifest_sha256")
        if parent is None:
            continue
        try:
            if listed(store, collection, parent).manifest_sha256 != recorded:
                problems.append(f"{snapshot.id}: the manifest of {parent}, which it replaced, was changed.")
        except SnapshotError as error:
            problems.append(str(error))
    return list(dict.fromkeys(problems))
