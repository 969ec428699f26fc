# SPDX-License-Identifier: MIT
"""A line to edit an organization's name in its place on the map."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from widgets.partners.map_verbs import rename
from workshop.ids import Id
from workshop.prepare.records import Organization

if TYPE_CHECKING:
    from widgets.partners.network_map import NetworkMap


def edit_name(map: "NetworkMap", id: Id) -> "NameField":
    """Open the line on the node; Enter or leaving it keeps the name, Escape does not."""
    field = NameField(map, id)
    x, y = map.spot(map.content.numbers[id])
    field.resize(max(240, field.sizeHint().width()), field.sizeHint().height())
    left = min(max(round(x) - field.width() // 2, 4), map.width() - field.width() - 4)
    field.move(max(left, 0), min(round(y) + 12, map.height() - field.height() - 4))
    field.show()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    field.selectAll()
    return field


class NameField(QLineEdit):
    """Keeps what was typed when it is done with, and goes away."""

    def __init__(self, map: "NetworkMap", id: Id) -> None:
        super().__init__(map.desk.workshop.get(Organization, id).name, map)
        self._map, self._id = map, id
        self._done = False
        self.setAccessibleName("Name of the organization")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the name with Enter, drop it with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._close(keep=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the name when the focus goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._close(keep=True)

    def _close(self, *, keep: bool) -> None:
        if self._done:
            return
        self._done = True
        if self.hasFocus():  # given on first, as hiding would give it to who knows whom
            self._map.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        if keep and self.text().strip():
            rename(self._map, self._id, self.text())
        self.deleteLater()
