# SPDX-License-Identifier: MIT
"""Files made to do harm: refused with a sentence, and nothing in them runs."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.damage import refusal_of, written
from workshop.gaps.records import Need
from workshop.integrity import findings
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.room.records import AgreementRound
from workshop.state import Workshop
from workshop.storage import schema
from workshop.storage.checking import check_file
from workshop.storage.codec import stored_changes
from workshop.storage.contents import StoredStep
from workshop.storage.copies import new_settings, write_file
from workshop.storage.salvage import salvage
from workshop.storage.workshop_file import open_file
from workshop.storage.writing import Encoded


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hostile.concord"


def alter(path: Path, *sentences: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for sentence in sentences:
            connection.execute(sentence)


SCHEMAS = [
    "CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM records; END",
    "CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN SELECT 1; END",
    "CREATE VIEW v2 AS SELECT * FROM records",
    "CREATE TABLE more (x)",
    "CREATE INDEX by_seal ON records (seal)",
    "CREATE VIRTUAL TABLE words USING fts5(text)",
    "ALTER TABLE records ADD COLUMN more TEXT",
    "DROP TABLE steps",
    "DROP TABLE settings",
    "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', 'STRICT ') WHERE name = 'steps'",
    "UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 'steps'",
    "ANALYZE",
]


@pytest.mark.parametrize("sentence", SCHEMAS)
def test_another_layout_is_refused(path: Path, sentence: str) -> None:
    written(path, 5)
    alter(path, "CREATE VIEW v AS SELECT 1" if " v " in sentence else "SELECT 1", sentence)
    before = hashlib.sha256(path.read_bytes()).digest()
    assert refusal_of(path).startswith("damaged: The file")
    assert len(check_file(path)) == 1
    assert hashlib.sha256(path.read_bytes()).digest() == before


def test_a_view_in_place_of_a_table(path: Path) -> None:
    written(path, 5)
    alter(path, "DROP TABLE records", "CREATE VIEW records AS SELECT 1 kind, 2 id, 3 json, 4 seal")
    assert refusal_of(path).startswith("damaged: The file was altered")
    alter(path, "PRAGMA user_version = 2")
    assert refusal_of(path).startswith("damaged: The file was altered")


def test_the_database_of_another_program(path: Path) -> None:
    alter(path, "CREATE TABLE albums (name TEXT)")
    assert refusal_of(path) == "This is a database of another program, not a Concord workshop."
    assert salvage(path).saved == 0


def test_a_workshop_whose_mark_was_taken_off(path: Path) -> None:
    document = written(path, 5)
    alter(path, "PRAGMA application_id = 7")
    assert "its first page is not as Concord wrote it" in refusal_of(path)
    assert salvage(path).workshop == document.workshop


CHANGES = [
    "UPDATE records SET json = replace(json, 'Organization', 'Organisation')",
    "UPDATE records SET seal = zeroblob(32)",
    "DELETE FROM records WHERE id = (SELECT max(id) FROM records)",
    "DELETE FROM steps WHERE seq = 3",
    "DELETE FROM steps WHERE seq = (SELECT max(seq) FROM steps)",
    "UPDATE steps SET label = 'Something else' WHERE seq = 2",
    "UPDATE steps SET at = replace(at, '20', '19')",
    "UPDATE steps SET seq = seq + 1 WHERE seq = (SELECT max(seq) FROM steps)",
    "UPDATE settings SET value = 'another' WHERE key = 'id'",
    "DELETE FROM settings",
    "PRAGMA user_version = 0",
    "PRAGMA user_version = 3",
    "PRAGMA user_version = -1",
]


@pytest.mark.parametrize("sentence", CHANGES)
def test_content_that_was_changed_by_hand(path: Path, sentence: str) -> None:
    document = written(path, 12)
    alter(path, sentence)
    assert refusal_of(path).startswith("damaged: The file is damaged")
    saved = salvage(path).workshop
    if "max(seq)" in sentence:  # what the last step removed comes back
        assert set(document.workshop.records()) <= set(saved.records())
    elif "json" not in sentence:
        assert saved == document.workshop


@pytest.mark.parametrize(
    "sentence",
    [
        "UPDATE records SET json = NULL",
        "UPDATE records SET kind = 7 WHERE id = (SELECT min(id) FROM records)",
        "UPDATE records SET seal = 1.5",
        "UPDATE steps SET label = NULL WHERE seq = 2",
        "UPDATE steps SET state = 7 WHERE seq = 2",
        "UPDATE steps SET seq = -1 WHERE seq = 1",
        "UPDATE settings SET value = NULL",
    ],
)
def test_values_of_another_sort_are_refused_and_the_rest_is_saved(
    path: Path, sentence: str
) -> None:
    """A single flipped bit can make nothing, or a number, of a text."""
    document = written(path, 12)
    set_sql = "UPDATE sqlite_schema SET sql = {0} WHERE type = 'table'"
    lax = "sql"
    for rule in (" STRICT,", " STRICT", " NOT NULL", " TEXT", " BLOB"):
        lax = f"replace({lax}, '{rule}', '')"
    alter(path, set_sql.format(lax))
    alter(path, sentence)
    exact = " ".join(f"WHEN '{name}' THEN '{sql}'" for name, sql in schema.TABLES.items())
    alter(path, set_sql.format(f"CASE name {exact} END"))
    assert refusal_of(path).startswith("damaged: The file is damaged")
    assert salvage(path).workshop == document.workshop


def test_a_value_too_large(path: Path) -> None:
    written(path, 5)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO settings VALUES ('big', CAST(zeroblob(?) AS TEXT))",
            (schema.LARGEST_VALUE + 1,),
        )
        connection.commit()
    assert refusal_of(path).startswith("damaged: ")


def step(changes: bytes = b"[]", at: str = "2026-05-01T09:00:00+02:00", how: str = "do") -> Encoded:
    stored = StoredStep(at.encode(errors="surrogateescape"), how.encode(), b"Add", changes)
    try:
        return stored, stored_changes(changes)
    except ValueError:
        return stored, []


def adding(kind: str, record: str) -> bytes:
    return f'[{{"kind":"{kind}","id":"o1","before":null,"after":{record}}}]'.encode()


def seal_by_hand(path: Path, *steps: Encoded) -> None:
    """Write a file whose seals all verify, whatever it says."""
    write_file(path, new_settings(), steps)


UNDONE = "its history undoes what was never done"
UNREADABLE = "damaged: What the file holds cannot be read: "
FORGERIES: list[tuple[list[Encoded], str]] = [
    ([step(how="undo")], UNDONE),
    ([step(how="redo")], UNDONE),
    ([step(), step(how="undo"), step(), step(how="redo")], UNDONE),
    ([step(how="join"), step(how="undo"), step(how="undo")], UNDONE),
    ([step(how="erase")], UNREADABLE),
    ([step(at="yesterday")], UNREADABLE),
    ([step(at="2026-05-01T09:00:00")], UNREADABLE),
    ([step(at="\udcff")], UNREADABLE),
    ([step(adding("organization", '{"id":"o1"}'))], UNREADABLE),
    ([step(adding("organization", '{"id":"o1","name":""}'))], "An organization needs a name"),
    ([step(adding("organization", '{"id":"o2","name":"x"}'))], "another id than its row"),
    ([step(adding("organization", '{"id":"o1","name":"x","size":1e999}'))], UNREADABLE),
    ([step(adding("organization", "3"))], UNREADABLE),
]


@pytest.mark.parametrize(("steps", "words"), FORGERIES)
def test_sealed_but_wrong(path: Path, steps: list[Encoded], words: str) -> None:
    seal_by_hand(path, *steps)
    assert words in refusal_of(path)
    assert salvage(path).saved == 0


DEEP = b'[{"kind":"x","id":"y","after":' + b"[" * 99_999 + b"]" * 99_999 + b"}]"


@pytest.mark.parametrize("changes", [b"nonsense", DEEP, b'[{"kind":1}]'])
def test_a_step_that_cannot_be_read_is_told_and_stops_only_its_undo(
    path: Path, changes: bytes
) -> None:
    seal_by_hand(path, step(adding("organization", '{"id":"o1","name":"North"}')), step(changes))
    assert check_file(path) == ["A step of the history cannot be read."]
    assert salvage(path).saved == 1
    file = open_file(path)
    with pytest.raises(RuleError, match="a record that this version cannot read"):
        file.document.undo()
    assert file.close()


def test_records_of_kinds_that_are_not_known_here(path: Path) -> None:
    seal_by_hand(path, step(adding("spaceship", '{"id":"o1"}')))
    file = open_file(path)
    assert file.document.workshop == Workshop()
    assert file.document.history.log[0].changes == ()
    assert file.close()
    assert salvage(path).saved == 0


def test_an_earlier_record_that_cannot_be_read_stops_only_its_undo(path: Path) -> None:
    nameless = '{"id":"o1","name":""}'
    good = '{"id":"o1","name":"North"}'
    change = f'[{{"kind":"organization","id":"o1","before":{nameless},"after":{good}}}]'
    seal_by_hand(path, step(adding("organization", nameless)), step(change.encode()))
    file = open_file(path)
    with pytest.raises(RuleError, match="a record that this version cannot read"):
        file.document.undo()
    assert [each.name for each in file.document.workshop.all(Organization)] == ["North"]
    assert file.close()


def test_sealed_but_inconsistent(path: Path) -> None:
    north = adding("organization", '{"id":"o1","name":"North"}')
    tie = '{"id":"o1","source":"o1","target":"gone","relation":"Contract"}'
    action = '{"id":"o1","text":"Call","owner":"gone"}'
    seal_by_hand(
        path, step(north), step(north), step(adding("tie", tie)), step(adding("action", action))
    )
    assert sorted(check_file(path)) == [
        "Action “Call” points to a participant that is not in the workshop.",
        "Step 2 of the history does not follow from those before it.",
        "Tie “Contract” points to an organization that is not in the workshop.",
    ]
    saved = salvage(path)
    assert saved.saved == 2
    assert findings(saved.workshop) == []


def test_a_history_that_leads_elsewhere(path: Path) -> None:
    silent, _ = step()
    _, changes = step(adding("organization", '{"id":"o1","name":"North"}'))
    seal_by_hand(path, (silent, changes))
    assert check_file(path) == ["The history does not lead to the records."]


def test_references_in_lists_to_what_is_gone(path: Path) -> None:
    need = '{"id":"o1","capability":"o1","because":["o1","gone"]}'
    capability = '{"id":"o1","name":"Data"}'
    statement = '{"id":"o1","dimension":"Strategy","text_to":"One plan"}'
    seal_by_hand(
        path,
        step(adding("capability", capability)),
        step(adding("statement", statement)),
        step(adding("need", need)),
    )
    saved = salvage(path).workshop
    assert findings(saved) == []
    assert [need.because for need in saved.all(Need)] == [("o1",)]


def test_a_count_whose_organization_is_gone_does_not_become_one_of_the_room(path: Path) -> None:
    seal_by_hand(
        path,
        step(adding("agreement_round", '{"id":"o1","question":"One plan?"}')),
        step(adding("tally", '{"id":"o1","round":"o1","organization":"gone","counts":[1]}')),
    )
    saved = salvage(path).workshop
    assert [type(record) for record in saved.records()] == [AgreementRound]
