# SPDX-License-Identifier: MIT
"""Orders in which the network can stand so that the place of a node says something.

Around us, a ring is a number of ties away; in layers, us, those who could cover a need and the
needs follow each other; by geography, north is up. An order moves nothing for good: what the
facilitator has put somewhere is where it was once the order is left.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from workshop.ids import Id
from workshop.partners.covering import covering_assets
from workshop.partners.graph import Network, neighbors, network
from workshop.partners.positions import (
    STEP,
    Place,
    Positions,
    organization_positions,
    positions,
    shown_capabilities,
)
from workshop.prepare.records import Organization
from workshop.remembered import remembered
from workshop.state import Workshop

ARRANGEMENTS: Mapping[str, str] = {
    "": "As they were put",
    "around": "Around us, by ties away",
    "layers": "In layers, by need",
    "places": "By geography",
}
"""The words for each order, by its key."""
TRUE = ("around", "places")
"""Orders in which distance means something, so that they are never stretched."""
_RING = 1.7 * STEP
_APART = 1.1 * STEP
"""How far apart nodes of one ring, row or town stand."""
_COLUMN = 2.8 * STEP
_ROW = 0.75 * STEP
_MOST_ROWS = 16
_SWEEPS = 4
_CROWDED, _PUSHES = 0.7, 80
"""A ring so full is shared out evenly; on others, nodes are pushed apart so many times."""
_FEW = 300
"""So many towns are pushed apart; of more, only those at the very same spot are."""

Points = NDArray[np.float64]


def why_not(workshop: Workshop, order: str) -> str:
    """Say what is missing for an order, or nothing."""
    organizations = workshop.of(Organization).values()
    if order in ("around", "layers") and not any(each.ours for each in organizations):
        return "No organization is marked as ours; mark one under Organizations first."
    if order == "layers" and not shown_capabilities(workshop):
        return "There is no need yet; add one in the step Capabilities needed first."
    if order == "places" and not any(_located(each) for each in organizations):
        return "No organization has a latitude and longitude yet; add them under Organizations."
    return ""


def placed(workshop: Workshop, order: str, capabilities: bool) -> Positions:
    """Give the place of every node: in an order, or as the facilitator put them."""
    if order:
        return arranged(workshop, order, capabilities)
    return positions(workshop, capabilities)


@remembered
def arranged(workshop: Workshop, order: str, capabilities: bool = False) -> Positions:
    """Give the place of every organization in an order, and of the capabilities if shown."""
    graph = network(workshop)
    if not graph.nodes:
        return MappingProxyType({})
    if order == "layers":
        return MappingProxyType(_layers(workshop, graph))
    points = _around(workshop, graph) if order == "around" else _places(workshop, graph)
    found = {id: (float(x), float(y)) for id, (x, y) in zip(graph.nodes, points, strict=True)}
    if capabilities:
        found |= _beside(workshop, found)
    return MappingProxyType(found)


# Around us


def distances(workshop: Workshop, graph: Network) -> list[int | None]:
    """Give how many ties each organization is away from us; None where no way leads there."""
    sets, organizations = neighbors(graph), workshop.of(Organization)
    away: list[int | None] = [0 if organizations[id].ours else None for id in graph.nodes]
    front = [i for i, far in enumerate(away) if far == 0]
    ring = 0
    while front:
        ring += 1
        front = sorted({n for i in front for n in sets[i] if away[n] is None})
        for number in front:
            away[number] = ring
    return away


def _around(workshop: Workshop, graph: Network) -> Points:
    away, sets = distances(workshop, graph), neighbors(graph)
    last = max((far for far in away if far is not None), default=0) + 1
    rings = [[i for i, far in enumerate(away) if far == ring] for ring in range(last)]
    rings.append([i for i, far in enumerate(away) if far is None])
    points, angles = np.zeros((len(away), 2)), _angles(workshop, graph, rings[0])
    radius = 0.0
    for ring, members in enumerate(rings):
        if ring > 1:
            _lean(angles, members, sets)
        room = len(members) * _APART / (2 * np.pi)
        radius = max(radius + _RING, room) if ring else (room if len(members) > 1 else 0.0)
        turned = _spread(angles[members], radius)
        angles[members] = turned
        points[members] = radius * np.column_stack([np.cos(turned), np.sin(turned)])
    return points


def _angles(workshop: Workshop, graph: Network, own: Sequence[int]) -> NDArray[np.float64]:
    """Give the direction in which each stands from us now, so that the picture stays familiar."""
    current = organization_positions(workshop)
    points = np.array([current[id] for id in graph.nodes])
    across, down = (points - points[own].mean(axis=0)).T
    angles: NDArray[np.float64] = np.arctan2(down, across)
    return angles


def _lean(
    angles: NDArray[np.float64], members: Sequence[int], sets: Sequence[frozenset[int]]
) -> None:
    """Turn each towards those nearer to us it is tied to."""
    inside = set(range(len(angles))) - set(members)
    for number in members:
        near = [angles[n] for n in sorted(sets[number] & inside)]
        if near:
            angles[number] = np.arctan2(np.sin(near).sum(), np.cos(near).sum())


def _spread(angles: NDArray[np.float64], radius: float) -> NDArray[np.float64]:
    """Push angles apart until nodes on a ring have room, in the order in which they are."""
    count = len(angles)
    if count < 2:
        return angles
    order = np.argsort(angles, kind="stable")
    least = min(_APART / max(radius, 1e-9), 2 * np.pi / count)
    turned = angles[order]
    if least * count > _CROWDED * 2 * np.pi:
        even = 2 * np.pi * np.arange(count) / count
        off = turned - even
        return _sorted_back(even + np.arctan2(np.sin(off).sum(), np.cos(off).sum()), order)
    for _ in range(_PUSHES):
        gaps = np.diff(turned, append=turned[0] + 2 * np.pi)
        short = np.maximum(least - gaps, 0) / 2
        if short.max() < 1e-3:
            break
        turned = turned - short + np.roll(short, 1)
    return _sorted_back(turned, order)


def _sorted_back(turned: NDArray[np.float64], order: NDArray[np.intp]) -> NDArray[np.float64]:
    spread = np.empty_like(turned)
    spread[order] = turned
    return spread


# In layers, by need


def _layers(workshop: Workshop, graph: Network) -> dict[Id, Place]:
    organizations = workshop.of(Organization)
    pairs = [(a.organization, a.capability) for a in covering_assets(workshop)]
    needs = [each.id for each in shown_capabilities(workshop)]
    own = [id for id in graph.nodes if organizations[id].ours]
    holders = [id for id in graph.nodes if id in {one for one, _ in pairs} and id not in own]
    rest = [id for id in graph.nodes if id not in {*own, *holders}]
    holders, needs = _uncrossed(holders, needs, pairs)
    found = _column(own, 0.0) | _column(holders, _COLUMN) | _column(needs, 2 * _COLUMN)
    columns = [rest[at : at + _MOST_ROWS] for at in range(0, len(rest), _MOST_ROWS)]
    for number, members in enumerate(columns, start=1):
        found |= _column(members, -number * _COLUMN)
    return found


def _uncrossed(
    left: list[Id], right: list[Id], pairs: Sequence[tuple[Id, Id]]
) -> tuple[list[Id], list[Id]]:
    """Order two columns so that few lines between them cross: each by the middle of its ends."""
    turned = [(b, a) for a, b in pairs]
    for _ in range(_SWEEPS):
        right = _by_middle(right, left, turned)
        left = _by_middle(left, right, pairs)
    return left, right


def _by_middle(order: list[Id], others: list[Id], pairs: Sequence[tuple[Id, Id]]) -> list[Id]:
    rows = {id: row for row, id in enumerate(others)}
    ends: dict[Id, list[int]] = {id: [] for id in order}
    for one, other in pairs:
        if one in ends and other in rows:
            ends[one].append(rows[other])
    held = {id: sum(at) / len(at) if at else float(len(others)) for id, at in ends.items()}
    return sorted(order, key=held.__getitem__)


def _column(ids: Sequence[Id], x: float) -> dict[Id, Place]:
    top = -(len(ids) - 1) / 2
    return {id: (x, (top + row) * _ROW) for row, id in enumerate(ids)}


# By geography


def _located(organization: Organization) -> bool:
    return organization.latitude is not None and organization.longitude is not None


def _places(workshop: Workshop, graph: Network) -> Points:
    organizations = workshop.of(Organization)
    known = [i for i, id in enumerate(graph.nodes) if _located(organizations[id])]
    unknown = [i for i in range(len(graph.nodes)) if i not in set(known)]
    globe = np.array([_on_globe(organizations[graph.nodes[i]]) for i in known], dtype=np.float64)
    globe = globe.reshape(-1, 2)
    points = np.zeros((len(graph.nodes), 2))
    points[known] = _apart(_flat(globe))
    low = points[known, 1].max(initial=0.0) + 1.5 * _APART
    across = max(4, round(float(np.ptp(points[known, 0])) / _APART) if known else 0)
    for place, number in enumerate(unknown):
        row, column = divmod(place, across)
        points[number] = ((column - (across - 1) / 2) * _APART, low + row * _ROW)
    return points


def _on_globe(organization: Organization) -> Place:
    return organization.longitude or 0.0, organization.latitude or 0.0


def _flat(globe: Points) -> Points:
    """Give map units for longitudes and latitudes: a degree is as wide as at their middle."""
    if not len(globe):
        return globe
    turned = globe.copy()
    if np.ptp(turned[:, 0]) > 180:  # the shorter way is over the date line
        turned[turned[:, 0] < 0, 0] += 360
    middle = turned.mean(axis=0)
    turned -= middle
    turned[:, 0] *= np.cos(np.radians(middle[1]))
    turned[:, 1] *= -1
    span = float(np.hypot(*np.ptp(turned, axis=0)))
    return turned * (STEP * (1.5 + 1.6 * np.sqrt(len(globe))) / span) if span else turned


def _apart(points: Points) -> Points:
    """Push apart what stands in one town, as little as is needed to tell them apart."""
    count = len(points)
    turn = np.pi * (3 - np.sqrt(5)) * np.arange(count)
    same = _rank_at_spot(points)
    spiral = 0.4 * _APART * np.sqrt(same)[:, None]
    moved: Points = points + spiral * np.column_stack([np.cos(turn), np.sin(turn)])
    for _ in range(60 if count <= _FEW else 0):
        between = moved[:, None] - moved[None]
        away = np.hypot(between[..., 0], between[..., 1]) + np.eye(count) * _APART
        short = np.maximum(_APART - away, 0)
        if short.max(initial=0) < 1:
            break
        moved = moved + (between * (short / np.maximum(away, 1e-6) / 2)[..., None]).sum(axis=1)
    return moved


def _rank_at_spot(points: Points) -> NDArray[np.float64]:
    """Count for each point how many before it stand at the very same spot."""
    seen: dict[tuple[float, float], int] = {}
    ranks = []
    for x, y in np.round(points, 1).tolist():
        ranks.append(seen.get((x, y), 0))
        seen[x, y] = ranks[-1] + 1
    return np.array(ranks, dtype=np.float64)


def _beside(workshop: Workshop, around: Mapping[Id, Place]) -> dict[Id, Place]:
    ids = [each.id for each in shown_capabilities(workshop)]
    right = max(x for x, _ in around.values()) + _COLUMN
    middle = sum(y for _, y in around.values()) / len(around)
    return {id: (x, y + middle) for id, (x, y) in _column(ids, right).items()}
