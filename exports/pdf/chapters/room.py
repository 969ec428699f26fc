# SPDX-License-Identifier: MIT
"""What was decided, who does what, what was set aside; and who was in the room."""

from collections.abc import Iterator

from exports.pdf.blocks import NewPage, Space
from exports.pdf.chapters.future_state import noted
from exports.pdf.chapters.wording import joined, or_dash, organization, person, short_day
from exports.pdf.setting import Block, Text, Title, Words, bullets
from exports.pdf.style import H1, H2, ITEM, LEAD
from exports.pdf.table import Column, Table
from workshop.prepare.agenda import Slot, timetable
from workshop.prepare.details import organizations
from workshop.prepare.records import GroundRule, Organization, Participant
from workshop.room.records import Action, AgreementRound, Decision, ParkingItem
from workshop.state import Workshop
from workshop.why import counted


def outcomes(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give decisions, actions and the parking lot; nothing if there are none."""
    decisions, actions = workshop.all(Decision), workshop.all(Action)
    parked = workshop.all(ParkingItem)
    if not (decisions or actions or parked):
        return
    yield NewPage(chapter=True)
    yield Title("What we decided, and who does what", H1, "H1", 0)
    lead = (
        f"{counted(len(decisions), 'decision')}, {counted(len(actions), 'action')}, "
        f"{counted(len(parked), 'topic')} set aside."
    )
    yield Text(lead, LEAD)
    if decisions:
        yield Title("Decisions", H2, "H2", 1)
        yield Table(_DECISIONS, [_decision_row(workshop, each) for each in decisions])
    if actions:
        yield Title("Actions", H2, "H2", 1)
        actions.sort(key=lambda each: (each.done, each.due is None, each.due))
        yield Table(_ACTIONS, [_action_row(workshop, each) for each in actions])
    if parked:
        yield Title("Parking lot", H2, "H2", 1)
        yield Table(_PARKED, [_parked_row(workshop, each) for each in parked])


_DECISIONS = (Column("Decision"), Column("Decided on"), Column("Agreement"))
_ACTIONS = (Column("Action"), Column("Owner"), Column("Due"), Column("Done"))
_PARKED = (Column("Topic"), Column("Raised by"), Column("Settled"))


def _decision_row(workshop: Workshop, each: Decision) -> list[Words]:
    round = workshop.of(AgreementRound).get(each.round) if each.round else None
    return [each.text, short_day(each.decided_on), round.question if round else "–"]


def _action_row(workshop: Workshop, each: Action) -> list[Words]:
    done = "Yes" if each.done else "–"
    return [each.text, person(workshop, each.owner), short_day(each.due), done]


def _parked_row(workshop: Workshop, each: ParkingItem) -> list[Words]:
    return [each.text, person(workshop, each.raised_by), "Yes" if each.settled else "–"]


def people(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give participants, organizations, ground rules and agenda; nothing if there are none."""
    blocks = [
        *_participants(workshop),
        *_organizations(workshop),
        *_ground_rules(workshop),
        *_agenda(workshop),
    ]
    if blocks:
        yield NewPage(chapter=True)
        yield Title("Who was in the room", H1, "H1", 0)
        yield from blocks


def _participants(workshop: Workshop) -> Iterator[Block]:
    every = workshop.all(Participant)
    if not every:
        return
    voting = sum(each.votes for each in every)
    yield Text(f"{counted(len(every), 'participant')}, {voting} with a vote.", LEAD)
    yield Title("Participants", H2, "H2", 1)
    every.sort(key=lambda each: (organization(workshop, each.organization), each.id))
    rows: list[list[Words]] = [
        [
            each.name,
            organization(workshop, each.organization),
            or_dash(each.role),
            "Votes" if each.votes else "–",
        ]
        for each in every
    ]
    columns = (Column("Name"), Column("Organization"), Column("Role"), Column("Vote"))
    yield Table(columns, rows)


_ORGANIZATIONS = (
    Column("Organization"),
    Column("Kind"),
    Column("Sector"),
    Column("Service area"),
    Column("People", number=True),
)


def _organizations(workshop: Workshop) -> Iterator[Block]:
    every = organizations(workshop)
    if every:
        yield Title("Organizations", H2, "H2", 1)
        yield Table(_ORGANIZATIONS, [_organization_row(each) for each in every])


def _organization_row(each: Organization) -> list[Words]:
    place = "ours" if each.ours else "at the table" if each.at_table else "in the network"
    return [
        noted(each.name, place),
        or_dash(each.kind),
        noted(or_dash(each.sector), each.ownership),
        or_dash(", ".join(each.service_area)),
        f"{each.size:,}" if each.size is not None else "–",
    ]


def _ground_rules(workshop: Workshop) -> Iterator[Block]:
    rules = workshop.all(GroundRule)
    if rules:
        yield Title("Ground rules we gave ourselves", H2, "H2", 1)
        yield from bullets([each.text for each in rules], ITEM)


def _agenda(workshop: Workshop) -> Iterator[Block]:
    slots = timetable(workshop)
    if slots:
        yield Title("Agenda", H2, "H2", 1)
        yield Table(
            (Column("Day", number=True), Column("Time"), Column("What")),
            [_slot_row(each) for each in slots],
        )


def _slot_row(slot: Slot) -> list[Words]:
    begin, end = slot.starts, slot.ends
    time = joined(f"{begin:%H:%M}" if begin else "", f"{end:%H:%M}" if end else "", by="–")
    return [f"{slot.block.day}", or_dash(time), slot.block.title]
