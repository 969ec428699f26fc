# SPDX-License-Identifier: MIT
"""What should make us stop or slow down: warnings that are computed, and those somebody has stated.

Avoiding change is the one hard flag that is computed; the others are soft unless stated otherwise
(domain section 5.7). A computed flag that is also stated is one flag, with both as evidence.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from workshop.ids import Id
from workshop.partners.candidates import by_name, candidate_of, candidates
from workshop.partners.changes import changes_with
from workshop.partners.fit import fit
from workshop.partners.fit_records import Aspiration, AspirationMatch
from workshop.partners.partner_sets import chosen_set
from workshop.partners.records import FLAG_LABELS, FlagKind, PartnerNeed, RedFlag
from workshop.partners.set_from_workshop import pose
from workshop.partners.set_insight import insight
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted, listed, percent

LARGE_SHARE = 0.5
"""A partner that carries more of the closed gap than this is a risk of its own."""

RESOLUTIONS: dict[FlagKind, str] = {
    "avoiding_change": "Ask each side to name one change it fears, with an owner and a date.",
    "no_needs": "Ask what it would want from us, and write it down as its needs.",
    "strategy_conflict": "Take the conflicting aspirations into the deal, or agree who yields.",
    "culture_clash": "Talk through one real disagreement, and agree how the next is settled.",
    "exclusive_elsewhere": "See the contract, and ask for a release in writing.",
    "large_share": "Find a second partner for part of what it would carry.",
}
"""What usually settles a computed flag."""


class Flag(NamedTuple):
    """A warning about an organization; `stated` is the record somebody made of it, if any."""

    kind: FlagKind
    label: str
    severity: Literal["hard", "soft"]
    organization: Organization
    evidence: str
    resolution: str
    settled: bool
    computed: bool
    stated: RedFlag | None


def red_flags(workshop: Workshop, partner: Id | None = None) -> tuple[Flag, ...]:
    """Give the flags about a partner, or all of them: open before settled, hard before soft."""
    wanted = [partner] if partner else [each.organization for each in candidates(workshop)]
    stated = [
        each for each in workshop.all(RedFlag) if partner is None or each.organization == partner
    ]
    computed = {
        (kind, party): (evidence, severity)
        for id in wanted
        for kind, party, severity, evidence in _computed(workshop, id)
    }
    found = [_stated(workshop, each, computed) for each in stated]
    known = {(flag.kind, flag.organization.id) for flag in found}
    found += [
        _flag(workshop, kind, party, severity, evidence)
        for (kind, party), (evidence, severity) in computed.items()
        if (kind, party) not in known
    ]
    return tuple(sorted(found, key=_rank))


def flags_headline(found: tuple[Flag, ...]) -> str:
    """Say how many flags are open, and how many of them are hard."""
    open_flags = [flag for flag in found if not flag.settled]
    hard = [flag for flag in open_flags if flag.severity == "hard"]
    if not found:
        return "No red flag is raised"
    if not open_flags:
        return f"{counted(len(found), 'red flag')}, all settled"
    if not hard:
        return f"{counted(len(open_flags), 'red flag')} open, none of them hard"
    names = list(dict.fromkeys(flag.organization.name for flag in hard))
    stops = "stops" if len(hard) == 1 else "stop"
    return f"{counted(len(hard), 'hard red flag')} {stops} the deal: {listed(names)}"


Found = tuple[FlagKind, Id, Literal["hard", "soft"], str]


def _computed(workshop: Workshop, partner: Id) -> Iterator[Found]:
    for side in changes_with(workshop, partner).avoiding:
        yield "avoiding_change", side.organization.id, "hard", " ".join(side.avoids)
    if not any(need.organization == partner for need in workshop.of(PartnerNeed).values()):
        yield "no_needs", partner, "soft", "It has named nothing that it needs itself."
    conflicts = _conflicts(workshop, partner)
    if conflicts:
        yield "strategy_conflict", partner, "soft", f"Conflicts with ours: {listed(conflicts)}."
    for score in fit(workshop, partner).derailers:
        if score.part in ("culture", "values"):
            evidence = f"{score.label} fit at {percent(score.value or 0)}, {score.note}."
            yield "culture_clash", partner, "soft", evidence
    yield from _of_candidate(workshop, partner)


def _of_candidate(workshop: Workshop, partner: Id) -> Iterator[Found]:
    candidate = candidate_of(workshop, partner)
    names = workshop.of(Organization)
    others = [names[id].name for id in candidate.exclusive_with] if candidate else []
    if others:
        evidence = f"Bound exclusively to {listed(others)}."
        yield "exclusive_elsewhere", partner, "soft", evidence
    share = _share_carried(workshop, partner)
    if share > LARGE_SHARE:
        evidence = f"It carries {percent(share)} of what the chosen set adds."
        yield "large_share", partner, "soft", evidence


def _conflicts(workshop: Workshop, partner: Id) -> list[str]:
    aspirations = workshop.of(Aspiration)
    ends = [
        aspirations[id]
        for match in workshop.all(AspirationMatch)
        if match.label == "conflicting"
        for id in (match.one, match.other)
    ]
    return list(dict.fromkeys(f"“{each.text}”" for each in ends if each.organization == partner))


def _share_carried(workshop: Workshop, partner: Id) -> float:
    chosen = chosen_set(workshop)
    if chosen is None or partner not in chosen.members or len(chosen.members) == 1:
        return 0.0
    carried = insight(pose(workshop).problem, chosen.mask).contribution
    return carried[partner] / sum(carried.values()) if any(carried.values()) else 0.0


def _flag(
    workshop: Workshop, kind: FlagKind, party: Id, severity: Literal["hard", "soft"], evidence: str
) -> Flag:
    organization = workshop.of(Organization)[party]
    resolution = RESOLUTIONS[kind]
    label = FLAG_LABELS[kind]
    return Flag(kind, label, severity, organization, evidence, resolution, False, True, None)


def _stated(
    workshop: Workshop,
    record: RedFlag,
    computed: dict[tuple[FlagKind, Id], tuple[str, Literal["hard", "soft"]]],
) -> Flag:
    evidence, severity = computed.get((record.kind, record.organization), ("", record.severity))
    return Flag(
        record.kind,
        FLAG_LABELS[record.kind],
        "hard" if "hard" in (severity, record.severity) else "soft",
        workshop.of(Organization)[record.organization],
        " ".join(filter(None, (record.evidence, evidence))),
        record.resolution or RESOLUTIONS.get(record.kind, ""),
        record.settled,
        bool(evidence),
        record,
    )


def _rank(flag: Flag) -> tuple[bool, bool, tuple[str, Id], str]:
    return flag.settled, flag.severity == "soft", by_name(flag.organization), flag.kind
