# SPDX-License-Identifier: MIT
"""What can wait comes after the paint, once, and not before the widget is seen."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.desk import Desk
from widgets.late import AfterPaint
from widgets.step_page import StepPage
from workshop.document import Document
from workshop.state import Workshop


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


class Failing(QWidget):
    """A card with a mistake in it."""

    def showEvent(self, _event: QShowEvent) -> None:
        raise RuntimeError("a mistake of ours")


def test_a_card_that_fails_holds_up_no_other_card(qtbot: QtBot) -> None:
    desk, last = Desk(Document(Workshop())), QWidget()
    page = StepPage(desk, "partner_sets")
    page.place(QWidget(), below=[last, Failing()])
    qtbot.addWidget(page)
    with qtbot.captureExceptions() as said:
        page.show()
        qtbot.waitUntil(last.isVisible)
    assert [kind for kind, *_ in said] == [RuntimeError]
    assert not page.is_coming
    desk.close()
