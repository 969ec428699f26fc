# SPDX-License-Identifier: MIT
"""Concord's JSON: documented when written, refused with the path of what is wrong when read."""

import json
from pathlib import Path

import pytest

from workshop.interchange import json_file
from workshop.interchange.json_file import encode_json, read_json
from workshop.interchange.problem import SourceError
from workshop.prepare.records import Organization, Participant
from workshop.state import Workshop


def test_the_file_explains_its_fields() -> None:
    workshop = Workshop([Organization(id="a", name="Oak"), Participant(id="p", name="Ana")])
    content = json.loads(encode_json(workshop))
    assert content["format"] == "concord-workshop"
    assert content["fields"]["participant"]["organization"] == "Organization; id of organization"
    assert content["records"]["organization"] == [{"id": "a", "name": "Oak"}]


def records(text: str) -> str:
    return '{"format": "concord-workshop", "version": 1, "records": ' + text + "}"


def organization(fields: str) -> str:
    return records('{"organization": [{"id": "a", ' + fields + "}]}")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "is not JSON: "),
        ("[]", "is not a Concord workshop"),
        ('{"format": "concord-workshop", "version": 2}', "another version of Concord"),
        ('{"format": "concord-workshop", "version": 1, "more": 1}', "$.more: there is no such part."),
        ('{"format": "concord-workshop", "version": 1}', "$.records: there must be an object"),
        (records('{"planet": []}'), "$.records.planet: Concord knows no such kind of record."),
        (records('{"organization": {}}'), "$.records.organization: there must be a list."),
        (records('{"organization": [1]}'), "$.records.organization[0]: Expected `object`, got `int`."),
        (records('{"a b": []}'), "$.records.'a b': Concord knows no such kind of record."),
        (organization('"name": ""'), "organization[0]: An organization needs a name."),
        (organization('"name": "x", "size": "9"'), "organization[0].size: Expected `int | null`"),
        (organization('"name": "x", "siz": 9'), "organization[0].siz: organization has no such field."),
        (organization('"name": "x", "name": "y"'), "organization[0]: the key 'name' is there twice."),
        (organization('"name": "x", "size": NaN'), "organization[0].size: NaN is not a number."),
        (organization('"name": "x", "size": 1e400'), "size: the number is too large."),
        (organization('"name": "x", "size": ' + "9" * 5000), "size: the number is too large."),
        (organization('"name": "\\ud800"'), "organization[0].name: the text holds half a character"),
        (organization('"name": "x", "\\udfff": 1'), "half a character"),
        (organization('"name": "x", "size": Infinity'), "organization[0].size: Infinity is not a number."),
        (organization('"name": "x", "size": -Infinity'), "-Infinity is not a number."),
        (organization('"name": "x", "size": -1e400'), "size: the number is too large."),
        (organization('"name": "x", "latitude": 1e400'), "latitude: the number is too large."),
        (organization('"name": "x", "size": 1' + "0" * 400), "size: the number is too large."),
        (organization('"name": ' + '{"a": ' * 20 + "1" + "}" * 20), "nested too deep."),
        (organization('"name": "x", "service_area": ["\\udc00"]'), "service_area[0]: the text holds half"),
        ('{"a": ' * 100_000, "is nested too deep."),
        ('{"format": 1, "format": 2}', "the key 'format' is there twice."),
        (organization('"name": "x"') + "garbage", "is not JSON: "),
        (organization('"name": "a\tb\u0000"').replace("\\u0000", chr(0)), "is not JSON: "),
        (organization('"name": ' + "[" * 20 + "]" * 20), "nested too deep."),
        ("[" * 100_000, "is nested too deep."),
        (records('{"organization": [{"id": "", "name": "x"}]}'), "needs a plain id of its own."),
        (
            records('{"organization": [{"id": "a", "name": "x"}, {"id": "a", "name": "y"}]}'),
            "$.records.organization[1].id: every record needs a plain id of its own.",
        ),
        (records('{"details": [{"id": "x"}]}'), "details[0].id: the details need the id"),
        (
            records('{"participant": [{"id": "p", "name": "x", "organization": "q"}]}'),
            "that is not in the workshop.",
        ),
    ],
)  # fmt: skip
def test_what_json_may_not_hold_is_refused_with_its_path(text: str, sentence: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_json(text.encode())
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_bytes_that_are_no_text_and_files_too_large_or_missing_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SourceError, match="is not UTF-8 text"):
        read_json(b"\xff")
    with pytest.raises(SourceError, match="cannot be read"):
        read_json(tmp_path / "none.json")
    monkeypatch.setattr(json_file, "MOST_BYTES", 3)
    with pytest.raises(SourceError, match="is larger than"):
        read_json(b"[1,2]")


def test_what_comes_with_the_file_but_is_not_read_may_be_left_out() -> None:
    assert read_json(organization('"name": "x", "size": 9').encode()) == Workshop(
        [Organization(id="a", name="x", size=9)]
    )
