# SPDX-License-Identifier: MIT
"""Orders that explain: how far away, who could cover what, and where on the globe."""

import math

import pytest

from tests.partners.networks import o8, organization, ring, tie
from workshop.gaps.records import Asset, Capability, Need
from workshop.partners.arrangements import arranged, why_not
from workshop.partners.positions import organization_positions
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop

NEEDS = (
    Capability(id="c1", name="Analytics"), Capability(id="c2", name="Home care"),
    Need(id="n1", capability="c1", needed_level=3), Need(id="n2", capability="c2", needed_level=2),
    Asset(id="a1", organization="o-IPA", capability="c1", level=4),
    Asset(id="a2", organization="o-Clinic1", capability="c2", level=4),
)  # fmt: skip


def ours_is_ipa(*more: object) -> Workshop:
    own = organization("IPA", ours=True)
    return o8().put([own, organization("Solo"), *more])  # type: ignore[list-item]  # records


def from_ipa(workshop: Workshop) -> dict[str, float]:
    places = arranged(workshop, "around")
    x, y = places["o-IPA"]
    return {id[2:]: math.hypot(a - x, b - y) for id, (a, b) in places.items()}


def test_rings_are_ties_away_and_the_unreached_stand_outermost() -> None:
    away = from_ipa(ours_is_ipa())
    near = {away[name] for name in ("Hosp", "ManageCo", "Clinic1", "Clinic2")}
    far = {away[name] for name in ("DataWorks", "HomeHealth")}
    assert away["IPA"] == 0
    assert max(near) - min(near) < 1e-6
    assert max(far) - min(far) < 1e-6
    assert max(near) < min(far) < away["Solo"]


def test_nodes_of_a_crowded_ring_have_room() -> None:
    hub = [organization("Hub", ours=True), *(tie(f"Hub-N{i:03}") for i in range(60))]
    places = list(arranged(ring(60).put(hub), "around").values())
    nearest = min(math.dist(a, b) for n, a in enumerate(places) for b in places[:n])
    assert nearest > 90


def test_several_of_ours_share_the_middle_apart() -> None:
    workshop = ours_is_ipa(organization("Hosp", ours=True))
    away = from_ipa(workshop)
    assert 0 < away["Hosp"] < away["Clinic1"]


def test_layers_lead_from_us_over_who_covers_to_the_needs() -> None:
    places = arranged(ours_is_ipa(*NEEDS), "layers")
    xs = [places[id][0] for id in ("o-Hosp", "o-IPA", "o-Clinic1", "c2")]
    assert xs == sorted(xs)
    assert len(set(xs)) == 4
    assert places["c1"][0] == places["c2"][0]


def test_layers_keep_lines_from_crossing() -> None:
    extra = (
        Asset(id="a3", organization="o-Hosp", capability="c1", level=4),
        Asset(id="a4", organization="o-DataWorks", capability="c2", level=4),
        organization("IPA"), organization("Solo", ours=True),
    )  # fmt: skip
    places = arranged(o8().put([*NEEDS, *extra]), "layers")
    upper = places["c1"][1] < places["c2"][1]
    assert (places["o-Hosp"][1] < places["o-DataWorks"][1]) == upper


def test_geography_has_north_above_and_east_at_the_right() -> None:
    towns = {"Hosp": (50, 10), "IPA": (48, 10), "Clinic1": (49, 14)}
    located = [
        organization(name, latitude=north, longitude=east) for name, (north, east) in towns.items()
    ]
    places = arranged(o8().put(located), "places")
    assert places["o-Hosp"][1] < places["o-Clinic1"][1] < places["o-IPA"][1]
    assert places["o-Clinic1"][0] > places["o-Hosp"][0]
    assert places["o-ManageCo"][1] > places["o-IPA"][1]


def test_neighbors_over_the_date_line_stand_side_by_side() -> None:
    east = organization("Hosp", latitude=0, longitude=179)
    west = organization("IPA", latitude=0, longitude=-179)
    other = organization("Clinic1", latitude=0, longitude=150)
    places = arranged(o8().put([east, west, other]), "places")
    assert places["o-Clinic1"][0] < places["o-Hosp"][0] < places["o-IPA"][0]


@pytest.mark.parametrize("count", [40, 320])
def test_those_in_one_town_are_told_apart(count: int) -> None:
    named = [organization(f"T{i:03}", latitude=49.0, longitude=8.0) for i in range(count)]
    places = list(arranged(Workshop(named), "places", capabilities=True).values())
    nearest = min(math.dist(a, b) for n, a in enumerate(places) for b in places[:n])
    assert nearest > 40


def test_capabilities_stand_beside_an_order() -> None:
    places = arranged(ours_is_ipa(*NEEDS), "around", capabilities=True)
    assert places["c1"][0] > max(x for id, (x, _) in places.items() if id.startswith("o-"))
    assert arranged(Workshop(), "around") == {}


def test_what_is_missing_for_an_order_is_said() -> None:
    assert "marked as ours" in why_not(o8(), "around")
    assert "no need yet" in why_not(ours_is_ipa(), "layers")
    assert "latitude" in why_not(ours_is_ipa(), "places")
    assert not why_not(ours_is_ipa(*NEEDS), "layers")
    assert not why_not(o8(), "")


def test_an_order_moves_nothing_for_good() -> None:
    workshop = ours_is_ipa()
    before = dict(organization_positions(workshop))
    arranged(workshop, "around")
    assert organization_positions(workshop) == before


def test_coordinates_lie_on_the_globe() -> None:
    with pytest.raises(RuleError, match="Latitude"):
        Organization(id="x", name="X", latitude=91)
    with pytest.raises(RuleError, match="Longitude"):
        Organization(id="x", name="X", longitude=-181)


def test_without_any_coordinates_all_stand_in_rows() -> None:
    places = list(arranged(o8(), "places").values())
    assert len(set(places)) == 7


def test_a_crowd_behind_one_partner_fans_out() -> None:
    crowd = [tie(f"N000-N{i:03}") for i in range(1, 13)]
    hub = [organization("Hub", ours=True), tie("Hub-N000")]
    names = [organization(f"N{i:03}") for i in range(13)]
    places = arranged(Workshop([*names, *hub, *crowd]), "around")
    fan = [places[f"o-N{i:03}"] for i in range(1, 13)]
    nearest = min(math.dist(a, b) for n, a in enumerate(fan) for b in fan[:n])
    assert nearest > 60
