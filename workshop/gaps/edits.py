# SPDX-License-Identifier: MIT
"""The verbs of the gap map and of the ladder: hold a level, rate, close and open a way, choose."""

from typing import Any

from workshop.edits import add, change, remove
from workshop.gaps.records import Asset, ClosedOption, Option, Sourcing
from workshop.gaps.sourcing import sourcing_of
from workshop.ids import Id, new_id
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop


def hold(workshop: Workshop, capability: Id, level: int | None) -> Workshop:
    """Set the level of the best asset ours hold of a capability; without one, give ours an asset.

    Raises RuleError where no organization is ours: the gap is measured on what ours hold.
    """
    asset = best_of_ours(workshop, capability)
    if asset:
        return change(workshop, Asset, asset.id, level=level)
    ours = [each for each in workshop.of(Organization).values() if each.ours]
    if not ours:
        raise RuleError(
            "No organization is marked as ours; mark one under Organizations to rate what we hold."
        )
    first = min(ours, key=lambda each: each.name.casefold())
    fresh = Asset(id=new_id(), organization=first.id, capability=capability, level=level)
    return add(workshop, fresh)


def best_of_ours(workshop: Workshop, capability: Id) -> Asset | None:
    """Give the asset with the highest level among ours of a capability, if ours have any."""
    organizations = workshop.of(Organization)
    own = [
        each
        for each in workshop.of(Asset).values()
        if each.capability == capability and organizations[each.organization].ours
    ]
    own.sort(key=lambda each: organizations[each.organization].name.casefold())
    return max(own, key=lambda each: -1 if each.level is None else each.level, default=None)


def set_sourcing(workshop: Workshop, need: Id, **values: Any) -> Workshop:
    """Set ratings, the choice or the reason for a need; the record is added where there is none."""
    found = sourcing_of(workshop, need)
    if found:
        return change(workshop, Sourcing, found.id, **values)
    return add(workshop, Sourcing(id=new_id(), need=need, **values))


def close_way(workshop: Workshop, need: Id, option: Option, **values: Any) -> Workshop:
    """Note that a way is not open to us for a need, with `reason` and `details` as given."""
    found = closed_way(workshop, need, option)
    if found:
        return change(workshop, ClosedOption, found.id, **values)
    return add(workshop, ClosedOption(id=new_id(), need=need, option=option, **values))


def open_way(workshop: Workshop, need: Id, option: Option) -> Workshop:
    """Note that a way is open to us for a need after all."""
    found = closed_way(workshop, need, option)
    return remove(workshop, ClosedOption, [found.id]) if found else workshop


def closed_way(workshop: Workshop, need: Id, option: Option) -> ClosedOption | None:
    """Give why a way is closed for a need, or None if it is open."""
    every = workshop.of(ClosedOption).values()
    return next((each for each in every if (each.need, each.option) == (need, option)), None)
