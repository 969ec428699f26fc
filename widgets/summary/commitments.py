# SPDX-License-Identifier: MIT
"""The page of what the room decided, who does what by when, and what is parked."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.pages import Exposure
from widgets.record_page import RecordPage
from widgets.tables.columns import Column
from workshop.ids import Id
from workshop.record import Record
from workshop.room.records import Action, Decision, ParkingItem


class CommitmentsPage(QWidget):
    """Three tables under tabs, each with its own board for the room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Decisions, actions and the parking lot")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._pages: dict[type[Record], RecordPage] = {
            Decision: RecordPage(
                desk,
                Decision,
                (Column(name="text", width=56, strong=True), "decided_on", "round"),
                empty="What the room decides stands here. Ctrl+K adds a decision from anywhere.",
                board=Exposure("commitments"),
            ),
            Action: RecordPage(
                desk,
                Action,
                (Column(name="text", width=48, strong=True), "owner", "due", "done"),
                empty="Who does what by when stands here. Ctrl+K adds an action from anywhere.",
                board=Exposure("commitments"),
            ),
            ParkingItem: RecordPage(
                desk,
                ParkingItem,
                (Column(name="text", width=52, strong=True), "raised_by", "settled"),
                empty="Nothing is parked. Ctrl+K parks a topic from anywhere.",
                board=Exposure("parking_lot"),
            ),
        }
        for page, title in zip(
            self._pages.values(), ("Decisions", "Actions", "Parking lot"), strict=True
        ):
            self.tabs.addTab(page, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)

    def select(self, id: Id) -> None:
        """Choose a decision, an action or a parking-lot item."""
        for kind, page in self._pages.items():
            if id in self._desk.workshop.of(kind):
                self.tabs.setCurrentWidget(page)
                page.select(id)

    def exposure(self) -> Exposure:
        """Give the board of the table that is open."""
        page = self.tabs.currentWidget()
        assert isinstance(page, RecordPage)
        return page.exposure()


def build(desk: Desk) -> QWidget:
    """Build the page."""
    return CommitmentsPage(desk)
