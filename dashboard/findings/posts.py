"""The findings about posts and who holds them. People come in words that passed the rule; nothing is added up."""

import re

from dashboard import words
from dashboard.catalogue import Question
from dashboard.findings.prose import SMALLEST_BASE, Rows, by_country, capital, listed, name_in


def newcomers(question: Question, rows: Rows, kind: str) -> str:
    """Say of the last year of each country how many of those appointed ``what``, in the row's own words."""
    find = question.finding
    said = []
    for country, own in by_country(question, rows):
        row = max(own, key=lambda row: row[find["over"]])
        if (row[find["total"]] or 0) >= SMALLEST_BASE and row[find["words"]]:
            told = re.sub("^0 of ", "none of ", row[find["words"]])
            said.append(f"{country}: of those appointed in {row[find['over']]}, {told} {find['what']}")
    return "; ".join(said) + "." if said else ""


def teams(question: Question, rows: Rows, kind: str) -> str:
    """Say at how many institutions of each sector every tier is trained, country by country."""
    find = question.finding
    every = words.codes(question.columns[find["code"]].words)[-1]
    said = []
    for country, own in by_country(question, rows):
        if max(row[find["value"]] or 0 for row in own) < SMALLEST_BASE:
            continue
        whole = [row for row in own if row[find["code"]] == every]
        parts = [f"{row[find['words']]} {name_in(question, row, find['label']).lower()}" for row in whole]
        said.append(f"in {country} at {listed(parts) if parts else 'none'}")
    return "Institutions with all three tiers trained: " + "; ".join(said) + "." if said else ""


def states(question: Question, rows: Rows, kind: str) -> str:
    """Say in which state the posts of the first role group are, country by country."""
    find = question.finding
    said = []
    for _, own in by_country(question, rows):
        first = [row for row in own if row[find["group"]] == own[0][find["group"]]]
        if max(row[find["value"]] or 0 for row in first) < SMALLEST_BASE:
            continue
        parts = [f"{row[find['words']]} {words.say('', row[find['code']])}" for row in first]
        said.append(f"{first[0][find['label']]}: {', '.join(parts)}")
    return capital("; ".join(said)) + "." if said else ""
