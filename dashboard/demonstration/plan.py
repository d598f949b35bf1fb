"""What the programme set out to do: programmes, rounds of awards, and what became of them in numbers.

The totals are set to match what INSPIRE published, so that charts have a familiar size; agreement proves nothing.
"""

from dataclasses import dataclass
from datetime import date

SUBJECTS = {
    "PAK": {
        "Engineering & energy": 16, "Agriculture & environment": 13, "Health": 12, "Social sciences & law": 11,
        "Business & management": 12, "Computing": 8, "Sciences": 9, "Education": 8, "Arts & heritage": 6,
        "Architecture & design": 5, "Languages & area studies": 3, "Multiple": 7,
    },
    "BGD": {
        "Agriculture & environment": 20, "Health": 14, "Social sciences & law": 13, "Engineering & energy": 8,
        "Education": 9, "Business & management": 7, "Arts & heritage": 7, "Computing": 5, "Sciences": 5,
        "Architecture & design": 4, "Languages & area studies": 3, "Multiple": 5,
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Round:
    """One round of awards: how many, when they start, how long they are paid for, what becomes of each.

    ``stop``: ends with the money. ``lag``: ends a while after it. ``renew``: ends with the money and is followed by
    another award. ``run``: still runs. ``dormant``: fell asleep. ``unknown``: nobody knows.
    ``over_by`` and ``beyond`` are days by which all have ended, or on which all still run.
    """

    programme: str
    strand: str
    country: str
    call: str | None
    first: date
    last: date
    months: tuple[int, int] | None
    award: tuple[int, int] | None
    fates: dict[str, int]
    renews: int = 0
    over_by: date | None = None
    beyond: date | None = None


def _years(first: int, last: int) -> tuple[date, date]:
    return date(first, 1, 10), date(last, 12, 10)


_STRATEGIC = ("inspire-pakistan-partnerships", "strategic_partnership", "PAK")
_TNE = ("inspire-pakistan-tne", "tne", "PAK")
_BANGLADESH = ("inspire-bangladesh", "strategic_partnership", "BGD")
_LINKS = ("joint-links", "research_link", "PAK")
_OVER, _INTO = date(2013, 12, 15), date(2014, 2, 1)

INSPIRE = (
    # Ten of these end before 2014 and seven do not; 9, 7 and 3 more make the 26 that ran in 2014.
    Round(*_STRATEGIC, "2008", *_years(2008, 2009), (34, 36), (30, 60), {"stop": 2, "renew": 3}, over_by=_OVER),
    Round(*_STRATEGIC, "2008", *_years(2008, 2009), (34, 36), (30, 60), {"run": 2, "lag": 1}, beyond=_INTO),
    Round(*_STRATEGIC, "2010", *_years(2010, 2010), (30, 36), (30, 75), {"stop": 2, "lag": 1, "renew": 2},
          over_by=_OVER),
    Round(*_STRATEGIC, "2010", *_years(2010, 2010), (30, 36), (30, 75), {"run": 3, "lag": 1}, beyond=_INTO),
    Round(*_STRATEGIC, "2011", *_years(2011, 2012), (36, 42), (40, 90), {"run": 4, "lag": 2, "stop": 1, "renew": 2},
          renews=3, beyond=_INTO),
    Round(*_STRATEGIC, "2013", *_years(2013, 2013), (30, 42), (40, 90), {"run": 3, "stop": 2, "lag": 1, "dormant": 1},
          renews=2, beyond=_INTO),
    Round(*_STRATEGIC, "2014", *_years(2014, 2014), (36, 48), (40, 90), {"run": 2, "stop": 1}),
    Round(*_STRATEGIC, "2016", *_years(2016, 2016), (34, 44), (50, 95), {"run": 9}, renews=2),
    Round(*_STRATEGIC, "2019", date(2019, 2, 1), date(2019, 9, 30), (36, 36), (50, 95), {"run": 2}),
    # 16 of these run in 2014: four, seven and five.
    Round(*_TNE, "2009", *_years(2009, 2010), (24, 36), (20, 40), {"stop": 2}, over_by=_OVER),
    Round(*_TNE, "2009", *_years(2009, 2010), (24, 36), (20, 40), {"run": 3, "lag": 1}, beyond=_INTO),
    Round(*_TNE, "2011", *_years(2011, 2011), (20, 28), (20, 45), {"stop": 1, "renew": 1}, over_by=_OVER),
    Round(*_TNE, "2011", *_years(2011, 2012), (24, 36), (20, 45), {"run": 5, "lag": 1, "dormant": 1}, beyond=_INTO),
    Round(*_TNE, "2012", *_years(2012, 2013), (26, 36), (20, 45), {"run": 3, "stop": 1, "lag": 1}, renews=1,
          beyond=_INTO),
    Round(*_TNE, "TNE 2014/15", date(2015, 2, 1), date(2015, 11, 30), (24, 36), (25, 60),
          {"run": 7, "stop": 2, "lag": 2, "dormant": 1}),
    Round(*_TNE, "2017", *_years(2017, 2017), (24, 36), (25, 60), {"run": 4}),
    Round(*_TNE, "2019", date(2019, 3, 1), date(2019, 9, 30), (24, 24), (25, 60), {"run": 1}),
    # 23 projects, nine of them at the launch; 14 still run after their money ended.
    Round(*_BANGLADESH, "2009", date(2009, 3, 1), date(2009, 11, 30), (36, 36), (30, 50), {"run": 6, "stop": 3}),
    Round(*_BANGLADESH, "2010", *_years(2010, 2011), (30, 36), (30, 50), {"run": 3, "stop": 2}),
    Round(*_BANGLADESH, "2012", *_years(2012, 2013), (30, 36), (30, 50), {"run": 3, "stop": 2}),
    Round(*_BANGLADESH, "2014", date(2014, 1, 10), date(2014, 9, 30), (30, 36), (30, 50), {"run": 2, "stop": 2}),
)  # fmt: skip

_MIXED = {"run": 3, "stop": 4, "lag": 2, "dormant": 1}
_OTHERS = (
    Round(*_LINKS, "Phase 2", date(2006, 3, 1), date(2008, 6, 30), (24, 36), (20, 40),
          {"stop": 5, "renew": 3, "run": 2, "lag": 2, "dormant": 1}),
    Round(*_LINKS, "2009", *_years(2009, 2009), (24, 36), (15, 40), {"stop": 4, "renew": 2, "run": 3, "lag": 1}),
    Round(*_LINKS, "2011", *_years(2011, 2011), (24, 36), (15, 40), {"stop": 3, "renew": 3, "run": 3, "lag": 2},
          renews=3),
    Round(*_LINKS, "2013", *_years(2013, 2013), (24, 36), (15, 40), _MIXED, renews=2),
    Round(*_LINKS, "2015", *_years(2015, 2015), (24, 36), (15, 40), {"stop": 2, "run": 4, "lag": 1, "dormant": 1},
          renews=2),
    Round(*_LINKS, "2017", *_years(2017, 2017), (22, 34), (15, 40), {"run": 6}),
    Round("education-gateway", "research_link", "PAK", "2018", date(2018, 3, 1), date(2018, 11, 30), (18, 30), (40, 90),
          {"run": 11}),
    Round("education-gateway", "mobility", "PAK", "2019", date(2019, 1, 15), date(2019, 6, 30), (24, 30), (40, 90),
          {"run": 3}),
    *[
        Round("going-global", strand, country, call, *_years(int(call), int(call)), (12, 24), (15, 50), fates)
        for country in ("PAK", "BGD")
        for call, strand, fates in (
            ("2014", "project", {"stop": 2, "run": 2, "lag": 1}),
            ("2016", "mobility", {"stop": 2, "run": 3}),
            ("2018", "project", {"run": 5}),
        )
    ],
    Round("going-global", "project", "BGD", "2019", date(2019, 2, 1), date(2019, 8, 30), (12, 24), (15, 50),
          {"run": 2}),
    *[
        Round("other-projects", strand, country, None, *_years(year, year + 1), (9, 30), (8, 45), fates)
        for country, more in (("PAK", 0), ("BGD", 1))
        for year, strand, fates in (
            (2008, "project", {"stop": 2, "lag": 1 + more}),
            (2010, "research_link", {"stop": 2, "run": 1, "dormant": more}),
            (2012, "project", {"stop": 2, "run": 1 + more, "unknown": 1}),
            (2014, "other", {"stop": 2, "run": 2}),
            (2016, "research_link", {"stop": 1, "run": 3 + more}),
        )
    ],
)  # fmt: skip


def _agreements() -> list[Round]:
    # Pakistani ones about teaching start in 2015 or later: in 2014 the 16 of INSPIRE are all there are.
    found = []
    for year in range(2008, 2019):
        for country, count in (("PAK", 2 + (year - 2008) // 2), ("BGD", 1 + (year - 2008) // 3)):
            teaching = year % 2 == (country == "PAK") and (country == "BGD" or year >= 2015)
            strand = "tne" if teaching else ("mobility", "other", "research_link")[year % 3]
            fates = {"run": count - 1, ("stop", "unknown", "dormant", "lag")[year % 4]: 1}
            found.append(Round("agreements", strand, country, None, *_years(year, year), None, None, fates))
    return found


ROUNDS = (*INSPIRE, *_OTHERS, *_agreements())

PROGRAMMES = (
    ("inspire-pakistan-partnerships", "INSPIRE in Pakistan: strategic partnerships", "inspire", "PAK", "2008", None),
    ("inspire-pakistan-tne", "INSPIRE in Pakistan: transnational education", "inspire", "PAK", "2009", None),
    ("inspire-pakistan-leadership", "INSPIRE in Pakistan: leadership programme", "inspire", "PAK", "2010", None),
    ("inspire-pakistan-researchers", "INSPIRE in Pakistan: talented researchers", "inspire", "PAK", "2010", "2013"),
    ("inspire-bangladesh", "INSPIRE in Bangladesh: projects", "inspire", "BGD", "2009", "2017"),
    ("inspire-bangladesh-leadership", "INSPIRE in Bangladesh: leadership series", "inspire", "BGD", "2011", None),
    ("joint-links", "Joint higher education links", "links", "PAK", "2006", None),
    ("education-gateway", "Education gateway", "gateway", "PAK", "2018", None),
    ("going-global", "Going global together", "going_global", None, "2014", None),
    ("agreements", "Agreements between institutions", "agreements", None, None, None),
    ("other-projects", "Other projects", "other", None, None, None),
    ("researcher-workshops", "Workshops of research funds", "other", None, "2014", None),
    ("commission-courses", "The commission's own management courses", "other", "PAK", "2011", None),
)
"""Id, name, family, country, first and last year."""
