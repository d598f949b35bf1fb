"""Workshops for young researchers: the later trainers first, then the workshops that they held themselves."""

from dataclasses import replace
from datetime import date, timedelta

from dashboard.demonstration.chance import Chance
from dashboard.demonstration.days import Made, blurred
from dashboard.demonstration.institutions import SOURCE, Institution

TRAINED, TRAINERS, WORKSHOPS = 902, 14, 36
"""About 900 young researchers in Pakistan, by 14 master trainers, in so many workshops from 2010 to 2013."""

_FIELDS = (
    "Research skills", "Research skills", "Grant writing", "Academic publishing", "Research methods", "Biology",
    "Civil engineering", "Sustainable energy", "Public health", "Law and gender", "Heritage",
)  # fmt: skip


def rows(seed: int, block: int, institutions: list[Institution]) -> list[Made]:
    """Return the rows of the workshops for researchers."""
    chance = Chance(seed, "researchers", block)
    tail = f"-{block}" if block else ""
    hosts = {
        country: [one for one in institutions if one.country == country and one.kind == "university" and one.in_use]
        for country in ("GBR", "PAK", "BGD")
    }
    uk = hosts["GBR"]
    made = [_workshop(chance, f"pk-w01{tail}", "inspire-pakistan-researchers", date(2010, 2, 8), hosts["PAK"], uk, 16)]
    facts = {"name": "Training of master trainers", "master_trainers": TRAINERS, "discipline": _FIELDS[0]}
    made[0] = replace(made[0], cells={**made[0].cells, **facts})
    for number, size in enumerate(_sizes(chance), 2):
        day = chance.day(date(2010, 5, 10), date(2013, 11, 20))
        name = f"pk-w{number:02d}{tail}"
        made.append(_workshop(chance, name, "inspire-pakistan-researchers", day, hosts["PAK"], uk, size))
    for number in range(1, 10):
        day = chance.day(date(2011, 3, 1), date(2016, 11, 20))
        size = chance.whole(14, 30) if number != 4 else None
        made.append(_workshop(chance, f"bd-w{number:02d}{tail}", "inspire-bangladesh", day, hosts["BGD"], uk, size))
    for number in range(1, 15):
        country, day = ("PAK", "BGD")[number % 2], chance.day(date(2014, 2, 1), date(2018, 11, 20))
        size = chance.whole(18, 42) if chance.happens(0.85) else None
        name = f"rl-w{number:02d}{tail}"
        made.append(_workshop(chance, name, "researcher-workshops", day, hosts[country], uk, size))
    return made


def _sizes(chance: Chance) -> list[int | None]:
    """How many came to each of the trainers' workshops; two never said, the others add up."""
    found = [chance.whole(18, 34) for _ in range(WORKSHOPS - 2)]
    while sum(found) != TRAINED:
        found[chance.whole(0, len(found) - 1)] += 1 if sum(found) < TRAINED else -1
    return [*found[:11], None, *found[11:22], None, *found[22:]]


def _workshop(
    chance: Chance, name: str, programme: str, day: date, hosts: list[Institution], uk: list[Institution],
    size: int | None,
) -> Made:  # fmt: skip
    able = [one for one in hosts if one.on_list(day)]
    host = chance.weighted(able, [one.weight + 0.1 for one in able])
    partner = chance.weighted(uk, [one.weight for one in uk]) if chance.happens(0.6) else None
    field = chance.pick(_FIELDS)
    women = None if size is None or chance.happens(0.15) else size * chance.whole(22, 55) // 100
    start = blurred(chance, day, 0.12, 0.03)
    last = day + timedelta(days=chance.whole(1, 4))
    cells = {
        "workshop_id": name,
        "programme_id": programme,
        "name": f"Workshop for young researchers: {field.lower()}",
        "start_date": start,
        "end_date": type(start)(last) if start.precision == "day" and last.year == day.year else None,
        "city": host.cells["city"],
        "country": host.country,
        "host_institution_id": host.id,
        "uk_institution_id": None if partner is None else partner.id,
        "discipline": None if chance.happens(0.04) else field,
        "participants": size,
        "women": women,
        "master_trainers": None,
        "source_url": SOURCE + ", list of workshops",
        "confidence": "high" if size is not None else "medium",
    }
    return Made("researcher_workshops", last, cells)
