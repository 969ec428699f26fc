# SPDX-License-Identifier: MIT
"""Whatever was typed is printed as typed, or named before anything is printed."""

import ast
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.pdf.edition import write_term_sheet
from exports.pdf.missing import MissingCharacter, legible, missing_characters
from exports.pdf.text import lacking, paragraphs, plain, printable
from tests.large import large_workshop
from tests.pdf.conftest import Edition, squeeze
from workshop.deal.records import Clause
from workshop.future_state.records import EvenOver, Factor, Measure, Statement
from workshop.gaps.records import Asset, Capability, ClosedOption, Need, Sourcing
from workshop.partners.fit_records import Aspiration, Tradition, ValuePoints
from workshop.partners.records import (
    CHOSEN_SET_ID,
    Candidate,
    ChosenSet,
    IncompatiblePair,
    PartnerChange,
    PartnerNeed,
    RedFlag,
    Tie,
)
from workshop.prepare.records import (
    DETAILS_ID,
    AgendaBlock,
    Details,
    GroundRule,
    Organization,
    Participant,
)
from workshop.record import Record, fields
from workshop.room.records import Action, AgreementRound, Decision, ParkingItem, Reservation
from workshop.state import Workshop

Make = Callable[[Workshop], Edition]

HOSTILE = (
    "AT&T <b>",
    "<ACME>",
    '<img src="/etc/passwd"/>',
    '<a href="javascript:alert(1)">x</a>',
    "&amp; &lt; &#0; %s {0} $HOME",
    "(unbalanced \\( \\051 ) >> endstream endobj",
    "<para><seq id='a'/><onDraw name='x'/></para>",
    "https://example.org/a?b=c&d",
    "=1+1",
    "Ωμέγα Ελλάς; Щёлково, Київ",
)


def texts_everywhere(text: Callable[[], str]) -> Workshop:
    """Make a workshop with a text in each field that is printed."""
    return Workshop(
        [
            Details(id=DETAILS_ID, title=text(), purpose=text(), place=text(), facilitator=text()),
            Organization(
                id="o1",
                name=text(),
                ours=True,
                kind=text(),
                sector=text(),
                ownership=text(),
                service_area=(text(), text()),
            ),
            Organization(id="o2", name=text()),
            Participant(id="p1", name=text(), organization="o1", role=text()),
            AgendaBlock(id="g1", title=text()),
            GroundRule(id="g2", text=text()),
            Factor(id="f1", text=text(), category=text(), evidence=text()),
            Statement(id="s1", dimension=text(), text_from=text(), text_to=text(), owner="p1"),
            Measure(
                id="m1",
                name=text(),
                statement="s1",
                unit=text(),
                baseline=1.0,
                who_measures=text(),
                source=text(),
                frequency=text(),
            ),
            EvenOver(id="e1", prefer=text(), over=text(), because=text()),
            Capability(id="c1", name=text(), category=text(), description=text(), unit=text()),
            Need(id="n1", capability="c1", needed_level=3, needed_quantity=2, because=("f1",)),
            Asset(
                id="a1", organization="o1", capability="c1", level=1, name=text(), evidence=text()
            ),
            Capability(id="c2", name=text(), category=text(), description=text()),
            Sourcing(id="u1", need="n1", chosen="build", why=text()),
            ClosedOption(id="k1", need="n1", option="acquire", details=text()),
            *_partners(text),
            Tie(id="t1", source="o1", target="o2", relation=text(), remark=text()),
            AgreementRound(id="r1", question=text()),
            Reservation(
                id="x1",
                round="r1",
                participant="p1",
                reason=text(),
                condition=text(),
                response=text(),
            ),
            Decision(id="d1", text=text()),
            Action(id="h1", text=text(), owner="p1"),
            ParkingItem(id="l1", text=text()),
        ]
    )


def _partners(text: Callable[[], str]) -> list[Record]:
    """Give a candidate with a text in each field of stage 4."""
    return [
        Candidate(
            id="q1",
            organization="o2",
            role=text(),
            motives=(text(), text()),
            standing_because=text(),
            conflict_of_interest=text(),
        ),
        Organization(id="o3", name=text()),
        Candidate(id="q2", organization="o3"),
        IncompatiblePair(id="q3", one="o2", other="o3", because=text()),
        PartnerNeed(id="q4", organization="o2", capability="c1"),
        Aspiration(id="q5", organization="o1", text=text()),
        Aspiration(id="q6", organization="o2", text=text()),
        Tradition(id="q7", organization="o1", text=text()),
        Tradition(id="q8", organization="o2", text=text(), intensity=5),
        ValuePoints(id="q9", organization="o2", seen_by="o2", value=text(), points=100),
        PartnerChange(id="qa", organization="o1", text=text(), because=text()),
        PartnerChange(id="qb", organization="o2", text=text(), because=text()),
        RedFlag(id="qc", organization="o2", kind="other", evidence=text(), resolution=text()),
        ChosenSet(id=CHOSEN_SET_ID, members=("o2",), because=text()),
    ]


def written(workshop: Workshop) -> list[str]:
    """Give every text of a workshop that an edition must hold."""
    return [text for record in workshop.records() for text in _texts(record)]


def _texts(record: Record) -> list[str]:
    made: list[str] = []
    for field in fields(type(record)):
        value = getattr(record, field.name)
        if field.private or field.hidden or field.suggest == "step":
            continue
        if field.kind in ("text", "long"):
            made.append(value)
        elif field.kind == "words":
            made.extend(value)
    return made


def assert_nothing_dropped(edition: Edition, workshop: Workshop) -> None:
    text = edition.squeezed()
    for each in written(workshop):
        for paragraph in paragraphs(each):
            assert squeeze(paragraph) in text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_printed_verbatim_and_does_nothing(make: Make, hostile: str) -> None:
    count = iter(range(1000))
    workshop = texts_everywhere(lambda: f"{next(count)} {hostile}")
    edition = make(workshop)
    assert edition.report.warnings == ()
    text = edition.squeezed()
    for number in range(next(count)):
        assert squeeze(f"{number} {hostile}") in text
    with pikepdf.open(edition.path) as pdf:
        for obj in pdf.objects:
            if isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
                assert obj.get("/Subtype") != "/Image"
                assert obj.get("/S") not in ("/URI", "/JavaScript", "/Launch", "/GoToR")
                assert "/EF" not in obj
                assert "/JS" not in obj


odd_text = st.text(
    st.characters(categories=("L", "M", "N", "P", "S", "Z", "C")), min_size=1, max_size=60
).filter(lambda text: squeeze(printable(text)) != "" and text.strip() != "")


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(texts=st.lists(odd_text, min_size=1, max_size=12))
def test_nothing_that_was_typed_is_dropped(make: Make, texts: list[str]) -> None:
    count = iter(range(1000))
    workshop = texts_everywhere(lambda: f"{(n := next(count))} {texts[n % len(texts)]}")
    edition = make(workshop)
    assert_nothing_dropped(edition, workshop)
    warned = {each.char for each in edition.report.warnings}
    for text in texts:
        assert warned.issuperset(lacking(text))


def test_a_large_workshop_is_printed_to_the_last_word(make: Make) -> None:
    workshop = large_workshop(40, 40, 60, 30, 60, 6, note_words=3000)
    assert_nothing_dropped(make(workshop), workshop)


def test_missing_letters_are_named_with_their_place_and_printed_as_numbers(make: Make) -> None:
    workshop = Workshop([Decision(id="d", text="Celebrate 🎉 with 中 and é")])
    missing = missing_characters(workshop)
    assert [each.char for each in missing] == ["中", "🎉"]
    assert "Celebrate" in missing[0].where
    edition = make(workshop)
    assert edition.report.warnings == missing
    text = edition.squeezed()
    assert "Celebrate[U+1F389]with[U+4E2D]andé" in text


def test_charts_show_the_same_as_the_text_for_what_the_font_lacks(make: Make) -> None:
    workshop = Workshop(
        [
            Organization(id="o", name="Party 🎉", ours=True),
            Organization(id="p", name="Zero\u200bwidth → x"),
            Capability(id="c", name="Cake 🎂"),
            Need(id="n", capability="c", needed_level=3),
            Asset(id="a", organization="o", capability="c", level=2, name="Oven 🔥"),
            Tie(id="t", source="o", target="p", relation="Likes ❤"),
        ]
    )
    edition = make(workshop)
    charts = [page for page in edition.pages() if "Today to needed" in page]
    assert charts[0].count("Cake [U+1F382]") >= 2
    assert "Oven [U+1F525]" in charts[0]
    network = next(page for page in edition.pages() if "at the table" in page)
    assert {"Party [U+1F389]", "Zerowidth -> x", "Likes [U+2764]"} <= set(network.split("\n"))


def test_a_name_of_which_nothing_can_be_printed_stops_no_export(make: Make) -> None:
    workshop = Workshop([Organization(id="o", name="\u200b", ours=True)])
    assert legible(workshop) == workshop
    assert make(workshop).report.pages


def test_only_what_is_odd_is_made_anew() -> None:
    fine = Organization(id="o", name="Café Ω", service_area=("North", "South"))
    odd = Organization(id="p", name="Plain", service_area=("East", "West 🎉"))
    shown = legible(Workshop([fine, odd]))
    assert shown.get(Organization, "o") is fine
    assert shown.get(Organization, "p").service_area == ("East", "West [U+1F389]")


def test_a_term_sheet_names_only_what_it_shows_otherwise(tmp_path: Path) -> None:
    workshop = Workshop(
        [Decision(id="d", text="Celebrate 🎉"), Clause(id="c", subject="Cake 🎂", edited="Good")]
    )
    report = write_term_sheet(workshop, tmp_path / "t.pdf")
    assert [each.char for each in report.warnings] == ["🎂"]


def test_private_text_gives_no_warning() -> None:
    workshop = Workshop([Decision(id="d", text="Fine", private_note="🎉")])
    assert missing_characters(workshop) == ()


def test_more_letters_than_one_part_of_a_face_holds_are_all_printed(make: Make) -> None:
    ranges = (range(0xC0, 0x180), range(0x391, 0x3CF), range(0x410, 0x460))
    letters = [chr(code) for each in ranges for code in each]
    text = "".join(letter for letter in letters if not lacking(letter))
    assert len(text) > 256
    text += " plain " + text[::-1]
    edition = make(Workshop([Decision(id="d", text=text)]))
    assert squeeze(text) in edition.squeezed()
    assert text[:30] in "".join(edition.pages())


def test_signs_the_font_lacks_but_everybody_types_have_a_stand_in() -> None:
    assert printable("from → to") == "from -> to"
    assert lacking("from → to") == ["→"]


def test_letters_are_composed_and_invisible_ones_left_out() -> None:
    assert printable("e\u0301\u200b\ufeff\u00ad!") == "é!"
    assert paragraphs("one\r\n\n two\u2028three\t4") == ["one", " two", "three 4"]


def test_half_a_letter_reaches_neither_page_nor_title(make: Make) -> None:
    edition = make(Workshop([Details(id=DETAILS_ID, title="bad \ud800 title")]))
    assert "bad[U+D800]title" in edition.squeezed()
    assert plain("bad \ud800") == "bad [U+D800]"


def test_no_module_uses_markup_to_set_text() -> None:
    for path in Path("exports").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = _imported(node)
            assert not any("platypus" in name or name.endswith("Paragraph") for name in names), path


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or "", *(alias.name for alias in node.names)]
    return [node.attr] if isinstance(node, ast.Attribute) else []


def test_a_missing_letter_is_told_by_number_and_name() -> None:
    assert MissingCharacter("🎉", "x").named == "U+1F389 (party popper)"
    assert MissingCharacter("\ue000", "x").named == "U+E000"
