# SPDX-License-Identifier: MIT
"""What can wait comes after the paint, once, and not before the widget is seen."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.late import AfterPaint


class Painted(QWidget):
    """Notes its paints among what is done."""

    def __init__(self, done: list[str]) -> None:
        super().__init__()
        self._done = done

    def paintEvent(self, event: object) -> None:
        self._done.append("paint")


def test_it_waits_for_the_paint_and_is_done_once(qtbot: QtBot) -> None:
    done: list[str] = []
    widget = Painted(done)
    qtbot.addWidget(widget)
    late = AfterPaint(widget, lambda: done.append("late"))
    late.ask()
    late.ask()
    qtbot.wait(30)
    assert done == []
    widget.show()
    qtbot.waitUntil(lambda: "late" in done)
    qtbot.wait(30)
    assert done[0] == "paint"
    assert done.count("late") == 1
    late.ask()
    qtbot.waitUntil(lambda: done.count("late") == 2)
