# SPDX-License-Identifier: MIT
"""When the disk refuses, the app goes on in memory, says so, and saves everything once it can."""

import errno
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.storage.kills import ROOT, new_file
from tests.storage.typist import type_one, typed
from workshop.storage.checking import check_file
from workshop.storage.copies import free_name
from workshop.storage.errors import CannotSave, FileError
from workshop.storage.workshop_file import Way, create, open_file


class Disk:
    """A disk that fails at its n-th call from when it is told to; `last_call` says how far it got."""

    def __init__(self) -> None:
        self.fail_at = 0
        self.after = False
        self.error: Exception = sqlite3.OperationalError()
        self.calls = 0

    def connection(self) -> type[sqlite3.Connection]:
        disk = self

        class Failing(sqlite3.Connection):
            def execute(self, *arguments: Any) -> sqlite3.Cursor:
                disk.calls += 1
                failing = disk.calls == disk.fail_at
                if failing and not disk.after:
                    raise disk.error
                result = super().execute(*arguments)
                if failing:
                    raise disk.error
                return result

        return Failing

    def fail(self, at: int, error: Exception, *, after: bool) -> None:
        self.fail_at, self.error, self.after = self.calls + at, error, after


def sqlite_error(name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(name)
    error.sqlite_errorname = name
    return error


ERRORS = [
    (sqlite_error("SQLITE_IOERR_WRITE"), "The disk reports an error"),
    (sqlite_error("SQLITE_FULL"), "The disk is full"),
    (OSError(errno.EDQUOT, "quota"), "The disk is full"),
]


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(("error", "words"), ERRORS)
def test_each_call_of_a_save_fails_once(
    tmp_path: Path, error: Exception, words: str, after: bool
) -> None:
    path = new_file(tmp_path / "failing.concord")
    disk = Disk()
    file = open_file(path, way=Way(connection=disk.connection(), retry_seconds=60))
    for at in range(1, 100):
        disk.fail(at, error, after=after)
        type_one(file.document)
        if file.flush():
            break
        assert words in file.status.sentence
        assert file.status.trouble
        assert not file.status.saved
        type_one(file.document)
        assert file.flush()
        assert file.status == (True, 0, "All changes are saved.", False)
    assert 4 < at < 99
    count = len(file.document.history.log)
    assert file.close()
    again = open_file(path)
    assert len(again.document.history.log) == count
    assert again.document.workshop == typed(count)
    assert again.close()
    assert check_file(path) == []


def test_a_full_disk_keeps_everything_in_memory_and_saves_elsewhere(tmp_path: Path) -> None:
    path = new_file(tmp_path / "full.concord")
    pages = 0

    class Small(sqlite3.Connection):
        def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
            if sql.startswith("BEGIN"):
                super().execute(f"PRAGMA max_page_count = {pages}")
            return super().execute(sql, *arguments)

    file = open_file(path, way=Way(connection=Small))
    for pages in range(6, 26):
        while file.flush() and len(file.document.history.log) < 2000:
            type_one(file.document)
        assert "full" in file.status.sentence
        assert file.status.pending == 1
        type_one(file.document)
        assert not file.flush()
        assert "2 changes not on the disk yet" in file.status.sentence
        pages += 4
        assert file.flush()
    type_one(file.document)
    while file.flush():
        type_one(file.document)
    count = len(file.document.history.log)
    elsewhere = tmp_path / "elsewhere.concord"
    file.save_as(elsewhere)
    assert file.status.saved
    assert file.path == elsewhere
    type_one(file.document)
    assert file.close()
    again = open_file(elsewhere)
    assert again.document.workshop == typed(count + 1)
    assert len(again.document.history.log) == count + 1
    assert again.close()
    assert check_file(path) == []


FULL = """
import resource, sys, signal
from pathlib import Path
from tests.storage.typist import type_one, typed
from workshop.storage.workshop_file import open_file
file = open_file(Path(sys.argv[1]))
for size in range(40_000, 240_000, 10_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    while file.flush():
        type_one(file.document)
    assert file.status.trouble, file.status
    type_one(file.document)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert file.flush(), file.status
count = len(file.document.history.log)
assert file.close()
assert open_file(Path(sys.argv[1])).document.workshop == typed(count)
print(count)
"""


def test_files_that_may_grow_no_further(tmp_path: Path) -> None:
    path = new_file(tmp_path / "limited.concord")
    ran = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], cwd=ROOT, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) > 20
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


def test_creating_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot be written to"):
        create(tmp_path / "missing" / "x.concord", typed(3), "New")
    (tmp_path / "there.concord").write_text("kept")
    with pytest.raises(FileError, match="already a file"):
        create(tmp_path / "there.concord", typed(3), "New")
    assert (tmp_path / "there.concord").read_text() == "kept"


def test_saving_elsewhere_that_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    file = create(tmp_path / "a.concord", typed(20), "New")
    with pytest.raises(CannotSave, match="choose another one"):
        file.save_as(tmp_path / "missing" / "b.concord")
    (tmp_path / "folder.concord").mkdir()
    with pytest.raises(CannotSave):
        file.save_as(tmp_path / "folder.concord")
    assert file.path.name == "a.concord"
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        ".a.concord.lock",
        "a.concord",
        "folder.concord",
    ]
    assert file.close()


class Broken(sqlite3.Connection):
    """A disk that fails at once."""

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        raise sqlite_error("SQLITE_IOERR_READ")


def test_a_disk_that_fails_at_opening(tmp_path: Path) -> None:
    path = new_file(tmp_path / "there.concord")
    with pytest.raises(CannotSave, match="The disk reports an error"):
        open_file(path, way=Way(connection=Broken))
    with pytest.raises(CannotSave, match="The disk reports an error"):
        create(tmp_path / "new.concord", typed(3), "New", Way(connection=Broken))
    assert not list(tmp_path.glob(".*"))


def test_saving_over_itself_that_fails_keeps_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = create(tmp_path / "a.concord", typed(0), "New")

    def refuse(*_: object) -> None:
        raise CannotSave("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr("workshop.storage.open_file.write_copy", refuse)
        with pytest.raises(CannotSave, match="The disk is full"):
            file.save_as(file.path)
    type_one(file.document)
    assert file.close()


def test_a_cut_off_save_that_cannot_even_be_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = new_file(tmp_path / "there.concord")

    def refuse(_: Path) -> None:
        raise sqlite_error("SQLITE_READONLY_ROLLBACK")

    monkeypatch.setattr("workshop.storage.reading._read_at", refuse)
    with pytest.raises(FileError, match="copy it to another folder"):
        open_file(path)


def test_a_name_reserved_for_a_copy_is_given_up_when_the_copy_fails(tmp_path: Path) -> None:
    def fail() -> None:
        with free_name(tmp_path / "W.concord", "rescued") as name:
            assert name.exists()
            raise CannotSave("The disk is full.")

    with pytest.raises(CannotSave):
        fail()
    assert list(tmp_path.iterdir()) == []
