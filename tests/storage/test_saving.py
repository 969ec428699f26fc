# SPDX-License-Identifier: MIT
"""What a facilitator sees of saving: it happens by itself, and trouble is said and can be left."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.storage.kills import ROOT, new_file
from tests.storage.typist import type_one, typed
from workshop import edits
from workshop.document import Document
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.storage.checking import check_file
from workshop.storage.copies import write_copy
from workshop.storage.errors import CannotSave, FileError, LostFile, while_saving
from workshop.storage.open_file import OpenFile
from workshop.storage.workshop_file import Way, create, open_file
from workshop.storage.writer import SaveStatus

QUICK = Way(retry_seconds=0.01)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_file(tmp_path / "day.concord")


def heard(file: OpenFile) -> list[SaveStatus]:
    """Give a list that fills with what the file tells."""
    told: list[SaveStatus] = []
    file.on_status(told.append)
    return told


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for something that another thread does."""
    for _ in range(2000):
        if condition():
            return
        time.sleep(0.005)
    raise AssertionError("it never came about")


def type_many(file: OpenFile, count: int) -> None:
    for _ in range(count):
        type_one(file.document)


def test_everything_is_there_again_with_its_history(path: Path) -> None:
    file = open_file(path)
    type_many(file, 60)
    assert file.close()
    again = open_file(path)
    assert again.document.workshop == typed(60)
    log, before = again.document.history.log, file.document.history.log
    assert [(s.how, s.label, s.at, s.changes) for s in log] == [
        (s.how, s.label, s.at, s.changes) for s in before
    ]
    while again.document.undo():
        pass
    assert again.document.workshop == Workshop()
    while again.document.redo():
        pass
    assert again.close()
    assert check_file(path) == []


def test_a_new_file_begins_with_one_step(tmp_path: Path) -> None:
    file = create(tmp_path / "new.concord", typed(20), "From a template")
    assert file.document.workshop == typed(20)
    assert [step.label for step in file.document.history.log] == ["From a template"]
    assert file.status == (True, 0, "All changes are saved.", False)
    assert file.document.undo() is None  # nobody means to undo what the file began with
    assert file.close()
    again = open_file(file.path)
    assert again.document.workshop == typed(20)
    assert again.document.undo() is None
    again.close()


def test_it_is_told_when_the_disk_has_it_and_only_then(path: Path) -> None:
    gate = threading.Event()

    class Slow(sqlite3.Connection):
        def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
            if sql == "COMMIT":
                assert gate.wait(20)
            return super().execute(sql, *arguments)

    file = open_file(path, way=Way(connection=Slow))
    threads: list[threading.Thread] = []
    told: list[SaveStatus] = []

    def listen(status: SaveStatus) -> None:
        threads.append(threading.current_thread())
        told.append(status)

    end = file.on_status(listen)
    type_one(file.document)
    type_one(file.document)
    assert not file.flush(0.01)
    assert file.status == (False, 2, "Saving 2 changes …", False)
    assert told == []
    gate.set()
    assert file.flush()
    assert told[-1] == (True, 0, "All changes are saved.", False)
    assert threading.main_thread() not in threads
    end()
    count = len(told)
    type_one(file.document)
    assert file.flush()
    assert len(told) == count
    assert file.close()


def test_one_change_waits(path: Path) -> None:
    file = open_file(path)
    shutil.rmtree(path.parent)
    type_one(file.document)
    assert not file.flush()
    assert file.status.sentence.endswith("1 change not on the disk yet.")
    assert not file.close()


def test_steps_that_wait_go_in_one_transaction(path: Path) -> None:
    begun: list[str] = []

    class Counting(sqlite3.Connection):
        def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
            if sql.startswith("BEGIN"):
                begun.append(sql)
                time.sleep(0.02)
            return super().execute(sql, *arguments)

    file = open_file(path, way=Way(connection=Counting))
    type_many(file, 100)
    assert file.flush()
    assert len(begun) <= 4
    assert file.close()


def test_a_listener_that_fails_does_not_stop_the_saving(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = open_file(path)

    def fail(status: SaveStatus) -> None:
        raise RuntimeError(status)

    file.on_status(fail)
    told = heard(file)
    for _ in range(3):
        type_one(file.document)
        assert file.flush()
    wait_until(lambda: len(told) > 0)
    assert file.close()
    assert "A listener failed" in caplog.text
    assert open_file(path).document.workshop == typed(3)


def test_a_fault_of_concord_is_said_and_can_be_left(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = open_file(path)

    def fail(*arguments: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("workshop.storage.sqlite_store.stored_step", fail)
        type_one(file.document)
        assert not file.flush()
    assert "Concord met a fault of its own; save elsewhere." in file.status.sentence
    assert file.flush()
    assert file.status.saved
    assert file.close()


def test_a_closed_file_takes_no_more_changes(path: Path) -> None:
    file = open_file(path)
    assert file.close()
    assert file.close()
    with pytest.raises(RuleError, match="has been closed"):
        type_one(file.document)


def remove(path: Path) -> None:
    path.unlink()


def rename(path: Path) -> None:
    path.rename(path.with_name("renamed.concord"))


def rename_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("another"))


def replace(path: Path) -> None:
    copy = path.with_name("copy")
    shutil.copyfile(path, copy)
    os.replace(copy, path)


def replace_by_another(path: Path) -> None:
    write_copy(typed(3), None, path)


def write_over(path: Path) -> None:
    other = path.with_name("other.concord")
    write_copy(typed(9), None, other)
    path.write_bytes(other.read_bytes())
    other.unlink()


def write_rubbish_over(path: Path) -> None:
    path.write_bytes(b"rubbish" * 9999)


def add_a_step(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO steps SELECT seq + 1, at, how, label, changes, state, seal FROM steps"
            " ORDER BY seq DESC LIMIT 1"
        )
        connection.commit()


AWAY = "was moved, renamed or removed; put it back or save elsewhere."
OTHER = "has taken the place of this one; save elsewhere."
CHANGED = "omething else has changed the file; save elsewhere"


@pytest.mark.parametrize(
    ("mishap", "words"),
    [
        (remove, AWAY),
        (rename, AWAY),
        (rename_folder, AWAY),
        (replace, OTHER),
        (replace_by_another, OTHER),
        (write_over, CHANGED),
        (write_rubbish_over, CHANGED),
        (add_a_step, CHANGED),
    ],
)
def test_a_file_that_something_else_took_away(
    tmp_path: Path, mishap: Callable[[Path], None], words: str
) -> None:
    (tmp_path / "folder").mkdir()
    path = new_file(tmp_path / "folder" / "day.concord")
    file = open_file(path, way=QUICK)
    type_many(file, 5)
    assert file.flush()
    told = heard(file)
    mishap(path)
    left = path.read_bytes() if path.exists() else None
    type_many(file, 5)
    wait_until(lambda: file.status.trouble)
    assert not file.flush()
    assert words in file.status.sentence
    assert "5 changes not on the disk yet" in file.status.sentence
    assert told[-1].trouble
    assert (path.read_bytes() if path.exists() else None) == left
    elsewhere = tmp_path / "elsewhere.concord"
    file.save_as(elsewhere)
    assert file.status.saved
    type_many(file, 5)
    assert file.close()
    again = open_file(elsewhere)
    assert again.document.workshop == typed(15)
    assert len(again.document.history.log) == 15
    assert again.close()
    assert (path.read_bytes() if path.exists() else None) == left


def test_it_is_said_at_once_also_while_nobody_types(path: Path) -> None:
    file = open_file(path, way=QUICK)
    told = heard(file)
    path.rename(path.with_name("away"))
    wait_until(lambda: bool(told))
    assert told[-1] == (
        False,
        0,
        "Not saved. The file was moved, renamed or removed; put it back or save elsewhere.",
        True,
    )
    path.with_name("away").rename(path)
    wait_until(lambda: told[-1].saved)
    type_one(file.document)
    assert file.close()
    assert open_file(path).document.workshop == typed(1)


@pytest.mark.parametrize("mishap", [write_over, write_rubbish_over, add_a_step])
def test_another_content_is_noticed_also_while_nobody_types(
    path: Path, mishap: Callable[[Path], None]
) -> None:
    file = open_file(path, way=QUICK)
    type_many(file, 3)
    assert file.flush()
    told = heard(file)
    mishap(path)
    wait_until(lambda: bool(told))
    assert CHANGED in told[-1].sentence
    assert told[-1].trouble
    file.save_as(path.with_name("elsewhere.concord"))
    assert file.close()
    assert open_file(path.with_name("elsewhere.concord")).document.workshop == typed(3)


def test_a_file_that_was_touched_and_not_changed_is_still_ours(path: Path) -> None:
    file = open_file(path, way=QUICK)
    type_many(file, 3)
    os.utime(path)
    assert file.flush()
    type_many(file, 3)
    assert file.flush()
    assert not file.status.trouble
    assert file.close()


def test_a_file_taken_away_in_the_middle_of_a_save(path: Path) -> None:
    away = path.with_name("away")

    class Slippery(sqlite3.Connection):
        def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
            result = super().execute(sql, *arguments)
            if sql == "COMMIT" and not away.exists():
                path.rename(away)
            return result

    file = open_file(path, way=Way(connection=Slippery, retry_seconds=60))
    type_one(file.document)
    assert not file.flush()
    away.rename(path)
    away.touch()
    type_one(file.document)
    assert file.flush()
    assert file.close()
    again = open_file(path)
    assert len(again.document.history.log) == 2
    assert again.document.workshop == typed(2)
    assert again.close()


def test_a_lost_file_is_not_overwritten_under_its_own_name(path: Path) -> None:
    file = open_file(path, way=QUICK)
    replace_by_another(path)
    wait_until(lambda: file.status.trouble)
    with pytest.raises(FileError, match="Choose another name"):
        file.save_as(path)
    assert not file.close()
    assert open_file(path).document.workshop == typed(3)


def test_saving_over_another_workshop_replaces_it_whole(tmp_path: Path, path: Path) -> None:
    other = new_file(tmp_path / "other.concord")
    other.with_name("other.concord-journal").write_bytes(b"left behind" * 99)
    file = open_file(path)
    type_many(file, 8)
    file.save_as(other)
    assert file.close()
    again = open_file(other)
    assert again.document.workshop == typed(8)
    assert again.close()


def test_a_copy_for_sharing_has_no_history(tmp_path: Path) -> None:
    document = Document()
    for _ in range(30):
        type_one(document)
    copy = tmp_path / "share.concord"
    write_copy(document.workshop, None, copy, "Shared with North")
    file = open_file(copy)
    assert file.document.workshop == document.workshop
    assert [step.label for step in file.document.history.log] == ["Shared with North"]
    assert file.close()
    gone = {o.name for n in range(30) for o in typed(n).all(Organization)}
    gone -= {o.name for o in document.workshop.all(Organization)}
    content = copy.read_bytes()
    assert gone
    assert not [name for name in gone if f'"{name}"'.encode() in content]


def test_a_copy_that_is_not_what_it_should_be_replaces_nothing(tmp_path: Path) -> None:
    copy = tmp_path / "share.concord"
    copy.write_text("what was there")
    with pytest.raises(CannotSave, match="nothing was replaced"):
        write_copy(typed(3), [], copy)
    assert copy.read_text() == "what was there"
    assert [each.name for each in tmp_path.iterdir()] == ["share.concord"]


def test_what_a_cut_off_copy_left_is_removed(path: Path) -> None:
    cut_off = (
        "import os, sys; from pathlib import Path; from workshop.storage.copies import *\n"
        "with in_its_place(Path(sys.argv[1])) as copy:\n"
        "    write_file(copy, new_settings(), ()); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", cut_off, str(path)], cwd=ROOT, check=False)
    assert len(list(path.parent.iterdir())) == 2
    assert open_file(path).close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_times_keep_their_zone_and_may_go_back(tmp_path: Path) -> None:
    moments = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (2, 1, 0, 9)]
    clock = iter(moments)
    document = Document(clock=lambda: next(clock).astimezone())
    for name in "0123":
        north = Organization(id=name, name=name)
        document.apply(lambda workshop: edits.add(workshop, north), f"Add {name}")  # noqa: B023 - called at once
    path = tmp_path / "times.concord"
    write_copy(document.workshop, document.history.log, path)
    file = open_file(path)
    log = file.document.history.log
    assert [step.at for step in log] == moments
    assert [step.label[-1] for step in log] == ["0", "1", "2", "3"]
    assert all(step.at.utcoffset() is not None for step in log)
    assert log[0].at - log[1].at == timedelta(hours=1)
    assert file.close()


@pytest.mark.parametrize(
    ("name", "words", "lost"),
    [
        ("SQLITE_FULL", "disk is full", False),
        ("SQLITE_TOOBIG", "too large", False),
        ("SQLITE_READONLY_DBMOVED", "write-protected", False),
        ("SQLITE_BUSY", "Another program", False),
        ("SQLITE_CANTOPEN", "folder", False),
        ("SQLITE_CORRUPT", "changed the file", True),
        ("SQLITE_ERROR", "cannot be written", False),
    ],
)
def test_each_refusal_has_its_sentence(name: str, words: str, lost: bool) -> None:
    error = sqlite3.OperationalError()
    error.sqlite_errorname = name
    refusal = while_saving(error)
    assert words in str(refusal)
    assert isinstance(refusal, LostFile) == lost


def test_a_file_another_program_writes_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop.storage.schema.BUSY_SECONDS", 0.01)
    file = open_file(path, way=Way(retry_seconds=60))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        type_one(file.document)
        assert not file.flush()
        assert "Another program is using the file" in file.status.sentence
        with pytest.raises(FileError, match="try again in a moment"):
            open_file(path)
        other.execute("ROLLBACK")
    assert file.flush()
    assert file.close()
