# SPDX-License-Identifier: MIT
"""What the window says of the file: a refusal, trouble with the disk, and that it is over."""

import sys
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from widgets import application
from widgets.application import Concord
from widgets.main_window import MainWindow
from workshop import edits
from workshop.document import now
from workshop.ids import new_id
from workshop.room.records import ParkingItem
from workshop.storage.errors import CannotSave
from workshop.storage.lock import Holder
from workshop.storage.sqlite_store import SqliteStore
from workshop.storage.workshop_file import open_file


class _NoCollector:
    """In the place of the one that takes garbage collection over from Python."""

    def __init__(self, _app: object) -> None: ...

    def spare_what_is_there(self) -> None: ...


def test_a_file_refused_at_the_start_is_said_on_the_start_page(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "picture.concord"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(QApplication, "exec", lambda *_: 0)
    monkeypatch.setattr(application, "Collector", _NoCollector)
    assert application.run(picture) == 0
    window = next(w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())
    told = {words.text() for words in window.findChildren(QLabel)}
    assert "This is a picture, not a Concord workshop." in told
    window.close()


def test_when_the_disk_is_well_again_it_is_said(
    opened: Concord, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert opened.file
    assert opened.desk
    assert opened.workspace
    messages, line = opened.workspace.messages, opened.workspace.status
    item = ParkingItem(id=new_id(), text="Said while the disk was full")

    def refuse(*_given: object) -> int:
        raise CannotSave("The disk is full; free some space or save elsewhere.")

    with monkeypatch.context() as full:
        full.setattr(SqliteStore, "append", refuse)
        opened.desk.apply(lambda workshop: edits.add(workshop, item), "Add parking-lot item")
        qtbot.waitUntil(lambda: messages.sentence.startswith("Not saved. The disk is full"))
        assert line.is_failing
    assert opened.file.flush()
    qtbot.waitUntil(
        lambda: messages.sentence == "The disk takes changes again. All changes are saved."
    )
    assert line.saved_sentence == "All changes are saved."
    assert not line.is_failing


def test_a_file_that_is_only_read_says_so_shortly_and_why_on_hovering(
    concord: Concord, opened: Concord
) -> None:
    assert opened.file
    path = opened.file.path
    concord.close_workshop()
    holder = open_file(path)
    assert concord.open_path(path)
    assert concord.workspace
    line = concord.workspace.status
    assert line.saved_sentence == "Only for reading."
    assert "is in use in another window since" in concord.workspace.messages.sentence
    assert any("is in use in another" in words.toolTip() for words in line.findChildren(QLabel))
    assert holder.close()


def test_a_file_marked_by_another_computer_can_be_taken_over(opened: Concord) -> None:
    assert opened.file
    path = opened.file.path
    opened.close_workshop()
    mark = Holder(1, "elsewhere", "", "anna", now())
    path.with_name(f".{path.name}.lock").write_bytes(msgspec.json.encode(mark))
    assert opened.open_path(path)
    assert opened.workspace
    bar = opened.workspace.messages
    assert "is in use by anna on elsewhere since" in bar.sentence
    assert "only if it is closed there" in bar.sentence
    assert opened.file.read_only_because
    button = next(b for b in bar.findChildren(QPushButton) if b.text() == "Work on it here")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not opened.file.read_only_because
    assert "was not closed last time" in opened.workspace.messages.sentence
