# SPDX-License-Identifier: MIT
"""What the future state needs that our organizations do not hold today, and what we can offer.

The current level of a capability is the best level any of OUR organizations holds, for one that
masters it can serve the others. A need none of ours has rated is not rated; it is never 0.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workshop.gaps.records import Asset, Capability, Need
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.remembered import LatestByKey, remembered
from workshop.state import Workshop
from workshop.why import Why, number


class Holding(NamedTuple):
    """An asset and the organization that holds it."""

    organization: Organization
    asset: Asset


class Gap(NamedTuple):
    """A need against what is held; numbers that cannot be known yet are None.

    `priority` is importance times urgency times gap, 75 at most; `quantity_gap` the fraction of
    the needed quantity that is missing, negative when more is held than needed.
    """

    need: Need
    capability: Capability
    current: int | None
    gap: int | None
    surplus: int | None
    priority: int | None
    current_quantity: float | None
    quantity_gap: float | None
    holders: tuple[Holding, ...]

    @property
    def why(self) -> Why:
        """The reasons for the priority; most gaps are never asked for them."""
        return _why(self.need, self.current, self.gap)


class Coverage(NamedTuple):
    """How much of what the future state needs we hold, over the needs that are fully rated."""

    share: float | None
    rated: int
    needs: int
    why: Why


@remembered
def gaps(workshop: Workshop) -> tuple[Gap, ...]:
    """Give the gap of every need, the highest priority first and those without one last."""
    held = holdings(workshop)
    found = (_gap(workshop, need, held) for need in workshop.of(Need).values())
    return tuple(sorted(found, key=_rank))


def gap_of(workshop: Workshop, need_id: Id) -> Gap:
    """Give the gap of one need."""
    return _gap(workshop, workshop.get(Need, need_id), holdings(workshop))


def offers(workshop: Workshop) -> tuple[Gap, ...]:
    """Give the needs of which we hold more than we need, the largest surplus first."""
    able = [(gap.surplus, gap) for gap in gaps(workshop) if gap.surplus]
    able.sort(key=lambda pair: (-pair[0], pair[1].capability.name.casefold()))
    return tuple(gap for _, gap in able)


def coverage(found: Iterable[Gap]) -> Coverage:
    """Give the share of what is needed that we hold, weighted by importance."""
    every = list(found)
    held = needed = rated = 0
    for each in every:
        level, weight = each.need.needed_level, each.need.importance
        if level is not None and weight is not None and each.current is not None:
            rated += 1
            held += weight * min(each.current, level)
            needed += weight * level
    why = Why(
        "Σ importance × min(current, needed) ÷ Σ importance × needed",
        (
            ("Held", number(held)),
            ("Needed", number(needed)),
            ("Rated", f"{rated} of {len(every)} needs"),
        ),
    )
    return Coverage(held / needed if needed else None, rated, len(every), why)


@remembered
def holdings(workshop: Workshop) -> Mapping[Id, tuple[Holding, ...]]:
    """Give who holds each capability: our organizations first, then by level and name.

    An asset at level 0 is an answer too (“absent”) and is among them.
    """
    by_capability: dict[Id, list[Holding]] = {}
    organizations = workshop.of(Organization)
    for asset in workshop.of(Asset).values():
        holding = Holding(organizations[asset.organization], asset)
        by_capability.setdefault(asset.capability, []).append(holding)
    return {id: tuple(sorted(held, key=_holding_rank)) for id, held in by_capability.items()}


@remembered
def our_levels(workshop: Workshop) -> Mapping[Id, int]:
    """Give the best level any of our organizations holds, by capability; unrated ones are absent."""
    ours = {each.id for each in workshop.of(Organization).values() if each.ours}
    best: dict[Id, int] = {}
    for asset in workshop.of(Asset).values():
        if asset.level is not None and asset.organization in ours:
            best[asset.capability] = max(asset.level, best.get(asset.capability, 0))
    return best


def shortfall(need: Need, current: int | None) -> int | None:
    """Give the gap between a current level and the needed one; None if either is unknown."""
    if current is None or need.needed_level is None:
        return None
    return max(0, need.needed_level - current)


def priority(need: Need, gap: int | None) -> int | None:
    """Give importance times urgency times gap, 75 at most; 0 for a need that is met."""
    if gap == 0:
        return 0
    if gap is None or need.importance is None or need.urgency is None:
        return None
    return need.importance * need.urgency * gap


def _gap(workshop: Workshop, need: Need, held: Mapping[Id, tuple[Holding, ...]]) -> Gap:
    capability = workshop.get(Capability, need.capability)
    return _latest(need.id, need, capability, held.get(need.capability, ()))


def _compared(need: Need, capability: Capability, everybody: tuple[Holding, ...]) -> Gap:
    ours = [holding.asset for holding in everybody if holding.organization.ours]
    levels = [asset.level for asset in ours if asset.level is not None]
    current = max(levels, default=None)
    gap, surplus = shortfall(need, current), None
    if current is not None and need.needed_level is not None:
        surplus = max(0, current - need.needed_level)
    quantities = [asset.quantity for asset in ours if asset.quantity is not None]
    quantity = sum(quantities) if quantities else None
    return Gap(
        need=need,
        capability=capability,
        current=current,
        gap=gap,
        surplus=surplus,
        priority=priority(need, gap),
        current_quantity=quantity,
        quantity_gap=_quantity_gap(need.needed_quantity, quantity),
        holders=tuple(h for h in everybody if h.asset.level != 0),
    )


_latest = LatestByKey(_compared)


def _quantity_gap(needed: float | None, held: float | None) -> float | None:
    return (needed - held) / needed if needed and held is not None else None


def _why(need: Need, current: int | None, gap: int | None) -> Why:
    return Why(
        "Priority = importance × urgency × gap; gap = needed level − best level held by ours",
        (
            ("Needed", number(need.needed_level)),
            ("Current", "not rated" if current is None else number(current)),
            ("Gap", number(gap)),
            ("Importance", number(need.importance)),
            ("Urgency", number(need.urgency)),
        ),
    )


def _rank(gap: Gap) -> tuple[bool, int, int, str]:
    importance = gap.need.importance or 0
    return (
        gap.priority is None,
        -(gap.priority or 0),
        -importance,
        gap.capability.name.casefold(),
    )


def _holding_rank(holding: Holding) -> tuple[bool, bool, int, str]:
    level = holding.asset.level
    organization = holding.organization
    return not organization.ours, level is None, -(level or 0), organization.name.casefold()
