"""The land outlines are whole, small and show land only; asset names from outside reach no other file."""

import hashlib
import itertools
import json
from typing import Any

import pytest

from dashboard import assets
from dashboard.assets import make_land

OUTLINES = {outline: json.loads(assets.path(outline.name).read_text()) for outline in (make_land.LAND, make_land.WIDE)}
LAND, WIDE = OUTLINES[make_land.LAND], OUTLINES[make_land.WIDE]


def inside(ring: list[list[float]], lon: float, lat: float) -> bool:
    """Say whether a point lies in a ring (even and odd crossings)."""
    odd = False
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
            odd = not odd
    return odd


def on_land(lon: float, lat: float, outline: dict[str, Any] = LAND) -> bool:
    return any(
        inside(polygon[0], lon, lat) and not any(inside(hole, lon, lat) for hole in polygon[1:])
        for polygon in outline["geometry"]["coordinates"]
    )


@pytest.mark.parametrize("outline", OUTLINES, ids=lambda outline: outline.name)
def test_rings_are_closed_inside_the_box_and_short_in_digits(outline: make_land.Outline) -> None:
    west, south, east, north = outline.box
    for polygon in OUTLINES[outline]["geometry"]["coordinates"]:
        for ring in polygon:
            assert ring[0] == ring[-1]
            assert len(ring) >= 4
            for lon, lat in ring:
                assert west <= lon <= east
                assert south <= lat <= north
                assert (lon, lat) == (round(lon, 2), round(lat, 2))


def test_outlines_are_land_without_countries_and_small() -> None:
    assert assets.path("land.geojson").stat().st_size <= 75_000
    assert assets.path("land-wide.geojson").stat().st_size <= 30_000
    for outline in OUTLINES.values():
        assert outline["type"] == "Feature"
        assert outline["properties"] == {}
        assert outline["geometry"]["type"] == "MultiPolygon"


@pytest.mark.parametrize(
    ("lon", "lat", "land"),
    [(-123.0, 49.5, True), (-79.4, 43.9, True), (-1.5, 52.5, True), (73.1, 33.7, True), (90.4, 24.2, True),
     (103.0, 15.0, True), (-30.0, 45.0, False), (-150.0, 30.0, False), (65.0, 10.0, False)],
)  # fmt: skip
def test_the_wide_outline_reaches_from_canada_to_bangladesh(lon: float, lat: float, land: bool) -> None:
    assert on_land(lon, lat, WIDE) is land


@pytest.mark.parametrize("outline", OUTLINES, ids=lambda outline: outline.name)
@pytest.mark.parametrize(
    ("lon", "lat"),
    [(25.0, -30.0), (134.0, -24.0), (-60.0, -15.0), (-42.0, 78.0), (-90.0, 66.0), (175.0, 67.0), (110.0, 75.0)],
)
def test_no_continent_is_sliced(outline: make_land.Outline, lon: float, lat: float) -> None:
    assert on_land(lon, lat, OUTLINES[outline])


@pytest.mark.parametrize(
    ("lon", "lat"),
    [(-0.13, 51.51), (-4.25, 55.86), (-5.93, 54.6), (-3.18, 51.48), (74.34, 31.55), (67.3, 24.95), (66.99, 30.18),
     (73.06, 33.69), (90.41, 23.71), (88.6, 24.37), (91.8, 22.36)],
)  # fmt: skip
def test_cities_stand_on_land(lon: float, lat: float) -> None:
    assert on_land(lon, lat)


@pytest.mark.parametrize(
    ("lon", "lat"), [(-20.0, 48.0), (2.9, 56.0), (18.0, 35.0), (51.0, 42.0), (65.0, 15.0), (88.0, 15.0), (38.0, 21.0)]
)
def test_seas_stay_open(lon: float, lat: float) -> None:
    assert not on_land(lon, lat)


def test_address_carries_the_hash_and_leads_back_to_the_file() -> None:
    for name in assets.NAMES:
        address = assets.url(name)
        digest = hashlib.sha256(assets.path(name).read_bytes()).hexdigest()
        assert digest[:12] in address
        assert assets.resolve(address.removeprefix("/assets/")) == assets.path(name)


@pytest.mark.parametrize(
    "name", ["", "land.geojson", "../words.py", "/etc/passwd", "land.000000000000.geojson", "make_land.py"]
)
def test_any_other_name_reaches_nothing(name: str) -> None:
    assert assets.resolve(name) is None


def test_plain_names_outside_the_list_are_refused() -> None:
    with pytest.raises(KeyError, match="no such asset"):
        assets.path("make_land.py")
