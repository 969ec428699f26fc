# SPDX-License-Identifier: MIT
"""The page of the agenda: timed blocks, and the day they make."""

from PySide6.QtWidgets import QWidget

from widgets.cards import ExhibitCard
from widgets.desk import Desk
from widgets.pages import Exposure
from widgets.record_page import RecordPage
from widgets.tables.columns import Column
from workshop.prepare.agenda import timetable
from workshop.prepare.records import AgendaBlock, Details
from workshop.state import Workshop

COLUMNS = (
    Column(name="day"),
    Column("Runs", text=lambda workshop, block: _runs(workshop, block), width=16),
    Column(name="title", width=28, strong=True),
    Column(name="starts"),
    Column(name="minutes"),
    Column(name="pause"),
    Column(name="step", width=20),
)

TABLE_HEIGHT = 340


def _runs(workshop: Workshop, block: AgendaBlock) -> str:
    slot = next((s for s in timetable(workshop) if s.block.id == block.id), None)
    if slot is None or slot.starts is None:
        return ""
    return f"{slot.starts:%H:%M}" + (f"–{slot.ends:%H:%M}" if slot.ends else "")


class AgendaPage(RecordPage):
    """The table of blocks, with the picture of the day below."""

    def __init__(self, desk: Desk) -> None:
        from exports.exhibits.agenda import agenda

        super().__init__(
            desk,
            AgendaBlock,
            COLUMNS,
            empty="The blocks of the day stand here. Start with the hour at which people arrive.",
            board=Exposure("agenda"),
            defaults=lambda: {
                "day": max((b.day for b in desk.workshop.all(AgendaBlock)), default=1)
            },
        )
        self.day = ExhibitCard(
            desk,
            lambda look, size, page: agenda(desk.workshop, look, size, page),
            (AgendaBlock, Details),
        )
        self.layout_.addWidget(self.day)
        self.table.setMinimumHeight(TABLE_HEIGHT)


def build(desk: Desk) -> QWidget:
    """Build the page."""
    return AgendaPage(desk)
