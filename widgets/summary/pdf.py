# SPDX-License-Identifier: MIT
"""The page of the PDF: see it before it is handed out, and write it."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from exports.file_names import file_name
from widgets.cards import Card
from widgets.desk import Desk
from widgets.dialogs import ask_file, documents_folder
from widgets.exchange.latest import Latest
from widgets.exchange.printed import lacking_words, saved_words
from widgets.pages import Exposure
from widgets.summary.pages_view import PagesView
from widgets.work import ReportProgress
from workshop.prepare.details import details
from workshop.state import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.pdf.edition import PdfReport

REFRESH_MS = 600
PATIENCE_SECONDS = 10.0
"""How long a window that closes waits for what is being saved."""


class PdfPage(QWidget):
    """Shows the pages as they will be printed, warns of what cannot be, and saves them.

    The preview follows the workshop; what is being saved is finished whatever happens meanwhile.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._folder = TemporaryDirectory(prefix="concord-preview-", ignore_cleanup_errors=True)
        self._preview = Latest()
        self._saving = Latest()
        self._shown: Workshop | None = None
        self.card = Card("What we agreed")
        self.save = self.card.add_action("Save the PDF…", self.ask_where, "primary")
        self.cancel = self.card.add_action("Stop", self.stop)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.warnings = QLabel()
        self.warnings.setProperty("role", "error")
        self.warnings.setWordWrap(True)
        self.warnings.setTextFormat(Qt.TextFormat.PlainText)
        self.pages = PagesView(desk)
        for widget in (self.progress, self.warnings):
            self.card.add(widget)
        self.warnings.hide()
        self.card.add(self.pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card, 1)
        self._later = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._later.timeout.connect(self._refresh)
        self._show_work()
        desk.changed.connect(lambda _step: self.isVisible() and self._later.start())
        desk.closed.connect(self._let_go)

    def exposure(self) -> Exposure:
        """Show the room what it takes home."""
        return Exposure("commitments")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shown is not self._desk.workshop:
            self._later.start(0)

    def _let_go(self) -> None:
        self._later.stop()
        self._preview.stop()
        self._saving.finish(PATIENCE_SECONDS)
        self._saving.stop()
        self.pages.close_file()
        self._folder.cleanup()

    def ask_where(self) -> None:
        """Ask for a file and write the PDF there."""
        if self._saving.busy:
            self._desk.said.emit("The PDF is still being written. Wait for it, or stop it.")
            return
        title = details(self._desk.workshop).title or "What we agreed"
        ask_file(
            self,
            "Save the PDF",
            "PDF (*.pdf)",
            self.write,
            suggested=documents_folder() / f"{file_name(title, 'What we agreed')}.pdf",
            save_suffix="pdf",
        )

    def write(self, path: Path) -> None:
        """Write the PDF of the current state on a worker, and say where it is or why it is not."""
        job = partial(_write, self._desk.workshop, path)
        self.progress.setValue(0)
        self._saving.run(job, self._tell, self._explain, self._show_progress)
        self._show_work()

    def stop(self) -> None:
        """Stop what is being written, else the preview."""
        if self._saving.busy:
            self._saving.stop()
            self._desk.said.emit("The PDF was not written: you stopped it. Nothing was changed.")
        else:
            self._preview.stop()
            self._shown = None
            self._desk.said.emit("You stopped the preview. It is made anew at the next change.")
        self._show_work()

    def _refresh(self) -> None:
        self._shown = self._desk.workshop
        job = partial(_write, self._shown, Path(self._folder.name) / "preview.pdf")
        self._preview.run(job, self._show_pages, self._explain, self._show_preview_progress)
        self._show_work()

    def _show_pages(self, report: "PdfReport") -> None:
        self._show_work()
        if not report.path.exists():  # the workshop was closed while the last page was written
            return
        self.pages.show_file(report.path)
        self.card.show_words(
            f"What we agreed, on {report.pages} pages",
            "As participants will read it. Private notes are not in it.",
        )
        self.warnings.setText(lacking_words(report))
        self.warnings.setVisible(bool(report.warnings))

    def _tell(self, report: "PdfReport") -> None:
        self._show_work()
        self._desk.said.emit(saved_words("The PDF", report))

    def _explain(self, sentence: str) -> None:
        self._show_work()
        self._desk.warned.emit(sentence)

    def _show_work(self) -> None:
        """Show what is under way: a save before the preview, with the one button that stops it."""
        busy = self._saving.busy or self._preview.busy
        words = "Progress of the PDF" if self._saving.busy else "Progress of the preview"
        self.progress.setAccessibleName(words)
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)
        self.save.setEnabled(not self._saving.busy)

    def _show_preview_progress(self, done: int, total: int) -> None:
        if not self._saving.busy:
            self._show_progress(done, total)

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)


def _write(
    workshop: Workshop, path: Path, progress: ReportProgress, cancelled: "Callable[[], bool]"
) -> "PdfReport":
    from exports.pdf.edition import write_pdf

    return write_pdf(workshop, path, progress=progress, cancelled=cancelled)


def build(desk: Desk) -> QWidget:
    """Build the page."""
    return PdfPage(desk)
