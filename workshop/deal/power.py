# SPDX-License-Identifier: MIT
"""Who decides what, and how evenly: a decision counts by its weight, a veto half of it."""

from typing import NamedTuple

from workshop.deal.operating_records import DecisionRight, PartyRight
from workshop.deal.parties import parties
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import Why, number, percent

VETO = 0.5
SAY_LABELS = {
    "decides": "Decides", "veto": "Veto", "consulted": "Consulted", "informed": "Informed",
}  # fmt: skip


class Power(NamedTuple):
    """The say of each party; `balance` is 1 where all have the same, None where nobody has any."""

    decisions: tuple[DecisionRight, ...]
    organizations: tuple[Organization, ...]
    rights: dict[tuple[Id, Id], PartyRight]
    weight: dict[Id, float]
    seats: dict[Id, int]
    balance: float | None
    undecided: tuple[DecisionRight, ...]
    why: Why


def power(workshop: Workshop) -> Power:
    """Give who decides what; of two parties the balance is 1 − |a − b| ÷ (a + b)."""
    decisions = workshop.all(DecisionRight)
    rights = {(r.decision, r.organization): r for r in workshop.all(PartyRight)}
    organizations = _columns(workshop, rights)
    weights = {each.id: each.weight for each in decisions}
    weight = {each.id: 0.0 for each in organizations}
    seats = {each.id: 0 for each in organizations}
    for (decision, organization), right in rights.items():
        part = {"decides": 1.0, "veto": VETO}.get(right.right or "", 0.0)
        weight[organization] += weights[decision] * part
        seats[organization] = max(seats[organization], right.seats or 0)
    decided = {d for (d, _), right in rights.items() if right.right == "decides"}
    undecided = tuple(each for each in decisions if each.id not in decided)
    balance = _balance(list(weight.values()))
    inputs = [(o.name, number(weight[o.id])) for o in organizations]
    why = Why(
        "1 − (most say − least say) ÷ (most say + least say); say is Σ weight of what one decides, "
        "and half of it for a veto",
        tuple(inputs),
    )
    return Power(tuple(decisions), organizations, rights, weight, seats, balance, undecided, why)


def power_sentence(found: Power) -> str:
    """Say who decides most, or that say is even."""
    if not found.decisions:
        return "Nothing says yet who decides what"
    total = sum(found.weight.values())
    if not total or found.balance is None:
        return "Nobody has a say in any decision yet"
    most = max(found.organizations, key=lambda each: found.weight[each.id])
    if found.balance == 1:
        return "Every party has the same say"
    part = percent(found.weight[most.id] / total)
    return f"{most.name} has {part} of the say; balance of power {number(found.balance)} of 1"


def _balance(say: list[float]) -> float | None:
    if len(say) < 2 or not max(say):
        return None
    return 1 - (max(say) - min(say)) / (max(say) + min(say))


def _columns(
    workshop: Workshop, rights: dict[tuple[Id, Id], PartyRight]
) -> tuple[Organization, ...]:
    known = parties(workshop)
    named = {organization for _, organization in rights}
    others = [o for o in workshop.all(Organization) if o.id in named and o not in known]
    return (*known, *others)
