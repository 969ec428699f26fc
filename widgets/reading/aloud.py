# SPDX-License-Identifier: MIT
"""Speaks to a screen reader, and gives it objects that Qt alone would not have."""

from functools import cache, partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QApplication, QComboBox, QTableView, QWidget

from widgets.reading.parts import Parts


@cache
def listen() -> None:
    """Answer a screen reader that asks for widgets with parts, and for groups; once is enough."""
    QAccessible.installFactory(_made)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.focusChanged.connect(_go_into)


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have words spoken, whatever has the focus; nothing is done without a screen reader."""
    if not words or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def name_box(box: QComboBox, words: str) -> None:
    """Name a box of choices; where Qt reads its choice in place of its name, words come after it."""
    box.setAccessibleName(words)
    box.setAccessibleDescription(words)


def _go_into(_before: QWidget | None, now: QWidget | None) -> None:
    """Let a screen reader go on from a widget to the part or cell in it that has the focus."""
    if now is None or not QAccessible.isActive():
        return
    spoken = getattr(now, "spoken", None)
    if isinstance(spoken, Parts):
        QTimer.singleShot(0, now, spoken.tell_reached)  # Qt speaks of the widget first
    elif isinstance(now, QTableView):
        QTimer.singleShot(0, now, partial(_tell_cell, now))


def _tell_cell(table: QTableView) -> None:
    """Let a screen reader go on to the current cell of a table, as it does when that changes."""
    at = table.currentIndex()
    if at.isValid() and table.hasFocus():
        event = QAccessibleEvent(table, QAccessible.Event.Focus)
        # Qt counts a row and a column of headers, shown or not.
        event.setChild((at.row() + 1) * (table.model().columnCount() + 1) + at.column() + 1)
        QAccessible.updateAccessibility(event)


def _made(_name: str, thing: QObject) -> QAccessibleInterface | None:
    spoken = getattr(thing, "spoken", None)
    if isinstance(spoken, Parts):
        from widgets.reading.interfaces import painted

        return painted(spoken)
    if isinstance(thing, QWidget) and getattr(thing, "is_grouping", False):
        from widgets.reading.interfaces import grouping

        return grouping(thing)
    return None
