"""Files of the wrong shape: encoding, headers, ragged rows, names that no table has, folders that are not there."""

from pathlib import Path

import pytest

from dashboard.__main__ import run
from tests.publish.making import SETTINGS, tiny, write

MEMBERS = "partnership_id,institution_id,role\np1,ucl,lead\n"
SHAPES = [
    ("empty file", b"", "partnership_members, row 1: the file is empty"),
    ("blank lines only", b"\n\n \n", "partnership_members, row 1: the file is empty"),
    ("Latin-1", MEMBERS.encode() + "p1,Univ\xe9,partner\n".encode("latin-1"), 'row 3: found "bytes e9"; text'),
    ("UTF-16", MEMBERS.encode("utf-16"), "partnership_members, row 1: found \"bytes ff\"; text in UTF-8"),
    ("short row", MEMBERS.encode() + b"p1,lums\n", "row 3: found \"p1,lums\"; 3 cells, as in the header; this has 2"),
    ("long row", MEMBERS.encode() + b"p1,lums,lead,x\n", "row 3: found \"p1,lums,lead,x\"; 3 cells"),
    ("open quotation mark", MEMBERS.encode() + b'p1,"lums,lead\n', "row 3: quotation marks that close"),
    ("missing column", b"partnership_id,institution_id\np1,ucl\n", "row 1, column role: this column is missing"),
    ("column twice", b"partnership_id,institution_id,role,role\np1,ucl,lead,lead\n", 'found "role"; each column once'),
    ("capitals", b"Partnership ID,institution_id,role\np1,ucl,lead\n",
     'found "Partnership ID"; the column\'s name exactly: partnership_id'),
    ("look-alike letter", "partnership_id,institution_id,r\u043ele\np1,ucl,lead\n".encode(),
     "looks like role but has the letter CYRILLIC SMALL LETTER O"),
    ("personal column", b"partnership_id,institution_id,role,Contact e-mail\np1,ucl,lead,\n",
     'found "Contact e-mail"; no column about persons'),
    ("personal column, by word", b"partnership_id,institution_id,role,date_of_birth\np1,ucl,lead,\n",
     'found "date_of_birth"; no column about persons'),
    ("too many columns", ",".join(["partnership_id", *(f"c{n}" for n in range(60))]).encode(), "at most 50 columns"),
    ("nothing but zeros", b"\0" * 100, "column partnership_id: this column is missing"),
    ("huge cell", MEMBERS.encode() + b"p1,ucl," + b"x" * 200_000 + b"\n", "field larger than field limit"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "said"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES])
def test_a_file_of_the_wrong_shape_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    (write(tmp_path) / "partnership_members.csv").write_bytes(content)
    assert run(["validate", str(tmp_path)]) == 1
    errors = capsys.readouterr().err
    assert said in errors
    assert errors.isprintable() or all(line.isprintable() for line in errors.split("\n"))


def test_an_unknown_column_is_listed_and_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables = tiny()
    for row in tables["claims"]:
        row["remark"] = "mine"
    assert run(["validate", str(write(tmp_path, tables))]) == 0
    assert 'claims, row 1, column remark: found "remark"; no such column; it is left out' in capsys.readouterr().err


def test_a_file_that_no_table_has_is_refused_with_the_nearest_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (write(tmp_path) / "partnership.csv").write_text("x\n", encoding="utf-8")
    assert run(["validate", str(tmp_path)]) == 1
    assert "partnership.csv: no table has this name; did you mean partnerships.csv?" in capsys.readouterr().err


def test_a_register_is_read_where_the_settings_name_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "institution_id,name,country,established_year\nucl,University College London,GBR,1826\n"
    (write(tmp_path) / "register.csv").write_text(text, encoding="utf-8")
    assert run(["validate", str(tmp_path)]) == 0
    assert "register.csv: not read, since collection.toml does not name it" in capsys.readouterr().err
    write(tmp_path, settings=SETTINGS + 'register = "register.csv"\n')
    assert run(["validate", str(tmp_path)]) == 0
    assert "in 12 rows of 6 tables" in capsys.readouterr().out
    (tmp_path / "register.csv").write_text(text.replace("1826", "old"), encoding="utf-8")
    assert run(["validate", str(tmp_path)]) == 1
    assert 'register, row 2, column established_year: found "old"; allowed: a year' in capsys.readouterr().err


def test_a_missing_table_that_must_be_there_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (write(tmp_path) / "institutions.csv").unlink()
    assert run(["validate", str(tmp_path)]) == 1
    errors = capsys.readouterr().err
    assert "institutions: institutions.csv is missing" in errors
    assert "1 error:" in errors


def test_a_row_that_cannot_be_read_is_not_reported_again_by_those_that_refer_to_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path)
    path = source / "programmes.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("INSPIRE,inspire", "INSPIRE,inspire,x"), encoding="utf-8")
    assert run(["validate", str(source)]) == 1
    assert "1 error:" in capsys.readouterr().err


def test_rows_are_counted_as_a_person_counts_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = MEMBERS + '\np1,"lums",partner\n,,\np2,ucl,chief\n'
    (write(tmp_path) / "partnership_members.csv").write_text(text, encoding="utf-8")
    assert run(["validate", str(tmp_path)]) == 1
    assert 'partnership_members, row 6, column role: found "chief"; allowed: one of lead, partner' in (
        capsys.readouterr().err
    )


def test_a_cell_that_was_refused_is_reported_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables = tiny()
    tables["partnerships"][0]["title"] = "a\x00b"
    assert run(["validate", str(write(tmp_path, tables))]) == 1
    assert capsys.readouterr().err.count("partnerships, row 2") == 1


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda path: path.symlink_to("away.csv")])
def test_a_table_that_is_not_a_file_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str], make: object) -> None:
    path = write(tmp_path) / "claims.csv"
    path.unlink()
    make(path)  # type: ignore[operator]
    assert run(["validate", str(tmp_path)]) == 1
    assert "claims: claims.csv cannot be read" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", str(tmp_path / "nowhere")]) == 1
    errors = capsys.readouterr().err
    assert "the folder cannot be read: No such file or directory" in errors
    assert "collection.toml: cannot be read" in errors


def test_a_file_that_is_too_big_is_refused_before_it_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (write(tmp_path) / "claims.csv").open("ab") as handle:
        handle.truncate(50_000_000)
    assert run(["validate", str(tmp_path)]) == 1
    assert "claims: a file of at most 10 MB" in capsys.readouterr().err
