# SPDX-License-Identifier: MIT
"""Speaks to a screen reader, and gives it objects that Qt alone would not have."""

from functools import cache

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

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
    """Let a screen reader go on from a widget to the part in it that has the focus."""
    spoken = getattr(now, "spoken", None)
    if isinstance(spoken, Parts) and QAccessible.isActive():
        QTimer.singleShot(0, spoken.widget, spoken.tell_reached)  # Qt speaks of the widget first


def _made(_name: str, thing: QObject) -> QAccessibleInterface | None:
    spoken = getattr(thing, "spoken", None)
    if isinstance(spoken, Parts):
        from widgets.reading.interfaces import painted

        return painted(spoken)
    if isinstance(thing, QWidget) and getattr(thing, "is_grouping", False):
        from widgets.reading.interfaces import grouping

        return grouping(thing)
    return None
