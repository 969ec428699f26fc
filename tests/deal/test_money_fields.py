# SPDX-License-Identifier: MIT
"""Money is typed and shown in whole units and kept in cents."""

import pytest

from workshop.deal.records import ManagementPlan
from workshop.interchange.cells import CellError, understand
from workshop.interchange.sheet import Cell
from workshop.record import field
from workshop.why import amount

BUDGET = field(ManagementPlan, "budget")


@pytest.mark.parametrize(
    ("cell", "cents"),
    [("12,500", 1_250_000), ("$0.29", 29), (19.99, 1999), ("1.005", 101), ("", None), ("?", None)],
)
def test_an_amount_is_read_to_the_cent(cell: Cell, cents: int | None) -> None:
    assert BUDGET.kind == "money"
    assert understand(BUDGET, cell) == cents


def test_too_much_money_is_refused() -> None:
    with pytest.raises(CellError, match="too much money"):
        understand(BUDGET, 1e15)


def test_cents_are_shown_only_where_there_are_any() -> None:
    assert [amount(each) for each in (1_250_000, 29, -150, None)] == [
        "12,500",
        "0.29",
        "-1.50",
        "unknown",
    ]
