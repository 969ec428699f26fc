# SPDX-License-Identifier: MIT
"""Small networks to measure, drawn up by hand."""

import itertools
from collections.abc import Iterable

from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop

O8_TIES = (
    "Hosp-ManageCo", "Hosp-IPA", "IPA-ManageCo", "IPA-Clinic1", "IPA-Clinic2",
    "Clinic1-Clinic2", "ManageCo-DataWorks", "Hosp-HomeHealth",
)  # fmt: skip
O8_GROUPS = {
    "Hosp": "a", "HomeHealth": "a", "ManageCo": "b", "DataWorks": "b",
    "IPA": "c", "Clinic1": "c", "Clinic2": "c",
}  # fmt: skip


def organization(name: str, **values: object) -> Organization:
    return Organization(id=f"o-{name}", name=name, **values)  # type: ignore[arg-type]  # as given


def tie(pair: str, relation: str = "contract", **values: object) -> Tie:
    source, target = pair.split("-")
    return Tie(
        id=f"t-{pair}-{relation}",
        source=f"o-{source}",
        target=f"o-{target}",
        relation=relation,
        **values,  # type: ignore[arg-type]  # as given
    )


def workshop_of(names: Iterable[str], pairs: Iterable[str]) -> Workshop:
    return Workshop([*map(organization, names), *map(tie, pairs)])


def o8() -> Workshop:
    organizations = [organization(name, sector=group) for name, group in O8_GROUPS.items()]
    return Workshop([*organizations, *map(tie, O8_TIES)])


def ring(count: int) -> Workshop:
    names = [f"N{i:03}" for i in range(count)]
    pairs = [f"{a}-{b}" for a, b in itertools.pairwise([*names, names[0]])]
    return workshop_of(names, pairs)
