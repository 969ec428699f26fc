# SPDX-License-Identifier: MIT
"""What the map shows, gathered once per change of workshop, filter or theme, as plain arrays."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from exports.exhibits import network_style as style
from exports.exhibits.network_style import NodeStyle, RelationStyle, Strand
from resources.theme import LIGHT, Theme
from workshop.ids import Id
from workshop.partners.arrangements import placed
from workshop.partners.covering import covering_assets
from workshop.partners.graph import relations, shown_ties
from workshop.partners.headline import degrees, importance
from workshop.partners.metrics_table import largest_groups
from workshop.partners.positions import Positions, shown_capabilities
from workshop.partners.records import Placement, Tie
from workshop.partners.scene import EVERYTHING_SHOWN, Scene
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


class Pen(NamedTuple):
    """What lines that are drawn in one go have in common."""

    color: str
    width: float
    dashed: bool
    presence: float
    """How much of the color is there; the rest is the ground."""


def pen_for(line: Line, presence: float) -> Pen:
    """Give the pen of a line; one to a capability keeps its color among many ties."""
    return Pen(line.color, line.width, line.dashed, presence if line.strand else 1.0)


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
    lanes: NDArray[np.float64]
    """How far beside the middle each line runs, in text sizes."""
    pens: tuple[Pen, ...]
    pen_of: NDArray[np.intp]
    """The number of the pen of each line."""
    signed: NDArray[np.intp]
    """The numbers of the lines with a head or a sign."""
    ties: int = 0
    """How many ties are shown, those that share a line counted each."""
    groups: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Names of groups with their members, the largest first."""

    def of_node(self, number: int) -> list[int]:
        """Give the numbers of the lines that end at a node."""
        return [int(i) for i in np.flatnonzero((self.ends == number).any(axis=1))]


def gather(
    workshop: Workshop, scene: Scene, theme: Theme, places: Positions | None = None
) -> Content:
    """Gather what the map shows, with every node where it belongs, or at the places given."""
    filter, capabilities = scene.filter, scene.shows_capabilities
    if places is None:
        places = placed(workshop, scene.arrangement, capabilities)
    organizations = workshop.of(Organization)
    ids = tuple(places)
    numbers = {id: number for number, id in enumerate(ids)}
    looks = tuple(
        style.node_style(organizations[id], theme, left=id == scene.without)
        if id in organizations
        else None
        for id in ids
    )
    ties = shown_ties(workshop, filter)
    lines = _ties(workshop, ties, theme, numbers)
    if capabilities:
        lines += _assets(workshop, theme, numbers)
    known = {each.id: each.name for each in shown_capabilities(workshop)} if capabilities else {}
    order = dict.fromkeys(numbers[id] for id in importance(workshop, filter))
    spots = workshop.of(Placement)
    presence = style.tie_presence(len(ties))
    pens = [pen_for(line, presence) for line in lines]
    kept = {pen: number for number, pen in enumerate(dict.fromkeys(pens))}
    return Content(
        ids=ids,
        numbers=numbers,
        names=tuple(known.get(id) or organizations[id].name for id in ids),
        places=np.array(list(places.values()), dtype=np.float64).reshape(-1, 2),
        radii=_radii(ids, looks, degrees(workshop, filter)),
        looks=looks,
        covered=frozenset(numbers[a.capability] for a in covering_assets(workshop) if capabilities),
        pinned=frozenset(numbers[id] for id in ids if id in spots and spots[id].pinned),
        lines=tuple(lines),
        ends=np.array([(each.source, each.target) for each in lines], dtype=np.intp).reshape(-1, 2),
        order=tuple(order | dict.fromkeys(range(len(ids)))),
        em=style.node_scale(len(ids)),
        lanes=np.array([_lane(line) for line in lines], dtype=np.float64),
        pens=tuple(kept),
        pen_of=np.array([kept[pen] for pen in pens], dtype=np.intp),
        signed=np.array([n for n, each in enumerate(lines) if each.directed or each.sign], int),
        ties=len(ties),
        groups=_groups(workshop, scene.grouped_by, numbers) if scene.grouped_by else (),
    )


def _groups(
    workshop: Workshop, field: str, numbers: Mapping[Id, int]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    found = largest_groups(workshop, field)
    return tuple((name, tuple(numbers[id] for id in members)) for name, members in found)


def nothing() -> Content:
    """Give the content of an empty map."""
    return gather(Workshop(), EVERYTHING_SHOWN, LIGHT)


def _radii(
    ids: Sequence[Id], looks: Sequence[NodeStyle | None], ties: Mapping[Id, int]
) -> NDArray[np.float64]:
    most, count = max(ties.values(), default=0), len(ids)
    return np.array(
        [
            look.radius * style.hub_scale(ties.get(id, 0), most, count)
            if look
            else style.CAPABILITY
            for id, look in zip(ids, looks, strict=True)
        ]
    )


def _lane(line: Line) -> float:
    if line.strand is None:
        return 0.0
    turned = 1 if line.strand.tie.source < line.strand.tie.target else -1
    return line.strand.lane * style.LANE * turned


def tie_line(
    strand: Strand, ends: tuple[int, int], look: RelationStyle, count: int, plain: str
) -> Line:
    """Give the line of one of so many ties; `plain` is the color where relations are merged."""
    tie = strand.tie
    return Line(
        strand,
        *ends,
        plain if strand.several else look.color,
        look.sign if count <= style.MANY_TIES and not strand.several else "",
        round(style.tie_width(tie.strength) * style.tie_scale(count), 3),
        tie.status == "planned",
        tie.directed and not strand.several,
    )


def _ties(
    workshop: Workshop, ties: Sequence[Tie], theme: Theme, numbers: Mapping[Id, int]
) -> list[Line]:
    looks = style.relation_styles(relations(workshop), theme)
    return [
        tie_line(
            strand,
            (numbers[strand.tie.source], numbers[strand.tie.target]),
            looks[strand.tie.relation],
            len(ties),
            theme.mute,
        )
        for strand in style.strands(ties)
    ]


def _assets(workshop: Workshop, theme: Theme, numbers: Mapping[Id, int]) -> list[Line]:
    return [
        Line(
            None, numbers[asset.organization], numbers[asset.capability],
            theme.need, "", style.ASSET_WIDTH, False, False,
        )
        for asset in covering_assets(workshop)
        if asset.capability in numbers
    ]  # fmt: skip
