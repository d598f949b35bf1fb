"""The figures that the design counted by hand on the public record, and where a recount differs, why."""

from statistics import median
from typing import Any

from dashboard import catalogue, findings
from tests.asking import record


def rows(question_id: str, **filters: Any) -> list[dict[str, Any]]:
    return record().rows(question_id, **filters)


def said(question_id: str) -> str:
    return findings.sentence(catalogue.question(question_id), rows(question_id), "record")


def values(question_id: str, key: str, value: str, **filters: Any) -> dict[Any, Any]:
    return {row[key]: row[value] for row in rows(question_id, **filters)}


def test_the_base() -> None:
    assert said("overview/base") == (
        "86 partnerships, 53 with Pakistan and 33 with Bangladesh, join 50 UK and 63 partner institutions. "
        "Six more are only planned and are not counted."
    )
    assert values("overview/base_by_programme_scope", "scope", "partnerships") == {"all": 86, "inspire": 13}
    assert len(rows("about/planned")) == 6
    assert len(rows("about/other_countries")) == 5


def test_known_by_year() -> None:
    assert said("partnerships/known_by_year") == (
        "79 of the 86 carry a date: 14 known by 2007, 33 by 2013, 54 by 2020, 79 by 2025."
    )
    assert max(values("partnerships/known_by_year", "year", "known", country=["BGD"]).values()) == 29


def test_the_reported_tiles() -> None:
    tiles = [(row["qualifier"], row["reported"], row["unit"], row["shown_words"]) for row in rows("overview/reported")]
    assert tiles == [
        ("", "26", "partnerships", "10 shown by name, in 11 awards"),
        ("about", "16", "partnerships", "none of them by name"),
        ("", "13", "programmes", "3 dated, 1 undated"),
        ("up to", "98", "%", "published three times, of three groups"),
        ("about", "900", "people", "4 of the workshops, no head count, and the 14 master trainers"),
        ("", "23 and 14", "projects", "1 project by name, two awards"),
    ]
    places = [row["place"] for row in rows("overview/reported")]
    assert places[0] == "British Council page, about 2014"
    assert places[3] == "British Council page, about 2014, 2015, undated"
    assert places[5] == "British Council page, to 2017"


def test_who_stands_behind_them() -> None:
    programmes = values("partnerships/by_programme", "programme", "partnerships")
    assert (programmes["inspire"], programmes["agreements"]) == (13, 31)
    bangladesh = [row for row in rows("partnerships/by_subject") if row["country"] == "BGD"]
    assert max(bangladesh, key=lambda row: row["partnerships"])["subject"] == "Agriculture & environment"


def test_institutions() -> None:
    uk = rows("partnerships/by_uk_institution")
    assert sum(row["both_countries"] for row in uk) == 9
    partners = rows("partnerships/by_partner_institution")
    assert (partners[0]["institution"], partners[0]["partnerships"]) == ("University of Dhaka", 5)
    hub = max(partners, key=lambda row: row["links"])
    assert (hub["institution"], hub["links"]) == ("Lahore College for Women University", 9)
    assert sum(row["region"] == "Dhaka" for row in partners if row["country"] == "BGD") == 13
    assert sum(row["country"] == "BGD" for row in partners) == 20


def test_the_russell_group() -> None:
    # The design says 15 of 48: its 48 counts The Open University, whose one project (bd-006) names no partner, so that
    # nothing links it. Among the linked universities, the unit of every other page, it is 47. One in three either way.
    assert [(row["russell_group"], row["universities"]) for row in rows("partnerships/russell_group_share")] == [
        (15, 47),
        (24, 176),
    ]


def test_the_map() -> None:
    assert said("map/links") == "110 links: 74 with Pakistan, 36 with Bangladesh."
    assert sum(row["renewing"] for row in rows("map/links")) == 3
    pairs = {(row["uk_region"], row["region"]): row["partnerships"] for row in rows("map/partnerships_by_region_pair")}
    assert (pairs["London", "Dhaka"], pairs["London", "Punjab"]) == (9, 8)
    regions = {row["region"]: (row["linked"], row["registered"]) for row in rows("map/register_by_region")}
    assert [sum(parts) for parts in zip(regions["Rangpur"], regions["Barishal"], strict=True)] == [0, 12]
    assert regions["Khyber Pakhtunkhwa"] == (7, 44)


def test_leadership() -> None:
    assert said("leadership/events") == (
        "Ten for Pakistan (one undated), four for Bangladesh; 177 participants in the seven with a stated number."
    )
    # Never the sum of 14: it has nothing to do with the 13 that were published.
    about = [name for name, each in catalogue.questions().items() if each.subject in ("leadership", "overview")]
    assert not any("14 courses" in said(question_id) for question_id in about)
    events = rows("leadership/events")
    assert sum(row["country"] == "PAK" for row in events) == 10
    assert sum(row["country"] == "BGD" for row in events) == 4
    assert [row["event_id"] for row in events if row["first_day"] is None] == ["pk-l011"]
    stated = [row["participants"] for row in events if row["participants"] is not None]
    assert (sum(stated), len(stated)) == (177, 7)
    assert median(row["participants"] for row in events if row["country"] == "PAK" and row["participants"]) == 19.5


def test_coverage_is_arithmetic_only() -> None:
    lines = {row["line"]: row for row in rows("leadership/published_coverage")}
    assert [row["share"] for row in lines.values() if row["kind"] == "published"] == [98, 98, 98]
    assert [row["of_what"] for row in lines.values() if row["kind"] == "arithmetic"] == [
        "If “over 90” were 98 %, about 92 posts were eligible",
        "98 % of the 181 on the HEC list of about 2018–20 would be about 177",
    ]
    reach = {row["of_what"]: row["share"] for row in lines.values() if row["kind"] == "reach"}
    assert reach == {
        "14 of 121 universities (6 public, 8 private)": 11.6,
        "14 of 118 universities (6 public, 8 private)": 11.9,
    }
