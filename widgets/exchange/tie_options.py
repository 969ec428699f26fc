# SPDX-License-Identifier: MIT
"""What no column says about ties: the relation, whether they go one way, the scale of strength."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from widgets.exchange.word_scale import WordScale
from widgets.flow import Flow
from widgets.text_size import scaled
from workshop.interchange.cells import number
from workshop.interchange.plan import Scale, SheetPlan
from workshop.interchange.strengths import strengths_of, words_of
from workshop.partners.records import Tie

_OWN = Scale(0, 5)


class TieOptions(QWidget):
    """Answers about a sheet of ties as a whole."""

    answered = Signal(object)
    """The SheetPlan with the new answers."""

    def __init__(self, words_in_a_row: int) -> None:
        super().__init__()
        self._plan: SheetPlan | None = None
        self.relation = _line("Relation of all ties in this sheet", 112)
        self.directed = QCheckBox("Ties go one way")
        self.scaled = QCheckBox("Another scale than 0 to 5:")
        self.weakest = _line("Weakest in the file", 52)
        self.strongest = _line("Strongest in the file", 52)
        self.reversed = QCheckBox("Smallest is strongest")
        self.words = WordScale(words_in_a_row)
        self.words.answered.connect(self._answer_word)
        self.scaled.setToolTip("The strength of ties counts on a scale of its own in this file.")
        self.reversed.setToolTip("The smallest number stands for the strongest tie.")
        self._arrange()
        self.relation.textEdited.connect(lambda _text: self._answer())
        for line in (self.weakest, self.strongest):
            line.textEdited.connect(lambda _text: self._answer())
        for box in (self.directed, self.scaled, self.reversed):
            box.clicked.connect(lambda _on: self._answer())

    def show_plan(self, plan: SheetPlan) -> None:
        """Show the answers there are; a scale that is not set is suggested from the file."""
        self._plan = plan
        scale = plan.scale or strengths_of(plan) or _OWN
        low, high = sorted(scale)
        words = words_of(plan)
        self.words.show_words(words)
        self._scale_row.setVisible(not words or plan.scale is not None or bool(strengths_of(plan)))
        _put(self.relation, plan.relation)
        self.relation.setEnabled("relation" not in plan.columns.values())
        self.directed.setChecked(plan.directed)
        self.directed.setVisible(plan.holds == "records" and plan.kind is Tie)
        self.scaled.setChecked(plan.scale is not None)
        if number(self.weakest.text()) != low or number(self.strongest.text()) != high:
            _put(self.weakest, f"{low:g}")
            _put(self.strongest, f"{high:g}")
        self.reversed.setChecked(scale.weakest > scale.strongest)
        for each in (self.weakest, self.strongest, self.reversed):
            each.setEnabled(plan.scale is not None)

    def _answer(self) -> None:
        if self._plan is None:
            return
        for each in (self.weakest, self.strongest, self.reversed):
            each.setEnabled(self.scaled.isChecked())
        self._plan = self._plan._replace(
            relation=self.relation.text().strip(),
            directed=self.directed.isChecked(),
            scale=self._scale() if self.scaled.isChecked() else None,
        )
        self.answered.emit(self._plan)

    def _answer_word(self, word: str, strength: float | None) -> None:
        if self._plan:
            self.answered.emit(self._plan._replace(words={**self._plan.words, word: strength}))

    def _scale(self) -> Scale | None:
        ends = [number(line.text()) for line in (self.weakest, self.strongest)]
        known = [each for each in ends if each is not None]
        if len(known) < 2 or known[0] == known[1]:
            return None
        low, high = sorted(known)
        return Scale(high, low) if self.reversed.isChecked() else Scale(low, high)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        label = QLabel("Relation, where no column says it")
        label.setBuddy(self.relation)
        self._scale_row = _in_lines(
            self.scaled, _beside(self.weakest, QLabel("to"), self.strongest), self.reversed
        )
        layout.addWidget(_in_lines(_beside(label, self.relation), self.directed))
        layout.addWidget(self._scale_row)
        layout.addWidget(self.words)


def _beside(*widgets: QWidget) -> QWidget:
    """Give a widget with these in one line."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget)
    return holder


def _in_lines(*widgets: QWidget) -> QWidget:
    """Give a widget with these in as many lines as its width needs."""
    holder = QWidget()
    lines = Flow(8)
    for widget in widgets:
        lines.addWidget(widget)
    holder.setLayout(lines)
    return holder


def _line(name: str, width: int) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setToolTip(name)
    line.setMinimumWidth(scaled(width, line))
    line.setMaximumWidth(scaled(width * 1.5, line))
    return line


def _put(line: QLineEdit, text: str) -> None:
    if line.text().strip() != text:
        line.setText(text)
