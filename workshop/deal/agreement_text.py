# SPDX-License-Identifier: MIT
"""Clauses drafted from the records of the deal, in plain sentences that people then make their own.

A clause keeps the draft and the edited words apart: drafting anew never overwrites what people wrote.
"""

from collections.abc import Callable, Iterator
from typing import Any

from workshop.deal.money_records import SplitRule
from workshop.deal.operating_records import (
    KEEPS,
    Activity,
    ConflictPath,
    DecisionRight,
    ExitPlan,
    ExitTrigger,
    Goal,
    PartyRight,
    Role,
    SharedResource,
)
from workshop.deal.parties import name_of
from workshop.deal.records import Clause, LedgerItem
from workshop.deal.term_records import Package, Term, TermOption
from workshop.edits import add, change
from workshop.future_state.records import Measure
from workshop.ids import new_id
from workshop.record import Record
from workshop.state import Workshop
from workshop.why import amount, counted, listed, number, percent


def draft_all(workshop: Workshop) -> Workshop:
    """Draft a clause for every record that asks for one, and draft anew those whose record changed."""
    have = {clause.source: clause for clause in workshop.all(Clause) if clause.source}
    for record in _sources(workshop):
        subject, text = draft(workshop, record)
        clause = have.get(record.id)
        if clause:
            workshop = change(workshop, Clause, clause.id, drafted=text)
        else:
            fresh = Clause(id=new_id(), subject=subject, source=record.id, drafted=text)
            workshop = add(workshop, fresh)
    return workshop


def stale(workshop: Workshop) -> list[Clause]:
    """Give the clauses whose record says something else by now than their draft."""
    sources = {record.id: record for record in _sources(workshop)}
    return [
        clause
        for clause in workshop.all(Clause)
        if clause.source in sources and clause.drafted != draft(workshop, sources[clause.source])[1]
    ]


def draft(workshop: Workshop, record: Record) -> tuple[str, str]:
    """Give the subject and the words of a clause for a record of the deal."""
    return _DRAFTS[type(record)](workshop, record)


def _sources(workshop: Workshop) -> Iterator[Record]:
    for kind in _DRAFTS:
        for record in workshop.all(kind):
            proposed = isinstance(record, Package) and record.status != "agreed"
            other = isinstance(record, LedgerItem) and record.kind != "gives_up"
            if not (proposed or other):
                yield record


def _gives_up(workshop: Workshop, item: LedgerItem) -> tuple[str, str]:
    name = name_of(workshop, item.organization)
    worth = f", worth {amount(item.base)}" if item.base is not None else ""
    when = f" from {item.when:%B %Y}" if item.when else ""
    return f"What {name} gives up", f"{name} gives up{when}: {item.text}{worth}."


def _activity(workshop: Workshop, activity: Activity) -> tuple[str, str]:
    parts: dict[str, list[str]] = {}
    for role in workshop.all(Role):
        if role.activity == activity.id:
            parts.setdefault(role.part, []).append(name_of(workshop, role.organization))
    said = [
        f"{listed(parts[part])} {verb(len(parts[part]))}"
        for part, verb in _VERBS.items()
        if part in parts
    ]
    text = f"{'; '.join(said)}." if said else "Who does it is still open."
    return activity.name, text[0].upper() + text[1:]


def _be(words: str) -> Callable[[int], str]:
    return lambda count: f"{'is' if count == 1 else 'are'} {words}"


_VERBS: dict[str, Callable[[int], str]] = {
    "responsible": lambda count: "does the work" if count == 1 else "do the work",
    "accountable": lambda count: "answers for it" if count == 1 else "answer for it",
    "consulted": _be("asked before"),
    "informed": _be("told after"),
}


def _resource(workshop: Workshop, resource: SharedResource) -> tuple[str, str]:
    source = name_of(workshop, resource.source)
    users = listed([name_of(workshop, id) for id in resource.users]) or "all"
    much = f"{number(resource.amount)} {resource.unit}".strip() if resource.amount else ""
    parts = [p for p in (much, resource.period.strip()) if p]
    of = f" ({', '.join(parts)})" if parts else ""
    ends = f" {resource.conditions.strip()}" if resource.conditions.strip() else ""
    return f"Shared: {resource.name}", f"{source} lets {users} use {resource.name}{of}.{ends}"


def _goal(workshop: Workshop, goal: Goal) -> tuple[str, str]:
    who = goal.who_measures.strip() or name_of(workshop, goal.measurer)
    measure = workshop.of(Measure).get(goal.measure or "")
    aim = ""
    if measure and measure.target is not None:
        unit = measure.unit if measure.unit == "%" else f" {measure.unit}".rstrip()
        start = f"from {number(measure.baseline)}{unit} " if measure.baseline is not None else ""
        by = f" by {measure.target_date:%B %Y}" if measure.target_date else ""
        aim = f": {start}to {number(measure.target)}{unit}{by}"
        if measure.direction == "hold":
            aim = f": held at {number(measure.target)}{unit}"
    ends = f" If missed: {goal.consequence.strip()}" if goal.consequence.strip() else ""
    text = f"{goal.name}{aim}. It is measured by {who}.{ends}"
    return f"Goal: {goal.name}", text


def _decision(workshop: Workshop, decision: DecisionRight) -> tuple[str, str]:
    rights = [r for r in workshop.all(PartyRight) if r.decision == decision.id]
    said = []
    for right, words in _SAYS.items():
        names = [name_of(workshop, r.organization) for r in rights if r.right == right]
        if names:
            said.append(f"{listed(names)} {words[len(names) > 1]}")
    seats = [
        f"{name_of(workshop, r.organization)} {r.seats}" for r in rights if r.seats is not None
    ]
    if seats:
        said.append(f"seats: {listed(seats)}")
    if decision.threshold is not None:
        said.append(f"{percent(decision.threshold)} of the votes are needed")
    text = "; ".join(said) or "who decides is still open"
    return f"Decision: {decision.name}", f"{text[0].upper()}{text[1:]}."


_SAYS = {
    "decides": ("decides", "decide together"),
    "veto": ("may veto", "may each veto"),
    "consulted": ("is asked before", "are asked before"),
    "informed": ("is told after", "are told after"),
}


def _conflict(_workshop: Workshop, path: ConflictPath) -> tuple[str, str]:
    steps = ", then ".join(path.steps) or "the steps are still open"
    days = f", {counted(path.days, 'day')} for each" if path.days else ""
    last = f" The last word has {path.last_word.strip()}." if path.last_word.strip() else ""
    return f"If we disagree: {path.name}", f"{steps[0].upper()}{steps[1:]}{days}.{last}"


def _exit(workshop: Workshop, plan: ExitPlan) -> tuple[str, str]:
    who = name_of(workshop, plan.organization) if plan.organization else "Each of us"
    notice = (
        f"{who} may leave with {counted(plan.notice_days, 'day')} of notice."
        if plan.notice_days is not None
        else f"{who} may leave; the notice is still open."
    )
    triggers = [t.text for t in workshop.all(ExitTrigger) if t.plan == plan.id]
    when = f" The way out opens when {listed(triggers)}." if triggers else ""
    keeps = [
        f"{thing} with {getattr(plan, field).strip()}"
        for field, thing in KEEPS.items()
        if getattr(plan, field).strip()
    ]
    kept = f" What stays with whom: {'; '.join(keeps)}." if keeps else ""
    down = f" Winding down: {', then '.join(plan.wind_down)}." if plan.wind_down else ""
    cost = f" Leaving costs {amount(plan.cost)}." if plan.cost is not None else ""
    dispute = f" If disputed: {plan.dispute_path.strip()}" if plan.dispute_path.strip() else ""
    return f"Exit: {plan.name}", f"{notice}{when}{kept}{down}{cost}{dispute}"


def _split(workshop: Workshop, rule: SplitRule) -> tuple[str, str]:
    said = []
    if rule.recoup:
        said.append(f"Costs of {amount(rule.recoup)} are paid back first.")
    if rule.partner and rule.partner_share is not None:
        base = "what is left" if rule.partner_base == "net" else "the whole"
        loss = percent(rule.partner_loss_share or 0)
        name = name_of(workshop, rule.partner)
        said.append(
            f"{name} gets {percent(rule.partner_share)} of {base} and bears {loss} of a loss."
        )
    for share, words in ((rule.reserve, "is put in reserve"), (rule.reinvest, "is reinvested")):
        if share:
            said.append(f"Of the rest {percent(share)} {words}.")
    said.append("The pool is shared by the agreed mix.")
    return rule.name, " ".join(said)


def _package(workshop: Workshop, package: Package) -> tuple[str, str]:
    options = [workshop.get(TermOption, id) for id in package.options]
    said = [f"{workshop.get(Term, o.term).name}: {o.text}" for o in options]
    return "Agreed terms", f"{'; '.join(said) or 'still open'}."


_DRAFTS: dict[type[Record], Callable[[Workshop, Any], tuple[str, str]]] = {
    LedgerItem: _gives_up,
    Activity: _activity,
    SharedResource: _resource,
    Goal: _goal,
    DecisionRight: _decision,
    ConflictPath: _conflict,
    SplitRule: _split,
    Package: _package,
    ExitPlan: _exit,
}
