"""The house: which room may use what, how large a thing may grow, and what may stand at the top.

Each failure says where the code should go instead. The syntax trees are read; nothing is imported.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = {
    "pages": {"panels", "shell"},
    "main": {"assets", "controls", "menu", "shell", "warehouse"},
    "shell": {"address", "assets", "browser", "controls", "exports", "figures", "filters", "menu", "warehouse"},
    "menu": {"address", "controls", "filters", "publish"},
    "panels": {
        "address", "browser", "catalogue", "choices", "controls", "exports", "figures", "filters", "findings",
        "loading", "menu", "publish", "search", "shell", "warehouse", "words",
    },
    "controls": {"address", "browser", "catalogue", "choices", "filters", "publish", "warehouse"},
    "choices": {"filters", "publish", "warehouse", "words"},
    "browser": set(),
    "server": {"assets", "catalogue", "figures", "filters", "warehouse"},
    "exports": {"assets", "catalogue", "figures", "filters", "findings", "publish", "warehouse", "words"},
    "figures": {"assets", "catalogue", "filters", "findings", "words"},
    "findings": {"catalogue", "words"},
    "warehouse": {"catalogue", "filters", "loading", "methods", "publish"},
    "methods": set(),
    "loading": {"catalogue", "publish"},
    "publish": {"catalogue", "filters", "words"},
    "__main__": {"demonstration", "publish"},
    "demonstration": {"publish"},
    "catalogue": {"words"},
    "address": {"filters", "words"},
    "filters": {"words"},
    "words": {"words_of_choices"},
    "words_of_choices": set(),
    "assets": set(),
    "search": set(),
}  # fmt: skip
"""Each room and the rooms below it that it may enter."""

OUTSIDE = {
    "streamlit": {"pages", "main", "shell", "menu", "panels", "controls", "choices", "browser", "server"},
    "starlette": {"server"},
    "anyio": {"server"},
    "duckdb": {"loading", "warehouse", "publish"},
    "plotly": {"figures"},
    "pydeck": {"figures"},
    "pydantic": {"publish"},
    "rapidfuzz": {"search"},
    "resvg_py": {"exports"},
    "scipy": {"methods"},
    "pyarrow": {"loading", "methods", "publish", "warehouse"},
    "pandas": set[str](),
}
"""The packages that are not Python's own, and the rooms where their work is done. ``server`` imports Streamlit for the
place of its static files, and inside its error handler to say one sentence; ``app.py`` for ``streamlit.App``."""

STANDARD_ONLY = {"address", "catalogue", "filters", "words", "findings", "assets"}
READERS_STATE = {"shell", "menu", "choices", "controls", "browser", "panels", "main"}
"""Where the reader's state may be touched: the address bar in ``controls`` alone, session state in these rooms."""

FIXED = {"app.py", "pages", "data", "queries", "requirements.txt", "tests", "README.md"}
EARNED = {
    "dashboard", "Makefile", "pyproject.toml", ".streamlit", ".ci", "docs", "CHANGELOG.md", "requirements.in",
    ".gitignore",
}  # fmt: skip
BANNED = {"utils", "util", "helpers", "common", "components", "src", "misc", "lib"}

MODULE, FUNCTION, PAGE, APP, SQL, TEST = 250, 40, 60, 60, 80, 300
LARGER = {
    "dashboard/warehouse.py": "opening, shutting, answering and picking the snapshot to serve are one lock's business",
}
"""At most two modules and two test files may be larger, each for the reason given."""


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file that is or would be committed, relative to the root."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return tuple(Path(line) for line in listed.stdout.splitlines() if (ROOT / line).is_file())


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), str(path))


def python(*tops: str) -> list[Path]:
    return [path for path in tracked() if path.suffix == ".py" and path.parts[0] in tops]


def room(path: Path) -> str:
    """Return the room that a file belongs to: "pages", or the first name under ``dashboard/``."""
    return "pages" if path.parts[0] == "pages" else Path(path.parts[1]).stem


def imports(path: Path) -> Iterator[str]:
    """Yield every module that a file imports, at any depth, as a dotted name."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import dashboard.x by its full name; Streamlit changes sys.path[0]"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


CODE = [path for path in python("dashboard", "pages") if path != Path("dashboard/__init__.py")]
over_code = pytest.mark.parametrize("path", CODE, ids=str)


@over_code
def test_imports_run_downwards(path: Path) -> None:
    here = room(path)
    assert here in ROOMS, f"{path}: a new room {here!r}: give it a line in architecture's map and in ROOMS, or a house"
    entered = {name.split(".")[1] for name in imports(path) if name.startswith("dashboard.")} & ROOMS.keys()
    upwards = entered - ROOMS[here] - {here}
    assert not upwards, (
        f"{path} imports {', '.join(sorted(upwards))}: {here} may use {', '.join(sorted(ROOMS[here])) or 'nothing'}"
        " and nothing else; move the code down to where both can reach it, or pass the value in"
    )


@over_code
def test_each_package_works_in_its_own_room(path: Path) -> None:
    here = room(path)
    for package in {name.split(".")[0] for name in imports(path)} & OUTSIDE.keys():
        allowed = OUTSIDE[package]
        assert here in allowed, f"{path} uses {package}: that belongs in {', '.join(sorted(allowed)) or 'no room'}"


@pytest.mark.parametrize("path", [path for path in CODE if room(path) in STANDARD_ONLY], ids=str)
def test_the_lowest_rooms_need_python_alone(path: Path) -> None:
    strange = {name.split(".")[0] for name in imports(path)} - sys.stdlib_module_names - {"dashboard"}
    assert not strange, f"{path} uses {strange}: {room(path)} is read by every room, so it needs the standard library"


def test_rooms_have_no_circle() -> None:
    waiting, order = {name: set(below) for name, below in ROOMS.items()}, []
    while free := sorted(name for name, below in waiting.items() if not below - set(order)):
        order += free
        waiting = {name: below for name, below in waiting.items() if name not in free}
    assert not waiting, f"these rooms use each other in a circle: {sorted(waiting)}"


def test_modules_have_no_circle() -> None:
    names = {".".join(path.with_suffix("").parts).removesuffix(".__init__"): path for path in python("dashboard")}
    edges = {name: {used for used in imports(path) if used in names and used != name} for name, path in names.items()}
    # A package's own face (__init__) names its modules; a module that names its package's face makes no order.
    edges = {name: {used for used in below if not name.startswith(f"{used}.")} for name, below in edges.items()}
    order: set[str] = set()
    while free := {name for name, below in edges.items() if name not in order and not below - order}:
        order |= free
    assert order == set(names), f"these modules import each other in a circle: {sorted(set(names) - order)}"


@pytest.mark.parametrize("path", python("pages"), ids=str)
def test_a_page_is_a_table_of_contents(path: Path) -> None:
    lines = (ROOT / path).read_text(encoding="utf-8").count("\n")
    assert lines <= PAGE, f"{path} has {lines} lines: what is more than a list of panels belongs in dashboard/panels"
    body = tree(path).body
    assert isinstance(body[0], ast.Expr), f"{path}: begin with a docstring that says what the page answers"
    assert isinstance(body[1], ast.ImportFrom), f"{path}: import panels and shell, nothing else"
    for node in body[2:]:
        call = node.value if isinstance(node, ast.Expr) else None
        named = isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        owner = call.func.value if named else None
        assert isinstance(owner, ast.Name), f"{path}:{node.lineno}: only calls of panels and shell; move it to panels"
        assert owner.id in {"panels", "shell"}, f"{path}:{node.lineno}: {owner.id} is not panels or shell"


@over_code
def test_the_readers_state_is_touched_where_it_is_kept(path: Path) -> None:
    used = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
    if "query_params" in used:
        assert room(path) == "controls", f"{path} touches the address bar: filters.py is its codec, controls writes it"
    if "session_state" in used:
        assert room(path) in READERS_STATE, f"{path} touches session state: take the value as an argument"


@over_code
def test_no_address_of_another_host_is_fetched(path: Path) -> None:
    for name in imports(path):
        top = name.split(".")[0]
        assert top not in {"requests", "httpx", "aiohttp", "socket"}, f"{path} uses {top}: nothing is fetched, ever"
        assert name != "urllib.request", f"{path} fetches an address: a snapshot is all that is read"


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("path", python("dashboard", "pages", "tests", "app.py"), ids=str)
def test_sizes_fit(path: Path) -> None:
    lines = (ROOT / path).read_text(encoding="utf-8").count("\n")
    limit = {"tests": TEST, "app.py": APP}.get(path.parts[0], MODULE)
    if str(path) not in LARGER:
        assert lines <= limit, (
            f"{path} has {lines} lines of at most {limit}: part it into rooms with names of their own"
        )
    for node in functions(path):
        words = node.body[0].end_lineno - node.body[0].lineno + 1 if ast.get_docstring(node) else 0
        length = node.end_lineno - node.lineno + 1 - words
        assert length <= FUNCTION, f"{path}:{node.lineno} {node.name} has {length} lines of at most {FUNCTION}: part it"


def test_exceptions_are_few_needed_and_reasoned() -> None:
    for tests in (True, False):
        assert len([name for name in LARGER if name.startswith("tests/") is tests]) <= 2
    for name, reason in LARGER.items():
        limit = TEST if name.startswith("tests/") else MODULE
        assert (ROOT / name).read_text(encoding="utf-8").count("\n") > limit, f"{name} needs no exception any more"
        assert len(reason.split()) > 4


@pytest.mark.parametrize("path", [path for path in tracked() if path.suffix == ".sql"], ids=str)
def test_sql_can_be_read_aloud(path: Path) -> None:
    assert path.parts[0] == "queries", f"{path}: SQL stands in queries/ only"
    body = (ROOT / path).read_text(encoding="utf-8").split("\n*/\n")[-1]
    if len(path.parts) > 2:  # a question; what stands beside the folders is the shared grammar
        assert body.count("\n") <= SQL, f"{path}: put what several questions share into queries/macros.sql"


@over_code
def test_python_makes_no_sql(path: Path) -> None:
    asks = re.compile(r"\b(select|insert|delete|update)\b.*\b(from|into|set)\b", re.IGNORECASE | re.DOTALL)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.JoinedStr):
            text = "".join(part.value for part in node.values if isinstance(part, ast.Constant))
            made = asks.search(text) and room(path) != "loading"
            assert not made, f"{path}:{node.lineno} makes SQL: a question is a file in queries/ with named parameters"


@pytest.mark.parametrize("path", [Path("app.py"), *CODE], ids=str)
def test_public_things_say_what_comes_back(path: Path) -> None:
    assert ast.get_docstring(tree(path)), f"{path}: begin with a docstring that says what this room is for"
    for node in ast.walk(tree(path)):
        holder = isinstance(node, ast.Module) or (isinstance(node, ast.ClassDef) and not node.name.startswith("_"))
        if holder:
            for inner in node.body:
                named = isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
                if named and not inner.name.startswith("_"):
                    assert ast.get_docstring(inner), f"{path}:{inner.lineno} {inner.name}: say what comes back"


def test_the_top_of_the_house_is_earned() -> None:
    top = {path.parts[0] for path in tracked()}
    assert top <= FIXED | EARNED, f"{sorted(top - FIXED - EARNED)}: give it a house in a folder that is there"


def test_no_room_is_a_drawer_for_anything() -> None:
    drawers = [str(path) for path in tracked() if BANNED & {Path(part).stem for part in path.parts}]
    assert not drawers, f"{drawers}: name the thing for what it does"


def test_no_file_knows_a_machine_or_a_registry() -> None:
    machine = re.compile(
        r"(/home/\w|/Users/\w|/roo[t]/|/wor[k]/|[A-Z]:\\\\\w|index-ur[l]|find-link[s]|trusted-host[=]|://pyp[i]\b)"
    )
    for path in tracked():
        if path.suffix in {".py", ".sql", ".toml", ".md", ".txt", ".in", ".json", ".css"} or not path.suffix:
            for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), 1):
                found = machine.search(re.sub(r"--no-emit-[\w-]+", "", line))
                assert not found, f"{path}:{number} names a machine or a registry: {found and found[0]}"


def test_requirements_are_pinned() -> None:
    for name in ("requirements.txt", "tests/requirements.txt"):
        lines = [line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if re.match(r"\w", line)]
        assert lines
        assert [line for line in lines if not re.fullmatch(r"[\w.-]+(\[[\w,]+\])?==[\w.]+( ;.*)?", line)] == []


def test_no_mark_of_work_left_undone() -> None:
    marks = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b|pytest\.mark\.sk" r"ip|@unittest\.sk" r"ip")
    for path in tracked():
        if path.suffix in {".py", ".sql", ".md", ".toml"} or path.name == "Makefile":
            found = marks.search((ROOT / path).read_text(encoding="utf-8"))
            assert not found, f"{path}: {found and found[0]}: do it or make it an issue"


def test_layers_are_named_from_top_to_bottom() -> None:
    order = list(ROOMS)
    for above, below in pairwise(("pages", "panels", "controls", "warehouse", "filters", "words")):
        assert order.index(above) < order.index(below)
