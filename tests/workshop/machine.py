# SPDX-License-Identifier: MIT
"""A workshop that is worked on at random, saved, killed and opened again, beside a model of it."""

import os
import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from workshop import edits
from workshop.document import Document
from workshop.history import History
from workshop.ids import new_id
from workshop.integrity import findings
from workshop.prepare.records import Organization, Participant
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.storage.checking import check_file
from workshop.storage.open_file import OpenFile
from workshop.storage.workshop_file import create, open_file

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PICK = st.integers(0, 1000)


def depths(document: Document) -> tuple[int, int]:
    """Count how often one can undo, and from there redo, without touching the document."""
    scratch = Document(document.workshop, History(document.history.log))
    undos = redos = 0
    while scratch.undo():
        undos += 1
    while scratch.redo():
        redos += 1
    return undos, redos


class WorkshopMachine(RuleBasedStateMachine):
    """The model is the list of states one can undo to, a place in it, and the states of the log."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "machine.concord"
        self.file: OpenFile = create(self.path, Workshop(), "New")
        self.states = [Workshop()]
        self.place = 0
        self.logged = [Workshop()]
        self.merge_key: object = None

    @property
    def document(self) -> Document:
        return self.file.document

    def took(self, merge_key: object = None) -> None:
        """Note in the model a step that an edit has made."""
        joins = merge_key is not None and merge_key == self.merge_key and self.place > 0
        self.merge_key = merge_key
        del self.states[self.place + 1 :]
        if joins:
            self.states[self.place] = self.document.workshop
        else:
            self.states.append(self.document.workshop)
            self.place += 1
        self.logged.append(self.document.workshop)

    @rule(name=TEXT, people=st.integers(0, 3))
    def add(self, name: str, people: int) -> None:
        def edit(workshop: Workshop) -> Workshop:
            home = Organization(id=new_id(), name=name)
            staff = [
                Participant(id=new_id(), name=f"{name} {n}", organization=home.id)
                for n in range(people)
            ]
            return edits.add(workshop, home, *staff)

        before = self.document.workshop
        try:
            self.document.apply(edit, f"Add {name}")
        except RuleError:
            assert self.document.workshop is before
        else:
            self.took()

    @rule(which=PICK, name=TEXT, typing=st.booleans())
    def rename(self, which: int, name: str, typing: bool) -> None:
        people = self.document.workshop.all(Participant)
        if not people:
            return
        id = people[which % len(people)].id
        merge_key = id if typing else None
        try:
            step = self.document.apply(
                lambda w: edits.change(w, Participant, id, name=name), "Rename", merge_key
            )
        except RuleError:
            return
        if step:
            self.took(merge_key)

    @rule(which=PICK)
    def remove(self, which: int) -> None:
        homes = self.document.workshop.all(Organization)
        if homes:
            id = homes[which % len(homes)].id
            before = self.document.workshop
            try:
                self.document.apply(lambda w: edits.remove(w, Organization, [id]), "Remove")
            except RuleError:  # two people of one name would be left without an organization
                assert self.document.workshop is before
            else:
                self.took()

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            step = self.document.undo()
            assert (step is not None) == (self.place > 0)
            if step:
                self.place -= 1
                self.moved()

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            step = self.document.redo()
            assert (step is not None) == (self.place < len(self.states) - 1)
            if step:
                self.place += 1
                self.moved()

    def moved(self) -> None:
        self.merge_key = None
        self.logged.append(self.states[self.place])

    @rule(which=PICK)
    def bring_back(self, which: int) -> None:
        count = which % len(self.logged)
        if self.document.bring_back(count):
            self.merge_key = None
            self.took()

    @rule()
    def save(self) -> None:
        assert self.file.flush()
        assert self.file.status.saved

    @rule()
    def save_elsewhere(self) -> None:
        self.path = self.path.with_name(f"machine {len(self.logged)}.concord")
        self.file.save_as(self.path)

    @rule()
    def close_and_open(self) -> None:
        undo, redo = depths(self.document)
        assert self.file.close()
        assert check_file(self.path) == []
        self.file = open_file(self.path)
        assert not self.file.was_interrupted
        assert depths(self.document) == (undo, redo)
        self.merge_key = None

    @rule()
    def kill_and_open(self) -> None:
        saved = len(self.logged) - 1 - self.file.status.pending
        kill(self.file)
        self.file = open_file(self.path)
        assert self.file.was_interrupted
        there = len(self.document.history.log)
        assert there >= saved
        assert self.document.workshop == self.logged[there]
        self.forget_what_was_not_saved(there)

    def forget_what_was_not_saved(self, there: int) -> None:
        if there < len(self.logged) - 1:
            del self.logged[there + 1 :]
            scratch = Document(self.document.workshop, History(self.document.history.log))
            while scratch.undo():
                pass
            self.states = [scratch.workshop]
            while scratch.redo():
                self.states.append(scratch.workshop)
            self.place = depths(self.document)[0]
        self.merge_key = None

    @invariant()
    @precondition(lambda self: hasattr(self, "file"))
    def workshop_is_the_model(self) -> None:
        assert self.document.workshop == self.states[self.place]
        assert len(self.document.history.log) == len(self.logged) - 1
        assert findings(self.document.workshop) == []

    def teardown(self) -> None:
        if not hasattr(self, "file"):
            return
        log = self.document.history.log
        for count in range(0, len(log) + 1, 7):
            assert self.document.history.state_at(count) == self.logged[count]
        assert depths(self.document) == (self.place, len(self.states) - 1)
        assert self.file.close()
        self.folder.cleanup()


def kill(file: OpenFile) -> None:
    """Leave a file as a killed process would: nothing flushed, nothing told, the lock not removed."""
    writer, lock = file._writer, file._lock
    assert writer is not None
    assert lock is not None
    writer.stop()
    os.close(lock._handle)
