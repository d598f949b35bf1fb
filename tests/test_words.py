"""Every code that a reader can meet has words: in the shipped Parquet, in every answer, in the closed filters."""

from collections.abc import Iterator

import pytest

from dashboard import catalogue, filters, words
from dashboard.publish.snapshot import TABLE_NAMES
from tests.asking import record, world

OPEN = {"subject", "metric"}
"""Vocabularies whose codes come with the data and are words already, but for the abbreviations in some."""

SHORT = {"pct", "gbp", "tne", "uk", "phd", "max", "min", "vc"}
"""What no reader should meet in lower case; a code that holds one of them needs words of its own."""


def codes(value: object) -> Iterator[str]:
    """Yield the codes in a cell, a list's one by one."""
    for code in value if isinstance(value, list) else [value]:
        if code is not None:
            yield str(code)


CODED = [
    (question.id, column.name, column.words)
    for question in catalogue.questions().values()
    for column in question.columns.values()
    if column.words and column.words not in OPEN
]


@pytest.mark.parametrize(("question_id", "column", "vocabulary"), CODED, ids=[f"{q}.{c}" for q, c, _ in CODED])
def test_codes_in_answers_have_words(question_id: str, column: str, vocabulary: str) -> None:
    for data in (record(), world()):
        met = {code for row in data.rows(question_id) for code in codes(row[column])}
        assert met - words.WORDS[vocabulary].keys() == set()


STORED = {
    "institutions": {"country": "country", "kind": "kind", "sector": "sector",
                     "coordinate_precision": "coordinate_precision"},
    "programmes": {"family": "programme"},
    "partnerships": {"strand": "strand", "status": "status", "country": "country", "confidence": "confidence"},
    "partnership_members": {"role": "role"},
    "leadership_events": {"status": "event_status", "country": "country", "course": "course", "way": "way"},
    "tne_programmes": {"delivery": "delivery", "award": "award", "cpd_type": "cpd_type", "level": "study_level",
                       "status": "status"},
    "leadership_attendance": {"role_group": "role_group"},
    "leadership_posts": {"role_group": "role_group", "state": "post_state"},
    "impact_evidence": {"aspect": "aspect", "engagement_group": "engagement_group", "side": "country"},
    "claims": {"kind": "claim_kind"},
    "register": {"country": "country", "coordinate_precision": "coordinate_precision"},
}  # fmt: skip


@pytest.mark.parametrize(("table", "column"), [(table, column) for table in STORED for column in STORED[table]])
def test_codes_in_the_shipped_tables_have_words(table: str, column: str) -> None:
    stored = record().snapshot.tables()[table]
    met = {code for value in stored.column(column).to_pylist() for code in codes(value)}
    assert met - words.WORDS[STORED[table][column]].keys() == set()


@pytest.mark.parametrize(
    ("question_id", "column"), [(q.id, c.name) for q in catalogue.questions().values() for c in q.columns.values()
                                if c.words == "metric"]
)  # fmt: skip
def test_open_codes_say_no_abbreviation(question_id: str, column: str) -> None:
    said = {words.say("metric", row[column]) for row in record().rows(question_id)}
    assert [text for text in said if SHORT & set(text.split())] == []


def test_every_table_has_a_name() -> None:
    assert set(TABLE_NAMES) == words.WORDS["table"].keys()


@pytest.mark.parametrize("name", list(filters.CLOSED))
def test_every_choice_that_a_filter_offers_has_words(name: str) -> None:
    assert set(filters.CLOSED[name]) <= words.WORDS[name].keys()


def test_words_are_words_and_codes_are_codes() -> None:
    for vocabulary, known in words.WORDS.items():
        assert len(set(known.values())) == len(known), f"{vocabulary} says two codes in the same words"
        for code, said in known.items():
            assert said.strip() == said
            assert said[0].isupper()
            assert "_" not in said
            assert code.isascii()
            assert code.replace("_", "").isalnum()


def test_unknown_and_missing_codes_are_readable() -> None:
    assert words.say("subject", "earth_sciences") == "earth sciences"
    assert words.say("country", None) == "not stated"
    assert words.say("country", "PAK") == "Pakistan"
