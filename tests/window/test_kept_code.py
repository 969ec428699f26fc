# SPDX-License-Identifier: MIT
"""Code compiled of sources that are no files is found again, and never for another source."""

import sys
from pathlib import Path

import pytest

from widgets.kept_code import KeptCode, beside

SOURCE = b"answer = 41 + 1"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "code.kept"


def _kept_in(place: Path) -> KeptCode:
    kept = KeptCode(place)
    kept.keep(SOURCE, "one.py", compile(SOURCE, "one.py", "exec"))
    kept.save()
    return kept


def test_kept_code_is_there_at_the_next_start_and_means_the_same(place: Path) -> None:
    _kept_in(place)
    code = KeptCode(place).find(SOURCE, "one.py")
    assert code is not None
    names: dict[str, object] = {}
    exec(code, names)
    assert names["answer"] == 42


def test_another_source_of_the_same_name_is_not_taken_for_it(place: Path) -> None:
    _kept_in(place)
    assert KeptCode(place).find(b"answer = 43", "one.py") is None
    assert KeptCode(place).find(SOURCE, "two.py") is None


@pytest.mark.parametrize("damage", [b"", b"\0", b"no code at all", b"i\x01\0\0\0"])
def test_a_damaged_file_counts_as_none(place: Path, damage: bytes) -> None:
    place.write_bytes(damage)
    assert KeptCode(place).find(SOURCE, "one.py") is None
    _kept_in(place)
    assert KeptCode(place).find(SOURCE, "one.py") is not None


def test_nothing_is_written_where_python_may_not(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    _kept_in(place)
    assert not place.exists()


def test_a_folder_that_is_not_there_is_no_loss(place: Path) -> None:
    kept = _kept_in(place.parent / "gone" / "code.kept")
    assert kept.find(SOURCE, "one.py") is not None


def test_each_python_has_its_own(tmp_path: Path) -> None:
    assert f"{sys.hexversion:x}" in beside(str(tmp_path / "a.py"), "b").name
