# SPDX-License-Identifier: MIT
"""Where everything on the network map stands; window, room and paper ask here and agree.

What the facilitator has put somewhere stays there (a `Placement`). Once most nodes have one, new
nodes are placed near their neighbors and nothing else moves. Until then the picture is computed
as a whole, from all ties, so that it does not depend on what is filtered.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np

from workshop.gaps.records import Asset, Capability, Need
from workshop.ids import Id
from workshop.partners import layout
from workshop.partners.graph import (
    EVERYTHING,
    Network,
    NetworkFilter,
    is_rivalry,
    neighbors,
    network,
)
from workshop.partners.records import Placement, Tie
from workshop.partners.stress import Floats
from workshop.prepare.records import Organization
from workshop.remembered import remembered
from workshop.state import Workshop

STEP = 100.0
"""Map units from one organization to the next."""
_ALL = NetworkFilter(statuses=frozenset({"planned", "active", "ended"}))
_COLUMN_APART = 1.9
_ROW_APART = 0.62
_FEW, _FEW_NEW = 250, 60

Place = tuple[float, float]
Positions = Mapping[Id, Place]


@remembered
def organization_positions(workshop: Workshop) -> Positions:
    """Give the place of every organization, in map units."""
    spots, ids = workshop.of(Placement), sorted(workshop.of(Organization))
    exact = {id: (spots[id].x, spots[id].y) for id in ids if id in spots}
    if len(exact) == len(ids):
        return MappingProxyType(exact)
    if 2 * len(exact) < len(ids):
        return MappingProxyType({**_computed(workshop), **exact})
    return beside(workshop, exact)


def beside(workshop: Workshop, standing: Positions) -> Positions:
    """Find places for new organizations near their neighbors; those that stand move nowhere."""
    graph = network(workshop, _ALL)
    exact = {id: standing[id] for id in graph.nodes if id in standing}
    placed = {
        number: (exact[id][0] / STEP, exact[id][1] / STEP)
        for number, id in enumerate(graph.nodes)
        if id in exact
    }
    return MappingProxyType({**_named(graph.nodes, _around(graph, placed)), **exact})


def at_hand(workshop: Workshop) -> bool:
    """Tell whether the places are known, or are found in a moment, with no need for a worker."""
    if organization_positions.knows(workshop):
        return True
    ids, spots = workshop.of(Organization), workshop.of(Placement)
    new = sum(id not in spots for id in ids)
    if 2 * new <= len(ids):
        return new <= _FEW_NEW
    return len(ids) <= _FEW or _structure(workshop) in _laid_out


def positions(workshop: Workshop, capabilities: bool = False) -> Positions:
    """Give the place of every organization, and of every capability if they are shown."""
    found = organization_positions(workshop)
    return MappingProxyType({**found, **_columns(workshop)}) if capabilities else found


def shown_capabilities(workshop: Workshop) -> list[Capability]:
    """Give the capabilities worth showing: those that are needed or held."""
    used = {record.capability for record in workshop.of(Need).values()}
    used |= {record.capability for record in workshop.of(Asset).values()}
    return [each for each in workshop.all(Capability) if each.id in used]


def tidy_positions(
    workshop: Workshop, filter: NetworkFilter = EVERYTHING, only: Iterable[Id] = ()
) -> Positions:
    """Give better places, starting from the present ones; pinned nodes stay.

    With `only`, nothing but those nodes moves.
    """
    graph = network(workshop, filter)
    current = organization_positions(workshop)
    places = np.array([current[id] for id in graph.nodes], dtype=np.float32).reshape(-1, 2) / STEP
    chosen = set(only)
    pinned = [
        number
        for number, id in enumerate(graph.nodes)
        if (chosen and id not in chosen)
        or ((spot := workshop.of(Placement).get(id)) is not None and spot.pinned)
    ]
    return _named(graph.nodes, layout.tidied(len(graph.nodes), graph.edges, places, pinned))


Structure = tuple[int, tuple[tuple[int, int], ...]]
"""How many organizations there are, in the order of their making, and who is tied to whom."""
_laid_out: dict[Structure, Floats] = {}
_MOST_KEPT = 8


def _computed(workshop: Workshop) -> Positions:
    """Lay out the whole network; a new name or another strength moves nobody."""
    structure = _structure(workshop)
    places = _laid_out.get(structure)
    if places is None:
        places = layout.layout(*structure)
        for oldest in list(_laid_out)[: 1 - _MOST_KEPT]:
            _laid_out.pop(oldest, None)
        _laid_out[structure] = places
    return _named(sorted(workshop.of(Organization)), places)


@remembered
def _structure(workshop: Workshop) -> Structure:
    numbers = {id: number for number, id in enumerate(sorted(workshop.of(Organization)))}
    ties = workshop.of(Tie).values()
    rivalries = {name for name in {tie.relation for tie in ties} if is_rivalry(name)}
    ends = (
        (numbers[tie.source], numbers[tie.target]) for tie in ties if tie.relation not in rivalries
    )
    return len(numbers), tuple(sorted({(a, b) if a < b else (b, a) for a, b in ends}))


def _around(graph: Network, placed: Mapping[int, Place]) -> Floats:
    order = sorted(placed)
    known = np.array([placed[number] for number in order], dtype=np.float32).reshape(-1, 2)
    new = [number for number in range(len(graph.nodes)) if number not in placed]
    slots = {number: slot for slot, number in enumerate([*order, *new])}
    sets = neighbors(graph)
    links: list[tuple[Sequence[int], int]] = []
    # Those with the most neighbors that stand already come first.
    known_near = {n: len(sets[n] & placed.keys()) for n in sorted(new, key=graph.nodes.__getitem__)}
    while known_near:
        number = max(known_near, key=known_near.__getitem__)
        del known_near[number]
        for near in sets[number] & known_near.keys():
            known_near[near] += 1
        links.append(([slots[each] for each in sorted(sets[number])], slots[number] - len(order)))
    low = float(known[:, 1].max()) + layout.ROOM_BELOW
    places = np.zeros((len(graph.nodes), 2), dtype=np.float32)
    places[order] = known
    places[new] = layout.beside(known, links, len(new), low)
    return places


@remembered
def _columns(workshop: Workshop) -> Positions:
    """Stand capabilities in a column beside the network, each level with those who hold it."""
    around = organization_positions(workshop)
    free: list[tuple[float, Id]] = []
    found: dict[Id, Place] = {}
    for capability in shown_capabilities(workshop):
        spot = workshop.of(Placement).get(capability.id)
        if spot:
            found[capability.id] = (spot.x, spot.y)
        else:
            free.append((_level(workshop, capability.id, around), capability.id))
    right = max((x for x, _ in around.values()), default=0.0) + _COLUMN_APART * STEP
    middle = sum(y for _, y in around.values()) / max(len(around), 1)
    top = middle - (len(free) - 1) * _ROW_APART * STEP / 2
    for row, (_, id) in enumerate(sorted(free)):
        found[id] = (right, top + row * _ROW_APART * STEP)
    return MappingProxyType(found)


def _level(workshop: Workshop, capability: Id, around: Positions) -> float:
    holders = [a for a in workshop.of(Asset).values() if a.capability == capability]
    heights = [around[asset.organization][1] for asset in holders]
    return sum(heights) / len(heights) if heights else float("inf")


def _named(nodes: Sequence[Id], places: Floats) -> Positions:
    return MappingProxyType(
        {
            id: (float(x) * STEP, float(y) * STEP)
            for id, (x, y) in zip(nodes, places.tolist(), strict=True)
        }
    )
