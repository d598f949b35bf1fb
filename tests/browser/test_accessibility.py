"""axe finds nothing on any page in either theme, opened panels included; text stays inside a phone's window."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.browser.test_journeys import PATHS

pytestmark = pytest.mark.browser
LIGHT, DARK = ({"color_scheme": scheme} for scheme in ("light", "dark"))
SIZES = {"laptop": (1366, 768), "projector": (1920, 1080), "phone": (390, 844)}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(window: Watched) -> list[str]:
    found = Axe().run(window.page, options=RULES).response["violations"]
    return [f"{v['id']}: {v['help']} — {node['html'][:200]}" for v in found for node in v["nodes"]]


@pytest.mark.parametrize("window", [LIGHT, DARK], ids=["light", "dark"], indirect=True)
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(window: Watched, path: str) -> None:
    window.open(f"/{path}")
    assert violations(window) == []


@pytest.mark.parametrize("window", [LIGHT, DARK], ids=["light", "dark"], indirect=True)
def test_axe_finds_nothing_in_what_opens(window: Watched) -> None:
    page = window.open("/partnerships?country=ATL&show=partnerships/by_programme~inspire")
    expect(page.locator('[class*="st-key-behind-"]')).to_be_visible()
    page.locator(".st-key-panel-partnerships-by_subject").get_by_text("See the numbers").click()
    page.get_by_text("More on this subject").click()
    expect(page.locator(".st-key-panel-partnerships-list tbody tr").first).to_be_visible()
    assert violations(window) == []


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "window",
    [{"viewport": {"width": width, "height": height}} for width, height in SIZES.values()],
    ids=list(SIZES),
    indirect=True,
)
def test_nothing_leaves_the_window_sideways(window: Watched, path: str) -> None:
    page = window.open(f"/{path}")
    wide = page.evaluate(
        """() => {
            const main = document.querySelector('[data-testid="stMain"]');
            const outside = [...main.querySelectorAll('h1, h2, h3, p, .tile, svg.main-svg, canvas, button')]
                .filter(e => !e.closest('.rows') && e.getBoundingClientRect().width > 0)
                .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
                .map(e => e.outerHTML.slice(0, 120));
            return {scrolls: main.scrollWidth - main.clientWidth, outside};
        }"""
    )
    assert wide == {"scrolls": 0, "outside": []}
