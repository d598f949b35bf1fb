"""Evidence and targets. Sentences say that they are made up; there are no published figures, only targets."""

from datetime import date, timedelta

from dashboard.demonstration.award import Partnership
from dashboard.demonstration.chance import Chance
from dashboard.demonstration.days import LAST, Made, blurred
from dashboard.demonstration.institutions import SOURCE

# Side, aspect, group, sentence, and for some a unit with its least and most.
_EVIDENCE = (
    ("GBR", "research_data_access", "none", "A UK team worked with field data collected by its partners", None),
    ("GBR", "research_data_access", "none", "Samples and records of partners entered a UK study", ("data sets", 1, 9)),
    ("GBR", "student_recruitment", "none", "Research students came to the UK partner", ("research students", 1, 12)),
    ("GBR", "student_recruitment", "students", "A scholarship brought students to the UK partner", ("students", 1, 8)),
    ("GBR", "social_return", "none", "UK staff valued work that villages could use at once", None),
    ("GBR", "social_return", "none", "A UK leader called the project the most worthwhile of a career", None),
    ("GBR", "funding_prospects", "none", "The partnership led to a joint bid for further research money", None),
    ("GBR", "policy_influence", "policy_makers", "UK findings were taken up in a policy note", None),
    ("GBR", "capacity", "none", "The UK partner opened a joint centre", None),
    ("PAK", "policy_influence", "policy_makers", "Officials took part in a policy round table", ("officials", 6, 40)),
    ("PAK", "policy_influence", "universities_and_regulators", "The commission changed a rule on joint awards", None),
    ("PAK", "capacity", "universities_and_regulators", "Universities set up quality offices", ("universities", 3, 18)),
    ("PAK", "capacity", "students", "Students used a new laboratory course", ("students", 40, 400)),
    ("PAK", "social_return", "policy_makers", "A district adopted a low-cost water filter", ("villages", 2, 30)),
    ("PAK", "student_recruitment", "students", "Doctoral candidates studied at both partners", ("students", 2, 16)),
    ("PAK", "research_data_access", "universities_and_regulators", "Partners opened a shared data archive", None),
    ("PAK", "funding_prospects", "none", "A partner won a national grant after the pilot", None),
    ("BGD", "policy_influence", "policy_makers", "A ministry invited the project to advise", None),
    ("BGD", "policy_influence", "universities_and_regulators", "The commission wrote a guideline with partners", None),
    ("BGD", "capacity", "universities_and_regulators", "Staff were trained to run joint courses", ("staff", 8, 60)),
    ("BGD", "capacity", "students", "Students took part in field schools", ("students", 20, 240)),
    ("BGD", "social_return", "students", "Students taught farmers to grow salt-tolerant rice", ("farmers", 30, 900)),
    ("BGD", "research_data_access", "none", "Partners shared river data of twenty years", None),
    ("BGD", "funding_prospects", "universities_and_regulators", "A follow-on fund was agreed by two bodies", None),
    ("BGD", "other", "none", "An exhibition showed the work of both partners", ("visitors", 100, 3000)),
)

_TARGETS = (
    ("PAK", "inspire-pakistan-researchers", "researcher_exchange", "researchers_trained", 900, "people", "2013-12",
     "young researchers to be trained by the master trainers"),
    ("PAK", "inspire-pakistan-leadership", "leadership", "leadership_programmes_held", 24, "programmes", "2018-12",
     "leadership courses to be held"),
    ("PAK", "inspire-pakistan-leadership", "leadership", "vice_chancellors_trained_pct", 90, "percent", "2018-12",
     "vice-chancellors in post to be trained"),
    ("PAK", "inspire-pakistan-partnerships", "strategic_partnership", "partnerships_active", 30, "partnerships",
     "2018-12", "strategic partnerships to be running"),
    ("PAK", "inspire-pakistan-tne", "tne", "tne_partnerships", 25, "partnerships", "2018-12",
     "partnerships that teach together to be running"),
    ("PAK", "inspire-pakistan-tne", "tne", "tne_students", 2000, "people", "2018-12", "learners in a year"),
    ("BGD", "inspire-bangladesh", "strategic_partnership", "projects_supported", 23, "projects", "2014-12",
     "projects to be supported"),
    ("BGD", "inspire-bangladesh", "strategic_partnership", "partnerships_sustained", 12, "partnerships", "2017-12",
     "partnerships to outlive their funding"),
    ("BGD", "inspire-bangladesh-leadership", "leadership", "leadership_programmes_held", 9, "programmes", "2018-12",
     "leadership courses to be held"),
    ("BGD", "inspire-bangladesh-leadership", "leadership", "vice_chancellors_trained_pct", 50, "percent", "2018-12",
     "vice-chancellors in post to be trained"),
)  # fmt: skip


def evidence(seed: int, block: int, found: list[Partnership]) -> list[Made]:
    """Return the rows of evidence: each kind of gain two or three times."""
    chance = Chance(seed, "impact", block)
    tail = f"-{block}" if block else ""
    made = list[Made]()
    for side, aspect, group, sentence, unit in _EVIDENCE:
        begun = [one for one in found if one.start < date(2017, 1, 1) and side in ("GBR", one.round.country)]
        for _ in range(chance.whole(2, 3)):
            about = chance.pick(begun) if chance.happens(0.75) else None
            day = chance.day(date(2011, 1, 1) if about is None else about.start + timedelta(days=150), LAST)
            counted = unit is not None and chance.happens(0.7)
            cells = {
                "evidence_id": f"e{len(made) + 1:03d}{tail}",
                "partnership_id": None if about is None else about.id,
                "side": side,
                "aspect": aspect,
                "engagement_group": group,
                "dated": None if chance.happens(0.06) else blurred(chance, day, 0.3, 0.2),
                "value": chance.whole(unit[1], unit[2]) if unit is not None and counted else None,
                "unit": unit[0] if unit is not None and counted else None,
                "summary": f"Made-up example: {sentence[0].lower() if sentence[1] != 'K' else 'U'}{sentence[1:]}.",
                "source_url": SOURCE + ", collection of stories",
                "confidence": chance.pick(("high", "medium", "medium", "low")),
            }
            made.append(Made("impact_evidence", day, cells))
    return made


def targets(scale: int) -> list[Made]:
    """Return the targets; what counts things grows with the scale, a share does not."""
    made = []
    for number, (country, programme, strand, metric, value, unit, due, note) in enumerate(_TARGETS, 1):
        cells = {
            "claim_id": f"target-{number:02d}", "kind": "target", "country": country, "programme_id": programme,
            "strand": strand, "metric": metric, "value": value if unit == "percent" else value * scale, "unit": unit,
            "as_of": "2010" if country == "PAK" else "2011", "due": due, "note": f"{note}; made-up target",
            "source_url": SOURCE + ", programme plan",
        }  # fmt: skip
        made.append(Made("claims", date(2011, 1, 1), cells))
    return made
