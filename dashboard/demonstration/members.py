"""Who is in a partnership: hubs that many want, regions that few reach, and the exact sets of two lists."""

from datetime import date

from dashboard.demonstration.award import Partnership
from dashboard.demonstration.chance import Chance
from dashboard.demonstration.institutions import Institution

_LAUNCH = date(2009, 1, 1)
_UK, _PARTNERS, _RUSSELL = 20, 23, 11
_BODIES = ("sector_body", "government", "research_institute", "company", "ngo")


def join(chance: Chance, found: list[Partnership], institutions: list[Institution]) -> None:
    """Give every partnership its members, the lead first."""
    uk = [one for one in institutions if one.country == "GBR" and one.in_use]
    sides = {country: [one for one in institutions if one.country == country] for country in ("PAK", "BGD")}
    lists = _lists(chance, uk, sides["BGD"])
    projects = strategic = 0
    for one in found:
        if one.renews is not None:
            one.members = list(one.renews.members)
        elif one.round.programme == "inspire-bangladesh":
            one.members = _listed(chance, projects, *lists)
            projects += 1
        else:
            one.members = _free(chance, one, uk, sides[one.round.country])
        if one.round.programme == "inspire-pakistan-partnerships" and one.renews is None:
            strategic += 1
            if strategic % 4 == 0:
                one.members.append(_body(chance, sides["PAK"], strategic % 8 == 0))
    _forget(found)


def _lists(
    chance: Chance, uk: list[Institution], bangladesh: list[Institution]
) -> tuple[list[Institution], list[Institution]]:
    """The 20 and the 23 universities of INSPIRE in Bangladesh."""
    universities = [one for one in uk if one.kind == "university"]
    russell = chance.mixed([one for one in universities if one.russell])[:_RUSSELL]
    others = chance.mixed([one for one in universities if not one.russell])[: _UK - len(russell)]
    early = [one for one in bangladesh if one.on_list(_LAUNCH)]
    return chance.mixed(russell + others), chance.several(early, [one.weight + 0.1 for one in early], _PARTNERS)


def _listed(chance: Chance, number: int, uk: list[Institution], partners: list[Institution]) -> list[Institution]:
    """One new name of each list a project, and now and then one more that is on it already."""
    found = [uk[number % _UK], partners[number % _PARTNERS]]
    for side, probability in ((uk, 0.2), (partners, 0.45), (partners, 0.2)):
        other = side[int(chance.share() * chance.share() * len(side))]
        if chance.happens(probability) and other not in found:
            found.append(other)
    return found


def _free(chance: Chance, one: Partnership, uk: list[Institution], partners: list[Institution]) -> list[Institution]:
    inspire = one.round.programme.startswith("inspire")
    schools = [each for each in uk if each.kind in ("university", "college")]
    weights = [each.weight * (1.8 if inspire and each.russell else 1.0) for each in schools]
    found = chance.several(schools, weights, chance.weighted((1, 2, 3), (80, 17, 3)))
    able = [each for each in partners if each.on_list(one.start) or (each.kind == "college" and not inspire)]
    count = chance.weighted((1, 2, 3, 4), (66, 21, 9, 4))
    others = chance.several(able, [each.weight for each in able], count)
    if one.round.programme in ("other-projects", "going-global") and chance.happens(0.15):
        bodies = [each for each in partners if each.kind in _BODIES[2:]]
        others.append(chance.pick(bodies))
    return [found[0], *others[:1], *found[1:], *others[1:]]


def _body(chance: Chance, partners: list[Institution], government: bool) -> Institution:
    kind = "government" if government else "sector_body"
    return chance.pick([each for each in partners if each.kind == kind])


def _forget(found: list[Partnership]) -> None:
    """Leave two partnerships with one side unnamed, as real lists do: a warning each, and no link."""
    loose = [one for one in found if one.round.programme == "agreements" and one.renews is None]
    for one, country in ((loose[3], "GBR"), (loose[9], loose[9].round.country)):
        one.members = [member for member in one.members if member.country != country]
