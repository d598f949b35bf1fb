"""What a map shows, in one sentence for those who do not see it."""

from dashboard import words
from dashboard.catalogue import Question
from dashboard.figures import map_places
from dashboard.figures.frame import Rows
from dashboard.figures.point_map import is_yes
from dashboard.figures.text import count
from dashboard.filters import Look

LEVELS = {"institution": "institutions", "city": "cities", "region": "regions"}


def map_alt(
    rows: Rows, question: Question, finding: str, kind: str = "record", *, look: Look | None = None, year: int = 0
) -> str:
    """Return one sentence: how many arcs join how many places (or how many dots there are), in which year, at which
    level, in what colours, with which country in view, and the finding."""
    points = question.form == "point_map"
    what = _dots(rows, question) if points else _arcs(rows, question, year)
    parts = [what, *(_ways(look, points) if look else ())]
    mark = "Made-up data. " if kind == "demonstration" else ""
    return f"{mark}{question.question} {', '.join(parts)}{': ' + finding.strip() if finding.strip() else '.'}"


def _arcs(rows: Rows, question: Question, year: int) -> str:
    drawn = [row for row in rows if map_places.has_points(row, question.chart)]
    ends = map_places.of_links(drawn, question.chart)
    uk = sum(place.country == "GBR" for place in ends)
    level = next((LEVELS.get(str(row.get("level"))) for row in rows if row.get("level")), None)
    then = f" of {year}" if year else ""
    between = f" between {level}" if level else ""
    text = f"Map{then} with {count(len(drawn), 'arcs')}{between} from {count(uk, 'places')} in the UK"
    return f"{text} to {len(ends) - uk:,} abroad{_states(drawn) if year else ''}"


def _states(rows: Rows) -> str:
    """Return how many arcs are new and how many have ended."""
    new, ended = (sum(row.get("state") == state for row in rows) for state in ("new", "ended"))
    return f", {new:,} new and {ended:,} ended"


def _dots(rows: Rows, question: Question) -> str:
    chart = question.chart
    drawn = [row for row in rows if row.get(chart["lon"]) is not None and row.get(chart["lat"]) is not None]
    text = f"Map with {count(len(drawn), 'places')}"
    if chart.get("mark"):
        text += f", {sum(is_yes(row, chart) for row in drawn):,} of them filled"
    missing = len(rows) - len(drawn)
    return text + (f", and {missing:,} not on the map" if missing else "")


def _ways(look: Look, points: bool) -> list[str]:
    """Return how the map is drawn where that differs from how it rests."""
    parts = []
    if not points and look.colour != "country":
        parts.append(f"coloured by {look.colour}")
    if not points and look.strongest():
        parts.append(f"the {look.strongest()} strongest in full")
    if look.focus != "all":
        parts.append(f"the view fitted to {words.say('country', look.focus)}")
    return parts
