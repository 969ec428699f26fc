# SPDX-License-Identifier: MIT
"""The network as the facilitator looks at it: filtered, ordered, at another time, or asked a question."""

from exports.exhibits.exhibit import Exhibit, Look, Size
from exports.exhibits.network import network
from workshop.partners.questions import Answer, what_splits
from workshop.partners.scene import Scene, answered, decoded
from workshop.partners.times import what_changed
from workshop.state import Workshop


def network_scene(workshop: Workshop, about: str, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw a scene, given as its word; the title is the answer, or what the moment changes."""
    scene = decoded(about)
    answer = answered(workshop, scene) or _left(workshop, scene)
    lit = answer.nodes if answer and not scene.without else ()
    drawn = network(workshop, look, size, page, scene=scene, highlight=lit)
    if answer:
        title, subtitle = answer.sentence.rstrip("."), answer.measure
    elif scene.day and scene.today:
        title, subtitle = what_changed(workshop, scene.day, scene.today)
    else:
        return drawn
    return drawn._replace(title=title, subtitle=subtitle, alt=f"{title}. {subtitle}. {drawn.alt}")


def _left(workshop: Workshop, scene: Scene) -> Answer | None:
    """Tell what splits and reopens once somebody has left."""
    return what_splits(workshop, scene.without, scene.filter) if scene.without else None
