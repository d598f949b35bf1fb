"""The page of the map through AppTest: what it shows, where it looks, its legend as filter, its years, its column."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import catalogue, words
from dashboard.controls import Run
from dashboard.figures.text import count
from dashboard.warehouse import AnswerError
from tests.asking import demonstration, record
from tests.reader import Reader, plain

DEMONSTRATION = {"snapshot": "demonstration"}


def on_map(address: dict[str, Any]) -> Reader:
    """Return a reader who has opened an address of the map."""
    return Reader("map").go(address)


def column(reader: Reader) -> str:
    """Return what the column beside the map says."""
    return reader.text_of("map-side")


def switch(reader: Reader, key: str) -> Any:
    return reader.app.button_group(key=key)


def test_at_rest_it_shows_the_links_and_the_strongest_of_them() -> None:
    reader = Reader("map")
    assert reader.panel("map/links").words("finding") == "110 links: 74 with Pakistan, 36 with Bangladesh."
    assert "Strongest links" in column(reader)
    assert reader.address() == {}
    assert switch(reader, "look_layer").value == "links"


@pytest.mark.parametrize(
    ("layer", "question_id"),
    [("reached", "map/reached"), ("venues", "map/venues"), ("unlinked", "map/unlinked")],
)
def test_each_layer_is_a_question_with_its_table_and_its_address(layer: str, question_id: str) -> None:
    reader = on_map({**DEMONSTRATION, "layer": layer})
    panel = reader.panel(question_id)
    assert panel.drawn()
    assert panel.words("finding")
    assert "Made-up data." in panel.words("caption")
    assert "do not imply official endorsement" in panel.words("caption")
    reader.open(f"numbers-{question_id.replace('/', '-')}")
    assert catalogue.question(question_id).question in reader.text()
    assert reader.address() == {"snapshot": ["demonstration"], "layer": [layer]}


def test_a_switch_is_written_into_the_address_and_leaves_it_again() -> None:
    reader = on_map(DEMONSTRATION)
    switch(reader, "look_layer").set_value("venues").run()
    assert reader.address()["layer"] == ["venues"]
    assert reader.panel("map/venues").drawn()
    switch(reader, "look_layer").set_value("links").run()
    switch(reader, "look_focus").set_value("PAK").run()
    assert reader.address() == {"snapshot": ["demonstration"], "focus": ["PAK"]}


def test_a_layer_that_this_data_cannot_show_is_said_and_the_links_stand_in_its_place() -> None:
    reader = on_map({"layer": "reached"})
    assert reader.panel("map/links").drawn()
    assert "cannot show that on a map" in reader.text()
    assert "reached" not in switch(reader, "look_layer").options


def test_the_legend_is_the_filter() -> None:
    reader = Reader("map")
    switch(reader, "map_legend_country").set_value(["BGD"]).run()
    assert reader.address() == {"country": ["BGD"]}
    assert reader.panel("map/links").words("finding").startswith("36 links")
    assert reader.filter("country").value == ["BGD"]
    switch(reader, "map_legend_country").set_value([]).run()
    assert reader.address() == {}


def test_a_second_value_can_be_added_in_the_legend() -> None:
    reader = on_map(DEMONSTRATION)
    legend = switch(reader, "map_legend_country")
    offered = legend.options
    legend.set_value(["BGD"]).run()
    assert switch(reader, "map_legend_country").options == offered
    switch(reader, "map_legend_country").set_value(["BGD", "PAK"]).run()
    assert set(reader.address()["country"]) == {"BGD", "PAK"}
    assert switch(reader, "map_legend_country").options == offered
    assert [each.rpartition(" ")[0] for each in offered] == ["Pakistan", "Bangladesh"]


@pytest.mark.parametrize("colour", ["country", "programme", "strand", "subject"])
def test_a_swatch_says_how_many_links_choosing_it_gives(colour: str) -> None:
    reader = on_map({**DEMONSTRATION, "colour": colour})
    legend = switch(reader, f"map_legend_{colour}")
    offered = legend.options
    wanted = [row for row in demonstration().rows("map/links_by_colour") if row["dimension"] == colour]
    found = {}
    for row in wanted:
        links = demonstration().rows("map/links", **{colour: [row["code"]]})
        found[row["code"]] = sum(each["links"] for each in links)
    assert offered != []
    assert sorted(offered) == sorted(f"{words.say(colour, code)} {links:,}" for code, links in found.items())
    last = wanted[-1]["code"]
    legend.set_value([last]).run()
    assert reader.panel("map/links").words("finding").startswith(count(found[last], "links"))
    assert switch(reader, f"map_legend_{colour}").options == offered


@pytest.mark.parametrize("colour", ["programme", "strand", "subject"])
def test_every_colour_has_its_legend(colour: str) -> None:
    reader = on_map({"colour": colour})
    counted = [row for row in record().rows("map/links_by_colour") if row["dimension"] == colour]
    assert len(switch(reader, f"map_legend_{colour}").options) == len(counted) >= 2
    mixed = any(row[colour] is None for row in record().rows("map/links"))
    assert ("Arcs that join several, or none stated" in reader.text_of("map-legend")) == mixed
    assert reader.panel("map/links").drawn()


def test_the_legend_stands_still_while_the_years_pass() -> None:
    whole, early = (on_map({**DEMONSTRATION, **year}) for year in ({}, {"year": "2006"}))
    assert switch(early, "map_legend_country").options == switch(whole, "map_legend_country").options
    assert "Numbers are of all years." in early.text_of("map-legend")
    assert "Numbers are of all years." not in whole.text_of("map-legend")


def test_where_it_cannot_be_counted_the_legend_says_what_the_arcs_say(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = Run.ask

    def fails(run: Run, question_id: str, **more: Any) -> Any:
        if question_id == "map/links_by_colour":
            raise AnswerError
        return ask(run, question_id, **more)

    monkeypatch.setattr(Run, "ask", fails)
    assert switch(Reader("map"), "map_legend_country").options == ["Pakistan 74", "Bangladesh 36"]


def test_the_legend_of_a_map_of_points_says_its_unit() -> None:
    assert re.search(r"Pakistan:\s+\d+ places", on_map({**DEMONSTRATION, "layer": "reached"}).text_of("map-legend"))


def test_a_year_is_in_the_finding_and_in_the_address() -> None:
    reader = on_map({"year": "2012"})
    assert "known by 2012" in reader.panel("map/links").words("finding")
    assert reader.address() == {"year": ["2012"]}


def test_what_is_selected_stands_beside_the_map_with_its_sources_and_training() -> None:
    reader = on_map({"show": "map/links~university-of-dhaka"})
    said = column(reader)
    assert "behind University of Dhaka" in said
    assert "Open the profile of University of Dhaka" in said
    assert "Leadership courses: no attendance list names University of Dhaka" in said
    assert "Strongest links" not in said
    reader.app.button(key="close-map/links").click().run()
    assert "Strongest links" in column(reader)
    assert reader.address() == {}


def test_the_strongest_links_open_by_a_button() -> None:
    reader = Reader("map")
    first = record().rows("map/links")
    strongest = max(first, key=lambda row: row["partnerships"])
    label = count(strongest["partnerships"], "partnerships")
    button = next(each for each in reader.app.button if each.label.endswith(f": {label}"))
    names = button.label.removesuffix(f": {label}")
    button.click().run()
    start, end = names.split(" – ", 1)
    assert f"behind {start} and {end}" in column(reader)
    assert reader.address()["show"][0].startswith("map/links~")


def test_a_university_with_no_link_says_so_when_it_is_opened() -> None:
    row = next(row for row in record().rows("map/unlinked") if not row["linked"])
    reader = on_map({"layer": "unlinked", "show": f"map/unlinked~{row['place_id']}"})
    assert row["place"] in column(reader)
    assert "None found" in column(reader)


def test_one_country_is_looked_at_by_institution_unless_a_level_is_chosen() -> None:
    whole = on_map(DEMONSTRATION)
    assert "city" in {row["level"] for row in rows_of(whole)}
    near = on_map({**DEMONSTRATION, "focus": "BGD"})
    near.open("numbers-map-links")
    assert "University" in near.text_of("numbers-map-links")
    chosen = on_map({**DEMONSTRATION, "focus": "BGD", "level": "region"})
    chosen.open("numbers-map-links")
    assert "London" in chosen.text_of("numbers-map-links")


def rows_of(reader: Reader) -> list[dict[str, Any]]:
    run = reader.app.session_state["_run"]
    rows: list[dict[str, Any]] = run.ask("map/links").rows
    return rows


def test_hostile_choices_of_the_map_are_said_once_and_change_nothing() -> None:
    reader = on_map({"colour": "<script>", "top": "9999", "focus": "ATL", "layer": "x", "size": ["links", "people"]})
    notice = [plain(each.value) for each in reader.app.warning]
    assert len(notice) == 1
    assert notice[0].count("how its map is drawn") == 1
    assert "script" not in notice[0]
    assert reader.address() == {}


def test_the_choices_stay_on_the_map() -> None:
    reader = on_map({"colour": "strand", "layer": "venues", "country": "PAK"})
    reader.turn("partnerships")
    assert isinstance(reader.app, AppTest)
    assert not {"colour", "layer"} & reader.address().keys()


@pytest.mark.parametrize("address", [{"country": "PAK", "focus": "BGD"}, {"layer": "unlinked", "focus": "GBR"}])
def test_a_country_that_is_not_on_the_map_cannot_be_looked_at(address: dict[str, str]) -> None:
    reader = on_map(address)
    assert "has nothing on this map: it shows the whole." in reader.text()
    assert "focus" not in reader.address()
    assert address["focus"] not in switch(reader, "look_focus").options


def test_another_layer_closes_what_was_open() -> None:
    reader = on_map({"show": "map/links~university-of-dhaka"})
    switch(reader, "look_layer").set_value("venues").run()
    assert reader.address() == {"layer": ["venues"]}


def test_the_key_says_what_marks_and_widths_mean() -> None:
    said = column(on_map({}))
    assert "Campus point" in said
    assert "City point" in said
    assert "2 partnerships: the strongest link" in said
    assert "Known earlier" not in said
    assert "Known earlier" in column(on_map({"year": "2012"}))


def test_what_is_opened_in_one_country_is_found_again_from_its_address() -> None:
    near = {**DEMONSTRATION, "focus": "BGD"}
    label = next(each.label for each in on_map(near).app.button if " – " in each.label)
    reader = on_map(near)
    next(each for each in reader.app.button if each.label == label).click().run()
    address = reader.address()
    assert address["show"][0].startswith("map/links~")
    again = on_map(address)
    assert again.address() == address
    assert label.split(" – ")[0] in column(again)
