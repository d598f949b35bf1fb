"""Questions asked of the tiny world and of the public record, through the real publisher and the real warehouse."""

import contextlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dashboard.__main__ import run
from dashboard.filters import Filters
from dashboard.publish.snapshot import Snapshot
from dashboard.warehouse import STORE, Answer, Warehouse

TESTS = Path(__file__).resolve().parent
WORLD = TESTS / "world"
EXPECTED = TESTS / "expected"

_HOME = TemporaryDirectory(prefix="tiny-world-")


@dataclass(frozen=True)
class Data:
    """One opened snapshot, ready to be asked."""

    warehouse: Warehouse
    snapshot: Snapshot

    def answer(self, question_id: str, **filters: Any) -> Answer:
        """Ask one question; lists become the tuples that :class:`Filters` holds, ``ids`` goes beside them."""
        ids: Sequence[str] = filters.pop("ids", ())
        held = {name: tuple(value) if isinstance(value, list) else value for name, value in filters.items()}
        return self.warehouse.answer(question_id, Filters(**held), self.snapshot, ids)

    def rows(self, question_id: str, **filters: Any) -> list[dict[str, Any]]:
        """Return the rows of one question's answer."""
        return self.answer(question_id, **filters).rows


@cache
def world() -> Data:
    """Return the tiny world, published once into a temporary store."""
    words = ["publish", str(WORLD), "--collection", "world", "--as-of", "2024-06-30", "--store", _HOME.name]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
        code = run(words)
    assert code == 0, said.getvalue()
    warehouse = Warehouse(Path(_HOME.name))
    return Data(warehouse, warehouse.serve("world").snapshot)


@cache
def record() -> Data:
    """Return the public record as it is shipped."""
    warehouse = Warehouse(STORE)
    return Data(warehouse, warehouse.serve("public-record").snapshot)


@cache
def demonstration() -> Data:
    """Return the demonstration as it is shipped."""
    warehouse = Warehouse(STORE)
    return Data(warehouse, warehouse.serve("demonstration").snapshot)
