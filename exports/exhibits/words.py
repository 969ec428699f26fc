# SPDX-License-Identifier: MIT
"""Words set large: a question for the room, and lists of what it has written down."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.typography import SEMIBOLD, wrap
from workshop.path.stages import STEPS, stage_of
from workshop.prepare.records import GroundRule, Participant
from workshop.room.records import Action, Decision, ParkingItem
from workshop.state import Workshop
from workshop.why import counted


class Line(NamedTuple):
    """One entry of a list: what it says, and beside it in a quieter tone by whom or when."""

    text: str
    aside: str = ""


def question(look: Look, size: Size, step_key: str) -> Exhibit:
    """Give the guiding question of a step, for the room to think about."""
    step = STEPS[step_key]
    big = look.text * 1.7
    lines = wrap(step.question, big, size[0] * 0.9, SEMIBOLD)
    sheet = Sheet(size, look)
    sheet.lines(0, size[1] * 0.4, lines, size=big, font=SEMIBOLD, color=look.theme.accent)
    return sheet.exhibit(step.title, stage_of(step_key).title, step.question)


def ground_rules(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give the rules the room has given itself."""
    lines = [Line(rule.text) for rule in workshop.all(GroundRule)]
    title = f"We work by {counted(len(lines), 'rule')}" if lines else "Ground rules"
    return word_list(lines, look, size, page, title, "The rules the room agrees on appear here.")


def commitments(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give the decisions and actions so far."""
    decided = [Line(decision.text, "decided") for decision in workshop.all(Decision)]
    promised = [Line(a.text, _by_whom(workshop, a)) for a in workshop.all(Action) if not a.done]
    if decided or promised:
        counts = (counted(len(decided), "decision"), counted(len(promised), "open action"))
        title = " and ".join(counts)
    else:
        title = "Decisions and actions"
    none = "What the room decides, and who does what by when, appears here."
    return word_list([*decided, *promised], look, size, page, title, none)


def parking_lot(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give the topics that are set aside and not settled."""
    lines = [Line(item.text) for item in workshop.all(ParkingItem) if not item.settled]
    title = f"{counted(len(lines), 'topic')} parked" if lines else "Parking lot"
    return word_list(lines, look, size, page, title, "Nothing is parked.")


def word_list(
    lines: Sequence[Line], look: Look, size: Size, page: int, title: str, none: str
) -> Exhibit:
    """Set entries below each other, as many on a page as fit at the size of the look."""
    if not lines:
        return empty(look, size, title, none)
    pages = _paged(lines, look, size)
    here = pages[min(page, len(pages) - 1)]
    sheet, y = Sheet(size, look), look.text * 0.2
    em = look.text
    for line in here:
        sheet.dot(em * 0.35, y + look.line / 2, em * 0.16, fill=look.theme.accent)
        y = sheet.block(em, y, _wrapped(line, look, size))
        if line.aside:
            y = sheet.block(em, y, wrap(line.aside, em, size[0] - em), color=look.theme.mute)
        y += em * 0.6
    alt = ". ".join(f"{line.text} {line.aside}".strip() for line in here)
    return sheet.exhibit(title, "", alt, len(pages), y)


def _paged(lines: Sequence[Line], look: Look, size: Size) -> list[list[Line]]:
    pages: list[list[Line]] = [[]]
    left = size[1]
    for line in lines:
        height = look.line * len(_wrapped(line, look, size)) + look.text * 0.6
        if line.aside:
            height += look.line * len(wrap(line.aside, look.text, size[0] - look.text))
        if height > left and pages[-1]:
            pages.append([])
            left = size[1]
        pages[-1].append(line)
        left -= height
    return pages


def _wrapped(line: Line, look: Look, size: Size) -> tuple[str, ...]:
    return wrap(line.text, look.text, size[0] - look.text)


def _by_whom(workshop: Workshop, action: Action) -> str:
    owner = workshop.of(Participant).get(action.owner or "")
    due = f"by {action.due.day} {action.due:%B %Y}" if action.due else ""
    return ", ".join(filter(None, (owner.name if owner else "nobody yet", due)))
