# SPDX-License-Identifier: MIT
"""The reservations of one round, in the words of those who have them; dissent is always shown."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import pages_of, turned_to
from exports.exhibits.typography import ITALIC, SEMIBOLD, fit
from workshop.ids import Id
from workshop.prepare.records import Organization, Participant
from workshop.record import field, label_of
from workshop.room.records import AgreementRound, Reservation
from workshop.room.scales import SCALES
from workshop.state import Workshop
from workshop.why import counted

_MOST_LINES = 10


class _Row(NamedTuple):
    reservation: Reservation
    quote: Sequence[str]
    who: Sequence[str]
    more: Sequence[str]
    height: float


def reservations(
    workshop: Workshop, round_id: Id, look: Look, size: Size, page: int = 0
) -> Exhibit:
    """Quote each reservation with who has it and what would win support; Areas “reservation”."""
    round = workshop.get(AgreementRound, round_id)
    found = [each for each in workshop.all(Reservation) if each.round == round_id]
    if not found:
        sentence = "Nobody has put a reservation on record in this round."
        return empty(look, size, "No reservation is on record", sentence)
    sheet = Sheet(size, look)
    rows = [_row(workshop, round, each, look, size) for each in found]
    pages = pages_of([row.height for row in rows], size[1])
    y = 0.0
    for row in (rows[n] for n in turned_to(pages, page)):
        _draw(sheet, row, y)
        y += row.height
    alt = " ".join(_sentence(workshop, round, each) for each in found)
    return sheet.exhibit(_title(found), f"“{round.question}”", alt, len(pages), y)


def _title(found: Sequence[Reservation]) -> str:
    said = f"{counted(len(found), 'reservation')} on record"
    still_open = sum(each.status == "open" for each in found)
    return f"{said}, {still_open} still open" if still_open else f"{said}, none still open"


def _row(
    workshop: Workshop, round: AgreementRound, each: Reservation, look: Look, size: Size
) -> _Row:
    em = look.text
    room = size[0] - 1.2 * em
    most = max(1, min(_MOST_LINES, int(size[1] / look.line) - 6))
    quote = fit(f"“{each.reason}”" if each.reason else "No reason given", em, room, most, ITALIC)
    who = fit(_who(workshop, round, each), em, room, 2, SEMIBOLD)
    more = [line for text in _more(each) for line in fit(text, em, room, 2)]
    lines = len(quote) + len(who) + len(more)
    return _Row(each, quote, who, more, look.line * lines + 1.4 * em)


def _who(workshop: Workshop, round: AgreementRound, each: Reservation) -> str:
    values = {choice.value: choice for choice in SCALES[round.scale].choices}
    organization = workshop.of(Organization).get(each.organization or "")
    person = None if round.anonymous else workshop.of(Participant).get(each.participant or "")
    parts = [record.name for record in (person, organization) if record]
    if each.value in values:
        parts.append(f"“{values[each.value].label}”")
    return ", ".join([*parts, label_of(field(Reservation, "status"), each.status).lower()])


def _more(each: Reservation) -> list[str]:
    condition = f"What would win support: {each.condition}" if each.condition else ""
    response = f"Response: {each.response}" if each.response else ""
    return [text for text in (condition, response) if text]


def _draw(sheet: Sheet, row: _Row, y: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    high = row.height - em
    sheet.box(0, y, 0.25 * em, high, fill=theme.gap)
    at = sheet.block(1.2 * em, y + 0.2 * em, row.quote, font=ITALIC)
    at = sheet.block(1.2 * em, at, row.who, font=SEMIBOLD, color=theme.mute)
    sheet.block(1.2 * em, at, row.more)
    text = " ".join([row.reservation.reason, *_more(row.reservation)])
    sheet.area(0, y, sheet.width, high, "reservation", row.reservation.id, text)


def _sentence(workshop: Workshop, round: AgreementRound, each: Reservation) -> str:
    reason = each.reason or "no reason given"
    return " ".join([f"{_who(workshop, round, each)}: {reason}", *_more(each)])
