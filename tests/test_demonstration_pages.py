"""Every page on the made-up demonstration: full, whole under filters, and wearing its mark everywhere."""

import re
from typing import Any

import pytest

from dashboard import catalogue, menu
from dashboard.panels import tools
from tests.reader import listed
from tests.test_pages import opened, run_of, whole

PAGES = [spec.name for spec in menu.PAGES]
FILTERS: list[dict[str, Any]] = [
    {},
    {"country": "BGD"},
    {"programme": "inspire", "country": "PAK", "years": ["2012", "2014"]},
    {"programme": "gateway", "years": ["2001", "2002"]},
]
MARK = "made-up"


@pytest.mark.parametrize("address", FILTERS, ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole_on_made_up_data(page: str, address: dict[str, Any]) -> None:
    reader = opened(page, address, "demonstration")
    whole(reader, page, kind="demonstration")
    assert "no institution or number here is real" in reader.text()


@pytest.mark.parametrize("page", [name for name in PAGES if listed(name, opened=True, kind="demonstration")])
def test_every_panel_is_filled_and_says_that_it_is_made_up(page: str) -> None:
    reader = opened(page, {}, "demonstration").open("more")
    whole(reader, page, more=True, kind="demonstration")
    for question_id in listed(page, opened=True, kind="demonstration"):
        panel, question = reader.panel(question_id), catalogue.question(question_id)
        assert panel.words("empty") == "", f"{question_id} is empty on the demonstration"
        assert panel.words("caption").lower().startswith(MARK), question_id
        assert tools.file_name(run_of(reader), question).startswith("made-up-")
        for figure in (each for each in panel.elements if each.type == "plotly_chart"):
            assert MARK in figure.proto.spec.lower(), f"the figure of {question_id} does not say that it is made up"


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_compared_with_a_published_total(page: str) -> None:
    text = opened(page, {}, "demonstration").text()
    assert not re.search(r"\b(as )?(reported|published) (by|in|on)\b.*\d", text)


def test_both_collections_are_one_click_apart_with_the_same_filters() -> None:
    for page in PAGES:
        reader = opened(page, {"country": "PAK", "years": ["2010", "2014"]})
        there = [link.proto for link in reader.app.get("page_link") if "demonstration" in link.proto.label.lower()]
        assert [link.query_string for link in there][:1] == [
            "snapshot=demonstration&country=PAK&years=2010&years=2014"
        ], page
        back = opened(page, {"country": "PAK"}, "demonstration")
        homeward = [link.proto for link in back.app.get("page_link") if link.proto.label == "See the public record"]
        assert [link.query_string for link in homeward] == ["snapshot=public-record&country=PAK"]


def test_the_demonstration_never_opens_by_itself() -> None:
    assert run_of(opened("overview", {})).snapshot.manifest["kind"] == "record"
