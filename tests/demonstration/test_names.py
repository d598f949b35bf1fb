"""No institution of the demonstration can be taken for one that exists."""

import csv
import re
from collections.abc import Iterator
from functools import cache

from dashboard.demonstration import cities, institutions, names
from tests.demonstration.making import ROOT

REAL = ("data/reference/register.csv", "data/sources/public-record/institutions.csv")
PLAIN = {
    "university", "of", "institute", "technology", "the", "arts", "metropolitan", "engineering", "agricultural",
    "medical", "women", "management", "science", "and", "international", "polytechnic", "government", "college",
    "universities", "commission", "council", "vice", "chancellors", "accreditation", "board", "research", "department",
    "higher", "learning", "office", "policy", "planning", "textiles", "association", "rice", "water", "rural", "trust",
    "quality", "body", "leadership", "further", "study",
}  # fmt: skip
"""What kind of institution it is; nobody's name is made of these alone."""


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))


@cache
def real() -> tuple[set[str], set[str]]:
    """Return the real names whole, and every word in them and in the names of their cities."""
    whole, parts = set[str](), set[str]()
    for path in REAL:
        with (ROOT / path).open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                for text in (row["name"], row["short_name"], *row["aliases"].split("; "), row["city"], row["region"]):
                    whole.add(text.casefold())
                    parts |= words(text)
    return whole - {""}, parts


def invented(seed: int, block: int) -> Iterator[str]:
    for one in institutions.institutions(seed, block):
        yield str(one.cells["name"])
        yield from filter(None, str(one.cells.get("aliases") or "").split("; "))


def test_no_name_is_a_real_one() -> None:
    whole, parts = real()
    for seed, block in ((2018, 0), (2018, 3), (5, 0), (77, 250)):
        for name in invented(seed, block):
            own = words(name) - PLAIN
            assert name.casefold() not in whole
            assert own, f"{name} has no word of its own"
            assert not own & parts, f"{name} shares {own & parts} with a real name"


def test_every_word_that_can_ever_be_drawn_is_invented() -> None:
    _, parts = real()
    drawn = [place for places in names.PLACES.values() for place in places]
    assert not {place.word.casefold() for place in drawn} & parts
    assert not {place.letters.casefold() for place in drawn} & parts
    real_cities = {city.name.casefold() for many in cities.CITIES.values() for city in many}
    assert not [place.word for place in drawn for city in real_cities if city in place.word.casefold()]


def test_no_two_institutions_share_a_name_or_an_id() -> None:
    found = [one for block in range(4) for one in institutions.institutions(9, block)]
    for column in ("institution_id", "name"):
        values = [one.cells[column] for one in found]
        assert len(set(values)) == len(values)


def test_cities_and_regions_are_real_and_spelt_as_in_the_register() -> None:
    with (ROOT / REAL[0]).open(encoding="utf-8", newline="") as handle:
        known = {(row["country"], row["region"]) for row in csv.DictReader(handle)}
    for country, many in cities.CITIES.items():
        assert {(country, city.region) for city in many} <= known
        assert set(cities.UNIVERSITIES[country]) <= {city.region for city in many}
        assert {(country, region) for region in cities.UNIVERSITIES[country]} == {
            pair for pair in known if pair[0] == country
        }
