# SPDX-License-Identifier: MIT
"""The operating agreement as a term sheet, what became of reservations, and the readiness gate."""

from collections.abc import Iterator, Mapping, Sequence

from exports.exhibits.deal_tables import OPEN, path_words, plan_words, resource_words, way_out
from exports.exhibits.deal_words import outcome_words
from exports.exhibits.matrix import raci_board
from exports.exhibits.quantities import first_upper
from exports.exhibits.typography import SEMIBOLD
from exports.pdf.blocks import NewPage, Space, figure
from exports.pdf.chapters.future_state import label
from exports.pdf.chapters.wording import day, or_dash, organization, person
from exports.pdf.paper import Run
from exports.pdf.setting import Block, Text, Title, Words, bullets
from exports.pdf.style import BODY, H1, H2, H3, ITEM, LEAD, QUOTE, SMALL
from exports.pdf.table import Column, Table
from resources.theme import LIGHT
from workshop.deal.gate import gate, in_order
from workshop.deal.operating_records import Activity, ConflictPath, ExitPlan, SharedResource
from workshop.deal.records import Clause, LedgerItem, ManagementPlan, Struck
from workshop.deal.reservations import kept_reservations
from workshop.deal.stress import cards
from workshop.deal.term_records import Package, Term, TermOption
from workshop.state import Workshop
from workshop.why import counted


def term_sheet(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give every clause, who does what, and how the agreement answers; nothing without a clause."""
    clauses = workshop.all(Clause)
    kinds = (Activity, SharedResource, ConflictPath, ExitPlan, ManagementPlan)
    if not clauses and not any(workshop.of(kind) for kind in kinds):
        return
    yield NewPage(chapter=True)
    yield Title("Operating agreement", H1, "H1", 0)
    written = [each for each in clauses if each.text.strip()]
    yield Text(f"{counted(len(written), 'clause')}, in plain words; not a legal text.", LEAD)
    for number, clause in enumerate(written, 1):
        yield Title(f"{number}. {clause.subject}", H3, "H2")
        yield Text(clause.text, BODY)
        yield Text([label("Owner"), person(workshop, clause.owner)], SMALL)
    yield from _agreed_terms(workshop)
    if workshop.of(Activity):
        yield from figure(raci_board, workshop)
    yield from _shared(workshop)
    yield from _conflict(workshop)
    yield from _exit(workshop)
    yield from _management(workshop)
    if clauses:
        yield from _stress(workshop)


def sign_off(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give what became of every reservation and the gate with its overrides; nothing without a deal."""
    if not workshop.of(LedgerItem) and not workshop.of(Clause):
        return
    found = gate(workshop)
    yield NewPage(chapter=True)
    yield Title("Ready to sign?", H1, "H1", 0)
    yield Text(found.sentence, LEAD)
    for struck in workshop.all(Struck):
        words = f" {struck.words}" if struck.words.strip() else ""
        yield Text(f"Struck on {day(struck.at)}.{words}", BODY)
    yield from _reservations(workshop)
    yield Title("The fifteen conditions", H2, "H2", 1)
    rows: list[list[Words]] = [
        [each.key, each.asks, _state(holds=each.holds, passed=each.passed), each.sentence]
        for each in in_order(found)
    ]
    yield Table((Column("No."), Column("Condition"), Column("State"), Column("Found")), rows)
    for each in found.conditions:
        if each.override:
            said = f"{each.key}, {each.asks.lower()}: passed over by {each.override.name}."
            yield Text([Run(said, SEMIBOLD), f" {each.override.reason}"], QUOTE, bar=LIGHT.need)


def _state(*, holds: bool, passed: bool) -> Words:
    return "Holds" if holds else Run("Passed over" if passed else "Open", SEMIBOLD)


def _agreed_terms(workshop: Workshop) -> Iterator[Block]:
    agreed = [each for each in workshop.all(Package) if each.status == "agreed"]
    options = workshop.of(TermOption)
    for package in agreed[:1]:
        yield Title("Agreed terms", H2, "H2", 1)
        told: list[list[Words]] = [
            [workshop.get(Term, options[id].term).name, options[id].text]
            for id in package.options
            if id in options
        ]
        yield Table((Column("Term"), Column("Agreed")), told)


def _shared(workshop: Workshop) -> Iterator[Block]:
    found = [resource_words(workshop, each) for each in workshop.all(SharedResource)]
    heads = {
        "name": "Resource",
        "source": "From",
        "users": "For",
        "much": "How much",
        "conditions": "Conditions",
    }
    yield from _worded("What we share", heads, found)


def _conflict(workshop: Workshop) -> Iterator[Block]:
    found = [path_words(each) for each in workshop.all(ConflictPath)]
    heads = {"name": "For", "steps": "Steps", "days": "For each", "last": "Last word"}
    yield from _worded("If we disagree", heads, found)


def _exit(workshop: Workshop) -> Iterator[Block]:
    plans = workshop.all(ExitPlan)
    several = len(plans) > 1
    found = [
        {
            "about": first_upper(f"{each.plan.name}: {each.about}" if several else each.about),
            "words": each.words or OPEN,
        }
        for each in way_out(workshop)
    ]
    head = "The way out" if several or not plans else f"Way out of {plans[0].name}"
    yield from _worded("How we leave", {"about": head, "words": "What is agreed"}, found)


def _management(workshop: Workshop) -> Iterator[Block]:
    found = [plan_words(workshop, each) for each in workshop.all(ManagementPlan)]
    heads = {"name": "What", "owner": "Owner", "means": "Means", "reviews": "Reviews"}
    yield from _worded("Who looks after it", heads, found)


def _worded(
    title: str, heads: Mapping[str, str], found: Sequence[Mapping[str, str]]
) -> Iterator[Block]:
    """Give a table with its title; what is still open stands out."""
    if not found:
        return
    yield Title(title, H2, "H2", 1)
    rows: list[list[Words]] = [
        [Run(OPEN, SEMIBOLD) if each[key] == OPEN else or_dash(each[key]) for key in heads]
        for each in found
    ]
    yield Table([Column(head) for head in heads.values()], rows)


def _stress(workshop: Workshop) -> Iterator[Block]:
    yield Title("Hard questions, and what answers them", H2, "H2", 1)
    rows: list[list[Words]] = []
    for card in cards(workshop):
        answers = ", ".join(clause.subject for clause in card.clauses if clause.text.strip())
        rows.append([card.question, answers or Run("No clause answers yet", SEMIBOLD)])
    yield Table((Column("What if"), Column("Answered by")), rows)


def _reservations(workshop: Workshop) -> Iterator[Block]:
    kept = kept_reservations(workshop)
    if not kept:
        return
    yield Title("Every reservation, and what became of it", H2, "H2", 1)
    for each in kept:
        reason = each.reservation.reason.strip()
        who = organization(workshop, each.reservation.organization)
        quoted = f"“{reason}” " if reason else "No reason was given. "
        words: list[str | Run] = [quoted, Run(f"{who}. ", SEMIBOLD), outcome_words(workshop, each)]
        yield from bullets([words], ITEM)
