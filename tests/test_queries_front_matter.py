"""Over every question file: what its front matter promises is what its SQL does."""

import re
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from dashboard import catalogue, filters, findings, words
from dashboard.catalogue import QUERIES, CatalogueError, Question, parse
from dashboard.filters import Filters
from dashboard.methods import METHODS
from tests.asking import Data, record, world
from tests.reading import BESIDE, parameters, tables

ROOT = QUERIES.parent
QUESTIONS = list(catalogue.questions().values())
TYPES = {
    "VARCHAR": pa.string(),
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "VARCHAR[]": pa.list_(pa.string()),
    "DOUBLE[]": pa.list_(pa.float64()),
}
PARAMETERS = {
    **dict.fromkeys((*filters.MULTIPLE, "ids"), "VARCHAR[]"),
    **dict.fromkeys((*filters.SINGLE, "side"), "VARCHAR"),
    **dict.fromkeys(filters.NUMBERS, "INTEGER"),
    "years": "INTEGER[]",
}
PLAN_WORDS = re.compile(
    r"\b(snapshot|alive|pinned|evidenced|unverified|traced|seen by|claims?)\b(?! id)", re.IGNORECASE
)
SETTINGS = {"form", "band", "limit", "gap"}
FINDING_SETTINGS = {"kind", "unit", "years", "of", "what", "besides"}


over_all = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
both = pytest.mark.parametrize("data", [world, record], ids=["world", "record"])


@over_all
def test_every_required_entry_says_something(question: Question) -> None:
    assert question.question.endswith("?")
    assert question.row
    assert question.caveat.endswith(".")
    assert question.key
    assert set(question.key) <= question.columns.keys()
    assert all(parameter.meaning for parameter in question.params.values())


@over_all
def test_words_are_a_managers(question: Question) -> None:
    labels = [text for column in question.shown() for text in (column.label, column.note)]
    said = [question.question, question.caveat, question.row, *labels]
    assert [text for text in said if PLAN_WORDS.search(text)] == []


@over_all
def test_parameters_declared_are_the_parameters_used(question: Question) -> None:
    assert set(question.params) == parameters(question)
    assert {name: parameter.type for name, parameter in question.params.items()} == {
        name: PARAMETERS[name] for name in question.params
    }


@over_all
def test_tables_named_are_the_tables_read(question: Question) -> None:
    assert set(question.reads) == tables(question.sql)
    assert set(question.reads) <= set(world().snapshot.tables()) | set(BESIDE)


@over_all
def test_codes_have_a_vocabulary(question: Question) -> None:
    assert {column.words for column in question.columns.values() if column.words} <= words.WORDS.keys()


@over_all
def test_charts_and_findings_name_columns(question: Question) -> None:
    channels = [value for name, value in question.chart.items() if name not in SETTINGS]
    assert {
        name for value in channels for name in (value if isinstance(value, list) else [value])
    } <= question.columns.keys()
    named = {value for name, value in question.finding.items() if name not in FINDING_SETTINGS}
    assert named <= question.columns.keys()
    assert question.finding["kind"] in findings.KINDS


@over_all
@both
def test_columns_are_those_declared_in_their_order(question: Question, data: Any) -> None:
    schema = data().answer(question.id).table.schema
    assert {field.name: field.type for field in schema} == {
        column.name: TYPES[column.type] for column in question.columns.values()
    }
    assert schema.names == list(question.columns)


@over_all
@both
def test_the_key_is_unique_and_the_order_fixed(question: Question, data: Any) -> None:
    asked: Data = data()
    for level in filters.LEVELS if "level" in question.params else filters.LEVELS[:1]:
        rows = asked.rows(question.id, level=level)
        keys = [tuple(row[name] for name in question.key) for row in rows]
        assert len(keys) == len(set(keys))
        connection = asked.warehouse._connection(asked.snapshot).cursor()
        bound = {**Filters(level=level).bindings(), "ids": [], "side": "a"}
        again = connection.execute(question.sql, {name: bound[name] for name in question.params}).to_arrow_table()
        again = METHODS[question.method](again) if question.method else again
        assert again.to_pylist() == rows


@pytest.mark.parametrize("question", [each for each in QUESTIONS if each.params], ids=lambda question: question.id)
def test_a_filter_that_matches_nothing_gives_no_rows_and_the_same_columns(question: Question) -> None:
    nothing = {"country": ["ATA"]} if "country" in question.params else {"ids": ["nobody"]}
    if "institution" in question.params:
        nothing["institution"] = ["nobody"]
    empty = record().answer(question.id, **nothing).table
    assert empty.num_rows == 0
    assert empty.schema == record().answer(question.id).table.schema


@over_all
def test_it_is_one_select_to_be_read_aloud(question: Question) -> None:
    statements = duckdb.extract_statements(question.sql)
    assert [statement.type for statement in statements] == [duckdb.StatementType.SELECT]
    assert len(question.sql.splitlines()) <= 80
    assert "order by" in question.sql
    assert not re.search(
        r"\b(SELECT|FROM|WHERE|WITH|JOIN|GROUP|ORDER|AND|OR|AS)\b", re.sub(r"'[^']*'", "", question.sql)
    )


@over_all
def test_it_is_shown_somewhere(question: Question) -> None:
    shown = [*ROOT.glob("pages/*.py"), *ROOT.glob("dashboard/panels/*.py")]
    assert any(f'"{question.id}"' in path.read_text(encoding="utf-8") for path in shown)


def test_each_file_stands_in_its_subjects_folder() -> None:
    subjects = {path.stem for path in ROOT.glob("pages/*.py")}
    assert {question.subject for question in QUESTIONS} <= subjects


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("select 1", "must begin with front matter"),
        ("/*\nquestion = \n*/\nselect 1", "not TOML"),
        ('/*\nquestion = "Why?"\n*/\nselect 1', "lacks row, key, chart, finding, reads, columns"),
    ],
)
def test_a_file_without_front_matter_is_refused_by_name(text: str, reason: str) -> None:
    with pytest.raises(CatalogueError, match=f"subject/name: .*{reason}"):
        parse("subject/name", text)


def test_the_readmes_index_is_the_disk() -> None:
    text = (QUERIES / "README.md").read_text(encoding="utf-8")
    assert text.partition(catalogue.INDEX_HEADING)[2] == catalogue.index()


def test_a_usual_parameter_that_does_not_exist_is_refused_by_name() -> None:
    text = (QUERIES / "about" / "planned.sql").read_text(encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"subject/name: no usual parameter is called continent"):
        parse("subject/name", text.replace('usual = ["country"', 'usual = ["continent"'))


def test_a_parameter_that_means_the_usual_is_called_so() -> None:
    """What many questions share stands once, in parameters.toml."""
    for question in QUESTIONS:
        own = (QUERIES / f"{question.id}.sql").read_text(encoding="utf-8").partition("[columns]")[0]
        for entry in catalogue.usual().values():
            assert f'meaning = "{entry["meaning"]}"' not in own, question.id
