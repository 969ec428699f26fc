# SPDX-License-Identifier: MIT
"""The timeline tells what each step changed, and brings back or opens any earlier state."""

from functools import partial
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from widgets.application import Concord
from widgets.step_words import MOST, changed, would_change
from widgets.timeline import TimelinePanel
from workshop import edits
from workshop.deal.records import SealedScore
from workshop.document import now
from workshop.gaps.records import Need
from workshop.history import Change, Step, replay
from workshop.ids import new_id
from workshop.prepare.records import Organization
from workshop.record import Record
from workshop.state import Workshop
from workshop.storage.checking import check_file
from workshop.storage.errors import CannotSave


def names(app: Concord) -> set[str]:
    assert app.desk
    return {each.name for each in app.desk.workshop.of(Organization).values()}


@pytest.fixture
def panel(opened: Concord, qtbot: QtBot) -> TimelinePanel:
    """Give the timeline of a workshop in which two things were done."""
    assert opened.desk
    newcomer = Organization(id=new_id(), name="Newcomer")
    need = next(iter(opened.desk.workshop.of(Need)))
    apply = opened.desk.document.apply
    apply(partial(edits.change, of=Need, id=need, needed_level=None), "Needed level")
    apply(lambda w: edits.add(w, newcomer), "Add organization")
    opened.window.actions_by_key["timeline"].trigger()
    found = opened.window.findChild(TimelinePanel)
    assert isinstance(found, TimelinePanel)
    return found


def button(panel: TimelinePanel, words: str) -> QPushButton:
    return next(b for b in panel.findChildren(QPushButton) if b.text() == words)


def test_it_tells_what_a_step_changed_and_what_going_back_would_change(
    panel: TimelinePanel,
) -> None:
    assert panel.step.text() == "Organization “Newcomer” added."
    assert panel.state.text().endswith("This is how it is now.")
    assert not panel.bring.isEnabled()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.step.text().startswith("Need “")
    assert panel.step.text().endswith(": needed level 4 → –.")
    assert "Bringing it back would take out 1 record." in panel.state.text()
    QTest.keyClick(panel.list, Qt.Key.Key_End)
    assert f"and {len(panel._document.history.log[0].changes) - MOST} more." in panel.step.text()
    assert "would change 1 record and take out 1 record." in panel.state.text()


def test_an_earlier_state_comes_back_as_a_new_step(opened: Concord, panel: TimelinePanel) -> None:
    assert opened.desk
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.mouseClick(button(panel, "Bring back this state"), Qt.MouseButton.LeftButton)
    assert "Newcomer" not in names(opened)
    assert opened.desk.document.undo()
    assert "Newcomer" in names(opened)


def test_an_earlier_state_opens_as_a_file_of_its_own(
    opened: Concord, panel: TimelinePanel, tmp_path: Path
) -> None:
    assert opened.file
    before = opened.file.path
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.mouseClick(button(panel, "Open it as a copy"), Qt.MouseButton.LeftButton)
    assert opened.file.path != before
    assert opened.file.path.parent == before.parent
    assert "(as of " in opened.file.path.stem
    assert "Newcomer" not in names(opened)
    assert check_file(before) == check_file(opened.file.path) == []
    assert opened.open_path(before)
    assert "Newcomer" in names(opened)


def test_steps_are_found_by_their_words(panel: TimelinePanel) -> None:
    assert panel.model.rowCount() == 3
    QTest.keyClicks(panel.search, "LEVEL needed")
    assert panel.model.rowCount() == 1
    assert panel.step.text().startswith("Need “")
    QTest.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.bring.isEnabled()
    QTest.keyClicks(panel.search, " zzz")
    assert panel.model.rowCount() == 0
    assert panel.step.text() == "No step says that."
    assert not panel.bring.isEnabled()
    assert not panel.copy.isEnabled()


def test_private_sealed_and_long_values_are_named_and_not_repeated() -> None:
    score = SealedScore(id="s1", item="i1", organization="o1", score=4)
    before = Workshop(
        [Organization(id="o1", name="North", private_note="CANARY", ownership="x" * 90), score]
    )
    changes = (
        _from(before, Organization(id="o1", name="N" * 80)),
        _from(before, msgspec.structs.replace(score, score=5)),
    )
    told = changed(Step("Change", now(), changes), before, replay(before, changes))
    assert told.startswith(f"Organization “{'N' * 59}…”: name changed")
    for word in ("CANARY", "x" * 70, "4", "5"):
        assert word not in told
    assert told.count("changed") == 4


def test_what_would_come_back_is_counted() -> None:
    present = Workshop([Organization(id="o1", name="North")])
    then = Workshop([Organization(id="o1", name="Nord"), Organization(id="o2", name="South")])
    assert would_change(present, then) == (
        "Bringing it back would change 1 record and bring back 1 record."
    )


def _from(before: Workshop, after: Record) -> Change:
    return Change(type(after), after.id, before.get(type(after), after.id), after)


def test_a_copy_that_the_disk_refuses_leaves_no_empty_file(
    opened: Concord, panel: TimelinePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise CannotSave("The disk is full.")

    monkeypatch.setattr("widgets.timeline.write_copy", refuse)
    assert opened.file
    folder = opened.file.path.parent
    before = {each.name for each in folder.iterdir()}
    panel.open_copy()
    assert panel.state.text() == "The disk is full."
    assert {each.name for each in folder.iterdir()} == before
