# SPDX-License-Identifier: MIT
"""By which rules a year is settled, and what years to think about, good and bad."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox

from widgets.cards import Card
from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.forms.record_form import RecordForm
from widgets.list_and_form import ListAndForm
from widgets.reading.aloud import name_box
from widgets.step_page import StepPage
from widgets.tables.record_table import Column
from workshop.deal.money_records import (
    Basis,
    BasisValue,
    LossShare,
    SavingsModel,
    Scenario,
    SplitRule,
)
from workshop.deal.savings.program import SHARED_VALUE, program, programs
from workshop.deal.scenarios import CAUTION, Outcome, outlook
from workshop.edits import add, change
from workshop.history import Step
from workshop.ids import Id, new_id
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.why import amount

KINDS = (SavingsModel, Scenario, SplitRule, Basis, BasisValue, LossShare, Organization)
_EMPTY = (
    "How a year may turn out: how likely, and how much of expected spending is saved or lost. "
    "Begin with a bad year, so that nobody forgets it."
)
_FIELDS = (
    "benchmark", "people", "minimum_rate", "revenue", "quality", "quality_score", "low_revenue", "advance",
    "name",
)  # fmt: skip


class ModelPart(StepPage):
    """The rules as chips, their figures in a form, and the scenarios with what each brings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "waterfall")
        self._outcomes: dict[Id, Outcome] = {}
        self._problem = ""
        desk.changed.connect(self._forget)
        columns = (
            Column(name="name", strong=True, width=14),
            "probability",
            "rate",
            Column("Earned or owed", text=partial(self._part, "earned"), width=12),
            Column("Partner", text=partial(self._part, "partner"), width=12),
            Column("Participants", text=partial(self._part, "pool"), width=12),
        )
        self._work_out()
        self.scenarios = ListAndForm(desk, Scenario, columns, empty=_EMPTY)
        self.rules = Card()
        self.programs, self.tracks = QComboBox(), ChoiceChips("Track")
        name_box(self.programs, "Rules")
        self.programs.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.programs.setPlaceholderText("Choose the rules")
        for each in programs():
            self.programs.addItem(each.title, each.key)
        self.source = label("", "hint")
        self.form = RecordForm(desk, SavingsModel, _FIELDS)
        for widget in (self.programs, self.tracks, self.source, self.form):
            self.rules.add(widget)
        self.programs.activated.connect(lambda at: self.choose_rules(self.programs.itemData(at)))
        self.tracks.chosen.connect(self.choose_track)
        self.place(self.scenarios, below=(self.rules,))
        self.follow(KINDS, self._show)
        self._show()

    def select(self, id: Id) -> None:
        """Bring a scenario into view."""
        self.scenarios.select(id)

    def choose_rules(self, key: str) -> None:
        """Settle by the rules of another program; its first track is taken."""
        rules = program(key)
        track = next(iter(rules.tracks))
        model = next(iter(self.desk.workshop.all(SavingsModel)), None)
        if model is None:
            fresh = SavingsModel(id=new_id(), name=rules.title, rules=key, track=track)
            self.desk.apply(lambda w: add(w, fresh), "Choose the rules")
        else:
            values: dict[str, Any] = {"name": rules.title, "rules": key, "track": track}
            edit = partial(change, of=SavingsModel, id=model.id, **values)
            self.desk.apply(edit, "Choose the rules")

    def choose_track(self, track: str) -> None:
        """Take part in another way."""
        for model in self.desk.workshop.all(SavingsModel)[:1]:
            edit = partial(change, of=SavingsModel, id=model.id, track=track)
            self.desk.apply(edit, "Choose the track")

    def _forget(self, step: Step) -> None:
        if step.touches(*KINDS):
            self._work_out()

    def _work_out(self) -> None:
        self._outcomes, self._problem = {}, ""
        try:
            found = outlook(self.desk.workshop)
        except RuleError as missing:
            self._problem = str(missing)
        else:
            self._outcomes = {each.scenario.id: each for each in found.outcomes}

    def _part(self, part: str, _workshop: Workshop, scenario: Scenario) -> str:
        found = self._outcomes.get(scenario.id)
        if found is None:
            return "–"
        if part == "earned":
            return amount(found.split.earned)
        keys = ("partner", "fee") if part == "partner" else ("pool",)
        return amount(found.split.to(*keys))

    def _show(self) -> None:
        workshop = self.desk.workshop
        title = "What each year brings" if self._outcomes else self._problem.removesuffix(".")
        self.scenarios.list_card.show_words(title, CAUTION)
        model = next(iter(workshop.all(SavingsModel)), None)
        chosen = (model.rules or SHARED_VALUE) if model else ""
        self.programs.setCurrentIndex(self.programs.findData(chosen))
        if model is None:
            self.rules.show_words("By which rules is a year settled?")
        else:
            self.rules.show_words("By these rules a year is settled")
        self._show_model(model)

    def _show_model(self, model: SavingsModel | None) -> None:
        for widget in (self.tracks, self.source, self.form):
            widget.setVisible(model is not None)
        if model is None:
            return
        rules = program(model.rules)
        tracks = [(key, each.title) for key, each in rules.tracks.items()]
        self.tracks.offer(tracks, model.track)
        if model.track not in rules.tracks:
            self.tracks.choose_none()
        self.tracks.setVisible(len(tracks) > 1)
        self.source.setText(rules.source)
        if self.form.id != model.id:
            self.form.show_record(model.id)
