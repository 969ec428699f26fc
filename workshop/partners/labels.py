# SPDX-License-Identifier: MIT
"""Where the names of nodes go, so that none covers another name, a node, or another's leader.

A name stands beside its node; where that has no room it moves away, with a leader line to its
node. Names are placed in the order of their importance; one that finds no room may push others to
another of their places. All lengths are in the unit of the surface, y down.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.partners.label_choice import Choice
from workshop.partners.label_ground import Ground, Scene
from workshop.partners.label_spots import Spots, far_spots, near_spots
from workshop.partners.stress import Floats

__all__ = ["MOST", "Placed", "Scene", "place_labels"]

MOST = 300
"""The most names that are placed at once."""
_MOST_TRIES = 8
"""How many orders are tried, so that all find room."""
_HOPE, _CROWD = 0.7, 100
"""With fewer of the names placed, or among more nodes, no other order will help."""
_ANY_SHAPE = 100
"""So few names may take any of their shapes at once."""
_FEW = 60
"""Among so few every name may move away to make room for another."""
_MOST_FAR = 20
"""Among more, none moves away if more than so many would: their leaders could not be followed."""
_THOROUGH, _LOOKED_AT, _PATIENCE = 4000, 600, 5
"""How many places are tried for one of few names that are left over, for so many of them."""
_MOST_SPOTS = 400
"""How many places away from nodes are looked at."""


class Placed(NamedTuple):
    """The top left corner of a name, the number of its shape, and its leader if it has one."""

    x: float
    y: float
    shape: int = 0
    leader: tuple[float, float, float, float] | None = None
    """From the rim of the node to the name."""


def place_labels(
    scene: Scene, shapes: Sequence[Floats], order: Sequence[int], *, far: bool = True
) -> dict[int, Placed]:
    """Give a place to each name that has room, by the number of its node.

    `shapes` are the ways to break the names, the preferred first: width and height for every node
    (n x 2). `order` has the nodes by falling importance. Without `far` no name moves away.
    """
    chosen = np.array(order[:MOST], dtype=np.intp)
    if not len(chosen):
        return {}
    search = _Search(scene, shapes, chosen)
    best = search.placed(range(len(chosen)), far=far)
    hopeful = far and len(best) > _HOPE * len(chosen) and len(scene.nodes) <= _CROWD
    turns, tried = list(range(len(chosen))), 1
    while hopeful and len(best) < len(chosen) and tried < _MOST_TRIES:
        # Those that found no room choose first, the others as before.
        turns = sorted(turns, key=best.__contains__)
        best, tried = max(best, search.placed(turns, far=True), key=len), tried + 1
    return {int(chosen[turn]): best[turn] for turn in sorted(best)}


class _Search:
    """The scene and the places names could take in it, for choosing in one order or another."""

    def __init__(self, scene: Scene, shapes: Sequence[Floats], chosen: NDArray[np.intp]) -> None:
        self._ground = Ground(scene)
        self._nodes, self._sizes = scene.nodes[chosen], [sizes[chosen] for sizes in shapes]
        # In a crowd most names take their usual shape; only those left over are offered others.
        usual = self._sizes if len(chosen) <= _ANY_SHAPE else self._sizes[:1]
        self._choice = Choice(near_spots(self._nodes, self._ground, usual), len(chosen))
        self._other_shapes = self._sizes[len(usual) :]
        self._patience = _PATIENCE
        self._led: set[int] = set()
        """The names whose places away from their nodes are known."""

    def placed(self, order: Sequence[int], *, far: bool) -> dict[int, Placed]:
        """Give places by turn: beside nodes first, then, if wanted, away from them."""
        waiting = self._choice.choose(order)
        if waiting and self._other_shapes:
            turns = sorted(waiting)
            sizes = [each[turns] for each in self._other_shapes]
            found = near_spots(self._nodes[turns], self._ground, sizes)
            self._offer(turns, found._replace(shapes=found.shapes + 1))
            waiting, self._other_shapes = self._choice.go_on(waiting), []
        few = len(order) <= _FEW
        if far and waiting and (few or len(waiting) <= _MOST_FAR):
            wanted = {*(order if few else waiting)} - self._led
            self._look_further(sorted(wanted))
            waiting = self._choice.go_on(waiting)
            if few:
                looked_at = _THOROUGH if self._patience > 0 else _LOOKED_AT
                self._patience -= len(waiting)
                self._choice.go_on(waiting, at_once=2, looked_at=looked_at)
        spots = self._choice.spots
        return {turn: _placed(spots, at) for turn, at in self._choice.chosen.items()}

    def _look_further(self, turns: Sequence[int]) -> None:
        if turns:
            nodes, sizes = self._nodes[turns], [each[turns] for each in self._sizes]
            found = far_spots(nodes, self._ground, sizes, max(_MOST_SPOTS // len(turns), 1))
            self._offer(turns, found)
            self._led.update(turns)

    def _offer(self, turns: Sequence[int], found: Spots) -> None:
        """Add places that were found for some names, which are in the order of their turns."""
        self._choice.add(found._replace(owner=np.array(turns, dtype=np.intp)[found.owner]))


def _placed(spots: Spots, at: int) -> Placed:
    x, y, *_ = spots.boxes[at].tolist()
    x1, y1, x2, y2 = spots.leaders[at].tolist()
    return Placed(x, y, int(spots.shapes[at]), None if np.isnan(x1) else (x1, y1, x2, y2))
