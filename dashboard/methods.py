"""Calculations that follow a question's SQL: by name, from the rows that it returns to the rows that are shown."""

import math
import warnings
from bisect import bisect_left
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import pyarrow as pa

# Where all or none still run the formula of the band gives nothing, which is what the rows say: null.
warnings.filterwarnings("ignore", "The confidence interval is undefined", RuntimeWarning)

_SURVIVAL = pa.schema(
    [
        ("country", pa.string()),
        ("years_after", pa.float64()),
        ("share", pa.float64()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("at_risk", pa.int64()),
    ]
)


def kaplan_meier(lives: pa.Table) -> pa.Table:
    """Return the product-limit curve of each ``country`` from ``years_after`` and ``is_ended`` of every life.

    A row for the start, for each length after which some ended, and for the longest observed: the share that still
    runs, a band of 95 per cent around it (null where the formula gives none) and how many were observed so long.
    """
    curves: dict[str, list[dict[str, Any]]] = {}
    for life in lives.to_pylist():
        curves.setdefault(life["country"], []).append(life)
    steps = [{"country": country, **step} for country, curve in curves.items() for step in _curve(curve)]
    return pa.Table.from_pylist(steps, schema=_SURVIVAL)


def _curve(lives: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from scipy import stats  # half a second and 60 MB that only this question asks for

    ends = [life["years_after"] for life in lives if life["is_ended"]]
    still = [life["years_after"] for life in lives if not life["is_ended"]]
    lengths, ended = sorted(ends + still), set(ends)
    steps = [{"years_after": 0.0, "share": 100.0, "low": 100.0, "high": 100.0, "at_risk": len(lives)}]
    if ends:
        curve = stats.ecdf(stats.CensoredData(ends, right=still)).sf
        band = curve.confidence_interval(confidence_level=0.95, method="log-log")
        columns = (curve.quantiles, curve.probabilities, band.low.probabilities, band.high.probabilities)
        for length, share, low, high in zip(*(column.tolist() for column in columns), strict=True):
            if length in ended:
                shares = {"share": 100 * share, "low": _per_cent(low), "high": _per_cent(high)}
                observed = len(lengths) - bisect_left(lengths, length)
                steps.append({"years_after": length, **shares, "at_risk": observed})
    longest = lengths[-1]
    if longest > steps[-1]["years_after"]:
        steps.append({**steps[-1], "years_after": longest, "at_risk": lengths.count(longest)})
    return steps


def _per_cent(share: float) -> float | None:
    return None if math.isnan(share) else 100 * share


METHODS: Mapping[str, Callable[[pa.Table], pa.Table]] = MappingProxyType({"kaplan_meier": kaplan_meier})
"""Every calculation by the name that a question's ``method`` gives."""
