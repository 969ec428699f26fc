# SPDX-License-Identifier: MIT
"""The page of the PDF: a preview that follows the workshop, and a save that nothing disturbs."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

import pikepdf
import pytest
from pytestqt.qtbot import QtBot

from exports.pdf.missing import MissingCharacter
from tests.pages.conftest import Visit
from widgets.exchange.printed import lacking_words, saved_words
from widgets.summary import pdf
from widgets.summary.pdf import PdfPage
from workshop.edits import change
from workshop.prepare.records import DETAILS_ID, Details
from workshop.room.records import Decision
from workshop.state import Workshop

Open = Callable[..., Visit]

ODD = Workshop([Details(id=DETAILS_ID, title="Cake"), Decision(id="d", text="We celebrate 🎉")])


class Held:
    """A printer that begins when it is told to, but notices at once that it is to stop."""

    def __init__(self) -> None:
        self.go = Event()
        self.begun: list[Path] = []
        self._print = pdf._write

    def __call__(
        self,
        workshop: Workshop,
        path: Path,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> object:
        self.begun.append(path)
        progress(1, 4)
        while not self.go.is_set() and not cancelled():
            time.sleep(0.005)
        return self._print(workshop, path, progress, cancelled)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    printer = Held()
    monkeypatch.setattr(pdf, "_write", printer)
    return printer


def opened(visit: Open, workshop: Workshop = ODD) -> tuple[Visit, PdfPage]:
    seen = visit("summary.pdf", workshop)
    assert isinstance(seen.page, PdfPage)
    return seen, seen.page


def previewed(qtbot: QtBot, page: PdfPage) -> None:
    qtbot.waitUntil(lambda: page.pages.page_count > 0 and not page._preview.busy, timeout=10_000)


def test_the_preview_names_what_the_font_lacks_before_anything_is_saved(
    visit: Open, qtbot: QtBot
) -> None:
    _, page = opened(visit)
    previewed(qtbot, page)
    assert page.pages.page_count == 4
    assert page.pages.accessibleDescription().startswith("4 pages; ")
    assert page.warnings.isVisible()
    odd = (
        "U+1F389 (party popper) is printed as [U+1F389], first in Decision “We celebrate [U+1F389]”"
    )
    assert page.warnings.text() == f"The font lacks some characters: {odd}"
    assert not page.progress.isVisible()
    assert not page.cancel.isVisible()


def test_a_saved_pdf_is_told_with_what_it_shows_as_numbers(
    visit: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    seen, page = opened(visit)
    path = tmp_path / "a.pdf"
    page.write(path)
    qtbot.waitUntil(lambda: bool(seen.said), timeout=10_000)
    assert seen.said == [
        f"The PDF has 4 pages and is in {path}. "
        "1 character is not in the font; it is printed otherwise."
    ]
    previewed(qtbot, page)


def test_an_edit_does_not_stop_what_is_being_saved(
    visit: Open, qtbot: QtBot, tmp_path: Path, held: Held
) -> None:
    seen, page = opened(visit)
    path = tmp_path / "a.pdf"
    page.write(path)
    edit = partial(change, of=Details, id=DETAILS_ID, title="Other cake")
    seen.desk.apply(edit, "Rename")
    page._refresh()
    qtbot.waitUntil(lambda: len(held.begun) >= 2, timeout=10_000)
    held.go.set()
    qtbot.waitUntil(path.exists, timeout=10_000)
    with pikepdf.open(path) as saved:
        assert str(saved.docinfo.Title) == "Cake – What we agreed"
    previewed(qtbot, page)
    assert all("stopped" not in each for each in seen.said)


def test_who_stops_a_save_keeps_the_file_that_was_there(
    visit: Open, qtbot: QtBot, tmp_path: Path, held: Held
) -> None:
    seen, page = opened(visit)
    path = tmp_path / "a.pdf"
    path.write_bytes(b"the old one")
    page.write(path)
    assert page.cancel.isVisible()
    assert not page.save.isEnabled()
    page.ask_where()
    assert seen.said.pop() == "The PDF is still being written. Wait for it, or stop it."
    page.cancel.click()
    assert seen.said == ["The PDF was not written: you stopped it. Nothing was changed."]
    assert page.save.isEnabled()
    held.go.set()
    previewed(qtbot, page)
    qtbot.wait(50)
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]
    assert len(seen.said) == 1


def test_a_stopped_preview_is_made_anew_when_the_page_is_shown_again(
    visit: Open, qtbot: QtBot, held: Held
) -> None:
    seen, page = opened(visit)
    qtbot.waitUntil(lambda: len(held.begun) == 1, timeout=10_000)
    page.stop()
    assert "stopped the preview" in seen.said[-1]
    assert not page.progress.isVisible()
    held.go.set()
    page.hide()
    page.show()
    previewed(qtbot, page)


def test_a_folder_that_refuses_is_told_and_the_page_goes_on(
    visit: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    seen, page = opened(visit)
    warned: list[str] = []
    seen.desk.warned.connect(warned.append)
    page.write(tmp_path / "gone" / "a.pdf")
    qtbot.waitUntil(lambda: bool(warned), timeout=10_000)
    assert warned[0].endswith("Choose another folder or name.")
    assert page.save.isEnabled()
    previewed(qtbot, page)


def test_a_window_that_closes_finishes_what_is_being_saved(
    visit: Open, tmp_path: Path, held: Held
) -> None:
    seen, page = opened(visit)
    path = tmp_path / "a.pdf"
    page.write(path)
    held.go.set()
    seen.desk.closed.emit()
    with pikepdf.open(path) as saved:
        assert len(saved.pages) == 4


def test_a_report_without_odd_characters_says_nothing_of_them(
    visit: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    fine = Workshop([Details(id=DETAILS_ID, title="Plain")])
    _, page = opened(visit, fine)
    previewed(qtbot, page)
    assert not page.warnings.isVisible()
    report = pdf._write(fine, tmp_path / "p.pdf", lambda _done, _of: None, lambda: False)
    assert saved_words("It", report) == f"It has 2 pages and is in {report.path}."
    many = report._replace(warnings=tuple(MissingCharacter(chr(n), "x") for n in range(12)))
    assert lacking_words(many).endswith(" …")
    assert lacking_words(many).count("is printed as") == 8
    assert saved_words("It", many).endswith(
        "12 characters are not in the font; they are printed otherwise."
    )
