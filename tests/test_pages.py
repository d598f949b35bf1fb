"""Every page under many filters: whole, in plain words, with its filters said; and what readers do on it."""

import re
from typing import Any

import duckdb
import pytest

from dashboard import address, catalogue, choices, filters, menu, warehouse
from dashboard.filters import Filters
from tests.reader import ASKED_FOR, AT_ONCE, COLLECTIONS, Reader, listed

PAGES = {spec.name: spec for spec in menu.PAGES}
SHARED = [
    {},
    {"country": "PAK"},
    {"country": "BGD", "years": ["2008", "2014"]},
    {"programme": "inspire", "country": "PAK", "years": ["2012", "2012"]},
    {"programme": ["agreements", "other"], "years": ["2000", "2001"]},
]
NARROW = [
    {"strand": "research_link", "subject": "Health"},
    {"uk_group": "russell_group", "sector": "private"},
    {"strand": ["tne", "other"], "uk_group": "millionplus", "country": "BGD"},
    {"subject": "Arts & heritage", "sector": "other", "programme": "gateway", "years": ["2001", "2002"]},
]  # fmt: skip
BROKEN = re.compile(
    r"Traceback|Exception|None found in public sources for: no|\bNaN\b|\bnan\b|<NA>|dashboard/|\bNone\b(?! (found|of))"
)
_sessions: dict[str, Reader] = {}


def opened(page: str, address: dict[str, Any], kind: str = "record") -> Reader:
    """Return a page at an address on a shipped collection, in one session a page."""
    if page not in _sessions:
        _sessions[page] = Reader(page)
    return _sessions[page].go(address if kind == "record" else {"snapshot": COLLECTIONS[kind], **address})


def whole(reader: Reader, page: str, *, more: bool = False, kind: str = "record") -> None:
    """Check that a page is whole: no error, its title, each panel drawn or saying that nothing was found."""
    assert not reader.app.exception
    assert not reader.app.error
    assert len(reader.app.title) == 1
    assert not BROKEN.search(reader.text()), BROKEN.search(reader.text())
    view, _ = address.parse(
        reader.address(), subjects=warehouse.shared().subjects(run_of(reader).snapshot), offered=PAGES[page].filters
    )
    for question_id in listed(page, opened=more, kind=kind):
        panel, question = reader.panel(question_id), catalogue.question(question_id)
        empty, caption = panel.words("empty"), panel.words("caption")
        assert bool(empty) is not panel.drawn(), question_id
        assert "warning" not in panel.kinds
        if empty:
            assert empty.endswith(".")
        else:
            said = view.filters.describe(tuple(question.params))
            mark = "" if kind == "record" else "Made-up data. "
            assert caption.startswith(f"{mark}{said[0].upper()}{said[1:]}. "), question_id
            assert question.caveat in caption
            assert "as of" in caption
            assert "download_button" in panel.kinds
        for name in set(view.filters.active()) - set(question.params) if caption else ():
            assert filters.LABELS[name] in re.split("[Nn]ot filtered by ", caption, maxsplit=1)[1]


def run_of(reader: Reader) -> Any:
    return reader.app.session_state["_run"]


@pytest.mark.parametrize("address", SHARED, ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole_under_shared_filters(page: str, address: dict[str, Any]) -> None:
    reader = opened(page, address)
    whole(reader, page)
    assert reader.address() == {k: [v] if isinstance(v, str) else v for k, v in address.items()}


@pytest.mark.parametrize("address", NARROW, ids=str)
@pytest.mark.parametrize("page", ["partnerships", "map"])
def test_a_page_is_whole_under_its_own_filters(page: str, address: dict[str, Any]) -> None:
    whole(opened(page, {**address, **({"level": "city"} if page == "map" else {})}), page)


@pytest.mark.parametrize("page", [name for name in PAGES if listed(name, opened=True) != listed(name)])
def test_what_stands_under_more_is_whole(page: str) -> None:
    reader = opened(page, {"country": "PAK"}).open("more")
    whole(reader, page, more=True)


@pytest.mark.parametrize("kind", COLLECTIONS)
@pytest.mark.parametrize("page", [name for name in PAGES if name != "overview"])
def test_at_most_six_panels_stand_on_a_page_at_once(page: str, kind: str) -> None:
    """The rest is under "More on this subject". The overview of a programme is one screen of its own design."""
    assert len(listed(page, kind=kind)) <= 6


@pytest.mark.parametrize("page", PAGES)
def test_numbers_of_every_panel_open(page: str) -> None:
    reader = opened(page, {"country": "BGD"})
    boxes = [f"numbers-{name.replace('/', '-')}" for name in listed(page) if catalogue.question(name).form != "table"]
    whole(reader.open(*boxes), page)
    drawn = [name for name in listed(page) if reader.panel(name).words("caption")]
    for name in drawn:
        rows = [each for each in reader.panel(name).elements if each.type == "html" and "<table>" in each.value]
        assert rows, f"{name} shows no numbers"


@pytest.mark.parametrize("page", PAGES)
def test_a_hostile_address_gives_the_default_and_one_notice(page: str) -> None:
    attack = "<script>alert(1)</script>"
    reader = opened(page, {
        "country": [attack, "' OR 1=1 --"], "years": ["2014", "2008"], "programme": "../../etc/passwd", "level": "\x00",
        "subject": "a" * 5000, "show": attack, "snapshot": "x@y", attack: attack,
    })  # fmt: skip
    whole(reader, page)
    assert len(reader.app.warning) == 1
    assert reader.app.warning[0].value.startswith("This address could not be followed in full: ")
    assert "script" not in reader.text()
    assert "passwd" not in reader.text()
    assert reader.address() == {}


def test_a_notice_stays_until_it_is_dismissed() -> None:
    reader = Reader("overview", {"country": "ATL"})
    assert len(reader.app.warning) == 1
    reader.filter("country").set_value(["PAK"]).run()
    assert len(reader.app.warning) == 1
    reader.app.button(key="dismiss").click().run()
    assert not reader.app.warning
    assert reader.address() == {"country": ["PAK"]}


def test_a_filter_is_kept_from_page_to_page_and_in_every_link_of_the_menu() -> None:
    reader = Reader("overview")
    reader.filter("country").set_value(["BGD"]).run()
    reader.filter("years").set_value((2008, 2014)).run()
    assert reader.address() == {"country": ["BGD"], "years": ["2008", "2014"]}
    links = [link.proto.query_string for link in reader.app.get("page_link")][: len(PAGES)]
    assert links == ["country=BGD&years=2008&years=2014"] * len(PAGES)
    for page in ("partnerships", "map", "about", "overview"):
        reader.turn(page)
        assert reader.address() == {"country": ["BGD"], "years": ["2008", "2014"]}
        whole(reader, page)


def test_the_switch_sets_the_programme_and_nothing_else() -> None:
    reader = Reader("overview", {"country": "PAK"})
    switch = reader.app.get_by_key("scope")
    assert switch.value == "all"
    switch.set_value("inspire").run()
    assert reader.address() == {"country": ["PAK"], "programme": ["inspire"]}
    assert reader.filter("programme").value == ["inspire"]
    reader.app.get_by_key("scope").set_value("all").run()
    assert reader.address() == {"country": ["PAK"]}
    reader.filter("programme").set_value(["links"]).run()
    assert reader.app.get_by_key("scope").value is None


def test_the_counts_on_the_switch_are_the_counts_of_the_page() -> None:
    reader = opened("overview", {"programme": "inspire"})
    options = reader.app.get_by_key("scope").options
    count = re.search(r"\d+", reader.panel("overview/base").words("finding"))
    assert count
    assert any(f"INSPIRE only ({count[0]})" in str(option) for option in options)


@pytest.mark.parametrize("name", ["partnerships/by_programme", "map/links", "leadership/events"])
def test_the_rows_behind_a_mark_open_from_its_address_and_close(name: str) -> None:
    page = name.split("/")[0]
    asked = warehouse.shared().answer(name, Filters(), warehouse.shared().serve("public-record").snapshot)
    reader = Reader(page, {"show": f"{name}~{warehouse.row_key(asked.question, asked.rows[0])}"})
    whole(reader, page)
    if "partnership_ids" in asked.question.columns:
        count = len(asked.rows[0]["partnership_ids"])
        assert re.search(rf"\b{count:,} partnerships? behind ", reader.text())
        reader.app.button(key=f"close-{name}").click().run()
        assert " behind " not in reader.panel(name).words("behind")
        assert reader.address() == {}


def test_a_mark_that_is_not_there_opens_nothing() -> None:
    reader = Reader("partnerships", {"show": "partnerships/by_programme~no such programme"})
    whole(reader, "partnerships")
    assert not reader.panel("partnerships/by_programme").words("behind")


def test_one_panel_that_fails_leaves_the_page_standing(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = warehouse.shared()
    ask, broken = shared._ask, catalogue.question("partnerships/by_subject").sql

    def give_up(snapshot: Any, sql: str, bound: Any, *lent: Any) -> Any:
        if sql == broken:
            raise duckdb.OutOfMemoryException("failed to allocate; /secret/path")
        return ask(snapshot, sql, bound, *lent)

    shared._answers.clear()
    monkeypatch.setattr(shared, "_ask", give_up)
    reader = opened("partnerships", {"strand": "mobility"})
    assert [each.value for each in reader.app.warning] == [
        "This question could not be answered just now. The rest of the page stands."
    ]
    assert not reader.app.exception
    assert reader.panel("partnerships/by_programme").drawn()
    assert "secret" not in reader.text()


@pytest.mark.parametrize("page", PAGES)
def test_the_filters_of_a_page_are_those_that_its_questions_obey(page: str) -> None:
    spec = PAGES[page]
    calls = (*AT_ONCE, *ASKED_FOR)
    obeyed = {
        name for each in listed(page, opened=True, calls=calls) for name in catalogue.question(each).params
    } & filters.LABELS.keys()
    if page != "map":
        obeyed -= {"level"}
    if page != "institution":
        obeyed -= {"institution"}
    shown = [*listed(page, calls=calls), *listed(page, kind="demonstration", calls=calls)]
    always = {name for each in shown for name in catalogue.question(each).params} & filters.LABELS.keys()
    offered = set(spec.filters)
    assert offered - always == spec.resting.keys(), "a filter that no question of the page obeys rests, with a reason"
    assert set(filters.SHARED) <= offered, "shared filters stay on every page"
    own = set(filters.LABELS) - set(filters.SHARED) - set(choices.IN_PAGE) - {"institution"}
    if offered & own:
        assert obeyed & own <= offered, "a page with filters of its own offers all that its questions obey"
    assert all(reason.endswith(".") for reason in spec.resting.values())


@pytest.mark.parametrize("page", PAGES)
def test_a_resting_filter_is_greyed_with_its_reason(page: str) -> None:
    reader = opened(page, {"years": ["2008", "2014"], "country": "PAK"})
    resting = PAGES[page].rests(run_of(reader).snapshot)
    for name in PAGES[page].filters:
        if name not in (*choices.IN_PAGE, "institution"):
            widget, reason = reader.filter(name), resting.get(name)
            assert widget.disabled is (reason is not None)
            if reason:
                assert widget.help == reason
    assert reader.address() == {"years": ["2008", "2014"], "country": ["PAK"]}


def test_the_menu_is_the_folder_of_pages() -> None:
    from tests.reader import ROOT

    assert {path.stem for path in (ROOT / "pages").glob("*.py")} == set(PAGES)
    for name, spec in PAGES.items():
        assert opened(name, {}).app.title[0].value
        assert spec.title in opened(name, {}).text()
