"""The frame around every page: its place in the menu, masthead, data line, notices, page heads and footer."""

from datetime import date
from html import escape

import streamlit as st

from dashboard import address, assets, browser, controls, filters, menu, warehouse
from dashboard.controls import Run, current
from dashboard.exports import templates
from dashboard.figures.theme import theme
from dashboard.filters import View
from dashboard.menu import PageSpec
from dashboard.warehouse import NoDataError

PRODUCT = "UK university links with Pakistan and Bangladesh"
BOUNDARIES = (
    "The boundaries, names and designations shown do not imply official endorsement or acceptance "
    "by the British Council."
)

PLACES = {
    "record": "Places: GeoNames, CC BY 4.0; ROR; contains HESA data, Unistats 2018/19, CC BY 4.0; "
    "Source: Higher Education Commission, Pakistan. ",
    "demonstration": "Cities: GeoNames, CC BY 4.0. ",
}
"""Where the places of a shipped collection come from, as their licences ask to have it said."""


SET = {"demonstration": "Totals were set to match what INSPIRE published; agreement proves nothing. "}


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
        "sea": colours.sea,
    }
    variables = "".join(f"--{name}:{value};" for name, value in named.items())
    sheet = (assets.FOLDER / "style.css").read_text(encoding="utf-8")
    st.html(f"<style>:root{{{variables}}}{sheet}</style>")


def masthead(run: Run, spec: PageSpec) -> None:
    """Draw the menu, the line that says what data this is, and whatever has to be said about it."""
    menu.draw(run, spec)
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


def _data_line(run: Run, spec: PageSpec) -> None:
    snapshot = run.snapshot
    kind = snapshot.manifest["kind"]
    pieces = [f"<strong>{escape(snapshot.title)}</strong>"]
    if kind == "record":
        pieces += ["partial", f"as of {day(snapshot.as_of)}", "every figure has a source"]
    elif kind == "demonstration":
        pieces += ["made-up data", "no institution or number here is real"]
    else:
        badge = ["internal draft"] if snapshot.manifest["audience"] == "internal" else []
        pieces += [*badge, f"as of {day(snapshot.as_of)}", "counts of fewer than 10 people are not shown"]
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
    menu.link(here, label, elsewhere(run, name))


def elsewhere(run: Run, collection: str) -> dict[str, list[str]]:
    """Return the address of the same page and filters on other data; what belongs to this data alone is left out."""
    kept = run.view.filters.only([name for name in filters.LABELS if name not in filters.OPEN])
    return address.encode(View(collection, filters=kept))


def _notice() -> None:
    troubles = controls.notices()
    if not troubles:
        return
    with st.container(key="notice", horizontal=True, vertical_alignment="center"):
        st.warning("This address could not be followed in full: " + "; ".join(troubles) + ".")
        st.button("Dismiss", on_click=controls.dismiss, key="dismiss")


def page(title: str, lede: str = "", own: tuple[str, str] | None = None) -> None:
    """Draw a page's title and the lines that say what it answers.

    ``own`` are the title and the lede for a programme's own data and for the demonstration, where they differ.
    """
    if own is not None and current().snapshot.manifest["kind"] != "record":
        title, lede = own
    st.title(title, anchor=False)
    if lede:
        st.html(f'<p class="lede">{escape(lede)}</p>')


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
        _filled(name)
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


def _filled(name: str) -> None:
    """Offer the same page on made-up data, where a demonstration is in the store."""
    shared, run = warehouse.shared(), current()
    for collection in shared.collections():
        kind = shared.serve(collection).snapshot.manifest["kind"]
        if kind == "demonstration" and collection != run.snapshot.collection:
            menu.link(name, "See this page filled with made-up data", elsewhere(run, collection))


def footer(run: Run) -> None:
    """Draw the line that names the data of this run, its owner, and the sources' attributions."""
    snapshot = run.snapshot
    owner = snapshot.manifest["settings"].get("owner", "")
    places = PLACES.get(snapshot.manifest["kind"], "")
    st.html(
        '<footer class="foot">'
        f"Data: {escape(snapshot.title)}, edition {snapshot.seq}, as of {day(snapshot.as_of)}. "
        f"{escape(owner.rstrip('.'))}. {SET.get(snapshot.manifest['kind'], '')}{places}Land: Natural Earth. "
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
