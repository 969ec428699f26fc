# SPDX-License-Identifier: MIT
"""The page of what must change: the register of both sides, how ready each is, and who avoids it."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.cards import Card, row
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.list_and_form import ListAndForm
from widgets.pages import Exposure
from widgets.partners.ground import CHANGE_KINDS, early_card, has_ours, no_candidate_card
from widgets.partners.partner_chips import PartnerChips
from widgets.step_page import StepPage, link
from widgets.tables.record_table import Column
from widgets.why import WhyButton
from workshop.ids import Id
from workshop.partners.candidates import candidates, us
from workshop.partners.changes import Changes, Side, changes_headline, changes_with
from workshop.partners.records import PartnerChange
from workshop.prepare.details import ours
from workshop.state import Workshop
from workshop.why import counted, percent

_EMPTY = (
    "For this to work, what will we have to stop, start or do otherwise? Begin with our own side."
)
_FORM = (
    "organization",
    "counterpart",
    "magnitude",
    "willingness",
    "capacity",
    "owner",
    "due",
    "status",
    "because",
    "private_note",
)


def build(desk: Desk) -> "ChangesPage":
    """Build the page."""
    return ChangesPage(desk)


class ChangesPage(StepPage):
    """One partner at a time: both sides in figures, and below them the register of changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "changes")
        self.chips = PartnerChips(desk)
        self.chips.chosen.connect(lambda _id: self._turn())
        self.finding = Card()
        self.finding.add(self.chips)
        self.flag = QWidget()
        self.avoids = label("", "error")
        self.to_flags = link("See the red flags", lambda: desk.go("partners.red_flags", self.them))
        self._arrange_flag()
        self.sides = (ChangeSide(), ChangeSide())
        columns = (
            Column(name="text", strong=True, width=20),
            Column("Who", name="organization", width=12),
            Column("How much", name="magnitude"),
            Column("Willing", name="willingness"),
            Column("Able", name="capacity"),
        )
        self.list = ListAndForm(
            desk,
            PartnerChange,
            columns,
            empty=_EMPTY,
            form=_FORM,
            where=self._belongs,
            defaults=self._defaults,
        )
        self.early, self.nobody = early_card(desk), no_candidate_card(desk)
        self.figures = row(*self.sides)
        self.place(self.early, self.nobody, self.finding, self.figures, self.list)
        self.follow(CHANGE_KINDS, self._show)
        self._show()

    @property
    def them(self) -> Id:
        """The organization whose changes stand beside ours, or ""."""
        return self.chips.current

    def select(self, id: Id) -> None:
        """Bring a change into view, given itself, or show the changes with an organization."""
        change = self.desk.workshop.of(PartnerChange).get(id)
        if change is None:
            self.chips.refresh(id)
        elif change.organization in self._own():
            self.chips.refresh(change.counterpart or "")
        else:
            self.chips.refresh(change.organization)
        self._turn()
        self.list.select(id)

    def exposure(self) -> Exposure:
        """Give the register with the chosen partner."""
        return Exposure("changes", self.them) if self.them else Exposure("candidates")

    def _arrange_flag(self) -> None:
        inside = QHBoxLayout(self.flag)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.addWidget(self.avoids, 1)
        inside.addWidget(self.to_flags)
        self.finding.add(self.flag)

    def _own(self) -> set[Id]:
        return {each.id for each in ours(self.desk.workshop)}

    def _belongs(self, change: PartnerChange) -> bool:
        own = self._own()
        if change.organization in own:
            return change.counterpart in (None, self.them)
        return change.organization == self.them and change.counterpart in (None, *own)

    def _defaults(self) -> dict[str, Any]:
        return {"organization": us(self.desk.workshop).id, "counterpart": self.them or None}

    def _turn(self) -> None:
        self.list.table.refresh()
        self._show()

    def _show(self) -> None:
        workshop = self.desk.workshop
        is_ready, before = has_ours(workshop), self.them
        them = self.chips.refresh("" if before else _first_with_changes(workshop))
        self.early.setVisible(not is_ready)
        self.nobody.setVisible(is_ready and not them)
        for widget in (self.finding, self.list):
            widget.setVisible(is_ready and bool(them))
        self.figures.setVisible(False)
        if before != them:
            self.list.table.refresh()
        if is_ready and them:
            self._tell(changes_with(workshop, them))

    def _tell(self, found: Changes) -> None:
        balance = ""
        if found.balance is not None:
            balance = f"The lighter load is {percent(found.balance)} of the heavier one"
        self.finding.show_words(changes_headline(found), balance)
        self.figures.setVisible(bool(found.us.changes or found.them.changes))
        reasons = [words for side in found.avoiding for words in side.avoids]
        self.avoids.setText("Avoiding change is a hard red flag: " + " ".join(reasons))
        self.flag.setVisible(bool(reasons))
        for card, side in zip(self.sides, (found.us, found.them), strict=True):
            card.show_side(side)


def _first_with_changes(workshop: Workshop) -> Id:
    whose = [c.counterpart or c.organization for c in workshop.all(PartnerChange)]
    return next((c.organization for c in candidates(workshop) if c.organization in whose), "")


class ChangeSide(Card):
    """How much one side would change, and how ready it is to."""

    def __init__(self) -> None:
        super().__init__()
        self.figure, self.words, self.why = label("", "figure"), label("", "mute"), WhyButton()
        self.buttons.addWidget(self.why)
        inside = QVBoxLayout()
        inside.setSpacing(0)
        inside.addWidget(self.figure)
        inside.addWidget(self.words)
        self.content.addLayout(inside)
        self.content.addStretch(1)

    def show_side(self, side: Side) -> None:
        """Show the load and readiness of a side."""
        name = side.organization.name
        self.show_words(name)
        unknown = "No change named" if not side.changes else "Not rated yet"
        ready = unknown if side.readiness is None else f"{percent(side.readiness)} ready"
        self.figure.setText(ready)
        load = "unknown" if side.load is None else str(side.load)
        count = counted(len(side.changes), "change")
        self.words.setText(f"{count}, load {load}; {side.rated} of {len(side.changes)} rated")
        self.why.show_why(side.why if side.changes else None, f"How ready {name} is")
