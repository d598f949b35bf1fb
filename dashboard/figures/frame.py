"""What every Plotly form shares: the empty sheet, its axes, the key above it, and the way from a mark to its row."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboard import words
from dashboard.catalogue import Question
from dashboard.figures.text import day, safe
from dashboard.figures.theme import FONT, SMALL, TEXT, TINY, Theme

Row = Mapping[str, Any]
Rows = Sequence[Row]
Part = dict[str, Any]

CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "topojsonURL": "",
    "typesetMath": False,
}
"""Plotly's settings for every figure: no mode bar, no logo, nothing fetched."""

NARROW = 330  # pixels: the narrowest sheet that must look designed (a phone of 390 pixels less its margins)


MADE_UP = "made-up data"
MARK = 14  # pixels at the bottom of every figure that only the mark of made-up data may use


@dataclass(frozen=True, slots=True)
class View:
    """How one answer is looked at: theme, INSPIRE's years, the day of the data, the selected row's key, and the kind
    of collection, because made-up data says so in the figure itself."""

    theme: Theme
    bands: Rows = ()
    as_of: datetime.date | None = None
    selected: str | None = None
    kind: str = "record"

    def shade(self, colour: str, key: str) -> str:
        """Return a mark's colour: as it is, or faded while another row is selected."""
        return colour if self.selected in (None, key) else self.theme.faded(colour)

    def partial_year(self) -> int | None:
        """Return the year that the day of the data cuts short, if it does."""
        if self.as_of is None or (self.as_of.month, self.as_of.day) == (12, 31):
            return None
        return self.as_of.year


def key_of(question: Question, row: Row) -> str:
    """Return a row's key, its parts joined by "~": what every mark carries as its custom data."""
    return "~".join("" if row.get(name) is None else str(row[name]) for name in question.key)


def said(question: Question, column: str, code: object) -> str:
    """Return a cell's value in words: a code by its vocabulary, anything else as it is."""
    known = question.columns.get(column)
    if known is not None and known.words:
        return words.say(known.words, code)
    return "not stated" if code is None else str(code)


def title_of(question: Question, column: str, code: object) -> str:
    """Return a cell's value in words as the name of a row: its first letter large."""
    text = said(question, column, code)
    address = "." in text and " " not in text  # a site keeps its own letters
    return text if address else text[:1].upper() + text[1:]


def unit_of(question: Question, column: str) -> str:
    """Return the unit of a column, or its label in lower case."""
    known = question.columns.get(column)
    return "" if known is None else known.unit or known.label.lower()


def vocabulary(question: Question, column: str | None) -> str:
    """Return the name of a code column's vocabulary, or nothing."""
    known = question.columns.get(column or "")
    return known.words if known is not None else ""


def colour_of(question: Question, column: str | None, code: object, view: View, place: int = 0) -> str:
    """Return the colour of a group: its fixed one, or that of the series by its place among the groups."""
    book = vocabulary(question, column)
    if book in view.theme.palettes:
        return view.theme.colour(book, code)
    return view.theme.series[place % len(view.theme.series)]


def in_order(question: Question, column: str | None, rows: Rows) -> list[Any]:
    """Return the codes of a column that occur, in the vocabulary's order, then as they come."""
    if column is None:
        return [None]
    found = list(dict.fromkeys(row.get(column) for row in rows))
    known = list(words.WORDS.get(vocabulary(question, column), {}))
    return sorted(found, key=lambda code: (known.index(code) if code in known else len(known), found.index(code)))


def hover(title: str | Sequence[str], *lines: str) -> str:
    """Return hover text: the title strong (in its lines, where it is broken), each line that is not empty below."""
    strong = [title] if isinstance(title, str) else title
    return "<br>".join([f"<b>{safe(part)}</b>" for part in strong if part] + [safe(line) for line in lines if line])


def marks(keys: Sequence[str], texts: Sequence[str]) -> Part:
    """Return what makes a trace's marks readable and clickable: hover text and the rows' keys."""
    return {
        "customdata": list(keys),
        "hovertext": list(texts),
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
        "unselected": {"marker": {"opacity": 1}},
    }


def note(text: str, x: float, y: float, view: View, **more: Any) -> Part:
    """Return one piece of text on the sheet, quiet unless told; ``text`` is taken as already safe."""
    size, colour = more.pop("size", SMALL), more.pop("colour", view.theme.ink)
    placed = {"text": text, "x": x, "y": y, "showarrow": False, "align": "left", "borderpad": 0}
    return placed | {"xanchor": "left", "font": {"size": size, "color": colour, "family": FONT}} | more


def axis(view: View, **more: Any) -> Part:
    """Return an axis with faint grid and readable numbers that neither zooms nor moves."""
    return {
        "fixedrange": True,
        "showgrid": True,
        "gridcolor": view.theme.rule,
        "gridwidth": 1,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "automargin": False,
        "tickfont": {"size": SMALL, "color": view.theme.muted, "family": FONT},
        "separatethousands": True,
    } | more


def share_axis(view: View, end: float = 100) -> Part:
    """Return the axis of shares, 0 to 100 %."""
    ticks = [0, 25, 50, 75, 100]
    return axis(view, range=[0, end], tickvals=ticks, ticktext=[f"{tick} %" for tick in ticks], tickangle=0)


def bare(**more: Any) -> Part:
    """Return an axis that only places marks: no line, no grid, no numbers."""
    return {"fixedrange": True, "visible": False, "automargin": False} | more


def nice_top(top: float, parts: int = 4) -> tuple[float, float]:
    """Return (end of the axis, step) so that a count axis ends on a whole, round number."""
    step = next(s * 10**e for e in range(12) for s in (1, 2, 5) if s * 10**e * parts >= top)
    ticks = max(1, -(-int(-(-top // 1)) // step))
    return float(ticks * step), float(step)


def sheet(data: list[Part], view: View, height: int, margin: tuple[int, int, int, int], **layout: Any) -> go.Figure:
    """Return the finished figure: ``margin`` is left, right, top, bottom in pixels."""
    left, right, top, bottom = margin
    layout["annotations"] = [*layout.get("annotations", ()), *made_up(view, left, bottom)]
    base: Part = {
        "template": {},
        "height": height,
        "margin": {"l": left, "r": right, "t": top, "b": bottom, "pad": 0, "autoexpand": False},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": TEXT, "color": view.theme.ink},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "clickmode": "event+select",
        "uirevision": "constant",
        "hoverlabel": {
            "bgcolor": view.theme.ground,
            "bordercolor": view.theme.rule,
            "align": "left",
            "namelength": -1,
            "font": {"family": FONT, "size": TEXT, "color": view.theme.ink},
        },
    }
    return go.Figure(data=data, layout=base | layout, _validate=False)


def made_up(view: View, left: int, bottom: int) -> list[Part]:
    """Return the mark of made-up data, in the lowest strip of the bottom margin, where no form draws anything."""
    if view.kind != "demonstration" or bottom < MARK:
        return []
    at = {"xref": "paper", "yref": "paper", "xshift": -left, "yshift": -bottom, "yanchor": "bottom"}
    return [note(MADE_UP, 0, 0, view, size=TINY, colour=view.theme.muted, **at)]


def nothing(view: View, height: int) -> go.Figure:
    """Return an empty sheet without axes: the panel says in words that nothing was found."""
    return sheet([], view, height, (0, 0, 0, 0), xaxis=bare(), yaxis=bare())


def year_words(year: int, view: View) -> str:
    """Return a year as a reader should see it: a year that the data cuts short says until when."""
    if view.as_of is not None and year == view.partial_year():
        return f"{year}, to {day(view.as_of)}"
    return str(year)
