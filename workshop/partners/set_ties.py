# SPDX-License-Identifier: MIT
"""How a set of partners stands in the network: who is tied to us already, and who would be new."""

from workshop.ids import Id
from workshop.partners.graph import COMPETITOR
from workshop.partners.records import Tie
from workshop.prepare.details import ours
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted, listed


def set_ties_headline(workshop: Workshop, members: tuple[Id, ...]) -> str:
    """Say how many partners of a set are tied to us already, and who is not."""
    names = workshop.of(Organization)
    members = tuple(id for id in members if id in names)
    mine = {each.id for each in ours(workshop)}
    tied = {
        id
        for tie in workshop.all(Tie)
        if tie.status == "active" and tie.relation.strip().casefold() != COMPETITOR
        for id in _across(tie.source, tie.target, mine)
    }
    if not members:
        return f"Going alone we are tied to {counted(len(tied), 'organization')}"
    new = [names[id].name for id in members if id not in tied]
    if not new:
        whole = (
            f"All {len(members)} partners are"
            if len(members) > 1
            else f"{names[members[0]].name} is"
        )
        return f"{whole} tied to us already"
    verb = "has" if len(new) == 1 else "have"
    if len(new) == len(members):
        return f"{listed(new)} {verb} no tie to us yet"
    is_tied = "is" if len(members) - len(new) == 1 else "are"
    return f"{len(members) - len(new)} of {len(members)} partners {is_tied} tied to us already; {listed(new)} {verb} no tie to us yet"


def _across(one: Id, other: Id, mine: set[Id]) -> list[Id]:
    """Give the end of a tie that is not ours, where the other one is."""
    return [
        there for here, there in ((one, other), (other, one)) if here in mine and there not in mine
    ]
