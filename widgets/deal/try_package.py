# SPDX-License-Identifier: MIT
"""Try any package: choose an option for each term, and hear whether another is better for all."""

from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout

from widgets.cards import Card
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.reading.aloud import name_box
from widgets.work import ReportProgress, Work
from workshop.deal.packages import Better, choice_of, swap
from workshop.deal.packages_problem import Problem
from workshop.deal.term_records import Package
from workshop.edits import add
from workshop.ids import Id, new_id
from workshop.record import RuleError

_LETTERS = 8
"""The fewest letters of an option that can be read in its field; long ones must not widen the page."""
_TITLE = "Is there a better one for all?"


class TryPackage(Card):
    """A choice for each term, and the swap that lifts both sides in one sentence."""

    added = Signal(str)
    """The package was put on the table; its id."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_TITLE)
        self.show_words(
            _TITLE, "Choose any package; whoever would gain by a swap is named, by how much is not."
        )
        self._desk = desk
        self._problem: Problem | None = None
        self._work: Work | None = None
        self.boxes: dict[Id, QComboBox] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self.content.addLayout(self._grid)
        self.ask = self.add_action("Look for a better one", self.look)
        self.keep = self.add_action("Put it on the table", self.put_on_table)
        self.answer = label("", "strong")
        self.add(self.answer)
        self.show_problem(None)

    def show_problem(self, problem: Problem | None) -> None:
        """Offer the options of the terms; without a problem nothing can be tried."""
        self._problem = problem
        self.setVisible(problem is not None)
        while item := self._grid.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        self.boxes.clear()
        self._say("")
        if problem is None:
            return
        for place, (term, options) in enumerate(zip(problem.terms, problem.options, strict=True)):
            box = QComboBox()
            name_box(box, term.name)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(_LETTERS)
            for option in options:
                box.addItem(option.text, option.id)
            box.activated.connect(lambda _index: self._say(""))
            row, column = divmod(place, 2)
            self._grid.addWidget(label(term.name, "caption"), row, 2 * column)
            self._grid.addWidget(box, row, 2 * column + 1)
            self.boxes[term.id] = box

    def show_package(self, options: tuple[Id, ...]) -> None:
        """Choose the options of a package."""
        for box in self.boxes.values():
            for option in options:
                at = box.findData(option)
                if at >= 0:
                    box.setCurrentIndex(at)
        self._say("")

    def look(self) -> None:
        """Look for a package that is better for some and worse for nobody."""
        problem = self._problem
        if problem is None:
            return
        if self._work:
            self._work.cancel()
        options = tuple(box.currentData() for box in self.boxes.values())

        def job(_report: ReportProgress, cancelled: Callable[[], bool]) -> Better | None:
            def check(_done: float) -> None:
                if cancelled():
                    raise RuleError("Stopped.")

            return swap(problem, choice_of(problem, options), check)

        work = Work(job, self)
        work.finished.connect(partial(self._take, work))
        work.failed.connect(partial(self._fail, work))
        self._say("Looking …")
        self._work = work.start()

    def put_on_table(self) -> None:
        """Put the package as it is chosen on the table."""
        options = tuple(box.currentData() for box in self.boxes.values())
        taken = {each.name for each in self._desk.workshop.of(Package).values()}
        name = next(n for k in count(1) if (n := f"Our proposal {k}") not in taken)
        package = Package(id=new_id(), name=name, options=options)
        if self._desk.apply(lambda w: add(w, package), "Put a package on the table"):
            self.added.emit(package.id)

    def _take(self, work: Work, better: Better | None) -> None:
        if work is self._work:
            self._work = None
            nothing = "Nothing is better for all: whatever lifts one costs another."
            self._say(better.sentence if better else nothing)

    def _fail(self, work: Work, error: Exception) -> None:
        if work is self._work:
            self._work = None
            said = "The search failed; try again."
            self._say(str(error) if isinstance(error, RuleError) else said)

    def _say(self, words: str) -> None:
        self.answer.setText(words)
        self.answer.setVisible(bool(words))
