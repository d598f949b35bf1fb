"""What earlier editions had wrong: names of old, awards mistyped, city points, a partnership entered twice."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from dashboard.demonstration.days import Made

Cells = Mapping[str, Any]


def made(rows: Iterable[Made], block: int) -> Iterator[Made]:
    """Yield a block's rows; those at certain places of their table know what was written of them before."""
    counted: dict[str, int] = defaultdict(int)
    old_names = dict[object, Cells]()
    twice: Made | None = None
    for row in rows:
        counted[row.table] += 1
        spoil = _MISTAKES.get((row.table, counted[row.table]))
        before = None if spoil is None else spoil(row.cells)
        if row.table == "institutions" and before is not None:
            old_names[row.cells["institution_id"]] = before
        if row.table == "register":
            before = old_names.get(row.cells["institution_id"])
            row = _renamed(row, before)
        elif row.table == "institutions":
            row = _renamed(row, before)
        yield row if before is None else replace(row, mistaken=_fitting(row, before))
        if row.table == "partnerships" and counted[row.table] == _TWICE:
            twice = row
            yield _copy(row, block)
        elif twice is not None and row.cells.get("partnership_id") == twice.cells["partnership_id"]:
            yield _copy(row, block)


def _fitting(row: Made, before: Cells) -> Cells:
    return {name: value for name, value in before.items() if name in row.cells}


def _renamed(row: Made, before: Cells | None) -> Made:
    """A name of old is an alias once it is no longer the name."""
    if before is None or "name" not in before:
        return row
    former = str(before["name"])
    aliases = "; ".join(filter(None, (str(row.cells.get("aliases") or ""), former)))
    return replace(row, cells={**row.cells, "aliases": aliases})


def _copy(row: Made, block: int) -> Made:
    name = f"{row.cells['partnership_id']}-again"
    return replace(row, cells={**row.cells, "partnership_id": name}, struck=True)


def _name(cells: Cells) -> Cells:
    former = str(cells["name"]).replace("University", "College").replace("Institute", "College")
    return {"name": former, "aliases": cells.get("aliases")}


def _point(cells: Cells) -> Cells:
    return {"latitude": None, "longitude": None, "coordinate_precision": None}


def _award(cells: Cells) -> Cells:
    return {"award_gbp": None if cells["award_gbp"] is None else int(cells["award_gbp"]) + 9000}


def _subject(cells: Cells) -> Cells:
    return {"subject": "Multiple" if cells["subject"] != "Multiple" else "Sciences"}


def _more(cells: Cells) -> Cells:
    return {"participants": None if cells["participants"] is None else int(cells["participants"]) + 4}


def _fewer_learners(cells: Cells) -> Cells:
    return {"learners": cells["learners"], "women": None, "completions": None}


_TWICE = 205
_MISTAKES: dict[tuple[str, int], Callable[[Cells], Cells]] = {
    **dict.fromkeys([("institutions", number) for number in (23, 71, 118, 190)], _name),
    **dict.fromkeys([("institutions", number) for number in (64, 97, 175)], _point),
    **dict.fromkeys([("partnerships", number) for number in (30, 66, 140)], _award),
    **dict.fromkeys([("partnerships", number) for number in (48, 171)], _subject),
    **dict.fromkeys([("leadership_events", number) for number in (6, 12)], _more),
    **dict.fromkeys([("researcher_workshops", number) for number in (9, 30)], _more),
    **dict.fromkeys([("tne_enrolments", number) for number in (40, 90, 91)], _fewer_learners),
}
