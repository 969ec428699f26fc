# SPDX-License-Identifier: MIT
"""Keeps the chosen row of an exhibit visible, whether or not the exhibit has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.exhibits.view import ExhibitView
from workshop.ids import Id

_TINT = 26
"""How strongly the row is tinted, of 255; the words below keep their contrast."""


class RowMark(QWidget):
    """A tint over the area of a role that has an id."""

    def __init__(self, desk: Desk, view: ExhibitView, role: str) -> None:
        super().__init__(view)
        self._desk, self._view, self._role = desk, view, role
        self.id: Id = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.redrawn.connect(lambda _exhibit: self._place())
        self.hide()

    def mark(self, id: Id) -> None:
        """Mark the row with this id, or none."""
        self.id = id
        self._place()

    def _place(self) -> None:
        areas = self._view.exhibit.areas if self._view.exhibit else ()
        found = [area for area in areas if area.role == self._role and area.id == self.id]
        if found:
            area = found[0]
            self.setGeometry(round(area.x), round(area.y), round(area.width), round(area.height))
        self.setVisible(bool(found))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = QColor(self._desk.theme.accent)
        color.setAlpha(_TINT)
        painter.fillRect(self.rect(), color)
        painter.end()
