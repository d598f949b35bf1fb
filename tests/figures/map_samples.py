"""Rows for maps: a small record of links in every state, and places with and without a point."""

from typing import Any

from dashboard import catalogue

LINKS = catalogue.parse(
    "sample/links",
    """/*
question = "Who is linked to whom?"
row = "one UK place and one partner place"
key = ["from_id", "to_id", "country"]
finding = { kind = "none" }
reads = []
chart = { form = "link_map", from_lon = "from_lon", from_lat = "from_lat", to_lon = "to_lon", to_lat = "to_lat", \
width = "links", colour = "country", from_id = "from_id", to_id = "to_id", \
from_name = "from_name", to_name = "to_name" }
[columns]
country = { type = "VARCHAR", words = "country" }
links = { type = "BIGINT", unit = "links" }
partnerships = { type = "BIGINT", unit = "partnerships" }
*/
select 1""".replace("\\\n", ""),
)
POINTS = catalogue.parse(
    "sample/points",
    """/*
question = "Which places were reached?"
row = "one place"
key = ["place_id"]
finding = { kind = "none" }
reads = []
chart = { form = "point_map", id = "place_id", label = "place", lon = "lon", lat = "lat", value = "listed", \
mark = "reached", colour = "country" }
[columns]
country = { type = "VARCHAR", words = "country" }
reached = { type = "BIGINT", unit = "institutions", label = "Reached" }
listed = { type = "BIGINT", unit = "institutions", label = "Listed" }
*/
select 1""".replace("\\\n", ""),
)

UK = [("uk-a", "University of Ashbourne", -0.13, 51.5), ("uk-b", "Beechmoor University", -4.25, 55.86)]
PARTNERS = [
    ("pk-a", "Chinar Institute of Management and Technology, Lahore", "PAK", 74.34, 31.55),
    ("pk-b", "Deodar University", "PAK", 74.34, 31.55),
    ("pk-c", "College of Nowhere", "PAK", None, None),
    ("bd-a", "Shapla University", "BGD", 90.41, 23.71),
]
TRAITS = [
    ("inspire", "tne", "Health", "new"),
    ("links", "project", "Computing", "active"),
    (None, None, None, "ended"),
    ("gateway", "mobility", "Multiple", "active"),
]


def links(year: int = 0) -> list[dict[str, Any]]:
    """Return eight links, one to a place without a point; with a year, each in its state."""
    found = []
    for number in range(8):
        uk, partner = UK[number % 2], PARTNERS[number // 2]
        programme, strand, subject, state = TRAITS[(number + number // 4) % 4]
        row = dict(zip(("from_id", "from_name", "from_lon", "from_lat"), uk, strict=True))
        row |= dict(zip(("to_id", "to_name", "country", "to_lon", "to_lat"), partner, strict=True))
        row |= {"programme": programme, "strand": strand, "subject": subject, "level": "institution"}
        row |= {"partnerships": 1 + number % 4, "links": 2 + number % 3, "state": state if year else None}
        found.append(row | {"partnership_ids": [f"p-{number}-{n}" for n in range(1 + number % 4)]})
    return found


def places() -> list[dict[str, Any]]:
    """Return the places of the links: campuses, cities, one without a point, and some without a number of people."""
    exact = {"uk-a": "campus", "uk-b": "campus", "pk-a": "city", "pk-b": "campus", "bd-a": "city"}
    people = {"pk-a": 9, "bd-a": 4}
    known = [(one[0], one[1], "GBR", *one[2:]) for one in UK] + list(PARTNERS)
    return [
        {
            "place_id": place_id,
            "place": name,
            "country": country,
            "lon": lon,
            "lat": lat,
            "partnerships": 3 + number,
            "links": 5 + number,
            "people": people.get(place_id),
            "precision": exact.get(place_id),
            "level": "institution",
        }
        for number, (place_id, name, country, lon, lat) in enumerate(known)
    ]


def points() -> list[dict[str, Any]]:
    """Return places reached in part, wholly and not at all, one at a city's point and one without any."""
    rows = [
        ("pk-1", "Punjab", "PAK", 72.7, 31.2, "campus", 6, 9),
        ("pk-2", "Deodar University", "PAK", 74.34, 31.55, "city", 1, 1),
        ("pk-3", "Chinar University", "PAK", 66.99, 30.18, "campus", 0, 2),
        ("bd-1", "Shapla University", "BGD", 90.41, 23.71, "campus", 1, 1),
        ("bd-2", "College of Nowhere", "BGD", None, None, None, 0, 1),
    ]
    names = ("place_id", "place", "country", "lon", "lat", "precision", "reached", "listed")
    return [dict(zip(names, row, strict=True)) for row in rows]
