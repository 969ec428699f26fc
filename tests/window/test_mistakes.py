# SPDX-License-Identifier: MIT
"""A mistake of Concord's own is said, costs nothing, and does not keep a workshop shut."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets import pages
from widgets.application import Concord
from widgets.mistakes import FIRST_STEP
from workshop import edits
from workshop.document import Document
from workshop.ids import new_id
from workshop.room.records import ParkingItem
from workshop.storage.checking import check_file
from workshop.storage.workshop_file import open_file

ROOT = Path(__file__).parents[2]
MISTAKE = "Concord made a mistake of its own (LookupError)"


def test_whatever_fails_in_the_real_app_is_said_and_the_app_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "failing.concord"
    ran = subprocess.run(
        [sys.executable, "-m", "tests.window.failing", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    said = dict(line.split(": ", 1) for line in ran.stdout.splitlines())
    assert len(said) > 30
    assert said.pop("a half-made error").startswith(MISTAKE.replace("LookupError", "TypeError"))
    silent = {what for what, sentence in said.items() if not sentence.startswith(MISTAKE)}
    assert not silent
    assert said["verb undo"] == (
        f"{MISTAKE}. Your work is saved; go on, or close and open the workshop again."
    )
    assert "CANARY" not in ran.stdout + ran.stderr
    assert check_file(path) == []
    left = open_file(path)
    assert not left.was_interrupted
    assert left.close()


def test_every_slot_that_is_connected_may_fail_and_the_app_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "slots.concord"
    ran = subprocess.run(
        [sys.executable, "-m", "tests.window.failing_slots", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    said = dict(line.split(": ", 1) for line in ran.stdout.splitlines())
    reached, not_run = int(said.pop("Qt's own")), said.pop("not run").split(", ")
    silent = {what for what, sentence in said.items() if not sentence.startswith(MISTAKE)}
    assert not silent
    reached += len(said)
    assert len(not_run) < 0.15 * (reached + len(not_run)), not_run
    assert check_file(path) == []


def _break(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    def build(asked: str, desk: object) -> object:
        if asked == key:
            raise LookupError("CANARY of the board")
        return pages.build_page(asked, desk)  # type: ignore[arg-type]  # a Desk, handed on

    monkeypatch.setattr("widgets.workspace.build_page", build)


def test_a_page_that_fails_does_not_keep_its_workshop_shut(
    opened: Concord, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert opened.workspace
    assert opened.file
    opened.workspace.show_step("gaps.map")
    path = opened.file.path
    opened.close_workshop()
    _break(monkeypatch, "gaps.map")
    assert opened.open_path(path)
    assert opened.workspace
    assert opened.workspace.key == FIRST_STEP
    assert opened.workspace.messages.sentence.startswith(MISTAKE)


def _cut_off(app: Concord) -> Path:
    """Leave a file as a process that was killed leaves it."""
    assert app.file
    path = app.file.path
    app.close_workshop()
    path.with_name(f".{path.name}.lock").write_bytes(b"{}")
    return path


def test_a_page_that_ends_the_whole_app_is_left_alone_after_two_tries(opened: Concord) -> None:
    assert opened.workspace
    opened.workspace.show_step("partners.network")
    shown = []
    for _ in range(4):
        assert opened.open_path(_cut_off(opened))
        assert opened.workspace
        shown.append((opened.workspace.key, opened.workspace.messages.sentence))
        opened.workspace.show_step("partners.network")
    once = "Concord was not closed last time. Everything that was saved is here."
    twice = (
        "Concord was cut off 2 times in a row, so it does not begin with “Partner network”. "
        "Everything that was saved is here."
    )
    assert shown == [("partners.network", once), (FIRST_STEP, twice)] * 2


def test_a_session_that_ends_well_is_no_try(opened: Concord) -> None:
    assert opened.workspace
    opened.workspace.show_step("partners.network")
    for _ in range(3):
        path = _cut_off(opened)
        assert opened.open_path(path)
        assert opened.workspace
        assert opened.workspace.key == "partners.network"
        opened.close_workshop()
        assert opened.open_path(path)


def test_it_does_not_say_that_the_work_is_saved_when_it_is_not(
    opened: Concord, qtbot: QtBot
) -> None:
    assert opened.file
    assert opened.desk
    assert opened.workspace
    assert opened.file.flush()
    opened.file.path.unlink()
    document: Document = opened.desk.document
    item = ParkingItem(id=new_id(), text="Said after the stick was pulled out")
    document.apply(lambda workshop: edits.add(workshop, item), "Add parking-lot item")
    opened.confess(LookupError, LookupError(), None)
    sentence = opened.workspace.messages.sentence
    assert sentence.startswith(f"{MISTAKE}. Not saved. The file was moved, renamed or removed")
    assert "1 change not on the disk yet" in sentence


class _Broken(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(int("wide"), 1)


def test_an_error_in_what_qt_calls_ends_no_process(qtbot: QtBot) -> None:
    broken = _Broken()
    qtbot.addWidget(broken)
    with pytest.raises(ValueError, match="wide"):
        broken.adjustSize()
