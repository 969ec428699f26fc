# SPDX-License-Identifier: MIT
"""The page of the people in the room, and whom they speak for."""

from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.pages import Exposure
from widgets.record_page import RecordPage
from widgets.tables.columns import Column
from workshop.prepare.records import Participant

COLUMNS = (
    Column(name="name", width=26, strong=True),
    Column(name="organization", width=26),
    Column(name="role", width=24),
    Column(name="votes"),
)


def build(desk: Desk) -> QWidget:
    """Build the page."""
    return RecordPage(
        desk,
        Participant,
        COLUMNS,
        empty="The people in the room stand here. Paste a list, or start with the first name.",
        board=Exposure("participants"),
    )
