# SPDX-License-Identifier: MIT
"""Which editor a field gets, in forms and in table cells alike."""

from typing import Any, Protocol, cast

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QFontMetrics, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QWidget

from widgets.desk import Desk
from widgets.forms.level_dots import LevelEditor
from widgets.forms.line_editor import LineEditor
from widgets.forms.references_editor import ReferencesEditor
from widgets.forms.values import is_level, read
from workshop.record import Field

_LINES = (2, 8)
"""How many lines a long text shows at least and at most."""


class FieldEditor(Protocol):
    """What every editor can do; it is also a QWidget."""

    edited: SignalInstance

    def show_value(self, value: Any) -> None:
        """Show a value without saying that it was edited."""

    def value(self) -> Any:
        """Give the value that is entered; RuleError if it means nothing yet."""


def make_editor(desk: Desk, field: Field, parent: QWidget | None = None) -> QWidget:
    """Make the editor for a field; it has the methods of `FieldEditor`."""
    made: QWidget
    if is_level(field):
        made = LevelEditor(desk, field, parent)
    elif field.kind == "long":
        made = LongEditor(desk, field, parent)
    elif field.kind == "choice":
        made = ChoiceEditor(desk, field, parent)
    elif field.kind == "flag":
        made = FlagEditor(desk, field, parent)
    elif field.kind == "reference":
        from widgets.forms.reference_editor import ReferenceEditor

        made = ReferenceEditor(desk, field, parent)
    elif field.kind == "references":
        made = ReferencesEditor(desk, field, parent)
    else:
        made = LineEditor(desk, field, parent)
    made.setAccessibleName(field.label)
    made.setToolTip(field.hint)
    made.setProperty("bound", True)
    return made


def as_editor(widget: QWidget) -> FieldEditor:
    """Give the widget as the editor that it is."""
    return cast("FieldEditor", widget)


class LongEditor(QPlainTextEdit):
    """Takes text of several lines, and grows with it."""

    edited = Signal()

    def __init__(self, desk: Desk, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.field = desk, field
        self._is_showing = False
        self.grows = True
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._changed)
        self._grow()

    def show_value(self, value: Any) -> None:
        """Show a text unless it is there already; the cursor stays where it was."""
        if self.value() == value:
            return
        self._is_showing = True
        place = self.textCursor().position()
        self.setPlainText(value or "")
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(value or "")) if self.hasFocus() else 0)
        self.setTextCursor(cursor)
        self._is_showing = False

    def value(self) -> Any:
        """Give the text without the space around it."""
        return read(self.desk.workshop, self.field, self.toPlainText())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def _changed(self) -> None:
        self._grow()
        if not self._is_showing:
            self.edited.emit()

    def _grow(self) -> None:
        if not self.grows:
            return
        lines = max(_LINES[0], min(_LINES[1], round(self.document().size().height())))
        self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * lines + 20)


class ChoiceEditor(QComboBox):
    """Chooses one of the words of a field; a first letter finds it."""

    edited = Signal()

    def __init__(self, desk: Desk, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.field = desk, field
        if field.optional:
            self.addItem("–", None)
        for value, label in field.choices:
            self.addItem(label, value)
        self.setMaxVisibleItems(12)
        self.activated.connect(lambda _index: self.edited.emit())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def show_value(self, value: Any) -> None:
        """Show the words of a choice."""
        self.setCurrentIndex(self.findData(value))

    def value(self) -> Any:
        """Give what is chosen."""
        return self.currentData()

    def showPopup(self) -> None:
        """Open the list as wide as its words, also where a cell is narrow."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling never changes an answer."""
        event.ignore()


class FlagEditor(QCheckBox):
    """Says yes or no."""

    edited = Signal()

    def __init__(self, desk: Desk, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field.label, parent)
        self.desk, self.field = desk, field
        self.clicked.connect(lambda: self.edited.emit())

    def show_value(self, value: Any) -> None:
        """Show yes or no."""
        self.setChecked(bool(value))

    def value(self) -> Any:
        """Give yes or no."""
        return self.isChecked()
