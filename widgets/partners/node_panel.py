# SPDX-License-Identifier: MIT
"""Beside the map: the selected organization with its ties in words, or the selected tie."""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.forms.record_form import RecordForm
from widgets.partners.tie_editor import TieEditor
from widgets.partners.tie_reports import TieReports
from workshop.ids import Id
from workshop.partners.graph import EVERYTHING, NetworkFilter, shown_ties
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.why import counted, number

_ROOM = 216
"""Pixels for a tie in words; the whole of it is in the tool tip."""
_FIELDS = (
    "name", "ours", "at_table", "kind", "sector", "ownership", "latitude", "longitude",
)  # fmt: skip
_STATUS = {"planned": ", planned", "active": "", "ended": ", ended"}


class NodePanel(QWidget):
    """Edits what is selected in its place."""

    tie_chosen = Signal(str)
    removing = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.organization: Id = ""
        self._title = QLabel()
        self._title.setProperty("role", "finding")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._ties = QVBoxLayout()
        self._ties.setSpacing(4)
        self.tie_editor = TieEditor(desk)
        self.reports = TieReports(desk)
        self.form = RecordForm(desk, Organization, _FIELDS, "")
        self.more = QPushButton("Details")
        self.more.setProperty("role", "quiet")
        self.more.setCheckable(True)
        self.more.setAccessibleName("Show the details of the organization")
        self.more.toggled.connect(self.form.setVisible)
        remove = QPushButton("Remove")
        remove.setProperty("role", "danger")
        remove.clicked.connect(self.removing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._title)
        layout.addLayout(self._ties)
        layout.addWidget(self.tie_editor)
        layout.addWidget(self.reports)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.form)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)

    def show_organization(self, id: Id, filter: NetworkFilter = EVERYTHING) -> None:
        """Show an organization and its ties in words."""
        workshop = self._desk.workshop
        self.organization = id
        ties = [t for t in shown_ties(workshop, filter) if id in (t.source, t.target)]
        name = workshop.get(Organization, id).name
        self._title.setText(f"{name}, {counted(len(ties), 'tie') if ties else 'no ties'}")
        self._list(ties, id)
        if self.form.id != id:
            self.form.show_record(id)
        self._turn_to(tie=False)

    def show_tie(self, id: Id) -> None:
        """Show a tie, to be changed in its place."""
        tie = self._desk.workshop.get(Tie, id)
        names = self._desk.workshop.of(Organization)
        joint = "to" if tie.directed else "and"
        self._title.setText(f"{names[tie.source].name} {joint} {names[tie.target].name}")
        self.organization = ""
        self._list([], "")
        self.tie_editor.show_tie(id)
        self.reports.show_tie(id)
        self._turn_to(tie=True)

    def _turn_to(self, *, tie: bool) -> None:
        for each in (self.tie_editor, self.reports):
            each.setVisible(tie)
        self.more.setVisible(not tie)
        self.form.setVisible(not tie and self.more.isChecked())

    def _list(self, ties: list[Tie], id: Id) -> None:
        while self._ties.count():
            item = self._ties.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for tie in ties:
            words = self._words(tie, id)
            shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _ROOM)
            button = QPushButton(shown.replace("&", "&&"))
            button.setProperty("role", "quiet")
            button.setStyleSheet("text-align: left; padding: 1px 2px; min-height: 16px;")
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setAccessibleName(words)
            button.setToolTip(f"<qt>{html.escape(words)}</qt>")
            button.clicked.connect(lambda _=False, tie=tie: self.tie_chosen.emit(tie.id))
            self._ties.addWidget(button)

    def _words(self, tie: Tie, id: Id) -> str:
        other = tie.target if tie.source == id else tie.source
        name = self._desk.workshop.get(Organization, other).name
        arrow = ("→ " if tie.source == id else "← ") if tie.directed else ""
        strength = "" if tie.strength is None else f" {number(tie.strength)}"
        return f"{arrow}{name}: {tie.relation}{strength}{_STATUS[tie.status]}"
