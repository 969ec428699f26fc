# SPDX-License-Identifier: MIT
"""Money, decisions and contributions of each party beside each other, and where they disagree.

Contribution is what a party does and gives: half its part of the work (RACI), half its part of the
openly said weight of what it gives up and brings. Where only one is known, that one counts whole.
"""

from typing import NamedTuple

from workshop.deal.operating_records import Role
from workshop.deal.parties import parties
from workshop.deal.power import power
from workshop.deal.records import LedgerItem
from workshop.deal.scenarios import outlook
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.why import Why, percent

APART = 0.15
"""How far two parts must lie apart to be named."""
SIDES = ("money", "decisions", "contributions")
_WORK = {"responsible": 1.0, "accountable": 1.0}


class Proportion(NamedTuple):
    """The parts of one party of the whole, from 0 to 1; None where they cannot be known yet."""

    organization: Organization
    money: float | None
    decisions: float | None
    contributions: float | None
    apart: float
    sentence: str


class Picture(NamedTuple):
    """All parties, and how the parts were found."""

    proportions: tuple[Proportion, ...]
    why: Why


def proportions(workshop: Workshop) -> Picture:
    """Give the parts of every party, ours first."""
    found = parties(workshop)
    money, decisions, contributions = (
        _shares(each) for each in (_money(workshop), power(workshop).weight, _given(workshop))
    )
    rows = tuple(
        _proportion(o, money.get(o.id), decisions.get(o.id), contributions.get(o.id)) for o in found
    )
    why = Why(
        "Part of all expected gains; of the weight of decisions; of work done and things given",
        tuple((o.organization.name, o.sentence) for o in rows),
    )
    return Picture(rows, why)


def _proportion(
    organization: Organization,
    money: float | None,
    decisions: float | None,
    contributions: float | None,
) -> Proportion:
    known = {
        key: value
        for key, value in zip(SIDES, (money, decisions, contributions), strict=True)
        if value is not None
    }
    name = organization.name
    if len(known) < 2:
        said = f"Of {name} too little is known to compare."
        return Proportion(organization, money, decisions, contributions, 0.0, said)
    most, least = max(known, key=lambda k: known[k]), min(known, key=lambda k: known[k])
    apart = known[most] - known[least]
    if apart >= APART:
        said = (
            f"{name} has {percent(known[most])} of the {most} "
            f"and {percent(known[least])} of the {least}."
        )
    else:
        said = f"For {name} the parts agree."
    return Proportion(organization, money, decisions, contributions, apart, said)


def _money(workshop: Workshop) -> dict[Id, float]:
    """Give what each may expect to gain; nothing where it cannot be worked out."""
    try:
        found = outlook(workshop)
    except RuleError:
        return {}
    return {id: max(0.0, float(each)) for id, each in found.by_organization}


def _given(workshop: Workshop) -> dict[Id, float]:
    work: dict[Id, float] = {}
    for role in workshop.all(Role):
        work[role.organization] = work.get(role.organization, 0.0) + _WORK.get(role.part, 0.0)
    given: dict[Id, float] = {}
    for item in workshop.all(LedgerItem):
        if item.kind in ("gives_up", "brings_strength"):
            given[item.organization] = given.get(item.organization, 0.0) + (item.weight or 0)
    halves = [each for each in (_shares(work), _shares(given)) if each]
    ids = {id for half in halves for id in half}
    return {id: sum(half.get(id, 0.0) for half in halves) for id in sorted(ids)}


def _shares(amounts: dict[Id, float]) -> dict[Id, float]:
    total = sum(amounts.values())
    return {id: each / total for id, each in amounts.items()} if total else {}
