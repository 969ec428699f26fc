# SPDX-License-Identifier: MIT
"""Whatever the app has shown as saved is there after the process was killed."""

from pathlib import Path

import pytest

from tests.storage.kills import (
    assert_all_there,
    kill_many_times,
    new_file,
    type_and_abort,
    type_until_it_dies,
)


@pytest.mark.parametrize("seed", range(2))
def test_kill_at_random_moments(tmp_path: Path, seed: int) -> None:
    kill_many_times(tmp_path / "killed.concord", 25, seed)


def test_kill_before_and_after_each_call_of_a_save(tmp_path: Path) -> None:
    steps = 0
    path = new_file(tmp_path / "killed.concord")
    for die_at in range(10, 46):
        saved = type_until_it_dies(path, die_at)
        steps = assert_all_there(path, max(saved, steps))
    assert steps > 3


@pytest.mark.parametrize("where", ["window", "worker"])
def test_native_code_that_gives_up_costs_nothing_that_was_saved(tmp_path: Path, where: str) -> None:
    path = new_file(tmp_path / "aborted.concord")
    for _ in range(2):
        assert_all_there(path, type_and_abort(path, where))
