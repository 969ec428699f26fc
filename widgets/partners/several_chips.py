# SPDX-License-Identifier: MIT
"""Chips of which a few can be on at once, as for what stands side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from widgets.choice_chips import ChoiceChips


class SeveralChips(ChoiceChips):
    """Chips that go on and off, up to a number of them; the first one to go on gives way."""

    changed = Signal(tuple)
    """The keys that are on now, in the order they went on."""

    def __init__(self, name: str, most: int) -> None:
        super().__init__(name)
        self._group.setExclusive(False)
        self._most = most
        self.on: tuple[str, ...] = ()

    def offer_several(self, choices: Sequence[tuple[str, str]], on: Sequence[str]) -> None:
        """Offer choices as key and words, with some of them on."""
        keys = [key for key, _ in choices]
        self.on = tuple(key for key in on if key in keys)[-self._most :]
        self.offer(choices)
        self._show_on()

    def show_choice(self, key: str) -> None:
        """Leave what is on as it is: there is no one choice here."""

    def _has_chip(self, key: str, _chosen: str) -> bool:
        return key in self.on

    def _choose(self, key: str) -> None:
        if key in self.on:
            self.on = tuple(each for each in self.on if each != key)
        else:
            self.on = (*self.on, key)[-self._most :]
        self._show_on()
        self.changed.emit(self.on)

    def _show_on(self) -> None:
        for key in self._order:
            self.chip(key).setChecked(key in self.on)
