# SPDX-License-Identifier: MIT
"""The real window on a workshop with two organizations, for imports, exports and backups."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.application import Concord
from widgets.settings import Settings
from workshop.gaps.records import Capability
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.storage.workshop_file import create

TWO = Workshop(
    [
        Organization(id="a", name="Alder Hospital", private_note="SECRET-NOTE"),
        Organization(id="b", name="Birch Clinic"),
        Organization(id="h", name="HIDDEN-NAME", audience="facilitator"),
        Capability(id="c", name="Data exchange"),
        Tie(id="t", source="a", target="b", relation="referral", strength=3),
    ]
)


@pytest.fixture
def app(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Concord]:
    """Give the app with the small workshop open."""
    concord = Concord(qapp, Settings(tmp_path / "settings.ini"))
    concord.show_start()
    concord.window.show()
    concord.adopt(create(tmp_path / "Day.concord", TWO, "Begin"))
    yield concord
    concord.close_file()
    concord.window.hide()
    concord.window.deleteLater()
