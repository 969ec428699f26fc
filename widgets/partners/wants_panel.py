# SPDX-License-Identifier: MIT
"""What both sides want to become and how that goes together, and what the candidate itself needs."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.cards import row
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.partners.choice_grid import ChoiceGrid, Choices
from widgets.partners.tradition_panel import OwnList
from widgets.step_page import link
from widgets.tables.record_table import Column
from workshop.ids import Id
from workshop.partners.fit_records import Aspiration, AspirationLabel, AspirationMatch
from workshop.partners.rating_edits import compare_aspirations, match_of
from workshop.partners.records import PartnerNeed
from workshop.prepare.records import Organization
from workshop.record import field


class WantsPanel(QWidget):
    """Two lists of aspirations, and below them each pair with how the two get on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        columns = (Column(name="text", strong=True, width=20),)
        self.theirs = OwnList(desk, Aspiration, columns, "Add aspiration")
        self.ours = OwnList(desk, Aspiration, columns, "Add aspiration")
        self.asked = label("How do they get on?", "strong")
        self.pairs = ChoiceGrid(desk, field(AspirationMatch, "label"))
        self.pairs.edited.connect(self._compare)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(row(self.theirs, self.ours))
        whole.addWidget(self.asked)
        whole.addWidget(self.pairs)

    def show_sides(self, us: Id, them: Id) -> None:
        """Show what both sides want."""
        self.theirs.show_organization(them)
        self.ours.show_organization(us)
        workshop = self._desk.workshop
        every = workshop.all(Aspiration)
        pairs = [
            (mine, other)
            for other in every
            if other.organization == them
            for mine in every
            if mine.organization == us
        ]
        names = workshop.of(Organization)
        self.asked.setVisible(bool(pairs))
        self.pairs.setVisible(bool(pairs))
        self.pairs.show_rows(
            (f"{names[them].name} wants", f"{names[us].name} wants", "Together"),
            [
                Choices(
                    (mine.id, other.id),
                    (other.text, mine.text),
                    (getattr(match_of(workshop, mine.id, other.id), "label", None),),
                )
                for mine, other in pairs
            ],
        )

    def _compare(self, pair: tuple[Id, Id], _number: int, label: AspirationLabel | None) -> None:
        edit = partial(compare_aspirations, one=pair[0], other=pair[1], label=label)
        self._desk.apply(edit, "Compare aspirations")


class NeedsPanel(QWidget):
    """What the candidate needs itself, and the way to what it holds and where it works."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.them = ""
        columns = (Column(name="capability", strong=True, width=18), "needed_level", "importance")
        self.needs = OwnList(desk, PartnerNeed, columns, "Add need")
        self.to_assets = link(
            "What it holds and would lend", lambda: desk.go("gaps.assets", self.them)
        )
        self.to_places = link("Where it works", lambda: desk.go("prepare.organizations", self.them))
        links = QHBoxLayout()
        links.addWidget(self.to_assets)
        links.addWidget(self.to_places)
        links.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.needs)
        whole.addLayout(links)

    def show_sides(self, us: Id, them: Id) -> None:
        """Show what a candidate needs."""
        self.them = them
        self.needs.show_organization(them)
