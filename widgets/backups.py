# SPDX-License-Identifier: MIT
"""Backups of the open file: made in the background, listed, and brought back."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from widgets.dialogs import Panel, label
from widgets.exchange.latest import Latest, stop_with
from widgets.holdings import holdings
from widgets.work import ReportProgress
from workshop.record import RuleError
from workshop.storage.backups import (
    Backup,
    back_up,
    back_up_from_memory,
    list_backups,
    restore,
    restore_beside,
)
from workshop.storage.documents import document_from
from workshop.storage.errors import DamagedFile, FileError
from workshop.storage.open_file import OpenFile
from workshop.storage.reading import read_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from widgets.application import Concord

_HEADS = ("When", "Size", "Last change", "What it holds")
_WIDTH = 920
_NONE_YET = "There is no backup yet. Concord makes one when it opens a file, and every hour."


class Told(NamedTuple):
    """What is shown of a backup; `good` tells whether it verifies."""

    backup: Backup
    last: str
    holds: str
    good: bool


def make_backup(app: "Concord") -> None:
    """Make a backup of the open file in the background; only trouble is told."""
    if app.file and not app.file.read_only_because:
        _start_backup(app, app.file, lambda _made: None)


def show_backups(app: "Concord") -> None:
    """Open the list of backups of the open workshop."""
    if app.file and app.desk:
        BackupsPanel(app).open()


def offer_rescue(app: "Concord", path: Path, error: DamagedFile) -> None:
    """Tell what is damaged and offer what can be got back; the damaged file is only read."""
    from widgets.rescue import RescuePanel

    RescuePanel(app, path, error).open()


class BackupsPanel(Panel):
    """Lists the backups, newest first; each can be restored or opened beside the file."""

    def __init__(self, app: "Concord") -> None:
        super().__init__(
            app.window,
            "Backups",
            "Restoring is a step like any other: nothing is lost, and Ctrl+Z takes it back.",
            width=_WIDTH,
        )
        assert app.file
        assert app.desk
        self._app, self._file, self._document = app, app.file, app.desk.document
        self._told: list[Told] = []
        self._latest = Latest()
        stop_with(self, self._latest)
        self.table = _table()
        self.words = label("Looking for backups…", "mute")
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.words)
        self.add_button("Close", self.reject)
        self.now = self.add_button("Back up now", self.back_up_now)
        self.beside = self.add_button("Open as a copy beside", self.open_beside)
        self.restore = self.add_button("Restore", self.bring_back, "primary")
        self.table.itemSelectionChanged.connect(self._allow)
        self._allow()
        self._look()

    @property
    def chosen(self) -> Told | None:
        """The backup of the current row."""
        row = self.table.currentRow()
        return self._told[row] if 0 <= row < len(self._told) else None

    def back_up_now(self) -> None:
        """Make a backup and show it in the list."""
        _start_backup(self._app, self._file, lambda _made: self._look())

    def bring_back(self) -> None:
        """Make the chosen backup the current state, as a step."""
        if not self.chosen:
            return
        backup = self.chosen.backup
        try:
            step = restore(backup, self._document)
        except RuleError as error:
            self.words.setText(str(error))
            return
        self.accept()
        if step is None:
            self._app.say("Nothing was different from the backup.")
        else:
            self._app.say(
                f"The workshop is as it was on {backup.taken_in_words}.",
                "Undo",
                self._document.undo,
            )

    def open_beside(self) -> None:
        """Write the chosen backup beside the file and open it."""
        if not self.chosen:
            return
        try:
            path = restore_beside(self.chosen.backup, self._file.path)
        except RuleError as error:
            self.words.setText(str(error))
            return
        self.accept()
        if self._app.open_path(path):
            self._app.say(f"The backup is now open as {path.name}; the other file is as it was.")

    def _look(self) -> None:
        self._latest.run(_looker(self._file.path), self._show, self.words.setText)

    def _show(self, told: list[Told]) -> None:
        self._told = told
        self.table.setRowCount(len(told))
        for row, each in enumerate(told):
            size = f"{max(1, _bytes(each.backup.path) // 1024):,} KB"
            for column, text in enumerate(
                (each.backup.taken_in_words, size, each.last, each.holds)
            ):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == 1:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, item)
        self.table.setVisible(bool(told))
        self.words.setText(f"They lie in {told[0].backup.path.parent}." if told else _NONE_YET)
        if told:
            self.table.setCurrentCell(0, 0)
            self.table.setFocus()
        self._allow()

    def _allow(self) -> None:
        good = bool(self.chosen and self.chosen.good)
        self.beside.setEnabled(good)
        self.restore.setEnabled(good and not self._document.read_only_because)
        self.now.setEnabled(not self._file.read_only_because)


def holds(path: Path) -> tuple[str, str]:
    """Give the last change of a workshop file and what it holds; FileError if it does not verify."""
    document = document_from(read_file(path))
    log = document.history.log
    return log[-1].label if log else "", holdings(document.workshop)


def _start_backup(
    app: "Concord", file: OpenFile, done: "Callable[[Backup | None], object]"
) -> None:
    failing, path = file.status.trouble, file.path
    workshop, steps = file.document.workshop, list(file.document.history.log)
    Latest().run(
        lambda _progress, _cancelled: (
            back_up_from_memory(workshop, steps, path) if failing else back_up(path)
        ),
        done,
        lambda sentence: app.say(f"No backup could be made. {sentence}", urgent=True),
    )


def _looker(path: Path) -> "Callable[[ReportProgress, Callable[[], bool]], list[Told]]":
    def look(_progress: ReportProgress, cancelled: "Callable[[], bool]") -> list[Told]:
        return [_tell(each) for each in list_backups(path) if not cancelled()]

    return look


def _tell(backup: Backup) -> Told:
    try:
        return Told(backup, *holds(backup.path), True)
    except FileError as error:
        return Told(backup, "", str(error), False)


def _bytes(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_HEADS))
    table.setAccessibleName("Backups, newest first")
    table.setHorizontalHeaderLabels(_HEADS)
    table.verticalHeader().hide()
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setMinimumHeight(260)
    table.setColumnWidth(2, 180)
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    for column in (0, 1):
        table.horizontalHeader().setSectionResizeMode(
            column, QHeaderView.ResizeMode.ResizeToContents
        )
    table.horizontalHeader().setStretchLastSection(True)
    return table
