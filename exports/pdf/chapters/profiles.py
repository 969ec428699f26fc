# SPDX-License-Identifier: MIT
"""The profile of one candidate: its fit in all parts, what it wants, the mirror, what must change."""

from collections.abc import Iterator

from exports.exhibits.mirror import mirror as draw_mirror
from exports.exhibits.partner_fit import partner_profile
from exports.exhibits.typography import SEMIBOLD
from exports.pdf.blocks import picture
from exports.pdf.chapters.future_state import label, noted
from exports.pdf.chapters.views import views
from exports.pdf.chapters.wording import joined, or_dash, person, short_day
from exports.pdf.paper import Run
from exports.pdf.setting import Block, Text, Title, Words, bullets
from exports.pdf.style import BODY, H2, H3, ITEM, SMALL
from exports.pdf.table import Column, Table
from workshop.gaps.records import Asset, Capability, Need
from workshop.ids import Id
from workshop.partners.candidates import by_name
from workshop.partners.changes import changes_headline, changes_with
from workshop.partners.fit import fit, fit_headline
from workshop.partners.fit_parts import stance_on
from workshop.partners.fit_records import Aspiration, AspirationMatch, Tradition, TraditionStance
from workshop.partners.mirror import mirror, mirror_headline
from workshop.partners.records import PartnerChange, PartnerNeed
from workshop.prepare.details import ours
from workshop.prepare.records import Organization
from workshop.record import field, label_of
from workshop.state import Workshop
from workshop.why import counted, percent

_HIGH = 330.0
"""The most height a picture within a profile takes on one page, in points."""
_DOES = {"respects": "respects it", "neutral": "is neutral", "threatens": "threatens it"}
_STATUS = field(PartnerChange, "status")
_CHANGES = (
    Column("Change"),
    Column("Who"),
    Column("How much", number=True),
    Column("Willing", number=True),
    Column("Able", number=True),
    Column("Owner"),
    Column("By"),
)


def profile(workshop: Workshop, partner: Id) -> Iterator[Block]:
    """Give what is known of a candidate beyond the table of all; nothing where that is nothing."""
    found = fit(workshop, partner)
    parts = [
        block
        for part in (_brings, _wants, _needs, _dear, _mirror, _changes)
        for block in part(workshop, partner)
    ]
    if not parts and not found.rated:
        return
    yield Title(fit_headline(found), H2, "H2", 1)
    if found.rated:
        yield from picture(
            lambda w, look, size, page: partner_profile(w, partner, look, size, page), workshop
        )
    places = workshop.get(Organization, partner).service_area
    if places:
        yield Text([label("Where it works"), ", ".join(places)], BODY)
    yield from parts


def own_profile(workshop: Workshop) -> Iterator[Block]:
    """Give what each of our own organizations wants and what must not be lost of it."""
    for each in ours(workshop):
        parts = [*_wants(workshop, each.id), *_dear(workshop, each.id)]
        if parts:
            yield Title(f"{each.name}, on our side of the table", H2, "H2", 1)
            yield from parts


def _brings(workshop: Workshop, partner: Id) -> Iterator[Block]:
    """Give what it holds of what we need, and how much of it it would lend."""
    needed = {each.capability for each in workshop.all(Need)}
    told = []
    for each in workshop.all(Asset):
        if each.organization == partner and each.capability in needed and each.level != 0:
            level = "not rated" if each.level is None else f"level {each.level}"
            share = "" if each.share is None else f"would lend {percent(each.share)}"
            name = workshop.get(Capability, each.capability).name
            told.append(f"{name} ({joined(level, share, by=', ')})")
    if told:
        yield Text([label("What it holds of what we need"), "; ".join(told)], BODY)


def _wants(workshop: Workshop, partner: Id) -> Iterator[Block]:
    own = [each for each in workshop.all(Aspiration) if each.organization == partner]
    if own:
        yield Text([label("What it wants")], BODY._replace(above=6, below=2), leads=True)
        yield from bullets([_aspiration(workshop, each) for each in own], ITEM._replace(below=1))


def _aspiration(workshop: Workshop, each: Aspiration) -> Words:
    """Give an aspiration and how it gets on with ours."""
    texts = workshop.of(Aspiration)
    told = []
    for match in workshop.all(AspirationMatch):
        if match.label is not None and each.id in (match.one, match.other):
            other = texts[match.other if match.one == each.id else match.one]
            told.append(f"{match.label} with our “{other.text}”")
    return [each.text, Run(f" ({'; '.join(told)})")] if told else each.text


def _needs(workshop: Workshop, partner: Id) -> Iterator[Block]:
    names = workshop.of(Capability)
    own = [each for each in workshop.all(PartnerNeed) if each.organization == partner]
    if own:
        told = []
        for each in own:
            level = "" if each.needed_level is None else f"level {each.needed_level}"
            weight = "" if each.importance is None else f"importance {each.importance}"
            known = joined(level, weight, by=", ")
            told.append(names[each.capability].name + (f" ({known})" if known else ""))
        yield Text([label("What it needs itself"), "; ".join(told)], BODY._replace(above=6))


def _dear(workshop: Workshop, organization: Id) -> Iterator[Block]:
    items = [each for each in workshop.all(Tradition) if each.organization == organization]
    if items:
        yield Text([label("What must not be lost")], BODY._replace(above=6, below=2), leads=True)
        yield from bullets([_tradition(workshop, each) for each in items], ITEM._replace(below=1))


def _tradition(workshop: Workshop, each: Tradition) -> str:
    """Give a tradition with how dear it is and what the others would do to it."""
    names = workshop.of(Organization)
    takers = {s.organization for s in workshop.all(TraditionStance) if s.tradition == each.id}
    told = ["" if each.intensity is None else f"intensity {each.intensity} of 5"]
    for id in sorted(takers, key=lambda taker: by_name(names[taker])):
        stance = stance_on(workshop, each, id)
        told.append(f"{names[id].name} {_DOES[stance]}" if stance else "")
    said = joined(*told, by=", ")
    return f"{each.text} ({said})" if said else each.text


def _mirror(workshop: Workshop, partner: Id) -> Iterator[Block]:
    found = mirror(workshop, partner)
    if found.both_known:
        yield Title(mirror_headline(found), H3, "H3")
        yield from picture(
            lambda w, look, size, page: draw_mirror(w, partner, look, size, page), workshop, _HIGH
        )
    yield from views(workshop, partner)


def _changes(workshop: Workshop, partner: Id) -> Iterator[Block]:
    found = changes_with(workshop, partner)
    rows = [*found.them.changes, *found.us.changes]
    if not rows:
        return
    yield Title(changes_headline(found), H3, "H3")
    sides = [
        f"{side.organization.name}: {counted(len(side.changes), 'change')}, "
        + ("not rated yet" if side.readiness is None else f"{percent(side.readiness)} ready")
        for side in (found.them, found.us)
    ]
    if found.balance is not None:
        sides.append(f"the lighter load is {percent(found.balance)} of the heavier")
    yield Text("; ".join(sides) + ".", SMALL, leads=True)
    if found.avoiding:
        # The first reason of each side is in the heading.
        more = [words for side in found.avoiding for words in side.avoids[1:]]
        hard = Run("Avoiding change is a hard red flag. ", SEMIBOLD)
        yield Text([hard, " ".join(more)], BODY, leads=True)
    yield Table(_CHANGES, [_change(workshop, each) for each in rows])


def _change(workshop: Workshop, each: PartnerChange) -> list[Words]:
    state = "" if each.status == "open" else label_of(_STATUS, each.status)
    return [
        noted(each.text, each.because, state),
        workshop.get(Organization, each.organization).name,
        *(_of_four(value) for value in (each.magnitude, each.willingness, each.capacity)),
        person(workshop, each.owner),
        short_day(each.due),
    ]


def _of_four(value: int | None) -> Words:
    return or_dash(None if value is None else f"{value} of 4")
