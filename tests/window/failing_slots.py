# SPDX-License-Identifier: MIT
"""As a script: the real app, in which every slot that is connected anywhere fails in turn.

It takes note of each call of `connect` while every page is visited and every panel is opened. Then
each function that was connected to a signal raises, called by Qt as it would be. It prints what the
window said of each, and last the lines that connect something and were not run.
"""

import ast
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import FunctionType
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.window.failing import Failing, fail
from widgets import application
from widgets.collector import Collector
from widgets.message_bar import MessageBar
from widgets.settings import Settings
from widgets.tables.record_view import RecordView
from workshop.interchange.templates import sample
from workshop.partners.records import Tie
from workshop.path.stages import STEPS
from workshop.prepare.records import Organization
from workshop.storage.workshop_file import create

ROOT = Path(__file__).parents[2]
Site = tuple[str, int]
"""A file of widgets/, and the line on which its call of `connect` begins."""


def sites() -> Iterator[tuple[Site, int]]:
    """Give every call of `connect` in the code of the window, with the line on which it ends."""
    for path in sorted((ROOT / "widgets").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "connect":
                begins, ends = node.lineno, node.end_lineno or node.lineno
                yield (path.relative_to(ROOT).as_posix(), begins), ends


class Connections:
    """Which of our functions signals are connected to, by the line that connects them."""

    def __init__(self) -> None:
        self.ends = dict(sites())
        self.slots: dict[Site, Any] = {}
        self.qts_own: set[Site] = set()
        """Lines that connect a signal to another one, or to something of Qt's own."""
        connect: Callable[..., Any] = SignalInstance.connect

        def watched(signal: SignalInstance, slot: Any, *rest: Any) -> Any:
            site = self._site(sys._getframe(1))
            if site:
                self._note(site, slot)
            return connect(signal, slot, *rest)

        SignalInstance.connect = watched  # type: ignore[method-assign, assignment]  # to take note

    def _note(self, site: Site, slot: Any) -> None:
        if function_of(slot):
            self.slots[site] = slot
        else:
            self.qts_own.add(site)

    def _site(self, frame: Any) -> Site | None:
        path, line = Path(frame.f_code.co_filename), frame.f_lineno
        if not path.is_relative_to(ROOT / "widgets"):
            return None
        name = path.relative_to(ROOT).as_posix()
        fits = [s for s, end in self.ends.items() if s[0] == name and s[1] <= line <= end]
        return max(fits, default=None)

    @property
    def unreached(self) -> list[Site]:
        """Lines that connect something and were not run."""
        return sorted(self.ends.keys() - self.slots.keys() - self.qts_own)


def function_of(slot: Any) -> FunctionType | None:
    """Give the function of ours behind a slot; None for a signal, or something of Qt's own."""
    while isinstance(slot, partial):
        slot = slot.func
    found = getattr(slot, "__func__", slot)
    return found if isinstance(found, FunctionType) else None


class _Sender(QObject):
    sent = Signal()


def send_to(slot: Any) -> None:
    """Have Qt call a slot that fails."""
    function = function_of(slot)
    assert function
    code, sender = function.__code__, _Sender()
    function.__code__ = fail.__code__.replace(co_freevars=code.co_freevars)
    try:
        sender.sent.connect(slot)
        sender.sent.emit()
    finally:
        function.__code__ = code


class FailingSlots(application.Concord):
    """The app whose slots fail, once each of them has been connected."""

    meet: Any = Failing.meet

    def __init__(self, app: QApplication, _settings: Settings) -> None:
        super().__init__(app, Settings(Path(sys.argv[1]).with_suffix(".ini")))
        self._seen = seen
        QTimer.singleShot(0, self.suffer)

    def suffer(self) -> None:
        """Use the whole window, let every slot fail, then close the window as a person does."""
        Collector(self)
        for key in STEPS:
            self._use_page(key)
        for key, target in application.LATE.items():
            if key != "room_hide":
                self.use(*target)
                self._settle()
        assert self.file
        self.file.flush()
        for (path, line), slot in sorted(self._seen.slots.items(), key=lambda each: each[0]):
            if function_of(slot) is not MessageBar.say:  # a voice that fails cannot say so
                self.meet(f"{path} {line}", partial(send_to, slot), wait=1)
        print(f"Qt's own: {len(self._seen.qts_own)}")
        print("not run: " + ", ".join(f"{path} {line}" for path, line in self._seen.unreached))
        QTimer.singleShot(0, self.window.close)

    def _use_page(self, key: str) -> None:
        """Look at what is on the map, open cells, and press every button, twice."""
        assert self.workspace
        assert self.desk
        self.workspace.show_step(key)
        self._settle()
        page: Any = self.workspace.page
        if key == "partners.network":
            for kind in (Organization, Tie):
                page.select(next(iter(self.desk.workshop.of(kind))))
                self._settle()
        for view in page.findChildren(RecordView):
            for column in range(view.model().columnCount() if view.isVisible() else 0):
                view.open_cell(view.model().index(0, column))
            self._settle()
        for _ in range(2):
            self._press_all(page)
            self.workspace.show_step(key)

    def _press_all(self, page: QWidget) -> None:
        pressed: set[tuple[str, str]] = set()
        for button in page.findChildren(QAbstractButton):
            if shiboken6.isValid(button) and button.isVisible() and button.isEnabled():
                words = button.text(), button.accessibleName()
                if words not in pressed:
                    pressed.add(words)
                    button.click()
                    self._settle()

    def _settle(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()
        QCoreApplication.processEvents()
        for window in QApplication.topLevelWidgets():
            if window is not self.window and window.isVisible():
                window.close()


if __name__ == "__main__":
    seen = Connections()
    file = Path(sys.argv[1])
    create(file, sample(), "Begin from the sample").close()
    application.Concord = FailingSlots  # type: ignore[assignment,misc]  # the one place that makes the app
    sys.exit(application.run(file))
