"""axe finds nothing on any page, on both collections and in both themes; nothing leaves any window sideways.

One window a theme goes through all pages, as Back and Forward do, and the light one does so again at two more sizes.
"""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from playwright.sync_api import expect

from dashboard import menu
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser
LIGHT, DARK = ({"color_scheme": scheme} for scheme in ("light", "dark"))
PROJECTOR, PHONE = {"width": 1920, "height": 1080}, {"width": 390, "height": 844}
OTHERS = {"public-record": (PHONE,), "demonstration": (PROJECTOR, PHONE)}
"""The sizes beside a laptop's: each is another sort of window, for which pages are laid out anew. The demonstration
fills every panel, so the wide window is looked at with it alone."""

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what passes is not told apart, which is two thirds of axe's time
}
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


def sideways(window: Watched) -> list[str]:
    """Return what leaves the window."""
    try:  # figures are drawn again for their width, a moment after they are there
        window.page.wait_for_function(
            f"() => ((found) => !found.scrolls && !found.outside.length)(({SIDEWAYS})())", timeout=5000
        )
    except PlaywrightTimeoutError:
        return [f"{window.page.viewport_size}: {window.page.evaluate(SIDEWAYS)}"]
    return []


def through(window: Watched, collection: str, *looks: Callable[[Watched], list[str]]) -> dict[str, list[str]]:
    """Return what is wrong with each page of a collection, by its title."""
    found = {}
    for spec in menu.PAGES:
        page = window.turn(f"/{spec.name.removeprefix('overview')}?snapshot={collection}{FILLED.get(spec.name, '')}")
        found[page.locator("h1").inner_text()] = [wrong for look in looks for wrong in look(window)]
    assert len(found) == len(menu.PAGES), "a page was looked at twice, another never"
    return {title: wrong for title, wrong in found.items() if wrong}


@pytest.mark.parametrize("window", [LIGHT, DARK], ids=["light", "dark"], indirect=True)
@pytest.mark.parametrize("collection", ["public-record", "demonstration"])
def test_every_page_is_accessible_and_stays_in_its_window(window: Watched, collection: str) -> None:
    page = window.open(f"/about?snapshot={collection}")
    light = page.evaluate("matchMedia('(prefers-color-scheme: light)').matches")
    # A theme changes colours and no widths.
    assert through(window, collection, violations, *([sideways] if light else [])) == {}
    if light:
        for size in OTHERS[collection]:
            window.resize(size)
            assert through(window, collection, sideways) == {}


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
