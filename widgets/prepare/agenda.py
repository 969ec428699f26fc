# SPDX-License-Identifier: MIT
"""The page of the agenda: timed blocks, and the day they make."""

from PySide6.QtWidgets import QWidget

from widgets.cards import ExhibitCard
from widgets.desk import Desk
from widgets.pages import Exposure
from widgets.record_page import RecordPage
from widgets.tables.columns import Column
from widgets.tables.snug import make_snug
from workshop.prepare.agenda import timetable
from workshop.prepare.records import AgendaBlock, Details
from workshop.state import Workshop

COLUMNS = (
    Column(name="title", width=24, strong=True),
    Column(name="starts", width=6),
    Column(name="minutes", width=6),
    Column(name="pause", width=5),
    Column(name="step", width=12),
    Column(name="day", width=4),
    Column("Runs", text=lambda workshop, block: _runs(workshop, block), width=16),
)

MOST_LINES = 24
"""How high the table may be, so that the picture of the day stays near."""


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
        self.layout_.setStretch(0, 0)
        self.layout_.addStretch(1)
        make_snug(self.table, MOST_LINES)
        desk.changed.connect(lambda _step: self._show_day())
        self._desk = desk
        self._show_day()

    def _show_day(self) -> None:
        self.day.setVisible(bool(self._desk.workshop.of(AgendaBlock)))


def build(desk: Desk) -> QWidget:
    """Build the page."""
    return AgendaPage(desk)
