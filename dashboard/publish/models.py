"""Institutions, programmes, partnerships and courses: one model a table, one field a column.

A model is the only description of its table: what is read, checked, stored, explained in the empty template.
"""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from dashboard.publish import fields as f

Confidence = Annotated[str, f.code("confidence")]
_SOURCE = "Where this is stated: a web address or a named document."
_SURE = "How sure the source makes us."


class Row(BaseModel):
    """A row of a table. ``KEY`` names its primary key; ``SPANS`` pairs of dates that must be in order."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    KEY: ClassVar[tuple[str, ...]] = ()
    SPANS: ClassVar[tuple[tuple[str, str], ...]] = ()


class Institution(Row):
    """One organisation: a university, a college, a funder, a regulator."""

    KEY = ("institution_id",)
    SPANS = (("recognised_from", "recognised_to"),)
    institution_id: f.Id = Field(description="A short, readable name that never changes and is never used again.")
    name: f.Text = Field(description="The current name, in English where there is one.")
    short_name: f.Text | None = Field(None, description="The usual acronym.")
    aliases: f.List | None = Field(None, description="Former and other names.")
    country: f.Country = Field(description="Where it is.")
    kind: Annotated[str, f.code("kind")] = Field(description="What sort of organisation it is.")
    city: f.Text | None = Field(None, description="The city of its main site.")
    region: f.Text | None = Field(
        None,
        description="United Kingdom: nation or English region; Pakistan: province or territory; Bangladesh: division.",
    )
    latitude: f.Latitude | None = Field(None, description="Degrees north (WGS 84).")
    longitude: f.Longitude | None = Field(None, description="Degrees east (WGS 84).")
    coordinate_precision: Annotated[str, f.code("coordinate_precision")] | None = Field(
        None, description="Whether the point is the campus or only its city."
    )
    sector: Annotated[str, f.code("sector", ("public", "private", "other"))] | None = Field(
        None, description="Who runs it."
    )
    mission_group: f.Text | None = Field(None, description="Russell Group or MillionPlus; empty elsewhere.")
    website: f.Site | None = Field(None, description="Its domain.")
    ror_id: f.Ror | None = Field(None, description="Its address in the Research Organization Registry.")
    recognised_from: f.Date | None = Field(None, description="First day on the commission's list.")
    recognised_to: f.Date | None = Field(None, description="Last day on the commission's list.")


class Programme(Row):
    """One funding programme, or one way in which partnerships come about."""

    KEY = ("programme_id",)
    SPANS = (("start_date", "end_date"),)
    programme_id: f.Id = Field(description="A short, readable name that never changes.")
    name: f.Text = Field(description="Its name as people use it.")
    family: Annotated[str, f.code("programme")] = Field(description="The group in which it is counted and coloured.")
    country: f.Country | None = Field(None, description="The partner country, where there is only one.")
    start_date: f.Date | None = Field(None, description="When it began.")
    end_date: f.Date | None = Field(None, description="When it ended.")
    summary: f.Text | None = Field(None, description="What it is, in a sentence.")
    source_url: f.Sources | None = Field(None, description=_SOURCE)


class Partnership(Row):
    """One link between institutions of the United Kingdom and of a partner country."""

    KEY = ("partnership_id",)
    SPANS = (("start_date", "end_date"), ("seen_from", "seen_to"), ("start_date", "funded_to"))
    partnership_id: f.Id = Field(description="The code that officers use, or a short slug; never used again.")
    programme_id: f.ProgrammeId = Field(description="The programme that stands behind it.")
    strand: Annotated[str, f.code("strand")] = Field(description="What sort of partnership it is.")
    title: f.Text = Field(description="What it is about, as the source names it.")
    subject: f.Text | None = Field(None, description="Its subject group; use the same words in every row.")
    country: f.Country = Field(description="The partner's country, not the United Kingdom.")
    start_date: f.Date | None = Field(None, description="When it began, where a document says so.")
    end_date: f.Date | None = Field(None, description="When it ended, where a document says so.")
    seen_from: f.Date | None = Field(None, description="The first date on which a source shows it alive.")
    seen_to: f.Date | None = Field(None, description="The last date on which a source shows it alive.")
    status: Annotated[str, f.code("status")] = Field(description="How it stands; planned ones are never counted.")
    status_as_of: f.Date | None = Field(None, description="The date that the status was true.")
    renewed_from: f.PartnershipId | None = Field(None, description="The earlier partnership that this one renews.")
    call: f.Text | None = Field(None, description="The funding round.")
    funded_to: f.Date | None = Field(None, description="The last day of the programme's money.")
    award_gbp: f.Pounds | None = Field(None, description="The award.")
    follow_on_gbp: f.Pounds | None = Field(None, description="Funding that followed from elsewhere.")
    source_url: f.Sources | None = Field(None, description=_SOURCE)
    confidence: Confidence | None = Field(None, description=_SURE)


class PartnershipMember(Row):
    """One institution in one partnership."""

    KEY = ("partnership_id", "institution_id")
    partnership_id: f.PartnershipId = Field(description="The partnership.")
    institution_id: f.InstitutionId = Field(description="The institution.")
    role: Annotated[str, f.code("role")] = Field(description="Lead only where a source says so.")
    unit: f.Text | None = Field(None, description="The department or former name under which it takes part.")


class TneProgramme(Row):
    """One course that is taught across the border."""

    KEY = ("tne_id",)
    tne_id: f.Id = Field(description="A short code.")
    partnership_id: f.PartnershipId = Field(description="The partnership that offers it.")
    title: f.Text = Field(description="The name of the course.")
    delivery: Annotated[str, f.code("delivery")] = Field(description="How it is taught and awarded.")
    award: Annotated[str, f.code("award")] | None = Field(None, description="What students get.")
    cpd_type: Annotated[str, f.code("cpd_type")] | None = Field(
        None, description="The kind of professional course; empty for others."
    )
    level: Annotated[str, f.code("study_level")] | None = Field(None, description="The level of study.")
    cats_credits: f.Count | None = Field(None, description="Credits (CATS points) of the course.")
    first_intake: f.Date | None = Field(None, description="When the first students began.")
    status: Annotated[str, f.code("status")] = Field(description="How it stands.")
    source_url: f.Sources | None = Field(None, description=_SOURCE)


class TneEnrolment(Row):
    """One course in one year."""

    KEY = ("tne_id", "year")
    tne_id: f.TneId = Field(description="The course.")
    year: f.Year = Field(description="The calendar year in which the academic year begins.")
    learners: f.Count | None = Field(None, description="Learners on the course.")
    women: f.Count | None = Field(None, description="Of these, women.")
    completions: f.Count | None = Field(None, description="Learners who completed in the year.")


class RegisteredInstitution(Row):
    """One institution of the reference register: what could have a partnership."""

    KEY = ("institution_id",)
    institution_id: f.Id = Field(description="The same readable id as in institutions.")
    name: f.Text = Field(description="The current name.")
    short_name: f.Text | None = Field(None, description="The usual acronym.")
    aliases: f.List | None = Field(None, description="Former and other names.")
    country: f.Country = Field(description="Where it is.")
    city: f.Text | None = Field(None, description="The city of its main site.")
    region: f.Text | None = Field(None, description="Spelt as in institutions.")
    latitude: f.Latitude | None = Field(None, description="Degrees north (WGS 84).")
    longitude: f.Longitude | None = Field(None, description="Degrees east (WGS 84).")
    coordinate_precision: Annotated[str, f.code("coordinate_precision")] | None = Field(
        None, description="Whether the point is the campus or only its city."
    )
    sector: Annotated[str, f.code("sector")] | None = Field(None, description="Who runs it.")
    mission_group: f.Text | None = Field(None, description="Russell Group or MillionPlus; empty elsewhere.")
    established_year: f.Founded | None = Field(None, description="When it, or its predecessor, was founded.")
    website: f.Site | None = Field(None, description="Its domain.")
    recognised_by: f.Text | None = Field(None, description="Who recognises it.")
    source: f.Text | None = Field(None, description="Where the row comes from.")
    licence: f.Text | None = Field(None, description="The terms of that source.")
    check_note: f.Text | None = Field(None, description="What has still to be checked.")
    ror_id: f.Ror | None = Field(None, description="Its address in the Research Organization Registry.")
