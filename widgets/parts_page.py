# SPDX-License-Identifier: MIT
"""A page of several parts under chips, one in view at a time, so that it is never a wall."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from widgets.cards import show_if
from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.pages import CanExpose, CanSelect, Exposure
from widgets.step_page import StepPage
from workshop.ids import Id
from workshop.record import Record, kind_name
from workshop.state import Workshop


class Part(NamedTuple):
    """One part of a page: it is built when it is first looked at.

    `kinds` are the records it edits; how many there are of `counts` stands on its chip.
    """

    key: str
    title: str
    build: Callable[[Desk], QWidget]
    kinds: tuple[type[Record], ...] = ()
    counts: type[Record] | None = None


class PartsPage(StepPage):
    """Chips over the part that is chosen."""

    def __init__(self, desk: Desk, name: str, board: str, parts: Sequence[Part]) -> None:
        super().__init__(desk, board)
        self.parts = {part.key: part for part in parts}
        self.built: dict[str, QWidget] = {}
        self.chips = ChoiceChips(name)
        self.chips.chosen.connect(self.turn_to)
        self.place(self.chips)
        counted = [part.counts for part in parts if part.counts]
        self.follow(counted, self._offer)
        self._offer()
        self.turn_to(next(iter(self.parts)))

    @property
    def part(self) -> QWidget:
        """The part in view."""
        return self.built[self.chips.current]

    def turn_to(self, key: str) -> None:
        """Bring a part into view."""
        if key not in self.built:
            self.built[key] = self.parts[key].build(self.desk)
            self.cards.insertWidget(self.cards.count() - 1, self.built[key])
        for each, widget in self.built.items():
            show_if(each == key, widget)
        self.chips.show_choice(key)

    def select(self, id: Id) -> None:
        """Bring a record into view in the part it is edited in; a kind's name or a key turns there."""
        workshop = self.desk.workshop
        for key, part in self.parts.items():
            if id == key or any(id == kind_name(kind) for kind in part.kinds):
                self.turn_to(key)
                return
            if any(id in workshop.of(kind) for kind in part.kinds):
                self.turn_to(key)
                if isinstance(self.part, CanSelect):
                    self.part.select(id)
                return

    def exposure(self) -> Exposure:
        """Give what the part in view has for the room, else the board of the step."""
        shown = self.part.exposure() if isinstance(self.part, CanExpose) else Exposure("")
        return shown if shown.board else Exposure(self.board)

    def _offer(self) -> None:
        workshop = self.desk.workshop
        words = [(key, _words(workshop, part)) for key, part in self.parts.items()]
        self.chips.offer(words, self.chips.current)


def _words(workshop: Workshop, part: Part) -> str:
    count = len(workshop.of(part.counts)) if part.counts else 0
    return f"{part.title} {count}" if count else part.title
