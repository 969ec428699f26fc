# SPDX-License-Identifier: MIT
"""The fifteen conditions of the readiness gate: each looks at the records and says how it stands."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from workshop.deal.ledger import Account, accounts, tangible
from workshop.deal.operating_records import (
    ConflictPath,
    ExitPlan,
    ExitTrigger,
    Goal,
    SharedResource,
)
from workshop.deal.parties import name_of, parties
from workshop.deal.power import power
from workshop.deal.raci import raci
from workshop.deal.records import (
    LedgerItem,
    LedgerKind,
    ManagementPlan,
)
from workshop.deal.reservations import first_round_owing, kept_reservations, votes_without_reason
from workshop.deal.scenarios import outlook
from workshop.deal.waterfall import terms_of
from workshop.future_state.clarity import detailed_for_both
from workshop.future_state.records import Measure
from workshop.ids import Id
from workshop.partners.candidates import candidates
from workshop.partners.records import FLAG_LABELS, RedFlag
from workshop.partners.red_flags import red_flags as flags_about
from workshop.prepare.details import ours
from workshop.record import RuleError, kind_name
from workshop.room.agreement import agreement
from workshop.room.records import AgreementRound
from workshop.state import Workshop
from workshop.why import counted, few, listed

DEAL_SUBJECTS = ("ledger_item", "clause", "goal", "exit_plan", "package", "split_rule")
"""Kinds of records that an agreement round about the deal is put to the room for."""


_ROUNDS = "future.agreement"
"""The step at which the room is asked."""


class Finding(NamedTuple):
    """Whether a condition holds, in a sentence, and where it is fixed.

    `record` is the record, the name of its kind or the part of the page; `step` is blank for the
    usual step of the condition.
    """

    holds: bool
    sentence: str
    record: Id = ""
    step: str = ""


def vision(workshop: Workshop) -> Finding:
    found = detailed_for_both(workshop)
    return Finding(found.for_both, found.sentence)


def named(*kinds: LedgerKind) -> Callable[[Workshop], Finding]:
    words = {"gives_up": "gives up", "brings_strength": "brings as strength",
             "brings_weakness": "brings as weakness"}  # fmt: skip

    def test(workshop: Workshop) -> Finding:
        lacking = [
            f"what {each.organization.name} {words[kind]}"
            for each in accounts(workshop)
            for kind in kinds
            if not each.items[kind]
        ]
        if not workshop.of(LedgerItem):
            return Finding(False, "The ledger is empty.")
        return Finding(not lacking, f"Not named: {few(lacking)}." if lacking else "All named.")

    return test


def benefits(workshop: Workshop) -> Finding:
    lacking = [each for each in accounts(workshop) if not _counts(workshop, each)]
    if not workshop.of(LedgerItem) or lacking:
        names = few([each.organization.name for each in lacking]) or "anybody"
        return Finding(False, f"No gain that can be counted for {names}.")
    return Finding(True, "Everybody gains something that can be counted.")


def _counts(workshop: Workshop, account: Account) -> bool:
    return any(tangible(workshop, item) for item in account.items["gets_benefit"])


def roles(workshop: Workshop) -> Finding:
    found = raci(workshop)
    faults = [(id, said) for id, said in found.problems if id]
    if not found.activities:
        return Finding(False, "No activity is named.")
    if faults:
        return Finding(False, faults[0][1], faults[0][0])
    return Finding(
        True,
        f"{counted(len(found.activities), 'activity', 'activities')}, each with one accountable.",
    )


def resources(workshop: Workshop) -> Finding:
    found = workshop.all(SharedResource)
    open_ones = [each for each in found if not each.source or not each.users]
    if not found:
        return Finding(False, "Nothing says which resources are shared.")
    if open_ones:
        first = open_ones[0]
        return Finding(False, f"“{first.name}” lacks who lends it or who uses it.", first.id)
    return Finding(True, f"{counted(len(found), 'shared resource')}.")


def goals(workshop: Workshop) -> Finding:
    found = workshop.all(Goal)
    loose = [each for each in found if each.measure is None]
    if not found:
        return Finding(False, "No performance goal is set.")
    if loose:
        return Finding(False, f"The goal “{loose[0].name}” has no measure.", loose[0].id)
    return Finding(True, f"{counted(len(found), 'goal')}, each with a measure.")


def measured_by(workshop: Workshop, goal: Goal) -> str:
    """Give who measures a goal, or nothing if nobody does."""
    if goal.who_measures.strip():
        return goal.who_measures.strip()
    if goal.measurer:
        return name_of(workshop, goal.measurer)
    measure = workshop.of(Measure).get(goal.measure or "")
    return measure.who_measures.strip() if measure else ""


def measurers(workshop: Workshop) -> Finding:
    found = workshop.all(Goal)
    loose = [each for each in found if not measured_by(workshop, each)]
    if loose:
        said = f"Nobody measures the goal “{loose[0].name}”; name who does, better neutral."
        return Finding(False, said, loose[0].id)
    return Finding(bool(found), "Somebody measures every goal." if found else "No goal yet.")


def way_out(workshop: Workshop) -> Finding:
    plans = workshop.all(ExitPlan)
    triggered = {each.plan for each in workshop.of(ExitTrigger).values()}
    if not plans:
        return Finding(False, "There is no way out yet.")
    for plan in plans:
        lacks = [
            word
            for word, known in (
                ("the notice", plan.notice_days is not None),
                ("what opens it", plan.id in triggered),
                ("who keeps the data", plan.keeps_data.strip()),
                ("how to wind down", plan.wind_down),
                ("what to do if disputed", plan.dispute_path.strip()),
            )
            if not known
        ]
        if lacks:
            said = (
                f"The exit “{plan.name}” lacks {listed(lacks)}; write it down under How we leave."
            )
            return Finding(False, said, plan.id)
    return Finding(True, "Everybody knows the way out.")


def decisions(workshop: Workshop) -> Finding:
    found = power(workshop)
    if not found.decisions:
        return Finding(False, "Nothing says who decides what.")
    if found.undecided:
        first = found.undecided[0]
        return Finding(False, f"Nobody decides on “{first.name}”.", first.id)
    return Finding(True, f"{counted(len(found.decisions), 'decision')}, each with who decides.")


def savings(workshop: Workshop) -> Finding:
    try:
        terms_of(workshop)
    except RuleError as open_point:
        return Finding(False, str(open_point), "split")
    try:
        found = outlook(workshop)
    except RuleError as open_point:
        return Finding(False, str(open_point), "scenarios")
    rule = found.terms.rule
    if not any((each.scenario.rate or 0) < 0 for each in found.outcomes):
        said = "No scenario is a bad year; add one under Good years and bad."
        return Finding(False, said, "scenarios")
    if not rule.accepted:
        return Finding(False, "The split is not accepted yet, bad year included.", rule.id)
    return Finding(True, "The split is accepted, bad year included.")


def red_flags(workshop: Workshop) -> Finding:
    return next(_hard_flags(workshop), Finding(True, "No hard red flag is open."))


def _hard_flags(workshop: Workshop) -> Iterator[Finding]:
    """Give each open hard flag about a party: of candidates also what is computed, such as avoiding change."""
    partners = {each.organization for each in candidates(workshop)} if ours(workshop) else set()
    known = [each.id for each in parties(workshop)]
    for each in workshop.all(RedFlag):
        about = each.organization in known and each.organization not in partners
        if about and each.severity == "hard" and not each.settled:
            yield _flagged(
                FLAG_LABELS[each.kind], name_of(workshop, each.organization), "", each.id
            )
    for id in known:
        for flag in flags_about(workshop, id) if id in partners else ():
            if flag.severity == "hard" and not flag.settled:
                found = _flagged(
                    flag.label,
                    flag.organization.name,
                    flag.evidence if flag.computed else "",
                    flag.stated.id if flag.stated else flag.organization.id,
                )
                yield found


def _flagged(label: str, name: str, evidence: str, record: Id) -> Finding:
    said = f"A hard red flag about {name} is open: {label[0].lower()}{label[1:]}. {evidence}"
    return Finding(False, said.strip(), record)


def conflict(workshop: Workshop) -> Finding:
    paths = [each for each in workshop.all(ConflictPath) if each.steps]
    return Finding(
        bool(paths), "The path is named." if paths else "No path for conflicts is named."
    )


def management(workshop: Workshop) -> Finding:
    plans = workshop.all(ManagementPlan)
    for plan in plans:
        if plan.owner and (plan.hours or plan.budget) and plan.reviews:
            return Finding(True, "Somebody has the time, the means and the dates.")
    first = plans[0].id if plans else ""
    said = "Nobody has hours or money, and dates of review, for managing the alliance."
    return Finding(False, said, first)


def agreed(workshop: Workshop) -> Finding:
    if not rounds_on_the_deal(workshop):
        said = "The room has not been asked about the deal; ask it under Agreement."
        return Finding(False, said, step=_ROUNDS)
    owing = votes_without_reason(workshop)
    if owing:
        needs = "lacks" if owing == 1 else "lack"
        said = f"{counted(owing, 'vote')} below support {needs} a reason."
        return Finding(False, said, first_round_owing(workshop), _ROUNDS)
    open_ones = [each for each in kept_reservations(workshop) if not each.settled]
    if open_ones:
        many = counted(len(open_ones), "reservation")
        verb = "has" if len(open_ones) == 1 else "have"
        return Finding(
            False, f"{many} {verb} not become anything yet.", open_ones[0].reservation.id
        )
    return Finding(True, "The room has agreed, and every reservation has become something.")


def rounds_on_the_deal(workshop: Workshop) -> list[AgreementRound]:
    """Give the rounds on something of the deal that anybody has answered, in the order held."""
    rounds = [r for r in workshop.all(AgreementRound) if _about_the_deal(workshop, r)]
    return [r for r in rounds if agreement(workshop, r.id).figures.answered]


def _about_the_deal(workshop: Workshop, round: AgreementRound) -> bool:
    kinds = {kind_name(kind): kind for kind in workshop.kinds()}
    return any(round.subject in workshop.of(kinds[name]) for name in DEAL_SUBJECTS if name in kinds)
