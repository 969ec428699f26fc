# SPDX-License-Identifier: MIT
"""Who could be our partners: all candidates in a table, the best beside each other, what warns."""

from collections.abc import Iterator

from exports.exhibits.fit_comparison import MOST, fit_comparison
from exports.exhibits.typography import SEMIBOLD
from exports.pdf.blocks import NewPage, Space, figure
from exports.pdf.chapters.future_state import noted
from exports.pdf.chapters.profiles import own_profile, profile
from exports.pdf.chapters.wording import UNKNOWN, joined, or_dash
from exports.pdf.paper import Run
from exports.pdf.setting import Block, Text, Title, Words
from exports.pdf.style import H1, H2, LEAD, SMALL
from exports.pdf.table import Column, Table
from workshop.ids import Id
from workshop.partners.candidates import candidate_problems, candidates
from workshop.partners.fit import Fit, fits, fits_headline
from workshop.partners.partner_sets import chosen_set
from workshop.partners.records import Candidate
from workshop.partners.red_flags import Flag, flags_headline, red_flags
from workshop.partners.strain import strain_of
from workshop.prepare.details import ours
from workshop.prepare.records import Organization
from workshop.record import field, label_of
from workshop.state import Workshop
from workshop.why import counted, in_sentence, listed, percent

_STANDING = field(Candidate, "standing")
_COLUMNS = (
    Column("Candidate"),
    Column("Fit", number=True),
    Column("Cost", number=True),
    Column("Effort", number=True),
    Column("Strain", number=True),
    Column("Remark"),
)
_FLAG_COLUMNS = (
    Column("Warning"),
    Column("About"),
    Column("Evidence"),
    Column("What would settle it"),
)


def candidates_chapter(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give the candidates, how well each fits, and the red flags; nothing if none is named."""
    found = candidates(workshop)
    if not found:
        return
    yield NewPage(chapter=True)
    yield Title("Could we live together?", H1, "H1", 0)
    if not ours(workshop):
        yield from _unmatched(workshop, found)
        return
    every = {each.partner.id: each for each in fits(workshop)}
    yield Text(fits_headline(list(every.values())) + ".", LEAD)
    for problem in candidate_problems(workshop):
        yield Text(problem, SMALL)
    rows = [_row(workshop, each, every[each.organization]) for each in found]
    yield Table(_COLUMNS, rows)
    yield Text(
        "Cost, effort and strain run from 0 to 10; strain is computed from the fit and from how "
        "ready both sides are to change, unless somebody entered it. A part of the fit below 40% "
        "can derail an alliance, whatever the total.",
        SMALL,
    )
    beside = _beside(workshop, list(every.values()))
    if len(beside) > 1:
        yield from figure(
            lambda w, look, size, page: fit_comparison(w, ",".join(beside), look, size, page),
            workshop,
        )
    yield from own_profile(workshop)
    for id in every:
        yield from profile(workshop, id)
    yield from _flags(workshop)


def _unmatched(workshop: Workshop, found: list[Candidate]) -> Iterator[Block]:
    """Name the candidates where nobody is ours yet, so that nothing can be compared."""
    yield Text(
        f"{counted(len(found), 'candidate')}. No organization is marked as ours yet, so nothing "
        "is compared.",
        LEAD,
    )
    yield Table(_COLUMNS, [_row(workshop, each, None) for each in found])


def _row(workshop: Workshop, each: Candidate, fit: Fit | None) -> list[Words]:
    strain = strain_of(workshop, each).points if fit else each.strain
    standing = "" if each.standing == "open" else label_of(_STANDING, each.standing)
    because = f"{standing}: {each.standing_because}" if standing else each.standing_because
    bound = [_name(workshop, id) for id in each.exclusive_with]
    weak = [in_sentence(score.label) for score in fit.derailers] if fit else []
    remarks = [
        f"Can derail it: {listed(weak)}." if weak else "",
        because if each.standing_because.strip() else standing,
        f"Bound exclusively to {listed(bound)}." if bound else "",
        f"Conflict of interest: {each.conflict_of_interest}" * bool(each.conflict_of_interest),
    ]
    return [
        noted(_name(workshop, each.organization), each.role, joined(*each.motives, by="; ")),
        _fit(fit),
        or_dash(each.cost),
        or_dash(each.effort),
        or_dash(strain),
        "\n".join(filter(None, remarks)) or UNKNOWN,
    ]


def _fit(fit: Fit | None) -> Words:
    if fit is None or fit.overall is None:
        return UNKNOWN
    return noted(percent(fit.overall), "" if fit.rated == len(fit.scores) else fit.answered)


def _beside(workshop: Workshop, every: list[Fit]) -> list[Id]:
    """Give the candidates to set beside each other: those of the chosen set, then the best fits."""
    chosen = chosen_set(workshop)
    rated = [each.partner.id for each in every if each.overall is not None]
    first = [id for id in rated if chosen and id in chosen.members]
    return list(dict.fromkeys([*first, *rated]))[:MOST]


def _flags(workshop: Workshop) -> Iterator[Block]:
    found = red_flags(workshop)
    if not found:
        return
    yield Title(flags_headline(found), H2, "H2", 1)
    stated = sum(each.stated is not None for each in found)
    yield Text(
        f"{stated} stated, {len(found) - stated} computed from what was entered.", SMALL, leads=True
    )
    yield Table(_FLAG_COLUMNS, [_flag(each) for each in found])


def _flag(each: Flag) -> list[Words]:
    state = "settled" if each.settled else each.severity
    strong = not each.settled and each.severity == "hard"
    heavy = Run(f"{each.label}\n{state}", SEMIBOLD)
    return [
        heavy if strong else noted(each.label, state),
        each.organization.name,
        or_dash(each.evidence),
        or_dash(each.resolution),
    ]


def _name(workshop: Workshop, id: Id) -> str:
    return workshop.get(Organization, id).name
