# SPDX-License-Identifier: MIT
"""No byte of what is private is in the file, wherever a curious reader looks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pikepdf

from resources.paths import SAMPLES
from tests.large import large_workshop
from tests.pdf.conftest import Edition
from workshop.deal.records import GateOverride
from workshop.interchange.json_file import read_json
from workshop.kinds import KINDS
from workshop.partners.records import RedFlag
from workshop.record import Record
from workshop.room.records import Action, Decision, ParkingItem
from workshop.state import Workshop

Make = Callable[[Workshop], Edition]
CANARY = "Qanaryx"


def with_canaries(workshop: Workshop) -> Workshop:
    """Give the workshop with a canary in each private note, and records for the facilitator alone."""
    noted: list[Record] = [
        msgspec.structs.replace(record, private_note=f"{CANARY} note")
        for record in workshop.records()
    ]
    hidden: list[Record] = [
        Decision(id="hid1", text=f"{CANARY} decision", audience="facilitator"),
        Action(id="hid2", text=f"{CANARY} action", audience="facilitator"),
        ParkingItem(id="hid3", text=f"{CANARY} topic", audience="facilitator"),
    ]
    return workshop.put([*noted, *hidden])


def everything(path: Path) -> Iterator[bytes]:
    """Give every object of a file, decompressed, and every string in it."""
    with pikepdf.open(path) as pdf:
        for obj in pdf.objects:
            yield obj.unparse(resolved=False)
            if isinstance(obj, pikepdf.Stream):
                yield obj.read_bytes()
            if isinstance(obj, pikepdf.Dictionary):
                yield from (str(v).encode() for v in obj.values() if isinstance(v, pikepdf.String))
        with pdf.open_metadata() as metadata:
            yield str(metadata).encode()


def assert_no_canary(edition: Edition) -> None:
    assert CANARY not in "".join(edition.pages())
    assert CANARY not in "".join(edition.bookmarks())
    for piece in everything(edition.path):
        assert CANARY.encode() not in piece
        assert CANARY.encode("utf-16-be") not in piece


def test_private_notes_and_hidden_records_are_nowhere(make: Make) -> None:
    workshop = with_canaries(large_workshop(6, 6, 12, 8, 10, 3, note_words=20))
    assert {type(record) for record in workshop.records()} <= set(KINDS)
    assert_no_canary(make(workshop))


def test_the_sample_keeps_its_secrets(make: Make) -> None:
    workshop = read_json(SAMPLES / "cedar_valley.json")
    secrets = [r.private_note for r in workshop.records() if r.private_note]
    assert secrets
    assert_no_canary(edition := make(with_canaries(workshop)))
    text = edition.squeezed()
    assert not any("".join(secret.split()) in text for secret in secrets)


def test_the_canary_would_be_found(make: Make) -> None:
    edition = make(Workshop([Decision(id="d", text=f"{CANARY} in the open")]))
    assert CANARY in "".join(edition.pages())


def test_the_gate_that_is_printed_is_the_true_one_without_what_is_private(make: Make) -> None:
    workshop = read_json(SAMPLES / "cedar_valley.json")
    public = make(workshop).squeezed()
    assert "Thegateisshut:2conditionsdonothold." in public
    hidden = RedFlag(
        id="hid",
        organization="org-04-rural-trust",
        kind="other",
        severity="hard",
        evidence=f"{CANARY} evidence",
        audience="facilitator",
    )
    passed = workshop.without(GateOverride, list(workshop.of(GateOverride)))
    settled = RedFlag(
        id="set", organization="org-02-northlight", kind="avoiding_change", settled=True
    )
    edition = make(passed.put([settled, hidden]))
    assert_no_canary(edition)
    assert "Thegateisshut:3conditionsdonothold." in edition.squeezed()
    assert "Itdoesnothold;whyisnotforeverybody." in edition.squeezed()
    assert "RuralTrustisopen" not in edition.squeezed()
