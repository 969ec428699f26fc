# SPDX-License-Identifier: MIT
"""Small workshops about partners: the worked numbers O6 and O7, and one with two candidates."""

from workshop.gaps.records import Asset, Capability, Need
from workshop.partners.fit_records import (
    Aspiration,
    AspirationMatch,
    CultureRating,
    LeadershipRating,
    Tradition,
    TraditionStance,
    ValuePoints,
)
from workshop.partners.records import Candidate, PartnerChange, PartnerNeed
from workshop.prepare.records import Organization
from workshop.record import Record
from workshop.state import Workshop

US, THEM = "us", "them"
LEVELS = {"care": (2, 4, 5), "analytics": (1, 4, 5), "access": (3, 4, 4), "capital": (1, 3, 4)}
"""Current level, needed level and importance of the worked numbers."""
OFFERED = {"care": (3, 1.0), "analytics": (5, 0.8), "access": (2, 1.0), "capital": (4, 0.5)}
COVERS = {
    "DataWorks": (2, "analytics"),
    "HomeHealthX": (2, "post-acute"),
    "ManageCo": (6, "care analytics capital"),
    "MentorIPA": (3, "care behavioral"),
    "RegionalHS": (5, "capital post-acute behavioral"),
}
IMPORTANCE = {"care": 5, "analytics": 5, "capital": 4, "behavioral": 3, "post-acute": 3}


def two(*more: Record) -> Workshop:
    """Give us and one candidate, with what is given besides."""
    return Workshop(
        [
            Organization(id=US, name="Cedar Valley", ours=True),
            Organization(id=THEM, name="Northlight"),
            Candidate(id="candidate", organization=THEM),
            *more,
        ]
    )


def complementary() -> Workshop:
    """Give the levels and shares of the worked numbers; the candidate needs nothing."""
    records: list[Record] = []
    for name, (current, needed, importance) in LEVELS.items():
        level, share = OFFERED[name]
        records += [
            Capability(id=name, name=name.capitalize()),
            Need(id=f"n-{name}", capability=name, needed_level=needed, importance=importance),
            Asset(id=f"u-{name}", organization=US, capability=name, level=current),
            Asset(id=f"t-{name}", organization=THEM, capability=name, level=level, share=share),
        ]
    return two(*records)


def all_parts() -> Workshop:
    """Give the worked culture, leadership, aspirations, and a tradition and values beside them."""
    labels = ("shared", "shared", "compatible", "independent", "conflicting")
    return complementary().put(
        [
            CultureRating(id="c1", organization=US, seen_by=US, family=40, inventive=20, driven=15, orderly=25),
            CultureRating(id="c2", organization=THEM, seen_by=THEM, family=20, inventive=15, driven=40, orderly=25),
            LeadershipRating(id="l1", organization=US, seen_by=US, participative=2, bold=5, distributed=3, mission=6, deliberate=4),
            LeadershipRating(id="l2", organization=THEM, seen_by=THEM, participative=5, bold=4, distributed=3, mission=2, deliberate=4),
            Aspiration(id="a0", organization=US, text="Lead"),
            *(Aspiration(id=f"b{n}", organization=THEM, text=f"Aim {n}") for n in range(5)),
            *(AspirationMatch(id=f"m{n}", one="a0", other=f"b{n}", label=label) for n, label in enumerate(labels)),  # type: ignore[arg-type]  # labels
            Tradition(id="t1", organization=US, text="The name", intensity=4),
            Tradition(id="t2", organization=THEM, text="The Friday call", intensity=5),
            TraditionStance(id="s1", tradition="t1", organization=THEM, seen_by=THEM, stance="respects"),
            TraditionStance(id="s2", tradition="t2", organization=US, seen_by=US, stance="neutral"),
            ValuePoints(id="v1", organization=US, seen_by=US, value="Care", points=65),
            ValuePoints(id="v2", organization=US, seen_by=US, value="Thrift", points=35),
            ValuePoints(id="v3", organization=THEM, seen_by=THEM, value="Thrift", points=35),
            ValuePoints(id="v4", organization=THEM, seen_by=THEM, value="Growth", points=65),
        ]
    )  # fmt: skip


def changing() -> Workshop:
    """Give the changes of the worked numbers."""
    sizes = {US: ((3, 4, 3), (2, 3, 3), (4, 2, 3)), THEM: ((1, 1, 2),)}
    return two(
        *(
            PartnerChange(
                id=f"{who}{n}", organization=who, text=f"Change {n}",
                magnitude=m, willingness=w, capacity=c,
            )
            for who, changes in sizes.items()
            for n, (m, w, c) in enumerate(changes)
        )
    )  # fmt: skip


def coalition() -> Workshop:
    """Give the five candidates and five must-haves of the worked numbers O7."""
    records: list[Record] = [Organization(id=US, name="Cedar Valley", ours=True)]
    for name, importance in IMPORTANCE.items():
        records += [
            Capability(id=name, name=name.capitalize()),
            Need(id=f"n-{name}", capability=name, needed_level=3, importance=importance, must_have=True),
        ]  # fmt: skip
    for name, (cost, needs) in COVERS.items():
        records += [
            Organization(id=name, name=name),
            Candidate(id=f"c-{name}", organization=name, cost=cost, strain=1),
            *(Asset(id=f"{name}-{n}", organization=name, capability=n, level=3) for n in needs.split()),
            PartnerNeed(id=f"p-{name}", organization=name, capability="care", needed_level=1),
        ]  # fmt: skip
    return Workshop(records)
