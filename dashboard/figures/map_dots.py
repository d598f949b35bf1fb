"""The dots of a map: filled for a campus, a ring round a pale middle for a city's point, large and soft for an area."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dashboard import words
from dashboard.figures.map_layers import Marks, paint, said, short_id
from dashboard.figures.places import Place
from dashboard.figures.text import count, number
from dashboard.figures.theme import mixed

SMALLEST, GROWS, AREA = 3.0, 4.6, 7.0  # pixels of radius: of any dot, by its weight, and by that of an area
MINOR_RADIUS = 2.0
PALE, SOFT = 0.28, 0.62  # how much of its colour the middle of a ring keeps, and an area


def dots(stand: Sequence[Place], marks: Marks) -> list[dict[str, Any]]:
    """Return the rows of the places of a map of links, small ones last, so that each can be hit."""
    data = []
    for place in sorted(stand, key=lambda place: place.rank):
        lit = marks.stands_out(place.id)
        colour = place_colour(place, marks)
        if (marks.shown is not None or place.asleep) and not lit:
            colour = mixed(marks.theme.land, colour, 0.3)
        fill, edge = painted(place, colour, marks)
        data.append(
            {
                "id": short_id(place.id),
                "p": [place.lon, place.lat],
                "r": round(place.radius + 2 if lit else place.radius, 1),
                "c": fill,
                "e": edge,
                "a": said(place.name),
                "b": place_words(place, marks),
            }
        )
    return data


def place_colour(place: Place, marks: Marks) -> str:
    """Return a place's colour: its country's, or a quiet one where colours mean something else."""
    if marks.scale.column == "country":
        return marks.scale.colour(place.country)
    return marks.theme.muted


def painted(place: Place, colour: str, marks: Marks) -> tuple[list[int], list[int]]:
    """Return the fill and the edge that say how exact a place's point is; hollow where its number is not recorded."""
    land = marks.theme.land
    if place.weight is None:
        return paint(land, 1), paint(colour, 1)
    if place.precision == "region":
        return paint(colour, SOFT), paint(colour, 1)
    if place.precision == "city":
        return paint(mixed(marks.theme.ground, colour, PALE), 1), paint(colour, 1)
    return paint(colour, 1), paint(marks.theme.ground, 1)


def sized(stand: Sequence[Place], grain: float) -> list[Place]:
    """Return the places with the radius of their dots: a dot's area grows with its place's weight."""
    most = max((place.weight or 0 for place in stand), default=1) or 1
    return [replace(place, radius=_radius(place, most) * grain) for place in stand]


def _radius(place: Place, most: float) -> float:
    if place.minor:
        return MINOR_RADIUS
    share = math.sqrt((place.weight or 0) / most)
    return 4.2 + share * AREA if place.precision == "region" else SMALLEST + share * GROWS


def place_words(place: Place, marks: Marks) -> str:
    """Return what the tooltip says of a place: its number, its country, and that its point is a city's."""
    parts = [number(place.links if marks.size == "links" else place.partnerships)]
    parts += [] if marks.terse else [words.say("country", place.country)]
    if marks.size == "people":
        people = "people not recorded" if place.weight is None else count(place.weight, "places taken on courses")
        parts.insert(1, people)
    return " · ".join([*parts, *(["city point"] if place.precision == "city" else [])])
