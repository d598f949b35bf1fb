"""What is wrong with a source folder, in words that a programme officer can act on."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

SHOWN = 100
_LONGEST_FOUND = 40
JOINERS = frozenset("\u200c\u200d")  # they belong to the spelling of Bangla and Urdu


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: the table, the row as a person counts it (the header is row 1), the column, what and why.

    ``row`` is None for a finding about a whole table; ``found`` is None where there is nothing to quote.
    """

    table: str
    row: int | None
    column: str
    found: str | None
    allowed: str

    def __str__(self) -> str:
        where = [_shown(self.table)]
        if self.row is not None:
            where.append(f"row {self.row}")
        if self.column:
            where.append(f"column {_shown(self.column)}")
        found = "" if self.found is None else f"found {quoted(self.found)}; "
        return f"{', '.join(where)}: {found}{self.allowed}"


@dataclass(slots=True)
class Findings:
    """Errors, which stop a publication, and warnings, which travel in the manifest."""

    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def error(self, table: str, row: int | None, column: str, found: str | None, allowed: str) -> None:
        """Note something that must be mended before anything is published."""
        self.errors.append(Problem(table, row, column, found, allowed))

    def warn(self, table: str, row: int | None, column: str, found: str | None, allowed: str) -> None:
        """Note something that a person should know and that does not stop a publication."""
        self.warnings.append(Problem(table, row, column, found, allowed))

    def ordered(self, tables: Sequence[str]) -> "Findings":
        """Return the findings by table, then row, in the order in which a person works through them."""
        places = {name: index for index, name in enumerate(tables)}

        def place(problem: Problem) -> tuple[int, str, int]:
            return places.get(problem.table, -1), problem.table, problem.row or 0

        return Findings(sorted(self.errors, key=place), sorted(self.warnings, key=place))


def quoted(text: str) -> str:
    """Return text between quotation marks, at most 40 characters, with nothing invisible left in it."""
    if text == "":
        return "an empty cell"
    return f'"{_shown(text)}"'


def _shown(text: str) -> str:
    shown = "".join(_visible(letter) for letter in text[: _LONGEST_FOUND + 1])
    return shown if len(shown) <= _LONGEST_FOUND else shown[: _LONGEST_FOUND - 1] + "…"


def _visible(letter: str) -> str:
    if unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp", "Zs") and letter not in JOINERS | {
        " "
    }:
        return f"\\u{ord(letter):04x}"
    return letter


def listing(problems: Iterable[Problem], noun: str) -> list[str]:
    """Return the first 100 findings as lines, then how many more there are."""
    every = list(problems)
    lines = [str(problem) for problem in every[:SHOWN]]
    if len(every) > SHOWN:
        lines.append(f"… and {len(every) - SHOWN} more {noun}; {len(every)} in all")
    return lines
