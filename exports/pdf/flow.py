# SPDX-License-Identifier: MIT
"""The flow of blocks over the sheets: what fits stays, what leads is kept with what follows."""

from collections.abc import Callable, Iterable

from exports.pdf.blocks import NewPage, Space
from exports.pdf.paper import Paper
from exports.pdf.setting import Block, Place
from exports.pdf.style import BOTTOM, SIDE, TOP, WIDTH
from exports.pdf.tags import Node


class Flow:
    """Fills sheet after sheet; `check` is called before each block and may raise to stop."""

    def __init__(self, paper: Paper, tree: Node, check: Callable[[], None]) -> None:
        self.paper = paper
        self.tree = tree
        self.section = tree
        self.check = check
        self._y = TOP
        self._gap = 0.0
        self._waiting: list[Block] = []

    def run(self, blocks: Iterable[Block | NewPage | Space]) -> None:
        """Set all blocks, and close the last sheet."""
        for block in blocks:
            self.check()
            if isinstance(block, NewPage):
                self._break(block)
            elif isinstance(block, Space):
                self._y -= block.height
            elif block.leads:
                self._waiting.append(block)
            else:
                self._set_together([*self._waiting, block])
        self._break(NewPage())

    @property
    def _fresh(self) -> bool:
        return self._y == TOP

    def _break(self, page: NewPage) -> None:
        self._set_together(self._waiting)
        if not self._fresh:
            self._turn()
        if page.chapter:
            self.section = self.tree.grow("Sect")

    def _set_together(self, blocks: list[Block]) -> None:
        self._waiting = []
        if not self._fresh and self._needed(blocks) > self._y - BOTTOM:
            self._turn()
        for block in blocks:
            self.section.adopt(block.root)
            self._set(block)

    def _needed(self, blocks: list[Block]) -> float:
        gap, needed = self._gap, 0.0
        for block in blocks:
            needed += max(gap, block.above) + block.least(WIDTH)
            gap = block.below
        return needed

    def _set(self, block: Block) -> None:
        rest: Block | None = block
        while rest is not None:
            gap = 0.0 if self._fresh else max(self._gap, rest.above)
            top = self._y - gap
            used, rest = rest.draw(self.paper, Place(SIDE, WIDTH, top, BOTTOM, self._fresh))
            if used:
                self._y = top - used
                self._gap = block.below
            if rest is not None:
                self._turn()

    def _turn(self) -> None:
        self.check()
        self.paper.turn()
        self._y = TOP
        self._gap = 0.0
