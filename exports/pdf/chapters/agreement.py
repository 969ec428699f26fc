# SPDX-License-Identifier: MIT
"""How far we agree: each round with its votes by organization, and every reservation in full."""

from collections.abc import Iterator

from exports.exhibits.agreement_bar import agreement_bar
from exports.exhibits.typography import SEMIBOLD
from exports.pdf.blocks import NewPage, Space, picture
from exports.pdf.chapters.future_state import label
from exports.pdf.chapters.wording import day, joined, organization, person
from exports.pdf.paper import Run
from exports.pdf.setting import Block, Text, Title, Words
from exports.pdf.style import BODY, H1, H2, H3, LEAD, QUOTE, QUOTE_SMALL, SMALL, Style
from exports.pdf.table import Column, Table
from resources.theme import LIGHT
from workshop.room.agreement import OUTCOME_LABELS, Agreement, agreement
from workshop.room.records import AgreementRound, Reservation, Tally
from workshop.room.scales import AgreementScale
from workshop.state import Workshop
from workshop.why import counted, percent


def agreement_chapter(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give all rounds with their dissent; nothing if the room was never asked."""
    rounds = workshop.all(AgreementRound)
    if not rounds:
        return
    kept = workshop.all(Reservation)
    yield NewPage(chapter=True)
    yield Title("How far we agree", H1, "H1", 0)
    yield Text(
        f"The room was asked {counted(len(rounds), 'time')}. "
        f"{counted(len(kept), 'reservation')} on record; each is printed as it was given.",
        LEAD,
    )
    for round in rounds:
        yield from _round(workshop, agreement(workshop, round.id))
        own = [each for each in kept if each.round == round.id]
        yield from _reservations(workshop, own)


def _round(workshop: Workshop, found: Agreement) -> Iterator[Block]:
    round = found.round
    yield Title(round.question, H2, "H2", 1)
    facts = joined(
        found.scale.title,
        f"Round {round.number}",
        day(round.held_at) if round.held_at else "",
        found.answered,
        "anonymous" if round.anonymous else "",
    )
    yield Text(facts, SMALL, leads=True)
    if found.outcome:
        support = f", {percent(found.figures.support or 0)} in support"
        yield Text([Run(OUTCOME_LABELS[found.outcome], SEMIBOLD), support], BODY, leads=True)
    if found.figures.answered:
        yield from picture(
            lambda w, look, size, page: agreement_bar(w, round.id, look, size, page),
            _whole_room(found),
            leads=True,
        )
        yield _counts(found)
    for sentence in found.passed_over:
        yield Text(sentence, SMALL)


def _counts(found: Agreement) -> Table:
    columns = (
        Column("Votes"),
        *(Column(_head(found.scale, c.value), number=True) for c in found.scale.choices),
    )
    order = [found.scale.values.index(choice.value) for choice in found.scale.choices]
    rows: list[list[Words]] = [
        [view.name, *(_count(view.figures.counts[at]) for at in order)]
        for view in found.organizations
        if view.figures.answered
    ]
    everybody = [Run(f"{found.figures.counts[at]}", SEMIBOLD) for at in order]
    rows.append([Run("Everybody", SEMIBOLD), *everybody])
    return Table(columns, rows)


def _whole_room(found: Agreement) -> Workshop:
    """Give the votes of a round as one tally, for a picture of the room; the table has the rest."""
    counts = found.figures.counts
    return Workshop([found.round, Tally(id="room", round=found.round.id, counts=counts)])


def _count(votes: int) -> Words:
    return f"{votes}" if votes else Run("0", color=LIGHT.mute)


def _head(scale: AgreementScale, value: int) -> str:
    return f"{value} {scale.choice(value).short}"


def _reservations(workshop: Workshop, own: list[Reservation]) -> Iterator[Block]:
    if own:
        yield Title("Reservations we keep", H3, "H3")
    for each in own:
        reason = f"“{each.reason.strip()}”" if each.reason.strip() else "No reason was given."
        told: list[Words] = [
            [label(name), text]
            for name, text in (("Would support it if", each.condition), ("Answer", each.response))
            if text.strip()
        ]
        yield _quoted(reason, QUOTE._replace(above=10), joins=True, leads=True)
        yield _quoted(_who(workshop, each), QUOTE_SMALL, joins=bool(told))
        for at, words in enumerate(told, 1):
            yield _quoted(words, QUOTE, joins=at < len(told))


def _quoted(words: Words, style: Style, *, joins: bool, leads: bool = False) -> Text:
    return Text(words, style, "BlockQuote", bar=LIGHT.gap, joins=joins, leads=leads)


def _who(workshop: Workshop, each: Reservation) -> str:
    speaker = joined(
        person(workshop, each.participant), organization(workshop, each.organization), by=", "
    )
    voted = f"voted {each.value}" if each.value is not None else ""
    return joined(speaker or "Not named", voted, each.status)
