# SPDX-License-Identifier: MIT
"""The network as seen through a filter, as a simple graph that can be measured.

Several ties between the same two organizations count once, with the greatest strength. Rivalry is
shown on the map but binds nobody, so the relation "competitor" is no edge here.
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from workshop.ids import Id
from workshop.partners.records import Tie
from workshop.partners.times import Moment
from workshop.prepare.records import Organization
from workshop.remembered import remembered
from workshop.state import Workshop

COMPETITOR = "competitor"
IN_FORCE = frozenset({"planned", "active"})


class NetworkFilter(NamedTuple):
    """Which ties are looked at; `relations` None is every relation.

    A tie of unknown strength passes only while no least strength is asked for.
    """

    relations: frozenset[str] | None = None
    min_strength: float = 0
    statuses: frozenset[str] = IN_FORCE
    directed: bool = False
    """Whether direction counts in the measures."""
    one_way: bool | None = None
    """Only ties that go one way, only those that do not, or all."""
    moment: Moment | None = None
    """Only ties known to hold at another moment."""
    without: Id = ""
    """An organization that has left; it is not in the network, and none of its ties are."""

    def passes(self, tie: Tie) -> bool:
        """Tell whether a tie is looked at."""
        if self.without and self.without in (tie.source, tie.target):
            return False
        if self.moment and not self.moment.holds(tie):
            return False
        strong = self.min_strength <= 0 or (tie.strength or 0) >= self.min_strength
        named = self.relations is None or tie.relation in self.relations
        turned = self.one_way is None or tie.directed is self.one_way
        return strong and named and turned and tie.status in self.statuses


EVERYTHING = NetworkFilter()


class Network(NamedTuple):
    """A simple graph over all organizations, which are numbered in the order of their names."""

    nodes: tuple[Id, ...]
    names: tuple[str, ...]
    edges: tuple[tuple[int, int], ...]
    """Pairs with the smaller number first, in order."""
    strengths: tuple[float | None, ...]
    """The greatest known strength of each edge."""
    arcs: frozenset[tuple[int, int]]
    """Edges with their direction; a tie both ways is two arcs."""
    directed: bool

    @property
    def numbers(self) -> dict[Id, int]:
        """The number of each organization."""
        return {id: number for number, id in enumerate(self.nodes)}


def relations(workshop: Workshop) -> tuple[str, ...]:
    """Give the relations in use, the most frequent first."""
    counts = Counter([tie.relation for tie in workshop.of(Tie).values()])
    return tuple(sorted(counts, key=lambda name: (-counts[name], name.casefold(), name)))


def is_rivalry(relation: str) -> bool:
    """Tell whether a relation is competition, which binds nobody."""
    return relation.strip().casefold() == COMPETITOR


@remembered
def shown_ties(workshop: Workshop, filter: NetworkFilter = EVERYTHING) -> tuple[Tie, ...]:
    """Give the ties that pass the filter, rivalry included, in the order of their making."""
    return tuple(tie for tie in workshop.all(Tie) if filter.passes(tie))


@remembered
def network(workshop: Workshop, filter: NetworkFilter = EVERYTHING) -> Network:
    """Give the simple graph of all organizations under a filter, without rivalry."""
    organizations = workshop.of(Organization)
    present = (id for id in organizations if id != filter.without)
    nodes = tuple(sorted(present, key=lambda each: (organizations[each].name.casefold(), each)))
    index = {id: number for number, id in enumerate(nodes)}
    ties = shown_ties(workshop, filter)
    rivalries = {name for name in {tie.relation for tie in ties} if is_rivalry(name)}
    binding = [tie for tie in ties if tie.relation not in rivalries] if rivalries else ties
    merged: dict[tuple[int, int], float | None] = {}
    arcs: set[tuple[int, int]] = set()
    for tie in binding:
        source, target = arc = index[tie.source], index[tie.target]
        back = (target, source)
        pair = arc if source < target else back
        known = merged.setdefault(pair, tie.strength)
        if tie.strength is not None and (known is None or tie.strength > known):
            merged[pair] = tie.strength
        arcs.add(arc)
        if not tie.directed:
            arcs.add(back)
    edges = tuple(sorted(merged))
    names = tuple(organizations[id].name for id in nodes)
    strengths = tuple(merged[edge] for edge in edges)
    return Network(nodes, names, edges, strengths, frozenset(arcs), filter.directed)


def neighbors(network: Network) -> tuple[frozenset[int], ...]:
    """Give for each organization the numbers of those it is tied to."""
    sets: list[set[int]] = [set() for _ in network.nodes]
    for a, b in network.edges:
        sets[a].add(b)
        sets[b].add(a)
    return tuple(map(frozenset, sets))


def by_id(network: Network, values: Mapping[int, float]) -> dict[Id, float]:
    """Give values known by number under the ids of the organizations."""
    return {network.nodes[number]: value for number, value in values.items()}
