"""Measure everything, print it and write ``docs/benchmarks.md``: ``python -m tests.bench``."""

import contextlib
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from dashboard import menu
from tests.bench import inside, painting, report, serving, stores
from tests.bench.painting import Painted
from tests.browser import running

TIMES = 3
COLLECTIONS = {
    "public-record": "public record",
    "demonstration": "demonstration",
    stores.LARGE: f"demonstration at {stores.SCALE} ×",
}
FIRST = "≤ 1.2 × Dash, which took 2,400–3,000 ms in a trial at rest"
CHANGE = "≤ 1.0 × Dash, which took 426–470 ms in a trial at rest"
CHANGED = ("overview", "partnerships", "map")


def path_of(page: str) -> str:
    """Return a page's address; the first page stands at the root."""
    return "/" if page == menu.PAGES[0].name else f"/{page}"


def say(what: str) -> None:
    """Tell whoever waits what is being measured."""
    print(f"… {what}", file=sys.stderr, flush=True)


def start(sheet: report.Sheet, stack: contextlib.ExitStack) -> serving.Served:
    """Start the application several times and leave the last one running."""
    seconds = []
    for _ in range(TIMES - 1):
        with serving.served() as served:
            seconds.append(served.seconds)
    last = stack.enter_context(serving.served())
    sheet.add("Start to first healthy answer", [*seconds, last.seconds], "s", digits=1)
    return last


def memory(sheet: report.Sheet, browser: Browser, served: serving.Served) -> None:
    """Add the server's memory before anybody came, with one reader and with ten."""
    none = served.memory()
    one, ten = painting.sessions(browser, served, "/partnerships", (1, 10))
    sheet.add("Memory, no session", [none], "MB")
    sheet.add("Memory, one session", [one], "MB")
    sheet.add("Memory, ten sessions", [ten], "MB")


def loads(sheet: report.Sheet, browser: Browser, served: serving.Served) -> None:
    """Add the first load of the pages with the most charts."""
    for spec in menu.PAGES:
        if spec.name not in CHANGED:
            continue
        say(f"first load of {spec.title}")
        found = painting.first_loads(browser, served, path_of(spec.name), 3)
        sheet.add(f"First load of {spec.title}", [each.milliseconds for each in found], "ms", beside=FIRST)
        sheet.add(f"First load of {spec.title}, bytes", [each.bytes / 1000 for each in found], "kB")


def changed(sheet: report.Sheet, browser: Browser, served: serving.Served) -> None:
    """Add the changes of the pages with the most charts, new and kept."""
    for spec in menu.PAGES:
        if spec.name not in CHANGED:
            continue
        say(f"changes of {spec.title}")
        fresh, kept = painting.changes(browser, served, path_of(spec.name), TIMES)
        for how, found in (("new", fresh), ("kept", kept)):
            bytes_goal = 100 if spec.name == "map" else None
            _change(sheet, f"Change on {spec.title}, {how}", found, bytes_goal, 20 if how == "kept" else None)


def _change(
    sheet: report.Sheet, what: str, found: list[Painted], bytes_goal: float | None, work_goal: float | None
) -> None:
    sheet.add(f"{what}: to the last chart", [each.milliseconds for each in found], "ms", beside=CHANGE)
    sheet.add(f"{what}: bytes", [each.bytes / 1000 for each in found], "kB", bytes_goal)
    sheet.add(f"{what}: server's processor time", [each.server for each in found], "ms", work_goal)


def runs(sheet: report.Pages) -> None:
    """Add one run of the script for every page on every collection, with nothing kept and with every answer kept."""
    for spec in menu.PAGES:
        for collection in COLLECTIONS:
            say(f"runs of {spec.title} on {collection}")
            fresh, kept = inside.reruns(spec.name, collection, TIMES)
            sheet.add(spec.title, COLLECTIONS[collection], fresh, kept)


def main() -> None:
    """Measure, write and print."""
    before = os.getloadavg()[0]
    sheet, pages = report.Sheet(TIMES), report.Pages()
    with contextlib.ExitStack() as stack:
        say("the demonstration at 100 times its size")
        home = Path(stack.enter_context(TemporaryDirectory()))
        os.environ["DASHBOARD_STORE"] = str(stores.make(home))
        for collection, words in COLLECTIONS.items():
            rows, links = inside.rows(collection), inside.links(collection)
            sheet.add(
                f"Opening the {words} ({rows:,} rows, {links:,} links)", [inside.opening(collection)], "s", digits=1
            )
        say("start")
        served = start(sheet, stack)
        browser = running.chromium(stack.enter_context(sync_playwright()))
        stack.callback(browser.close)
        chromium = browser.version
        say("memory")
        memory(sheet, browser, served)
        loads(sheet, browser, served)
        changed(sheet, browser, served)
        runs(pages)
        say("questions")
        questions = {words: inside.questions(collection, 5) for collection, words in COLLECTIONS.items()}
    print(report.write(sheet, pages, questions, chromium=chromium, before=before))


if __name__ == "__main__":
    main()
