# SPDX-License-Identifier: MIT
"""What can be done to the network on the map; each verb is one step that can be undone."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from workshop import edits
from workshop.ids import Id
from workshop.partners.arrangements import arranged
from workshop.partners.edits import pin, place
from workshop.partners.positions import Positions, tidy_positions
from workshop.partners.records import Placement, Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop

if TYPE_CHECKING:
    from widgets.partners.network_map import NetworkMap

_NUDGE = 12.0
"""Pixels that a node moves with one key."""
_AT_ONCE = 150
"""A network of so many nodes is tidied within a frame; a larger one by a worker."""


def put_down(map: "NetworkMap", nodes: Sequence[int]) -> None:
    """Make the places where dragged nodes now stand theirs."""
    content = map.content
    places = {content.ids[i]: (float(x), float(y)) for i in nodes for x, y in [content.places[i]]}
    one = f"Move {content.names[nodes[0]]}"
    label = one if len(nodes) == 1 else f"Move {len(nodes)} nodes"
    if map.desk.apply(partial(place, places=places), label) is None:
        map.reload()


def nudge(map: "NetworkMap", direction: tuple[int, int]) -> None:
    """Move the selected nodes a little, as dragging does; several nudges in a row are one step."""
    nodes = sorted(map.content.numbers[id] for id in map.selected or {map.current} - {""})
    if map.scene.arrangement or not nodes:
        return
    content = map.content
    step = np.array(direction) * _NUDGE / map.view.units
    places = {
        content.ids[i]: (float(x), float(y)) for i in nodes for x, y in [content.places[i] + step]
    }
    one = f"Move {content.names[nodes[0]]}"
    label = one if len(nodes) == 1 else f"Move {len(nodes)} nodes"
    map.desk.apply(partial(place, places=places), label, ("nudge", *sorted(places)))
    map.motion.stop()


def tidy(map: "NetworkMap") -> None:
    """Lay the network out again from where things stand, or only the selected nodes."""
    if map.scene.arrangement:
        map.desk.said.emit("Choose “As they were put” under Arrange first; then it can be tidied.")
        return
    only = map.selected if len(map.selected) > 1 else frozenset()
    workshop, filter = map.desk.workshop, map.filter
    if len(map.content.ids) <= _AT_ONCE:
        _put_tidily(map, workshop, tidy_positions(workshop, filter, only))
    elif not map.arrivals.waiting:
        map.arrivals.layouts.run(
            lambda _progress, _cancelled: tidy_positions(workshop, filter, only),
            lambda found: _put_tidily(map, workshop, found),
            map.desk.said.emit,
        )


def _put_tidily(map: "NetworkMap", seen: Workshop, places: Positions) -> None:
    """Move all to their new places, unless the network has changed since they were found."""
    kinds = (Organization, Tie, Placement)
    if any(seen.of(kind) is not map.desk.workshop.of(kind) for kind in kinds):
        tidy(map)
    else:
        map.desk.apply(partial(place, places=places), "Tidy the network")


def keep_places(map: "NetworkMap") -> None:
    """Make the places of the order in which all stand now the places of the map."""
    scene = map.scene
    places = arranged(map.desk.workshop, scene.arrangement, scene.shows_capabilities)
    map.desk.apply(partial(place, places=places), "Keep the order of the network")


def toggle_pins(map: "NetworkMap") -> None:
    """Pin the selected nodes, or let go of them if all are pinned."""
    chosen = map.selected or frozenset({map.current} - {""})
    if not chosen:
        map.desk.said.emit("Select what to pin first.")
        return
    spots = map.desk.workshop.of(Placement)
    pinned = not all(id in spots and spots[id].pinned for id in chosen)
    label = "Pin on the map" if pinned else "Unpin on the map"
    map.desk.apply(partial(pin, nodes=sorted(chosen), pinned=pinned), label)


def delete_selected(map: "NetworkMap") -> None:
    """Remove the selected tie or organizations, and say what went with them."""
    if map.selected_tie:
        remove = partial(edits.remove, kind=Tie, ids=[map.selected_tie])
        map.desk.apply(remove, "Remove a tie")
        return
    doomed = [id for id in map.selected if id in map.desk.workshop.of(Organization)]
    if not doomed:
        return
    remove = partial(edits.remove, kind=Organization, ids=doomed)
    step = map.desk.apply(remove, "Remove from the network")
    said = edits.what_went(step.changes, Organization) if step else ""
    if said:
        map.desk.said.emit(said)


def rename(map: "NetworkMap", id: Id, name: str) -> None:
    """Give an organization another name."""
    change = partial(edits.change, of=Organization, id=id, name=name.strip())
    map.desk.apply(change, "Rename organization")


def ask_for_tie(map: "NetworkMap", source: int, target: int | None) -> None:
    """Pass on that a line was drawn between two organizations."""
    organizations = map.desk.workshop.of(Organization)
    ends = [map.content.ids[n] for n in (source, target) if n is not None]
    if len(ends) < 2 or any(id not in organizations for id in ends):
        map.desk.said.emit("Let go on another organization to tie the two.")
    elif ends[0] != ends[1]:
        map.tie_asked.emit(*ends)
