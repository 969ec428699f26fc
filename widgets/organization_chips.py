# SPDX-License-Identifier: MIT
"""Chips of the organizations at the table, ours first, of which one is looked at."""

from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from workshop.history import Step
from workshop.ids import Id
from workshop.prepare.details import organizations
from workshop.prepare.records import Organization

_MOST = 12


class OrganizationChips(ChoiceChips):
    """Offers whoever is at the table; another organization joins while it is looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Organization")
        self._desk = desk
        desk.changed.connect(self._follow)
        self.look_at("")

    def look_at(self, organization: Id) -> None:
        """Offer the organizations with this one chosen, without saying so."""
        known = organizations(self._desk.workshop)
        shown = [each for each in known if each.ours or each.at_table][:_MOST]
        wanted = self._desk.workshop.of(Organization).get(organization)
        if wanted and wanted not in shown:
            shown.append(wanted)
        self.offer([(each.id, _words(each)) for each in shown], organization)

    def _follow(self, step: Step) -> None:
        if step.touches(Organization):
            before = self.current
            self.look_at(before)
            if self.current != before:
                self.chosen.emit(self.current)


def _words(each: Organization) -> str:
    return f"{each.name} (ours)" if each.ours else each.name
