# SPDX-License-Identifier: MIT
"""What an organization holds dear, as somebody sees it: 100 points over values named by all."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.forms.line_editor import LineEditor
from widgets.partners.point_rows import PointLine, PointRows
from workshop.ids import Id
from workshop.partners.fit_records import ValuePoints
from workshop.partners.rating_edits import drop_value, give_points, values_named
from workshop.record import field


class ValuesPanel(QWidget):
    """A line for each value; one typed here joins the list for everybody."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.about, self.by = desk, "", ""
        self.rows = PointRows(desk, field(ValuePoints, "points"), can_remove=True)
        self.rows.edited.connect(self._give)
        self.rows.removed.connect(self._drop)
        self.name = LineEditor(desk, field(ValuePoints, "value"), self)
        self.name.setAccessibleName("Another value")
        self.name.setPlaceholderText("Another value")
        self.name.returnPressed.connect(self.add)
        self.add_button = QPushButton("Add value")
        self.add_button.clicked.connect(lambda _=False: self.add())
        adding = QHBoxLayout()
        adding.addWidget(self.name, 1)
        adding.addWidget(self.add_button)
        adding.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.rows)
        whole.addLayout(adding)

    def show_view(self, about: Id, by: Id) -> None:
        """Show how one organization sees the values of another or its own."""
        self.about, self.by = about, by
        workshop = self._desk.workshop
        self.rows.offer([PointLine(name.casefold(), name) for name in values_named(workshop)])
        self.rows.show_points(
            {
                " ".join(each.value.split()).casefold(): each.points
                for each in workshop.all(ValuePoints)
                if (each.organization, each.seen_by) == (about, by)
            }
        )

    def add(self) -> None:
        """Add the value that is typed, without points yet."""
        text = self.name.text()
        edit = partial(give_points, about=self.about, by=self.by, value=text)
        if self._desk.apply(edit, "Add value"):
            self.name.clear()

    def _give(self, value: str, points: int | None) -> None:
        edit = partial(give_points, about=self.about, by=self.by, value=value, points=points)
        self._desk.apply(edit, "Give points", (ValuePoints, self.about, self.by, value))

    def _drop(self, value: str) -> None:
        self._desk.apply(partial(drop_value, value=value), "Take a value off")
