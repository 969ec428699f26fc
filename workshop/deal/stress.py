# SPDX-License-Identifier: MIT
"""Hard questions to the agreement: which clause answers, and which questions hang loose."""

from typing import NamedTuple

from workshop.deal.records import Clause, StressAnswer
from workshop.edits import add, change
from workshop.ids import Id, new_id
from workshop.state import Workshop

CARDS = (
    "The savings are half of what we planned.",
    "They have trained us: do they leave?",
    "The data comes late twice.",
    "One of us is sold or comes under other control.",
)
"""Questions every agreement is asked; a workshop may add its own."""


class Card(NamedTuple):
    """A question, and the clauses that answer it."""

    question: str
    answer: StressAnswer | None
    clauses: tuple[Clause, ...]

    @property
    def answered(self) -> bool:
        """Whether a clause with words answers."""
        return any(clause.text.strip() for clause in self.clauses)


def cards(workshop: Workshop) -> list[Card]:
    """Give the standing questions and those the workshop has added, with what answers them."""
    answers = {each.question: each for each in workshop.all(StressAnswer)}
    own = [question for question in answers if question not in CARDS]
    return [_card(workshop, question, answers.get(question)) for question in (*CARDS, *own)]


def answer(
    workshop: Workshop, question: str, clauses: tuple[Id, ...], remark: str = ""
) -> Workshop:
    """Note which clauses answer a question."""
    found = next((a for a in workshop.all(StressAnswer) if a.question == question), None)
    if found:
        return change(workshop, StressAnswer, found.id, clauses=clauses, remark=remark)
    fresh = StressAnswer(id=new_id(), question=question, clauses=clauses, remark=remark)
    return add(workshop, fresh)


def _card(workshop: Workshop, question: str, found: StressAnswer | None) -> Card:
    clauses = tuple(workshop.get(Clause, id) for id in found.clauses) if found else ()
    return Card(question, found, clauses)
