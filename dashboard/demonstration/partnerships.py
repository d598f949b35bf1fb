"""Partnerships: when each began, how long it was paid for, what became of it, and who is in it."""

from datetime import date, timedelta
from typing import Any

from dashboard.demonstration import members, plan
from dashboard.demonstration.award import Partnership
from dashboard.demonstration.chance import Chance
from dashboard.demonstration.days import LAST, Day, Made, blurred, later
from dashboard.demonstration.institutions import SOURCE, Institution
from dashboard.demonstration.plan import Round

_AIMS = {
    "strategic_partnership": (
        "Strategic partnership",
        "Building research capacity",
        "Staff and curriculum development",
    ),
    "tne": ("Teaching together", "A course across the border", "Joint teaching"),
    "research_link": ("Research link", "Joint research", "Exchange of research methods"),
    "mobility": ("Exchange of staff and students", "Split-site doctorates", "Visiting scholars"),
    "project": ("Project", "Capacity building", "University and community"),
    "other": ("Memorandum of understanding", "Library and learning resources", "Quality of teaching"),
}
_TOPICS = {
    "Agriculture & environment": ("water and soil", "salt-tolerant crops", "inland fisheries", "food chains"),
    "Architecture & design": ("low-cost housing", "craft and textiles", "public space"),
    "Arts & heritage": ("museum collections", "river settlements", "printed books"),
    "Business & management": ("small enterprise", "public management", "Islamic finance"),
    "Computing": ("language technology", "network safety", "health records"),
    "Education": ("teacher education", "assessment", "inclusive classrooms"),
    "Engineering & energy": ("solar power", "earthquake-safe building", "wind energy", "clean water"),
    "Health": ("maternal health", "nursing education", "infectious disease", "diabetes care"),
    "Languages & area studies": ("English for study", "oral history", "translation"),
    "Multiple": ("several faculties", "university governance", "quality assurance"),
    "Sciences": ("materials", "plant biology", "applied mathematics"),
    "Social sciences & law": ("migration", "law and gender", "local government", "population"),
}
_PREFIX = {"PAK": "pk", "BGD": "bd"}


def partnerships(seed: int, block: int, institutions: list[Institution]) -> list[Partnership]:
    """Return a block's partnerships in the order of their rounds."""
    chance = Chance(seed, "partnerships", block)
    found = list[Partnership]()
    for each in plan.ROUNDS:
        fates = chance.mixed([fate for fate, count in each.fates.items() for _ in range(count)])
        awaiting = [one for one in found if one.fate == "renew" and one.round.programme == each.programme]
        awaiting = [one for one in awaiting if all(other.renews is not one for other in found)]
        for place, fate in enumerate(fates):
            earlier = awaiting[place] if place < min(each.renews, len(awaiting)) else None
            found.append(_partnership(chance, each, fate, earlier, len(found) + 1, block))
    members.join(Chance(seed, "members", block), found, institutions)
    return found


def _partnership(
    chance: Chance, each: Round, fate: str, earlier: Partnership | None, number: int, block: int
) -> Partnership:
    start = chance.day(each.first, each.last)
    if earlier is not None and earlier.end is not None:
        # The next award begins soon after the one before, yet in the years of its own round.
        start = max(earlier.end + timedelta(days=chance.whole(1, 80)), each.first)
    funded = None if each.months is None else later(start, chance.whole(*each.months))
    if funded is not None and each.over_by is not None:
        funded = min(funded, each.over_by - timedelta(days=chance.whole(0, 60)))
    end = _end(chance, each, fate, start, funded)
    subject = chance.weighted(tuple(plan.SUBJECTS[each.country]), tuple(plan.SUBJECTS[each.country].values()))
    tail = f"-{block}" if block else ""
    name = f"{_PREFIX[each.country]}-p{number:03d}{tail}"
    return Partnership(name, each, number, earlier.subject if earlier else subject, start, funded, end, fate, earlier)


def _end(chance: Chance, each: Round, fate: str, start: date, funded: date | None) -> date | None:
    if fate in ("run", "unknown"):
        return None
    paid = funded or later(start, chance.whole(18, 60))
    if fate in ("stop", "renew"):
        end = paid
    else:
        end = later(paid, chance.whole(4, 30) if fate == "lag" else chance.whole(2, 12))
    if each.beyond is not None:
        end = max(end, each.beyond + timedelta(days=chance.whole(0, 300)))
    return end if each.over_by is None else min(end, each.over_by)


def rows(seed: int, block: int, found: list[Partnership]) -> list[Made]:
    """Return the rows of partnerships and of their members."""
    chance = Chance(seed, "partnership rows", block)
    made = list[Made]()
    for one in found:
        planned = one.start > LAST
        # An award is known some months before it starts; an agreement when it is signed.
        since = one.start - timedelta(days=400 if planned else 130 if one.round.call else 0)
        since = max(since, *(member.listed for member in one.members))
        made.append(Made("partnerships", since, _cells(chance, one, planned)))
        for place, member in enumerate(one.members):
            unit = (
                chance.pick(("Faculty of Science", "School of Management", "Research office"))
                if (chance.happens(0.12))
                else None
            )
            cells = {"partnership_id": one.id, "institution_id": member.id,
                     "role": "lead" if place == 0 else "partner", "unit": unit}  # fmt: skip
            made.append(Made("partnership_members", since, cells))
    return made


def _cells(chance: Chance, one: Partnership, planned: bool) -> dict[str, Any]:
    start = Day(one.start, "month") if planned else blurred(chance, one.start)
    end = None if one.end is None else blurred(chance, one.end, 0.3, 0.1)
    funded = None
    if one.funded_to is not None:
        # Money and partnership that end together are known alike, so that neither seems to outlive the other.
        funded = end if one.end == one.funded_to else Day(one.funded_to)
    award = None if one.round.award is None else 500 * chance.whole(one.round.award[0] * 2, one.round.award[1] * 2)
    if award is not None and chance.happens(0.06):
        award = None
    undated = one.round.programme in ("agreements", "other-projects") and chance.happens(0.12)
    title = f"{chance.pick(_AIMS[one.round.strand])}: {chance.pick(_TOPICS[one.subject])}"
    return {
        "partnership_id": one.id,
        "programme_id": one.round.programme,
        "strand": one.round.strand,
        "title": title + (" (second award)" if one.renews else ""),
        "subject": None if chance.happens(0.02) else one.subject,
        "country": one.round.country,
        "start_date": None if undated else start,
        "end_date": end,
        "seen_from": start if undated else None,
        "status": one.fate,
        "renewed_from": one.renews.id if one.renews else None,
        "call": one.round.call,
        "funded_to": funded,
        "award_gbp": award,
        "follow_on_gbp": _followed(chance, one),
        "source_url": SOURCE + (f", award list {one.round.call}" if one.round.call else ", list of agreements"),
        "confidence": "medium" if undated or one.fate == "unknown" else "high",
    }


def _followed(chance: Chance, one: Partnership) -> int | None:
    if one.funded_to is None or one.funded_to > date(2018, 3, 31) or not chance.happens(0.45):
        return None
    likely = {"run": 0.9, "lag": 0.6, "renew": 0.7}.get(one.fate, 0.25)
    return 1000 * chance.whole(8, 60) * chance.whole(1, 4) if chance.happens(likely) else 0
