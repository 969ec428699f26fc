# SPDX-License-Identifier: MIT
"""Every released format opens for ever; a newer one is read and never written."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.damage import refusal_of
from tests.storage.kills import ROOT
from tests.storage.typist import type_one, typed
from workshop.document import Document
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.storage.checking import check_file
from workshop.storage.codec import stored_changes, stored_step
from workshop.storage.contents import StoredStep
from workshop.storage.copies import new_settings, write_file
from workshop.storage.errors import DamagedFile, FileError
from workshop.storage.lock import take
from workshop.storage.migrations import Fields
from workshop.storage.schema import FORMAT
from workshop.storage.workshop_file import Way, open_file
from workshop.storage.writing import Encoded

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("format", range(1, FORMAT + 1))
def test_the_golden_file_of_each_format_opens(tmp_path: Path, format: int) -> None:
    path = tmp_path / "golden.concord"
    shutil.copyfile(GOLDEN / f"format_{format}.concord", path)
    file = open_file(path)
    assert file.document.workshop == typed(30)
    assert len(file.document.history.log) == 30
    type_one(file.document)
    assert file.close()
    assert check_file(path) == []


def rename_titles(fields: Fields) -> Fields:
    fields["name"] = fields.pop("title")
    return fields


OLD = Way(migrations={0: {"organization": rename_titles}})


def old_file(path: Path) -> Path:
    """Write a file of a made-up format in which organizations had titles."""
    document = Document()
    for _ in range(20):
        type_one(document)
    steps: list[Encoded] = []
    for step in document.history.log:
        stored, _ = stored_step(step)
        json = stored.changes.replace(b'"name":"Org', b'"title":"Org')
        json = json.replace(b'"name":"Ren', b'"title":"Ren')
        steps.append((stored._replace(changes=json), stored_changes(json)))
    write_file(path, new_settings() | {b"format": b"0"}, steps, 0)
    return path


def test_an_older_file_is_migrated_and_the_original_kept(tmp_path: Path) -> None:
    path = old_file(tmp_path / "old.concord")
    original = path.read_bytes()
    file = open_file(path, way=OLD)
    assert file.document.workshop == typed(20)
    assert file.document.history.state_at(10) == typed(10)
    type_one(file.document)
    assert file.close()
    assert (tmp_path / "old (format 0).concord").read_bytes() == original
    assert check_file(path) == []
    assert open_file(path).document.workshop == typed(21)


def test_migrating_twice_never_overwrites_a_kept_original(tmp_path: Path) -> None:
    path = old_file(tmp_path / "old.concord")
    original = path.read_bytes()
    for _ in range(2):
        path.write_bytes(original)
        assert open_file(path, way=OLD).close()
    kept = ["old (format 0).concord", "old (format 0, 2).concord"]
    assert [(tmp_path / name).read_bytes() for name in kept] == [original] * 2


def test_an_older_file_that_can_only_be_read(tmp_path: Path) -> None:
    path = old_file(tmp_path / "old.concord")
    original = path.read_bytes()
    held = take(path)
    file = open_file(path, way=OLD)
    assert file.read_only_because
    assert file.document.workshop == typed(20)
    file.save_as(tmp_path / "new.concord")
    assert file.close()
    held.release()
    assert path.read_bytes() == original
    assert open_file(tmp_path / "new.concord").document.workshop == typed(20)


def test_several_migrations_in_a_row(tmp_path: Path) -> None:
    path = old_file(tmp_path / "old.concord")

    def shout(fields: Fields) -> Fields:
        return fields | {"name": fields["name"].upper()}

    newest = Way(format=2, migrations={**OLD.migrations, 1: {"organization": shout}})
    file = open_file(path, way=newest)
    names = [each.name for each in file.document.workshop.all(Organization)]
    assert names == [each.name.upper() for each in typed(20).all(Organization)]
    assert file.close()


@pytest.mark.parametrize("fault", [KeyError, TypeError, ValueError])
def test_a_migration_that_fails_leaves_the_original(tmp_path: Path, fault: type[Exception]) -> None:
    path = old_file(tmp_path / "old.concord")
    original = path.read_bytes()

    def stumble(fields: Fields) -> Fields:
        raise fault

    with pytest.raises(DamagedFile, match="does not fit its format"):
        open_file(path, way=Way(migrations={0: {"participant": stumble}}))
    assert path.read_bytes() == original
    assert open_file(path, way=OLD).close()


def test_a_migration_killed_on_the_way_leaves_the_original(tmp_path: Path) -> None:
    path = old_file(tmp_path / "old.concord")
    original = path.read_bytes()
    for moment in range(0, 400, 5):
        ran = subprocess.run(
            [sys.executable, "-m", "tests.storage.test_formats", str(path), str(moment)], cwd=ROOT
        )
        if path.read_bytes() != original:
            break
        assert ran.returncode == -signal.SIGKILL
    assert moment > 20
    assert original in [each.read_bytes() for each in tmp_path.glob("old (format 0*")]
    assert open_file(path).document.workshop == typed(20)


def test_a_format_that_never_was(tmp_path: Path) -> None:
    path = old_file(tmp_path / "old.concord")
    assert refusal_of(path) == "damaged: The file says it has format 0, which there never was."


def newer_file(path: Path, *sentences: str) -> Path:
    """Write a file as a newer Concord might."""
    document = Document()
    for _ in range(10):
        type_one(document)
    settings = new_settings() | {b"format": b"2"}
    write_file(path, settings, map(stored_step, document.history.log), 2)
    with closing(sqlite3.connect(path)) as connection:
        for sentence in sentences:
            connection.execute(sentence)
        connection.commit()
    return path


@pytest.mark.parametrize(
    "sentence",
    ["SELECT 1", "CREATE TABLE more (x)", "CREATE INDEX by_seal ON records (seal)"],
)
def test_a_newer_file_is_read_and_never_written(tmp_path: Path, sentence: str) -> None:
    path = newer_file(tmp_path / "newer.concord", sentence)
    before = path.read_bytes()
    file = open_file(path)
    assert file.read_only_because == (
        "“newer.concord” was made by a newer Concord (format 2, this one knows format 1),"
        " so it can only be read here."
    )
    assert file.document.workshop == typed(10)
    assert len(file.document.history.log) == 10
    with pytest.raises(RuleError, match="newer Concord"):
        type_one(file.document)
    with pytest.raises(FileError, match="cannot be saved by this one"):
        file.save_as(tmp_path / "other.concord")
    assert file.close()
    assert check_file(path) == []
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["newer.concord"]


def test_a_newer_file_that_seals_its_steps_in_another_way(tmp_path: Path) -> None:
    path = newer_file(tmp_path / "newer.concord", "UPDATE steps SET seal = zeroblob(32)")
    file = open_file(path)
    assert file.document.workshop == typed(10)
    assert file.document.history.log == []
    assert file.close()


@pytest.mark.parametrize(
    "sentence", ["DROP TABLE steps", "CREATE VIEW v AS SELECT 1", "ALTER TABLE records DROP seal"]
)
def test_a_newer_file_that_is_too_different(tmp_path: Path, sentence: str) -> None:
    path = newer_file(tmp_path / "newer.concord", sentence)
    assert refusal_of(path).startswith("damaged: ")


def test_fields_that_are_not_known_here_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "more.concord"
    json = b'[{"kind":"organization","id":"o1","after":{"id":"o1","name":"North","mood":[1]}}]'
    step = StoredStep(b"2026-05-01T09:00:00+02:00", b"do", b"Add", json)
    write_file(path, new_settings() | {b"format": b"2"}, [(step, stored_changes(json))], 2)
    file = open_file(path)
    assert file.document.workshop.get(Organization, "o1").name == "North"
    assert file.close()


def main(path: str, moment: str) -> None:
    """Migrate a file and be killed at a moment, told by the calls made until then."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "c_call" and getattr(argument, "__name__", "") in DISK_CALLS
        if calls > int(moment):
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
    open_file(Path(path), way=OLD).close()
    sys.setprofile(None)


DISK_CALLS = {"fsync", "replace", "rename", "unlink", "ftruncate", "open"}

if __name__ == "__main__":
    main(*sys.argv[1:])
