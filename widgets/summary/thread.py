# SPDX-License-Identifier: MIT
"""The page of the golden thread: each statement to its way out, and what hangs loose."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from exports.exhibits.boards import BOARDS
from widgets.cards import Card, ExhibitCard
from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.snug_list import SnugList
from widgets.step_page import StepPage, paged, starting_card
from workshop.ids import Id
from workshop.kinds import KINDS
from workshop.thread import Thread, thread
from workshop.why import counted

_VIEWS = (("thread", "The thread"), ("loose_ends", "Loose ends"))
_LINES, _LIST_LINES = 36, 30
_START = (
    "Each statement of the future is followed here over need, partner, give and get, clause and goal "
    "to the way out. Start with one statement."
)
_STEPS = {
    "statement": "deal.vision",
    "need": "gaps.capabilities",
    "partner": "partners.network",
    "ledger": "deal.ledger",
    "clause": "deal.agreement",
    "goal": "deal.agreement",
    "exit": "deal.agreement",
}
"""Where a knot of each stage is tied."""


def build(desk: Desk) -> "ThreadPage":
    """Build the page."""
    return ThreadPage(desk)


class ThreadPage(StepPage):
    """The picture of the thread, and the loose ends; a click on either goes where it is mended."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "thread")
        self.found: Thread = thread(desk.workshop)
        self.picture = ExhibitCard(desk, paged(desk, BOARDS["thread"], _LINES), KINDS)
        self.picture.view.activated.connect(lambda area: self.follow_area(area.role, area.id))
        self.loose = Card()
        self.list = SnugList(_LIST_LINES, "What hangs loose; Enter goes where it is mended")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda item: self.mend(self.list.row(item)))
        self.list.itemActivated.connect(lambda item: self.mend(self.list.row(item)))
        self.loose.add(self.list)
        self.chips = ChoiceChips("What is shown")
        self.chips.offer(_VIEWS, "thread")
        self.chips.chosen.connect(self.turn_to)
        self.early = starting_card(
            _START, "Write the first statement", lambda: desk.go("future.statements")
        )
        self.place(self.chips, self.early, self.picture, self.loose)
        self.follow(KINDS, self._show)
        self._show()

    def turn_to(self, board: str) -> None:
        """Show the thread over its loose ends, or these alone; the room sees the same."""
        self.board = board
        self.picture.setVisible(board == "thread" and bool(self.found.strands))

    def mend(self, row: int) -> None:
        """Go where a loose end is tied."""
        if 0 <= row < len(self.found.loose):
            end = self.found.loose[row]
            self.desk.go(end.step, end.id or end.kind)

    def follow_area(self, role: str, about: Id) -> None:
        """Go to the statement or the knot that was chosen in the picture."""
        if role == "statement":
            self.desk.go("deal.vision", about)
            return
        statement, stage = about.split(" ")
        strand = next(each for each in self.found.strands if each.statement.id == statement)
        knots = strand.knots[stage]
        self.desk.go(_STEPS[stage], knots[0].id if knots else stage)

    def _show(self) -> None:
        self.found = thread(self.desk.workshop)
        loose = self.found.loose
        title = f"{counted(len(loose), 'loose end')}" if loose else "Nothing hangs loose"
        self.loose.show_words(title, "Choose one to go where it is mended." if loose else "")
        self.list.clear()
        for each in loose:
            QListWidgetItem(each.sentence, self.list)
        self.early.setVisible(not self.found.strands)
        self.chips.setVisible(bool(self.found.strands or loose))
        self.picture.setVisible(self.board == "thread" and bool(self.found.strands))
        self.loose.setVisible(bool(self.found.strands or loose))
        self.list.setVisible(bool(loose))
        self.list.fit()
