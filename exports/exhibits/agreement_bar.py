# SPDX-License-Identifier: MIT
"""One agreement round: how many stand where, for the room and for each organization."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.contrast import readable_on
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import (
    Column,
    Slot,
    arrange,
    headers,
    legend,
    pages_of,
    swatch,
    turned_to,
)
from exports.exhibits.typography import SEMIBOLD, fit, width
from resources.theme import Theme
from workshop.ids import Id
from workshop.room.agreement import OUTCOME_LABELS, Agreement, Figures, OrganizationView, agreement
from workshop.room.scales import AgreementScale, Choice
from workshop.state import Workshop
from workshop.why import counted, number, percent

_COLUMNS = (
    Column("name", "Organization", 11, 2),
    Column("bar", "Votes", 13, 5),
    Column("answered", "Answered", 5.5, 0.3),
    Column("least", "Least support", 8, 1),
)
_SAID = {
    ("fist_to_five", "discuss"): ("has a concern", "have a concern"),
    ("fist_to_five", "oppose"): ("blocks it", "block it"),
    ("gradients", "discuss"): ("wants more talk", "want more talk"),
    ("gradients", "oppose"): ("is against it", "are against it"),
    ("gradients", "abstain"): ("abstains", "abstain"),
}


class _Row(NamedTuple):
    view: OrganizationView
    name: Sequence[str]
    least: Sequence[str]
    height: float


def agreement_bar(
    workshop: Workshop, round_id: Id, look: Look, size: Size, page: int = 0
) -> Exhibit:
    """Draw the votes of a round as one bar from full agreement to none, then one per organization.

    Areas: “choice” with the value as id, “organization” with its id.
    """
    found = agreement(workshop, round_id)
    question = f"“{found.round.question}”"
    if not found.figures.answered:
        sentence = "The answers of the room will show here, from full agreement to none."
        return empty(look, size, f"Nobody has answered yet: {question}", sentence)
    sheet = Sheet(size, look)
    total = max(found.voters, found.figures.answered)
    bottom = _main_bar(sheet, found, total)
    slots = arrange(_COLUMNS, size[0], look.text)
    rows = [_row(found.scale, view, look, slots) for view in found.organizations]
    count = 1
    if rows:
        top = headers(sheet, list(slots.values()), bottom + 1.2 * look.text)
        pages = pages_of([row.height for row in rows], size[1] - top - 1)
        count = len(pages)
        bottom = _organizations(sheet, found, [rows[n] for n in turned_to(pages, page)], slots, top)
    subtitle = f"{question} {found.answered}"
    return sheet.exhibit(agreement_title(found), subtitle, _alt(found), count, bottom)


def agreement_strip(workshop: Workshop, round_id: Id, look: Look, size: Size) -> Exhibit:
    """Draw the votes of a round as one bar alone; Areas “choice” with the value as id."""
    found = agreement(workshop, round_id)
    question = f"“{found.round.question}”"
    if not found.figures.answered:
        return empty(look, size, "Nobody has answered yet", f"The room is asked: {question}")
    sheet = Sheet(size, look)
    bottom = _main_bar(sheet, found, max(found.voters, found.figures.answered))
    return sheet.exhibit(
        agreement_title(found), f"{question} {found.answered}", _alt(found), 1, bottom
    )


def agreement_title(found: Agreement) -> str:
    """State the outcome of a round, how many support it, and who does not."""
    if found.outcome is None:
        return "Nobody has answered yet"
    stances = dict.fromkeys(choice.stance for choice in found.scale.choices)
    parts = []
    for stance in stances:
        said = _SAID.get((found.scale.key, stance))
        those = frozenset(c.value for c in found.scale.choices if c.stance == stance)
        how_many = _count(found.scale, found.figures, those)
        if said and how_many:
            parts.append(counted(how_many, *said))
    support = _count(found.scale, found.figures, found.scale.supporting)
    verb = "supports" if support == 1 else "support"
    parts.insert(0, f"{support} of {found.figures.answered} {verb} it")
    return f"{OUTCOME_LABELS[found.outcome]}: {', '.join(parts)}"


def choice_color(theme: Theme, scale: AgreementScale, choice: Choice) -> str:
    """Give the color of a choice: the stronger the support or the dissent, the stronger."""
    place = scale.choices.index(choice)
    five = (theme.accent, theme.calm, theme.tint, theme.gap_soft, theme.gap, theme.ink)
    eight = (*five[:3], theme.neutral, theme.need_soft, theme.gap_soft, theme.gap, theme.ink)
    return (five if len(scale.choices) == len(five) else eight)[place]


def _count(scale: AgreementScale, figures: Figures, values: frozenset[int]) -> int:
    return sum(n for value, n in zip(scale.values, figures.counts, strict=True) if value in values)


def _main_bar(sheet: Sheet, found: Agreement, total: int) -> float:
    em = sheet.look.text
    slot = Slot(0, sheet.width, "")
    untold = _segments(sheet, found, found.figures, slot, (0, 2.8 * em), total)
    rest = total - found.figures.answered
    if rest:
        x = sheet.width * found.figures.answered / total
        words = fit(f"{rest} not yet", em, sheet.width - x - em, 1)
        sheet.box(
            x + 1,
            0.5,
            sheet.width - x - 1.5,
            2.8 * em - 1,
            stroke=sheet.look.theme.mute,
            dash=[3, 3],
        )
        if "…" not in words[0]:
            sheet.text(
                (x + sheet.width) / 2,
                1.4 * em,
                words[0],
                color=sheet.look.theme.mute,
                anchor="middle",
            )
    items = [
        (swatch(choice_color(sheet.look.theme, found.scale, c)), f"{n} {c.short}")
        for c, n in untold
    ]
    return legend(sheet, 3.4 * em, items) if items else 2.8 * em


def _segments(
    sheet: Sheet,
    found: Agreement,
    figures: Figures,
    slot: Slot,
    place: tuple[float, float],
    total: int,
) -> list[tuple[Choice, int]]:
    # Gives back the choices whose words found no room in their segment.
    em, theme, untold = sheet.look.text, sheet.look.theme, []
    by_value = dict(zip(found.scale.values, figures.counts, strict=True))
    (top, high), x = place, slot.x
    for choice in found.scale.choices:
        count = by_value[choice.value]
        if not count:
            continue
        wide = slot.width * count / total
        color = choice_color(theme, found.scale, choice)
        sheet.box(x, top, wide, high, fill=color, stroke=theme.paper, thick=1.5)
        said = _words_in(f"{count} {choice.short}", str(count), em, wide - 0.6 * em)
        if said:
            sheet.text(
                x + wide / 2, top + high / 2, said, color=readable_on(theme, color), anchor="middle"
            )
        if " " not in said:
            untold.append((choice, count))
        text = f"{count} of {figures.answered}: {choice.label}"
        sheet.area(x, top, wide, high, "choice", str(choice.value), text)
        x += wide
    return untold


def _words_in(longer: str, shorter: str, em: float, room: float) -> str:
    return next((text for text in (longer, shorter) if width(text, em) <= room), "")


def _row(scale: AgreementScale, view: OrganizationView, look: Look, slots: dict[str, Slot]) -> _Row:
    name = fit(view.name, look.text, slots["name"].width, 3, SEMIBOLD)
    least: Sequence[str] = ()
    if "least" in slots and view.figures.least is not None:
        least = fit(scale.choice(view.figures.least).short, look.text, slots["least"].width, 2)
    lines = max(len(name), len(least), 1)
    return _Row(view, name, least, look.line * lines + 0.9 * look.text)


def _organizations(
    sheet: Sheet, found: Agreement, rows: Sequence[_Row], slots: dict[str, Slot], y: float
) -> float:
    theme, em = sheet.look.theme, sheet.look.text
    most = max(max(v.voters, v.figures.answered) for v in found.organizations)
    for row in rows:
        middle, view = y + row.height / 2, row.view
        sheet.lines(slots["name"].x, middle, row.name, font=SEMIBOLD)
        if "bar" in slots:
            bar = slots["bar"]
            sheet.rule(bar.x, middle, bar.end, middle, theme.line)
            _segments(sheet, found, view.figures, bar, (middle - 0.75 * em, 1.5 * em), most)
        if "answered" in slots:
            of = f"{view.figures.answered} of {max(view.voters, view.figures.answered)}"
            sheet.text(slots["answered"].x, middle, of)
        if row.least:
            sheet.lines(slots["least"].x, middle, row.least)
        sheet.area(
            0,
            y,
            sheet.width,
            row.height,
            "organization",
            view.organization or "",
            _view_text(found, view),
        )
        y += row.height
        sheet.rule(0, y, sheet.width, y)
    return y + 1


def _view_text(found: Agreement, view: OrganizationView) -> str:
    votes = _votes(found, view.figures) or "no answer yet"
    return f"{view.name}: {votes}."


def _votes(found: Agreement, figures: Figures) -> str:
    by_value = dict(zip(found.scale.values, figures.counts, strict=True))
    cast = [(by_value[c.value], c.label) for c in found.scale.choices if by_value[c.value]]
    return ", ".join(f"{count} × “{label}”" for count, label in cast)


def _alt(found: Agreement) -> str:
    figures = found.figures
    support = percent(figures.support) if figures.support is not None else "unknown"
    room = f"{found.answered}. {_votes(found, figures)}."
    index = f"Support {support}, consensus index {number(figures.consensus)} of 1."
    return " ".join([room, index, *(_view_text(found, view) for view in found.organizations)])
