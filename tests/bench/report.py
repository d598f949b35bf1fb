"""The figures as ``docs/benchmarks.md`` holds them: what was measured, the goal beside it, and what it means."""

import math
import os
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from tests.bench.inside import Asked
from tests.browser.running import ROOT
from tests.reader import SECONDS

TARGET = ROOT / "docs" / "benchmarks.md"

_HEAD = """# Benchmarks

Written whole by `make bench`; do not edit by hand. Medians of at least three (in brackets the fastest and the
slowest), on the public record where nothing else is said, all in one run on one machine: **compare figures within this
file, not with another machine's.**

- {when}. {cores} processor cores shared with other work; load average {before:.1f} when the run began, {after:.1f} when
  it ended. Above {cores} every time below is longer than on a machine at rest, and the fastest of a row says more than
  its median.
- Chromium {chromium} without a screen draws WebGL in software, so what paints the map is slower than on any reader's
  computer.
- Python {python}, Streamlit {streamlit}, DuckDB {duckdb}, Plotly {plotly}, pydeck {pydeck}.
"""

_MEANING = """
## What each figure means
- **Start**: from the command to the first 200 of the health check. By then the data is verified and loaded, and every
  question has been answered once.
- **First load**: a fresh browser that remembers nothing opens the page's address on a warm server, until the frame of
  the last change to the page or of the last WebGL drawing. Streamlit's and Plotly's scripts are most of its bytes; a
  browser keeps them for ever, so the second page of any reader is a change and no first load.
- **Change**: from the click on "Pakistan" to the frame of the last change to the page. *New*: under years that nobody
  had asked for, so every question is asked of DuckDB. *Kept*: an answer of before.
- **Bytes**: first loads count everything received, compressed as on the wire; changes count websocket frames.
- **Processor time**: what the server process used during the change, in steps of 10 ms, everything included.
- **One run of the script**: in one process by Streamlit's `AppTest`, which also takes the page apart; nothing is sent.
  *Nothing kept*: every question is asked of DuckDB and every figure drawn. *Kept*: the same view again.
- **Memory**: resident memory of the server process, on Partnerships. Each is one look and not a median: what
  Python has not yet given back moves it by some MB.
- **Beside Dash**: the design's trial of a page with four charts and a map, on two shared cores. Dash is not run here,
  so these goals are neither met nor missed by this file.
- **Question**: the whole way from the call to the finished Arrow table, without filters and with nothing kept, the work
  of planning the query included.

## Goals that this file cannot show
The design's goals against Plotly Dash, for ten readers at once, for two processes, for meeting mode and for a
demonstration of 1,000 times the size need other set-ups and are not measured here.
"""


@dataclass
class Sheet:
    """The rows of one run, in their order."""

    times: int
    rows: list[tuple[str, str, str]] = field(default_factory=list)

    def add(
        self, what: str, found: Sequence[float], unit: str, goal: float | None = None, beside: str = "", digits: int = 0
    ) -> None:
        """Add the median of what was found, with its range, and say whether it meets the goal."""
        median = statistics.median(found)
        said = f"{median:,.{digits}f} {unit}"
        if len(found) > 1:
            said += f" ({min(found):,.{digits}f}–{max(found):,.{digits}f})"
        if goal is not None:
            beside = f"≤ {goal:,.0f} {unit}{beside}: {'met' if median <= goal else '**missed**'}"
        self.rows.append((what, said, beside))

    def table(self) -> str:
        """Return the rows as a Markdown table."""
        lines = ["| what | found | goal |", "|---|---|---|"]
        return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in self.rows)])


@dataclass
class Pages:
    """One run of the script for each page on each collection."""

    found: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, page: str, collection: str, fresh: Sequence[float], kept: Sequence[float]) -> None:
        """Add what one page took on one collection, in milliseconds."""
        said = f"{_middle(fresh)} / {_middle(kept)}"
        self.found.setdefault(page, {})[collection] = said

    def table(self) -> str:
        """Return a Markdown table with a row a page and a column a collection."""
        names = list(next(iter(self.found.values())))
        lines = [f"| page | {' | '.join(names)} |", f"|---|{'---:|' * len(names)}"]
        return "\n".join([*lines, *(f"| {page} | {' | '.join(row.values())} |" for page, row in self.found.items())])


def _middle(spent: Sequence[float]) -> str:
    """Return the median of milliseconds; where any run was given up, that instead."""
    return f"over {SECONDS} s" if math.inf in spent else f"{statistics.median(spent):,.0f}"


def asked(found: Mapping[str, Sequence[Asked]], goal: float) -> str:
    """Return the questions' times on each collection, under lines that say how many meet the goal."""
    lines = []
    for collection, each in found.items():
        within = sum(one.median <= goal for one in each)
        answered = [one.median for one in each if not one.gave_up]
        said = f"all within {max(answered, default=0):.0f} ms"
        if len(answered) < len(each):
            said = f"{len(each) - len(answered)} without an answer, {said.replace('all', 'all others')}"
        lines.append(f"- {collection}: {within} of {len(each)} within {goal:.0f} ms, {said}")
    lines += ["", f"| question | {' | '.join(found)} |", f"|---|{'---:|' * len(found)}"]
    times = {collection: {one.question: one for one in each} for collection, each in found.items()}
    order = dict.fromkeys(one.question for each in reversed(list(found.values())) for one in each)
    for question in order:
        cells = [one.gave_up or f"{one.median:.1f}" if (one := times[name].get(question)) else "–" for name in found]
        lines.append(f"| {question} | {' | '.join(cells)} |")
    return "\n".join(lines)


def write(sheet: Sheet, pages: Pages, questions: Mapping[str, Sequence[Asked]], *, chromium: str, before: float) -> str:
    """Write the file whole and return what it says."""
    head = _HEAD.format(
        when=f"{datetime.now(UTC):%-d %B %Y}",
        cores=os.cpu_count(),
        before=before,
        after=os.getloadavg()[0],
        chromium=chromium.split(".")[0],
        python=python_version(),
        **{name: version(name) for name in ("streamlit", "duckdb", "plotly", "pydeck")},
    )
    text = "\n\n".join(
        [
            f"{head}\n{sheet.table()}",
            "## Each page on each collection\nMilliseconds of one run of the script, nothing kept / kept.",
            f"{pages.table()}\n{_MEANING}",
            f"## Each question\nMedian milliseconds. Goal: within 5 ms.\n\n{asked(questions, 5)}\n",
        ]
    )
    Path(TARGET).write_text(text, encoding="utf-8")
    return text
