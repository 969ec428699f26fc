# SPDX-License-Identifier: MIT
"""The deal: what each gives up and what it buys, who decides, how we will know, who objects, the split."""

from collections import Counter
from collections.abc import Iterator

from exports.exhibits.balance import balance
from exports.exhibits.deal_words import outcome_words
from exports.exhibits.money import proportions_board, waterfall_title
from exports.exhibits.quantities import figure as quantity
from exports.exhibits.quantities import month
from exports.exhibits.trade import trade
from exports.exhibits.typography import SEMIBOLD
from exports.pdf.blocks import LOOK, NewPage, Space, figure, picture
from exports.pdf.chapters.wording import day, or_dash
from exports.pdf.paper import Run
from exports.pdf.setting import Block, Text, Title, Words, bullets
from exports.pdf.style import H1, H2, ITEM, LEAD, QUOTE, SMALL, WIDTH
from exports.pdf.table import Column, Table
from resources.theme import LIGHT
from workshop.deal.balance import balances
from workshop.deal.conditions import measured_by, rounds_on_the_deal
from workshop.deal.operating_records import DecisionRight, Goal
from workshop.deal.parties import name_of
from workshop.deal.power import SAY_LABELS, Power, power, power_sentence
from workshop.deal.records import LedgerItem
from workshop.deal.reservations import Kept, kept_reservations
from workshop.deal.scenarios import CAUTION, Outlook, outlook
from workshop.deal.seats import seats_problem
from workshop.deal.tell_tales import tell_tales
from workshop.future_state.records import Measure
from workshop.record import RuleError
from workshop.room.agreement import agreement
from workshop.state import Workshop
from workshop.why import amount, listed, percent

_WIDEST = 4
"""A table with more organizations than this lists them in words instead of columns."""


def deal_chapter(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give the trade, the rights, the goals and the objections, then what each brings and the split.

    Nothing unless one of them is recorded.
    """
    parts = (_trade, _rights, _goals, _objections, _brought, _balance, _split)
    blocks = [block for part in parts for block in part(workshop)]
    if not blocks:
        return
    yield NewPage(chapter=True)
    yield Title("What each of us gives up, and what it buys", H1, "H1", 0)
    yield Text(_agreed(workshop), LEAD)
    yield from blocks


def _agreed(workshop: Workshop) -> str:
    """Say when and by how many it was agreed, and that nobody's objection is lost."""
    rounds = rounds_on_the_deal(workshop)
    if not rounds:
        return "The room has not been asked about it yet."
    found = agreement(workshop, rounds[-1].id)
    stances = Counter[str]()
    for value, votes in zip(found.scale.values, found.figures.counts, strict=True):
        stances[found.scale.choice(value).stance] += votes
    held = f"on {day(found.round.held_at)} " if found.round.held_at else ""
    said = f"Supported {held}by {stances['support']} of {found.figures.answered}."
    others = [
        f"{stances[key]} {words[stances[key] != 1]}"
        for key, words in _STANCES.items()
        if stances[key]
    ]
    if others:
        text = listed(others)
        said += f" {text}."
    if _kept(workshop):
        said += " Every objection is printed below."
    return said


_STANCES = {
    "abstain": ("abstains", "abstain"),
    "discuss": ("would talk on", "would talk on"),
    "oppose": ("objects", "object"),
}


def _kept(workshop: Workshop) -> list[Kept]:
    """Give the objections to the deal, and those of any round that have not become anything yet."""
    rounds = {each.id for each in rounds_on_the_deal(workshop)}
    return [
        each
        for each in kept_reservations(workshop)
        if (each.reservation.round in rounds and each.reservation.status != "withdrawn")
        or not each.settled
    ]


def _trade(workshop: Workshop) -> Iterator[Block]:
    if not any(i.kind in ("gives_up", "gets_benefit") for i in workshop.all(LedgerItem)):
        return
    yield Title("The trade, side by side", H2, "H2", 1)
    yield Text(f"{trade(workshop, LOOK, (WIDTH, WIDTH), 0).title}.", SMALL, leads=True)
    yield from picture(trade, workshop)


def _objections(workshop: Workshop) -> Iterator[Block]:
    kept = _kept(workshop)
    if not kept:
        return
    head = "The objection we keep" if len(kept) == 1 else "The objections we keep"
    yield Title(head, H2, "H2", 1)
    for each in kept:
        reason = each.reservation.reason.strip()
        quoted = f"“{reason}” " if reason else "No reason was given. "
        response = each.reservation.response.strip()
        told = f"{response} " if response else ""
        words: list[str | Run] = [quoted, told, f"{outcome_words(workshop, each).rstrip('.')}."]
        yield Text(words, QUOTE._replace(above=6), "BlockQuote", bar=LIGHT.gap)


def _brought(workshop: Workshop) -> Iterator[Block]:
    kinds = ("brings_strength", "brings_weakness")
    brought = [item for item in workshop.all(LedgerItem) if item.kind in kinds]
    if not brought:
        return
    yield Title("What each brings", H2, "H2", 1)
    who = {item.organization: None for item in brought}
    columns = (Column("Organization"), Column("As strength"), Column("As weakness"))
    rows: list[list[Words]] = [
        [
            name_of(workshop, id),
            *(
                or_dash(
                    "; ".join(i.text for i in brought if (i.organization, i.kind) == (id, kind))
                )
                for kind in kinds
            ),
        ]
        for id in who
    ]
    yield Table(columns, rows)


def _balance(workshop: Workshop) -> Iterator[Block]:
    if balances(workshop):
        yield Title("How the trades balance", H2, "H2", 1)
        words = balance(workshop, LOOK, (WIDTH, WIDTH), 0)
        yield Text(f"{words.title}. {words.subtitle}.", SMALL, leads=True)
        yield from picture(balance, workshop)


def _rights(workshop: Workshop) -> Iterator[Block]:
    if not workshop.of(DecisionRight):
        return
    found = power(workshop)
    yield Title("Who decides what", H2, "H2", 1)
    said = f"{power_sentence(found)}. {seats_problem(workshop)}".strip()
    yield Text(said, SMALL, leads=True)
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
    parts = [("Earned or owed", [o.split.earned for o in found.outcomes])]
    for key, name in (
        ("costs", "Costs paid back"),
        ("reserve", "Reserve"),
        ("reinvest", "Reinvested"),
    ):
        parts.append((name, [o.split.to(key) for o in found.outcomes]))
    for id, _ in found.by_organization:
        parts.append((name_of(workshop, id), [o.split.of(id) for o in found.outcomes]))
    exact = any(cents % 100 for _, row in parts for cents in row)
    return Table(columns, [[name, *(_told(each, exact) for each in row)] for name, row in parts])


def _told(cents: int, exact: bool) -> str:
    """Show an amount as the others in its table: with cents if any of them has some."""
    return amount(cents) + (".00" if exact and cents % 100 == 0 else "")
