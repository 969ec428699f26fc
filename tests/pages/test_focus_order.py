# SPDX-License-Identifier: MIT
"""Tab leads through a page from top to bottom, also where parts of it were made later."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.pages.conftest import Visit
from workshop.interchange.templates import sample

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SLACK = 12
"""How much higher the next widget may stand, in pixels, as in a row with a taller neighbor."""


def tops(page: QWidget) -> Iterator[int]:
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if by_tab and page.isAncestorOf(widget) and widget.isVisible() and not widget.focusProxy():
            yield widget.mapTo(page, QPoint(0, 0)).y()
        widget = widget.nextInFocusChain()


def test_votes_that_owe_a_reason_come_before_those_that_gave_it(
    visit: Callable[..., Visit], qtbot: QtBot
) -> None:
    page = visit("future.agreement").page
    for table in page.findChildren(QTableView):
        if table.isVisible():
            table.selectRow(0)
    qtbot.wait(20)
    assert [(a, b) for a, b in pairwise(tops(page)) if b < a - SLACK] == []


@pytest.mark.parametrize(
    "step",
    [
        *("prepare.workshop", "prepare.agenda", "future.scan", "future.statements"),
        *("future.priorities", "future.agreement", "gaps.capabilities", "gaps.assets"),
    ],
)
def test_tab_goes_down_the_page(visit: Callable[..., Visit], qtbot: QtBot, step: str) -> None:
    page = visit(step, sample()).page
    for table in page.findChildren(QTableView):
        if table.isVisible():
            table.selectRow(0)
    qtbot.wait(20)
    found = list(tops(page))
    assert len(found) > 1
    assert [(a, b) for a, b in pairwise(found) if b < a - SLACK] == []
