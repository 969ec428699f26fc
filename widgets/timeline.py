# SPDX-License-Identifier: MIT
"""The timeline: every step with its time; any earlier state can be looked at and brought back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView

from widgets.dialogs import Panel, label
from widgets.holdings import holdings
from workshop.history import Step
from workshop.record import RuleError

if TYPE_CHECKING:
    from widgets.application import Concord

_VERBS = {"undo": "Undone: ", "redo": "Redone: "}
_Index = QModelIndex | QPersistentModelIndex


class TimelineModel(QAbstractListModel):
    """The log, latest first; a row is made when it comes into view."""

    def __init__(self, log: list[Step], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self._log)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        step = self._log[-1 - index.row()]
        return f"{step.at.day} {step.at:%b %H:%M:%S}   {_VERBS.get(step.how, '')}{step.label}"

    def count_at(self, index: QModelIndex) -> int:
        """Give how many steps the log had after the step of a row."""
        return len(self._log) - index.row()


class TimelinePanel(Panel):
    """Lists the steps; the chosen one's state is told in words and can be brought back."""

    def __init__(self, app: "Concord") -> None:
        super().__init__(
            app.window,
            "Timeline",
            "Every change of this workshop. Bringing back an earlier state is a new step, "
            "so nothing after it is lost.",
            width=640,
        )
        assert app.desk
        self._app, self._document = app, app.desk.document
        self.model = TimelineModel(self._document.history.log, self)
        self.list = QListView()
        self.list.setAccessibleName("Steps, latest first")
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(320)
        self.state = label("", "mute")
        self.state.setMinimumHeight(2 * self.state.fontMetrics().lineSpacing())
        self.content.addWidget(self.list, 1)
        self.content.addWidget(self.state)
        self.add_button("Close", self.reject)
        self.bring = self.add_button("Bring back this state", self.bring_back, "primary")
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()

    def bring_back(self) -> None:
        """Make the chosen state the current one."""
        count = self.model.count_at(self.list.currentIndex())
        try:
            step = self._document.bring_back(count)
        except RuleError as broken:
            self.state.setText(str(broken))
            return
        self.accept()
        self._app.say(
            f"{step.label} is done. Ctrl+Z takes it back." if step else "Nothing was different."
        )

    def _tell(self) -> None:
        index = self.list.currentIndex()
        count = self.model.count_at(index)
        try:
            words = f"Then: {holdings(self._document.history.state_at(count))}."
        except RuleError as broken:
            words = str(broken)
        self.state.setText(words)
        self.bring.setEnabled(index.row() > 0 and not self._document.read_only_because)


def show_timeline(app: "Concord") -> None:
    """Open the timeline of the open workshop."""
    if app.desk and app.desk.document.history.log:
        TimelinePanel(app).open()
