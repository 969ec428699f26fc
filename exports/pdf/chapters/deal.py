# SPDX-License-Identifier: MIT
"""The deal: what each gives up and what it buys, who decides, how we will know, how it is shared."""

from collections.abc import Iterable, Iterator

from exports.exhibits.money import proportions_board, waterfall_title
from exports.exhibits.quantities import figure as quantity
from exports.exhibits.quantities import month
from exports.exhibits.trade import trade
from exports.exhibits.typography import SEMIBOLD
from exports.pdf.blocks import NewPage, Space, figure
from exports.pdf.chapters.wording import or_dash
from exports.pdf.paper import Run
from exports.pdf.setting import Block, Text, Title, Words, bullets
from exports.pdf.style import H1, H2, ITEM, LEAD, SMALL
from exports.pdf.table import Column, Table
from workshop.deal.conditions import measured_by
from workshop.deal.ledger import balance_sentences
from workshop.deal.operating_records import DecisionRight, Goal
from workshop.deal.parties import name_of
from workshop.deal.power import SAY_LABELS, Power, power, power_sentence
from workshop.deal.records import LEDGER_LABELS, LedgerItem
from workshop.deal.scenarios import CAUTION, Outlook, outlook
from workshop.deal.tell_tales import tell_tales
from workshop.future_state.records import Measure
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.why import amount, counted, listed, percent

_WIDEST = 4
"""A table with more organizations than this lists them in words instead of columns."""


def deal_chapter(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give the trade, the rights, the goals and the split; nothing unless one is recorded."""
    parts = (_trade, _rights, _goals, _split)
    blocks = [block for part in parts for block in part(workshop)]
    if not blocks:
        return
    yield NewPage(chapter=True)
    yield Title("What each of us gives up, and what it buys", H1, "H1", 0)
    yield from blocks


def _trade(workshop: Workshop) -> Iterator[Block]:
    items = workshop.all(LedgerItem)
    if not items:
        return
    who = len({item.organization for item in items})
    yield Text(
        f"{counted(len(items), 'entry', 'entries')} of {counted(who, 'organization')}.", LEAD
    )
    if any(item.kind in ("gives_up", "gets_benefit") for item in items):
        yield from figure(trade, workshop)
    said = balance_sentences(workshop)
    if said:
        yield Text("By what each scored in private; no score is shown:", SMALL, leads=True)
        yield from bullets([[each] for each in said], ITEM)
    brought = [item for item in items if item.kind in ("brings_strength", "brings_weakness")]
    if brought:
        yield Title("What each brings", H2, "H2", 1)
        columns = (Column("Organization"), Column("Kind"), Column("What"))
        yield Table(columns, [
            [name_of(workshop, i.organization), LEDGER_LABELS[i.kind], i.text] for i in brought
        ])  # fmt: skip


def _rights(workshop: Workshop) -> Iterator[Block]:
    if not workshop.of(DecisionRight):
        return
    found = power(workshop)
    yield Title("Who decides what", H2, "H2", 1)
    yield Text(f"{power_sentence(found)}.", SMALL, leads=True)
    if len(found.organizations) <= _WIDEST:
        columns = (Column("Decision"), *(Column(o.name) for o in found.organizations))
        yield Table(columns, [_says(found, each) for each in found.decisions])
    else:
        columns = (Column("Decision"), Column("Who"))
        yield Table(columns, [[each.name, _spelled(found, each)] for each in found.decisions])


def _says(found: Power, decision: DecisionRight) -> list[Words]:
    cells: list[Words] = [decision.name]
    for organization in found.organizations:
        right = found.rights.get((decision.id, organization.id))
        said = SAY_LABELS.get(right.right or "", "–") if right else "–"
        cells.append(Run(said, SEMIBOLD) if said == SAY_LABELS["decides"] else said)
    return cells


def _spelled(found: Power, decision: DecisionRight) -> str:
    said = []
    for key, label in SAY_LABELS.items():
        names = [
            each.name
            for each in found.organizations
            if (right := found.rights.get((decision.id, each.id))) and right.right == key
        ]
        if names:
            said.append(f"{label}: {listed(names)}")
    return "; ".join(said) or "–"


def _goals(workshop: Workshop) -> Iterator[Block]:
    goals = workshop.all(Goal)
    if not goals:
        return
    yield Title("How we will know", H2, "H2", 1)
    columns = ("Goal", "Today", "Target", "By", "Measured by", "If missed")
    yield Table([Column(each) for each in columns], [_goal(workshop, goal) for goal in goals])


def _goal(workshop: Workshop, goal: Goal) -> list[Words]:
    measure = workshop.of(Measure).get(goal.measure or "")
    unit = measure.unit if measure else ""
    return [
        goal.name,
        quantity(measure.baseline if measure else None, unit),
        quantity(measure.target if measure else None, unit),
        month(measure.target_date if measure else None),
        or_dash(measured_by(workshop, goal)),
        or_dash(goal.consequence),
    ]


def _split(workshop: Workshop) -> Iterator[Block]:
    try:
        found = outlook(workshop)
    except RuleError:
        return
    yield Title("How gains and losses are shared", H2, "H2", 1)
    yield Text(f"{waterfall_title(workshop, found)}. {CAUTION}", SMALL, leads=True)
    yield _amounts(workshop, found)
    yield from bullets([[each.sentence] for each in tell_tales(workshop)], ITEM)
    yield Text(found.rules.source, SMALL)
    yield from figure(proportions_board, workshop)


def _amounts(workshop: Workshop, found: Outlook) -> Table:
    heads = [f"{o.scenario.name} ({percent(o.scenario.probability or 0)})" for o in found.outcomes]
    columns = (Column("Who"), *(Column(head, number=True) for head in heads))
    rows: list[list[Words]] = [["Earned or owed", *_told(o.split.earned for o in found.outcomes)]]
    for key, name in (
        ("costs", "Costs paid back"),
        ("reserve", "Reserve"),
        ("reinvest", "Reinvested"),
    ):
        rows.append([name, *_told(o.split.to(key) for o in found.outcomes)])
    for id, _ in found.by_organization:
        rows.append([name_of(workshop, id), *_told(o.split.of(id) for o in found.outcomes)])
    return Table(columns, rows)


def _told(cents: Iterable[int]) -> list[str]:
    return [amount(each) for each in cents]
