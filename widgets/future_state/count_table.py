# SPDX-License-Identifier: MIT
"""Votes keyed in as counts: a row for each organization, a small number for each value."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from widgets.desk import Desk
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.room.edits import set_tally
from workshop.room.records import AgreementRound, Tally
from workshop.room.scales import SCALES, AgreementScale

_ROOM = "The whole room"
_COUNT = "[0-9]{0,4}"
"""A blank count is one, too, so that Tab goes on from it."""


class CountTable(QTableWidget):
    """A row for each organization at the table and one for the whole room; blank counts are 0."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(0, 0)
        self._desk, self.round = desk, ""
        self._rows: list[Id | None] = []
        self._scale: AgreementScale | None = None
        self._is_showing = False
        self.setAccessibleName("Votes as counts by organization, a table")
        self.setItemDelegate(_CountDelegate(self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.itemChanged.connect(self._keep)

    def show_round(self, id: Id) -> None:
        """Show the counts of a round, from full agreement on the left to none on the right."""
        self._is_showing = True
        workshop, self.round = self._desk.workshop, id
        self._scale = SCALES[workshop.get(AgreementRound, id).scale]
        tallies = {t.organization: t.counts for t in workshop.all(Tally) if t.round == id}
        every = workshop.of(Organization)
        present = [o for o in every.values() if o.at_table or o.id in tallies]
        present.sort(key=lambda each: each.name.casefold())
        self._rows = [*(each.id for each in present), None]
        self._show_heads(self._scale)
        self.setRowCount(len(self._rows))
        for row, organization in enumerate(self._rows):
            name = every[organization].name if organization else _ROOM
            self._show_row(row, name, tallies.get(organization, ()))
        self._is_showing = False

    def counts(self, row: int) -> tuple[int, ...]:
        """Give the counts of a row in the order of a tally, which is by rising value."""
        if self._scale is None:
            return ()
        by_value = {
            choice.value: self._number(row, column)
            for column, choice in enumerate(self._scale.choices, 1)
        }
        return tuple(by_value[value] for value in self._scale.values)

    def _number(self, row: int, column: int) -> int:
        item = self.item(row, column)
        text = item.text().strip() if item else ""
        return int(text) if text.isdigit() else 0

    def _show_heads(self, scale: AgreementScale) -> None:
        self.setColumnCount(len(scale.choices) + 1)
        self.setHorizontalHeaderItem(0, QTableWidgetItem("Organization"))
        for column, choice in enumerate(scale.choices, 1):
            head = QTableWidgetItem(f"{choice.value}")
            head.setToolTip(choice.label)
            head.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.value}, {choice.label}")
            self.setHorizontalHeaderItem(column, head)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, self.columnCount()):
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance("0") * 6)

    def _show_row(self, row: int, name: str, counts: Sequence[int]) -> None:
        scale = self._scale
        if scale is None:
            return
        by_value = dict(zip(scale.values, counts, strict=False))
        words = [name, *(str(by_value.get(c.value) or "") for c in scale.choices)]
        for column, text in enumerate(words):
            item = self.item(row, column) or QTableWidgetItem()
            if item.tableWidget() is None:
                self.setItem(row, column, item)
            if column == 0:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setText(text)
            about = name if column == 0 else scale.choices[column - 1].label
            item.setToolTip(about)
            spoken = f"{name}, {about}: {text or 'none'}" if column else name
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _keep(self, item: QTableWidgetItem) -> None:
        if self._is_showing or item.column() == 0:
            return
        row = item.row()
        edit = partial(
            set_tally, round=self.round, organization=self._rows[row], counts=self.counts(row)
        )
        self._desk.apply(edit, "Key in counts")


class _CountDelegate(QStyledItemDelegate):
    """Takes whole numbers only."""

    def createEditor(
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setValidator(QRegularExpressionValidator(QRegularExpression(_COUNT), editor))
        editor.setAccessibleName("Number of votes")
        for name in ("bound", "cell"):
            editor.setProperty(name, True)
        return editor
