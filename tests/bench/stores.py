"""A store for the measurements: the shipped collections, and the demonstration a hundred times as large beside them."""

import contextlib
import io
import shutil
from pathlib import Path

from dashboard.__main__ import run
from dashboard.publish import sources
from dashboard.warehouse import STORE

SCALE = 100
LARGE = "demonstration-large"
SEED, AS_OF = "2018", "2018-12-31"


def make(folder: Path) -> Path:
    """Make the store inside an empty folder and return it.

    The caps on what a source folder may hold are lifted here: they guard against a stray workbook, and this folder is
    the generator's own.
    """
    store, made = folder / "store", folder / "made"
    shutil.copytree(STORE, store, ignore=shutil.ignore_patterns(".lock"))
    before = sources.MAX_BYTES, sources.MAX_ROWS
    sources.MAX_BYTES, sources.MAX_ROWS = 10**10, 10**8
    try:
        _do("demonstrate", "--seed", SEED, "--scale", str(SCALE), "--out", str(made))
        _do("publish", str(made), "--collection", LARGE, "--as-of", AS_OF, "--store", str(store))
    finally:
        sources.MAX_BYTES, sources.MAX_ROWS = before
        shutil.rmtree(made, ignore_errors=True)
    return store


def _do(*words: str) -> None:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = run(list(words))
    if code:
        raise RuntimeError(f"{words[0]} ended with {code}: {said.getvalue()[-2000:]}")
