"""What a reader waits for, in a real Chromium: from the click, or from the address, to the last thing painted.

A script in the page notes the frame of the last change under the page's main part, and of the last WebGL drawing.
A measurement ends when the script rests, every chart is there and nothing has changed for a while; that while is
not counted.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page, WebSocket

from tests.bench.serving import Served

_WATCH = """(() => {
  const seen = window.__seen = {began: 0, last: 0, changes: 0};
  let awaited = false;
  const note = () => {
    seen.changes += 1;
    if (awaited) return;
    awaited = true;
    requestAnimationFrame(() => { awaited = false; seen.last = performance.now(); });
  };
  const inMain = (node) => {
    const element = node.nodeType === 1 ? node : node.parentElement;
    return element && element.closest('[data-testid="stMain"]');
  };
  new MutationObserver((list) => { if (list.some((each) => inMain(each.target))) note(); })
    .observe(document, {subtree: true, childList: true, characterData: true});
  const context = WebGL2RenderingContext.prototype;
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) {
    const draw = context[name];
    context[name] = function (...given) { note(); return draw.apply(this, given); };
  }
  document.addEventListener('click', () => {
    seen.began = performance.now(); seen.last = 0; seen.changes = 0;
  }, {capture: true});
})()"""

_QUIET = """() => {
  const seen = window.__seen, all = (kind) => [...document.querySelectorAll(`[data-testid="${kind}"]`)];
  return seen.changes > 0 && seen.last > 0 && performance.now() - seen.last > 400
    && document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    && document.querySelector('.foot') && !all('stSkeleton').length
    && all('stPlotlyChart').every((chart) => chart.querySelector('.main-svg'))
    && all('stDeckGlJsonChart').every((chart) => chart.querySelector('canvas'));
}"""

_TURN = """(path) => {
  Object.assign(window.__seen, {began: performance.now(), last: 0, changes: 0});
  history.pushState({}, '', path);
  window.dispatchEvent(new PopStateEvent('popstate'));
}"""


@dataclass(frozen=True)
class Painted:
    """One wait: milliseconds to the last thing painted, bytes received on it, processor time of the server."""

    milliseconds: float
    bytes: int
    server: float


class Window:
    """One window of one reader that counts what it receives."""

    def __init__(self, context: BrowserContext, served: Served) -> None:
        self.page: Page = context.new_page()
        self.served = served
        self.received = 0
        self.page.add_init_script(_WATCH)
        self.page.on("websocket", self._listen)
        network = context.new_cdp_session(self.page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", lambda event: self._count(int(event["encodedDataLength"])))

    def open(self, path: str) -> Painted:
        """Open an address and wait until its last chart is painted."""
        received, burnt = self.received, self.served.burnt()
        self.page.goto(self.served.address + path)
        return self._wait(received, burnt)

    def press(self, button: str) -> Painted:
        """Press a button of the filters and wait until the last chart is painted again."""
        received, burnt = self.received, self.served.burnt()
        self.page.get_by_role("button", name=button).first.click()
        return self._wait(received, burnt)

    def turn(self, path: str) -> Painted:
        """Change the address on the same page, as Back does, and wait until the last chart is painted again."""
        received, burnt = self.received, self.served.burnt()
        self.page.evaluate(_TURN, path)
        return self._wait(received, burnt)

    def _wait(self, received: int, burnt: float) -> Painted:
        self.page.wait_for_function(_QUIET, timeout=60_000, polling=50)
        took = float(self.page.evaluate("window.__seen.last - window.__seen.began"))
        return Painted(took, self.received - received, self.served.burnt() - burnt)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self._count(len(frame)))

    def _count(self, size: int) -> None:
        self.received += size


@contextlib.contextmanager
def window(browser: Browser, served: Served) -> Iterator[Window]:
    """Yield a laptop's window with nothing remembered."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, color_scheme="light")
    try:
        yield Window(context, served)
    finally:
        context.close()


def first_loads(browser: Browser, served: Served, path: str, times: int) -> list[Painted]:
    """Open a page by its address in a fresh browser, so many times."""
    found = []
    for _ in range(times):
        with window(browser, served) as opened:
            found.append(opened.open(path))
    return found


def changes(browser: Browser, served: Served, path: str, times: int) -> tuple[list[Painted], list[Painted]]:
    """Press "Pakistan" and press it off again, each time under other years.

    Returns the changes whose answers nobody had asked for before, and those whose answers were kept.
    """
    fresh, kept = [], []
    with window(browser, served) as opened:
        opened.open(path)
        for year in range(2008, 2008 + times):
            opened.turn(f"{path}?years={year}&years=2026")
            fresh.append(opened.press("Pakistan"))
            kept.append(opened.press("Pakistan"))
    return fresh, kept


def sessions(browser: Browser, served: Served, path: str, counts: tuple[int, ...]) -> list[float]:
    """Return the server's memory in MB with so many windows open on one page.

    A window behind another is not painted, so it counts as open once its footer has come.
    """
    found: list[float] = []
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    try:
        while len(found) < len(counts):
            page = context.new_page()
            page.goto(served.address + path)
            page.wait_for_selector(".foot", state="attached")
            if len(context.pages) == counts[len(found)]:
                found.append(served.memory())
    finally:
        context.close()
    return found
