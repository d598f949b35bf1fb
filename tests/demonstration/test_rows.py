"""Whatever the seed: no fault, dates in order, nothing from after the day, every row says that it is made up."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.publish import schema
from tests.demonstration import making
from tests.demonstration.making import first, last

DAYS = st.sampled_from((making.LAST, making.EARLIER, date(2014, 6, 30), date(2012, 12, 31)))


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(1, 10**9), as_of=DAYS)
def test_any_seed_and_day_gives_a_sound_programme(seed: int, as_of: date) -> None:
    made = making.world.__wrapped__(seed, as_of)
    assert made.errors == []
    assert len(made.warnings) == 2, "one partnership without a UK side, one without a partner, on purpose"
    sound(made)


@pytest.mark.parametrize("as_of", [making.LAST, making.EARLIER])
def test_the_shipped_editions_are_sound(as_of: date) -> None:
    made = making.world(as_of=as_of)
    assert made.errors == []
    assert len(made.warnings) == 2
    sound(made)


def sound(made: making.World) -> None:
    keys_are_found(made)
    dates_are_in_order(made)
    nothing_is_known_too_early(made)
    posts_follow_each_other(made)
    courses_fit_those_who_came(made)
    for table, rows in made.rows.items():
        for row in rows if "source_url" in schema.columns(table) else ():
            assert row["source_url"].startswith("Demonstration data (made up)"), (table, row)
    assert all("made-up" in row["summary"].casefold() for row in made.rows["impact_evidence"])


def keys_are_found(made: making.World) -> None:
    for table, rows in made.rows.items():
        for column in schema.columns(table).values():
            if column.kind.points_to:
                known = {row[schema.TABLES[column.kind.points_to].KEY[0]] for row in made.rows[column.kind.points_to]}
                assert {row[column.name] for row in rows} - {None} <= known, (table, column.name)


def dates_are_in_order(made: making.World) -> None:
    for table, rows in made.rows.items():
        for row in rows:
            for begun, ended in schema.TABLES[table].SPANS:
                assert last(row.get(ended)) >= first(row.get(begun)), (table, row)
    before = made.by("partnerships", "partnership_id")
    institutions = made.by("institutions", "institution_id")
    for row in made.rows["partnerships"]:
        if row["renewed_from"]:
            assert last(row["start_date"]) > first(before[row["renewed_from"]]["start_date"])
    for row in made.rows["partnership_members"]:
        start = before[row["partnership_id"]]["start_date"] or before[row["partnership_id"]]["seen_from"]
        assert last(start) >= first(institutions[row["institution_id"]]["recognised_from"])


def nothing_is_known_too_early(made: making.World) -> None:
    for table, column in (
        ("leadership_posts", "from_date"), ("leadership_posts", "to_date"), ("tne_programmes", "first_intake"),
        ("impact_evidence", "dated"), ("partnerships", "status_as_of"), ("researcher_workshops", "start_date"),
        ("institutions", "recognised_from"), ("institutions", "recognised_to"),
    ):  # fmt: skip
        assert all(row[column] is None or first(row[column]) <= made.as_of for row in made.rows[table]), (table, column)
    for row in made.rows["leadership_events"]:
        if row["status"] == "held":
            assert last(row["end_date"]) <= made.as_of
        elif row["status"] == "planned":
            assert (row["participants"], row["women"]) == (None, None)
    for row in made.rows["partnerships"]:
        assert (first(row["start_date"] or row["seen_from"]) <= made.as_of) or row["status"] == "planned"
    came = {row["event_id"] for row in made.rows["leadership_attendance"]}
    assert came <= {row["event_id"] for row in made.rows["leadership_events"] if row["status"] == "held"}


def posts_follow_each_other(made: making.World) -> None:
    heads: dict[str, list[tuple[date, date]]] = {}
    for row in made.rows["leadership_posts"]:
        assert (row["holder_key"] is None) == (row["state"] in ("vacant", "not_known"))
        if row["role_group"] == "vice_chancellor":
            span = (last(row["from_date"]), first(row["to_date"]) if row["to_date"] else date.max)
            heads.setdefault(row["institution_id"], []).append(span)
    for spans in heads.values():
        ordered = sorted(spans, key=lambda span: span[1])
        assert sum(end == date.max for _, end in ordered) <= 1, "one vice-chancellor at a time"
        for (_, end), (begun, _) in pairwise(ordered):
            assert begun >= end


def courses_fit_those_who_came(made: making.World) -> None:
    came: dict[str, int] = {}
    for row in made.rows["leadership_attendance"]:
        came[row["event_id"]] = came.get(row["event_id"], 0) + row["attendees"]
        assert row["women"] is None or row["women"] <= row["attendees"]
    for row in made.rows["leadership_events"]:
        if row["participants"] is not None:
            assert came.get(row["event_id"], 0) <= row["participants"]
    for row in made.rows["tne_enrolments"]:
        if row["learners"] is not None:
            assert (row["completions"] or 0) <= row["learners"]


def test_the_later_edition_puts_right_what_the_earlier_had_wrong() -> None:
    before, after = making.world(as_of=making.EARLIER), making.world()
    old, new = (each.by("institutions", "institution_id") for each in (before, after))
    renamed = [name for name in old if old[name]["name"] != new[name]["name"]]
    assert len(renamed) >= 3
    assert all(old[name]["name"] in new[name]["aliases"].split("; ") for name in renamed)
    assert set(new) > set(old)
    struck = set(before.by("partnerships", "partnership_id")) - set(after.by("partnerships", "partnership_id"))
    assert len(struck) == 1
    changed = {
        column
        for name, row in before.by("partnerships", "partnership_id").items() if name not in struck
        for column, value in row.items() if value != after.by("partnerships", "partnership_id")[name][column]
    }  # fmt: skip
    assert changed >= {"award_gbp", "subject", "status", "end_date"}
    held = [each.by("leadership_events", "event_id") for each in (before, after)]
    assert [name for name in held[0] if (held[0][name]["status"], held[1][name]["status"]) == ("planned", "held")]
