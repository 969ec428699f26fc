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

_NAMED = 3


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


def removal(problem: Problem, members: int) -> str:
    """Say what removing the partner that carries most would reopen; of equals the first by name."""
    inside = bits(members)
    lost = {i: _reopened(problem, members, i) for i in inside}
    carrier = max(inside, key=lambda i: weigh(problem, lost[i]), default=None)
    if carrier is None or not lost[carrier]:
        return "Whoever leaves, no need reopens" if inside else ""
    places = sorted(bits(lost[carrier]), key=lambda k: -problem.weights[k])
    names = [in_sentence(problem.need_names[k]) for k in places]
    start = f"Removing {problem.names[carrier]} would reopen"
    needed = bits(_all(problem) & ~problem.held)
    weights = sorted((problem.weights[k] for k in needed), reverse=True)
    largest = [problem.weights[k] for k in places] == weights[: len(places)]
    if largest and weights[len(places) : len(places) + 1] != weights[len(places) - 1 : len(places)]:
        many = {1: "largest need", 2: "two largest needs", 3: "three largest needs"}
        if len(places) in many:
            return f"{start} the {many[len(places)]}: {listed(names)}"
    if len(names) == 1:
        return f"{start} {names[0]}"
    more = len(names) - _NAMED
    shown = listed(names) if more <= 0 else f"{', '.join(names[:_NAMED])} and {more} more"
    return f"{start} {counted(len(names), 'need')}: {shown}"


def reopening(problem: Problem, members: int) -> frozenset[int]:
    """Give the members without whom a need would reopen."""
    return frozenset(i for i in bits(members) if _reopened(problem, members, i))


def _reopened(problem: Problem, members: int, candidate: int) -> int:
    return covered(problem, members) & ~covered(problem, members & ~(1 << candidate))


def _all(problem: Problem) -> int:
    return (1 << len(problem.needs)) - 1


def _critical(problem: Problem, members: int, candidate: int) -> float:
    lost = weigh(problem, _reopened(problem, members, candidate))
    return lost / problem.total if problem.total else 0.0


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
