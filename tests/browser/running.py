"""Start the real application on loopback, and a real Chromium before it."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

ROOT = Path(__file__).resolve().parent.parent.parent
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-gpu-compositing",  # software GL for the map alone, not for every page: a third less processor time
]
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


def free_port() -> int:
    """Return a port of loopback that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def application(store: Path | None = None, **settings: str) -> Iterator[str]:
    """Serve the project on loopback, over another store where given; yields its address and ends what it began."""
    port = free_port()
    environment = {**os.environ, **settings}
    if store is not None:
        environment["DASHBOARD_STORE"] = str(store)
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    command += ["--server.address", "127.0.0.1"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        until_healthy(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def until_healthy(address: str, process: "subprocess.Popen[bytes]", seconds: float = 60) -> None:
    """Return once the application answers; raise where it ended or never does."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the application ended with code {process.returncode} before it answered")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)  # between two attempts to connect; the loop's condition is the answer itself
    raise RuntimeError("the application did not answer in time")


def chromium(playwright: Playwright) -> Browser:
    """Start Debian's Chromium."""
    return playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM_FLAGS)


def open_view(page: Page, address: str) -> None:
    """Open an address and wait until the script has run and everything that it drew is there."""
    page.goto(address)
    settled(page)


def settled(page: Page) -> None:
    """Wait until the script rests, no skeleton is left and each figure and map is painted."""
    page.wait_for_selector(IDLE, timeout=30_000)
    page.wait_for_function(
        """() => !document.querySelector('[data-testid="stSkeleton"]')
            && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(c => c.querySelector('.main-svg'))
            && [...document.querySelectorAll('[data-testid="stDeckGlJsonChart"]')].every(c => c.querySelector('canvas'))
            && document.querySelector('.foot, [data-testid="stCode"]')""",
        timeout=30_000,
    )
    page.evaluate("document.fonts.ready")
