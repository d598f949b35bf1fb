"""A source folder in template form, written row by row: no table is ever held in memory as a whole."""

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from dashboard.demonstration import (
    courses,
    editions,
    impact,
    institutions,
    mistakes,
    partnerships,
    plan,
    posts,
    researchers,
    teaching,
)  # fmt: skip
from dashboard.demonstration.days import ALWAYS, Day, Made
from dashboard.publish import collection, schema

_SETTINGS = """\
# Written by `python -m dashboard demonstrate`. Nothing in this folder is real.
title = "Demonstration"
kind = "demonstration"
audience = "made_up"
description = "A complete programme, 2008 to 2018, made up by a seeded generator. No institution and no number is \
real. Totals were set to match what INSPIRE published; agreement proves nothing."
owner = "Nobody: made up by a seeded generator (seed {seed}, scale {scale})"
contact = "The issue tracker of this repository"
register = "register.csv"

[disclosure]
rule = "none" # nobody in it is real

[[bands]]
country = "PAK"
label = "INSPIRE in Pakistan"
from = 2008
to = 2018

[[bands]]
country = "BGD"
label = "INSPIRE in Bangladesh"
from = 2009
to = 2017
"""


def rows(seed: int, scale: int, as_of: date) -> Iterator[Made]:
    """Yield every row as it was known on a day, one block of the programme after the other."""
    yield from editions.seen(_programmes(), as_of)
    yield from editions.seen(impact.targets(scale), as_of)
    for block in range(scale):
        yield from editions.seen(mistakes.made(_block(seed, block), block), as_of)


def _programmes() -> Iterator[Made]:
    for name, title, family, country, first, last in plan.PROGRAMMES:
        cells = {
            "programme_id": name, "name": title, "family": family, "country": country, "start_date": first,
            "end_date": last, "summary": "A made-up programme; nothing about it is real.",
            "source_url": f"{institutions.SOURCE}, programme plan",
        }  # fmt: skip
        yield Made("programmes", ALWAYS, cells)


def _block(seed: int, block: int) -> Iterator[Made]:
    found = institutions.institutions(seed, block)
    yield from institutions.rows(found)
    linked = partnerships.partnerships(seed, block, found)
    yield from partnerships.rows(seed, block, linked)
    yield from teaching.rows(seed, block, linked)
    held = posts.spells(seed, block, found)
    yield from posts.rows(seed, block, held)
    yield from courses.rows(seed, block, held, found)
    yield from researchers.rows(seed, block, found)
    yield from impact.evidence(seed, block, linked)


def write(folder: Path, seed: int, scale: int, as_of: date) -> int:
    """Write the demonstration into an empty or new folder and return how many rows it has.

    Raises :class:`FileExistsError` where the folder already holds something, so that nothing is overwritten.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(None, "the folder is not empty, and nothing is overwritten", str(folder))
    (folder / collection.NAME).write_text(_SETTINGS.format(seed=seed, scale=scale), encoding="utf-8")
    written = 0
    with ExitStack() as files:
        writers: dict[str, csv.DictWriter[str]] = {}
        for table in schema.TABLES:
            handle = files.enter_context((folder / f"{table}.csv").open("w", encoding="utf-8", newline=""))
            writers[table] = csv.DictWriter(handle, list(schema.columns(table)), restval="", lineterminator="\n")
            writers[table].writeheader()
        for made in rows(seed, scale, as_of):
            writers[made.table].writerow({name: _text(value) for name, value in made.cells.items()})
            written += 1
    return written


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.text if isinstance(value, Day) else str(value)
