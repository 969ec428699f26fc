# SPDX-License-Identifier: MIT
"""The import in one panel: what it is, how it is read, what will happen; then one undoable step."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from widgets.dialogs import Panel, ask_files
from widgets.exchange.import_choices import held
from widgets.exchange.import_jobs import (
    PlanJob,
    as_remembered,
    planning_cells,
    planning_files,
    trying,
)
from widgets.exchange.import_parts import Begin, HowRead, WhatHappens, WhatItIs
from widgets.exchange.latest import Latest, stop_with
from widgets.text_size import scaled
from workshop.document import Document
from workshop.history import Step
from workshop.ids import Id
from workshop.interchange.answers import key_of, remembered, with_column
from workshop.interchange.dry_run import Outcome, import_edit
from workshop.interchange.names import names_of
from workshop.interchange.plan import Plan, SheetPlan, accept, read_instead
from workshop.interchange.preview import preview
from workshop.interchange.problem import Problem
from workshop.interchange.source import SUFFIXES
from workshop.record import RuleError

if TYPE_CHECKING:
    from widgets.application import Concord

KINDS = f"Spreadsheets and networks ({' '.join('*' + each for each in SUFFIXES)});;All files (*)"
_WAIT_MS = 150
_SIDE_BY_SIDE = 900
"""From which width of the window on, at the usual text size, the first two parts stand side by side."""
_WIDEST, _HIGHEST, _MARGIN = 1440, 960, 40
_SHAPES = ((1400, 372, 4), (1200, 348, 3), (0, 316, 1))
"""From which width of the window on: the width of the first part, and words in a row of the second."""


def ask_import(app: "Concord") -> None:
    """Open the import panel on the open workshop."""
    if app.desk:
        ImportPanel(app).open()


class ImportPanel(Panel):
    """Takes files or pasted cells, shows how they are understood, and imports them as one step."""

    def __init__(self, app: "Concord") -> None:
        super().__init__(app.window, "Import")
        assert app.desk
        self._app, self._desk = app, app.desk
        self.plan: Plan | None = None
        self.outcome: Outcome | None = None
        self._before: tuple[Plan | None, Outcome | None] = (None, None)
        self._current, self._first = 0, 0
        self._latest = Latest()
        stop_with(self, self._latest)
        self.begin = Begin()
        room = app.window.width() / scaled(1000, self) * 1000
        width, words = next((first, row) for least, first, row in _SHAPES if room >= least)
        self._stacked = room < _SIDE_BY_SIDE
        self.what = WhatItIs(0 if self._stacked else width)
        self.how = HowRead(self._desk, words)
        self.happens = WhatHappens(self._desk)
        self._pages = QStackedWidget()
        self._arrange()
        self.add_button("Cancel", self.reject)
        self.go = self.add_button("Import", self.import_all, "primary")
        self.go.setToolTip("Ctrl+Enter")
        self.go.setDefault(False)
        self.go.setAutoDefault(False)  # to press Enter in a list is not yet to import
        QShortcut(QKeySequence("Ctrl+Return"), self, self.import_all)
        self._later = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._later.timeout.connect(self._try)
        self._connect()
        self._allow()

    def ask_files(self) -> None:
        """Ask for one file or several."""
        ask_files(self, "Import", KINDS, self.read_files)

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read files off the window's thread, then show what they hold."""
        self._read("Reading…", planning_files(paths, self._desk.workshop))

    def read_clipboard(self) -> None:
        """Read the cells that were copied in a spreadsheet."""
        text = QGuiApplication.clipboard().text()
        self._read("Reading the pasted cells…", planning_cells(text, self._desk.workshop))

    def stop(self) -> None:
        """Stop reading or trying; what was read before stays."""
        self._later.stop()
        self._latest.stop()
        if self._pages.currentWidget() is self.begin:
            self._give_back("Stopped.")
        else:
            self.happens.show_rest("Stopped. Change an answer to go on.")

    def import_all(self) -> None:
        """Put everything into the workshop as one step, and say what came in."""
        if self.outcome is None or self.plan is None:
            return
        document = self._desk.document
        try:
            step = document.apply(import_edit(self.outcome), f"Import {_files(self.plan)}")
        except RuleError as error:
            self.happens.show_rest(str(error))
            return
        for sheet in self.plan.sheets:
            if sheet.holds != "nothing":
                self._app.settings.remember(f"import/{key_of(sheet.sheet)}", remembered(sheet))
        self.accept()
        self._app.say(self.outcome.brief, "Undo", partial(_undo, document, step))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.read_files([Path(each.toLocalFile()) for each in urls if each.isLocalFile()])

    def done(self, result: int) -> None:
        self._later.stop()
        self._latest.stop()
        super().done(result)

    def _read(self, words: str, job: PlanJob) -> None:
        if self.plan:
            self._before = (self.plan, self.outcome)
        self.plan = self.outcome = None
        self._pages.setCurrentWidget(self.begin)
        self.begin.show_busy(words)
        self._allow()
        self._latest.run(job, self._take_plan, self._give_back, self.begin.show_progress)

    def _give_back(self, sentence: str) -> None:
        """Say why nothing else was read, and go on with what was read before, if anything was."""
        self.begin.show_rest(sentence)
        self.plan, self.outcome = self._before
        if self.plan:
            self._pages.setCurrentWidget(self._scroll)
            self.happens.show_rest(f"{sentence} What was read before is still here.")
            self._allow()
            if self.outcome is None:
                self._later.start()

    def _take_plan(self, plan: Plan) -> None:
        self.begin.show_rest("")
        self.plan = as_remembered(plan, lambda key: self._app.settings.text(f"import/{key}"))
        told = [n for n, each in enumerate(self.plan.sheets) if each.kind]
        self._current, self._first = next(iter(told), 0), 0
        self.what.sheets.clear()
        self._pages.setCurrentWidget(self._scroll)
        self._show()
        self.what.sheets.table.setFocus()

    def _answer(self, sheet: SheetPlan) -> None:
        """Take another answer about the sheet that is looked at."""
        if self.plan:
            sheets = list(self.plan.sheets)
            sheets[self._current] = sheet
            self._change(self.plan._replace(sheets=tuple(sheets)))

    def _answer_kind(self, row: int, key: str) -> None:
        self._look_at(row)
        if self.plan:
            self._answer(held(self.plan.sheets[row], key))

    def _answer_column(self, name: str, index: int | None) -> None:
        if self.plan:
            self._answer(with_column(self.plan.sheets[self._current], name, index))

    def _answer_creation(self, kind: str, wanted: bool) -> None:
        if self.plan:
            others = self.plan.create - {kind}
            self._change(self.plan._replace(create=others | {kind} if wanted else others))

    def _accept(self, fixes: list[tuple[Problem, Id]]) -> None:
        plan = self.plan
        for problem, id in fixes:
            if plan:
                plan = accept(plan, problem, id) if id else read_instead(plan, problem)
        if plan:
            self._change(plan)

    def _change(self, plan: Plan) -> None:
        self.plan = plan
        self._show()

    def _look_at(self, row: int) -> None:
        if self.plan and 0 <= row < len(self.plan.sheets) and row != self._current:
            self._current, self._first = row, 0
            self._show_sheet()

    def _turn(self, rows: int) -> None:
        self._first = max(0, self._first + rows)
        self._show_sheet()

    def _show(self) -> None:
        if self.plan:
            self.what.sheets.show_plan(self.plan, self._current)
            self._show_sheet()
            self.outcome = None
            self._allow()
            self._later.start()

    def _show_sheet(self) -> None:
        if self.plan:
            sheet = self.plan.sheets[self._current]
            seen = preview(sheet, self.plan, names_of(self._desk.workshop), self._first)
            self.how.show_sheet(sheet, seen, self._first)

    def _try(self) -> None:
        if self.plan:
            self.happens.show_busy()
            self._latest.run(
                trying(self.plan, self._desk.workshop),
                self._take_outcome,
                self.happens.show_rest,
                self.happens.show_progress,
            )

    def _take_outcome(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.happens.show_outcome(outcome)
        self._allow()

    def _allow(self) -> None:
        self.go.setEnabled(bool(self.outcome and self.outcome.records))

    def _connect(self) -> None:
        for part in (self.begin, self.what):
            part.files_asked.connect(self.ask_files)
            part.cells_asked.connect(self.read_clipboard)
        for stop in (self.begin.stop, self.happens.stop):
            stop.clicked.connect(lambda _=False: self.stop())
        self.what.sheets.chosen.connect(self._look_at)
        self.what.sheets.answered.connect(self._answer_kind)
        self.what.sheets.creation_changed.connect(self._answer_creation)
        self.how.fields.answered.connect(self._answer_column)
        self.how.ties.answered.connect(self._answer)
        self.how.turned.connect(self._turn)
        self.happens.problems.accepted.connect(self._accept)

    def _arrange(self) -> None:
        room = self._app.window.size()
        self.resize(
            min(scaled(_WIDEST, self), room.width() - _MARGIN),
            min(scaled(_HIGHEST, self), room.height() - _MARGIN // 2),
        )
        self.setAcceptDrops(True)
        self._parts = QWidget()
        ways = QBoxLayout.Direction
        top = QBoxLayout(ways.TopToBottom if self._stacked else ways.LeftToRight)
        top.setSpacing(12)
        top.addWidget(self.what)
        top.addWidget(self.how, 1)
        layout = QVBoxLayout(self._parts)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(top, 7)
        layout.addWidget(self.happens, 5)
        self._pages.addWidget(self.begin)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._parts)
        self._pages.addWidget(self._scroll)
        self.content.addWidget(self._pages, 1)
        for button in self._pages.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter belongs to what has the focus


def _undo(document: Document, step: Step | None) -> None:
    """Take an import back unless something was done since."""
    if step and document.history.undoable is step:
        document.undo()


def _files(plan: Plan) -> str:
    return ", ".join(dict.fromkeys(each.sheet.file for each in plan.sheets))
