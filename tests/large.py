# SPDX-License-Identifier: MIT
"""A workshop as large as one is asked for, always the same one, for tests and benchmarks."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice

import msgspec

from workshop.future_state.records import EvenOver, Factor, Measure, Statement
from workshop.gaps.records import RATINGS, Asset, Capability, ClosedOption, Need, Option, Sourcing
from workshop.partners.records import Tie
from workshop.prepare.records import DETAILS_ID, Details, Organization, Participant
from workshop.record import Record
from workshop.room.records import Action, AgreementRound, Ballot, Decision, ParkingItem, Reservation
from workshop.state import Workshop

_SYLLABLES = (
    *("ka", "len", "tor", "mi", "sa", "ven", "do", "ri", "pal", "eth"),
    *("un", "gor", "sey", "ba", "nil", "cru", "fe", "jo", "wis", "hal"),
)
_DIMENSIONS = ("Strategy", "Culture", "Leadership style", "Quality", "People", "Values")
_RELATIONS = ("Contract", "Referral", "Data sharing", "Governance seat", "Informal contact")
_OPTIONS: tuple[Option, ...] = ("build", "contract", "alliance", "joint_venture", "acquire")


def large_workshop(
    organizations: int = 300,
    needs: int = 300,
    assets: int = 300,
    statements: int = 100,
    ties: int = 600,
    rounds: int = 20,
    *,
    name_length: int = 40,
    note_words: int = 3000,
) -> Workshop:
    """Make a workshop with so many records; names have `name_length` characters exactly.

    `note_words` is the length of the longest texts; one statement, one asset, one tie and one
    reservation have it. Everything else grows with the numbers given.
    """
    name = _Names(name_length)
    return Workshop(
        [
            Details(id=DETAILS_ID, title="A large workshop", purpose=prose(30, 1)),
            *_people(organizations, name),
            *_future(statements, name, note_words),
            *_gaps(organizations, needs, assets, name, note_words),
            *_ties(organizations, ties, note_words),
            *_room(rounds, organizations, note_words),
        ]
    )


def prose(words: int, seed: int = 0) -> str:
    """Give so many made-up words, always the same for the same seed."""
    made = islice(_words(seed), words)
    return " ".join(made).capitalize() + "."


def _words(seed: int) -> Iterator[str]:
    state = seed * 2654435761 + 12345
    while True:
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        length = 1 + (state >> 16) % 4
        yield "".join(_SYLLABLES[(state >> (4 * n + 7)) % len(_SYLLABLES)] for n in range(length))


class _Names:
    """Names of one length, all different."""

    def __init__(self, length: int) -> None:
        self.length = length

    def __call__(self, noun: str, number: int) -> str:
        text = f"{noun} {number} {prose(self.length, number)}"
        return text[: self.length - 1].rstrip(" .").ljust(self.length, "x")


def _people(organizations: int, name: _Names) -> Iterator[Record]:
    for n in range(organizations):
        yield Organization(
            id=f"org{n:05}",
            name=name("Organization", n),
            ours=n == 0,
            at_table=n < 8,
            kind="provider" if n % 3 else "payer",
            sector="private" if n % 2 else "public",
            size=10 + n,
        )
        if n < 40:
            yield Participant(id=f"per{n:05}", name=name("Person", n), organization=f"org{n:05}")


def _future(statements: int, name: _Names, note_words: int) -> Iterator[Record]:
    for n in range(statements):
        yield Factor(
            id=f"fac{n:05}",
            text=name("Factor", n),
            kind="opportunity" if n % 2 else "challenge",
            impact=1 + n % 5,
            likelihood=1 + n // 2 % 5,
            horizon="1-3y",
        )
        yield Statement(
            id=f"sta{n:05}",
            dimension=_DIMENSIONS[n % len(_DIMENSIONS)],
            text_from=prose(12, n),
            text_to=prose(18, n + 1) if n else prose(note_words, 7),
            dots=n % 7,
        )
        yield Measure(
            id=f"mea{n:05}",
            name=name("Measure", n),
            statement=f"sta{n:05}",
            unit="%",
            baseline=10.5 + n % 40,
            target=60.0 + n % 30,
            target_date=date(2028, 6, 30) + timedelta(days=n),
            who_measures="Quality office",
        )
        if n < 12:
            yield EvenOver(id=f"eve{n:05}", prefer=name("This", n), over=name("That", n))


def _gaps(
    organizations: int, needs: int, assets: int, name: _Names, note_words: int
) -> Iterator[Record]:
    for n in range(needs):
        yield Capability(id=f"cap{n:05}", name=name("Capability", n), category="technology")
        yield Need(
            id=f"nee{n:05}",
            capability=f"cap{n:05}",
            needed_level=2 + n % 4,
            importance=1 + n % 5,
            urgency=1 + n % 3,
            must_have=n % 5 == 0,
        )
        if n % 4 == 0:
            yield from _sourcing(n)
    for n in range(min(assets, organizations * needs)):
        yield Asset(
            id=f"ass{n:05}",
            organization=f"org{n % organizations:05}",
            capability=f"cap{(n // organizations + n) % needs:05}",
            level=n % 6,
            share=(n % 5) / 4,
            evidence=prose(6, n) if n else prose(note_words, 8),
        )


def _sourcing(n: int) -> Iterator[Record]:
    ratings = {rating: (n * 7 + i * 13) % 11 / 10 for i, rating in enumerate(RATINGS)}
    choice = Sourcing(
        id=f"sou{n:05}", need=f"nee{n:05}", chosen=_OPTIONS[n // 4 % 5], why=prose(15, n)
    )
    yield msgspec.structs.replace(choice, **ratings)
    yield ClosedOption(id=f"clo{n:05}", need=f"nee{n:05}", option="merge", reason="capital")


def _ties(organizations: int, ties: int, note_words: int) -> Iterator[Record]:
    if organizations < 2:
        return
    for n in range(ties):
        source = n % organizations
        step = 1 + (n // organizations * 7 + n % 5) % (organizations - 1)
        yield Tie(
            id=f"tie{n:05}",
            source=f"org{source:05}",
            target=f"org{(source + step) % organizations:05}",
            relation=_RELATIONS[n % len(_RELATIONS)],
            strength=float(n % 6),
            remark="" if n else prose(note_words, 9),
        )


def _room(rounds: int, organizations: int, note_words: int) -> Iterator[Record]:
    people = min(organizations, 40)
    for n in range(rounds):
        yield AgreementRound(
            id=f"rou{n:05}",
            question=prose(12, 100 + n),
            held_at=datetime(2027, 3, 14, 9 + n % 8, tzinfo=UTC),
        )
        for p in range(people):
            value = (n + p * 3) % 6
            yield Ballot(
                id=f"bal{n:05}{p:03}", round=f"rou{n:05}", participant=f"per{p:05}", value=value
            )
        if people:
            yield Reservation(
                id=f"res{n:05}",
                round=f"rou{n:05}",
                participant=f"per{n % people:05}",
                organization=f"org{n % people:05}",
                value=2,
                reason=prose(20, n) if n else prose(note_words, 10),
                condition=prose(10, n),
            )
        yield Decision(id=f"dec{n:05}", text=prose(14, n), decided_on=date(2027, 3, 14))
        yield Action(
            id=f"act{n:05}",
            text=prose(10, n),
            owner=f"per{n % people:05}" if people else None,
            due=date(2027, 6, 1),
        )
        yield ParkingItem(id=f"par{n:05}", text=prose(8, n))
