"""The page of one institution: reached from everywhere, whole, honest about what it does not show."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard import catalogue, warehouse
from dashboard.panels import ways
from tests.asking import record
from tests.editions import publish_two
from tests.reader import Reader

PANELS = ("institution/partnerships", "institution/partners", "map/links", "institution/known_by_year")
_sessions: dict[str, Reader] = {}


def opened(address: dict[str, Any]) -> Reader:
    """Return the page at an address, in one session."""
    if "institution" not in _sessions:
        _sessions["institution"] = Reader("institution")
    return _sessions["institution"].go(address)


@pytest.fixture
def guarded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The tiny world as somebody's own programme, in the store that pages read."""
    monkeypatch.setenv("DASHBOARD_STORE", str(publish_two(tmp_path, kind="programme")))
    warehouse.shared.cache_clear()
    yield
    monkeypatch.undo()
    warehouse.shared.cache_clear()


def test_a_profile_tells_name_place_counts_and_panels() -> None:
    reader = opened({"institution": "university-of-dhaka"})
    assert not reader.app.exception
    assert reader.app.title[0].value == "University of Dhaka"
    row = record().rows("institution/profile", institution=["university-of-dhaka"])[0]
    text = reader.text()
    assert "Public university in Dhaka, Bangladesh." in text
    assert re.search(rf"{row['partnerships']}\s+partnerships\s+{row['linked']}\s+linked institutions", text)
    for name in PANELS:
        panel = reader.panel(name)
        assert panel.drawn()
        assert "ne institution" in panel.words("caption")
        assert "download_button" in panel.kinds
    assert reader.address() == {"institution": ["university-of-dhaka"]}


def test_counts_of_the_profile_are_those_of_its_panels() -> None:
    for row in record().rows("institution/profile"):
        chosen = [row["institution_id"]]
        listed = record().rows("institution/partnerships", institution=chosen)
        assert [each["partnership_id"] for each in listed] != [] or row["partnerships"] == 0
        assert sorted(each["partnership_id"] for each in listed) == row["partnership_ids"]
        assert len(record().rows("institution/partners", institution=chosen)) == row["linked"]
        assert len(record().rows("institution/courses", institution=chosen)) == row["courses"]
        assert len(record().rows("institution/workshops", institution=chosen)) == row["workshops"]


def test_filters_narrow_the_profile_and_are_said() -> None:
    reader = opened({"institution": "university-of-dhaka", "programme": "inspire"})
    assert "INSPIRE; one institution" in reader.panel("institution/partnerships").words("caption")
    none = opened({"institution": "university-of-dhaka", "years": ["2000", "2001"]})
    assert "None found in public sources for: 2000 to 2001. Widen the filters to see more." in none.text()
    assert not none.app.exception


@pytest.mark.parametrize("institution_id", ["university-of-world-economy-and-diplomacy", "british-council", "theatrex"])
def test_an_institution_with_little_is_whole(institution_id: str) -> None:
    reader = opened({"institution": institution_id})
    assert not reader.app.exception
    assert "None found in public sources." in reader.text()


def test_what_was_typed_leads_to_the_institution_or_to_those_near() -> None:
    reader = opened({"find": "Univercity of Dhaka"})
    links = {link.proto.label: link.proto.query_string for link in reader.app.get("page_link")}
    assert links["Open University of Dhaka"] == "institution=university-of-dhaka"
    several = opened({"find": "IUB"}).text()
    assert "Did you mean:" in several
    assert "Islamia University of Bahawalpur" in several
    assert "No institution of this data is called so" in opened({"find": "Xyzzy"}).text()


def test_typing_in_the_box_is_the_address() -> None:
    reader = opened({})
    reader.app.get_by_key("find").set_value("LUMS").run()
    assert reader.address() == {"find": ["LUMS"]}
    assert "Open Lahore University of Management Sciences" in reader.text()


def test_every_institution_stands_in_the_list_by_country() -> None:
    reader = opened({})
    html = next(
        each.value for each in reader.app.main if getattr(each, "value", "") and 'class="directory"' in str(each.value)
    )
    assert html.count('class="profile"') == len(record().rows("institution/names"))


def test_the_rows_behind_a_link_and_a_place_lead_to_profiles() -> None:
    row = record().rows("map/links")[0]
    reader = Reader("map", {"show": f"map/links~{row['from_id']}~{row['to_id']}~{row['country']}"})
    labels = [link.proto.label for link in reader.app.get("page_link")]
    assert [name for name in labels if name.startswith("Open the profile")] == [
        f"Open the profile of {row['from_name']}", f"Open the profile of {row['to_name']}",
    ]  # fmt: skip
    place = Reader("map", {"show": "map/links~university-of-dhaka"})
    assert "Open the profile of University of Dhaka" in [link.proto.label for link in place.app.get("page_link")]


def test_names_in_rows_are_links_that_keep_the_data() -> None:
    reader = opened({"institution": "university-of-dhaka", "snapshot": "public-record@1"})
    html = "".join(str(each.value) for each in reader.panel("institution/partnerships").elements if each.type == "html")
    found = re.findall(r'<a class="profile" href="([^"]+)" target="_self">', html)
    assert found
    assert all(
        re.fullmatch(r"institution\?snapshot=public-record%401&amp;institution=[a-z0-9-]+", each) for each in found
    )


def test_each_row_says_who_corrects_it_and_how_it_is_called() -> None:
    reader = opened({"institution": "university-of-dhaka"})
    rows = record().rows("institution/partnerships", institution=["university-of-dhaka"])
    html = "".join(str(each.value) for each in reader.panel("institution/partnerships").elements if each.type == "html")
    for row in rows:
        assert f"<code>partnerships · {row['partnership_id']} · public-record@1</code>" in html
    assert html.count("<details") == len(rows)
    assert "institutions · university-of-dhaka · public-record@1" in reader.text()


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("data@example.org", 'href="mailto:data@example.org?subject=Correction%3A%20partnerships%20%C2%B7%20p01"'),
        ("https://example.org/issues", 'href="https://example.org/issues" target="_blank"'),
        ("The office <b>", "the office &lt;b&gt;"),
    ],
)
def test_a_contact_is_a_letter_a_page_or_words(contact: str, link: str) -> None:
    assert link in ways._contact(contact, "partnerships · p01")


def test_training_is_shown_where_nobody_is_guarded() -> None:
    asked = catalogue.question("institution/training")
    assert asked.needs == ("leadership_attendance",)
    assert {row["event_id"] for row in record().rows("institution/training")} != set()


def test_training_of_one_institution_is_not_shown_to_guests(guarded: None) -> None:
    reader = Reader("institution", {"institution": "pine"})
    reader.turn("institution").go({"institution": "pine"})
    assert not reader.app.exception
    assert reader.app.title[0].value == "Pine Valley University"
    assert "it would be a statement about persons" in reader.text()
    assert reader.block("panel-institution-training") is None
    shared = warehouse.shared()
    snapshot = shared.serve("world").snapshot
    from dashboard.filters import Filters

    assert shared.answer("institution/training", Filters(), snapshot).rows == []
    assert {row["participants"] for row in shared.answer("institution/workshops", Filters(), snapshot).rows} == {None}


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("nust", {"institution": ["national-university-of-sciences-and-technology"]}),
        ("  University of  DHAKA ", {"institution": ["university-of-dhaka"]}),
        ("Univercity of Dhaka", {"find": ["Univercity of Dhaka"]}),
        ("IUB", {"find": ["IUB"]}),
    ],
)
def test_a_name_or_short_name_typed_exactly_leads_straight_to_its_profile(typed: str, address: dict[str, Any]) -> None:
    """IUB is the short name of two, so the search has to ask which."""
    reader = Reader("about", {"country": "BGD"})
    # AppTest cannot type what is no option: this is what the box leaves for the run that follows.
    reader.app.session_state["_chosen_institution"] = typed
    reader.app.run()
    assert not reader.app.exception
    assert reader.address() == {"country": ["BGD"], **address}
    assert (reader.app.title[0].value == "Find an institution") is ("find" in address)
