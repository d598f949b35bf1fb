"""Panels: any question of the catalogue, shown whole, from its front matter and one answer.

Title (the question), finding, figure, caption, the rows behind a mark, the numbers and the download all come
from the same frame.
"""

from dashboard.panels.edited import changed, choose_editions
from dashboard.panels.institution import head, of_one
from dashboard.panels.map_view import link_map
from dashboard.panels.panel import more, pair, section, show
from dashboard.panels.sides import choose_sides, compared
from dashboard.panels.special import against, decide, scope

__all__ = [
    "against",
    "changed",
    "choose_editions",
    "choose_sides",
    "compared",
    "decide",
    "head",
    "link_map",
    "more",
    "of_one",
    "pair",
    "scope",
    "section",
    "show",
]
