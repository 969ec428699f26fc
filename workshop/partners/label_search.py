# SPDX-License-Identifier: MIT
"""Gives names their places on the board one after the other, moving some to make room for others.

Names are known by their turn, the most important first. Each has ways to be broken into lines in
levels: the whole name at level 0, and ever shorter ones after it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from workshop.partners.label_board import Board, Box, Path, Taken
from workshop.partners.label_spots import (
    SHAPE_COST,
    Dislikes,
    Form,
    Node,
    Spot,
    away,
    beside,
    could_be_away,
    could_be_beside,
    sides,
)

Move = tuple[list[int], Spot]
"""A place that a name would have if others moved, and those."""
Levels = Sequence[Sequence[Form]]
SHORT, LONG = 5.0, 12.0
"""How far a name may move away from its node, in lines of text."""
_MOST_TRIED, _MOST_MOVED = 3, 2
"""How many names may move so that one more finds room."""


class Limits(NamedTuple):
    """How much is tried for names that find no room at once, and how many may move away."""

    effort: int
    leaders: int
    line: float = 5.0
    """How many cells a line of text is high."""


class Search:
    """Where the names stand so far."""

    def __init__(
        self,
        board: Board,
        nodes: Sequence[Node],
        forms: Sequence[Levels],
        dislikes: Sequence[Dislikes],
        whole: int,
        limits: "Limits",
    ) -> None:
        """Begin with no name on the board; so many of the shapes are level 0."""
        self._board, self._nodes, self._forms, self._whole = board, nodes, forms, whole
        self._effort, self._most_led, self._line = limits
        self._sides = [sides(*each) for each in zip(nodes, dislikes, strict=True)]
        self.spots: dict[int, Spot] = {}

    def clear(self) -> None:
        """Take all names off the board."""
        for turn in list(self.spots):
            self.lift(turn)

    def level(self, turn: int) -> int:
        """Give how much of a name that has a place is shown, 0 being all."""
        return max(0, self.spots[turn].shape - self._whole + 1)

    def settle(self, turn: int, level: int) -> bool:
        """Let a name stand beside its node, where it is liked best, if there is room."""
        best, found = float("inf"), None
        for rank, form in enumerate(self._forms[turn][level]):
            if rank * SHAPE_COST >= best:
                break
            cost, spot = beside(self._board, self._nodes[turn], self._sides[turn], form)
            if spot and cost + rank * SHAPE_COST < best:
                best, found = cost + rank * SHAPE_COST, spot
        return self.take(turn, found)

    def lead(self, turn: int, level: int, reach: float) -> bool:
        """Let a name stand away from its node, as near as there is room within reach."""
        best, found = reach * self._line, None
        for form in self._forms[turn][level] if self._may_lead() else ():
            distance, spot = away(self._board, self._nodes[turn], form, int(best))
            if spot and distance < best:
                best, found = distance, spot
        return self.take(turn, found)

    def squeeze(self, turn: int, level: int) -> bool:
        """Let a name stand beside its node where others make room; without that, nothing moves."""
        return self._made_room(
            turn, sorted(self._moves(turn, self._forms[turn][level]), key=_count)
        )

    def push(self, turn: int, level: int) -> bool:
        """Let a name stand away from its node where others make room for its leader."""
        if not self._may_lead():
            return False
        return self._made_room(turn, self._paths(turn, self._forms[turn][level][0]))

    def renew(self, turn: int, level: int) -> bool:
        """Let a name and all around it, with so little shown of each, stand anew beside their nodes."""
        (x, y, radius), (wide, high) = self._nodes[turn], self._forms[turn][0][0].size
        frame = _grown(Box(int(x) - wide, int(y) - high, 2 * wide, 2 * high), int(radius) + 1)
        others = [each for each in _touched(frame, self.spots) if not self.spots[each].leader]
        before = self._kept()
        for other in others:
            self.lift(other)
        if self._tried() and all(self.settle(each, level) for each in (turn, *others)):
            return True
        self._back(before)
        return False

    def oust(self, turn: int, level: int, kept: Collection[int]) -> Sequence[int] | None:
        """Let a name take the room of others that need not be kept; give those, or None without."""
        forms = self._forms[turn][level]
        moves = self._moves(turn, forms, most=len(self.spots))
        moves = [move for move in moves if not any(other in kept for other in move[0])]
        if not moves and self._may_lead():
            paths = self._paths(turn, forms[0])
            moves = [move for move in paths if not any(other in kept for other in move[0])]
        if not moves:
            return None
        moved, spot = min(moves, key=_count)
        for other in moved:
            self.lift(other)
        self.take(turn, spot)
        return moved

    def better(self, turn: int, level: int, reach: float = 0) -> bool:
        """Show more of a name if there is room; without it the name stays as it is."""
        before = self.lift(turn)
        found = self.settle(turn, level) or (reach > 0 and self.lead(turn, level, reach))
        if not found:
            self.take(turn, before)
        return found

    def insist(self, turn: int, level: int, reach: float) -> bool:
        """Show more of a name where others make room, or away from its node; else leave it as it is."""
        spot = self.lift(turn)
        if self.squeeze(turn, level) or self.lead(turn, level, reach):
            return True
        self.take(turn, spot)
        return False

    def ease(self, turn: int, costs: Callable[[Sequence[Box]], Sequence[float]]) -> None:
        """Let a name stand where it costs least of all places beside its node that are free."""
        spot = self.lift(turn)
        form = Form(spot.shape, (spot.box.wide, spot.box.high))
        boxes = list(
            filter(self._board.free, could_be_beside(self._board, self._nodes[turn], form))
        )
        boxes.append(spot.box)
        found = list(costs(boxes))
        box = boxes[found.index(min(found))]
        self.take(turn, spot if box == spot.box else Spot(spot.shape, box))

    def lift(self, turn: int) -> Spot:
        """Take a name off the board."""
        spot = self.spots.pop(turn)
        self._board.put(spot.box)
        if spot.path:
            self._board.draw(spot.path)
        return spot

    def take(self, turn: int, spot: Spot | None) -> bool:
        """Set a name onto the board, where it has been found to have room."""
        if spot:
            self.spots[turn] = spot
            self._board.put(spot.box)
            if spot.path:
                self._board.draw(spot.path)
        return spot is not None

    def _made_room(self, turn: int, moves: Iterable[Move]) -> bool:
        easy = (move for move in moves if len(move[0]) <= _MOST_MOVED)
        for moved, spot in islice(easy, _MOST_TRIED):
            before, levels = self._kept(), [(other, self.level(other)) for other in moved]
            for other in moved:
                self.lift(other)
            self.take(turn, spot)
            if self._tried() and all(self.settle(*each) for each in levels):
                return True
            self._back(before)
        return False

    def _may_lead(self) -> bool:
        led = sum(spot.leader is not None for spot in self.spots.values())
        return led < self._most_led and self._tried()

    def _tried(self) -> bool:
        """Tell whether there is still effort to be made, and make some of it."""
        self._effort -= 1
        return self._effort >= 0

    def _kept(self) -> tuple[Taken, dict[int, Spot]]:
        return self._board.kept(), dict(self.spots)

    def _back(self, before: tuple[Taken, dict[int, Spot]]) -> None:
        self._board.back(before[0])
        self.spots = before[1]

    def _paths(self, turn: int, form: Form) -> Iterator[Move]:
        """Give the places away from its node a name could have if others left its leader through."""
        for spot in could_be_away(self._board, self._nodes[turn], form, int(LONG * self._line)):
            yield _on(spot.path, self.spots), spot

    def _moves(self, turn: int, forms: Iterable[Form], most: int = _MOST_MOVED) -> list[Move]:
        """Give the places a name could have if others moved, and those others."""
        node, found = self._nodes[turn], []
        for form in forms:
            wide, high = form.size
            frame = Box(int(node[0]) - wide, int(node[1]) - high, 2 * wide, 2 * high)
            near = _touched(_grown(frame, int(node[2]) + 4), self.spots)
            around = {other: self.spots[other] for other in near}
            for box in could_be_beside(self._board, node, form):
                moved = _touched(box, around)
                if 0 < len(moved) <= most:
                    found.append((moved, Spot(form.shape, box)))
        return found


def _count(move: Move) -> int:
    return len(move[0])


def _grown(box: Box, by: int) -> Box:
    return Box(box.x - by, box.y - by, box.wide + 2 * by, box.high + 2 * by)


def _touched(frame: Box, spots: Mapping[int, Spot]) -> list[int]:
    left, top, right, low = frame.x, frame.y, frame.x + frame.wide, frame.y + frame.high
    return [
        turn
        for turn, (_, (x, y, wide, high), _, _) in spots.items()
        if x < right and left < x + wide and y < low and top < y + high
    ]


def _on(path: Path, spots: dict[int, Spot]) -> list[int]:
    """Give the names that a leader would run through."""
    first, last = path[0][0], path[-1][0]
    found = []
    for turn, (_, (x, y, wide, high), _, _) in spots.items():
        if first - high < y <= last:
            bits = ((1 << wide) - 1) << x
            if any(row & bits for _, row in path[max(y - first, 0) : y + high - first]):
                found.append(turn)
    return found
