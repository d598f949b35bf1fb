"""The places of a map from the rows of its questions: what the links say, and what is known of each place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboard.figures.frame import Row, Rows
from dashboard.figures.places import Place

Channels = Mapping[str, Any]


def has_points(row: Row, chart: Channels) -> bool:
    """Say whether both ends of a link have a point."""
    return all(row[chart[name]] is not None for name in ("from_lon", "from_lat", "to_lon", "to_lat"))


def of_links(links: Rows, chart: Channels, known: Rows = (), size: str = "partnerships") -> list[Place]:
    """Return the places at both ends of the links that have a point, then those of ``known`` that no link names.

    ``chart`` names the columns as a link map's does; ``known`` are the rows of the places' own question, which say
    how many partnerships, links or people a place has and how exact its point is; without them the links are counted.
    """
    facts = {str(row["place_id"]): row for row in known}
    through, ends = _through(links, chart)
    found = []
    for place_id, (row, side, country) in ends.items():
        lon, lat = row[chart[f"{side}_lon"]], row[chart[f"{side}_lat"]]
        if lon is not None and lat is not None:
            partnerships, many = through[place_id]
            name, short = str(row[chart[f"{side}_name"]]), str(row.get(f"{side}_short") or "")
            place = Place(place_id, name, country, lon, lat, len(partnerships), many, short=short)
            found.append(_with_facts(place, facts.get(place_id, {}), size))
    for place_id, row in facts.items():
        if place_id not in ends and row.get("lon") is not None and row.get("lat") is not None:
            place = Place(place_id, str(row["place"]), str(row["country"]), row["lon"], row["lat"], 0)
            found.append(_with_facts(place, row, size))
    return found


def _through(links: Rows, chart: Channels) -> tuple[dict[str, tuple[set[str], int]], dict[str, tuple[Row, str, str]]]:
    """Return the partnerships and the number of links that run through each place, and one link and side of it."""
    through: dict[str, tuple[set[str], int]] = {}
    ends: dict[str, tuple[Row, str, str]] = {}
    for number, row in enumerate(links):
        ids = set(row.get("partnership_ids") or [f"{number}"])
        for side, country in (("from", "GBR"), ("to", str(row.get("country")))):
            place_id = str(row[chart[f"{side}_id"]])
            known, many = through.get(place_id, (set(), 0))
            through[place_id] = known | ids, many + int(row.get("links") or 0)
            ends.setdefault(place_id, (row, side, country))
    return through, ends


def _with_facts(place: Place, facts: Row, size: str) -> Place:
    """Return the place with what its own row says, and with the weight that its dot and name are ranked by."""
    partnerships = int(facts.get("partnerships") or place.partnerships)
    links = int(facts.get("links") or place.links)
    weights = {"people": facts.get("people"), "links": links}
    weight = weights.get(size, partnerships)
    # A city or a region is an area, whatever its point is the middle of.
    exact = "region" if facts.get("level") in ("city", "region") else facts.get("precision")
    return replace(
        place,
        partnerships=partnerships,
        links=links,
        weight=None if weight is None else float(weight),
        precision=exact,
        short=place.short or str(facts.get("short") or ""),
    )


def of_points(rows: Rows, chart: Channels) -> list[Place]:
    """Return the places of a map of points, from rows whose columns the chart names; without a point none."""
    found = []
    for row in rows:
        lon, lat, value = row.get(chart["lon"]), row.get(chart["lat"]), chart.get("value")
        if lon is None or lat is None:
            continue
        weight = float(row.get(value) or 0) if value else 1.0
        country = str(row.get(chart.get("colour", "country")))
        name = str(row.get(chart["label"]))
        exact = row.get("precision")
        found.append(Place(str(row[chart["id"]]), name, country, lon, lat, 0, weight=weight, precision=exact))
    return found


def off_map(rows: Rows) -> Counter[str]:
    """Return how many of these places have no point, by country."""
    return Counter(str(row.get("country")) for row in rows if row.get("lon") is None or row.get("lat") is None)


def in_focus(places: Sequence[Place], focus: str) -> list[Place]:
    """Return the places that the view is fitted to: all, or those of one country where it has any."""
    mine = [place for place in places if place.country == focus]
    return mine or list(places)
