# SPDX-License-Identifier: MIT
"""As a script: the real app in which everything a person can press fails, one after the other.

It prints what failed and what the window said, and ends as the app ends.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from widgets import application
from widgets.exchange.latest import Latest
from widgets.settings import Settings
from workshop.ids import new_id
from workshop.interchange.templates import sample
from workshop.room.records import ParkingItem
from workshop.state import Workshop
from workshop.storage.workshop_file import create


def fail(*_given: object) -> Any:
    """Fail as a mistake in the code would."""
    raise LookupError("CANARY of the board")


class _Broken(QWidget):
    """A widget with a mistake that the interpreter finds, not one that is raised."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        len(3)  # type: ignore[arg-type]  # the mistake


class Failing(application.Concord):
    """The app with a fault in every verb."""

    def __init__(self, app: QApplication, _settings: Settings) -> None:
        super().__init__(app, Settings(Path(sys.argv[1]).with_suffix(".ini")))
        QTimer.singleShot(0, self.suffer)
        QTimer.singleShot(20_000, self.window.close)

    def suffer(self) -> None:
        """Meet one fault after the other, then close the window as a person does."""
        for key, action in self.window.actions_by_key.items():
            if key != "quit":
                self.meet(f"verb {key}", action.trigger)
        assert self.workspace
        assert self.desk
        page = self.workspace.page
        page.paintEvent = fail  # type: ignore[method-assign]  # as a mistake in the class would
        self.meet("painting", page.update)
        del page.paintEvent
        broken = _Broken(page)
        self.meet("a half-made error", broken.show)
        broken.hide()
        broken.deleteLater()
        self.meet("timer", lambda: QTimer.singleShot(0, fail))
        self.meet("worker", lambda: Latest().run(fail, fail, self.say), wait=300)
        self.meet("worker's result", lambda: Latest().run(lambda *_: 1, fail, fail), wait=300)
        self.desk.changed.connect(fail)
        item = ParkingItem(id=new_id(), text="Said while all went wrong")
        self.meet("listener", lambda: self.desk and self.desk.apply(partial(_put, item), "Add"))
        QTimer.singleShot(0, self.window.close)

    def meet(self, what: str, fault: Callable[[], object], wait: int = 20) -> None:
        """Let a fault happen and print what is said of it."""
        assert self.workspace
        self.workspace.messages.hide()
        fault()
        loop = QEventLoop()
        QTimer.singleShot(wait, loop.quit)
        loop.exec()
        QCoreApplication.processEvents()
        print(f"{what}: {self.workspace.messages.sentence}", flush=True)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return dict.fromkeys(super()._handlers(), fail)


def _put(item: ParkingItem, workshop: Workshop) -> Workshop:
    return workshop.put([item])


if __name__ == "__main__":
    file = Path(sys.argv[1])
    create(file, sample(), "Begin from the sample").close()
    application.Concord = Failing  # type: ignore[assignment,misc]  # the one place that makes the app
    sys.exit(application.run(file))
