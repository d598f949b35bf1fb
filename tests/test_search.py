"""The search for an institution: what people type, and whom they mean, among the public record's own names."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import search
from tests.asking import record

MEANT = {
    "Quaid e Azam": "quaid-i-azam-university",
    "quaid-i-azam": "quaid-i-azam-university",
    "NUST": "national-university-of-sciences-and-technology",
    "nust islamabad": "national-university-of-sciences-and-technology",
    "sciences and technology national university": "national-university-of-sciences-and-technology",
    "Univercity of Dhaka": "university-of-dhaka",
    "dhaka university": "university-of-dhaka",
    "LUMS": "lahore-university-of-management-sciences",
    "lahore college women": "lahore-college-for-women-university",
    "GCU Lahore": "government-college-university-lahore",
    "Northsouth": "north-south-university",
    "univ of Peshawer": "university-of-peshawar",
    "Rawalpindi medical colege": "rawalpindi-medical-university",
    "london school of economic": "london-school-of-economics-and-political-science",
    "Sussex univeristy": "university-of-sussex",
    "ünivérsity of lééds": "university-of-leeds",
    "manchestr": "university-of-manchester",
    "Karakuram": "karakoram-international-university",
    "CIIT": "comsats-university-islamabad",
    "Bolton": "university-of-greater-manchester",
}
SEVERAL = {
    "IUB": {"independent-university-bangladesh", "islamia-university-of-bahawalpur"},
    "GCU": {"glasgow-caledonian-university", "government-college-university-lahore"},
    "Bahawalpur": {"islamia-university-of-bahawalpur", "government-sadiq-college-women-university-bahawalpur"},
}
NOBODY = ("Xyzzy", "Oxford", "aga khan", "Q", "", "  ", "…", "<script>")


def rows() -> list[dict[str, Any]]:
    return record().rows("institution/names")


@pytest.mark.parametrize("text", MEANT)
def test_a_misspelt_or_a_short_name_finds_its_institution(text: str) -> None:
    found = search.find(text, rows())
    assert found[0].institution_id == MEANT[text]
    assert search.meant(found) == MEANT[text]


@pytest.mark.parametrize("text", SEVERAL)
def test_a_name_of_several_finds_them_and_means_none(text: str) -> None:
    found = search.find(text, rows())
    assert {match.institution_id for match in found[:2]} == SEVERAL[text]
    assert search.meant(found) is None


@pytest.mark.parametrize("text", NOBODY)
def test_what_is_no_name_finds_nobody(text: str) -> None:
    assert search.find(text, rows()) == []


def test_a_city_finds_what_stands_in_it() -> None:
    found = {match.institution_id for match in search.find("Karachi", rows())}
    assert found >= {"ned-university-of-engineering-and-technology", "apiit-karachi"}


def test_every_institution_is_found_by_its_own_name_and_short_name() -> None:
    names = rows()
    for row in names:
        best = search.find(row["name"], names)
        assert row["institution_id"] in {match.institution_id for match in best if match.score == best[0].score}
        if row["short_name"]:
            assert row["institution_id"] in {match.institution_id for match in search.find(row["short_name"], names)}


def test_a_list_of_many_thousands_finds_the_same() -> None:
    names = rows()
    many = [{**row, "institution_id": f"{row['institution_id']}-{number}"} for number in range(30) for row in names]
    for text in ("Univercity of Dhaka", "Quaid e Azam", "manchestr", "NUST"):
        best = {match.institution_id.rpartition("-")[0] for match in search.find(text, many)}
        assert best == {search.find(text, names)[0].institution_id}


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=80))
def test_no_text_breaks_the_search(text: str) -> None:
    names = rows()
    found = search.find(text, names)
    assert len(found) <= 8
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert search.plain(text.upper()) == search.plain(search.plain(text.upper()))
