"""How small counts of people are shown: what ``collection.toml`` may say of it, and what it must.

A programme's own data is about real people, so its counts of them are guarded (``small_counts``). The owner of the
data may sign single cells that are then shown exactly, and may decide that institutions with no participant are named.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool

from dashboard.publish import fields

RULES = ("none", "small_counts")
MEASURES = ("A", "B", "C", "D", "E", "F", "G")
SEVERAL = ("E", "G")
"""The measures that put several role groups together; their cells name the group "all"."""

PUBLISHED = ("vice_chancellor", "registrar", "commission_official")
"""The three groups of measure E, the published wording."""

_TITLED = re.compile(r"\b(mr|mrs|ms|miss|dr|prof|professor|sir|madam)\b", re.IGNORECASE)


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def office(text: str) -> str:
    """Return the name of an office. Raises :class:`ValueError` where it looks like a person's name or address."""
    if "@" in text or fields.personal(text) or _TITLED.search(text):
        raise ValueError('an office, such as "Higher Education Programmes", not a person and no address')
    return text


_Office = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(office)]
_Group = Annotated[str, fields.code("role_group", ("all", *fields.ROLE_GROUPS))]


class Released(_Part):
    """One national figure that the owner of the data has signed: it is shown exactly where its base is 20 or more."""

    measure: Literal["A", "B", "C", "D", "E", "F", "G"]
    country: Annotated[str, fields.code("country", ("PAK", "BGD"))]
    role_group: _Group
    signed_by: _Office
    signed_on: date


class Disclosure(_Part):
    """How small counts of people are shown, and what the owner of the data has decided about them."""

    rule: Literal["none", "small_counts"] = "none"
    name_unreached: StrictBool = False
    decided_by: _Office | None = None
    decided_on: date | None = None
    reason: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    released: tuple[Released, ...] = ()


def faults(kind: str, audience: str, disclosure: Disclosure) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with a collection's settings: the entry, what it says and what is allowed."""
    rule = disclosure.rule
    if kind == "programme" and rule != "small_counts":
        yield "disclosure.rule", rule, _GUARD
    if kind != "programme" and rule != "none":
        yield "disclosure.rule", rule, f'"none": a {kind} holds no counts of people that have to be guarded'
    if kind == "programme" and audience == "made_up":
        yield "audience", audience, '"internal", until a person decides that it is "shareable"'
    if kind == "demonstration" and audience != "made_up":
        yield "audience", audience, '"made_up": nobody may take a demonstration for real data'
    if kind != "programme" and (disclosure.name_unreached or disclosure.released):
        yield "disclosure", kind, "only a programme has released figures and decides whether institutions are named"
    if disclosure.name_unreached and not (disclosure.decided_by and disclosure.decided_on and disclosure.reason):
        yield "disclosure.name_unreached", "true", _DECIDED
    yield from _cells(disclosure.released)


def _cells(released: tuple[Released, ...]) -> Iterator[tuple[str, str, str]]:
    seen: set[tuple[str, str, str]] = set()
    for index, cell in enumerate(released):
        place, named = f"disclosure.released.{index}", (cell.measure, cell.country, cell.role_group)
        if named in seen:
            yield place, " ".join(named), "each figure once"
        seen.add(named)
        if (cell.role_group == "all") != (cell.measure in SEVERAL):
            yield f"{place}.role_group", cell.role_group, _ALL
    for country in sorted({cell.country for cell in released}):
        beside = [group for group in PUBLISHED if ("D", country, group) in seen]
        # One or two of the three beside their sum would give the rest away.
        if ("E", country, "all") in seen and 0 < len(beside) < len(PUBLISHED):
            yield "disclosure.released", f"E and D of {' and '.join(beside)}", _THIRD


_GUARD = (
    'rule = "small_counts": the counts of people in a programme\'s own data are guarded, 1 to 9 are shown as '
    '"fewer than 10" and others rounded to 5'
)
_DECIDED = (
    "a decision that is recorded: decided_by (the office that answers for the data), decided_on and reason must be "
    "filled, because naming an institution with no participant is a statement about whoever heads it"
)
_ALL = '"all" for the measures E and G, which put several groups together, and one role group for every other'
_THIRD = "beside measure E, which sums three groups, measure D of all three of them or of none: else the rest follows"
