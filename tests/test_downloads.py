"""A panel as CSV: nothing in it runs in a spreadsheet, every number stays one, and it says what it is."""

import csv
import io
import zipfile
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import catalogue, findings, words
from dashboard.catalogue import Question, parse
from dashboard.exports import templates
from dashboard.exports.csv import neutral, write
from dashboard.filters import Filters
from dashboard.publish.snapshot import TABLE_NAMES
from tests.asking import record

RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
QUESTION = parse(
    "made/up",
    """/*
question = "=1+1?"
row = "one thing"
key = ["name"]
chart = { form = "table" }
finding = { kind = "none" }
reads = ["claims"]
caveat = "-2 of them."
[params]
country = { type = "VARCHAR[]", meaning = "partner countries" }
[columns]
name = { type = "VARCHAR", label = "@Name" }
country = { type = "VARCHAR", label = "Country", words = "country" }
many = { type = "VARCHAR[]", label = "Many", words = "country" }
count = { type = "BIGINT", label = "Partnerships", unit = "partnerships" }
share = { type = "DOUBLE", label = "Share", unit = "percent" }
known = { type = "BOOLEAN", label = "Known" }
day = { type = "DATE", label = "Day" }
*/
select 1
""",
)


def written(question: Question, rows: list[dict[str, Any]], **changes: Any) -> bytes:
    said = {
        "filters": Filters(),
        "finding": "",
        "title": "Public record",
        "kind": "record",
        "as_of": date(2026, 11, 22),
        "edition": "public-record@1",
        "source": "Each row names its source.",
        "caveat": question.caveat,
    }
    return write(question, rows, **{**said, **changes})


def read(content: bytes) -> tuple[dict[str, str], list[str], list[list[str]]]:
    """Return a download's notes, header and rows, as a spreadsheet parses them."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    gap = rows.index([])
    return dict(rows[:gap]), rows[gap + 1], rows[gap + 2 :]  # type: ignore[arg-type]


def row(**changes: Any) -> dict[str, Any]:
    plain = {"name": "a", "country": "PAK", "many": ["PAK", "BGD"], "count": 3, "share": 0.5, "known": True}
    return {**plain, "day": date(2012, 5, 1), **changes}


def runs(text: str) -> bool:
    """Say whether a spreadsheet could run a cell, some of them after trimming it."""
    return text.startswith(RUN) or text.lstrip().startswith(RUN)


hostile = st.builds(
    lambda start, rest: start + rest, st.sampled_from(["", " ", " =", "\u00a0@", *RUN]), st.text(max_size=30)
).filter(lambda text: not any("\ud800" <= letter <= "\udfff" or letter == "\x00" for letter in text))


@given(st.lists(hostile, min_size=1, max_size=8), hostile, hostile)
@settings(max_examples=100, deadline=None)
def test_no_text_cell_runs_in_a_spreadsheet(names: list[str], finding: str, title: str) -> None:
    rows = [row(name=name, country=name, many=[name, name]) for name in names]
    content = written(QUESTION, rows, finding=finding, title=title, source=title)
    for cells in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        assert not [cell for cell in cells if runs(cell)]


@given(hostile)
@settings(max_examples=200, deadline=None)
def test_a_neutral_text_keeps_its_letters(text: str) -> None:
    assert neutral(text) in (text, f"'{text}")
    assert (neutral(text) == text) is not runs(text)


@given(st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_stay_numbers(count: int, share: float) -> None:
    _, header, (cells,) = read(written(QUESTION, [row(count=count, share=share)]))
    found = dict(zip(header, cells, strict=True))
    assert int(found["Partnerships"]) == count
    assert float(found["Share (percent)"]) == share


def test_words_stand_beside_codes_and_nulls_are_empty() -> None:
    nothing = row(country=None, many=None, count=None, share=None, known=None, day=None)
    _, header, (full, empty) = read(written(QUESTION, [row(), nothing]))
    assert header == ["'@Name", "Country, code", "Country", "Many, code", "Many", "Partnerships", "Share (percent)",
                      "Known", "Day"]  # fmt: skip
    assert full == ["a", "PAK", "Pakistan", "PAK; BGD", "Pakistan; Bangladesh", "3", "0.5", "yes", "2012-05-01"]
    assert empty == ["a", *[""] * 8]


def test_the_file_says_what_it_is() -> None:
    chosen = Filters(country=("PAK",), years=(2008, 2012))
    notes, _, _ = read(written(QUESTION, [row()], filters=chosen, finding="Three of them."))
    assert notes == {
        "Question": "'=1+1?",
        "Finding": "Three of them.",
        "Data": "Public record, as of 2026-11-22 (edition public-record@1)",
        "Filters": "Pakistan; not filtered by years",
        "One row is": "one thing",
        "Caveat": "'-2 of them.",
        "Source": "Each row names its source.",
    }


def test_made_up_data_says_so_and_real_data_does_not() -> None:
    assert "Made-up data" in read(written(QUESTION, [], kind="demonstration"))[0]["Warning"]
    assert "Warning" not in read(written(QUESTION, []))[0]


def test_excel_reads_every_letter() -> None:
    content = written(QUESTION, [row(name="ঢাকা · لاہور · é")])
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\xef\xbb\xbf") == 1
    assert read(content)[2][0][0] == "ঢাকা · لاہور · é"
    assert content.count(b"\r\n") == content.count(b"\n")


def in_a_cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return "; ".join(str(each) for each in value)
        case _:
            return str(value)


@pytest.mark.parametrize("question", catalogue.questions().values(), ids=lambda question: question.id)
def test_the_download_is_the_answer(question: Question) -> None:
    rows = record().rows(question.id)
    finding = findings.sentence(question, rows)
    notes, header, cells = read(written(question, rows, finding=finding))
    assert notes["Question"] == question.question
    assert notes["Caveat"] == question.caveat
    assert notes.get("Finding", "") == finding
    assert len(set(header)) == len(header), "two columns of the same name cannot be told apart"
    wanted = []
    for each in rows:
        line = []
        for name, column in question.columns.items():
            line.append(in_a_cell(each[name]))
            if column.words:
                many = each[name] if isinstance(each[name], list) else [each[name]]
                said = "; ".join(words.say(column.words, code) for code in many)
                line.append("" if each[name] is None else said)
        wanted.append(line)
    assert [[cell.removeprefix("'") for cell in line] for line in cells] == [
        [cell.removeprefix("'") for cell in line] for line in wanted
    ]
    assert not [cell for line in cells for cell in line if runs(cell) and not is_number(cell)]


def is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_the_empty_template_holds_every_table_and_is_the_same_each_time() -> None:
    content = templates.zipped()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = {name.removeprefix("inspire-template/") for name in archive.namelist()}
    assert {f"{table}.csv" for table in TABLE_NAMES if table != "register"} <= names
    assert "collection.toml" in names
    assert templates.zipped() == content
