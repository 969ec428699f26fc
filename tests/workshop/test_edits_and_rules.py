# SPDX-License-Identifier: MIT
"""The verbs that work on every kind of record, and the rules that hold between records."""

from functools import partial

import pytest

from workshop import edits
from workshop.document import Document
from workshop.future_state.records import Statement
from workshop.gaps.records import Capability, Need
from workshop.history import Change, difference, replay
from workshop.integrity import dangling_references, findings, title_of
from workshop.partners.records import Placement, Tie
from workshop.prepare.records import GroundRule, Organization, Participant
from workshop.record import RuleError
from workshop.room.records import Action, AgreementRound, Reservation, Tally
from workshop.state import Workshop

NORTH = Organization(id="o1", name="North")
SOUTH = Organization(id="o2", name="South")
ANN = Participant(id="p1", name="Ann", organization="o1")
BEN = Participant(id="p2", name="Ben", organization="o2")
TIE = Tie(id="t1", source="o1", target="o2", relation="Contract")
CALL = Action(id="a1", text="Call", owner="p1")
WHOLE = Statement(id="s1", dimension="Strategy", text_to="One plan")
DATA = Capability(id="c1", name="Data")
NEED = Need(id="n1", capability="c1", because=("s1",))
ROUND = AgreementRound(id="r1", question="One plan?")
DOUBT = Reservation(id="d1", round="r1", participant="p1", reason="Too fast")
ALL = Workshop([NORTH, SOUTH, ANN, BEN, TIE, CALL, WHOLE, DATA, NEED, ROUND, DOUBT])


@pytest.fixture
def document() -> Document:
    return Document(ALL)


def test_adding_what_is_there_already(document: Document) -> None:
    with pytest.raises(RuleError, match="This organization is already in the workshop"):
        document.apply(lambda w: edits.add(w, NORTH), "Add")
    assert document.workshop is ALL


def test_changing_a_field_checks_its_rules_again(document: Document) -> None:
    with pytest.raises(RuleError, match="An organization needs a name"):
        document.apply(lambda w: edits.change(w, Organization, "o1", name=" "), "Rename")
    step = document.apply(lambda w: edits.change(w, Organization, "o1", name="N"), "Rename")
    assert step is not None
    assert document.workshop.get(Organization, "o1").name == "N"


def test_changing_nothing_is_no_step(document: Document) -> None:
    assert document.apply(lambda w: edits.change(w, Organization, "o1", name="North"), "") is None
    assert edits.change_many(ALL, Organization, []) is ALL


def test_changing_many_at_once(document: Document) -> None:
    values: list[tuple[str, dict[str, object]]] = [
        ("o1", {"name": "A"}),
        ("o2", {"name": "B", "size": 3}),
    ]
    document.apply(lambda w: edits.change_many(w, Organization, values), "Paste")
    assert [o.name for o in document.workshop.all(Organization)] == ["A", "B"]
    document.undo()
    assert document.workshop == ALL


def test_changing_what_is_gone() -> None:
    with pytest.raises(RuleError, match="This organization is no longer in the workshop"):
        edits.change(ALL, Organization, "gone", name="x")


def test_removing_takes_along_what_cannot_be_without_it_and_says_so(document: Document) -> None:
    step = document.apply(lambda w: edits.remove(w, Organization, ["o1"]), "Remove")
    assert step is not None
    assert edits.what_went(step.changes, Organization) == "Also removed: 1 tie."
    assert document.workshop.get(Participant, "p1").organization is None
    assert document.workshop.of(Tie) == {}
    assert findings(document.workshop) == []


def test_removing_takes_it_out_of_lists() -> None:
    after = edits.remove(ALL, Statement, ["s1"])
    assert after.get(Need, "n1").because == ()


def test_removing_goes_on_through_what_went() -> None:
    after = edits.remove(ALL, Capability, ["c1", "not there"])
    assert after.of(Need) == {}
    assert edits.what_went(difference(ALL, after), Capability) == "Also removed: 1 need."


def test_what_went_lists_several() -> None:
    place = Placement(id="o1", node="o1", x=0, y=0)
    records = (TIE, TIE, CALL, place)
    gone = [Change(type(record), record.id, record, None) for record in records]
    assert edits.what_went(gone, Organization) == (
        "Also removed: 2 ties, 1 action and 1 placement."
    )
    assert edits.what_went(gone[:1], Tie) == ""
    assert edits.what_went([Change(Tie, "x", None, TIE)], Organization) == ""


def test_a_reservation_stays_on_record(document: Document) -> None:
    with pytest.raises(RuleError, match="A reservation stays on record"):
        document.apply(lambda w: edits.remove(w, Reservation, ["d1"]), "Remove")


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (
            Tie(id="t2", source="o1", target="gone", relation="Contract"),
            "Tie “Contract” points to an organization that is not in the workshop.",
        ),
        (
            Need(id="n2", capability="gone"),
            "Need without a name points to a capability that is not in the workshop.",
        ),
        (
            Placement(id="x", node="gone", x=0, y=0),
            "Placement without a name points to an organization or capability that is not in the"
            " workshop.",
        ),
        (Organization(id="o3", name=" nORTH "), "There is already an organization “ nORTH ”."),
        (
            Participant(id="p3", name="Ann", organization="o1"),
            "There is already a participant “Ann”.",
        ),
        (
            Placement(id="o1", node="o1", x=float("nan"), y=0),
            "A placement holds a number that is none; enter it again.",
        ),
        (
            Organization(id="o3", name="broken \ud800"),
            "An organization holds a character that cannot be stored; enter it again.",
        ),
        (
            Organization(id="o3", name="x", service_area=("broken \udfff",)),
            "An organization holds a character that cannot be stored; enter it again.",
        ),
    ],
)
def test_rules_between_records(document: Document, record: Organization, sentence: str) -> None:
    with pytest.raises(RuleError) as broken:
        document.apply(lambda w: edits.add(w, record), "Add")
    assert str(broken.value) == sentence
    assert document.workshop is ALL
    assert document.history.log == []


def test_the_same_name_at_another_organization_is_no_clash(document: Document) -> None:
    twin = Participant(id="p3", name="Ann", organization="o2")
    assert document.apply(lambda w: edits.add(w, twin), "Add")


def test_removing_by_hand_what_others_need(document: Document) -> None:
    with pytest.raises(RuleError, match="points to a capability that is not in the workshop"):
        document.apply(lambda w: w.without(Capability, ["c1"]), "Remove")


def test_findings_of_a_workshop_that_came_from_elsewhere() -> None:
    broken = Workshop([ANN, NORTH, Organization(id="o3", name="north"), TIE])
    assert findings(broken) == [
        "Tie “Contract” points to an organization that is not in the workshop.",
        "There is already an organization “north”.",
    ]
    assert list(dangling_references(Workshop([ANN]))) == [
        "Participant “Ann” points to an organization that is not in the workshop."
    ]
    assert findings(ALL) == []


def test_titles_pass_over_private_notes_and_cut_long_texts() -> None:
    assert title_of(GroundRule(id="g", text="x" * 99)) == f"Ground rule “{'x' * 60}”"
    assert title_of(NORTH, bare=True) == "“North”"
    noted = Need(id="n", capability="c", private_note="Secret")
    assert title_of(noted) == "Need without a name"


def test_an_edit_may_be_a_partial(document: Document) -> None:
    assert document.apply(partial(edits.change, of=Participant, id="p1", name="Anna"), "Rename")


def test_people_of_one_name_may_lose_their_organizations_together() -> None:
    namesake = Participant(id="p3", name="ann ", organization="o2")
    document = Document(ALL.put([namesake]))
    document.apply(lambda w: edits.remove(w, Organization, ["o1", "o2"]), "Remove")
    people = document.workshop.of(Participant)
    assert [people[id].organization for id in ("p1", "p3")] == [None, None]
    document.undo()
    with pytest.raises(RuleError, match="already a participant"):
        document.apply(lambda w: edits.change(w, Participant, "p1", organization="o2"), "Move")


def test_a_count_for_the_whole_room_is_there_once(document: Document) -> None:
    tallies = [Tally(id=id, round="r1", counts=(1,)) for id in ("y1", "y2")]
    with pytest.raises(RuleError, match="There is already a tally"):
        document.apply(lambda w: edits.add(w, *tallies), "Count")


def test_names_are_taken_and_free_again_from_edit_to_edit(document: Document) -> None:
    def rename(id: str, name: str) -> None:
        document.apply(lambda w: edits.change(w, Organization, id, name=name), "Rename")

    first, second = (each.id for each in document.workshop.all(Organization)[:2])
    rename(first, "Alder")
    with pytest.raises(RuleError, match=r"There is already an organization “[Aa]lder”"):
        rename(second, "alder")
    rename(first, "Birch")
    rename(second, "Alder")  # free since the last edit
    document.undo()
    document.undo()  # the first is called Alder again
    with pytest.raises(RuleError, match="There is already an organization “Alder”"):
        rename(second, "Alder")
    document.apply(lambda w: edits.remove(w, Organization, [first]), "Remove")
    rename(second, "Alder")
    assert document.workshop.get(Organization, second).name == "Alder"


def test_two_records_may_swap_their_names_but_not_come_with_one(document: Document) -> None:
    first, second = document.workshop.all(Organization)[:2]
    document.apply(
        lambda w: edits.change_many(
            w, Organization, [(first.id, {"name": second.name}), (second.id, {"name": first.name})]
        ),
        "Swap",
    )
    assert document.workshop.get(Organization, first.id).name == second.name
    twins = [Organization(id=f"twin{n}", name="Twin") for n in range(2)]
    with pytest.raises(RuleError, match="There is already an organization “Twin”"):
        document.apply(lambda w: edits.add(w, *twins), "Add two")


@pytest.mark.parametrize("removed", [[], ["a"], ["b", "d"], ["a", "b", "c", "d"]])
@pytest.mark.parametrize("renamed", [[], ["c"], ["d", "a"]])
@pytest.mark.parametrize("added", [[], ["e", "f"]])
def test_a_difference_is_what_differs_and_leads_from_one_to_the_other(
    removed: list[str], renamed: list[str], added: list[str]
) -> None:
    before = Workshop(Organization(id=id, name=id) for id in "abcd")
    after = before.put(Organization(id=id, name=id.upper()) for id in renamed)
    after = after.put(Organization(id=id, name=id) for id in "bc" if id not in renamed)
    after = after.without(Organization, removed).put(Organization(id=i, name=i) for i in added)
    changes = difference(before, after)
    assert replay(before, changes) == after
    assert {change.id for change in changes} == {*removed, *renamed, *added}
    assert replay(after, [Change(c.kind, c.id, c.after, c.before) for c in changes]) == before
