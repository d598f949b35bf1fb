"""What the colours of the map mean in the rows that it shows."""

from collections import Counter
from dataclasses import dataclass

from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.frame import Rows
from dashboard.figures.theme import Theme
from dashboard.filters import Look


@dataclass(frozen=True, slots=True)
class Key:
    """One colour of the map: the filter code that it stands for ("" for the neutral one), its words, and how many
    links (or places, on a map of points) carry it."""

    code: str
    label: str
    colour: str
    count: int


def legend(rows: Rows, question: Question, theme: Theme, look: Look) -> list[Key]:
    """Return the keys of the colours in these rows, in their fixed order, the neutral one last."""
    found: Counter[str] = Counter()
    for row in rows:
        found[str(row.get(look.colour) or "")] += int(row.get("links") or 0)
    return [
        Key(str(code), frame.said(question, look.colour, code), theme.colour(look.colour, code), found[str(code)])
        for code in frame.in_order(question, look.colour, rows)
        if code
    ]
