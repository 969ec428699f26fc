# SPDX-License-Identifier: MIT
"""Backups are made, thinned, and really restore."""

import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.storage.damage import written
from tests.storage.kills import new_file
from tests.storage.typist import type_one, typed
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.storage import backups
from workshop.storage.backups import (
    Backup,
    back_up,
    back_up_from_memory,
    list_backups,
    newest_good,
    restore,
    restore_beside,
)
from workshop.storage.checking import check_file
from workshop.storage.copies import write_copy
from workshop.storage.errors import CannotSave, DamagedFile, NotAWorkshop
from workshop.storage.open_file import OpenFile
from workshop.storage.rescue import rescue
from workshop.storage.workshop_file import open_file

NOON = datetime(2026, 5, 1, 12, 0, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_file(tmp_path / "kept.concord")


def made(path: Path, root: Path, at: datetime = NOON) -> Backup:
    backup = back_up(path, lambda: at, root)
    assert backup
    return backup


def typed_on(file: OpenFile) -> None:
    type_one(file.document)
    assert file.flush()


def test_every_generation_restores_what_it_was_made_of(path: Path, root: Path) -> None:
    file = open_file(path)
    for hour in range(8):
        typed_on(file)
        made(path, root, NOON + timedelta(hours=hour))
    found = list_backups(path, root)
    assert [backup.number for backup in found] == list(range(8, 0, -1))
    for backup in found:
        beside = restore_beside(backup, path)
        again = open_file(beside)
        assert again.document.workshop == typed(backup.number)
        assert len(again.document.history.log) == backup.number
        assert again.close()
        assert check_file(beside) == []
    assert file.close()


def test_restoring_into_the_open_document_is_a_step_that_can_be_undone(
    path: Path, root: Path
) -> None:
    file = open_file(path)
    for _ in range(5):
        typed_on(file)
    backup = made(path, root)
    for _ in range(5):
        typed_on(file)
    step = restore(backup, file.document)
    assert step is not None
    assert step.label == "Restore the backup of 1 May 2026, 12:00"
    assert file.document.workshop == typed(5)
    file.document.undo()
    assert file.document.workshop == typed(10)
    assert file.close()


def test_nothing_is_copied_while_nothing_has_changed(path: Path, root: Path) -> None:
    made(path, root)
    assert back_up(path, lambda: NOON + timedelta(hours=1), root) is None
    assert len(list_backups(path, root)) == 1
    list_backups(path, root)[0].path.write_bytes(b"broken")
    assert made(path, root).number == 2


def test_a_copy_restored_beside_never_overwrites(path: Path, root: Path) -> None:
    backup = made(path, root)
    names = [restore_beside(backup, path).name for _ in range(3)]
    assert names == [
        "kept (backup 2026-05-01 12-00).concord",
        "kept (backup 2026-05-01 12-00, 2).concord",
        "kept (backup 2026-05-01 12-00, 3).concord",
    ]


def test_thinning_keeps_hours_then_days_then_weeks(path: Path, root: Path) -> None:
    file = open_file(path)
    moments = [NOON + timedelta(hours=hour * 4) for hour in range(24 * 7)]
    for moment in moments:
        typed_on(file)
        made(path, root, moment)
    assert file.close()
    kept = [backup.taken for backup in list_backups(path, root)]
    assert kept[:24] == moments[:-25:-1]
    ages = [moments[-1] - moment for moment in kept]
    days = {age.days for age in ages}
    assert set(range(11)) <= days
    assert max(ages) > timedelta(days=25)
    assert len(kept) < 24 + 12 + 10


def test_several_in_one_hour_never_leave_fewer_than_three(path: Path, root: Path) -> None:
    file = open_file(path)
    for minute in range(6):
        typed_on(file)
        made(path, root, NOON + timedelta(minutes=minute))
    assert file.close()
    assert [backup.number for backup in list_backups(path, root)] == [6, 5, 4]


def test_generations_are_ordered_by_number_when_the_clock_goes_back(path: Path, root: Path) -> None:
    file = open_file(path)
    for number, days in enumerate([0, 5, -400, 1, -3], 1):
        typed_on(file)
        assert made(path, root, NOON + timedelta(days=days)).number == number
    assert [backup.number for backup in list_backups(path, root)] == [5, 4, 3, 2, 1]
    newest = newest_good(path, root)
    assert newest is not None
    assert restore(newest, file.document) is None
    assert file.close()


def test_a_damaged_file_is_never_backed_up(path: Path, root: Path) -> None:
    good = made(path, root)
    damage(path)
    with pytest.raises(DamagedFile):
        back_up(path, lambda: NOON, root)
    assert list_backups(path, root) == [good]
    path.unlink()
    with pytest.raises(NotAWorkshop):
        back_up(path, lambda: NOON, root)


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-100:] = bytes(100)
    content[4096:4300] = os.urandom(204)
    path.write_bytes(content)


@pytest.mark.parametrize("bad", [0, 1, 2, 3])
def test_when_newer_backups_are_damaged_an_older_one_is_offered(
    path: Path, root: Path, bad: int
) -> None:
    file = open_file(path)
    for hour in range(3):
        typed_on(file)
        made(path, root, NOON + timedelta(hours=hour))
    assert file.close()
    damage(path)
    for backup in list_backups(path, root)[:bad]:
        damage(backup.path)
    offer = rescue(path, root)
    if bad == 3:
        assert offer.backup is None
        assert offer.sentence.endswith("There is no good backup of it.")
    else:
        assert offer.backup is not None
        assert offer.backup.number == 3 - bad
        assert f"The newest good backup is of 1 May 2026, {14 - bad}:00." in offer.sentence


def test_what_is_offered_for_a_damaged_file(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "damaged.concord"
    document = written(path, 20)
    content = path.read_bytes()
    path.write_bytes(b"\0" * 4096 + content[4096:])
    offer = rescue(path, root)
    assert offer.workshop == document.workshop
    count = sum(1 for _ in document.workshop.records())
    assert offer.saved == count > 10
    assert offer.sentence == (
        f"{count} records in the file can still be saved. There is no good backup of it."
    )
    write_copy(Workshop([Organization(id="o1", name="North")]), None, path)
    assert rescue(path, root).sentence.startswith("1 record in the file")
    path.write_bytes(b"")
    assert rescue(path, root).sentence.startswith("Nothing in the file could be saved.")


def test_a_backup_from_memory_when_the_file_is_gone(path: Path, root: Path) -> None:
    file = open_file(path)
    for _ in range(5):
        type_one(file.document)
    assert file.flush()
    path.unlink()
    type_one(file.document)
    assert not file.close()
    log = file.document.history.log
    backup = back_up_from_memory(file.document.workshop, log, path, lambda: NOON, root)
    again = open_file(restore_beside(backup, path))
    assert again.document.workshop == typed(6)
    assert again.close()


def test_foreign_files_among_the_backups_are_passed_over(path: Path, root: Path) -> None:
    good = made(path, root)
    (good.path.parent / "000009-nonsense.concord").write_text("x")
    (good.path.parent / "notes.txt").write_text("x")
    assert list_backups(path, root) == [good]


def test_a_state_folder_that_cannot_be_made(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotSave):
        back_up(path, lambda: NOON, tmp_path / "file")


def test_a_backup_beside_a_folder_that_is_gone(path: Path, root: Path) -> None:
    backup = made(path, root)
    with pytest.raises(CannotSave):
        restore_beside(backup, path.parent / "gone" / "x.concord")


def test_backups_lie_in_the_users_own_state_folder(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    backup = back_up(path)
    assert backup is not None
    assert backup.taken - datetime.now(UTC) < timedelta(minutes=1)
    assert backup.path.is_relative_to(tmp_path / "home" / "concord" / "backups")
    assert backup.path.parent.stat().st_mode & 0o77 == 0
    assert backups.list_backups(path)[0].path == backup.path
