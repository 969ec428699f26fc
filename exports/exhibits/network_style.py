# SPDX-License-Identifier: MIT
"""How nodes and ties of the network look; the live map and the exhibit both read it here.

A relation is told by color and by the sign in the middle of its lines, strength by width, a
planned tie by dashes. Lengths are in multiples of the text size.
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from resources.theme import Theme
from workshop.partners.graph import COMPETITOR
from workshop.partners.records import Tie
from workshop.prepare.records import Organization


class NodeStyle(NamedTuple):
    """A disk: its radius, fill and rim."""

    label: str
    radius: float
    fill: str
    rim: str
    rim_width: float


class RelationStyle(NamedTuple):
    """The color of a relation's lines and the sign they carry."""

    color: str
    sign: str


SIGNS = ("", "dot", "square", "diamond", "triangle", "bar")
SEVERAL = "Several relations"
PLANNED_DASH = (0.5, 0.35)
MANY_TIES = 150
"""From here on a pair has one line, whatever the number of its relations."""
HUBS_FROM = 100
"""From so many nodes on, those with more ties are larger."""
_FAINTEST = 0.38
LANE = 0.42
_MOST_LANES = 3
"""More lanes than this move closer together, so that all of them meet the disk."""
SIGN = 0.3
"""The radius of a sign."""
ASSET_WIDTH = 0.13
CAPABILITY = 0.75
"""Half the side of a capability's square."""


def node_style(organization: Organization, theme: Theme, *, left: bool = False) -> NodeStyle:
    """Give the look of an organization: ours, at the table, in the network around, or gone."""
    if left:
        return NodeStyle("has left", 0.6, theme.paper, theme.neutral, 0.1)
    if organization.ours:
        return NodeStyle("us", 1.1, theme.deep, theme.highlight, 0.16)
    if organization.at_table:
        return NodeStyle("at the table", 0.75, theme.accent, theme.accent, 0.0)
    return NodeStyle("not at the table", 0.55, theme.paper, theme.accent, 0.14)


def relation_styles(relations: Sequence[str], theme: Theme) -> dict[str, RelationStyle]:
    """Give each relation its look, by its place in the list of all relations in use."""
    colors = (theme.accent, theme.today, theme.need, theme.calm, theme.mute, theme.ink)
    rivals = [name for name in relations if name.strip().casefold() == COMPETITOR]
    others = [name for name in relations if name not in rivals]
    styles = {
        name: RelationStyle(colors[at % len(colors)], SIGNS[(at + at // len(colors)) % len(SIGNS)])
        for at, name in enumerate(others)
    }
    return styles | dict.fromkeys(rivals, RelationStyle(theme.gap, "cross"))


def tie_width(strength: float | None) -> float:
    """Give the width of a line for a strength from 0 to 5; unknown is thin."""
    return 0.11 if strength is None else 0.08 + 0.055 * strength


def node_scale(count: int) -> float:
    """Give by how much nodes and lines shrink where there are many."""
    return max(0.3, min(1.0, math.sqrt(45 / max(count, 1))))


def thinned(count: int) -> float:
    """Give by how much nodes shrink further so that names that may not shrink find room."""
    return max(0.55, min(1.0, math.sqrt(20 / max(count, 1))))


def tie_scale(count: int) -> float:
    """Give by how much lines get thinner where there are many."""
    return max(0.4, min(1.0, math.sqrt(80 / max(count, 1))))


def hub_scale(ties: int, most: int, count: int) -> float:
    """Give by how much a node grows with its ties, so that hubs stand out where there are many."""
    if count < HUBS_FROM or not most:
        return 1.0
    return float(0.7 + 1.3 * (ties / most) ** 0.75)


def mixed(color: str, ground: str, share: float) -> str:
    """Mix a color into the ground: lines that are only hints, drawn without a veil."""
    if share >= 1:
        return color
    pairs = zip(*(bytes.fromhex(each.lstrip("#")) for each in (color, ground)), strict=True)
    return "#" + "".join(f"{round(share * one + (1 - share) * other):02X}" for one, other in pairs)


def tie_presence(count: int) -> float:
    """Give how much of their color lines keep: where there are many, each is only a hint."""
    return float(max(_FAINTEST, min(1.0, (120 / max(count, 1)) ** 0.4)))


class Strand(NamedTuple):
    """One line of the picture: a tie, or all ties of a pair where there are very many."""

    tie: Tie
    lane: float
    """How far to the side of the straight line it runs, in lanes, seen from the lesser id."""
    several: bool


def strands(ties: Iterable[Tie]) -> list[Strand]:
    """Lay the ties of each pair side by side, or merge them where there are very many."""
    pairs: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties:
        one, other = tie.source, tie.target
        pairs.setdefault((one, other) if one < other else (other, one), []).append(tie)
    if sum(map(len, pairs.values())) > MANY_TIES:
        return [merged(group) for group in pairs.values()]
    found: list[Strand] = []
    for group in pairs.values():
        middle = (len(group) - 1) / 2
        close = min(1.0, _MOST_LANES / len(group))
        found.extend(Strand(tie, (at - middle) * close, False) for at, tie in enumerate(group))
    return found


def merged(ties: Sequence[Tie]) -> Strand:
    """Give the one line that stands for all ties of a pair: that of the strongest."""
    if len(ties) == 1:
        return Strand(ties[0], 0, False)
    strongest = max(ties, key=lambda tie: tie.strength or 0)
    return Strand(strongest, 0, any(tie.relation != strongest.relation for tie in ties))


def line_of(
    strand: Strand,
    source: tuple[float, float, float],
    target: tuple[float, float, float],
    em: float,
) -> tuple[float, float, float, float]:
    """Give where a strand runs between two disks (x, y, radius), from rim to rim."""
    (x1, y1, r1), (x2, y2, r2) = source, target
    dx, dy = x2 - x1, y2 - y1
    length = max(math.hypot(dx, dy), 1e-6)
    ux, uy = dx / length, dy / length
    turned = 1 if strand.tie.source < strand.tie.target else -1
    side = strand.lane * LANE * em * turned
    ox, oy = -uy * side, ux * side
    if r1 + r2 >= length:
        r1 = r2 = 0
    # A line beside the middle meets the disk a little later.
    start = math.sqrt(max(r1 * r1 - side * side, 0))
    end = math.sqrt(max(r2 * r2 - side * side, 0))
    return (x1 + ux * start + ox, y1 + uy * start + oy, x2 - ux * end + ox, y2 - uy * end + oy)
