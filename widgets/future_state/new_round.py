# SPDX-License-Identifier: MIT
"""The form of a new round of agreement: about what, in which words, on which scale."""

from collections.abc import Iterator
from functools import partial
from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QWidget

from widgets.desk import Desk
from widgets.dialogs import Panel, label
from workshop.document import now
from workshop.edits import add
from workshop.future_state.records import EvenOver, Statement
from workshop.gaps.records import OPTION_LABELS, Capability, Need, Sourcing
from workshop.ids import Id, new_id
from workshop.record import RuleError, field
from workshop.room.records import AgreementRound, Scale
from workshop.room.scales import SCALES
from workshop.state import Workshop

_ANYTHING = "Any sentence"
_SHOWN = 80


class NewRound(Panel):
    """Asks what is put to the room and opens the round."""

    asked = Signal(str)
    """A round with this id was opened."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, "Ask the room", "Read it once, slowly; then all show at once.")
        self._desk = desk
        self.subject = QComboBox()
        self.subject.addItem(_ANYTHING, ("", ""))
        for id, sentence in sentences(desk.workshop):
            self.subject.addItem(_shortened(sentence), (id, sentence))
        self.subject.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.question = QPlainTextEdit()
        self.question.setTabChangesFocus(True)
        self.question.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 16)
        self.scale = QComboBox()
        for key in get_args(Scale):
            self.scale.addItem(SCALES[key].title, key)
        self.anonymous = QCheckBox("Anonymous: only counts are kept, no names")
        self.wrong = label("", "error")
        self.wrong.hide()
        self._add("About", self.subject)
        self._add("What is put to the room", self.question)
        self._add("Scale", self.scale)
        self.content.addWidget(self.anonymous)
        self.content.addWidget(self.wrong)
        self.subject.activated.connect(self._suggest)
        self.add_button("Cancel", self.reject)
        self.add_button("Ask the room", self.ask, "primary")
        self.resize(self.width(), self.sizeHint().height())  # else the sentence gets one line
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def suggest(self, subject: Id, sentence: str) -> None:
        """Begin with something to ask about, and a sentence for it."""
        place = self.subject.findData((subject, sentence))
        if place < 0:
            self.subject.addItem(_shortened(sentence), (subject, sentence))
            place = self.subject.count() - 1
        self.subject.setCurrentIndex(place)
        self._suggest()

    def ask(self) -> None:
        """Open the round, or say what is missing."""
        id = new_id()
        about: Id = self.subject.currentData()[0]
        try:
            round = AgreementRound(
                id=id,
                question=self.question.toPlainText().strip(),
                subject=about or None,
                scale=self.scale.currentData(),
                number=_next_number(self._desk.workshop, about),
                held_at=now(),
                anonymous=self.anonymous.isChecked(),
            )
        except RuleError as broken:
            self.wrong.setText(str(broken))
            self.wrong.show()
            return
        if self._desk.apply(partial(_added, round=round), "Ask the room"):
            self.accept()
            self.asked.emit(id)

    def _suggest(self) -> None:
        sentence = self.subject.currentData()[1]
        if sentence:
            self.question.setPlainText(sentence)

    def _add(self, words: str, editor: QWidget) -> None:
        caption = label(words, "caption")
        caption.setBuddy(editor)
        editor.setAccessibleName(words)
        self.content.addWidget(caption)
        self.content.addWidget(editor)


def sentences(workshop: Workshop) -> Iterator[tuple[Id, str]]:
    """Give what can be put to the room, each with a sentence for it."""
    for statement in workshop.all(Statement):
        yield statement.id, statement.text_to
    for pair in workshop.all(EvenOver):
        yield pair.id, f"We choose {pair.prefer}, even over {pair.over}."
    needs, capabilities = workshop.of(Need), workshop.of(Capability)
    for choice in workshop.all(Sourcing):
        if choice.chosen:
            name = capabilities[needs[choice.need].capability].name
            yield choice.id, f"{name}: {OPTION_LABELS[choice.chosen]}."


def _next_number(workshop: Workshop, subject: Id) -> int:
    same = [r.number for r in workshop.all(AgreementRound) if subject and r.subject == subject]
    return min(max(same, default=0) + 1, int(field(AgreementRound, "number").high or 99))


def _added(workshop: Workshop, *, round: AgreementRound) -> Workshop:
    return add(workshop, round)


def _shortened(sentence: str) -> str:
    return sentence if len(sentence) <= _SHOWN else sentence[:_SHOWN].rsplit(" ", 1)[0] + "…"
