# SPDX-License-Identifier: MIT
"""Measuring a network from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

import main
from tests.partners.networks import o8, tie
from workshop.interchange.into_file import make_file
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "network.concord"
    extra = [
        tie("Hosp-IPA", "referral", strength=2, directed=True),
        tie("Hosp-ManageCo", "referral", strength=4, directed=True),
        tie("ManageCo-Hosp", "referral", strength=4, directed=True),
    ]
    make_file(made, o8().put(extra), "Begin")
    return made


def measured(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    assert main.main(["metrics", *map(str, arguments), "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_json_holds_every_measure(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = measured(capsys, path, "--relation", "contract", "--group", "sector")
    assert (found["organizations"], found["ties"]) == (7, 8)
    assert found["density"] == pytest.approx(0.3810, abs=5e-5)
    assert found["centralization"] == pytest.approx(0.4)
    assert (found["components"], found["isolates"], found["max_core"]) == (1, 0, 2)
    assert sorted(found["cut_points"]) == ["Hosp", "IPA", "ManageCo"]
    assert found["bridges"] == [["DataWorks", "ManageCo"], ["HomeHealth", "Hosp"]]
    assert found["betweenness"]["IPA"] == pytest.approx(0.5333, abs=5e-5)
    assert found["constraint"]["Clinic1"] == pytest.approx(0.9531, abs=5e-5)
    assert found["effective_size"]["Hosp"] == pytest.approx(2.3333, abs=5e-5)
    assert found["ei_index"] == pytest.approx(-0.25)
    assert found["reciprocity"] is None


def test_filters_and_direction(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    referral = measured(capsys, path, "--relation", "referral", "--directed")
    assert referral["ties"] == 3
    assert referral["reciprocity"] == pytest.approx(2 / 3)
    strong = measured(capsys, path, "--relation", "referral", "--min-strength", 3)
    assert strong["ties"] == 1
    assert strong["constraint"]["IPA"] is None
    assert strong["ei_index"] is None


def test_a_field_goes_by_the_name_of_its_column_too(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measured(capsys, path, "--group", "agency_level")["ei_index"] is not None


def test_small_measures_show_their_digits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    many = [Organization(id=f"o{n}", name=f"Org {n}") for n in range(60)]
    made = tmp_path / "thin.concord"
    make_file(
        made, Workshop(many).put([Tie(id="t", source="o0", target="o1", relation="contract")]), "B"
    )
    assert main.main(["metrics", str(made)]) == 0
    density = next(line for line in capsys.readouterr().out.splitlines() if line[:7] == "Density")
    assert density.split()[1:] == ["0.00056"]


def test_the_table_is_for_reading(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["metrics", str(path), "--group", "sector"]) == 0
    table = capsys.readouterr().out
    assert "Overall  contract  referral" in table
    assert "Cut points: Hosp, IPA, ManageCo" in table
    assert "E-I index by sector: -0.25" in table
    assert "– Reciprocity: Ties are counted without direction." in table
    assert main.main(["metrics", str(path), "--relation", "contract"]) == 0
    alone = capsys.readouterr().out
    assert "Overall" not in alone
    assert "E-I" not in alone
    assert main.main(["metrics", str(path), "--group", "ownership"]) == 0
    assert "E-I index by ownership: –" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--relation", "friendship"], "There is no relation “friendship”"),
        (["--group", "color"], "Organizations cannot be grouped by “color”"),
        (["--min-strength", "much"], "invalid float value"),
    ],
)
def test_what_is_unknown_is_refused_in_a_sentence(
    path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main.main(["metrics", str(path), *arguments]) == main.REFUSED
    assert words in capsys.readouterr().err
