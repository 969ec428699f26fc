# SPDX-License-Identifier: MIT
"""The deal in tables: what is shared, clauses, how we disagree and leave, terms, who looks after it."""

from collections.abc import Iterator
from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Size
from exports.exhibits.quantities import first_upper
from exports.exhibits.table import Column
from exports.exhibits.word_table import Finding, Row, word_table
from exports.exhibits.words import Line, word_list
from workshop.deal import conditions
from workshop.deal.agreement_text import draft
from workshop.deal.money_records import SplitRule
from workshop.deal.operating_records import (
    KEEPS,
    ConflictPath,
    ExitPlan,
    ExitTrigger,
    SharedResource,
)
from workshop.deal.parties import name_of
from workshop.deal.records import Clause, ManagementPlan
from workshop.deal.term_records import Term, TermOption
from workshop.deal.waterfall import loss_shares, pool_weights
from workshop.ids import Id
from workshop.prepare.records import Participant
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.why import amount, counted, listed, number, percent

OPEN = "still open"
_RESOURCES = (
    Column("name", "Resource", 9, 3),
    Column("source", "From", 8, 2),
    Column("users", "For", 9, 3),
    Column("much", "How much", 8, 2),
    Column("conditions", "Conditions", 9, 3),
)
_CLAUSES = (
    Column("subject", "Subject", 9, 2),
    Column("text", "What we agree", 16, 6),
    Column("owner", "Owner", 7, 1),
)
_PATHS = (
    Column("name", "For", 9, 2), Column("steps", "Steps", 14, 5),
    Column("days", "For each", 5, 0.5), Column("last", "Last word", 8, 2),
)  # fmt: skip
_PLANS = (
    Column("name", "What", 9, 2), Column("owner", "Owner", 7, 1), Column("means", "Means", 8, 2),
    Column("reviews", "Reviews", 12, 4),
)  # fmt: skip
_TERMS = (Column("name", "Term", 10, 2), Column("options", "Ways to settle it", 16, 4))


class WayOut(NamedTuple):
    """One thing an exit plan says: of which plan, what about, and its words; blank if it is open."""

    plan: ExitPlan
    about: str
    words: str


def resources_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give what is shared by whom with whom; areas “shared_resource”."""
    found = workshop.all(SharedResource)
    if not found:
        none = "What one of us lets the others use will stand here."
        return empty(look, size, "Nothing is shared yet", none)
    rows = [
        Row(each.id, resource_words(workshop, each), _open(resource_words(workshop, each)))
        for each in found
    ]
    title = conditions.resources(workshop).sentence.removesuffix(".")
    return word_table(_RESOURCES, rows, look, size, page, Finding(title, "", "shared_resource"))


def resource_words(workshop: Workshop, each: SharedResource) -> dict[str, str]:
    """Give a shared resource in words by column."""
    much = f"{number(each.amount)} {each.unit}".strip() if each.amount is not None else ""
    return {
        "name": each.name,
        "source": name_of(workshop, each.source) if each.source else OPEN,
        "users": listed([name_of(workshop, id) for id in each.users]) or OPEN,
        "much": ", ".join(filter(None, (much, each.period.strip()))),
        "conditions": each.conditions.strip(),
    }


def clauses_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give the agreement in words; areas “clause”."""
    found = workshop.all(Clause)
    if not found:
        none = "The sentences of the agreement will stand here."
        return empty(look, size, "No clause is written yet", none)
    people = workshop.of(Participant)
    rows = [
        Row(each.id, words, _open(words))
        for each in found
        for owner in (people.get(each.owner or ""),)
        for words in (
            {
                "subject": each.subject,
                "text": each.text.strip() or OPEN,
                "owner": owner.name if owner else OPEN,
            },
        )
    ]
    orphans = sum(each.owner is None for each in found)
    title = counted(len(found), "clause") + (
        f", {orphans} without an owner" if orphans else ", each with an owner"
    )
    return word_table(_CLAUSES, rows, look, size, page, Finding(title, "", "clause"))


def conflict_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give what happens when we disagree; areas “conflict_path”."""
    found = workshop.all(ConflictPath)
    if not found:
        none = "Whom to call first, whom next, and who has the last word will stand here."
        return empty(look, size, "No path for conflicts is named yet", none)
    rows = [Row(each.id, path_words(each), _open(path_words(each))) for each in found]
    lacking = sum(not each.steps for each in found)
    title = (
        f"{counted(lacking, 'path')} without steps"
        if lacking
        else "We know what to do when we disagree"
    )
    return word_table(_PATHS, rows, look, size, page, Finding(title, "", "conflict_path"))


def path_words(each: ConflictPath) -> dict[str, str]:
    """Give a path for conflicts in words by column."""
    return {
        "name": first_upper(each.name),
        "steps": first_upper(", then ".join(each.steps)) or OPEN,
        "days": counted(each.days, "day") if each.days else "",
        "last": first_upper(each.last_word.strip()) or OPEN,
    }


def way_out_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give every exit plan point by point; areas “exit_plan”."""
    plans = workshop.all(ExitPlan)
    if not plans:
        none = "How we leave, with what notice and who keeps what, will stand here."
        return empty(look, size, "There is no way out yet", none)
    heads = len(plans) > 1
    rows = [
        Row(each.plan.id, words, _open(words))
        for each in way_out(workshop)
        for words in (
            {
                "about": f"{first_upper(each.plan.name)}: {each.about}"
                if heads
                else first_upper(each.about),
                "words": each.words or OPEN,
            },
        )
    ]
    head = "The way out" if heads else f"Way out of {plans[0].name}"
    columns = (Column("about", head, 10, 1), Column("words", "What is agreed", 16, 4))
    title = conditions.way_out(workshop).sentence.removesuffix(".")
    return word_table(columns, rows, look, size, page, Finding(title, "", "exit_plan"))


def way_out(workshop: Workshop) -> Iterator[WayOut]:
    """Give what every exit plan says; what no plan needs is left out while it is not known."""
    for plan in workshop.all(ExitPlan):
        texts = [each.text for each in workshop.all(ExitTrigger) if each.plan == plan.id]
        keeps = [
            f"{thing} with {getattr(plan, field).strip()}"
            for field, thing in KEEPS.items()
            if getattr(plan, field).strip()
        ]
        notice = "" if plan.notice_days is None else counted(plan.notice_days, "day")
        yield WayOut(plan, "notice", notice)
        yield WayOut(plan, "opens when", first_upper("; ".join(texts)))
        yield WayOut(plan, "stays with whom", first_upper("; ".join(keeps)))
        yield WayOut(plan, "winding down", first_upper(", then ".join(plan.wind_down)))
        if plan.cost is not None:
            yield WayOut(plan, "cost of leaving", amount(plan.cost))
        yield WayOut(plan, "if disputed", first_upper(plan.dispute_path.strip()))


def management_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give who looks after the alliance, with what means; areas “management_plan”."""
    found = workshop.all(ManagementPlan)
    if not found:
        none = "Who looks after the alliance, with what means and dates, will stand here."
        return empty(look, size, "Nobody looks after the alliance yet", none)
    rows = [
        Row(each.id, words, _open(words))
        for each in found
        for words in (plan_words(workshop, each),)
    ]
    title = conditions.management(workshop).sentence.removesuffix(".")
    return word_table(_PLANS, rows, look, size, page, Finding(title, "", "management_plan"))


def plan_words(workshop: Workshop, each: ManagementPlan) -> dict[str, str]:
    """Give a management plan in words by column."""
    owner = workshop.of(Participant).get(each.owner or "")
    hours = f"{number(each.hours)} hours a month" if each.hours is not None else ""
    money = f"{amount(each.budget)} a year" if each.budget is not None else ""
    return {
        "name": each.name,
        "owner": owner.name if owner else OPEN,
        "means": ", ".join(filter(None, (hours, money))) or OPEN,
        "reviews": "; ".join(each.reviews) or OPEN,
    }


def terms_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give what can still move, and the ways to settle each; areas “term”."""
    terms = workshop.all(Term)
    if not terms:
        none = "What can be settled in more than one way will stand here."
        return empty(look, size, "No term can move yet", none)
    options: dict[str, list[str]] = {each.id: [] for each in terms}
    for option in workshop.all(TermOption):
        options[option.term].append(option.text)
    rows = [
        Row(each.id, {"name": each.name, "options": "; ".join(options[each.id])}) for each in terms
    ]
    size_of_all = 1
    for texts in options.values():
        size_of_all *= max(1, len(texts))
    title = f"{counted(len(terms), 'term')} can move: {size_of_all:,} ways to settle them together"
    return word_table(_TERMS, rows, look, size, page, Finding(title, "", "term"))


def split_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Say by what rule gains and losses are shared, and what each one's part is of pool and loss."""
    rules = workshop.all(SplitRule)
    none = "By what rule gains and losses are shared will stand here."
    title = "There is no rule for the split yet"
    lines: list[Line] = []
    for rule in rules[:1]:
        title = "The split is accepted" if rule.accepted else "The split is not accepted yet"
        said = draft(workshop, rule)[1].removesuffix(".").split(". ")
        lines = [*(Line(f"{each}.") for each in said), *_parts(workshop)]
    return word_list(lines, look, size, page, title, none)


def _parts(workshop: Workshop) -> Iterator[Line]:
    told: dict[Id, list[str]] = {}
    for words, read in (("of the pool", pool_weights), ("of a loss", loss_shares)):
        try:
            for id, part in read(workshop):
                told.setdefault(id, []).append(f"{percent(float(part))} {words}")
        except RuleError as missing:
            yield Line(str(missing))
    for id, parts in told.items():
        yield Line(name_of(workshop, id), ", ".join(parts))


def _open(words: dict[str, str]) -> tuple[str, ...]:
    return tuple(key for key, text in words.items() if text == OPEN)
