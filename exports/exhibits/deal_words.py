# SPDX-License-Identifier: MIT
"""The deal in sentences: goals, hard questions, and what became of reservations."""

from exports.exhibits.exhibit import Exhibit, Look, Size
from exports.exhibits.words import Line, word_list
from workshop.deal.agreement_text import draft
from workshop.deal.conditions import measured_by
from workshop.deal.operating_records import Goal
from workshop.deal.reservations import Kept, kept_reservations
from workshop.deal.stress import Card, cards
from workshop.prepare.records import Participant
from workshop.state import Workshop
from workshop.why import counted

_MOST = 220
"""Letters of one entry that still fit on a page of the smallest card."""


def goals(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give each goal with who measures it and what follows."""
    found = workshop.all(Goal)
    loose = sum(not measured_by(workshop, each) for each in found)
    lines = [Line(brief(draft(workshop, each)[1])) for each in found]
    title = f"{counted(len(found), 'goal')}, all measured by somebody" if not loose else (
        f"Nobody measures {loose} of {counted(len(found), 'goal')}"
    )  # fmt: skip
    none = "How we will know, and who measures it, will stand here."
    return word_list(lines, look, size, page, title if found else "No goal is set yet", none)


def stress(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give each hard question and the clause that answers it."""
    found = cards(workshop)
    loose = sum(not each.answered for each in found)
    title = f"{counted(loose, 'hard question')} without an answer" if loose else (
        "A clause answers every hard question"
    )  # fmt: skip
    return word_list([_card(each) for each in found], look, size, page, title, "")


def kept(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give every reservation and what became of it."""
    found = kept_reservations(workshop)
    loose = sum(not each.settled for each in found)
    many = counted(len(found), "reservation")
    title = f"{loose} of {many} still to become something" if loose else (
        f"{many}, each with what became of it"
    )  # fmt: skip
    lines = [_outcome(workshop, each) for each in found]
    none = "Nobody has put a reservation on record."
    return word_list(lines, look, size, page, title if found else "No reservation yet", none)


def brief(text: str) -> str:
    """Give a text no longer than a page has room for; whoever wants all of it opens the record."""
    text = " ".join(text.split())
    return text if len(text) <= _MOST else text[: _MOST - 1].rstrip() + "…"


def _card(card: Card) -> Line:
    answers = [clause.subject for clause in card.clauses if clause.text.strip()]
    return Line(brief(card.question), brief(", ".join(answers)) or "no clause answers yet")


def _outcome(workshop: Workshop, each: Kept) -> Line:
    reason = f"“{brief(each.reservation.reason)}”" if each.reservation.reason else "No reason given"
    return Line(reason, brief(outcome_words(workshop, each)))


def outcome_words(workshop: Workshop, each: Kept) -> str:
    """Say what became of a reservation, and who owns it."""
    if each.reservation.status == "withdrawn":
        return "Taken back"
    if each.lacking or each.outcome is None:
        return each.lacking
    owner = workshop.of(Participant).get(each.outcome.owner or "")
    whose = f" ({owner.name})" if owner else ""
    if each.clause:
        return f"Became the clause “{each.clause.subject}”{whose}"
    word = "Accepted risk" if each.outcome.became == "accepted_risk" else "Follow-up"
    due = f", by {each.outcome.due.day} {each.outcome.due:%B %Y}" if each.outcome.due else ""
    return f"{word}: {each.outcome.text}{whose}{due}"
