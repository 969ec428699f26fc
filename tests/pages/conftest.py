# SPDX-License-Identifier: MIT
"""A page of the path in a window of its own, on a small workshop with something of everything."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.exhibits.workshops import ordinary
from widgets.desk import Desk
from widgets.forms.undo_keys import UndoKeys
from widgets.pages import build_page
from workshop.document import Document
from workshop.state import Workshop


class Visit:
    """A page that is looked at, with what was said and where its links led."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self.desk, self.page = desk, page
        self.said: list[str] = []
        self.gone: list[tuple[str, str]] = []
        desk.said.connect(self.said.append)
        desk.warned.connect(self.said.append)
        desk.asked_to_go.connect(lambda key, about: self.gone.append((key, about)))

    @property
    def workshop(self) -> Workshop:
        return self.desk.workshop


@pytest.fixture
def visit(qtbot: QtBot) -> Iterator[Callable[..., Visit]]:
    opened: list[tuple[QScrollArea, Desk]] = []

    def open_page(key: str, workshop: Workshop | None = None) -> Visit:
        desk = Desk(Document(ordinary() if workshop is None else workshop))
        UndoKeys(desk)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.resize(900, 800)
        page = build_page(key, desk)
        area.setWidget(page)
        area.show()
        opened.append((area, desk))
        found = Visit(desk, page)
        qtbot.wait(30)
        return found

    yield open_page
    for area, desk in opened:
        desk.close()
        area.close()
        area.deleteLater()
    qtbot.wait(10)
