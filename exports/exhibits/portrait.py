# SPDX-License-Identifier: MIT
"""One candidate in words: what it wants, needs, holds and would not lose."""

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Size
from exports.exhibits.table import Column
from exports.exhibits.word_table import Finding, Row, word_table
from workshop.ids import Id
from workshop.partners.fit import fit, fit_headline
from workshop.partners.portrait import portrait as portrait_of
from workshop.partners.portrait import portrait_headline
from workshop.prepare.details import ours
from workshop.prepare.records import Organization
from workshop.state import Workshop

_COLUMNS = (
    Column("label", "", 8, 1),
    Column("said", "In its own words, and how it meets us", 14, 4),
)


def portrait(
    workshop: Workshop, organization: Id, look: Look, size: Size, page: int = 0
) -> Exhibit:
    """Give a line for each thing known of an organization; areas “facet”."""
    name = workshop.get(Organization, organization).name
    found = portrait_of(workshop, organization)
    if not found or not ours(workshop):
        sentence = "What it wants, needs and would not lose will stand here."
        return empty(look, size, f"Nothing is known of {name} yet", sentence)
    rows = [
        Row(f"{facet.key} {n}", {"label": facet.label if not n else "and", "said": line})
        for facet in found
        for n, line in enumerate(facet.lines)
    ]
    title = portrait_headline(workshop, organization)
    below = fit_headline(fit(workshop, organization))
    return word_table(_COLUMNS, rows, look, size, page, Finding(title, below, "facet"))
