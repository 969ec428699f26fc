# SPDX-License-Identifier: MIT
"""What must not be lost on either side, and what the other side would do to it."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.cards import row
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.partners.choice_grid import ChoiceGrid, Choices
from widgets.tables.record_table import Column, RecordTable
from widgets.tables.snug import make_snug
from workshop.ids import Id
from workshop.partners.fit_records import Stance, Tradition, TraditionStance
from workshop.partners.rating_edits import take_stance
from workshop.prepare.records import Organization
from workshop.record import field

_LINES = 14


class OwnList(QWidget):
    """The records of one organization in a small table under its name."""

    def __init__(self, desk: Desk, kind: Any, columns: tuple[Column | str, ...], add: str) -> None:
        super().__init__()
        self._desk, self.organization = desk, ""
        self.caption = label("", "caption")
        self.table = RecordTable(
            desk,
            kind,
            columns,
            where=lambda each: each.organization == self.organization,
            defaults=lambda: {"organization": self.organization},
            add_label=add,
        )
        make_snug(self.table, _LINES)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.caption)
        inside.addWidget(self.table)
        inside.addStretch(1)

    def show_organization(self, organization: Id) -> None:
        """Show what belongs to an organization."""
        name = self._desk.workshop.of(Organization)[organization].name
        self.caption.setText(name)
        if organization != self.organization:
            self.organization = organization
            self.table.refresh()


class TraditionPanel(QWidget):
    """Two lists, and below them each tradition with the stance of the other side, twice seen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.us, self.them = desk, "", ""
        columns = (Column(name="text", strong=True, width=18), "intensity")
        self.theirs = OwnList(desk, Tradition, columns, "Add tradition")
        self.ours = OwnList(desk, Tradition, columns, "Add tradition")
        self.asked = label("What would the other side do to it?", "strong")
        self.stances = ChoiceGrid(desk, field(TraditionStance, "stance"))
        self.stances.edited.connect(self._take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(row(self.theirs, self.ours))
        whole.addWidget(self.asked)
        whole.addWidget(self.stances)

    def show_sides(self, us: Id, them: Id) -> None:
        """Show the traditions of both sides."""
        self.us, self.them = us, them
        self.theirs.show_organization(them)
        self.ours.show_organization(us)
        workshop = self._desk.workshop
        items = [
            each
            for owner in (them, us)
            for each in workshop.all(Tradition)
            if each.organization == owner
        ]
        names = workshop.of(Organization)
        self.asked.setVisible(bool(items))
        self.stances.setVisible(bool(items))
        self.stances.show_rows(
            ("Must not be lost", "Dear to", f"{names[us].name} says", f"{names[them].name} says"),
            [
                Choices(
                    each.id,
                    (each.text, names[each.organization].name),
                    (self._stance(each, us), self._stance(each, them)),
                )
                for each in items
            ],
        )

    def _other(self, tradition: Id) -> Id:
        owner = self._desk.workshop.get(Tradition, tradition).organization
        return self.us if owner == self.them else self.them

    def _stance(self, tradition: Tradition, by: Id) -> Stance | None:
        other = self._other(tradition.id)
        every = self._desk.workshop.of(TraditionStance).values()
        wanted = (tradition.id, other, by)
        return next(
            (e.stance for e in every if (e.tradition, e.organization, e.seen_by) == wanted), None
        )

    def _take(self, tradition: Id, number: int, stance: Stance | None) -> None:
        by = (self.us, self.them)[number]
        other = self._other(tradition)
        edit = partial(take_stance, tradition=tradition, organization=other, by=by, stance=stance)
        self._desk.apply(edit, "Say what becomes of a tradition")
