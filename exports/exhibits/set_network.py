# SPDX-License-Identifier: MIT
"""The partner network as a set of partners would have it: they and we strong, the others faint."""

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Size
from exports.exhibits.network import network
from workshop.partners.partner_sets import describe, members_mask
from workshop.partners.set_from_workshop import pose
from workshop.partners.set_ties import set_ties_headline
from workshop.prepare.details import ours
from workshop.state import Workshop


def set_network(workshop: Workshop, members: str, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw the network with a set, given as ids with commas, set off; areas “node”."""
    own = [each.id for each in ours(workshop)]
    if not own:
        sentence = "Where the partners of a set stand in the network will show here."
        return empty(look, size, "Nobody is marked as ours yet", sentence)
    ids = tuple(filter(None, members.split(",")))
    drawn = network(workshop, look, size, page, highlight=[*own, *ids])
    problem = pose(workshop).problem
    label = describe(problem, members_mask(problem, ids)).label
    title = set_ties_headline(workshop, ids)
    below = f"Strong: we and {label}" if ids else "Strong: we alone"
    return drawn._replace(title=title, subtitle=below, alt=f"{title}. {below}. {drawn.alt}")
