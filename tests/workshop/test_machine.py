# SPDX-License-Identifier: MIT
"""Whatever is done in whatever order, the workshop is what it should be, also after a crash."""

from hypothesis import HealthCheck, settings

from tests.workshop.machine import WorkshopMachine

TestWorkshop = WorkshopMachine.TestCase
TestWorkshop.settings = settings(
    max_examples=50,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
