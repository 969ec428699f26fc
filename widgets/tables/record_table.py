# SPDX-License-Identifier: MIT
"""The table of records of one kind: edit, add, remove, sort, copy and paste, all by keyboard too."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.icons import icon
from widgets.tables import clipboard
from widgets.tables.columns import Column, prepare
from widgets.tables.empty_page import empty_page
from widgets.tables.paste import Place, paste, summary
from widgets.tables.record_model import RecordModel
from widgets.tables.record_view import RecordView
from workshop import edits
from workshop.history import Step
from workshop.ids import Id
from workshop.record import Record, noun

__all__ = ["Column", "RecordTable"]

_SHOWN_PROBLEMS = 6
_VERBS = (
    ("edit", "Edit cell", "F2", "pencil"),
    ("copy", "Copy", "Ctrl+C", "copy"),
    ("copy_rows", "Copy rows with headers", "Ctrl+Shift+C", "copy"),
    ("paste", "Paste", "Ctrl+V", "clipboard-paste"),
    ("fill_down", "Fill down", "Ctrl+D", ""),
    ("select_all", "Select all", "Ctrl+A", ""),
    ("sort_up", "Sort ascending", "Alt+Up", "chevron-up"),
    ("sort_down", "Sort descending", "Alt+Down", "chevron-down"),
    ("sort_none", "Order as added", "Alt+Left", ""),
    ("remove", "Remove rows", "Del", "trash-2"),
)


class RecordTable(QWidget):
    """A list of records that is edited in place."""

    selected = Signal(str)
    """The current row changed; the id of its record, "" on the last row or without rows."""
    added = Signal(str)
    """A record with this id was added by typing."""
    model_type: type[RecordModel] = RecordModel
    """The model of the rows; a table with rows of its own making brings another."""

    def __init__(
        self,
        desk: Desk,
        kind: type[Record],
        columns: Sequence[Column | str] | None = None,
        *,
        where: Callable[[Any], bool] | None = None,
        defaults: Callable[[], dict[str, Any]] = dict,
        empty: str = "",
        add_label: str = "",
    ) -> None:
        super().__init__()
        self.desk, self.kind = desk, kind
        add_label = add_label or f"Add {noun(kind)}"
        shown = prepare(kind, columns)
        self.model = self.model_type(desk, kind, shown, where, defaults, f"+ {add_label}", self)
        self.view = RecordView(self.model, self)
        self.name(noun(kind, 2).capitalize())
        self.problems = QLabel()
        self._button = QPushButton(add_label)
        self._stack = QStackedWidget()
        self.actions_by_key = {key: self._verb(key, *rest) for key, *rest in _VERBS}
        self._arrange(empty or f"No {noun(kind, 2)} yet.")
        self._connect()
        self._show_emptiness()

    # For the page around it

    @property
    def current_id(self) -> Id:
        """The id of the record in the current row, or ""."""
        row = self.view.currentIndex().row()
        return self.model.ids[row] if 0 <= row < len(self.model.ids) else ""

    def selected_ids(self) -> list[Id]:
        """Give the ids of the selected records, from the top."""
        return [self.model.ids[row] for row in self.view.selected_rows()]

    def name(self, words: str) -> None:
        """Say to those who hear the table what it holds."""
        self.setAccessibleName(words)
        self.view.setAccessibleName(f"{words}, a table")

    def select(self, id: Id) -> None:
        """Bring a record into view and select it."""
        row = self.model.row_of(id)
        if row >= 0:
            self.view.go_to(row, max(0, self.view.currentIndex().column()))

    def start_adding(self) -> None:
        """Put the cursor into the last row, where what it shows is not known yet."""
        self._stack.setCurrentWidget(self.view)
        known, columns = self.model.defaults(), enumerate(self.model.columns)
        open_ones = (n for n, each in columns if each.field and each.field.name not in known)
        self.view.go_to(len(self.model.ids), next(open_ones, 0))
        self.view.open_cell(self.view.currentIndex())

    def refresh(self) -> None:
        """Look again at which records belong here."""
        self.model.refresh()
        self._show_emptiness()

    # Verbs

    def edit(self) -> None:
        """Edit the current cell."""
        self.view.open_cell(self.view.currentIndex())

    def remove(self) -> None:
        """Remove the selected records and what cannot be without them, in one step."""
        ids = self.selected_ids()
        if not ids:
            return
        row = self.view.selected_rows()[0]
        count = f"{len(ids)} " if len(ids) > 1 else ""
        label = f"Remove {count}{noun(self.kind, len(ids))}"
        if self.model.try_step(lambda w: edits.remove(w, self.kind, ids), label):
            self.view.go_to(
                min(row, len(self.model.ids)), max(0, self.view.currentIndex().column())
            )

    def copy(self) -> None:
        """Copy the selected rows, or the current cell if it is one row."""
        rows, index = self.view.selected_rows(), self.view.currentIndex()
        if len(rows) > 1:
            self._put(self._cells(rows))
        elif index.isValid() and self.model.record(index.row()) is not None:
            self._put([[self._cells([index.row()])[0][index.column()]]])

    def copy_rows(self) -> None:
        """Copy the selected rows under their headers."""
        headers = [prepared.title for prepared in self.model.columns]
        self._put([headers, *self._cells(self.view.selected_rows())])

    def paste(self) -> None:
        """Put the cells of the clipboard in from the current cell on, in one step."""
        block = clipboard.to_rows(QGuiApplication.clipboard().text())
        if not block:
            return
        workshop, place = self.desk.workshop, self._place(block)
        pasted = paste(workshop, self.kind, self.model.columns, self._filled(block), place)
        before = {kind: len(workshop.of(kind)) for kind in workshop.kinds()}
        if self.model.try_step(lambda _workshop: pasted.workshop, f"Paste {noun(self.kind, 2)}"):
            self.desk.said.emit(summary(pasted, self.kind, before))
            self._say_problems(pasted.problems)

    def fill_down(self) -> None:
        """Give all selected rows the value of the topmost one in the current column."""
        rows, column = self.view.selected_rows(), self.view.currentIndex().column()
        field = self.model.columns[column].field
        if len(rows) < 2 or field is None:
            return
        value = self.model.value(rows[0], column)
        values = [(self.model.ids[row], {field.name: value}) for row in rows[1:]]
        self.model.change(values, f"Fill down {field.label.lower()}")

    def select_all(self) -> None:
        """Select all rows."""
        self.view.selectAll()

    def sort_up(self) -> None:
        """Sort by the current column, smallest first."""
        self._sort(self.view.currentIndex().column(), Qt.SortOrder.AscendingOrder)

    def sort_down(self) -> None:
        """Sort by the current column, largest first."""
        self._sort(self.view.currentIndex().column(), Qt.SortOrder.DescendingOrder)

    def sort_none(self) -> None:
        """Show the records in the order in which they were added."""
        self._sort(-1, Qt.SortOrder.AscendingOrder)

    # Inside

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the verbs of the table by their keys, also while it is still empty."""
        for action in self.actions_by_key.values():
            if QKeySequence(event.keyCombination()) == action.shortcut():
                action.trigger()
                return
        super().keyPressEvent(event)

    def _cells(self, rows: Iterable[int]) -> list[list[str]]:
        records = [self.model.record(row) for row in rows]
        return [
            [prepared.copied(self.desk.workshop, record) for prepared in self.model.columns]
            for record in records
            if record is not None
        ]

    def _put(self, rows: Sequence[Sequence[str]]) -> None:
        text = clipboard.to_text(rows)
        QGuiApplication.clipboard().setText(text.rstrip("\n") if len(rows) == 1 else text)

    def _place(self, block: Sequence[Sequence[str]]) -> Place:
        index = self.view.currentIndex()
        rows = self.view.selected_rows()
        column = max(0, index.column())
        if len(block) == 1 and len(block[0]) == 1 and len(rows) > 1:
            return Place([self.model.ids[row] for row in rows], column, self.model.defaults)
        start = index.row() if index.isValid() else len(self.model.ids)
        ids = self.model.ids
        return Place(ids[min([start, *rows]) :], column, self.model.defaults, ids)

    def _filled(self, block: list[list[str]]) -> list[list[str]]:
        """Repeat a single cell for each selected row."""
        rows = self.view.selected_rows()
        is_one_cell = len(block) == 1 and len(block[0]) == 1
        return block * len(rows) if is_one_cell and len(rows) > 1 else block

    def _say_problems(self, problems: Sequence[str]) -> None:
        lines = list(problems[:_SHOWN_PROBLEMS])
        if len(problems) > _SHOWN_PROBLEMS:
            lines.append(f"And {len(problems) - _SHOWN_PROBLEMS} more cells were left out.")
        self.problems.setText("\n".join(lines))
        self.problems.setVisible(bool(lines))

    def _say_what_went(self, step: Step) -> None:
        gone = sum(c.kind is self.kind and c.after is None for c in step.changes)
        if step.how != "do":
            self._say_problems(())  # they were about what has just been taken back
        if gone and step.how == "do" and step.label.startswith("Remove"):
            also = edits.what_went(step.changes, self.kind)
            words = f"Removed {gone} {noun(self.kind, gone)}. {also} Ctrl+Z brings it back."
            self.desk.said.emit(" ".join(words.split()))

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.model.sort(column, order)
        header = self.view.horizontalHeader()
        header.setSortIndicatorShown(column >= 0)
        header.setSortIndicator(column, order)

    def _sort_by_click(self, column: int) -> None:
        by, down = self.model.sorted_by or (-1, False)
        if by != column:
            self._sort(column, Qt.SortOrder.AscendingOrder)
        elif not down:
            self._sort(column, Qt.SortOrder.DescendingOrder)
        else:
            self.sort_none()

    def _verb(self, key: str, words: str, shortcut: str, picture: str) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if picture:
            action.setIcon(icon(picture, self.desk.theme.mute))
        action.triggered.connect(lambda: getattr(self, key)())
        self.view.addAction(action)
        return action

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self.actions_by_key.values()))
        menu.popup(self.view.viewport().mapToGlobal(place))

    def _show_emptiness(self) -> None:
        is_adding = self._stack.currentWidget() is self.view and self.view.hasFocus()
        if self.model.ids or self.model.draft or is_adding:
            self._stack.setCurrentWidget(self.view)
        else:
            self._stack.setCurrentIndex(1)

    def _connect(self) -> None:
        self._button.clicked.connect(self.start_adding)
        self.model.refused.connect(self.desk.said)
        self.model.added.connect(self.added)
        self.model.rowsInserted.connect(self._show_emptiness)
        self.model.rowsRemoved.connect(self._show_emptiness)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.horizontalHeader().sectionClicked.connect(self._sort_by_click)
        self.view.selectionModel().currentRowChanged.connect(
            lambda *_: self.selected.emit(self.current_id)
        )
        self.desk.changed.connect(self._say_what_went)
        self.desk.theme_changed.connect(self._paint_button)

    def _arrange(self, empty: str) -> None:
        self._button.setProperty("role", "primary")
        self._paint_button()
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty_page(empty, self._button))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that a list can be pasted there
        self.problems.setProperty("role", "error")
        self.problems.setTextFormat(Qt.TextFormat.PlainText)
        self.problems.setWordWrap(True)
        self.problems.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.problems)
        self.setMinimumHeight(self.fontMetrics().height() * 10)

    def _paint_button(self) -> None:
        self._button.setIcon(icon("plus", self.desk.theme.on_accent))
