"""The menu: which pages there are, what each of them offers, and the way from one to another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import address, filters
from dashboard.controls import BESIDE, Run
from dashboard.filters import View
from dashboard.publish.store import Snapshot

NARROWING = ("country", "programme", "years", "strand", "subject", "uk_group", "sector")
STRANDS, CLOSER = "More strands", "Look closer"
_SEARCH = "institution/names"
MOST_NAMES = 2000
_FINDER, _CHOSEN = "finder", "_chosen_institution"


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page: its file in ``pages/``, its title, its filters, and why a shared filter rests.

    ``under`` is the heading of the menu that it stands under, or empty for a place of its own. ``beside`` are the
    further parts of an address that belong to it, ``people`` the filters that act on counts of people alone.
    """

    name: str
    title: str
    filters: tuple[str, ...]
    resting: Mapping[str, str] = field(default_factory=dict)
    under: str = ""
    beside: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    def rests(self, snapshot: Snapshot) -> dict[str, str]:
        """Return the filters that cannot act on this page and this data, each with the reason."""
        posts = any(entry["rows"] for entry in snapshot.manifest["files"] if entry["table"] == "leadership_posts")
        if not posts:
            found = dict.fromkeys(self.people, "This data does not say who holds which post.")
        elif snapshot.manifest["settings"].get("disclosure", {}).get("rule", "none") != "none":
            free = [name for name in self.people if name != "role_group"]
            found = dict.fromkeys(free, "Counts of people obey only country, role group and years.")
        else:
            found = {}
        return found | dict(self.resting)


PAGES = (
    PageSpec("overview", "Overview", (*filters.SHARED, "against")),
    PageSpec("partnerships", "Partnerships", NARROWING),
    PageSpec("map", "Map", (*NARROWING, "level", "year"), beside=("look",)),
    PageSpec(
        "leadership",
        "Leadership",
        (*filters.SHARED, "role_group", "sector", "qualifying", "target"),
        people=("role_group", "sector", "qualifying"),
    ),
    PageSpec(
        "transnational", "Transnational education", (*filters.SHARED, "subject", "uk_group", "sector"), under=STRANDS
    ),
    PageSpec("researchers", "Researchers", filters.SHARED, under=STRANDS),
    PageSpec("impact", "Impact", NARROWING, under=STRANDS),
    PageSpec(
        "institution",
        "Institution",
        (*filters.SHARED, "institution"),
        under=CLOSER,
        beside=("find",),
    ),
    PageSpec("compare", "Compare", filters.SHARED, under=CLOSER, beside=("compare", "sides")),
    PageSpec("changes", "What changed", filters.SHARED, under=CLOSER, beside=("since",)),
    PageSpec(
        "about",
        "About the data",
        filters.SHARED,
        {"years": "Nothing on this page is counted by year. Your choice waits for the other pages."},
    ),
)
"""Every page, in the order of the menu. A test holds it against ``pages/`` and what each page's questions obey."""


def navigate() -> tuple[StreamlitPage, PageSpec]:
    """Return the page that the address names, and its entry in the menu."""
    built = {
        spec.name: st.Page(f"../pages/{spec.name}.py", title=spec.title, url_path=spec.name, default=spec is PAGES[0])
        for spec in PAGES
    }
    st.session_state["_pages"] = built
    page = st.navigation(list(built.values()), position="hidden")
    spec = next(spec for spec in PAGES if built[spec.name] is page or built[spec.name].title == page.title)
    return page, spec


def link(name: str, label: str, query_params: Mapping[str, list[str]]) -> None:
    """Draw a link to a page at an address."""
    st.page_link(st.session_state["_pages"][name], label=label, query_params=query_params)


def draw(run: Run, here: PageSpec) -> None:
    """Draw the menu, and at the side the box that finds an institution."""
    with st.container(key="masthead", horizontal=True, vertical_alignment="center", gap="small"):
        for entry in PAGES:
            if not entry.under:
                link(entry.name, entry.title, carried(run, entry))
            elif entry is _first(entry.under):
                _drawer(run, entry.under, here)


def _first(under: str) -> PageSpec:
    return next(entry for entry in PAGES if entry.under == under)


def _drawer(run: Run, under: str, here: PageSpec) -> None:
    """Draw a heading of the menu that opens to its pages; it bears the name of the one that is open."""
    mark = "open" if here.under == under else "shut"
    key = f"drawer-{mark}-{under.split()[-1]}"
    with st.popover(here.title if here.under == under else under, type="tertiary", key=key):
        for entry in PAGES:
            if entry.under == under:
                link(entry.name, entry.title, carried(run, entry))


def finder(run: Run) -> None:
    """Draw the box that leads to an institution: one chosen or named exactly; else to the page's own search."""
    rows = run.ask(_SEARCH, narrowed=filters.REST).rows
    # Every reader's browser gets the names: of many thousands only what is typed is looked for, on the page itself.
    names = {row["institution_id"]: row["label"] for row in rows} if len(rows) <= MOST_NAMES else {}
    st.selectbox(
        "Find an institution",
        list(names),
        index=None,
        key=_FINDER,
        format_func=lambda code: names.get(code, code),
        placeholder="Name, short name or city",
        accept_new_options=True,
        on_change=_found,
    )
    chosen = st.session_state.pop(_CHOSEN, None)
    if not chosen:
        return
    entry = next(entry for entry in PAGES if entry.name == "institution")
    kept = run.view.filters.only(entry.filters)
    code = chosen if chosen in names else _named(chosen, rows)
    found = (
        View(run.view.collection, run.view.seq, replace(kept, institution=(code,)))
        if code
        else View(run.view.collection, run.view.seq, replace(kept, institution=()), find=_cleaned(chosen))
    )
    st.switch_page(st.session_state["_pages"]["institution"], query_params=address.encode(found))


def _found() -> None:
    """Keep what was chosen for the run to come and empty the box, so that it can be used again."""
    st.session_state[_CHOSEN], st.session_state[_FINDER] = st.session_state[_FINDER], None


def _named(typed: str, rows: Sequence[Mapping[str, Any]]) -> str | None:
    """Return the one institution whose name or short name was typed, whatever its capitals; None else or of several."""
    text = " ".join(typed.split()).casefold()
    found = {
        row["institution_id"] for row in rows for name in ("name", "short_name") if (row[name] or "").casefold() == text
    }
    return found.pop() if len(found) == 1 else None


def _cleaned(typed: str) -> str:
    """Return what a reader typed as an address can carry it."""
    return "".join(sign for sign in typed if sign.isprintable())[: address.MAX_FIND].strip()


def carried(run: Run, entry: PageSpec) -> dict[str, list[str]]:
    """Return the part of the present view that another page can keep, as its address."""
    kept = run.view.filters.only([name for name in entry.filters if name != "institution"])
    rest = {name: getattr(View(), name) for name in BESIDE}
    return address.encode(replace(run.view, filters=kept, show=None, **rest))
