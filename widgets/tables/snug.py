# SPDX-License-Identifier: MIT
"""Tables that are as high as their rows, so that a short list leaves the page to what follows."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTableView

from widgets.tables.record_table import RecordTable

MOST_LINES = 26
"""How high a table may be, in lines of text; beyond, it scrolls."""


_UNBOUNDED = 16_777_215
"""The height that Qt takes for none at all."""


def make_snug(table: RecordTable, most_lines: int = MOST_LINES) -> None:
    """Keep a table as high as its rows need, up to so many lines of text."""
    table.setMinimumHeight(0)
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    Snug(table.view, most_lines)


class Snug(QObject):
    """Keeps a table view as high as its rows need, up to so many lines of text."""

    def __init__(self, view: QTableView, most_lines: int = MOST_LINES) -> None:
        super().__init__(view)
        self._view, self._most = view, most_lines
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._fit)
        model, rows = view.model(), view.verticalHeader()
        for signal in (rows.sectionResized, rows.sectionCountChanged, model.layoutChanged):
            signal.connect(lambda *_: self._soon.start())
        view.installEventFilter(self)
        self._stack = view.parentWidget()
        if isinstance(self._stack, QStackedWidget):
            self._stack.currentChanged.connect(lambda _index: self._fit())
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when the text size changes or the table comes into view."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.Show):
            self._soon.start()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        view = self._view
        most = view.fontMetrics().height() * self._most
        header = view.horizontalHeader().sizeHint().height()
        height = min(most, view.verticalHeader().length() + header + 4)
        view.setFixedHeight(height)
        # The stack around the view forgets heights that do not depend on a width.
        if stack := view.parentWidget():
            stack.setMinimumHeight(height)
            # Nor may the page that stands there while it is empty make it higher.
            is_shown = not isinstance(stack, QStackedWidget) or stack.currentWidget() is view
            stack.setMaximumHeight(height if is_shown else _UNBOUNDED)
