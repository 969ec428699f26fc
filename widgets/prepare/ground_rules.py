# SPDX-License-Identifier: MIT
"""The page of the rules the room gives itself."""

from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.pages import Exposure
from widgets.record_page import RecordPage
from widgets.tables.columns import Column
from workshop.prepare.records import GroundRule


def build(desk: Desk) -> QWidget:
    """Build the page."""
    return RecordPage(
        desk,
        GroundRule,
        (Column(name="text", width=70, strong=True),),
        empty="The rules the room gives itself stand here. Five are enough.",
        board=Exposure("ground_rules"),
    )
