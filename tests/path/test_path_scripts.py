# SPDX-License-Identifier: MIT
"""The path: seven stages whose every step has a script worth reading aloud."""

import re

import pytest

from workshop.path.stages import PATH, STEPS, stage_of
from workshop.path.step import PathStep

STEP_LIST = list(STEPS.values())


def test_there_are_seven_stages_in_their_order() -> None:
    assert [stage.number for stage in PATH] == list(range(1, 8))
    assert [stage.title for stage in PATH] == [
        "Prepare",
        "Future state",
        "Assets & gaps",
        "Partners",
        "The deal",
        "Manage & improve",
        "Summary",
    ]
    assert len(STEPS) == sum(len(stage.steps) for stage in PATH)


def test_a_step_knows_its_stage() -> None:
    assert stage_of("gaps.map").title == "Assets & gaps"
    assert all(key.startswith(stage_of(key).key + ".") for key in STEPS)
    with pytest.raises(KeyError):
        stage_of("nowhere")


@pytest.mark.parametrize("step", STEP_LIST, ids=lambda step: step.key)
def test_every_step_has_a_whole_script(step: PathStep) -> None:
    for text in (step.ask, step.listen_for, step.if_it_stalls):
        assert text[0].isupper() or text[0] == "“"
        assert text.endswith((".", "?", "”"))
        assert 25 <= len(text) <= 330, "short enough to take in at a glance"
        assert "!" not in text
        assert "  " not in text
    assert step.question.endswith("?")
    assert "?" in step.ask or ":" in step.ask or "." in step.ask
    assert 5 <= step.minutes <= 60
    assert step.title
    assert step.captures
    assert not step.captures.endswith(".")


def test_no_two_steps_share_their_words() -> None:
    words = [text for step in STEP_LIST for text in (step.ask, step.listen_for, step.if_it_stalls)]
    assert len(set(words)) == len(words)


def test_keys_are_fit_for_files_and_names() -> None:
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", key) for key in STEPS)
