"""Writing so that a crash at any instant leaves what was there before: fsync, rename, one lock for a store."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class BusyError(Exception):
    """Another process is writing to the store."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file while the block runs; the system lets go of it when the process ends, however it ends.

    Raises :class:`BusyError` at once where another process holds it.
    """
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError from None
        yield


def make_folder(path: Path) -> None:
    """Make a folder and those above it, each entry on the disk before this returns."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(exist_ok=True)
    sync_folder(path.parent)


def write(path: Path, content: bytes) -> None:
    """Write a new file that nobody may write to again; its bytes are on the disk before this returns."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        rest = memoryview(content)
        while rest:
            # A disk that fills up may take a part first and refuse the rest.
            rest = rest[os.write(descriptor, rest) :]
        os.fchmod(descriptor, 0o444)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Put a folder's entries on the disk."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def move(old: Path, new: Path) -> None:
    """Rename within one folder, atomically, and put the folder's entries on the disk."""
    old.rename(new)
    sync_folder(new.parent)


def sweep(folder: Path, *patterns: str) -> None:
    """Remove what an interrupted publication left behind."""
    for pattern in patterns:
        for path in folder.glob(pattern):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
