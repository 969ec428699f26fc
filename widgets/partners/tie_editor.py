# SPDX-License-Identifier: MIT
"""Edits the selected tie: what is said of it in the room at once, dates and remarks one fold away."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.forms.record_form import RecordForm
from workshop import edits
from workshop.history import Step
from workshop.ids import Id
from workshop.partners.records import Tie

_STRENGTHS = (("", "?"), *((str(level), str(level)) for level in range(6)))
_STATUSES = (("planned", "Planned"), ("active", "Active"), ("ended", "Ended"))


class TieEditor(QWidget):
    """Relation, strength, status and direction in a few lines."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.tie: Id = ""
        self.relation = RecordForm(desk, Tie, ("relation",), "")
        self.strength = ChoiceChips("Strength of the tie, 0 none to 5 full collaboration")
        self.strength.offer(_STRENGTHS)
        self.status = ChoiceChips("Status of the tie")
        self.status.offer(_STATUSES)
        self.one_way = QCheckBox("One way")
        self.turn = QPushButton("Turn around")
        self.dates = RecordForm(desk, Tie, ("since", "until", "remark"), "")
        self.more = QPushButton("Dates and remark")
        self._lay_out()
        self.strength.chosen.connect(self._set_strength)
        self.status.chosen.connect(lambda word: self._set("status", status=word))
        self.one_way.clicked.connect(lambda on: self._set("direction", directed=on))
        self.turn.clicked.connect(self._turn)
        desk.changed.connect(self._follow)

    def show_tie(self, id: Id) -> None:
        """Edit another tie."""
        self.tie = id
        for form in (self.relation, self.dates):
            if form.id != id:
                form.show_record(id)
        self._refresh()

    def focus_relation(self) -> None:
        """Put the cursor where the relation is typed."""
        self.relation.focus_field("relation")

    def _follow(self, step: Step) -> None:
        if step.touches(Tie):
            self._refresh()

    def _refresh(self) -> None:
        tie = self._desk.workshop.of(Tie).get(self.tie)
        if tie is None:
            self.tie = ""
            return
        known = "" if tie.strength is None else f"{tie.strength:g}"
        if known in dict(_STRENGTHS):
            self.strength.show_choice(known)
        else:
            self.strength.choose_none()
        self.status.show_choice(tie.status)
        self.one_way.setChecked(tie.directed)
        self.turn.setVisible(tie.directed)
        dated = " and ".join(
            f"{word} {day.year}"
            for word, day in (("since", tie.since), ("until", tie.until))
            if day
        )
        self.more.setText(dated.capitalize() if dated else "Dates and remark")
        self.more.setAccessibleName(f"Dates and remark: {dated or 'none yet'}")

    def _set_strength(self, word: str) -> None:
        self._set("strength", strength=float(word) if word else None)

    def _turn(self) -> None:
        tie = self._desk.workshop.get(Tie, self.tie)
        self._set("direction", source=tie.target, target=tie.source)

    def _set(self, what: str, **values: Any) -> None:  # values of the fields of a tie
        change = partial(edits.change, of=Tie, id=self.tie, **values)
        self._desk.apply(change, f"Change the {what} of a tie")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.relation)
        for words, chips in (("Strength", self.strength), ("Status", self.status)):
            caption = QLabel(words)
            caption.setProperty("role", "caption")
            layout.addWidget(caption)
            layout.addWidget(chips)
            for key, *_ in _STRENGTHS if chips is self.strength else _STATUSES:
                chips.chip(key).setStyleSheet("padding: 1px 7px; min-height: 18px;")
                chips.chip(key).setAccessibleName(f"{words} {chips.chip(key).text()}")
        self.strength.chip("").setAccessibleName("Strength unknown")
        ways = QHBoxLayout()
        ways.addWidget(self.one_way)
        ways.addWidget(self.turn)
        ways.addStretch(1)
        layout.addLayout(ways)
        self.more.setCheckable(True)
        self.more.toggled.connect(self.dates.setVisible)
        for button in (self.turn, self.more):
            button.setProperty("role", "quiet")
            button.setStyleSheet("padding: 1px 2px; min-height: 16px; text-align: left;")
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.dates.hide()
        layout.addWidget(self.dates)
