# SPDX-License-Identifier: MIT
"""The edition as a reader, a viewer and a screen reader meet it."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from exports.pdf.edition import write_pdf
from resources.paths import SAMPLES
from tests.large import large_workshop
from tests.pdf.conftest import CREATED, Edition, instructions, squeeze
from workshop.gaps.records import Asset, Capability, Need
from workshop.interchange.json_file import read_json
from workshop.prepare.records import DETAILS_ID, Details, Organization, Participant
from workshop.room.records import AgreementRound, Ballot, Reservation
from workshop.state import Workshop

Make = Callable[[Workshop], Edition]
SAMPLE = SAMPLES / "cedar_valley.json"


@pytest.fixture
def sample(make: Make) -> Edition:
    return make(read_json(SAMPLE))


def test_an_empty_workshop_gives_a_short_decent_edition(make: Make) -> None:
    edition = make(Workshop())
    text = "\n".join(edition.pages())
    assert edition.report.pages == 2
    assert "Workshop without a title" in text
    assert "Not captured yet: statements, needs, sourcing choices" in text
    assert "Contents" not in text


def test_the_sample_says_what_was_agreed_and_who_objects(sample: Edition) -> None:
    text = sample.squeezed()
    for sentence in (
        "Cedar Valley ACO retreat",
        "In one page",
        "“We lose our own analysts within a year.”",
        "No hiring of each other’s staff for two years, and all models handed over at exit.",
        "Karin Lindqvist, Cedar Valley ACO · voted 7 · recorded",
        "The four questions lead to “Redefine the need, or a joint venture”",
    ):
        assert squeeze(sentence) in text


def test_the_summary_is_one_page(sample: Edition, make: Make) -> None:
    for edition in (sample, make(large_workshop(20, 20, 20, 30, 30, 30, note_words=500))):
        starts = [entry.page for entry in edition.report.outline if entry.level == 0]
        assert starts[1] == starts[0] + 1


def test_every_page_tells_its_number_and_what_it_is(sample: Edition) -> None:
    pages = sample.pages()
    assert len(pages) == sample.report.pages
    for number, text in enumerate(pages, 1):
        assert f"{number} of {len(pages)}" in text
        assert "Participant edition. Confidential notes are not in this file." in text
        assert ("Cedar Valley ACO retreat (fictional sample)\n" in text) or number == 1


def test_the_contents_lead_to_the_pages_they_name(sample: Edition) -> None:
    chapters = {e.text: e.page for e in sample.report.outline if e.level == 0}
    with pikepdf.open(sample.path) as pdf:
        numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages, 1)}
        contents = [link for page in list(pdf.pages)[1:3] for link in _links(page)]
        links = {str(link.Contents): numbers[link.Dest[0].objgen] for link in contents}
    assert links
    for text, page in chapters.items():
        assert links[f"{text}, page {page}"] == page
        assert squeeze(text) in squeeze(sample.pages()[page - 1])


def _links(page: pikepdf.Page) -> list[Any]:
    return [each for each in page.obj.get("/Annots", ()) if each.Subtype == "/Link"]


def test_bookmarks_are_the_outline_of_the_report(sample: Edition) -> None:
    assert sample.bookmarks() == [entry.text for entry in sample.report.outline]
    assert "The partner network" in sample.bookmarks()


def test_the_views_of_the_network_are_printed_with_their_findings(sample: Edition) -> None:
    outline = sample.bookmarks()
    assert "Conversations to have" in outline
    assert any(title.startswith("By 31 March 2030 ") for title in outline)
    assert any(title.endswith(" of what a year should bring") for title in outline)
    assert any(" of the say" in title for title in outline)


def test_title_and_language_are_set_and_shown(sample: Edition) -> None:
    with pikepdf.open(sample.path) as pdf:
        assert str(pdf.Root.Lang) == "en-US"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        title = "Cedar Valley ACO retreat (fictional sample) – What we agreed"
        assert str(pdf.docinfo.Title) == title
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == title


def test_all_fonts_are_embedded(sample: Edition) -> None:
    with pikepdf.open(sample.path) as pdf:
        fonts = [obj for obj in pdf.objects if _is(obj, "/Font")]
        assert fonts
        for font in fonts:
            assert "/FontFile2" in font.FontDescriptor
            assert "NotoSans" in str(font.BaseFont)


def _is(obj: Any, kind: str) -> bool:
    return isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == kind


def test_every_mark_belongs_to_the_tree_and_figures_have_words(sample: Edition) -> None:
    with pikepdf.open(sample.path) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        elements = [obj for obj in pdf.objects if _is(obj, "/StructElem")]
        roles = {str(each.S) for each in elements}
        assert roles >= {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Figure"}
        figures = [each for each in elements if each.S == "/Figure"]
        assert all(str(each.Alt).strip() for each in figures)
        for each in figures:
            left, low, right, high = map(float, each.A.BBox)
            assert 0 < left < right <= 612
            assert 0 < low < high <= 792
        for page in pdf.pages:
            _check_marks(page)


def test_no_level_of_heading_is_passed_over(sample: Edition) -> None:
    with pikepdf.open(sample.path) as pdf:
        levels = list(_heading_levels(pdf.Root.StructTreeRoot))
    assert levels[0] == 1
    assert set(levels) == {1, 2, 3}
    for above, below in pairwise(levels):
        assert below <= above + 1


def _heading_levels(element: Any) -> Iterator[int]:
    kids = element.get("/K", ())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            if re.fullmatch("/H[1-6]", str(kid.S)):
                yield int(str(kid.S)[2:])
            yield from _heading_levels(kid)


def _check_marks(page: pikepdf.Page) -> None:
    depth = 0
    for operands, operator in instructions(page):
        if operator in ("BDC", "BMC"):
            assert depth == 0
            depth += 1
        elif operator == "EMC":
            depth -= 1
        elif operator in ("Tj", "S", "f", "B"):
            assert depth == 1, f"{operator} {operands} is outside of any element"


def test_no_heading_is_the_last_thing_on_a_page(make: Make) -> None:
    edition = make(large_workshop(30, 30, 30, 40, 60, 12, note_words=200))
    with pikepdf.open(edition.path) as pdf:
        owners = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        for at in range(len(pdf.pages)):
            page_owners = owners[2 * at + 1]
            assert str(page_owners[-1].S) not in ("/H1", "/H2", "/H3")


def test_the_same_input_gives_the_same_bytes(sample: Edition, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    code = (
        "import sys; from pathlib import Path; from exports.pdf.edition import write_pdf;"
        "from workshop.interchange.json_file import read_json;"
        "from tests.pdf.conftest import CREATED;"
        "write_pdf(read_json(Path(sys.argv[1])), Path(sys.argv[2]), created=CREATED)"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code, SAMPLE, other], check=True, cwd=root)
    assert other.read_bytes() == sample.data


def test_long_names_and_many_rows_stay_on_the_page(make: Make) -> None:
    edition = make(large_workshop(note_words=3000))
    assert edition.report.pages > 200
    pdf = pypdfium2.PdfDocument(edition.path)
    try:
        for number in range(0, len(pdf), 7):
            page = pdf[number].get_textpage()
            for at in range(0, page.count_chars(), 5):
                left, bottom, right, top = page.get_charbox(at)
                assert left > 40
                assert right < 572
                assert bottom > 25
                assert top < 760
    finally:
        pdf.close()


def test_a_text_of_a_hundred_thousand_words_is_printed_to_its_end(make: Make) -> None:
    words = " ".join(f"w{n}" for n in range(100_000))
    edition = make(Workshop([Details(id=DETAILS_ID, purpose=words)]))
    text = edition.squeezed()
    assert "w0w1w2" in text
    assert "w99998w99999" in text


def test_a_cell_higher_than_a_page_is_split(make: Make) -> None:
    lines = "\n".join(f"line number {n}." for n in range(3000))
    edition = make(
        Workshop(
            [
                Organization(id="o", name="Us", ours=True),
                Capability(id="c", name="Care"),
                Need(id="n", capability="c", needed_level=3),
                Asset(id="a", organization="o", capability="c", level=1, evidence=lines),
            ]
        )
    )
    text = edition.squeezed()
    assert all(f"linenumber{n}." in text for n in range(3000))


def test_an_anonymous_round_names_nobody(make: Make) -> None:
    people = [Participant(id=f"p{n}", name=f"Person {n}", organization="o") for n in range(5)]
    edition = make(
        Workshop(
            [
                Organization(id="o", name="Lonely Org"),
                *people,
                AgreementRound(id="r", question="Do we agree?", anonymous=True),
                *(Ballot(id=f"b{n}", round="r", participant=f"p{n}", value=n) for n in range(5)),
                Reservation(id="x", round="r", participant="p1", value=1, reason="Too soon."),
            ]
        )
    )
    page = next(e.page for e in edition.report.outline if e.text == "How far we agree")
    text = edition.pages()[page - 1]
    assert "Too soon." in text
    assert "Person 1" not in text


def test_progress_runs_from_nothing_to_all(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_pdf(
        Workshop(),
        tmp_path / "a.pdf",
        progress=lambda done, of: told.append((done, of)),
        created=CREATED,
    )
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)
