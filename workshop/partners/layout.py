# SPDX-License-Identifier: MIT
"""Where the nodes of a network stand: whole layouts from nothing, and warm ones from what is there.

Islands are laid out one by one and packed beside each other, isolates stand in a block below. The
same network always gets the same picture. One step between neighbors is one unit of length.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache, partial
from itertools import count

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from workshop.partners.crossings import Pairs, uncrossed
from workshop.partners.stress import (
    Floats,
    Springs,
    bold,
    distances,
    drawn_together,
    eased,
    fanned,
    improved,
    neighborly,
    settled,
    spread_out,
    springs,
    start,
)

ASPECT = 1.6
_COLD, _DRAWN, _FANNED, _WARM = 40, 22, 20, 35
_PARTED, _PARTED_MANY = 30, 12
"""How often nodes that stand too close push each other."""
_GAP = 0.62
"""The least distance between two nodes."""
_LEAST_SHARE = 0.4
"""The least distance where there are many, in sides of the square that each node has for itself."""
_WIDEST_GAP = 0.9
_CELL = (1.25, 0.8)
"""The distance between isolates in their block, across and down."""
_APART = 1.3
"""The room between islands."""
ROOM_BELOW = _APART
_STRETCH = 1.12
_FEW = 100
_SPARSE = 1.5
"""With more edges to a node, moving single nodes takes hardly a crossing away."""
_SLOW_SPRINGS = (200, 1600)
"""From how many nodes springs are worth keeping, and up to how many they are small enough to be."""


def layout(n: int, edges: Sequence[tuple[int, int]]) -> Floats:
    """Lay out a whole network from nothing (n x 2)."""
    places = np.zeros((n, 2), dtype=np.float32)
    islands, isolates = _islands(n, edges)
    for members, inner in islands:
        places[members] = island(len(members), inner)
    _pack([members for members, _ in islands], isolates, places)
    return places


def island(n: int, edges: Pairs) -> Floats:
    """Lay out one connected network, wider than high, its middle at 0, 0."""
    few, matrix = n <= _FEW, distances(n, edges)
    if len(edges) == n - 1:
        places = spread_out(springs(matrix), fanned(matrix, edges), _FANNED)
    elif few:
        places = settled(springs(matrix), start(matrix), _COLD)
    else:
        places = drawn_together(springs(matrix), start(matrix), _DRAWN)
    if few or len(edges) <= _SPARSE * n:
        places = uncrossed(places, edges, matrix)
    # Where there are many nodes true distances say more than a filled frame.
    shaped = _shaped(places, _STRETCH if few else 1)
    return _centered(_spaced(shaped))


def tidied(
    n: int, edges: Sequence[tuple[int, int]], places: Floats, pinned: Collection[int] = ()
) -> Floats:
    """Lay the network out again from where its nodes stand; pinned ones stay.

    Without pins islands are also packed anew; with them each stays where it is.
    """
    new = places.copy()
    islands, isolates = _islands(n, edges)
    fixed = np.zeros(n, dtype=bool)
    fixed[list(pinned)] = True
    for members, inner in islands:
        new[members] = _relaxed(inner, places[members], fixed[members])
    if not fixed.any():
        _pack([members for members, _ in islands], isolates, new)
    return new


def _springs(n: int, edges: Pairs) -> Springs:
    large = _SLOW_SPRINGS[0] <= n <= _SLOW_SPRINGS[1]
    return _kept_springs(n, edges.tobytes()) if large else springs(distances(n, edges))


@lru_cache(maxsize=2)
def _kept_springs(n: int, edges: bytes) -> Springs:
    """Prepare a network once: to tidy it again and again takes no inversion."""
    return springs(distances(n, np.frombuffer(edges, dtype=np.intp).reshape(-1, 2)))


class Relaxation:
    """A layout on its way, for showing one frame after the other while a network settles."""

    def __init__(self, edges: Pairs, places: Floats, pinned: NDArray[np.bool_]) -> None:
        self._plain = _springs(len(places), edges)
        self._asked = self._plain if len(places) <= _FEW else neighborly(self._plain)
        self._pinned = pinned
        self.places = places

    def step(self) -> Floats:
        """Give the places after one more iteration; pinned nodes have not moved."""
        self.places = self._kept(bold(self.places, self._better(self._asked, self.places)))
        return self.places

    def finish(self) -> Floats:
        """Give the places at rest."""
        if self._asked is not self._plain:
            self.places = eased(self._plain, self.places, partial(self._better, self._plain))
        return self.places

    def _better(self, found: Springs, places: Floats) -> Floats:
        anchor = self._pinned if self._pinned.any() else np.ones_like(self._pinned)
        new = improved(found, places)
        return self._kept(new + (places[anchor].mean(axis=0) - new[anchor].mean(axis=0)))

    def _kept(self, new: Floats) -> Floats:
        new[self._pinned] = self.places[self._pinned]
        return new.astype(np.float32)


def beside(
    known: Floats, links: Sequence[tuple[Sequence[int], int]], new: int, low: float
) -> Floats:
    """Find places for `new` more nodes without moving the known ones (new x 2).

    `links` gives for each new node, in the order of placing, the numbers of its neighbors (known
    ones count from 0, new ones follow) and its own number among the new. One without a neighbor
    that stands somewhere goes to a free cell below `low`.
    """
    places = np.vstack([known, np.full((new, 2), np.nan, dtype=np.float32)])
    for near, number in links:
        standing = places[~np.isnan(places[:, 0])]
        around = places[list(near)]
        around = around[~np.isnan(around[:, 0])]
        spot = _free_near(standing, around) if len(around) else _free_cell(standing, low)
        places[len(known) + number] = spot
    return places[len(known) :]


def parted(places: Floats, gap: float = _GAP, rounds: int = _PARTED) -> Floats:
    """Push nodes that stand too close apart, each pair by half of what is missing."""
    places = places.copy()
    for number in range(rounds):
        if number % 5 == 0:
            first, second = _near_pairs(places, 1.6 * gap)
        ahead = places[first] - places[second]
        lengths = np.sqrt((ahead * ahead).sum(axis=1))
        if lengths.min(initial=np.inf) >= gap * 0.98:
            break
        close = np.flatnonzero(lengths < gap)
        missing = gap / np.maximum(lengths[close], 1e-3) - 1
        push = ahead[close] * (0.5 * missing)[:, None]
        ends = np.concatenate([first[close], second[close]])
        for axis in (0, 1):
            moved = np.concatenate([push[:, axis], -push[:, axis]])
            places[:, axis] += np.bincount(ends, moved, len(places)).astype(np.float32)
    return places


def _spaced(places: Floats) -> Floats:
    """Push nodes apart; where there are many, less far, as their disks are small."""
    if len(places) <= _FEW:
        return parted(places)
    gap = _GAP * max(0.4, float(np.sqrt(_FEW / len(places))) * 0.8)
    wide, high = np.ptp(places, axis=0)
    # A tree is so large that what is small on the screen is many steps long.
    share = _LEAST_SHARE * float(np.sqrt(wide * high / len(places)))
    gap = max(gap, min(share, _WIDEST_GAP))
    return parted(places, gap, _PARTED_MANY)


def _near_pairs(places: Floats, reach: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    close = np.abs(places[:, None, 0] - places[None, :, 0]) < reach
    close &= np.abs(places[:, None, 1] - places[None, :, 1]) < reach
    first, second = np.nonzero(close)
    return first[first < second], second[first < second]


def _relaxed(edges: Pairs, places: Floats, fixed: NDArray[np.bool_]) -> Floats:
    if np.ptp(places, axis=0).max() < 1e-3 and not fixed.any():
        return island(len(places), edges)
    relaxation = Relaxation(edges, places, fixed)
    for _ in range(_WARM):
        relaxation.step()
    found = _spaced(relaxation.finish())
    found[fixed] = places[fixed]
    return found


def _islands(
    n: int, edges: Sequence[tuple[int, int]]
) -> tuple[list[tuple[NDArray[np.intp], Pairs]], list[int]]:
    """Give the connected parts, the largest first, with their edges renumbered; and the isolates."""
    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(n))
    graph.add_edges_from_no_data(list(edges))
    parts = [sorted(part) for part in rx.connected_components(graph)]
    pairs = np.array(edges, dtype=np.intp).reshape(-1, 2)
    found = []
    for part in sorted((p for p in parts if len(p) > 1), key=lambda p: (-len(p), p)):
        members = np.array(part, dtype=np.intp)
        inside = pairs[np.isin(pairs[:, 0], members)]
        found.append((members, np.searchsorted(members, inside)))
    return found, sorted(part[0] for part in parts if len(part) == 1)


def _shaped(places: Floats, most: float) -> Floats:
    """Turn a layout so that it fills a wide frame best, and stretch it a little towards that."""
    turns = np.arange(36) * (np.pi / 36)
    cosines, sines = np.cos(turns), np.sin(turns)
    across = places[:, :1] * cosines - places[:, 1:] * sines
    down = places[:, :1] * sines + places[:, 1:] * cosines
    wide, high = np.ptp(across, axis=0), np.ptp(down, axis=0)
    best = int(np.maximum(wide / ASPECT, high).argmin())
    turned = np.column_stack([across[:, best], down[:, best]])
    missing = ASPECT * max(float(high[best]), 1e-6) / max(float(wide[best]), 1e-6)
    stretch = float(np.clip(np.sqrt(missing), 1, most))
    shaped: Floats = (turned * [stretch, 1 / stretch]).astype(np.float32)
    return shaped


def _centered(places: Floats) -> Floats:
    middle: Floats = places - (places.min(axis=0) + places.max(axis=0)) / 2
    return middle


def _pack(islands: list[NDArray[np.intp]], isolates: list[int], places: Floats) -> None:
    """Set the largest island around 0, 0, the others in rows below it, then the isolates."""
    if not islands:
        for number, node in enumerate(isolates):
            places[node] = _shell_cell(number)
        return
    first, *others = islands
    places[first] = _centered(places[first])
    left, top = (float(value) for value in places[first].min(axis=0))
    right, low = (float(value) for value in places[first].max(axis=0))
    frame = _frame_width(islands, places)
    beside = _Shelf(right + _APART, top, left + frame, low)
    below = _Shelf(left, low + _APART, left + frame, float("inf"))
    for members in others:
        spot = beside.room(places[members]) or below.room(places[members])
        places[members] += np.array(spot, dtype=np.float32) - places[members].min(axis=0)
    start = below.bottom + _APART if below.bottom > low + _APART else low + _APART
    columns = max(4, int(frame / _CELL[0]) + 1)
    for number, node in enumerate(isolates):
        places[node] = (left + number % columns * _CELL[0], start + number // columns * _CELL[1])


class _Shelf:
    """A room that is filled with islands in rows from the top left."""

    def __init__(self, left: float, top: float, right: float, low: float) -> None:
        self._left, self._right, self._low = left, right, low
        self._x, self._y = left, top
        self.bottom = top

    def room(self, places: Floats) -> tuple[float, float] | None:
        """Give the top left corner for an island, or None if the room is full.

        A room without an end takes an island that is too wide, in a row of its own.
        """
        wide, high = (float(value) for value in np.ptp(places, axis=0))
        x, y = self._x, self._y
        if x > self._left and x + wide > self._right:
            x, y = self._left, self.bottom + _APART
        endless = self._low == float("inf")
        if not endless and (x + wide > self._right or y + high > self._low):
            return None
        self._x, self._y = x + wide + _APART, y
        self.bottom = max(self.bottom, y + high)
        return x, y


def _frame_width(islands: list[NDArray[np.intp]], places: Floats) -> float:
    spans = [np.ptp(places[members], axis=0) + _APART for members in islands]
    area = sum(float(wide * high) for wide, high in spans)
    return max(float(spans[0][0]), float(np.sqrt(area * ASPECT)))


def _shell_cell(number: int) -> tuple[float, float]:
    """Give the place of the n-th cell of a block that keeps its shape while it grows."""
    column, row, wide, high = 0, 0, 1, 1
    while number >= wide * high:
        if wide * _CELL[0] <= ASPECT * high * _CELL[1]:
            wide += 1
            column, row = wide - 1, number - (wide - 1) * high
        else:
            high += 1
            column, row = number - wide * (high - 1), high - 1
    return column * _CELL[0], row * _CELL[1]


def _free_near(standing: Floats, around: Floats) -> Floats:
    """Find a spot near the neighbors that is clear of all others, outwards rather than inwards."""
    middle = around.mean(axis=0)
    outward = middle - standing.mean(axis=0)
    heading = float(np.arctan2(outward[1], outward[0])) if np.abs(outward).max() > 1e-6 else 0.0
    turns = heading + np.array([0, 1, -1, 2, -2, 3, -3, 4]) * (np.pi / 4)
    reaches = (0.0, 0.5, 1.0, 1.4, 2.0, 3.0, 4.5) if len(around) > 1 else (1.0, 1.4, 2.0, 3.0, 4.5)
    rings = [middle + reach * np.column_stack([np.cos(turns), np.sin(turns)]) for reach in reaches]
    spots = np.concatenate(rings).astype(np.float32)
    gaps = np.linalg.norm(spots[:, None] - standing[None], axis=2).min(axis=1)
    clear = np.flatnonzero(gaps >= _GAP)
    chosen: Floats = spots[clear[0] if len(clear) else int(gaps.argmax())]
    return chosen


def _free_cell(standing: Floats, low: float) -> tuple[float, float]:
    """Find the first free cell of the block of isolates below the picture."""
    left = float(standing[:, 0].min()) if len(standing) else 0.0
    wide = float(np.ptp(standing[:, 0])) if len(standing) else 0.0
    columns = max(4, int(wide / _CELL[0]) + 1)
    cells = (
        (left + number % columns * _CELL[0], low + number // columns * _CELL[1])
        for number in count()
    )
    return next(
        spot
        for spot in cells
        if not len(standing) or np.hypot(*(standing - np.array(spot)).T).min() >= _GAP
    )
