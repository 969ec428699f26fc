# SPDX-License-Identifier: MIT
"""The page of the red flags: what is computed, what somebody has stated, and what would settle it."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from exports.exhibits.exhibit import Area
from exports.exhibits.partner_tables import flag_id, red_flags_board
from widgets.cards import Card, ExhibitCard, show_if
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.exhibits.row_mark import RowMark
from widgets.list_and_form import ListAndForm
from widgets.pages import Exposure
from widgets.partners.ground import CHANGE_KINDS, FIT_KINDS, early_card, has_ours
from widgets.step_page import StepPage, link, paged
from widgets.tables.record_table import Column
from workshop import edits
from workshop.ids import Id, new_id
from workshop.partners.records import ChosenSet, IncompatiblePair, RedFlag, SetRules
from workshop.partners.red_flags import Flag, red_flags

_KINDS = (*FIT_KINDS, *CHANGE_KINDS, RedFlag, ChosenSet, SetRules, IncompatiblePair)
_LINES = 40
_EMPTY = (
    "What would people say in two years that we could already see today? "
    "Name the organization, and choose the warning."
)
_HOME = {
    "avoiding_change": ("See the changes", "partners.changes"),
    "no_needs": ("See its needs", "partners.candidates"),
    "strategy_conflict": ("See the aspirations", "partners.candidates"),
    "culture_clash": ("See the fit", "partners.fit"),
    "exclusive_elsewhere": ("See the candidate", "partners.candidates"),
    "large_share": ("See the set", "partners.sets"),
}


def build(desk: Desk) -> "RedFlagsPage":
    """Build the page."""
    return RedFlagsPage(desk)


class RedFlagsPage(StepPage):
    """All flags in one picture; the chosen one with its verbs; and the list of those stated."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "red_flags")
        self.flags = ExhibitCard(desk, paged(desk, red_flags_board, _LINES), _KINDS)
        self.mark = RowMark(desk, self.flags.view, "flag")
        self.flags.view.activated.connect(self._choose)
        self.chosen = FlagCard(desk)
        columns = (
            Column(name="organization", strong=True, width=14),
            Column(name="kind", width=14),
            Column(name="severity", width=8),
            Column(name="evidence", width=18),
            Column(name="settled", width=7),
        )
        self.list = ListAndForm(
            desk,
            RedFlag,
            columns,
            empty=_EMPTY,
            form=(
                "organization",
                "kind",
                "severity",
                "settled",
                "evidence",
                "resolution",
                "private_note",
            ),
        )
        self.list.chosen.connect(self._mark_stated)
        self.early = early_card(desk)
        self.place(self.early, self.flags, below=(self.chosen, self.list))
        self.follow(_KINDS, self._show)
        self._show()

    def select(self, id: Id) -> None:
        """Bring a flag into view, given itself or the organization it is about."""
        found = red_flags(self.desk.workshop) if has_ours(self.desk.workshop) else ()
        flag = next((f for f in found if id in (flag_id(f), f.organization.id)), None)
        if flag is not None:
            self.mark.mark(flag_id(flag))
            self._show()
            self.flags.turn_to("flag", flag_id(flag))

    def exposure(self) -> Exposure:
        """Give all flags, from the page that is shown here."""
        return Exposure("red_flags", page=self.flags.page)

    def _choose(self, area: Area) -> None:
        self.mark.mark(area.id)
        self._show()

    def _mark_stated(self, id: Id) -> None:
        if id:
            self.mark.mark(id)
            self._show()

    def _show(self) -> None:
        is_ready = has_ours(self.desk.workshop)
        found = red_flags(self.desk.workshop) if is_ready else ()
        self.early.setVisible(not is_ready)
        show_if(is_ready, self.list)
        show_if(bool(found), self.flags)
        flag = next((each for each in found if flag_id(each) == self.mark.id), None)
        self.chosen.show_flag(flag or next(iter(found), None))
        self.mark.mark(flag_id(self.chosen.flag) if self.chosen.flag else "")
        self.list.list_card.show_words(
            "Stated red flags",
            "A computed flag that is also stated counts once, with both reasons.",
        )


class FlagCard(Card):
    """One flag in words, with the way to where it comes from."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.flag: Flag | None = None
        self.evidence, self.resolution = label("", "body"), label("", "body")
        for caption, words in (
            ("Evidence", self.evidence),
            ("What would settle it", self.resolution),
        ):
            self.add(label(caption, "caption"))
            self.add(words)
        self.state = QPushButton("Write it down")
        self.settle = QPushButton("It is settled")
        self.home = link("", self._go_home)
        self.state.clicked.connect(lambda _=False: self.write_down())
        self.settle.clicked.connect(lambda _=False: self._settle())
        line = QHBoxLayout()
        for button in (self.state, self.settle, self.home):
            line.addWidget(button)
        line.addStretch(1)
        self.content.addLayout(line)

    def show_flag(self, flag: Flag | None) -> None:
        """Show a flag, or nothing."""
        self.flag = flag
        show_if(flag is not None, self)
        if flag is None:
            return
        source = "computed and stated" if flag.computed else "stated"
        if flag.stated is None:
            source = "computed"
        state = "settled" if flag.settled else f"{flag.severity}, {source}"
        self.show_words(f"{flag.label}: {flag.organization.name}", state)
        self.evidence.setText(flag.evidence or "None given yet")
        self.resolution.setText(flag.resolution or "Not said yet")
        self.state.setVisible(flag.stated is None)
        self.settle.setVisible(flag.stated is not None)
        self.settle.setText("Not settled after all" if flag.settled else "It is settled")
        home = _HOME.get(flag.kind)
        self.home.setVisible(home is not None and flag.computed)
        self.home.setText(home[0] if home else "")

    def write_down(self) -> None:
        """Make a record of a computed flag, so that it can be settled with reasons."""
        flag = self.flag
        if flag is None or flag.stated is not None:
            return
        record = RedFlag(
            id=new_id(),
            organization=flag.organization.id,
            kind=flag.kind,
            severity=flag.severity,
            resolution=flag.resolution,
        )
        self._desk.apply(lambda workshop: edits.add(workshop, record), "Write down a red flag")

    def _settle(self) -> None:
        if self.flag is not None and self.flag.stated is not None:
            edit = partial(
                edits.change, of=RedFlag, id=self.flag.stated.id, settled=not self.flag.settled
            )
            self._desk.apply(edit, "Settle a red flag")

    def _go_home(self) -> None:
        if self.flag is not None and self.flag.kind in _HOME:
            self._desk.go(_HOME[self.flag.kind][1], self.flag.organization.id)
