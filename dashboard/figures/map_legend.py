"""What the colours of the map mean in the rows that it shows: one scale for the arcs, the legend and the picture."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard import words
from dashboard.catalogue import Question
from dashboard.figures.frame import Rows
from dashboard.figures.theme import Theme
from dashboard.filters import Look

SUBJECTS = 6  # subjects that have a colour of their own on one map: more cannot be told apart
NEUTRAL = {
    "programme": "Several programmes or not stated",
    "strand": "Several strands or not stated",
    "subject": "Several, other or not stated",
    "country": "Other countries",
}
MIXED = "Arcs that join several, or none stated"


@dataclass(frozen=True, slots=True)
class Key:
    """One colour of the map: the filter code that it stands for ("" for the neutral one), its words, and how many
    links (or places, on a map of points) carry it; 0 where it only explains."""

    code: str
    label: str
    colour: str
    count: int


@dataclass(frozen=True, slots=True)
class Scale:
    """The colours of a map: ``colours`` by code in their fixed order; what is not among them is neutral."""

    column: str
    colours: Mapping[str, str]
    neutral: str

    def code(self, value: object) -> str:
        """Return the code under which a value is coloured, "" for the neutral one."""
        return str(value) if value in self.colours else ""

    def colour(self, value: object) -> str:
        """Return the colour of a value."""
        return self.colours.get(str(value), self.neutral)


def scale(rows: Rows, theme: Theme, look: Look, counts: Rows = ()) -> Scale:
    """Return the colours of these rows: every code of a closed vocabulary, of their subjects those with most links.

    ``counts`` (as in :func:`legend`) say which have most; without them the links that have one subject do.
    """
    if look.layer != "links" or look.colour == "country":
        return Scale("country", _own(theme), theme.neutral)
    palette = dict(theme.palettes[look.colour])
    if look.colour == "subject":
        held = _counted(rows, "subject", "links")
        most = _counted([row for row in counts if row["dimension"] == "subject"], "subject", "links") or held
        ranked = sorted((code for code in palette if held[code]), key=lambda code: (-most[code], code))[:SUBJECTS]
        palette = {code: colour for code, colour in palette.items() if code in ranked}
    return Scale(look.colour, palette, theme.neutral)


def _own(theme: Theme) -> dict[str, str]:
    """Return the colours of the countries that have one, in the order in which they are named everywhere."""
    palette = theme.palettes["country"]
    return {code: palette[code] for code in words.codes("country") if code in palette}


def legend(rows: Rows, question: Question, theme: Theme, look: Look, whole: Rows = (), counts: Rows = ()) -> list[Key]:
    """Return the keys of the colours in these rows, in their fixed order, the neutral one last.

    ``whole`` are the rows of all years, from which the colours come, where these are of one year. ``counts`` are the
    rows of ``map/links_by_colour``: with them a map of links has a key for each value that could be chosen, with the
    links that choosing it would give, whatever the arcs of these rows have in common.

    Otherwise a key counts links (partnerships where a row has none), on a map of points places.
    """
    points = question.form == "point_map"
    colours = scale(whole or rows, theme, Look(layer=look.layer) if points else look, counts)
    column = str(question.chart.get("colour", "country")) if points else colours.column
    offered = [] if points else [row for row in counts if row["dimension"] == column]
    if offered:
        return _choices(whole or rows, offered, colours, scale(offered, theme, look))
    counted = _counted(rows, column, "" if points else "links", colours)
    keys = [
        Key(code, words.say(column, code), colour, counted[code])
        for code, colour in colours.colours.items()
        if counted[code]
    ]
    if counted[""]:
        keys.append(Key("", NEUTRAL.get(colours.column, "Other"), colours.neutral, counted[""]))
    return keys


def _choices(rows: Rows, offered: Rows, drawn: Scale, resting: Scale) -> list[Key]:
    """Return a key for each value that could be chosen, in the order of its vocabulary.

    It has the colour with which these rows are ``drawn``; where they are narrowed to other values and hold none of
    it, the one that it has at rest. A last key explains the arcs that have no value of their own.
    """
    column = drawn.column
    shown = {row.get(column) for row in rows}
    codes = words.WORDS.get(column, {})
    order = [*codes, *sorted(row["code"] for row in offered if row["code"] not in codes)]
    keys = [
        Key(
            row["code"],
            words.say(column, row["code"]),
            (drawn if row["code"] in shown else resting).colour(row["code"]),
            row["links"],
        )
        for row in sorted(offered, key=lambda row: order.index(row["code"]))
    ]
    return [*keys, Key("", MIXED, drawn.neutral, 0)] if None in shown else keys


def printed(keys: Sequence[Key], look: Look, neutral: str, chosen: Sequence[str], year: int) -> list[Key]:
    """Return the keys of a map of links that nobody can choose from: of those ``chosen`` (none: all) that have a
    colour, with one for all that are ``neutral``; of one year without their counts, which are of all years."""
    shown = [key for key in keys if not chosen or key.code in chosen or not key.code]
    kept = [replace(key, count=0 if year else key.count) for key in shown if key.code and key.colour != neutral]
    return kept if len(kept) == len(shown) else [*kept, Key("", NEUTRAL[look.colour], neutral, 0)]


def _counted(rows: Rows, column: str, value: str, colours: Scale | None = None) -> Counter[str]:
    """Return how much of ``value`` (of rows, where it names no column) stands under each code."""
    found: Counter[str] = Counter()
    for row in rows:
        code = str(row.get(column)) if colours is None else colours.code(row.get(column))
        found[code] += int(row.get(value) or 0) if value else 1
    return found
