# SPDX-License-Identifier: MIT
"""What is remembered is computed again exactly when something it was made from has changed."""

import pytest

from workshop.prepare.records import GroundRule, Organization, Participant
from workshop.record import noun
from workshop.remembered import LatestByKey, remembered
from workshop.state import Workshop

NORTH = Organization(id="o1", name="North")
ANN = Participant(id="p1", name="Ann", organization="o1")
RULE = GroundRule(id="g1", text="Listen first")
FULL = Workshop([NORTH, ANN, RULE])


@pytest.fixture
def runs() -> list[str]:
    return []


def test_it_runs_again_only_for_what_it_has_read(runs: list[str]) -> None:
    @remembered
    def homes(workshop: Workshop, of: str) -> list[str]:
        runs.append(of)
        if not workshop.of(Participant):
            return []
        return [each.name for each in workshop.all(Organization)]

    assert homes(FULL, "all") == homes(FULL, of="all") == ["North"]
    assert runs == ["all", "all"]  # a name given in another way is another question
    again = FULL.put([GroundRule(id="g1", text="Be brief")])
    assert homes(again, "all") == ["North"]
    assert homes.knows(again, "all")
    assert len(runs) == 2
    renamed = again.put([Organization(id="o1", name="South")])
    assert not homes.knows(renamed, "all")
    assert homes(renamed, "all") == ["South"]
    assert homes(FULL, "all") == ["North"]
    assert len(runs) == 3
    deserted = renamed.without(Participant, ["p1"])
    assert homes(deserted, "all") == []
    assert homes(deserted.put([NORTH]), "all") == []  # the homes were not looked at
    assert len(runs) == 4


@pytest.mark.parametrize(
    "read",
    [
        lambda workshop: sorted(map(noun, workshop.kinds())),
        lambda workshop: len(list(workshop.records())),
        lambda workshop: workshop.put([ANN]),
        lambda workshop: workshop.without(Participant, ["p1"]),
        lambda workshop: workshop == FULL,
        repr,
    ],
)
def test_whoever_looks_at_everything_depends_on_everything(runs: list[str], read: object) -> None:
    @remembered
    def result(workshop: Workshop) -> object:
        runs.append("run")
        return read(workshop)  # type: ignore[operator]  # each is a function of a workshop

    assert result(FULL) == result(FULL)
    assert len(runs) == 1
    result(FULL.put([GroundRule(id="g2", text="Be brief")]))
    assert len(runs) == 2


def test_what_an_inner_one_has_read_counts_for_the_outer_one_also_when_it_is_kept(
    runs: list[str],
) -> None:
    @remembered
    def inner(workshop: Workshop) -> int:
        return len(workshop.of(GroundRule))

    @remembered
    def outer(workshop: Workshop) -> int:
        runs.append("run")
        return inner(workshop)

    assert inner(FULL) == outer(FULL) == 1
    more = FULL.put([GroundRule(id="g2", text="Be brief")])
    assert outer(more) == 2
    assert outer(more.put([NORTH])) == 2
    assert len(runs) == 2


def test_a_result_that_reads_on_later_is_held_to_that_too() -> None:
    @remembered
    def holding(workshop: Workshop) -> Workshop:
        return workshop

    kept = holding(FULL)
    renamed = FULL.put([Organization(id="o1", name="South")])
    assert holding(renamed) is kept  # nothing has been read yet
    assert kept.get(Organization, "o1").name == "North"
    assert holding(renamed).get(Organization, "o1").name == "South"


def test_the_latest_result_for_a_key_is_kept_until_what_is_given_differs(runs: list[str]) -> None:
    def lengths(name: str, times: int = 1) -> list[int]:
        runs.append(name)
        return [len(name)] * times

    latest = LatestByKey(lengths)
    first = latest("a", "North", times=2)
    assert first == [5, 5]
    assert latest("a", "North", times=2) is first
    assert latest("b", "North", times=2) is not first
    assert latest("a", "South-West") == [10]
    assert latest("a", "North", times=2) == [5, 5]
    assert runs == ["North", "North", "South-West", "North"]


def test_keys_beyond_number_are_let_go_of(runs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop.remembered._KEYS", 2)
    latest = LatestByKey(lambda key: runs.append(key))
    for key in ("a", "b", "a", "c", "b"):
        latest(key, key)
    assert runs == ["a", "b", "c", "b"]
