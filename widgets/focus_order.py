# SPDX-License-Identifier: MIT
"""Tab goes through a page as the eye does: in the order of its layouts, not of their making."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QWidget


def follow_layout(page: QWidget) -> None:
    """Chain the focus of what is on a page in the order in which it is laid out."""
    for one, next_one in pairwise(_of_widget(page)):
        QWidget.setTabOrder(one, next_one)


def _of_widget(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    elif isinstance(widget, QAbstractScrollArea):
        return
    elif layout := widget.layout():
        yield from _of_layout(layout)
    else:
        for child in widget.children():
            if isinstance(child, QWidget):
                yield from _of_widget(child)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget:
            yield from _of_widget(widget)
        elif inner:
            yield from _of_layout(inner)
