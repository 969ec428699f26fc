# SPDX-License-Identifier: MIT
"""The title page, and the whole edition in one page for those who read no further."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from exports.exhibits.typography import SEMIBOLD
from exports.pdf.blocks import NewPage, Space
from exports.pdf.chapters.wording import day, joined, person, short_day, span
from exports.pdf.paper import Run
from exports.pdf.setting import Block, Text, Title, bullets
from exports.pdf.style import BODY, H1, H3, HEIGHT, ITEM, KICKER, LEAD, TITLE, WIDTH
from resources.theme import LIGHT
from workshop.future_state.records import Statement
from workshop.gaps.gap import gaps
from workshop.gaps.headline import coverage_headline, gap_headline
from workshop.gaps.records import OPTION_LABELS, Need, Sourcing
from workshop.partners.records import Tie
from workshop.prepare.details import details, organizations
from workshop.record import Record, noun
from workshop.room.agreement import OUTCOME_LABELS, agreement, latest_rounds
from workshop.room.records import Action, AgreementRound, Decision, Reservation
from workshop.state import Workshop
from workshop.why import counted, listed

_MOST_NAMES = 16
_MOST = 5
_LONGEST = 170


def title_page(
    workshop: Workshop, created: datetime, subject: str
) -> Iterator[Block | NewPage | Space]:
    """Give the title page of an edition on a subject."""
    known = details(workshop)
    yield NewPage(chapter=True)
    yield Space(150)
    yield Text(subject, KICKER)
    yield Text(known.title.strip() or "Workshop without a title", TITLE, "H1")
    where = joined(known.place.strip(), span(known.starts, known.ends))
    if where:
        yield Text(where, LEAD)
    yield Space(18)
    yield Text(known.purpose, BODY)
    yield Space(18)
    for label, value in (
        ("At the table", _at_the_table(workshop)),
        ("Horizon", day(known.horizon) if known.horizon else ""),
        ("Facilitator", known.facilitator.strip()),
        ("Printed", day(created)),
    ):
        if value:
            yield Text(value, BODY._replace(indent=84), mark=Run(label, SEMIBOLD, LIGHT.mute))


def _at_the_table(workshop: Workshop) -> str:
    names = [each.name for each in organizations(workshop) if each.at_table]
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def summary(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give the edition in one page."""
    yield NewPage(chapter=True)
    yield Title("In one page", H1, "H1", 0)
    for most in range(_MOST, 0, -1):
        blocks = list(_summed_up(workshop, most))
        if _height(blocks) <= HEIGHT - H1.leading - 2 * LEAD.leading:
            break
    yield from blocks
    missing = [noun(kind, 2) for kind in _EXPECTED if not workshop.of(kind)]
    if missing:
        yield Text(f"Not captured yet: {listed(missing)}.", LEAD)


_EXPECTED: tuple[type[Record], ...] = (
    Statement,
    Need,
    Sourcing,
    Tie,
    AgreementRound,
    Decision,
    Action,
)


def _height(blocks: list[Text]) -> float:
    below, height = 0.0, 0.0
    for block in blocks:
        height += max(block.above, below) + len(block.lines(WIDTH)) * block.style.leading
        below = block.below
    return height + below


def _summed_up(workshop: Workshop, most: int) -> Iterator[Text]:
    parts = (
        ("The future we want", _future(workshop, most)),
        ("What we lack", _lack(workshop, most)),
        ("How we close it", _ways(workshop, most)),
        ("How far we agree", _agreed(workshop, most)),
        ("What we decided", _decided(workshop, most)),
        ("What happens next", _next(workshop, most)),
    )
    for heading, told in parts:
        items = [_short(item) for item in told]
        if items:
            yield Title(heading, H3, "H2")
            yield from bullets(items, ITEM._replace(below=1))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0][:_LONGEST] + " …"


def _some(items: Iterable[str], most: int, noun: str) -> Iterator[str]:
    every = list(items)
    yield from every[:most]
    if len(every) > most:
        yield f"And {counted(len(every) - most, noun)} more in this file."


def _future(workshop: Workshop, most: int) -> Iterator[str]:
    ranked = sorted(workshop.all(Statement), key=lambda each: -(each.dots or 0))
    return _some((each.text_to for each in ranked), most, "statement")


def _lack(workshop: Workshop, most: int) -> Iterator[str]:
    found = gaps(workshop)
    if not found:
        return
    yield f"{gap_headline(found)}. {coverage_headline(found)}."
    for each in [gap for gap in found if gap.gap][:most]:
        yield (
            f"{_short(each.capability.name)}: at level {each.current} today, "
            f"{each.need.needed_level} needed."
        )


def _ways(workshop: Workshop, most: int) -> Iterator[str]:
    chosen = {each.need: each.chosen for each in workshop.all(Sourcing) if each.chosen}
    lines = [
        f"{each.capability.name}: {OPTION_LABELS[chosen[each.need.id]].lower()}"
        for each in gaps(workshop)
        if each.need.id in chosen
    ]
    return _some(lines, most, "choice")


def _agreed(workshop: Workshop, most: int) -> Iterator[str]:
    for round in latest_rounds(workshop)[:most]:
        found = agreement(workshop, round.id)
        outcome = OUTCOME_LABELS[found.outcome].lower() if found.outcome else "nobody has answered"
        yield f"{_short(round.question).rstrip('.')}: {outcome}, {found.answered}."
    kept = workshop.all(Reservation)
    if kept:
        still = sum(each.status == "open" for each in kept)
        yield f"{counted(len(kept), 'reservation')} on record, {still} of them open; all are printed."


def _decided(workshop: Workshop, most: int) -> Iterator[str]:
    return _some((each.text for each in workshop.all(Decision)), most, "decision")


def _next(workshop: Workshop, most: int) -> Iterator[str]:
    still = [each for each in workshop.all(Action) if not each.done]
    still.sort(key=lambda each: (each.due is None, each.due))
    lines = (joined(a.text, person(workshop, a.owner), short_day(a.due)) for a in still)
    return _some(lines, most, "action")
