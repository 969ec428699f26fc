# SPDX-License-Identifier: MIT
"""The partner network: the map as vectors, and every tie in a table."""

from collections.abc import Iterator

from exports.exhibits.network import network
from exports.pdf.blocks import NewPage, Space, figure
from exports.pdf.chapters.future_state import noted
from exports.pdf.chapters.wording import joined, or_dash, organization, short_day
from exports.pdf.setting import Block, Text, Title, Words
from exports.pdf.style import H1, H2, LEAD
from exports.pdf.table import Column, Table
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
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
        f"{counted(len(ties), 'tie')} among {len(tied)} of "
        f"{counted(len(workshop.of(Organization)), 'organization')}.",
        LEAD,
    )

    yield from figure(network, workshop)
    yield Title("All ties", H2, "H2", 1)
    yield Table(_COLUMNS, [_row(workshop, tie) for tie in ties])


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
