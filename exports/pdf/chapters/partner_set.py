# SPDX-License-Identifier: MIT
"""Whom we need: the chosen set, what hangs on whom, all sets worth choosing from, how firm it is."""

from collections.abc import Iterator

from exports.exhibits.set_coverage import set_coverage
from exports.exhibits.set_frontier import set_frontier
from exports.exhibits.set_gaps import set_gap_map
from exports.exhibits.typography import SEMIBOLD
from exports.pdf.blocks import NewPage, Space, figure
from exports.pdf.chapters.future_state import label, noted
from exports.pdf.chapters.wording import UNKNOWN, day, joined, or_dash, organization
from exports.pdf.paper import Run
from exports.pdf.setting import Block, Text, Title, Words, bullets
from exports.pdf.style import BODY, H1, H2, ITEM, LEAD, SMALL
from exports.pdf.table import Column, Table
from workshop.partners.candidates import candidates
from workshop.partners.partner_sets import (
    Frontier,
    PartnerSet,
    broken_rules,
    chosen_set,
    frontier,
    frontier_headline,
)
from workshop.partners.records import CHOSEN_SET_ID, ChosenSet, IncompatiblePair
from workshop.partners.robustness import Robustness, firmness_headline, robustness
from workshop.partners.set_cover import cheapest
from workshop.partners.set_from_workshop import rules
from workshop.partners.set_insight import hangs_on, insight
from workshop.partners.set_problem import Problem
from workshop.partners.set_standing import standing
from workshop.partners.unlikely import unlikely_but_better
from workshop.prepare.details import ours
from workshop.state import Workshop
from workshop.why import counted, in_sentence, listed, percent

_MOST_ROWS = 40
"""With more sets than this, those that cost least for what they cover are listed."""
_RANKED = 3
_FRONTIER = 300.0
"""How high the picture of all sets is, in points."""


def partner_set_chapter(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give the chosen set and those to choose from; nothing unless there is something to weigh."""
    if not ours(workshop) or not candidates(workshop):
        return
    found, chosen = frontier(workshop), chosen_set(workshop)
    if not found.problem.needs and chosen is None and not workshop.of(IncompatiblePair):
        return
    yield NewPage(chapter=True)
    yield Title("Whom we need", H1, "H1", 0)
    if found.problem.needs:
        yield Text(_lead(found, chosen), LEAD)
        yield from figure(set_coverage, workshop)
    else:
        yield Text("No need is weighed yet, so no sets of partners can be compared.", LEAD)
    if chosen:
        yield from _chosen(workshop, found.problem, chosen)
    if chosen and found.problem.needs:
        about = ",".join(chosen.members)
        yield from figure(
            lambda w, look, size, page: set_gap_map(w, about, look, size, page), workshop
        )
    if found.problem.needs:
        yield from _sets(workshop, found, chosen)
    else:
        yield from _kept_to(workshop)
    if found.problem.needs and found.proven:
        yield from _firm(workshop, chosen)


def _lead(found: Frontier, chosen: PartnerSet | None) -> str:
    alone = f"Going alone we cover {percent(found.alone.coverage or 0)} of what is needed."
    if chosen is None:
        return f"No set of partners is chosen yet. {alone}"
    return (
        f"{chosen.label}: together with us {percent(chosen.coverage or 0)} of what is needed is "
        f"covered, at a cost of {chosen.cost} and a strain of {chosen.strain}. {alone}"
    )


def _chosen(workshop: Workshop, problem: Problem, chosen: PartnerSet) -> Iterator[Block]:
    record = workshop.get(ChosenSet, CHOSEN_SET_ID)
    if record.because.strip():
        yield Text([label("Why this set"), record.because], BODY)
    if record.decided_on:
        yield Text([label("Decided on"), day(record.decided_on)], BODY)
    for sentence in broken_rules(workshop):
        yield Text([Run("A rule is broken: ", SEMIBOLD), sentence], BODY)
    yield Text([label("Stays open"), _open(problem, chosen)], BODY)
    yield from bullets(hangs_on(problem, chosen.mask), ITEM._replace(below=1))
    within = insight(problem, chosen.mask)
    rows: list[list[Words]] = [
        [
            name,
            percent(within.contribution[id]),
            percent(within.criticality[id]),
            listed([_need(problem, need) for need in within.single.get(id, ())]) or UNKNOWN,
        ]
        for id, name in zip(chosen.members, chosen.names, strict=True)
    ]
    columns = (
        Column("Partner"),
        Column("Fair contribution", number=True),
        Column("Lost without it", number=True),
        Column("Must-haves on it alone"),
    )
    yield Table(columns, rows)
    yield Text(
        "Fair contribution shares the importance of each need equally among the partners who "
        "cover it (Shapley). Lost without it is the part of coverage that falls if it leaves.",
        SMALL,
    )


def _open(problem: Problem, found: PartnerSet) -> str:
    """Name the needs that stay open, must-haves first."""
    musts = [_need(problem, need) for need in found.open_musts]
    rest = [_need(problem, need) for need in found.open_needs if need not in found.open_musts]
    noun = "must-have" if len(musts) == 1 else "must-haves"
    told = [f"{noun} {listed(musts)}" if musts else "", f"also {listed(rest)}" if rest else ""]
    if not musts:
        return listed(rest) or "nothing"
    return joined(*told, by="; ")


def _need(problem: Problem, need: str) -> str:
    return in_sentence(problem.need_names[problem.needs.index(need)])


def _sets(workshop: Workshop, found: Frontier, chosen: PartnerSet | None) -> Iterator[Block]:
    if found.sets:
        yield from figure(
            lambda w, look, size, page: set_frontier(w, look, size, page, found=found),
            workshop,
            _FRONTIER,
        )
    else:
        yield Title(frontier_headline(found), H2, "H2", 1)
    yield from _kept_to(workshop)
    if found.proven:
        yield Text(cheapest(workshop).sentence, BODY)
    listed_sets = _listed(found)
    if len(listed_sets) < len(found.sets):
        yield Text(
            f"Of {len(found.sets)} sets, those that cost least for what they cover are listed.",
            SMALL,
            leads=True,
        )
    yield Table(_COLUMNS, [_row(found.problem, each, chosen) for each in listed_sets])


_COLUMNS = (
    Column("Partners"),
    Column("Covered", number=True),
    Column("Cost", number=True),
    Column("Strain", number=True),
    Column("Stays open"),
)


def _listed(found: Frontier) -> list[PartnerSet]:
    """Give going alone and the sets by cost; where they are very many, one for each coverage."""
    sets = [each for each in found.sets if each.members]
    if len(sets) > _MOST_ROWS:
        cheap: dict[float | None, PartnerSet] = {}
        for each in sets:
            cheap.setdefault(each.coverage, each)
        sets = list(cheap.values())
    return [found.alone, *sets]


def _row(problem: Problem, each: PartnerSet, chosen: PartnerSet | None) -> list[Words]:
    is_chosen = chosen is not None and each.mask == chosen.mask
    name: Words = (
        [Run(each.label, SEMIBOLD), Run("\nchosen", SEMIBOLD)] if is_chosen else each.label
    )
    single = insight(problem, each.mask).single
    alone = len({need for needs in single.values() for need in needs})
    hanging = (
        f"{counted(alone, 'must-have hangs', 'must-haves hang')} on one partner" if alone else ""
    )
    return [
        name,
        percent(each.coverage or 0),
        or_dash(each.cost),
        or_dash(each.strain),
        noted(_open(problem, each), hanging),
    ]


def _kept_to(workshop: Workshop) -> Iterator[Block]:
    for sentence in _rules(workshop):
        yield Text(sentence, SMALL)


def _rules(workshop: Workshop) -> Iterator[str]:
    limits = rules(workshop)
    told = joined(
        "" if limits.budget is None else f"a budget of {limits.budget}",
        ""
        if limits.most_partners is None
        else f"at most {counted(limits.most_partners, 'partner')}",
        by=" and ",
    )
    if told:
        yield f"Every set keeps to {told}."
    for pair in workshop.all(IncompatiblePair):
        names = listed([organization(workshop, pair.one), organization(workshop, pair.other)])
        because = f": {pair.because}" if pair.because.strip() else "."
        yield f"{names} cannot be in one set{because}"


def _firm(workshop: Workshop, chosen: PartnerSet | None) -> Iterator[Block]:
    found = robustness(workshop)
    if found is None:
        return
    yield Title(firmness_headline(workshop, found), H2, "H2", 1)
    told_of = [found.note, standing(found, chosen.mask) if chosen else ""]
    for sentence in filter(None, told_of):
        yield Text(sentence, BODY)
    told = [*(each.sentence for each in found.ranges), *found.partners]
    yield from bullets(told, ITEM._replace(below=1))
    yield Text(_flip(found), BODY._replace(above=6))
    ranked = [f"{each.label} ({percent(share)})" for each, share in found.acceptability[:_RANKED]]
    yield Text([label("First most often under weights drawn at random"), "; ".join(ranked)], BODY)
    better = unlikely_but_better(found, chosen.members if chosen else found.best.members)
    said = better[1] if better else "No set with somebody new is better."
    yield Text([label("Unlikely but better"), said], BODY)


def _flip(found: Robustness) -> Words:
    smallest = found.smallest
    said = smallest.sentence if smallest else "No single change flips it."
    return [label("The smallest change that flips the choice"), said]
