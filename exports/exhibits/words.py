# SPDX-License-Identifier: MIT
"""Words set large: a question for the room, and lists of what it has written down."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.typography import SEMIBOLD, width, wrap
from workshop.path.stages import STEPS, stage_of
from workshop.prepare.details import details, organizations
from workshop.prepare.records import Details, GroundRule, Organization, Participant
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


def welcome(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Greet the room with what the day must achieve."""
    known = details(workshop)
    title = known.title.strip() or "Welcome"
    when = _days(known)
    subtitle = ", ".join(filter(None, (known.place, when)))
    if not known.purpose.strip():
        return empty(look, size, title, "What the day must achieve will stand here.")
    em = look.text * 1.3
    lines = wrap(known.purpose, em, min(size[0], 30 * em))
    while em > look.text and em * 1.3 * len(lines) > size[1] * 0.9:
        em = max(look.text, em * 0.93)
        lines = wrap(known.purpose, em, size[0])
    sheet = Sheet(size, look)
    sheet.block(0, size[1] * 0.06, lines, size=em)
    return sheet.exhibit(title, subtitle, known.purpose)


def organizations_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give the organizations at the table, ours first, with how many of their people are here."""
    here = [each for each in organizations(workshop) if each.at_table]
    around = len(workshop.of(Organization)) - len(here)
    lines = [Line(each.name, _presence(workshop, each)) for each in here]
    title = f"{counted(len(here), 'organization')} at the table" if here else "Organizations"
    if around:
        title += f", {around} around it"
    none = "The organizations at the table will stand here."
    return word_list(lines, look, size, page, title, none)


def participants_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give who is in the room, and for whom they speak."""
    people = workshop.all(Participant)
    lines = [Line(each.name, _speaks_for(workshop, each)) for each in people]
    voting = sum(each.votes for each in people)
    title = (
        f"{counted(len(people), 'participant')}, {voting} with a vote" if people else "In the room"
    )
    return word_list(lines, look, size, page, title, "Who is in the room will stand here.")


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
    columns = _columns(lines, look, size)
    room = (size[0] - look.text * 2 * (columns - 1)) / columns
    strips = _strips(lines, look, (room, size[1]))
    pages = [strips[n : n + columns] for n in range(0, len(strips), columns)]
    here = pages[min(page, len(pages) - 1)]
    sheet = Sheet(size, look)
    bottoms = [
        _draw_strip(sheet, strip, place * (room + 2 * look.text), room)
        for place, strip in enumerate(here)
    ]
    alt = ". ".join(f"{line.text} {line.aside}".strip() for strip in here for line in strip)
    return sheet.exhibit(title, "", alt, len(pages), max(bottoms))


def _draw_strip(sheet: Sheet, strip: Sequence[Line], left: float, room: float) -> float:
    look, em = sheet.look, sheet.look.text
    y = em * 0.2
    for line in strip:
        sheet.dot(left + em * 0.35, y + look.line / 2, em * 0.16, fill=look.theme.accent)
        y = sheet.block(left + em, y, wrap(line.text, em, room - em))
        if line.aside:
            aside = wrap(line.aside, em, room - em)
            y = sheet.block(left + em, y, aside, color=look.theme.mute)
        y += em * 0.6
    return y


def _columns(lines: Sequence[Line], look: Look, size: Size) -> int:
    """Give two columns where most entries are short and one column would not hold them all."""
    room = size[0] / 2 - 2 * look.text
    long = sum(width(line.text, look.text) > room for line in lines)
    return 2 if long <= len(lines) / 8 and len(_strips(lines, look, size)) > 1 else 1


def _strips(lines: Sequence[Line], look: Look, size: Size) -> list[list[Line]]:
    strips: list[list[Line]] = [[]]
    left = size[1]
    for line in lines:
        texts = [text for text in line if text]
        count = sum(len(wrap(text, look.text, size[0] - look.text)) for text in texts)
        height = look.line * count + look.text * 0.6
        if height > left and strips[-1]:
            strips.append([])
            left = size[1]
        strips[-1].append(line)
        left -= height
    return strips


def _days(known: Details) -> str:
    if not known.starts:
        return ""
    first = f"{known.starts.day} {known.starts:%B %Y}"
    if not known.ends or known.ends == known.starts:
        return first
    return f"{known.starts.day} {known.starts:%B} to {known.ends.day} {known.ends:%B %Y}"


def _presence(workshop: Workshop, organization: Organization) -> str:
    people = sum(p.organization == organization.id for p in workshop.of(Participant).values())
    words = ["ours" if organization.ours else organization.kind]
    words.append(counted(people, "person", "people") if people else "nobody in the room yet")
    return ", ".join(filter(None, words))


def _speaks_for(workshop: Workshop, person: Participant) -> str:
    organization = workshop.of(Organization).get(person.organization or "")
    return ", ".join(filter(None, (person.role, organization.name if organization else "")))


def _by_whom(workshop: Workshop, action: Action) -> str:
    owner = workshop.of(Participant).get(action.owner or "")
    due = f"by {action.due.day} {action.due:%B %Y}" if action.due else ""
    return ", ".join(filter(None, (owner.name if owner else "nobody yet", due)))
