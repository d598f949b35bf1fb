"""Ways on from a row: to an institution's profile, and to whoever can correct what it says."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import quote, urlencode

from dashboard import address
from dashboard.catalogue import Column, Question
from dashboard.controls import current
from dashboard.filters import Filters, View
from dashboard.publish.store import Snapshot

_TABLES = {
    "partnership_id": "partnerships",
    "tne_id": "tne_programmes",
    "event_id": "leadership_events",
    "workshop_id": "researcher_workshops",
    "evidence_id": "impact_evidence",
    "claim_id": "claims",
    "institution_id": "institutions",
}
"""The key of a row, by the table that it stands in; of two keys in one row the upper one is the row's."""

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def profile_of(institution_id: str) -> dict[str, list[str]]:
    """Return the address of an institution's profile on the data that is looked at."""
    view = current().view
    return address.encode(View(view.collection, view.seq, Filters(institution=(institution_id,))))


def link(name: str, institution_id: str | None) -> str:
    """Return an institution's name as a link to its profile; without an id the name alone."""
    if not institution_id:
        return escape(name)
    target = f"institution?{urlencode(profile_of(institution_id), doseq=True)}"
    return f'<a class="profile" href="{escape(target, quote=True)}" target="_self">{escape(name)}</a>'


def links(column: Column, row: Mapping[str, Any], between: str = "; ") -> str:
    """Return the names in a column that has profiles, each as a link to its own."""
    names, ids = row[column.name], row[column.profile]
    if isinstance(names, list):
        return between.join(link(str(name), code) for name, code in zip(names, ids, strict=True))
    return link(str(names), ids)


def correct(question: Question, row: Mapping[str, Any], title: str) -> str:
    """Return the small box that says who corrects a row and how it is called: "partnerships · p01 · public-record@1".

    Without anybody named, or outside a run, it is "".
    """
    key = next((name for name in _TABLES if name in question.key), None)
    snapshot = under_way()
    if key is None or snapshot is None:
        return ""
    contact = str(snapshot.manifest["settings"].get("contact", ""))
    called = f"{_TABLES[key]} · {row[key]} · {snapshot.id}"
    if not contact:
        return ""
    return (
        f'<details class="correct"><summary>Correct this row<span class="unseen">: {escape(title)}</span></summary>'
        f"<p>Write to {_contact(contact, called)} and name the row: <code>{escape(called)}</code></p></details>"
    )


def under_way() -> Snapshot | None:
    """Return the snapshot of the run under way; None where HTML is made outside of one."""
    try:
        return current().snapshot
    except KeyError:
        return None


def _contact(contact: str, called: str) -> str:
    """Return a contact as a link: a letter with its subject filled in, a web page, or the words alone."""
    if _EMAIL.fullmatch(contact):
        target = f"mailto:{contact}?subject={quote(f'Correction: {called}')}"
        return f'<a href="{escape(target, quote=True)}">{escape(contact)}</a>'
    if contact.startswith(("https://", "http://")):
        return (
            f'<a href="{escape(contact, quote=True)}" target="_blank" rel="noopener noreferrer">{escape(contact)}</a>'
        )
    return escape(contact[:1].lower() + contact[1:] if contact.startswith("The ") else contact)


def ends(row: Mapping[str, Any]) -> Sequence[tuple[str, str]]:
    """Return the institutions that a mark is about, as (id, name): the ends of a link, a place, a bar's own."""
    for code, name in (("place_id", "place"), ("institution_id", "institution"), ("other_id", "other")):
        if row.get(code) and row.get(name) and ":" not in row[code]:
            return [(row[code], row[name])]
    pairs = [(row.get(f"{end}_id"), row.get(f"{end}_name")) for end in ("from", "to")]
    return [(code, name) for code, name in pairs if code and name and ":" not in code]
