"""The one vocabulary: every code that the data may hold, in the words that a manager reads.

A code is what the tables, the address bar and the downloads carry; its words are what screens, captions and
alternative texts say. Nothing else in the project spells a code out.
"""

from collections.abc import Mapping
from types import MappingProxyType

_WORDS: dict[str, dict[str, str]] = {
    "country": {
        "PAK": "Pakistan",
        "BGD": "Bangladesh",
        "GBR": "United Kingdom",
        "AFG": "Afghanistan",
        "KAZ": "Kazakhstan",
        "UZB": "Uzbekistan",
        "CAN": "Canada",
        "IND": "India",
    },
    "programme": {
        "inspire": "INSPIRE",
        "links": "HEC–British Council links",
        "gateway": "Pak-UK Education Gateway",
        "going_global": "Going Global",
        "agreements": "Agreed by the institutions themselves",
        "other": "Other programmes",
    },
    "strand": {
        "strategic_partnership": "Strategic partnership",
        "tne": "Transnational education",
        "research_link": "Research link",
        "mobility": "Mobility",
        "project": "Project",
        "other": "Other",
    },
    "status": {
        "planned": "Planned",
        "active": "Active",
        "completed": "Completed",
        "sustained": "Sustained",
        "dormant": "Dormant",
        "unknown": "Not known",
    },
    "confidence": {"high": "High", "medium": "Medium", "low": "Low"},
    "kind": {
        "university": "University",
        "college": "College",
        "research_institute": "Research institute",
        "sector_body": "Sector body",
        "government": "Government",
        "company": "Company",
        "ngo": "Non-governmental organisation",
    },
    "sector": {"public": "Public", "private": "Private", "international": "International", "other": "Other"},
    "uk_group": {"russell_group": "Russell Group", "millionplus": "MillionPlus", "none": "No group recorded"},
    "course": {
        "new_vice_chancellors": "New vice-chancellors",
        "senior_management": "Senior management",
        "second_tier": "Second tier",
        "mixed": "Several groups",
        "unknown": "Group not stated",
    },
    "way": {
        "uk_visit": "Visit to the UK",
        "in_country": "In the country",
        "third_country": "In a third country",
        "online": "Online",
    },
    "event_status": {"planned": "Planned", "held": "Held", "cancelled": "Cancelled"},
    "role_group": {
        "vice_chancellor": "Vice-chancellors",
        "pro_vice_chancellor": "Pro vice-chancellors",
        "dean": "Deans",
        "registrar": "Registrars",
        "department_chair": "Department chairs",
        "second_tier": "Second tier",
        "commission_official": "Commission officials",
    },
    "claim_kind": {"published": "Published", "target": "Target"},
    "collection_kind": {"record": "Public record", "programme": "Programme", "demonstration": "Demonstration"},
    "table": {
        "institutions": "Institutions",
        "programmes": "Programmes",
        "partnerships": "Partnerships",
        "partnership_members": "Partnership members",
        "tne_programmes": "Transnational courses",
        "tne_enrolments": "Enrolments",
        "leadership_events": "Leadership courses",
        "leadership_attendance": "Leadership attendance",
        "leadership_posts": "Posts",
        "researcher_workshops": "Researcher workshops",
        "impact_evidence": "Impact evidence",
        "claims": "Published figures",
        "register": "Register of institutions",
    },
}

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {vocabulary: MappingProxyType(codes) for vocabulary, codes in _WORDS.items()}
)


def say(vocabulary: str, code: object) -> str:
    """Return the words for ``code``, or the code itself made readable where the vocabulary has no words.

    An open vocabulary (a subject, a claim's metric) has no entry of its own: underscores become spaces.
    ``None`` gives "not stated".
    """
    if code is None:
        return "not stated"
    text = str(code)
    known = WORDS.get(vocabulary, {}).get(text)
    return known if known is not None else text.replace("_", " ")


def codes(vocabulary: str) -> tuple[str, ...]:
    """Return the codes of a closed vocabulary in the order in which people should read them."""
    return tuple(WORDS[vocabulary])
