# SPDX-License-Identifier: MIT
"""What the map shows, gathered once per change of workshop, filter or theme, as plain arrays."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from exports.exhibits import network_style as style
from exports.exhibits.network_style import NodeStyle, RelationStyle, Strand
from resources.theme import Theme
from workshop.ids import Id
from workshop.partners.covering import covering_assets
from workshop.partners.graph import NetworkFilter, relations, shown_ties
from workshop.partners.headline import importance
from workshop.partners.positions import positions, shown_capabilities
from workshop.partners.records import Placement
from workshop.prepare.records import Organization
from workshop.state import Workshop


class Line(NamedTuple):
    """One line between two nodes, known by their numbers."""

    strand: Strand | None
    """None for the line from an organization to a capability it could cover."""
    source: int
    target: int
    color: str
    sign: str
    width: float
    dashed: bool
    directed: bool


class Content(NamedTuple):
    """Nodes with their places and looks, lines, and the order in which names find room."""

    ids: tuple[Id, ...]
    numbers: Mapping[Id, int]
    names: tuple[str, ...]
    places: NDArray[np.float64]
    """Map units, n x 2."""
    radii: NDArray[np.float64]
    """Multiples of the text size."""
    looks: tuple[NodeStyle | None, ...]
    """None for a capability."""
    covered: frozenset[int]
    pinned: frozenset[int]
    lines: tuple[Line, ...]
    ends: NDArray[np.intp]
    """The numbers of both ends of each line, m x 2."""
    order: tuple[int, ...]
    em: float
    """By how much nodes and lines shrink because there are many."""

    def of_node(self, number: int) -> list[int]:
        """Give the numbers of the lines that end at a node."""
        return [int(i) for i in np.flatnonzero((self.ends == number).any(axis=1))]


def gather(workshop: Workshop, filter: NetworkFilter, theme: Theme, capabilities: bool) -> Content:
    """Gather what the map shows."""
    places = positions(workshop, capabilities)
    organizations = workshop.of(Organization)
    ids = tuple(places)
    numbers = {id: number for number, id in enumerate(ids)}
    looks = tuple(
        style.node_style(organizations[id], theme) if id in organizations else None for id in ids
    )
    lines = _ties(workshop, filter, theme, numbers)
    if capabilities:
        lines += _assets(workshop, theme, numbers)
    known = {each.id: each.name for each in shown_capabilities(workshop)} if capabilities else {}
    order = [numbers[id] for id in importance(workshop, filter)]
    spots = workshop.of(Placement)
    return Content(
        ids=ids,
        numbers=numbers,
        names=tuple(known.get(id) or organizations[id].name for id in ids),
        places=np.array(list(places.values()), dtype=np.float64).reshape(-1, 2),
        radii=np.array([look.radius if look else style.CAPABILITY for look in looks]),
        looks=looks,
        covered=frozenset(numbers[a.capability] for a in covering_assets(workshop) if capabilities),
        pinned=frozenset(numbers[id] for id in ids if id in spots and spots[id].pinned),
        lines=tuple(lines),
        ends=np.array([(each.source, each.target) for each in lines], dtype=np.intp).reshape(-1, 2),
        order=(*order, *(i for i, look in enumerate(looks) if look is None)),
        em=style.node_scale(len(ids)),
    )


def _ties(
    workshop: Workshop, filter: NetworkFilter, theme: Theme, numbers: Mapping[Id, int]
) -> list[Line]:
    ties = shown_ties(workshop, filter)
    looks = style.relation_styles(relations(workshop), theme)
    plain = RelationStyle(theme.mute, "")
    marked = len(ties) <= style.MANY_TIES
    lines = []
    for strand in style.strands(ties):
        tie = strand.tie
        look = plain if strand.several else looks[tie.relation]
        lines.append(
            Line(
                strand,
                numbers[tie.source],
                numbers[tie.target],
                look.color,
                look.sign if marked else "",
                round(style.tie_width(tie.strength) * style.tie_scale(len(ties)), 3),
                tie.status == "planned",
                tie.directed and not strand.several,
            )
        )
    return lines


def _assets(workshop: Workshop, theme: Theme, numbers: Mapping[Id, int]) -> list[Line]:
    return [
        Line(
            None, numbers[asset.organization], numbers[asset.capability],
            theme.need, "", style.ASSET_WIDTH, False, False,
        )
        for asset in covering_assets(workshop)
        if asset.capability in numbers
    ]  # fmt: skip
