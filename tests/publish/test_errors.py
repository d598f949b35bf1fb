"""Every class of mistake in a source is found, all of them at once, and said where, what and what is allowed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.__main__ import run
from tests.publish.making import SETTINGS, Tables, publish, tiny, write


def put(table: str, row: int, column: str, value: str) -> Callable[[Tables], None]:
    """Return a change of one cell; the first row of data is row 2, as a person counts."""

    def change(tables: Tables) -> None:
        for other in tables[table]:
            other.setdefault(column, "")
        tables[table][row - 2][column] = value

    return change


def repeat(table: str) -> Callable[[Tables], None]:
    """Return a change that writes a table's first row once more."""
    return lambda tables: tables[table].append(dict(tables[table][0]))


DATE = "a date as 2012, 2012-05 or 2012-05-14 (year first)"
WHOLE = "a whole number in plain digits"
CASES = [
    ("duplicate key", repeat("partnerships"), "partnerships", 4, "partnership_id", '"p1"', "row 2 has it too"),
    ("duplicate pair", repeat("partnership_members"), "partnership_members", 6, "partnership_id, institution_id",
     '"p1 / ucl"', "each key once"),
    ("missing key", put("claims", 2, "claim_id", ""), "claims", 2, "claim_id", "an empty cell", "must be filled"),
    ("missing required", put("partnerships", 3, "title", ""), "partnerships", 3, "title", "an empty cell", "must be"),
    ("null word in a required cell", put("partnerships", 3, "title", "TBC"), "partnerships", 3, "title",
     '"TBC"', "must be filled"),
    ("not a number", put("claims", 2, "value", "about 900"), "claims", 2, "value", '"about 900"', "a number in plain"),
    ("thousands", put("claims", 2, "value", "1,029"), "claims", 2, "value", '"1,029"', "a number in plain digits"),
    ("per cent", put("claims", 2, "value", "98%"), "claims", 2, "value", '"98%"', "a number in plain digits"),
    ("Bangla digits", put("partnerships", 2, "award_gbp", "৩০"), "partnerships", 2, "award_gbp", '"৩০"', WHOLE),
    ("half a pound", put("partnerships", 2, "award_gbp", "1.5"), "partnerships", 2, "award_gbp", '"1.5"', WHOLE),
    ("less than nothing", put("partnerships", 2, "award_gbp", "-1"), "partnerships", 2, "award_gbp", '"-1"', WHOLE),
    ("not finite", put("claims", 2, "value", "nan"), "claims", 2, "value", '"nan"', "a number in plain digits"),
    ("vocabulary", put("partnerships", 2, "strand", "TNE "), "partnerships", 2, "strand", '"TNE"', "did you mean tne?"),
    ("near vocabulary", put("partnerships", 2, "status", "complete"), "partnerships", 2, "status", '"complete"',
     "one of planned, active, completed, sustained, dormant, unknown; did you mean completed?"),
    ("country", put("institutions", 2, "country", "UK"), "institutions", 2, "country", '"UK"', "did you mean GBR?"),
    ("no such country", put("institutions", 2, "country", "XYZ"), "institutions", 2, "country", '"XYZ"', "ISO 3166-1"),
    ("ambiguous date", put("partnerships", 2, "start_date", "03/04/2014"), "partnerships", 2, "start_date",
     '"03/04/2014"', f"{DATE} (ambiguous"),
    ("month in words", put("partnerships", 2, "start_date", "May 2012"), "partnerships", 2, "start_date",
     '"May 2012"', DATE),
    ("spreadsheet serial", put("partnerships", 2, "start_date", "41000"), "partnerships", 2, "start_date",
     '"41000"', DATE),
    ("impossible day", put("partnerships", 2, "start_date", "2014-02-30"), "partnerships", 2, "start_date",
     '"2014-02-30"', "February 2014 has 28 days"),
    ("impossible month", put("partnerships", 2, "end_date", "2014-13"), "partnerships", 2, "end_date",
     '"2014-13"', "there is no month 13"),
    ("end before start", put("partnerships", 2, "end_date", "2012-04-30"), "partnerships", 2, "end_date",
     '"2012-04-30"', "a date not before start_date, which is 2012-05"),
    ("outside the country", put("institutions", 4, "latitude", "51"), "institutions", 4, "latitude, longitude",
     '"51.0, 74.41"', "a point inside PAK, latitude 23.5 to 37.2 and longitude 60.8 to 77.9"),
    ("latitude alone", put("institutions", 2, "longitude", ""), "institutions", 2, "longitude", "an empty cell",
     "latitude and longitude go together"),
    ("off the globe", put("institutions", 2, "latitude", "151"), "institutions", 2, "latitude", '"151"', "-90 to 90"),
    ("reference", put("partnerships", 2, "programme_id", "inspired"), "partnerships", 2, "programme_id",
     '"inspired"', "an id that programmes has; there is none such; did you mean inspire?"),
    ("reference to a table without a file", put("claims", 2, "programme_id", "x"), "claims", 2, "programme_id",
     '"x"', "an id that programmes has"),
    ("renews what is not there", put("partnerships", 3, "renewed_from", "p9"), "partnerships", 3, "renewed_from",
     '"p9"', "an id that partnerships has"),
    ("renews in a ring", put("partnerships", 2, "renewed_from", "p2"), "partnerships", 2, "renewed_from", '"p2"',
     "this chain of renewals leads back to itself"),
    ("renews itself", put("partnerships", 2, "renewed_from", "p1"), "partnerships", 2, "renewed_from", '"p1"', "back"),
    ("UK as the partner", put("partnerships", 2, "country", "GBR"), "partnerships", 2, "country", '"GBR"', "partner's"),
    ("line break", put("claims", 2, "note", "a\nb"), "claims", 2, "note", '"a\\u000ab"', "without line breaks"),
    ("control character", put("claims", 2, "note", "a\x07"), "claims", 2, "note", '"a\\u0007"', "control"),
    ("turned text", put("claims", 2, "note", "a\u202eb"), "claims", 2, "note", '"a\\u202eb"', "invisible characters"),
    ("too long", put("claims", 2, "note", "x" * 301), "claims", 2, "note", '"' + "x" * 39 + '…"',
     "at most 300 characters; this has 301"),
    ("e-mail address", put("claims", 2, "note", "ask a.b@example.org"), "claims", 2, "note",
     '"ask a.b@example.org"', "nothing about persons"),
    ("script as a source", put("claims", 2, "source_url", "javascript:alert(1)"), "claims", 2, "source_url",
     '"javascript:alert(1)"', "web addresses (http or https)"),
    ("no source in a record", put("claims", 2, "source_url", ""), "claims", 2, "source_url", "an empty cell",
     "in a record every row says where it is stated"),
    ("id with a space", put("claims", 2, "claim_id", "c 1"), "claims", 2, "claim_id", '"c 1"', "without spaces"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "table", "row", "column", "found", "allowed"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_a_wrong_cell_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Callable[[Tables], None],
    table: str, row: int, column: str, found: str, allowed: str,
) -> None:  # fmt: skip
    tables = tiny()
    change(tables)
    assert publish(write(tmp_path / "source", tables), tmp_path / "store") == 1
    errors = capsys.readouterr().err
    line = next((line for line in errors.split("\n") if line.startswith(f"{table}, row {row}, column {column}: ")), "")
    assert f"found {found};" in line, errors
    assert allowed in line
    assert "Nothing was published." in errors
    assert not (tmp_path / "store").exists()


PARTS = (
    ("researcher_workshops", {"workshop_id": "w1", "programme_id": "inspire", "name": "w", "participants": "5",
                              "women": "6", "source_url": "x"}, "women", '"6"', "at most participants, which is 5"),
    ("researcher_workshops", {"workshop_id": "w1", "programme_id": "inspire", "name": "w",
                              "uk_institution_id": "lums", "source_url": "x"}, "uk_institution_id", '"lums"',
     "an institution of the United Kingdom; this one is in PAK"),
    ("leadership_attendance", {"event_id": "e", "institution_id": "lums", "role_group": "dean", "attendees": "1"},
     "event_id", '"e"', "an id that leadership_events has"),
    ("leadership_posts", {"institution_id": "lums", "role_group": "dean", "state": "filled", "from_date": "2012",
                          "to_date": "2011-12"}, "to_date", '"2011-12"', "not before from_date"),
    ("tne_enrolments", {"tne_id": "t", "year": "20010"}, "year", '"20010"', "a year from 1900 to 2099"),
)  # fmt: skip


@pytest.mark.parametrize(("table", "row", "column", "found", "allowed"), PARTS, ids=lambda part: str(part)[:20])
def test_the_other_tables_are_checked_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], table: str, row: dict[str, str], column: str, found: str,
    allowed: str,
) -> None:  # fmt: skip
    assert run(["validate", str(write(tmp_path, {**tiny(), table: [row]}))]) == 1
    errors = capsys.readouterr().err
    line = next(line for line in errors.split("\n") if line.startswith(f"{table}, row 2, column {column}: "))
    assert f"found {found};" in line
    assert allowed in line


def test_all_mistakes_are_told_at_once_in_the_order_of_the_tables(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tables = tiny()
    for change in (
        put("claims", 2, "value", "many"),
        put("partnerships", 2, "programme_id", "nowhere"),
        put("partnerships", 2, "start_date", "2014-02-30"),
        put("partnerships", 2, "status", "on"),
        put("institutions", 2, "longitude", ""),
    ):
        change(tables)
    assert run(["validate", str(write(tmp_path, tables))]) == 1
    lines = [line.split(":")[0] for line in capsys.readouterr().err.split("\n") if ", row " in line]
    assert lines == [
        "institutions, row 2, column longitude",
        "partnerships, row 2, column start_date",
        "partnerships, row 2, column status",
        "partnerships, row 2, column programme_id",
        "claims, row 2, column value",
    ]


def test_a_hundred_are_shown_and_the_rest_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables = tiny()
    tables["claims"] = [{**tables["claims"][0], "claim_id": f"c{n}", "value": "?!"} for n in range(130)]
    assert run(["validate", str(write(tmp_path, tables))]) == 1
    errors = capsys.readouterr().err
    assert errors.count("claims, row ") == 100
    assert "… and 30 more errors; 130 in all" in errors


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "record"', 'kind = "programme"', 'disclosure.rule: found "none"; allowed: rule = "small_counts"'),
        ('kind = "record"', 'kind = "diary"', 'column kind: found "diary"'),
        ('title = "Tiny"\n', "", "column title"),
        ('title = "Tiny"', 'title = "Tiny', "not a TOML file"),
        ('title = "Tiny"', 'title = "Tiny"\ncolour = "red"', "column colour"),
        ('contact = "None"\n', 'contact = "None"\nregister = "away.csv"\n', "away.csv cannot be read"),
        ('contact = "None"\n', 'contact = "None"\n[[bands]]\ncountry = "PAK"\nlabel = "x"\nfrom = 2013\nto = 2008\n',
         "column bands.0.to"),
    ],
)  # fmt: skip
def test_what_the_folder_says_of_itself_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    assert publish(write(tmp_path / "source", settings=SETTINGS.replace(old, new)), tmp_path / "store") == 1
    assert said in capsys.readouterr().err


def test_a_member_that_is_missing_is_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables = tiny()
    del tables["partnership_members"][0], tables["partnership_members"][2]
    assert publish(write(tmp_path / "source", tables), tmp_path / "store") == 0
    warnings = capsys.readouterr().err
    assert 'partnerships, row 2, column partnership_id: found "p1"; no UK member' in warnings
    assert 'partnerships, row 3, column partnership_id: found "p2"; no member from a partner country' in warnings


def test_a_null_word_is_read_as_empty_with_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables = tiny()
    put("partnerships", 2, "end_date", "TBC")(tables)
    assert publish(write(tmp_path / "source", tables), tmp_path / "store") == 0
    assert 'partnerships, row 2, column end_date: found "TBC"; read as an empty cell' in capsys.readouterr().err


def test_suggestions_are_looked_for_only_as_often_as_they_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tables, asked = tiny(), list[str]()
    tables["claims"] = [{**tables["claims"][0], "claim_id": f"c{n}", "programme_id": "inspira"} for n in range(500)]
    monkeypatch.setattr("difflib.get_close_matches", lambda word, *_: asked.append(word) or ["inspire"])
    assert run(["validate", str(write(tmp_path, tables))]) == 1
    assert "did you mean inspire?" in capsys.readouterr().err
    assert len(asked) == 100
