# SPDX-License-Identifier: MIT
"""What each side must change for an alliance, whether it is ready to, and who avoids it.

A partner sought in order to stay the same is the surest sign of failure, so avoiding change is a
hard red flag, and it is computed (domain section 5.6).
"""

from typing import NamedTuple

from workshop.ids import Id
from workshop.partners.candidates import us
from workshop.partners.records import PartnerChange
from workshop.prepare.details import ours
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import Why, counted, number, percent

LEAST_READY = 0.5
LEAST_BALANCE = 0.2
"""Below these, a side counts as avoiding change."""


class Side(NamedTuple):
    """One side's changes; the load is the sum of magnitudes, readiness from 0 to 1.

    `avoids` has a sentence for each reason to say that this side avoids change.
    """

    organization: Organization
    changes: tuple[PartnerChange, ...]
    load: int | None
    readiness: float | None
    rated: int
    avoids: tuple[str, ...]
    why: Why


class Changes(NamedTuple):
    """What both sides must change; balance is the smaller load as a part of the larger one."""

    us: Side
    them: Side
    balance: float | None

    @property
    def avoiding(self) -> tuple[Side, ...]:
        """The sides that avoid change."""
        return tuple(side for side in (self.us, self.them) if side.avoids)


def changes_with(workshop: Workshop, partner: Id) -> Changes:
    """Compare what we and a partner must change; nobody avoids what nobody has named yet."""
    own = {each.id for each in ours(workshop)}
    every = sorted(workshop.all(PartnerChange), key=_rank)
    mine = [c for c in every if c.organization in own and c.counterpart in (None, partner)]
    theirs = [c for c in every if c.organization == partner and c.counterpart in (None, *own)]
    here = _side(us(workshop), mine)
    there = _side(workshop.get(Organization, partner), theirs)
    balance = _balance(here.load, there.load)
    if mine or theirs:
        here = here._replace(avoids=_avoids(here, there, balance))
        there = there._replace(avoids=_avoids(there, here, balance))
    return Changes(here, there, balance)


def changes_headline(found: Changes) -> str:
    """Say who avoids change, or that both sides are ready."""
    if not found.us.changes and not found.them.changes:
        return f"No change is named yet with {found.them.organization.name}"
    if found.avoiding:
        return " ".join(side.avoids[0] for side in found.avoiding)
    known = [s for s in (found.us, found.them) if s.readiness is not None]
    if len(known) < 2 or found.balance is None:
        return "Not every change is rated yet"
    words = [f"{s.organization.name} is {percent(s.readiness or 0)} ready" for s in known]
    return f"Both sides change: {words[0]}, {words[1]}"


def _side(organization: Organization, changes: list[PartnerChange]) -> Side:
    sizes = [c.magnitude for c in changes if c.magnitude is not None]
    load = sum(sizes) if sizes else None if changes else 0
    rated = [
        (c.magnitude, min(c.willingness, c.capacity))
        for c in changes
        if c.magnitude is not None and c.willingness is not None and c.capacity is not None
    ]
    total = sum(magnitude for magnitude, _ in rated)
    ready = sum(m * able for m, able in rated) / (4 * total) if total else None
    why = Why(
        "Σ magnitude × the lower of willingness and capacity ÷ (4 × Σ magnitude)",
        (
            ("Load", number(load)),
            ("Readiness", number(ready, 4)),
            ("Rated", f"{len(rated)} of {counted(len(changes), 'change')}"),
        ),
    )
    return Side(organization, tuple(changes), load, ready, len(rated), (), why)


def _balance(one: int | None, other: int | None) -> float | None:
    if one is None or other is None or not max(one, other):
        return None
    return min(one, other) / max(one, other)


def _avoids(side: Side, other: Side, balance: float | None) -> tuple[str, ...]:
    name = side.organization.name
    found = []
    if side.load == 0:
        found.append(f"{name} names nothing that it would change.")
    if side.readiness is not None and side.readiness < LEAST_READY:
        found.append(f"{name} is only {percent(side.readiness)} ready for its own changes.")
    if _is_lopsided(side, other, balance):
        found.append(
            f"{name} would change {percent(balance or 0)} as much as {other.organization.name}."
        )
    return tuple(found)


def _is_lopsided(side: Side, other: Side, balance: float | None) -> bool:
    if balance is None or not side.load:
        return False
    return balance < LEAST_BALANCE and side.load < (other.load or 0)


def _rank(change: PartnerChange) -> tuple[int, str, Id]:
    return -(change.magnitude or 0), change.text.casefold(), change.id
