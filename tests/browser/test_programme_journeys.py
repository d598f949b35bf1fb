"""Journeys beyond the public record's first pages: finding, comparing, deciding, made-up data, phone and keyboard."""

import csv
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Watched
from tests.browser.running import settled

pytestmark = pytest.mark.browser
MADE_UP = "snapshot=demonstration"
DHAKA = "Open University of Dhaka"
PHONE = {"viewport": {"width": 390, "height": 844}}
HEADLINES = ".st-key-panel-compare-headlines"


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def holds(page: Page, expected: dict[str, list[str]]) -> None:
    """Wait until the address holds exactly this."""
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == expected)


def downloaded(page: Page, panel: Locator) -> tuple[str, dict[str, str], list[dict[str, str]]]:
    """Return a panel's file: its name, its notes and its rows."""
    with page.expect_download() as started:
        panel.get_by_role("button", name="Download CSV").click()
    notes, _, table = started.value.path().read_text(encoding="utf-8-sig").partition("\n\n")
    said = {row[0]: row[1] for row in csv.reader(io.StringIO(notes))}
    return started.value.suggested_filename, said, list(csv.DictReader(io.StringIO(table)))


def look_for(page: Page, text: str, *, listed: bool = False) -> None:
    """Type into the box at the side that finds an institution; press Enter, or take the name from its list."""
    box = page.get_by_test_id("stSidebar").get_by_role("combobox", name="Find an institution")
    box.click()
    box.press_sequentially(text)
    if listed:
        page.get_by_role("option", name=re.compile(f"^{text}")).click()
    else:
        page.keyboard.press("Enter")


def test_the_finder_at_the_side_leads_from_any_page_to_an_institution(window: Watched) -> None:
    page = window.open("/impact?country=BGD")
    for start in ("impact", "compare", "about"):
        if start != "impact":
            window.turn(f"/{start}?country=BGD")
        look_for(page, "Univercity of Dhaka")
        expect(page.get_by_role("link", name=DHAKA, exact=True)).to_be_visible()
        assert urlsplit(page.url).path == "/institution"
        holds(page, {"country": ["BGD"], "find": ["Univercity of Dhaka"]})
    page.reload()
    settled(page)
    page.get_by_role("link", name=DHAKA, exact=True).click()
    expect(page.locator("h1")).to_have_text("University of Dhaka")
    holds(page, {"institution": ["university-of-dhaka"]})
    page.go_back()
    expect(page.get_by_role("link", name=DHAKA, exact=True)).to_be_visible()
    page.go_back()
    expect(page.locator("h1")).to_have_text("About the data")
    look_for(page, "University of Leeds", listed=True)
    expect(page.locator("h1")).to_have_text("University of Leeds")


def test_names_behind_a_bar_lead_to_profiles_and_rows_to_who_corrects_them(window: Watched) -> None:
    page = window.open("/partnerships?show=partnerships/by_programme~inspire")
    behind = page.locator(".st-key-behind-partnerships-by_programme")
    row = behind.locator(".entries > li").first
    row.get_by_text("Correct this row").click()
    expect(row.locator(".correct p")).to_contain_text("The issue tracker of this repository", ignore_case=True)
    assert re.fullmatch(r"partnerships · \S+ · public-record@1", row.locator("code").inner_text())
    profile = row.locator("a.profile").first
    name = profile.inner_text()
    profile.click()
    settled(page)
    expect(page.locator("h1")).to_have_text(name)
    assert list(query(page)) == ["institution"]
    page.go_back()
    expect(behind.locator("h4")).to_contain_text("13 partnerships behind INSPIRE")


def test_the_demonstration_keeps_page_and_filters_and_marks_everything(window: Watched) -> None:
    page = window.open("/partnerships?country=PAK&years=2010&years=2014")
    page.get_by_role("link", name="See the demonstration (made-up data)").click()
    expect(page.locator(".dataline.demonstration")).to_contain_text("made-up data", timeout=20_000)
    settled(page)
    assert urlsplit(page.url).path == "/partnerships"
    holds(page, {"snapshot": ["demonstration"], "country": ["PAK"], "years": ["2010", "2014"]})
    for panel in page.locator('[class*="st-key-panel-"]').all():
        expect(panel.get_by_text("made-up data", exact=True).first).to_be_attached()
        expect(panel.locator(".caption").first).to_contain_text("Made-up data.")
    page.get_by_role("link", name="See the public record").click()
    expect(page.locator(".dataline.demonstration")).to_have_count(0)
    shared = {"country": ["PAK"], "years": ["2010", "2014"]}
    holds(page, {"snapshot": ["public-record"], **shared})


def test_a_file_of_made_up_data_says_so_and_equals_the_table(window: Watched) -> None:
    page = window.open(f"/partnerships?{MADE_UP}&country=PAK")
    panel = page.locator(".st-key-panel-partnerships-by_subject")
    panel.get_by_text("See the numbers").click()
    expect(panel.locator("tbody tr").first).to_be_visible()
    cells = [row.locator("td").all_inner_texts() for row in panel.locator("tbody tr").all()]
    labels = panel.locator("thead th").all_inner_texts()
    name, said, rows = downloaded(page, panel)
    assert name.startswith("made-up-partnerships-by-subject-")
    assert said["Warning"] == "Made-up data: no institution or number here is real."
    assert said["Data"].startswith("Demonstration")
    subject, count = labels.index("Subject"), labels.index("Partnerships")
    assert [row["Subject"] for row in rows][: len(cells)] == [cell[subject] for cell in cells]
    assert [row["Partnerships"] for row in rows][: len(cells)] == [cell[count] for cell in cells]


def test_a_target_by_keyboard_changes_the_arithmetic_and_the_address(window: Watched) -> None:
    page = window.open(f"/leadership?{MADE_UP}&country=PAK")
    line = page.locator(".st-key-panel-leadership-to_reach_target .sums")
    expect(line).to_contain_text("90 % of")
    before = line.inner_text()
    slider = page.get_by_role("slider", name="Target, in per cent")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(line).to_contain_text("85 % of")
    assert line.inner_text() != before
    expect(page).to_have_url(re.compile("target=85"))
    page.reload()
    settled(page)
    expect(line).to_contain_text("85 % of")
    groups = page.locator(".st-key-panel-leadership-in_post_by_role_group .finding")
    expect(groups).to_contain_text("commission officials")
    box = page.get_by_test_id("stSidebar").get_by_role("combobox", name=re.compile("Role group"))
    box.click()
    box.press_sequentially("Deans")
    page.keyboard.press("Enter")
    expect(line).to_contain_text("Deans")
    expect(page).to_have_url(re.compile("role_group=dean"))
    assert query(page)["target"] == ["85"]


def test_two_institutions_side_by_side_live_in_the_address(window: Watched) -> None:
    page = window.open(f"/compare?{MADE_UP}&compare=institution")
    expect(page.get_by_text("Choose two institutions.")).to_be_visible()
    names = []
    for label in ("One side", "The other side"):
        box = page.get_by_test_id("stMain").get_by_role("combobox", name=label)
        box.click()
        option = page.get_by_role("option").nth(len(names))
        names.append(option.inner_text())
        option.click()
        expect(page.get_by_role("listbox")).to_have_count(0)
    panel = page.locator(HEADLINES)
    expect(panel.locator(".sides")).to_contain_text(names[0])
    settled(page)
    assert len(query(page)["sides"]) == 2
    shown = panel.locator(".pair .n").all_inner_texts()
    window.open(page.url.removeprefix(window.home))
    expect(panel.locator(".sides li")).to_have_text(names)
    assert panel.locator(".pair .n").all_inner_texts() == shown
    _, _, rows = downloaded(page, panel)
    in_words = {(row["Headline"], row["Institutions"]): row["In words"] for row in rows}
    heads = panel.locator(".pair .what").all_inner_texts()
    told = [in_words.get((head, name), "") for head in heads for name in names]
    assert [said or "not stated" for said in told] == shown


def test_two_editions_side_by_side_and_row_by_row(window: Watched) -> None:
    page = window.open(f"/changes?{MADE_UP}")
    panel = page.locator(HEADLINES)
    expect(panel.locator(".sides li")).to_have_text([re.compile(r"\(edition 1\)"), re.compile(r"\(edition 2\)")])
    first = panel.locator(".pair").first
    before, after = (int(text) for text in first.locator(".n").all_inner_texts())
    assert first.locator(".apart").inner_text() == f"+{after - before}"
    finding = page.locator(".st-key-panel-changes-by_kind .finding")
    expect(finding).to_contain_text("rows are new")
    box = page.get_by_test_id("stMain").get_by_role("combobox", name="To the data as of")
    box.click()
    page.get_by_role("option", name=re.compile(r"\(edition 1\)")).click()
    expect(page.get_by_text("This is the first edition of the data.")).to_be_visible()
    holds(page, {"snapshot": ["demonstration@1"]})
    page.go_back()
    expect(finding).to_contain_text("rows are new")


def test_the_drawers_of_the_menu_open_by_keyboard(window: Watched) -> None:
    page = window.open("/about?country=PAK")
    page.get_by_role("button", name="More strands").focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Impact", exact=True)
    expect(link).to_be_visible()
    for name in ("Transnational education", "Researchers", "Impact"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name=name, exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("What came of it")
    holds(page, {"country": ["PAK"]})
    expect(page.get_by_role("button", name="Impact")).to_be_visible()  # the drawer bears the open page's name


@pytest.mark.parametrize("window", [PHONE], ids=["phone"], indirect=True)
def test_a_phone_finds_an_institution_without_the_side(window: Watched) -> None:
    page = window.open("/about")
    page.get_by_role("button", name="Look closer").click()
    page.get_by_role("link", name="Institution", exact=True).click()
    box = page.get_by_test_id("stMain").get_by_role("textbox", name="Name, short name or city")
    expect(box).to_be_in_viewport()
    box.fill("Univercity of Dhaka")
    box.press("Enter")
    page.get_by_role("link", name=DHAKA, exact=True).click()
    expect(page.locator("h1")).to_have_text("University of Dhaka")
