# SPDX-License-Identifier: MIT
"""The real window on a small workshop in a file of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.application import Concord
from widgets.settings import Settings
from workshop.interchange.templates import sample
from workshop.storage.workshop_file import create


@pytest.fixture
def concord(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Concord]:
    """Give the app as it starts, on the start page."""
    app = Concord(qapp, Settings(tmp_path / "settings.ini"))
    app.show_start()
    app.window.show()
    yield app
    app.close_workshop()
    app.window.hide()
    app.window.deleteLater()
    # A window that is still alive would be styled anew with every later one.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened(concord: Concord, tmp_path: Path) -> Concord:
    """Give the app with the sample workshop open."""
    concord.adopt(create(tmp_path / "Sample.concord", sample(), "Begin from the sample"))
    return concord
