"""Take the pictures of the README from the running product: small, and only of what it really shows."""

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser import running

FOLDER = running.ROOT / "docs" / "pictures"
PAGES = {"overview": "/", "map": "/map", "leadership": "/leadership"}


def main() -> None:
    """Write each picture at 1366 × 768, reduced to 128 colours."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with running.application() as home, sync_playwright() as playwright:
        browser = running.chromium(playwright)
        for name, path in PAGES.items():
            page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
            running.open_view(page, home + path)
            page.wait_for_load_state("networkidle")
            save(at_rest(page), FOLDER / f"{name}.png")
        browser.close()


def at_rest(page: Page) -> bytes:
    """Return a picture of the page once nothing on it has changed for three seconds: land is painted last."""
    before, same = b"", 0
    while same < 3:
        page.wait_for_timeout(1000)
        now = page.screenshot()
        before, same = now, same + 1 if now == before else 0
    return before


def save(shot: bytes, path: Path) -> None:
    """Write a screenshot with a palette of its own, and say how large it is."""
    picture = Image.open(io.BytesIO(shot)).convert("RGB").quantize(128)
    picture.save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
