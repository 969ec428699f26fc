# SPDX-License-Identifier: MIT
"""Verbs of the deal: who has which part and which say, what is scored under seal, what is brought.

What belongs to a pair, such as a decision and an organization, is found by the pair; nobody keys
in an id.
"""

from typing import Any

from workshop.deal.money_records import BasisValue, LossShare
from workshop.deal.operating_records import PartyRight, Role
from workshop.deal.records import SealedScore, WalkAway
from workshop.deal.term_records import OptionValue, TermWeight
from workshop.edits import add, change, remove
from workshop.ids import Id, new_id
from workshop.record import Record
from workshop.state import Workshop


def toggle_role(workshop: Workshop, activity: Id, organization: Id, part: str) -> Workshop:
    """Give an organization a part in an activity, or take it back.

    One alone is accountable, so that part moves there from whoever had it.
    """
    every = workshop.of(Role).values()
    same = [
        r for r in every if (r.activity, r.organization, r.part) == (activity, organization, part)
    ]
    if same:
        return remove(workshop, Role, [each.id for each in same])
    if part == "accountable":
        moved = [r.id for r in every if r.activity == activity and r.part == "accountable"]
        workshop = remove(workshop, Role, moved)
    named: dict[str, Any] = {"activity": activity, "organization": organization, "part": part}
    return add(workshop, Role(id=new_id(), **named))


def clear_roles(workshop: Workshop, activity: Id, organization: Id) -> Workshop:
    """Take every part in an activity from an organization."""
    every = workshop.of(Role).values()
    gone = [r.id for r in every if (r.activity, r.organization) == (activity, organization)]
    return remove(workshop, Role, gone)


def set_right(workshop: Workshop, decision: Id, organization: Id, **values: Any) -> Workshop:
    """Set the say or the seats of an organization in a decision."""
    return _set(workshop, PartyRight, {"decision": decision, "organization": organization}, values)


def seal_score(workshop: Workshop, organization: Id, item: Id, score: int | None) -> Workshop:
    """Keep what an entry of the ledger weighs for an organization; None takes the score back."""
    keys = {"organization": organization, "item": item}
    if score is None:
        return _take_back(workshop, SealedScore, keys)
    return _set(workshop, SealedScore, keys, {"score": score})


def seal_weight(workshop: Workshop, organization: Id, term: Id, weight: float | None) -> Workshop:
    """Keep how much a term matters to an organization; None takes the weight back."""
    keys = {"organization": organization, "term": term}
    if weight is None:
        return _take_back(workshop, TermWeight, keys)
    return _set(workshop, TermWeight, keys, {"weight": weight})


def seal_value(workshop: Workshop, organization: Id, option: Id, value: float | None) -> Workshop:
    """Keep how good an option is for an organization; None takes the value back."""
    keys = {"organization": organization, "option": option}
    if value is None:
        return _take_back(workshop, OptionValue, keys)
    return _set(workshop, OptionValue, keys, {"value": value})


def seal_walk_away(workshop: Workshop, organization: Id, **values: Any) -> Workshop:
    """Keep the least an organization accepts, and what it would do instead."""
    return _set(workshop, WalkAway, {"organization": organization}, values)


def set_basis_value(
    workshop: Workshop, basis: Id, organization: Id, value: float | None
) -> Workshop:
    """Set what an organization brings on a basis; None takes it off the basis."""
    keys = {"basis": basis, "organization": organization}
    if value is None:
        return _take_back(workshop, BasisValue, keys)
    return _set(workshop, BasisValue, keys, {"value": value})


def set_loss_share(workshop: Workshop, organization: Id, share: float | None) -> Workshop:
    """Set the part of a loss that an organization bears; None frees it of any."""
    keys = {"organization": organization}
    if share is None:
        return _take_back(workshop, LossShare, keys)
    return _set(workshop, LossShare, keys, {"share": share})


def _matching(workshop: Workshop, kind: type[Record], keys: dict[str, Id]) -> list[Id]:
    every = workshop.of(kind).values()
    return [r.id for r in every if all(getattr(r, name) == id for name, id in keys.items())]


def _take_back(workshop: Workshop, kind: type[Record], keys: dict[str, Id]) -> Workshop:
    return remove(workshop, kind, _matching(workshop, kind, keys))


def _set(
    workshop: Workshop, kind: type[Record], keys: dict[str, Id], values: dict[str, Any]
) -> Workshop:
    found = _matching(workshop, kind, keys)
    if found:
        return change(workshop, kind, found[0], **values)
    named: dict[str, Any] = {**keys, **values}
    return add(workshop, kind(id=new_id(), **named))
