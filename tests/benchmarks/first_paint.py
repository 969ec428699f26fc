# SPDX-License-Identifier: MIT
"""Runs as a process of its own: opens a window and says when its first paint was done.

`first_paint.py bare` opens a window with a label, `first_paint.py FILE` a workshop. Prints the
clock, which is the same for all processes, and the modules imported by then. A third argument is
the file to save the picture to.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any


def main() -> None:
    """Open the window that was asked for."""
    sys.path[0] = str(Path(__file__).parents[2])
    if sys.argv[1] == "bare":
        open_bare()
    else:
        open_workshop(sys.argv[1])


def open_bare() -> None:
    """Open the least window there is."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Concord"))
    window.resize(1440, 900)
    window.show()
    watch()
    app.exec()


def open_workshop(file: str) -> None:
    """Open a workshop through the door that a user has."""
    import main as door

    def prepare() -> None:
        from PySide6.QtWidgets import QApplication

        real = QApplication.exec

        def watched(*_: object) -> int:
            watch()
            return real()

        QApplication.exec = watched  # type: ignore[method-assign, assignment]

    sys.meta_path.insert(0, Before("widgets.application", prepare))  # type: ignore[arg-type]
    door._has_display = lambda: True
    door.main([file])


class Before:
    """A finder of modules that finds none, and does something before one is imported."""

    def __init__(self, name: str, act: Callable[[], None]) -> None:
        self.name, self.act = name, act

    def find_spec(self, name: str, *_: Any) -> None:
        """Act, if this is the module."""
        if name == self.name:
            sys.meta_path.remove(self)  # type: ignore[arg-type]
            self.act()


def watch() -> None:
    """Report, once the first paint of the window that is shown has gone to the screen."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, lambda: report(window))  # the paint ends before this
            return False

    shown: list[QWidget] = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow)]
    window = shown[0]
    window.installEventFilter(Watcher(window))


def report(window: Any) -> None:
    """Print what is known and end, without the cost of an orderly end."""
    print(perf_counter())
    print(json.dumps(sorted(sys.modules)))
    if len(sys.argv) > 2:
        window.grab().save(sys.argv[2])
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
