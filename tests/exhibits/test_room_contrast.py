# SPDX-License-Identifier: MIT
"""Whatever the room reads, on paper or on a filled shape, has a contrast of 7 to 1 (WCAG AAA)."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from reportlab.graphics import shapes

from exports.exhibits.boards import BOARDS, BOARDS_ABOUT, draw_board
from exports.exhibits.contrast import contrast
from exports.exhibits.exhibit import Look
from resources.theme import DARK, LIGHT, Theme, for_room
from workshop.audience import public_view
from workshop.gaps.records import Need
from workshop.interchange.templates import sample
from workshop.room.records import AgreementRound

SIZE, TEXT = (1801.0, 799.0), 43.2
LEAST = 7.0


class Fill(NamedTuple):
    left: float
    low: float
    right: float
    high: float
    color: str


def flat(group: shapes.Group) -> Iterator[shapes.Shape]:
    for each in group.contents:
        if isinstance(each, shapes.Group):
            yield from flat(each)
        else:
            yield each


def color_of(each: Any) -> str:
    return f"#{each.fillColor.hexval()[2:]}" if each.fillColor is not None else ""


def too_faint(drawing: shapes.Drawing, theme: Theme) -> Iterator[str]:
    fills: list[Fill] = []
    for each in flat(drawing):
        if isinstance(each, shapes.Rect) and color_of(each):
            right, high = each.x + each.width, each.y + each.height
            fills.append(Fill(each.x, each.y, right, high, color_of(each)))
        elif isinstance(each, shapes.Circle) and color_of(each):
            x, y, r = each.cx, each.cy, each.r
            fills.append(Fill(x - r, y - r, x + r, y + r, color_of(each)))
        elif isinstance(each, shapes.String):
            x, y = each.x, each.y + TEXT / 4
            over = [f for f in fills if f.left <= x <= f.right and f.low <= y <= f.high]
            ground = over[-1].color if over else theme.paper
            if contrast(color_of(each), ground) < LEAST:
                yield f"{each.text}: {color_of(each)} on {ground}"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_board_of_the_sample_can_be_read_from_the_back_row(theme: Theme) -> None:
    public, look = public_view(sample()), Look(for_room(theme), TEXT)
    shown = [(key, "") for key in BOARDS]
    shown += [("agreement", id) for id in public.of(AgreementRound)]
    shown += [("sourcing", id) for id in public.of(Need)]
    assert {"agreement", "sourcing"} <= set(BOARDS_ABOUT)
    faint = {
        f"{key}: {words}"
        for key, about in shown
        for page in (0, 1)
        for words in too_faint(draw_board(key, public, look, SIZE, page, about).drawing, look.theme)
    }
    assert faint == set()
