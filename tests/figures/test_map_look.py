"""How a map is drawn by what was chosen: colours and their legend, size, the strongest, the year, where it looks."""

import json
import math
from typing import Any

import pytest

from dashboard.figures import key_of, theme
from dashboard.figures.link_map import LinkMap, link_map, map_alt
from dashboard.figures.map_layers import short_id
from dashboard.figures.map_legend import Key, legend, printed
from dashboard.figures.places import Camera
from dashboard.figures.theme import channels
from dashboard.filters import Look
from tests.figures.map_samples import LINKS, links, places

LIGHT = theme("light")
DRAWN = [row for row in links() if row["to_lon"] is not None]


def layers(deck: LinkMap) -> dict[str, dict[str, Any]]:
    return {layer["id"]: layer for layer in json.loads(deck.to_json())["layers"]}


def by_key(deck: LinkMap, layer: str) -> dict[str, dict[str, Any]]:
    return {deck.key_of(row["id"]): row for row in layers(deck)[layer]["data"]}


def many(number: int, size: int = 1) -> list[dict[str, Any]]:
    """Return so many links between 40 and 125 places whose names are as long as real ones."""
    found = []
    for n in range(number):
        uk, partner = n % 40, (n // 40 + n * 7) % 125
        country = "PAK" if partner % 3 else "BGD"
        found.append(
            {
                "from_id": f"university-of-somewhere-{uk}",
                "from_name": f"University of Somewhere No {uk}",
                "from_lon": -4.0 + uk % 7 * 0.7,
                "from_lat": 51.0 + uk % 5,
                "to_id": f"{country.lower()}-institute-of-technology-{partner}",
                "to_name": f"Institute of Technology No {partner}",
                "country": country,
                "to_lon": (68.0 if country == "PAK" else 89.0) + partner % 9 * 0.4,
                "to_lat": (26.0 if country == "PAK" else 22.5) + partner % 4,
                "partnerships": size if n % 10 else 3,
                "links": size,
                "partnership_ids": [f"p-{n}"],
            }
        )
    return list({key_of(LINKS, row): row for row in found}.values())


@pytest.mark.parametrize("dimension", ["programme", "strand", "subject"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_arcs_have_the_fixed_colours_and_what_has_none_is_neutral(dimension: str, look: str) -> None:
    colours = theme(look)
    deck = link_map(links(), colours, LINKS, places=places(), look=Look(colour=dimension), selected="uk-a")
    lit = {deck.key_of(arc["id"]): arc["c"][:3] for arc in layers(deck)["links-selected"]["data"]}
    for row in DRAWN:
        if row["from_id"] == "uk-a":
            known = colours.palettes[dimension].get(str(row[dimension]), colours.neutral)
            assert lit[key_of(LINKS, row)] == list(channels(known))
    dots = {tuple(dot["e"][:3]) for dot in layers(deck)["places"]["data"]}
    assert not dots & {channels(colour) for colour in colours.palettes[dimension].values()}


def test_the_legend_says_what_colours_mean_in_their_order_with_links() -> None:
    rows = links()
    assert legend(rows, LINKS, LIGHT, Look()) == [
        Key("PAK", "Pakistan", LIGHT.colour("country", "PAK"), sum(r["links"] for r in rows if r["country"] == "PAK")),
        Key(
            "BGD", "Bangladesh", LIGHT.colour("country", "BGD"), sum(r["links"] for r in rows if r["country"] == "BGD")
        ),
    ]
    keys = legend(rows, LINKS, LIGHT, Look(colour="programme"))
    assert [key.code for key in keys] == ["inspire", "links", "gateway", ""]
    assert keys[-1] == Key("", "Several programmes or not stated", LIGHT.neutral, keys[-1].count)
    assert sum(key.count for key in keys) == sum(row["links"] for row in rows)


def test_only_six_subjects_have_a_colour_of_their_own() -> None:
    subjects = [*LIGHT.palettes["subject"]]
    rows = [row | {"subject": subjects[n % 11], "links": 20 - n % 11} for n, row in enumerate(many(110))]
    keys = legend(rows, LINKS, LIGHT, Look(colour="subject"))
    assert [key.code for key in keys] == [*subjects[:6], ""]
    assert keys[-1].count == sum(row["links"] for row in rows if row["subject"] not in subjects[:6])
    assert {key.colour for key in keys[:6]} == {LIGHT.palettes["subject"][code] for code in subjects[:6]}


def counted(dimension: str, links: dict[str, int]) -> list[dict[str, Any]]:
    """Return what choosing each value would give, as ``map/links_by_colour`` counts it."""
    return [{"dimension": dimension, "code": code, dimension: code, "links": n} for code, n in links.items()]


def test_a_legend_to_choose_from_has_every_value_in_its_order_whatever_the_arcs_have_in_common() -> None:
    counts = counted("strand", {"tne": 103, "mobility": 7, "strategic_partnership": 12}) + counted(
        "country", {"PAK": 9}
    )
    colours = LIGHT.palettes["strand"]
    keys = legend(links()[:1], LINKS, LIGHT, Look(colour="strand"), counts=counts)
    assert keys == [
        Key("strategic_partnership", "Strategic partnership", colours["strategic_partnership"], 12),
        Key("tne", "Transnational education", colours["tne"], 103),
        Key("mobility", "Mobility", colours["mobility"], 7),
    ]
    mixed = legend([row | {"strand": None} for row in links()], LINKS, LIGHT, Look(colour="strand"), counts=counts)
    assert mixed == [*keys, Key("", "Arcs that join several, or none stated", LIGHT.neutral, 0)]


def test_subjects_without_a_colour_can_be_chosen_and_the_colours_of_the_rest_stay() -> None:
    subjects = [*LIGHT.palettes["subject"]]
    counts = counted("subject", {code: 20 - n for n, code in enumerate(subjects)} | {"Multiple": 30})
    look = Look(colour="subject")
    rows = [row | {"subject": subjects[n % 11], "links": 20 - n % 11} for n, row in enumerate(many(110))]
    keys = legend(rows, LINKS, LIGHT, look, counts=counts)
    assert [key.code for key in keys] == sorted([*subjects, "Multiple"])
    grey = {key.code for key in keys if key.colour == LIGHT.neutral}
    assert grey == {*subjects[6:], "Multiple"}
    one = [row for row in rows if row["subject"] == subjects[9]]
    after = {key.code: key.colour for key in legend(one, LINKS, LIGHT, look, counts=counts)}
    drawn = {subjects[9]: LIGHT.palettes["subject"][subjects[9]]}
    assert after == {key.code: key.colour for key in keys} | drawn


def test_the_six_subjects_are_those_with_most_links_and_the_arcs_have_the_colours_of_the_legend() -> None:
    subjects = [*LIGHT.palettes["subject"]]
    counts = counted("subject", {code: 10 + n for n, code in enumerate(subjects)})
    look = Look(colour="subject")
    rows = [row | {"subject": subjects[n % 11], "links": 20 - n % 11} for n, row in enumerate(many(110))]
    keys = legend(rows, LINKS, LIGHT, look, counts=counts)
    assert [key.code for key in keys if key.colour != LIGHT.neutral] == subjects[-6:]
    one = rows[0]["from_id"]
    deck = link_map(rows, LIGHT, LINKS, look=look, counts=counts, selected=one)
    lit = {deck.key_of(arc["id"]): arc["c"][:3] for arc in layers(deck)["links-selected"]["data"]}
    colours = {key.code: [*channels(key.colour)] for key in keys}
    mine = [row for row in rows if row["from_id"] == one]
    assert len({row["subject"] for row in mine}) > 1
    assert all(lit[key_of(LINKS, row)] == colours[row["subject"]] for row in mine)


def test_a_printed_legend_has_what_was_chosen_and_says_nothing_of_other_years() -> None:
    keys = [Key("a", "A", "#00796B", 9), Key("b", "B", "#C8401E", 4), Key("c", "C", LIGHT.neutral, 2)]
    rest = Key("", "Several, other or not stated", LIGHT.neutral, 0)
    look = Look(colour="subject")
    assert printed(keys, look, LIGHT.neutral, (), 0) == [*keys[:2], rest]
    assert printed(keys, look, LIGHT.neutral, ("b",), 0) == [keys[1]]
    assert printed(keys[:2], look, LIGHT.neutral, (), 2012) == [
        Key("a", "A", "#00796B", 0),
        Key("b", "B", "#C8401E", 0),
    ]


def test_width_goes_by_partnerships_or_links_and_people_size_only_the_dots() -> None:
    rows = [row | {"partnerships": n + 1, "links": 20 - n} for n, row in enumerate(DRAWN)]
    first, last = key_of(LINKS, rows[0]), key_of(LINKS, rows[-1])
    by_partnerships = by_key(link_map(rows, LIGHT, LINKS), "links")
    by_links = by_key(link_map(rows, LIGHT, LINKS, look=Look(size="links")), "links")
    assert by_partnerships[first]["w"] < by_partnerships[last]["w"]
    assert by_links[first]["w"] > by_links[last]["w"]
    people = link_map(rows, LIGHT, LINKS, places=places(), look=Look(size="people"))
    assert len({arc["w"] for arc in layers(people)["links"]["data"]}) == 1
    dots = by_key(people, "places")
    assert dots["pk-a"]["r"] > dots["bd-a"]["r"] > dots["uk-a"]["r"]
    assert (dots["uk-a"]["c"], dots["uk-a"]["e"]) == (
        [*channels(LIGHT.land)],
        [*channels(LIGHT.colour("country", "GBR"))],
    )
    assert "people not recorded" in dots["uk-a"]["b"]
    assert "9 places taken on courses" in dots["pk-a"]["b"]


def test_the_strongest_are_drawn_in_full_and_the_rest_faint_without_words() -> None:
    rows = many(400)
    deck = link_map(rows, LIGHT, LINKS, look=Look(top="25"))
    ranked = sorted(rows, key=lambda row: (-row["partnerships"], key_of(LINKS, row)))
    assert set(by_key(deck, "links")) == {key_of(LINKS, row) for row in ranked[:25]}
    minor = layers(deck)["minor"]
    assert len(minor["data"]) == 375
    assert all(set(arc) == {"s", "t", "c", "w"} for arc in minor["data"])
    assert not minor["pickable"]
    assert max(arc["w"] for arc in minor["data"]) < min(arc["w"] for arc in layers(deck)["links"]["data"])
    touched = {row[end] for row in ranked[:25] for end in ("from_id", "to_id")}
    dots = by_key(deck, "places")
    large = min(dots[place]["r"] for place in touched)
    assert all(dots[place]["r"] < large for place in dots if place not in touched)
    assert len(deck.to_json()) < 0.75 * len(link_map(rows, LIGHT, LINKS).to_json())


def test_a_selected_link_among_the_rest_is_lifted() -> None:
    rows = many(400)
    weakest = max(rows, key=lambda row: (-row["partnerships"], key_of(LINKS, row)))
    deck = link_map(rows, LIGHT, LINKS, look=Look(top="10"), selected=key_of(LINKS, weakest))
    (lifted,) = layers(deck)["links-selected"]["data"]
    assert lifted["id"] == short_id(key_of(LINKS, weakest))


def test_in_a_year_new_arcs_are_lit_and_ended_ones_dim_thin_and_below() -> None:
    rows = [row | {"partnerships": 2} for row in links(2012) if row["to_lon"] is not None]
    deck = link_map(rows, LIGHT, LINKS, year=2012)
    arcs = by_key(deck, "links")
    states = {key_of(LINKS, row): row["state"] for row in rows}
    mean = {state: [arc for key, arc in arcs.items() if states[key] == state] for state in ("ended", "active", "new")}
    widths = [max(arc["w"] for arc in mean[state]) for state in mean]
    assert widths == sorted(set(widths))
    assert min(arc["c"][3] for arc in mean["new"]) > max(arc["c"][3] for arc in mean["active"])
    assert all(len({*arc["c"][:3]}) <= 3 and max(arc["c"][:3]) - min(arc["c"][:3]) < 20 for arc in mean["ended"])
    order = [states[deck.key_of(arc["id"])] for arc in layers(deck)["links"]["data"]]
    assert order == sorted(order, key=["ended", "active", "new"].index)


@pytest.mark.parametrize("focus", ["GBR", "PAK", "BGD"])
def test_a_country_in_focus_fills_the_view(focus: str) -> None:
    whole = json.loads(link_map(many(200), LIGHT, LINKS).to_json())["initialViewState"]["zoom"]
    deck = link_map(many(200), LIGHT, LINKS, look=Look(focus=focus))
    start = json.loads(deck.to_json())["initialViewState"]
    camera = Camera(start["longitude"], start["latitude"], start["zoom"])
    assert camera.zoom > whole + 1
    of_country = {"GBR": "university", "PAK": "pak", "BGD": "bgd"}[focus]
    spots = {key: camera.pixel(*dot["p"]) for key, dot in by_key(deck, "places").items()}
    for key, (x, y) in spots.items():
        inside = abs(x) <= 320 and abs(y) <= 230
        assert inside or not key.startswith(of_country)
    apart = list(spots.values())
    assert min(math.dist(a, b) for n, a in enumerate(apart) for b in apart[:n]) >= 6.5


def test_marks_say_how_exact_a_point_is_and_what_has_none_is_counted() -> None:
    deck = link_map(links(), LIGHT, LINKS, places=places())
    dots = by_key(deck, "places")
    assert dots["pk-b"]["c"] == [*channels(LIGHT.colour("country", "PAK"))]
    assert dots["pk-a"]["c"] != dots["pk-b"]["c"] != dots["pk-b"]["e"]
    assert dots["pk-a"]["e"] == dots["pk-b"]["c"]
    assert "city point" in dots["pk-a"]["b"]
    assert "pk-c" not in dots
    assert "Pakistan · 1 not on the map" in {row["n"] for row in layers(deck)["countries"]["data"]}
    areas = [row | {"level": "region"} for row in places()]
    large = by_key(link_map(links(), LIGHT, LINKS, places=areas), "places")
    assert all(large[key]["r"] > dots[key]["r"] and len(large[key]["c"]) == 4 for key in large)


def test_five_hundred_arcs_are_a_hundred_kilobytes_and_more_grow_evenly() -> None:
    rows = many(10_000)
    assert len(rows) == 5_000
    sizes = [len(link_map(rows[:n], LIGHT, LINKS).to_json().encode()) for n in (500, 1_000, 2_000)]
    assert sizes[0] <= 100_000
    assert sizes[2] - sizes[1] <= 2.1 * (sizes[1] - sizes[0])


def test_five_thousand_arcs_are_less_than_a_megabyte() -> None:
    assert len(link_map(many(10_000), LIGHT, LINKS).to_json().encode()) <= 1_000_000


def test_weak_arcs_are_pale_where_there_are_many() -> None:
    few, crowd = (link_map(many(n), LIGHT, LINKS) for n in (60, 4_000))
    land = channels(LIGHT.land)

    def depth(deck: LinkMap) -> float:
        return min(math.dist(arc["c"][:3], land) * arc["c"][3] for arc in layers(deck)["links"]["data"])

    assert depth(crowd) < 0.4 * depth(few)


def test_alternative_text_says_level_year_colour_and_country_in_view() -> None:
    text = map_alt(links(2012), LINKS, "Six links.", look=Look(colour="strand", top="10", focus="PAK"), year=2012)
    assert text == (
        "Who is linked to whom? Map of 2012 with 6 arcs between institutions from 2 places in the UK to 3 abroad, "
        "2 new and 1 ended, coloured by strand, the 10 strongest in full, the view fitted to Pakistan: Six links."
    )
    assert map_alt(links(), LINKS, "", "demonstration", look=Look()).startswith("Made-up data. Who is linked")
