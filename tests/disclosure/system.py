"""What somebody can work out who reads every number: integer unknowns, what is shown of them, and the values that fit.

Each unknown is a class of people (or of whatever a count of people is made of) that stand in the same cells. A cell
shows an interval for the sum of its classes. A count is safe where a second value fits everything that is shown.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing
from scipy import optimize, sparse

SMALL = range(1, 10)
ROUNDS, MOST = 6, 5000
Numbers = np.typing.NDArray[np.float64]
NOT_PEOPLE = ("empty", "extra")
"""Atoms that count no people: posts that stand empty, and those by which a range is wider than what is sure."""

Atoms = frozenset[Hashable]


@dataclass(frozen=True)
class Cell:
    """One number as it is shown: what it sums, and the interval in which a reader knows its true value to lie."""

    name: str
    atoms: Atoms
    low: int
    high: int
    signed: bool = False


def interval(shown: int | None, *, exact: bool = False) -> tuple[int, int]:
    """Return the true values that a shown count of people allows; None is "fewer than 10", 0 is none at all."""
    if shown is None:
        return 1, 9
    if exact or shown == 0:
        return shown, shown
    return max(10, shown - 2), shown + 2


@dataclass
class System:
    """All that is shown at once, over atoms whose true weights are known to the test alone."""

    weights: Mapping[Hashable, int]
    cells: list[Cell]
    parts: list[tuple[Hashable, tuple[Hashable, ...]]] = field(default_factory=list)
    """Atoms that are never more than the sum of some others: the women among the participants."""

    def __post_init__(self) -> None:
        """Put atoms of the same cells into one class, and classes that have to do with each other into one block."""
        stands: dict[Hashable, list[int]] = defaultdict(list)
        for index, cell in enumerate(self.cells):
            for atom in cell.atoms:
                stands[atom].append(index)
        paired = {atom for part, whole in self.parts for atom in (part, *whole)}
        signature = {atom: (tuple(found), atom if atom in paired else None) for atom, found in stands.items()}
        classes = sorted(set(signature.values()), key=repr)
        numbers = {found: number for number, found in enumerate(classes)}
        self.place = {atom: numbers[found] for atom, found in signature.items()}
        self.counts = np.zeros(len(classes), dtype=np.int64)
        for atom, number in self.place.items():
            self.counts[number] += self.weights[atom]
        self.rows = [frozenset(self.place[atom] for atom in cell.atoms) for cell in self.cells]
        self._constrain(len(classes))

    def _constrain(self, width: int) -> None:
        entries, low, high = list[tuple[int, int, int]](), list[float](), list[float]()
        for cell, row in zip(self.cells, self.rows, strict=True):
            entries += [(len(low), number, 1) for number in row]
            low.append(cell.low)
            high.append(cell.high)
        for part, whole in self.parts:
            if {part, *whole} <= self.place.keys():
                entries += [*((len(low), self.place[atom], 1) for atom in whole), (len(low), self.place[part], -1)]
                low.append(0)
                high.append(np.inf)
        lines, columns, values = zip(*entries, strict=True)
        matrix = sparse.csr_matrix((values, (lines, columns)), shape=(len(low), width))
        self.matrix, self.low, self.high = matrix.tocsc(), np.array(low), np.array(high)
        self.values = self.matrix @ self.counts
        assert ((self.low <= self.values) & (self.values <= self.high)).all()
        graph = sparse.bmat([[None, matrix], [matrix.T, None]])
        _, labels = sparse.csgraph.connected_components(abs(graph), directed=False)
        self.line_block, self.class_block = labels[: len(low)], labels[len(low) :]

    def true(self, classes: Iterable[int]) -> int:
        """Return the true value of a sum of classes."""
        return int(self.counts[list(classes)].sum())

    def targets(self) -> Iterator[tuple[str, dict[int, int]]]:
        """Yield every count of 1 to 9 people that is a class, a cell or a difference of two cells.

        Those that were signed, and their differences, are apart; so are posts that nobody holds.
        """
        signed = [row for cell, row in zip(self.cells, self.rows, strict=True) if cell.signed]
        given = [*signed, *(more - less for more in signed for less in signed if less < more)]
        seen = {frozenset((number, 1) for number in each) for each in given}
        open_ones = {number for atom, number in self.place.items() if isinstance(atom, tuple) and atom[0] in NOT_PEOPLE}
        for name, wanted in self._candidates():
            key = frozenset(wanted.items())
            if key not in seen and wanted and not open_ones & wanted.keys() and self.true_of(wanted) in SMALL:
                seen.add(key)
                yield name, wanted

    def _candidates(self) -> Iterator[tuple[str, dict[int, int]]]:
        for number in range(len(self.counts)):
            yield f"class {number}", {number: 1}
        for cell, row in zip(self.cells, self.rows, strict=True):
            if not cell.signed:
                yield cell.name, dict.fromkeys(row, 1)
        for whole, more in zip(self.cells, self.rows, strict=True):
            for part, less in zip(self.cells, self.rows, strict=True):
                if less < more and not (whole.signed and part.signed):
                    yield f"{whole.name} less {part.name}", dict.fromkeys(more - less, 1)

    def true_of(self, wanted: Mapping[int, int]) -> int:
        """Return the true value of a weighted sum of classes."""
        return int(sum(self.counts[number] * times for number, times in wanted.items()))

    def found(self) -> list[str]:
        """Return the names of the counts of 1 to 9 people that follow from what is shown: no other value fits.

        Any other point that fits all that is shown clears every count that it gives another value: a few points at
        random clear nearly all of them, and each of the rest is looked for by itself.
        """
        blocks: dict[int, list[tuple[str, dict[int, int]]]] = defaultdict(list)
        for name, wanted in self.targets():
            those = {int(self.class_block[number]) for number in wanted}
            if len(those) == 1:  # else it is made of things that have nothing to do with each other
                blocks[those.pop()].append((name, wanted))
        return [name for number, targets in blocks.items() for name in Block(self, number).found(targets)]


class Block:
    """The cells and classes that have to do with each other."""

    def __init__(self, system: System, number: int) -> None:
        self.lines = np.flatnonzero(system.line_block == number)
        columns = np.flatnonzero(system.class_block == number)
        self.where = {int(each): index for index, each in enumerate(columns)}
        self.true = system.counts[columns]
        self.matrix = system.matrix[self.lines][:, columns].tocsr()
        self.low, self.high = system.low[self.lines], system.high[self.lines]
        signed = [line for line, cell in enumerate(system.cells) if cell.signed]
        self.given = self.matrix[np.isin(self.lines, signed)].toarray().T

    def found(self, targets: list[tuple[str, dict[int, int]]]) -> list[str]:
        """Return the names of those targets that can have one value only."""
        dice = np.random.default_rng(18)
        left = [(name, self.goal(wanted)) for name, wanted in targets]
        for _ in range(ROUNDS):
            if left:
                left = self._cleared(left, self.point(dice.normal(size=len(self.true))))
        pinned = []
        while left:
            name, goal = left.pop()
            other = self.point(goal * 0.0, goal)
            if other is None and not self._follows(goal):
                pinned.append(name)
            left = self._cleared(left, other)
        return pinned

    def _follows(self, goal: Numbers) -> bool:
        """Say whether a sum follows from what was signed or is public, without any count of people besides."""
        if not self.given.size:
            return False
        weights = np.linalg.lstsq(self.given, goal, rcond=None)[0]
        return bool(np.allclose(self.given @ weights, goal))

    def goal(self, wanted: Mapping[int, int]) -> Numbers:
        """Return a weighted sum of classes as a vector."""
        vector = np.zeros(len(self.true))
        for number, times in wanted.items():
            vector[self.where[number]] = times
        return vector

    def _cleared(self, left: list[tuple[str, Numbers]], other: Numbers | None) -> list[tuple[str, Numbers]]:
        if other is None:
            return left
        return [(name, goal) for name, goal in left if abs(goal @ (other - self.true)) < 0.5]

    def point(self, direction: Numbers, goal: Numbers | None = None) -> Numbers | None:
        """Return whole numbers that fit all that is shown, far out in a direction; other than the truth in a goal."""
        limits = [optimize.LinearConstraint(self.matrix, self.low, self.high)]
        ranges = (
            [(-np.inf, np.inf)] if goal is None else [(goal @ self.true + 1, np.inf), (-np.inf, goal @ self.true - 1)]
        )
        for low, high in ranges:
            more = [] if goal is None else [optimize.LinearConstraint(goal, low, high)]
            answer = optimize.milp(
                direction,
                constraints=limits + more,
                integrality=np.ones(len(direction)),
                bounds=optimize.Bounds(0, MOST),
                options={"mip_rel_gap": 0.5},
            )
            if answer.x is not None:
                whole = np.rint(answer.x)
                told = self.matrix @ whole
                assert ((self.low - told <= 1e-6) & (told - self.high <= 1e-6)).all()
                return whole
            assert answer.status == 2, answer.message
        return None
