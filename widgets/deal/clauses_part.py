# SPDX-License-Identifier: MIT
"""The clauses of the agreement: drafted from what is recorded, then put into our own words."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from widgets.deal.list_part import ListPart, Words
from widgets.desk import Desk
from widgets.dialogs import ask_file, documents_folder, label
from widgets.exchange.latest import Latest
from widgets.exchange.printed import saved_words
from widgets.tables.record_table import Column
from widgets.work import ReportProgress
from workshop.deal.agreement_text import draft_all, stale
from workshop.deal.records import Clause
from workshop.edits import change
from workshop.ids import Id
from workshop.state import Workshop
from workshop.why import counted

if TYPE_CHECKING:
    from exports.pdf.edition import PdfReport

_EMPTY = (
    "The sentences of the agreement. Draft them from what the ledger, the roles, the goals and the "
    "exits say, or write the first one yourself."
)


class ClausesPart(ListPart):
    """The list of clauses; the chosen one with its draft and our words."""

    def __init__(self, desk: Desk) -> None:
        columns = (
            Column(name="subject", strong=True, width=16),
            Column("Text", text=lambda _w, each: each.text or "–", width=34),
            Column("Words", text=_whose, width=9),
            Column(name="owner", width=11),
        )
        form = ("subject", "edited", "owner", "needs")
        super().__init__(
            desk, Clause, columns, empty=_EMPTY, board="clauses", title=_title, form=form
        )
        self.draft = self.list.list_card.add_action(
            "Draft from the records", self.draft_from_records
        )
        self.save = self.list.list_card.add_action("Save the term sheet…", self.ask_where)
        self.copy = self.list.form_card.add_action("Start from the draft", self.start_from_draft)
        self.drafted = label("", "mute")
        self.list.form_card.content.insertWidget(1, self.drafted)
        self.list.chosen.connect(self._show_draft)
        self._show_draft("")

    def draft_from_records(self) -> None:
        """Draft what the records say; what people wrote stays as it is."""
        if self.desk.apply(draft_all, "Draft the clauses") is None:
            self.desk.said.emit("Every clause says already what the records say.")

    def ask_where(self) -> None:
        """Ask for a file, and print the deal there as a term sheet."""
        ask_file(
            self,
            "Save the term sheet",
            "PDF (*.pdf)",
            self.write,
            suggested=documents_folder() / "Term sheet.pdf",
            save_suffix="pdf",
        )

    def write(self, path: Path) -> None:
        """Print the deal to a file, on a worker."""
        Latest().run(
            partial(_write, self.desk.workshop, path),
            lambda report: self.desk.said.emit(saved_words("The term sheet", report)),
            self.desk.warned.emit,
        )

    def start_from_draft(self) -> None:
        """Take the draft as our words, to be edited."""
        clause = self.desk.workshop.of(Clause).get(self.list.id)
        if clause:
            edit = partial(change, of=Clause, id=clause.id, edited=clause.drafted)
            self.desk.apply(edit, "Start from the draft")
            self.list.form.focus_field("edited")

    def _show(self) -> None:
        super()._show()
        if hasattr(self, "drafted"):
            self._show_draft(self.list.id)

    def _show_draft(self, id: Id) -> None:
        clause = self.desk.workshop.of(Clause).get(id)
        words = f"Drafted: {clause.drafted}" if clause and clause.drafted else ""
        self.drafted.setText(words)
        self.drafted.setVisible(bool(words))
        self.copy.setVisible(bool(words) and not (clause and clause.edited.strip()))


def _write(
    workshop: Workshop, path: Path, progress: ReportProgress, cancelled: Callable[[], bool]
) -> "PdfReport":
    from exports.pdf.edition import write_term_sheet

    return write_term_sheet(workshop, path, progress=progress, cancelled=cancelled)


def _whose(_workshop: Workshop, clause: Clause) -> str:
    return "ours" if clause.edited.strip() else "drafted" if clause.drafted else "–"


def _title(workshop: Workshop) -> Words:
    every = workshop.all(Clause)
    if not every:
        return "The agreement in words", ""
    orphans = sum(each.owner is None for each in every)
    title = counted(len(every), "clause")
    if orphans:
        title += f", {orphans} without an owner"
    changed = len(stale(workshop))
    verb = "record behind a clause says" if changed == 1 else "records behind clauses say"
    later = f"{changed} {verb} something else by now; draft again." if changed else ""
    return title, later
