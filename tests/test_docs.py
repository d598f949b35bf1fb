"""What the documents say is what stands on the disk: folders, pages, questions, commands, links, numbers."""

import re
import tomllib
from pathlib import Path

import pytest

from dashboard import catalogue, findings, menu
from dashboard.filters import Filters
from dashboard.publish import commands
from tests.asking import record
from tests.reader import ROOT, listed

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("data/**/*.md"), ROOT / "queries/README.md"]
)


def under(heading: str, text: str = README) -> str:
    """Return what stands under a heading, to the next of its height."""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"README has no heading {heading!r}"
    return found[1]


def test_the_readme_is_short() -> None:
    assert README.count("\n") < 150


def test_the_map_of_folders_is_the_disk() -> None:
    named = set(re.findall(r"^- `([^`]+)`", under("Folders"), re.MULTILINE))
    assert {name for name in named if not (ROOT / name).exists()} == set()
    tops = {f"{path.name}/" for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))}
    assert tops <= named, f"README's map lacks {tops - named}"
    assert "app.py" in named


def test_the_map_of_the_code_is_the_code() -> None:
    named = set(re.findall(r"`([\w./]+)`", re.search(r"\| in `dashboard/`.*?\n\n", README, re.DOTALL)[0]))  # type: ignore[index]
    named = {name.strip("/") for name in named if re.fullmatch(r"\w+(\.py|/)", name)} - {"dashboard"}
    rooms = {path.name for path in (ROOT / "dashboard").iterdir() if not path.name.startswith("__")}
    assert named == rooms, "README's table of dashboard/ and its rooms differ"


def test_the_list_of_pages_is_the_menu() -> None:
    assert re.findall(r"^- \*\*([^*]+)\*\*", under("Pages"), re.MULTILINE) == [spec.title for spec in menu.PAGES]


def test_the_index_of_questions_is_the_catalogue() -> None:
    text = (ROOT / "queries" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+/\w+)` \| (.+?) \| (\w+) \| (.+?) \|$", under("All questions", text), re.MULTILINE)
    assert rows == [
        (each.id, each.question, each.form, ", ".join(each.params) or "no filter")
        for each in catalogue.questions().values()
    ], "make the index again: queries/README.md says how"
    assert re.findall(r"^### (\w+)$", text, re.MULTILINE) == sorted(
        {each.subject for each in catalogue.questions().values()}
    )


def test_every_question_of_a_page_stands_on_it_once() -> None:
    for spec in menu.PAGES:
        shown = listed(spec.name, opened=True)
        assert len(shown) == len(set(shown))
        assert set(shown) <= catalogue.questions().keys()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_and_paths_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (document.parent / target).exists(), f"{document.name} links to {target}, which is not there"
    for target in re.findall(r"`((?:dashboard|queries|pages|tests|data|docs)/[\w./-]*)`", text):
        assert (ROOT / target).exists(), f"{document.name} names {target}, which is not there"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_in_documents_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:`|^)(?:PORT=\d+ )?make (\w+)", text, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{document.name} says make {target}"
    offered = commands_offered()
    for name in re.findall(r"python -m dashboard (\w+)", text):
        assert name in offered, f"{document.name} names the command {name}"
    for module, name in re.findall(r'python -c "from dashboard import (\w+); \1\.(\w+)\(', text):
        assert f"def {name}(" in (ROOT / "dashboard" / f"{module}.py").read_text(encoding="utf-8"), f"{module}.{name}"


def commands_offered() -> set[str]:
    """Return the commands of ``python -m dashboard``."""
    text = (ROOT / "dashboard" / "__main__.py").read_text(encoding="utf-8")
    text += Path(str(commands.__file__)).read_text(encoding="utf-8")
    return set(re.findall(r'"(\w+)"', text))


def test_what_make_offers_is_said_where_it_is_offered() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for name in ("run", "test", "check", "bench"):
        assert f"make {name}" in makefile.splitlines()[0]
        assert f"make {name}" in README
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_numbers_of_the_changelog_are_those_of_the_record() -> None:
    text = " ".join((ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split())
    said = findings.sentence(catalogue.question("overview/base"), record().rows("overview/base"))
    counts = [int(number) for number in re.findall(r"\d+", said)][:5]
    partnerships, pakistan, bangladesh, uk, partners = counts
    assert f"{partnerships} partnerships, {pakistan} with Pakistan and {bangladesh} with Bangladesh" in text
    assert f"between {uk} UK and {partners} partner institutions" in text
    assert record().snapshot.id in text
    links = record().warehouse.answer("map/links", Filters(), record().snapshot).rows
    assert f"{sum(row['links'] for row in links)} links" in text


def test_one_version_of_python_is_asked_for_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["requires-python"].removeprefix(">=")
    assert f"Python {wanted} or newer" in README
    assert f"Python {wanted} or newer" in (ROOT / "Makefile").read_text(encoding="utf-8")
    assert project["tool"]["mypy"]["python_version"] == wanted
