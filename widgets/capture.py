# SPDX-License-Identifier: MIT
"""Quick capture: type what somebody said, choose what it is, Enter; the page stays where it is."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from widgets.dialogs import Panel, label
from widgets.snug_list import SnugList
from workshop import edits
from workshop.future_state.records import Factor, Statement
from workshop.gaps.records import Asset, Capability, Need
from workshop.ids import Id, new_id
from workshop.prepare.details import ours
from workshop.prepare.records import Organization, Participant
from workshop.record import Record, RuleError
from workshop.room.records import Action, Decision, ParkingItem
from workshop.state import Workshop

if TYPE_CHECKING:
    from widgets.application import Concord

Make = Callable[[Workshop, str], tuple[Record, ...]]


class Capture(NamedTuple):
    """One kind of thing to keep: its word, where it can be seen, and how it is made."""

    word: str
    step: str
    make: Make


def _need(workshop: Workshop, text: str) -> tuple[Record, ...]:
    capability = _capability(workshop, text)
    known = capability.id in workshop.of(Capability)
    need = Need(id=new_id(), capability=capability.id)
    return (need,) if known else (capability, need)


def _asset(workshop: Workshop, text: str) -> tuple[Record, ...]:
    holders = ours(workshop)
    if not holders:
        raise RuleError("An asset needs one of our organizations; mark one as ours first.")
    capability = _capability(workshop, text)
    known = capability.id in workshop.of(Capability)
    asset = Asset(id=new_id(), organization=holders[0].id, capability=capability.id, name=text)
    return (asset,) if known else (capability, asset)


def _capability(workshop: Workshop, text: str) -> Capability:
    folded = text.casefold()
    known = (c for c in workshop.all(Capability) if c.name.casefold() == folded)
    return next(known, None) or Capability(id=new_id(), name=text)


def _statement(_workshop: Workshop, text: str) -> tuple[Record, ...]:
    return (Statement(id=new_id(), dimension="Strategy", text_to=text),)


CAPTURES = (
    Capture("Parking lot", "summary.commitments", lambda _, t: (ParkingItem(id=new_id(), text=t),)),
    Capture(
        "Decision",
        "summary.commitments",
        lambda _, t: (Decision(id=new_id(), text=t, decided_on=date.today()),),
    ),
    Capture("Action", "summary.commitments", lambda _, t: (Action(id=new_id(), text=t),)),
    Capture("Statement", "future.statements", _statement),
    Capture("Factor", "future.scan", lambda _, t: (Factor(id=new_id(), text=t),)),
    Capture("Need", "gaps.capabilities", _need),
    Capture("Asset", "gaps.assets", _asset),
    Capture(
        "Organization", "prepare.organizations", lambda _, t: (Organization(id=new_id(), name=t),)
    ),
    Capture(
        "Participant", "prepare.participants", lambda _, t: (Participant(id=new_id(), name=t),)
    ),
)


class CapturePanel(Panel):
    """One line to type in and the kinds below it; Up and Down choose, Enter keeps."""

    def __init__(self, app: "Concord") -> None:
        super().__init__(app.window, "Add anything", width=480)
        self._app = app
        self.line = QLineEdit()
        self.line.setPlaceholderText("What was said")
        self.line.setAccessibleName("What was said")
        self.kinds = SnugList(2 * len(CAPTURES), "What it is")
        self.kinds.addItems([capture.word for capture in CAPTURES])
        self.kinds.setCurrentRow(app.settings.number("capture", 0) % len(CAPTURES))
        self.kinds.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.kinds.itemDoubleClicked.connect(lambda _: self.keep())
        self.content.addWidget(self.line)
        self.content.addWidget(self.kinds)
        self.content.addWidget(label("Up and Down choose what it is. Enter keeps it.", "mute"))
        self.add_button("Cancel", self.reject)
        self.add_button("Add", self.keep, "primary")
        self.line.installEventFilter(self)
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if by:
                self.kinds.setCurrentRow((self.kinds.currentRow() + by) % len(CAPTURES))
                return True
        return super().eventFilter(watched, event)

    def keep(self) -> None:
        """Add what was typed as what was chosen, and say where it is."""
        text = " ".join(self.line.text().split())
        desk = self._app.desk
        if not text or not desk:
            return
        chosen = CAPTURES[self.kinds.currentRow()]
        self._app.settings.remember("capture", self.kinds.currentRow())
        ids: list[Id] = []
        self.accept()
        if desk.apply(partial(_add, chosen.make, text, ids), f"Add {chosen.word.lower()}"):
            self._app.say(
                f"{chosen.word} added: {text}", "Show", partial(desk.go, chosen.step, ids[-1])
            )


def _add(make: Make, text: str, ids: list[Id], workshop: Workshop) -> Workshop:
    records = make(workshop, text)
    ids.extend(record.id for record in records)
    return edits.add(workshop, *records)


def show_capture(app: "Concord") -> None:
    """Open quick capture over whatever is on the screen."""
    CapturePanel(app).open()
