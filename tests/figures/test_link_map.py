"""The map's specification: layers, no tiles, small, both ends in view, parted places, the same each time."""

import json
import math
from typing import Any

import pytest

from dashboard import assets, catalogue
from dashboard.figures import key_of, theme
from dashboard.figures.link_map import LinkMap, link_map, map_alt, map_height
from dashboard.figures.map_layers import short_id
from dashboard.figures.map_names import Label, Sheet, labelled
from dashboard.figures.map_spread import spread
from dashboard.figures.places import Camera, Place, bounds_of, fit_view
from dashboard.figures.text import measure
from dashboard.figures.theme import channels
from tests.figures.samples import HOSTILE

LIGHT = theme("light")
QUESTION = catalogue.parse(
    "sample/links",
    """/*
question = "Who is linked to whom?"
row = "one UK place and one partner place"
key = ["from_id", "to_id", "country"]
finding = { kind = "none" }
reads = []
[chart]
form = "link_map"
from_lon = "from_lon"
from_lat = "from_lat"
to_lon = "to_lon"
to_lat = "to_lat"
width = "links"
colour = "country"
from_id = "from_id"
to_id = "to_id"
from_name = "from_name"
to_name = "to_name"
[columns]
country = { type = "VARCHAR", words = "country" }
links = { type = "BIGINT", unit = "links" }
*/
select 1""",
)
UK = [(-0.13, 51.5), (-4.25, 55.86), (-1.5, 53.8), (-3.18, 51.48), (-5.93, 54.6)]
PARTNERS = [("PAK", 74.34, 31.55), ("PAK", 67.01, 24.86), ("BGD", 90.41, 23.71), ("PAK", 73.05, 33.68)]


def link(uk: int, partner: int, **cells: Any) -> dict[str, Any]:
    country, lon, lat = PARTNERS[partner % len(PARTNERS)]
    return {
        "from_id": f"uk-{uk}",
        "from_name": f"University {uk}",
        "from_lon": UK[uk % len(UK)][0],
        "from_lat": UK[uk % len(UK)][1],
        "to_id": f"partner-{partner}",
        "to_name": f"College {partner}",
        "to_lon": lon,
        "to_lat": lat,
        "country": country,
        "links": 1 + (uk + partner) % 4,
        "partnership_ids": [f"p-{uk}-{partner}", f"p-{partner}"],
    } | cells


def links(many: int) -> list[dict[str, Any]]:
    return [link(number % 40, number * 7 % 60 + number // 120) for number in range(many)]


def spec(deck: LinkMap) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(deck.to_json())
    return found


def layers(deck: LinkMap) -> dict[str, dict[str, Any]]:
    return {layer["id"]: layer for layer in spec(deck)["layers"]}


@pytest.mark.parametrize("look", ["light", "dark"])
def test_layers_and_their_land_are_ours_and_no_tiles_are_asked_for(look: str) -> None:
    deck = link_map(links(20), theme(look), QUESTION)
    assert list(layers(deck)) == ["sea", "land", "links", "leaders", "places", "countries", "names"]
    assert layers(deck)["land"]["data"] == assets.url("land.geojson")
    assert deck.map_provider is None
    assert "mapProvider" not in spec(deck)
    # pydeck's own placeholder for "left unset": Streamlit fetches its default tiles where the key is absent.
    assert spec(deck)["mapStyle"] == "__MAP_STYLE__"
    assert "http" not in deck.to_json()


def test_arcs_are_flat_great_circles_that_can_be_picked_by_their_key() -> None:
    rows = links(30)
    arcs = layers(link_map(rows, LIGHT, QUESTION))["links"]
    assert (arcs["greatCircle"], arcs["getHeight"], arcs["numSegments"], arcs["pickable"]) == (True, 0, 32, True)
    deck = link_map(rows, LIGHT, QUESTION)
    assert {deck.key_of(arc["id"]) for arc in arcs["data"]} == {key_of(QUESTION, row) for row in rows}
    assert deck.key_of("uk-3") == "uk-3"
    assert set(arcs["data"][0]) == {"id", "s", "t", "w", "c", "a", "b"}


def test_arcs_end_at_the_points_where_places_are_shown() -> None:
    found = layers(link_map(links(60), LIGHT, QUESTION))
    shown = {tuple(place["p"]) for place in found["places"]["data"]}
    assert {tuple(arc[end]) for arc in found["links"]["data"] for end in "st"} == shown
    assert len(shown) == len(found["places"]["data"])


@pytest.mark.parametrize(("width", "height"), [(340, 272), (640, 460), (1200, 460), (900, 700)])
def test_both_ends_of_every_arc_are_in_the_first_view(width: int, height: int) -> None:
    deck = link_map(links(80), LIGHT, QUESTION, width=width, height=height)
    start = spec(deck)["initialViewState"]
    camera = Camera(start["longitude"], start["latitude"], start["zoom"])
    for place in layers(deck)["places"]["data"]:
        x, y = camera.pixel(*place["p"])
        assert abs(x) <= width / 2
        assert abs(y) <= height / 2


def test_coincident_places_are_parted_far_enough_to_be_hit() -> None:
    same = [Place(f"p{n}", f"Place {n}", "PAK", 74.34, 31.55, n) for n in range(12)]
    camera = fit_view((-8, 20, 92, 60), 640, 460)
    shown = spread(same, camera.zoom)
    spots = [camera.pixel(place.lon, place.lat) for place in shown]
    assert min(math.dist(a, b) for n, a in enumerate(spots) for b in spots[:n]) >= 7
    assert max(math.dist(spots[-1], spot) for spot in spots) <= 60
    assert (shown[-1].lon, shown[-1].lat) == (74.34, 31.55)
    assert spread(list(reversed(same)), camera.zoom) == list(reversed(shown))


def box_of(label: Label, sheet: Sheet) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a name as the browser writes it, in pixels from the middle."""
    x, y = sheet.camera.pixel(label.lon, label.lat)
    wide = measure(label.text, 12)
    left = x + label.right - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
    return left, y + label.down - 7, left + wide, y + label.down + 7


def test_names_touch_no_other_name_and_stay_inside() -> None:
    camera = fit_view((-8, 20, 92, 60), 640, 460)
    crowd = [Place(f"p{n}", f"Some University {n}", "PAK", 66 + n % 9, 24 + n % 7 * 1.3, 2 + n) for n in range(40)]
    sheet = Sheet(camera, 640, 460)
    chosen = [label for _, label in labelled(crowd, sheet, 9)]
    assert 1 <= len(chosen) <= 9
    boxes = [box_of(label, sheet) for label in chosen]
    assert all(abs(x) <= 320 for left, _, right, _ in boxes for x in (left, right))
    assert all(abs(y) <= 230 for _, top, _, low in boxes for y in (top, low))
    for n, (left, top, right, low) in enumerate(boxes):
        assert all(left >= r or right <= x or top >= b or low <= y for x, y, r, b in boxes[:n])
    assert labelled([Place("a", "A", "PAK", 70, 30, 1)], sheet, 9) == []


def test_what_is_selected_stands_out_and_no_row_changes_its_place() -> None:
    rows = links(60)
    plain = layers(link_map(rows, LIGHT, QUESTION))
    chosen = key_of(QUESTION, rows[5])
    picked = layers(link_map(rows, LIGHT, QUESTION, selected=chosen))
    for layer in ("links", "places"):
        assert [row["id"] for row in picked[layer]["data"]] == [row["id"] for row in plain[layer]["data"]]
    assert [row["id"] for row in picked["links-selected"]["data"]] == [short_id(chosen)]
    ends = {short_id(rows[5]["from_id"]), short_id(rows[5]["to_id"])}
    assert {row["id"] for row in picked["places-selected"]["data"]} == ends
    assert not picked["links-selected"]["pickable"]
    strong = {row["id"]: row["c"][:3] for row in plain["links"]["data"]}
    weak = {row["id"]: row["c"][:3] for row in picked["links"]["data"]}
    own = list(channels(LIGHT.colour("country", rows[5]["country"])))
    assert [key for key in strong if weak[key] == own] == [short_id(chosen)]
    land = channels(LIGHT.land)
    assert all(math.dist(weak[key], land) < math.dist(strong[key], land) for key in strong if key != short_id(chosen))


def test_a_selected_place_lifts_its_links() -> None:
    rows = links(60)
    picked = layers(link_map(rows, LIGHT, QUESTION, selected=rows[0]["to_id"]))
    mine = {short_id(key_of(QUESTION, row)) for row in rows if row["to_id"] == rows[0]["to_id"]}
    assert {row["id"] for row in picked["links-selected"]["data"]} == mine


def test_the_map_is_small_and_the_same_each_time() -> None:
    rows = list({key_of(QUESTION, row): row for row in links(2000)}.values())[:500]
    deck = link_map(rows, LIGHT, QUESTION)
    assert len(rows) == 500
    assert len(deck.to_json().encode()) < 100_000
    assert deck.to_json() == link_map(rows, LIGHT, QUESTION).to_json()
    assert "partnership_ids" not in deck.to_json()


def test_links_without_a_point_are_left_out_and_none_is_an_empty_map() -> None:
    deck = link_map([link(0, 0, to_lon=None, to_lat=None), link(1, 1)], LIGHT, QUESTION)
    assert len(layers(deck)["links"]["data"]) == 1
    empty = link_map([], LIGHT, QUESTION)
    assert list(layers(empty)) == ["sea", "land", "links", "places"]
    assert 0 < spec(empty)["initialViewState"]["zoom"] < 4


def test_names_reach_the_tooltip_as_plain_text_which_streamlit_escapes() -> None:
    deck = link_map([link(0, 0, from_name=HOSTILE)], LIGHT, QUESTION)
    assert deck._tooltip["html"] == "<b>{a}</b><br>Partnerships: {b}"
    assert deck._tooltip["style"]["translate"] == "-50% calc(-100% - 14px)"
    (arc,) = layers(deck)["links"]["data"]
    assert arc["a"] == f"{HOSTILE} – College 0"
    assert arc["b"] == "1"
    (uk, _) = sorted(layers(deck)["places"]["data"], key=lambda place: deck.key_of(place["id"]) != "uk-0")
    assert uk["b"] == "2 · United Kingdom"


def test_braces_in_a_name_do_not_reach_the_tooltips_template() -> None:
    deck = link_map([link(0, 0, from_name="College {b}")], LIGHT, QUESTION)
    (arc,) = layers(deck)["links"]["data"]
    assert arc["a"] == "College (b) – College 0"


def test_great_circles_rise_above_their_ends() -> None:
    start, end = Place("a", "A", "GBR", -0.1, 51.5, 1), Place("b", "B", "BGD", 90.4, 23.7, 1)
    assert bounds_of([start, end], [(start, end)])[3] > 52.5


def test_height_suits_the_width() -> None:
    assert (map_height(340), map_height(880), map_height(1200)) == (272, 460, 624)


def test_alternative_text_counts_arcs_and_places() -> None:
    text = map_alt(links(3), QUESTION, "Three links.")
    assert text == "Who is linked to whom? Map with 3 arcs from 3 places in the UK to 3 abroad: Three links."
