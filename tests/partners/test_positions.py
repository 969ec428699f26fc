# SPDX-License-Identifier: MIT
"""Where nodes stand: the same for the same network, still between edits, apart from each other."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

import numpy as np
import pytest

from tests.partners.networks import o8, organization, ring, tie, workshop_of
from workshop import edits as general
from workshop.document import Document
from workshop.edits import change
from workshop.gaps.records import Asset, Capability, Need
from workshop.partners import edits, layout
from workshop.partners.crossings import crossings, uncrossed
from workshop.partners.positions import at_hand, positions, tidy_positions
from workshop.partners.records import Placement, Tie
from workshop.partners.stress import distances, normalized_stress, settled, springs, start
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop


def spread(places: Mapping[str, Sequence[float]]) -> float:
    points = np.array(list(places.values()))
    gaps = np.linalg.norm(points[:, None] - points[None], axis=2)
    np.fill_diagonal(gaps, np.inf)
    return float(gaps.min())


def test_the_same_network_has_the_same_picture() -> None:
    assert dict(positions(o8())) == dict(positions(o8()))
    assert positions(o8()).keys() == {f"o-{name}" for name in (
        "Hosp", "HomeHealth", "ManageCo", "DataWorks", "IPA", "Clinic1", "Clinic2")}  # fmt: skip


@pytest.mark.parametrize("count", [0, 1, 2, 3, 30])
def test_nodes_stand_apart(count: int) -> None:
    pairs = [f"N{i}-N{i // 2}" for i in range(1, count)]
    places = positions(workshop_of([f"N{i}" for i in range(count)], pairs))
    assert len(places) == count
    assert count < 2 or spread(places) > 50


def test_a_ring_is_drawn_without_crossings() -> None:
    edges = np.array([(i, (i + 1) % 12) for i in range(12)])
    places = layout.layout(12, [tuple(edge) for edge in edges.tolist()])
    assert crossings(places, edges) == 0


def test_moving_nodes_takes_crossings_away() -> None:
    edges = np.array([(i, (i + 1) % 8) for i in range(8)])
    matrix = distances(8, edges)
    places = settled(springs(matrix), start(matrix), 40)
    places[[0, 3]] = places[[3, 0]]
    before = crossings(places, edges)
    assert before > 0
    assert crossings(uncrossed(places, edges, matrix), edges) <= before
    assert uncrossed(places, edges[:1], matrix) is not places


def test_majorization_lowers_the_stress() -> None:
    rng = np.random.default_rng(3)
    edges = np.array([(i, int(rng.integers(i))) for i in range(1, 60)])
    matrix = distances(60, edges)
    first = start(matrix)
    assert normalized_stress(matrix, settled(springs(matrix), first, 40)) < normalized_stress(
        matrix, first
    )


def test_distances_bridge_what_is_not_connected() -> None:
    assert distances(3, np.array([(0, 1)]))[0, 2] == 3


def test_islands_and_isolates_stand_beside_each_other() -> None:
    pairs = ["A-B", "B-C", "C-D", "D-A", "E-F", "G-H", "I-J", "J-K", "K-I"]
    places = positions(workshop_of("ABCDEFGHIJKLMNO", pairs))
    assert spread(places) > 50
    assert min(places[f"o-{name}"][1] for name in "LMNO") > max(
        places[f"o-{name}"][1] for name in "ABCDEFGHIJK"
    )


def test_very_many_islands_fill_rows() -> None:
    places = layout.layout(80, [(i, i + 1) for i in range(0, 80, 2)])
    assert spread({str(i): place for i, place in enumerate(places.tolist())}) > 0.5


def test_a_block_of_isolates_keeps_its_shape_while_it_grows() -> None:
    seven = positions(workshop_of("ABCDEFG", []))
    eight = positions(workshop_of("ABCDEFGH", []))
    assert all(eight[id] == place for id, place in seven.items())


def test_a_new_isolate_moves_nobody() -> None:
    before = positions(o8())
    after = positions(o8().put([organization("Zeta")]))
    assert all(after[id] == pytest.approx(place) for id, place in before.items())


def test_after_the_first_edit_new_ties_and_organizations_move_nobody() -> None:
    document = Document(o8())
    document.apply(partial(edits.connect, source="o-Hosp", target="o-Clinic1", relation="x"), "Tie")
    before = dict(positions(document.workshop))
    added = (
        organization("New"),
        tie("New-Hosp"),
        tie("New-IPA"),
        organization("Far"),
        tie("Far-New"),
    )
    document.apply(lambda w: general.add(w, *added, organization("Alone")), "Add")
    after = positions(document.workshop)
    assert all(after[id] == before[id] for id in before)
    assert spread(after) > 50


def test_dragging_writes_down_every_place_and_undo_takes_it_back() -> None:
    document = Document(o8())
    before = dict(positions(document.workshop))
    document.apply(partial(edits.place, places={"o-IPA": (500.04, -20.0)}), "Move")
    assert positions(document.workshop)["o-IPA"] == (500.0, -20.0)
    assert len(document.workshop.of(Placement)) == 7
    document.apply(partial(edits.place, places={"o-IPA": (1.0, 2.0)}), "Move")
    document.undo()
    document.undo()
    assert dict(positions(document.workshop)) == before


def test_one_placement_among_many_is_kept() -> None:
    workshop = o8().put([Placement(id="o-IPA", node="o-IPA", x=900, y=900)])
    assert positions(workshop)["o-IPA"] == (900, 900)


def test_tidying_leaves_pinned_nodes_where_they_are() -> None:
    pinned = edits.pin(o8(), ["o-IPA"], True)
    messy = edits.place(pinned, {"o-Hosp": (3000.0, 10.0)})
    tidy = tidy_positions(messy)
    assert tidy["o-IPA"] == pytest.approx(positions(messy)["o-IPA"], abs=0.1)
    assert abs(tidy["o-Hosp"][0]) < 1500
    assert not edits.pin(pinned, ["o-IPA"], False).of(Placement)["o-IPA"].pinned


def test_tidying_from_one_heap_begins_anew_and_may_take_only_some() -> None:
    heap = edits.place(o8(), dict.fromkeys(positions(o8()), (0.0, 0.0)))
    assert spread(tidy_positions(heap)) > 40
    some = tidy_positions(o8(), only=["o-Clinic1"])
    assert some["o-IPA"] == pytest.approx(positions(o8())["o-IPA"], abs=0.1)


def test_a_placed_map_without_any_known_place_takes_a_cell() -> None:
    assert layout.beside(np.empty((0, 2), dtype=np.float32), [((), 0)], 1, 0.0).tolist() == [[0, 0]]


def test_capabilities_stand_in_a_column_beside_the_network() -> None:
    records = [
        Capability(id="c1", name="Analytics"), Capability(id="c2", name="Home care"),
        Capability(id="c3", name="Not asked for"), Need(id="n1", capability="c1"),
        Asset(id="a1", organization="o-Hosp", capability="c2", level=3),
    ]  # fmt: skip
    places = positions(o8().put(records), capabilities=True)
    assert "c3" not in places
    assert places["c1"][0] == places["c2"][0] > max(x for x, _ in positions(o8()).values())
    moved = edits.place(o8().put(records), {"c1": (5.0, 6.0)})
    assert positions(moved, capabilities=True)["c1"] == (5, 6)


def test_a_second_tie_of_the_same_relation_is_refused() -> None:
    workshop = edits.connect(o8(), "o-Hosp", "o-IPA", "funding", 3, directed=True)
    assert len(workshop.of(Tie)) == 9
    with pytest.raises(RuleError, match="already have a tie"):
        edits.connect(workshop, "o-Hosp", "o-IPA", "funding", directed=True)
    assert len(edits.connect(workshop, "o-IPA", "o-Hosp", "funding", directed=True).of(Tie)) == 10


def test_what_is_gone_cannot_be_placed() -> None:
    with pytest.raises(RuleError, match="no longer"):
        edits.place(o8(), {"nobody": (0.0, 0.0)})


def test_deleting_an_organization_takes_ties_and_place_with_it() -> None:
    placed = edits.settle(o8())
    after = general.remove(placed, Organization, ["o-IPA"])
    assert "o-IPA" not in after.of(Placement)
    assert len(after.of(Tie)) == 4


def test_a_long_ring_stays_within_a_wide_frame() -> None:
    places = np.array(list(positions(ring(60)).values()))
    wide, high = np.ptp(places, axis=0)
    assert 0.8 < wide / high < 2.2


def test_an_empty_workshop_has_no_places() -> None:
    assert not positions(Workshop())


def test_nodes_too_close_are_pushed_apart() -> None:
    heap = np.random.default_rng(1).uniform(0, 1.5, (12, 2)).astype(np.float32)
    apart = layout.parted(heap)
    assert spread({str(i): place for i, place in enumerate(apart.tolist())}) > 0.5
    once = layout.parted(heap, rounds=1)
    assert spread({str(i): place for i, place in enumerate(once.tolist())}) < 0.5


def test_a_dense_network_is_laid_out_within_its_budget_of_work() -> None:
    rng = np.random.default_rng(2)
    edges = sorted({tuple(sorted(pair)) for pair in rng.integers(0, 90, (1000, 2)).tolist()})
    kept = [(a, b) for a, b in edges if a != b]
    places = layout.layout(90, kept)
    assert np.isfinite(places).all()
    pairs = np.array(kept)
    matrix = distances(90, pairs)
    few = uncrossed(places, pairs, matrix)
    assert normalized_stress(matrix, few) < 1.2 * normalized_stress(matrix, places)


def test_very_large_networks_skip_the_crossings() -> None:
    rng = np.random.default_rng(4)
    edges = {tuple(sorted(pair)) for pair in rng.integers(0, 70, (6000, 2)).tolist()}
    kept = [(a, b) for a, b in sorted(edges) if a != b]
    assert len(kept) > 1500
    assert np.isfinite(layout.layout(70, kept)).all()


def test_tidying_a_large_network_again_begins_from_where_it_got_to() -> None:
    workshop = ring(220)
    once = tidy_positions(workshop)
    again = tidy_positions(edits.place(workshop, once))
    assert once.keys() == again.keys()
    assert max(np.hypot(x - again[id][0], y - again[id][1]) for id, (x, y) in once.items()) < 60


def large_graph(n: int = 140) -> list[tuple[int, int]]:
    rng = np.random.default_rng(5)
    found = {(int(rng.integers(i)), i) for i in range(1, n)}
    return sorted(
        found | {(min(a, b), max(a, b)) for a, b in rng.integers(0, n, (200, 2)) if a != b}
    )


def test_a_large_network_is_drawn_together_at_hardly_any_stress() -> None:
    pairs = np.array(large_graph())
    matrix = distances(140, pairs)
    found = springs(matrix)
    plain, drawn = settled(found, start(matrix), 60), layout.island(140, pairs)
    assert crossings(drawn, pairs) < crossings(plain, pairs)
    assert normalized_stress(matrix, drawn) < 1.03 * normalized_stress(matrix, plain)


def test_a_lattice_keeps_its_distances_though_its_edges_are_asked_to_be_short() -> None:
    side = 11
    pairs = np.array(
        [(i, i + 1) for i in range(side * side) if (i + 1) % side]
        + [(i, i + side) for i in range(side * (side - 1))]
    )
    matrix = distances(side * side, pairs)
    plain = settled(springs(matrix), start(matrix), 60)
    drawn = layout.island(side * side, pairs)
    assert normalized_stress(matrix, drawn) < 1.05 * normalized_stress(matrix, plain)


def test_tidying_a_large_network_moves_it_little() -> None:
    edges = large_graph()
    places = layout.layout(140, edges)
    moved = np.linalg.norm(layout.tidied(140, edges, places) - places, axis=1)
    assert moved.mean() < 0.1 * float(np.ptp(places[:, 0]))


def test_a_new_name_and_another_strength_move_nobody() -> None:
    before = dict(positions(o8()))
    renamed = change(o8(), Organization, "o-IPA", name="Zebra")
    strength = change(renamed, Tie, min(renamed.of(Tie)), strength=5.0)
    assert dict(positions(strength)) == before


def test_places_are_at_hand_where_the_network_is_small_or_was_laid_out_already() -> None:
    assert at_hand(o8())
    names = [f"N{i:03}" for i in range(260)]
    large = workshop_of(names, [f"{a}-{b}" for a, b in pairwise(names)])
    assert not at_hand(large)
    positions(large)
    assert at_hand(large)
    assert at_hand(change(large, Organization, "o-N000", name="Another"))
    placed = large.put(
        Placement(id=id, node=id, x=x, y=y) for id, (x, y) in positions(large).items()
    )
    assert at_hand(placed.put([organization("New")]))
    for n in range(12):
        positions(workshop_of(names[: n + 2], [f"N{n:03}-N{n + 1:03}"]))
    assert not at_hand(change(large, Organization, "o-N000", name="Yet another"))


def test_a_tree_is_laid_out_without_crossings_and_with_little_stress() -> None:
    edges = np.array([(i, (i - 1) // 2) for i in range(1, 127)])
    matrix, places = distances(127, edges), layout.island(127, edges)
    assert crossings(places, edges) < 8
    plain = settled(springs(matrix), start(matrix), 60)
    assert normalized_stress(matrix, places) < 1.02 * normalized_stress(matrix, plain)


def test_a_tie_named_twice_is_no_tree() -> None:
    places = layout.layout(2, [(0, 1), (1, 0)])
    assert np.hypot(*(places[0] - places[1])) > 0.5
