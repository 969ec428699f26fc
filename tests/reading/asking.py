# SPDX-License-Identifier: MIT
"""What a screen reader would find in a widget."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def found(widget: QWidget) -> QAccessibleInterface:
    """Give the object of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


def children(of: QAccessibleInterface) -> list[QAccessibleInterface]:
    """Give the children of an object, each of which knows its place and its parent."""
    listed = [of.child(place) for place in range(of.childCount())]
    return [each for each in listed if each is not None]


def name(of: QAccessibleInterface) -> str:
    """Give the name of an object."""
    return of.text(NAME)


def in_sight(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Give an object and all below it that are not hidden."""
    yield root
    for child in children(root):
        if not child.state().invisible:
            yield from in_sight(child)
