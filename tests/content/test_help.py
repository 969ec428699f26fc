# SPDX-License-Identifier: MIT
"""The help pages: all of them are reachable, plain Markdown, and true of the app."""

import re
from pathlib import Path

import pytest

from resources.paths import ROOT
from widgets.actions import VERBS
from workshop.path.stages import PATH
from workshop.room.scales import SCALES

HELP = ROOT / "help"
PAGES = sorted(HELP.glob("*.md"))


def test_the_pages_are_numbered_in_reading_order_and_each_has_a_title_of_its_own() -> None:
    assert [int(page.name.split("-")[0]) for page in PAGES] == list(range(1, len(PAGES) + 1))
    titles = [page.read_text(encoding="utf-8").splitlines()[0] for page in PAGES]
    assert len(set(titles)) == len(PAGES)
    assert all(title.startswith("# ") for title in titles)


def test_a_page_that_another_names_in_italics_exists() -> None:
    titles = {page.read_text(encoding="utf-8").splitlines()[0][2:] for page in PAGES}
    named = {
        title
        for page in PAGES
        for title in re.findall(r"See \*([^*]+)\*", page.read_text(encoding="utf-8"))
    }
    assert named
    assert named <= titles


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_plain_markdown(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"<[a-zA-Z/!]|!\[|&\w+;|https?://", text)
    assert "!" not in text
    assert text.endswith("\n")
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1


def test_every_key_on_the_keyboard_page_is_a_key_of_the_app() -> None:
    text = (HELP / "3-keyboard.md").read_text(encoding="utf-8")
    known = {keys for verb in VERBS for keys in verb.shortcuts}
    told = re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)
    assert len(told) >= 20
    assert set(told) <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_keys_named_on_other_pages_are_keys_of_the_app(page: Path) -> None:
    known = {keys for verb in VERBS for keys in verb.shortcuts}
    named = re.findall(
        r"\b(?:Ctrl|Alt|Shift)\+[\w+]*\w|\bF\d{1,2}\b", page.read_text(encoding="utf-8")
    )
    assert {keys for keys in named if keys not in known} == set()


def test_the_path_page_asks_the_questions_of_the_stages() -> None:
    text = (HELP / "2-path.md").read_text(encoding="utf-8")
    for stage in PATH:
        assert f"| {stage.number} {stage.title} | {stage.question} |" in text


def test_the_agreement_page_words_the_scales_as_the_app_does() -> None:
    text = (HELP / "5-agreement.md").read_text(encoding="utf-8")
    for scale in SCALES.values():
        for choice in scale.choices:
            assert re.search(rf"^\| {choice.value}[^|]* \| {choice.label} \|", text, re.MULTILINE)
