"""Rows as a real table: readable by screen readers, printable, every source a link."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from html import escape
from typing import Any
from urllib.parse import urlsplit

from dashboard import words
from dashboard.catalogue import Column, Question
from dashboard.panels import ways

_NUMBERS = ("BIGINT", "INTEGER", "DOUBLE", "HUGEINT", "DECIMAL")


_LINES = ("who", "what", "when")


def table(columns: Sequence[Column], rows: Sequence[Mapping[str, Any]], caption: str) -> str:
    """Return an HTML table of the rows; every text in it is escaped, every web address a link."""
    numeric = {column.name for column in columns if column.type.startswith(_NUMBERS) and column.unit != "calendar year"}
    head = "".join(f'<th scope="col"{_numeric(column, numeric)}>{escape(column.label)}</th>' for column in columns)
    body = "".join(
        "<tr>" + "".join(f"<td{_numeric(column, numeric)}>{_in_row(column, row)}</td>" for column in columns) + "</tr>"
        for row in rows
    )
    return (
        f'<div class="rows" role="region" aria-label="{escape(caption)}" tabindex="0"><table>'
        f'<caption class="unseen">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def entries(question: Question, rows: Sequence[Mapping[str, Any]]) -> str:
    """Return rows as a list that fits a column of any width: title, who, what, when, and the sources as links.

    ``question.chart`` names the columns of each line.
    """
    chart, columns = question.chart, question.columns
    items = []
    for row in rows:
        pieces = {part: [_piece(columns[name], row) for name in chart[part] if row[name]] for part in _LINES}
        lines = [f'<span class="{part}">{" · ".join(said)}</span>' for part, said in pieces.items() if said]
        link = f'<span class="source">{sources(row[chart["source"]] or "", " · ")}</span>'
        title = _in_row(columns[chart["title"]], row)
        mend = ways.correct(question, row, str(row[chart["title"]]))
        items.append(f"<li><strong>{title}</strong>{''.join(lines)}{link}{mend}</li>")
    return f'<ol class="entries">{"".join(items)}</ol>'


def _in_row(column: Column, row: Mapping[str, Any]) -> str:
    """Return one cell of a row: an institution's name leads to its profile."""
    return ways.links(column, row) if column.profile and row[column.name] else cell(column, row[column.name])


def _piece(column: Column, row: Mapping[str, Any]) -> str:
    said = _in_row(column, row)
    if column.words in ("status", "confidence"):
        return f"{escape(column.label)}: {said.lower()}"
    return f"{said} {escape(column.unit)}" if column.unit else said


def _numeric(column: Column, numeric: set[str]) -> str:
    return ' class="n"' if column.name in numeric else ""


def cell(column: Column, value: Any) -> str:
    """Return one cell as HTML: words for codes, links for sources, "–" for what no source says."""
    if value is None or value == "" or value == []:
        return '<span class="none">–</span>'
    if column.name.startswith("source"):
        return sources(str(value))
    if column.words:
        many = value if isinstance(value, list) else [value]
        return escape(", ".join(words.say(column.words, code) for code in many))
    return escape(plain(column, value))


def plain(column: Column, value: Any) -> str:
    """Return a value as people read it: thousands apart, days in words, yes and no."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value) if column.unit == "calendar year" else f"{value:,}"
    if isinstance(value, float):
        return f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"
    if isinstance(value, datetime | date):
        return f"{value.day} {value:%b %Y}"
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)
    return str(value)


def sources(text: str, between: str = "<br>") -> str:
    """Return the sources of one row as links that name their site; a document without address as its name."""
    return between.join(_source(part) for part in text.split("; ") if part)


def _source(part: str) -> str:
    if not part.startswith(("http://", "https://")):
        return f"<span>{escape(part)}</span>"
    site = urlsplit(part).netloc.removeprefix("www.")
    return (
        f'<a href="{escape(part, quote=True)}" target="_blank" rel="noopener noreferrer" '
        f'aria-label="Source at {escape(site, quote=True)}, opens in a new tab">{escape(site)}</a>'
    )
