# SPDX-License-Identifier: MIT
"""The chosen capability beside the gap map: why it is needed, who holds it, how to close the gap."""

from PySide6.QtWidgets import QHBoxLayout

from widgets.cards import Card
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.forms.naming import name_at
from widgets.gaps.ways_table import WaysTable
from widgets.step_page import link
from widgets.why import WhyButton
from workshop.gaps.gap import Gap, Holding, gap_of
from workshop.gaps.records import Need
from workshop.gaps.sourcing import compare
from workshop.ids import Id
from workshop.record import field
from workshop.state import Workshop
from workshop.why import listed, number

_MOST_REASONS, _MOST_HOLDERS = 2, 4
_LONGEST = 80


class NeedCard(Card):
    """Shows one need in words; its links lead to where each thing is changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.id = desk, ""
        self.why = WhyButton()
        self.buttons.addWidget(self.why)
        self.held, self.ways, self.differs = label("", "body"), WaysTable(), label("", "mute")
        self.content.addSpacing(6)
        self.add(self.ways)
        self.add(self.differs)
        self.content.addSpacing(6)
        self.add(label("Held by", "caption"))
        self.add(self.held)
        self.content.addStretch(1)
        self.to_sourcing = link("How to close it", lambda: desk.go("gaps.sourcing", self.id))
        self.to_assets = link("Who holds it", self._go_to_assets)
        self.to_need = link("Change the need", lambda: desk.go("gaps.capabilities", self.id))
        self.content.addLayout(self._links())

    def show_need(self, id: Id) -> None:
        """Show a need, or nothing."""
        self.id = id if id in self._desk.workshop.of(Need) else ""
        if not self.id:
            self.show_words("")
            return
        workshop = self._desk.workshop
        gap, found = gap_of(workshop, self.id), compare(workshop, self.id)
        self.show_words(gap.capability.name, _reasons(workshop, gap.need))
        subject = f"Priority of {gap.capability.name}: {number(gap.priority)}"
        self.why.show_why(gap.why, subject)
        self.held.setText(_holders(gap))
        self.ways.show_ways(found)
        self.differs.setText(found.caution or found.differs)
        self.differs.setVisible(bool(self.differs.text()))

    def _go_to_assets(self) -> None:
        need = self._desk.workshop.of(Need).get(self.id)
        self._desk.go("gaps.assets", need.capability if need else "")

    def _links(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        for button in (self.to_sourcing, self.to_assets, self.to_need):
            line.addWidget(button)
        line.addStretch(1)
        return line


def _reasons(workshop: Workshop, need: Need) -> str:
    names = [name_at(workshop, field(Need, "because"), id) for id in need.because]
    if not names:
        return "Not tied to a statement or factor yet"
    quoted = [f"“{_short(name)}”" for name in names[:_MOST_REASONS]]
    if len(names) > _MOST_REASONS:
        quoted.append(f"{len(names) - _MOST_REASONS} more")
    return f"Needed because of {listed(quoted)}"


def _holders(gap: Gap) -> str:
    if not gap.holders:
        return "Nobody yet"
    lines = [_holder(each) for each in gap.holders[:_MOST_HOLDERS]]
    if len(gap.holders) > _MOST_HOLDERS:
        lines.append(f"and {len(gap.holders) - _MOST_HOLDERS} more")
    return "\n".join(lines)


def _holder(holding: Holding) -> str:
    asset, ours = holding.asset, " (ours)" if holding.organization.ours else ""
    level = "level unknown" if asset.level is None else f"level {asset.level}"
    name = f": {asset.name}" if asset.name else ""
    return f"{holding.organization.name}{ours}, {level}{name}"


def _short(text: str) -> str:
    if len(text) > _LONGEST:
        return text[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return text.removesuffix(".")
