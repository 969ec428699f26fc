# SPDX-License-Identifier: MIT
"""What lies under a pixel of the map."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from widgets.partners.brushwork import on_screen, radii, strokes
from widgets.partners.view import Point
from workshop.ids import Id

if TYPE_CHECKING:
    from widgets.partners.network_map import NetworkMap


def node_at(map: "NetworkMap", pixel: Point, reach: float = 2.0) -> int | None:
    """Give the node under a pixel, or within a reach of it."""
    if not len(map.content.places):
        return None
    away = np.hypot(*(on_screen(map.content, map.view) - pixel).T)
    beyond = away - radii(map.content, map.brush())
    nearest = int(beyond.argmin())
    return nearest if beyond[nearest] <= reach else None


def tie_at(map: "NetworkMap", pixel: Point, reach: float = 5.0) -> Id:
    """Give the tie whose line runs under a pixel, or ""."""
    lines = strokes(map.content, map.brush())
    if not len(lines):
        return ""
    start, along = lines[:, :2], lines[:, 2:] - lines[:, :2]
    share = ((pixel - start) * along).sum(axis=1) / np.maximum((along**2).sum(axis=1), 1e-6)
    nearest = start + along * np.clip(share, 0, 1)[:, None]
    away = np.hypot(*(nearest - pixel).T)
    strand = map.content.lines[int(away.argmin())].strand
    return strand.tie.id if strand and away.min() <= reach else ""


def nodes_within(map: "NetworkMap", box: QRectF) -> list[Id]:
    """Give the nodes in a rectangle of the window."""
    spots = on_screen(map.content, map.view).tolist()
    return [map.content.ids[i] for i, (x, y) in enumerate(spots) if box.contains(QPointF(x, y))]
