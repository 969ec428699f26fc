# SPDX-License-Identifier: MIT
"""The choice of a partner set as the workshop poses it: its needs, candidates and rules."""

from typing import NamedTuple

from workshop.gaps.gap import our_levels
from workshop.gaps.records import Asset, Capability, Need
from workshop.ids import Id
from workshop.partners.candidates import candidate_problems, candidates
from workshop.partners.covering import covers
from workshop.partners.records import (
    SET_RULES_ID,
    Candidate,
    IncompatiblePair,
    SetRules,
)
from workshop.partners.set_problem import Problem, breaks, mask_of
from workshop.partners.strain import strain_of
from workshop.prepare.records import Organization
from workshop.remembered import remembered
from workshop.state import Workshop
from workshop.why import counted, listed

MIDDLE = 5
"""What counts as cost or strain where none is known; every answer says so."""


class Posed(NamedTuple):
    """The problem, and sentences on what was assumed, left out or cannot be."""

    problem: Problem
    notes: tuple[str, ...]


def rules(workshop: Workshop) -> SetRules:
    """Give what a set must keep to, as set for this workshop or none."""
    return workshop.of(SetRules).get(SET_RULES_ID, SetRules(id=SET_RULES_ID))


def cost_of(candidate: Candidate) -> int | None:
    """Give cost and effort together, of those that are known."""
    known = [value for value in (candidate.cost, candidate.effort) if value is not None]
    return sum(known) if known else None


@remembered
def pose(
    workshop: Workshop,
    *,
    budget: int | None = None,
    most: int | None = None,
    strict: bool = False,
) -> Posed:
    """Put the choice into numbers; limits given here count instead of the workshop's own."""
    entrants = [c for c in candidates(workshop) if c.standing != "ruled_out"]
    names = [workshop.of(Organization)[c.organization].name for c in entrants]
    needs = _weighed_needs(workshop)
    costs, strains = (
        [cost_of(c) for c in entrants],
        [strain_of(workshop, c).points for c in entrants],
    )
    places = {each.organization: place for place, each in enumerate(entrants)}
    held = our_levels(workshop)
    limits = rules(workshop)
    problem = Problem(
        ids=tuple(each.organization for each in entrants),
        names=tuple(names),
        costs=tuple(MIDDLE if cost is None else cost for cost in costs),
        strains=tuple(MIDDLE if strain is None else strain for strain in strains),
        covers=_covers(workshop, places, needs),
        needs=tuple(need.id for need in needs),
        need_names=tuple(workshop.of(Capability)[need.capability].name for need in needs),
        weights=tuple(need.importance or 0 for need in needs),
        held=mask_of(
            k for k, need in enumerate(needs) if held.get(need.capability, -1) >= _level(need)
        ),
        musts=mask_of(k for k, need in enumerate(needs) if need.must_have),
        fixed=mask_of(k for k, each in enumerate(entrants) if each.standing == "chosen"),
        pairs=tuple(
            (places[p.one], places[p.other])
            for p in workshop.all(IncompatiblePair)
            if p.one in places and p.other in places
        ),
        budget=limits.budget if budget is None else budget,
        most=limits.most_partners if most is None else most,
        strict=strict,
    )
    notes = [
        *candidate_problems(workshop),
        *_contradictions(problem),
        *_unweighed(workshop, len(needs)),
        *_assumed("cost", [n for n, cost in zip(names, costs, strict=True) if cost is None]),
        *_assumed("strain", [n for n, s in zip(names, strains, strict=True) if s is None]),
    ]
    return Posed(problem, tuple(notes))


def _contradictions(problem: Problem) -> list[str]:
    """Say which rules the partners already chosen break, whoever else joins them."""
    broken = breaks(problem._replace(strict=False), problem.fixed)
    if not broken:
        return []
    todo = "open one of them again, or loosen the rule."
    return [f"The partners already chosen break a rule: {' '.join(broken)} To go on, {todo}"]


def _weighed_needs(workshop: Workshop) -> list[Need]:
    needs = [n for n in workshop.of(Need).values() if None not in (n.needed_level, n.importance)]
    names = workshop.of(Capability)
    return sorted(needs, key=lambda need: names[need.capability].name.casefold())


def _level(need: Need) -> int:
    return need.needed_level or 0


def _covers(workshop: Workshop, places: dict[Id, int], needs: list[Need]) -> tuple[int, ...]:
    wanted = {need.capability: k for k, need in enumerate(needs)}
    found = [0] * len(places)
    for asset in workshop.of(Asset).values():
        place, k = places.get(asset.organization), wanted.get(asset.capability)
        if place is not None and k is not None and covers(asset, needs[k]):
            found[place] |= 1 << k
    return tuple(found)


def _unweighed(workshop: Workshop, weighed: int) -> list[str]:
    total = len(workshop.of(Need))
    if not total:
        return ["No need is named yet, so there is nothing a set could cover."]
    missing = total - weighed
    if not missing:
        return []
    verb = "has" if missing == 1 else "have"
    return [f"{counted(missing, 'need')} {verb} no level or importance yet and cannot count."]


def _assumed(what: str, names: list[str]) -> list[str]:
    if not names:
        return []
    shown = names if len(names) <= 3 else [*names[:3], f"{len(names) - 3} more"]
    return [f"No {what} is known for {listed(shown)}; {MIDDLE} is assumed until it is rated."]
