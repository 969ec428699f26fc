# SPDX-License-Identifier: MIT
"""The participant edition: a workshop as a PDF of what was agreed, whole or not at all."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from exports.atomic import write_whole
from exports.pdf.binding import Printed, bound
from exports.pdf.chapters import CHAPTERS, Blocks, Chapter, deal, opening, term_sheet
from exports.pdf.contents import entries, set_contents
from exports.pdf.flow import Flow
from exports.pdf.missing import MissingCharacter, legible, missing_characters
from exports.pdf.paper import Paper, Sheet
from exports.pdf.running import set_running_lines
from exports.pdf.tags import Node
from exports.pdf.text import in_line, plain
from workshop.audience import shown_view
from workshop.document import now
from workshop.prepare.details import details
from workshop.record import RuleError
from workshop.state import Workshop

CONFIDENTIAL = "Participant edition. Confidential notes are not in this file."


class Edition(NamedTuple):
    """What is printed: its subject, which stands on every page, and its chapters."""

    subject: str
    chapters: tuple[Chapter, ...]


WHOLE = Edition("What we agreed", CHAPTERS)
TERM_SHEET = Edition("Term sheet", (deal.deal_chapter, term_sheet.term_sheet, term_sheet.sign_off))


class ExportCancelled(RuleError):
    """The user stopped the export; the file at the target is as it was."""


class OutlineEntry(NamedTuple):
    """A heading with its level (0 chapter, 1 section) and its page, counted from 1."""

    text: str
    level: int
    page: int


class PdfReport(NamedTuple):
    """What was written: where, how many pages, their headings, and what could not be printed."""

    path: Path
    pages: int
    warnings: tuple[MissingCharacter, ...]
    outline: tuple[OutlineEntry, ...]


def write_pdf(
    workshop: Workshop,
    path: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    created: datetime | None = None,
    edition: Edition = WHOLE,
) -> PdfReport:
    """Write the participant edition to a file; the same input and `created` give the same bytes.

    `progress` is called with steps done and steps in all. Raises ExportCancelled soon after
    `cancelled` tells so, and RuleError if the disk refuses; the target is then as it was.
    """
    public = shown_view(workshop)
    missing = missing_characters(public)
    title = details(public).title.strip() or "Workshop without a title"
    printable = legible(public)
    created = created or now()

    first: Chapter = partial(opening.title_page, created=created, subject=edition.subject)
    chapters = (first, *edition.chapters)

    def check() -> None:
        if cancelled is not None and cancelled():
            raise ExportCancelled("The PDF was not made: you stopped it. Nothing was changed.")

    def tell(done: int) -> None:
        if progress is not None:
            progress(done, len(chapters) + 1)

    def told() -> Iterator[Blocks]:
        for done, chapter in enumerate(chapters):
            tell(done)
            yield chapter(printable)
        tell(len(chapters))

    printed = _printed(told(), (in_line(title), edition.subject), check)
    data = bound(printed, f"{plain(title)} – {edition.subject}", created)
    check()
    write_whole(path, data)
    tell(len(chapters) + 1)
    if edition is not WHOLE:  # which has everything
        missing = tuple(each for each in missing if each.printed.encode() in printed.data)
    return PdfReport(path, len(printed.sheets), missing, tuple(_outline(printed)))


def write_term_sheet(
    workshop: Workshop,
    path: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PdfReport:
    """Write the deal alone: the trade, the operating agreement in its clauses, and the sign-off."""
    return write_pdf(workshop, path, progress=progress, cancelled=cancelled, edition=TERM_SHEET)


def _printed(
    chapters: Iterable[Blocks], words: tuple[str, str], check: Callable[[], None]
) -> Printed:
    """Set and print all pages; `words` are those along their head: the title and the subject.

    What ReportLab needs for it, which is much, ends here.
    """
    paper, tree = Paper(), Node("Document")
    flow = Flow(paper, tree, check)
    for chapter in chapters:
        flow.run(chapter)
    headings = entries(paper.sheets)
    sheets = _in_order(paper, tree)
    for number, sheet in enumerate(sheets, 1):
        check()
        paper.bring_out(sheet)
        set_running_lines(paper, *words, CONFIDENTIAL, number, len(sheets))
        paper.showPage()
    data = paper.data()
    check()
    return Printed(data, sheets, tree, headings)


def _in_order(paper: Paper, tree: Node) -> list[Sheet]:
    first, *rest = paper.sheets
    if sum(heading.level == 0 for sheet in rest for heading in sheet.headings) < 2:
        return [first, *rest]
    return [first, *set_contents(paper, tree, 1), *rest]


def _outline(printed: Printed) -> Iterator[OutlineEntry]:
    pages = {id(sheet): number for number, sheet in enumerate(printed.sheets, 1)}
    for entry in printed.headings:
        yield OutlineEntry(plain(entry.heading.text), entry.heading.level, pages[id(entry.sheet)])
