"""Leadership courses, posts, workshops, evidence and published figures: one model a table, one field a column.

No table holds a person's name. ``holder_key`` is a pseudonym that exists to count distinct people.
"""

from typing import Annotated

from pydantic import Field

from dashboard.publish import fields as f
from dashboard.publish.models import Confidence, Row

_SOURCE = "Where this is stated: a web address or a named document."
_SURE = "How sure the source makes us."
RoleGroup = Annotated[str, f.code("role_group")]


class LeadershipEvent(Row):
    """One leadership workshop, course or study tour."""

    KEY = ("event_id",)
    SPANS = (("start_date", "end_date"),)
    event_id: f.Id = Field(description="A short code.")
    programme_id: f.ProgrammeId = Field(description="The programme that stands behind it.")
    name: f.Text = Field(description="What it was called.")
    course: Annotated[str, f.code("course")] = Field(description="Whom it was for.")
    start_date: f.Date | None = Field(None, description="First day.")
    end_date: f.Date | None = Field(None, description="Last day.")
    city: f.Text | None = Field(None, description="Where it was held.")
    country: f.Country | None = Field(None, description="The country in which it was held.")
    latitude: f.Latitude | None = Field(None, description="Degrees north (WGS 84) of the venue's city.")
    longitude: f.Longitude | None = Field(None, description="Degrees east (WGS 84) of the venue's city.")
    host: f.Text | None = Field(None, description='Who held it; several separated by "; ".')
    series: f.Count | None = Field(None, description="Its number in a published series.")
    way: Annotated[str, f.code("way")] | None = Field(None, description="How the people took part.")
    status: Annotated[str, f.code("event_status")] = Field(description="Whether it was held.")
    participants: f.Count | None = Field(None, description="People who took part, as stated.")
    women: f.Count | None = Field(None, description="Of these, women.")
    source_url: f.Sources | None = Field(None, description=_SOURCE)
    confidence: Confidence | None = Field(None, description=_SURE)


class LeadershipAttendance(Row):
    """One institution and role group at one event."""

    KEY = ("event_id", "institution_id", "role_group", "holder_key")
    event_id: f.EventId = Field(description="The event.")
    institution_id: f.InstitutionId = Field(description="The institution that the people came from.")
    role_group: RoleGroup = Field(description="The post that they held.")
    holder_key: f.Pseudonym | None = Field(None, description="A pseudonym for one person, never a name; may be empty.")
    attendees: f.Count = Field(description="How many people.")
    women: f.Count | None = Field(None, description="Of these, women.")


class LeadershipPost(Row):
    """One post over a time: held by somebody, or vacant."""

    KEY = ("institution_id", "role_group", "from_date", "holder_key")
    SPANS = (("from_date", "to_date"),)
    institution_id: f.InstitutionId = Field(description="Where the post is.")
    role_group: RoleGroup = Field(description="Which post it is.")
    holder_key: f.Pseudonym | None = Field(
        None, description="A pseudonym for the holder, never a name; empty: vacant or not known."
    )
    state: Annotated[str, f.code("post_state")] = Field(description="Whether somebody held it.")
    from_date: f.Date | None = Field(None, description="From when.")
    to_date: f.Date | None = Field(None, description="Until when; empty: still.")


class ResearcherWorkshop(Row):
    """One workshop for researchers."""

    KEY = ("workshop_id",)
    SPANS = (("start_date", "end_date"),)
    workshop_id: f.Id = Field(description="A short code.")
    programme_id: f.ProgrammeId = Field(description="The programme that stands behind it.")
    name: f.Text = Field(description="What it was called.")
    start_date: f.Date | None = Field(None, description="First day.")
    end_date: f.Date | None = Field(None, description="Last day.")
    city: f.Text | None = Field(None, description="Where it was held.")
    country: f.Country | None = Field(None, description="The country in which it was held.")
    host_institution_id: f.InstitutionId | None = Field(None, description="Who hosted it.")
    uk_institution_id: f.InstitutionId | None = Field(None, description="The institution of the United Kingdom.")
    discipline: f.Text | None = Field(None, description="Its subject.")
    participants: f.Count | None = Field(None, description="People who took part, as stated.")
    women: f.Count | None = Field(None, description="Of these, women.")
    master_trainers: f.Count | None = Field(None, description="Of these, trained to train others.")
    source_url: f.Sources | None = Field(None, description=_SOURCE)
    confidence: Confidence | None = Field(None, description=_SURE)


class ImpactEvidence(Row):
    """One piece of evidence of what came of the work."""

    KEY = ("evidence_id",)
    evidence_id: f.Id = Field(description="A short code.")
    partnership_id: f.PartnershipId | None = Field(None, description="The partnership that it is about, if one.")
    side: Annotated[str, f.code("country", ("GBR", "PAK", "BGD"))] = Field(description="Whose gain it is.")
    aspect: Annotated[str, f.code("aspect")] = Field(description="Which kind of gain.")
    engagement_group: Annotated[str, f.code("engagement_group")] | None = Field(None, description="Who was reached.")
    dated: f.Date | None = Field(None, description="When it was stated.")
    value: f.Number | None = Field(None, description="A number, where the evidence has one.")
    unit: f.Text | None = Field(None, description="What the number counts.")
    summary: f.Text = Field(description="The evidence in a sentence of your own.")
    source_url: f.Sources | None = Field(None, description=_SOURCE)
    confidence: Confidence | None = Field(None, description=_SURE)


class Claim(Row):
    """One published or targeted figure, with what it counted."""

    KEY = ("claim_id",)
    claim_id: f.Id = Field(description="A short code.")
    kind: Annotated[str, f.code("claim_kind")] = Field(description="A figure that was published, or a target.")
    country: f.Country | None = Field(None, description="The partner country; empty: several.")
    programme_id: f.ProgrammeId | None = Field(None, description="The programme that it is about.")
    strand: f.OpenCode | None = Field(None, description="The part of the work that it is about.")
    metric: f.OpenCode = Field(description="What is measured; the same code for figures that can be compared.")
    value: f.Number = Field(description='The bare number; "over" and "about" belong in the note.')
    unit: f.Text | None = Field(None, description="What the number counts.")
    as_of: f.Date | None = Field(None, description="The date that the figure is about.")
    due: f.Date | None = Field(None, description="The date by which a target was to be met.")
    note: f.Text | None = Field(None, description="What was counted, and how the source worded it.")
    source_url: f.Sources | None = Field(None, description=_SOURCE)
