# SPDX-License-Identifier: MIT
"""The cheapest set that covers all must-haves, proven; or in a sentence why there is none."""

from typing import NamedTuple

from workshop.gaps.records import Asset, Capability, Need
from workshop.partners.candidates import candidates
from workshop.partners.covering import covers
from workshop.partners.partner_sets import PartnerSet, describe, exact_front
from workshop.partners.set_enumeration import MOST_FREE, Goes, free_candidates
from workshop.partners.set_from_workshop import pose
from workshop.partners.set_problem import Point, Problem, bits, covered, mask_of, point
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import in_sentence, listed, number


class Cheapest(NamedTuple):
    """The cheapest set that covers all must-haves, if there is one, and what to say of it.

    `proven` is false only where the search was told to stop.
    """

    set: PartnerSet | None
    sentence: str
    proven: bool


def cheapest(
    workshop: Workshop,
    goes: Goes = lambda done: True,
    *,
    budget: int | None = None,
    most: int | None = None,
) -> Cheapest:
    """Find the cheapest set that covers all must-haves within the rules."""
    problem = pose(workshop, budget=budget, most=most).problem
    impossible = uncoverable(workshop, problem)
    if impossible:
        return Cheapest(None, " ".join(impossible), True)
    if not problem.musts:
        none = describe(problem, problem.fixed)
        return Cheapest(none, "No need is marked as a must-have, so none can stay open.", True)
    best, finished = cheapest_cover(problem, goes)
    if best is not None:
        found = describe(problem, best.members)
        cost = f"{found.does('covers', 'cover')} all must-haves at a cost of {found.cost}"
        if not found.members:
            cost = "We cover all must-haves ourselves"
        return Cheapest(found, f"{cost}; no set does it for less.", True)
    if not finished:
        return Cheapest(None, "The search was stopped before an answer was proven.", False)
    return Cheapest(None, _why_none(problem), True)


def cheapest_cover(problem: Problem, goes: Goes = lambda done: True) -> tuple[Point | None, bool]:
    """Give the cheapest set that covers all must-haves, and whether the search went through.

    Of equally cheap sets up to 24 candidates the one with the least strain comes first, then
    fewer partners, then names.
    """
    if len(free_candidates(problem)) <= MOST_FREE:
        points = exact_front(problem._replace(strict=True), goes)
        return (points[0] if points else None), points is not None
    # With must-haves alone as needs, and no strain, the last point of the frontier is the answer.
    bare = problem._replace(
        weights=tuple(problem.musts >> k & 1 for k in range(len(problem.needs))),
        strains=(0,) * len(problem.ids),
        strict=False,
    )
    points = exact_front(bare, goes)
    full = [p for p in points or () if not problem.musts & ~covered(problem, p.members)]
    return (point(problem, full[0].members) if full else None), points is not None


def uncoverable(workshop: Workshop, problem: Problem) -> list[str]:
    """Give a sentence for each must-have that no candidate can cover."""
    every = mask_of(range(len(problem.ids)))
    return [
        f"No set of these partners can cover {in_sentence(problem.need_names[k])}: "
        f"{_reason(workshop, workshop.of(Need)[problem.needs[k]])}"
        for k in bits(problem.musts & ~covered(problem, every))
    ]


def _reason(workshop: Workshop, need: Need) -> str:
    names = workshop.of(Organization)
    held = {a.organization: a for a in workshop.all(Asset) if a.capability == need.capability}
    out = [c.organization for c in candidates(workshop) if c.standing == "ruled_out"]
    could = [names[id].name for id in out if id in held and covers(held[id], need)]
    if could:
        verb = "is" if len(could) == 1 else "are"
        back = "it" if len(could) == 1 else "one of them"
        return f"only {listed(could)} could, and {verb} ruled out; bring {back} back or lower the need."
    offered = {c.organization for c in candidates(workshop)} & held.keys()
    most = max(
        (
            (held[id].level or 0) * (1 if held[id].share is None else held[id].share or 0)
            for id in offered
        ),
        default=0.0,
    )
    if not most:
        return "nobody offers it; name another candidate, or close this gap in another way."
    unit = workshop.of(Capability)[need.capability].name
    return (
        f"{number(need.needed_level)} is needed of {in_sentence(unit)} and the most anybody would lend "
        f"is {number(most)}; ask for more or lower the need."
    )


def _why_none(problem: Problem) -> str:
    """Say which rule stands in the way, and what it would take."""
    musts = "covers all must-haves"
    for rule, given, words in (
        ("budget", problem.budget, "within the budget of {}; it takes a cost of {} at least"),
        ("most", problem.most, "with no more partners than {}; it takes {} at least"),
    ):
        if given is None:
            continue
        best, _ = cheapest_cover(problem._replace(**{rule: None}))  # type: ignore[arg-type]  # one of its fields
        if best is not None:
            takes = best.cost if rule == "budget" else _fewest(problem, best)
            return f"No set {musts} {words.format(given, takes)}."
    if problem.pairs and cheapest_cover(problem._replace(pairs=()))[0] is not None:
        return f"No set {musts} while {_pair_names(problem)} cannot be in one set."
    return f"No set within the rules {musts}; loosen the budget or the number of partners."


def _fewest(problem: Problem, best: Point) -> int:
    """Give the least number of partners that cover all must-haves, within the other rules."""
    known = best.members.bit_count()
    for most in range((problem.most or 0) + 1, known):
        if cheapest_cover(problem._replace(most=most))[0] is not None:
            return most
    return known


def _pair_names(problem: Problem) -> str:
    pairs = [f"{problem.names[a]} and {problem.names[b]}" for a, b in problem.pairs]
    return " or ".join(pairs)
