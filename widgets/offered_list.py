# SPDX-License-Identifier: MIT
"""The list that a field offers while somebody types, in the look of the window the field is in.

Make it when the field gets the focus: a list is six widgets, and few fields of a page are used.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QListView


def offer(field: QLineEdit, completer: QCompleter) -> QAbstractItemView:
    """Let a field, which is in a window by now, offer what a completer finds; give the list.

    A completer leaves its list without a parent, and a list without one has no window's look. As a
    child of the field it would come between the field and the next one that Tab leads to.
    """
    found = completer.popup()
    assert found is not None
    found.setParent(field.window(), Qt.WindowType.Popup)
    field.setCompleter(completer)
    return found


def line_list() -> QListView:
    """Give the list for a field of one line, in which a row is a word or a name."""
    popup = QListView()
    popup.setProperty("role", "popup")
    popup.ensurePolished()  # the completer measures rows before the view is first shown
    return popup
