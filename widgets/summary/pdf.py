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
from widgets.pages import Exposure
from widgets.summary.pages_view import PagesView
from widgets.work import ReportProgress, Work
from workshop.prepare.details import details
from workshop.record import RuleError
from workshop.state import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.pdf.edition import PdfReport

REFRESH_MS = 600


class PdfPage(QWidget):
    """Shows the pages as they will be printed, warns of what cannot be, and saves them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._folder = TemporaryDirectory(prefix="concord-preview-", ignore_cleanup_errors=True)
        self._work: Work | None = None
        self._shown: Workshop | None = None
        self.card = Card("What we agreed")
        self.save = self.card.add_action("Save the PDF…", self.ask_where, "primary")
        self.cancel = self.card.add_action("Stop", self._stop)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Progress of the PDF")
        self.warnings = QLabel()
        self.warnings.setProperty("role", "error")
        self.warnings.setWordWrap(True)
        self.warnings.setTextFormat(Qt.TextFormat.PlainText)
        self.pages = PagesView(desk)
        for widget in (self.progress, self.warnings):
            self.card.add(widget)
            widget.hide()
        self.cancel.hide()
        self.card.add(self.pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card, 1)
        self._later = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._later.timeout.connect(self._refresh)
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
        self._stop()
        self.pages.close_file()
        self._folder.cleanup()

    def ask_where(self) -> None:
        """Ask for a file and write the PDF there."""
        title = details(self._desk.workshop).title or "What we agreed"
        ask_file(
            self,
            "Save the PDF",
            "PDF (*.pdf)",
            lambda path: self.write(path, partial(self._tell, path)),
            suggested=documents_folder() / f"{file_name(title, 'What we agreed')}.pdf",
            save_suffix="pdf",
        )

    def write(self, path: Path, done: "Callable[[PdfReport], None]") -> None:
        """Write the PDF of the current state on a worker and call `done` with the report."""
        if self._work:
            self._work.cancel()
        self._work = Work(partial(_write, self._desk.workshop, path), self)
        self._work.progressed.connect(self._show_progress)
        self._work.finished.connect(self._settle)
        self._work.finished.connect(done)
        self._work.failed.connect(self._explain)
        self.progress.setValue(0)
        self.progress.show()
        self.cancel.show()
        self._work.start()

    def _refresh(self) -> None:
        self._shown = self._desk.workshop
        self.write(Path(self._folder.name) / "preview.pdf", self._show_pages)

    def _show_pages(self, report: "PdfReport") -> None:
        from exports.pdf.text import printable

        if not report.path.exists():  # the workshop was closed while the last page was written
            return
        self.pages.show_file(report.path)
        self.card.show_words(
            f"What we agreed, on {report.pages} pages",
            "As participants will read it. Private notes are not in it.",
        )
        lacking = [f"{each.named} in {printable(each.where)}" for each in report.warnings]
        self.warnings.setText(
            "The font lacks these characters; they are printed as their number: "
            + "; ".join(lacking[:8])
            + (" …" if len(lacking) > 8 else "")
        )
        self.warnings.setVisible(bool(lacking))

    def _tell(self, path: Path, report: "PdfReport") -> None:
        self._desk.said.emit(f"The PDF has {report.pages} pages and is in {path}.")

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)

    def _settle(self, _report: object = None) -> None:
        self.progress.hide()
        self.cancel.hide()
        self._work = None

    def _explain(self, error: Exception) -> None:
        self._settle()
        sentence = str(error) if isinstance(error, RuleError | OSError) else repr(error)
        self._desk.said.emit(sentence)

    def _stop(self) -> None:
        if self._work:
            self._work.cancel()


def _write(
    workshop: Workshop, path: Path, progress: ReportProgress, cancelled: "Callable[[], bool]"
) -> "PdfReport":
    from exports.pdf.edition import write_pdf

    return write_pdf(workshop, path, progress=progress, cancelled=cancelled)


def build(desk: Desk) -> QWidget:
    """Build the page."""
    return PdfPage(desk)
