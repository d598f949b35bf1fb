"""A reader at the running script, without a browser: opens a page at an address and looks at what it shows."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from dashboard import catalogue, warehouse

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 60
COLLECTIONS = {"record": "public-record", "demonstration": "demonstration"}
_ID = re.compile(r"[a-z]+/[a-z0-9_]+")
_MARK = re.compile(r"<[^>]+>")
Address = Mapping[str, str | Sequence[str]]


AT_ONCE = ("show", "pair", "section", "decide", "against", "link_map")
ASKED_FOR = ("of_one", "compared", "changed", "layers")
"""Calls whose panels stand on a page at once, and those whose panels wait for an institution, two sides, an edition,
or for the map to be switched to them."""


def listed(page: str, *, opened: bool = False, kind: str = "record", calls: Sequence[str] = AT_ONCE) -> list[str]:
    """Return the questions that a page shows as panels on the shipped collection of that kind.

    With ``opened`` those under "More on this subject" too; ``calls`` are the sorts of panels that are meant.
    """
    wanted = {*calls, "more"} if opened else {*calls}
    tree = ast.parse((ROOT / "pages" / f"{page}.py").read_text(encoding="utf-8"))
    made = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func)[:7] == "panels."]
    made.sort(key=lambda node: node.lineno)
    named = [
        part.value
        for call in made
        if ast.unparse(call.func)[7:] in wanted
        for given in [*_given(call, kind), *(_layers(call) if "layers" in wanted else [])]
        for part in ast.walk(given)
        if isinstance(part, ast.Constant) and _ID.fullmatch(str(part.value))
    ]
    served = warehouse.shared().serve(COLLECTIONS[kind]).snapshot
    return [name for name in named if warehouse.asked(catalogue.question(name), served)]


def _given(call: ast.Call, kind: str) -> list[ast.expr]:
    """Return what a call names: on other data than a record its panels of that data's own, where it has such."""
    own = [keyword.value for keyword in call.keywords if keyword.arg == "own"]
    return own if own and kind != "record" else list(call.args)


def _layers(call: ast.Call) -> list[ast.expr]:
    """Return what else a call's map can show."""
    return [keyword.value for keyword in call.keywords if keyword.arg == "layers"]


class Reader:
    """One session of one reader."""

    def __init__(self, page: str = "overview", address: Address | None = None) -> None:
        self.app = AppTest.from_file(ROOT / "dashboard" / "main.py", default_timeout=SECONDS)
        self.app.query_params.update(address or {})
        self.app.run()
        if page != "overview":
            self.turn(page)

    def turn(self, page: str) -> "Reader":
        """Turn to another page of the menu."""
        self.app.switch_page(f"../pages/{page}.py").run()
        return self

    def go(self, address: Address) -> "Reader":
        """Change the address on the same page, as by hand."""
        self.app.query_params = dict(address)
        self.app.run()
        return self

    def open(self, *keys: str) -> "Reader":
        """Open boxes by their keys."""
        for key in keys:
            self.app.session_state[key] = True
        self.app.run()
        return self

    def address(self) -> dict[str, list[str]]:
        """Return the parameters in the address bar."""
        return {k: [v] if isinstance(v, str) else list(v) for k, v in self.app.query_params.items()}

    def panel(self, question_id: str) -> "Panel":
        """Return one panel; a page without it fails."""
        block = self.block(f"panel-{question_id.replace('/', '-')}")
        assert block is not None, f"{question_id} is not on the page"
        return Panel(list(leaves(block)))

    def block(self, key: str) -> Any:
        """Return what bears a key, or None."""
        try:
            return self.app.get_by_key(key)
        except KeyError:
            return None

    def text(self) -> str:
        """Return every word on the page."""
        return "\n".join(said(each) for part in (self.app.main, self.app.sidebar) for each in leaves(part))

    def text_of(self, key: str) -> str:
        """Return every word in what bears a key, "" where nothing does."""
        block = self.block(key)
        return "\n".join(said(each) for each in leaves(block)) if block is not None else ""

    def filter(self, name: str) -> Any:
        """Return the widget of one filter."""
        return self.app.get_by_key(f"filter_{name}")


class Panel:
    """What one panel shows."""

    def __init__(self, elements: list[Any]) -> None:
        self.elements = elements
        self.kinds = [each.type for each in elements]

    def words(self, mark: str) -> str:
        """Return the text of the first element of that class ("finding", "caption", "empty"), or ""."""
        found = (each.value for each in self.elements if each.type == "html" and f'class="{mark}"' in each.value)
        return plain(next(found, ""))

    def drawn(self) -> bool:
        """Say whether a figure, a map, a table, tiles, cards or at least a finding is there."""
        forms = ("tiles", "cards", "differing", "rows", "finding", "sums", "kpis", "paired", "entries", "changed")
        html = [each.value for each in self.elements if each.type == "html"]
        return (
            "plotly_chart" in self.kinds
            or "deck_gl_json_chart" in self.kinds
            or any(f'class="{form}"' in text for text in html for form in forms)
        )


def leaves(block: Any) -> Iterator[Any]:
    """Yield the elements in a block, at any depth."""
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from leaves(child)
        else:
            yield child


def said(element: Any) -> str:
    """Return an element's text as a reader sees it."""
    value = getattr(element, "value", "")
    return plain(f"{getattr(element, 'label', '')} {value if isinstance(value, str) else ''}")


def plain(html: str) -> str:
    return unescape(_MARK.sub(" ", html)).strip()
