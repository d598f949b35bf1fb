"""Maps of places alone: filled or hollow, large or small, near or abroad, and what has no point."""

import json
import math
import re
from typing import Any

import pytest

from dashboard import assets
from dashboard.figures import theme
from dashboard.figures.link_map import LinkMap, map_alt, point_map
from dashboard.figures.map_legend import Key, legend
from dashboard.figures.places import Camera
from dashboard.figures.theme import channels
from dashboard.filters import Look
from tests.figures.map_samples import POINTS, points

LIGHT = theme("light")
REACHED = Look(layer="reached")
VANCOUVER = {
    "place_id": "CAN:Vancouver",
    "place": "Vancouver",
    "country": "CAN",
    "lon": -123.1,
    "lat": 49.3,
    "precision": "city",
    "reached": 1,
    "listed": 1,
}


def layers(deck: LinkMap) -> dict[str, dict[str, Any]]:
    return {layer["id"]: layer for layer in json.loads(deck.to_json())["layers"]}


def dots(deck: LinkMap) -> dict[str, dict[str, Any]]:
    return {deck.key_of(row["id"]): row for row in layers(deck)["places"]["data"]}


@pytest.mark.parametrize("look", ["light", "dark"])
def test_filled_is_yes_hollow_is_no_and_a_fill_says_nothing_else(look: str) -> None:
    colours = theme(look)
    found = dots(point_map(points(), colours, POINTS))
    own = {"pk": [*channels(colours.colour("country", "PAK"))], "bd": [*channels(colours.colour("country", "BGD"))]}
    assert {key: found[key]["c"] for key in ("pk-1", "pk-2", "bd-1")} == {
        key: own[key[:2]] for key in ("pk-1", "pk-2", "bd-1")
    }
    assert found["pk-3"]["c"] == [*channels(colours.ground)]
    assert found["pk-3"]["e"] == own["pk"]


def test_the_places_of_a_wide_view_are_all_named_and_no_dot_lies_on_another() -> None:
    uk = [("Glasgow", -4.25, 55.86), ("Leeds", -1.55, 53.8), ("Bradford", -1.76, 53.8), ("London", -0.13, 51.5)]
    cities = [
        {"place_id": name, "place": name, "country": "GBR", "lon": lon, "lat": lat, "precision": "city"}
        | {"reached": 4 + number, "listed": 4 + number}
        for number, (name, lon, lat) in enumerate(uk)
    ]
    deck = point_map([*cities, VANCOUVER, points()[3]], LIGHT, POINTS, width=900, height=600)
    assert {row["n"] for row in layers(deck)["names"]["data"]} == {
        "Glasgow", "Leeds", "Bradford", "London", "Vancouver", "Shapla University",
    }  # fmt: skip
    start = json.loads(deck.to_json())["initialViewState"]
    camera = Camera(start["longitude"], start["latitude"], start["zoom"])
    found = [(camera.pixel(*dot["p"]), dot["r"]) for dot in dots(deck).values()]
    assert all(math.dist(a, b) > r + s for n, (a, r) in enumerate(found) for b, s in found[:n])


def test_size_goes_by_the_value_and_the_tooltip_says_what_was_asked() -> None:
    deck = point_map(points(), LIGHT, POINTS)
    found = dots(deck)
    assert found["pk-1"]["r"] > found["pk-3"]["r"] > found["pk-2"]["r"] == found["bd-1"]["r"]
    assert deck._tooltip["html"] == "<b>{a}</b><br>{b}"
    assert found["pk-1"]["b"] == "Reached: 6 of 9 · Pakistan"
    assert found["pk-2"]["b"] == "Reached: 1 of 1 · Pakistan · city point"


def test_a_place_without_a_point_is_counted_in_its_countrys_name() -> None:
    deck = point_map(points(), LIGHT, POINTS)
    assert "bd-2" not in dots(deck)
    assert {row["n"] for row in layers(deck)["countries"]["data"]} == {"Pakistan", "Bangladesh · 1 not on the map"}


def test_places_abroad_are_held_by_a_wider_outline_in_a_neutral_colour() -> None:
    near = point_map(points(), LIGHT, POINTS)
    assert layers(near)["land"]["data"] == assets.url("land.geojson")
    deck = point_map([*points(), VANCOUVER], LIGHT, POINTS, width=660, height=460, kind="demonstration")
    assert layers(deck)["land"]["data"] == assets.url("land-wide.geojson")
    start = json.loads(deck.to_json())["initialViewState"]
    camera = Camera(start["longitude"], start["latitude"], start["zoom"])
    assert start["minZoom"] <= start["zoom"]
    for dot in dots(deck).values():
        x, y = camera.pixel(*dot["p"])
        assert abs(x) < 330
        assert abs(y) < 230
    assert dots(deck)["CAN:Vancouver"]["c"] == [*channels(LIGHT.neutral)]
    (mark, *_) = [camera.pixel(*row["p"]) for row in layers(deck)["made-up"]["data"] if abs(row["p"][1]) < 80]
    assert layers(deck)["made-up"]["data"]
    assert mark[0] >= -330
    home = point_map([*points(), VANCOUVER], LIGHT, POINTS, look=Look(layer="reached", focus="PAK"))
    assert layers(home)["land"]["data"] == assets.url("land.geojson")
    assert json.loads(home.to_json())["initialViewState"]["zoom"] > start["zoom"] + 2


@pytest.mark.parametrize(("width", "height", "window"), [(340, 340, 390), (600, 430, 1300), (1200, 570, 1600)])
def test_no_tooltip_of_a_place_is_cut_off_at_the_side(width: int, height: int, window: int) -> None:
    deck = point_map([*points(), VANCOUVER], LIGHT, POINTS, width=width, height=height)
    least, share, most = re.findall(r"\d+", deck._tooltip["style"]["width"])
    half = min(int(most), max(int(least), int(share) * window / 100)) / 2
    padding = 10
    start = json.loads(deck.to_json())["initialViewState"]
    camera = Camera(start["longitude"], start["latitude"], start["zoom"])
    for dot in dots(deck).values():
        assert abs(camera.pixel(*dot["p"])[0]) + half - padding <= width / 2


def test_the_selected_place_is_lifted_and_no_row_changes_its_place() -> None:
    plain, picked = (point_map(points(), LIGHT, POINTS, selected=chosen) for chosen in (None, "pk-2"))
    assert [row["id"] for row in layers(plain)["places"]["data"]] == [
        row["id"] for row in layers(picked)["places"]["data"]
    ]
    (lifted,) = layers(picked)["places-selected"]["data"]
    assert picked.key_of(lifted["id"]) == "pk-2"
    assert lifted["r"] == dots(plain)["pk-2"]["r"] + 2


def test_four_hundred_places_are_parted_small_and_quick_to_send() -> None:
    rows = [
        {"place_id": f"university-number-{n}", "place": f"University Number {n} of the City", "country": "PAK"}
        | {"lon": 67.0 + n % 4, "lat": 25.0 + n % 4, "precision": "city", "reached": n % 2, "listed": 1}
        for n in range(400)
    ]
    deck = point_map(rows, LIGHT, POINTS)
    start = json.loads(deck.to_json())["initialViewState"]
    camera = Camera(start["longitude"], start["latitude"], start["zoom"])
    spots = [camera.pixel(*dot["p"]) for dot in dots(deck).values()]
    assert min(math.dist(a, b) for n, a in enumerate(spots) for b in spots[:n]) >= 6.5
    homes = {(row["lon"], row["lat"]) for row in rows}
    assert max(min(math.dist(spot, camera.pixel(*home)) for home in homes) for spot in spots) <= 75
    assert len(deck.to_json().encode()) <= 80_000


def test_nothing_to_show_is_the_land_alone() -> None:
    assert list(layers(point_map([], LIGHT, POINTS))) == ["sea", "land", "places"]


def test_the_legend_counts_places_by_country() -> None:
    assert legend([*points(), VANCOUVER], POINTS, LIGHT, REACHED) == [
        Key("PAK", "Pakistan", LIGHT.colour("country", "PAK"), 3),
        Key("BGD", "Bangladesh", LIGHT.colour("country", "BGD"), 2),
        Key("", "Other countries", LIGHT.neutral, 1),
    ]


def test_alternative_text_counts_the_filled_and_those_without_a_point() -> None:
    assert map_alt(points(), POINTS, "Three of five.", look=Look(layer="reached", focus="BGD")) == (
        "Which places were reached? Map with 4 places, 3 of them filled, and 1 not on the map, "
        "the view fitted to Bangladesh: Three of five."
    )
