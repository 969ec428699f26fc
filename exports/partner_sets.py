# SPDX-License-Identifier: MIT
"""The sets of partners worth choosing from, as text or JSON for other programs."""

from typing import Any

import msgspec

from workshop.gaps.records import Capability, Need
from workshop.ids import Id
from workshop.partners.partner_sets import (
    Frontier,
    PartnerSet,
    frontier,
    frontier_headline,
    proven_frontier,
)
from workshop.partners.set_cover import Cheapest, cheapest
from workshop.partners.set_insight import insight
from workshop.state import Workshop
from workshop.why import percent

_UNPROVEN = "The proof for this many candidates does not fit into memory; rule some out for one."


def partner_sets_text(
    workshop: Workshop, budget: int | None, most: int | None, *, json: bool
) -> str:
    """Give the proven frontier of partner sets as text or JSON, with the cheapest cover."""
    found = proven_frontier(workshop, lambda done: True, budget=budget, most=most)
    if found is None:
        first = frontier(workshop, budget=budget, most=most)
        found = first._replace(notes=(*first.notes, _UNPROVEN))
    best = cheapest(workshop, budget=budget, most=most)
    if json:
        return msgspec.json.format(msgspec.json.encode(_plain(workshop, found, best))).decode()
    lines = [frontier_headline(found), best.sentence, *found.notes, _line(found.alone)]
    return "\n".join([*lines, *(_line(each) for each in found.sets if each.members)])


def _plain(workshop: Workshop, found: Frontier, best: Cheapest) -> dict[str, Any]:
    return {
        "proven_exact": found.proven,
        "budget": found.problem.budget,
        "max_partners": found.problem.most,
        "candidates": list(found.problem.names),
        "notes": list(found.notes),
        "cheapest_covering_must_haves": {
            "sentence": best.sentence,
            "proven_exact": best.proven,
            "set": _set(workshop, found, best.set) if best.set else None,
        },
        "go_alone": _set(workshop, found, found.alone),
        "frontier": [_set(workshop, found, each) for each in found.sets],
    }


def _set(workshop: Workshop, found: Frontier, each: PartnerSet) -> dict[str, Any]:
    names = dict(zip(found.problem.ids, found.problem.names, strict=True))
    single = insight(found.problem, each.mask).single
    return {
        "partners": list(each.names),
        "coverage": each.coverage,
        "gap_closed": each.closed,
        "cost": each.cost,
        "strain": each.strain,
        "open_needs": _needs(workshop, each.open_needs),
        "open_must_haves": _needs(workshop, each.open_musts),
        "single_points_of_failure": [
            {"partner": names[id], "must_haves": _needs(workshop, single[id])}
            for id in each.members
            if id in single
        ],
    }


def _needs(workshop: Workshop, needs: tuple[Id, ...]) -> list[str]:
    return [workshop.of(Capability)[workshop.of(Need)[id].capability].name for id in needs]


def _line(each: PartnerSet) -> str:
    covers = "–" if each.coverage is None else percent(each.coverage)
    return f"covers {covers:>4}  cost {each.cost:>3}  strain {each.strain:>3}  {each.label}"
