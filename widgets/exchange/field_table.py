# SPDX-License-Identifier: MIT
"""The columns of a sheet and the fields they are read into, with cells as they are understood."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
)

from widgets.desk import Desk
from widgets.exchange.import_choices import fields_to_map
from widgets.reading.aloud import name_box
from widgets.text_size import scaled
from workshop.interchange.cells import text_of
from workshop.interchange.plan import SheetPlan
from workshop.interchange.preview import SeenRow
from workshop.interchange.rows import header_of
from workshop.record import Field

SAMPLES = 2
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_NO_COLUMN = "–"


class HeaderList(QListWidget):
    """The headers in the file; each can be dragged onto a field."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setAccessibleName("Columns in the file")
        self.setToolTip("Drag a column onto the field it belongs to, or choose it there.")
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_plan(self, plan: SheetPlan) -> None:
        """Show the headers; those that are read step back."""
        self.clear()
        for index in range(_width(plan)):
            read = index in plan.columns
            item = QListWidgetItem(f"{header_of(plan, index)}{'  ✓' if read else ''}")
            item.setToolTip(f"{header_of(plan, index)}: {_first_cells(plan, index)}")
            color = self._desk.theme.mute if read else self._desk.theme.ink
            item.setForeground(QColor(color))
            self.addItem(item)


class FieldTable(QTableWidget):
    """One row a field: which column it comes from, and the first cells raw and as understood."""

    answered = Signal(str, object)
    """The field with this name comes from the column at this index, or from none."""

    def __init__(self, desk: Desk, headers: HeaderList) -> None:
        super().__init__(0, 2 + SAMPLES)
        self._desk, self._headers = desk, headers
        self._fields: list[Field] = []
        self.setAccessibleName("Fields and the columns they come from")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(38, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(True)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 132), (1, 176)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, scaled(width, self))

    def show_plan(self, plan: SheetPlan, seen: Sequence[SeenRow]) -> None:
        """Show the fields of what a sheet holds; nothing for a matrix or what is left out."""
        fields = fields_to_map(plan)
        rows = [f"Row {each.number}" for each in seen]
        rows += [""] * (SAMPLES - len(rows))
        self.setHorizontalHeaderLabels(["Field", "Comes from column", *rows])
        for place in range(len(seen), SAMPLES):
            self.setHorizontalHeaderItem(2 + place, spoken_cell("No more rows"))
        if fields != self._fields or _headers(plan) != self._shown_headers:
            self._fill(fields, _headers(plan))
        by_field = {name: index for index, name in sorted(plan.columns.items(), reverse=True)}
        for row, field in enumerate(fields):
            box = self.box(field.name)
            box.setCurrentIndex(by_field.get(field.name, -1) + 1)
            source = box.currentText() if box.currentIndex() > 0 else "no column"
            self.setItem(row, 1, spoken_cell(f"{field.label} comes from {source}"))
            for place in range(SAMPLES):
                self._show_cell(row, place, field, seen[place] if place < len(seen) else None)

    def box(self, name: str) -> QComboBox:
        """Give the box of a field."""
        row = next(row for row, field in enumerate(self._fields) if field.name == name)
        box = self.cellWidget(row, 1)
        assert isinstance(box, QComboBox)
        return box

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self._headers:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if event.source() is self._headers and row >= 0:
            self.setCurrentCell(row, 0)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_header(self._headers.currentRow(), self.rowAt(event.position().toPoint().y()))
        event.acceptProposedAction()

    def take_header(self, index: int, row: int) -> None:
        """Let the field of a row come from a column, as when its header is dropped there."""
        if index >= 0 and 0 <= row < len(self._fields):
            self.answered.emit(self._fields[row].name, index)

    _shown_headers: tuple[str, ...] = ()

    def _fill(self, fields: list[Field], headers: tuple[str, ...]) -> None:
        self._fields, self._shown_headers = fields, headers
        self.setRowCount(0)
        self.setRowCount(len(fields))
        for row, field in enumerate(fields):
            item = QTableWidgetItem(f"{field.label} *" if field.required else field.label)
            item.setToolTip(f"{field.hint}. Must be there." if field.required else field.hint)
            self.setItem(row, 0, item)
            self.setCellWidget(row, 1, self._choices(field, headers))

    def _choices(self, field: Field, headers: Sequence[str]) -> QComboBox:
        box = QComboBox()
        box.addItem(_NO_COLUMN)
        box.addItems(headers)
        box.setMaxVisibleItems(16)
        box.setMinimumContentsLength(6)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setProperty("role", "in-cell")
        name_box(box, f"Column of {field.label}")
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.activated.connect(
            lambda index: self.answered.emit(field.name, index - 1 if index else None)
        )
        return box

    def _show_cell(self, row: int, place: int, field: Field, seen: SeenRow | None) -> None:
        cell = seen.cells.get(field.name) if seen else None
        item = spoken_cell(f"{field.label}: blank")
        if cell:
            same = cell.cell == cell.became
            item.setText(cell.cell if same else f"{cell.cell or '(blank)'} → {cell.became}")
            item.setToolTip(item.text())
            item.setData(_SPOKEN, f"{field.label}: {item.text() or 'blank'}")
            theme = self._desk.theme
            item.setForeground(QColor(theme.ink if cell.fits else theme.gap))
        self.setItem(row, 2 + place, item)


def spoken_cell(words: str) -> QTableWidgetItem:
    """Give a cell that shows nothing of its own and says this to those who hear it."""
    cell = QTableWidgetItem()
    cell.setData(_SPOKEN, words)
    return cell


def _headers(plan: SheetPlan) -> tuple[str, ...]:
    return tuple(header_of(plan, index) for index in range(_width(plan)))


def _width(plan: SheetPlan) -> int:
    if not fields_to_map(plan):
        return 0
    return max(map(len, plan.sheet.rows[plan.header :]), default=0)


def _first_cells(plan: SheetPlan, index: int) -> str:
    rows = plan.sheet.rows[plan.header + 1 : plan.header + 4]
    return " · ".join(text_of(row[index]) if index < len(row) else "" for row in rows)
