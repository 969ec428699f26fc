# SPDX-License-Identifier: MIT
"""The table view: keys as in a spreadsheet, roomy rows, columns that share the width."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt, QTimer
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from widgets.forms.level_dots import dots_width, level_of_key
from widgets.tables.columns import Prepared
from widgets.tables.record_delegate import RecordDelegate
from widgets.tables.record_model import RecordModel

_ROW = 34
_MOST_LINES = 4
_FITTED_ROWS = 1000
"""Beyond this many rows all have the same height, so that scrolling stays smooth."""
_MEASURED = 10_000
"""So many heights of words are kept."""
_LETTERS = {
    "long": 34, "text": 20, "references": 24, "reference": 20, "words": 20, "choice": 14,
    "date": 13, "moment": 16, "time": 8, "flag": 9, "whole": 9, "number": 11, "percent": 11,
    "money": 14,
}  # fmt: skip
_NAME_LETTERS = 30
_TIGHTEST = 0.75
"""How far a column of words gives way before the table scrolls sideways."""
_PAD = 18


def _letters(prepared: Prepared) -> int:
    field = prepared.field
    if field is None:
        return 14
    is_name = field.kind == "text" and field.required and not field.suggest
    return _NAME_LETTERS if is_name else _LETTERS[field.kind]


class RecordView(QTableView):
    """Shows a `RecordModel`; whole rows are selected, one cell of them is the current one."""

    def __init__(self, model: RecordModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = model
        self._by_hand = False
        self._is_fitting = False
        self.setModel(model)
        self.record_delegate = RecordDelegate(model, self)
        self.record_delegate.moved.connect(self.move_on)
        self.setItemDelegate(self.record_delegate)
        self._settle()
        self._heights: dict[tuple[str, int], int] = {}
        self._is_unfitted = False
        self._is_sought = False
        self._fit_soon = QTimer(self)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.timeout.connect(self._fit_if_seen)
        for signal in (
            model.dataChanged,
            model.rowsInserted,
            model.rowsRemoved,
            model.layoutChanged,
        ):
            signal.connect(lambda *_: self._fit_soon.start(0))
        self.horizontalHeader().sectionResized.connect(self._resized)

    def _settle(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(40)
        header.setSortIndicatorShown(False)

    # Moving

    def move_on(self, columns: int, rows: int) -> None:
        """Go to a neighboring cell; past the end of a row on to the next one."""
        index = self.currentIndex()
        if not index.isValid():
            return
        width = self.rows.columnCount()
        column, row = index.column() + columns, index.row() + rows
        if columns:
            row, column = row + column // width, column % width
        elif rows > 0 and row == len(self.rows.ids):
            column = self._first_to_type()
        if 0 <= row < self.rows.rowCount():
            self.go_to(row, column)

    def _first_to_type(self) -> int:
        """Give the column in which a new record begins: the one that it cannot do without."""
        required = (
            place
            for place, prepared in enumerate(self.rows.columns)
            if prepared.field and prepared.field.required
        )
        return next(required, 0)

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one, and its row the selection."""
        index = self.rows.index(row, column)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        self._is_sought = True
        self.setFocus()

    def selected_rows(self) -> list[int]:
        """Give the selected rows that hold records, from the top."""
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        return sorted(row for row in rows if row < len(self.rows.ids))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means in a spreadsheet."""
        index, key = self.currentIndex(), event.key()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tab(index, event)
        elif key == Qt.Key.Key_Escape and self.rows.draft:
            self.rows.forget_draft()
        elif index.isValid() and is_plain and self._cell_key(index, event):
            event.accept()
        else:
            self.record_delegate.replaces = True
            super().keyPressEvent(event)
            self.record_delegate.replaces = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Begin a new record with one click on the last row."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.row() == len(self.rows.ids):
            self.setCurrentIndex(index)
            self.open_cell(index)

    def open_cell(self, index: QModelIndex) -> None:
        """Edit a cell, as F2 does."""
        prepared = self.rows.columns[index.column()]
        is_open = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        if is_open and not (prepared.is_level or prepared.is_flag):
            self.edit(index)

    def _tab(self, index: QModelIndex, event: QKeyEvent) -> None:
        forward = event.key() == Qt.Key.Key_Tab
        last = self.rows.index(self.rows.rowCount() - 1, self.rows.columnCount() - 1)
        is_end = index == (last if forward else self.rows.index(0, 0)) or not index.isValid()
        leaves = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_end or leaves:
            self.setTabKeyNavigation(False)
            self.focusNextPrevChild(forward)
            self.setTabKeyNavigation(True)
        else:
            self.move_on(1 if forward else -1, 0)

    def _cell_key(self, index: QModelIndex, event: QKeyEvent) -> bool:
        prepared, key = self.rows.columns[index.column()], event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_typed = not (prepared.is_level or prepared.is_flag or prepared.field is None)
            self.open_cell(index) if is_typed else self.move_on(0, 1)
            return True
        if prepared.field is None:
            return self._refuse_typing(index, prepared, event.text())
        if key == Qt.Key.Key_Backspace:
            return self._clear(index, prepared)
        if prepared.is_flag and key == Qt.Key.Key_Space:
            return self.rows.setData(index, not self.rows.value(index.row(), index.column()))
        if prepared.is_level or prepared.is_flag:
            return self._rate(index, prepared, event.text())
        return False

    def _refuse_typing(self, index: QModelIndex, prepared: Prepared, text: str) -> bool:
        """Say why a cell that is worked out does not take what is typed."""
        if not text.strip() or not text.isprintable() or self.rows.record(index.row()) is None:
            return False
        self.rows.refused.emit(
            f"{prepared.title} is worked out from other entries and is not typed here."
        )
        return True

    def _rate(self, index: QModelIndex, prepared: Prepared, text: str) -> bool:
        if not prepared.is_level or prepared.field is None:
            return False
        level = level_of_key(text, prepared.field)
        if level is None:
            return False
        self.rows.setData(index, level)
        return True

    def _clear(self, index: QModelIndex, prepared: Prepared) -> bool:
        field = prepared.field
        if field is None or field.required or self.rows.record(index.row()) is None:
            return False
        return self.rows.setData(index, None if field.optional else field.default)

    # Sizes

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the rows that changed while nobody saw them."""
        super().showEvent(event)
        if self._is_unfitted:
            self._fit_soon.start(0)

    def _fit_if_seen(self) -> None:
        self._is_unfitted = not self.isVisible()
        if not self._is_unfitted:
            self.fit_rows()
            if self._is_sought:  # its row may have grown out of sight
                self._is_sought = False
                self.updateGeometries()
                self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._by_hand = False
            self.fit_columns()

    def fit_columns(self) -> None:
        """Give each column what it needs, and what is left to those that hold words."""
        if self._by_hand or not hasattr(self, "_fit_soon"):
            return
        self._heights.clear()  # the font may be another one
        wished = [self._wish(prepared) for prepared in self.rows.columns]
        flexible = [i for i, prepared in enumerate(self.rows.columns) if prepared.wraps]
        flexible = flexible or list(range(len(wished)))
        room = self.viewport().width() - sum(wished)
        total = sum(wished[i] for i in flexible)
        self._is_fitting = True
        for i, width in enumerate(wished):
            share = room * width // total if i in flexible else 0
            self.setColumnWidth(i, max(width + share, round(width * _TIGHTEST)))
        self._is_fitting = False
        self._fit_soon.start(0)

    def fit_rows(self) -> None:
        """Give each row the height its longest text needs, up to a few lines."""
        metrics = QFontMetrics(self.font())
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        heavy = QFontMetrics(bold)
        least = round(metrics.height() * _ROW / 19)
        self.verticalHeader().setDefaultSectionSize(least)
        if len(self.rows.ids) > _FITTED_ROWS:
            return
        pad = round(_PAD * metrics.height() / 19)
        wrapping = [
            (column, self.columnWidth(column) - pad)
            for column, prepared in enumerate(self.rows.columns)
            if prepared.wraps
        ]
        most = metrics.lineSpacing() * _MOST_LINES
        for row in range(len(self.rows.ids)):
            tallest = 0
            for column, width in wrapping:
                words = self.rows.words(row, column)
                if len(words) * metrics.averageCharWidth() > width * 0.7:
                    tallest = max(tallest, min(self._height_of(words, width, heavy), most))
            height = max(least, tallest + least - metrics.lineSpacing())
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def _height_of(self, words: str, width: int, metrics: QFontMetrics) -> int:
        """Measure wrapped words, each but once: Qt takes its time for it."""
        key = words, width
        if key not in self._heights:
            if len(self._heights) > _MEASURED:
                self._heights.clear()
            box = QRect(0, 0, width, 10_000)
            self._heights[key] = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, words).height()
        return self._heights[key]

    def _wish(self, prepared: Prepared) -> int:
        metrics = QFontMetricsF(self.font())
        letters = prepared.column.width or _letters(prepared)
        least = metrics.horizontalAdvance(prepared.title) + _PAD + metrics.averageCharWidth() * 2
        if prepared.is_level and prepared.field is not None and not prepared.column.width:
            return round(max(least, dots_width(metrics, prepared.field) + _PAD))
        return round(max(least, letters * metrics.averageCharWidth() + _PAD))

    def _resized(self) -> None:
        if not self._is_fitting:
            self._by_hand = self.isVisible()
            self._fit_soon.start(0)
