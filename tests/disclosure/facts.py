"""The finest rows that counts of people are made from, read from data that guards nothing, and their atoms.

An atom is the smallest thing that a count adds up: the learners of one course in one year, the participants of one
event, a person in a post, an institution whose post was reached. Those of people and institutions weigh one.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.asking import Data

Row = Mapping[str, Any]
Atom = tuple[Hashable, ...]
TABLES = {
    "learners": "select * from learners([], [], [], [], [], [])",
    "workshops": "select *, year(held_from) as year from base_workshops",
    "courses": "select * from held_courses",
    "posts": """
        select judged_posts.*, concat_ws('/', institution_id, post_times.role_group, held_from_earliest,
            if(post_times.person like 'post %', '', post_times.person)) as post
        from judged_posts join post_times using (post_no) where qualifying = 'british_council'""",
    "in_post": """
        select *, concat_ws('/', institution_id, role_group, held_from_earliest,
            if(person like 'post %', '', person)) as post
        from in_post where held""",
    "people": "select * from judged_people where scope = 'all' and qualifying = 'british_council'",
    "listed": "select * from eligible_institutions",
    "reached_posts": "select * from reached_posts where qualifying = 'british_council'",
    "reached": "select * from reached_institutions where qualifying = 'british_council'",
    "teams": "select * from trained_teams where qualifying = 'british_council'",
    "coverage": "select * from coverage where scope = 'all' and qualifying = 'british_council'",
    "held": """
        select event_id, programmes.country, course, participants, women, trained_latest
        from qualifying_courses join leadership_events using (event_id) join programmes using (programme_id)
        where british_council""",
    "places": """
        select attended.*, programmes.country, course
        from attended join leadership_events using (event_id) join programmes using (programme_id)
        where british_council""",
}
KEYS = {"learners": ("tne_id", "year"), "workshops": ("workshop_id",), "courses": ("event_id",),
        "places": ("event_id", "institution_id", "role_group", "holder_key")}  # fmt: skip
INDEX = {
    "posts": ("measure", "day", "country", "role_group"),
    "in_post": ("day", "country", "role_group", "state"),
    "people": ("country", "role_group"),
    "listed": ("day", "country"),
    "reached_posts": ("role_group", "place"),
    "teams": ("day", "country"),
    "coverage": ("measure", "day", "country", "role_group"),
}
PARTS = (
    ("learners", "women", "learners"),
    ("workshops", "women", "participants"),
    ("courses", "women", "participants"),
)
"""Of which column another is a part, row by row."""

SINGLES = ("post", "person", "reached", "team", "attending")
"""The atoms that are one person or one institution."""


class Weights(dict[Hashable, int]):
    """The true number behind every atom."""

    def __missing__(self, key: Atom) -> int:
        """Return 1 for a single person or institution."""
        if key[0] in SINGLES:
            return 1
        raise KeyError(key)


@dataclass(frozen=True)
class Facts:
    """The finest rows of one edition, by table and by what they are looked up with, and the weight of every atom."""

    as_of: date
    rows: Mapping[str, list[Row]]
    index: Mapping[str, Mapping[tuple[Any, ...], list[Row]]]
    weights: Weights
    renamed: Mapping[Atom, Atom]

    @classmethod
    def of(cls, data: Data, before: "Facts | None" = None) -> "Facts":
        """Read them from data that guards nothing; a number that differs from that of ``before`` is another atom."""
        cursor = data.warehouse._connection(data.snapshot).cursor()
        rows = {name: cursor.sql(sql).to_arrow_table().to_pylist() for name, sql in TABLES.items()}
        index: dict[str, dict[tuple[Any, ...], list[Row]]] = {name: defaultdict(list) for name in INDEX}
        for name, columns in INDEX.items():
            for row in rows[name]:
                index[name][tuple(row[column] for column in columns)].append(row)
        found, renamed = Weights(before.weights if before else {}), dict[Atom, Atom]()
        for name, value in _numbers(rows):
            if found.setdefault(name, value) != value:
                renamed[name] = (*name, "later")
                found[renamed[name]] = value
        return cls(data.snapshot.as_of, rows, index, found, renamed)

    def found(self, table: str, key: tuple[Any, ...]) -> list[Row]:
        """Return the rows of a table that are looked up with a key."""
        return self.index[table].get(key, [])

    def atom(self, table: str, row: Row, column: str) -> Atom:
        """Return the name of one number in one row."""
        plain = name(table, row, column)
        return self.renamed.get(plain, plain)

    def made_of(self, table: str, row: Row, column: str) -> tuple[Atom, ...]:
        """Return the atoms of one number in one row: one, or the two sorts of people at a workshop."""
        if table == "workshops" and column == "participants":
            more = (self.atom(table, row, "master_trainers"),) if row["master_trainers"] else ()
            return self.atom(table, row, "trained"), *more
        return (self.atom(table, row, column),)

    def sums(self, table: str, column: str, where: Callable[[Row], bool]) -> frozenset[Atom]:
        """Return the atoms of a column's sum over the rows that fit; those without a number are none."""
        fitting = [row for row in self.rows[table] if row[column] is not None and where(row)]
        return frozenset(each for row in fitting for each in self.made_of(table, row, column))

    def parts(self) -> Iterator[tuple[Atom, tuple[Atom, ...]]]:
        """Yield the atoms that are never more than the sum of some others, with those others."""
        for table, part, whole in PARTS:
            for row in self.rows[table]:
                if row[part] is not None and row[whole] is not None:
                    yield self.atom(table, row, part), self.made_of(table, row, whole)


def name(table: str, row: Row, column: str) -> Atom:
    """Return the name of one number in one row of the first edition that has it."""
    return (table, column, *(row[key] for key in KEYS[table]))


def _numbers(rows: Mapping[str, list[Row]]) -> Iterator[tuple[Atom, int]]:
    for table in KEYS:
        for row in rows[table]:
            yield from ((name(table, row, column), value) for column, value in row.items() if type(value) is int)
    for row in rows["coverage"]:
        where = (row["day"], row["country"], row["role_group"])
        if row["n_high"] > row["n_low"]:
            yield ("extra", row["measure"], *where), row["n_high"] - row["n_low"]
        if row["measure"] == "D":
            yield from ((("empty", state, *where), row[state]) for state in ("vacant", "not_known") if row[state])
