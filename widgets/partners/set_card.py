# SPDX-License-Identifier: MIT
"""One set of partners: who is in it, what it covers and costs, what hangs on whom, choosing it."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal

from exports.exhibits.boards import draw_board
from exports.exhibits.exhibit import Exhibit, Look, Size
from exports.exhibits.set_coverage import set_picture
from widgets.cards import Card, ExhibitCard
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.forms.field_box import FieldBox
from widgets.partners.several_chips import SeveralChips
from widgets.why import WhyButton
from workshop.ids import Id
from workshop.partners.partner_sets import PartnerSet
from workshop.partners.rating_edits import choose_set
from workshop.partners.records import CHOSEN_SET_ID, ChosenSet
from workshop.partners.set_insight import Insight, hangs_on, insight
from workshop.partners.set_problem import Problem, breaks
from workshop.record import Record, field
from workshop.why import listed, percent

_MANY = 10_000
_LINES = 40


class SetCard(ExhibitCard):
    """The picture of who covers what, with a chip for each candidate to put in or take out."""

    turned = Signal(tuple)
    """Other partners are to be looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self._draw_set)
        self.members: tuple[Id, ...] = ()
        self.chips = SeveralChips("Partners in the set", _MANY)
        self.chips.changed.connect(self.turned)
        self.content.insertWidget(0, self.chips)

    def show_set(self, problem: Problem, members: tuple[Id, ...]) -> None:
        """Show a set of partners."""
        self.chips.offer_several(list(zip(problem.ids, problem.names, strict=True)), members)
        self.members = members
        self.page = 0
        self.view.refresh()

    def _draw_set(self, look: Look, size: Size, page: int) -> Exhibit:
        high = min(size[1], look.line * _LINES)
        return set_picture(self._desk.workshop, ",".join(self.members), look, (size[0], high), page)


class SetEffectCard(ExhibitCard):
    """What another picture looks like under the set that is looked at, before it is chosen."""

    def __init__(self, desk: Desk, board: str, kinds: Collection[type[Record]] = ()) -> None:
        super().__init__(desk, self._draw_effect, kinds, beside=True)
        self.board = board
        self.members: tuple[Id, ...] = ()

    def show_set(self, members: tuple[Id, ...]) -> None:
        """Show the picture under a set of partners."""
        self.members, self.page = members, 0
        self.view.refresh()

    def _draw_effect(self, look: Look, size: Size, page: int) -> Exhibit:
        high = min(size[1], look.line * _LINES)
        about = ",".join(self.members)
        return draw_board(self.board, self._desk.workshop, look, (size[0], high), page, about)


class SetFactsCard(Card):
    """The set in figures and sentences, and the choice."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.members: tuple[Id, ...] = ()
        self.open = label("", "body")
        self.hangs, self.shares = label("", "body"), label("", "body")
        self.broken = label("", "error")
        self.why = WhyButton("Fair contribution of each partner")
        self.buttons.addWidget(self.why)
        for widget in (self.broken, self.open, self.hangs):
            self.add(widget)
        self.shares_title = label("Fair contribution to what is covered", "caption")
        self.add(self.shares_title)
        self.add(self.shares)
        self.pick = self.add_action("", self._choose, "primary")
        self.because = FieldBox(desk, field(ChosenSet, "because"))
        self.because.editor.edited.connect(self._keep_reason)
        self.because.widget.installEventFilter(self)
        self.add(self.because)
        self.content.addStretch(1)

    def show_set(self, problem: Problem, found: PartnerSet) -> None:
        """Show what a set comes to."""
        self.members = found.members
        within = insight(problem, found.mask)
        coverage = "unknown" if found.coverage is None else percent(found.coverage)
        figures = f"Covers {coverage}, cost {found.cost}, strain {found.strain}"
        self.show_words(figures, found.label)
        self.open.setText(open_words(problem, found))
        self.hangs.setText("\n".join(hangs_on(problem, found.mask)))
        self.broken.setText("\n".join(breaks(problem, found.mask)))
        self.shares.setText(_shares(problem, within))
        for widget in (self.hangs, self.broken):
            widget.setVisible(bool(widget.text()))
        for other in (self.shares, self.shares_title):
            other.setVisible(bool(found.members))
        self.why.show_why(within.why if found.members else None)
        self._show_choice()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make the next typing a step of its own when the focus leaves the field."""
        if event.type() == QEvent.Type.FocusOut:
            self._desk.document.end_merge()
        return super().eventFilter(watched, event)

    def _show_choice(self) -> None:
        chosen = self._desk.workshop.of(ChosenSet).get(CHOSEN_SET_ID)
        is_chosen = chosen is not None and set(chosen.members) == set(self.members)
        self.pick.setText("Choose this set")
        self.pick.setVisible(bool(self.members) and not is_chosen)
        self.because.setVisible(bool(self.members) and is_chosen)
        if chosen is not None and not self.because.widget.hasFocus():
            self.because.editor.show_value(chosen.because)

    def _choose(self) -> None:
        self._desk.apply(partial(choose_set, members=self.members), "Choose partners")

    def _keep_reason(self) -> None:
        edit = partial(choose_set, because=self.because.editor.value())
        self._desk.apply(edit, "Say why these partners", (ChosenSet, "because"))


def open_words(problem: Problem, found: PartnerSet) -> str:
    """Say which needs stay open, must-haves first."""
    names = dict(zip(problem.needs, problem.need_names, strict=True))
    if not found.open_needs:
        return "No need stays open" if problem.needs else "No need is weighed yet"
    musts = [names[need] for need in found.open_musts]
    rest = [names[need] for need in found.open_needs if need not in found.open_musts]
    said = [f"Must-haves that stay open: {listed(musts)}"] if musts else []
    said += (
        [f"Also open: {listed(rest)}" if musts else f"Stays open: {listed(rest)}"] if rest else []
    )
    return "\n".join(said)


def _shares(problem: Problem, within: Insight) -> str:
    names = dict(zip(problem.ids, problem.names, strict=True))
    ranked = sorted(within.contribution.items(), key=lambda each: -each[1])
    return "\n".join(
        f"{names[id]}: {percent(share)}; without it coverage falls by {percent(within.criticality[id])}"
        for id, share in ranked
    )
