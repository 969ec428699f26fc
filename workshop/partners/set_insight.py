# SPDX-License-Identifier: MIT
"""What hangs on whom in a set: redundancy, single points of failure, criticality, fair contribution.

Since a need counts as covered once anybody covers it, the Shapley value (Shapley 1953) has a
closed form: each need's importance is shared equally among the members that cover it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from workshop.ids import Id
from workshop.partners.set_problem import Problem, bits, covered, weigh
from workshop.why import Why, counted, in_sentence, listed, percent


class Insight(NamedTuple):
    """How a set holds together; shares are of the importance of all needs.

    `redundancy` counts the members that cover a need, `single` names the must-haves that hang on
    one member, by that member; `concentration` is the Herfindahl index of criticality, 1 if all
    hangs on one.
    """

    redundancy: Mapping[Id, int]
    single: Mapping[Id, tuple[Id, ...]]
    criticality: Mapping[Id, float]
    contribution: Mapping[Id, float]
    concentration: float | None
    why: Why


def insight(problem: Problem, members: int) -> Insight:
    """Tell what hangs on whom in a set."""
    inside = bits(members)
    critical = {problem.ids[i]: _critical(problem, members, i) for i in inside}
    all_critical = sum(critical.values())
    shares = [value / all_critical for value in critical.values()] if all_critical else []
    return Insight(
        redundancy={need: covering(problem, members, k) for k, need in enumerate(problem.needs)},
        single=_single(problem, inside),
        criticality=critical,
        contribution={problem.ids[i]: _fair(problem, members, i) for i in inside},
        concentration=sum(share * share for share in shares) if shares else None,
        why=Why(
            "Criticality = coverage with the partner − coverage without it; contribution = each "
            "need’s importance shared equally among those who cover it (Shapley)",
            tuple((problem.names[i], percent(critical[problem.ids[i]])) for i in inside),
        ),
    )


def covering(problem: Problem, members: int, need: int) -> int:
    """Count the members that cover a need."""
    return sum(problem.covers[i] >> need & 1 for i in bits(members))


def hangs_on(problem: Problem, members: int) -> list[str]:
    """Give a sentence for each member on which must-haves hang."""
    found = insight(problem, members)
    named = dict(zip(problem.needs, problem.need_names, strict=True))
    sentences = []
    for i in bits(members):
        needs = [in_sentence(named[need]) for need in found.single.get(problem.ids[i], ())]
        if needs:
            lost = counted(len(needs), "must-have hangs", "must-haves hang")
            sentences.append(f"{lost} on {problem.names[i]} alone: {listed(needs)}.")
    return sentences


def _critical(problem: Problem, members: int, candidate: int) -> float:
    with_it = covered(problem, members)
    without = covered(problem, members & ~(1 << candidate))
    return weigh(problem, with_it & ~without) / problem.total if problem.total else 0.0


def _single(problem: Problem, inside: list[int]) -> dict[Id, tuple[Id, ...]]:
    found: dict[Id, tuple[Id, ...]] = {}
    for k in bits(problem.musts & ~problem.held):
        holders = [i for i in inside if problem.covers[i] >> k & 1]
        if len(holders) == 1:
            holder = problem.ids[holders[0]]
            found[holder] = (*found.get(holder, ()), problem.needs[k])
    return found


def _fair(problem: Problem, members: int, candidate: int) -> float:
    fresh = bits(problem.covers[candidate] & ~problem.held)
    worth = sum(problem.weights[k] / covering(problem, members, k) for k in fresh)
    return worth / problem.total if problem.total else 0.0
