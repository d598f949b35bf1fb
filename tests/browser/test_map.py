"""The map under a real mouse: an arc and a place open their partnerships, each with its sources."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Watched
from tests.browser.running import settled

pytestmark = pytest.mark.browser
BEHIND = ".st-key-behind-map-links"


def opened(page: Page) -> str:
    return parse_qs(urlsplit(page.url).query).get("show", [""])[0]


def canvas(page: Page) -> Locator:
    found = page.locator('[data-testid="stDeckGlJsonChart"] canvas').last
    found.scroll_into_view_if_needed()
    return found


def hit(page: Page, wanted: str) -> str:
    """Hover over the map until the tooltip is the wanted sort, and click there; return what the tooltip said.

    Software rendering drops a click whose picking takes over 250 ms, so a lost click is tried again.
    """
    box = canvas(page).bounding_box()
    assert box
    tooltip = page.locator(".deck-tooltip")
    for down in range(8, 100, 3):
        for across in range(4, 100, 3):
            x, y = box["x"] + box["width"] * across / 100, box["y"] + box["height"] * down / 100
            page.mouse.move(x, y)
            said = tooltip.inner_text() if tooltip.count() and tooltip.is_visible() else ""
            if re.search(wanted, said):
                page.mouse.click(x, y)
                try:
                    expect(page.locator(BEHIND)).to_be_visible(timeout=4000)
                except AssertionError:
                    continue
                return said
    raise AssertionError(f"no mark of the map says {wanted!r}")


def test_an_arc_opens_the_partnerships_that_join_its_two_ends(window: Watched) -> None:
    page = window.open("/map?country=PAK")
    said = hit(page, r" – ")
    start, end = said.splitlines()[0].split(" – ", 1)
    heading = page.locator(f"{BEHIND} h4")
    expect(heading).to_contain_text(f"{start} and {end}")
    rows = page.locator(f"{BEHIND} .entries li")
    assert rows.count() >= 1
    for row in rows.all():
        assert start in row.inner_text()
        assert row.locator(".source").inner_text().strip()
    assert opened(page).startswith("map/links~")
    page.reload()
    settled(page)
    expect(heading).to_contain_text(f"{start} and {end}")
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator(BEHIND)).to_have_count(0)
    assert opened(page) == ""


def test_a_place_opens_its_partnerships_and_the_way_to_its_profile(window: Watched) -> None:
    page = window.open("/map?country=BGD")
    said = hit(page, r"^(?!.* – ).+\n.*partnership")
    place = said.splitlines()[0]
    count = int(re.search(r"(\d+) partnership", said)[1])
    expect(page.locator(f"{BEHIND} h4")).to_contain_text(place)
    expect(page.locator(f"{BEHIND} .entries li")).to_have_count(min(count, 20))
    page.locator(BEHIND).get_by_role("link", name=f"Open the profile of {place}", exact=True).click()
    expect(page.locator("h1")).to_have_text(place, timeout=20_000)
    page.go_back()
    expect(page.locator(f"{BEHIND} h4")).to_contain_text(place, timeout=20_000)
    assert opened(page).startswith("map/links~")


def test_cities_are_another_level_and_travel_in_the_address(window: Watched) -> None:
    page = window.open("/map")
    page.get_by_role("radio", name="Cities").click()
    expect(page).to_have_url(re.compile("level=city"))
    panel = page.locator(".st-key-panel-map-links")
    panel.get_by_text("See the numbers").click()
    expect(panel.locator("tbody tr").first).to_contain_text("London")


def test_the_land_comes_from_here_and_once(window: Watched) -> None:
    asked: list[str] = []
    window.page.on("request", lambda request: asked.append(request.url))
    with window.page.expect_response(re.compile(r"/assets/land\.")) as answered:
        window.open("/map")
    answer = answered.value
    assert urlsplit(answer.url).netloc == urlsplit(window.home).netloc
    assert "immutable" in answer.headers["cache-control"]
    assert json.loads(answer.body())["type"] in ("FeatureCollection", "Feature", "MultiPolygon", "GeometryCollection")
    window.page.get_by_role("radio", name="Cities").click()
    expect(window.page).to_have_url(re.compile("level=city"))
    assert len([url for url in asked if "land." in url]) <= 2
