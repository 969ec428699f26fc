# SPDX-License-Identifier: MIT
"""Words that belong to health care live in templates and the sample, never in code."""

import re
from pathlib import Path

import pytest

from resources.paths import ROOT, TEMPLATES

FLOORS = ("workshop", "exports", "widgets", "resources")
HEALTH_CARE = re.compile(
    r"\b(patients?|acos?|clinics?|clinical|hospitals?|medicare|medicaid|nurses?|physicians?)\b",
    re.IGNORECASE,
)
BRITISH = re.compile(
    r"\b(organis\w+|recognis\w+|colour\w*|favour\w*|behaviour\w*|programmes?|centres?"
    r"|licences?|judgements?|labelled|analysed)\b",
    re.IGNORECASE,
)
CODE = sorted(path for floor in FLOORS for path in (ROOT.parent / floor).rglob("*.py"))


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT.parent)))
def test_no_module_speaks_of_health_care(path: Path) -> None:
    found = HEALTH_CARE.findall(path.read_text(encoding="utf-8"))
    assert not found, f"{path.name} says {found[0]!r}; such words belong into a template"


@pytest.mark.parametrize("key", ["blank", "research_consortium", "charity_coalition"])
def test_no_other_template_speaks_of_health_care(key: str) -> None:
    assert not HEALTH_CARE.search((TEMPLATES / f"{key}.json").read_text(encoding="utf-8"))


def test_the_guards_would_notice() -> None:
    assert HEALTH_CARE.search("Every Patient has one plan")
    assert not HEALTH_CARE.search("patience")
    assert BRITISH.search("our favourite organisation")
    assert not BRITISH.search("our favorite organization")


@pytest.mark.parametrize(
    "path",
    sorted([*ROOT.glob("help/*.md"), *TEMPLATES.glob("*.json"), *ROOT.glob("samples/*.json")]),
    ids=lambda path: path.name,
)
def test_what_people_read_is_in_american_spelling(path: Path) -> None:
    found = BRITISH.search(path.read_text(encoding="utf-8"))
    assert not found, f"{path.name} says {found and found.group()!r}"
