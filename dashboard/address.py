"""The codec of the address bar: a view to parameters and back.

The address is the memory of the dashboard: codes and never labels, absent means "all" whatever the data,
and ``parse(encode(view))`` gives the same view. What an address asks for and cannot have is said in plain
sentences that never repeat the address's own text.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from dashboard import words
from dashboard.filters import (
    CLOSED,
    COMPARED,
    FIRST_YEAR,
    LABELS,
    LAST_YEAR,
    LOOKS,
    MULTIPLE,
    REST,
    SINGLE,
    TARGETS,
    Filters,
    Look,
    View,
)

MAX_VALUES = 60
MAX_LENGTH = 200
MAX_FIND = 80

_SNAPSHOT = re.compile(r"(?P<collection>[a-z0-9][a-z0-9-]{0,63})(?:@(?P<seq>[1-9][0-9]{0,5}))?")
_YEAR = re.compile(r"[0-9]{4}")
_TARGET = re.compile(r"[0-9]{2,3}")
_EDITION = re.compile(r"[1-9][0-9]{0,5}")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")
_SHOW = re.compile(r"(?P<question>[a-z_]{1,40}/[a-z0-9_]{1,60})~(?P<key>.{1,140})", re.DOTALL)
_STRANGERS = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[a-z]+|ref", re.ASCII)
"""Keys that mailing and social tools add to links: dropped without a word."""


def encode(view: View) -> dict[str, list[str]]:
    """Return the view as address parameters; whatever is at its default is absent."""
    pairs: dict[str, list[str]] = {}
    if view.collection:
        pairs["snapshot"] = [f"{view.collection}@{view.seq}" if view.seq else view.collection]
    for name in LABELS:
        value = getattr(view.filters, name)
        if value != getattr(REST, name):
            pairs[name] = [str(each) for each in value] if isinstance(value, tuple) else [str(value)]
    rest = View()
    for name in ("show", "find", "compare", "sides", "since"):
        value = getattr(view, name)
        if value != getattr(rest, name):
            pairs[name] = list(value) if isinstance(value, tuple) else [str(value)]
    for name in LOOKS:
        if getattr(view.look, name) != getattr(rest.look, name):
            pairs[name] = [getattr(view.look, name)]
    return pairs


def parse_data(raw: Mapping[str, Sequence[str]]) -> tuple[str | None, int | None, list[str]]:
    """Return the collection and edition that an address names, and what could not be honoured."""
    values = [value for value in raw.get("snapshot", ()) if value]
    if not values:
        return None, None, []
    match = _SNAPSHOT.fullmatch(values[0]) if len(values) == 1 else None
    if match is None:
        return None, None, ["it names its data in a way that is not understood, so the latest data is shown"]
    return match["collection"], int(match["seq"]) if match["seq"] else None, []


def parse(
    raw: Mapping[str, Sequence[str]],
    *,
    subjects: Sequence[str] = (),
    institutions: Collection[str] = (),
    offered: Sequence[str] = tuple(LABELS),
) -> tuple[View, list[str]]:
    """Read an address into a view.

    ``subjects`` and ``institutions`` are the values of the data's open vocabularies; ``offered`` the filters that
    the page has. Returns the view and, in plain words, each thing that the address asked for and could not have.
    No text of the address is ever repeated in them.
    """
    collection, seq, troubles = parse_data(raw)
    chosen: dict[str, object] = {}
    for name in LABELS:
        values = [value for value in raw.get(name, ()) if value]
        if not values:
            continue
        if name not in offered:
            troubles.append(f"this page has no filter for {LABELS[name]}, so it was left out")
        elif name in MULTIPLE:
            if name == "institution":
                known = tuple(dict.fromkeys(value for value in values[:MAX_VALUES] if value in institutions))
            else:
                known = tuple(c for c in (subjects if name == "subject" else CLOSED[name]) if c in values)
            if len(values) > MAX_VALUES or set(values) - set(known):
                troubles.append(f"part of its choice of {LABELS[name]} is not known in this data, so it was left out")
            if known:
                chosen[name] = known
        else:
            found, trouble = _one(name, values)
            if trouble:
                troubles.append(trouble)
            elif found is not None:
                chosen[name] = found
    beside, more = _beside(raw)
    strangers = [key for key in raw if key not in KEYS and not _STRANGERS.fullmatch(key)]
    if strangers:
        more.append("it holds a word that this dashboard does not use, which changes nothing here")
    return View(collection, seq, Filters(**chosen), **beside), troubles + more  # type: ignore[arg-type]


KEYS = frozenset({"snapshot", "show", "find", "compare", "sides", "since", *LOOKS, *LABELS})
"""Every key that an address of ours may hold."""


def _one(name: str, values: Sequence[str]) -> tuple[object, str]:
    """Return the value of a filter that is no list, or what is wrong with it; None stands for no choice."""
    if name == "years":
        years = _years(values)
        trouble = "its years are not a range that exists here, so all years are shown"
        return (None, trouble) if years is None else (years if years != (FIRST_YEAR, LAST_YEAR) else None, "")
    value = values[0] if len(values) == 1 else ""
    if name in SINGLE:
        first = words.say(name, SINGLE[name][0])
        return (value, "") if value in SINGLE[name] else (None, f"its {LABELS[name]} is not known: {first} is shown")
    low, high = TARGETS if name == "target" else (FIRST_YEAR, LAST_YEAR)
    if value.isascii() and (_TARGET if name == "target" else _YEAR).fullmatch(value) and low <= int(value) <= high:
        return int(value), ""
    return None, f"its {LABELS[name]} is not one that can be shown, so the usual one is"


def _years(values: Sequence[str]) -> tuple[int, int] | None:
    if len(values) != 2 or not all(_YEAR.fullmatch(value) and value.isascii() for value in values):
        return None
    first, last = (int(value) for value in values)
    return (first, last) if FIRST_YEAR <= first <= last <= LAST_YEAR else None


def _beside(raw: Mapping[str, Sequence[str]]) -> tuple[dict[str, object], list[str]]:
    """Return what an address holds beside its data and its filters, and what of it could not be honoured."""
    found: dict[str, object] = {}
    troubles = []
    for name, trouble in (
        ("show", "the row that it opens is not understood, so none is opened"),
        ("find", "what it looks for is too long or holds signs that cannot be searched"),
        ("compare", "what it compares is not known here"),
        ("sides", "the two sides that it compares are not understood"),
        ("since", "the earlier edition that it names is not understood"),
    ):
        values = [value for value in raw.get(name, ()) if value]
        if not values:
            continue
        value = _read_beside(name, values)
        if value is None:
            troubles.append(trouble)
        else:
            found[name] = value
    look = {}
    for name, known in LOOKS.items():
        values = [value for value in raw.get(name, ()) if value]
        if len(values) == 1 and values[0] in known:
            look[name] = values[0]
        elif values:
            troubles.append("part of how its map is drawn is not known here, so the usual way is taken")
    found["look"] = Look(**look)
    return found, list(dict.fromkeys(troubles))


def _read_beside(name: str, values: Sequence[str]) -> object:
    if name == "sides":
        return tuple(values) if len(values) <= 2 and all(_CODE.fullmatch(value) for value in values) else None
    if len(values) != 1:
        return None
    value = values[0]
    if name == "show":
        return value if len(value) <= MAX_LENGTH and _SHOW.fullmatch(value) else None
    if name == "find":
        return value if len(value) <= MAX_FIND and value.isprintable() else None
    if name == "compare":
        return value if value in COMPARED else None
    return int(value) if value.isascii() and _EDITION.fullmatch(value) else None
