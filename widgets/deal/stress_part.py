# SPDX-License-Identifier: MIT
"""Hard questions to the agreement, and which clause answers each; unanswered ones hang loose."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.cards import Card
from widgets.deal.add_line import AddLine
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.forms.editors import as_editor, make_editor
from widgets.step_page import StepPage
from workshop.deal.records import Clause, StressAnswer
from workshop.deal.stress import Card as StressCard
from workshop.deal.stress import answer, cards
from workshop.ids import Id
from workshop.record import field
from workshop.why import counted

_HOW = "Read one aloud and ask: which clause answers this? Choose the clauses that do."


class StressPart(StepPage):
    """A line for each question, with the clauses that answer it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "stress")
        self.card = Card()
        self.lines: dict[str, StressLine] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self.card.content.addLayout(self._rows)
        self.line = AddLine(
            desk,
            "Add another hard question",
            lambda text: partial(answer, question=text, clauses=()),
            self._show,
        )
        self.card.content.addSpacing(8)
        self.card.add(self.line)
        self.place(self.card)
        self.follow((StressAnswer, Clause), self._show)
        self._show()

    def select(self, id: Id) -> None:
        """Put the cursor on the question with this answer."""
        found = self.desk.workshop.of(StressAnswer).get(id)
        if found:
            self.lines[found.question].editor.setFocus()

    def _show(self) -> None:
        found = cards(self.desk.workshop)
        loose = sum(not each.answered for each in found)
        title = f"{loose} of {counted(len(found), 'hard question')} hang loose"
        self.card.show_words(title if loose else "Every hard question has its answer", _HOW)
        wanted = [each.question for each in found]
        for gone in [question for question in self.lines if question not in wanted]:
            self.lines.pop(gone).deleteLater()
        for place, each in enumerate(found):
            if each.question not in self.lines:
                self.lines[each.question] = StressLine(self.desk, each.question)
                self._rows.insertWidget(place, self.lines[each.question])
            self.lines[each.question].show_card(each)


class StressLine(QWidget):
    """One question, whether it is answered, and by what."""

    def __init__(self, desk: Desk, question: str) -> None:
        super().__init__()
        self._desk, self._question = desk, question
        self._remark = ""
        self.editor = make_editor(desk, field(StressAnswer, "clauses"), self)
        self.editor.setAccessibleName(f"Clauses that answer: {question}")
        as_editor(self.editor).edited.connect(self._keep)
        self._said = label("", "mute")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label(question, "strong"))
        layout.addWidget(self.editor)
        layout.addWidget(self._said)

    def show_card(self, found: StressCard) -> None:
        """Show what answers the question."""
        self._remark = found.answer.remark if found.answer else ""
        as_editor(self.editor).show_value(found.answer.clauses if found.answer else ())
        texts = [each.text.strip() for each in found.clauses if each.text.strip()]
        self._said.setText("\n".join(texts) or "No clause answers this yet: a loose end.")

    def _keep(self) -> None:
        clauses = as_editor(self.editor).value()
        edit = partial(answer, question=self._question, clauses=clauses, remark=self._remark)
        self._desk.apply(edit, "Answer a hard question", ("stress", self._question))
