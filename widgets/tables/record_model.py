# SPDX-License-Identifier: MIT
"""The rows of a table, kept in step with the workshop change by change, never by starting over."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from widgets.desk import Desk
from widgets.forms.naming import NewName
from widgets.forms.values import shown
from widgets.tables.columns import Prepared, ordered
from widgets.tables.row_edits import changed, listed, root, runs, with_new
from workshop.history import Step
from workshop.ids import Id, new_id
from workshop.record import Field, Record, RuleError, fields, noun
from workshop.state import Workshop

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NO_INDEX = QModelIndex()


class RecordModel(QAbstractTableModel):
    """Rows of one kind, and a last row that becomes a record when enough is typed into it."""

    added = Signal(str)
    """A record with this id came from the last row."""
    refused = Signal(str)
    """An edit broke a rule, or is not complete yet; the sentence says what to do."""

    def __init__(
        self,
        desk: Desk,
        kind: type[Record],
        columns: Sequence[Prepared],
        where: Callable[[Any], bool] | None,
        defaults: Callable[[], dict[str, Any]],
        add_label: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.kind, self.columns = desk, kind, list(columns)
        self.where = where or (lambda _record: True)
        self.defaults, self.add_label = defaults, add_label
        self.sorted_by: tuple[int, bool] | None = None
        self.draft: dict[str, Any] = {}
        self._adding = False
        self.ids: list[Id] = self._wanted_ids()
        desk.changed.connect(self._follow)

    # What Qt asks for

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.ids) + 1

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_open = not self.desk.document.read_only_because
        if is_open and self.columns[index.column()].field is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, way: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if way == Qt.Orientation.Horizontal and section < len(self.columns):
            prepared = self.columns[section]
            if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
                return prepared.title
            if role == _Role.ToolTipRole:
                return prepared.field.hint if prepared.field else None
            if role == _Role.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if role == _Role.DisplayRole:
            return self.words(index.row(), index.column())
        if role == _Role.EditRole:
            return self.value(index.row(), index.column())
        if role == _Role.AccessibleTextRole:
            return self._read_aloud(index.row(), index.column())
        is_record = index.row() < len(self.ids)
        if role == _Role.FontRole and is_record and self.columns[index.column()].column.strong:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        field = self.columns[index.column()].field
        if field is None or role != _Role.EditRole:
            return False
        if index.row() == len(self.ids):
            return self._draft(field.name, value)
        return self.change(
            [(self.ids[index.row()], {field.name: value})], f"Change {field.label.lower()}"
        )

    # What the table asks for

    def record(self, row: int) -> Record | None:
        """Give the record of a row, None for the last row."""
        table = self.desk.workshop.of(self.kind)
        return table.get(self.ids[row]) if row < len(self.ids) else None

    def row_of(self, id: Id) -> int:
        """Give the row of a record, -1 if it is not shown."""
        return self.ids.index(id) if id in self.ids else -1

    def words(self, row: int, column: int) -> str:
        """Give what a cell shows."""
        record, prepared = self.record(row), self.columns[column]
        if record is not None:
            return prepared.words(self.desk.workshop, record)
        if prepared.field is not None and prepared.field.name in self.draft:
            return self._drafted_words(prepared.field)
        return self.add_label if column == 0 and not self.draft else ""

    def value(self, row: int, column: int) -> Any:
        """Give the value a cell edits."""
        record, prepared = self.record(row), self.columns[column]
        if record is not None:
            return prepared.value(self.desk.workshop, record)
        return self.draft.get(prepared.field.name) if prepared.field else None

    def change(self, values: Sequence[tuple[Id, dict[str, Any]]], label: str) -> bool:
        """Set fields of records in one step; a broken rule is said and nothing has changed."""
        return self.try_step(lambda workshop: changed(workshop, self.kind, values), label)

    def try_step(self, edit: Callable[[Workshop], Workshop], label: str) -> bool:
        """Take a step of the document, or say which rule it breaks."""
        try:
            self.desk.document.apply(edit, label)
        except RuleError as broken:
            self.refused.emit(str(broken))
            return False
        return True

    def forget_draft(self) -> None:
        """Empty the last row."""
        self.draft = {}
        self._tell_row(len(self.ids))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, unknown last; -1 brings back the order in which records were made."""
        self.sorted_by = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._reorder()

    def refresh(self) -> None:
        """Look again at which records belong here, as when a filter of the page has changed."""
        wanted = self._wanted_ids()
        self._take_out(set(self.ids) - set(wanted))
        for id in wanted:
            if id not in self.ids:
                self._put_in([id])
        if self.ids != wanted:
            self._reorder()

    # How it follows the document

    def _follow(self, step: Step) -> None:
        mine = [change for change in step.changes if change.kind is self.kind]
        table = self.desk.workshop.of(self.kind)
        present = set(self.ids)
        touched = dict.fromkeys(change.id for change in mine)
        belongs = {id for id in touched if id in table and self.where(table[id])}
        self._take_out({id for id in touched if id in present} - belongs)
        self._put_in([id for id in touched if id in belongs and id not in present])
        if len(mine) < len(step.changes):
            self._tell_rows(0, len(self.ids))
        else:
            rows = {id: row for row, id in enumerate(self.ids)}
            for id in belongs & present:
                self._tell_row(rows[id])

    def _take_out(self, gone: set[Id]) -> None:
        rows = [row for row, id in enumerate(self.ids) if id in gone]
        for first, last in reversed(runs(rows)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.ids[first : last + 1]
            self.endRemoveRows()

    def _put_in(self, new: list[Id]) -> None:
        if self._adding and new:
            self._turn_last_row_into(new[0])
        elif new:
            for start, block in self._blocks(sorted(new)):
                self.beginInsertRows(QModelIndex(), start, start + len(block) - 1)
                self.ids[start:start] = block
                self.endInsertRows()

    def _turn_last_row_into(self, id: Id) -> None:
        row = len(self.ids)
        self.draft = {}
        self.beginInsertRows(QModelIndex(), row + 1, row + 1)
        self.ids.append(id)
        self.endInsertRows()
        self._tell_row(row)

    def _blocks(self, new: list[Id]) -> list[tuple[int, list[Id]]]:
        """Give where ids go, last place first, so that places before stay true."""
        if self.sorted_by is not None:
            return [(len(self.ids), new)]
        places: dict[int, list[Id]] = {}
        for id in new:
            places.setdefault(bisect_left(self.ids, id), []).append(id)
        return sorted(places.items(), reverse=True)

    def _reorder(self) -> None:
        wanted = self._wanted_ids()
        self.layoutAboutToBeChanged.emit()
        before, rows = self.ids, {id: row for row, id in enumerate(wanted)}
        last = len(wanted)
        self.ids = wanted
        old = self.persistentIndexList()
        new = [
            self.index(rows[before[i.row()]] if i.row() < len(before) else last, i.column())
            for i in old
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _wanted_ids(self) -> list[Id]:
        records = [r for r in self.desk.workshop.of(self.kind).values() if self.where(r)]
        column, down = self.sorted_by or (-1, False)
        prepared = self.columns[column] if column >= 0 else None
        return ordered(self.desk.workshop, records, prepared, down=down)

    def _tell_row(self, row: int) -> None:
        self._tell_rows(row, row)

    def _tell_rows(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    # The last row

    def _draft(self, name: str, value: Any) -> bool:
        if value in (None, "", ()) and name not in self.draft:
            return False
        self.draft[name] = value
        values = {**self.defaults(), **self.draft}
        missing = [
            f.label
            for f in fields(self.kind)
            if f.required and f.name not in map(root, values) and f.name != "id"
        ]
        if missing:
            self._tell_row(len(self.ids))
            self.refused.emit(
                f"Not added yet: this {noun(self.kind)} also needs {listed(missing)}."
            )
            return True
        return self._add(values)

    def _add(self, values: dict[str, Any]) -> bool:
        id, has_waited = new_id(), len(self.draft) > 1
        self._adding = True
        try:
            is_added = self.try_step(
                lambda w: with_new(w, self.kind, id, values), f"Add {noun(self.kind)}"
            )
        finally:
            self._adding = False
        if is_added:
            self.draft = {}
            if has_waited:
                self.refused.emit("")
            self.added.emit(id)
        self._tell_row(len(self.ids))
        return is_added

    def _drafted_words(self, field: Field) -> str:
        value = self.draft[field.name]
        return value.name if isinstance(value, NewName) else shown(self.desk.workshop, field, value)

    def _read_aloud(self, row: int, column: int) -> str:
        words = self.words(row, column)
        if row == len(self.ids) and not words:  # the row in which a record is added
            words = f"blank, {self.add_label.removeprefix('+ ').lower()}"
        return f"{self.columns[column].title}: {words or 'unknown'}"
