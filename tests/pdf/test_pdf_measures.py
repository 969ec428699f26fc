# SPDX-License-Identifier: MIT
"""How we will know: each measure in a sentence below its statement, and unknown is never zero."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.pdf.conftest import Edition, squeeze
from workshop.future_state.records import Measure, Statement
from workshop.state import Workshop

Make = Callable[[Workshop], Edition]


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({}, "Visits: not known today, no target yet."),
        ({"unit": "a year"}, "Visits (a year): not known today, no target yet."),
        ({"unit": "%", "baseline": 0.0}, "Visits: 0%, no target yet."),
        ({"unit": "%", "target": 70.0}, "Visits: not known today, to be 70%."),
        (
            {
                "unit": "patients",
                "baseline": 9400.0,
                "baseline_date": date(2026, 12, 1),
                "target": 24000.0,
                "target_date": date(2029, 12, 31),
                "who_measures": "Finance office",
                "source": "Rosters",
                "frequency": "Quarterly",
            },
            "Visits: 9,400 patients in Dec 2026, to be 24,000 patients by Dec 2029."
            "Measured by Finance office · Rosters · Quarterly",
        ),
        (
            {"baseline_date": date(2026, 3, 1), "target_date": date(2027, 1, 1)},
            "Visits: not known today, no target yet for Jan 2027.",
        ),
        (
            {"direction": "hold", "baseline": 7.0, "target_date": date(2027, 1, 1)},
            "Visits: 7, no target yet for Jan 2027.",
        ),
        (
            {
                "direction": "hold",
                "baseline": 7.0,
                "target": 7.0,
                "target_date": date(2030, 3, 31),
                "source": "Payroll",
            },
            "Visits: 7, to stay at 7 until Mar 2030.Payroll",
        ),
    ],
)
def test_a_measure_is_a_sentence(make: Make, known: dict[str, Any], told: str) -> None:
    statement = Statement(id="s", dimension="Quality", text_to="Everyone is seen")
    measure = Measure(id="m", name="Visits", statement="s", **known)
    text = make(Workshop([statement, measure])).squeezed()
    assert squeeze(f"Everyone is seen How we will know {told} For both") in text
