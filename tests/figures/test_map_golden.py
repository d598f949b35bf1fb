"""Maps as they were last looked at: every byte of their layers, in both themes.

A difference means that the drawing has changed. Look at the map in a browser, and if that is how it should be, write
the files again: ``WRITE_GOLDEN=1 pytest tests/figures/test_map_golden.py``, then read the difference before it is kept.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from dashboard.figures import theme
from dashboard.figures.link_map import LinkMap, link_map, point_map
from dashboard.filters import Look
from tests.figures.map_samples import LINKS, POINTS, links, places, points

GOLDEN = Path(__file__).parent / "golden"
MAPS: dict[str, dict[str, Any]] = {
    "country": {},
    "programme": {"look": Look(colour="programme")},
    "strand": {"look": Look(colour="strand")},
    "subject-people": {"look": Look(colour="subject", size="people")},
    "year": {"year": 2012},
    "top": {"look": Look(top="10"), "top": 3},
    "focus": {"look": Look(focus="PAK")},
    "selected": {"selected": "uk-a~pk-a~PAK"},
    "made-up": {"kind": "demonstration", "width": 340, "height": 280},
    "points": {"look": Look(layer="reached")},
    "points-focus": {"look": Look(layer="reached", focus="BGD"), "selected": "bd-1"},
}


class Fewer(Look):
    """A look with fewer strongest links than an address may ask for: the sample has only a few."""

    def strongest(self) -> int:
        return 3


def drawn(name: str, look: str) -> LinkMap:
    chosen = dict(MAPS[name])
    if name.startswith("points"):
        return point_map(points(), theme(look), POINTS, **chosen)
    if chosen.pop("top", 0):
        chosen["look"] = Fewer()
    return link_map(links(chosen.get("year", 0)), theme(look), LINKS, places=places(), **chosen)


def written(deck: LinkMap) -> str:
    """Return the deck as lines that a reader can compare: one row of a layer's data on each."""
    spec = json.loads(deck.to_json())
    lines = [json.dumps({"view": spec["initialViewState"], "told": deck._tooltip["html"]}, ensure_ascii=False)]
    for layer in spec["layers"]:
        rows = layer.pop("data")
        lines.append(json.dumps(layer, ensure_ascii=False))
        if isinstance(rows, list):
            lines += ["  " + json.dumps(row, ensure_ascii=False) for row in rows]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("name", MAPS)
def test_the_map_is_drawn_as_it_was_last_looked_at(name: str, look: str) -> None:
    file, found = GOLDEN / f"{name}.{look}.jsonl", written(drawn(name, look))
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


def test_no_golden_file_is_without_its_map() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == {
        f"{name}.{look}.jsonl" for name in MAPS for look in ("light", "dark")
    }
