# SPDX-License-Identifier: MIT
"""What belongs together stands together: short tables, rows of one name, a heading and its text."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest

from exports.exhibits.exhibit import Exhibit
from exports.exhibits.mirror import mirror
from exports.pdf import edition as editions
from exports.pdf.blocks import LOOK, NewPage, Rows, Space
from exports.pdf.chapters import Blocks
from exports.pdf.chapters.gaps import gaps_chapter
from exports.pdf.edition import write_pdf
from exports.pdf.setting import Block, Text, Title, bullets
from exports.pdf.style import BODY, H1, H2, HEIGHT, ITEM, WIDTH
from exports.pdf.table import Column, Group, Table, grouped
from tests.pdf.conftest import CREATED, Edition
from workshop.gaps.records import Asset, Capability, Need
from workshop.interchange.templates import sample
from workshop.prepare.records import Organization
from workshop.state import Workshop

Set = Callable[[Workshop, Callable[[Workshop], Blocks]], Edition]

COLUMNS = (Column("Name"), Column("Number", number=True))


@pytest.fixture
def set_chapter(tmp_path: Path) -> Set:
    """Give the function that prints a title page and one chapter."""

    def write(workshop: Workshop, chapter: Callable[[Workshop], Blocks]) -> Edition:
        edition = editions.Edition("A chapter", (chapter,))
        return Edition(write_pdf(workshop, tmp_path / "c.pdf", created=CREATED, edition=edition))

    return write


def of(*blocks: Block | Space) -> Callable[[Workshop], Blocks]:
    def chapter(_: Workshop) -> Iterator[Block | NewPage | Space]:
        yield NewPage(chapter=True)
        yield Title("Chapter", H1, "H1", 0)
        yield from blocks

    return chapter


def rows(count: int) -> list[list[str]]:
    return [[f"row {n}.", f"{n}"] for n in range(count)]


def pages_with(edition: Edition, text: str) -> list[int]:
    return [at for at, page in enumerate(edition.pages(), 1) if text in page]


def test_a_short_table_is_not_torn(set_chapter: Set) -> None:
    chapter = of(Space(HEIGHT - 160), Title("Short", H2, "H2", 1), Table(COLUMNS, rows(7)))
    edition = set_chapter(Workshop(), chapter)
    places = [pages_with(edition, each[0]) for each in rows(7)]
    assert places == [[3]] * 7
    assert pages_with(edition, "Short") == [3]


def test_a_long_table_uses_what_is_left_of_a_page(set_chapter: Set) -> None:
    edition = set_chapter(Workshop(), of(Space(HEIGHT - 160), Table(COLUMNS, rows(40))))
    assert pages_with(edition, "row 0.") == [2]
    assert pages_with(edition, "row 39.") == [4]


def test_what_rows_have_in_common_is_told_once_and_again_overleaf(set_chapter: Set) -> None:
    shared = [[f"group {n // 30}", f"name {n}.", f"{n}"] for n in range(60)]
    table = grouped((Column("Group"), *COLUMNS), shared)
    edition = set_chapter(Workshop(), of(table))
    told = [page.count("group 0") for page in edition.pages()]
    assert told == [0, 1, 1, 0]
    assert "group 0 (continued)" in edition.pages()[2]
    assert edition.squeezed().count("group0") == 1
    with pikepdf.open(edition.path) as pdf:
        spans = [
            int(obj.A.ColSpan)
            for obj in pdf.objects
            if isinstance(obj, pikepdf.Dictionary)
            and obj.get("/S") == "/TH"
            and "/ColSpan" in obj.A
        ]
    assert spans == [2, 2]


def test_heads_of_columns_and_of_rows_are_told_apart(set_chapter: Set) -> None:
    edition = set_chapter(
        Workshop(), of(Table(COLUMNS, rows(3)), Table(COLUMNS[::-1], [["1", "a"]]))
    )
    with pikepdf.open(edition.path) as pdf:
        heads = [
            str(obj.A.Scope)
            for obj in pdf.objects
            if isinstance(obj, pikepdf.Dictionary) and obj.get("/S") == "/TH"
        ]
    assert sorted(heads) == ["/Column"] * 4 + ["/Row"] * 3


def test_the_name_of_a_group_is_not_the_last_on_a_page(set_chapter: Set) -> None:
    for filler in range(20, 33):
        told = [*rows(filler), Group("The group."), *rows(filler + 5)[filler:]]
        edition = set_chapter(Workshop(), of(Table(COLUMNS, told)))
        assert pages_with(edition, "The group.")[:1] == pages_with(edition, f"row {filler}.")


def test_a_long_note_stands_below_its_row_and_not_in_a_narrow_column(set_chapter: Set) -> None:
    note = " ".join(f"word{n}." for n in range(2000))
    told = [["before.", "–"], ["this row.", note], ["after.", "–"]]
    edition = set_chapter(Workshop(), of(Table((Column("Name"), Column("Remark")), told)))
    assert pages_with(edition, "this row.") == pages_with(edition, "below") == [2]
    assert "before.–thisrow.Remarkword0." in edition.squeezed()
    assert "word1999.after.–" in edition.squeezed()
    assert edition.report.pages <= 6


def test_few_rows_with_much_in_common_stay_as_they_are() -> None:
    table = grouped((Column("Group"), *COLUMNS), [["a", "b", "1"], ["c", "d", "2"]])
    assert [column.title for column in table.columns] == ["Group", "Name", "Number"]


def test_a_capability_is_named_once_above_those_who_hold_it(set_chapter: Set) -> None:
    workshop = Workshop(
        [
            Capability(id="c", name="Night nurses"),
            Need(id="n", capability="c", needed_level=3),
            *(Organization(id=f"o{n}", name=f"Clinic {n}") for n in range(9)),
            *(Asset(id=f"a{n}", organization=f"o{n}", capability="c", level=2) for n in range(9)),
        ]
    )
    text = set_chapter(workshop, gaps_chapter).squeezed()
    held = text[text.index("Whateachorganizationholds") :]
    assert held.count("Nightnurses") == 1
    assert all(f"Clinic{n}" in held for n in range(9))


def test_an_exhibit_of_rows_fills_the_page_and_goes_on_overleaf(set_chapter: Set) -> None:
    workshop = sample()
    partner = next(o.id for o in workshop.all(Organization) if o.name == "HomeBridge")
    whole = mirror(workshop, partner, LOOK, (WIDTH, 5000.0)).areas
    asked: list[int] = []

    def make(high: float, first: int) -> Exhibit:
        asked.append(first)
        return mirror(workshop, partner, LOOK, (WIDTH, high), first=first)

    edition = set_chapter(workshop, of(Space(HEIGHT - 300), Rows(make, "reflection")))
    text = edition.squeezed()
    assert edition.report.pages == 3
    assert 0 < max(asked) < len(whole)
    with pikepdf.open(edition.path) as pdf:
        alt = " ".join(
            str(obj.Alt)
            for obj in pdf.objects
            if isinstance(obj, pikepdf.Dictionary) and obj.get("/S") == "/Figure"
        )
    assert all(area.text in alt for area in whole)
    assert text.count("Inwords") == 2


def test_no_item_of_a_list_is_left_alone(set_chapter: Set) -> None:
    items = [f"item {n}." for n in range(6)]
    for room in range(20, 140, 6):
        chapter = of(Space(HEIGHT - room - 40), *bullets(items, ITEM))
        pages = set_chapter(Workshop(), chapter).pages()
        counts = [sum(item in page for item in items) for page in pages]
        assert sum(counts) == 6
        assert 1 not in counts


def test_a_lead_stands_with_what_follows(set_chapter: Set) -> None:
    for gap in range(40, 120, 8):
        lead = Text("The lead of what comes. " * 12, BODY, leads=True)
        table = Table(COLUMNS, rows(3))
        edition = set_chapter(Workshop(), of(Space(HEIGHT - gap - 40), lead, table))
        assert pages_with(edition, "The lead")[-1:] == pages_with(edition, "row 0.")
