# SPDX-License-Identifier: MIT
"""How each gap will be closed: the choice and why, what else is open, where tree and score differ."""

from collections.abc import Iterator

from exports.exhibits.sourcing_ladder import ladder_title
from exports.exhibits.typography import SEMIBOLD
from exports.pdf.blocks import NewPage, Space
from exports.pdf.chapters.future_state import label
from exports.pdf.paper import Run
from exports.pdf.setting import Block, Text, Title, bullets
from exports.pdf.style import BODY, H1, H2, ITEM, LEAD, QUOTE, SMALL
from resources.theme import LIGHT
from workshop.gaps.gap import gaps
from workshop.gaps.records import OPTION_LABELS, ClosedOption, Sourcing
from workshop.gaps.sourcing import Comparison, Way, compare
from workshop.state import Workshop
from workshop.why import counted, few, listed, number

_MOST_NAMES = 16


def sourcing_chapter(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give the way chosen for each gap; nothing if no need is named."""
    found = gaps(workshop)
    if not found:
        return
    touched = {each.need for each in workshop.all(Sourcing)}
    touched |= {each.need for each in workshop.all(ClosedOption)}
    chosen = sum(each.chosen is not None for each in workshop.all(Sourcing))
    yield NewPage(chapter=True)
    yield Title("How we will close each gap", H1, "H1", 0)
    yield Text(f"A way is chosen for {chosen} of {counted(len(found), 'need')}.", LEAD)
    for gap in found:
        if gap.need.id in touched:
            yield from _way(gap.capability.name, compare(workshop, gap.need.id))
    rest = [each.capability.name for each in found if each.need.id not in touched]
    if rest:
        yield Title("Still to be talked about", H2, "H2", 1)
        yield Text(f"No way has been weighed yet for {few(rest, _MOST_NAMES)}.", BODY)


def _way(name: str, found: Comparison) -> Iterator[Block]:
    yield Title(name, H2, "H2", 2)
    sourcing = found.sourcing
    if sourcing and sourcing.chosen:
        chosen = [label("We choose"), Run(OPTION_LABELS[sourcing.chosen], SEMIBOLD)]
        yield Text(chosen, BODY._replace(below=1), leads=True)
    yield Text(f"{ladder_title(found)}.", SMALL, leads=True)
    if sourcing and sourcing.why.strip():
        yield Text(sourcing.why, BODY)
    open_ways = [each for each in found.ways if each.open]
    yield Text([label("Open"), listed([_scored(each) for each in open_ways])], BODY)
    closed = [each for each in found.ways if not each.open]
    if closed:
        yield from bullets([_closed(each) for each in closed], ITEM._replace(below=1))
    for sentence in (found.differs, found.caution):
        if sentence:
            yield Text(sentence, QUOTE._replace(above=6, below=6), bar=LIGHT.need)


def _scored(way: Way) -> str:
    return f"{way.label} ({number(way.score)})" if way.score is not None else way.label


def _closed(way: Way) -> list[str | Run]:
    return [Run(f"{way.label} ", SEMIBOLD), way.note]
