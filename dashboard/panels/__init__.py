"""Panels: any question of the catalogue, shown whole, from its front matter and one answer.

Title (the question), finding, figure, caption, the rows behind a mark, the numbers and the download all come
from the same frame.
"""

from dashboard.panels.panel import more, pair, show
from dashboard.panels.special import level, scope

__all__ = ["level", "more", "pair", "scope", "show"]
