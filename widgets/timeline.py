# SPDX-License-Identifier: MIT
"""The timeline: every step with its time; any earlier state can be looked at and brought back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView

from widgets.dialogs import Panel, label
from widgets.holdings import holdings
from widgets.step_words import changed, would_change
from workshop.history import Step
from workshop.record import RuleError, fold
from workshop.storage.copies import free_name, write_copy

if TYPE_CHECKING:
    from widgets.application import Concord

_VERBS = {"undo": "Undone: ", "redo": "Redone: "}
_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_Index = QModelIndex | QPersistentModelIndex


class TimelineModel(QAbstractListModel):
    """The log, latest first, or the steps in it that are looked for; a row is made when it is seen."""

    def __init__(self, log: list[Step], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._counts: list[int] = []
        self.look_for("")

    def look_for(self, text: str) -> None:
        """Show the steps whose words hold all of these."""
        wanted = fold(text).split()
        self.beginResetModel()
        self._counts = [
            count
            for count in range(len(self._log), 0, -1)
            if not wanted or all(word in fold(self._words(count)) for word in wanted)
        ]
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self._counts)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._words(self._counts[index.row()]) if role in _SHOWN else None

    def count_at(self, index: QModelIndex) -> int:
        """Give how many steps the log had after the step of a row; 0 without a row."""
        return self._counts[index.row()] if index.isValid() else 0

    def _words(self, count: int) -> str:
        step = self._log[count - 1]
        return f"{step.at.day} {step.at:%b %H:%M:%S}   {_VERBS.get(step.how, '')}{step.label}"


_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class TimelinePanel(Panel):
    """Lists the steps; the chosen one and its state are told in words, and can be brought back."""

    def __init__(self, app: "Concord") -> None:
        super().__init__(
            app.window,
            "Timeline",
            "Every change of this workshop. Bringing back an earlier state is a new step, "
            "so nothing after it is lost.",
            width=760,
        )
        assert app.desk
        self._app, self._document = app, app.desk.document
        self.model = TimelineModel(self._document.history.log, self)
        self.search = QLineEdit()
        self.search.setAccessibleName("Find in the timeline")
        self.search.setPlaceholderText("Find in the timeline: a word, a day or an hour")
        self.search.textChanged.connect(self._look_for)
        self.search.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName("Steps, latest first")
        self.list.ensurePolished()  # rows are measured once, and must be as high as they are painted
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(320)
        self.step, self.state = label(""), label("", "mute")
        for words, lines in ((self.step, 2), (self.state, 2)):
            words.setMinimumHeight(lines * words.fontMetrics().lineSpacing())
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.content.addWidget(self.search)
        self.content.addWidget(self.list, 1)
        self.content.addWidget(self.step)
        self.content.addWidget(self.state)
        self.add_button("Close", self.reject)
        self.copy = self.add_button("Open it as a copy", self.open_copy)
        self.bring = self.add_button("Bring back this state", self.bring_back, "primary")
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self._choose_first()
        self.list.setFocus()

    @property
    def count(self) -> int:
        """How many steps the log had after the chosen one; 0 if none is chosen."""
        return self.model.count_at(self.list.currentIndex())

    def bring_back(self) -> None:
        """Make the chosen state the current one."""
        try:
            step = self._document.bring_back(self.count)
        except RuleError as broken:
            self.state.setText(str(broken))
            return
        self.accept()
        self._app.say(
            f"{step.label} is done. Ctrl+Z takes it back." if step else "Nothing was different."
        )

    def open_copy(self) -> None:
        """Write the chosen state into a file of its own beside this one, and open that."""
        assert self._app.file
        at = self._document.history.log[self.count - 1].at
        try:
            state = self._document.history.state_at(self.count)
            with free_name(self._app.file.path, f"as of {at:%Y-%m-%d %H-%M}") as path:
                write_copy(state, None, path, f"Look at {at.day} {at:%B %H:%M}")
        except RuleError as broken:
            self.state.setText(str(broken))
            return
        self.accept()
        if self._app.open_path(path):
            self._app.say(f"The earlier state is now open as {path.name}; the file is as it was.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is self.search and pressed and event.key() in _TO_LIST:  # type: ignore[attr-defined]  # it is a key event
            self.list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _look_for(self, text: str) -> None:
        self.model.look_for(text)
        self._choose_first()

    def _choose_first(self) -> None:
        self.list.setCurrentIndex(self.model.index(0))
        self._tell()

    def _tell(self) -> None:
        count, history = self.count, self._document.history
        self.copy.setEnabled(count > 0)
        self.bring.setEnabled(0 < count < len(history.log) and not self._document.read_only_because)
        if not count:
            self.step.setText("No step says that.")
            self.state.setText("")
            return
        try:
            before, then = history.state_at(count - 1), history.state_at(count)
            self.step.setText(changed(history.log[count - 1], before, then))
            self.state.setText(
                f"Then: {holdings(then)}. {would_change(self._document.workshop, then)}"
            )
        except RuleError as broken:
            self.step.setText(str(broken))
            self.state.setText("")


def show_timeline(app: "Concord") -> None:
    """Open the timeline of the open workshop."""
    if app.desk and app.desk.document.history.log:
        TimelinePanel(app).open()
