"""The empty source folder: a file a table with its header, and every column explained, made from the models."""

from collections.abc import Mapping
from pathlib import Path

from dashboard.publish import collection, schema, sources
from dashboard.publish.models import Row

_SETTINGS = """\
# What this folder is. It travels with every snapshot that is made from it.
title = "Title that people read"
# kind: record (facts with sources), programme (your own data) or demonstration (made up, and says so everywhere)
kind = "record"
# audience: internal until a person decides that it is shareable; made_up for a demonstration
audience = "internal"
description = "What it holds, and what it does not."
owner = "The office that answers for it"
contact = "How to reach that office; no person's name or address"
# register = "register.csv"    # a list of all institutions that could take part; optional

# Small counts of people. A programme must have rule = "small_counts": 1 to 9 people are shown as "fewer than 10", other
# counts of people are rounded to 5, and below the nation only institutions are counted. Any other kind has "none".
[disclosure]
rule = "none"
# Institutions that nobody took part from are named only where name_unreached is true. The post at the head of each has
# one holder, so naming it is a statement about a person: the owner of the data decides it; the decision is recorded.
# name_unreached = false
# decided_by = "The office that decided"
# decided_on = 2026-11-22
# reason = "Why"

# National figures that the owner of the data has signed are shown exactly where their base is 20 or more, on the date
# of the data; each signs for the differences between its released figures too. measure: A to G of "98 % of what?";
# role_group: as in leadership_posts.csv, and "all" for E and G, which put several groups together.
# [[disclosure.released]]
# measure = "D"
# country = "PAK"
# role_group = "vice_chancellor"
# signed_by = "The office that answers for the data"
# signed_on = 2026-11-22

# INSPIRE's years in a country, shaded in charts over time; repeat for each country.
# [[bands]]
# country = "PAK"
# label = "INSPIRE in Pakistan"
# from = 2008
# to = 2013

# What is missing, and who has it: a line at the foot of a page (overview, partnerships, map, leadership,
# transnational, researchers, impact, institution, compare, changes, about).
# [[missing]]
# page = "overview"
# what = "What is not known."
# who_has_it = "Who could say."

# What must be known of this data before one question's figure is quoted; ids stand in queries/README.md.
# [[caveats]]
# question = "partnerships/known_by_year"
# text = "What a reader should know."
"""

_GUIDE = """\
# An empty source folder

One CSV file a table. Fill in what you have, delete the files that you do not need, then run:

    python -m dashboard validate THIS_FOLDER
    python -m dashboard publish THIS_FOLDER --collection a-name --as-of 2026-11-22

Rules for every file:
- Save as CSV in UTF-8, separated by commas, semicolons or tabs. Keep the first
  line, the names of the columns, as it is.
- An empty cell means: not known. {null_words} are read as empty, with a warning.
- Dates have the year first and may be partial: 2012, 2012-05 or 2012-05-14. 03/04/2014 is refused, since
  nobody can tell the month.
- Numbers are plain digits. Write "about" and "over" in a note, never in a number.
- An id is never changed and never used for something else.
- No names, addresses, numbers or other facts about persons, anywhere. People are counts; `holder_key` is a pseudonym
  of lower-case letters and digits, such as h-0172, that leaves no store and only counts distinct people.
- In a record every row says in `source_url` where it is stated.

These files must be there: {mandatory}. All others may be missing, and so may every column that need not be filled.
`collection.toml` says what the folder is.
"""


def files() -> Mapping[str, str]:
    """Return the text of every file of an empty source folder, by name."""
    guide = _GUIDE.format(
        mandatory=", ".join(f"{name}.csv" for name in schema.MANDATORY),
        null_words=", ".join(sorted(sources.NULL_WORDS)),
    )
    explained = [guide, *(_explained(f"{table}.csv", table) for table in schema.SOURCE_TABLES)]
    register = _explained("register.csv (optional; named in collection.toml)", schema.REGISTER)
    headers = {f"{table}.csv": ",".join(schema.columns(table)) + "\n" for table in schema.SOURCE_TABLES}
    return {"README.md": "\n".join([*explained, register]), collection.NAME: _SETTINGS, **headers}


def _explained(heading: str, table: str) -> str:
    model: type[Row] = schema.TABLES[table]
    lines = [
        f"## {heading}",
        f"{model.__doc__} Key: {', '.join(f'`{name}`' for name in model.KEY)}.",
        "",
        "| column | meaning | type | must be filled | allowed |",
        "|---|---|---|---|---|",
    ]
    for column in schema.columns(table).values():
        points = f"; must be in {column.kind.points_to}" if column.kind.points_to else ""
        needed = "yes" if column.required else "no"
        lines.append(
            f"| `{column.name}` | {column.meaning} | {column.kind.name} | {needed} | {column.kind.allowed}{points} |"
        )
    return "\n".join([*lines, ""])


def write(folder: Path) -> None:
    """Write an empty source folder.

    Raises :class:`FileExistsError` where the folder already holds something, so that nothing is overwritten.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(None, "the folder is not empty, and nothing is overwritten", str(folder))
    for name, text in files().items():
        (folder / name).write_text(text, encoding="utf-8")
