# SPDX-License-Identifier: MIT
"""Which node the keys lead to: the neighbor in a direction, and the next in the order of reading."""

import numpy as np

from widgets.partners.content import Content

_WIDE = 0.35
"""The least cosine of the angle at which a node counts as lying in a direction."""


def towards(content: Content, current: int, direction: tuple[int, int]) -> int | None:
    """Give the neighbor that lies most in a direction, or failing that the nearest node there."""
    tied = sorted({int(n) for line in content.of_node(current) for n in content.ends[line]})
    found = _best(content, current, direction, tied)
    if found is None:
        found = _best(content, current, direction, range(len(content.ids)), nearest=True)
    return found


def reading_order(content: Content) -> list[int]:
    """Give the nodes in rows from the top, each row from the left."""
    rows = np.round(content.places[:, 1] / 60).astype(int)
    return [int(number) for number in np.lexsort((content.places[:, 0], rows))]


def following(content: Content, current: int | None, by: int) -> int | None:
    """Give the node that comes `by` places after the current one, or None past either end."""
    order = reading_order(content)
    if current is None:
        return order[0 if by > 0 else -1] if order else None
    place = order.index(current) + by
    return order[place] if 0 <= place < len(order) else None


def _best(
    content: Content,
    current: int,
    direction: tuple[int, int],
    among: list[int] | range,
    *,
    nearest: bool = False,
) -> int | None:
    others = np.array([number for number in among if number != current], dtype=int)
    if not len(others):
        return None
    ahead = content.places[others] - content.places[current]
    length = np.maximum(np.hypot(ahead[:, 0], ahead[:, 1]), 1e-6)
    facing = (ahead @ np.array(direction)) / length
    score = facing / length if nearest else facing
    score[facing < _WIDE] = -1
    best = int(score.argmax())
    return int(others[best]) if score[best] > 0 else None
