"""From cells as text to typed rows: every cell is checked by its column's kind, and every finding is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from dashboard.publish import fields, schema
from dashboard.publish.models import Row
from dashboard.publish.problems import Findings
from dashboard.publish.sources import Cells, RawTable


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row with its number as a person counts it.

    ``values`` has every cell that could be read, so that one wrong cell hides no other finding; ``row`` is None
    where one could not.
    """

    number: int
    values: Mapping[str, Any]
    row: Row | None


def typed(tables: Mapping[str, RawTable], findings: Findings) -> dict[str, list[Numbered]]:
    """Return the rows by table; the cells that could not be read are in ``findings``."""
    return {name: _table(name, table, findings) for name, table in tables.items()}


def _table(name: str, table: RawTable, findings: Findings) -> list[Numbered]:
    model, rows = schema.TABLES[name], []
    for number, cells in table.rows:
        for column, value in cells.items():
            if value is not None and fields.personal(value):
                findings.error(name, number, column, _quotable(name, column, value), fields.NO_PERSONAL_DATA)
        try:
            row = model.model_validate(cells)
            rows.append(Numbered(number, row.model_dump(), row))
        except ValidationError as error:
            wrong = {str(problem["loc"][0]): problem["msg"] for problem in error.errors(include_url=False)}
            for column, message in wrong.items():
                if (number, column) not in table.refused:
                    _explain(name, number, column, cells, message, findings)
            rows.append(Numbered(number, _readable(name, cells, wrong), None))
    return rows


def _explain(name: str, number: int, column: str, cells: Cells, message: str, findings: Findings) -> None:
    value = cells.get(column)
    if value is not None:
        findings.error(name, number, column, _quotable(name, column, value), f"allowed: {message}")
    elif column in cells:
        # A column that is missing altogether was reported once, on the header.
        findings.error(name, number, column, "", f"must be filled: {schema.columns(name)[column].kind.allowed}")


def _quotable(name: str, column: str, value: str) -> str | None:
    """Return what was found, but not where a name may have stood in place of a pseudonym."""
    return None if schema.columns(name)[column].kind.name == "pseudonym" else value


def _readable(name: str, cells: Cells, wrong: Mapping[str, str]) -> dict[str, Any]:
    return {
        column: schema.columns(name)[column].kind.read(value)
        for column, value in cells.items()
        if value is not None and column not in wrong
    }
