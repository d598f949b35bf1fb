"""The files that readers' browsers load from us: the typeface and the land of the maps.

Each is served under a name that carries the beginning of its content's hash, so it may be kept for ever; only the
names listed here exist, and no name from outside is ever joined to a path.
"""

import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
NAMES = ("inter-latin.woff2", "land.geojson", "land-wide.geojson")


def path(name: str) -> Path:
    """Return where the file of this plain name stands; an unknown name raises :class:`KeyError`."""
    if name not in NAMES:
        raise KeyError(f"no such asset: {name!r}; there are {', '.join(NAMES)}")
    return FOLDER / name


@cache
def hashed_name(name: str) -> str:
    """Return ``<stem>.<first 12 of sha256>.<suffix>`` for a plain name."""
    file = path(name)
    return f"{file.stem}.{hashlib.sha256(file.read_bytes()).hexdigest()[:12]}{file.suffix}"


def url(name: str) -> str:
    """Return the address of an asset within the application, beginning with a slash."""
    return f"/assets/{hashed_name(name)}"


@cache
def _by_hashed_name() -> dict[str, Path]:
    return {hashed_name(name): path(name) for name in NAMES}


def resolve(hashed: str) -> Path | None:
    """Return the file behind a hashed name, or ``None`` for any other text."""
    return _by_hashed_name().get(hashed)
