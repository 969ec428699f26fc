# SPDX-License-Identifier: MIT
"""The capabilities that are known, as from a template, and that nothing needs yet: one press each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from widgets.cards import Card
from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from workshop import edits
from workshop.gaps.records import Capability, Need
from workshop.ids import Id, new_id
from workshop.state import Workshop
from workshop.why import counted

_MOST = 24


class KnownCard(Card):
    """Offers what a template names as typical; a press makes a need of it."""

    added = Signal(str)
    """A need was made; its id."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.chips = ChoiceChips("Capabilities that nothing needs yet")
        self.chips.chosen.connect(self._need)
        self.add(self.chips)

    def refresh(self) -> None:
        """Offer what is not needed yet; with nothing to offer the card is away."""
        found = not_needed(self._desk.workshop)
        self.setVisible(bool(found))
        title = f"{counted(len(found), 'capability', 'capabilities')} known, not needed yet"
        more = len(found) - _MOST
        beyond = f" For the {more} others, type the name above." if more > 0 else ""
        self.show_words(title, f"Choose those that your future state needs.{beyond}")
        self.chips.offer([(each.id, f"+ {each.name}") for each in found[:_MOST]])
        self.chips.choose_none()

    def _need(self, capability: Id) -> None:
        need = Need(id=new_id(), capability=capability)
        name = self._desk.workshop.get(Capability, capability).name
        if self._desk.apply(partial(_add, need), f"Need {name}"):
            self.added.emit(need.id)


def not_needed(workshop: Workshop) -> Sequence[Capability]:
    """Give the capabilities without a need, in the order in which they were named."""
    needed = {need.capability for need in workshop.of(Need).values()}
    return [each for each in workshop.all(Capability) if each.id not in needed]


def _add(need: Need, workshop: Workshop) -> Workshop:
    return edits.add(workshop, need)
