# SPDX-License-Identifier: MIT
"""The way out of a damaged file: what can be saved of it, and its newest good backup."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from widgets.backups import holds
from widgets.dialogs import Panel, label
from widgets.exchange.latest import Latest, stop_with
from widgets.holdings import holdings
from widgets.work import ReportProgress
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.storage.backups import restore_beside
from workshop.storage.copies import free_name, write_copy
from workshop.storage.errors import DamagedFile
from workshop.storage.rescue import Rescue, rescue

if TYPE_CHECKING:
    from widgets.application import Concord


class RescuePanel(Panel):
    """Offers two ways on, each as a new file beside the damaged one, which stays as it is."""

    def __init__(self, app: "Concord", path: Path, error: DamagedFile) -> None:
        super().__init__(
            app.window,
            f"“{path.name}” is damaged",
            f"{error} The file stays as it is; whatever is saved goes into a new file beside it.",
            width=640,
        )
        self._app, self._path = app, path
        self._found: Rescue | None = None
        self._latest = Latest()
        stop_with(self, self._latest)
        self.words = label("Looking for what can be saved…")
        self.salvaged = label("", "mute")
        self.backup = label("", "mute")
        for each in (self.words, self.salvaged, self.backup):
            self.content.addWidget(each)
        self.content.addStretch(1)
        self.add_button("Close", self.reject)
        self.save = self.add_button("Save what verifies", self.save_rest)
        self.open_backup = self.add_button("Open the backup", self.open_copy, "primary")
        self.save.setEnabled(False)
        self.open_backup.setEnabled(False)
        self._latest.run(_looker(path), self._show, self.words.setText)

    def save_rest(self) -> None:
        """Write what verifies of the damaged file beside it and open that."""
        if self._found:
            workshop = self._found.workshop
            self._go_on(lambda: _write_rest(self._path, workshop), "what could be saved")

    def open_copy(self) -> None:
        """Write the newest good backup beside the damaged file and open that."""
        if self._found and self._found.backup:
            backup = self._found.backup
            self._go_on(lambda: restore_beside(backup, self._path), "the newest good backup")

    def _go_on(self, write: Callable[[], Path], what: str) -> None:
        try:
            path = write()
        except RuleError as error:
            self.words.setText(str(error))
            return
        self.accept()
        if self._app.open_path(path):
            self._app.say(f"{path.name} holds {what}; the damaged file is still beside it.")

    def _show(self, found: tuple[Rescue, str]) -> None:
        self._found, in_backup = found
        self.words.setText(self._found.sentence)
        self.salvaged.setText(f"What verifies: {holdings(self._found.workshop)}.")
        self.salvaged.setVisible(self._found.saved > 0)
        self.backup.setText(f"The backup: {in_backup}.")
        self.backup.setVisible(bool(in_backup))
        self.fit()
        self.save.setEnabled(self._found.saved > 0)
        self.open_backup.setEnabled(self._found.backup is not None)
        (self.open_backup if self._found.backup else self.save).setFocus()


def _looker(path: Path) -> Callable[[ReportProgress, Callable[[], bool]], tuple[Rescue, str]]:
    def look(_progress: ReportProgress, _cancelled: Callable[[], bool]) -> tuple[Rescue, str]:
        found = rescue(path)
        return found, holds(found.backup.path)[1] if found.backup else ""

    return look


def _write_rest(path: Path, workshop: Workshop) -> Path:
    with free_name(path, "rescued") as target:
        write_copy(workshop, None, target, f"Save what verifies of {path.name}")
    return target
