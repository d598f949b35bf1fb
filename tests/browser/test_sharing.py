"""Fixed links, fresh and damaged stores, through the real application over stores of our own."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import running

pytestmark = pytest.mark.browser
SOURCES = running.ROOT / "data" / "sources" / "public-record"
FINDING = ".st-key-panel-overview-base .finding"


def publish(store: Path, as_of: str, without: str | None = None) -> None:
    """Publish the public record into a store, less one partnership where named."""
    folder = store.parent / f"sources-{as_of}"
    shutil.copytree(SOURCES, folder)
    shutil.copytree(running.ROOT / "data" / "reference", store.parent.parent / "reference", dirs_exist_ok=True)
    settings = folder / "collection.toml"
    register = (running.ROOT / "data" / "reference" / "register.csv").as_posix()
    settings.write_text(settings.read_text().replace("../../reference/register.csv", register))
    if without:
        for name in ("partnerships", "partnership_members", "tne_programmes", "impact_evidence"):
            path = folder / f"{name}.csv"
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            path.write_text("".join(line for line in lines if without not in line), encoding="utf-8")
    command = [sys.executable, "-m", "dashboard", "publish", str(folder), "--collection", "public-record"]
    subprocess.run(
        [*command, "--as-of", as_of, "--store", str(store)], cwd=running.ROOT, check=True, capture_output=True
    )


@pytest.fixture
def store(tmp_path: Path) -> Path:
    found = tmp_path / "snapshots"
    publish(found, "2026-11-22")
    return found


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    yield context.new_page()
    context.close()


def test_a_fixed_link_shows_the_same_numbers_after_two_more_publishes(store: Path, page: Page) -> None:
    with running.application(store) as home:
        fixed, live = f"{home}/?snapshot=public-record@1", f"{home}/"
        running.open_view(page, fixed)
        before = page.locator(".finding").all_inner_texts()
        assert "86 partnerships" in before[0]
        expect(page.locator(".st-key-newer")).to_have_count(0)
        publish(store, "2026-12-01", without="pk-p105")
        publish(store, "2026-12-24", without="pk-p106")
        running.open_view(page, fixed)
        assert page.locator(".finding").all_inner_texts() == before
        expect(page.locator(".foot")).to_contain_text("edition 1, as of 22 Nov 2026")
        expect(page.locator(".st-key-newer")).to_contain_text("Newer data exist, as of 24 Dec 2026")
        running.open_view(page, live)
        expect(page.locator(FINDING)).to_contain_text("85 partnerships")
        expect(page.locator(".foot")).to_contain_text("edition 3")
        running.open_view(page, fixed)
        page.get_by_role("button", name="Show the latest").click()
        expect(page.locator(".foot")).to_contain_text("edition 3")
        expect(page.locator(FINDING)).to_contain_text("85 partnerships")


def test_a_store_without_data_names_the_command(tmp_path: Path, page: Page) -> None:
    with running.application(tmp_path / "empty") as home:
        running.open_view(page, f"{home}/map?country=PAK")
        expect(page.locator("h1")).to_have_text("There is no data to show yet")
        expect(page.get_by_text("python -m dashboard publish")).to_be_visible()
        expect(page.get_by_text("Traceback")).to_have_count(0)


def test_a_damaged_newest_edition_is_said_and_the_whole_one_is_shown(store: Path, page: Page) -> None:
    publish(store, "2026-12-01", without="pk-p105")
    damaged = store / "public-record" / "2" / "partnerships.parquet"
    damaged.chmod(0o644)
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    with running.application(store) as home:
        running.open_view(page, home)
        expect(page.locator(FINDING)).to_contain_text("86 partnerships")
        expect(page.locator(".foot")).to_contain_text("edition 1")
        expect(page.get_by_text("does not match").or_(page.get_by_text("damaged")).first).to_be_visible()


def test_a_snapshot_that_vanishes_while_open_goes_on_being_served(store: Path, page: Page) -> None:
    with running.application(store) as home:
        running.open_view(page, home)
        expect(page.locator(FINDING)).to_contain_text("86 partnerships")
        shutil.move(store / "public-record", store.parent / "gone")
        page.get_by_role("button", name="Bangladesh").first.click()
        expect(page.locator(FINDING)).to_contain_text("33 partnerships with Bangladesh")


def test_the_shipped_manifest_is_what_is_served() -> None:
    pointer = json.loads((running.ROOT / "data/snapshots/public-record/CURRENT").read_text())
    assert pointer["seq"] == 1
