"""Make ``land.geojson``, the land of the world with detail between the United Kingdom and Bangladesh, and
``land-wide.geojson``, coarse everywhere: both without a single border.

Run by hand, when the source changes: ``python dashboard/assets/make_land.py``. It needs npm, because the source is
the npm package ``world-atlas`` (Natural Earth 1:50m and 1:110m, public domain), packed into a temporary folder.
Only ``land-50m.json`` and ``land-110m.json`` are read; files with countries are never opened.
"""

import heapq
import itertools
import json
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PACKAGE = "world-atlas@2.0.2"

Point = tuple[float, float]
Ring = list[Point]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """One file: the part of the world that it holds (west, south, east, north) and how much detail it keeps.

    ``detail`` are (box, smallest triangle that a point must make to stay, smallest island that is kept), in square
    degrees; the first box that holds a point counts.
    """

    name: str
    source: str
    box: Box
    detail: Sequence[tuple[Box, float, float]]


# All land but Antarctica, and the end of Asia beyond the 180th meridian: no cut of ours ever comes into view.
WORLD = (-180.0, -58.0, 192.0, 84.0)
# Where readers look, the coast keeps its detail; further off it only keeps the shape of the continents.
LAND = Outline(
    "land.geojson",
    "land-50m.json",
    WORLD,
    (
        ((-9.0, 49.5, 2.0, 61.0), 0.002, 0.02),
        ((60.0, 21.0, 70.0, 26.5), 0.0015, 0.02),
        ((87.5, 20.0, 93.0, 25.0), 0.0004, 0.004),
        ((-12.0, 4.0, 97.0, 62.0), 0.0055, 0.025),
        ((-32.0, -16.0, 128.0, 74.0), 0.12, 1.2),
        (WORLD, 0.7, 4.0),
    ),
)
WIDE = Outline("land-wide.geojson", "land-110m.json", WORLD, ((WORLD, 0.32, 1.2),))


def main() -> None:
    """Write both outlines beside this file and print their sizes in bytes."""
    for outline in (LAND, WIDE):
        polygons = [shrink(polygon, outline) for polygon in polygons_of(fetch(outline.source))]
        coordinates = [[[list(point) for point in ring] for ring in polygon] for polygon in polygons if polygon]
        land = {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPolygon", "coordinates": coordinates}}
        target = Path(__file__).with_name(outline.name)
        target.write_text(json.dumps(land, separators=(",", ":")) + "\n", encoding="utf-8")
        print(f"{target.name}: {target.stat().st_size} bytes, {len(coordinates)} pieces of land")


def fetch(name: str) -> dict[str, Any]:
    """Return the TopoJSON of the world's land, by its name in the npm package."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as packed:
            member = packed.extractfile(f"package/{name}")
            if member is None:
                raise SystemExit(f"{PACKAGE} holds no {name}")
            found: dict[str, Any] = json.load(member)
            return found


def polygons_of(topology: dict[str, Any]) -> Iterator[list[Ring]]:
    """Yield each polygon (outer ring, then holes) of the topology in degrees."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        arcs.append(arc)
    for geometry in topology["objects"]["land"]["geometries"]:
        many = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in many:
            yield [joined(arcs, ring) for ring in polygon]


def joined(arcs: list[Ring], ring: list[int]) -> Ring:
    """Return one closed ring from its arcs; a negative number means the arc backwards."""
    points: Ring = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return unwrapped(points)


def unwrapped(ring: Ring) -> Ring:
    """Return the ring without the jump at 180 degrees, which Eurasia crosses at its far end."""
    points, turn = ring[:1], 0.0
    for before, here in itertools.pairwise(ring):
        if abs(here[0] - before[0]) > 180:
            turn += 360.0 if here[0] < before[0] else -360.0
        points.append((here[0] + turn, here[1]))
    middle = sum(point[0] for point in points) / len(points)
    shift = -360.0 * round(middle / 360)
    return [(x + shift, y) for x, y in points]


def shrink(polygon: list[Ring], outline: Outline) -> list[Ring]:
    """Cut, simplify and round one polygon; an outer ring that falls away takes its holes with it."""
    rings = []
    for place, ring in enumerate(polygon):
        small = rounded(simplified(cut(ring, outline.box), outline))
        island = min((detail_at(point, outline)[1] for point in small), default=0.0)
        if len(small) >= 4 and abs(area(small)) >= island:
            rings.append(small)
        elif place == 0:
            return []
    return rings


def cut(ring: Ring, box: Box) -> Ring:
    """Return the part of a closed ring inside the box (Sutherland and Hodgman, one side after another)."""
    west, south, east, north = box
    points = ring[:-1]
    for axis, limit, keep_above in ((0, west, True), (0, east, False), (1, south, True), (1, north, False)):
        points = cut_side(points, axis, limit, keep_above)
    return [*points, points[0]] if len(points) >= 3 else []


def cut_side(points: Ring, axis: int, limit: float, keep_above: bool) -> Ring:
    """Return the points on one side of a line of longitude (axis 0) or latitude (axis 1)."""
    inside: Callable[[Point], bool] = lambda p: (p[axis] >= limit) == keep_above or p[axis] == limit  # noqa: E731
    kept: Ring = []
    for before, here in zip([*points[-1:], *points[:-1]], points, strict=True):
        if inside(before) != inside(here):
            share = (limit - before[axis]) / (here[axis] - before[axis])
            crossing = [before[i] + share * (here[i] - before[i]) for i in (0, 1)]
            crossing[axis] = limit
            kept.append((crossing[0], crossing[1]))
        if inside(here):
            kept.append(here)
    return kept


def simplified(ring: Ring, outline: Outline) -> Ring:
    """Drop, smallest first, the points that change the shape least (Visvalingam and Whyatt)."""
    points = ring[:-1]
    count = len(points)
    if count < 4:
        return ring
    before, after = [(i - 1) % count for i in range(count)], [(i + 1) % count for i in range(count)]
    alive = [True] * count

    def weight(i: int) -> float:
        if on_edge(points[i], outline.box):
            return float("inf")
        limit = detail_at(points[i], outline)[0]
        return abs(area([points[before[i]], points[i], points[after[i]], points[before[i]]])) / limit

    heap = [(weight(i), i) for i in range(count)]
    heapq.heapify(heap)
    while heap and count > 3:
        value, i = heapq.heappop(heap)
        if not alive[i] or value != weight(i):
            continue
        if value >= 1:
            break
        alive[i], count = False, count - 1
        after[before[i]], before[after[i]] = after[i], before[i]
        for near in (before[i], after[i]):
            heapq.heappush(heap, (weight(near), near))
    left = [point for point, stays in zip(points, alive, strict=True) if stays]
    return [*left, left[0]]


def rounded(ring: Ring) -> Ring:
    """Return the ring with two decimals and without repeated points."""
    points: Ring = []
    for x, y in ring:
        point = (round(x, 2), round(y, 2))
        if not points or points[-1] != point:
            points.append(point)
    return points


def area(ring: Ring) -> float:
    """Return the signed area of a closed ring in square degrees."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring)) / 2


def detail_at(point: Point, outline: Outline) -> tuple[float, float]:
    """Return the smallest triangle and the smallest island that are kept here, in square degrees."""
    for (west, south, east, north), triangle, island in outline.detail:
        if west <= point[0] <= east and south <= point[1] <= north:
            return triangle, island
    return outline.detail[-1][1:]


def on_edge(point: Point, box: Box) -> bool:
    """Say whether a point lies on the edge of the box."""
    return point[0] in (box[0], box[2]) or point[1] in (box[1], box[3])


if __name__ == "__main__":
    main()
