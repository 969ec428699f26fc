# SPDX-License-Identifier: MIT
"""The best set of partners that the group has not considered, and why it is better."""

import numpy as np

from workshop.ids import Id
from workshop.partners.partner_sets import PartnerSet, describe, members_mask
from workshop.partners.robustness import Robustness
from workshop.partners.set_problem import Problem, bits, point
from workshop.partners.set_worth import SAME, criteria
from workshop.why import listed, number, percent


def unlikely_but_better(
    answer: Robustness, considered: tuple[Id, ...]
) -> tuple[PartnerSet, str] | None:
    """Give the best set that is better than the one considered and brings in somebody new, and why."""
    problem = answer.problem
    mask = members_mask(problem, considered)
    ours = point(problem, mask)
    rows = (ours, *(p for p in answer.compared if p.members & ~mask))
    worth = criteria(problem, rows) @ np.array(answer.weights)
    best = int(np.argmax(worth))
    if best == 0 or worth[best] <= worth[0] + SAME:
        return None
    found, before = describe(problem, rows[best].members), describe(problem, mask)
    return found, _because(problem, found, before, mask)


def _because(problem: Problem, found: PartnerSet, before: PartnerSet, mask: int) -> str:
    new = [problem.names[i] for i in bits(found.mask & ~mask)]
    figures = (
        ("covering", percent(found.coverage or 0), percent(before.coverage or 0)),
        ("at a cost of", number(found.cost), number(before.cost)),
        ("with a strain of", number(found.strain), number(before.strain)),
    )
    differs = [f"{lead} {now} instead of {was}" for lead, now, was in figures if now != was]
    return f"{found.does('is', 'are')} worth more, {listed(differs)}; {listed(new)} {'is' if len(new) == 1 else 'are'} new in it."
