# SPDX-License-Identifier: MIT
"""The menu of how the nodes stand: tidied, in an order that explains, and in soft areas."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from widgets.partners.filter_menu import StayingMenu
from workshop.partners.arrangements import ARRANGEMENTS
from workshop.partners.metrics_table import group_fields


class ArrangeMenu(StayingMenu):
    """Knows which order and which areas are ticked."""

    tidying = Signal()
    keeping = Signal()
    """Stand for good as the nodes stand now."""
    arranged = Signal(str)
    """The key of an arrangement, "" for as they were put."""
    grouped = Signal(str)
    """The field whose groups are shown as areas, or ""."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tidy = self.addAction("Tidy from here (T)")
        self.tidy.triggered.connect(self.tidying)
        self.caption("All stand")
        self.orders = self.one_of([(words, key) for key, words in ARRANGEMENTS.items()])
        self.keep = self.addAction("Keep these places")
        self.keep.triggered.connect(self.keeping)
        self.keep.setEnabled(False)
        self.caption("Soft areas")
        fields = [("No areas", "")]
        fields += [(f"By {label.lower()}", name) for name, label in group_fields()]
        self.areas = self.one_of(fields)
        signals: Mapping[str, list[QAction]] = {"arranged": self.orders, "grouped": self.areas}
        for name, actions in signals.items():
            for each in actions:
                each.toggled.connect(partial(self._tell, name, each))

    def _tell(self, name: str, action: QAction, on: bool) -> None:
        if on:
            getattr(self, name).emit(action.data())
            self.keep.setEnabled(not self.orders[0].isChecked())
