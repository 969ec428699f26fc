# SPDX-License-Identifier: MIT
"""What somebody works on stays where it is when something above it grows."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.page_area import PageArea

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Page(QWidget):
    """A chart above a card with a field, and much below them."""

    def __init__(self) -> None:
        super().__init__()
        self.chart, self.card, self.rest = QWidget(), QWidget(), QWidget()
        self.field = QLineEdit()
        QVBoxLayout(self.card).addWidget(self.field)
        layout = QVBoxLayout(self)
        for part, height in ((self.chart, 120), (self.card, 80), (self.rest, 900)):
            part.setFixedHeight(height)
            layout.addWidget(part)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    area = PageArea(page)
    qtbot.addWidget(area)
    area.fill()
    area.resize(400, 400)
    area.show()
    area.activateWindow()
    qtbot.waitExposed(area)
    page.field.setFocus()
    qtbot.waitUntil(page.field.hasFocus)
    return page


def _seen_at(page: Page) -> int:
    return page.field.mapTo(page.window(), QPoint(0, 0)).y()


@pytest.mark.parametrize("scrolled", [0, 60])
def test_the_card_with_the_focus_stays_when_a_chart_above_it_grows(
    qtbot: QtBot, page: Page, scrolled: int
) -> None:
    area = page.window()
    assert isinstance(area, PageArea)
    area.verticalScrollBar().setValue(scrolled)
    before = _seen_at(page)
    page.chart.setFixedHeight(320)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() == scrolled + 200)
    assert _seen_at(page) == before


def test_what_grows_below_moves_nothing(qtbot: QtBot, page: Page) -> None:
    area = page.window()
    assert isinstance(area, PageArea)
    area.verticalScrollBar().setValue(40)
    most = area.verticalScrollBar().maximum()
    page.rest.setFixedHeight(1100)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == most + 200)
    assert area.verticalScrollBar().value() == 40


def test_a_card_that_is_gone_is_let_go(qtbot: QtBot, page: Page) -> None:
    area = page.window()
    assert isinstance(area, PageArea)
    page.card.deleteLater()
    page.rest.setFixedHeight(1500)
    most = area.verticalScrollBar().maximum()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > most)
    assert area.page() is page
