"""Read a source folder: CSV files in template form, as text, with every finding named by row and column."""

import csv
import difflib
import hashlib
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.publish import collection, problems, schema
from dashboard.publish.collection import Collection
from dashboard.publish.problems import Findings

MAX_BYTES, MAX_COLUMNS, MAX_ROWS = 10_000_000, 50, 50_000
NULL_WORDS = frozenset({"n/a", "#n/a", "n.a.", "-", "--", "–", "—", "tbc", "tbd", "tba", "?", "null"})
_PERSONAL_PARTS = ("mail", "phone", "mobile", "cnic", "passport", "birth", "gender", "religion", "surname", "whatsapp")
_PERSONAL_NAMES = re.compile(r"(^|[^a-z])(sex|dob|nid|age|tel|(first|last|full|holder|person)[^a-z]?name)([^a-z]|$)")
_LOOKALIKES = str.maketrans("асеіорхуѕϲοΑΒΕΗΙΚΜΝΟΡΤΧ", "aceiopxyscoABEHIKMNOPTX")
# Invisible, but letters' companions in Bangla, Urdu and Arabic spelling; every other invisible mark is refused.
_WRITING_MARKS = problems.JOINERS | frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

Cells = dict[str, str | None]


@dataclass(slots=True)
class RawTable:
    """A table as text: each row with its number as a person counts it; an empty cell is None.

    ``refused`` are the cells that were reported already; ``lost`` holds all cells of the rows that could not be
    read, so that what refers to them is not reported on top.
    """

    columns: tuple[str, ...] = ()
    rows: list[tuple[int, Cells]] = field(default_factory=list)
    refused: set[tuple[int, str]] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Source:
    """A source folder as it was read: the tables found, the settings, and the sha256 of every file read."""

    folder: Path
    settings: Collection | None
    plain_settings: dict[str, object]
    tables: dict[str, RawTable]
    hashes: list[dict[str, str]]


def read(folder: Path, findings: Findings) -> Source:
    """Read every table of a source folder. What is wrong goes into ``findings``; nothing is raised."""
    settings, plain, content = collection.read(folder, findings)
    source = Source(folder, settings, plain, {}, [{"path": collection.NAME, "sha256": _sha256(content)}])
    named = settings.register_file if settings is not None else None
    for path in _files(folder, named, findings):
        _read_file(source, path.stem, path, path.name, findings)
    if named is not None:
        _read_file(source, schema.REGISTER, folder / named, named, findings)
    for table in schema.MANDATORY:
        if table not in source.tables and not any(error.table == table for error in findings.errors):
            findings.error(table, None, "", None, f"{table}.csv is missing; every source folder has this table")
    return source


def _files(folder: Path, register: str | None, findings: Findings) -> list[Path]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        findings.error(str(folder), None, "", None, f"the folder cannot be read: {error.strerror or error}")
        return []
    for path in paths:
        if path.name == register:
            continue
        if path.stem == schema.REGISTER and path.suffix == ".csv":
            findings.warn(path.name, None, "", None, f"not read, since {collection.NAME} does not name it as register")
        elif path.suffix.lower() in (".xlsx", ".xls", ".ods"):
            findings.warn(path.name, None, "", None, "workbooks are not read; save each sheet as CSV in UTF-8")
        elif path.suffix.lower() == ".csv" and (path.stem not in schema.SOURCE_TABLES or path.suffix != ".csv"):
            near = difflib.get_close_matches(path.stem.lower(), schema.SOURCE_TABLES, 1, 0.6)
            hint = f"did you mean {near[0]}.csv? " if near else ""
            allowed = f"no table has this name; {hint}Tables: {', '.join(schema.SOURCE_TABLES)}"
            findings.error(path.name, None, "", None, allowed)
    return [path for path in paths if path.stem in schema.SOURCE_TABLES and path.suffix == ".csv"]


def _read_file(source: Source, table: str, path: Path, name: str, findings: Findings) -> None:
    try:
        if path.exists() and not path.is_file():
            raise IsADirectoryError(None, "it is not a file")
        if path.stat().st_size > MAX_BYTES:
            findings.error(table, None, "", None, f"a file of at most {MAX_BYTES // 1_000_000} MB")
            return
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        findings.error(table, None, "", None, f"{name} cannot be read: {reason}")
        return
    source.hashes.append({"path": name, "sha256": _sha256(content)})
    parsed = parse(table, content, findings)
    if parsed is not None:
        source.tables[table] = parsed


def parse(table: str, content: bytes, findings: Findings) -> RawTable | None:
    """Read one CSV file's bytes; None where its shape is so wrong that its cells cannot be told apart."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        found = content[error.start : error.end].hex(" ")
        findings.error(table, row, "", f"bytes {found}", "text in UTF-8 (in Excel: CSV UTF-8)")
        return None
    records = _records(table, text, findings)
    if records is None:
        return None
    if not records:
        findings.error(table, 1, "", None, "the file is empty; its first line must name the columns")
        return None
    known = _header(table, records[0][1], findings)
    return None if known is None else _rows(table, known, records, findings)


def _records(table: str, text: str, findings: Findings) -> list[tuple[int, list[str]]] | None:
    header = text.lstrip("\r\n").split("\n", 1)[0]
    names = schema.columns(table)
    # The separator is the one that finds most of the table's columns in the header.
    separator = max(",;\t", key=lambda sign: sum(_clean(cell.strip('"')) in names for cell in header.split(sign)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    records, number = [], 0
    try:
        for number, cells in enumerate(reader, start=1):
            # A blank line is nothing; a spreadsheet leaves rows of separators behind.
            if any(cell.strip() for cell in cells):
                records.append((number, cells))
            if len(records) > MAX_ROWS + 1:
                findings.error(table, number, "", None, f"at most {MAX_ROWS} rows")
                return None
    except csv.Error as error:
        findings.error(table, number + 1, "", None, f"quotation marks that close ({error})")
        return None
    return records


def _header(table: str, cells: Sequence[str], findings: Findings) -> list[str | None] | None:
    known, before = schema.columns(table), len(findings.errors)
    names = [_clean(cell) for cell in cells]
    if len(names) > MAX_COLUMNS:
        findings.error(table, 1, "", None, f"at most {MAX_COLUMNS} columns; this has {len(names)}")
        return None
    for place, name in enumerate(names):
        if name in known:
            if name in names[:place]:
                findings.error(table, 1, name, name, "each column once")
        elif _suggests_person(name):
            findings.error(table, 1, name, name, "no column about persons; take it out of the file")
        else:
            _unknown(table, name, known, findings)
    for column in known.values():
        if column.required and column.name not in names:
            findings.error(table, 1, column.name, None, "this column is missing and must be there")
    if len(findings.errors) > before and not any(name in known for name in names):
        return None
    return [name if name in known else None for name in names]


def _suggests_person(name: str) -> bool:
    folded = name.casefold()
    return any(part in folded for part in _PERSONAL_PARTS) or _PERSONAL_NAMES.search(folded) is not None


def _unknown(table: str, name: str, known: Mapping[str, schema.Column], findings: Findings) -> None:
    plain = name.translate(_LOOKALIKES)
    if plain != name and plain in known:
        letter = next(a for a, b in zip(name, plain, strict=True) if a != b)
        allowed = f"looks like {plain} but has the letter {unicodedata.name(letter, hex(ord(letter)))}"
        findings.error(table, 1, name, name, allowed)
        return
    spelt = re.sub(r"[\s-]+", "_", name.casefold())
    if spelt in known:
        findings.error(table, 1, name, name, f"the column's name exactly: {spelt}")
        return
    near = difflib.get_close_matches(spelt, known, 1, 0.7)
    hint = f"; did you mean {near[0]}?" if near else ""
    findings.warn(table, 1, name, name, f"no such column; it is left out{hint}")


def _rows(
    table: str, names: list[str | None], records: Sequence[tuple[int, list[str]]], findings: Findings
) -> RawTable:
    parsed = RawTable(tuple(name for name in names if name is not None))
    for number, cells in records[1:]:
        if len(cells) != len(names):
            allowed = f"{len(names)} cells, as in the header; this has {len(cells)}"
            findings.error(table, number, "", ",".join(cells), allowed)
            parsed.lost.update(map(_clean, cells))
            continue
        row: Cells = {}
        for name, cell in zip(names, cells, strict=True):
            if name is not None:
                row[name] = _cell(parsed, table, number, name, cell, findings)
        parsed.rows.append((number, row))
    return parsed


def _cell(parsed: RawTable, table: str, number: int, name: str, raw: str, findings: Findings) -> str | None:
    value = _clean(raw)
    if value == "":
        return None
    if not value.isprintable() and any(_hidden(sign) for sign in value):
        findings.error(table, number, name, value, "text without line breaks, control or other invisible characters")
        parsed.refused.add((number, name))
        return None
    column = schema.columns(table)[name]
    if value.casefold() in NULL_WORDS and column.required:
        findings.error(table, number, name, value, f"must be filled: {column.kind.allowed}")
        parsed.refused.add((number, name))
        return None
    if value.casefold() in NULL_WORDS:
        findings.warn(table, number, name, value, "read as an empty cell")
        return None
    return value


def _hidden(sign: str) -> bool:
    return unicodedata.category(sign) in _INVISIBLE and sign not in _WRITING_MARKS


def _clean(cell: str) -> str:
    return cell.strip() if cell.isascii() else unicodedata.normalize("NFC", cell).strip()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
