# SPDX-License-Identifier: MIT
"""Names never cover each other or a node, and never leave the picture."""

import numpy as np
import pytest
from numpy.typing import NDArray

from workshop.partners.label_board import Board
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
    tall = names[:, ::-1] * [2, 0.4]
    shapes = [names, tall.astype(np.float32)]
    found = place_labels(around, shapes, range(count))
    assert found
    boxes = np.array([(p.x, p.y, *(shapes[p.shape][i] + [p.x, p.y])) for i, p in found.items()])
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
    assert next(iter(place_labels(around, [names], [1, 0]))) == 1
    assert place_labels(around, [names], []) == {}


def test_a_name_that_fits_nowhere_stays_away() -> None:
    nodes = np.array([(50, 50, 5)], dtype=np.float32)
    around = Scene(nodes, np.empty((0, 4), dtype=np.float32), (0, 0, 100, 100))
    assert place_labels(around, [np.array([[200, 10]], dtype=np.float32)], [0]) == {}


def test_a_name_without_room_beside_its_node_moves_away_with_a_leader() -> None:
    ring = [(100 + 16 * np.cos(a), 100 + 16 * np.sin(a), 6) for a in np.arange(0, 6, 0.7)]
    nodes = np.array([(100, 100, 4), *ring[:-1]], dtype=np.float32)
    around = Scene(nodes, np.empty((0, 4), dtype=np.float32), (0, 0, 400, 200))
    names = [np.array([(60, 14)] * len(nodes), dtype=np.float32)]
    placed = place_labels(around, names, [0])[0]
    assert placed.leader is not None
    x1, y1, x2, y2 = placed.leader
    assert np.hypot(x1 - 100, y1 - 100) < 12
    assert placed.x <= x2 <= placed.x + 60
    assert placed.y <= y2 <= placed.y + 14


def test_a_name_makes_room_for_another_that_has_no_other_place() -> None:
    # The first name likes it below its node, which is the only place of the second.
    nodes = np.array([(50, 40, 5), (50, 70, 5)], dtype=np.float32)
    names = [np.array([(40, 12), (40, 12)], dtype=np.float32)]
    around = Scene(nodes, np.empty((0, 4), dtype=np.float32), (28, 0, 72, 78))
    assert place_labels(around, names, [0, 1], far=False).keys() == {0}
    found = place_labels(around, names, [0, 1])
    assert found.keys() == {0, 1}
    assert found[0].y < 40 < found[1].y


def test_as_many_names_as_can_find_room_when_all_cannot() -> None:
    rng = np.random.default_rng(4)
    nodes = np.column_stack([rng.uniform(0, 200, (30, 2)), np.full(30, 4)]).astype(np.float32)
    around = Scene(nodes, np.empty((0, 4), dtype=np.float32), (0, 0, 200, 200))
    names = [np.full((30, 2), (70, 12), dtype=np.float32)]
    near, far = (place_labels(around, names, range(30), far=far) for far in (False, True))
    assert len(near) <= len(far) < 30


def test_a_node_beyond_the_picture_hides_no_room_in_it() -> None:
    nodes = np.array([(50, 50, 5), (-300, -300, 5)], dtype=np.float32)
    around = Scene(nodes, np.empty((0, 4), dtype=np.float32), (0, 0, 100, 100))
    names = [np.full((2, 2), 20, dtype=np.float32)]
    assert place_labels(around, names, [0, 1]).keys() == {0}


def test_names_with_hardly_any_room_all_find_it_by_moving_each_other() -> None:
    rng = np.random.default_rng(11)
    nodes = np.column_stack([rng.uniform(0, 300, (34, 2)), np.full(34, 4)]).astype(np.float32)
    around = Scene(nodes, np.empty((0, 4), dtype=np.float32), (-40, -20, 340, 320))
    names = [np.full((34, 2), size, dtype=np.float32) for size in ((58, 12), (30, 24))]
    assert len(place_labels(around, names, range(34))) == 34


def test_no_leader_runs_through_a_node_or_a_name() -> None:
    rng = np.random.default_rng(2)
    nodes = np.column_stack([rng.uniform(0, 260, (40, 2)), np.full(40, 4)]).astype(np.float32)
    around = Scene(nodes, np.empty((0, 4), dtype=np.float32), (0, 0, 260, 260))
    found = place_labels(around, [np.full((40, 2), (50, 12), dtype=np.float32)], range(40))
    led = {i: np.array(placed.leader) for i, placed in found.items() if placed.leader}
    assert led
    for i, (x1, y1, x2, y2) in led.items():
        points = np.linspace((x1, y1), (x2, y2), 40)
        assert (np.hypot(*(points[:, None] - nodes[:, :2]).T) > 4).all()
        others = np.array([(p.x, p.y, p.x + 50, p.y + 12) for j, p in found.items() if j != i])
        inside = (points[:, None] > others[:, :2]).all(2) & (points[:, None] < others[:, 2:]).all(2)
        assert not inside.any()


def test_in_a_crowd_those_left_over_may_take_another_shape() -> None:
    rng = np.random.default_rng(8)
    nodes = np.column_stack([rng.uniform(0, 620, (150, 2)), np.full(150, 4)]).astype(np.float32)
    around = Scene(nodes, np.empty((0, 4), dtype=np.float32), (0, 0, 620, 620))
    usual, flat = (np.full((150, 2), size, dtype=np.float32) for size in ((60, 30), (110, 14)))
    one, both = (place_labels(around, shapes, range(150)) for shapes in ([usual], [usual, flat]))
    assert len(both) > len(one)
    assert {placed.shape for placed in both.values()} == {0, 1}
    boxes = np.array(
        [(p.x, p.y, *((usual, flat)[p.shape][i] + (p.x, p.y))) for i, p in both.items()]
    )
    across = (boxes[:, None, 0] < boxes[:, 2]) & (boxes[:, 0] < boxes[:, None, 2])
    down = (boxes[:, None, 1] < boxes[:, 3]) & (boxes[:, 1] < boxes[:, None, 3])
    assert (across & down).sum() == len(boxes)


def crowd(count: int, size: float) -> tuple[Scene, list[NDArray[np.float32]]]:
    """Give nodes with names that are whole, short, and very short."""
    rng = np.random.default_rng(21)
    nodes = np.column_stack([rng.uniform(60, size - 60, (count, 2)), np.full(count, 4)])
    sizes = [(80, 22), (50, 11), (26, 11)]
    shapes = [np.full((count, 2), each, dtype=np.float32) for each in sizes]
    empty = np.empty((0, 4), dtype=np.float32)
    return Scene(nodes.astype(np.float32), empty, (0, 0, size, size)), shapes


def test_all_names_are_shown_where_only_their_short_forms_have_room() -> None:
    around, shapes = crowd(150, 700)
    assert len(place_labels(around, shapes[:1], range(150))) < 150
    found = place_labels(around, shapes, range(150), whole=1)
    assert len(found) == 150
    assert {placed.shape for placed in found.values()} == {0, 1, 2}


def test_a_name_is_whole_where_there_is_room() -> None:
    around, shapes = crowd(6, 700)
    found = place_labels(around, shapes, range(6), whole=1)
    assert {placed.shape for placed in found.values()} == {0}


def test_without_room_for_all_the_less_important_names_go() -> None:
    around, shapes = crowd(150, 300)
    found = place_labels(around, shapes, range(150), whole=1)
    assert len(found) < 150
    first, last = (sum(n in found for n in part) for part in (range(75), range(75, 150)))
    assert first > last


def test_the_most_important_names_keep_most_of_their_words() -> None:
    around, shapes = crowd(150, 500)
    order = list(reversed(range(150)))
    found = place_labels(around, shapes, order, whole=1)
    whole = [n for n, placed in found.items() if placed.shape == 0]
    assert np.mean(whole) > 75


def test_a_leader_keeps_clear_of_the_edge() -> None:
    board = Board(20, 20, np.array([(10, 10, 2)]))
    assert board.path((12.0, 10.0, 25.0, 10.0)) is None
    assert board.path((9.0, 9.0, 15.0, 15.0)) is None
    path = board.path((13.5, 9.0, 18.0, 4.0))
    assert path
    board.draw(path)
    assert board.path((13.5, 4.0, 18.0, 9.0)) is None
    assert board.around(10.0, 10.0, (30, 2), 8, 1) == []


def test_a_name_stands_where_it_covers_no_line_if_it_can() -> None:
    nodes = np.array([(100, 100, 5)], dtype=np.float32)
    lines = np.array([(100, 105, 100, 200), (105, 100, 200, 100)], dtype=np.float32)
    placed = place_labels(
        Scene(nodes, lines, (0, 0, 200, 200)), [np.array([(40, 12)], np.float32)], [0]
    )[0]
    assert placed.leader is None
    assert placed.x + 40 <= 100 or placed.y + 12 <= 100 or placed.x >= 100 < placed.y
