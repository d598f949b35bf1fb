"""One application and one Chromium for all journeys; each journey has a fresh window that watches its traffic."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, WebSocket, expect, sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser import running

expect.set_options(timeout=20_000)  # milliseconds: two browsers draw WebGL in software beside each other
KNOWN_NOISE = ("/_stcore/health", "/_stcore/host-config")
"""What a cold deep link asks beside its page first and gets a 404 for: Streamlit's, harmless, the only two allowed."""


@dataclass
class Watched:
    """A window with what it asked of whom, and what its console complained about."""

    page: Page
    home: str
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    sockets: list[WebSocket] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Open a path of the application and wait until everything is painted."""
        running.open_view(self.page, self.home + path)
        return self.page

    def turn(self, path: str) -> Page:
        """Turn to another address inside the open application, as Back and Forward do: no script is loaded again."""
        with self._run():
            self.page.evaluate(
                "address => { history.pushState(null, '', address); dispatchEvent(new PopStateEvent('popstate')); }",
                self.home + path,
            )
        return self.page

    def resize(self, size: dict[str, int]) -> None:
        """Make the window a phone's, a laptop's or a projector's: another sort than it was, so that pages follow."""
        with self._run():
            self.page.set_viewport_size(size)

    @contextlib.contextmanager
    def _run(self) -> Iterator[None]:
        """Wait until the run of the script that something here begins has ended and is painted."""
        with self.sockets[-1].expect_event("framereceived", finished):
            yield
        # A short run begins and ends between two paintings, so its state cannot be waited for: the last frame and
        # a page with nothing left to do can.
        self.page.evaluate("() => new Promise(idle => requestIdleCallback(idle, {timeout: 2000}))")
        running.settled(self.page)

    def watch(self) -> None:
        """Note foreign hosts, failed answers and console errors from now on."""
        host = urlsplit(self.home).netloc

        def asked(url: str) -> None:
            parts = urlsplit(url)
            if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != host:
                self.foreign.append(url)

        def answered(status: int, url: str) -> None:
            if status >= 400 and not url.endswith(KNOWN_NOISE):
                self.complaints.append(f"{status} {url}")

        def said(kind: str, text: str, where: str) -> None:
            if kind == "error" and not where.endswith(KNOWN_NOISE):
                self.complaints.append(f"{text} ({where})")

        self.page.on("request", lambda request: asked(request.url))
        self.page.on("websocket", lambda socket: asked(socket.url))
        self.page.on("websocket", lambda socket: self.sockets.append(socket))
        self.page.on("response", lambda answer: answered(answer.status, answer.url))
        self.page.on("console", lambda message: said(message.type, message.text, message.location.get("url", "")))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))


def finished(frame: str | bytes) -> bool:
    """Say whether a frame of the application tells the end of a whole run."""
    message = ForwardMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
    return message.WhichOneof("type") == "script_finished" and message.script_finished == 0


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = running.chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def home() -> Iterator[str]:
    with running.application() as address:
        yield address


@pytest.fixture
def window(chromium: Browser, home: str, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """A laptop's window on the shipped data; a test may ask for another size or theme by ``window`` parameters."""
    settings = {"viewport": {"width": 1366, "height": 768}, "color_scheme": "light", **getattr(request, "param", {})}
    context = chromium.new_context(**settings, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=home)
    watched = Watched(context.new_page(), home)
    watched.watch()
    yield watched
    context.close()
    assert watched.foreign == [], "a page asked another host"
    assert watched.complaints == [], "the console complained"
