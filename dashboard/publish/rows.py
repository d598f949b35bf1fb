"""From cells as text to typed rows: every cell is checked by its column's kind, and every finding is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from dashboard.publish import fields, schema
from dashboard.publish.models import Row
from dashboard.publish.problems import Findings
from dashboard.publish.sources import Cells, RawTable


@dataclass(frozen=True, slots=True)
class Numbered:
    """A typed row and its number as a person counts it in the source."""

    number: int
    row: Row


def typed(tables: Mapping[str, RawTable], findings: Findings) -> dict[str, list[Numbered]]:
    """Return the rows that could be read, by table; the cells that could not are in ``findings``."""
    return {name: _table(name, table, findings) for name, table in tables.items()}


def _table(name: str, table: RawTable, findings: Findings) -> list[Numbered]:
    model, rows = schema.TABLES[name], []
    for number, cells in table.rows:
        for column, value in cells.items():
            if value is not None and fields.personal(value):
                findings.error(name, number, column, value, fields.NO_PERSONAL_DATA)
        try:
            rows.append(Numbered(number, model.model_validate(cells)))
        except ValidationError as error:
            _explain(name, number, cells, error, findings)
    return rows


def _explain(name: str, number: int, cells: Cells, error: ValidationError, findings: Findings) -> None:
    for problem in error.errors(include_url=False):
        column = str(problem["loc"][0])
        value = cells.get(column)
        if value is None:
            # A column that is missing altogether was reported once, on the header.
            if column in cells:
                kind = schema.columns(name)[column].kind
                findings.error(name, number, column, "", f"must be filled: {kind.allowed}")
            continue
        findings.error(name, number, column, value, f"allowed: {problem['msg']}")
