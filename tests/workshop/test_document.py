# SPDX-License-Identifier: MIT
"""Steps, undo without end, merging while typing, and bringing back an earlier state."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from workshop import edits
from workshop.document import Document, now
from workshop.history import Change, History, Step, merged, replay
from workshop.ids import new_id
from workshop.prepare.records import GroundRule, Organization
from workshop.record import RuleError
from workshop.state import Workshop

START = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
NORTH = Organization(id="o1", name="North")


class Clock:
    def __init__(self) -> None:
        self.minutes = 0

    def __call__(self) -> datetime:
        self.minutes += 1
        return START + timedelta(minutes=self.minutes)


@pytest.fixture
def document() -> Document:
    return Document(clock=Clock())


def write(document: Document, text: str, id: str = "g1", merge_key: object = None) -> Step | None:
    rule = GroundRule(id=id, text=text)
    return document.apply(lambda w: w.put([rule]), f"Write {text}", merge_key)


def texts(document: Document) -> list[str]:
    return [rule.text for rule in document.workshop.all(GroundRule)]


def test_typing_in_one_field_is_one_step_to_undo(document: Document) -> None:
    for text in ("w", "we", "we listen"):
        write(document, text, merge_key="g1")
    document.end_merge()
    for text in ("we listen.", "We listen."):
        write(document, text, merge_key="g1")
    assert len(document.history.log) == 5
    document.undo()
    assert texts(document) == ["we listen"]
    document.undo()
    assert texts(document) == []
    document.redo()
    assert texts(document) == ["we listen"]
    document.redo()
    assert texts(document) == ["We listen."]
    assert document.redo() is None


def test_typing_in_another_field_begins_another_step(document: Document) -> None:
    write(document, "a", "g1", merge_key="g1")
    write(document, "b", "g2", merge_key="g2")
    document.undo()
    assert texts(document) == ["a"]


def test_what_was_typed_and_taken_back_while_typing_leaves_nothing(document: Document) -> None:
    first = write(document, "a", merge_key=1)
    assert first is not None
    second = document.apply(lambda w: w.without(GroundRule, ["g1"]), "Remove", 1)
    assert second is not None
    assert merged([first, second]).changes == ()
    assert merged([first]) is first


def test_a_new_step_after_undo_ends_redo(document: Document) -> None:
    write(document, "a")
    write(document, "b")
    document.undo()
    assert document.history.redoable is not None
    write(document, "c")
    assert document.history.redoable is None
    assert document.redo() is None
    document.undo()
    assert texts(document) == ["a"]
    document.undo()
    assert document.undo() is None
    assert document.history.undoable is None


def test_typing_after_undo_is_a_step_of_its_own(document: Document) -> None:
    write(document, "a", merge_key=1)
    document.undo()
    write(document, "b", merge_key=1)
    document.undo()
    assert texts(document) == []


def test_a_join_at_the_very_beginning_is_a_step() -> None:
    changes = (Change(Organization, "o1", None, NORTH),)
    history = History([Step("Add", START, changes, "join")])
    assert history.undoable is not None


def test_listeners_hear_every_step_until_they_leave(document: Document) -> None:
    heard: list[Step] = []
    leave = document.subscribe(heard.append)
    write(document, "a")
    document.undo()
    document.redo()
    assert [step.how for step in heard] == ["do", "undo", "redo"]
    assert [step.label for step in heard] == ["Write a"] * 3
    leave()
    write(document, "b")
    assert len(heard) == 3


def test_bringing_back_an_earlier_state_is_a_step(document: Document) -> None:
    write(document, "a")
    write(document, "b")
    step = document.bring_back(1)
    assert step is not None
    assert step.label == "Bring back 1 May 09:01"
    assert texts(document) == ["a"]
    assert document.bring_back(1) is None
    empty = document.bring_back(0)
    assert empty is not None
    assert empty.label == "Bring back the empty workshop"
    document.undo()
    document.undo()
    assert texts(document) == ["b"]


def test_bringing_back_a_state_in_which_there_were_no_records(document: Document) -> None:
    write(document, "a")
    document.apply(lambda w: edits.add(w, NORTH), "Add")
    document.apply(lambda w: w.without(GroundRule, ["g1"]), "Remove")
    assert document.history.state_at(2) != document.workshop
    assert document.history.state_at(3) == document.workshop
    assert document.history.state_at(0) == Workshop()


def test_a_document_that_is_read_only(document: Document) -> None:
    write(document, "a")
    write(document, "b")
    document.undo()
    document.read_only_because = "It is open elsewhere."
    with pytest.raises(RuleError, match="open elsewhere"):
        write(document, "c")
    with pytest.raises(RuleError, match="open elsewhere"):
        document.bring_back(0)
    assert document.undo() is None
    assert document.redo() is None
    assert texts(document) == ["a"]


def test_an_edit_that_changes_nothing_is_no_step(document: Document) -> None:
    write(document, "a")
    assert write(document, "a") is None
    assert len(document.history.log) == 1


def test_steps_tell_what_they_touch_and_what_they_are() -> None:
    step = Step("Add", START, lambda: (Change(Organization, "o1", None, NORTH),))
    assert step.touches(Organization, GroundRule)
    assert not step.touches(GroundRule)
    assert repr(step) == "<Step do 'Add': 1 changes>"
    assert replay(Workshop(), step.changes) == Workshop([NORTH])
    assert replay(Workshop([NORTH]), step.inverse(START).changes) == Workshop()


def test_workshops_are_compared_and_named_by_content() -> None:
    one = Workshop([NORTH])
    assert one == Workshop([Organization(id="o1", name="North")])
    assert one != Workshop()
    assert one != "North"
    assert repr(one) == "<Workshop: 1 organization>"
    assert repr(Workshop()) == "<Workshop: empty>"
    assert one.put([]) is one
    assert list(one.without(Organization, ["o1"]).kinds()) == []


def test_ids_sort_by_the_time_of_their_making(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [new_id() for _ in range(1000)]
    assert made == sorted(made)
    assert len(set(made)) == 1000
    assert {len(id) for id in made} == {15}
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    assert new_id() > made[-1]


def test_the_time_is_aware_of_its_zone() -> None:
    assert now().utcoffset() is not None
