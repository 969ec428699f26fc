# SPDX-License-Identifier: MIT
"""Undo keys inside text fields reach the workshop; Qt's own text undo would swallow them."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from widgets.desk import Desk

_UNDO = (QKeySequence("Ctrl+Z"),)
_REDO = (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))


class UndoKeys(QObject):
    """Watches fields from when they get the focus, if they show values of the document ("bound").

    To watch the whole application would bring every event of every widget here. A cell that is
    being edited (property "cell") holds nothing of the document yet: there the undo keys first take
    back the typing, as Escape does.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusObjectChanged.connect(self._watch)
            self._watch(app.focusObject())

    def _watch(self, focused: QObject | None) -> None:
        if focused is not None and focused.property("bound"):
            focused.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the undo keys of bound fields; everything else goes its way."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if not watched.property("bound"):
            return False
        pressed = QKeySequence(event.keyCombination())
        if pressed not in _UNDO + _REDO:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # so that the key comes here as a key press, whatever the window binds
        else:
            self._take_back(watched, is_undo=pressed in _UNDO)
        return True

    def _take_back(self, field: QWidget, *, is_undo: bool) -> None:
        if field.property("cell"):
            if is_undo:
                _press_escape(field)
            return
        if is_undo:
            self._desk.undo()
        else:
            self._desk.redo()


def _press_escape(field: QWidget) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        escape = QKeyEvent(kind, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(field, escape)
