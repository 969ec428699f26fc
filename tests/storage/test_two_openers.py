# SPDX-License-Identifier: MIT
"""One file, several openers: the second reads only and says why; a dead one is in nobody's way."""

import getpass
import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from tests.storage.kills import ROOT, new_file
from tests.storage.typist import type_one, typed
from workshop.document import now
from workshop.record import RuleError
from workshop.storage import lock as locks
from workshop.storage import os_lock
from workshop.storage.errors import CannotSave, FileError
from workshop.storage.lock import Holder
from workshop.storage.salvage import salvage
from workshop.storage.workshop_file import open_file

HOLD = """
import sys
from pathlib import Path
from workshop.storage.salvage import salvage
from workshop.storage.workshop_file import open_file
file = open_file(Path(sys.argv[1]))
print(file.read_only_because, flush=True)
sys.stdin.readline()
file.close()
"""


@contextmanager
def another_process(path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_file(tmp_path / "shared.concord")


def lock_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def leave_lock(path: Path, **values: object) -> None:
    fields = {"pid": 1, "host": "elsewhere", "boot": "b", "user": "anna", "since": now()}
    lock_of(path).write_bytes(msgspec.json.encode(fields | values))


def test_a_second_process_reads_only_and_says_who_has_it(path: Path) -> None:
    first = open_file(path)
    assert not first.was_interrupted
    with another_process(path) as (_, because):
        assert f"on this computer since {now():%H}" in because
        assert because.startswith("“shared.concord” is in use ")
        assert type_one(first.document)
        assert first.flush()
    assert first.close()


def test_the_file_is_free_again_after_closing(path: Path) -> None:
    with another_process(path) as (process, because):
        assert because == ""
        assert open_file(path).read_only_because
        process.communicate("\n")
        again = open_file(path)
        assert not again.read_only_because
        assert not again.was_interrupted
        assert again.close()


def test_a_lock_file_that_cannot_be_removed_tells_of_no_interruption(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError("The process cannot access the file")

    first = open_file(path)
    with monkeypatch.context() as windows:  # where a file that is open cannot be removed
        windows.setattr(Path, "unlink", refuse)
        assert first.close()
    assert lock_of(path).exists()
    again = open_file(path)
    assert not again.was_interrupted
    assert again.close()


def test_a_killed_process_is_taken_over_from(path: Path) -> None:
    with another_process(path) as (process, _):
        process.kill()
        process.wait()
        again = open_file(path)
        assert not again.read_only_because
        assert again.was_interrupted
        assert again.close()
    assert not lock_of(path).exists()


def test_the_same_file_in_another_window(path: Path) -> None:
    first, second = open_file(path), open_file(path)
    assert "is in use in another window since" in second.read_only_because
    assert not second.can_be_taken_over
    assert second.status.saved
    assert second.flush()
    with pytest.raises(RuleError, match="in another window"):
        type_one(second.document)
    assert second.document.undo() is None
    assert second.close()
    type_one(first.document)
    assert first.close()
    assert open_file(path).document.workshop == typed(1)


def test_a_reader_may_save_elsewhere_and_go_on_there(path: Path) -> None:
    first, second = open_file(path), open_file(path)
    with pytest.raises(CannotSave, match=r"is in use in another window since .*another name"):
        second.save_as(path)
    second.save_as(path.with_name("mine.concord"))
    assert not second.read_only_because
    type_one(second.document)
    assert second.close()
    assert first.close()
    assert open_file(path.with_name("mine.concord")).document.workshop == typed(1)
    assert open_file(path).document.workshop == typed(0)


def test_saving_under_the_same_name_keeps_the_lock(path: Path) -> None:
    first = open_file(path)
    type_one(first.document)
    first.save_as(path)
    type_one(first.document)
    assert open_file(path).read_only_because
    assert first.close()
    assert open_file(path).document.workshop == typed(2)


@pytest.mark.parametrize("hours", [0, locks.FOREIGN_LOCK_HOURS - 1])
def test_the_mark_of_another_computer_is_believed(path: Path, hours: int) -> None:
    leave_lock(path, since=now() - timedelta(hours=hours))
    file = open_file(path)
    assert "is in use by anna on elsewhere since" in file.read_only_because
    assert file.can_be_taken_over
    assert file.close()
    assert lock_of(path).exists()
    file = open_file(path, take_over=True)
    assert not file.read_only_because
    assert file.was_interrupted
    assert file.close()


@pytest.mark.parametrize(
    "values",
    [
        {"since": now() - timedelta(hours=locks.FOREIGN_LOCK_HOURS + 1)},
        {"host": socket.gethostname()},
        {"host": socket.gethostname(), "boot": "an earlier one", "pid": os.getpid()},
    ],
)
def test_marks_that_are_stale(path: Path, values: dict[str, object]) -> None:
    leave_lock(path, **values)
    file = open_file(path)
    assert file.was_interrupted
    assert not file.read_only_because
    assert file.close()


def test_a_mark_that_cannot_be_read(path: Path) -> None:
    lock_of(path).write_bytes(b"\xff nonsense")
    held = locks.take(path)
    lock_of(path).write_bytes(b"nonsense")
    assert "is in use elsewhere, so" in open_file(path).read_only_because
    held.release()
    assert not open_file(path).read_only_because


def test_the_mark_tells_who_even_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    holder = Holder(1, "elsewhere", "", "", now())
    assert str(holder).startswith("on elsewhere since")

    def nobody() -> str:
        raise KeyError

    monkeypatch.setattr(getpass, "getuser", nobody)
    monkeypatch.setattr(Path, "read_text", lambda path: (path / "not there").read_bytes())
    assert (locks._me().user, locks._me().boot) == ("", "")


def test_a_lock_file_that_vanishes_while_it_is_taken(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = os_lock.lock
    taken: list[int] = []

    def slowly(handle: int) -> bool:
        if not taken:
            lock_of(path).unlink()
        taken.append(handle)
        return take(handle)

    monkeypatch.setattr(os_lock, "lock", slowly)
    held = locks.take(path)
    assert len(taken) == 2
    assert lock_of(path).exists()
    lock_of(path).unlink()
    held.release()


def test_many_open_at_once_and_one_may_write(path: Path) -> None:
    opened = []
    threads = [threading.Thread(target=lambda: opened.append(open_file(path))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [bool(file.read_only_because) for file in opened].count(False) == 1
    assert all(file.close() for file in opened)


AS_NOBODY = """
import os, sys
from pathlib import Path
from workshop.storage.salvage import salvage
from workshop.storage.workshop_file import open_file
root = os.getuid() == 0
if root:
    os.setegid(65534)
    os.seteuid(65534)
try:
    file = open_file(Path(sys.argv[1]))
    print(file.read_only_because, len(file.document.history.log))
finally:
    if root:
        os.seteuid(0)
"""


def opened_as_nobody(path: Path) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(path)], cwd=ROOT, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture
def public() -> Iterator[Path]:
    """Make a file in a folder that everybody may pass through, which those of pytest are not."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield new_file(Path(folder) / "shared.concord")
        Path(folder).chmod(0o755)


def test_a_folder_that_cannot_be_written_to(public: Path) -> None:
    public.chmod(0o666)
    public.parent.chmod(0o555)
    because = opened_as_nobody(public)
    assert because.startswith("The folder of “shared.concord” cannot be written to; save")
    public.parent.chmod(0o755)


def test_a_file_that_is_write_protected(public: Path) -> None:
    public.chmod(0o444)
    assert "“shared.concord” is write-protected; save" in opened_as_nobody(public)


def test_a_cut_off_save_in_a_folder_that_cannot_be_written_to(public: Path) -> None:
    cut_off_save(public)
    size = public.stat().st_size
    public.chmod(0o644)
    public.parent.chmod(0o555)
    assert opened_as_nobody(public).endswith(" 1\n")
    assert public.stat().st_size == size
    public.parent.chmod(0o755)
    file = open_file(public)
    assert file.document.workshop == typed(1)
    assert file.close()


CUT_OFF = """
import os, sys
from pathlib import Path
from tests.storage.typist import type_one
from workshop.storage.salvage import salvage
from workshop.storage.workshop_file import open_file
file = open_file(Path(sys.argv[1]))
type_one(file.document)
file.flush()
disk = file._writer._store._connection
disk.execute("PRAGMA cache_spill = 1")
disk.execute("PRAGMA cache_size = 1")
disk.execute("BEGIN")
disk.execute("UPDATE steps SET label = 'half'")
disk.executemany("INSERT INTO settings VALUES (?, ?)", [(f"{n}", "x" * 500) for n in range(999)])
os._exit(0)
"""


def cut_off_save(path: Path) -> None:
    """Leave a file half-written, with the journal that takes it back."""
    subprocess.run([sys.executable, "-c", CUT_OFF, str(path)], cwd=ROOT, check=True)
    assert path.with_name(path.name + "-journal").stat().st_size > 0


def test_a_cut_off_save_is_taken_back(path: Path) -> None:
    cut_off_save(path)
    assert salvage(path).workshop == typed(1)
    file = open_file(path)
    assert file.was_interrupted
    assert file.document.workshop == typed(1)
    assert file.close()


def test_a_file_that_may_not_be_read(public: Path) -> None:
    public.chmod(0o000)
    ran = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(public)], cwd=ROOT, capture_output=True, text=True
    )
    assert "FileError: The file cannot be opened; check that you may read it." in ran.stderr
    public.chmod(0o644)
    assert issubclass(CannotSave, FileError)
