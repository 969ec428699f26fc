# SPDX-License-Identifier: MIT
"""Choosing partner sets: exact frontiers, first answers and what-ifs, against HiGHS."""

import importlib.util
import math
from time import perf_counter
from typing import Any

from tests.benchmarks.result import Result, interleaved
from tests.large import large_workshop
from tests.partners.problems import random_problem
from workshop.partners.partner_sets import members_mask
from workshop.partners.records import Candidate
from workshop.partners.set_beam import first_answer
from workshop.partners.set_cover import cheapest_cover
from workshop.partners.set_enumeration import enumerate_front
from workshop.partners.set_from_workshop import pose
from workshop.partners.set_problem import Point, Problem
from workshop.partners.set_proof import prove
from workshop.partners.what_if import without_partner
from workshop.prepare.records import Organization

_PEER = "HiGHS by epsilon constraint"
_NEEDS = 60


def run() -> list[Result]:
    """Measure everything about the choice of partner sets."""
    return [
        whole_frontier(),
        two_objectives(),
        cheapest(),
        first_of_40(),
        first_of_100(),
        proof_of_100(),
        what_if(),
    ]


def whole_frontier() -> Result:
    """Find the whole frontier over coverage, cost and strain for 22 candidates and 60 needs."""
    problem = random_problem(22, _NEEDS)
    took, _ = interleaved(lambda: enumerate_front(problem), lambda: None, 3)
    what = "exact frontier over coverage, cost and strain, 22 candidates, 60 needs"
    return Result(
        what, took, "none finds all three objectives", math.nan, "under 250 ms", took < 0.25
    )


def two_objectives() -> Result:
    """Find the frontier over coverage and cost alone, beside the peer; both must agree."""
    problem = _without_strain(random_problem(22, _NEEDS))
    what = "exact frontier over coverage and cost, 22 candidates, 60 needs"
    goal = "5 times faster, the same points"
    if not importlib.util.find_spec("highspy"):
        took, _ = interleaved(lambda: enumerate_front(problem), lambda: None, 3)
        return Result(what, took, f"{_PEER}, not run: no highspy", math.nan, goal, met=False)
    took, theirs = interleaved(lambda: enumerate_front(problem), lambda: by_highs(problem), 1)
    same = {p[:2] for p in enumerate_front(problem) or ()} == by_highs(problem)
    return Result(what, took, _PEER, theirs, goal, same and theirs >= 5 * took)


def cheapest() -> Result:
    """Prove the cheapest set that covers all must-haves, 40 candidates and 60 needs."""
    problem = random_problem(40, _NEEDS, musts=20)
    found, finished = cheapest_cover(problem)
    what = "cheapest set for 20 must-haves of 60 needs, 40 candidates, proven"
    goal = "under 2 s, the same cost"
    if not importlib.util.find_spec("highspy"):
        took, _ = interleaved(lambda: cheapest_cover(problem), lambda: None, 1)
        return Result(what, took, "HiGHS, not run: no highspy", math.nan, goal, met=False)
    took, theirs = interleaved(lambda: cheapest_cover(problem), lambda: highs_cover(problem), 3)
    same = finished and found is not None and found.cost == highs_cover(problem)
    return Result(what, took, "HiGHS", theirs, goal, same and took < 2)


def first_of_40() -> Result:
    """Give a first answer over three objectives for 40 candidates, and prove it."""
    problem = random_problem(40, _NEEDS)
    took, _ = interleaved(lambda: first_answer(problem), lambda: None, 3)
    began = perf_counter()
    truth = {p[:3] for p in prove(problem) or ()}
    proof = perf_counter() - began
    found = len(truth & {p[:3] for p in first_answer(problem)})
    what = f"first answer, 40 candidates, 60 needs ({found} of {len(truth)} points; proof {proof:.1f} s)"
    return Result(
        what, took, "none finds all three objectives", math.nan, "under 100 ms", took < 0.1
    )


def first_of_100() -> Result:
    """Give a first answer for 100 candidates, and count how much of two objectives it has."""
    problem = random_problem(100, _NEEDS)
    bare = _without_strain(problem)
    took, _ = interleaved(lambda: first_answer(problem), lambda: None, 3)
    truth = {p[:2] for p in prove(bare) or ()}
    found = len(truth & {p[:2] for p in first_answer(bare)})
    what = (
        f"first answer, 100 candidates, 60 needs ({found} of {len(truth)} points on two objectives)"
    )
    goal = "under 500 ms with 90 % of the points"
    met = took < 0.5 and found >= 0.9 * len(truth)
    return Result(what, took, "none finds all three objectives", math.nan, goal, met)


def proof_of_100() -> Result:
    """Prove coverage and cost for 100 candidates, beside the peer; both must agree."""
    bare = _without_strain(random_problem(100, _NEEDS))
    what = "exact frontier over coverage and cost, 100 candidates, 60 needs"
    if not importlib.util.find_spec("highspy"):
        took, _ = interleaved(lambda: prove(bare), lambda: None, 1)
        return Result(what, took, f"{_PEER}, not run: no highspy", math.nan, "the same", met=False)
    began = perf_counter()
    ours = {p[:2] for p in prove(bare) or ()}
    between = perf_counter()
    theirs = by_highs(bare)
    took, peer = between - began, perf_counter() - between
    return Result(what, took, _PEER, peer, "the same points", ours == theirs)


def what_if() -> Result:
    """Answer what reopens after a partner is removed from a set of 10 out of 40 candidates."""
    workshop = large_workshop(60, 60, 1500, 20, 60, 1, note_words=50)
    others = [each.id for each in workshop.all(Organization) if not each.ours][:40]
    workshop = workshop.put(Candidate(id=f"c{id}", organization=id, cost=3) for id in others)
    members = tuple(others[:10])
    assert members_mask(pose(workshop).problem, members)
    fresh = iter([workshop.put([candidate]) for candidate in workshop.all(Candidate)[:4]])

    def ours() -> object:
        # A new state each time, so that nothing is remembered from the time before.
        return without_partner(next(fresh), members, members[0])

    took, _ = interleaved(ours, lambda: None, 3)
    what = "what reopens without a partner, 40 candidates, 60 needs, 1,500 assets"
    return Result(what, took, "none", math.nan, "under 100 ms", took < 0.1)


def by_highs(problem: Problem) -> set[tuple[int, int]]:
    """Give the coverage and cost of each point of the frontier, one mixed-integer program each."""
    found: list[Point] = []
    budget: float = sum(problem.costs)
    while budget >= 0:
        coverage = round(_solved(problem, budget=budget))
        # Of all sets with that coverage, the cheapest; then less must cover less.
        cost = round(_solved(problem, coverage=coverage))
        found.append(Point(coverage, cost, 0, 0))
        budget = cost - 1
    return {point[:2] for point in found}


def highs_cover(problem: Problem) -> int:
    """Give the cost of the cheapest set that covers all must-haves."""
    weights = tuple(problem.musts >> k & 1 for k in range(len(problem.needs)))
    bare = problem._replace(weights=weights)
    return round(_solved(bare, coverage=sum(weights)))


def _solved(problem: Problem, budget: float | None = None, coverage: int | None = None) -> float:
    """Give the most that can be covered within a budget, or the least a coverage costs."""
    highspy: Any = importlib.import_module("highspy")
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    model.setOptionValue("mip_rel_gap", 0.0)
    model.setOptionValue("mip_abs_gap", 0.0)
    pays = coverage is not None
    chosen = [model.addBinary(obj=c if pays else 0) for c in problem.costs]
    met = [model.addVariable(lb=0, ub=1, obj=0 if pays else weight) for weight in problem.weights]
    for k, each in enumerate(met):
        holders = [chosen[i] for i in range(len(chosen)) if problem.covers[i] >> k & 1]
        model.addConstr(each <= sum(holders) if holders else each <= 0)
    if budget is not None:
        model.addConstr(sum(c * x for c, x in zip(problem.costs, chosen, strict=True)) <= budget)
    if coverage is not None:
        gained = sum(w * y for w, y in zip(problem.weights, met, strict=True))
        model.addConstr(gained >= coverage)
        model.minimize()
    else:
        model.maximize()
    return float(model.getObjectiveValue())


def _without_strain(problem: Problem) -> Problem:
    return problem._replace(strains=(0,) * len(problem.ids))
