"""A tiny source folder, made in code, and the commands run on it."""

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from dashboard.__main__ import run

ROOT = Path(__file__).resolve().parents[2]
Tables = dict[str, list[dict[str, str]]]
SETTINGS = """\
title = "Tiny"
kind = "record"
audience = "internal"
description = "Made for tests."
owner = "The tests"
contact = "None"
"""
SOURCE = "https://example.org/page"
_TINY: Tables = {
    "institutions": [
        {"institution_id": "ucl", "name": "University College London", "country": "GBR", "kind": "university",
         "latitude": "51.52", "longitude": "-0.13", "coordinate_precision": "campus"},
        {"institution_id": "0042", "name": "ঢাকা বিশ্ববিদ্যালয়", "country": "BGD", "kind": "university",
         "latitude": "", "longitude": "", "coordinate_precision": ""},
        {"institution_id": "lums", "name": "لاہور یونیورسٹی", "country": "PAK", "kind": "university",
         "latitude": "31.47", "longitude": "74.41", "coordinate_precision": "city"},
    ],
    "programmes": [
        {"programme_id": "inspire", "name": "INSPIRE", "family": "inspire", "start_date": "2008", "source_url": SOURCE}
    ],
    "partnerships": [
        {"partnership_id": "p1", "programme_id": "inspire", "strand": "tne", "title": "=1+1", "country": "PAK",
         "start_date": "2012-05", "end_date": "2014-02-28", "status": "completed", "renewed_from": "",
         "award_gbp": "30000", "source_url": SOURCE},
        {"partnership_id": "p2", "programme_id": "inspire", "strand": "project", "title": "NA", "country": "BGD",
         "start_date": "2011", "end_date": "", "status": "unknown", "renewed_from": "p1", "award_gbp": "",
         "source_url": f"a document; {SOURCE}"},
    ],
    "partnership_members": [
        {"partnership_id": "p1", "institution_id": "ucl", "role": "lead"},
        {"partnership_id": "p1", "institution_id": "lums", "role": "partner"},
        {"partnership_id": "p2", "institution_id": "ucl", "role": "partner"},
        {"partnership_id": "p2", "institution_id": "0042", "role": "partner"},
    ],
    "claims": [
        {"claim_id": "c1", "kind": "published", "metric": "partnerships", "value": "26.5", "as_of": "2014",
         "source_url": SOURCE}
    ],
}  # fmt: skip


def tiny() -> Tables:
    """Return the tables of a small source without a fault or a warning; change them as you like."""
    return deepcopy(_TINY)


def write(folder: Path, tables: Tables | None = None, settings: str = SETTINGS) -> Path:
    """Write a source folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "collection.toml").write_text(settings, encoding="utf-8")
    for name, rows in (tiny() if tables is None else tables).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


def publish(source: Path, store: Path, as_of: str = "2020-01-01", *more: str) -> int:
    """Publish a source folder as the collection "tiny" and return the exit status."""
    return run(["publish", str(source), *on(store), "--as-of", as_of, *more])


def on(store: Path) -> list[str]:
    """Return the arguments that name the store and the collection "tiny"."""
    return ["--store", str(store), "--collection", "tiny"]


def shown(store: Path, table: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Return a published table's rows as ``show --json`` prints them."""
    capsys.readouterr()
    assert run(["show", table, "--json", *on(store)]) == 0
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


def started(*words: str, limit: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """Start the command line in a process of its own, in the project's folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "dashboard", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=limit,
    )
