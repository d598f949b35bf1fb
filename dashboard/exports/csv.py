"""A panel as CSV: what it asks, what it found, on which data and under which filters, then the rows.

Codes stand beside their words. A cell that a spreadsheet would run is neutralised by a leading apostrophe,
as OWASP's "CSV injection" page advises.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from dashboard import words
from dashboard.catalogue import Column, Question
from dashboard.filters import Filters

_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def neutral(value: object) -> str:
    """Return a cell's text so that no spreadsheet runs it; numbers, and nulls as empty, stay as they are."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return str(value)
    text = "; ".join(str(item) for item in value) if isinstance(value, list | tuple) else str(value)
    # Some spreadsheets trim spaces before they look for a formula.
    return (
        f"'{text}" if text.startswith(_RUN_BY_SPREADSHEETS) or text.lstrip().startswith(_RUN_BY_SPREADSHEETS) else text
    )


def write(
    question: Question,
    rows: Iterable[Mapping[str, Any]],
    *,
    filters: Filters,
    finding: str,
    title: str,
    kind: str,
    as_of: date,
    edition: str,
    source: str,
    caveat: str,
    obeyed: Sequence[str] | None = None,
) -> bytes:
    """Return one panel's rows as CSV in UTF-8 with a byte order mark, so that Excel reads every letter.

    The lines before the header are the panel's notes, two cells each; an empty line ends them. ``obeyed`` are the
    filters that the rows obey, where they are not all those of the question.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    marks = {"demonstration": "Made-up data: no institution or number here is real."}
    notes = {
        "Question": question.question,
        "Finding": finding,
        "Warning": marks.get(kind, ""),
        "Data": f"{title}, as of {as_of.isoformat()} (edition {edition})",
        "Filters": filters.describe(tuple(question.params) if obeyed is None else obeyed),
        "One row is": question.row,
        "Caveat": caveat,
        "Source": source,
    }
    for name, note in notes.items():
        if note:
            writer.writerow([name, neutral(note)])
    writer.writerow([])
    columns = list(question.columns.values())
    writer.writerow([neutral(cell) for column in columns for cell in _head(column)])
    for row in rows:
        writer.writerow([neutral(cell) for column in columns for cell in _cells(column, row[column.name])])
    return ("\ufeff" + text.getvalue()).encode("utf-8")


def _head(column: Column) -> list[str]:
    label = (
        f"{column.label} ({column.unit})" if column.unit and column.unit not in column.label.lower() else column.label
    )
    return [f"{label}, code", label] if column.words else [label]


def _cells(column: Column, value: Any) -> list[Any]:
    if not column.words:
        return [value]
    many = value if isinstance(value, list) else [value]
    return [value, None if value is None else "; ".join(words.say(column.words, code) for code in many)]
