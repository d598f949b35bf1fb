"""The map under a real mouse and by keyboard: arcs, spread places, legend, years; its pictures and its traffic."""

import json
import re
import struct
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.filters import Filters
from tests.browser.conftest import Watched
from tests.browser.map_spots import BEHIND, Marks, canvas, click, opened
from tests.browser.running import settled

pytestmark = pytest.mark.browser
PER_CHANGE = 100_000  # bytes that one change of the map's own controls may send


def heading(page: Page, text: str) -> None:
    expect(page.locator(f"{BEHIND} h4")).to_contain_text(text, timeout=20_000)


def test_an_arc_and_spread_places_open_what_is_behind_them_and_escape_closes_it(window: Watched) -> None:
    marks = Marks(Filters(country=("BGD",)))
    page = window.open("/map?country=BGD")
    row = max(marks.rows, key=lambda row: (row["partnerships"], row["from_name"]))
    key = f"{row['from_id']}~{row['to_id']}~{row['country']}"
    ends = f"{row['from_name']} and {row['to_name']}"
    click(page, marks.along(key, 0.45), re.escape(f"{row['from_name']} – {row['to_name']}"), ends)
    entries = page.locator(f"{BEHIND} .entries li")
    expect(entries).to_have_count(row["partnerships"])
    for entry in entries.all():
        assert entry.locator(".source").inner_text().strip()
    assert opened(page) == f"map/links~{key}"
    page.reload()
    settled(page)
    heading(page, ends)
    expect(page.locator(".st-key-map-escape")).to_be_attached()
    page.keyboard.press("Escape")
    expect(page.locator(BEHIND)).to_have_count(0)
    assert opened(page) == ""

    one, other = marks.coincident("BGD")
    for place in (one, other):  # the same point on the ground, two marks on the map
        click(page, marks.place(place["place_id"]), re.escape(place["place"]), place["place"])
        assert opened(page) == f"map/links~{place['place_id']}"
    page.locator(BEHIND).get_by_role("link", name=f"Open the profile of {other['place']}", exact=True).click()
    expect(page.locator("h1")).to_have_text(other["place"], timeout=20_000)
    page.go_back()
    heading(page, other["place"])
    assert opened(page) == f"map/links~{other['place_id']}"


def test_the_legend_filters_and_its_arcs_have_its_colours_in_both_themes(window: Watched) -> None:
    page = window.open("/map")
    legend = page.locator(".st-key-map-legend")
    swatches: dict[str, list[str]] = {"Pakistan": [], "Bangladesh": []}
    for scheme in ("light", "dark"):
        if scheme == "dark":
            page.emulate_media(color_scheme="dark")
            page.reload()
            settled(page)
        for country in ("Pakistan", "Bangladesh"):
            swatch = legend.get_by_role("button", name=re.compile(country))
            colour = swatch.evaluate("e => getComputedStyle(e, '::before').backgroundColor")
            assert arcs_in(page, colour) > 150, (scheme, country)
            swatches[country].append(colour)
    assert all(light != dark for light, dark in swatches.values()), "each theme has colours of its own"
    legend.get_by_role("button", name=re.compile("Bangladesh")).click()
    expect(page).to_have_url(re.compile("country=BGD"))
    expect(page.locator(".st-key-panel-map-links .finding")).to_contain_text("36 links")


def arcs_in(page: Page, colour: str) -> int:
    """Return how many pixels of the map's middle, where only arcs run, lean to a colour."""
    shot = canvas(page).screenshot().hex()
    script = """async ([hex, colour]) => {
        const bytes = Uint8Array.from(hex.match(/../g), pair => parseInt(pair, 16));
        const image = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
        const sheet = new OffscreenCanvas(image.width, image.height).getContext('2d');
        sheet.drawImage(image, 0, 0);
        const [r, g, b] = colour.match(/\\d+/g).map(Number);
        const from = Math.round(image.width * .3), wide = Math.round(image.width * .25);
        const data = sheet.getImageData(from, 0, wide, image.height).data;
        let found = 0;
        for (let i = 0; i < data.length; i += 4) {
            const [x, y, z] = [data[i], data[i + 1], data[i + 2]];
            const strong = Math.max(x, y, z) - Math.min(x, y, z) > 40;
            const order = (a, b) => Math.sign(a - b);
            if (strong && order(x, y) === order(r, g) && order(x, z) === order(r, b)) found++;
        }
        return found;
    }"""
    found: int = page.evaluate(script, [shot, colour])
    return found


def test_the_years_play_by_keyboard_and_only_the_map_is_drawn_again(window: Watched) -> None:
    page = window.open("/map?snapshot=demonstration")
    frames: list[ForwardMsg] = []
    window.sockets[-1].on("framereceived", lambda frame: frames.append(ForwardMsg.FromString(frame)))
    year = page.locator(".player .year")
    expect(year).to_have_text("All years")
    play = page.get_by_role("button", name="Play the years")
    play.focus()
    page.keyboard.press("Enter")
    expect(year).to_have_text("2010", timeout=30_000)
    page.get_by_role("button", name="Pause").press("Enter")
    expect(page).to_have_url(re.compile(r"year=20\d\d"))
    shown = int(year.inner_text())
    expect(page.locator(".st-key-panel-map-links .finding")).to_contain_text(f"known by {shown}")
    page.get_by_role("slider", name="Year of the map").press("ArrowRight")
    expect(page).to_have_url(re.compile(f"year={shown + 1}"))
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("slider", name="Year of the map").press("ArrowRight")
    page.get_by_role("button", name="Next year").click()  # who asks for less motion gets one year at a time
    expect(page).to_have_url(re.compile(f"year={shown + 3}"))
    expect(page.get_by_role("button", name="Next year")).to_be_visible()
    page.get_by_role("button", name="All years").click()
    expect(page).not_to_have_url(re.compile("year="))
    ended = [each.script_finished for each in frames if each.WhichOneof("type") == "script_finished"]
    assert ended, "no part of the page was run"
    assert 0 not in ended, "the whole page was run"
    maps = [each for each in frames if "deck_gl_json_chart" in str(each.delta)[:4000]]
    assert maps
    assert max(each.ByteSize() for each in maps) < PER_CHANGE
    assert not any("plotly_chart" in str(each.delta)[:400] for each in frames)


def test_everything_by_keyboard_through_the_table_and_the_choices(window: Watched) -> None:
    page = window.open("/map")
    page.get_by_role("button", name="Draw the links differently").press("Enter")
    places = page.get_by_role("combobox", name=re.compile("Places"))
    places.press("ArrowDown")
    page.get_by_role("option", name="Cities").click()
    expect(page).to_have_url(re.compile("level=city"))
    settled(page)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    panel = page.locator(".st-key-panel-map-links")
    panel.locator("summary", has_text="See the numbers").press("Enter")
    expect(panel.locator("tbody tr").first).to_contain_text("London", timeout=20_000)
    box = panel.get_by_role("combobox", name=re.compile("behind"))
    box.focus()
    page.keyboard.type("London and Dhaka")
    page.keyboard.press("Enter")
    expect(page.locator(f"{BEHIND} h4")).to_contain_text("London")
    assert opened(page) == "map/links~GBR:London~BGD:Dhaka~BGD"
    page.keyboard.press("Escape")
    expect(page.locator(BEHIND)).to_have_count(0)


def test_the_land_comes_from_here_and_once_and_so_does_the_picture(window: Watched) -> None:
    asked: list[str] = []
    window.page.on("request", lambda request: asked.append(request.url))
    with window.page.expect_response(re.compile(r"/assets/land\.")) as answered:
        page = window.open("/map?snapshot=demonstration")
    answer = answered.value
    assert urlsplit(answer.url).netloc == urlsplit(window.home).netloc
    assert "immutable" in answer.headers["cache-control"]
    assert json.loads(answer.body())["type"] in ("FeatureCollection", "Feature", "MultiPolygon", "GeometryCollection")
    page.get_by_role("radio", name="UK", exact=True).click()
    expect(page).to_have_url(re.compile("focus=GBR"))
    assert len([url for url in asked if "land." in url]) <= 2
    with page.expect_download(timeout=60_000) as caught:
        page.get_by_role("button", name="Picture for a slide").click()
    assert caught.value.suggested_filename.startswith("made-up-map-links-")
    data = Path(caught.value.path()).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (1920, 1080)
