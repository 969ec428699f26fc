# SPDX-License-Identifier: MIT
"""Backups made by themselves, brought back as a step, and a damaged file that is never touched."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.exchange.conftest import TWO
from widgets.application import Concord
from widgets.backups import BackupsPanel
from widgets.rescue import RescuePanel
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.storage.backups import back_up, list_backups

P = TypeVar("P")


def _open(kind: type[P]) -> P:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def _holds(panel: BackupsPanel) -> str:
    item = panel.table.item(0, 3)
    return item.text() if item else ""


def _add(app: Concord) -> Workshop:
    assert app.desk
    oak = Organization(id="o", name="Oak")
    app.desk.apply(lambda workshop: workshop.put([oak]), "Add Oak")
    assert app.file
    assert app.file.flush()
    return app.desk.workshop


@pytest.fixture
def panel(app: Concord, qtbot: QtBot) -> BackupsPanel:
    """Give the panel over a file with one backup, from before Oak was added."""
    assert app.file
    back_up(app.file.path)
    _add(app)
    app.window.actions_by_key["backups"].trigger()
    panel = _open(BackupsPanel)
    qtbot.waitUntil(lambda: panel.table.rowCount() == 1, timeout=10_000)
    return panel


def test_a_backup_is_made_soon_after_opening_and_by_the_hour(app: Concord, qtbot: QtBot) -> None:
    assert app.file
    path = app.file.path
    app._soon.timeout.emit()
    qtbot.waitUntil(lambda: len(list_backups(path)) == 1, timeout=10_000)
    _add(app)
    app._hourly.timeout.emit()
    qtbot.waitUntil(lambda: len(list_backups(path)) == 2, timeout=10_000)


def test_restoring_is_a_step_that_the_message_takes_back(app: Concord, panel: BackupsPanel) -> None:
    assert app.desk
    assert app.workspace
    now = app.desk.workshop
    assert _holds(panel).startswith("3 organizations")
    panel.restore.click()
    assert app.desk.workshop == TWO
    assert app.workspace.messages.sentence.startswith("The workshop is as it was on")
    app.workspace.messages._act.click()
    assert app.desk.workshop == now


def test_a_backup_opens_as_a_copy_beside(app: Concord, panel: BackupsPanel) -> None:
    assert app.file
    first = app.file.path
    panel.beside.click()
    assert app.file.path != first
    assert app.file.path.parent == first.parent
    assert app.file.path.name.startswith("Day (backup ")
    assert app.desk
    assert app.desk.workshop == TWO


def test_a_backup_now_is_listed_and_a_damaged_one_cannot_be_restored(
    panel: BackupsPanel, qtbot: QtBot
) -> None:
    panel.now.click()
    qtbot.waitUntil(lambda: panel.table.rowCount() == 2, timeout=10_000)
    newest = panel._told[0].backup.path
    newest.write_bytes(newest.read_bytes()[:-500])
    panel._look()
    qtbot.waitUntil(lambda: not panel._told[0].good, timeout=10_000)
    assert "damaged" in _holds(panel)
    assert not panel.restore.isEnabled()
    panel.table.setCurrentCell(1, 0)
    assert panel.restore.isEnabled()


def test_without_a_backup_the_panel_says_when_there_will_be_one(app: Concord, qtbot: QtBot) -> None:
    app.window.actions_by_key["backups"].trigger()
    panel = _open(BackupsPanel)
    qtbot.waitUntil(lambda: panel.words.text().startswith("There is no backup yet"))
    assert not panel.restore.isEnabled()
    assert panel.now.isEnabled()


def _damaged(app: Concord, tmp_path: Path, *, with_backup: bool) -> Path:
    """Close the file, flip a byte in one record, and open it again."""
    assert app.file
    path = app.file.path
    if with_backup:
        back_up(path)
    _add(app)
    app.close_workshop()
    content = path.read_bytes()
    place = content.index(b"Birch Clinic")
    path.write_bytes(content[:place] + b"birch" + content[place + 5 :])
    assert not app.open_path(path)
    return path


def test_a_damaged_file_is_left_alone_and_what_verifies_opens_beside_it(
    app: Concord, tmp_path: Path, qtbot: QtBot
) -> None:
    path = _damaged(app, tmp_path, with_backup=False)
    panel = _open(RescuePanel)
    qtbot.waitUntil(lambda: panel.save.isEnabled(), timeout=10_000)
    assert "There is no good backup of it." in panel.words.text()
    assert not panel.open_backup.isEnabled()
    before = path.read_bytes()
    panel.save.click()
    assert path.read_bytes() == before
    assert app.file
    assert app.file.path.name == "Day (rescued).concord"
    assert app.desk
    names = {each.name for each in app.desk.workshop.all(Organization)}
    assert {"Alder Hospital", "Oak"} <= names
    assert set(app.desk.workshop.of(Tie)) <= {"t"}


def test_the_newest_good_backup_of_a_damaged_file_opens_beside_it(
    app: Concord, tmp_path: Path, qtbot: QtBot
) -> None:
    path = _damaged(app, tmp_path, with_backup=True)
    panel = _open(RescuePanel)
    qtbot.waitUntil(lambda: panel.open_backup.isEnabled(), timeout=10_000)
    before = path.read_bytes()
    panel.open_backup.click()
    assert path.read_bytes() == before
    assert app.desk
    assert app.desk.workshop == TWO
