# SPDX-License-Identifier: MIT
"""Names never cover each other or a node, and never leave the picture."""

import numpy as np
import pytest
from numpy.typing import NDArray

from workshop.partners.labels import Scene, place_labels


def scene(
    count: int, size: tuple[float, float], lines: int = 0
) -> tuple[Scene, NDArray[np.float32]]:
    rng = np.random.default_rng(count)
    spots = rng.uniform((0, 0), size, (count, 2))
    nodes = np.column_stack([spots, np.full(count, 6.0)]).astype(np.float32)
    ends = rng.integers(0, count, (lines, 2))
    drawn = np.hstack([spots[ends[:, 0]], spots[ends[:, 1]]]).astype(np.float32)
    names = np.column_stack([rng.uniform(30, 140, count), np.full(count, 16.0)]).astype(np.float32)
    return Scene(nodes, drawn.reshape(-1, 4), (0, 0, *size)), names


@pytest.mark.parametrize(("count", "lines"), [(3, 2), (60, 90), (300, 0), (300, 900), (900, 0)])
def test_nothing_overlaps(count: int, lines: int) -> None:
    around, names = scene(count, (1600, 1000), lines)
    found = place_labels(around, names, range(count))
    assert found
    boxes = np.array([(x, y, x + names[i, 0], y + names[i, 1]) for i, (x, y) in found.items()])
    apart = (
        (boxes[:, None, 2] <= boxes[None, :, 0]) | (boxes[None, :, 2] <= boxes[:, None, 0])
        | (boxes[:, None, 3] <= boxes[None, :, 1]) | (boxes[None, :, 3] <= boxes[:, None, 1])
    )  # fmt: skip
    np.fill_diagonal(apart, True)
    assert apart.all()
    x, y, radius = around.nodes.T
    across = np.maximum(np.maximum(boxes[:, [0]] - x, x - boxes[:, [2]]), 0)
    down = np.maximum(np.maximum(boxes[:, [1]] - y, y - boxes[:, [3]]), 0)
    assert (np.hypot(across, down) >= radius).all()
    assert (boxes[:, :2] >= 0).all()
    assert (boxes[:, 2] <= 1600).all()


def test_the_most_important_name_finds_room_first() -> None:
    nodes = np.array([(50, 50, 5), (50, 52, 5)], dtype=np.float32)
    names = np.full((2, 2), 40, dtype=np.float32)
    around = Scene(nodes, np.empty((0, 4), dtype=np.float32), (28, 0, 72, 100))
    assert next(iter(place_labels(around, names, [1, 0]))) == 1
    assert place_labels(around, names, []) == {}


def test_a_name_that_fits_nowhere_stays_away() -> None:
    nodes = np.array([(50, 50, 5)], dtype=np.float32)
    around = Scene(nodes, np.empty((0, 4), dtype=np.float32), (0, 0, 100, 100))
    assert place_labels(around, np.array([[200, 10]], dtype=np.float32), [0]) == {}
