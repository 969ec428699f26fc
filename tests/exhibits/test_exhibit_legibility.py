# SPDX-License-Identifier: MIT
"""Whatever the workshop and wherever it is shown, every text can be read and stands alone."""

from collections.abc import Callable
from functools import partial

import pytest
from reportlab.graphics.shapes import Drawing

from exports.exhibits.agenda import agenda
from exports.exhibits.agreement_bar import agreement_bar
from exports.exhibits.coverage_bar import coverage_bar
from exports.exhibits.even_overs import even_overs
from exports.exhibits.exhibit import Area, Exhibit, Look, Size
from exports.exhibits.gap_map import gap_map
from exports.exhibits.holdings import holdings_board
from exports.exhibits.measures import measures
from exports.exhibits.needs import needs
from exports.exhibits.reservations import reservations
from exports.exhibits.scan_map import scan_map
from exports.exhibits.sourcing_ladder import sourcing_ladder
from exports.exhibits.vision import vision
from resources.theme import LIGHT
from tests.exhibits.reading import crossings, texts
from tests.exhibits.workshops import foreign, many, ordinary
from workshop.gaps.records import Need
from workshop.record import Record
from workshop.room.records import AgreementRound
from workshop.state import Workshop

Draw = Callable[[Workshop, Look, Size, int], Exhibit]


def _of_first(draw: Callable[..., Exhibit], kind: type[Record]) -> Draw:
    def of_first(workshop: Workshop, look: Look, size: Size, page: int) -> Exhibit:
        return draw(workshop, min(workshop.of(kind)), look, size, page)

    return of_first


WHOLE: dict[str, Draw] = {
    "agenda": agenda,
    "coverage_bar": coverage_bar,
    "even_overs": even_overs,
    "gap_map": gap_map,
    "holdings": holdings_board,
    "measures": measures,
    "needs": needs,
    "scan_map": scan_map,
    "vision": vision,
}
OF_ONE: dict[str, Draw] = {
    "agreement_bar": _of_first(agreement_bar, AgreementRound),
    "reservations": _of_first(reservations, AgreementRound),
    "sourcing_ladder": _of_first(sourcing_ladder, Need),
}
WORKSHOPS = {"ordinary": ordinary, "foreign": foreign, "many": many, "empty": Workshop}
SURFACES: dict[str, tuple[Size, float]] = {
    "small card": ((560, 300), 12.5),
    "card": ((840, 500), 13),
    "wide card": ((1200, 700), 13),
    "room": ((1801, 799), 43.2),
    "small room": ((1280, 560), 28.5),
    "pdf": ((482, 600), 9),
}
CASES = [
    pytest.param(draw, workshop, surface, id=f"{name}-{kind}-{surface}")
    for kind, workshop in WORKSHOPS.items()
    for name, draw in (WHOLE if kind == "empty" else WHOLE | OF_ONE).items()
    for surface in SURFACES
]


@pytest.mark.parametrize(("draw", "workshop", "surface"), CASES)
def test_texts_are_large_enough_apart_and_inside(
    draw: Draw, workshop: Callable[[], Workshop], surface: str
) -> None:
    size, text = SURFACES[surface]
    first = draw(workshop(), Look(LIGHT, text), size, 0)
    for page in {0, first.pages // 2, first.pages - 1}:
        exhibit = draw(workshop(), Look(LIGHT, text), size, page)
        drawing, found = exhibit.drawing, texts(exhibit.drawing)
        assert found
        assert drawing.width == size[0]
        assert drawing.height <= size[1]
        assert [each for each in found if each.size < text] == []
        assert [each for each in found if not _inside(each[2:], drawing)] == []
        assert crossings(found) == []
        assert [each for each in exhibit.areas if not _inside(_box(each), drawing)] == []
        assert exhibit.title
        assert exhibit.alt


def _box(area: Area) -> tuple[float, float, float, float]:
    return area.x, area.y, area.x + area.width, area.y + area.height


def _inside(box: tuple[float, float, float, float], drawing: Drawing) -> bool:
    left, top, right, bottom = box
    wide, high = drawing.width + 0.5, drawing.height + 0.5
    return left >= -0.5 and top >= -0.5 and right <= wide and bottom <= high


@pytest.mark.parametrize(
    ("draw", "role", "count"),
    [
        (gap_map, "row", 300),
        (holdings_board, "row", 300),
        (needs, "need", 300),
        (scan_map, "factor", 60),
        (vision, "statement", 60),
        (measures, "measure", 60),
        (agenda, "block", 60),
    ],
)
@pytest.mark.parametrize("surface", SURFACES)
def test_the_pages_together_show_every_record_once(
    draw: Draw, role: str, count: int, surface: str
) -> None:
    size, text = SURFACES[surface]
    turn = partial(draw, many(), Look(LIGHT, text), size)
    pages = turn(0).pages
    shown = [area.id for page in range(pages) for area in turn(page).areas if area.role == role]
    assert len(shown) == len(set(shown)) == count
    assert turn(pages + 5).areas == turn(pages - 1).areas
