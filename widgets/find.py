# SPDX-License-Identifier: MIT
"""Find anything: type a few letters, and go to the record, the step or the verb they mean."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget

from widgets.dialogs import Panel
from widgets.forms.naming import name_of
from workshop.deal.money_records import Basis, Scenario, SplitRule
from workshop.deal.operating_records import (
    Activity,
    ConflictPath,
    DecisionRight,
    ExitPlan,
    ExitTrigger,
    Goal,
    SharedResource,
)
from workshop.deal.records import (
    Clause,
    GateOverride,
    LedgerItem,
    ManagementPlan,
    StressAnswer,
)
from workshop.deal.term_records import Package, Term, TermOption
from workshop.future_state.records import EvenOver, Factor, Measure, Statement
from workshop.gaps.records import Asset, Capability
from workshop.partners.fit_records import Aspiration, Tradition
from workshop.partners.records import (
    Candidate,
    ChosenSet,
    IncompatiblePair,
    PartnerChange,
    RedFlag,
)
from workshop.path.stages import STEPS
from workshop.prepare.records import AgendaBlock, GroundRule, Organization, Participant
from workshop.record import Record, fields, noun
from workshop.room.records import Action, AgreementRound, Decision, ParkingItem, Reservation
from workshop.state import Workshop

if TYPE_CHECKING:
    from widgets.application import Concord

MOST = 40

HOME: dict[type[Record], str] = {
    Organization: "prepare.organizations",
    Participant: "prepare.participants",
    AgendaBlock: "prepare.agenda",
    GroundRule: "prepare.ground_rules",
    Factor: "future.scan",
    Statement: "future.statements",
    Measure: "future.measures",
    EvenOver: "future.priorities",
    AgreementRound: "future.agreement",
    Reservation: "future.agreement",
    Capability: "gaps.capabilities",
    Asset: "gaps.assets",
    LedgerItem: "deal.ledger",
    Activity: "deal.agreement",
    SharedResource: "deal.agreement",
    Goal: "deal.agreement",
    DecisionRight: "deal.agreement",
    ConflictPath: "deal.agreement",
    ExitPlan: "deal.agreement",
    ExitTrigger: "deal.agreement",
    Clause: "deal.agreement",
    StressAnswer: "deal.agreement",
    Term: "deal.packages",
    TermOption: "deal.packages",
    Package: "deal.packages",
    Scenario: "deal.savings",
    SplitRule: "deal.savings",
    Basis: "deal.savings",
    ManagementPlan: "deal.readiness",
    GateOverride: "deal.readiness",
    Candidate: "partners.candidates",
    Aspiration: "partners.candidates",
    Tradition: "partners.candidates",
    PartnerChange: "partners.changes",
    RedFlag: "partners.red_flags",
    IncompatiblePair: "partners.sets",
    ChosenSet: "partners.sets",
    Decision: "summary.commitments",
    Action: "summary.commitments",
    ParkingItem: "summary.commitments",
}
"""The step at which records of a kind are edited."""


class Found(NamedTuple):
    """Something the letters may mean, and how to go there."""

    text: str
    go: Callable[[], object]


def matches(workshop: Workshop, wanted: str) -> Iterator[tuple[str, Record]]:
    """Give the words and the record of each match: every word typed occurs in one of its texts."""
    words = wanted.casefold().split()
    for kind in HOME:
        names = [f.name for f in fields(kind) if f.kind in ("text", "long") and not f.hidden]
        for record in workshop.all(kind):
            texts = [t for t in (getattr(record, name) for name in names) if t]
            whole = " ".join(texts).casefold()
            if texts and all(word in whole for word in words):
                yield f"{noun(kind).capitalize()}: {_told(workshop, record, texts, words)}", record


def _told(workshop: Workshop, record: Record, texts: list[str], words: list[str]) -> str:
    """Give the name of a record, and after it the text that was found where the name lacks it."""
    name = name_of(workshop, record)
    if all(word in name.casefold() for word in words):
        return name
    first = next((text for text in texts if words[0] in text.casefold()), "")
    found = " ".join(first.split())
    return f"{name} – {found}" if found and found != name else name


class FindPanel(Panel):
    """A line to type in and what it finds below; Up, Down and Enter."""

    def __init__(self, app: "Concord") -> None:
        super().__init__(app.window, "Find anything", width=620)
        self._app = app
        self._found: list[Found] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText("A name, a word, a step, something to do")
        self.line.setAccessibleName("What to find")
        self.list = QListWidget()
        self.list.setAccessibleName("What was found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(300)
        self.content.addWidget(self.line)
        self.content.addWidget(self.list, 1)
        self.add_button("Cancel", self.reject)
        self.add_button("Go there", self.go, "primary")
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self.go())
        self._search("")
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if by and self._found:
                self.list.setCurrentRow((self.list.currentRow() + by) % len(self._found))
                return True
        return super().eventFilter(watched, event)

    def go(self) -> None:
        """Go to what is chosen."""
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self.accept()
            self._found[row].go()

    def _search(self, text: str) -> None:
        wanted = text.casefold().split()
        found = [f for f in self._everywhere() if all(w in f.text.casefold() for w in wanted)]
        if wanted and self._app.desk:
            found += [
                Found(words, partial(self._app.desk.go, HOME[type(record)], record.id))
                for words, record in matches(self._app.desk.workshop, text)
            ]
        self._found = found[:MOST]
        self.list.clear()
        self.list.addItems([each.text for each in self._found])
        self.list.setCurrentRow(0)

    def _everywhere(self) -> Iterator[Found]:
        desk = self._app.desk
        if desk:
            for step in STEPS.values():
                yield Found(f"Go to: {step.title}", partial(desk.go, step.key))
        for action in self._app.window.actions_by_key.values():
            if action.isEnabled():
                yield Found(f"Do: {action.text()}", action.trigger)


def show_find(app: "Concord") -> None:
    """Open the search over everything."""
    FindPanel(app).open()
