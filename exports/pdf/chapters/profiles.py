# SPDX-License-Identifier: MIT
"""The profile of one candidate: its fit in all parts, what it wants, the mirror, what must change."""

from collections.abc import Iterator

from exports.exhibits.mirror import mirror as draw_mirror
from exports.exhibits.partner_fit import partner_profile
from exports.exhibits.typography import SEMIBOLD
from exports.pdf.blocks import LOOK, Rows, picture
from exports.pdf.chapters.future_state import label, noted
from exports.pdf.chapters.views import views
from exports.pdf.chapters.wording import or_dash, person, short_day
from exports.pdf.paper import Run
from exports.pdf.setting import Block, Text, Title, Words, bullets
from exports.pdf.style import BODY, H2, H3, ITEM, SMALL, WIDTH
from exports.pdf.table import Column, Table
from workshop.ids import Id
from workshop.partners.changes import changes_headline, changes_with
from workshop.partners.fit import fit, fit_headline
from workshop.partners.fit_records import Aspiration
from workshop.partners.mirror import mirror, mirror_headline
from workshop.partners.portrait import Facet, portrait
from workshop.partners.records import PartnerChange
from workshop.prepare.details import ours
from workshop.prepare.records import Organization
from workshop.record import field, label_of
from workshop.state import Workshop
from workshop.why import counted, percent

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
    facets = [each for each in portrait(workshop, partner) if each.key != "motives"]
    parts = [*_mirror(workshop, partner), *_changes(workshop, partner)]
    if not parts and not found.rated and not {each.key for each in facets} - {"places"}:
        return
    yield Title(fit_headline(found), H2, "H2", 1)
    if found.rated:
        yield from picture(
            lambda w, look, size, page: partner_profile(w, partner, look, size, page), workshop
        )
    for facet in facets:
        yield from _facet(facet)
    yield from parts


def own_profile(workshop: Workshop) -> Iterator[Block]:
    """Give what each of our own organizations wants and what must not be lost of it."""
    for each in ours(workshop):
        known = {facet.key: facet for facet in portrait(workshop, each.id)}
        # How our aspirations meet those of a candidate is told in the profile of the candidate.
        wants = [a.text for a in workshop.all(Aspiration) if a.organization == each.id]
        facets = [Facet("wants", known["wants"].label, tuple(wants))] if wants else []
        facets += [known["dear"]] if "dear" in known else []
        if facets:
            yield Title(f"{each.name}, on our side of the table", H2, "H2", 1)
        for facet in facets:
            yield from _facet(facet)


def _facet(facet: Facet) -> Iterator[Block]:
    """Give a facet as a list, or in one line where its entries are short."""
    if facet.key not in ("wants", "dear"):
        yield Text([label(facet.label), "; ".join(facet.lines)], BODY._replace(above=6))
        return
    yield Text([label(facet.label)], BODY._replace(above=6, below=2), leads=True)
    yield from bullets(facet.lines, ITEM._replace(below=1))


def _mirror(workshop: Workshop, partner: Id) -> Iterator[Block]:
    found = mirror(workshop, partner)
    if found.both_known:
        yield Title(mirror_headline(found), H3, "H3")
        yield Rows(
            lambda high, first: draw_mirror(workshop, partner, LOOK, (WIDTH, high), first=first),
            "reflection",
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
