# SPDX-License-Identifier: MIT
"""The facilitator's script beside each step, with the parking lot and the decisions so far."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.late import AfterPaint
from workshop.history import Step
from workshop.path.step import PathStep
from workshop.room.records import Decision, ParkingItem

PANEL_WIDTH = 288
MOST_SHOWN = 3
_Part = tuple[QLabel, QLabel]
"""A heading and what it says."""


class ScriptPanel(QScrollArea):
    """What to ask, what to listen for, what to do if it stalls; only on this screen.

    Somebody may look over the facilitator's shoulder, so private topics are counted, not told.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._step: PathStep | None = None
        self._parts: list[_Part] = []
        self.setProperty("role", "script")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(PANEL_WIDTH)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Facilitator's script")
        # Wrapped words take as long to lay out as half a page: they come once that has been painted.
        self._turn = AfterPaint(self, self._tell)
        desk.changed.connect(self._on_changed)

    def show_step(self, step: PathStep) -> None:
        """Show the script of a step, in a turn of its own."""
        self._step = step
        self._turn.ask()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the mouse select the texts once it is here; Qt lays out such texts far more slowly."""
        super().enterEvent(event)
        for _, body in self._parts:
            body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _on_changed(self, step: Step) -> None:
        if step.touches(ParkingItem, Decision):
            self._turn.ask()

    def _tell(self) -> None:
        """Say what belongs to the step."""
        if self._step is None:
            return
        if not self._parts:
            self._arrange()
        workshop = self.desk.workshop
        parked = [p for p in workshop.all(ParkingItem) if not p.settled]
        told = (
            [self._step.ask],
            [self._step.listen_for],
            [self._step.if_it_stalls],
            _latest("•", parked),
            _latest("✓", workshop.all(Decision)),
        )
        for part, lines in zip(self._parts, told, strict=True):
            self._fill(part, lines)

    def _arrange(self) -> None:
        holder = QWidget()
        holder.setProperty("role", "script")
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(18, 20, 18, 20)
        layout.setSpacing(4)
        for heading in (
            "Ask the room",
            "Listen for",
            "If it stalls",
            "Parking lot",
            "Decisions so far",
        ):
            part = _part(heading, "body" if self._parts else "question")
            for label in part:
                layout.addWidget(label)
            layout.addSpacing(12)
            self._parts.append(part)
        layout.addStretch(1)
        self.setWidget(holder)

    @staticmethod
    def _fill(part: _Part, lines: list[str]) -> None:
        for label in part:
            label.setVisible(bool(lines))
        part[1].setText("\n".join(lines))


def _part(heading: str, role: str) -> _Part:
    title, body = QLabel(heading), QLabel()
    title.setProperty("role", "caption")
    body.setProperty("role", role)
    body.setWordWrap(True)
    body.setTextFormat(Qt.TextFormat.PlainText)
    return title, body


def _latest(sign: str, records: Iterable[ParkingItem | Decision]) -> list[str]:
    every = list(records)
    texts = [each.text for each in every if each.audience != "facilitator"]
    private, more = len(every) - len(texts), len(texts) - MOST_SHOWN
    rest = [f"{more} more"] if more > 0 else []
    rest += [f"{private} private"] if private else []
    ending = [f"and {' and '.join(rest)}"] if rest and texts else rest
    return [f"{sign}  {text}" for text in texts[-MOST_SHOWN:]] + ending
