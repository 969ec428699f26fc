# SPDX-License-Identifier: MIT
"""What a set of partners must keep to and what counts how much; folded until somebody asks."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.cards import Card
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.forms.field_box import FieldBox
from widgets.partners.weight_rows import WeightRows
from widgets.step_page import link
from widgets.tables.record_table import Column, RecordTable
from widgets.tables.snug import make_snug
from workshop.partners.rating_edits import limit_sets
from workshop.partners.records import IncompatiblePair, SetRules
from workshop.partners.set_from_workshop import rules
from workshop.record import RuleError, field
from workshop.why import counted, listed, percent

_LIMITS = ("budget", "most_partners")
_WEIGHTS = ("coverage_weight", "cost_weight", "strain_weight")
_LINES = 12


class SetRulesCard(Card):
    """Limits, weights and pairs that cannot be in one set."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Limits and weights")
        self._desk = desk
        self.fold = self.add_action("Change", self._turn)
        self.fold.setCheckable(True)
        self.to_costs = link("Costs and strain", lambda: desk.go("partners.candidates"))
        self.buttons.addWidget(self.to_costs)
        self.boxes = {name: FieldBox(desk, field(SetRules, name)) for name in _LIMITS}
        self.weights = WeightRows(desk, SetRules, _WEIGHTS)
        self.weights.edited.connect(lambda name, share: self._set(name, share))
        self.pairs = RecordTable(
            desk,
            IncompatiblePair,
            (Column(name="one", strong=True, width=14), Column(name="other", strong=True, width=14),
             Column(name="because", width=18)),
            empty="No two candidates exclude each other yet.",
            add_label="Add pair",
        )  # fmt: skip
        make_snug(self.pairs, _LINES)
        self.inside = QWidget()
        self._arrange()
        self._turn()

    def show_rules(self) -> None:
        """Show the rules as they are now."""
        now = rules(self._desk.workshop)
        for name, box in self.boxes.items():
            box.editor.show_value(getattr(now, name))
            box.say("")
        self.weights.show_weights({name: getattr(now, name) for name in _WEIGHTS})
        limits = []
        if now.budget is not None:
            limits.append(f"a budget of {now.budget}")
        if now.most_partners is not None:
            limits.append(f"at most {counted(now.most_partners, 'partner')}")
        pairs = len(self._desk.workshop.of(IncompatiblePair))
        if pairs:
            limits.append(
                f"{pairs} pairs that exclude each other" if pairs > 1 else "one pair apart"
            )
        counts = [
            f"{field(SetRules, name).label.removesuffix(' counts').lower()} {percent(getattr(now, name))}"
            for name in _WEIGHTS
        ]
        first = listed(limits).capitalize() if limits else "No limits"
        self.show_words("Limits and weights", f"{first}. What counts: {listed(counts)}.")

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(24)
        for name, box in self.boxes.items():
            box.editor.edited.connect(partial(self._type, name))
            line.addWidget(box, 1)
        whole = QVBoxLayout(self.inside)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(line)
        whole.addWidget(self.weights)
        whole.addWidget(label("Cannot be in one set", "caption"))
        whole.addWidget(self.pairs)
        self.add(self.inside)

    def _turn(self) -> None:
        self.inside.setVisible(self.fold.isChecked())
        self.fold.setText("Done" if self.fold.isChecked() else "Change")

    def _type(self, name: str) -> None:
        box = self.boxes[name]
        try:
            self._set(name, box.editor.value())
        except RuleError as wrong:
            box.say(str(wrong))

    def _set(self, name: str, value: Any) -> None:
        self._desk.document.apply(
            partial(limit_sets, **{name: value}), "Change the rules", (SetRules, name)
        )
