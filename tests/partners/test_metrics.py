# SPDX-License-Identifier: MIT
"""The measures against the worked oracle O8 and against networkx."""

import networkx as nx
import pytest

from tests.partners.networks import o8, organization, ring, tie, workshop_of
from workshop.partners.graph import NetworkFilter, by_id, network, relations
from workshop.partners.metrics import ei_index, measures, parts
from workshop.partners.metrics_table import by_organization, group_fields, groups, report, table
from workshop.record import RuleError
from workshop.state import Workshop


def test_o8_whole_network() -> None:
    found = report(o8(), group="sector")
    assert (found["organizations"], found["ties"]) == (7, 8)
    assert found["density"] == pytest.approx(0.3810, abs=1e-4)
    assert found["centralization"] == pytest.approx(0.4)
    assert found["transitivity"] == pytest.approx(0.4286, abs=1e-4)
    assert found["clustering"] == pytest.approx(0.4286, abs=1e-4)
    assert found["ei_index"] == pytest.approx(-0.25)
    assert found["cut_points"] == ["Hosp", "IPA", "ManageCo"]
    assert found["bridges"] == [["DataWorks", "ManageCo"], ["HomeHealth", "Hosp"]]
    assert found["max_core"] == 2
    assert found["components"] == 1


def test_o8_places() -> None:
    found = report(o8())
    assert found["betweenness"]["IPA"] == pytest.approx(0.5333, abs=1e-4)
    assert found["betweenness"]["Hosp"] == pytest.approx(0.3333, abs=1e-4)
    assert found["betweenness"]["Clinic1"] == 0
    assert found["constraint"]["Hosp"] == pytest.approx(0.4823, abs=1e-4)
    assert found["constraint"]["IPA"] == pytest.approx(0.5035, abs=1e-4)
    assert found["constraint"]["Clinic1"] == pytest.approx(0.9531, abs=1e-4)
    assert found["constraint"]["DataWorks"] == 1
    assert found["effective_size"]["IPA"] == 3
    assert found["effective_size"]["Hosp"] == pytest.approx(2.3333, abs=1e-4)
    assert found["core"] == {
        "Clinic1": 2, "Clinic2": 2, "DataWorks": 1, "HomeHealth": 1, "Hosp": 2, "IPA": 2,
        "ManageCo": 2,
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_measures_equal_networkx_to_the_ninth_digit(seed: int) -> None:
    graph = nx.gnm_random_graph(40, 70, seed=seed)
    names = [f"N{i:02}" for i in graph]
    workshop = workshop_of(names, [f"N{a:02}-N{b:02}" for a, b in graph.edges])
    found = measures(network(workshop))
    constraint, size = nx.constraint(graph), nx.effective_size(graph)
    for i in graph:
        assert found.betweenness[i] == pytest.approx(nx.betweenness_centrality(graph)[i], abs=1e-9)
        if graph.degree(i):
            assert found.constraint[i] == pytest.approx(constraint[i], abs=1e-9)
            assert found.effective_size[i] == pytest.approx(size[i], abs=1e-9)
        else:
            assert found.constraint[i] is None
    assert set(found.cut_points) == set(nx.articulation_points(graph))
    assert found.clustering == pytest.approx(nx.average_clustering(graph))
    assert found.transitivity == pytest.approx(nx.transitivity(graph))
    assert dict(enumerate(found.core)) == nx.core_number(graph)


def test_direction_counts_only_when_asked_for() -> None:
    workshop = Workshop(
        [*map(organization, "ABC"), tie("A-B", directed=True), tie("B-A", "x", directed=True),
         tie("B-C", directed=True)]
    )  # fmt: skip
    directed = measures(network(workshop, NetworkFilter(directed=True)))
    assert directed.reciprocity == pytest.approx(2 / 3)
    assert directed.density == pytest.approx(0.5)
    assert directed.ties == 3
    assert (directed.degree_in, directed.degree_out) == ((1, 1, 1), (1, 2, 0))
    digraph = nx.DiGraph([(0, 1), (1, 0), (1, 2)])
    assert directed.betweenness == pytest.approx(tuple(nx.betweenness_centrality(digraph).values()))
    plain = measures(network(workshop))
    assert plain.ties == 2
    assert plain.reciprocity is None
    assert plain.why["reciprocity"] == "Ties are counted without direction."


def test_several_ties_of_a_pair_count_once_with_the_greatest_strength() -> None:
    ties = [tie("A-B", strength=2), tie("B-A", "funding", strength=4), tie("A-B", "informal")]
    graph = network(Workshop([*map(organization, "AB"), *ties]))
    assert graph.edges == ((0, 1),)
    assert graph.strengths == (4,)


def test_rivalry_binds_nobody() -> None:
    workshop = Workshop([*map(organization, "AB"), tie("A-B", "Competitor")])
    assert network(workshop).edges == ()
    assert measures(network(workshop)).isolates == (0, 1)


def test_the_filter_sets_strength_relation_and_status() -> None:
    ties = [
        tie("A-B", strength=3), tie("B-C", strength=1), tie("A-C", "funding"),
        tie("C-D", strength=5, status="ended"),
    ]  # fmt: skip
    workshop = Workshop([*map(organization, "ABCD"), *ties])
    assert relations(workshop) == ("contract", "funding")
    assert network(workshop, NetworkFilter(min_strength=2)).edges == ((0, 1),)
    assert network(workshop, NetworkFilter(frozenset({"funding"}))).edges == ((0, 2),)
    assert network(workshop, NetworkFilter(statuses=frozenset({"ended"}))).edges == ((2, 3),)


def test_what_is_undefined_says_why() -> None:
    empty = measures(network(Workshop()))
    assert empty.density is None
    assert empty.max_core is None
    assert empty.why["density"] == "It takes at least two organizations."
    assert measures(network(Workshop(), NetworkFilter(directed=True))).why["reciprocity"]
    alone = measures(network(workshop_of("A", [])))
    assert alone.constraint == (None,)
    assert alone.centralization is None
    assert ei_index(network(o8()), [""] * 7)[0] is None


def test_parts_after_one_has_left() -> None:
    graph = network(o8())
    assert [len(part) for part in parts(graph)] == [7]
    assert sorted(map(len, parts(graph, without=graph.numbers["o-IPA"]))) == [2, 4]


def test_groups_come_from_fields_that_exist() -> None:
    workshop = o8()
    assert ("sector", "Sector") in group_fields()
    assert groups(workshop, network(workshop), "ours") == ["Not ours"] * 7
    with pytest.raises(RuleError, match="cannot be grouped"):
        groups(workshop, network(workshop), "shoe size")


def test_the_table_has_a_column_for_each_relation() -> None:
    workshop = Workshop(
        [*map(organization, "ABC"), tie("A-B"), tie("B-C", "funding"), tie("A-C", "competitor")]
    )
    heads, rows = table(workshop)
    assert heads == ("Overall", "contract", "funding")
    by_key = {row.key: row for row in rows}
    assert by_key["ties"].values == ("2", "1", "1")
    assert by_key["isolates"].values == ("0", "1", "1")
    assert by_key["reciprocity"].values[0] == "–"
    assert by_key["reciprocity"].reasons[0]
    assert table(workshop, NetworkFilter(frozenset({"funding"})))[0] == ("Overall", "funding")


def test_a_ring_has_no_cut_point_and_values_go_by_id() -> None:
    graph = network(ring(6))
    assert measures(graph).cut_points == ()
    assert by_id(graph, {0: 0.5}) == {"o-N000": 0.5}


def test_the_table_has_every_measure_with_its_mean_or_the_reason_for_a_dash() -> None:
    rows = {row.key: row for row in table(o8())[1]}
    assert rows["mean_degree"].values[0] == "2.29"
    assert rows["mean_betweenness"].values[0] == "0.17"
    assert rows["mean_constraint"].values[0] == "0.77"
    assert rows["ei_index"].values[0] == "-0.25"
    assert rows["ei_index"].formula.endswith("groups by sector")
    alone = {row.key: row for row in table(Workshop([organization("A")]))[1]}
    assert alone["mean_constraint"].values == ("–",)
    assert alone["mean_constraint"].reasons == ("No organization has a tie.",)
    assert "group is known" in alone["ei_index"].reasons[0]
    nobody = {row.key: row for row in table(Workshop())[1]}
    assert nobody["mean_degree"].reasons == ("There is no organization.",)


def test_each_organization_has_its_measures_by_name_and_is_not_ranked() -> None:
    heads, formulas, rows = by_organization(o8().put([organization("Solo")]))
    assert heads == ("Ties", "Betweenness", "Constraint", "Effective size", "Core")
    assert len(formulas) == len(heads)
    assert [row.label for row in rows] == sorted(row.label for row in rows)
    found = {row.label: row for row in rows}
    assert found["IPA"].values[0] == "4"
    assert found["Solo"].values[2] == "–"
    assert "without ties" in found["Solo"].reasons[2]
    turned = by_organization(o8(), NetworkFilter(directed=True))[0]
    assert turned[:3] == ("Ties", "In", "Out")
