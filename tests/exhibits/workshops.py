# SPDX-License-Identifier: MIT
"""Workshops that put exhibits to the test: an ordinary one, Greek and Cyrillic, and very many rows."""

from datetime import date, time
from functools import cache

import msgspec

from tests.large import large_workshop
from workshop.future_state.records import EvenOver, Factor, Measure, Statement
from workshop.gaps.records import Asset, Capability, ClosedOption, Need, Sourcing
from workshop.prepare.records import AgendaBlock, Organization, Participant
from workshop.record import Record, fields
from workshop.room.records import AgreementRound, Ballot, Reservation
from workshop.state import Workshop

_NEEDS = (
    ("Population data & risk analytics", 1, 4, 5, 3, True),
    ("Care at home", 1, 3, 5, 2, True),
    ("Downside-risk capital", 2, 4, 4, 1, False),
    ("Rural reach", 0, 2, 4, 1, False),
    ("Physician leadership", 4, 4, 5, 1, False),
    ("Brand", 4, 3, 2, 1, False),
    ("Interoperable records", None, 4, 4, 2, False),
    ("Community trust", 2, None, 3, 1, False),
)


@cache
def ordinary() -> Workshop:
    """Give a small workshop with something of everything, unknowns included."""
    return Workshop([*_people(), *_future(), *_gaps(), *_votes()])


@cache
def foreign() -> Workshop:
    """Give the ordinary workshop with every name and text in Greek and Cyrillic, 40 characters long."""
    return Workshop(_translated(record) for record in ordinary().records())


@cache
def many() -> Workshop:
    """Give a workshop of 60 organizations and 300 needs with names of 40 characters."""
    large = large_workshop(60, 300, 300, 60, 0, 3, note_words=400)
    blocks = [
        AgendaBlock(id=f"g{n:03}", title=f"{n} " + "Forty characters of a title for a block"[:38],
                    day=1 + n // 12, starts=time(8) if n % 12 == 0 else None, minutes=10 + n % 90)
        for n in range(60)
    ]  # fmt: skip
    return large.put(blocks)


def _people() -> list[Record]:
    names = ("Cedar Valley", "Northlight Data", "HomeBridge")
    return [
        *(Organization(id=f"o{n}", name=name, ours=n == 0) for n, name in enumerate(names)),
        *(Participant(id=f"p{n:02}", name=f"Person {n}", organization=f"o{n % 3}") for n in range(16)),
        AgendaBlock(id="g1", title="Welcome", starts=time(9), minutes=20),
        AgendaBlock(id="g2", title="Break", minutes=15, pause=True),
        AgendaBlock(id="g3", title="Future state", minutes=90),
        AgendaBlock(id="g4", title="An overlap", starts=time(10)),
    ]  # fmt: skip


def _future() -> list[Record]:
    return [
        Factor(id="f0", text="Payers move to downside risk", impact=5, likelihood=4, horizon="0-1y"),
        Factor(id="f1", text="A network courts us", impact=5, likelihood=4, horizon="0-1y"),
        Factor(id="f2", text="The state funds monitoring", kind="opportunity", impact=2, likelihood=3, horizon="3+y"),
        Factor(id="f3", text="Telehealth rules", impact=None, likelihood=3),
        Statement(id="s0", dimension="Strategy", text_from="Each manages its own", text_to="One plan of care", owner="p01"),
        Statement(id="s1", dimension="Culture", text_to="We show each other our numbers", for_whom="us", organization="o0"),
        Measure(id="m0", name="Readmissions", statement="s0", unit="%", direction="down", baseline=18, target=12, target_date=date(2028, 12, 31), who_measures="Quality office"),
        Measure(id="m1", name="Lives", statement="s0", unit="lives", baseline=12000, target=20000),
        Measure(id="m2", name="Reserve", statement="s1", unit="days", direction="hold", baseline=60, target=60),
        Measure(id="m3", name="Margin", statement="s1", baseline=-2.5, target=0),
        Measure(id="m4", name="Unknown so far", statement="s1"),
        EvenOver(id="e0", prefer="Care at home", over="growth in clinics", because="Patients asked for it."),
        EvenOver(id="e1", prefer="Speed", over="full agreement on every detail"),
    ]  # fmt: skip


def _gaps() -> list[Record]:
    made: list[Record] = []
    for n, (name, today, needed, importance, urgency, must) in enumerate(_NEEDS):
        made.append(Capability(id=f"c{n}", name=name))
        made.append(
            Need(
                id=f"n{n}", capability=f"c{n}", needed_level=needed,
                importance=importance, urgency=urgency, must_have=must,
            )
        )  # fmt: skip
        if today is not None:
            made.append(Asset(id=f"a{n}", organization="o0", capability=f"c{n}", level=today))
    return [
        *made,
        Asset(id="a9", organization="o1", capability="c0", level=5, name="Risk engine"),
        Sourcing(
            id="q0", need="n0", chosen="alliance", relevance=0.25, tradability=0.25, closeness=0.75,
            integration=0.25, soft_share=0.8, uncertainty=0.7, redundancy=0.25, competition=0.5,
        ),
        ClosedOption(id="x0", need="n0", option="acquire", reason="capital"),
    ]  # fmt: skip


def _votes() -> list[Record]:
    cast = [1] * 5 + [2] * 4 + [4] * 2 + [5] * 2 + [7]
    fists = (5, 4, 4, 3, 3, 2, 5, 1)
    return [
        AgreementRound(id="r0", question="We ally for data rather than build.", scale="gradients"),
        AgreementRound(id="r1", question="One plan of care by 2029."),
        AgreementRound(id="r2", question="Nobody was asked yet."),
        *(Ballot(id=f"b{n:02}", round="r0", participant=f"p{n:02}", value=v) for n, v in enumerate(cast)),
        *(Ballot(id=f"d{n:02}", round="r1", participant=f"p{n:02}", value=v) for n, v in enumerate(fists)),
        Reservation(id="v0", round="r0", participant="p13", organization="o1", value=7,
                    reason="We lose our own analysts within a year.", condition="Two stay on our payroll."),
    ]  # fmt: skip


def _translated(record: Record) -> Record:
    words = "Πληθυσμός και ανάλυση Данные населения и риск"
    changed = {
        field.name: f"{record.id} {words}"[:40]
        for field in fields(type(record))
        if field.kind in ("text", "long") and getattr(record, field.name) and field.name != "id"
    }
    return msgspec.structs.replace(record, **changed)
