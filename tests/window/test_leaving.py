# SPDX-License-Identifier: MIT
"""Nobody loses what the disk refused by closing the window, the workshop, or opening another."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from widgets.application import Concord
from widgets.dialogs import Panel
from workshop import edits
from workshop.ids import new_id
from workshop.interchange.templates import sample
from workshop.room.records import ParkingItem
from workshop.storage.workshop_file import create


def asked(app: Concord) -> Panel | None:
    panels = [p for p in app.window.findChildren(Panel) if p.isVisible()]
    return panels[-1] if panels else None


def press(panel: Panel, words: str) -> None:
    button = next(b for b in panel.findChildren(QPushButton) if b.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def lost(opened: Concord) -> Concord:
    """Give the app with a change that cannot be saved, because somebody removed the file."""
    assert opened.file
    assert opened.desk
    assert opened.file.flush()
    opened.file.path.unlink()
    item = ParkingItem(id=new_id(), text="Said after the stick was pulled out")
    opened.desk.apply(lambda workshop: edits.add(workshop, item), "Add parking-lot item")
    return opened


@pytest.mark.parametrize(
    "leave",
    [lambda app: app.window.close(), lambda app: app.close_workshop()],
    ids=["window", "workshop"],
)
def test_leaving_asks_while_something_is_not_saved(
    lost: Concord, leave: Callable[[Concord], object]
) -> None:
    leave(lost)
    panel = asked(lost)
    assert panel
    assert lost.file
    assert lost.window.isVisible()
    press(panel, "Stay")
    assert lost.file
    assert lost.window.isVisible()


def test_leaving_without_it_is_a_choice(lost: Concord) -> None:
    lost.close_workshop()
    panel = asked(lost)
    assert panel
    press(panel, "Leave without it")
    assert lost.file is None


def test_opening_another_file_asks_first(lost: Concord, tmp_path: Path) -> None:
    other = tmp_path / "Other.concord"
    create(other, sample(), "Begin").close()
    assert not lost.open_path(other)
    panel = asked(lost)
    assert panel
    assert lost.file
    assert lost.file.path != other
    press(panel, "Leave without it")
    assert lost.file.path == other


def test_nothing_is_asked_when_all_is_saved(opened: Concord) -> None:
    opened.close_workshop()
    assert asked(opened) is None
    assert opened.file is None


def test_saved_elsewhere_it_may_be_left(lost: Concord, tmp_path: Path, qtbot: QtBot) -> None:
    assert lost.file
    lost.file.save_as(tmp_path / "Elsewhere.concord")
    lost.close_workshop()
    assert asked(lost) is None
