"""What two editions of the data differ in, as a sentence."""

from collections import defaultdict

from dashboard.catalogue import Question
from dashboard.findings.prose import Rows, capital, listed, noun, number


def edited(question: Question, rows: Rows, kind: str) -> str:
    """Say how many rows are new, ended, of another status, renamed, corrected or gone: "12 rows are new."."""
    value, by = question.finding["value"], question.finding["by"]
    sums: dict[str, int] = defaultdict(int)
    for row in rows:
        sums[row[by]] += row[value] or 0
    words = {
        "added": "new",
        "ended": "ended",
        "status": "moved to another status",
        "renamed": "renamed",
        "corrected": "corrected otherwise",
        "removed": "no longer there",
    }
    found = [(sums[code], said) for code, said in words.items() if sums.get(code)]
    if not found:
        return ""
    first, *rest = found
    verb = "is" if first[0] == 1 else "are"
    parts = [
        f"{capital(number(first[0]))} {noun('rows', first[0])} {verb} {first[1]}",
        *(f"{number(count)} {said}" for count, said in rest),
    ]
    return listed(parts) + "."
