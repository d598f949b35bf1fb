"""Courses taught across the border, and who enrolled on them, year by year."""

from datetime import date

from dashboard.demonstration.award import Partnership
from dashboard.demonstration.chance import Chance
from dashboard.demonstration.days import LAST, Made, blurred, later
from dashboard.demonstration.institutions import SOURCE

CALL, TEACHING = "TNE 2014/15", 8
"""Of the partnerships of this round so many teach; two more plan a course, the others have none."""

_KINDS = {
    "short_course": 12, "dual_award": 8, "joint_award": 6, "articulation": 5, "study_centre": 4, "other": 2,
}  # fmt: skip
_AWARDS = {
    "joint_award": (("degree", 8), ("diploma", 1)),
    "dual_award": (("degree", 1),),
    "articulation": (("diploma", 2), ("degree", 2)),
    "study_centre": (("degree", 3), ("diploma", 2), ("certificate", 1)),
    "short_course": (("certificate", 5), ("cats_credits", 4), ("none", 1), ("diploma", 1)),
    "other": (("certificate", 1), ("none", 1)),
}
_TITLES = {
    "Agriculture & environment": ("Environmental management", "Food technology", "Water resources"),
    "Architecture & design": ("Textile design", "Architecture", "Planning of towns"),
    "Arts & heritage": ("Museum studies", "Fine art", "Care of collections"),
    "Business & management": ("Business administration", "Accounting", "Project management"),
    "Computing": ("Computing", "Data analysis", "Software engineering"),
    "Education": ("Teacher education", "Leadership of schools", "Educational assessment"),
    "Engineering & energy": ("Civil engineering", "Renewable energy", "Electronics"),
    "Health": ("Nursing", "Public health", "Medical education"),
    "Languages & area studies": ("English for academic study", "Applied linguistics"),
    "Multiple": ("Foundation year", "Learning and teaching in higher education"),
    "Sciences": ("Biosciences", "Applied mathematics", "Chemistry of materials"),
    "Social sciences & law": ("Law", "Development studies", "Public policy"),
}


def rows(seed: int, block: int, found: list[Partnership]) -> list[Made]:
    """Return the rows of courses and of enrolments."""
    chance = Chance(seed, "teaching", block)
    made, number, in_call = list[Made](), 0, 0
    for one in found:
        if one.round.strand != "tne" or one.start > LAST:
            continue
        count = chance.weighted((1, 2, 3), (55, 35, 10))
        teaches = chance.happens(0.88)
        if one.round.call == CALL:
            in_call += 1
            teaches, count = in_call <= TEACHING, count if in_call <= TEACHING + 2 else 0
        for _ in range(count):
            number += 1
            made += _course(chance, one, f"{one.id}-t{number:03d}", teaches)
    return made


def _course(chance: Chance, one: Partnership, name: str, teaches: bool) -> list[Made]:
    delivery = chance.weighted(tuple(_KINDS), tuple(_KINDS.values()))
    short = delivery == "short_course"
    kinds = _AWARDS[delivery]
    award = chance.weighted([kind for kind, _ in kinds], [weight for _, weight in kinds])
    first = _intake(chance, one) if teaches else None
    ended = one.end is not None and first is not None
    level = "cpd" if short else chance.weighted(("undergraduate", "postgraduate"), (45, 55))
    credits = {"cats_credits": (10, 15, 20, 30, 60), "certificate": (30, 60), "degree": (180, 360)}.get(award, (120,))
    cells = {
        "tne_id": name,
        "partnership_id": one.id,
        "title": chance.pick(_TITLES[one.subject]),
        "delivery": delivery,
        "award": award,
        "cpd_type": chance.pick(("standalone", "module", "tailor_made")) if short else None,
        "level": level,
        "cats_credits": None if award == "none" or chance.happens(0.2) else chance.pick(credits),
        "first_intake": None if first is None else blurred(chance, first, 0.5, 0.15),
        "status": "planned" if first is None else "ends" if ended else "active",
        "source_url": SOURCE + ", list of courses",
        "ends": one.end,
    }
    course = Made("tne_programmes", later(one.start, 2) if first is None else first, cells)
    return [course] if first is None else [course, *_enrolments(chance, name, first, one.end, short)]


def _intake(chance: Chance, one: Partnership) -> date | None:
    ready = later(one.start, chance.whole(3, 14))
    first = date(ready.year, 9, 15) if ready.month < 9 else date(ready.year + 1, 2, 1)
    last = min(one.end or LAST, LAST)
    return first if first < last else later(one.start, 1) if later(one.start, 1) < last else None


def _enrolments(chance: Chance, name: str, first: date, end: date | None, short: bool) -> list[Made]:
    made, learners, women_pct = [], chance.whole(12, 40), chance.whole(25, 62)
    last = LAST if end is None else min(end, LAST)
    for year in range(first.year, last.year + 1):
        since = max(date(year, 10, 31), first)
        if since > LAST:
            break
        known = not chance.happens(0.07)
        stated = known and not chance.happens(0.14)
        women = learners * (women_pct + chance.whole(-5, 5)) // 100
        finished = 0 if year == first.year and not short else learners * chance.whole(45, 85) // 100
        cells = {
            "tne_id": name, "year": year, "learners": learners if known else None, "women": women if stated else None,
            "completions": finished if known and not chance.happens(0.12) else None,
        }  # fmt: skip
        made.append(Made("tne_enrolments", since, cells))
        learners = max(6, learners * chance.whole(88, 128) // 100)
    return made
