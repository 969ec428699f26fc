# SPDX-License-Identifier: MIT
"""When the steps of the deal are done, and what they lack."""

from collections.abc import Callable

from workshop.deal import conditions
from workshop.deal.conditions import Finding
from workshop.deal.gate import gate
from workshop.deal.ledger import accounts, tangible
from workshop.deal.records import Clause, LedgerItem, Struck
from workshop.deal.stress import cards
from workshop.deal.term_records import Package, Term
from workshop.future_state.records import Statement
from workshop.path.stand import Done
from workshop.state import Workshop
from workshop.why import counted

_PARTS: tuple[Callable[[Workshop], Finding], ...] = (
    conditions.roles,
    conditions.resources,
    conditions.goals,
    conditions.measurers,
    conditions.decisions,
    conditions.conflict,
    conditions.way_out,
)


def vision(workshop: Workshop) -> Done:
    """Ask that the vision is detailed for both sides."""
    if not workshop.of(Statement):
        return Done(False, "No statements yet")
    found = conditions.vision(workshop)
    return Done(found.holds, found.sentence.removesuffix("."))


def ledger(workshop: Workshop) -> Done:
    """Ask that every party has named all four kinds, and a gain that can be counted."""
    if not workshop.of(LedgerItem):
        return Done(False, "Nothing is given or gained yet")
    found = accounts(workshop)
    whole = [
        each
        for each in found
        if not each.lacking and any(tangible(workshop, i) for i in each.items["gets_benefit"])
    ]
    words = f"{len(whole)} of {len(found)} organizations have named all four sides"
    return Done(len(whole) == len(found), words)


def agreement(workshop: Workshop) -> Done:
    """Ask that all parts hold, that they are in words, and that hard questions have answers."""
    held = sum(part(workshop).holds for part in _PARTS)
    if held < len(_PARTS):
        return Done(False, f"{held} of {len(_PARTS)} parts are settled")
    if not workshop.of(Clause):
        return Done(False, "Every part is settled, no clause is written")
    loose = sum(not each.answered for each in cards(workshop))
    if loose:
        return Done(False, f"{counted(loose, 'hard question')} without an answer")
    return Done(True, f"Every part is settled, in {counted(len(workshop.of(Clause)), 'clause')}")


def packages(workshop: Workshop) -> Done:
    """Ask that one package is agreed."""
    if not workshop.of(Term):
        return Done(False, "No terms yet")
    agreed = [each for each in workshop.all(Package) if each.status == "agreed"]
    if not agreed:
        return Done(False, f"{counted(len(workshop.of(Term)), 'term')}, no package agreed")
    return Done(True, f"{agreed[0].name} is agreed")


def savings(workshop: Workshop) -> Done:
    """Ask that the split has been tried on a bad year and is accepted."""
    found = conditions.savings(workshop)
    return Done(found.holds, found.sentence.removesuffix("."))


def readiness(workshop: Workshop) -> Done:
    """Ask that the deal is struck."""
    if workshop.of(Struck):
        return Done(True, "The deal is struck")
    return Done(False, gate(workshop).sentence.removesuffix("."))


TESTS = {
    "deal.vision": vision,
    "deal.ledger": ledger,
    "deal.agreement": agreement,
    "deal.packages": packages,
    "deal.savings": savings,
    "deal.readiness": readiness,
}
"""The test of each step, by its key."""
