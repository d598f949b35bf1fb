"""Chance that is the same everywhere: all draws rest on ``Random.random``, which Python promises never to change."""

import hashlib
import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

Thing = TypeVar("Thing")


class Chance:
    """One stream of draws. A part of the programme has a stream of its own, so that one part never moves another."""

    def __init__(self, seed: int, part: str, block: int = 0) -> None:
        """Begin the stream of a part in one block of the programme."""
        digest = hashlib.sha256(f"{seed}/{part}/{block}".encode()).digest()
        self._random = random.Random(int.from_bytes(digest[:8], "big"))

    def share(self) -> float:
        """Return a number from 0 to below 1."""
        return self._random.random()

    def happens(self, probability: float) -> bool:
        """Say whether something of this probability happens."""
        return self.share() < probability

    def whole(self, least: int, most: int) -> int:
        """Return a whole number, both ends included."""
        return least + int(self.share() * (most - least + 1))

    def pick(self, things: Sequence[Thing]) -> Thing:
        """Return one of the things."""
        return things[int(self.share() * len(things))]

    def weighted(self, things: Sequence[Thing], weights: Sequence[float]) -> Thing:
        """Return one of the things, each as likely as its weight."""
        left = self.share() * sum(weights)
        for thing, weight in zip(things, weights, strict=True):
            left -= weight
            if left < 0:
                return thing
        return things[-1]

    def mixed(self, things: Sequence[Thing]) -> list[Thing]:
        """Return the things in another order."""
        found = list(things)
        for place in range(len(found) - 1, 0, -1):
            other = int(self.share() * (place + 1))
            found[place], found[other] = found[other], found[place]
        return found

    def several(self, things: Sequence[Thing], weights: Sequence[float], how_many: int) -> list[Thing]:
        """Return different things, the weightier the likelier."""
        left, found = list(zip(things, weights, strict=True)), list[Thing]()
        while left and len(found) < how_many:
            place = self.weighted(range(len(left)), [weight for _, weight in left])
            found.append(left.pop(place)[0])
        return found

    def day(self, first: date, last: date) -> date:
        """Return a day, both ends included."""
        return first + timedelta(days=self.whole(0, (last - first).days))
