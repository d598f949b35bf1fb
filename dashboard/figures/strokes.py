"""One line over the years: its range, its stroke, its dots, and what each of them says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.catalogue import Question
from dashboard.figures import frame
from dashboard.figures.frame import Part, Row, View
from dashboard.figures.text import count, number
from dashboard.figures.theme import channels

PERCENT = ("%", "per cent")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the code of its group, its words, colour and sign, and a row (or nothing) for each year."""

    code: Any
    name: str
    colour: str
    sign: str
    rows: Sequence[Row | None]


def is_share(question: Question) -> bool:
    """Say whether the lines are shares in per cent."""
    column = question.columns[question.chart["y"]]
    return column.unit in PERCENT


def said_value(question: Question, value: float | None) -> str:
    """Return a value as it stands beside its line: "62 %", "1,029"."""
    return f"{number(value)} %" if is_share(question) and value is not None else number(value)


def spread(question: Question, row: Row) -> tuple[float, float] | None:
    """Return the lowest and the highest value of a row that has no single one."""
    chart = question.chart
    low, high = (row[chart[name]] if name in chart else None for name in ("low", "high"))
    return None if low is None or high is None or low == high else (low, high)


def is_about(question: Question, row: Row) -> bool:
    """Say whether a row's words call its value rounded; none is never rounded."""
    told = str(row.get(question.chart.get("words", "")) or "")
    return "about" in told and (row[question.chart["y"]] != 0 or spread(question, row) is not None)


def said_end(question: Question, row: Row) -> str:
    """Return a row's value as it stands at the end of its line: "62 %", "about 59–60 %", "1,029"."""
    ends = spread(question, row) or (row[question.chart["y"]],)
    said = list(dict.fromkeys(_whole(value) if is_share(question) else number(value) for value in ends))
    return ("about " if is_about(question, row) else "") + "–".join(said) + (" %" if is_share(question) else "")


def _whole(share: float) -> str:
    """Return a share without decimals; nearly none is not none, and nearly all not all."""
    if 0 < share < 0.5:
        return "under 1"
    return "over 99" if 99.5 <= share < 100 else f"{share:.0f}"


def traces(question: Question, line: Line, years: Sequence[int], view: View) -> list[Part]:
    """Return one line's traces: its range, its stroke, dotted into a year that is not over, and its dots."""
    chart, partial = question.chart, view.partial_year()
    values = [row[chart["y"]] if row else None for row in line.rows]
    still: Part = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False, "connectgaps": False}
    cut = years.index(partial) if partial in years else len(years)
    stroke = {"color": line.colour, "width": 2.5}
    traces = [*_ranges(question, line, years), still | {"x": years[:cut], "y": values[:cut], "line": stroke}]
    if 0 < cut < len(years):
        span = slice(cut - 1, cut + 1)
        traces.append(still | {"x": years[span], "y": values[span], "line": stroke | {"dash": "dot"}})
    known = [(year, row) for year, row in zip(years, line.rows, strict=True) if row and row[chart["y"]] is not None]
    keys = [frame.key_of(question, row) for _, row in known]
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": [year for year, _ in known],
        "y": [row[chart["y"]] for _, row in known],
        "cliponaxis": False,
        "marker": {
            "symbol": line.sign,
            "size": 8 if len(years) <= 24 else 6,
            "opacity": 1,
            "color": [view.shade(line.colour, key) for key in keys],
            "line": {"width": 1.2, "color": view.theme.ground},
        },
        **frame.marks(keys, [_hover(question, line, year, row, view) for year, row in known]),
    }
    return [*traces, dots]


def _ranges(question: Question, line: Line, years: Sequence[int]) -> list[Part]:
    """Return the field between the lowest and the highest value, where the question gives both."""
    chart = question.chart
    if "low" not in chart:
        return []
    known = [(year, row) for year, row in zip(years, line.rows, strict=True) if row and row[chart["low"]] is not None]
    if not known:
        return []
    x = [year for year, _ in known]
    y = [row[chart["high"]] for _, row in known] + [row[chart["low"]] for _, row in reversed(known)]
    fill = f"rgba({','.join(map(str, channels(line.colour)))},0.16)"
    field: Part = {"type": "scatter", "mode": "lines", "fill": "toself", "fillcolor": fill, "line": {"width": 0}}
    return [field | {"x": [*x, *reversed(x)], "y": y, "hoverinfo": "skip", "showlegend": False}]


def _hover(question: Question, line: Line, year: int, row: Row, view: View) -> str:
    chart = question.chart
    value = row[chart["y"]]
    unit = frame.unit_of(question, chart["y"])
    said = said_value(question, value) if is_share(question) else count(value, unit)
    said = f"about {said}" if is_about(question, row) else said
    of = str(row[chart["words"]] or "") if "words" in chart else ""
    if not of and "total" in chart and "count" in chart:
        of = f"{number(row[chart['count']])} of {count(row[chart['total']], frame.unit_of(question, chart['total']))}"
    between = ""
    if "low" in chart and row[chart["low"]] is not None:
        between = f"between {said_value(question, row[chart['low']])} and {said_value(question, row[chart['high']])}"
    if spread(question, row) and value == row[chart["low"]]:
        said, between = between, ""  # its lower end is only where the line runs
    return frame.hover(frame.year_words(year, view), f"{line.name}: {said}" if line.name else said, of, between)
