# SPDX-License-Identifier: MIT
"""The questions beside the map: a button each; the answer is a sentence with a highlight."""

import html
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.exchange.latest import Latest, stop_with
from widgets.reading.aloud import announce
from workshop.gaps.records import Capability, Need
from workshop.ids import Id
from workshop.partners.graph import EVERYTHING, NetworkFilter
from workshop.partners.questions import QUESTIONS, Answer, Question
from workshop.partners.trust import Difference, conversations
from workshop.prepare.details import organizations
from workshop.prepare.records import Organization
from workshop.why import number

_LISTED = 8
_OFFERED = 40
"""So many organizations are offered to choose from; of more, one is selected on the map."""
_AT_ONCE = 400
"""A network of so many is asked within a frame; a larger one by a worker."""


class QuestionRow(QWidget):
    """Asks the network, and shows what it said until the answer is put away."""

    tie_chosen = Signal(str)
    answered = Signal(object)
    """The Answer, or None when it is put away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._search = Latest()
        stop_with(self, self._search)
        self.filter: NetworkFilter = EVERYTHING
        self.organization: Id = ""
        self.asked: tuple[str, Id] = ("", "")
        """The question whose answer is shown, and what it is about."""
        self.buttons = {key: self._button(question) for key, question in QUESTIONS.items()}
        self._sentence, self._measure = QLabel(), QLabel()
        self._conversations = QVBoxLayout()
        self.answer = self._answer_frame()
        """The last answer; the page stands it above all else."""
        caption = QLabel("Ask the network")
        caption.setProperty("role", "caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(caption)
        for button in self.buttons.values():
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def ask(self, key: str, about: Id = "") -> None:
        """Ask a question, of a need or an organization if it is about one."""
        question = QUESTIONS[key]
        workshop = self._desk.workshop
        self.asked = (key, about)
        if question.about == "need":
            find = partial(question.answer, workshop, about)
        elif question.about:
            find = partial(question.answer, workshop, about, self.filter)
        else:
            find = partial(question.answer, workshop, self.filter)
        if len(workshop.of(Organization)) <= _AT_ONCE:
            self._show(find())
        else:
            self._search.run(lambda _progress, _cancelled: find(), self._show, self._desk.said.emit)

    @property
    def differs(self) -> bool:
        """Whether the answer shown is about what two ends see differently."""
        return self.asked[0] == "differ"

    def _list(self, found: Sequence[Difference]) -> None:
        """List conversations; each leads to its tie."""
        while self._conversations.count():
            item = self._conversations.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for each in found[:_LISTED]:
            button = QPushButton(self._short(each))
            button.setProperty("role", "quiet")
            button.setStyleSheet("text-align: left; padding: 1px 2px; min-height: 16px;")
            button.setAccessibleName(each.sentence)
            button.setToolTip(f"<qt>{html.escape(each.sentence)}</qt>")
            button.clicked.connect(lambda _=False, tie=each.tie.id: self.tie_chosen.emit(tie))
            self._conversations.addWidget(button)

    def _short(self, each: Difference) -> str:
        """Name the two ends as far as there is room, and below them what differs."""
        names = self._desk.workshop.of(Organization)
        ends = f"{names[each.tie.source].name}, {names[each.tie.target].name}"
        metrics = self.fontMetrics()
        cut = metrics.elidedText(ends, Qt.TextElideMode.ElideRight, 10 * metrics.height())
        told = f"{each.what} {number(each.source, 1)} and {number(each.target, 1)}"
        return f"{cut}\n{told}".replace("&", "&&")

    def put_away(self) -> None:
        """Let the answer go."""
        self._search.stop()
        self.asked = ("", "")
        if not self.answer.isHidden():
            self.answer.hide()
            self.answered.emit(None)

    def _show(self, answer: Answer) -> None:
        self._sentence.setText(answer.sentence)
        self._measure.setText(f"{answer.measure} · {answer.formula}")
        self._list(conversations(self._desk.workshop, self.filter) if self.differs else [])
        self.answer.show()
        announce(self, f"{answer.sentence} {self._measure.text()}")
        self.answered.emit(answer)

    def _button(self, question: Question) -> QPushButton:
        button = QPushButton(question.words)
        button.setProperty("role", "chip")
        button.clicked.connect(lambda _=False, asked=question: self._begin(asked))
        return button

    def _begin(self, question: Question) -> None:
        if question.about == "need":
            self._choose_need(question)
        elif question.about and not self.organization:
            self._choose_organization(question)
        else:
            self.ask(question.key, self.organization if question.about else "")

    def _choose_need(self, question: Question) -> None:
        workshop = self._desk.workshop
        names = {n.id: workshop.get(Capability, n.capability).name for n in workshop.all(Need)}
        if names:
            self._offer(question, names)
        else:
            self._desk.said.emit("There is no need yet; add one in the step Capabilities needed.")

    def _choose_organization(self, question: Question) -> None:
        names = {each.id: each.name for each in organizations(self._desk.workshop)}
        if 0 < len(names) <= _OFFERED:
            self._offer(question, names)
        else:
            self._desk.said.emit("Select an organization on the map first, then ask again.")

    def _offer(self, question: Question, names: Mapping[Id, str]) -> None:
        """Let one thing be chosen that the question is about."""
        menu = QMenu(self)
        for id, name in names.items():
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, about=id: self.ask(question.key, about))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.buttons[question.key]
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _answer_frame(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "message")
        for label, role in ((self._sentence, "strong"), (self._measure, "mute")):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        done = QPushButton("Done")
        done.setProperty("role", "quiet")
        done.setAccessibleName("Put the answer away")
        done.clicked.connect(self.put_away)
        words = QVBoxLayout()
        words.addWidget(self._sentence)
        words.addWidget(self._measure)
        words.addLayout(self._conversations)
        words.setContentsMargins(10, 8, 10, 8)
        words.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        frame.setLayout(words)
        frame.hide()
        return frame
