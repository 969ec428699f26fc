# SPDX-License-Identifier: MIT
"""The rows of a sealed sheet: what is scored, and an editor that is blank whenever it is opened."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.dialogs import label
from widgets.forms.editors import as_editor, make_editor
from widgets.forms.level_dots import LevelEditor
from workshop.deal.edits import seal_score, seal_value, seal_walk_away, seal_weight
from workshop.deal.records import LEDGER_LABELS, LedgerItem, SealedScore, WalkAway
from workshop.deal.term_records import OptionValue, Term, TermOption, TermWeight
from workshop.document import Edit
from workshop.ids import Id
from workshop.prepare.details import organizations
from workshop.record import Record, RuleError, field
from workshop.state import Workshop

_FIELD_LETTERS = 12
Kept = Callable[[Workshop], Any]


class SealedRow(QWidget):
    """One question of a sealed sheet; what was answered before it was opened is not shown."""

    def __init__(
        self,
        desk: Desk,
        words: str,
        aside: str,
        of: tuple[type[Record], str],
        keep: Callable[[Any], Edit],
        kept: Kept,
    ) -> None:
        super().__init__()
        self._desk, self._keep, self._kept = desk, keep, kept
        self._touched = False
        self.was_kept = kept(desk.workshop) not in (None, "")
        described = field(*of)._replace(optional=True, label=words, hint="")
        self.editor = make_editor(desk, described, self)
        self.editor.setAccessibleName(f"{words}, {aside}" if aside else words)
        if isinstance(self.editor, QLineEdit):
            self.editor.setPlaceholderText("")  # an example would pull answers toward itself
        self._state = QLabel("sealed" if self.was_kept else "")
        self._state.setProperty("role", "hint")
        self._wrong = label("", "error")
        self._wrong.hide()
        as_editor(self.editor).show_value(described.default if described.kind == "long" else None)
        as_editor(self.editor).edited.connect(self._take)
        self._arrange(words, aside, is_long=described.kind == "long")

    def show_kept(self) -> None:
        """Show what holds after an undo, of what was typed here."""
        if self._touched and not self.editor.hasFocus():
            as_editor(self.editor).show_value(self._kept(self._desk.workshop))

    def _take(self) -> None:
        self._wrong.hide()
        self._touched = True
        self._state.clear()
        try:
            edit = self._keep(as_editor(self.editor).value())
            self._desk.document.apply(edit, "Seal an answer", ("sealed", id(self.window())))
        except RuleError as broken:
            self._wrong.setText(str(broken))
            self._wrong.show()

    def _arrange(self, words: str, aside: str, *, is_long: bool) -> None:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(label(words))
        if aside:
            said.addWidget(label(aside, "hint"))
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addLayout(said, 1)
        line.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        if not isinstance(self.editor, LevelEditor) and not is_long:
            self.editor.setFixedWidth(self.fontMetrics().averageCharWidth() * _FIELD_LETTERS)
        if not is_long:
            line.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignVCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 4)
        whole.setSpacing(4)
        whole.addLayout(line)
        if is_long:
            whole.addWidget(self.editor)
        whole.addWidget(self._wrong)


_Section = tuple[str, str, list[SealedRow]]


def scored_items(workshop: Workshop) -> list[LedgerItem]:
    """Give the entries of the ledger that are weighed under seal: every give and every get."""
    return [i for i in workshop.all(LedgerItem) if i.kind in ("gives_up", "gets_benefit")]


def score_sections(desk: Desk, organization: Id) -> list[_Section]:
    """Give the sheet of an organization on what it and the others give and gain."""
    sections: list[_Section] = []
    for each in sorted(organizations(desk.workshop), key=lambda o: o.id != organization):
        own = [i for i in scored_items(desk.workshop) if i.organization == each.id]
        rows = [_score_row(desk, organization, item) for item in own]
        if rows:
            how = (
                "How much does each weigh for you? 1 slight to 5 decisive." if not sections else ""
            )
            heading = f"What {each.name} gives and gains"
            sections.append((heading, how, rows))
    return [*sections, _line(desk, organization)]


def term_sections(desk: Desk, organization: Id) -> list[_Section]:
    """Give the sheet of an organization on the terms: weights, values of options, and its line."""
    workshop = desk.workshop
    sections: list[_Section] = []
    for term in workshop.all(Term):
        rows = [_weight_row(desk, organization, term)]
        options = [each for each in workshop.all(TermOption) if each.term == term.id]
        rows += [_value_row(desk, organization, each) for each in options]
        how = (
            "Its weight against the other terms, as points from 0 to 100; then how good each option "
            "is for you, from 0% for your worst to 100% for your best."
        )
        sections.append((term.name, how if not sections else "", rows))
    return [*sections, _line(desk, organization)] if sections else []


def _score_row(desk: Desk, organization: Id, item: LedgerItem) -> SealedRow:
    return SealedRow(
        desk,
        item.text,
        LEDGER_LABELS[item.kind],
        (SealedScore, "score"),
        lambda value: partial(seal_score, organization=organization, item=item.id, score=value),
        lambda w: _found(w, SealedScore, "score", organization=organization, item=item.id),
    )


def _weight_row(desk: Desk, organization: Id, term: Term) -> SealedRow:
    return SealedRow(
        desk,
        f"Weight of “{term.name}”",
        "",
        (TermWeight, "weight"),
        lambda value: partial(seal_weight, organization=organization, term=term.id, weight=value),
        lambda w: _found(w, TermWeight, "weight", organization=organization, term=term.id),
    )


def _value_row(desk: Desk, organization: Id, option: TermOption) -> SealedRow:
    return SealedRow(
        desk,
        option.text,
        "",
        (OptionValue, "value"),
        lambda value: partial(seal_value, organization=organization, option=option.id, value=value),
        lambda w: _found(w, OptionValue, "value", organization=organization, option=option.id),
    )


def _line(desk: Desk, organization: Id) -> _Section:
    rows = [
        _line_row(desk, organization, "value", "The least you accept, of the best you could get"),
        _line_row(desk, organization, "reason", "What you would do instead"),
    ]
    how = "Below this line you would rather walk away. It is used in reckoning and shown to nobody."
    return "Your line", how, rows


def _line_row(desk: Desk, organization: Id, name: str, words: str) -> SealedRow:
    return SealedRow(
        desk,
        words,
        "",
        (WalkAway, name),
        lambda value: partial(seal_walk_away, organization=organization, **{name: value}),
        lambda w: _found(w, WalkAway, name, organization=organization),
    )


def _found(workshop: Workshop, kind: type[Record], name: str, **keys: Id) -> Any:
    for record in workshop.of(kind).values():
        if all(getattr(record, key) == id for key, id in keys.items()):
            return getattr(record, name)
    return None
