# SPDX-License-Identifier: MIT
"""How a cell looks and how it is edited: dots, check marks, and the editors that forms use too."""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from widgets.forms.editors import ChoiceEditor, LongEditor, as_editor, make_editor
from widgets.forms.level_dots import level_at, paint_dots
from widgets.forms.line_editor import LineEditor
from widgets.forms.references_editor import ReferencesEditor
from widgets.icons import icon
from widgets.tables.record_model import RecordModel
from workshop.record import RuleError

Index = QModelIndex | QPersistentModelIndex
_PAD = 8
_LONG_WIDTH, _LONG_HEIGHT = 360, 120
_UNBOUNDED = 16_777_215  # QWIDGETSIZE_MAX


class RecordDelegate(QStyledItemDelegate):
    """Paints and edits the cells of a `RecordModel`."""

    moved = Signal(int, int)
    """An edit ended and the next cell is meant: so many columns and rows on."""

    def __init__(self, model: RecordModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self.replaces = False
        """Whether the editor about to open was called by typing over the cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        is_current = bool(cell.state & QStyle.StateFlag.State_HasFocus)
        cell.state &= ~QStyle.StateFlag.State_HasFocus
        prepared = self._model.columns[index.column()]
        record = self._model.record(index.row())
        is_drawn = prepared.is_level or prepared.is_flag
        if record is not None and is_drawn:
            cell.text = ""
        if record is None:
            self._fade(cell)
        style = cell.widget.style() if cell.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        if record is not None and is_drawn:
            self._draw_value(
                painter, cell.rect, index, prepared.value(self._model.desk.workshop, record)
            )
        if is_current:
            self._ring(painter, cell.rect)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Say in a narrow last row only that something can be added, not half a word of what."""
        super().initStyleOption(option, index)
        is_last = self._model.record(index.row()) is None
        room = option.rect.width() - 2 * _PAD
        if is_last and option.fontMetrics.horizontalAdvance(option.text) > room:
            option.text = " ".join(option.text.split()[:2])

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        prepared = self._model.columns[index.column()]
        if prepared.field is None or prepared.is_level or prepared.is_flag:
            return None  # type: ignore[return-value]  # Qt takes it as: no editor
        editor = make_editor(self._model.desk, prepared.field, parent)
        editor.setProperty("cell", True)
        if isinstance(editor, LongEditor):
            editor.grows = False
            editor.setMinimumHeight(0)
            editor.setMaximumHeight(_UNBOUNDED)
        elif isinstance(editor, LineEditor):
            editor.in_cell = True
            editor.left.connect(lambda forward: self.finish(editor, 1 if forward else -1, 0))
            editor.returnPressed.connect(
                lambda: QTimer.singleShot(0, editor, lambda: self.finish(editor, 0, 1))
            )
        elif isinstance(editor, ChoiceEditor):
            editor.edited.connect(lambda: QTimer.singleShot(0, editor, lambda: self.finish(editor)))
            QTimer.singleShot(0, editor, editor.showPopup)
        elif isinstance(editor, ReferencesEditor):
            editor.closed.connect(lambda: QTimer.singleShot(0, editor, lambda: self.finish(editor)))
            QTimer.singleShot(0, editor, editor.open_list)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = self._model.value(index.row(), index.column())
        as_editor(editor).show_value(() if value is None and _is_list(editor) else value)
        if isinstance(editor, LongEditor):
            if self.replaces:
                editor.selectAll()
            else:
                editor.moveCursor(QTextCursor.MoveOperation.End)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        try:
            value: Any = as_editor(editor).value()
        except RuleError as wrong:
            self._model.refused.emit(f"{wrong} The cell keeps what it had.")
            return
        model.setData(index, value)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        place = QRect(option.rect)
        if isinstance(editor, LongEditor):
            room = self._view.viewport().rect()
            place.setWidth(min(max(place.width(), _LONG_WIDTH), room.width()))
            place.setHeight(min(max(place.height(), _LONG_HEIGHT), room.height()))
            place.moveLeft(max(0, min(place.left(), room.right() - place.width())))
            place.moveTop(max(0, min(place.top(), room.bottom() - place.height())))
        editor.setGeometry(place)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Let a click set a dot or a check mark at once."""
        prepared = self._model.columns[index.column()]
        record = self._model.record(index.row())
        if not isinstance(event, QMouseEvent) or record is None:
            return False
        if event.type() != QEvent.Type.MouseButtonRelease:
            return False
        workshop = self._model.desk.workshop
        value, rect = prepared.value(workshop, record), option.rect
        if prepared.is_flag:
            return model.setData(index, not value)
        if prepared.is_level and prepared.field is not None:
            metrics = QFontMetricsF(option.font)
            x = event.position().x() - rect.left() - _PAD
            return model.setData(index, level_at(x, metrics, value, prepared.field))
        return False

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """End an edit with Tab or Enter and go on to the next cell."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and isinstance(editor, QWidget):
                if isinstance(editor, LineEditor):
                    editor.complete()
                self.finish(editor, 1 if key == Qt.Key.Key_Tab else -1, 0)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(editor, QWidget):
                if isinstance(editor, LongEditor) and event.modifiers():
                    return False
                self.finish(editor, 0, 1)
                return True
        return bool(super().eventFilter(editor, event))

    def finish(self, editor: QWidget, columns: int = 0, rows: int = 0) -> None:
        """Keep what an editor holds, close it, and go on."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.moved.emit(columns, rows)

    def _fade(self, cell: QStyleOptionViewItem) -> None:
        mute = QColor(self._model.desk.theme.mute)
        for role in (cell.palette.ColorRole.Text, cell.palette.ColorRole.HighlightedText):
            cell.palette.setColor(role, mute)

    def _draw_value(self, painter: QPainter, rect: QRect, index: Index, value: Any) -> None:
        prepared, theme = self._model.columns[index.column()], self._model.desk.theme
        place = QRectF(rect).adjusted(_PAD, 0, 0, 0)
        if prepared.is_level and prepared.field is not None:
            paint_dots(painter, place, value, prepared.field, theme)
        elif value:
            side = round(QFontMetricsF(painter.font()).height())
            mark = QRect(rect.left() + _PAD, rect.center().y() - side // 2, side, side)
            icon("check", theme.accent).paint(painter, mark)

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._model.desk.theme.accent), 2))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1.5), 4, 4)
        painter.restore()


def _is_list(editor: QWidget) -> bool:
    return isinstance(editor, ReferencesEditor)
