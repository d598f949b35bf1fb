"""The page of one institution: found by a forgiving search, then its facts and the panels about it alone."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard import controls, filters, loading, menu, search, shell, words
from dashboard.controls import Run, current
from dashboard.findings.prose import capital, noun
from dashboard.panels import tables, ways
from dashboard.panels.panel import Entry, pair, show

Row = Mapping[str, Any]
_LIST, _PROFILE, _TRAINING = "institution/names", "institution/profile", "institution/training"
_COUNTS = ("partnerships", "linked", "courses", "workshops")
_NOT_SHOWN = (
    "Which leadership courses the people of one institution attended is not shown here: with one head and one "
    "registrar to an institution it would be a statement about persons."
)


def head(title: str, lede: str) -> None:
    """Draw the page's head: with one institution in the address its name and facts, else the search for one."""
    run = current()
    row = _row(run)
    if row is None:
        shell.page(title=title, lede=lede)
        _search(run)
        return
    shell.page(title=row["name"], lede=_what(row))
    question = run.ask(_PROFILE).question
    known = [name for name in _COUNTS if row[name] or name == "partnerships"]
    counts = "".join(
        f"<li><strong>{row[name]:,}</strong><span>{escape(_noun(question.columns[name].label, row[name]))}</span></li>"
        for name in known
    )
    if row["first_known"]:
        counts += f"<li><strong>{row['first_known']}</strong><span>first known</span></li>"
    facts = "".join(f"<div><dt>{escape(name)}</dt><dd>{said}</dd></div>" for name, said in _facts(row))
    st.html(
        f'<section class="institution"><ul class="counts">{counts}</ul><dl>{facts}</dl>'
        f"{ways.correct(question, row, row['name'])}</section>"
    )


def of_one(title: str, entries: Sequence[Entry], *, headings: bool = True) -> None:
    """Show a section about the chosen institution: its panels with rows, and one sentence for those without."""
    run = current()
    if _row(run) is None:
        return
    asked = [name for entry in entries for name in ([entry] if isinstance(entry, str) else entry) if run.offers(name)]
    full = {name for name in asked if run.ask(name).rows}
    shut = _TRAINING in asked and loading.guarded(run.snapshot.manifest)
    if not asked:
        return
    st.header(title, anchor=False, divider=False)
    for entry in entries:
        here = [name for name in ([entry] if isinstance(entry, str) else entry) if name in full]
        if len(here) == 2:
            pair(here[0], here[1])
        elif here:
            show(here[0], heading=headings)
    if not full:
        where = "in public sources" if run.snapshot.manifest["kind"] == "record" else "in this data"
        chosen = run.view.filters.only(filters.SHARED)
        more = f" for: {chosen.describe()}. Widen the filters to see more." if chosen.active() else "."
        st.html(f'<p class="empty">{escape(f"None found {where}{more}")}</p>')
    if shut:
        st.html(f'<p class="caption">{escape(_NOT_SHOWN)}</p>')


def _row(run: Run) -> Row | None:
    """Return the profile of the institution in the address; None without one, or with several."""
    if len(run.view.filters.institution) != 1:
        return None
    return next(iter(run.ask(_PROFILE).rows), None)


def _noun(label: str, count: int) -> str:
    head, _, last = label.lower().rpartition(" ")
    return f"{head} {noun(last, count)}".strip()


def _what(row: Row) -> str:
    """Return what and where an institution is: "Public university in Lahore, Punjab, Pakistan."."""
    sector = words.say("sector", row["sector"]).lower() if row["sector"] in ("public", "private") else ""
    kind = capital(f"{sector} {words.say('kind', row['kind']).lower()}".strip())
    country = words.say("country", row["country"])
    place = ", ".join(part for part in (row["place"], country) if part)
    return f"{kind} in {'the ' if place == 'United Kingdom' else ''}{place}."


def _facts(row: Row) -> list[tuple[str, str]]:
    """Return the facts that are known, as (name, HTML)."""
    names = "; ".join(part for part in (row["aliases"] or "").split("; ") if part and part != row["short_name"])
    said = {
        "Short name": escape(row["short_name"] or ""),
        "Other names": escape(names),
        "UK group": escape(row["uk_group"] or ""),
        "Founded": str(row["founded"] or ""),
        "Recognised by": escape(row["recognised_by"] or ""),
        "Website and registry": tables.sources(row["source_url"] or "", " · "),
    }
    return [(name, text) for name, text in said.items() if text]


def _search(run: Run) -> None:
    """Draw the search box, what it found, and below it every institution by country."""
    rows = {row["institution_id"]: row for row in run.ask(_LIST, narrowed=filters.REST).rows}
    several = [code for code in run.view.filters.institution if code in rows]
    st.session_state["find"] = run.view.find
    st.text_input(
        "Name, short name or city",
        key="find",
        max_chars=80,
        placeholder="For example: NUST, Univercity of Dhaka, Leeds",
        on_change=lambda: controls.change(find=st.session_state["find"].strip()),
        width=480,
    )
    if several:
        _offer("Several institutions are chosen. Open one:", [rows[code] for code in several])
    elif run.view.find:
        _found(run, rows)
    _directory(list(rows.values()))


def _found(run: Run, rows: Mapping[str, Row]) -> None:
    matches = search.find(run.view.find, rows.values())
    best = search.meant(matches)
    if not matches:
        st.html(
            '<p class="empty">No institution of this data is called so or is in such a city. Try fewer words, the '
            "short name or the city, or look through the list below.</p>"
        )
        return
    if best:
        menu.link("institution", f"Open {rows[best]['name']}", ways.profile_of(best))
    near = [rows[match.institution_id] for match in matches if match.institution_id != best][: 4 if best else None]
    if near:
        _offer("Or did you mean:" if best else "Did you mean:", near)


def _offer(lead: str, rows: Sequence[Row]) -> None:
    items = "".join(f"<li>{ways.link(row['name'], row['institution_id'])}{_where(row)}</li>" for row in rows)
    st.html(f'<div class="near"><p>{escape(lead)}</p><ul>{items}</ul></div>')


def _where(row: Row) -> str:
    place = ", ".join(part for part in (row["city"], words.say("country", row["country"])) if part)
    return f"<span>{escape(place)}</span>"


def _directory(rows: Sequence[Row]) -> None:
    """Draw every institution as a link, under its country."""
    by_country: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_country[row["country"]].append(row)
    order = [code for code in words.WORDS["country"] if code in by_country]
    order += sorted(set(by_country) - set(order))
    blocks = "".join(
        f"<details><summary>{escape(words.say('country', code))} ({len(by_country[code]):,})</summary><ul>"
        + "".join(f"<li>{ways.link(row['name'], row['institution_id'])}</li>" for row in by_country[code])
        + "</ul></details>"
        for code in order
    )
    st.html(f'<section class="directory"><h2>All institutions in this data</h2>{blocks}</section>')
