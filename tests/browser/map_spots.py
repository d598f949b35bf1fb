"""Where the marks of the shown map stand in the window: worked out from the deck that the page was sent."""

import itertools
import json
import math
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from dashboard import browser, catalogue, warehouse
from dashboard.figures import link_map, theme
from dashboard.figures.places import Camera, Place, between
from dashboard.filters import Filters, Look
from dashboard.panels import map_view

BEHIND = '[class*="st-key-behind-map-"]'
ROOM = map_view.ROOMS[browser.LAPTOP]


def opened(page: Page) -> str:
    """Return what the address says is opened."""
    return parse_qs(urlsplit(page.url).query).get("show", [""])[0]


def canvas(page: Page) -> Locator:
    found = page.locator('[data-testid="stDeckGlJsonChart"] canvas').last
    found.scroll_into_view_if_needed()
    return found


class Marks:
    """The marks of the map of links under some filters, as a laptop at rest shows them."""

    def __init__(
        self, filters: Filters | None = None, look: Look | None = None, collection: str = "public-record"
    ) -> None:
        shared, filters = warehouse.shared(), filters or Filters()
        snapshot = shared.serve(collection).snapshot
        self.rows = shared.answer("map/links", filters, snapshot).rows
        self.places = shared.answer("map/places", filters, snapshot).rows
        kind = snapshot.manifest["kind"]
        width, height = ROOM
        self.deck = link_map.link_map(
            self.rows, theme("light"), catalogue.question("map/links"), places=self.places, look=look or Look(),
            width=width, height=height, kind=kind,
        )  # fmt: skip
        spec = json.loads(self.deck.to_json())
        self.layers: dict[str, list[dict[str, Any]]] = {each["id"]: each["data"] for each in spec["layers"]}
        first = spec["initialViewState"]
        self.camera = Camera(first["longitude"], first["latitude"], first["zoom"])

    def place(self, place_id: str) -> tuple[float, float]:
        """Return where a place stands, in pixels from the middle of the map."""
        return self.camera.pixel(
            *next(row["p"] for row in self.layers["places"] if self.deck.key_of(row["id"]) == place_id)
        )

    def coincident(self, country: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return two places of a country that are within five kilometres: one dot on a map of this scale."""
        mine = [place for place in self.places if place["country"] == country and place["lon"] is not None]
        return next(
            (one, other)
            for one, other in itertools.combinations(mine, 2)
            if math.dist((one["lon"], one["lat"]), (other["lon"], other["lat"])) < 0.05
        )

    def along(self, key: str, share: float) -> tuple[float, float]:
        """Return a point on the arc of a row's key, ``share`` of the way along it."""
        arc = next(row for row in self.layers["links"] if self.deck.key_of(row["id"]) == key)
        ends = [Place("", "", "", *arc[end], 0) for end in "st"]
        return self.camera.pixel(*between(ends[0], ends[1], share))


def click(page: Page, spot: tuple[float, float], wanted: str, heading: str) -> None:
    """Point at a spot until the tooltip says what is wanted, and click until the box beside the map says the heading.

    Software rendering drops a click whose picking takes over 250 ms, so a lost click is tried again.
    """
    box = canvas(page).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2 + spot[0], box["y"] + box["height"] / 2 + spot[1]
    for nudge in range(6):
        page.mouse.move(x + 20, y + 20)
        page.mouse.move(x, y + nudge % 2)
        try:
            expect(page.locator(".deck-tooltip")).to_contain_text(re.compile(wanted), timeout=3000)
            page.mouse.click(x, y + nudge % 2)
            expect(page.locator(f"{BEHIND} h4")).to_contain_text(heading, timeout=5000)
        except AssertionError:
            continue
        return
    raise AssertionError(f"no mark at {spot} says {wanted!r} and opens")
