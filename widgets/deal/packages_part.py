# SPDX-License-Identifier: MIT
"""All packages compared on another thread: which stand out, and what would be better for all."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QProgressBar

from exports.exhibits.boards import BOARDS
from widgets.cards import Card, ExhibitCard
from widgets.deal.stands_out import StandsOut
from widgets.deal.try_package import TryPackage
from widgets.desk import Desk
from widgets.list_and_form import ListAndForm
from widgets.step_page import StepPage, link, paged
from widgets.tables.record_table import Column
from widgets.work import ReportProgress, Work
from workshop.deal.package_edits import MARKS, agree_on, put_on_table
from workshop.deal.packages import Analysis, analyze
from workshop.deal.packages_problem import problem_of
from workshop.deal.records import WalkAway
from workshop.deal.term_records import OptionValue, Package, Term, TermOption, TermWeight
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop

INPUTS = (Term, TermOption, TermWeight, OptionValue, WalkAway, Organization)
_LINES = 34
_STEPS = 100
_EMPTY = "Packages that are put on the table stand here, with the place each has for everybody."


class Stopped(RuleError):
    """The comparison was cancelled."""


class PackagesPart(StepPage):
    """The comparison, the packages on the table, and any package one wants to try."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "packages")
        self.found: Analysis | None = None
        self._work: Work | None = None
        self.card = Card()
        self.put = self.card.add_action("Put on the table", self.put_on_table, "primary")
        self.again = self.card.add_action("Compare again", self.compare)
        self.cancel = self.card.add_action("Cancel", self.stop)
        self.to_terms = link("Terms", lambda: desk.go("deal.packages", "terms"))
        self.to_sheets = link("Sealed sheets", lambda: desk.go("deal.packages", "sealed"))
        self.card.buttons.addWidget(self.to_terms)
        self.card.buttons.addWidget(self.to_sheets)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, _STEPS)
        self.progress.setAccessibleName("How far the comparison is")
        self.stands_out = StandsOut()
        self.card.add(self.progress)
        self.card.add(self.stands_out)
        kinds = (Package, *INPUTS)
        self.picture = ExhibitCard(desk, paged(desk, BOARDS["packages"], _LINES), kinds)
        columns = (
            Column(name="name", strong=True, width=10),
            Column("Terms", text=_terms, width=34),
            Column("Stands out as", text=_marks, width=14),
            Column(name="status", width=9),
        )
        self.table = ListAndForm(
            desk, Package, columns, empty=_EMPTY, form=("name", "status"), add_label="Add a package"
        )
        self.agree = self.table.form_card.add_action("Agree on this one", self.agree_on_chosen)
        self.try_card = TryPackage(desk)
        self.try_card.added.connect(self.select)
        self.table.chosen.connect(self._try)
        self.picture.view.activated.connect(lambda area: self.select(area.id))
        self.place(self.card, self.picture, self.table, self.try_card)
        self.follow(INPUTS, self.compare)
        desk.changed.connect(lambda step: self._show_table() if step.touches(Package) else None)
        self._show_table()
        self.compare()

    def select(self, id: Id) -> None:
        """Bring a package into view."""
        self.table.select(id)

    def compare(self) -> None:
        """Compare all packages as the sheets stand now, in the background."""
        self.stop()
        self.found = None
        self.try_card.show_problem(None)
        try:
            problem = problem_of(self.desk.workshop)
        except RuleError as missing:
            self._show_words("Packages cannot be compared yet", str(missing))
            return
        self._show_words(f"Comparing {problem.size:,} packages", "")
        self.progress.setValue(0)
        self.progress.show()
        self.cancel.show()

        def job(report: ReportProgress, cancelled: Callable[[], bool]) -> Analysis:
            def check(done: float) -> None:
                if cancelled():
                    raise Stopped("The comparison was stopped.")
                report(round(done * _STEPS), _STEPS)

            return analyze(problem, check)

        work = Work(job, self)
        work.progressed.connect(lambda done, _total: self.progress.setValue(done))
        work.finished.connect(partial(self._take, work))
        work.failed.connect(partial(self._fail, work))
        self._work = work.start()

    def stop(self) -> None:
        """Stop the comparison that runs."""
        if self._work:
            self._work.cancel()
            self._work = None
            self._show_words("The comparison was stopped", "")
            self.again.show()

    def put_on_table(self) -> None:
        """Put a spread of packages that all could accept on the table."""
        if self.found:
            self.desk.apply(partial(put_on_table, found=self.found), "Put packages on the table")

    def agree_on_chosen(self) -> None:
        """Make the chosen package the agreed one."""
        if self.table.id:
            self.desk.apply(partial(agree_on, package=self.table.id), "Agree on a package")

    def _take(self, work: Work, found: Analysis) -> None:
        if work is not self._work:
            return
        self._work, self.found = None, found
        self._show_words("Packages that cannot be improved for all", found.said)
        self.stands_out.show_found(found)
        self.stands_out.show()
        self.put.show()
        self.try_card.show_problem(found.problem)
        self._try(self.table.id)

    def _fail(self, work: Work, error: Exception) -> None:
        if work is self._work:
            self._work = None
            said = (
                str(error) if isinstance(error, RuleError) else "The comparison failed; try again."
            )
            self._show_words("Packages cannot be compared", said)
            self.again.show()

    def _show_words(self, title: str, subtitle: str) -> None:
        self.card.show_words(title, subtitle)
        for widget in (self.progress, self.stands_out, self.put, self.again, self.cancel):
            widget.hide()

    def _show_table(self) -> None:
        there = bool(self.desk.workshop.of(Package))
        self.picture.setVisible(there)
        self.table.setVisible(there)

    def _try(self, id: Id) -> None:
        package = self.desk.workshop.of(Package).get(id)
        if package:
            self.try_card.show_package(package.options)


def _terms(workshop: Workshop, package: Package) -> str:
    chosen = [workshop.get(TermOption, id) for id in package.options]
    return ", ".join(f"{workshop.get(Term, o.term).name} {o.text}" for o in chosen)


def _marks(_workshop: Workshop, package: Package) -> str:
    return ", ".join(MARKS[key] for key in package.marks if key in MARKS) or "–"
