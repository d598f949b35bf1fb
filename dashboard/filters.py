"""What a reader has chosen: the narrowing in force, and the view that it is part of.

One vocabulary: the name of a filter is its key in the address bar, its parameter in SQL and its label's key.
``dashboard.address`` is the codec.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType

from dashboard import words

FIRST_YEAR, LAST_YEAR = 2000, 2030
"""The years that an address may name: the same everywhere and for ever, whatever the data holds."""

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "country": "partner country",
        "programme": "programme",
        "years": "years",
        "strand": "strand",
        "subject": "subject",
        "uk_group": "UK group",
        "sector": "sector of the partner",
        "role_group": "role group",
        "qualifying": "courses that count",
        "institution": "institution",
        "level": "level of places",
        "target": "target",
        "against": "year to compare with",
        "year": "year of the map",
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
        "role_group": words.codes("role_group"),
    }
)
"""The vocabularies that every data set shares. ``subject`` and ``institution`` are open: they come with the data."""

OPEN = ("subject", "institution")
LEVELS = ("auto", "institution", "city", "region")
"""What a place of the map is; "auto" lets the scale decide: finer where little is shown, coarser where much is."""

SINGLE: Mapping[str, tuple[str, ...]] = MappingProxyType({"level": LEVELS, "qualifying": words.codes("qualifying")})
"""Choices of one among several; the first is the one at rest."""

TARGETS = (50, 100)
"""The targets that can be asked for, in per cent, both inclusive."""

COMPARED = words.codes("compared")


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
    role_group: tuple[str, ...] = ()
    qualifying: str = SINGLE["qualifying"][0]
    institution: tuple[str, ...] = ()
    level: str = LEVELS[0]
    target: int = 90
    against: int = 0
    year: int = 0

    def bindings(self) -> dict[str, object]:
        """Return every filter as the value that SQL binds: lists, and one word or number for a single choice."""
        values: dict[str, object] = {name: list(getattr(self, name)) for name in MULTIPLE}
        values["years"] = list(self.years or ())
        return values | {name: getattr(self, name) for name in (*SINGLE, *NUMBERS)}

    def active(self) -> tuple[str, ...]:
        """Return the names of the filters that narrow anything, in their usual order."""
        return tuple(name for name in LABELS if name not in RESTING and getattr(self, name) != getattr(REST, name))

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
        if name in SINGLE:
            return words.say(name, getattr(self, name))
        if name == "institution":
            return "one institution" if len(self.institution) == 1 else f"{len(self.institution)} institutions"
        return _listed([words.say(name, code) for code in getattr(self, name)], "or")

    def only(self, names: Sequence[str]) -> "Filters":
        """Return these filters with all but the named ones set back to "all"."""
        return replace(
            self,
            **{each.name: getattr(REST, each.name) for each in fields(self) if each.name not in names},
        )


REST = Filters()
MULTIPLE = ("country", "programme", "strand", "subject", "uk_group", "sector", "role_group", "institution")
NUMBERS = ("target", "against", "year")
RESTING = ("level", *NUMBERS)
"""What a question is asked with and what narrows nothing: it is not said among the filters."""

LOOKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "layer": ("links", "reached", "venues", "unlinked"),
        "colour": ("country", "programme", "strand", "subject"),
        "size": ("partnerships", "links", "people"),
        "top": ("0", "10", "25", "50", "100", "250"),
        "focus": ("all", "GBR", "PAK", "BGD"),
    }
)
"""How the map is drawn: choices that change no number. The first of each is the one at rest."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the map is drawn: what it shows, by what it is coloured and sized, how many of the strongest links stand
    out ("0": all), and where it looks."""

    layer: str = LOOKS["layer"][0]
    colour: str = LOOKS["colour"][0]
    size: str = LOOKS["size"][0]
    top: str = LOOKS["top"][0]
    focus: str = LOOKS["focus"][0]

    def strongest(self) -> int:
        """Return how many of the strongest links stand out; 0 means all."""
        return int(self.top)


@dataclass(frozen=True, slots=True)
class View:
    """One view of the dashboard: which data, which filters, and which row is opened.

    ``seq`` pins one edition of the collection (a fixed link); ``None`` follows the latest. ``show`` is the
    opened row as "<question id>~<row key>". ``find`` is what a reader typed to find an institution. ``compare``
    says what sort of things the two ``sides`` are, and ``since`` is the earlier edition of a list of changes.
    ``look`` is how the map is drawn.
    """

    collection: str | None = None
    seq: int | None = None
    filters: Filters = field(default_factory=Filters)
    show: str | None = None
    find: str = ""
    compare: str = COMPARED[0]
    sides: tuple[str, ...] = ()
    since: int | None = None
    look: Look = field(default_factory=Look)

    def at_scale(self) -> Filters:
        """Return the filters with the level in force: one country in view is near enough for institutions."""
        near = self.filters.level == LEVELS[0] and self.look.focus != LOOKS["focus"][0]
        return replace(self.filters, level="institution") if near else self.filters

    def shown(self, question_id: str) -> str | None:
        """Return the key of the row opened in that question's panel, or None."""
        prefix = f"{question_id}~"
        return self.show.removeprefix(prefix) if self.show and self.show.startswith(prefix) else None


def _listed(items: Sequence[str], joint: str = "and") -> str:
    """Join words as a sentence does: "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" {joint} {items[-1]}"
