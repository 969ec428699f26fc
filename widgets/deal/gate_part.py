# SPDX-License-Identifier: MIT
"""The fifteen conditions, each open or shut with the way to mend it, and striking the deal."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from widgets.cards import Card
from widgets.desk import Desk
from widgets.dialogs import Panel, label
from widgets.icons import pixmap
from widgets.step_page import StepPage
from workshop.deal.gate import Condition, Gate, amendments, gate, in_order, override, strike
from workshop.deal.records import GateOverride, Struck
from workshop.document import now
from workshop.edits import remove
from workshop.ids import Id
from workshop.kinds import KINDS
from workshop.record import RuleError
from workshop.why import counted

_SHOWN_AMENDMENTS = 5


class GatePart(StepPage):
    """The gate with its conditions, those that are shut first to catch the eye by their mark."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "gate")
        self.card, self.deal = Card(), Card()
        self.strike = QPushButton("Strike the deal")
        self.strike.setProperty("role", "primary")
        self.strike.clicked.connect(lambda _=False: self.ask_strike())
        self.deal.buttons.addWidget(self.strike)
        self.amended = label("", "mute")
        self.deal.add(self.amended)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.card.content.addLayout(self._rows)
        self.rows: dict[str, ConditionRow] = {}
        self.place(self.card, self.deal)
        self.follow(KINDS, self.show_again)
        desk.theme_changed.connect(self.show_again)
        self.show_again()

    def select(self, id: Id) -> None:
        """Put the cursor on a condition, given the override of it."""
        passed = self.desk.workshop.of(GateOverride).get(id)
        if passed:
            self.rows[passed.condition].mend.setFocus()

    def show_again(self) -> None:
        """Test the conditions and show how they stand."""
        found = gate(self.desk.workshop)
        self.card.show_words(found.sentence.removesuffix("."))
        moved = False
        for place, condition in enumerate(in_order(found)):
            if condition.key not in self.rows:
                self.rows[condition.key] = ConditionRow(self.desk)
            row = self.rows[condition.key]
            if self._rows.indexOf(row) != place:
                self._rows.insertWidget(place, row)
                moved = True
            row.show_condition(condition)
        if moved:
            rows = [self.rows[each.key] for each in in_order(found)]
            buttons = [button for row in rows for button in (row.pass_over, row.mend)]
            for before, after in pairwise((*buttons, self.strike)):
                QWidget.setTabOrder(before, after)
        self._show_deal(found)

    def ask_strike(self) -> "StrikePanel":
        """Ask for a sentence, and strike the deal."""
        panel = StrikePanel(self, self.desk)
        panel.open()
        return panel

    def _show_deal(self, found: Gate) -> None:
        struck = self.desk.workshop.all(Struck)
        self.strike.setEnabled(found.open)
        since = amendments(self.desk.document.history.log) if struck else None
        if not struck:
            self.deal.show_words(
                "The deal is not struck yet",
                "Striking it keeps the agreed version as a step of the timeline; "
                "whatever changes later is listed as an amendment.",
            )
            self.strike.setText("Strike the deal")
        else:
            last = struck[-1]
            when = f"{last.at.day} {last.at:%B %Y, %H:%M}" if last.at else "some day"
            many = counted(len(since), "amendment") if since else "nothing amended"
            self.deal.show_words(f"Struck on {when}, {many} since", last.words)
            self.strike.setText("Strike it anew")
        lines = [f"{step.at:%d %b, %H:%M}  {step.label}" for step in since or ()]
        self.amended.setText("\n".join(lines[-_SHOWN_AMENDMENTS:]))
        self.amended.setVisible(bool(lines))


class ConditionRow(QWidget):
    """One condition: its mark, how it stands, and what can be done about it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.condition: Condition | None = None
        self.mark, self.asks, self.sentence = QLabel(), label("", "strong"), label("", "mute")
        self.mend, self.pass_over = QPushButton("Go there"), QPushButton()
        for button, action in ((self.mend, self._go), (self.pass_over, self._pass)):
            button.setProperty("role", "quiet")
            button.clicked.connect(action)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.asks)
        words.addWidget(self.sentence)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(12)
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.pass_over)
        line.addWidget(self.mend)

    def show_condition(self, condition: Condition) -> None:
        """Show how a condition stands."""
        self.condition = condition
        theme, side = self._desk.theme, self.fontMetrics().height()
        name, color, state = _mark(condition)
        self.mark.setPixmap(pixmap(name, getattr(theme, color), side, self.devicePixelRatioF()))
        self.mark.setAccessibleName(state)
        self.asks.setText(condition.asks)
        said = condition.sentence
        if condition.override:
            by = condition.override
            said = f"{said} Passed over by {by.name}: “{by.reason}”"
        self.sentence.setText(said)
        self.pass_over.setVisible(not condition.holds)
        self.pass_over.setText("Hold it again" if condition.override else "Pass over")
        for button in (self.mend, self.pass_over):
            button.setAccessibleName(f"{button.text()}: {condition.asks}")

    def _go(self) -> None:
        if self.condition:
            self._desk.go(self.condition.step, self.condition.record or self.condition.kind)

    def _pass(self) -> None:
        condition = self.condition
        if condition is None:
            return
        if condition.override:
            edit = partial(remove, kind=GateOverride, ids=[condition.override.id])
            self._desk.apply(edit, "Hold a condition again")
        else:
            OverridePanel(self, self._desk, condition).open()


class OverridePanel(Panel):
    """Asks for the name and the reason without which no condition is passed over."""

    def __init__(self, parent: QWidget, desk: Desk, condition: Condition) -> None:
        sentence = f"{condition.sentence} Name and reason are printed in the agreement."
        super().__init__(parent.window(), f"Pass over: {condition.asks.lower()}", sentence)
        self._desk, self._condition = desk, condition
        self.name, self.reason, self.wrong = QLineEdit(), QLineEdit(), label("", "error")
        for words, line in (("Who answers for it", self.name), ("Reason", self.reason)):
            line.setAccessibleName(words)
            self.content.addWidget(label(words, "caption"))
            self.content.addWidget(line)
        self.wrong.hide()
        self.content.addWidget(self.wrong)
        self.add_button("Cancel", self.reject)
        self.add_button("Pass over", self.keep, "primary")

    def keep(self) -> None:
        """Pass over the condition, or say what is missing."""
        edit = partial(
            override,
            condition=self._condition.key,
            name=self.name.text(),
            reason=self.reason.text(),
        )
        try:
            self._desk.document.apply(edit, f"Pass over: {self._condition.asks}")
        except RuleError as broken:
            self.wrong.setText(str(broken))
            self.wrong.show()
            self.adjustSize()
            (self.reason if self.name.text().strip() else self.name).setFocus()
        else:
            self.accept()


class StrikePanel(Panel):
    """Asks for the deal in a sentence, and strikes it."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        sentence = "This keeps the agreed version in the timeline. Later changes are amendments."
        super().__init__(parent.window(), "Strike the deal", sentence)
        self._desk = desk
        self.words = QLineEdit()
        self.words.setAccessibleName("The deal in a sentence")
        self.content.addWidget(label("The deal in a sentence", "caption"))
        self.content.addWidget(self.words)
        self.add_button("Not yet", self.reject)
        self.add_button("Strike the deal", self.keep, "primary")

    def keep(self) -> None:
        """Strike the deal as it stands."""
        edit = partial(strike, at=now(), words=self.words.text().strip())
        if self._desk.apply(edit, "Struck: the deal as agreed"):
            self.accept()


def _mark(condition: Condition) -> tuple[str, str, str]:
    if condition.holds:
        return "circle-check", "accent", "open"
    if condition.override:
        return "gavel", "need", "passed over"
    return "circle", "gap", "shut"
