# SPDX-License-Identifier: MIT
"""One field of a form: its label and hint above, the editor, and a sentence when it is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.elided_label import ElidedLabel
from widgets.forms.editors import FlagEditor, as_editor, make_editor
from widgets.forms.level_dots import LevelEditor
from widgets.icons import pixmap
from workshop.record import Field

_PRIVATE = "Only on this screen"


class FieldBox(QWidget):
    """A labeled editor with room for a sentence."""

    def __init__(self, desk: Desk, field: Field) -> None:
        super().__init__()
        self.desk, self.field = desk, field
        self.widget = make_editor(desk, field, self)
        self.editor = as_editor(self.widget)
        self._wrong: QLabel | None = None
        self._arrange()

    @property
    def sentence(self) -> str:
        """What is said to be wrong, or nothing."""
        return self._wrong.text() if self._wrong and not self._wrong.isHidden() else ""

    def say(self, sentence: str) -> None:
        """Say what is wrong below the editor, or nothing."""
        if self._wrong is None and sentence:
            self._wrong = _plain_label("error")
            self._layout.insertWidget(self._layout.count() - 1, self._wrong)
        if self._wrong is not None:
            self._wrong.setText(sentence)
            self._wrong.setVisible(bool(sentence))
        is_bad = bool(sentence)
        if bool(self.widget.property("bad")) != is_bad:
            self.widget.setProperty("bad", is_bad)
            self.widget.style().unpolish(self.widget)
            self.widget.style().polish(self.widget)
        self.widget.setAccessibleDescription(sentence or self.field.hint)

    def _arrange(self) -> None:
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._heading())
        if isinstance(self.widget, LevelEditor | FlagEditor):
            layout.addWidget(self.widget, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            layout.addWidget(self.widget)
        layout.addStretch(1)

    def _heading(self) -> QHBoxLayout:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        if self.field.kind != "flag":
            label = _plain_label("caption")
            label.setWordWrap(False)
            label.setText(self.field.label)
            label.setBuddy(self.widget)
            heading.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        if self.field.private:
            heading.addWidget(_Lock(self.desk), 0, Qt.AlignmentFlag.AlignTop)
        hint = _PRIVATE if self.field.private else self.field.hint
        heading.addWidget(ElidedLabel(hint), 1)
        return heading


class _Lock(QLabel):
    """The picture of a lock, as tall as the letters beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        desk.theme_changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        side = self.fontMetrics().ascent()
        self.setPixmap(pixmap("lock", self._desk.theme.mute, side, self.devicePixelRatioF()))


def _plain_label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
