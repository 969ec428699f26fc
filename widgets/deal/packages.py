# SPDX-License-Identifier: MIT
"""The page of packages: terms that can move, sealed sheets on them, and packages for all."""

from widgets.deal.children_part import Children, ChildrenPart
from widgets.deal.list_part import Words
from widgets.deal.packages_part import PackagesPart
from widgets.deal.sealed_rows import term_sections
from widgets.deal.sealed_sheets import SealedSheets
from widgets.desk import Desk
from widgets.parts_page import Part, PartsPage
from widgets.tables.record_table import Column
from workshop.deal.records import WalkAway
from workshop.deal.term_records import OptionValue, Package, Term, TermOption, TermWeight
from workshop.ids import Id
from workshop.state import Workshop
from workshop.why import counted

_TERMS = (
    "What can be settled in more than one way, such as seats, shares or years, each with two "
    "options or more. Start with the one you have argued about longest."
)
_OPTIONS = Children(
    TermOption,
    "term",
    "Ways to settle it",
    (Column(name="text", strong=True, width=40),),
    "The ways in which this term could be settled; two at least.",
    (),
)
_SEALED = (
    "Each organization says alone what matters to it and what each option is worth. Nobody else "
    "sees it; the comparison is made from all sheets together."
)


def build(desk: Desk) -> PartsPage:
    """Build the page."""
    parts = (
        Part("terms", "Terms", _terms, (Term, TermOption), Term),
        Part("sealed", "Sealed sheets", _sealed),
        Part("packages", "Packages", PackagesPart, (Package,), Package),
    )
    return PartsPage(desk, "Parts of packages", "packages", parts)


def _terms(desk: Desk) -> ChildrenPart:
    columns = (
        Column(name="name", strong=True, width=18),
        Column("Options", text=_options, width=36),
    )
    return ChildrenPart(
        desk, Term, columns, _OPTIONS, empty=_TERMS, board="terms", title=_title, form=("name",)
    )


def _sealed(desk: Desk) -> SealedSheets:
    kinds = (Term, TermOption, TermWeight, OptionValue, WalkAway)
    title = "What is it worth to you?"
    return SealedSheets(desk, title, _SEALED, term_sections, _progress, kinds, "terms")


def _progress(workshop: Workshop, organization: Id) -> tuple[int, int]:
    own = sum(w.organization == organization for w in workshop.of(TermWeight).values())
    own += sum(v.organization == organization for v in workshop.of(OptionValue).values())
    return own, len(workshop.of(Term)) + len(workshop.of(TermOption))


def _options(workshop: Workshop, term: Term) -> str:
    texts = [each.text for each in workshop.all(TermOption) if each.term == term.id]
    return "; ".join(texts) or "no option yet"


def _title(workshop: Workshop) -> Words:
    terms = workshop.all(Term)
    if not terms:
        return "What can still move", ""
    counts = {term.id: 0 for term in terms}
    for option in workshop.of(TermOption).values():
        counts[option.term] += 1
    thin = [term.name for term in terms if counts[term.id] < 2]
    if thin:
        lacks = f"“{thin[0]}” needs a second option, or is settled."
        return f"{counted(len(terms), 'term')} that can move", lacks
    size = 1
    for count in counts.values():
        size *= count
    return f"{counted(len(terms), 'term')} make {size:,} packages", ""
