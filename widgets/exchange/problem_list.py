# SPDX-License-Identifier: MIT
"""What will happen: a sentence, and every problem with its place and a fix to accept."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from widgets.desk import Desk
from widgets.text_size import scaled
from workshop.ids import Id
from workshop.interchange.problem import Problem
from workshop.interchange.sheet_problems import NO_FIELD

_HEADS = ("Where", "What", "What to do")
_LONGEST = 36
_DRAG = "Drag one onto a field if it belongs there."
_Key = tuple[str, str, int, str, str]
_Index = QModelIndex | QPersistentModelIndex


class ProblemModel(QAbstractTableModel):
    """The problems, those with a fix to accept first; a row is made when it comes into view.

    Cells that say the same and have the same fix are one row, since accepting it mends them all.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.problems: list[Problem] = []
        self._alike: Counter[_Key] = Counter()
        self._is_one_sheet = True

    def show(self, problems: Sequence[Problem]) -> None:
        """Show other problems."""
        self.beginResetModel()
        problems = _columns_together(problems)
        self._alike = Counter(_key(each) for each in problems)
        self._is_one_sheet = len({(each.file, each.sheet) for each in problems}) < 2
        first = {_key(each): each for each in reversed(problems)}
        listed = [each for each in problems if first[_key(each)] is each]
        self.problems = sorted(listed, key=_urgency)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self.problems)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _HEADS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        problem = self.problems[index.row()]
        place = _place(problem, self._alike[_key(problem)] - 1, self._is_one_sheet)
        words = (place, problem.sentence, problem.fix)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return str(problem)
        if role == Qt.ItemDataRole.ForegroundRole:
            theme = self._desk.theme
            return QColor(theme.mute if index.column() == 0 else theme.ink)
        return None


class ProblemList(QWidget):
    """The list, and below it the fixes of the problem that is chosen."""

    accepted = Signal(list)
    """Pairs of a problem and the id of the record its name stands for ("" if it is not a name)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.model = ProblemModel(desk)
        self.table = _Table(self)
        self.table.setModel(self.model)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.table.setMinimumHeight(scaled(92, self))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(0, scaled(280, self))
        self.offers = [QPushButton() for _ in range(3)]
        self.all = QPushButton()
        self.copy = QPushButton("Copy list")
        self.copy.setToolTip("Copy every line with its place, to send to whoever made the file.")
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda _=False: self._copy())
        self._told: list[Problem] = []
        foot = QHBoxLayout()
        for place, button in enumerate(self.offers):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, place=place: self.accept(place))
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(self.all)
        self.all.setAutoDefault(False)
        self.all.clicked.connect(lambda _=False: self.accept_all())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_fixes())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong now, the place in the list kept."""
        row = self.table.currentIndex().row()
        self._told = list(problems)
        self.copy.setVisible(bool(problems))
        self.model.show(problems)
        count = len(self.model.problems)
        if count:
            self.table.setCurrentIndex(self.model.index(min(max(row, 0), count - 1), 0))
        self.table.setVisible(bool(count))
        open_ones = sum(bool(fixes(each)) for each in self.model.problems)
        self.all.setText(f"Accept all {open_ones} suggestions")
        self.all.setVisible(open_ones > 1)
        self._show_fixes()

    def accept(self, place: int = 0) -> None:
        """Accept a fix of the chosen problem, the first unless told otherwise."""
        problem = self._chosen()
        found = fixes(problem) if problem else []
        if problem and place < len(found):
            self.accepted.emit([(problem, found[place][0])])

    def accept_all(self) -> None:
        """Accept the first fix of every problem that has one."""
        first = [(each, fixes(each)[0][0]) for each in self.model.problems if fixes(each)]
        self.accepted.emit(first)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(map(str, self._told)))

    def _chosen(self) -> Problem | None:
        row = self.table.currentIndex().row()
        return self.model.problems[row] if 0 <= row < len(self.model.problems) else None

    def _show_fixes(self) -> None:
        problem = self._chosen()
        found = fixes(problem) if problem else []
        for place, button in enumerate(self.offers):
            button.setVisible(place < len(found))
            if place < len(found) and problem:
                said = problem.name or problem.cell
                button.setText(f"Read as “{_short(found[place][1])}”")
                button.setToolTip(f"Read “{said}” as “{found[place][1]}” everywhere.")


class _Table(QTableView):
    """Shows the problems; Enter accepts the first fix of the chosen one."""

    def __init__(self, owner: ProblemList) -> None:
        super().__init__()
        self._owner = owner
        self.setAccessibleName("Problems; Enter accepts the first suggestion")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(30, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.doubleClicked.connect(lambda _index: owner.accept())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._owner.accept()
        else:
            super().keyPressEvent(event)


def fixes(problem: Problem) -> list[tuple[Id, str]]:
    """Give what can be accepted for a problem: an id ("" if it is no name) and the words."""
    if problem.offers:
        return list(problem.offers[:3])
    return [("", problem.instead)] if problem.instead else []


def _columns_together(problems: Sequence[Problem]) -> list[Problem]:
    """Make one problem of all columns of a sheet that were not imported."""
    names: dict[tuple[str, str], list[str]] = {}
    for each in problems:
        if each.sentence == NO_FIELD:
            names.setdefault((each.file, each.sheet), []).append(each.column)
    joined = [
        Problem(file, sheet, 0, "", _not_imported(columns), _DRAG)
        for (file, sheet), columns in names.items()
    ]
    return [each for each in problems if each.sentence != NO_FIELD] + joined


def _not_imported(columns: Sequence[str]) -> str:
    listed = ", ".join(columns)
    if len(columns) == 1:
        return f"A column was not imported: {listed}."
    return f"{len(columns)} columns were not imported: {listed}."


def _urgency(problem: Problem) -> tuple[bool, bool, bool]:
    """Put first what can be mended at a press, then what is lost, columns nobody asked for last."""
    return not fixes(problem), problem.fix == _DRAG, not problem.lost


def _key(problem: Problem) -> _Key:
    if fixes(problem):
        return ("", "", 0, problem.column, problem.name or problem.cell)
    return (problem.file, problem.sheet, problem.row, problem.column, problem.sentence)


def _place(problem: Problem, more: int, is_one_sheet: bool) -> str:
    rows = f"row {problem.row:,}" if problem.row else ""
    rows += f" and {more:,} more" if more else ""
    place = ", ".join(filter(None, (rows, problem.column)))
    sheet = "" if place and is_one_sheet else problem.sheet or problem.file
    return " · ".join(filter(None, (place[:1].upper() + place[1:], sheet)))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
