# SPDX-License-Identifier: MIT
"""The measures of the network as a table: overall and by relation, each with its formula."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from widgets.desk import Desk
from widgets.exchange.latest import Latest, stop_with
from workshop.partners.graph import EVERYTHING, NetworkFilter
from workshop.partners.metrics_table import Row, table

Found = tuple[tuple[str, ...], list[Row]]


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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)

    def measure(self, filter: NetworkFilter = EVERYTHING) -> None:
        """Measure the network as it is now, off the window's thread."""
        workshop = self._desk.workshop
        self.words.setText("Measuring …")
        self._search.run(
            lambda _progress, _cancelled: table(workshop, filter), self._show, self._desk.said.emit
        )

    def _show(self, found: Found) -> None:
        heads, self._rows = found
        self.table.clear()
        self.table.setRowCount(len(self._rows))
        self.table.setColumnCount(len(heads) + 1)
        self.table.setHorizontalHeaderLabels(["Measure", *heads])
        for number, row in enumerate(self._rows):
            self.table.setItem(number, 0, _item(row.label, row.question, left=True))
            for at, (value, why) in enumerate(zip(row.values, row.reasons, strict=True), start=1):
                self.table.setItem(number, at, _item(value, why or row.formula))
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


def _item(text: str, hint: str, *, left: bool = False) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(hint)
    side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return item
