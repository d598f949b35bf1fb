"""What a panel says in words around its figure: caption, caveats, and what to say where nothing was found."""

from typing import Any

from dashboard.catalogue import Question
from dashboard.controls import Run
from dashboard.findings import prose
from dashboard.shell import BOUNDARIES, day
from dashboard.warehouse import obeyed


def caption(run: Run, question: Question) -> str:
    """Return the line under a figure: filters in words, source, date, caveat, and what the data is."""
    pieces = [prose.capital(run.view.filters.describe(obeyed(question, run.snapshot))) + "."]
    if run.snapshot.manifest["kind"] == "demonstration":
        pieces.insert(0, "Made-up data.")
    pieces.append(f"Source: {run.snapshot.title}, data as of {day(run.snapshot.as_of)}.")
    pieces += caveats(run, question)
    if question.form in ("link_map", "point_map"):
        pieces += ["Places that would hide one another are moved apart.", BOUNDARIES]
    return " ".join(pieces)


def caveats(run: Run, question: Question) -> list[str]:
    """Return what must be known before a figure is quoted: the question's own caveat, then the data's."""
    own = [
        row["text"] for row in run.snapshot.manifest["settings"].get("caveats", []) if row["question"] == question.id
    ]
    return [text for text in (question.caveat, *own) if text]


def sources(run: Run, question: Question) -> str:
    """Return where a file's numbers come from: each row's own source, its partnerships', or the data as a whole."""
    if "source_url" in question.columns:
        return "Each row names its source."
    if "partnership_ids" in question.columns:
        return "The partnerships behind each row stand in it by id; the list of partnerships names the sources of each."
    register = " and the register of institutions that comes with it" if "register" in question.reads else ""
    return f"{run.snapshot.title}{register}; the page About the data describes both."


def bands(run: Run) -> list[dict[str, Any]]:
    """Return INSPIRE's years in the countries that the reader looks at."""
    chosen = run.view.filters.country
    return [
        {"country": band["country"], "label": band["label"], "from_year": band["from"], "to_year": band["to"]}
        for band in run.snapshot.manifest["settings"].get("bands", [])
        if not chosen or band["country"] in chosen
    ]


def nothing(run: Run, question: Question) -> str:
    """Return the sentence for an answer without rows."""
    if question.nothing:
        return question.nothing
    where = "in public sources" if run.snapshot.manifest["kind"] == "record" else "in this data"
    if not set(run.view.filters.active()) & set(obeyed(question, run.snapshot)):
        return f"None found {where}."
    chosen = run.view.filters.describe(obeyed(question, run.snapshot))
    return f"None found {where} for: {chosen}. Widen the filters to see more."
