# SPDX-License-Identifier: MIT
"""What reopens if a partner leaves, lends less, or a need grows: one question, one sentence."""

from typing import NamedTuple

import msgspec

from workshop.gaps.records import Asset, Need
from workshop.ids import Id
from workshop.partners.partner_sets import PartnerSet, describe, members_mask
from workshop.partners.set_from_workshop import pose
from workshop.partners.set_problem import Problem, bits, covered, mask_of, weigh
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted, in_sentence, listed, number, percent

_NAMED = 3


class WhatIf(NamedTuple):
    """A set before and after; `reopened` are the needs that were covered and no longer are."""

    before: PartnerSet
    after: PartnerSet
    reopened: tuple[Id, ...]
    sentence: str


def without_partner(workshop: Workshop, members: tuple[Id, ...], partner: Id) -> WhatIf:
    """Answer what reopens if a partner leaves the set, and who would close most of it."""
    problem = pose(workshop).problem
    mask = members_mask(problem, members)
    left = mask & ~members_mask(problem, (partner,))
    lead = f"Without {workshop.get(Organization, partner).name}"
    return _answer(problem, mask, problem, left, lead)


def with_share(
    workshop: Workshop, members: tuple[Id, ...], partner: Id, capability: Id, share: float
) -> WhatIf:
    """Answer what reopens if a partner lends another share of what it holds."""
    changed = [
        msgspec.structs.replace(asset, share=share)
        for asset in workshop.all(Asset)
        if (asset.organization, asset.capability) == (partner, capability)
    ]
    name = workshop.get(Organization, partner).name
    return _compared(workshop, workshop.put(changed), members, f"If {name} lends {percent(share)}")


def with_need(workshop: Workshop, members: tuple[Id, ...], need: Id, level: int) -> WhatIf:
    """Answer what reopens if another level of a capability is needed."""
    raised = msgspec.structs.replace(workshop.get(Need, need), needed_level=level)
    after = workshop.put([raised])
    posed = pose(after).problem
    name = dict(zip(posed.needs, posed.need_names, strict=True)).get(need, "the need")
    return _compared(
        workshop, after, members, f"If {in_sentence(name)} is needed at {number(level)}"
    )


def _compared(before: Workshop, after: Workshop, members: tuple[Id, ...], lead: str) -> WhatIf:
    was, now = pose(before).problem, pose(after).problem
    return _answer(was, members_mask(was, members), now, members_mask(now, members), lead)


def _answer(was: Problem, mask: int, now: Problem, left: int, lead: str) -> WhatIf:
    before, after = describe(was, mask), describe(now, left)
    reopened = tuple(need for need in after.open_needs if need not in before.open_needs)
    closed = [need for need in before.open_needs if need not in after.open_needs]
    if not reopened and not closed:
        return WhatIf(before, after, (), f"{lead}, nothing reopens.")
    named = dict(zip(now.needs, now.need_names, strict=True))
    said = [f"{lead}, {_reopens([named[need] for need in reopened])}"] if reopened else [lead]
    if closed:
        said.append(f"{listed([in_sentence(named[need]) for need in closed])} closes")
    said.append(
        f"coverage goes from {percent(before.coverage or 0)} to {percent(after.coverage or 0)}"
    )
    sentence = "; ".join(said) + "."
    if reopened:
        sentence += _rescue(now, left, mask, reopened)
    return WhatIf(before, after, reopened, sentence)


def _reopens(names: list[str]) -> str:
    lowered = [in_sentence(name) for name in names]
    if len(lowered) > _NAMED:
        lowered = [*lowered[:_NAMED], f"{len(names) - _NAMED} more"]
    verb = "need reopens" if len(names) == 1 else "needs reopen"
    return f"{counted(len(names), verb, verb)}: {listed(lowered)}"


def _rescue(problem: Problem, left: int, before: int, reopened: tuple[Id, ...]) -> str:
    """Name the candidate outside that would close most of what reopened, at the least cost."""
    lost = mask_of(problem.needs.index(need) for need in reopened) & ~covered(problem, left)
    outside = [i for i in range(len(problem.ids)) if not (before | left) >> i & 1]
    outside = [i for i in outside if not _clashes(problem, left, i)]
    worth = {i: weigh(problem, problem.covers[i] & lost) for i in outside}
    able = sorted((i for i in outside if worth[i]), key=lambda i: (-worth[i], problem.costs[i], i))
    if not able:
        return " Nobody else among the candidates could close it."
    closes = bits(problem.covers[able[0]] & lost)
    extent = "all of it" if len(closes) == len(reopened) else f"{len(closes)} of {len(reopened)}"
    return f" {problem.names[able[0]]} could close {extent}, at a cost of {problem.costs[able[0]]}."


def _clashes(problem: Problem, members: int, candidate: int) -> bool:
    return any(
        candidate in pair and any(members >> i & 1 for i in pair if i != candidate)
        for pair in problem.pairs
    )
