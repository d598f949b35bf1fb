"""A programme's own data: what its settings must say, what the owner of the data may sign, and no person in it."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from dashboard.publish import store, template
from tests.publish.making import SETTINGS, Tables, on, publish, run, shown, tiny, write

PROGRAMME = SETTINGS.replace('kind = "record"', 'kind = "programme"') + '[disclosure]\nrule = "small_counts"\n'
DECISION = """\
name_unreached = true
decided_by = "Higher Education Programmes"
decided_on = 2026-11-22
reason = "To invite them"
"""
KEY = "h-0172"


def cell(**changes: str) -> str:
    """Return one released figure as ``collection.toml`` writes it."""
    entries = {"measure": "D", "country": "PAK", "role_group": "vice_chancellor"} | {
        "signed_by": "Higher Education Programmes",
        "signed_on": "2026-11-22",
    }
    lines = "".join(f'{name} = "{text}"\n' for name, text in (entries | changes).items() if text)
    return f"[[disclosure.released]]\n{lines}"


def with_people(key: str = KEY) -> Tables:
    """Return the tiny tables with one course, one attendance and one post."""
    tables = tiny()
    tables["leadership_events"] = [
        {"event_id": "e1", "programme_id": "inspire", "name": "Course", "course": "unknown", "status": "held",
         "participants": "12", "source_url": "x"}
    ]  # fmt: skip
    place = {"institution_id": "lums", "role_group": "vice_chancellor", "holder_key": key}
    tables["leadership_attendance"] = [{"event_id": "e1", **place, "attendees": "1"}]
    tables["leadership_posts"] = [{**place, "state": "filled", "from_date": "2012"}]
    return tables


def refused(folder: Path, settings: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what is said of settings that are refused."""
    assert publish(write(folder / "source", settings=settings), folder / "store") == 1
    said = capsys.readouterr().err
    assert "Nothing was published." in said
    return said


def test_a_programme_is_published_under_the_rule(tmp_path: Path) -> None:
    settings = PROGRAMME + DECISION + cell() + cell(measure="E", country="BGD", role_group="all")
    words = ("--publisher", "Higher Education Programmes", "--reason", "First data")
    assert publish(write(tmp_path / "source", with_people(), settings), tmp_path / "store", "2020-01-01", *words) == 0
    manifest = store.open_snapshot(tmp_path / "store", "tiny", 1).manifest
    assert (manifest["kind"], manifest["audience"]) == ("programme", "internal")
    assert (manifest["publisher"], manifest["reason"]) == ("Higher Education Programmes", "First data")
    said = manifest["settings"]["disclosure"]
    assert said["rule"] == "small_counts"
    assert (said["name_unreached"], said["decided_on"]) == (True, "2026-11-22")
    assert [(each["measure"], each["role_group"]) for each in said["released"]] == [
        ("D", "vice_chancellor"),
        ("E", "all"),
    ]


def test_nothing_is_said_of_a_publisher_that_is_not_named(tmp_path: Path) -> None:
    assert publish(write(tmp_path / "source"), tmp_path / "store") == 0
    manifest = store.open_snapshot(tmp_path / "store", "tiny", 1).manifest
    assert (manifest["publisher"], manifest["reason"]) == (None, None)


MADE_UP = SETTINGS.replace('kind = "record"', 'kind = "demonstration"')
GUARD = '[disclosure]\nrule = "small_counts"\n'
D3 = "".join(cell(role_group=group) for group in ("vice_chancellor", "registrar"))


@pytest.mark.parametrize(
    ("settings", "entry", "allowed"),
    [
        (PROGRAMME.replace("small_counts", "none"), 'disclosure.rule: found "none"', "are guarded"),
        (SETTINGS.replace('"record"', '"programme"'), 'disclosure.rule: found "none"', "fewer than 10"),
        (PROGRAMME.replace("small_counts", "all"), 'disclosure.rule: found "all"', "'none' or 'small_counts'"),
        (PROGRAMME.replace('"internal"', '"made_up"'), 'audience: found "made_up"', '"shareable"'),
        (SETTINGS + GUARD, 'disclosure.rule: found "small_counts"', "a record holds no counts of people"),
        (MADE_UP, 'audience: found "internal"', "nobody may take a demonstration for real data"),
        (MADE_UP.replace("internal", "made_up") + GUARD, 'disclosure.rule: found "small_counts"', '"none"'),
        (SETTINGS + "[disclosure]\n" + DECISION, "disclosure: found", "only a programme"),
        (SETTINGS + cell(), "disclosure: found", "only a programme has released figures"),
        (PROGRAMME + "name_unreached = true\n", "disclosure.name_unreached", "decided_by"),
        (PROGRAMME + DECISION.replace("reason", "# reason"), "disclosure.name_unreached", "must be filled"),
        (PROGRAMME + DECISION.replace("= true", '= "yes"'), "disclosure.name_unreached", "valid boolean"),
        (PROGRAMME + DECISION.replace("Higher", "Dr Higher"), "disclosure.decided_by", "not a person"),
        (PROGRAMME + cell(measure="H"), 'disclosure.released.0.measure: found "H"', "'A', 'B'"),
        (PROGRAMME + cell(role_group="vice_chancelor"), "released.0.role_group", "did you mean vice_chancellor?"),
        (PROGRAMME + cell(country="GBR"), 'released.0.country: found "GBR"', "one of PAK, BGD"),
        (PROGRAMME + cell(signed_by="a.b@example.org"), "released.0.signed_by", "not a person and no address"),
        (PROGRAMME + cell(signed_by=""), "released.0.signed_by", "required"),
        (PROGRAMME + cell(signed_on="soon"), "released.0.signed_on", "date"),
        (PROGRAMME + cell() + cell(), "released.1: found", "each figure once"),
        (PROGRAMME + cell(measure="G"), 'released.0.role_group: found "vice_chancellor"', '"all" for the measures'),
        (PROGRAMME + cell(role_group="all"), 'released.0.role_group: found "all"', "one role group for every other"),
        (PROGRAMME + cell(measure="E", role_group="all") + D3, "disclosure.released: found", "else the rest follows"),
    ],
)  # fmt: skip
def test_settings_that_would_not_hold_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], settings: str, entry: str, allowed: str
) -> None:
    said = refused(tmp_path, settings, capsys)
    line = next(line for line in said.splitlines() if entry in line)
    assert line.startswith("collection.toml, column ")
    assert allowed in line


def test_every_page_may_say_what_is_missing(tmp_path: Path) -> None:
    pages = [path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py")]
    new = ["transnational", "researchers", "impact", "institution", "compare", "changes"]
    lines = "".join(f'[[missing]]\npage = "{page}"\nwhat = "x"\nwho_has_it = "y"\n' for page in {*pages, *new})
    assert run(["validate", str(write(tmp_path, settings=SETTINGS + lines))]) == 0


@pytest.mark.parametrize(
    "key", ["Ahmed Khan", "ahmed-khan", "AHMED1", "a.khan1@example.org", "khan 1", "35202-1234567-1"]
)
def test_a_name_in_place_of_a_pseudonym_is_refused_and_not_repeated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], key: str
) -> None:
    assert publish(write(tmp_path / "source", with_people(key), PROGRAMME), tmp_path / "store") == 1
    said = capsys.readouterr().err
    assert "leadership_attendance, row 2, column holder_key: " in said
    assert "leadership_posts, row 2, column holder_key: " in said
    assert key not in said


def test_pseudonyms_leave_the_store_by_no_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shelf = tmp_path / "store"
    tables = with_people()
    assert publish(write(tmp_path / "source", tables, PROGRAMME), shelf) == 0
    tables["leadership_posts"][0]["holder_key"] = "h-0999"
    tables["leadership_attendance"].append({**tables["leadership_attendance"][0], "holder_key": "h-0998"})
    assert publish(write(tmp_path / "source", tables, PROGRAMME), shelf) == 0
    said = capsys.readouterr()
    printed = said.out + said.err
    for table in ("leadership_posts", "leadership_attendance"):
        rows = shown(shelf, table, capsys)
        assert rows
        assert not [name for row in rows for name in row if "holder" in name]
        assert run(["show", table, *on(shelf)]) == 0
        printed += json.dumps(rows) + capsys.readouterr().out
    manifest = (shelf / "tiny" / "2" / "manifest.json").read_text(encoding="utf-8")
    assert "h-09" not in printed + manifest
    assert KEY not in printed + manifest
    assert "leadership_posts: 1 added, 1 removed, 0 changed" in said.out


def test_a_date_that_has_not_come_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tomorrow = (date.today() + timedelta(days=2)).isoformat()
    assert publish(write(tmp_path / "source"), tmp_path / "store", tomorrow) == 0
    assert f"The date of the data, {tomorrow}, has not come yet." in capsys.readouterr().err


@pytest.mark.parametrize("name", ["a.b@example.org", "Dr Khan"])
def test_a_publisher_is_an_office(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert publish(write(tmp_path / "source"), tmp_path / "store", "2020-01-01", "--publisher", name) == 1
    assert "publish: an office" in capsys.readouterr().err
    assert not (tmp_path / "store").exists()


def test_the_template_can_be_made_into_a_programme(tmp_path: Path) -> None:
    text = template.files()["collection.toml"]
    start, end = text.index("[disclosure]"), text.index("# INSPIRE's years")
    part = re.sub(r"^# (?=\[\[|\w+ = )", "", text[start:end], flags=re.MULTILINE)
    assert part.count("\n[[disclosure.released]]") == 1
    part = part.replace('rule = "none"', 'rule = "small_counts"').replace("= false", "= true")
    text = text[:start].replace('kind = "record"', 'kind = "programme"') + part + text[end:]
    assert run(["validate", str(write(tmp_path, settings=text))]) == 0
