# SPDX-License-Identifier: MIT
"""The verbs of the network map: move, pin, tidy, tie.

The first of them writes down where everything stands, so that what follows moves nothing else.
"""

from collections.abc import Collection, Mapping

import msgspec

from workshop import edits
from workshop.gaps.records import Capability
from workshop.ids import Id, new_id
from workshop.partners.positions import Place, positions
from workshop.partners.records import Placement, Tie
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop


def place(workshop: Workshop, places: Mapping[Id, Place]) -> Workshop:
    """Put nodes where they were dragged to, in map units."""
    workshop = settle(workshop)
    return workshop.put(_at(workshop, id, x, y) for id, (x, y) in places.items())


def pin(workshop: Workshop, nodes: Collection[Id], pinned: bool) -> Workshop:
    """Hold nodes where they are while the rest is tidied, or let go of them."""
    current = positions(workshop, capabilities=True)
    workshop = settle(workshop)
    held = (_at(workshop, id, *current[id]) for id in nodes)
    return workshop.put(msgspec.structs.replace(spot, pinned=pinned) for spot in held)


def connect(
    workshop: Workshop,
    source: Id,
    target: Id,
    relation: str,
    strength: float | None = None,
    *,
    directed: bool = False,
    id: Id | None = None,
) -> Workshop:
    """Add a tie; two organizations may have several, but one of each relation and direction."""
    ends = {source, target}
    for tie in workshop.of(Tie).values():
        same_ends = {tie.source, tie.target} == ends and not (directed and tie.source == target)
        if same_ends and tie.relation == relation and tie.directed == directed:
            raise RuleError(f"These two already have a tie “{relation}”; change that one instead.")
    made = Tie(
        id=id or new_id(),
        source=source,
        target=target,
        relation=relation,
        strength=strength,
        directed=directed,
    )
    return edits.add(settle(workshop), made)


def settle(workshop: Workshop) -> Workshop:
    """Write down the place of every organization that has none yet."""
    current = positions(workshop)
    missing = current.keys() - workshop.of(Placement).keys()
    return workshop.put(
        Placement(id=id, node=id, x=round(current[id][0], 1), y=round(current[id][1], 1))
        for id in sorted(missing)
    )


def _at(workshop: Workshop, id: Id, x: float, y: float) -> Placement:
    if id not in workshop.of(Organization) and id not in workshop.of(Capability):
        raise RuleError("This node is no longer on the map.")
    x, y = round(x, 1), round(y, 1)
    known = workshop.of(Placement).get(id)
    return (
        msgspec.structs.replace(known, x=x, y=y) if known else Placement(id=id, node=id, x=x, y=y)
    )
