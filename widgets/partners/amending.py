# SPDX-License-Identifier: MIT
"""What of the map an edit changes, where it is little: a name, a tie's strength, a node's place.

All else of the content is taken over as it is, so that the map answers within a frame, however
many ties it shows.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from exports.exhibits import network_style as style
from exports.exhibits.name_lines import abridged
from resources.theme import Theme
from widgets.partners.content import Content, Line, pen_for, tie_line
from workshop.gaps.records import Asset, Capability, Need
from workshop.history import Change
from workshop.partners.records import Placement, Tie
from workshop.partners.scene import Scene
from workshop.prepare.records import Organization
from workshop.record import Record
from workshop.state import Workshop


class Amended(NamedTuple):
    """The content after an edit, with the numbers of the nodes and lines that look different."""

    content: Content
    nodes: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()
    renamed: bool = False


class _Seen(NamedTuple):
    workshop: Workshop
    scene: Scene
    theme: Theme
    placed: bool
    """Whether every node was put where it stands, so that nobody's place depends on others."""


def amended(
    content: Content, workshop: Workshop, scene: Scene, theme: Theme, changes: Sequence[Change]
) -> Amended | None:
    """Give the content after these changes, or None if it has to be gathered anew."""
    if scene.arrangement:
        return None
    spots = workshop.of(Placement)
    seen = _Seen(workshop, scene, theme, content.numbers.keys() <= spots.keys())
    found: Amended | None = Amended(content._replace(places=content.places.copy()))
    for change in changes:
        amend = _AMENDS.get(change.kind)
        if amend and found:
            found = amend(found, seen, change)
    return found


def _rename(found: Amended, seen: _Seen, change: Change) -> Amended | None:
    before, after = change.before, change.after
    if not (isinstance(before, Organization) and isinstance(after, Organization)):
        return None
    number = found.content.numbers.get(change.id)
    if number is None or seen.scene.grouped_by:
        return None
    if (before.ours, before.at_table) != (after.ours, after.at_table):
        return None
    if before.name == after.name:
        return found
    names = list(found.content.names)
    names[number] = after.name
    content = found.content._replace(names=tuple(names))
    # Another's short form may have to tell it from this name now.
    pairs = zip(abridged(found.content.names), abridged(content.names), strict=True)
    nodes = {number, *(n for n, (was, now) in enumerate(pairs) if was != now)}
    return found._replace(content=content, nodes=found.nodes | nodes, renamed=True)


def _strengthen(found: Amended, seen: _Seen, change: Change) -> Amended | None:
    before, after, filter = change.before, change.after, seen.scene.filter
    if not (isinstance(before, Tie) and isinstance(after, Tie)) or _drawn(before) != _drawn(after):
        return None
    if filter.passes(before) != filter.passes(after):
        return None
    if not filter.passes(after):
        return found
    pair = {after.source, after.target}
    both = [found.content.numbers[id] for id in pair]
    for at in np.flatnonzero(np.isin(found.content.ends, both).all(axis=1)).tolist():
        line = _redrawn(found.content, seen, at, after)
        if line:
            content = _with_line(found.content, at, line)
            if content is None:
                return None
            found = found._replace(content=content, lines=found.lines | {at})
    return found


def _drawn(tie: Tie) -> tuple[object, ...]:
    """Give all of a tie that shows, besides its strength."""
    return (
        tie.source, tie.target, tie.relation, tie.directed, tie.status, tie.since, tie.until
    )  # fmt: skip


def _redrawn(content: Content, seen: _Seen, at: int, tie: Tie) -> Line | None:
    """Give a line between the ends of a tie as it is now; None if it stands for another one."""
    line, passes = content.lines[at], seen.scene.filter.passes
    if line.strand is None:
        return None
    strand = line.strand._replace(tie=tie)
    if content.ties > style.MANY_TIES:
        ends = {tie.source, tie.target}
        ties = seen.workshop.of(Tie).values()
        group = [each for each in ties if {each.source, each.target} == ends and passes(each)]
        strand = style.merged(sorted(group, key=lambda each: each.id))
    elif line.strand.tie.id != tie.id:
        return None
    # A line of one relation keeps it, and one of several has no color of its own.
    ends_at = (content.numbers[strand.tie.source], content.numbers[strand.tie.target])
    look = style.RelationStyle(line.color, line.sign)
    return tie_line(strand, ends_at, look, content.ties, seen.theme.mute)


def _with_line(content: Content, at: int, line: Line) -> Content | None:
    """Put a line in place of another; None if a pen falls out of use, which the legend tells."""
    pen = pen_for(line, style.tie_presence(content.ties))
    pens = content.pens if pen in content.pens else (*content.pens, pen)
    pen_of, old = content.pen_of.copy(), content.pen_of[at]
    pen_of[at] = pens.index(pen)
    if not (pen_of == old).any():
        return None
    lines = (*content.lines[:at], line, *content.lines[at + 1 :])
    ends = content.ends.copy()
    ends[at] = (line.source, line.target)
    return content._replace(lines=lines, ends=ends, pens=pens, pen_of=pen_of)


def _move(found: Amended, seen: _Seen, change: Change) -> Amended | None:
    content, after = found.content, change.after
    number = content.numbers.get(change.id)
    if not isinstance(after, Placement) or number is None or not seen.placed:
        return None
    was = tuple(content.places[number].tolist()), number in content.pinned
    if was == ((after.x, after.y), after.pinned):
        return found
    content.places[number] = after.x, after.y
    if was[1] != after.pinned:
        content = content._replace(pinned=content.pinned ^ {number})
    return found._replace(content=content, nodes=found.nodes | {number})


def _ignore_unless_shown(found: Amended, seen: _Seen, _change: Change) -> Amended | None:
    return None if seen.scene.shows_capabilities else found


_AMENDS: Mapping[type[Record], Callable[[Amended, _Seen, Change], Amended | None]] = {
    Organization: _rename,
    Tie: _strengthen,
    Placement: _move,
    Asset: _ignore_unless_shown,
    Need: _ignore_unless_shown,
    Capability: _ignore_unless_shown,
}
