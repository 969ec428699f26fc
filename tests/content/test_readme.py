# SPDX-License-Identifier: MIT
"""What the README tells people to type is understood, and what it links to is there."""

import re

import pytest

import main
from resources.paths import ROOT
from workshop.interchange.templates import templates

TOP = ROOT.parent
TEXT = (TOP / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    [word for word in line.split("  ")[0].split() if word]
    for line in re.findall(r"^python main\.py (.+)$", TEXT, re.MULTILINE)
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_in_the_readme_is_one_the_app_understands(words: list[str]) -> None:
    given = ["open", *words] if words[0] == "FILE" else words
    assert callable(main._parser(main._COMMANDS).parse_args(given).command)


def test_the_readme_shows_each_headless_command() -> None:
    assert {words[0] for words in COMMANDS} - {"FILE"} == set(main._COMMANDS) - {"open"}


def test_the_readme_names_the_templates() -> None:
    assert all(template.key in TEXT for template in templates())


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_to_files_of_the_project_lead_somewhere(name: str) -> None:
    text = (TOP / name).read_text(encoding="utf-8")
    for target in re.findall(r"(?<!!)\[[^\]]*\]\((?!https?:)([^)]+)\)", text):
        assert (TOP / target).exists(), target
