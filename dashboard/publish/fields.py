"""The kinds of cell that a table may hold: how each is read from text, stored, and explained to a person."""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from dashboard import words
from dashboard.publish import dates
from dashboard.publish.places import COUNTRIES

TEXT_LIMIT, LIST_LIMIT = 300, 1000
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,99}")
_OPEN_CODE = re.compile(r"[a-z][a-z0-9_]{0,59}")
# A digit is needed, so that no name fits: "h-017" does, "ahmed-khan" does not.
_PSEUDONYM = re.compile(r"(?=.*[0-9])[a-z0-9][a-z0-9_-]{0,59}")
_WHOLE = re.compile(r"[0-9]{1,12}")
_DECIMAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,9})?")
_DOMAIN = re.compile(r"(https?://)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/\S*)?")
_ROR = re.compile(r"https://ror\.org/0[a-z0-9]{8}")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):\S")
_PERSONAL = re.compile(r"[\w.+-]+@[\w-]+\.\w|\b[0-9]{5}-[0-9]{7}-[0-9]\b")
NO_PERSONAL_DATA = "no e-mail address and no identity number anywhere: this data holds nothing about persons"


@dataclass(frozen=True)
class Kind:
    """What one column may hold.

    ``read`` turns text into the value that is stored and raises :class:`ValueError` saying what is allowed.
    ``arrow`` names the stored type: "string", "int64", "double" or "date" (a partial date in four columns).
    ``points_to`` names the table whose key the column holds.
    """

    name: str
    allowed: str
    read: Callable[[str], object]
    arrow: str = "string"
    points_to: str = ""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Let pydantic read a cell through this kind."""
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def _read(self, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return self.read(value)
        except ValueError as error:
            raise PydanticCustomError("not_allowed", "{allowed}", {"allowed": str(error)}) from None


def _matching(pattern: re.Pattern[str], allowed: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if pattern.fullmatch(value) is None:
            raise ValueError(allowed)
        return value

    return read


def _whole(value: str) -> int:
    if _WHOLE.fullmatch(value) is None:
        raise ValueError(_WHOLE_ALLOWED)
    return int(value)


def _decimal(value: str) -> float:
    if _DECIMAL.fullmatch(value) is None:
        raise ValueError(_DECIMAL_ALLOWED)
    return float(value)


def _between(low: float, high: float, read: Callable[[str], Any], allowed: str) -> Callable[[str], Any]:
    def checked(value: str) -> Any:
        try:
            number = read(value)
        except ValueError:
            raise ValueError(allowed) from None
        if not low <= number <= high:
            raise ValueError(allowed)
        return number

    return checked


def _text(limit: int) -> Callable[[str], str]:
    def read(value: str) -> str:
        if len(value) > limit:
            raise ValueError(f"text of at most {limit} characters; this has {len(value)}")
        return value

    return read


def _sources(value: str) -> str:
    for part in value.split("; "):
        match = _SCHEME.match(part.strip())
        if match is not None and match["scheme"].lower() not in ("http", "https"):
            raise ValueError(_SOURCE_ALLOWED)
    return _text(LIST_LIMIT)(value)


def _country(value: str) -> str:
    if value not in COUNTRIES:
        hint = {"UK": "GBR", "GB": "GBR", "PK": "PAK", "BD": "BGD"}.get(value.upper(), value.upper())
        raise ValueError(_COUNTRY_ALLOWED + (f"; did you mean {hint}?" if hint in COUNTRIES else ""))
    return value


def _date(value: str) -> str:
    return dates.parse(value).text


def code(vocabulary: str, only: tuple[str, ...] = ()) -> Kind:
    """Return the kind of a closed vocabulary of :mod:`dashboard.words`, or of some of its codes."""
    allowed_codes = only or words.codes(vocabulary)
    allowed = "one of " + ", ".join(allowed_codes)

    def read(value: str) -> str:
        if value in allowed_codes:
            return value
        near = difflib.get_close_matches(value.lower().replace(" ", "_").replace("-", "_"), allowed_codes, 1, 0.6)
        raise ValueError(f"{allowed}" + (f"; did you mean {near[0]}?" if near else ""))

    return Kind("code", allowed, read)


def _reference(table: str) -> Kind:
    return Kind("id", f"the id of a row in {table}", _matching(_ID, _ID_ALLOWED), points_to=table)


ROLE_GROUPS = words.codes("role_group")
_ID_ALLOWED = "an id of at most 100 plain letters, digits, and . _ / - without spaces"
_PSEUDONYM_ALLOWED = (
    "a pseudonym of lower-case letters, digits, _ and - with at least one digit, such as h-0172; never a name, an "
    "address or a number that a person has elsewhere"
)
_WHOLE_ALLOWED = "a whole number in plain digits, such as 1029"
_DECIMAL_ALLOWED = "a number in plain digits with a point, such as 26 or 0.5"
_SOURCE_ALLOWED = 'web addresses (http or https) or names of documents, several separated by "; "'
_COUNTRY_ALLOWED = "a country's three-letter code (ISO 3166-1), such as GBR, PAK or BGD"
_LATITUDE = "degrees north, -90 to 90, such as 33.72148"
_LONGITUDE = "degrees east, -180 to 180, such as 73.04329"
_YEAR = "a year from 1900 to 2099"
_FOUNDED = "a year from 800 to 2099"
_METRIC = "a code in lower-case letters, digits and underscores"
_SITE = "a bare domain such as ucl.ac.uk"
_ROR_ALLOWED = "a ROR address such as https://ror.org/02jx3x895"

Id = Annotated[str, Kind("id", _ID_ALLOWED, _matching(_ID, _ID_ALLOWED))]
Pseudonym = Annotated[str, Kind("pseudonym", _PSEUDONYM_ALLOWED, _matching(_PSEUDONYM, _PSEUDONYM_ALLOWED))]
InstitutionId = Annotated[str, _reference("institutions")]
ProgrammeId = Annotated[str, _reference("programmes")]
PartnershipId = Annotated[str, _reference("partnerships")]
TneId = Annotated[str, _reference("tne_programmes")]
EventId = Annotated[str, _reference("leadership_events")]
Text = Annotated[str, Kind("text", f"text of at most {TEXT_LIMIT} characters", _text(TEXT_LIMIT))]
List = Annotated[str, Kind("list", 'several texts separated by "; "', _text(LIST_LIMIT))]
Sources = Annotated[str, Kind("sources", _SOURCE_ALLOWED, _sources)]
Site = Annotated[str, Kind("website", _SITE, _matching(_DOMAIN, _SITE))]
Ror = Annotated[str, Kind("ROR id", _ROR_ALLOWED, _matching(_ROR, _ROR_ALLOWED))]
OpenCode = Annotated[str, Kind("open code", _METRIC, _matching(_OPEN_CODE, _METRIC))]
Country = Annotated[str, Kind("country", _COUNTRY_ALLOWED, _country)]
Date = Annotated[str, Kind("date", dates.ALLOWED, _date, "date")]
Count = Annotated[int, Kind("whole number", _WHOLE_ALLOWED, _whole, "int64")]
Pounds = Annotated[int, Kind("whole pounds", _WHOLE_ALLOWED, _whole, "int64")]
Year = Annotated[int, Kind("year", _YEAR, _between(1900, 2099, _whole, _YEAR), "int64")]
Founded = Annotated[int, Kind("year", _FOUNDED, _between(800, 2099, _whole, _FOUNDED), "int64")]
Number = Annotated[float, Kind("number", _DECIMAL_ALLOWED, _decimal, "double")]
Latitude = Annotated[float, Kind("latitude", _LATITUDE, _between(-90, 90, _decimal, _LATITUDE), "double")]
Longitude = Annotated[float, Kind("longitude", _LONGITUDE, _between(-180, 180, _decimal, _LONGITUDE), "double")]


def personal(value: str) -> bool:
    """Say whether a text holds an e-mail address or a national identity number."""
    return ("@" in value or "-" in value) and _PERSONAL.search(value) is not None
