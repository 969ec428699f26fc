# SPDX-License-Identifier: MIT
"""What comes toward us, and the future we want: statements by dimension, measures, trade-offs."""

from collections.abc import Iterator, Sequence

from exports.exhibits.quantities import figure as quantity
from exports.exhibits.quantities import month
from exports.exhibits.scan_map import scan_map
from exports.exhibits.typography import SEMIBOLD
from exports.pdf.blocks import NewPage, Space, figure
from exports.pdf.chapters.wording import day, joined, or_dash, organization, person
from exports.pdf.paper import Run
from exports.pdf.setting import Block, Text, Title, Words, bullets
from exports.pdf.style import BODY, H1, H2, ITEM, LEAD, SMALL, STATEMENT
from exports.pdf.table import Column, Table
from resources.theme import LIGHT
from workshop.future_state.clarity import Clarity, clarities, detailed_for_both
from workshop.future_state.dimensions import by_dimension
from workshop.future_state.records import EvenOver, Factor, Measure, Statement
from workshop.future_state.scan import Ranked, scan
from workshop.ids import Id
from workshop.prepare.details import details
from workshop.record import field, label_of
from workshop.state import Workshop
from workshop.why import counted, number

_MARGIN = 22.0


def surroundings(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give the challenges and opportunities around us; nothing if none were named."""
    ranked = scan(workshop)
    if not ranked:
        return
    high = sum(each.weight == "high" for each in ranked)
    yield NewPage(chapter=True)
    yield Title("What is coming toward us", H1, "H1", 0)
    yield Text(f"{counted(len(ranked), 'factor')}, {high} of them high in priority.", LEAD)
    yield from figure(scan_map, workshop)
    for kind, title in (("challenge", "Challenges"), ("opportunity", "Opportunities")):
        those = [each for each in ranked if each.factor.kind == kind]
        if those:
            yield Title(title, H2, "H2", 1)
            yield Table(_FACTOR_COLUMNS, [_factor_row(each) for each in those])


_FACTOR_COLUMNS = (
    Column("Factor"),
    Column("Impact", number=True),
    Column("Likelihood", number=True),
    Column("When"),
    Column("Our influence"),
    Column("Priority", number=True),
)


def _factor_row(ranked: Ranked) -> list[Words]:
    factor = ranked.factor
    when = label_of(field(Factor, "horizon"), factor.horizon) if factor.horizon else "–"
    return [
        noted(factor.text, factor.category, factor.evidence),
        or_dash(factor.impact),
        or_dash(factor.likelihood),
        when,
        or_dash(factor.influence).capitalize(),
        number(ranked.priority, 1) if ranked.priority is not None else "–",
    ]


def label(text: str) -> Run:
    """Give the word that says what follows it in a line."""
    return Run(f"{text} ", SEMIBOLD, LIGHT.mute)


def noted(text: str, *notes: str) -> Words:
    """Give a cell: the text, and below it in gray what is known besides."""
    below = [Run(f"\n{note}", color=LIGHT.mute) for note in notes if note.strip()]
    return [text, *below] if below else text


def future_state(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give the statements by dimension with their measures, and the even-overs, if there are any."""
    if not workshop.of(Statement) and not workshop.of(EvenOver):
        return
    yield NewPage(chapter=True)
    yield Title("The future we want", H1, "H1", 0)
    yield Text(_future_lead(workshop), LEAD)
    clear = {each.statement.id: each for each in clarities(workshop)}
    measures: dict[Id, list[Measure]] = {}
    for measure in workshop.all(Measure):
        measures.setdefault(measure.statement, []).append(measure)
    numbers = statement_numbers(workshop)
    for dimension, statements in by_dimension(workshop).items():
        if statements:
            yield Title(dimension, H2, "H2", 2)
            for each in statements:
                known = measures.get(each.id, ())
                yield from _statement(workshop, clear[each.id], numbers[each.id], known)
    yield from _even_overs(workshop)


def statement_numbers(workshop: Workshop) -> dict[Id, int]:
    """Give each statement its number, in the order in which they are printed."""
    printed = (each for some in by_dimension(workshop).values() for each in some)
    return {statement.id: at for at, statement in enumerate(printed, 1)}


def _future_lead(workshop: Workshop) -> str:
    statements = workshop.all(Statement)
    if not statements:
        return "No statement of the future state has been captured yet."
    horizon = details(workshop).horizon
    until = f", set at {day(horizon)}" if horizon else ""
    count = counted(len(statements), "statement")
    return f"{count}{until}. {detailed_for_both(workshop).sentence}"


def _statement(
    workshop: Workshop, clear: Clarity, at: int, measures: Sequence[Measure]
) -> Iterator[Block]:
    """Give a statement with what is known of it, all kept together."""
    statement = clear.statement
    yield Text(statement.text_to, STATEMENT._replace(indent=_MARGIN), mark=f"{at}", leads=True)
    if statement.text_from.strip():
        yield Text([label("Today"), statement.text_from], _NOTE, leads=True)
    for each in measures:
        yield Text([label("How we will know"), *_measure(each)], _NOTE, leads=True)
    whom = label_of(field(Statement, "for_whom"), statement.for_whom)
    facts = joined(
        f"For {whom.lower()}",
        organization(workshop, statement.organization),
        f"Owner {person(workshop, statement.owner)}" if statement.owner else "No owner yet",
        counted(statement.dots, "dot") if statement.dots is not None else "",
        f"Still open: {', '.join(clear.missing)}" if clear.fuzzy else "",
    )
    yield Text(facts, SMALL._replace(indent=_MARGIN))


_NOTE = BODY._replace(indent=_MARGIN, below=2)


def _measure(each: Measure) -> list[str | Run]:
    """Give a measure in a sentence: its value today, its target, and who measures it."""
    today = quantity(each.baseline, each.unit) if each.baseline is not None else "not known today"
    is_dated = each.baseline is not None and each.baseline_date
    on = f" in {month(each.baseline_date)}" if is_dated else ""
    target = _target(each)
    bare = each.baseline is None and each.target is None and each.unit
    name = f"{each.name} ({each.unit})" if bare else each.name
    who = f"Measured by {each.who_measures}" if each.who_measures.strip() else ""
    notes = joined(who, each.source, each.frequency)
    said: list[str | Run] = [f"{name}: {today}{on}, {target}."]
    return [*said, Run(f"\n{notes}", color=LIGHT.mute)] if notes else said


def _target(each: Measure) -> str:
    hold = each.direction == "hold"
    if each.target is None:
        when = f" for {month(each.target_date)}" if each.target_date else ""
        return f"no target yet{when}"
    when = f" {'until' if hold else 'by'} {month(each.target_date)}" if each.target_date else ""
    return f"to {'stay at' if hold else 'be'} {quantity(each.target, each.unit)}{when}"


def _even_overs(workshop: Workshop) -> Iterator[Block]:
    every = workshop.all(EvenOver)
    if not every:
        return
    yield Title("What we choose, even over something good", H2, "H2", 1)
    items = [_even_over(each) for each in every]
    yield from bullets(items, ITEM)


def _even_over(each: EvenOver) -> Words:
    words: list[str | Run] = [Run(each.prefer, SEMIBOLD), " even over ", each.over]
    if each.because.strip():
        words.append(Run(f"\n{each.because}", color=LIGHT.mute))
    return words
