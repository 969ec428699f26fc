# SPDX-License-Identifier: MIT
"""The partner network: the map, how it will change, who is paid and decides, and every tie."""

from collections.abc import Iterator

from exports.exhibits.exhibit import Exhibit, Look, Size
from exports.exhibits.network import network
from exports.exhibits.network_scene import network_scene
from exports.exhibits.who_decides import who_decides
from exports.exhibits.who_pays import who_pays
from exports.pdf.blocks import NewPage, Picture, Space, figure
from exports.pdf.chapters.future_state import noted
from exports.pdf.chapters.wording import joined, or_dash, organization, short_day
from exports.pdf.setting import Block, Text, Title, Words
from exports.pdf.style import H1, H2, LEAD, SMALL
from exports.pdf.table import Column, Table
from workshop.deal.flows import money_flows
from workshop.deal.operating_records import DecisionRight
from workshop.partners.records import Tie
from workshop.partners.scene import EVERYTHING_SHOWN
from workshop.partners.trust import TALK, Difference, differences
from workshop.prepare.details import details
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.why import counted, number


def network_chapter(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give the network; nothing unless there are ties."""
    ties = workshop.all(Tie)
    if not ties:
        return
    tied = {id for tie in ties for id in (tie.source, tie.target)}
    yield NewPage(chapter=True)
    yield Title("The partner network", H1, "H1", 0)
    yield Text(
        f"{counted(len(ties), 'tie')} among {len(tied):,} of "
        f"{counted(len(workshop.of(Organization)), 'organization')}.",
        LEAD,
    )

    yield from figure(network, workshop)
    yield from _views(workshop)
    yield from _conversations(workshop)
    yield Title("All ties", H2, "H2", 1)
    rows = [_row(workshop, tie) for tie in ties]
    yield Table(_COLUMNS, sorted(rows, key=lambda row: [f"{cell}".casefold() for cell in row[:2]]))


def _views(workshop: Workshop) -> Iterator[Text | Picture]:
    """Give the network at the horizon, who is paid what, and who decides, as far as they are known."""
    known = details(workshop)
    today = known.ends or known.starts
    if today and known.horizon and known.horizon > today:
        word = EVERYTHING_SHOWN.at(known.horizon, today).encoded()

        def ahead(workshop: Workshop, look: Look, size: Size, page: int) -> Exhibit:
            return network_scene(workshop, word, look, size, page)

        yield from figure(ahead, workshop)
    if _pays(workshop):
        yield from figure(who_pays, workshop)
    if workshop.of(DecisionRight):
        yield from figure(who_decides, workshop)


def _pays(workshop: Workshop) -> bool:
    try:
        money_flows(workshop)
    except RuleError:
        return False
    return True


def _conversations(workshop: Workshop) -> Iterator[Block]:
    """Give what both ends of a tie see so differently that they should talk about it."""
    both = differences(workshop)
    if not both:
        return
    found = [each for each in both if each.apart >= TALK]
    yield Title("Conversations to have", H2, "H2", 1)
    compared = counted(len(both), "answer", "answers")
    many = counted(len(found), "conversation")
    yield Text(
        f"Of {compared} given by both ends of a tie, those that lie {TALK:g} or more apart are "
        f"worth a talk: {many}.",
        SMALL,
        leads=bool(found),
    )
    if found:
        yield Table(_TALK, [_talk(workshop, each) for each in found])


_TALK = (
    Column("Tie"),
    Column("What"),
    Column("One says", number=True),
    Column("The other says", number=True),
)


def _talk(workshop: Workshop, each: Difference) -> list[Words]:
    source, target = (organization(workshop, end) for end in (each.tie.source, each.tie.target))
    return [
        noted(f"{source} and {target}", each.tie.relation),
        each.what.capitalize(),
        number(each.source, 1),
        number(each.target, 1),
    ]


_COLUMNS = (
    Column("From"),
    Column("To"),
    Column("Relation"),
    Column("Strength", number=True),
    Column("Remark"),
)


def _row(workshop: Workshop, tie: Tie) -> list[Words]:
    since = f"since {short_day(tie.since)}" if tie.since else ""
    until = f"until {short_day(tie.until)}" if tie.until else ""
    state = "" if tie.status == "active" else tie.status
    return [
        organization(workshop, tie.source),
        organization(workshop, tie.target),
        noted(tie.relation, joined(state, "one way" if tie.directed else "", since, until)),
        number(tie.strength, 1) if tie.strength is not None else "–",
        or_dash(tie.remark),
    ]
