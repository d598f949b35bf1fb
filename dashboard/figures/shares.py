"""Bars of "n of N" on one scale from 0 to 100 %, the words at their right."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.catalogue import Question
from dashboard.figures import bars, frame
from dashboard.figures.bars import BAR, FOOT
from dashboard.figures.frame import Part, Row, Rows, View
from dashboard.figures.text import longest, number, of_lines, safe
from dashboard.figures.theme import TEXT

ROW = bars.ROW
WORDS_ROOM = 124  # pixels at the right for words of any length


def share_bars_height(question: Question, rows: Rows) -> int:
    """Return the height in pixels: one row a bar up to the limit a panel."""
    return bars.panels_height(question, rows) + FOOT + 8


def share_bars(question: Question, rows: Rows, view: View) -> go.Figure:
    """Return a bar on a full track a row; 0 of 0 has a track without a bar and says that there is nobody to count."""
    panels = bars.shown_rows(question, rows)
    drawn = [row for _, mine, _ in panels for row in mine]
    spots, notes = bars.places(panels, view)
    height = share_bars_height(question, rows)
    words = [_lines(question, row) for row in drawn]
    at = {"xref": "paper", "yref": "y", "yanchor": "middle", "xshift": 8, "size": TEXT}
    notes += bars.labels(question, drawn, spots, view)
    notes += [frame.note(said, 1, spot + 0.2, view, **at) for said, spot in zip(words, spots, strict=True)]
    return frame.sheet(
        _traces(question, drawn, spots, view),
        view,
        height,
        (1, int(longest((plain(said) for said in words), TEXT) * 1.06) + 18, 8, FOOT),
        barmode="overlay",
        annotations=notes,
        xaxis=frame.share_axis(view, 100.5),
        yaxis=frame.bare(range=[(height - FOOT - 8) / ROW, 0]),
    )


def _pair(question: Question, row: Row) -> tuple[float, float] | None:
    """Return (n, N), or nothing where one of them is not stated or not shown."""
    n, total = row[question.chart["value"]], row[question.chart["total"]]
    return None if n is None or total is None else (float(n), float(total))


def _share(question: Question, row: Row) -> float | None:
    """Return the length of a bar in per cent: the question's own share where it gives one, else n of N."""
    if "share" in question.chart:
        share = row[question.chart["share"]]
        return None if share is None else float(share)
    pair = _pair(question, row)
    return 100 * pair[0] / pair[1] if pair and pair[1] else None


def _words(question: Question, row: Row) -> str:
    """Return "n of N"; where the question has words of its own for it ("fewer than 10 of about 45"), those."""
    told = row.get(question.chart.get("words", ""))
    if told:
        return str(told)
    return f"{number(row[question.chart['value']])} of {number(row[question.chart['total']])}"


def _lines(question: Question, row: Row) -> str:
    """Return the words at a bar's right as safe lines that leave a phone room for the bar."""
    return "<br>".join(f"<b>{safe(line)}</b>" for line in of_lines(_words(question, row), TEXT, WORDS_ROOM))


def plain(text: str) -> str:
    """Return words on the sheet without the marks of strong type, to be measured."""
    return text.replace("<b>", "").replace("</b>", "")


def _hover(question: Question, row: Row) -> str:
    chart = question.chart
    length, unit = _share(question, row), frame.unit_of(question, chart["total"])
    nobody = ": nobody to count" if row[chart["total"]] == 0 else ""
    share = nobody if length is None else f", {length:.0f} %"
    label = frame.title_of(question, chart["label"], row[chart["label"]])
    return frame.hover(label, f"{_words(question, row)} {unit}{share}", question.columns[chart["value"]].label)


def _traces(question: Question, rows: Rows, spots: Sequence[float], view: View) -> list[Part]:
    keys = [frame.key_of(question, row) for row in rows]
    marks = frame.marks(keys, [_hover(question, row) for row in rows])
    lying: Part = {"type": "bar", "orientation": "h", "y": [spot + 0.2 for spot in spots], "width": BAR}
    colours = [view.shade(bars.colour_of(question, row, view), key) for row, key in zip(rows, keys, strict=True)]
    track = {"color": view.theme.track, "cornerradius": 2, "line": {"width": 0}}
    bar = {"color": colours, "cornerradius": 2, "line": {"width": 0}}
    hit = {"type": "bar", "orientation": "h", "y": list(spots), "width": 0.98, "opacity": 0}
    full = [100.0] * len(rows)
    return [
        hit | {"x": full} | marks,
        lying | {"x": full, "marker": track} | marks,
        lying | {"x": [_share(question, row) for row in rows], "marker": bar} | marks,
    ]
