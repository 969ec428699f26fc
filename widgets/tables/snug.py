# SPDX-License-Identifier: MIT
"""Tables that are as high as their rows, so that a short list leaves the page to what follows."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QStackedWidget, QTableView, QWidget

from widgets.tables.record_table import RecordTable

MOST_LINES = 26
"""How high a table may be, in lines of text; beyond, it scrolls."""


_UNBOUNDED = 16_777_215
"""The height that Qt takes for none at all."""


_BELOW = 2.2
"""What a card and its page leave free below a table, in lines of text."""


def make_snug(table: RecordTable, most_lines: int = MOST_LINES) -> "Snug":
    """Keep a table as high as its rows need, up to so many lines of text."""
    table.setMinimumHeight(0)
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return Snug(table.view, most_lines)


class Snug(QObject):
    """Keeps a table view as high as its rows need, up to so many lines of text."""

    def __init__(self, view: QTableView, most_lines: int = MOST_LINES) -> None:
        super().__init__(view)
        self._view, self._most = view, most_lines
        self.may_fill: Callable[[], bool] = lambda: False
        """Whether nothing follows that has to stay in view, so that the table may fill the window."""
        self._area: QScrollArea | None = None
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._fit)
        model, rows = view.model(), view.verticalHeader()
        for signal in (rows.sectionResized, rows.sectionCountChanged, model.layoutChanged):
            signal.connect(lambda *_: self._soon.start())
        self._is_short = False
        """Whether the page was too short to show the cell the keys have reached, as it still grows."""
        self._follow_soon = QTimer(self, interval=0, singleShot=True)
        self._follow_soon.timeout.connect(self._follow)
        view.selectionModel().currentChanged.connect(lambda *_: self._follow_soon.start())
        view.horizontalScrollBar().rangeChanged.connect(lambda *_: self._soon.start())
        view.installEventFilter(self)
        self._stack = view.parentWidget()
        if isinstance(self._stack, QStackedWidget):
            self._stack.currentChanged.connect(lambda _index: self._fit())
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when the text size changes or the table comes into view."""
        if event.type() == QEvent.Type.Show:
            self._watch_window()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.Show, QEvent.Type.Resize):
            self._soon.start()
        return super().eventFilter(watched, event)

    def fit_soon(self) -> None:
        """Fit once what is going on is over."""
        self._soon.start()

    def _watch_window(self) -> None:
        above: QWidget | None = self._view
        while above is not None and not (isinstance(above, QScrollArea) and above.widget()):
            above = above.parentWidget()
        if isinstance(above, QScrollArea) and above is not self._area:
            self._area = above
            above.viewport().installEventFilter(self)
            above.verticalScrollBar().rangeChanged.connect(self._follow_growth)

    def _room(self) -> int:
        """Give how high the table may be, in pixels."""
        line, view = self._view.fontMetrics().height(), self._view
        least = line * self._most
        page = self._area.widget() if self._area else None
        if not self._area or page is None or not self.may_fill():
            return least
        top = view.mapTo(page, QPoint(0, 0)).y()
        return max(least, self._area.viewport().height() - top - round(line * _BELOW))

    def _fit(self) -> None:
        view = self._view
        most = self._room()
        header = view.horizontalHeader().sizeHint().height()
        across = view.horizontalScrollBar()
        below = across.sizeHint().height() if across.maximum() > 0 else 0
        height = min(most, view.verticalHeader().length() + header + below + 4)
        is_lower = height < view.height()
        if height != view.height():
            self._follow_soon.start()
        view.setFixedHeight(height)
        if is_lower and view.currentIndex().isValid():
            view.scrollTo(view.currentIndex())
        # The stack around the view forgets heights that do not depend on a width.
        stack = view.parentWidget()
        if isinstance(stack, QStackedWidget):
            stack.setMinimumHeight(height)
            # Nor may the page that stands there while it is empty make it higher.
            stack.setMaximumHeight(height if stack.currentWidget() is view else _UNBOUNDED)

    def _follow_growth(self) -> None:
        if self._is_short:
            self._follow_soon.start()

    def _follow(self) -> None:
        """Scroll the page to the cell that the keys have reached; under the mouse nothing moves."""
        view, area = self._view, self._area
        cell = view.visualRect(view.currentIndex())
        page = area.widget() if area else None
        if area is None or page is None or not view.hasFocus() or not cell.isValid():
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        top = view.viewport().mapTo(page, cell.topLeft()).y()
        line = view.fontMetrics().height()
        low, bar = top + cell.height() + line, area.verticalScrollBar()
        area.ensureVisible(0, low, 0, 0)
        area.ensureVisible(0, top - line, 0, 0)
        self._is_short = low > bar.value() + area.viewport().height()
