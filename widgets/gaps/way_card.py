# SPDX-License-Identifier: MIT
"""One rung of the ladder: its score and why, whether it is open to us, and choosing it."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.dialogs import label
from widgets.forms.editors import as_editor, make_editor
from widgets.why import WhyButton
from workshop.gaps.edits import close_way, closed_way, open_way, set_sourcing
from workshop.gaps.records import ClosedOption, Option
from workshop.gaps.sourcing import Comparison, Way
from workshop.record import field
from workshop.why import number


class WayLine(QWidget):
    """What can be said and done about the way that is picked on the ladder."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._need = desk, ""
        self.option: Option = "build"
        self._chosen = False
        self.words = label("", "strong")
        self.why = WhyButton()
        self.open = QCheckBox("Open to us")
        self.open.clicked.connect(self._set_open)
        self.reason = make_editor(desk, field(ClosedOption, "reason"))
        self.details = make_editor(desk, field(ClosedOption, "details"))
        for name, editor in (("reason", self.reason), ("details", self.details)):
            as_editor(editor).edited.connect(partial(self._keep, name, editor))
        self.pick = QPushButton()
        self.pick.clicked.connect(lambda _=False: self._choose())
        self._arrange()

    def _arrange(self) -> None:
        line, middle, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        line.addWidget(self.words, 1)
        line.addWidget(self.why)
        middle.addWidget(self.open, 1)
        middle.addWidget(self.pick)
        below.setSpacing(12)
        below.addWidget(self.reason, 1)
        below.addWidget(self.details, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(line)
        whole.addLayout(middle)
        whole.addLayout(below)

    def show_way(self, found: Comparison, way: Way) -> None:
        """Show one way to close the gap behind a need."""
        is_other = (self._need, self.option) != (found.need.id, way.option)
        self._need, self.option = found.need.id, way.option
        self._chosen = found.sourcing is not None and found.sourcing.chosen == way.option
        score = f", {number(way.score)}" if way.score is not None else ""
        self.words.setText(f"{way.label}{score}")
        self.why.show_why(way.why, f"Score of {way.label}: {number(way.score)} of 1")
        self.open.setChecked(way.open)
        closed = closed_way(self._desk.workshop, self._need, self.option)
        for name, editor in (("reason", self.reason), ("details", self.details)):
            editor.setVisible(closed is not None)
            if closed is not None and (is_other or not editor.hasFocus()):
                as_editor(editor).show_value(getattr(closed, name))
        self.pick.setText("Not this way" if self._chosen else "Choose this way")

    def _set_open(self) -> None:
        edit = open_way if self.open.isChecked() else close_way
        label_ = "Open a way" if self.open.isChecked() else "Close a way"
        self._desk.apply(partial(edit, need=self._need, option=self.option), label_)
        if not self.open.isChecked():
            self.details.setFocus()

    def _keep(self, name: str, editor: QWidget) -> None:
        values: dict[str, Any] = {name: as_editor(editor).value()}
        edit = partial(close_way, need=self._need, option=self.option, **values)
        self._desk.apply(edit, "Say why a way is closed", (name, self._need, self.option))

    def _choose(self) -> None:
        chosen = None if self._chosen else self.option
        edit = partial(set_sourcing, need=self._need, chosen=chosen)
        self._desk.apply(edit, "Choose how to close a gap")
