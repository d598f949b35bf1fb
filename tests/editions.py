"""Two editions of the tiny world, told apart by a handful of changes that can be counted on paper."""

import contextlib
import io
import shutil
from collections.abc import Callable
from pathlib import Path

from dashboard.__main__ import run
from tests.asking import WORLD

COLLECTION = "world"
_RECORD = 'kind = "record"\naudience = "made_up"'
_PROGRAMME = 'kind = "programme"\naudience = "internal"'


def publish_two(home: Path, *, kind: str = "record") -> Path:
    """Publish both editions, the second half a year after the first; return their store.

    From the first to the second: p15 is new with its two members, p04 ended, p10 went from active to sustained,
    p11 was renamed, the subject of p10 and the participants of e8 were corrected, w4 is gone, and an attendance was
    added.
    """
    folder, store = home / "sources", home / "store"
    shutil.copytree(WORLD, folder)
    if kind == "programme":
        change(
            folder / "collection.toml",
            lambda text: text.replace(_RECORD, _PROGRAMME).replace('"none"', '"small_counts"'),
        )
    publish(folder, store, "2024-06-30")
    change(folder / "partnerships.csv", _partnerships)
    change(folder / "partnership_members.csv", lambda text: text + "p15,ash,lead,\np15,rice,partner,\n")
    change(folder / "researcher_workshops.csv", lambda text: "".join(line for line in lines(text) if line[:3] != "w4,"))
    change(
        folder / "leadership_events.csv",
        lambda text: text.replace("British Council,,,held,,,", "British Council,,,held,30,,"),
    )
    change(folder / "leadership_attendance.csv", lambda text: text + "e8,oak,dean,,4,\n")
    publish(folder, store, "2024-12-31")
    return store


def _partnerships(text: str) -> str:
    changed = text.replace("Salt and health", "Salt sugar and health")
    changed = changed.replace("2021-03,,,,active,2024-05,", "2021-03,2024-09,,,completed,2024-09,")
    changed = changed.replace("Business top-up,Business & management", "Business top-up,Education")
    changed = changed.replace("2022-11,active,2022-11,", "2022-11,sustained,2024-11,")
    added = (
        "p15,agree,mobility,Exchange of teachers,Health,BGD,2024-10,,,,active,2024-11,,,,,,https://example.org/p15,high"
    )
    return f"{changed}{added}\n"


def lines(text: str) -> list[str]:
    """Return the lines of a text with their ends."""
    return text.splitlines(keepends=True)


def change(path: Path, how: Callable[[str], str]) -> None:
    """Rewrite a file; a change that changes nothing fails."""
    before = path.read_text(encoding="utf-8")
    after = how(before)
    assert after != before, f"{path.name} stays as it was"
    path.write_text(after, encoding="utf-8")


def publish(folder: Path, store: Path, as_of: str) -> None:
    """Publish a folder as the next edition."""
    words = ["publish", str(folder), "--collection", COLLECTION, "--as-of", as_of, "--store", str(store)]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
        code = run(words)
    assert code == 0, said.getvalue()
