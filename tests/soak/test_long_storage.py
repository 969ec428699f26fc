# SPDX-License-Identifier: MIT
"""The trials of the workshop file at the length at which rare faults show."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.storage.damage import flip_bits
from tests.storage.kills import kill_many_times
from tests.workshop.machine import WorkshopMachine

pytestmark = pytest.mark.soak


@pytest.mark.parametrize("seed", range(100, 120))
def test_two_thousand_kills(tmp_path: Path, seed: int) -> None:
    kill_many_times(tmp_path / "killed.concord", 100, seed)


@pytest.mark.parametrize("seed", range(100, 110))
def test_twenty_thousand_flips(tmp_path: Path, seed: int) -> None:
    refused, whole = flip_bits(tmp_path / "flipped.concord", 2000, seed, steps=60)
    assert refused > 1000
    assert whole > refused // 2


class Morning(WorkshopMachine):
    """The same machine, for long days; in four parts, so that none takes an hour."""


class Noon(WorkshopMachine):
    """The second part."""


class Afternoon(WorkshopMachine):
    """The third part."""


class Evening(WorkshopMachine):
    """The last part."""


LONG = settings(
    max_examples=1250,
    stateful_step_count=100,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestMorning, TestNoon = Morning.TestCase, Noon.TestCase
TestAfternoon, TestEvening = Afternoon.TestCase, Evening.TestCase
TestMorning.settings = TestNoon.settings = TestAfternoon.settings = TestEvening.settings = LONG
