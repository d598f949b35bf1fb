"""The catalogue of questions: one SQL file each, described by the TOML in its leading comment.

Everything that shows, tests, exports or documents a question starts from the :class:`Question` read here.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

QUERIES = Path(__file__).resolve().parent.parent / "queries"
INDEX_HEADING = "## All questions\n\n"
_FRONT_MATTER = re.compile(r"\A/\*\n(?P<toml>.*?)\n\*/\n(?P<sql>.*)\Z", re.DOTALL)


class CatalogueError(Exception):
    """A question file is missing or its front matter cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A named parameter of a question's SQL: its DuckDB type and what it means to a reader.

    An ``unguarded`` one would change counts of people: it rests at "all" where the rule for small numbers is on.
    """

    name: str
    type: str
    meaning: str
    unguarded: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a question's answer.

    ``words`` names the vocabulary of a code column (``dashboard.words``); ``hidden`` columns serve the
    drawing or the way to the rows behind and are left out of the table that people read. ``people`` marks a count
    of people, which has passed the rule for small numbers; ``profile`` names the column with the institution's id.
    """

    name: str
    type: str
    label: str
    unit: str = ""
    note: str = ""
    words: str = ""
    hidden: bool = False
    people: bool = False
    profile: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: what it asks, how its answer is shaped, drawn and put in a sentence, and its SQL.

    ``nothing`` is what to say where there is no row, in place of the usual "none found". ``needs`` are the tables
    without which there is nothing to ask, ``kinds`` the kinds of collection that it is asked of (empty: all), and
    ``method`` the calculation that follows the SQL (``dashboard.methods``).
    """

    id: str
    question: str
    row: str
    key: tuple[str, ...]
    chart: Mapping[str, Any]
    finding: Mapping[str, Any]
    reads: tuple[str, ...]
    caveat: str
    nothing: str
    params: Mapping[str, Parameter]
    columns: Mapping[str, Column]
    claim_metric: str
    needs: tuple[str, ...]
    kinds: tuple[str, ...]
    method: str
    sql: str

    @property
    def subject(self) -> str:
        """The folder that the question stands in."""
        return self.id.split("/")[0]

    @property
    def form(self) -> str:
        """The name of the form in which the answer is drawn."""
        return str(self.chart["form"])

    def shown(self) -> tuple[Column, ...]:
        """Return the columns that people read, in the order of the front matter."""
        return tuple(column for column in self.columns.values() if not column.hidden)


def parse(question_id: str, text: str) -> Question:
    """Read one question file's text.

    Raises :class:`CatalogueError` naming the question where the comment, the TOML or a required entry is
    missing.
    """
    match = _FRONT_MATTER.match(text)
    if match is None:
        raise CatalogueError(f"{question_id}: the file must begin with front matter between /* and */")
    try:
        front = tomllib.loads(match["toml"])
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{question_id}: front matter is not TOML: {error}") from error
    missing = [name for name in ("question", "row", "key", "chart", "finding", "reads", "columns") if name not in front]
    if missing:
        raise CatalogueError(f"{question_id}: front matter lacks {', '.join(missing)}")
    columns = {name: _column(name, entry) for name, entry in front["columns"].items()}
    params = _parameters(question_id, front.get("params", {}))
    return Question(
        id=question_id,
        question=front["question"],
        row=front["row"],
        key=tuple(front["key"]),
        chart=MappingProxyType(front["chart"]),
        finding=MappingProxyType(front["finding"]),
        reads=tuple(front["reads"]),
        caveat=front.get("caveat", ""),
        nothing=front.get("nothing", ""),
        params=MappingProxyType(params),
        columns=MappingProxyType(columns),
        claim_metric=front.get("claim_metric", ""),
        needs=tuple(front.get("needs", ())),
        kinds=tuple(front.get("kinds", ())),
        method=front.get("method", ""),
        sql=match["sql"].strip(),
    )


@cache
def usual() -> Mapping[str, Mapping[str, Any]]:
    """Return the parameters that many questions share by their names, as ``queries/parameters.toml`` has them."""
    return MappingProxyType(tomllib.loads((QUERIES / "parameters.toml").read_text(encoding="utf-8")))


def _parameters(question_id: str, given: Mapping[str, Any]) -> dict[str, Parameter]:
    """Return a question's parameters: the usual ones that it names, then its own."""
    named = given.get("usual", [])
    strange = set(named) - usual().keys()
    if strange:
        raise CatalogueError(f"{question_id}: no usual parameter is called {', '.join(sorted(strange))}")
    free = given.get("unguarded", [])
    own = {name: entry for name, entry in given.items() if name not in ("usual", "unguarded")}
    return {
        name: Parameter(name, entry["type"], entry["meaning"], name in free or entry.get("unguarded", False))
        for name, entry in {**{name: usual()[name] for name in named}, **own}.items()
    }


def _column(name: str, entry: Mapping[str, Any]) -> Column:
    return Column(
        name=name,
        type=entry["type"],
        label=entry.get("label", name.replace("_", " ").capitalize()),
        unit=entry.get("unit", ""),
        note=entry.get("note", ""),
        words=entry.get("words", ""),
        hidden=entry.get("hidden", False),
        people=entry.get("people", False),
        profile=entry.get("profile", ""),
    )


@cache
def questions() -> Mapping[str, Question]:
    """Return every question by its id ("<subject>/<measure>_by_<dimension>"), in alphabetical order."""
    found = {}
    for path in sorted(QUERIES.glob("*/*.sql")):
        question_id = path.relative_to(QUERIES).with_suffix("").as_posix()
        found[question_id] = parse(question_id, path.read_text(encoding="utf-8"))
    return MappingProxyType(found)


def question(question_id: str) -> Question:
    """Return one question; an unknown id raises :class:`CatalogueError`."""
    try:
        return questions()[question_id]
    except KeyError:
        raise CatalogueError(f"there is no question {question_id!r} in queries/") from None


@cache
def grammar() -> str:
    """Return the shared grammar: ``queries/macros.sql``, then the other files beside it in alphabetical order."""
    first = QUERIES / "macros.sql"
    rest = sorted(path for path in QUERIES.glob("*.sql") if path != first)
    return "\n".join(path.read_text(encoding="utf-8") for path in (first, *rest))


def index() -> str:
    """Return the list of all questions as Markdown, a subject at a time, as queries/README.md carries it."""
    lines: list[str] = []
    for subject in sorted({question.subject for question in questions().values()}):
        lines += [f"### {subject}", "", "| id | question | drawn as | obeys |", "|---|---|---|---|"]
        for question in questions().values():
            if question.subject == subject:
                obeys = ", ".join(question.params) or "no filter"
                lines.append(f"| `{question.id}` | {question.question} | {question.form} | {obeys} |")
        lines.append("")
    return "\n".join(lines)


def write_index() -> None:
    """Write the index into queries/README.md, in the place of the one that is there."""
    readme = QUERIES / "README.md"
    head, mark, _ = readme.read_text(encoding="utf-8").partition(INDEX_HEADING)
    readme.write_text(f"{head}{mark}{index()}", encoding="utf-8")
