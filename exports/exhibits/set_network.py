# SPDX-License-Identifier: MIT
"""The partner network as a set of partners would have it: they and we strong, the others faint.

Where there are very many organizations, those that have no tie to any of them are left out.
"""

from collections.abc import Collection

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Size
from exports.exhibits.network import network
from workshop.ids import Id
from workshop.partners.partner_sets import describe, members_mask
from workshop.partners.records import Placement, Tie
from workshop.partners.set_from_workshop import pose
from workshop.partners.set_ties import set_ties_headline
from workshop.prepare.details import ours
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted

MANY = 60
"""With more organizations than this a picture beside others has no room for all of them."""


def set_network(workshop: Workshop, members: str, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw the network with a set, given as ids with commas, set off; areas “node”."""
    own = [each.id for each in ours(workshop)]
    if not own:
        sentence = "Where the partners of a set stand in the network will show here."
        return empty(look, size, "Nobody is marked as ours yet", sentence)
    ids = tuple(filter(None, members.split(",")))
    near = _near(workshop, {*own, *ids})
    drawn = network(near, look, size, page, highlight=[*own, *ids])
    problem = pose(workshop).problem
    label = describe(problem, members_mask(problem, ids)).label
    title = set_ties_headline(workshop, ids)
    below = f"Strong: we and {label}" if ids else "Strong: we alone"
    hidden = len(workshop.of(Organization)) - len(near.of(Organization))
    if hidden:
        below += f"; {counted(hidden, 'organization')} without a tie to them not shown"
    return drawn._replace(title=title, subtitle=below, alt=f"{title}. {below}. {drawn.alt}")


def _near(workshop: Workshop, strong: Collection[Id]) -> Workshop:
    """Give the workshop with those who are strong and those tied to them; all where they are few."""
    if len(workshop.of(Organization)) <= MANY:
        return workshop
    ties = [tie for tie in workshop.all(Tie) if {tie.source, tie.target} & {*strong}]
    shown = {*strong, *(id for tie in ties for id in (tie.source, tie.target))}
    if len(shown) > MANY:
        shown = {*strong}
    kept = [each for each in workshop.all(Organization) if each.id in shown]
    between = [tie for tie in workshop.all(Tie) if {tie.source, tie.target} <= shown]
    placed = [each for each in workshop.all(Placement) if each.node in shown]
    return Workshop([*kept, *between, *placed])
