# SPDX-License-Identifier: MIT
"""No board the room can see holds anything that was given under seal."""

import pytest
from reportlab.graphics import shapes

from exports.exhibits.boards import BOARDS, draw_board
from exports.exhibits.exhibit import Exhibit, Look
from resources.theme import LIGHT
from tests.pages.deals import CANARY, deal, sealed
from workshop.audience import public_view
from workshop.deal.package_edits import put_on_table
from workshop.deal.packages import analyze
from workshop.deal.packages_problem import problem_of
from workshop.state import Workshop

SECRETS = (CANARY, "37.1", "62.8", "61.3", "38.6", "32.1", "29.6", "0.32", "0.29")


def whole() -> Workshop:
    workshop = deal().put(sealed())
    return put_on_table(workshop, analyze(problem_of(workshop)))


def texts(shape: object) -> list[str]:
    if isinstance(shape, shapes.String):
        return [shape.text]
    return [text for each in getattr(shape, "contents", ()) for text in texts(each)]


def all_words(exhibit: Exhibit) -> str:
    areas = [f"{area.role} {area.id} {area.text}" for area in exhibit.areas]
    return "\n".join(
        [exhibit.title, exhibit.subtitle, exhibit.alt, *areas, *texts(exhibit.drawing)]
    )


@pytest.mark.parametrize("board", sorted(BOARDS))
def test_a_board_of_the_public_view_tells_no_secret(board: str) -> None:
    public = public_view(whole())
    first = draw_board(board, public, Look(LIGHT, 30), (1800, 800))
    pages = [draw_board(board, public, Look(LIGHT, 30), (1800, 800), n) for n in range(first.pages)]
    said = "\n".join(all_words(page) for page in pages)
    assert said.strip()
    assert not [secret for secret in SECRETS if secret in said]


def test_the_public_view_has_no_record_under_seal() -> None:
    workshop = whole()
    assert any(kind.sealed for kind in workshop.kinds())
    public = public_view(workshop)
    assert not any(kind.sealed for kind in public.kinds())
    assert CANARY not in repr([*public.records()])
