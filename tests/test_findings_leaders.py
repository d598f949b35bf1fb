"""The sentences about who comes first: alone or tied, in first place and in second, by country, and of pairs."""

from typing import Any

import pytest

from tests.test_findings import asked, rows_of

Row = dict[str, Any]
ranked = rows_of("name", "n")
by_country = rows_of("country", "name", "n")
pairs = rows_of("country", "a", "b", "n")
LEADER = {"value": "n", "label": "name", "unit": "partnerships"}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (ranked(("B", 3), ("A", 12)), "A comes first with 12 partnerships; next comes B with three."),
        (ranked(("A", 5), ("B", 0)), "A comes first with five partnerships."),
        (ranked(("A", 4), ("B", 4), ("C", 1)), "A and B come first with four partnerships each."),
        (ranked(("A", 1), ("B", 1), ("C", 1), ("D", 1), ("E", 1)), ""),
        (
            ranked(("A", 9), ("B", 6), ("C", 6), ("D", 1)),
            "A comes first with nine partnerships; next come B and C with six each.",
        ),
        (
            ranked(("A", 18), *((name, 16) for name in "BCDE")),
            "A comes first with 18 partnerships; next come four with 16 each.",
        ),
        (ranked(("A", 9)), ""),
        (ranked(("A", 3), ("B", 1)), ""),
        (ranked(("A", 3), ("B", 2)), "A comes first with three partnerships; next comes B with two."),
    ],
)
def test_leader(rows: list[Row], said: str) -> None:
    assert asked("leader", rows, **LEADER) == said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            by_country(("BGD", "Health", 3), ("BGD", "Law", 3), ("PAK", "Health", 12), ("PAK", "Law", 2)),
            "With Pakistan Health comes first (12); with Bangladesh Health and Law come first (three each).",
        ),
        (by_country(("PAK", "Health", 4)), ""),
        (by_country(*(("PAK", name, 2) for name in "ABC")), "With Pakistan A, B and C come first (two each)."),
        (by_country(*(("PAK", name, 2) for name in "ABCD")), ""),
    ],
)
def test_leader_by(rows: list[Row], said: str) -> None:
    assert asked("leader_by", rows, value="n", by="country", label="name", unit="partnerships") == said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            pairs(("BGD", "London", "Dhaka", 9), ("BGD", "Wales", "Dhaka", 2)),
            "London and Dhaka share nine partnerships.",
        ),
        (pairs(("BGD", "London", "Dhaka", 9)), ""),
        (
            pairs(
                ("BGD", "London", "Dhaka", 9),
                ("BGD", "Wales", "Dhaka", 9),
                ("PAK", "Wales", "Punjab", 12),
                ("PAK", "Wales", "Sindh", 12),
            ),
            "Wales shares most with Punjab and Sindh, 12 partnerships each; "
            "Dhaka shares most with London and Wales, nine partnerships each.",
        ),
        (
            pairs(("PAK", "London", "Sindh", 9), ("PAK", "Wales", "Punjab", 9)),
            "London and Sindh, Wales and Punjab share nine partnerships each.",
        ),
        (
            pairs(*(("PAK", "London", name, 9) for name in "ABCD")),
            "With Pakistan four pairs share nine partnerships each.",
        ),
        (pairs(("BGD", "London", "Dhaka", 4), ("BGD", "Wales", "Dhaka", 1)), ""),
    ],
)
def test_leading_pair(rows: list[Row], said: str) -> None:
    assert asked("leading_pair", rows, a="a", b="b", by="country", value="n", unit="partnerships") == said
