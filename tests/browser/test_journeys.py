"""Journeys through the real application: links are the memory, marks open their rows, files equal the screen."""

import csv
import io
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from dashboard import menu
from dashboard.warehouse import STORE
from tests.browser.conftest import Watched
from tests.browser.running import settled

pytestmark = pytest.mark.browser
EDITION = json.loads((STORE / "public-record" / "CURRENT").read_text())["seq"]
FEWER = {"institution": 0, "changes": 0, "compare": 1}
"""The fewest panels of a page where it asks for a choice first."""

COLD = ("overview", "map", "transnational", "institution")
"""The root, the page with the largest script, one of a drawer, one that asks for more."""


def query(url: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(url).query)


def test_a_cold_deep_link_opens_a_page_whole(window: Watched) -> None:
    for spec in (each for each in menu.PAGES if each.name in COLD):
        page = window.open(f"/{spec.name.removeprefix('overview')}?country=PAK")
        expect(page.locator("h1")).to_have_count(1)
        expect(page.locator(".foot")).to_contain_text(f"edition {EDITION}")
        assert page.locator('[class*="st-key-panel-"]').count() >= FEWER.get(spec.name, 3), spec.name
        expect(page.get_by_role("button", name="Pakistan").first).to_have_attribute("aria-pressed", "true")
        assert query(page.url) == {"country": ["PAK"]}
        expect(page.get_by_text("Something went wrong")).to_have_count(0)
        expect(page.locator('[data-testid="stException"]')).to_have_count(0)


def test_filter_then_reload_then_back(window: Watched) -> None:
    page = window.open("/")
    finding = page.locator(".st-key-panel-overview-base .finding")
    expect(finding).to_contain_text("86 partnerships")
    page.get_by_role("button", name="Bangladesh").first.click()
    expect(finding).to_contain_text("33 partnerships with Bangladesh")
    page.get_by_role("radio", name=re.compile("INSPIRE only")).click()
    expect(finding).to_contain_text("2 partnerships with Bangladesh")
    assert query(page.url) == {"country": ["BGD"], "programme": ["inspire"]}
    page.reload()
    settled(page)
    expect(finding).to_contain_text("2 partnerships with Bangladesh")
    page.go_back()
    expect(finding).to_contain_text("33 partnerships with Bangladesh")
    page.go_back()
    expect(finding).to_contain_text("86 partnerships")
    page.go_forward()
    expect(finding).to_contain_text("33 partnerships with Bangladesh")


def test_the_menu_keeps_the_filters(window: Watched) -> None:
    page = window.open("/partnerships?country=BGD&strand=tne")
    page.get_by_role("link", name="Leadership").click()
    expect(page.locator("h1")).to_have_text("Who has been trained to lead")
    settled(page)
    assert query(page.url) == {"country": ["BGD"]}
    page.get_by_role("link", name="Map").click()
    expect(page.locator("h1")).to_have_text("Map")
    assert query(page.url) == {"country": ["BGD"]}
    page.go_back()
    expect(page.locator("h1")).to_have_text("Who has been trained to lead")


def test_what_an_address_cannot_have_is_said_until_dismissed(window: Watched) -> None:
    page = window.open("/?country=ATL&years=1066&years=x&colour=red")
    notice = page.locator(".st-key-notice")
    expect(notice).to_contain_text("could not be followed in full")
    expect(page.locator(".st-key-panel-overview-base .finding")).to_contain_text("86 partnerships")
    page.get_by_role("button", name="Bangladesh").first.click()
    expect(page.locator(".st-key-panel-overview-base .finding")).to_contain_text("33 partnerships")
    expect(notice).to_be_visible()
    page.get_by_role("button", name="Dismiss").click()
    expect(notice).to_have_count(0)


def test_a_bar_opens_the_rows_behind_it_and_the_address_keeps_them(window: Watched) -> None:
    page = window.open("/partnerships")
    panel = page.locator(".st-key-panel-partnerships-by_programme")
    panel.locator(".point path").first.click(force=True)
    behind = panel.locator('[class*="st-key-behind-"]')
    expect(behind.locator("h4")).to_contain_text("31 partnerships behind Agreed by the institutions themselves")
    assert behind.locator(".entries li").count() == 20
    assert behind.locator(".entries a[href^='http']").count() >= 20
    expect(behind.get_by_role("button", name=re.compile("Show more rows"))).to_be_visible()
    assert query(page.url)["show"] == ["partnerships/by_programme~agreements"]
    page.reload()
    settled(page)
    expect(behind.locator("h4")).to_contain_text("31 partnerships behind")
    behind.get_by_role("button", name="Close", exact=True).click()
    expect(behind).to_have_count(0)
    assert "show" not in query(page.url)


def test_the_rows_behind_can_be_reached_by_keyboard(window: Watched) -> None:
    page = window.open("/partnerships")
    panel = page.locator(".st-key-panel-partnerships-by_programme")
    panel.locator("summary").focus()
    page.keyboard.press("Enter")
    box = panel.get_by_role("combobox")
    expect(box).to_be_visible()
    box.focus()
    page.keyboard.type("INSPIRE")
    page.keyboard.press("Enter")
    expect(panel.locator('[class*="st-key-behind-"] h4')).to_contain_text("13 partnerships behind INSPIRE")


def test_a_download_holds_what_the_screen_shows(window: Watched) -> None:
    page = window.open("/partnerships?country=PAK")
    panel = page.locator(".st-key-panel-partnerships-by_programme")
    panel.get_by_text("See the numbers").click()
    shown = panel.locator("tbody tr")
    expect(shown.first).to_be_visible()
    cells = [row.locator("td").all_inner_texts() for row in shown.all()]
    finding = panel.locator(".finding").inner_text()
    with page.expect_download() as started:
        panel.get_by_role("button", name="Download CSV").click()
    assert started.value.suggested_filename == "partnerships-by-programme-2026-11-22.csv"
    text = started.value.path().read_text(encoding="utf-8-sig")
    notes, _, table = text.partition("\n\n")
    said = {row[0]: row[1] for row in csv.reader(io.StringIO(notes))}
    assert said["Finding"] == finding
    assert said["Filters"] == "Pakistan"
    assert "2026-11-22" in said["Data"]
    assert {"Question", "Source", "Caveat"} <= set(said)
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["Programme"] for row in rows] == [row[0] for row in cells]
    assert [row["Partnerships"] for row in rows] == [row[1] for row in cells]


def test_copy_link_gives_the_fixed_link(window: Watched) -> None:
    page = window.open("/leadership?country=PAK")
    page.get_by_role("button", name="Copy link").first.click()
    expect(page.get_by_role("button", name="Link copied").first).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(window.home + "/leadership?")
    assert query(link) == {"country": ["PAK"], "snapshot": [f"public-record@{EDITION}"]}
    page.goto(link)
    settled(page)
    assert query(page.url) == query(link)
