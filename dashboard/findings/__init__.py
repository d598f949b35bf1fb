"""The sentence that a panel leads with: computed from the panel's own rows, or none on too small a base.

One function a kind; ``finding.kind`` in a question's front matter picks it and its other entries name columns.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dashboard.catalogue import Question
from dashboard.findings import editions, general, leadership, maps, particular, partnerships, posts, sides, strands
from dashboard.findings.prose import Rows

KINDS: Mapping[str, Callable[[Question, Rows, str], str]] = MappingProxyType(
    {
        made.__name__: made
        for made in (
            general.none,
            general.total,
            general.leader,
            general.peak,
            general.change,
            general.share,
            general.split,
            particular.base,
            particular.milestones,
            particular.events,
            particular.leader_by,
            particular.leading_pair,
            particular.unreached,
            particular.stated,
            particular.arithmetic,
            particular.against,
            particular.arrivals,
            particular.least_stated,
            particular.rest_on,
            leadership.coverage,
            leadership.in_post,
            leadership.apart,
            leadership.unreached_institutions,
            leadership.places,
            leadership.held_of_due,
            leadership.women,
            leadership.abroad,
            partnerships.stock,
            partnerships.lasting,
            partnerships.still_running,
            partnerships.half_life,
            partnerships.biggest_change,
            strands.made_up_of,
            strands.first_of,
            strands.latest,
            strands.part,
            strands.trained,
            strands.covered,
            strands.followed,
            editions.edited,
            maps.linked,
            maps.through_years,
            maps.on_register,
            maps.in_both,
            posts.newcomers,
            posts.teams,
            posts.states,
            sides.ahead,
            sides.widest,
            sides.last_of_both,
        )
    }
)
"""Every kind of finding by its name: the name of its function."""


def sentence(question: Question, rows: Rows, kind: str = "record") -> str:
    """Return the finding of a question's rows as one quotable sentence, or "" where there is none to make.

    ``kind`` is the collection's: on a partial record counts are said as what was found, never as all there is.
    """
    return KINDS[question.finding["kind"]](question, rows, kind) if rows else ""
