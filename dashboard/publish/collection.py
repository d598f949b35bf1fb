"""``collection.toml``: what a source folder says about itself."""

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from dashboard.publish.disclosure import Disclosure, faults
from dashboard.publish.fields import Country
from dashboard.publish.problems import Findings

NAME = "collection.toml"
_LIMIT = 200_000


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


_Words = Annotated[str, Field(min_length=1, max_length=500)]


class Band(_Part):
    """INSPIRE's years in one country, both inclusive, as a chart over time shades them."""

    country: Country
    label: _Words
    start: int = Field(alias="from", ge=1900, le=2099)
    end: int = Field(alias="to", ge=1900, le=2099)


class Missing(_Part):
    """One line of "what is missing, and who has it" on one page."""

    page: Literal[
        "overview", "partnerships", "map", "leadership", "transnational", "researchers", "impact", "institution",
        "compare", "changes", "about",
    ]  # fmt: skip
    what: _Words
    who_has_it: _Words


class Caveat(_Part):
    """What must be known of this data before one question's figure is quoted, beside the question's own caveat."""

    question: Annotated[str, StringConstraints(pattern=r"^[a-z_]+/[a-z0-9_]+$", max_length=100)]
    text: _Words


class Collection(_Part):
    """What a collection is: its title, kind and audience, who owns it, INSPIRE's bands and what is missing."""

    title: _Words
    kind: Literal["record", "programme", "demonstration"]
    audience: Literal["internal", "shareable", "made_up"]
    description: _Words
    owner: _Words
    contact: _Words
    register_file: str | None = Field(None, alias="register")
    bands: tuple[Band, ...] = ()
    missing: tuple[Missing, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    disclosure: Disclosure = Disclosure()


def read(folder: Path, findings: Findings) -> tuple[Collection | None, dict[str, object], bytes]:
    """Read a source folder's ``collection.toml``.

    Returns the checked settings, the same as plain values for the manifest, and the bytes that were read. What
    is wrong goes into ``findings``, and the settings are then None.
    """
    try:
        content = (folder / NAME).read_bytes()
    except OSError as error:
        findings.error(NAME, None, "", None, f"cannot be read: {error.strerror or error}")
        return None, {}, b""
    try:
        if len(content) > _LIMIT:
            raise ValueError(f"a file of at most {_LIMIT} bytes")
        plain = {name: _dates_as_text(value) for name, value in tomllib.loads(content.decode("utf-8-sig")).items()}
    except (ValueError, RecursionError) as error:
        findings.error(NAME, None, "", None, f"not a TOML file in UTF-8: {error}")
        return None, {}, content
    try:
        settings = Collection.model_validate(plain)
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            place = ".".join(str(part) for part in problem["loc"])
            value = problem["input"]
            findings.error(NAME, None, place, value if isinstance(value, str) else None, problem["msg"])
        return None, plain, content
    for index, band in enumerate(settings.bands):
        if band.end < band.start:
            findings.error(NAME, None, f"bands.{index}.to", str(band.end), "a year not before the year in from")
    for entry, found, allowed in faults(settings.kind, settings.audience, settings.disclosure):
        findings.error(NAME, None, entry, found, f"allowed: {allowed}")
    return settings, plain, content


def _dates_as_text(value: object) -> object:
    """Return a setting as the manifest keeps it: TOML has dates of its own, JSON has none."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _dates_as_text(inner) for name, inner in value.items()}
    return [_dates_as_text(inner) for inner in value] if isinstance(value, list) else value
