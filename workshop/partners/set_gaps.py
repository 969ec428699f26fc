# SPDX-License-Identifier: MIT
"""What becomes of every gap under a set of partners: closed and by whom, or how far it gets.

A need is covered by one partner alone or not at all (domain section 6), so what a set reaches is
the highest of our own level and of what any one partner would lend (level × share).
"""

from typing import NamedTuple

from workshop.gaps.gap import Gap, gaps
from workshop.gaps.records import Asset
from workshop.ids import Id
from workshop.partners.partner_sets import describe, members_mask
from workshop.partners.set_from_workshop import pose
from workshop.partners.set_problem import Problem, bits
from workshop.state import Workshop
from workshop.why import counted, in_sentence


class SetGap(NamedTuple):
    """A need under a set: the level reached, or None if unknown, and the partners that cover it.

    `weighed` is false where the need has no level or importance yet and so cannot count.
    """

    gap: Gap
    reached: float | None
    closed_by: tuple[str, ...]
    held: bool
    weighed: bool

    @property
    def is_open(self) -> bool:
        """Whether the need is weighed and neither held by us nor covered by the set."""
        return self.weighed and not self.held and not self.closed_by


def set_gaps(workshop: Workshop, members: tuple[Id, ...]) -> tuple[SetGap, ...]:
    """Give every need under a set of partners, in the order of the gap map."""
    problem = pose(workshop).problem
    inside = bits(members_mask(problem, members))
    lent = _lent(workshop, {problem.ids[i] for i in inside})
    places = {need: k for k, need in enumerate(problem.needs)}
    return tuple(
        _under(problem, inside, gap, places.get(gap.need.id), lent.get(gap.need.capability))
        for gap in gaps(workshop)
    )


def set_gaps_headline(workshop: Workshop, members: tuple[Id, ...]) -> str:
    """Say how many gaps a set closes, and which must-have or need stays open."""
    problem = pose(workshop).problem
    found = describe(problem, members_mask(problem, members))
    mine = [each for each in set_gaps(workshop, members) if each.weighed and not each.held]
    if not mine:
        return "We hold all that is needed" if problem.needs else "No need is weighed yet"
    closed = sum(not each.is_open for each in mine)
    of_all = f"{closed} of {counted(len(mine), 'gap')}"
    verb = "closes" if closed == 1 else "close"
    if not found.members:
        return f"Alone none of {counted(len(mine), 'gap')} closes"
    if not found.open_needs:
        return f"All {len(mine)} gaps close" if len(mine) > 1 else "The one gap closes"
    musts = [need for need in found.open_needs if need in found.open_musts]
    first = in_sentence(
        problem.need_names[problem.needs.index((musts or list(found.open_needs))[0])]
    )
    kind = "the must-have " if musts else ""
    return f"{of_all} {verb}; {kind}{first} stays open"


def _lent(workshop: Workshop, members: set[Id]) -> dict[Id, float]:
    """Give by capability the most that any one of these organizations would lend."""
    most: dict[Id, float] = {}
    for asset in workshop.all(Asset):
        if asset.organization in members and asset.level is not None:
            share = 1.0 if asset.share is None else asset.share
            most[asset.capability] = max(asset.level * share, most.get(asset.capability, 0.0))
    return most


def _under(
    problem: Problem, inside: list[int], gap: Gap, place: int | None, lent: float | None
) -> SetGap:
    known = [float(level) for level in (gap.current, lent) if level is not None]
    reached = max(known, default=None)
    if place is None:
        return SetGap(gap, reached, (), held=False, weighed=False)
    held = bool(problem.held >> place & 1)
    closers = tuple(problem.names[i] for i in inside if problem.covers[i] >> place & 1)
    return SetGap(gap, reached, () if held else closers, held=held, weighed=True)
