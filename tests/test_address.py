"""The codec of the address bar: identity, defaults, and hostile strings."""

import random
import string
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import address, filters
from dashboard.filters import (
    CLOSED,
    COMPARED,
    FIRST_YEAR,
    LABELS,
    LAST_YEAR,
    LEVELS,
    LOOKS,
    SINGLE,
    TARGETS,
    Filters,
    Look,
    View,
)

INSTITUTIONS = ("ash", "pine", "river-delta-2")
SUBJECTS = ("Agriculture & environment", "Health", "Social sciences & law", "স্বাস্থ্য")


def some(vocabulary: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    """Subsets of a vocabulary in its own order, as the widgets give them."""
    return st.sets(st.sampled_from(vocabulary)).map(lambda chosen: tuple(c for c in vocabulary if c in chosen))


years = (
    st.tuples(st.integers(FIRST_YEAR, LAST_YEAR), st.integers(FIRST_YEAR, LAST_YEAR))
    .map(sorted)
    .map(tuple)
    .filter(lambda pair: pair != (FIRST_YEAR, LAST_YEAR))
)
narrowings = st.builds(
    Filters,
    country=some(CLOSED["country"]),
    programme=some(CLOSED["programme"]),
    years=st.none() | years,
    strand=some(CLOSED["strand"]),
    subject=some(SUBJECTS),
    uk_group=some(CLOSED["uk_group"]),
    sector=some(CLOSED["sector"]),
    role_group=some(CLOSED["role_group"]),
    qualifying=st.sampled_from(SINGLE["qualifying"]),
    institution=st.lists(st.sampled_from(INSTITUTIONS), max_size=2, unique=True).map(tuple),
    level=st.sampled_from(LEVELS),
    target=st.integers(*TARGETS),
    against=st.just(0) | st.integers(FIRST_YEAR, LAST_YEAR),
    year=st.just(0) | st.integers(FIRST_YEAR, LAST_YEAR),
)
data = st.just((None, None)) | st.tuples(
    st.sampled_from(["public-record", "demonstration", "p1"]), st.none() | st.integers(1, 999_999)
)
keys = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=100)
shows = st.none() | keys.map(lambda key: f"partnerships/by_subject~{key}")
words_typed = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=80).filter(str.isprintable)
beside = st.fixed_dictionaries(
    {
        "find": words_typed,
        "compare": st.sampled_from(COMPARED),
        "sides": st.lists(st.sampled_from(("PAK", "inspire", "ash", "3")), max_size=2).map(tuple),
        "since": st.none() | st.integers(1, 999_999),
        "look": st.builds(Look, **{name: st.sampled_from(known) for name, known in LOOKS.items()}),
    }
)
views = st.builds(
    lambda where, narrowing, show, rest: View(where[0], where[1], narrowing, show, **rest),
    data, narrowings, shows, beside,
)  # fmt: skip


def through_the_address_bar(view: View) -> tuple[View, list[str]]:
    pairs = [(name, value) for name, values in address.encode(view).items() for value in values]
    query = urlencode(pairs, errors="surrogatepass")
    return address.parse(parse_qs(query, errors="surrogatepass"), subjects=SUBJECTS, institutions=INSTITUTIONS)


@given(views)
@settings(max_examples=400)
def test_a_view_survives_its_own_link(view: View) -> None:
    assert through_the_address_bar(view) == (view, [])


def test_the_default_view_has_an_empty_address() -> None:
    assert address.encode(View()) == {}
    assert address.parse({}) == (View(), [])


def test_the_full_range_of_years_is_no_filter() -> None:
    view, troubles = address.parse({"years": [str(FIRST_YEAR), str(LAST_YEAR)]})
    assert (view.filters.years, troubles) == (None, [])


@pytest.mark.parametrize(
    ("raw", "expected", "said"),
    [
        ({"years": ["2018", "2010"]}, Filters(), "years"),
        ({"years": ["2010"]}, Filters(), "years"),
        ({"years": ["1899", "2010"]}, Filters(), "years"),
        ({"years": ["٢٠١٠", "٢٠١٢"]}, Filters(), "years"),
        ({"country": ["PAK", "ATL"]}, Filters(country=("PAK",)), "partner country"),
        ({"country": ["Pakistan"]}, Filters(), "partner country"),
        ({"programme": ["INSPIRE"]}, Filters(), "programme"),
        ({"subject": ["Astrology"]}, Filters(), "subject"),
        ({"level": ["galaxy"]}, Filters(), "level"),
        ({"snapshot": ["../../etc"]}, Filters(), "data"),
        ({"snapshot": ["a@1", "b@2"]}, Filters(), "data"),
        ({"show": ["<script>"]}, Filters(), "row"),
        ({"contry": ["PAK"]}, Filters(), "word"),
    ],
)
def test_what_cannot_be_honoured_gives_the_default_and_one_sentence(raw, expected, said) -> None:
    view, troubles = address.parse(raw, subjects=SUBJECTS, institutions=INSTITUTIONS)
    assert view.filters == expected
    assert len(troubles) == 1
    assert said in troubles[0]


def test_the_marks_of_mailing_tools_are_dropped_without_a_word() -> None:
    assert address.parse({"utm_source": ["newsletter"], "fbclid": ["x"]}) == (View(), [])


def test_a_filter_that_the_page_does_not_have_is_said() -> None:
    view, troubles = address.parse({"strand": ["tne"], "country": ["BGD"]}, offered=filters.SHARED)
    assert view.filters == Filters(country=("BGD",))
    assert troubles == ["this page has no filter for strand, so it was left out"]


def test_order_in_the_address_does_not_matter() -> None:
    one = address.parse({"country": ["BGD", "PAK"]})
    assert one == address.parse({"country": ["PAK", "BGD"]})


def hostile() -> list[str]:
    """2,000 strings that people and scanners put into addresses, from a fixed seed."""
    seeds = [
        "<script>alert(1)</script>", "' OR 1=1 --", "../../../etc/passwd", "${jndi:ldap://x}", "{{7*7}}", "\x00", "%00",
        "＜img src=x onerror=alert(1)＞", "javascript:alert(1)", "\u202eabc", "PAK\r\nSet-Cookie: a=b",
        "public-record@0", "public-record@-1", "public-record@999999999999", "@", "~", "map/links~", "map/links~~~~",
        "9" * 400, "-1", "1e9", "NaN", "null", "[]", "PAK;DROP TABLE partnerships",
        "𝐏𝐀𝐊", "ＰＡＫ", "pak", " PAK", "PAK ",
    ]  # fmt: skip
    rng = random.Random(20261122)
    letters = string.printable + "éßاب\u200d\u0600\U0001f4a9"
    while len(seeds) < 2000:
        base = rng.choice(seeds[:30])
        noise = "".join(rng.choice(letters) for _ in range(rng.randrange(0, 40)))
        at = rng.randrange(0, len(base) + 1)
        seeds.append(base[:at] + noise + base[at:])
    return seeds


def test_two_thousand_hostile_strings_never_raise_and_are_never_repeated() -> None:
    rng = random.Random(1)
    names = [*LABELS, "snapshot", "show"]
    for text in hostile():
        name = rng.choice(names)
        raw = {name: [text], rng.choice(names): [text, "PAK"], text[:40] or "x": [text]}
        view, troubles = address.parse(raw, subjects=SUBJECTS, institutions=INSTITUTIONS)
        again, silent = through_the_address_bar(view)
        assert (again, silent) == (view, [])
        if len(text) > 3 and text not in ("abc",):
            assert not any(text in trouble for trouble in troubles)


def test_filters_are_described_in_words() -> None:
    chosen = Filters(country=("PAK", "BGD"), programme=("inspire",), years=(2008, 2014))
    assert chosen.describe() == "Pakistan or Bangladesh; INSPIRE; 2008 to 2014"
    assert chosen.describe(("country",)) == "Pakistan or Bangladesh; not filtered by programme and years"
    assert Filters().describe() == "no filter set"


def test_narrowing_to_some_filters_sets_the_others_back() -> None:
    chosen = Filters(country=("PAK",), strand=("tne",), level="city")
    assert chosen.only(filters.SHARED) == Filters(country=("PAK",))
