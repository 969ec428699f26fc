# SPDX-License-Identifier: MIT
"""The votes of the chosen round, keyed in person by person or as counts per organization."""

from widgets.cards import Card
from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.future_state.ballot_table import BallotTable
from widgets.future_state.count_table import CountTable
from widgets.tables.snug import Snug
from workshop.ids import Id
from workshop.prepare.records import Participant
from workshop.room.records import AgreementRound, Ballot, Tally
from workshop.room.scales import SCALES
from workshop.state import Workshop

_PEOPLE, _COUNTS = "people", "counts"
_LINES = 17


class VotesCard(Card):
    """Two ways to key in; an anonymous round takes counts only."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Key in the votes")
        self._desk, self.round = desk, ""
        self.chips = ChoiceChips("How votes are keyed in")
        self.chips.chosen.connect(lambda _key: self._show())
        self.people, self.counts = BallotTable(desk), CountTable(desk)
        self.hint = label("", "hint")
        self.add(self.chips)
        for table in (self.people, self.counts):
            self.add(table)
            Snug(table, _LINES)
        self.add(self.hint)

    def show_round(self, id: Id) -> None:
        """Show the votes of a round."""
        is_other, self.round = id != self.round, id
        round = self._desk.workshop.get(AgreementRound, id)
        ways = [(_COUNTS, "Counts by organization")]
        if not round.anonymous:
            ways.insert(0, (_PEOPLE, "Person by person"))
        wanted = _way(self._desk.workshop, id) if is_other else self.chips.current
        self.chips.offer(ways, wanted)
        self._show()

    def _show(self) -> None:
        round = self._desk.workshop.get(AgreementRound, self.round)
        is_by_person = self.chips.current == _PEOPLE
        self.people.setVisible(is_by_person)
        self.counts.setVisible(not is_by_person)
        (self.people if is_by_person else self.counts).show_round(self.round)
        scale = SCALES[round.scale]
        low, high = scale.values[0], scale.values[-1]
        first, last = scale.choice(low).label, scale.choice(high).label
        how = (
            "Type a digit to vote for the person in the row; the next one is up."
            if is_by_person
            else "Type how many gave each answer; Tab goes on."
        )
        self.hint.setText(f"{how} {low}: {first}. {high}: {last}.")
        self.show_words(
            "Key in the votes",
            "Anonymous: no vote is kept with a name." if round.anonymous else "",
        )


def _way(workshop: Workshop, round: Id) -> str:
    """Give the way in which a round was keyed in so far."""
    if any(ballot.round == round for ballot in workshop.of(Ballot).values()):
        return _PEOPLE
    if any(tally.round == round for tally in workshop.of(Tally).values()):
        return _COUNTS
    return _PEOPLE if any(p.votes for p in workshop.of(Participant).values()) else _COUNTS
