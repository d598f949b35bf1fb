"""One partnership as it really went."""

from dataclasses import dataclass, field
from datetime import date

from dashboard.demonstration.institutions import Institution
from dashboard.demonstration.plan import Round


@dataclass(slots=True)
class Partnership:
    """One partnership as it really went; an edition shows of it what was known by its day."""

    id: str
    round: Round
    number: int
    subject: str
    start: date
    funded_to: date | None
    end: date | None
    fate: str
    renews: "Partnership | None" = None
    members: list[Institution] = field(default_factory=list)
