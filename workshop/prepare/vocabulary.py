# SPDX-License-Identifier: MIT
"""The words that fields suggest: general ones, in their place those of a template, and those in use."""

from collections.abc import Iterator, Mapping

from workshop.prepare.records import Vocabulary
from workshop.record import fields
from workshop.remembered import remembered
from workshop.state import Workshop

ALWAYS: Mapping[str, tuple[str, ...]] = {
    "dimension": ("Strategy", "Culture", "Leadership style"),
}
"""Words that no template can take away."""

GENERAL: Mapping[str, tuple[str, ...]] = {
    "organization_kind": (
        "Provider", "Supplier", "Funder", "Customer", "Public body", "Research institute",
        "Association", "Community group",
    ),
    "sector": ("Public", "Private", "Nonprofit", "Academic"),
    "ownership": ("Public", "Private", "Nonprofit", "Cooperative", "Employee-owned", "Mixed"),
    "dimension": (
        "Customers & community", "Services & geography", "Quality", "Money & risk", "People",
        "Technology", "Governance", "Tradition", "Values",
    ),
    "factor_category": (
        "Policy & funding", "Market & competitors", "Customers & community", "Workforce",
        "Technology", "Capital", "Partners' moves",
    ),
    "frequency": ("Weekly", "Monthly", "Quarterly", "Twice a year", "Yearly"),
    "capability_category": (
        "Market share", "Competencies", "Technology", "People", "Financial resources",
    ),
    "relation": (
        "Contract", "Referral", "Data sharing", "Shared risk", "Joint venture", "Ownership",
        "Governance seat", "Funding", "Training or advice", "Membership", "Informal contact",
        "Competitor",
    ),
    "partner_role": (
        "Supplier of a capability", "Management partner", "Funder", "Channel to customers",
        "Community partner", "Equal partner",
    ),
    "value": (
        "Service to all", "Excellence", "Independence", "Solidarity", "Thrift", "Innovation",
        "Openness", "Reliability",
    ),
}  # fmt: skip


@remembered
def words_for(workshop: Workshop, suggest_key: str) -> tuple[str, ...]:
    """Give the words to suggest for fields with this key, each once, those in use last."""
    chosen = template_words(workshop, suggest_key) or GENERAL.get(suggest_key, ())
    in_use = sorted(set(_in_use(workshop, suggest_key)), key=str.casefold)
    seen: dict[str, str] = {}
    for word in (*ALWAYS.get(suggest_key, ()), *chosen, *in_use):
        seen.setdefault(word.casefold(), word)
    return tuple(seen.values())


def template_words(workshop: Workshop, suggest_key: str) -> tuple[str, ...]:
    """Give the words of a template for this key, if it brings its own."""
    vocabularies = workshop.of(Vocabulary).values()
    found = next((v for v in vocabularies if v.name.casefold() == suggest_key.casefold()), None)
    return found.words if found else ()


def _in_use(workshop: Workshop, suggest_key: str) -> Iterator[str]:
    for kind in workshop.kinds():
        names = [field.name for field in fields(kind) if field.suggest == suggest_key]
        for record in workshop.of(kind).values() if names else ():
            yield from (word for name in names if (word := getattr(record, name).strip()))
