# SPDX-License-Identifier: MIT
"""Chips of the candidates, for pages that look at one partner at a time."""

from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from workshop.ids import Id
from workshop.partners.candidates import candidates
from workshop.prepare.records import Organization


class PartnerChips(ChoiceChips):
    """One chip for each candidate, by name; a candidate that is gone gives way to the first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Candidate")
        self._desk = desk

    def refresh(self, wanted: Id = "") -> Id:
        """Offer the candidates there are now; give the organization that is chosen, or ""."""
        names = self._desk.workshop.of(Organization)
        found = [each.organization for each in candidates(self._desk.workshop)]
        current = wanted if wanted in found else self.current
        self.offer([(id, names[id].name) for id in found], current)
        return self.current
