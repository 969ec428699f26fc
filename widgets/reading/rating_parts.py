# SPDX-License-Identifier: MIT
"""What a screen reader finds in a rating that is painted: a choice for each value it can have.

A slider would have to stand somewhere; a rating may be unknown, and then no choice is checked.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from widgets.reading.aloud import announce
from widgets.reading.parts import Parts


class RatingParts(Parts):
    """The values of a scale as choices of which at most one is checked."""

    def __init__(
        self,
        widget: QWidget,
        choices: Callable[[], Mapping[str, QRect]],
        checked: Callable[[], str],
        choose: Callable[[str], object],
    ) -> None:
        super().__init__(widget)
        self._choices, self._checked, self._choose = choices, checked, choose

    @property
    def role(self) -> QAccessible.Role:
        """The widget groups its choices."""
        return QAccessible.Role.Grouping

    @property
    def part_role(self) -> QAccessible.Role:
        """Each value is one of several to choose from."""
        return QAccessible.Role.RadioButton

    def keys(self) -> list[str]:
        """Give the words of the values, which are what they are known by."""
        return list(self._choices())

    def name(self, key: str) -> str:
        """Say the value."""
        return key

    def box(self, key: str) -> QRect:
        """Give where a click means the value."""
        return self._choices()[key]

    @property
    def current(self) -> str:
        """The value that is chosen, or "" while it is unknown."""
        return self._checked()

    def tell_reached(self) -> None:
        """Let a screen reader go to the value, or hear that there is none."""
        if self.current or not self.widget.hasFocus():
            super().tell_reached()
        else:
            announce(self.widget, self.widget.accessibleDescription())

    def press(self, key: str) -> None:
        """Choose the value."""
        self._choose(key)
