# SPDX-License-Identifier: MIT
"""The parts of a widget that paints itself, as a screen reader is to find them.

Qt sees one object without content in such a widget. A widget that has `spoken` shows each part
as an object of its own: with a name, a role, a place on the screen, and whether it is selected.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from widgets.reading.interfaces import PaintedInterface


class Parts:
    """The parts of one widget; a kind of widget says by a subclass what they are.

    A key is only asked about while `place` knows it. Roles are named late: to set up all their
    names takes Python some 8 ms, which no start should wait for.
    """

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget

    @property
    def role(self) -> QAccessible.Role:
        """What the widget as a whole is."""
        return QAccessible.Role.List

    @property
    def part_role(self) -> QAccessible.Role:
        """What each part is."""
        return QAccessible.Role.ListItem

    def keys(self) -> Sequence[str]:
        """Give what the parts are known by, in the order of reading; asked often, so kept."""
        raise NotImplementedError

    def place(self, key: str) -> int:
        """Give the place of a part among the keys, -1 if it is gone."""
        keys = self.keys()
        return keys.index(key) if key in keys else -1

    def name(self, key: str) -> str:
        """Say what is read out first of a part."""
        raise NotImplementedError

    def description(self, _key: str) -> str:
        """Say what is read out after the name."""
        return ""

    def box(self, key: str) -> QRect:
        """Give where a part is painted, in pixels of the widget."""
        raise NotImplementedError

    def is_selected(self, key: str) -> bool:
        """Tell whether a part is selected, or as one of several choices checked."""
        return key == self.current

    def at(self, point: QPoint) -> str:
        """Give the smallest part at a pixel of the widget, or ""."""
        boxes = [(key, self.box(key)) for key in self.keys()]
        under = [(box.width() * box.height(), key) for key, box in boxes if box.contains(point)]
        return min(under)[1] if under else ""

    @property
    def current(self) -> str:
        """The part that has the focus while the widget has it, or ""."""
        return ""

    def press(self, key: str) -> None:
        """Do what a click on a part does."""

    def tell_reached(self) -> None:
        """Let a screen reader go to the current part; nothing is done without one."""
        if QAccessible.isActive() and self.widget.hasFocus() and self.current:
            found = self._interface().of(self.current)
            QAccessible.updateAccessibility(QAccessibleEvent(found, QAccessible.Event.Focus))

    def tell_changed(self) -> None:
        """Let a screen reader forget the parts that are gone."""
        if QAccessible.isActive():
            self._interface().let_go()

    def _interface(self) -> "PaintedInterface":
        return cast("PaintedInterface", QAccessible.queryAccessibleInterface(self.widget))
