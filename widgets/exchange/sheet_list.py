# SPDX-License-Identifier: MIT
"""What it is: the sheets that were found, and what each of them holds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from widgets.exchange.field_table import spoken_cell
from widgets.exchange.import_choices import explained, key_of, offered
from widgets.reading.aloud import name_box
from widgets.text_size import scaled
from workshop.gaps.records import Capability
from workshop.interchange.plan import Plan, SheetPlan
from workshop.prepare.records import Organization
from workshop.record import kind_name, noun, references

_CREATED = (Organization, Capability)


class SheetList(QWidget):
    """One row a sheet: its name, its size, and a box that says what it holds."""

    chosen = Signal(int)
    """The sheet at this place is to be looked at."""
    answered = Signal(int, str)
    """The sheet at this place holds what this key stands for."""
    creation_changed = Signal(str, bool)
    """Records of this kind are, or are not, made where something names one that is not there."""

    def __init__(self) -> None:
        super().__init__()
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName("Sheets and what they hold")
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(scaled(40, self))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(1, scaled(188, self))
        self.table.setMinimumHeight(scaled(84, self))
        self.table.currentCellChanged.connect(lambda row, *_: self.chosen.emit(row))
        self.creation = {kind_name(kind): self._box(kind_name(kind), kind) for kind in _CREATED}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        for box in self.creation.values():
            layout.addWidget(box)

    def show_plan(self, plan: Plan, current: int) -> None:
        """Show the sheets of a plan with one of them chosen."""
        self.table.blockSignals(True)
        if self.table.rowCount() != len(plan.sheets):
            self._fill(plan.sheets)
        for row, sheet in enumerate(plan.sheets):
            box = self.box(row)
            box.setCurrentIndex(box.findData(key_of(sheet)))
            name = sheet.sheet.name or sheet.sheet.file
            self.table.setItem(row, 1, spoken_cell(f"{name} holds {box.currentText()}"))
        self.table.setCurrentCell(current, 0)
        self.table.blockSignals(False)
        named = {
            kind
            for sheet in plan.sheets
            if sheet.kind
            for field in references(sheet.kind)
            for kind in field.to
        }
        for key, check in self.creation.items():
            check.setChecked(key in plan.create)
            check.setVisible(key in named)

    def box(self, row: int) -> QComboBox:
        """Give the box that says what a sheet holds."""
        box = self.table.cellWidget(row, 1)
        assert isinstance(box, QComboBox)
        return box

    def clear(self) -> None:
        """Forget the sheets, as before other files are read."""
        self.table.setRowCount(0)

    def _fill(self, sheets: Sequence[SheetPlan]) -> None:
        self.table.setRowCount(len(sheets))
        for row, each in enumerate(sheets):
            name = each.sheet.name or each.sheet.file
            item = QTableWidgetItem(name)
            item.setToolTip(f"{each.sheet.file}: {name}, {len(each.sheet.rows):,} rows")
            self.table.setItem(row, 0, item)
            self.table.setCellWidget(row, 1, self._choices(row, name))

    def _choices(self, row: int, name: str) -> QComboBox:
        box = QComboBox()
        for place, (key, words) in enumerate(offered()):
            box.addItem(words, key)
            box.setItemData(place, explained(key), Qt.ItemDataRole.ToolTipRole)
        box.setMaxVisibleItems(16)
        box.setProperty("role", "in-cell")
        name_box(box, f"What {name} holds")
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.activated.connect(lambda _index: self.answered.emit(row, box.currentData()))
        return box

    def _box(self, key: str, kind: type[Organization] | type[Capability]) -> QCheckBox:
        box = QCheckBox(f"Add named {noun(kind, 2)}")
        box.setToolTip("Where a row names one that no list gives, it is added with its name.")
        box.clicked.connect(lambda checked: self.creation_changed.emit(key, checked))
        return box
