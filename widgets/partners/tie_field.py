# SPDX-License-Identifier: MIT
"""Two names to tie, for those who would rather choose than draw a line from a rim."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from widgets.desk import Desk
from widgets.reading.aloud import name_box
from workshop.ids import Id
from workshop.prepare.records import Organization


class TieField(QWidget):
    """Asks which two organizations to tie; relation and strength are edited once the tie is there."""

    tie_asked = Signal(str, str)
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.ends = (QComboBox(), QComboBox())
        title = QLabel("Tie two organizations")
        title.setProperty("role", "finding")
        form = QFormLayout()
        for words, box in zip(("From", "To"), self.ends, strict=True):
            name_box(box, f"{words}, of the new tie")
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            form.addRow(words, box)
        add, done = QPushButton("Add tie"), QPushButton("Cancel")
        add.setProperty("role", "primary")
        done.setProperty("role", "quiet")
        add.clicked.connect(self._ask)
        done.clicked.connect(self.closed)
        buttons = QHBoxLayout()
        buttons.addWidget(add)
        buttons.addWidget(done)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(title)
        layout.addLayout(form)
        layout.addLayout(buttons)

    def begin(self, source: Id = "") -> None:
        """Offer all names, with one already chosen to begin from."""
        organizations = sorted(
            self._desk.workshop.all(Organization), key=lambda each: each.name.casefold()
        )
        for box in self.ends:
            box.clear()
            for each in organizations:
                box.addItem(each.name, each.id)
        first, second = self.ends
        first.setCurrentIndex(max(first.findData(source), 0))
        second.setCurrentIndex(1 if first.currentIndex() == 0 and second.count() > 1 else 0)
        self.show()
        (second if source else first).setFocus()

    def _ask(self) -> None:
        source, target = (str(box.currentData() or "") for box in self.ends)
        if source and target and source != target:
            self.hide()
            self.tie_asked.emit(source, target)
        else:
            self._desk.said.emit("Choose two different organizations.")
