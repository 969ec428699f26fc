# SPDX-License-Identifier: MIT
"""What we lack: the gap map, where each need comes from, and what each organization holds."""

from collections.abc import Iterator

from exports.exhibits.gap_map import gap_map, gap_subtitle, gap_title
from exports.exhibits.quantities import figure as quantity
from exports.pdf.blocks import LOOK, NewPage, Rows, Space
from exports.pdf.chapters.future_state import noted, statement_numbers
from exports.pdf.chapters.wording import joined, or_dash
from exports.pdf.setting import Block, Text, Title, Words, bullets
from exports.pdf.style import BODY, H1, H2, ITEM, LEAD, SMALL, WIDTH
from exports.pdf.table import Column, Table, grouped
from workshop.future_state.records import Factor
from workshop.gaps.gap import Gap, gaps, offers
from workshop.gaps.headline import coverage_headline, surplus_headline
from workshop.gaps.records import Asset, Capability
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted, percent


def gaps_chapter(workshop: Workshop) -> Iterator[Block | NewPage | Space]:
    """Give the gaps; nothing if neither needs nor assets nor capabilities are named."""
    found = gaps(workshop)
    if not workshop.of(Capability):
        return
    yield NewPage(chapter=True)
    yield Title("What that future needs that we do not hold today", H1, "H1", 0)
    yield Text(coverage_headline(found) + ".", LEAD)
    if found:
        yield Title(gap_title(found), H2, "H2", 1)
        yield Text(gap_subtitle(found), SMALL, leads=True)
        yield Rows(lambda high, n: gap_map(workshop, LOOK, (WIDTH, high), first=n), "row")
        yield Title("Where each need comes from", H2, "H2", 1)
        yield Table(_NEED_COLUMNS, _need_rows(workshop, found))
    yield from _held(workshop, {each.capability.id for each in found})
    able = offers(workshop)
    if able:
        yield Title("What we can offer", H2, "H2", 1)
        if len(able) == 1:
            yield Text(f"{surplus_headline(able)}: {_levels(able[0])}.", BODY)
        else:
            yield Text(f"{surplus_headline(able)}:", BODY, leads=True)
            told = [f"{each.capability.name}: {_levels(each)}" for each in able]
            yield from bullets(told, ITEM._replace(below=1))


def _levels(gap: Gap) -> str:
    return f"level {gap.current}, {gap.need.needed_level} needed"


_NEED_COLUMNS = (
    Column("Capability"),
    Column("Level", number=True),
    Column("Importance", number=True),
    Column("Urgency", number=True),
    Column("Because of"),
)


def _need_rows(workshop: Workshop, found: tuple[Gap, ...]) -> list[list[Words]]:
    numbers = statement_numbers(workshop)
    return [_need_row(workshop, gap, numbers) for gap in found]


def _need_row(workshop: Workshop, gap: Gap, numbers: dict[Id, int]) -> list[Words]:
    need, capability = gap.need, gap.capability
    amount = quantity(need.needed_quantity, capability.unit) if need.needed_quantity else ""
    remark = joined(
        capability.category,
        "must-have" if need.must_have else "",
        f"{amount} needed" * bool(amount),
    )
    return [
        noted(capability.name, remark, capability.description),
        or_dash(need.needed_level),
        or_dash(need.importance),
        or_dash(need.urgency),
        or_dash(_because(workshop, need.because, numbers)),
    ]


def _because(workshop: Workshop, because: tuple[Id, ...], numbers: dict[Id, int]) -> str:
    told = sorted(numbers[id] for id in because if id in numbers)
    noun = "Statement" if len(told) == 1 else "Statements"
    statements = f"{noun} {', '.join(map(str, told))}" if told else ""
    factors = [workshop.of(Factor)[id].text for id in because if id in workshop.of(Factor)]
    return joined(statements, *factors, by="; ")


_ASSET_COLUMNS = (
    Column("Capability"),
    Column("Organization"),
    Column("Level", number=True),
    Column("Share", number=True),
    Column("What it is, and how we know"),
    Column("Confidence"),
)


def _held(workshop: Workshop, needed: set[Id]) -> Iterator[Block]:
    assets = workshop.all(Asset)
    if assets:
        names = workshop.of(Capability)
        assets.sort(key=lambda a: (names[a.capability].name.casefold(), -(a.level or 0)))
        yield Title("What each organization holds", H2, "H2", 1)
        holders = len({each.organization for each in assets})
        yield Text(
            f"{counted(len(assets), 'asset')} of {counted(holders, 'organization')}; "
            "the level runs from 0 absent to 5 continuously improving.",
            BODY,
            leads=True,
        )
        yield grouped(_ASSET_COLUMNS, [_asset_row(workshop, each) for each in assets])
    rest = [each for each in workshop.all(Capability) if each.id not in needed]
    if rest:
        yield Title("Other capabilities", H2, "H2", 1)
        rows: list[list[Words]] = [
            [noted(each.name, each.description), or_dash(each.category)] for each in rest
        ]
        yield Table((Column("Capability"), Column("Category")), rows)


def _asset_row(workshop: Workshop, asset: Asset) -> list[Words]:
    capability = workshop.get(Capability, asset.capability)
    amount = quantity(asset.quantity, capability.unit) if asset.quantity is not None else ""
    what = asset.name if amount in asset.name else joined(asset.name, amount)
    return [
        capability.name,
        workshop.get(Organization, asset.organization).name,
        or_dash(asset.level),
        percent(asset.share) if asset.share is not None else "–",
        noted(what, asset.evidence) if what else or_dash(asset.evidence),
        or_dash(asset.confidence).capitalize(),
    ]
