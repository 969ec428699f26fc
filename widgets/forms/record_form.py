# SPDX-License-Identifier: MIT
"""The form of one record, made from the fields of its kind; every keystroke is kept at once."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.forms.field_box import FieldBox
from widgets.forms.naming import NewName, fulfilled
from widgets.icons import icon
from workshop import edits
from workshop.document import Edit
from workshop.history import Step
from workshop.ids import Id
from workshop.record import Field, Record, RuleError, fields, noun
from workshop.record import field as field_of
from workshop.state import Workshop

SHOWN_AT_ONCE = 6
"""How many fields stand open; optional ones beyond fold under "More"."""
_COLUMN_LETTERS = 34
"""The least width of one of two columns, in letters of middle width."""


class RecordForm(QWidget):
    """Edits one record of a kind; without one it says what to do."""

    def __init__(
        self, desk: Desk, kind: type[Record], names: Sequence[str] | None = None, nothing: str = ""
    ) -> None:
        super().__init__()
        self.desk, self.kind = desk, kind
        self.id: Id | None = None
        self._record: Record | None = None
        self._columns = 0
        self._nothing = QLabel(nothing or f"Choose a row to see the whole {noun(kind)}.")
        self._nothing.setProperty("role", "mute")
        self._nothing.setWordWrap(True)
        shown = [f for f in fields(kind) if not f.hidden and (names is None or f.name in names)]
        if names is not None:
            shown.sort(key=lambda field: list(names).index(field.name))
        open_, folded = _folded(shown)
        self.boxes = {name: self._box(name) for name in open_}
        self._open, self._open_grid = _grid_of(self)
        self._folded, self._folded_grid = _grid_of(self)
        self._groups = ((self._open_grid, open_), (self._folded_grid, folded))
        self._more = QPushButton()
        self._arrange()
        desk.changed.connect(self._follow)
        self.show_record(None)

    def show_record(self, id: Id | None) -> None:
        """Show the record with this id, or none."""
        self.desk.document.end_merge()
        self.id = id if id in self.desk.workshop.of(self.kind) else None
        self._record = None
        record = self.desk.workshop.of(self.kind).get(self.id) if self.id else None
        if record is not None:
            self._show(record)
        self._nothing.setVisible(self.id is None)
        self._open.setVisible(self.id is not None)
        self._fold(self._more.isChecked())

    def box(self, name: str) -> FieldBox:
        """Give the box of a field, also of one that is folded away."""
        if name not in self.boxes:
            self._make_folded()
        return self.boxes[name]

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field."""
        if name in self._groups[1][1]:
            self._more.setChecked(True)
        self.box(name).widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make the next typing a step of its own when the focus moves."""
        if isinstance(event, QFocusEvent) and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.desk.document.end_merge()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _box(self, name: str) -> FieldBox:
        box = FieldBox(self.desk, field_of(self.kind, name))
        box.editor.edited.connect(lambda: self._keep(box))
        box.widget.installEventFilter(self)
        return box

    def _keep(self, box: FieldBox) -> None:
        if self.id is None:
            return
        try:
            edit = self._edit(self.id, box)
            name, label = box.field.name, f"Change {box.field.label.lower()}"
            if edit is not None:
                self.desk.document.apply(edit, label, (self.kind, self.id, name))
        except RuleError as broken:
            box.say(str(broken))

    def _edit(self, id: Id, box: FieldBox) -> Edit | None:
        """Give the edit for what a field holds now, or say what stands in its way."""
        value = box.editor.value()
        if isinstance(value, NewName) and not getattr(box.editor, "confirmed", True):
            box.say(f"There is no {noun(value.kind)} “{value.name}” yet. Press Enter to add it.")
            return None
        box.say("")
        return partial(_set, kind=self.kind, id=id, name=box.field.name, value=value)

    def _follow(self, step: Step) -> None:
        if self.id is None:
            return
        record = self.desk.workshop.of(self.kind).get(self.id)
        if record is None:
            self.show_record(None)
        else:
            self._show(record)

    def _show(self, record: Record) -> None:
        """Show what differs from what was shown before; a text that is not finished stays."""
        before, self._record = self._record, record
        for name, box in self.boxes.items():
            is_other = before is None or before.id != record.id
            if is_other or getattr(before, name) != getattr(record, name):
                box.editor.show_value(getattr(record, name))
                box.say("")
            elif box.field.to and not box.widget.hasFocus():
                box.editor.show_value(getattr(record, name))
        self._name_more()

    def _arrange(self) -> None:
        self._more.setProperty("role", "quiet")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._fold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._nothing)
        layout.addWidget(self._open)
        self._place()  # first, as Tab goes through the form in the order in which it is made
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._folded)
        layout.addStretch(1)

    def _place(self) -> None:
        """Put the fields into one column or two, as the width allows; long ones take the row."""
        least = self.fontMetrics().averageCharWidth() * _COLUMN_LETTERS
        columns = 2 if self.width() >= 2 * least else 1
        if columns == self._columns:
            return
        self._columns = columns
        for grid, names in self._groups:
            for name, row, column, span in _places(self.kind, names, columns):
                if name in self.boxes:
                    grid.addWidget(self.boxes[name], row, column, 1, span)

    def _make_folded(self) -> None:
        """Make the boxes that are folded away, when they are first wanted."""
        made = {name: self._box(name) for name in self._groups[1][1]}
        self.boxes |= made
        self._columns = 0
        self._place()
        before: QWidget = self._more
        for name, box in made.items():
            QWidget.setTabOrder(before, box.widget)
            before = box.widget
            if self._record is not None:
                box.editor.show_value(getattr(self._record, name))

    def _fold(self, is_open: bool) -> None:
        folded = self._groups[1][1]
        if is_open and folded and folded[0] not in self.boxes:
            self._make_folded()
        self._more.setVisible(self.id is not None and bool(folded))
        self._folded.setVisible(self.id is not None and bool(folded) and is_open)
        self._name_more()

    def _name_more(self) -> None:
        folded = self._groups[1][1]
        filled = sum(bool(getattr(self._record, name)) for name in folded) if self._record else 0
        words = "Less" if self._more.isChecked() else "More"
        self._more.setText(f"{words} ({filled} of {len(folded)} filled)" if filled else words)
        name = "chevron-up" if self._more.isChecked() else "chevron-down"
        self._more.setIcon(icon(name, self.desk.theme.accent))


def _set(workshop: Workshop, *, kind: type[Record], id: Id, name: str, value: Any) -> Workshop:
    workshop, values = fulfilled(workshop, {name: value})
    return edits.change_many(workshop, kind, [(id, values)])


def _folded(shown: Sequence[Field]) -> tuple[list[str], list[str]]:
    """Tell the fields that stand open from those that fold: private ones, and optional late ones."""
    open_: list[str] = []
    folded: list[str] = []
    for field in shown:
        is_open = field.required or (not field.private and len(open_) < SHOWN_AT_ONCE)
        (open_ if is_open else folded).append(field.name)
    return open_, folded


def _places(
    kind: type[Record], names: Sequence[str], columns: int
) -> Iterator[tuple[str, int, int, int]]:
    """Give name, row, column and span of each field."""
    row = column = 0
    for name in names:
        is_wide = columns == 1 or _is_wide(field_of(kind, name))
        if is_wide and column:
            row, column = row + 1, 0
        yield name, row, column, columns if is_wide else 1
        column = 0 if is_wide else (column + 1) % columns
        row += column == 0


def _is_wide(field: Field) -> bool:
    is_name = field.kind == "text" and field.required and not field.suggest
    return is_name or field.kind in ("long", "references")


def _grid_of(parent: QWidget) -> tuple[QWidget, QGridLayout]:
    holder = QWidget(parent)
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(16)
    return holder, grid
