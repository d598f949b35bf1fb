"""Whether this installation can serve: the data, the disk, the libraries, the land of the maps."""

import importlib.metadata
import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dashboard.publish import store
from dashboard.publish.snapshot import SnapshotError

_LAND = Path(__file__).resolve().parent.parent / "assets" / "land.geojson"
_LIBRARIES = ("streamlit", "duckdb", "plotly", "pydeck", "pandas", "pyarrow", "pydantic")
_ENOUGH_MB = 200


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what, whether it is as it should be, and what was found."""

    what: str
    good: bool
    words: str


def run(root: Path, collection: str) -> list[Finding]:
    """Look at everything that the dashboard needs and return what was found."""
    return [*_data(root, collection), _disk(root), *_libraries(), _land()]


def _data(root: Path, collection: str) -> Iterator[Finding]:
    try:
        snapshot = store.current(root, collection)
    except SnapshotError as error:
        yield Finding("data", False, str(error))
        return
    if snapshot is None:
        yield Finding("data", False, f"nothing is published in {root / collection}")
        return
    yield Finding("data", True, f"{snapshot.id}, {snapshot.title}, all files as published")
    age = (datetime.now(UTC).date() - snapshot.as_of).days
    words = f"as of {snapshot.as_of}, {age} days ago" if age >= 0 else f"as of {snapshot.as_of}, still to come"
    yield Finding("age", True, words)


def _disk(root: Path) -> Finding:
    folder = root.absolute()
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free // 1_000_000
    return Finding("disk", free >= _ENOUGH_MB, f"{free} MB free; {_ENOUGH_MB} MB are enough")


def _libraries() -> Iterator[Finding]:
    yield Finding("python", True, platform.python_version())
    for name in _LIBRARIES:
        try:
            yield Finding(name, True, importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Finding(name, False, "not installed; run: pip install -r requirements.txt")


def _land() -> Finding:
    if _LAND.is_file():
        return Finding("land", True, f"{_LAND.name}, {_LAND.stat().st_size // 1000} kB")
    return Finding("land", False, f"{_LAND.name} is missing from dashboard/assets; take it from the repository")
