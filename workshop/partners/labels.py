# SPDX-License-Identifier: MIT
"""Where the names of nodes go, so that none covers another name, a node, or another's leader.

A name stands beside its node; where that has no room it is shortened, or moves away with a leader
line to its node. First all names find room in short, then they grow, the most important first. All
lengths are in the unit of the surface, y down.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.partners.label_board import Board, Box
from workshop.partners.label_ground import Ground, Scene
from workshop.partners.label_search import LONG, SHORT, Levels, Limits, Search
from workshop.partners.label_spots import LINE_COST, Form, Spot, disliked
from workshop.partners.stress import Floats

__all__ = ["MOST", "Placed", "Scene", "place_labels"]

MOST = 300
"""The most names that are placed at once."""
_FEW = 100
"""Among so few there is time to look further for each, and leaders can be followed."""
_CELLS = (5, 8)
"""How many cells a line of text is high, among many and among few."""
_LIMITS = (Limits(200, 24), Limits(4000, 100))
"""How much is tried for names without room, among many and among few."""
_FIRST, _FAR = 40, 16.0
"""Without `far` so many of the most important names may still move away, so many lines at the most."""
_HOPELESS = 0.15
"""If more than this share finds no room at first, the most important come first."""
_MOST_CELLS, _LEAST_CELLS = 1000.0, 400.0
"""How many cells there are across or down, whichever is more."""
_AIR, _MOST_AIR = 0.14, 2.0
"""The least distance between two names, in heights of a line and at the most."""
_MOST_RELAYED, _KEPT = 20, 4
"""How many names may oust others in turn so that a few more find room; the last of them stay."""
_LATER = 0.05
"""How much less each further of the places beside a node is liked; see `could_be_beside`."""
_CROWD, _TIGHT = (3.0, 1.3), 5
"""So many nodes, itself among them, so near to a node crowd it: in widths and heights of names."""


class Placed(NamedTuple):
    """The top left corner of a name, the number of its shape, and its leader if it has one."""

    x: float
    y: float
    shape: int = 0
    leader: tuple[float, float, float, float] | None = None
    """From the rim of the node to the name."""


def place_labels(
    scene: Scene,
    shapes: Sequence[Floats],
    order: Sequence[int],
    *,
    whole: int | None = None,
    far: bool = True,
) -> dict[int, Placed]:
    """Give a place to each name that has room, by the number of its node.

    `shapes` are the ways to break the names, the preferred first: width and height for every node
    (n x 2). The first `whole` of them (all without it) show the whole name, the others ever less of
    it. `order` has the nodes by falling importance. Without `far`, as where there are very many, hardly
    a name moves away, and one that finds no room leaves it to those that follow.
    """
    chosen = np.array(order[:MOST], dtype=np.intp)
    if not len(chosen):
        return {}
    table = _Table(scene, [each[chosen] for each in shapes], chosen, whole or len(shapes))
    search = table.search()
    if far:
        _place_all(search, table)
    else:
        for turn in range(len(chosen)):
            search.settle(turn, 0) or (turn < _FIRST and search.lead(turn, 0, _FAR))
    found = sorted(search.spots.items())
    return {int(chosen[turn]): table.placed(turn, spot) for turn, spot in found}


def _place_all(search: Search, table: "_Table") -> None:
    """Find room for all names in short, then show as much of each as can be."""
    last = table.levels - 1
    _begin(search, table, last)
    _grow(search, range(last))
    if len(table.forms) <= _FEW:
        _polish(search, table, last)


def _begin(search: Search, table: "_Table", last: int) -> None:
    """Find room for the short forms of names, and where it is tight for the shortest."""
    short, near = max(last - 1, min(last, 1)), table.neighbors()
    tight = [last if count > _TIGHT else short for count in near]
    order = sorted(range(len(near)), key=near.__getitem__, reverse=True)
    lost = [turn for turn in order if not search.settle(turn, tight[turn])]
    hopeless = len(lost) > _HOPELESS * len(near)
    if hopeless:
        search.clear()
        lost = [turn for turn in range(len(near)) if not search.settle(turn, short)]
    left = [turn for turn in sorted(lost) if not _fitted(search, turn, last)]
    left = [turn for turn in left if not search.push(turn, last)]
    if not hopeless:
        _relay(search, left, last)


def _relay(search: Search, left: Sequence[int], last: int) -> None:
    """Let names without room oust others, which find it elsewhere or oust further ones in turn."""
    waiting, kept = list(left), left[:0]
    for _ in range(_MOST_RELAYED):
        if not waiting:
            return
        turn = waiting.pop()
        others = search.oust(turn, last, kept)
        kept = [turn, *kept[:_KEPT]]
        if others is None:
            waiting.insert(0, turn)
        waiting += [other for other in others or () if not _fitted(search, other, last)]


def _fitted(search: Search, turn: int, last: int) -> bool:
    """Find room for a name that has none: others move, or it does, or even less of it is shown."""
    return (
        search.settle(turn, last)
        or search.renew(turn, last)
        or search.squeeze(turn, last)
        or search.lead(turn, last, LONG)
    )


def _grow(search: Search, levels: Sequence[int]) -> None:
    """Show as much of each name as there is room for, the most important first."""
    for level in levels:
        for turn in sorted(search.spots):
            if search.level(turn) > level:
                search.better(turn, level, SHORT if search.spots[turn].leader else 0)


def _polish(search: Search, table: "_Table", last: int) -> None:
    """Among few, show more of names by moving others or away from their nodes; then set all anew."""
    for level in range(last if len(search.spots) == len(table.forms) else 0):
        for turn in sorted(search.spots):
            if search.level(turn) > level:
                search.insist(turn, level, LONG)
    for turn in sorted(search.spots):
        search.better(turn, search.level(turn))
    for turn in sorted(turn for turn, spot in search.spots.items() if not spot.leader):
        search.ease(turn, table.costs)


class _Table:
    """The scene in cells: the board, and the ways to break each name."""

    def __init__(
        self, scene: Scene, sizes: Sequence[Floats], chosen: NDArray[np.intp], whole: int
    ) -> None:
        left, top, right, low = scene.bounds
        self._scene, self._sizes, self._chosen, self._whole = scene, sizes, chosen, whole
        line = max(min(float(each[:, 1].min()) for each in sizes), 1e-3)
        longest = max(right - left, low - top)
        usual = line / _CELLS[len(chosen) <= _FEW]
        self._cell = float(np.clip(usual, longest / _MOST_CELLS, longest / _LEAST_CELLS))
        self._corner = np.array([left, top, 0.0])
        self._extent = int((right - left) / self._cell), int((low - top) / self._cell)
        self.levels = len(sizes) - whole + 1
        self._line = line / self._cell
        self._ground = Ground(scene)
        air = min(_AIR * line, _MOST_AIR)
        cells = [np.ceil((each + air) / self._cell).astype(int).tolist() for each in sizes]
        every = zip(*(map(tuple, each) for each in cells), strict=True)
        self.forms = [_levels(each, whole) for each in every]

    def search(self) -> Search:
        """Give an empty board with all it takes to place the names."""
        nodes = (self._scene.nodes - self._corner) / self._cell
        board = Board(*self._extent, nodes)
        dislikes = disliked(self._ground, self._scene.nodes[self._chosen], self._sizes[0])
        standing = [tuple(each) for each in nodes[self._chosen].tolist()]
        limits = _LIMITS[len(standing) <= _FEW]._replace(line=self._line)
        return Search(board, standing, self.forms, dislikes, self._whole, limits)

    def costs(self, boxes: Sequence[Box]) -> list[float]:
        """Tell how little places are liked: the later in the list, and the more lines they cover."""
        cells = np.array(boxes, dtype=np.float32)
        low = cells[:, :2] * self._cell + self._corner[:2]
        under = self._ground.lines_under(np.hstack([low, low + cells[:, 2:] * self._cell]))
        liking: list[float] = (_LATER * np.arange(len(boxes)) + LINE_COST * under).tolist()
        return liking

    def neighbors(self) -> list[int]:
        """Count for each name the nodes whose names would want the same room."""
        spots = self._scene.nodes[self._chosen, :2]
        across, down = np.median(self._sizes[-1], axis=0) * _CROWD
        near = np.abs(spots[:, 0, None] - spots[:, 0]) < across
        near &= np.abs(spots[:, 1, None] - spots[:, 1]) < down
        counts: list[int] = near.sum(axis=1).tolist()
        return counts

    def placed(self, turn: int, spot: Spot) -> Placed:
        """Give a place on the board in the unit of the surface, the name in the middle of its cells."""
        box, cell, (left, top, _) = spot.box, self._cell, self._corner.tolist()
        wide, high = self._sizes[spot.shape][turn].tolist()
        x = left + (box.x + box.wide / 2) * cell - wide / 2
        y = top + (box.y + box.high / 2) * cell - high / 2
        if not spot.leader:
            return Placed(x, y, spot.shape)
        x1, y1, x2, y2 = (each * cell for each in spot.leader)
        end = float(np.clip(left + x2, x, x + wide)), float(np.clip(top + y2, y, y + high))
        return Placed(x, y, spot.shape, (left + x1, top + y1, *end))


def _levels(sizes: Sequence[tuple[int, int]], whole: int) -> Levels:
    """Give the forms of a name by level; where it is no shorter than before, those of that level."""
    forms = [Form(shape, size) for shape, size in enumerate(sizes) if size not in sizes[:shape]]
    levels = [[form for form in forms if form.shape < whole]]
    for shape in range(whole, len(sizes)):
        levels.append([form for form in forms if form.shape == shape] or levels[-1])
    return levels
