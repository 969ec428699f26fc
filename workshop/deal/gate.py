# SPDX-License-Identifier: MIT
"""The readiness gate: fifteen conditions, each true or not, before the deal is struck.

It is open or shut, never a percentage. A condition that does not hold can be passed over only by
somebody who gives a name and a reason; both are printed.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from workshop.deal import conditions
from workshop.deal.conditions import Finding
from workshop.deal.money_records import SplitRule
from workshop.deal.operating_records import (
    Activity,
    ConflictPath,
    DecisionRight,
    ExitPlan,
    Goal,
    SharedResource,
)
from workshop.deal.records import (
    GateOverride,
    LedgerItem,
    ManagementPlan,
    ReservationOutcome,
    Struck,
    Verdict,
)
from workshop.edits import add
from workshop.future_state.records import Statement
from workshop.history import Step
from workshop.ids import Id, new_id
from workshop.partners.records import RedFlag
from workshop.record import Record, RuleError, kind_name
from workshop.state import Workshop
from workshop.why import counted, listed


class Condition(NamedTuple):
    """One condition: what it asks, how it stands, and where it is mended."""

    key: str
    asks: str
    holds: bool
    sentence: str
    step: str
    kind: str
    record: Id
    override: GateOverride | None

    @property
    def passed(self) -> bool:
        """Whether it holds or somebody answers for passing it over."""
        return self.holds or self.override is not None


class Gate(NamedTuple):
    """All conditions, and whether the deal may be struck."""

    conditions: tuple[Condition, ...]
    open: bool
    sentence: str


class _Rule(NamedTuple):
    asks: str
    step: str
    kind: type[Record]
    test: Callable[[Workshop], Finding]


def gate(workshop: Workshop) -> Gate:
    """Test all conditions; where a verdict on one is known, that holds.

    An override that is not for everybody counts for nothing, as it could not be printed.
    """
    overrides = {
        each.condition: each
        for each in workshop.of(GateOverride).values()
        if each.audience == "everyone"
    }
    verdicts = {each.condition: each.holds for each in workshop.of(Verdict).values()}
    tested = tuple(
        Condition(
            key, rule.asks, found.holds, found.sentence, found.step or rule.step, kind_name(rule.kind),
            found.record,
            None if found.holds else overrides.get(key),
        )
        for key, rule in _RULES.items()
        for found in (_found(rule.test(workshop), verdicts.get(key)),)
    )  # fmt: skip
    is_open = all(each.passed for each in tested)
    return Gate(tested, is_open, _sentence(tested, is_open=is_open))


def in_order(found: Gate) -> list[Condition]:
    """Give the conditions that are shut, then those passed over, then those that hold."""
    return sorted(found.conditions, key=lambda each: (each.holds, each.passed))


def _found(found: Finding, verdict: bool | None) -> Finding:
    if verdict is None or verdict == found.holds:
        return found
    return Finding(
        verdict, "It holds." if verdict else "It does not hold; why is not for everybody."
    )


def verdicts(whole: Workshop, view: Workshop) -> list[Verdict]:
    """Give how the conditions stand in the whole workshop that a view of it would judge otherwise."""
    truly = gate(whole).conditions if _has_deal(whole) else ()
    seen = gate(view).conditions if truly else ()
    return [
        Verdict(id=f"{each.key}-verdict", condition=each.key, holds=each.holds)
        for each, other in zip(truly, seen, strict=True)
        if each.holds != other.holds
    ]


def _has_deal(workshop: Workshop) -> bool:
    return any(_of_the_deal(kind) for kind in workshop.kinds())


def override(workshop: Workshop, condition: str, name: str, reason: str) -> Workshop:
    """Pass over a condition, by name and with a reason."""
    if condition not in _RULES:
        raise RuleError(f"The gate has no condition {condition!r}.")
    old = [o.id for o in workshop.of(GateOverride).values() if o.condition == condition]
    fresh = GateOverride(id=new_id(), condition=condition, name=name, reason=reason)
    return add(workshop.without(GateOverride, old), fresh)


def strike(workshop: Workshop, at: datetime, words: str = "") -> Workshop:
    """Strike the deal as it stands; RuleError while the gate is shut."""
    found = gate(workshop)
    if not found.open:
        raise RuleError(found.sentence)
    overridden = tuple(each.key for each in found.conditions if not each.holds)
    return add(workshop, Struck(id=new_id(), at=at, words=words, open_conditions=overridden))


def amendments(log: Sequence[Step]) -> list[Step] | None:
    """Give the steps that changed the deal after it was struck last; None if it is not struck."""
    since: list[Step] | None = None
    for step in log:
        struck = [change for change in step.changes if change.kind is Struck]
        if struck:
            since = [] if any(change.after is not None for change in struck) else None
        elif since is not None and any(_of_the_deal(change.kind) for change in step.changes):
            since.append(step)
    return since


def _of_the_deal(kind: type[Record]) -> bool:
    return kind.__module__.startswith("workshop.deal.")


def _sentence(tested: Sequence[Condition], *, is_open: bool) -> str:
    shut = [each for each in tested if not each.passed]
    if not is_open:
        does = "does" if len(shut) == 1 else "do"
        return f"The gate is shut: {counted(len(shut), 'condition')} {does} not hold."
    passed_over = [each.override.name for each in tested if each.override]
    if passed_over:
        return f"The gate is open, by word of {listed(sorted(set(passed_over)))}."
    return "The gate is open: all fifteen conditions hold."


_RULES: dict[str, _Rule] = {
    "G1": _Rule("The shared vision is detailed for both", "deal.vision", Statement, conditions.vision),
    "G2": _Rule("Everybody has named what it gives up", "deal.ledger", LedgerItem, conditions.named("gives_up")),
    "G3": _Rule(
        "Everybody has named strengths and weaknesses", "deal.ledger", LedgerItem,
        conditions.named("brings_strength", "brings_weakness"),
    ),
    "G4": _Rule("Everybody gains something that can be counted", "deal.ledger", LedgerItem, conditions.benefits),
    "G5": _Rule("Every activity has one accountable and somebody responsible", "deal.agreement", Activity, conditions.roles),
    "G6": _Rule("Shared resources are settled", "deal.agreement", SharedResource, conditions.resources),
    "G7": _Rule("Performance goals are set", "deal.agreement", Goal, conditions.goals),
    "G8": _Rule("Somebody measures every goal", "deal.agreement", Goal, conditions.measurers),
    "G9": _Rule("The way out is written down", "deal.agreement", ExitPlan, conditions.way_out),
    "G10": _Rule("It is settled who decides what", "deal.agreement", DecisionRight, conditions.decisions),
    "G11": _Rule("The split is tried on a bad year and accepted", "deal.savings", SplitRule, conditions.savings),
    "G12": _Rule("No hard red flag is open", "partners.red_flags", RedFlag, conditions.red_flags),
    "G13": _Rule("The path for conflicts is named", "deal.agreement", ConflictPath, conditions.conflict),
    "G14": _Rule("Managing the alliance has means and dates", "deal.readiness", ManagementPlan, conditions.management),
    "G15": _Rule("Agreement is recorded and dissent listed", "deal.readiness", ReservationOutcome, conditions.agreed),
}  # fmt: skip
