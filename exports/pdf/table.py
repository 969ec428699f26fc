# SPDX-License-Identifier: MIT
"""Tables that repeat their head and split wherever a page ends; short ones stay on one page."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from exports.exhibits.typography import SEMIBOLD
from exports.pdf.columns import Column, column_widths
from exports.pdf.paper import Line, Paper, Run
from exports.pdf.setting import Block, Place, Words, break_lines, runs_of
from exports.pdf.style import CELL, CELL_GAP, CELL_PAD, HAIRLINE, HEAD, Style
from exports.pdf.tags import Node
from resources.theme import LIGHT

__all__ = ["Column", "Group", "Table", "grouped"]

_KEPT = 190.0
"""A table whose rows are no higher than this together stands on one page."""
_MOST_LINES = 14
"""A cell with more lines is set below its row, as wide as the table."""
_FEW_LINES = 3 * CELL.leading + 2 * CELL_PAD


_BELOW = [Line((Run("below", color=LIGHT.mute),), 0.0)]


class Group(NamedTuple):
    """What the rows that follow have in common, across all columns; told again on a new page."""

    name: str


class _Row:
    """The cells of a row as lines, and the elements of the tree they belong to.

    A row of a single cell goes across all columns: the name of a `group`, or what `belongs` to the
    row above, from which no line parts it.
    """

    def __init__(
        self,
        nodes: Sequence[Node | None],
        cells: Sequence[list[Line]],
        *,
        group: str = "",
        belongs: bool = False,
    ) -> None:
        self.nodes = nodes
        self.cells = list(cells)
        self.group = group
        self.belongs = belongs

    @property
    def height(self) -> float:
        return max((len(lines) for lines in self.cells), default=0) * CELL.leading + 2 * CELL_PAD

    @property
    def least(self) -> float:
        """The height of the row, or of a few lines of it if it is high."""
        return min(self.height, _FEW_LINES)

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

    def __init__(self, columns: Sequence[Column], rows: Sequence[Sequence[Words] | Group]) -> None:
        self.columns = columns
        self.rows = rows
        self.root = Node("Table")
        self._next = 0
        self._widths: list[float] = []
        self._titles: list[list[Line]] = []
        self._begun = False
        self._group = ""
        self._queue: list[_Row] = []

    def least(self, width: float) -> float:
        """Give the height of a table that is kept whole, else of the head and its first rows."""
        height, at = 0.0, 0
        while height <= _KEPT:
            row = self._ahead(at, width)
            if row is None:
                return self._head_height(width) + height
            height += row.height
            at += 1
        rows = [row for at in range(3) if (row := self._ahead(at, width))]
        first = rows if rows[0].group else rows[:2]
        return self._head_height(width) + sum(row.least for row in first)

    def draw(self, paper: Paper, place: Place) -> tuple[float, Block | None]:
        """Set the head and the rows that fit."""
        head = self._head_height(place.width)
        if place.room < self.least(place.width) and not place.fresh:
            return 0.0, self
        self._draw_head(paper, place)
        begin = place.top - head
        y = self._draw_group_again(paper, place, begin)
        rules = [y] if y < begin else []
        while row := self._ahead(0, place.width):
            if y < begin and self._better_overleaf(place.width, y - place.bottom):
                break
            used, whole = self._draw_row(paper, row, place, y, y == begin)
            y -= used
            if not whole:
                rules.append(y)
                break
            self._group = row.group or self._group
            self._queue.pop(0)
            next = self._ahead(0, place.width)
            if next is None or not next.belongs:
                rules.append(y)
        self._draw_rules(paper, place, place.top - head, rules)
        return place.top - y, self if self._ahead(0, place.width) else None

    def _better_overleaf(self, wide: float, room: float) -> bool:
        """Tell whether what leads would be the last here, or the last row alone on a page."""
        row, next = self._ahead(0, wide), self._ahead(1, wide)
        if row is None or next is None:
            return False
        if row.group or next.belongs:
            return row.height + next.least > room
        return self._ahead(2, wide) is None and row.height + next.height > room

    def _ahead(self, count: int, wide: float) -> _Row | None:
        """Give the row that comes so many rows after the one that is next."""
        while len(self._queue) <= count and self._next < len(self.rows):
            cells = self.rows[self._next]
            self._next += 1
            nodes = self._nodes(cells, head=isinstance(cells, Group))
            if isinstance(cells, Group):
                nodes[0].span = len(self.columns)
                self._queue.append(_Row(nodes, [_name(cells.name, wide)], group=cells.name))
            else:
                self._queue.extend(self._laid(nodes, cells, wide))
        return self._queue[count] if count < len(self._queue) else None

    def _laid(self, nodes: list[Node], cells: Sequence[Words], wide: float) -> Iterator[_Row]:
        """Give a row, and below it each cell that would be long and narrow."""
        widths = zip(cells, self._column_widths(wide), strict=True)
        lines = [
            break_lines(runs_of(words, CELL.font), CELL.size, limit) for words, limit in widths
        ]
        long = [at for at, each in enumerate(lines) if len(each) > _MOST_LINES]
        here = [None if at in long else node for at, node in enumerate(nodes)]
        yield _Row(here, [_BELOW if at in long else each for at, each in enumerate(lines)])
        for at in long:
            words, head = cells[at], Run(f"{self.columns[at].title} ", HEAD.font, HEAD.color)
            told = [head, words] if isinstance(words, str | Run) else [head, *words]
            below = break_lines(runs_of(told, CELL.font), CELL.size, wide)
            yield _Row([nodes[at]], [below], belongs=True)

    def _nodes(self, cells: Sequence[object], *, head: bool) -> list[Node]:
        """Grow a row; the first cell of most names what the others tell of."""
        row = self.root.grow("TR")
        names_it = len(cells) > 1 and not head and not self.columns[0].number
        nodes = [
            row.grow("TH" if head or (names_it and not at) else "TD") for at in range(len(cells))
        ]
        nodes[0].of_row = names_it
        return nodes

    def _draw_row(
        self, paper: Paper, row: _Row, place: Place, y: float, fresh: bool
    ) -> tuple[float, bool]:
        """Draw a row, or the part of it that fits; give the height used and whether it is whole."""
        room = y - place.bottom
        height = row.height
        if height <= room:
            self._draw_cells(paper, row.nodes, row.cells, place, y, CELL)
            return height, True
        fits = int((room - 2 * CELL_PAD) / CELL.leading)
        if (height < (place.top - place.bottom) / 2 and not (fresh and place.fresh)) or fits < 2:
            return 0.0, False
        self._draw_cells(paper, row.nodes, row.take(fits), place, y, CELL)
        return fits * CELL.leading + 2 * CELL_PAD, False

    def _draw_cells(
        self,
        paper: Paper,
        nodes: Sequence[Node | None],
        cells: Sequence[list[Line]],
        place: Place,
        y: float,
        style: Style,
    ) -> None:
        x = place.x
        across = len(cells) < len(self.columns)
        widths = [place.width] if across else self._column_widths(place.width)
        for at, (node, lines, wide) in enumerate(zip(nodes, cells, widths, strict=True)):
            if lines:
                flush_right = self.columns[at].number and not across
                with paper.marked(node) if node else paper.artifact():
                    paper.set_lines(
                        x,
                        y - CELL_PAD,
                        lines,
                        style.size,
                        style.leading,
                        color=style.color,
                        right_at=x + wide if flush_right else None,
                    )
            x += wide + CELL_GAP

    def _draw_head(self, paper: Paper, place: Place) -> None:
        nodes: Sequence[Node | None] = [None] * len(self.columns)
        if not self._begun:
            self._begun = True
            nodes = list(self._nodes(self.columns, head=True))
            self.root.kids.insert(0, self.root.kids.pop())
        self._draw_cells(paper, nodes, self._head_lines(place.width), place, place.top, HEAD)

    def _draw_group_again(self, paper: Paper, place: Place, y: float) -> float:
        """Draw the name of a group that goes on from the page before; give the y below it."""
        row = self._ahead(0, place.width)
        if not self._group or row is None or row.group:
            return y
        lines = _name(self._group, place.width, " (continued)")
        self._draw_cells(paper, [None], [lines], place, y, CELL)
        return y - len(lines) * CELL.leading - 2 * CELL_PAD

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
            rows = [row for row in self.rows if not isinstance(row, Group)]
            self._widths = column_widths(self.columns, rows, wide)
        return self._widths


def grouped(columns: Sequence[Column], rows: Sequence[Sequence[Words]]) -> Table:
    """Give a table that tells the first column once, above the rows that share it, if many do."""
    groups = [(name, list(those)) for name, those in groupby(rows, key=lambda row: row[0])]
    if 3 * len(groups) > len(rows):
        return Table(columns, rows)
    told: list[Sequence[Words] | Group] = []
    for name, those in groups:
        told.append(Group(f"{name}" or "–"))
        told.extend(row[1:] for row in those)
    return Table(columns[1:], told)


def _name(name: str, wide: float, more: str = "") -> list[Line]:
    words: list[str | Run] = [Run(name, SEMIBOLD), Run(more, color=LIGHT.mute)]
    return break_lines(runs_of(words, CELL.font), CELL.size, wide)
