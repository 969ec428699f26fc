# SPDX-License-Identifier: MIT
"""Tables that find their own column widths, repeat their head and split wherever a page ends."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exports.exhibits.typography import width
from exports.pdf.paper import Line, Paper
from exports.pdf.setting import Block, Place, Words, break_lines, runs_of
from exports.pdf.style import CELL, CELL_GAP, CELL_PAD, HAIRLINE, HEAD
from exports.pdf.tags import Node
from resources.theme import LIGHT

_SAMPLE = 120
"""Rows looked at to find the widths of the columns."""
_NARROW = 42.0
"""No column gets narrower than this unless its words are."""


class Column(NamedTuple):
    """The head of a column; numbers stand flush right."""

    title: str
    number: bool = False


class _Row:
    """The cells of a row as lines, and the elements of the tree they belong to."""

    def __init__(self, tree: Node, cells: Sequence[list[Line]], head: bool = False) -> None:
        self.cells = list(cells)
        row = tree.grow("TR")
        self.nodes = [row.grow("TH" if head else "TD") for _ in cells]

    def height(self, leading: float) -> float:
        return max((len(lines) for lines in self.cells), default=0) * leading + 2 * CELL_PAD

    def take(self, count: int) -> list[list[Line]]:
        """Give the first lines of each cell and keep the rest."""
        taken = [lines[:count] for lines in self.cells]
        self.cells = [lines[count:] for lines in self.cells]
        return taken


class Table:
    """Rows under a head; a row higher than the page is split like everything else."""

    leads = False
    above = 2.0
    below = 12.0

    def __init__(self, columns: Sequence[Column], rows: Sequence[Sequence[Words]]) -> None:
        self.columns = columns
        self.rows = rows
        self.root = Node("Table")
        self._next = 0
        self._widths: list[float] = []
        self._titles: list[list[Line]] = []
        self._head: _Row | None = None
        self._queue: list[_Row] = []

    def least(self, width: float) -> float:
        """Give the height of the head and the first two rows, or of a few lines of each."""
        rows = (self._ahead(at, width) for at in (0, 1))
        highest = 3 * CELL.leading + 2 * CELL_PAD
        parts = (min(row.height(CELL.leading), highest) for row in rows if row)
        return self._head_height(width) + sum(parts)

    def draw(self, paper: Paper, place: Place) -> tuple[float, Block | None]:
        """Set the head and the rows that fit."""
        head = self._head_height(place.width)
        if place.room < self.least(place.width) and not place.fresh:
            return 0.0, self
        self._draw_head(paper, place)
        y = place.top - head
        rules: list[float] = []
        while row := self._ahead(0, place.width):
            if rules and self._leaves_one_alone(place.width, y - place.bottom):
                break
            used, whole = self._draw_row(paper, row, place, y, not rules)
            y -= used
            if used:
                rules.append(y)
            if not whole:
                break
            self._queue.pop(0)
        self._draw_rules(paper, place, place.top - head, rules)
        return place.top - y, self if self._ahead(0, place.width) else None

    def _leaves_one_alone(self, wide: float, room: float) -> bool:
        """Tell whether the last but one row would fit here and the last one stand alone."""
        row, last = self._ahead(0, wide), self._ahead(1, wide)
        if row is None or last is None or self._ahead(2, wide) is not None:
            return False
        return row.height(CELL.leading) + last.height(CELL.leading) > room

    def _ahead(self, count: int, wide: float) -> _Row | None:
        """Give the row that comes so many rows after the one that is next."""
        while len(self._queue) <= count and self._next < len(self.rows):
            cells = self.rows[self._next]
            self._next += 1
            self._queue.append(_Row(self.root, list(self._laid(cells, wide))))
        return self._queue[count] if count < len(self._queue) else None

    def _laid(self, cells: Sequence[Words], wide: float) -> Iterator[list[Line]]:
        for words, limit in zip(cells, self._column_widths(wide), strict=True):
            yield break_lines(runs_of(words, CELL.font), CELL.size, limit)

    def _draw_row(
        self, paper: Paper, row: _Row, place: Place, y: float, fresh: bool
    ) -> tuple[float, bool]:
        """Draw a row, or the part of it that fits; give the height used and whether it is whole."""
        room = y - place.bottom
        height = row.height(CELL.leading)
        if height <= room:
            self._draw_cells(paper, row.nodes, row.cells, place, y, CELL.color)
            return height, True
        fits = int((room - 2 * CELL_PAD) / CELL.leading)
        if (height < (place.top - place.bottom) / 2 and not (fresh and place.fresh)) or fits < 2:
            return 0.0, False
        self._draw_cells(paper, row.nodes, row.take(fits), place, y, CELL.color)
        return fits * CELL.leading + 2 * CELL_PAD, False

    def _draw_cells(
        self,
        paper: Paper,
        nodes: Sequence[Node] | None,
        cells: Sequence[list[Line]],
        place: Place,
        y: float,
        color: str,
    ) -> None:
        style = CELL if color == CELL.color else HEAD
        x = place.x
        for at, (lines, wide) in enumerate(
            zip(cells, self._column_widths(place.width), strict=True)
        ):
            if lines:
                with paper.marked(nodes[at]) if nodes else paper.artifact():
                    paper.set_lines(
                        x,
                        y - CELL_PAD,
                        lines,
                        style.size,
                        style.leading,
                        color=color,
                        right_at=x + wide if self.columns[at].number else None,
                    )
            x += wide + CELL_GAP

    def _draw_head(self, paper: Paper, place: Place) -> None:
        titles = self._head_lines(place.width)
        nodes = None
        if self._head is None:
            self._head = _Row(Node("Table"), titles, head=True)
            self.root.kids.insert(0, self._head.nodes[0].parent or self.root)
            nodes = self._head.nodes
        self._draw_cells(paper, nodes, titles, place, place.top, HEAD.color)

    def _head_lines(self, wide: float) -> list[list[Line]]:
        if not self._titles:
            limits = zip(self.columns, self._column_widths(wide), strict=True)
            self._titles = [
                break_lines(runs_of(column.title, HEAD.font), HEAD.size, limit)
                for column, limit in limits
            ]
        return self._titles

    def _head_height(self, wide: float) -> float:
        lines = max(len(lines) for lines in self._head_lines(wide))
        return lines * HEAD.leading + 2 * CELL_PAD - 1

    def _draw_rules(self, paper: Paper, place: Place, head: float, rules: list[float]) -> None:
        right = place.x + place.width
        with paper.artifact():
            paper.rule(place.x, right, head, LIGHT.ink, 0.8)
            for y in rules:
                paper.rule(place.x, right, y, LIGHT.line, HAIRLINE)

    def _column_widths(self, wide: float) -> list[float]:
        if not self._widths:
            wishes = [self._wish(at) for at in range(len(self.columns))]
            self._widths = share_out(wishes, wide - CELL_GAP * (len(wishes) - 1))
        return self._widths

    def _wish(self, at: int) -> float:
        """Give the width at which no cell of the column would break."""
        column = self.columns[at]
        widest = width(column.title, HEAD.size, HEAD.font)
        if column.number:  # the head of a column of numbers may take two lines
            words = (width(word, HEAD.size, HEAD.font) for word in column.title.split())
            widest = max(*words, 0.55 * widest) if " " in column.title else widest
        for row in self.rows[:_SAMPLE]:
            for runs in runs_of(row[at], CELL.font):
                letters = sum(len(run.text) for run in runs)
                wide = (
                    sum(width(run.text, CELL.size, run.font) for run in runs)
                    if letters < 150
                    else 1000.0
                )
                widest = max(widest, wide)
        return widest + 1.0


def share_out(wishes: Sequence[float], room: float) -> list[float]:
    """Share a width among columns: who asks for little gets it, the others share what is left.

    What nobody asked for is spread in proportion, so that a narrow table still fills its measure.
    """
    spare = room - sum(wishes)
    if spare >= 0:
        return [wish + spare * wish / sum(wishes) for wish in wishes]
    given: dict[int, float] = {}
    left = room
    for at in sorted(range(len(wishes)), key=lambda at: wishes[at]):
        fair = left / (len(wishes) - len(given))
        given[at] = wishes[at] if wishes[at] <= max(fair, _NARROW) else fair
        left -= given[at]
    return _weighted(wishes, given, room)


def _weighted(wishes: Sequence[float], given: dict[int, float], room: float) -> list[float]:
    """Let columns that got less than they asked for share by the root of what they asked."""
    short = [at for at in given if given[at] < wishes[at]]
    kept = room - sum(given[at] for at in given if at not in short)
    total = sum(wishes[at] ** 0.5 for at in short)
    return [
        kept * wishes[at] ** 0.5 / total if at in short else given[at] for at in range(len(wishes))
    ]
