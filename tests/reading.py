"""What a question's SQL rests on, read from its text: parameters, and tables reached through the shared grammar."""

import re
from collections.abc import Mapping
from functools import cache

from dashboard import catalogue
from dashboard.catalogue import Question
from dashboard.publish.snapshot import TABLE_NAMES

BESIDE = ("snapshot", "changes", "changed_tables", "earlier_rows", "bands", "released")
"""Tables that the warehouse adds to those of a snapshot."""

_COMMENT = re.compile(r"--[^\n]*")
_MADE = re.compile(r"create (?:macro|table|view) (\w+)(.*?);", re.DOTALL)
_TEXT = re.compile(r"'[^']*'")


def bare(sql: str) -> str:
    """Return SQL without comments and without the text of its literals."""
    return _TEXT.sub("''", _COMMENT.sub("", sql))


@cache
def grammar() -> Mapping[str, str]:
    """Return the bodies of the shared macros and tables by their names."""
    return dict(_MADE.findall(bare(catalogue.grammar())))


def parameters(question: Question) -> set[str]:
    """Return the named parameters that a question's SQL uses."""
    return set(re.findall(r"\$(\w+)", bare(question.sql)))


def tables(sql: str) -> set[str]:
    """Return the published tables that SQL reads, through the grammar or directly."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = [bare(sql)]
    while waiting:
        text = waiting.pop()
        # A name may be a column or an alias too: it is a table or a macro only where it is read from or called.
        found |= {name for name in (*TABLE_NAMES, *BESIDE) if re.search(rf"\b(?:from|join) {name}\b", text)}
        for name in grammar().keys() - seen:
            if re.search(rf"\b{name}\(|\b(?:from|join) {name}\b", text):
                seen.add(name)
                waiting.append(grammar()[name])
    return found
