# SPDX-License-Identifier: MIT
"""Gets ready what pages need before anybody goes there, once the window has painted.

A first visit would else wait a quarter of a second for libraries to be imported: those come on a
worker, and then the modules of the pages one at a time, so that no frame waits for long.
"""

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from widgets.pages import MODULES
from widgets.work import ReportProgress, Work

BEGIN_MS = 500
"""How long after the start this begins, so that the first page comes first."""
PULSE_MS = 60
LIBRARIES = ("exports.exhibits.boards", "numpy.ma", "networkx")
"""What takes longest to import, in the order in which it is likely to be needed."""


class Warming(QObject):
    """Imports ahead, and ends when all pages have their modules."""

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(MODULES.values())
        self._pulse = QTimer(self, interval=PULSE_MS)
        self._pulse.timeout.connect(self._import_next)
        QTimer.singleShot(BEGIN_MS, self, self._begin)

    def _begin(self) -> None:
        work = Work(_import_libraries, self)
        work.finished.connect(lambda _result: self._pulse.start())
        work.start()

    def _import_next(self) -> None:
        if self._left:
            import_module(self._left.pop(0))
        else:
            self._pulse.stop()
            self.ended.emit()


def _import_libraries(_report: ReportProgress, is_cancelled: Callable[[], bool]) -> None:
    for name in LIBRARIES:
        if not is_cancelled():
            import_module(name)
