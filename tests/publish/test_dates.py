"""Partial dates: nothing is guessed, nothing is lost, and the bounds are the days that the text can mean."""

import calendar
import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.publish import dates

DAYS = st.dates(date(1800, 1, 1), date(2099, 12, 31))


@given(DAYS, st.sampled_from(["year", "month", "day"]))
def test_the_text_is_kept_and_the_bounds_hold_the_day(day: date, precision: str) -> None:
    text = day.isoformat()[: {"year": 4, "month": 7, "day": 10}[precision]]
    parsed = dates.parse(text)
    assert (parsed.text, parsed.precision) == (text, precision)
    assert parsed.earliest <= day <= parsed.latest
    # The bounds are the widest that still read as the text.
    assert parsed.earliest.isoformat().startswith(text)
    assert parsed.latest.isoformat().startswith(text)
    assert not (parsed.earliest - timedelta(days=1)).isoformat().startswith(text)
    assert not (parsed.latest + timedelta(days=1)).isoformat().startswith(text)


@given(st.integers(1800, 2099), st.integers(0, 99), st.integers(0, 99))
def test_only_days_that_exist_are_read(year: int, month: int, day: int) -> None:
    text = f"{year}-{month:02}-{day:02}"
    if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        assert dates.parse(text).earliest == date(year, month, day)
    else:
        with pytest.raises(ValueError, match="a date as 2012, 2012-05 or 2012-05-14"):
            dates.parse(text)


@given(st.text(max_size=12))
def test_any_other_text_is_refused_in_words(text: str) -> None:
    if re.fullmatch("[0-9]{4}(-[0-9]{2}){0,2}", text):
        return
    with pytest.raises(ValueError, match=r"^a date as 2012, 2012-05 or 2012-05-14"):
        dates.parse(text)


@pytest.mark.parametrize(
    "text",
    ["03/04/2014", "2014/04/03", "2014-4-3", "14-04-03", "2014-02-29", "2014-00", "2014-", " 2014", "2014-04-03T00:00",
     "২০১৪", "2014-04-31", "1799", "2100", "41000", "2014.0", ""],
)  # fmt: skip
def test_what_could_be_read_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a date as 2012"):
        dates.parse(text)


def test_a_leap_day_is_a_day() -> None:
    assert dates.parse("2016-02-29").precision == "day"
    assert dates.parse("2016-02").latest == date(2016, 2, 29)
    assert dates.parse("2100".replace("21", "20")).latest == date(2000, 12, 31)


@pytest.mark.parametrize(
    ("column", "stem"),
    [
        ("start_date", "start"),
        ("from_date", "from"),
        ("seen_from", "seen_from"),
        ("as_of", "as_of"),
        ("dated", "dated"),
    ],
)
def test_derived_columns_take_the_stem(column: str, stem: str) -> None:
    assert dates.prefix(column) == stem
