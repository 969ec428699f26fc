# SPDX-License-Identifier: MIT
"""How each end of the selected tie sees it: a line each, that opens to be rated."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.partners.report_form import ReportForm
from widgets.why import WhyButton
from workshop.history import Step
from workshop.ids import Id, new_id
from workshop.partners.records import Tie
from workshop.partners.tie_records import TRUST, VALUE, TieReport
from workshop.partners.trust import report, reports, score
from workshop.prepare.records import Organization
from workshop.why import number


class TieReports(QWidget):
    """Shows what both ends say, and takes what they say now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.tie: Id = ""
        self._scores = {"Trust": TRUST, "Value": VALUE}
        self.lines = {name: QLabel() for name in self._scores}
        self.whys = {name: WhyButton(name) for name in self._scores}
        self.ends = [QPushButton(), QPushButton()]
        self.form = ReportForm(desk)
        self._whose: Id = ""
        self._lay_out()
        desk.changed.connect(self._follow)

    def show_tie(self, id: Id) -> None:
        """Show another tie, with both lines closed."""
        if id != self.tie:
            self.tie, self._whose = id, ""
        self._refresh()

    def open_end(self, end: int) -> None:
        """Open what one end says, or close it; where it says nothing yet, it begins to."""
        tie = self._desk.workshop.get(Tie, self.tie)
        whose = (tie.source, tie.target)[end]
        self._whose = "" if self._whose == whose else whose
        if self._whose and whose not in reports(self._desk.workshop, tie):
            edit = partial(report, tie=self.tie, organization=whose, id=new_id())
            self._desk.apply(edit, "Add a report of a tie")
        self._refresh()

    def _follow(self, step: Step) -> None:
        if step.touches(TieReport, Tie, Organization):
            self._refresh()

    def _refresh(self) -> None:
        workshop = self._desk.workshop
        tie = workshop.of(Tie).get(self.tie)
        if tie is None:
            self.tie = self._whose = ""
            return
        told = reports(workshop, tie)
        for name, items in self._scores.items():
            found = score(told.values(), items)
            self.lines[name].setText(f"{name}: {found.words}")
            self.whys[name].show_why(found.why if found.mean is not None else None, name)
        for end, button in zip((tie.source, tie.target), self.ends, strict=True):
            name, says = workshop.get(Organization, end).name, _says(told.get(end))
            self._caption(button, name, says)
            button.setChecked(end == self._whose)
        shown_report = told.get(self._whose)
        self.form.setVisible(shown_report is not None)
        if shown_report is not None and self.form.id != shown_report.id:
            self.form.show_record(shown_report.id)

    def _caption(self, button: QPushButton, name: str, says: str) -> None:
        """Put a name before what it says; of both, the name gives way."""
        metrics = self.fontMetrics()
        room = 12.4 * metrics.height() - metrics.horizontalAdvance(f": {says}")
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(round(room), 60))
        button.setText(f"{shown}: {says}".replace("&", "&&"))
        button.setAccessibleName(f"{name}: {says}")

    def _lay_out(self) -> None:
        caption = QLabel("How each end sees it")
        caption.setProperty("role", "caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(caption)
        for name, line in self.lines.items():
            line.setTextFormat(Qt.TextFormat.PlainText)
            row = QHBoxLayout()
            row.addWidget(line, 1)
            row.addWidget(self.whys[name])
            layout.addLayout(row)
        for end, button in enumerate(self.ends):
            button.setProperty("role", "quiet")
            button.setCheckable(True)
            button.setStyleSheet("text-align: left; padding: 1px 2px; min-height: 16px;")
            button.clicked.connect(lambda _=False, end=end: self.open_end(end))
            layout.addWidget(button)
        layout.addWidget(self.form)


def _says(told: TieReport | None) -> str:
    if told is None:
        return "not asked yet"
    strength = "–" if told.strength is None else number(told.strength)
    trust = score([told], TRUST).mean
    return f"strength {strength}, trust {'–' if trust is None else number(trust, 1)}"
