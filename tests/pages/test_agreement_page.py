# SPDX-License-Identifier: MIT
"""Agreement as a facilitator keys it in: rounds, votes by person and by count, reservations."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.exhibits.workshops import ordinary
from tests.pages.conftest import Visit
from widgets.future_state.agreement import AgreementPage
from widgets.pages import Exposure
from workshop.edits import change
from workshop.room.agreement import agreement
from workshop.room.records import AgreementRound, Ballot, Reservation, Tally
from workshop.state import Workshop

Open = Callable[..., Visit]
Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def page_of(visit: Visit, round: str = "") -> AgreementPage:
    assert isinstance(visit.page, AgreementPage)
    if round:
        visit.page.select(round)
    return visit.page


def test_digits_cast_votes_person_by_person_and_move_down(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.agreement")
    page = page_of(seen, "r2")
    people = page.votes.people
    people.setCurrentCell(0, 0)
    for key in (Key.Key_5, Key.Key_3, Key.Key_2):
        QTest.keyClick(people, key)
    cast = {b.participant: b.value for b in seen.workshop.all(Ballot) if b.round == "r2"}
    assert cast == dict(zip(people.people[:3], (5, 3, 2), strict=True))
    assert people.currentRow() == 3
    qtbot.waitUntil(lambda: page.bar.title.text().startswith("Hear concerns: 2 of 3 support it"))


def test_a_vote_is_taken_back_and_every_vote_is_a_step(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.agreement")
    people = page_of(seen, "r2").votes.people
    people.setCurrentCell(0, 0)
    QTest.keyClick(people, Key.Key_4)
    QTest.keyClick(people, Key.Key_4)
    seen.desk.document.undo()
    assert len([b for b in seen.workshop.all(Ballot) if b.round == "r2"]) == 1
    people.setCurrentCell(0, 0)
    QTest.keyClick(people, Key.Key_Backspace)
    assert not [b for b in seen.workshop.all(Ballot) if b.round == "r2"]


def test_a_digit_that_is_not_on_the_scale_is_said_and_stays(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.agreement")
    people = page_of(seen, "r2").votes.people
    people.setCurrentCell(0, 0)
    QTest.keyClick(people, Key.Key_9)
    assert "from 0 to 5" in seen.said[-1]
    assert people.currentRow() == 0


def test_counts_are_typed_for_an_organization(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.agreement")
    page = page_of(seen, "r2")
    page.votes.chips.chip("counts").click()
    counts = page.votes.counts
    head = counts.horizontalHeaderItem(1)
    assert head is not None
    assert head.text() == "5"
    counts.setCurrentCell(0, 1)
    QTest.keyClick(counts, Key.Key_3)
    editor = next(e for e in counts.findChildren(QLineEdit) if e.isVisible())
    QTest.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen.workshop.of(Tally)))
    tally = next(iter(seen.workshop.of(Tally).values()))
    assert (tally.round, tally.organization, tally.counts) == ("r2", "o0", (0, 0, 0, 0, 0, 3))
    assert page.votes.chips.current == "counts"


def test_tab_goes_on_from_a_count_that_stays_blank(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.agreement")
    page = page_of(seen, "r2")
    page.votes.chips.chip("counts").click()
    counts = page.votes.counts
    counts.setCurrentCell(0, 1)
    QTest.keyClick(counts, Key.Key_3)
    for key in (Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_1, Key.Key_Tab):
        editor = next(e for e in counts.findChildren(QLineEdit) if e.isVisible())
        QTest.keyClick(editor, key)
        qtbot.wait(1)
    (tally,) = seen.workshop.all(Tally)
    assert tally.counts == (0, 0, 1, 0, 0, 3)


def test_votes_that_owe_a_reason_have_a_field_each(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.agreement")
    page = page_of(seen, "r1")
    card = page.reservations
    assert card.owing.title.text() == "2 votes still need their reason"
    field = card.owing.findChildren(QLineEdit)[0]
    assert "Person 5" in field.accessibleName()
    QTest.keyClicks(field, "Too fast for our clinics")
    QTest.keyClick(field, Key.Key_Return)
    assert card.owing.title.text() == "1 vote still needs its reason"
    told = next(r for r in seen.workshop.all(Reservation) if r.round == "r1")
    assert (told.participant, told.value, told.reason) == ("p05", 2, "Too fast for our clinics")
    assert card.recorded.table.model.ids == [told.id]


def test_a_reservation_cannot_be_removed(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.agreement")
    page = page_of(seen, "r0")
    page.reservations.recorded.select("v0")
    page.reservations.recorded.table.remove()
    assert "v0" in seen.workshop.of(Reservation)
    assert "stays on record" in seen.said[-1]
    assert "stays on record" in page.reservations.recorded.list_card.subtitle.text()


def test_ask_again_opens_the_next_round(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.agreement")
    page = page_of(seen, "r1")
    page.again.click()
    round = seen.workshop.get(AgreementRound, page.id)
    assert (round.question, round.number) == ("One plan of care by 2029.", 2)
    assert page.exposure() == Exposure("agreement", round.id)


def test_a_new_round_takes_its_sentence_from_its_subject(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.agreement")
    page = page_of(seen)
    panel = page.ask_new()
    panel.subject.setCurrentIndex(1)
    panel.subject.activated.emit(1)
    panel.scale.setCurrentIndex(1)
    panel.ask()
    round = seen.workshop.get(AgreementRound, page.id)
    assert (round.subject, round.question, round.scale) == ("s0", "One plan of care", "gradients")


def test_a_new_round_without_words_says_so(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.agreement")
    panel = page_of(seen).ask_new()
    panel.ask()
    assert "needs the sentence" in panel.wrong.text()
    panel.reject()
    assert len(seen.workshop.of(AgreementRound)) == 3


def test_an_anonymous_round_takes_counts_only_and_names_nobody(visit: Open, qtbot: QtBot) -> None:
    hidden = change(ordinary(), AgreementRound, "r1", anonymous=True)
    seen = visit("future.agreement", hidden)
    page = page_of(seen, "r1")
    assert page.votes.chips.current == "counts"
    assert not page.votes.people.isVisible()
    names = [e.accessibleName() for e in page.reservations.owing.findChildren(QLineEdit)]
    assert names
    assert not any("Person" in name for name in names)


def test_the_consensus_index_tells_its_formula(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.agreement")
    page = page_of(seen, "r1")
    assert "Consensus index 0.61 of 1" in page.note.text()
    assert "log2" in page.why.accessibleDescription()
    assert agreement(seen.workshop, "r1").figures.answered == 8


def test_an_empty_page_shows_the_question_to_the_room(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.agreement", Workshop())
    page = page_of(seen)
    assert page.exposure() == Exposure("question", "future.agreement")
    assert not page.votes.isVisible()


def test_the_card_of_the_votes_is_as_high_as_what_it_holds(visit: Open, qtbot: QtBot) -> None:
    page = visit("future.agreement").page
    assert isinstance(page, AgreementPage)
    qtbot.wait(30)
    card = page.votes
    table = card.people if card.people.isVisible() else card.counts
    assert card.chips.geometry().bottom() < table.geometry().top()
    assert table.geometry().bottom() < card.hint.geometry().top()
    assert card.hint.geometry().bottom() < card.height()
