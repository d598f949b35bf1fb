"""One hand-made question and answer for every form that Plotly draws, small enough to read."""

import datetime
from typing import Any

from dashboard import catalogue
from dashboard.catalogue import Question

AS_OF = datetime.date(2026, 11, 22)
HOSTILE = "<b>Bold</b> \"quoted\" & 'single' <script>alert(1)</script> " + "University of a Very Long Name " * 6
BANDS = [
    {"country": "PAK", "label": "INSPIRE in Pakistan", "from_year": 2024, "to_year": 2025},
    {"country": "BGD", "label": "INSPIRE in Bangladesh", "from_year": 2024, "to_year": None},
]

_COLUMNS = """
id       = { type = "VARCHAR", hidden = true }
year     = { type = "BIGINT" }
programme = { type = "VARCHAR", words = "programme" }
country  = { type = "VARCHAR", words = "country" }
course   = { type = "VARCHAR", words = "course" }
kind     = { type = "VARCHAR", words = "claim_kind" }
name     = { type = "VARCHAR" }
other    = { type = "VARCHAR" }
date     = { type = "DATE" }
date_words = { type = "VARCHAR" }
words    = { type = "VARCHAR" }
both     = { type = "BOOLEAN", label = "Works in both countries" }
unstated = { type = "BOOLEAN", label = "Number not stated" }
n        = { type = "BIGINT", unit = "partnerships" }
total    = { type = "BIGINT", unit = "universities" }
started  = { type = "BIGINT", unit = "partnerships", label = "Started" }
ended    = { type = "BIGINT", unit = "partnerships", label = "Ended" }
share    = { type = "DOUBLE", unit = "%", label = "Share" }
low      = { type = "DOUBLE", unit = "%" }
high     = { type = "DOUBLE", unit = "%" }
level    = { type = "DOUBLE", unit = "%", label = "Target" }
level_words = { type = "VARCHAR" }
after    = { type = "DOUBLE", unit = "years", label = "Years since the start" }
"""

CHARTS = {
    "stacked_steps": ('["year", "programme"]', 'x = "year", y = "n", colour = "programme", band = true'),
    "columns": ('["year", "country"]', 'x = "year", y = "n", colour = "country", missing = "unstated"'),
    "lying_columns": ('["course", "country"]', 'x = "course", y = "n", colour = "country", missing = "unstated"'),
    "ranked_bars": ('["id"]', 'label = "name", value = "n", mark = "both", facet = "country", limit = 5'),
    "share_bars": ('["id"]', 'label = "name", value = "n", total = "total"'),
    "paired_dots": ('["name", "country"]', 'label = "name", value = "n", colour = "country"'),
    "heat_matrix": ('["name", "other"]', 'x = "other", y = "name", value = "n", facet = "country"'),
    "strip": ('["id"]', 'x = "date", x_text = "date_words", label = "name", size = "n", lane = "country"'),
    "dots_by_date": ('["id"]', 'x = "date", x_text = "date_words", y = "n", label = "name", colour = "country"'),
    "scale_dots": ('["id"]', 'label = "name", value = "n", total_words = "words", kind = "kind"'),
    "completeness": ('["name", "other"]', 'row = "name", column = "other", value = "n", total = "total"'),
    "stock_and_flow": ('["year"]', 'x = "year", stock = "n", inflow = "started", outflow = "ended", band = true'),
    "lines": (
        '["year", "country"]',
        'x = "year", y = "share", colour = "country", low = "low", high = "high", target = "level", count = "n", '
        'total = "total", gap = "moved on or retired"',
    ),
    "coverage_dots": (
        '["name", "country"]',
        'label = "name", value = "share", low = "low", high = "high", colour = "country", words = "words", '
        'line = "level", line_words = "level_words"',
    ),
    "survival": (
        '["after", "country"]',
        'x = "after", y = "share", low = "low", high = "high", at_risk = "n", colour = "country"',
    ),
}


def question(sample: str) -> Question:
    """Return the sample's question."""
    key, channels = CHARTS[sample]
    form = sample.removeprefix("lying_")
    text = (
        f'/*\nquestion = "How many?"\nrow = "one row"\nkey = {key}\nchart = {{ form = "{form}", {channels} }}\n'
        f'finding = {{ kind = "none" }}\nreads = []\n[columns]{_COLUMNS}*/\nselect 1'
    )
    return catalogue.parse(f"sample/{sample}", text)


def row(place: int, **cells: Any) -> dict[str, Any]:
    """Return one row with every column, different for each place."""
    first = datetime.date(2010 + place % 15, 1 + place % 12, 1)
    base = {
        "id": f"row-{place}",
        "year": 2023 + place // 2 % 4,
        "programme": ("inspire", "agreements")[place % 2],
        "country": ("PAK", "BGD")[place % 2],
        "course": ("senior_management", "mixed", "unknown")[place // 2 % 3],
        "kind": ("published", "target")[place % 2],
        "name": f"Institution {place // 2}",
        "other": f"Region {place}",
        "date": None if place == 3 else first,
        "date_words": None if place == 3 else f"{first:%B %Y}",
        "words": None if place == 2 else f"{place} of 100",
        "both": place % 3 == 0,
        "unstated": place == 1,
        "n": 3 + (place * 7) % 40,
        "total": 50,
        "started": place % 5,
        "ended": None if place == 2 else place % 3,
        "share": None if place == 1 else float(90 - place // 2),
        "low": None if place % 3 else float(85 - place // 2),
        "high": None if place % 3 else float(95 - place // 2),
        "level": 98.0,
        "level_words": "98 %: published",
        "after": float(place // 2),
    }
    return base | cells


def rows(sample: str, many: int = 8) -> list[dict[str, Any]]:
    """Return so many rows of a sample, with unique keys."""
    if sample in ("stacked_steps", "columns", "lines"):
        many = min(many, 8)
    if sample == "stock_and_flow":
        return [row(place, year=2026 - min(many, 12) + place + 1) for place in range(min(many, 12))]
    if sample == "lying_columns":
        many = min(many, 6)
    return [row(place) for place in range(many)]
