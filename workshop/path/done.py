# SPDX-License-Identifier: MIT
"""When a step of the path is done, computed from what the workshop holds, and what it lacks.

Called after each edit, so every test is a short pass over the records it is about, and is run
only if they have changed.
"""

from collections.abc import Callable, Mapping

from workshop.future_state.dimensions import MANDATORY, same_dimension
from workshop.future_state.records import EvenOver, Factor, Measure, Statement
from workshop.future_state.scan import rank
from workshop.gaps.gap import our_levels, priority, shortfall
from workshop.gaps.records import Asset, Need, Sourcing
from workshop.partners.candidates import candidates
from workshop.partners.fit import fit
from workshop.partners.fit_records import (
    Aspiration,
)
from workshop.partners.records import (
    CHOSEN_SET_ID,
    ChosenSet,
    PartnerChange,
    PartnerNeed,
    RedFlag,
    Tie,
)
from workshop.path import done_deal, done_summary
from workshop.path.stages import STEPS
from workshop.path.stand import Done
from workshop.path.step import Stage
from workshop.prepare.agenda import timetable
from workshop.prepare.details import UNNAMED, details, ours
from workshop.prepare.records import GroundRule, Organization, Participant
from workshop.remembered import remembered
from workshop.room.agreement import latest_rounds
from workshop.room.votes import votes, votes_needing_reason
from workshop.state import Workshop
from workshop.why import counted, listed


def done(workshop: Workshop, step_key: str) -> Done:
    """Tell how far a step is; KeyError if no step has this key."""
    if not STEPS[step_key].built:
        return Done(False, "Not built yet")
    return _TESTS[step_key](workshop)


def stage_done(workshop: Workshop, stage: Stage) -> Done:
    """Tell how many of a stage's steps are done; with a step not built yet it is not finished."""
    built = [step for step in stage.steps if step.built]
    if not built:
        return Done(False, "Not built yet")
    finished = sum(done(workshop, step.key).is_done for step in built)
    so_far, waiting = _out_of(finished, len(built), "steps done"), len(stage.steps) - len(built)
    return Done(False, f"{so_far.sentence}, {waiting} not built yet") if waiting else so_far


def _out_of(count: int, total: int, words: str, empty: str = "") -> Done:
    if not total:
        return Done(False, empty)
    return Done(count == total, f"{count} of {total} {words}")


def _workshop(workshop: Workshop) -> Done:
    known = details(workshop)
    parts = {
        "title": known.title.strip(),
        "purpose": known.purpose.strip(),
        "first day": known.starts,
        "horizon": known.horizon,
    }
    missing = [name for name, value in parts.items() if not value]
    if missing:
        return Done(False, f"Still open: {listed(missing)}")
    return Done(True, "Title, purpose, first day and horizon are set")


def _organizations(workshop: Workshop) -> Done:
    present = [each for each in workshop.of(Organization).values() if each.at_table]
    if not present:
        return Done(False, "No organization at the table yet")
    if not any(each.ours for each in present):
        return Done(False, "None is marked as ours")
    if any(each.name == UNNAMED for each in present):
        return Done(False, f"“{UNNAMED}” still waits for its name")
    return Done(True, f"{counted(len(present), 'organization')} at the table")


def _participants(workshop: Workshop) -> Done:
    people = workshop.of(Participant).values()
    if people and not any(person.votes for person in people):
        return Done(False, "Nobody has a vote")
    placed = sum(person.organization is not None for person in people)
    return _out_of(placed, len(people), "have an organization", "No participants yet")


def _agenda(workshop: Workshop) -> Done:
    slots = timetable(workshop)
    overlapping = sum(slot.overlaps for slot in slots)
    if overlapping:
        return Done(False, f"{counted(overlapping, 'block')} overlapping the one before")
    timed = sum(slot.begin is not None and slot.end is not None for slot in slots)
    return _out_of(timed, len(slots), "blocks have a time", "No blocks yet")


def _ground_rules(workshop: Workshop) -> Done:
    rules = len(workshop.of(GroundRule))
    return Done(bool(rules), counted(rules, "ground rule") if rules else "No ground rules yet")


def _scan(workshop: Workshop) -> Done:
    factors = workshop.of(Factor).values()
    rated = sum(rank(factor).priority is not None for factor in factors)
    return _out_of(rated, len(factors), "factors are rated", "No factors yet")


def _statements(workshop: Workshop) -> Done:
    statements = workshop.of(Statement).values()
    named = {statement.dimension for statement in statements}
    missing = [
        dimension.lower()
        for dimension in MANDATORY
        if not any(same_dimension(dimension, name) for name in named)
    ]
    if missing:
        return Done(False, f"No statement yet on {listed(missing)}")
    owned = sum(statement.owner is not None for statement in statements)
    return _out_of(owned, len(statements), "statements have an owner")


def _measures(workshop: Workshop) -> Done:
    measured = {measure.statement for measure in workshop.of(Measure).values()}
    total = len(workshop.of(Statement))
    return _out_of(len(measured), total, "statements have a measure", "No statements yet")


def _priorities(workshop: Workshop) -> Done:
    dotted = sum(bool(statement.dots) for statement in workshop.of(Statement).values())
    choices = len(workshop.of(EvenOver))
    words = f"Dots on {counted(dotted, 'statement')}, {counted(choices, 'even-over')}"
    return Done(bool(dotted and choices), words)


def _agreement(workshop: Workshop) -> Done:
    asked = owing = 0
    for each in latest_rounds(workshop):
        counted_votes = votes(workshop, each).counted
        asked += bool(counted_votes)
        owing += len(votes_needing_reason(workshop, each, counted_votes))
    if not asked:
        return Done(False, "The room has not been asked yet")
    if owing:
        needs = "needs" if owing == 1 else "need"
        return Done(False, f"{counted(owing, 'vote')} still {needs} a reason")
    return Done(True, f"{counted(asked, 'question')} put to the room, every objection heard")


def _capabilities(workshop: Workshop) -> Done:
    needs = workshop.of(Need).values()
    grounded = sum(bool(need.because) for need in needs)
    if grounded < len(needs):
        return Done(False, f"{grounded} of {len(needs)} needs are tied to a statement or factor")
    weighed = sum(None not in (need.needed_level, need.importance, need.urgency) for need in needs)
    return _out_of(weighed, len(needs), "needs are rated", "No needs yet")


def _assets(workshop: Workshop) -> Done:
    needs, levels = workshop.of(Need).values(), our_levels(workshop)
    rated = sum(need.capability in levels for need in needs)
    return _out_of(rated, len(needs), "needs have our level", "No needs yet")


def _gap_map(workshop: Workshop) -> Done:
    found = _shortfalls(workshop)
    known = sum(priority(need, gap) is not None for need, gap in found)
    return _out_of(known, len(found), "needs have a priority", "No needs yet")


def _sourcing(workshop: Workshop) -> Done:
    found = _shortfalls(workshop)
    if found and all(gap == 0 for _, gap in found):
        return Done(True, "No gap to close")
    to_close = {need.id for need, gap in found if gap}
    chosen = {each.need for each in workshop.of(Sourcing).values() if each.chosen}
    settled = len(to_close & chosen)
    return _out_of(settled, len(to_close), "gaps have a way chosen", "No gaps known yet")


def _shortfalls(workshop: Workshop) -> list[tuple[Need, int | None]]:
    levels = our_levels(workshop)
    needs = workshop.of(Need).values()
    return [(need, shortfall(need, levels.get(need.capability))) for need in needs]


def _network(workshop: Workshop) -> Done:
    ties = workshop.of(Tie).values()
    tied = {tie.source for tie in ties} | {tie.target for tie in ties}
    total = len(workshop.of(Organization))
    if not tied:
        return Done(False, "No ties yet")
    # Whoever stands alone is a finding, not something left undone.
    return Done(True, f"{len(tied)} of {total} organizations are connected")


def _candidates(workshop: Workshop) -> Done:
    open_to_us = [c.organization for c in candidates(workshop) if c.standing != "ruled_out"]
    wanting = {each.organization for each in workshop.of(Aspiration).values()}
    needing = {each.organization for each in workshop.of(PartnerNeed).values()}
    holding = {each.organization for each in workshop.of(Asset).values()}
    known = len(wanting & needing & holding & set(open_to_us))
    words = "have told what they want, need and hold"
    return _out_of(known, len(open_to_us), words, "No candidates yet")


def _fit(workshop: Workshop) -> Done:
    if not ours(workshop):
        return Done(False, "None is marked as ours")
    open_to_us = [c for c in candidates(workshop) if c.standing != "ruled_out"]
    found = [fit(workshop, each.organization) for each in open_to_us]
    whole = sum(each.rated == len(each.scores) for each in found)
    return _out_of(whole, len(found), "candidates are rated in every part", "No candidates yet")


def _changes(workshop: Workshop) -> Done:
    changes = workshop.of(PartnerChange).values()
    ready = sum(
        None not in (each.magnitude, each.willingness, each.capacity, each.owner, each.due)
        for each in changes
    )
    return _out_of(ready, len(changes), "changes are rated and have an owner", "No changes yet")


def _red_flags(workshop: Workshop) -> Done:
    flags = workshop.of(RedFlag).values()
    answered = sum(bool(each.evidence and each.resolution) for each in flags)
    words = "red flags have evidence and a way to settle them"
    return _out_of(answered, len(flags), words, "No red flag is written down")


def _sets(workshop: Workshop) -> Done:
    chosen = workshop.of(ChosenSet).get(CHOSEN_SET_ID)
    members = len(chosen.members) if chosen else 0
    return Done(bool(members), f"{counted(members, 'partner')} chosen" if members else "No set yet")


def _pdf(workshop: Workshop) -> Done:
    if not workshop.of(Statement):
        return Done(False, "Nothing to hand out yet")
    agreed = _agreement(workshop)
    return Done(True, "Ready to hand out") if agreed.is_done else agreed


_EVERY_TEST: Mapping[str, Callable[[Workshop], Done]] = {
    "prepare.workshop": _workshop,
    "prepare.organizations": _organizations,
    "prepare.participants": _participants,
    "prepare.agenda": _agenda,
    "prepare.ground_rules": _ground_rules,
    "future.scan": _scan,
    "future.statements": _statements,
    "future.measures": _measures,
    "future.priorities": _priorities,
    "future.agreement": _agreement,
    "gaps.capabilities": _capabilities,
    "gaps.assets": _assets,
    "gaps.map": _gap_map,
    "gaps.sourcing": _sourcing,
    "partners.network": _network,
    "partners.candidates": _candidates,
    "partners.fit": _fit,
    "partners.changes": _changes,
    "partners.red_flags": _red_flags,
    "partners.sets": _sets,
    **done_deal.TESTS,
    "summary.thread": done_summary.golden_thread,
    "summary.commitments": done_summary.commitments,
    "summary.pdf": _pdf,
}
_TESTS = {key: remembered(test) for key, test in _EVERY_TEST.items()}
"""Only those that read what an edit has changed are run again after it."""
