"""What a reader has chosen, and its codec to and from the address bar.

The address is the memory of the dashboard: codes and never labels, absent means "all" whatever the data,
and ``parse(encode(view))`` gives the same view. What an address asks for and cannot have is said in plain
sentences that never repeat the address's own text.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType

from dashboard import words

FIRST_YEAR, LAST_YEAR = 2000, 2030
"""The years that an address may name: the same everywhere and for ever, whatever the data holds."""

MAX_VALUES = 60
MAX_LENGTH = 200

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "country": "partner country",
        "programme": "programme",
        "years": "years",
        "strand": "strand",
        "subject": "subject",
        "uk_group": "UK group",
        "sector": "sector of the partner",
        "level": "level of places",
    }
)
"""The words for each filter: one vocabulary for the address, the SQL, the controls and the captions."""

SHARED = ("country", "programme", "years")
CLOSED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "country": ("PAK", "BGD"),
        "programme": words.codes("programme"),
        "strand": words.codes("strand"),
        "uk_group": words.codes("uk_group"),
        "sector": ("public", "private", "other"),
    }
)
"""The vocabularies that every data set shares. ``subject`` is open: its values come with the data."""

LEVELS = ("institution", "city")

_SNAPSHOT = re.compile(r"(?P<collection>[a-z0-9][a-z0-9-]{0,63})(?:@(?P<seq>[1-9][0-9]{0,5}))?")
_YEAR = re.compile(r"[0-9]{4}")
_SHOW = re.compile(r"(?P<question>[a-z_]{1,40}/[a-z0-9_]{1,60})~(?P<key>.{1,140})", re.DOTALL)
_STRANGERS = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[a-z]+|ref", re.ASCII)
"""Keys that mailing and social tools add to links: dropped without a word."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The narrowing in force. An empty tuple, and ``None`` for years, mean "all"."""

    country: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    strand: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    uk_group: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    level: str = LEVELS[0]

    def bindings(self) -> dict[str, object]:
        """Return every filter as the value that SQL binds: lists, and plain text for ``level``."""
        values: dict[str, object] = {name: list(getattr(self, name)) for name in MULTIPLE}
        values["years"] = list(self.years or ())
        values["level"] = self.level
        return values

    def active(self) -> tuple[str, ...]:
        """Return the names of the filters that narrow anything, in their usual order."""
        return tuple(name for name in LABELS if name != "level" and getattr(self, name))

    def describe(self, obeyed: Sequence[str] | None = None) -> str:
        """Say the filters in words: "Pakistan; INSPIRE; 2008 to 2014", or "no filter set".

        With ``obeyed``, only those filters are described and the others that are set are named as not
        obeyed ("not filtered by years").
        """
        known = [name for name in self.active() if obeyed is None or name in obeyed]
        ignored = [name for name in self.active() if name not in known]
        parts = [self._in_words(name) for name in known]
        if ignored:
            parts.append("not filtered by " + _listed([LABELS[name] for name in ignored]))
        return "; ".join(parts) if parts else "no filter set"

    def _in_words(self, name: str) -> str:
        if name == "years":
            assert self.years is not None
            first, last = self.years
            return str(first) if first == last else f"{first} to {last}"
        return _listed([words.say(name, code) for code in getattr(self, name)], "or")

    def only(self, names: Sequence[str]) -> "Filters":
        """Return these filters with all but the named ones set back to "all"."""
        default = Filters()
        return replace(
            self,
            **{each.name: getattr(default, each.name) for each in fields(self) if each.name not in names},
        )


MULTIPLE = ("country", "programme", "strand", "subject", "uk_group", "sector")


@dataclass(frozen=True, slots=True)
class View:
    """One view of the dashboard: which data, which filters, and which row is opened.

    ``seq`` pins one edition of the collection (a fixed link); ``None`` follows the latest. ``show`` is the
    opened row as "<question id>~<row key>".
    """

    collection: str | None = None
    seq: int | None = None
    filters: Filters = field(default_factory=Filters)
    show: str | None = None

    def shown(self, question_id: str) -> str | None:
        """Return the key of the row opened in that question's panel, or None."""
        prefix = f"{question_id}~"
        return self.show.removeprefix(prefix) if self.show and self.show.startswith(prefix) else None


def encode(view: View) -> dict[str, list[str]]:
    """Return the view as address parameters; whatever is at its default is absent."""
    pairs: dict[str, list[str]] = {}
    if view.collection:
        pairs["snapshot"] = [f"{view.collection}@{view.seq}" if view.seq else view.collection]
    for name in LABELS:
        value = getattr(view.filters, name)
        if name == "level":
            if value != LEVELS[0]:
                pairs[name] = [value]
        elif name == "years":
            if value:
                pairs[name] = [str(year) for year in value]
        elif value:
            pairs[name] = list(value)
    if view.show:
        pairs["show"] = [view.show]
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
    offered: Sequence[str] = tuple(LABELS),
) -> tuple[View, list[str]]:
    """Read an address into a view.

    ``subjects`` are the values of the data's open vocabulary; ``offered`` the filters that the page has.
    Returns the view and, in plain words, each thing that the address asked for and could not have. No text of
    the address is ever repeated in them.
    """
    collection, seq, troubles = parse_data(raw)
    vocabularies = {**CLOSED, "subject": tuple(subjects)}
    chosen: dict[str, object] = {}
    for name in LABELS:
        values = [value for value in raw.get(name, ()) if value]
        if not values:
            continue
        if name not in offered:
            troubles.append(f"this page has no filter for {LABELS[name]}, so it was left out")
        elif name == "years":
            years = _years(values)
            if years is None:
                troubles.append("its years are not a range that exists here, so all years are shown")
            elif years != (FIRST_YEAR, LAST_YEAR):
                chosen[name] = years
        elif name == "level":
            if len(values) == 1 and values[0] in LEVELS:
                chosen[name] = values[0]
            else:
                troubles.append("its level of places is not known, so institutions are shown")
        else:
            known = tuple(code for code in vocabularies[name] if code in values)
            if len(values) > MAX_VALUES or set(values) - set(known):
                troubles.append(f"part of its choice of {LABELS[name]} is not known in this data, so it was left out")
            if known:
                chosen[name] = known
    show, trouble = _show(raw)
    troubles += trouble
    strangers = [key for key in raw if key not in {"snapshot", "show", *LABELS} and not _STRANGERS.fullmatch(key)]
    if strangers:
        troubles.append("it holds a word that this dashboard does not use, which changes nothing here")
    return View(collection, seq, Filters(**chosen), show), troubles  # type: ignore[arg-type]


def _years(values: Sequence[str]) -> tuple[int, int] | None:
    if len(values) != 2 or not all(_YEAR.fullmatch(value) and value.isascii() for value in values):
        return None
    first, last = (int(value) for value in values)
    return (first, last) if FIRST_YEAR <= first <= last <= LAST_YEAR else None


def _show(raw: Mapping[str, Sequence[str]]) -> tuple[str | None, list[str]]:
    values = [value for value in raw.get("show", ()) if value]
    if not values:
        return None, []
    if len(values) == 1 and len(values[0]) <= MAX_LENGTH and _SHOW.fullmatch(values[0]):
        return values[0], []
    return None, ["the row that it opens is not understood, so none is opened"]


def _listed(items: Sequence[str], joint: str = "and") -> str:
    """Join words as a sentence does: "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" {joint} {items[-1]}"
