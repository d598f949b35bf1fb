"""The one vocabulary: every code that the data may hold, in the words that a manager reads.

A code is what the tables, the address bar and the downloads carry; its words are what screens, captions and
alternative texts say. Nothing else in the project spells a code out.
"""

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.words_of_choices import CHOICES

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
    "scope": {"all": "All UK links", "inspire": "INSPIRE only"},
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
    "venue": {"home": "At home", "abroad": "Abroad"},
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
    "side": {"a": "First side", "b": "Second side"},
    "coordinate_precision": {"campus": "Campus point", "city": "City point", "region": "Middle of its institutions"},
    "link_state": {"new": "First known", "active": "Shown active", "ended": "Known earlier"},
    "role": {"lead": "Lead", "partner": "Partner"},
    "delivery": {
        "joint_award": "Joint award",
        "dual_award": "Dual award",
        "short_course": "Short course",
        "articulation": "Articulation",
        "study_centre": "Study centre",
        "other": "Other",
    },
    "award": {
        "degree": "Degree",
        "diploma": "Diploma",
        "certificate": "Certificate",
        "cats_credits": "Credits (CATS)",
        "none": "No award",
    },
    "cpd_type": {"standalone": "Stand-alone", "module": "Module", "tailor_made": "Tailor-made"},
    "course_kind": {
        "joint_award": "Joint awards",
        "dual_award": "Dual awards",
        "short_course": "Short courses",
        "other": "Study centres, articulation and others",
    },
    "teaching": {
        "teaching": "Teaches now",
        "ended": "Has taught",
        "planned": "Courses only planned",
        "not_known": "Courses shown, state not known",
        "no_course": "No course shown",
    },
    "study_level": {
        "undergraduate": "Undergraduate",
        "postgraduate": "Postgraduate",
        "cpd": "Professional development",
    },
    "post_state": {
        "filled": "Filled",
        "acting": "Acting holder",
        "vacant": "Vacant",
        "not_known": "Not known",
    },
    "aspect": {
        "research_data_access": "Access to research data",
        "student_recruitment": "Student recruitment",
        "social_return": "Social return",
        "funding_prospects": "Funding prospects",
        "policy_influence": "Influence on policy",
        "capacity": "Capacity",
        "other": "Other",
    },
    "engagement_group": {
        "policy_makers": "Policy makers",
        "universities_and_regulators": "Universities and regulators",
        "students": "Students",
        "none": "No group recorded",
    },
    "tiers": {"none": "No tier", "one": "One tier", "two": "Two tiers", "three": "All three tiers"},
    "arrival": {"new": "New in the year", "returning": "Coming back"},
    "universities_of": {"linked": "UK universities linked", "register": "UK universities on the register"},
    "coverage_kind": {
        "published": "Published",
        "arithmetic": "Arithmetic on published figures",
        "reach": "Universities reached",
    },
    "change": {"added": "Added", "removed": "Removed", "changed": "Changed"},
    "change_kind": {
        "added": "New",
        "ended": "Ended",
        "status": "Status changed",
        "renamed": "Renamed",
        "corrected": "Corrected or brought up to date",
        "removed": "No longer there",
    },
    "column": {
        "award_gbp": "Award, in pounds",
        "cats_credits": "Credits (CATS)",
        "cpd_type": "Kind of professional development",
        "follow_on_gbp": "Funding that followed, in pounds",
        "funded_to": "Last day of the funding",
        "ror_id": "Registry entry",
        "source_url": "Source",
        "uk_institution_id": "UK institution",
    },
    "workshop_part": {"host": "Host", "uk_partner": "UK partner"},
    "metric": {
        "fund_share_pct": "Share of the fund",
        "funding_years_max": "Longest funding, in years",
        "grant_value_max": "Largest grant",
        "leaders_trained": "Leaders trained",
        "leaders_trained_pct": "Share of leaders trained",
        "leadership_programmes_held": "Leadership programmes held",
        "links_built": "Links built",
        "partner_institutions_in_partnerships": "Partner institutions in partnerships",
        "partnerships_active": "Partnerships running",
        "partnerships_supported": "Partnerships supported",
        "phd_places": "PhD places",
        "phd_supervisors_trained": "PhD supervisors trained",
        "tne_approval_years": "Years of approval of transnational courses",
        "tne_graduates": "Graduates of transnational courses",
        "tne_partnerships": "Transnational education partnerships",
        "tne_partnerships_new": "New transnational education partnerships",
        "tne_students": "Students of transnational courses",
        "tne_study_centres": "Study centres of transnational education",
        "uk_branch_campuses": "UK branch campuses",
        "uk_institutions_in_partnerships": "UK institutions in partnerships",
        "uk_mentor_universities": "UK mentor universities",
        "uk_mentors": "UK mentors",
        "universities_covered_private": "Private universities covered",
        "universities_covered_public": "Public universities covered",
        "vice_chancellors_in_policy_dialogue_pct": "Share of vice-chancellors in policy dialogue",
        "vice_chancellors_trained": "Vice-chancellors trained",
        "vice_chancellors_trained_pct": "Share of vice-chancellors trained",
    },
    "claim_kind": {"published": "Published", "target": "Target"},
    "collection_kind": {
        "record": "Public record",
        "programme": "Programme",
        "demonstration": "Demonstration",
    },
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
    {vocabulary: MappingProxyType(codes) for vocabulary, codes in (_WORDS | CHOICES).items()}
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
