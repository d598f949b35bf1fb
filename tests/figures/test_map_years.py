"""The map while its years are played: only links light up and dim; view, places, names and scales stand still."""

import json
from typing import Any

from dashboard.figures import theme
from dashboard.figures.link_map import LinkMap, link_map
from dashboard.figures.map_legend import legend
from dashboard.filters import Look
from tests.figures.map_samples import LINKS, links, places

WHOLE = links()


def of_year(rows: list[dict[str, Any]]) -> LinkMap:
    return link_map(rows, theme("light"), LINKS, places=places(), year=2012, whole=WHOLE)


def parts(deck: LinkMap) -> dict[str, Any]:
    spec = json.loads(deck.to_json())
    layers = {layer["id"]: layer["data"] for layer in spec["layers"]}
    return {"view": spec["initialViewState"], **layers}


def test_from_year_to_year_the_view_the_places_and_the_names_stand_still() -> None:
    early, late = parts(of_year(links(2012)[:1])), parts(of_year(links(2012)))
    assert early["view"] == late["view"] == parts(link_map(WHOLE, theme("light"), LINKS, places=places()))["view"]
    assert early["names"] == late["names"]
    spots = [[(row["id"], row["p"], row["r"]) for row in each["places"]] for each in (early, late)]
    assert spots[0] == spots[1]
    assert len(early["links"]) < len(late["links"])
    width = {row["id"]: row["w"] for row in late["links"]}
    assert all(width[row["id"]] == row["w"] for row in early["links"])


def test_a_place_without_a_living_link_in_the_year_is_asleep() -> None:
    row = next(row for row in links(2012) if row["state"] != "ended" and row["to_lon"] is not None)
    deck = of_year([row])
    rest = {deck.key_of(each["id"]) or each["id"]: each["e"] for each in parts(deck)["places"]}
    full = link_map(WHOLE, theme("light"), LINKS, places=places())
    awake = {full.key_of(each["id"]): each["e"] for each in parts(full)["places"]}
    same = {place for place, edge in rest.items() if awake[place] == edge}
    assert {row["from_id"], row["to_id"]} <= same
    ended = of_year([row | {"state": "ended"}])
    assert {ended.key_of(each["id"]) for each in parts(ended)["places"] if each["e"] == awake[row["to_id"]]} == set()


def test_colours_mean_the_same_in_every_year() -> None:
    look = Look(colour="subject")
    one = legend(links(2012)[:1], LINKS, theme("light"), look, WHOLE)
    every = {key.code: key.colour for key in legend(WHOLE, LINKS, theme("light"), look)}
    assert all(every[key.code] == key.colour for key in one)
