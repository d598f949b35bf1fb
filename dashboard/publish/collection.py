"""``collection.toml``: what a source folder says about itself."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

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

    page: Literal["overview", "partnerships", "map", "leadership", "about"]
    what: _Words
    who_has_it: _Words


class Caveat(_Part):
    """What must be known of this data before one question's figure is quoted, beside the question's own caveat."""

    question: Annotated[str, StringConstraints(pattern=r"^[a-z_]+/[a-z0-9_]+$", max_length=100)]
    text: _Words


class Disclosure(_Part):
    """How small counts of people are shown."""

    rule: Literal["none"]


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
    disclosure: Disclosure = Disclosure(rule="none")


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
        plain: dict[str, object] = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        findings.error(NAME, None, "", None, f"not a TOML file in UTF-8: {error}")
        return None, {}, content
    if plain.get("kind") == "programme":
        findings.error(NAME, None, "kind", "programme", _NO_PROGRAMMES)
        return None, plain, content
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
    return settings, plain, content


_NO_PROGRAMMES = (
    "record or demonstration: a programme's own data needs the disclosure rule for small counts of people, "
    "which this version does not have yet"
)
