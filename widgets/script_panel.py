# SPDX-License-Identifier: MIT
"""The facilitator's script beside each step, with the parking lot and the decisions so far."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from widgets.desk import Desk
from workshop.history import Step
from workshop.path.step import PathStep
from workshop.room.records import Decision, ParkingItem

PANEL_WIDTH = 288
MOST_SHOWN = 3


class ScriptPanel(QScrollArea):
    """What to ask, what to listen for, what to do if it stalls; only on this screen.

    Somebody may look over the facilitator's shoulder, so private topics are counted, not told.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("role", "script")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(PANEL_WIDTH)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Facilitator's script")
        holder = QWidget()
        holder.setProperty("role", "script")
        self._layout = QVBoxLayout(holder)
        self._layout.setContentsMargins(18, 20, 18, 20)
        self._layout.setSpacing(4)
        self._ask = self._part("Ask the room", "question")
        self._listen = self._part("Listen for", "body")
        self._stalls = self._part("If it stalls", "body")
        self._parking = self._part("Parking lot", "body")
        self._decisions = self._part("Decisions so far", "body")
        self._layout.addStretch(1)
        self.setWidget(holder)
        desk.changed.connect(self._on_changed)
        self._show_room()

    def show_step(self, step: PathStep) -> None:
        """Show the script of a step."""
        for (_, body), text in (
            (self._ask, step.ask),
            (self._listen, step.listen_for),
            (self._stalls, step.if_it_stalls),
        ):
            body.setText(text)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the mouse select the texts once it is here; Qt lays out such texts far more slowly."""
        super().enterEvent(event)
        for _, body in (self._ask, self._listen, self._stalls, self._parking, self._decisions):
            body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _on_changed(self, step: Step) -> None:
        if step.touches(ParkingItem, Decision):
            self._show_room()

    def _show_room(self) -> None:
        parked = [p for p in self.desk.workshop.all(ParkingItem) if not p.settled]
        self._fill(self._parking, _latest("•", parked))
        self._fill(self._decisions, _latest("✓", self.desk.workshop.all(Decision)))

    @staticmethod
    def _fill(part: tuple[QLabel, QLabel], lines: list[str]) -> None:
        for label in part:
            label.setVisible(bool(lines))
        part[1].setText("\n".join(lines))

    def _part(self, heading: str, role: str) -> tuple[QLabel, QLabel]:
        title, body = QLabel(heading), QLabel()
        title.setProperty("role", "caption")
        body.setProperty("role", role)
        body.setWordWrap(True)
        body.setTextFormat(Qt.TextFormat.PlainText)
        self._layout.addWidget(title)
        self._layout.addWidget(body)
        self._layout.addSpacing(12)
        return title, body


def _latest(sign: str, records: Iterable[ParkingItem | Decision]) -> list[str]:
    every = list(records)
    texts = [each.text for each in every if each.audience != "facilitator"]
    private, more = len(every) - len(texts), len(texts) - MOST_SHOWN
    rest = [f"{more} more"] if more > 0 else []
    rest += [f"{private} private"] if private else []
    ending = [f"and {' and '.join(rest)}"] if rest and texts else rest
    return [f"{sign}  {text}" for text in texts[-MOST_SHOWN:]] + ending
