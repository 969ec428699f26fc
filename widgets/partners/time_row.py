# SPDX-License-Identifier: MIT
"""The row that moves the network through time: before, now, ahead, and without whoever leaves."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QVBoxLayout, QWidget

from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.flow import Flow
from widgets.reading.aloud import name_box
from workshop.ids import Id
from workshop.partners.questions import what_splits
from workshop.partners.scene import Scene
from workshop.partners.times import what_changed, years
from workshop.prepare.details import details, organizations

_BEFORE_YEARS = 3
_STATES = (("before", "Before"), ("now", "Now"), ("ahead", "Ahead"))
_NOBODY = "Nobody has left"


class TimeRow(QWidget):
    """Knows the day and who has left; says in a sentence what is different then.

    Whoever shows it lets it follow the workshop; while it is hidden, it costs nothing.
    """

    moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.today = date.today()
        self.stops: tuple[date, ...] = ()
        self.states = ChoiceChips("Before, now or ahead")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.leaving = QComboBox()
        self.day_words, self.finding = QLabel(), QLabel()
        self._lay_out()
        self.states.chosen.connect(self._jump)
        self.slider.valueChanged.connect(self._move)
        self.leaving.currentIndexChanged.connect(self._move)

    @property
    def day(self) -> date:
        """The day that is looked at."""
        return self.stops[self.slider.value()]

    @property
    def without(self) -> Id:
        """Who has left, or ""."""
        return str(self.leaving.currentData() or "")

    def follow(self) -> None:
        """Offer the years and names that there are now; the day stays."""
        known = self.day if self.stops else self.today
        gone = self.without
        with QSignalBlocker(self.slider), QSignalBlocker(self.leaving):
            self.stops = years(self._desk.workshop, self.today)
            self.slider.setRange(0, len(self.stops) - 1)
            self.slider.setValue(self._stop_at(known))
            self.leaving.clear()
            self.leaving.addItem(_NOBODY, "")
            for each in organizations(self._desk.workshop):
                self.leaving.addItem(f"{each.name} has left", each.id)
            self.leaving.setCurrentIndex(max(self.leaving.findData(gone), 0))
        self._tell()

    def scene(self, scene: Scene) -> Scene:
        """Give a scene at the day that is chosen, without whoever has left."""
        return scene.at(self.day, self.today).leaving(self.without)

    def _stop_at(self, day: date) -> int:
        return max(at for at, stop in enumerate(self.stops) if stop <= max(day, self.stops[0]))

    def _jump(self, state: str) -> None:
        horizon = details(self._desk.workshop).horizon or self.stops[-1]
        before = self.today.replace(year=self.today.year - _BEFORE_YEARS, month=1, day=1)
        day = {"before": before, "now": self.today, "ahead": max(horizon, self.today)}[state]
        at = self._stop_at(day)
        if state == "ahead" and self.stops[at] <= self.today:
            at = len(self.stops) - 1
        self.slider.setValue(at)

    def _move(self) -> None:
        self._tell()
        self.moved.emit()

    def _tell(self) -> None:
        day, today, workshop = self.day, self.today, self._desk.workshop
        words = "Today" if day == today else f"{day.day} {day:%b %Y}"
        self.day_words.setText(words)
        self.slider.setAccessibleDescription(words)
        self.states.show_choice("now" if day == today else "before" if day < today else "ahead")
        title, rest = what_changed(workshop, day, today)
        sentences = [f"{title}.", f"{rest}."]
        if self.without:
            scene = self.scene(Scene())
            sentences = [what_splits(workshop, self.without, scene.filter).sentence, *sentences]
        self.finding.setText(" ".join(sentences))

    def _lay_out(self) -> None:
        self.states.offer(_STATES)
        for key, _ in _STATES:
            self.states.chip(key).setStyleSheet("padding: 1px 8px; min-height: 18px;")
        high = self.fontMetrics().height()
        self.slider.setFixedWidth(6 * high)
        self.slider.setAccessibleName("Day at which the network is shown")
        self.day_words.setFixedWidth(self.fontMetrics().horizontalAdvance("30 Sep 2030 "))
        name_box(self.leaving, "Who has left by then")
        self.leaving.setFixedWidth(10 * high)
        self.leaving.setStyleSheet("padding: 1px 8px; min-height: 18px;")
        self.finding.setWordWrap(True)
        self.finding.setTextFormat(Qt.TextFormat.PlainText)
        self.finding.setProperty("role", "strong")
        flow = Flow(gap=8)
        for widget in (self.states, self.slider, self.day_words, self.leaving):
            flow.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(flow)
        layout.addWidget(self.finding)
