"""Search for an institution by name, forgiving of spelling: case, accents and the order of words do not matter."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise
from typing import Any

from rapidfuzz import fuzz

FOUND, NEAR = 82.0, 66.0
"""Scores out of 100: from the first on it is what was meant, from the second on it may be."""

_EMPTY = frozenset(("a", "an", "and", "at", "e", "for", "i", "in", "of", "the", "to", "ul"))
"""Words that tell no institution from another; those between the parts of a name ("Quaid-e-Azam") among them."""

_COMMON = frozenset(
    ("college", "institute", "international", "national", "school", "uni", "univ", "universities", "university")
)
"""Words that so many names share that they say little; a word spelt nearly so is taken for one of them."""

MOST = 80
"""How much of a text is looked at: no name is longer."""

_COMMON_WORTH, _SHORT, _MANY = 0.15, 4, 1200
_KEPT = 100_000
"""How many names and words are kept as they were taken apart: the same ones come back with every search."""


@dataclass(frozen=True, slots=True)
class Match:
    """One institution that a text may mean: its id and how near the text is, 0 to 100."""

    institution_id: str
    score: float


def find(text: str, institutions: Iterable[Mapping[str, Any]], limit: int = 8) -> list[Match]:
    """Return the institutions that a text may mean, the nearest first, none under :data:`NEAR`.

    ``institutions`` are rows with ``institution_id``, ``name``, ``short_name``, ``aliases`` (several separated by
    "; ") and ``city``. A city finds all that stands in it, after the names.
    """
    asked = _words(text[:MOST])
    if not asked:
        return []
    rows = list(institutions)
    if len(rows) > _MANY:
        rough = " ".join(asked)
        rows = nlargest(_MANY // 4, rows, key=lambda row: _roughly(rough, row))
    scored = [Match(row["institution_id"], round(_score(asked, row), 1)) for row in rows]
    near = [match for match in scored if match.score >= NEAR]
    return sorted(near, key=lambda match: (-match.score, match.institution_id))[:limit]


def meant(matches: Sequence[Match]) -> str | None:
    """Return the one institution that was meant, or None where several are as near or none is near enough."""
    if not matches or matches[0].score < FOUND:
        return None
    clear = len(matches) == 1 or matches[0].score - matches[1].score >= 4
    return matches[0].institution_id if clear else None


@lru_cache(maxsize=_KEPT)
def plain(text: str) -> str:
    """Return a text without accents, capitals and punctuation: "Quaid-i-Azam" gives "quaid i azam"."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in bare.casefold().replace("'", "")).split())


@lru_cache(maxsize=_KEPT)
def _words(text: str) -> tuple[str, ...]:
    words = tuple(plain(text).split())
    return tuple(word for word in words if word not in _EMPTY) or words


def _roughly(text: str, row: Mapping[str, Any]) -> float:
    """Return how near an institution may be at all, at a small part of the price of its score."""
    known = plain(" ".join(row[name] or "" for name in ("name", "short_name", "aliases", "city")))
    return max(fuzz.token_set_ratio(text, known), fuzz.partial_ratio(text, known))


def _score(asked: Sequence[str], row: Mapping[str, Any]) -> float:
    """Return the best score of an institution's names; a short name must be nearly whole, a city comes after names."""
    names = [row["name"], *(row["aliases"] or "").split("; ")]
    city = _words(row["city"] or "")
    best = max((_likeness(asked, _words(name), city) for name in names if name), default=0.0)
    if row["short_name"]:
        best = max(best, _likeness(asked, _words(row["short_name"]), city))
    if city and fuzz.ratio(" ".join(asked), " ".join(city)) >= FOUND:
        best = max(best, FOUND - 2)
    return best


def _likeness(asked: Sequence[str], name: Sequence[str], city: Sequence[str]) -> float:
    """Return how near a name is: each word asked for finds its best in the name; what of the name is left costs little.

    A word of the city beside the name ("GCU Lahore") counts as part of it.
    """
    known = [*name, *pairs(name), *(word for word in city if word not in name)]
    words = list(dict.fromkeys(asked))
    worth = {word: _worth(word) for word in words}
    whole = sum(worth.values())
    got = sum(worth[word] * max(_alike(word, other) for other in known) for word in words) / whole
    unused = [word for word in name if max(_alike(word, other) for other in [*words, *pairs(words)]) < NEAR]
    left = sum(map(_worth, unused)) / sum(map(_worth, name))
    together = 100.0 if plain("".join(asked)) == "".join(name) else 0.0
    return max(together, got - 12 * left)


def pairs(words: Sequence[str]) -> list[str]:
    """Return each two neighbouring words written as one, as people do: "north south" gives "northsouth"."""
    return ["".join(pair) for pair in pairwise(words)]


@lru_cache(maxsize=_KEPT)
def _worth(word: str) -> float:
    common = any(fuzz.ratio(word, other) >= 80 for other in _COMMON)
    return _COMMON_WORTH if common else 1.0


@lru_cache(maxsize=_KEPT)
def _alike(asked: str, known: str) -> float:
    """Return how alike two words are, 0 to 100: a short one must be the same, a longer one may err or break off."""
    if asked == known:
        return 100.0
    if known.startswith(asked) and len(asked) >= 3:
        return 92.0
    if min(len(asked), len(known)) < _SHORT:
        return 0.0
    likeness = float(fuzz.ratio(asked, known))
    return likeness if likeness >= NEAR else likeness / 2
