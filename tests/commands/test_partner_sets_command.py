# SPDX-License-Identifier: MIT
"""The sets of partners worth choosing from, printed for people and for other programs."""

import json
from pathlib import Path

import msgspec
import pytest

import main
from tests.partners.alliances import coalition
from workshop.gaps.records import Asset
from workshop.interchange.json_file import encode_json
from workshop.partners import set_proof
from workshop.partners.records import Candidate
from workshop.partners.set_enumeration import MOST_FREE
from workshop.prepare.records import Organization
from workshop.state import Workshop


def saved(workshop: Workshop, folder: Path) -> str:
    (folder / "in.json").write_bytes(encode_json(workshop))
    assert main.main(["import", str(folder / "in.json"), "--into", str(folder / "a.concord")]) == 0
    return str(folder / "a.concord")


def test_json_holds_the_frontier_and_whether_it_is_proven(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = saved(coalition(), tmp_path)
    capsys.readouterr()
    assert main.main(["partner-sets", file, "--budget", "8", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["proven_exact"] is True
    assert told["budget"] == 8
    assert told["go_alone"]["partners"] == []
    best = max(told["frontier"], key=lambda each: each["coverage"])
    assert best == {
        "partners": ["HomeHealthX", "ManageCo"],
        "coverage": 0.85,
        "gap_closed": 0.85,
        "cost": 8,
        "strain": 2,
        "open_needs": ["Behavioral"],
        "open_must_haves": ["Behavioral"],
        "single_points_of_failure": [
            {"partner": "HomeHealthX", "must_haves": ["Post-acute"]},
            {"partner": "ManageCo", "must_haves": ["Analytics", "Capital", "Care"]},
        ],
    }
    assert told["cheapest_covering_must_haves"]["set"] is None
    assert (
        "within the budget of 8; it takes a cost of 10"
        in (told["cheapest_covering_must_haves"]["sentence"])
    )


def test_text_has_a_line_for_each_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = saved(coalition(), tmp_path)
    capsys.readouterr()
    assert main.main(["partner-sets", file, "--max-partners", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("the most any covers is 70%, alone it is 0%")
    assert lines[2] == "covers   0%  cost   0  strain   0  Going alone"
    assert lines[-1] == "covers  70%  cost   6  strain   1  ManageCo"


def test_a_workshop_without_candidates_says_how_to_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = saved(Workshop([Organization(id="us", name="Us", ours=True)]), tmp_path)
    capsys.readouterr()
    assert main.main(["partner-sets", file]) == 0
    assert "No candidate is named yet" in capsys.readouterr().out


@pytest.mark.parametrize("number", ["-1", "many", "1.5"])
def test_a_limit_that_is_no_whole_number_is_refused(
    number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["partner-sets", "a.concord", "--budget", number]) == 2
    assert "--budget" in capsys.readouterr().err


def test_more_candidates_than_fit_into_memory_are_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = coalition()
    every: list[Candidate | Asset] = [*workshop.all(Candidate), *workshop.all(Asset)]
    own = [record for record in every if record.organization == "ManageCo"]
    for n in range(MOST_FREE):
        copies = [
            msgspec.structs.replace(record, id=f"{record.id}-{n}", organization=f"o{n}")
            for record in own
        ]
        workshop = workshop.put([Organization(id=f"o{n}", name=f"Org {n}"), *copies])
    assert len(workshop.of(Candidate)) > MOST_FREE
    file = saved(workshop, tmp_path)
    monkeypatch.setattr(set_proof, "MOST_SETS", 1)
    capsys.readouterr()
    assert main.main(["partner-sets", file]) == 0
    assert "does not fit into memory; rule some out" in capsys.readouterr().out
