"""The invented institutions: universities with a place on their commission's list, colleges, sector bodies, offices."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.demonstration import cities, names
from dashboard.demonstration.chance import Chance
from dashboard.demonstration.days import ALWAYS, Day, Made

SOURCE = "Demonstration data (made up)"
UK_IN_USE = 46
"""So many of the register's UK universities ever have to do with the programme."""

# How many universities were on the commission's list when the programme began, and how many each year added. The last
# two of 2014 came after that year's last course; of 2018 two came after June.
_LISTED = {
    "PAK": (62, {2009: 4, 2010: 5, 2011: 5, 2012: 6, 2013: 5, 2014: 5, 2015: 6, 2016: 5, 2017: 5, 2018: 4}),
    "BGD": (38, {2009: 1, 2010: 2, 2011: 2, 2012: 3, 2013: 3, 2014: 2, 2015: 2, 2016: 3, 2017: 2, 2018: 2}),
}
_OTHERS = (
    ("PAK", "government", "{} Universities Commission"),
    ("BGD", "government", "{} Universities Commission"),
    ("PAK", "sector_body", "{} Council of Vice-Chancellors"),
    ("PAK", "sector_body", "{} Accreditation Board"),
    ("PAK", "sector_body", "{} Research Council"),
    ("PAK", "government", "Department of Higher Learning, {}"),
    ("PAK", "government", "Office of Science Policy, {}"),
    ("PAK", "government", "{} Planning Office"),
    ("PAK", "company", "{} Textiles"),
    ("BGD", "sector_body", "{} Association of Universities"),
    ("BGD", "research_institute", "{} Rice and Water Research Institute"),
    ("BGD", "ngo", "{} Rural Trust"),
    ("GBR", "sector_body", "{} Quality Body"),
    ("GBR", "sector_body", "{} Leadership Trust"),
    *[("PAK", "college", "{} College of Technology")] * 6,
    *[("BGD", "college", "{} College")] * 3,
    *[("GBR", "college", "{} College of Further Study")] * 2,
)


@dataclass(frozen=True, slots=True)
class Institution:
    """One invented institution; ``weight`` says how likely it is to take part."""

    cells: Mapping[str, Any]
    listed: date = ALWAYS
    unlisted: date | None = None
    weight: float = 1.0
    in_use: bool = True

    @property
    def id(self) -> str:
        """The institution's id."""
        return str(self.cells["institution_id"])

    @property
    def country(self) -> str:
        """The institution's country."""
        return str(self.cells["country"])

    @property
    def kind(self) -> str:
        """What sort of institution it is."""
        return str(self.cells["kind"])

    @property
    def russell(self) -> bool:
        """Whether it is said to be in the Russell Group."""
        return bool(self.cells["mission_group"] == "Russell Group")

    def on_list(self, day: date) -> bool:
        """Say whether it is a university on its commission's list on that day."""
        return self.kind == "university" and self.listed <= day and (self.unlisted is None or day <= self.unlisted)


def institutions(seed: int, block: int) -> list[Institution]:
    """Return a block's institutions; those of the two commissions come first among what is no university."""
    found = list[Institution]()
    spare = dict[str, list[names.Place]]()
    for country, regions in cities.UNIVERSITIES.items():
        chance = Chance(seed, f"universities/{country}", block)
        places = names.places(seed, country, block)
        where = chance.mixed([region for region, count in regions.items() for _ in range(count)])
        listed = _listing(chance, country, len(where))
        for place, region, (first, last) in zip(places, where, listed, strict=False):
            found.append(_university(chance, country, place, region, first, last, len(found)))
        spare[country] = places[len(where) :]
    chance = Chance(seed, "other institutions", block)
    for country, kind, form in _OTHERS:
        found.append(_other(chance, country, kind, form, spare[country].pop(0)))
    return found


def _listing(chance: Chance, country: str, how_many: int) -> list[tuple[date, date | None]]:
    if country not in _LISTED:
        return [(ALWAYS, None)] * how_many
    before, added = _LISTED[country]
    days = [chance.day(date(1972, 1, 1), date(2008, 12, 31)) for _ in range(before)]
    for year, count in added.items():
        late = 2 if (country, year) in (("PAK", 2014), ("PAK", 2018), ("BGD", 2018)) else 0
        days += [chance.day(date(year, 1, 5), date(year, 5, 20)) for _ in range(count - late)]
        days += [chance.day(date(year, 10, 5), date(year, 11, 30)) for _ in range(late)]
    # One early university left the list when it was merged into another.
    return [(day, date(2016, 6, 30) if country == "PAK" and place == 7 else None) for place, day in enumerate(days)]


def _university(
    chance: Chance, country: str, place: names.Place, region: str, first: date, last: date | None, number: int
) -> Institution:
    in_use = country != "GBR" or number < UK_IN_USE
    russell = country == "GBR" and number % (5 if in_use else 16) in ((1, 3) if in_use else (0,))
    forms = names.FORMS[country]
    form = forms[0] if russell else chance.weighted(forms, [3, 3, *[1] * (len(forms) - 2)])
    old = chance.happens(0.3)
    former = names.FORMER[country].format(place.word) if old and not russell else ""
    public = {"GBR": 1.0, "PAK": 0.62, "BGD": 0.4}[country]
    cells = _cells(chance, country, "university", form.format(place.word), place, region) | {
        "short_name": place.letters,
        "aliases": "; ".join(filter(None, (place.letters, former))),
        "sector": "public" if chance.happens(public) else "private",
        "mission_group": "Russell Group"
        if russell
        else "MillionPlus"
        if country == "GBR" and number % 9 == 3
        else None,
        "recognised_from": None if first == ALWAYS else _on_list(chance, first),
        "recognised_to": None if last is None else Day(last),
        "established_year": chance.whole(1880, 1992) if first == ALWAYS else chance.whole(first.year - 12, first.year),
    }
    # A few hubs, many that take part once, and regions that hardly take part at all.
    remote = region in ("Balochistan", "Gilgit-Baltistan", "Azad Jammu and Kashmir", "Rangpur", "Barishal")
    hub = chance.share()
    weight = (0.15 + 3 * hub * hub * hub * hub) * (0.1 if remote else 1.0) * (2.2 if russell else 1.0)
    return Institution(cells, first, last, weight, in_use)


def _on_list(chance: Chance, first: date) -> Day:
    exact = first.year > 2013 or chance.happens(0.6)
    return Day(first, "day" if exact else "year")


def _cells(chance: Chance, country: str, kind: str, name: str, place: names.Place, region: str) -> dict[str, Any]:
    city = chance.pick([city for city in cities.CITIES[country] if city.region == region])
    precision = chance.weighted(("campus", "city", None), (70, 26, 4))
    spread = 0.05 if precision == "campus" else 0.0
    north, east = ((chance.share() - 0.5) * spread for _ in range(2))
    return {
        "institution_id": re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:100],
        "name": name,
        "country": country,
        "kind": kind,
        "city": city.name,
        "region": region,
        "latitude": None if precision is None else f"{city.latitude + north:.5f}",
        "longitude": None if precision is None else f"{city.longitude + east:.5f}",
        "coordinate_precision": precision,
        "mission_group": None,
    }


def _other(chance: Chance, country: str, kind: str, form: str, place: names.Place) -> Institution:
    capital = next(city for city in cities.CITIES[country] if city.name == cities.CAPITALS[country])
    region = chance.pick(sorted(cities.UNIVERSITIES[country])) if kind == "college" else capital.region
    cells = _cells(chance, country, kind, form.format(place.word), place, region)
    sector = {"government": "public", "college": "public", "company": "private"}.get(kind, "other")
    return Institution(cells | {"sector": sector}, weight=0.4)


def rows(found: list[Institution]) -> list[Made]:
    """Return the rows of institutions and of the register of all universities, linked or not."""
    own = ("established_year",)
    register = ("kind", "recognised_from", "recognised_to")
    made = list[Made]()
    for one in found:
        if one.in_use:
            made.append(Made("institutions", one.listed, {k: v for k, v in one.cells.items() if k not in own}))
        if one.kind == "university":
            cells = {key: value for key, value in one.cells.items() if key not in register}
            facts = {"recognised_by": "Invented list", "source": SOURCE, "licence": "Made up; free to use"}
            made.append(Made("register", one.listed, cells | facts))
    return made
