# SPDX-License-Identifier: MIT
"""An export that ends early leaves the file at the target, and its folder, as they were."""

from pathlib import Path

import pytest

from exports.pdf.edition import ExportCancelled, write_pdf
from tests.large import large_workshop
from tests.pdf.conftest import CREATED
from workshop.record import RuleError

WORKSHOP = large_workshop(8, 8, 8, 6, 8, 2, note_words=50)


class _Stop:
    """Says yes from the n-th time on that it is asked."""

    def __init__(self, at: int) -> None:
        self.left = at
        self.asked = 0

    def __call__(self) -> bool:
        self.asked += 1
        self.left -= 1
        return self.left < 0


def _asked_in_all(folder: Path) -> int:
    never = _Stop(10**9)
    write_pdf(WORKSHOP, folder / "whole.pdf", cancelled=never, created=CREATED)
    (folder / "whole.pdf").unlink()
    return never.asked


def test_cancelling_at_any_point_changes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "edition.pdf"
    target.write_bytes(b"the edition of last year")
    asked = _asked_in_all(tmp_path)
    assert asked > 50
    for at in (0, 1, asked // 4, asked // 2, asked - 20, asked - 3, asked - 2, asked - 1):
        with pytest.raises(ExportCancelled):
            write_pdf(WORKSHOP, target, cancelled=_Stop(at), created=CREATED)
        assert target.read_bytes() == b"the edition of last year"
        assert [path.name for path in tmp_path.iterdir()] == ["edition.pdf"]


def test_an_error_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "edition.pdf"
    target.write_bytes(b"the edition of last year")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(RuleError, match="No space left"):
        write_pdf(WORKSHOP, target, created=CREATED)
    assert target.read_bytes() == b"the edition of last year"
    assert [path.name for path in tmp_path.iterdir()] == ["edition.pdf"]


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot be written"):
        write_pdf(WORKSHOP, tmp_path / "none" / "edition.pdf", created=CREATED)
