# SPDX-License-Identifier: MIT
"""The page of the workshop itself: what it is called, where, when, and what it must achieve."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from widgets.cards import Card
from widgets.desk import Desk
from widgets.forms.record_form import RecordForm
from widgets.pages import Exposure
from workshop.history import Step
from workshop.prepare.edits import set_details
from workshop.prepare.records import DETAILS_ID, Details

FIELDS = (
    "title", "purpose", "starts", "ends", "horizon", "place", "facilitator", "private_note",
)  # fmt: skip


class WorkshopPage(QWidget):
    """One card with the details; a file without them offers to begin."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.card = Card("About this workshop")
        self.form = RecordForm(desk, Details, FIELDS, "Nothing is known of this workshop yet.")
        self.begin = QPushButton("Give it a title")
        self.begin.setProperty("role", "primary")
        self.begin.clicked.connect(self._begin)
        self.card.add(self.form)
        self.card.content.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card)
        layout.addStretch(1)
        desk.changed.connect(self._follow)
        self._show()

    def exposure(self) -> Exposure:
        """Welcome the room with the title and the purpose."""
        return Exposure("welcome")

    def _begin(self) -> None:
        edit = partial(set_details, title="Alliance workshop")
        if self._desk.apply(edit, "Begin the workshop"):
            self.form.focus_field("title")

    def _follow(self, step: Step) -> None:
        if step.touches(Details) and self.begin.isHidden() != self._known:
            self._show()

    @property
    def _known(self) -> bool:
        return DETAILS_ID in self._desk.workshop.of(Details)

    def _show(self) -> None:
        self.form.show_record(DETAILS_ID if self._known else None)
        self.begin.setVisible(not self._known)


def build(desk: Desk) -> QWidget:
    """Build the page."""
    return WorkshopPage(desk)
