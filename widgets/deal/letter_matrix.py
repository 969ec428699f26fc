# SPDX-License-Identifier: MIT
"""A matrix of rows and organizations in which one key is one answer."""

from collections.abc import Mapping, Sequence
from textwrap import wrap

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from widgets.tables.snug import Snug
from workshop.ids import Id

_AIR = 8
"""What a row is higher than its words, in pixels."""
_LETTERS, _LEAST_LETTERS, _HEAD_LINES, _MOST_LINES = 13, 12, 3, 30


class LetterMatrix(QTableWidget):
    """Shows letters or short words; typing a letter is heard, Backspace as an empty one."""

    typed = Signal(str, str, str)
    """The id of the row, of the column, and the letter in upper case, a digit, or "" to clear."""
    turned = Signal(str, str)
    """A cell was double-clicked: its next answer is wanted; the ids of row and column."""
    chosen = Signal(str)
    """Another row is current; its id."""

    def __init__(self, name: str, corner: str, letters: Mapping[str, str]) -> None:
        super().__init__(0, 0)
        self._corner, self._letters = corner, frozenset(letters)
        self.rows: list[Id] = []
        self.columns: list[Id] = []
        keys = ", ".join(f"{letter} {word}" for letter, word in letters.items())
        self.setAccessibleName(f"{name}, a table; keys: {keys}")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.currentCellChanged.connect(lambda row, *_: self.chosen.emit(self._row_id(row)))
        self.itemDoubleClicked.connect(self._turn)
        Snug(self, _MOST_LINES)

    @property
    def current(self) -> Id:
        """The id of the current row, or ""."""
        return self._row_id(self.currentRow())

    def show_matrix(
        self,
        rows: Sequence[tuple[Id, str]],
        columns: Sequence[tuple[Id, str]],
        cells: Mapping[tuple[Id, Id], str],
    ) -> None:
        """Show rows and columns by id and name, and what stands in the cells; the place stays."""
        here = self.currentRow(), self.currentColumn()
        self.rows, self.columns = [id for id, _ in rows], [id for id, _ in columns]
        self.setRowCount(len(rows))
        self.setColumnCount(len(columns) + 1)
        for place, name in enumerate([self._corner, *(name for _, name in columns)]):
            head = QTableWidgetItem(_head(name) if place else name)
            head.setData(Qt.ItemDataRole.AccessibleTextRole, name)
            self.setHorizontalHeaderItem(place, head)
        for place, (row, name) in enumerate(rows):
            self._cell(place, 0, name, name)
            for column, (id, organization) in enumerate(columns, 1):
                self._cell(place, column, cells.get((row, id), ""), f"{name}, {organization}")
        self._share_width()
        if here[0] < len(rows) and here[1] <= len(columns):
            self.setCurrentCell(*here)

    def select(self, row: Id) -> None:
        """Go to a row."""
        if row in self.rows and len(self.columns):
            self.setCurrentCell(self.rows.index(row), max(1, self.currentColumn()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.currentColumn() > 0 and is_plain and letter and letter in self._letters:
            self._say(letter)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._say("")
        else:
            super().keyPressEvent(event)

    def _say(self, letter: str) -> None:
        row, column = self.currentRow(), self.currentColumn() - 1
        if 0 <= row < len(self.rows) and 0 <= column < len(self.columns):
            self.typed.emit(self.rows[row], self.columns[column], letter)

    def _turn(self, item: QTableWidgetItem) -> None:
        if item.column():
            self.turned.emit(self.rows[item.row()], self.columns[item.column() - 1])

    def _row_id(self, row: int) -> Id:
        return self.rows[row] if 0 <= row < len(self.rows) else ""

    def _cell(self, row: int, column: int, words: str, about: str) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        item.setText(words)
        item.setToolTip(about)
        spoken = f"{about}: {words or 'nothing'}" if column else about
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _share_width(self) -> None:
        """Share the width among the columns; where they would be too narrow to read, let them scroll."""
        header, em = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        count = len(self.columns)
        room, least = self.viewport().width(), em * _LEAST_LETTERS
        first = round(room * (1.0 if not count else 0.34 if count < 6 else 0.26))
        is_narrow = count > 0 and (room - first) / count < least
        for column in range(self.columnCount()):
            fixed = column == 0 if count > 1 and not is_narrow else is_narrow
            mode = QHeaderView.ResizeMode.Interactive if fixed else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
            if fixed:
                self.setColumnWidth(column, first if column == 0 else least)
        # Rows measure themselves by the width a column had before; ask again now that it is shared.
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + _AIR)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt passes a QResizeEvent
        self._share_width()


def _head(name: str) -> str:
    lines = wrap(name, _LETTERS) or [""]
    shown = lines[:_HEAD_LINES]
    return "\n".join([*shown[:-1], shown[-1] + ("…" if len(lines) > _HEAD_LINES else "")])
