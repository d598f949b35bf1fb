"""Rows as a real table: readable by screen readers, printable, every source a link."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from html import escape
from typing import Any
from urllib.parse import urlsplit

from dashboard import words
from dashboard.catalogue import Column

_NUMBERS = ("BIGINT", "INTEGER", "DOUBLE", "HUGEINT", "DECIMAL")


def table(columns: Sequence[Column], rows: Sequence[Mapping[str, Any]], caption: str) -> str:
    """Return an HTML table of the rows; every text in it is escaped, every web address a link."""
    numeric = {column.name for column in columns if column.type.startswith(_NUMBERS) and column.unit != "calendar year"}
    head = "".join(f'<th scope="col"{_numeric(column, numeric)}>{escape(column.label)}</th>' for column in columns)
    body = "".join(
        "<tr>"
        + "".join(f"<td{_numeric(column, numeric)}>{cell(column, row[column.name])}</td>" for column in columns)
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="rows" role="region" aria-label="{escape(caption)}" tabindex="0"><table>'
        f'<caption class="unseen">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


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


def sources(text: str) -> str:
    """Return the sources of one row as links that name their site; a document without address as its name."""
    return "<br>".join(_source(part) for part in text.split("; ") if part)


def _source(part: str) -> str:
    if not part.startswith(("http://", "https://")):
        return f"<span>{escape(part)}</span>"
    site = urlsplit(part).netloc.removeprefix("www.")
    return (
        f'<a href="{escape(part, quote=True)}" target="_blank" rel="noopener noreferrer" '
        f'aria-label="Source at {escape(site, quote=True)}, opens in a new tab">{escape(site)}</a>'
    )
