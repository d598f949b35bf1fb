"""Every command ends in words and a status, whatever it is given; a traceback is never one of them."""

import json
import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import __main__ as command_line
from dashboard.publish import schema, store
from tests.publish.making import ROOT, on, publish, shown, started, tiny, write

run = command_line.run
CELLS = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["p1", "p2", "2012", "2014-02-30", "-", '"', '""', ",", ";", "\t", "\r", "=1+1", "\x00", "1e9", "PAK", "\ufeff"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    table=st.sampled_from(schema.SOURCE_TABLES),
    rows=st.lists(st.lists(CELLS, max_size=8), max_size=6),
    keep_header=st.booleans(),
    separator=st.sampled_from([",", ";", "\t"]),
)
def test_any_table_is_accepted_whole_or_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], table: str, rows: list[list[str]], keep_header: bool,
    separator: str,
) -> None:  # fmt: skip
    header = [list(schema.columns(table))] if keep_header else []
    text = "\n".join(separator.join(row) for row in (*header, *rows))
    (write(tmp_path) / f"{table}.csv").write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        _refused_in_words(run(["validate", str(tmp_path)]), capsys)
    finally:
        (tmp_path / f"{table}.csv").unlink()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200), name=st.sampled_from(["claims.csv", "partnerships.csv", "collection.toml"]))
def test_any_bytes_are_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, name: str
) -> None:
    (write(tmp_path) / name).write_bytes(content)
    _refused_in_words(run(["validate", str(tmp_path)]), capsys)


def _refused_in_words(status: int, capsys: pytest.CaptureFixture[str]) -> None:
    said = capsys.readouterr()
    assert status in (0, 1)
    # A fault of ours would be caught too; its name must not be what a person gets to read.
    assert "validate: " not in said.err
    assert "Traceback" not in said.err
    assert (status == 1) == (" error:" in said.err or " errors:" in said.err)
    plain = said.err.replace("\u200c", "").replace("\u200d", "")
    assert all(letter.isprintable() or letter == "\n" for letter in plain)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["current"], "nothing is published in"),
        (["verify"], "nothing is published in"),
        (["show", "claims", "--json"], "nothing is published in"),
        (["rollback"], "nothing is published"),
        (["rollback", "--to", "3"], "there is no snapshot 3"),
        (["doctor"], "to be mended: data"),
    ],
)
def test_an_empty_store_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert run([*words, *on(tmp_path / "nowhere")]) == 1
    assert said in capsys.readouterr().err.replace("Nothing", "nothing")


@pytest.mark.parametrize(
    "words",
    [[], ["publish"], ["publish", "x"], ["publish", "x", "--as-of", "03/04/2014"], ["show", "secrets"], ["fly"],
     ["publish", "x", "--as-of", "2014-02-30"], ["current", "--collection", "../up"], ["rollback", "--to", "-1"],
     ["rollback", "--to", "9" * 5000], ["publish", "x", "--as-of", "20140203"]],
)  # fmt: skip
def test_wrong_words_are_answered_with_the_usage(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(words)
    assert stopped.value.code == 2
    assert "usage: python -m dashboard" in capsys.readouterr().err


def test_a_store_that_is_a_file_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write(tmp_path / "source")
    (tmp_path / "store").write_text("x", encoding="utf-8")
    assert publish(source, tmp_path / "store") == 1
    assert "publish: File exists" in capsys.readouterr().err


def test_made_up_data_never_replaces_a_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write(tmp_path / "source")
    assert publish(source, tmp_path / "store") == 0
    made_up = (source / "collection.toml").read_text(encoding="utf-8").replace("record", "demonstration")
    made_up = made_up.replace("internal", "made_up")
    (source / "collection.toml").write_text(made_up, encoding="utf-8")
    assert publish(source, tmp_path / "store") == 1
    assert "made-up and true data never share a collection" in capsys.readouterr().err
    assert store.seqs(tmp_path / "store", "tiny") == [1]


def test_a_command_that_is_interrupted_says_so(tmp_path: Path) -> None:
    words = ["publish", str(ROOT / "data" / "sources" / "public-record"), *on(tmp_path), "--as-of", "2020-01-01"]
    # A runner in the background passes on an ignored interrupt; a person at a terminal never has one.
    process = started(*words, limit=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    assert process.stderr is not None
    assert process.stderr.readline().startswith("reading")
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Stopped. Half-written data is never shown" in errors
    assert "Traceback" not in errors
    assert store.collections(tmp_path) == []


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    publish(write(tmp_path / "source"), tmp_path / "store")
    process = started("show", "institutions", "--json", *on(tmp_path / "store"))
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    assert process.wait(timeout=60) == 0


def test_a_publication_goes_on_when_nobody_reads_its_progress(tmp_path: Path) -> None:
    process = started("publish", str(write(tmp_path / "source")), *on(tmp_path), "--as-of", "2020-01-01")
    assert process.stderr is not None
    process.stderr.close()
    assert process.stdout is not None
    assert process.stdout.read().startswith("Published tiny@1")
    assert process.wait(timeout=60) == 0
    assert store.verify(tmp_path, "tiny") == []


@pytest.mark.parametrize("fault", [RuntimeError("odd"), MemoryError(), RuntimeError()])
def test_a_fault_of_the_program_is_a_sentence_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(store, "current", fail)
    assert run(["current", *on(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("current: ")


def test_show_prints_other_alphabets_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(write(tmp_path / "source"), tmp_path / "store")
    assert "ঢাকা বিশ্ববিদ্যালয়" in {row["name"] for row in shown(tmp_path / "store", "institutions", capsys)}
    process = started("show", "institutions", "--json", *on(tmp_path / "store"))
    printed, _ = process.communicate(timeout=60)
    assert json.loads(printed) == shown(tmp_path / "store", "institutions", capsys)
    assert run(["show", "institutions", *on(tmp_path / "store")]) == 0
    assert "latitude: 2 filled" in capsys.readouterr().out


def test_progress_goes_to_stderr_and_the_result_to_stdout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(write(tmp_path / "source", tiny()), tmp_path / "store")
    said = capsys.readouterr()
    assert said.err.startswith("reading ")
    assert "wrote institutions: 3 rows" in said.err
    assert said.out.startswith("Published tiny@1, data as of 2020-01-01.")


def test_the_doctor_looks_at_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(write(tmp_path / "source"), tmp_path / "store")
    capsys.readouterr()
    assert run(["doctor", *on(tmp_path / "store")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[4:].split(":")[0] for line in lines[:4]] == ["data", "age", "disk", "python"]
    assert all(line.startswith("ok ") for line in lines)
    assert lines[-1].startswith("ok  land: ")


def test_light_commands_load_no_heavy_library(tmp_path: Path) -> None:
    from subprocess import run as run_process

    code = "import sys; from dashboard.__main__ import run; run(['current']); print(sorted(sys.modules))"
    done = run_process([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, env=dict(os.environ))
    assert "public-record@" in done.stdout
    assert not [name for name in ("pyarrow", "pydantic", "pandas", "duckdb", "streamlit") if f"'{name}'" in done.stdout]
