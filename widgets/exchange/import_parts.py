# SPDX-License-Identifier: MIT
"""The cards of the import panel: the beginning, and its three parts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from widgets.cards import Card
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.exchange.field_table import SAMPLES, FieldTable, HeaderList
from widgets.exchange.import_choices import words_key
from widgets.exchange.problem_list import ProblemList
from widgets.exchange.sheet_list import SheetList
from widgets.exchange.tie_options import TieOptions
from widgets.text_size import scaled
from workshop.interchange.dry_run import Outcome
from workshop.interchange.plan import SheetPlan
from workshop.interchange.preview import SeenRow
from workshop.interchange.tie_answer import OF_TIES

_COLUMNS_WIDTH = 168
_FEW = 2
_WORDS = {
    "nothing": "Concord cannot tell what this sheet holds. Say it on the left, or leave it out.",
    "left_out": "This sheet is left out.",
    "tie_matrix": (
        "Organizations stand in the first row and the first column; each cell that is filled is a "
        "tie, and its number is the strength. If both halves are the same, ties go both ways."
    ),
    "answer_matrix": (
        "Each row is what the organization at its left says of the ones at the top: its number is "
        "the strength it sees, and 0 says that there is no tie. What both ends say is kept."
    ),
    "asset_matrix": (
        "Organizations stand in the first column and capabilities in the first row; each cell is "
        "the level an organization holds."
    ),
}


class Begin(Card):
    """What is shown before there is anything to import."""

    files_asked = Signal()
    cells_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "mute")
        self.progress, self.stop = _progress()
        files = _button("Choose files…", "primary", self.files_asked.emit)
        cells = _button("Paste cells", "secondary", self.cells_asked.emit)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for each in (files, cells, self.stop):
            buttons.addWidget(each)
        buttons.addStretch(1)
        head = QLabel("Organizations, people, capabilities, needs, assets and ties")
        head.setProperty("role", "question")
        more = QLabel(
            "from Excel workbooks, CSV, GraphML and GEXF, several at once. "
            "Drop them here, or copy cells in a spreadsheet and paste them."
        )
        more.setProperty("role", "mute")
        self.content.addStretch(2)
        for line in (head, more, self.words):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            line.setWordWrap(True)
            self.content.addWidget(line)
        self.content.addSpacing(12)
        self.content.addLayout(buttons)
        self.content.addWidget(self.progress)
        self.content.addStretch(3)
        self.show_rest("")

    def show_busy(self, words: str) -> None:
        """Show that something is being read."""
        self.words.setText(words)
        self.words.setVisible(True)
        _show_progress(self.progress, self.stop, 0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the reading is."""
        _show_progress(self.progress, self.stop, done, total)

    def show_rest(self, words: str) -> None:
        """Show that nothing goes on, and why."""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.progress.hide()
        self.stop.hide()


class WhatItIs(Card):
    """The first part: the sheets and what they hold."""

    files_asked = Signal()
    cells_asked = Signal()

    def __init__(self, width: int) -> None:
        """Be of a width, in pixels at the usual text size, or with 0 as wide as there is room."""
        super().__init__("1  What it is")
        if width:
            self.setFixedWidth(scaled(width, self))
        self.add_action("Other files…", self.files_asked.emit)
        self.add_action("Paste", self.cells_asked.emit)
        self.sheets = SheetList()
        self.add(self.sheets, 1)


class HowRead(Card):
    """The second part: the columns of one sheet, and its cells as they are understood."""

    turned = Signal(int)
    """Look so many rows further down, or up."""

    def __init__(self, desk: Desk, words_in_a_row: int) -> None:
        super().__init__("2  How it is read")
        self._back = self.add_action("‹", lambda: self.turned.emit(-SAMPLES))
        self._on = self.add_action("›", lambda: self.turned.emit(SAMPLES))
        self._back.setAccessibleName("Rows before")
        self._on.setAccessibleName("Rows after")
        self.headers = HeaderList(desk)
        self.fields = FieldTable(desk, self.headers)
        for each in (self.headers, self.fields):
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            each.setMinimumHeight(scaled(118, self))
        self.words = label("", "mute")
        self.ties = TieOptions(words_in_a_row)
        self._lists = QWidget()
        lists = QHBoxLayout(self._lists)
        lists.setContentsMargins(0, 0, 0, 0)
        columns = _captioned("Columns in the file", self.headers)
        columns.setVisible(words_in_a_row > _FEW)  # without room the boxes have to do
        lists.addWidget(columns)
        lists.addWidget(self.fields, 1)
        self.add(self._lists, 1)
        self.add(self.words)
        self.add(self.ties)
        self.content.addStretch()

    def show_sheet(self, plan: SheetPlan, seen: Sequence[SeenRow], first: int) -> None:
        """Show how a sheet is read, with some of its rows from the `first` one on."""
        name = plan.sheet.name or plan.sheet.file
        self.show_words(f"2  How {name} is read")
        is_list = plan.holds == "records"
        self._lists.setVisible(is_list)
        self.words.setVisible(not is_list)
        self.words.setText("" if is_list else _WORDS[words_key(plan)])
        self.ties.setVisible(plan.kind in OF_TIES)
        if plan.kind in OF_TIES:
            self.ties.show_plan(plan)
        self.headers.show_plan(plan)
        self.fields.show_plan(plan, seen)
        rows = len(plan.sheet.rows) - plan.header - 1
        for button, can in ((self._back, first > 0), (self._on, first + SAMPLES < rows)):
            button.setVisible(is_list)
            button.setEnabled(can)


class WhatHappens(Card):
    """The third part: what the import would do, as it stands now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("3  What will happen")
        self.progress, self.stop = _progress()
        self.buttons.addWidget(self.stop)
        self.summary = label("", "strong")
        self.problems = ProblemList(desk)
        self.add(self.progress)
        self.add(self.summary)
        self.add(self.problems, 1)
        self.content.addStretch()
        self.show_rest("")

    def show_busy(self) -> None:
        """Show that the answer is being worked out."""
        _show_progress(self.progress, self.stop, 0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        _show_progress(self.progress, self.stop, done, total)

    def show_rest(self, words: str) -> None:
        """Show that nothing goes on, and why."""
        self.progress.hide()
        self.stop.hide()
        self.summary.setText(words)
        self.summary.setVisible(bool(words))

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what would come in and everything that is to be known of it."""
        self.show_rest(outcome.summary)
        self.problems.show_problems(outcome.problems)


def _captioned(text: str, widget: QWidget) -> QWidget:
    holder = QWidget()
    holder.setFixedWidth(scaled(_COLUMNS_WIDTH, widget))
    caption = label(text, "caption")
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 4, 0, 0)
    layout.addWidget(caption)
    layout.addWidget(widget, 1)
    return holder


def _button(text: str, role: str, action: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", role)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _=False: action())
    return button


def _progress() -> tuple[QProgressBar, QPushButton]:
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setAccessibleName("Progress of the import")
    stop = QPushButton("Stop")
    stop.setAutoDefault(False)
    return bar, stop


def _show_progress(bar: QProgressBar, stop: QPushButton, done: int, total: int) -> None:
    bar.setRange(0, total)
    bar.setValue(done)
    bar.show()
    stop.show()
