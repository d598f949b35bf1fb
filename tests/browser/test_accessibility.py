"""axe finds nothing on any page, on both collections and in both themes; nothing leaves any window sideways.

One window a theme goes through all pages, as Back and Forward do: what is loaded once is looked at at every size.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from playwright.sync_api import expect

from dashboard import menu
from tests.browser.conftest import Watched
from tests.browser.running import settled

pytestmark = pytest.mark.browser
LIGHT, DARK = ({"color_scheme": scheme} for scheme in ("light", "dark"))
LAPTOP = {"width": 1366, "height": 768}
SIZES = (LAPTOP, {"width": 1920, "height": 1080}, {"width": 390, "height": 844})
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
FILLED = {"compare": "&sides=PAK&sides=BGD"}
"""What a page needs in its address to show all that it can."""
SIDEWAYS = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    const outside = [...main.querySelectorAll('h1, h2, h3, p, .tile, svg.main-svg, canvas, button')]
        .filter(e => !e.closest('.rows') && e.getBoundingClientRect().width > 0)
        .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
        .map(e => e.outerHTML.slice(0, 120));
    return {scrolls: main.scrollWidth - main.clientWidth, outside};
}"""


def violations(window: Watched) -> list[str]:
    found = Axe().run(window.page, options=RULES).response["violations"]
    return [f"{v['id']}: {v['help']} — {node['html'][:200]}" for v in found for node in v["nodes"]]


def sideways(window: Watched) -> dict[str, object]:
    """Return what leaves the window at any of its sizes, by width."""
    found = {}
    for size in SIZES:
        window.page.set_viewport_size(size)
        settled(window.page)
        try:  # figures are drawn again for the new width, a moment later
            window.page.wait_for_function(f"() => ((found) => !found.scrolls && !found.outside.length)(({SIDEWAYS})())")
        except PlaywrightTimeoutError:
            found[size["width"]] = window.page.evaluate(SIDEWAYS)
    window.page.set_viewport_size(LAPTOP)
    return found


@pytest.mark.parametrize("window", [LIGHT, DARK], ids=["light", "dark"], indirect=True)
@pytest.mark.parametrize("collection", ["public-record", "demonstration"])
def test_every_page_is_accessible_and_stays_in_its_window(window: Watched, collection: str) -> None:
    window.open(f"/about?snapshot={collection}")
    wrong = {}
    for spec in menu.PAGES:
        page = window.turn(f"/{spec.name}?snapshot={collection}{FILLED.get(spec.name, '')}")
        wrong[spec.name] = violations(window)
        if page.evaluate("matchMedia('(prefers-color-scheme: light)').matches"):
            wrong[f"{spec.name}, sideways"] = [str(each) for each in sideways(window).items()]
    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.parametrize("window", [LIGHT, DARK], ids=["light", "dark"], indirect=True)
def test_axe_finds_nothing_in_what_opens(window: Watched) -> None:
    page = window.open("/partnerships?country=ATL&show=partnerships/by_programme~inspire")
    expect(page.locator('[class*="st-key-behind-"]')).to_be_visible()
    page.locator(".st-key-panel-partnerships-by_subject").get_by_text("See the numbers").click()
    page.get_by_text("More on this subject").click()
    expect(page.locator(".st-key-panel-partnerships-list tbody tr").first).to_be_visible()
    page.get_by_role("button", name=menu.STRANDS).click()
    expect(page.get_by_role("link", name="Researchers")).to_be_visible()
    assert violations(window) == []
