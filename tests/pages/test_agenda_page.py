# SPDX-License-Identifier: MIT
"""The page of the agenda begins a new block with its title."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from resources.theme import LIGHT
from widgets.desk import Desk
from widgets.prepare.agenda import AgendaPage
from workshop.document import Document
from workshop.prepare.records import AgendaBlock
from workshop.state import Workshop


def test_a_new_block_begins_with_its_title(qtbot: QtBot) -> None:
    desk = Desk(Document(Workshop()), LIGHT)
    page = AgendaPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.table.start_adding()
    line = page.table.view.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Welcome")
    page.table.view.commitData(line)
    assert [block.title for block in desk.workshop.all(AgendaBlock)] == ["Welcome"]
