# SPDX-License-Identifier: MIT
"""What both ends of a tie see so differently that they should talk about it, as a list."""

from exports.exhibits.exhibit import Exhibit, Look, Size
from exports.exhibits.words import Line, word_list
from workshop.partners.trust import FORMULA, Difference, conversations, differences
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted, number


def conversations_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give the conversations to have, the widest apart first."""
    lines = [_line(workshop, each) for each in conversations(workshop)]
    if lines:
        title = f"{counted(len(lines), 'conversation')} to have about what two see differently"
    elif differences(workshop):
        title = "Where both ends report, they see it much alike"
    else:
        title = "No tie has a report from both of its ends yet"
    none = f"Listed here is a {FORMULA}."
    return word_list(lines, look, size, page, title, none)


def _line(workshop: Workshop, each: Difference) -> Line:
    names = workshop.of(Organization)
    ends = f"{names[each.tie.source].name} and {names[each.tie.target].name}"
    what = (
        f"{each.what} of the {each.tie.relation.lower()} tie"
        if each.what == "strength"
        else each.what
    )
    return Line(ends, f"{what}: {number(each.source, 1)} and {number(each.target, 1)}")
