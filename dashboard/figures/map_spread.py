"""Coincident and crowded places parted, so that each can be seen and hit, and none strays far from where it is."""

import math
from collections.abc import Sequence
from dataclasses import replace

from dashboard.figures.places import TILE, Camera, Place, latitude_of, mercator

GAP, DENSE = 7.6, 7.1  # pixels between neighbours: usually, and where very many share a point
MANY = 19  # places at one point: from here on they stand denser
ROUNDS = 40  # of pushing apart what still stands too close
SLACK = 0.25  # pixels by which neighbours may stand closer

Spot = tuple[float, float]


def spread(places: Sequence[Place], zoom: float, rough: bool = False, wide: float = 0.0) -> list[Place]:
    """Return the places as they are shown at this zoom, in the same order.

    Those at one point are laid out like cells of a honeycomb, the greatest in the middle; then neighbours that still
    stand closer than they may are pushed apart, the smaller one further. The same places always come to the same
    points, whatever their order. ``rough`` leaves the pushing out: enough to learn how much room they take. ``wide``
    are the pixels between neighbours where dots are large.
    """
    ordered = sorted(places, key=lambda place: place.rank)
    camera = Camera(0.0, 0.0, zoom)
    scale = TILE * 2**zoom
    true = [camera.pixel(place.lon, place.lat) for place in ordered]
    room = max(1.0, min(1.45, 1 + (zoom - 3.2) * 0.25))  # nearer, marks are larger
    spots = _honeycombs(true, room, wide)
    if not rough:
        _part(spots, max(DENSE * room, wide))
    digits = 2 if zoom < 4.5 else 3
    moved: dict[str, Place] = {}
    for place, was, (x, y) in zip(ordered, true, spots, strict=True):
        lon, lat = place.lon, place.lat
        if math.dist(was, (x, y)) > 0.25:
            lon, lat = 360 * (0.5 + x / scale) - 180, latitude_of(mercator(0, 0)[1] - y / scale)
        moved[place.id] = replace(place, lon=round(lon, digits), lat=round(lat, digits))
    return [moved[place.id] for place in places]


def _honeycombs(spots: Sequence[Spot], room: float, wide: float) -> list[Spot]:
    """Return the spots with those that fall together laid out around the first of them."""
    groups: list[tuple[Spot, list[int]]] = []
    cells: dict[tuple[int, int], list[int]] = {}
    for number, (x, y) in enumerate(spots):
        cell = (math.floor(x / 3), math.floor(y / 3))
        near = [g for dx in (-1, 0, 1) for dy in (-1, 0, 1) for g in cells.get((cell[0] + dx, cell[1] + dy), ())]
        home = next((g for g in near if math.dist(groups[g][0], (x, y)) < 3), None)
        if home is None:
            cells.setdefault(cell, []).append(len(groups))
            groups.append(((x, y), [number]))
        else:
            groups[home][1].append(number)
    found = list(spots)
    for (x, y), members in groups:
        step = max(wide, room * (GAP if len(members) < MANY else DENSE))
        for rank, number in enumerate(members):
            dx, dy = comb(rank)
            found[number] = (x + step * dx, y + step * dy) if rank else spots[number]
    return found


def comb(rank: int) -> Spot:
    """Return the middle of the cell of this number in a honeycomb, cells being 1 apart, from the middle outwards."""
    if rank == 0:
        return 0.0, 0.0
    ring = math.ceil((-3 + math.sqrt(9 + 12 * rank)) / 6)
    side, along = divmod(rank - 3 * ring * (ring - 1) - 1, ring)
    corner, after = math.radians(60 * side), math.radians(60 * side + 120)
    return ring * math.cos(corner) + along * math.cos(after), ring * math.sin(corner) + along * math.sin(after)


def _part(spots: list[Spot], gap: float) -> None:
    """Push spots apart, in place, until neighbours stand ``gap`` pixels apart or the rounds are over."""
    for _ in range(ROUNDS):
        moved = False
        for greater, smaller in _close(spots, gap):
            (ax, ay), (bx, by) = spots[greater], spots[smaller]
            apart = math.hypot(bx - ax, by - ay)
            if apart < gap - SLACK:
                # Where both stand on one spot, each pair has a direction of its own.
                turn = math.atan2(by - ay, bx - ax) if apart > 0.01 else 2.4 * smaller
                right, down = (gap - apart) * math.cos(turn), (gap - apart) * math.sin(turn)
                spots[greater] = (ax - 0.2 * right, ay - 0.2 * down)
                spots[smaller] = (bx + 0.8 * right, by + 0.8 * down)
                moved = True
        if not moved:
            return


def _close(spots: Sequence[Spot], gap: float) -> list[tuple[int, int]]:
    """Return the pairs that stand closer than they may, the greater place of each first."""
    cells: dict[tuple[int, int], list[int]] = {}
    for number, (x, y) in enumerate(spots):
        cells.setdefault((int(x // gap), int(y // gap)), []).append(number)
    enough = (gap - SLACK) ** 2
    pairs = []
    for (column, row), members in cells.items():
        for across, up in ((0, 0), (1, 0), (1, 1), (0, 1), (-1, 1)):
            others = members if (across, up) == (0, 0) else cells.get((column + across, row + up), ())
            for one in members:
                x, y = spots[one]
                for other in others:
                    if other != one and (x - spots[other][0]) ** 2 + (y - spots[other][1]) ** 2 < enough:
                        pairs.append((one, other) if one < other else (other, one))
    return sorted(set(pairs))
