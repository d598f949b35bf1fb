"""Names on maps: readable, apart from each other, inside the frame; places parted without straying."""

import math
from dataclasses import replace

import pytest

from dashboard.figures import theme
from dashboard.figures.frame import View
from dashboard.figures.map_callouts import column, named
from dashboard.figures.map_layers import Marks
from dashboard.figures.map_legend import scale
from dashboard.figures.map_names import Sheet, are_few, grounds, labelled, limit, readable, shortened, touch
from dashboard.figures.map_spread import comb, spread
from dashboard.figures.map_text import country_labels, written
from dashboard.figures.places import Camera, Place, fit_view, margins
from dashboard.figures.text import measure
from dashboard.filters import Look

SHEET = Sheet(fit_view((-8, 20, 92, 60), 1200, 620), 1200, 620)


def crowd(many: int, lon: float = 73.0, lat: float = 31.0, country: str = "PAK") -> list[Place]:
    return [
        Place(f"{country}-{n}", f"University of Number {n}", country, lon, lat, n + 2, weight=n + 2)
        for n in range(many)
    ]


def place(name: str, country: str, lon: float, lat: float) -> Place:
    return Place(name, name, country, lon, lat, 3, weight=3)


def marks(focus: str) -> Marks:
    light = theme("light")
    return Marks(View(light), scale([], light, Look()), "partnerships", None, focus=focus)


@pytest.mark.parametrize(
    ("name", "room", "short"),
    [
        ("University of York", 200, "University of York"),
        ("Institute of Management Sciences, Peshawar", 220, "Institute of Management Sciences"),
        ("COMSATS University Islamabad, Lahore Campus", 160, "COMSATS Univ. Islamabad"),
        ("London School of Hygiene and Tropical Medicine", 170, "London School of Hygiene…"),
        ("Supercalifragilisticexpialidocious", 80, "Supercalifra…"),
    ],
)
def test_a_long_name_is_cut_between_words(name: str, room: int, short: str) -> None:
    found = shortened(name, 12, room)
    assert measure(found, 12) <= room
    assert found == short


def test_what_no_longer_names_a_place_is_not_written() -> None:
    assert not readable("University of…", "University of Juniperstead")
    assert readable("Lahore College for Women…", "Lahore College for Women University")
    place = Place("a", "University of the Very Long Named Place Somewhere Else", "PAK", 70, 30, 5, weight=5)
    tight = Sheet(fit_view((60, 20, 92, 40), 130, 200), 130, 200)
    assert labelled([place], tight, 5) == []


def test_the_greatest_of_a_crowd_stand_in_a_column_with_lines_that_do_not_cross() -> None:
    places = spread(crowd(40), SHEET.camera.zoom)
    found = named(places, set(), 5, SHEET, [])
    assert [place.weight for place, _ in sorted(found, key=lambda one: -(one[0].weight or 0))] == [41, 40, 39, 38, 37]
    heights = [SHEET.camera.pixel(label.lon, label.lat)[1] for _, label in found]
    dots = [SHEET.camera.pixel(place.lon, place.lat)[1] for place, _ in found]
    assert heights == sorted(heights)
    assert dots == sorted(dots)
    boxes = [label.box for _, label in found]
    assert all(SHEET.holds(box) for box in boxes)
    assert not any(touch(a, b) for n, a in enumerate(boxes) for b in boxes[:n])


def test_a_column_finds_another_place_where_one_is_taken_and_drops_the_smallest() -> None:
    places = spread(crowd(40), SHEET.camera.zoom)
    great = sorted(places, key=lambda place: place.rank)[:5]
    free = column(great, places, SHEET, [], {})
    taken = [label.box for _, label in free]
    moved = column(great, places, SHEET, taken, {})
    assert moved
    assert not any(touch(label.box, box) for _, label in moved for box in taken)
    everything = [(-600.0, -310.0, 600.0, 310.0)]
    assert column(great, places, SHEET, everything, {}) == []


def test_cells_of_a_honeycomb_are_one_apart_and_close_round_the_middle() -> None:
    cells = [comb(rank) for rank in range(91)]
    assert min(math.dist(a, b) for n, a in enumerate(cells) for b in cells[:n]) == pytest.approx(1)
    assert max(math.hypot(*cell) for cell in cells) == pytest.approx(5)


@pytest.mark.parametrize("zoom", [1.5, 2.5, 4.0, 6.5])
def test_forty_institutions_of_one_city_stay_near_it_at_every_zoom(zoom: float) -> None:
    places = crowd(40)
    camera = Camera(73.0, 31.0, zoom)
    spots = [camera.pixel(place.lon, place.lat) for place in spread(places, zoom)]
    assert min(math.dist(a, b) for n, a in enumerate(spots) for b in spots[:n]) >= 6.5
    assert max(math.hypot(*spot) for spot in spots) <= 45


def test_neighbouring_cities_are_parted_and_the_greatest_moves_least() -> None:
    cities = [Place(f"c{n}", f"City {n}", "GBR", -1.0 + n * 0.05, 52.0, 9 - n, weight=9 - n) for n in range(6)]
    camera = Camera(-1.0, 52.0, 2.2)
    shown = spread(cities, 2.2)
    spots = [camera.pixel(place.lon, place.lat) for place in shown]
    assert min(math.dist(a, b) for n, a in enumerate(spots) for b in spots[:n]) >= 6.5
    moved = [math.dist(camera.pixel(a.lon, a.lat), spot) for a, spot in zip(cities, spots, strict=True)]
    assert moved[0] == min(moved)
    assert spread(cities[::-1], 2.2) == shown[::-1]


def test_places_that_stand_apart_are_not_moved() -> None:
    far = [Place(f"c{n}", f"City {n}", "PAK", 62.0 + 5 * n, 30.0, 3) for n in range(4)]
    assert [(place.lon, place.lat) for place in spread(far, 4)] == [(place.lon, place.lat) for place in far]


@pytest.mark.parametrize("width", [340, 600, 900, 1200])
def test_no_name_stands_on_another_countrys_ground(width: int) -> None:
    sheet = Sheet(fit_view((-8, 20, 92, 60), width, 430, sides=margins(width)), width, 430)
    pakistan = [place for lat in (25, 29, 34) for place in crowd(12, 66 + lat / 4, lat)]
    places = [replace(place, id=f"{place.id}-{n}") for n, place in enumerate([*pakistan, *crowd(20, 90, 24, "BGD")])]
    places = spread(places, sheet.camera.zoom)
    own = grounds(places, sheet)
    beside = labelled(places, sheet, 20)
    found = [*beside, *named(places, {place.id for place, _ in beside}, 5, sheet, [label.box for _, label in beside])]
    assert {place.country for place, _ in found} == {"PAK", "BGD"}
    for place, label in found:
        assert not any(touch(label.box, box) for country, box in own.items() if country != place.country)


def test_few_places_are_all_named_and_many_are_not() -> None:
    small = [Place(f"c{n}", f"City {n}", "PAK", 5 + 9 * n, 30 + n % 3 * 9, 1, weight=1) for n in range(9)]
    assert are_few(small, SHEET)
    assert len(labelled(small, SHEET, limit(SHEET, False, few=True), few=True)) == 9
    assert labelled(small, SHEET, 25) == []
    assert not are_few(crowd(26), SHEET)
    phone = Sheet(SHEET.camera, 340, 340)
    assert limit(phone, False) < limit(SHEET, False) < limit(SHEET, True)


def test_a_name_whose_dot_is_outside_the_frame_is_left_out() -> None:
    near = Sheet(Camera(73.0, 31.0, 5), 600, 400)
    x = near.camera.point(305, 0)[0]
    assert labelled([Place("a", "A University", "PAK", x, 31.0, 5, weight=5)], near, 5) == []


def test_in_focus_no_place_of_another_country_is_named_and_no_head_covers_its_dots() -> None:
    both = [place(f"Lahore {n}", "PAK", 72 + n, 31) for n in range(5)]
    both += [place(f"Dhaka {n}", "BGD", 76 + n / 2, 26 + n / 9) for n in range(5)]
    sheet = Sheet(fit_view((66, 24, 82, 34), 900, 500), 900, 500)
    for focus, countries in (("PAK", {"Lahore"}), ("all", {"Lahore", "Dhaka"})):
        _, words = written(both, sheet, marks(focus), focus != "all")
        (names,) = [layer["data"] for layer in words if layer["id"] == "names"]
        assert {row["n"].split()[0] for row in names} == countries
    labels, _ = country_labels(both, sheet, marks("all"), {})
    for label, code in zip(labels, ("PAK", "BGD"), strict=True):
        spots = [sheet.camera.pixel(one.lon, one.lat) for one in both if one.country != code]
        assert not any(label.box[0] < x < label.box[2] and label.box[1] < y < label.box[3] for x, y in spots)
