# SPDX-License-Identifier: MIT
"""What a screen reader finds in an exhibit: an object for each area that keys can reach."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible

from exports.exhibits.exhibit import Area, Exhibit
from widgets.exhibits.areas import at, reachable
from widgets.reading.parts import Parts

if TYPE_CHECKING:
    from widgets.exhibits.view import ExhibitView

DOTS = frozenset({"held", "needed"})
"""Roles of areas that can be dragged along their scale, nudged and typed on."""
_DOT_KEYS = "Left, right or a digit from 0 to 5 changes it, Backspace makes it unknown"


class AreaParts(Parts):
    """The areas in the order of reading, known by role, id and, if these repeat, a number."""

    def __init__(self, view: "ExhibitView") -> None:
        super().__init__(view)
        self._view = view
        self._of: Exhibit | None = None
        self._areas: dict[str, Area] = {}
        self._order: list[str] = []
        self._places: dict[str, int] = {}

    @property
    def role(self) -> QAccessible.Role:
        """A list of what the picture says, or a picture with a description alone."""
        return QAccessible.Role.List if self.keys() else QAccessible.Role.Graphic

    def keys(self) -> list[str]:
        """Give the keys of the areas, gathered once for an exhibit."""
        self._gather()
        return self._order

    def place(self, key: str) -> int:
        """Give the place of an area."""
        self._gather()
        return self._places.get(key, -1)

    def _gather(self) -> None:
        exhibit = self._view.exhibit
        if self._of is exhibit:
            return
        self._of, self._areas = exhibit, {}
        for area in reachable(exhibit.areas if exhibit else ()):
            self._areas[self._new_key(area)] = area
        self._order = list(self._areas)
        self._places = {key: place for place, key in enumerate(self._order)}

    def _new_key(self, area: Area) -> str:
        key, number = f"{area.role}/{area.id}", 1
        while (numbered := f"{key}/{number}") in self._areas:
            number += 1
        return numbered

    def _key(self, area: Area | None) -> str:
        self._gather()
        return next((key for key, each in self._areas.items() if each == area), "")

    def name(self, key: str) -> str:
        """Say what the area means."""
        return self._areas[key].text

    def description(self, key: str) -> str:
        """Say how a dot is changed."""
        return _DOT_KEYS if self._areas[key].role in DOTS else ""

    def box(self, key: str) -> QRect:
        """Give the place of an area on the view."""
        area = self._areas[key]
        box = QRectF(area.x, area.y + self._view.top, area.width, area.height)
        return box.toAlignedRect()

    def at(self, point: QPoint) -> str:
        """Give the smallest area at a pixel."""
        return self._key(at(list(self._areas.values()), point.x(), point.y() - self._view.top))

    @property
    def current(self) -> str:
        """The area with the focus ring."""
        return self._key(self._view.current) if self._view.current else ""

    def press(self, key: str) -> None:
        """Do what a click on the area does."""
        self._view.choose(self._areas[key])
        self._view.activated.emit(self._areas[key])
