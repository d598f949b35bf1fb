"""The frame around every page: its place in the menu, masthead, data line, notices, page heads and footer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from html import escape

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import address, assets, browser, controls, filters, warehouse
from dashboard.controls import Run, current
from dashboard.exports import templates
from dashboard.figures.theme import theme
from dashboard.warehouse import NoDataError

PRODUCT = "UK university links with Pakistan and Bangladesh"
BOUNDARIES = (
    "The boundaries, names and designations shown do not imply official endorsement or acceptance "
    "by the British Council."
)
NARROWING = ("country", "programme", "years", "strand", "subject", "uk_group", "sector")


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page of the menu: its file in ``pages/``, its title, its filters, and why a shared filter rests."""

    name: str
    title: str
    filters: tuple[str, ...]
    resting: Mapping[str, str] = field(default_factory=dict)


PAGES = (
    PageSpec("overview", "Overview", filters.SHARED),
    PageSpec("partnerships", "Partnerships", NARROWING),
    PageSpec("map", "Map", (*NARROWING, "level")),
    PageSpec("leadership", "Leadership", filters.SHARED),
    PageSpec(
        "about",
        "About the data",
        filters.SHARED,
        {"years": "Nothing on this page is counted by year. Your choice waits for the other pages."},
    ),
)
"""The menu, in its order. A test holds it against ``pages/`` and against what each page's questions obey."""


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


def style() -> None:
    """Put the project's style sheet and the theme's colours on the page."""
    colours = theme(st.context.theme.type or "light")
    named = {
        "paper": colours.ground,
        "wash": colours.wash,
        "wash-strong": colours.track,
        "rule": colours.rule,
        "ink": colours.ink,
        "ink-soft": colours.muted,
        "accent": colours.accent,
    }
    variables = "".join(f"--{name}:{value};" for name, value in named.items())
    sheet = (assets.FOLDER / "style.css").read_text(encoding="utf-8")
    st.html(f"<style>:root{{{variables}}}{sheet}</style>")


def masthead(run: Run, spec: PageSpec) -> None:
    """Draw the menu, the line that says what data this is, and whatever has to be said about it."""
    with st.container(key="masthead", horizontal=True, vertical_alignment="center", gap="small"):
        for entry in PAGES:
            st.page_link(
                st.session_state["_pages"][entry.name],
                label=entry.title,
                query_params=_carried(run, entry),
            )
    _data_line(run, spec)
    for problem in run.served.problems:
        st.warning(problem)
    if run.served.newer is not None:
        with st.container(key="newer", horizontal=True, vertical_alignment="center"):
            st.info(
                f"This is a fixed link: it shows the data as of {day(run.snapshot.as_of)}. "
                f"Newer data exist, as of {day(run.served.newer.as_of)}."
            )
            st.button("Show the latest", on_click=controls.follow_latest)
    _notice()


def _carried(run: Run, entry: PageSpec) -> dict[str, list[str]]:
    """Return the part of the present view that another page can keep, as its address."""
    kept = replace(run.view, filters=run.view.filters.only(entry.filters), show=None)
    return address.encode(kept)


def _data_line(run: Run, spec: PageSpec) -> None:
    snapshot = run.snapshot
    kind = snapshot.manifest["kind"]
    pieces = [f"<strong>{escape(snapshot.title)}</strong>"]
    if kind == "record":
        pieces += ["partial", f"as of {day(snapshot.as_of)}", "every partnership, course and figure has a source"]
    elif kind == "demonstration":
        pieces += ["made-up data", "no institution or number here is real"]
    else:
        pieces += [f"as of {day(snapshot.as_of)}"]
    with st.container(key="dataline", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="dataline {kind}">{" · ".join(pieces)}</p>', width="content")
        for name in warehouse.shared().collections():
            if name != snapshot.collection:
                _other_collection(run, name, spec.name)
        browser.copy_link(run.link(pinned=True), label="Copy link", key="copy-page")


def _other_collection(run: Run, name: str, here: str) -> None:
    try:
        other = warehouse.shared().serve(name).snapshot
    except NoDataError:
        return
    label = {
        "demonstration": "See the demonstration (made-up data)",
        "record": "See the public record",
    }.get(other.manifest["kind"], f"See {other.title}")
    page = st.session_state["_pages"][here]
    view = replace(run.view, collection=name, seq=None, show=None)
    st.page_link(page, label=label, query_params=address.encode(view))


def _notice() -> None:
    troubles = controls.notices()
    if not troubles:
        return
    with st.container(key="notice", horizontal=True, vertical_alignment="center"):
        st.warning("This address could not be followed in full: " + "; ".join(troubles) + ".")
        st.button("Dismiss", on_click=controls.dismiss, key="dismiss")


def page(title: str, lede: str) -> None:
    """Draw a page's title and the lines that say what it answers."""
    st.title(title, anchor=False)
    st.html(f'<p class="lede">{escape(lede)}</p>')


def section(title: str) -> None:
    """Draw a heading over the panels that follow."""
    st.header(title, anchor=False, divider=False)


def missing(name: str) -> None:
    """Draw the one box at a page's foot that says what this data cannot answer and who has it."""
    rows = [row for row in current().snapshot.manifest["settings"].get("missing", []) if row["page"] == name]
    if not rows:
        return
    lines = "".join(
        f"<li><strong>{escape(row['what'])}</strong><span>{escape(row['who_has_it'])}</span></li>" for row in rows
    )
    with st.container(key="missing"):
        st.html(f'<section class="missing"><h2>What is missing, and who has it</h2><ul>{lines}</ul></section>')
        st.download_button(
            "Download the empty template",
            data=templates.zipped,
            file_name="inspire-template.zip",
            mime="application/zip",
            key="template",
            on_click="ignore",
            icon=":material/download:",
            help="One CSV for each table, with every column explained, to fill in and publish.",
        )


def footer(run: Run) -> None:
    """Draw the line that names the data of this run, its owner, and the sources' attributions."""
    snapshot = run.snapshot
    owner = snapshot.manifest["settings"].get("owner", "")
    st.html(
        '<footer class="foot">'
        f"Data: {escape(snapshot.title)}, edition {snapshot.seq}, as of {day(snapshot.as_of)}. "
        f"{escape(owner)} Places: GeoNames, CC BY 4.0; ROR; contains HESA data, Unistats 2018/19, CC BY 4.0; "
        "Source: Higher Education Commission, Pakistan. Land: Natural Earth. "
        f"{BOUNDARIES}</footer>"
    )


def no_data(error: NoDataError) -> None:
    """Draw the plain page for a store with nothing to show: what is wrong and which command mends it."""
    st.title("There is no data to show yet", anchor=False)
    st.write(str(error))
    st.write("To publish the public record that comes with the project, run this in its folder:")
    st.code(
        "python -m dashboard publish data/sources/public-record --collection public-record --as-of 2026-11-22",
        language="bash",
    )
    st.write("To find out what is wrong with a store that should have data:")
    st.code("python -m dashboard doctor", language="bash")


def day(when: date) -> str:
    """Return a date as people read it: "22 Nov 2026"."""
    return f"{when.day} {when:%b %Y}"
