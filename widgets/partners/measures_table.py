# SPDX-License-Identifier: MIT
"""The measures of the network as a table: overall and by relation, each with its formula."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.exchange.latest import Latest, stop_with
from workshop.partners.graph import EVERYTHING, NetworkFilter
from workshop.partners.metrics_table import Row, by_organization, table

Found = tuple[tuple[tuple[str, ...], list[Row]], tuple[tuple[str, ...], tuple[str, ...], list[Row]]]
_NO_INDEX = QModelIndex()
_PARTS = (("whole", "The whole network"), ("each", "Each organization, by name"))

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class MeasuresTable(QWidget):
    """Shows what is measured; the row that is chosen is explained below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[Row] = []
        self._search = Latest()
        stop_with(self, self._search)
        self.table = QTableWidget()
        self.table.setAccessibleName("Measures of the network, overall and by relation")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.currentCellChanged.connect(lambda row, *_: self._explain(row))
        self.table.verticalHeader().hide()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setMinimumHeight(3 * self.fontMetrics().height())
        self.each = QTableView()
        self.each.setAccessibleName("Measures of each organization, in the order of their names")
        self.each.verticalHeader().hide()
        self.each.setModel(EachModel(self.each))
        self.each.hide()
        self.parts = ChoiceChips("What is measured")
        self.parts.offer(_PARTS)
        self.parts.chosen.connect(self.show_part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.addWidget(self.parts)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.each, 1)
        layout.addWidget(self.words)

    def measure(self, filter: NetworkFilter = EVERYTHING) -> None:
        """Measure the network as it is now, off the window's thread."""
        workshop = self._desk.workshop
        self.words.setText("Measuring …")
        self._search.run(
            lambda _progress, _cancelled: (
                table(workshop, filter),
                by_organization(workshop, filter),
            ),
            self._show,
            self._desk.said.emit,
        )

    def show_part(self, part: str) -> None:
        """Show the measures of the whole, or of each organization."""
        self.parts.show_choice(part)
        self.table.setVisible(part == "whole")
        self.each.setVisible(part == "each")
        self.words.setVisible(part == "whole")

    def _show(self, found: Found) -> None:
        (heads, self._rows), (columns, formulas, rows) = found
        self.each.setModel(EachModel(self.each, columns, formulas, rows))
        self.each.resizeColumnToContents(0)
        self.table.clear()
        self.table.setRowCount(len(self._rows))
        self.table.setColumnCount(len(heads) + 1)
        self.table.setHorizontalHeaderLabels(["Measure", *heads])
        for number, row in enumerate(self._rows):
            self.table.setItem(number, 0, _item(row.label, row.question, left=True))
            for at, (value, why) in enumerate(zip(row.values, row.reasons, strict=True), start=1):
                item = _item(value, why or row.formula)
                item.setData(_SPOKEN, _spoken(row.label, heads[at - 1], value, why))
                self.table.setItem(number, at, item)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setCurrentCell(0, 0)
        self._explain(0)

    def _explain(self, number: int) -> None:
        if 0 <= number < len(self._rows):
            row = self._rows[number]
            why = next(filter(None, row.reasons), "")
            parts = [row.question, f"{row.label} = {row.formula}."]
            self.words.setText(" ".join([*parts, f"“–”: {why}"] if why else parts))


class EachModel(QAbstractTableModel):
    """The measures of each organization; the formula is in the head's tool tip, the reason in the cell's."""

    def __init__(
        self,
        parent: QObject,
        columns: Sequence[str] = (),
        formulas: Sequence[str] = (),
        rows: Sequence[Row] = (),
    ) -> None:
        super().__init__(parent)
        self._heads = ("Organization", *columns)
        self._formulas = ("", *formulas)
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Give how many organizations there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Give how many columns there are."""
        return 0 if parent.isValid() else len(self._heads)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give a value, the reason for a dash, and where it stands."""
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.values[column - 1] if column else row.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.reasons[column - 1] or None if column else row.label
        if role == _SPOKEN and column:
            value, why = row.values[column - 1], row.reasons[column - 1]
            return _spoken(row.label, self._heads[column], value, why)
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give a head, and the formula of what stands below it."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return self._formulas[section] if role == Qt.ItemDataRole.ToolTipRole else None


def _spoken(about: str, head: str, value: str, why: str) -> str:
    """Say a measure: what of, which, and the value or why there is none."""
    return f"{about}, {head}: {why or value}"


def _item(text: str, hint: str, *, left: bool = False) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(hint)
    side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return item
