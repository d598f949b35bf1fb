"""What went in is what comes out, and the public record that is shipped is what its sources give."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from dashboard.publish import schema, snapshot, store, template, writer
from tests.publish.making import ROOT, publish, shown, started, tiny, write


def test_every_cell_comes_back_as_it_went_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables = tiny()
    assert publish(write(tmp_path / "source", tables), tmp_path / "store") == 0
    for table, rows in tables.items():
        published = {schema.row_id(table, row): row for row in shown(tmp_path / "store", table, capsys)}
        assert len(published) == len(rows)
        for row in rows:
            back = published[" / ".join(row[name] for name in schema.TABLES[table].KEY)]
            for column, text in row.items():
                kind = schema.columns(table)[column].kind
                assert back[column] == (kind.read(text) if text else None)


def test_text_that_looks_like_something_else_stays_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(write(tmp_path / "source"), tmp_path / "store")
    titles = {row["title"] for row in shown(tmp_path / "store", "partnerships", capsys)}
    names = {row["institution_id"]: row["name"] for row in shown(tmp_path / "store", "institutions", capsys)}
    assert titles == {"=1+1", "NA"}
    assert names["0042"] == "ঢাকা বিশ্ববিদ্যালয়"
    assert names["lums"] == "لاہور یونیورسٹی"


def test_a_partial_date_keeps_its_text_and_says_what_it_can_mean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(write(tmp_path / "source"), tmp_path / "store")
    first, second = shown(tmp_path / "store", "partnerships", capsys)[::-1]
    wanted = {"start_date": "2012-05", "start_earliest": "2012-05-01", "start_latest": "2012-05-31",
              "start_precision": "month", "end_date": "2014-02-28", "end_precision": "day"}  # fmt: skip
    assert first | wanted == first
    assert (second["start_earliest"], second["start_latest"]) == ("2011-01-01", "2011-12-31")
    assert (second["end_date"], second["end_latest"], second["end_precision"]) == (None, None, None)


def test_every_table_has_every_column_even_where_the_source_has_none(tmp_path: Path) -> None:
    publish(write(tmp_path / "source"), tmp_path / "store")
    current = store.current(tmp_path / "store", "tiny")
    assert current is not None
    tables = current.tables()
    assert tuple(tables) == snapshot.TABLE_NAMES == tuple(schema.TABLES)
    assert all(table.schema.equals(schema.arrow_schema(name)) for name, table in tables.items())
    assert tables["leadership_posts"].num_rows == 0


def test_rows_are_sorted_whatever_the_order_of_the_source(tmp_path: Path) -> None:
    backwards = {name: rows[::-1] for name, rows in tiny().items()}
    publish(write(tmp_path / "one"), tmp_path / "store")
    publish(write(tmp_path / "two", backwards), tmp_path / "store", "2020-01-01", "--force")
    one, two = (store.open_snapshot(tmp_path / "store", "tiny", seq) for seq in (1, 2))
    assert one.contents == two.contents


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators_and_a_byte_order_mark_are_read(tmp_path: Path, separator: str) -> None:
    source = write(tmp_path / "source")
    text = "partnership_id,institution_id,role\np1,ucl,lead\np1,lums,partner\np2,ucl,partner\np2,0042,partner\n"
    (source / "partnership_members.csv").write_text("\ufeff" + text.replace(",", separator), encoding="utf-8")
    assert publish(source, tmp_path / "store") == 0
    current = store.current(tmp_path / "store", "tiny")
    assert current is not None
    assert current.tables()["partnership_members"].num_rows == 4


def test_the_shipped_sources_give_the_shipped_tables(tmp_path: Path) -> None:
    shipped = store.current(ROOT / "data" / "snapshots", "public-record")
    assert shipped is not None
    words = ["--store", str(tmp_path), "--collection", "public-record", "--as-of", shipped.manifest["as_of"]]
    process = started("publish", str(ROOT / "data" / "sources" / "public-record"), *words)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    again = store.open_snapshot(tmp_path, "public-record", 1)
    assert again.manifest["settings"] == shipped.manifest["settings"]
    assert again.manifest["sources"] == shipped.manifest["sources"]
    tables = again.tables()
    assert {name: table.equals(tables[name]) for name, table in shipped.tables().items()} == dict.fromkeys(tables, True)


def test_the_public_record_names_the_same_institutions_as_the_register() -> None:
    shipped = store.current(ROOT / "data" / "snapshots", "public-record")
    assert shipped is not None
    tables = shipped.tables()
    register = {row["institution_id"]: row for row in tables["register"].to_pylist()}
    both = [row for row in tables["institutions"].to_pylist() if row["institution_id"] in register]
    assert len(both) == 109
    for row in both:
        twin = register[row["institution_id"]]
        assert {name: row[name] for name in ("country", "city", "region")} == {
            name: twin[name] for name in ("country", "city", "region")
        }


def test_nothing_is_published_twice_unless_forced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, shelf = write(tmp_path / "source"), tmp_path / "store"
    assert publish(source, shelf) == 0
    capsys.readouterr()
    assert publish(source, shelf) == 0
    assert "Nothing changed: the sources equal snapshot 1" in capsys.readouterr().out
    assert store.seqs(shelf, "tiny") == [1]
    assert publish(source, shelf, "2020-01-01", "--force") == 0
    assert publish(source, shelf, "2020-01-02") == 0
    assert store.seqs(shelf, "tiny") == [1, 2, 3]


def test_the_end_says_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables, shelf = tiny(), tmp_path / "store"
    publish(write(tmp_path / "source", tables), shelf)
    assert "first snapshot" in capsys.readouterr().out
    tables["claims"][0]["value"] = "27"
    tables["institutions"].append({**tables["institutions"][0], "institution_id": "kcl", "name": "King's"})
    tables["partnership_members"].pop()
    publish(write(tmp_path / "source", tables), shelf)
    said = capsys.readouterr().out
    assert "claims: 0 added, 0 removed, 1 changed" in said
    assert "institutions: 1 added, 0 removed, 0 changed" in said
    assert "partnership_members: 0 added, 1 removed, 0 changed" in said
    second = store.open_snapshot(shelf, "tiny", 2)
    assert {"table": "claims", "change": "changed", "row_id": "c1", "column": "value", "before": "26.5",
            "after": "27"} in second.manifest["changes"]["rows"]  # fmt: skip
    assert second.manifest["parent"] == 1
    assert second.as_of == date(2020, 1, 1)


def test_the_empty_template_explains_every_column_and_is_valid(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from dashboard.__main__ import run

    assert run(["template", str(tmp_path / "empty")]) == 0
    guide = (tmp_path / "empty" / "README.md").read_text(encoding="utf-8")
    for table in schema.SOURCE_TABLES:
        header = (tmp_path / "empty" / f"{table}.csv").read_text(encoding="utf-8").strip().split(",")
        assert header == list(schema.columns(table))
        assert all(f"| `{name}` | {schema.columns(table)[name].meaning} |" in guide for name in header)
    assert all(column.meaning for table in schema.TABLES for column in schema.columns(table).values())
    assert run(["validate", str(tmp_path / "empty")]) == 0
    assert run(["template", str(tmp_path / "empty")]) == 1
    assert "nothing is overwritten" in capsys.readouterr().err
    assert set(template.files()) == {path.name for path in (tmp_path / "empty").iterdir()}


def test_the_tool_says_the_projects_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == writer.TOOL_VERSION
