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
from exports.pdf.paper import Run
from exports.pdf.setting import Block, Text, Title, Words
from exports.pdf.style import H1, H2, LEAD, SMALL
from exports.pdf.table import Column, Table, grouped
from resources.theme import LIGHT
from workshop.deal.flows import money_flows
from workshop.deal.operating_records import DecisionRight
from workshop.ids import Id
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
    yield Text("The number after a relation is its strength.", SMALL, leads=True)
    yield grouped(_COLUMNS, _rows(workshop))


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


_COLUMNS = (Column("Organization"), Column("With"), Column("Ties"))


def _rows(workshop: Workshop) -> list[list[Words]]:
    """Give a row for each two organizations that are tied, by name."""
    pairs: dict[tuple[Id, ...], list[Tie]] = {}
    names = {each.id: (each.name.casefold(), each.id) for each in workshop.all(Organization)}
    for tie in workshop.all(Tie):
        ends = tuple(sorted((tie.source, tie.target), key=names.__getitem__))
        pairs.setdefault(ends, []).append(tie)
    return [
        [*(organization(workshop, end) for end in ends), _ties(workshop, pairs[ends])]
        for ends in sorted(pairs, key=lambda ends: [names[end] for end in ends])
    ]


def _ties(workshop: Workshop, ties: list[Tie]) -> Words:
    """Give each tie with its strength, on a line of its own if more is known of it."""
    words: list[str | Run] = []
    noted_before = False
    for tie in sorted(ties, key=lambda each: (each.relation.casefold(), each.id)):
        notes = _notes(workshop, tie)
        between = "\n" if notes or noted_before else "; "
        strength = f" {number(tie.strength, 1)}" if tie.strength is not None else ""
        words.append(f"{between if words else ''}{or_dash(tie.relation)}{strength}")
        if notes:
            words.append(Run(f"  {notes}", color=LIGHT.mute))
        noted_before = bool(notes)
    return words


def _notes(workshop: Workshop, tie: Tie) -> str:
    since = "from" if tie.status == "planned" else "since"
    return joined(
        "" if tie.status == "active" else tie.status,
        f"one way, from {organization(workshop, tie.source)}" if tie.directed else "",
        f"{since} {short_day(tie.since)}" if tie.since else "",
        f"until {short_day(tie.until)}" if tie.until else "",
        tie.remark.strip(),
    )
