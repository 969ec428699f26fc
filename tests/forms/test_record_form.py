# SPDX-License-Identifier: MIT
"""The form as a person uses it: every keystroke kept, one step a field, wrong texts left in place."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from resources.theme import DARK, LIGHT, THEMES, Theme
from widgets.desk import Desk
from widgets.forms.checklist import Checklist
from widgets.forms.record_form import RecordForm
from widgets.forms.undo_keys import UndoKeys
from widgets.icons import icon
from widgets.style import dress, palette, style_sheet
from workshop import edits
from workshop.document import Document
from workshop.future_state.records import Factor, Statement
from workshop.gaps.records import Capability, Need
from workshop.prepare.records import Details, Organization, Participant
from workshop.state import Workshop

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(
        Document(
            Workshop(
                [
                    Details(id="workshop", title="Retreat"),
                    Organization(id="0o1", name="Cedar Valley", size=1200),
                    Organization(id="0o2", name="Northlight Data"),
                    Participant(id="0p1", name="Ann Ortiz", organization="0o1"),
                    Statement(id="0s1", dimension="strategy", text_to="One plan of care"),
                    Factor(id="0f1", text="Nurses are hard to find", impact=3),
                    Capability(id="0c1", name="Analytics"),
                    Need(id="0n1", capability="0c1"),
                ]
            )
        )
    )
    UndoKeys(desk)
    yield desk
    desk.close()
    desk.deleteLater()


def shown(qtbot: QtBot, desk: Desk, kind: type[Any], id: str, *names: str) -> RecordForm:
    form = RecordForm(desk, kind, names or None)
    qtbot.addWidget(form)
    form.resize(900, 600)
    form.show()
    form.show_record(id)
    return form


def test_typing_is_kept_at_once_and_is_one_step(qtbot: QtBot, desk: Desk) -> None:
    form = shown(qtbot, desk, Organization, "0o1")
    field = form.box("sector").widget
    QTest.keyClicks(field, "public")
    assert desk.workshop.get(Organization, "0o1").sector == "public"
    desk.document.undo()
    assert desk.workshop.get(Organization, "0o1").sector == ""
    assert field.text() == ""  # type: ignore[attr-defined]  # a line editor


def test_undo_keys_inside_a_field_reach_the_workshop(qtbot: QtBot, desk: Desk) -> None:
    form = shown(qtbot, desk, Organization, "0o1")
    field: Any = form.box("name").widget
    field.setCursorPosition(5)
    QTest.keyClicks(field, "s")
    assert field.cursorPosition() == 6
    QTest.keyClick(field, Key.Key_Z, CONTROL)
    assert desk.workshop.get(Organization, "0o1").name == "Cedar Valley"
    assert field.text() == "Cedar Valley"
    QTest.keyClick(field, Key.Key_Y, CONTROL)
    assert desk.workshop.get(Organization, "0o1").name == "Cedars Valley"


def test_a_text_that_means_nothing_stays_with_a_sentence(qtbot: QtBot, desk: Desk) -> None:
    form = shown(qtbot, desk, Organization, "0o1", "size", "sector")
    box = form.box("size")
    field: Any = box.widget
    field.selectAll()
    QTest.keyClicks(field, "many")
    assert field.text() == "many"
    assert box.sentence.startswith("Size: “many” is not a number.")
    assert desk.workshop.get(Organization, "0o1").size == 1200
    QTest.keyClicks(form.box("sector").widget, "x")
    assert field.text() == "many"
    field.selectAll()
    QTest.keyClicks(field, "40")
    assert box.sentence == ""
    assert desk.workshop.get(Organization, "0o1").size == 40


def test_a_broken_rule_is_said_below_the_field(qtbot: QtBot, desk: Desk) -> None:
    form = shown(qtbot, desk, Organization, "0o1")
    field: Any = form.box("name").widget
    field.selectAll()
    QTest.keyClick(field, Key.Key_Backspace)
    assert form.box("name").sentence == "An organization needs a name."
    assert desk.workshop.get(Organization, "0o1").name == "Cedar Valley"


def test_values_from_elsewhere_appear(qtbot: QtBot, desk: Desk) -> None:
    form = shown(qtbot, desk, Factor, "0f1")
    desk.apply(
        lambda w: edits.change_many(
            w, Factor, [("0f1", {"text": "Rents rise", "impact": 5, "kind": "opportunity"})]
        ),
        "Change",
    )
    values = [form.box(name).editor.value() for name in ("text", "impact", "kind")]
    assert values == ["Rents rise", 5, "opportunity"]
    desk.apply(lambda w: edits.remove(w, Factor, ["0f1"]), "Remove")
    assert form.id is None


def test_ratings_by_digit_and_arrow(qtbot: QtBot, desk: Desk) -> None:
    form = shown(qtbot, desk, Factor, "0f1")
    dots = form.box("impact").widget
    QTest.keyClicks(dots, "4")
    QTest.keyClick(dots, Key.Key_Right)
    assert desk.workshop.get(Factor, "0f1").impact == 5
    QTest.keyClick(dots, Key.Key_Backspace)
    assert desk.workshop.get(Factor, "0f1").impact is None


def test_a_choice_by_its_first_letter(qtbot: QtBot, desk: Desk) -> None:
    form = shown(qtbot, desk, Factor, "0f1")
    choice: Any = form.box("kind").widget
    QTest.keyClicks(choice, "o")
    choice.activated.emit(choice.currentIndex())
    assert desk.workshop.get(Factor, "0f1").kind == "opportunity"


def test_an_unknown_name_waits_for_enter(qtbot: QtBot, desk: Desk) -> None:
    form = shown(qtbot, desk, Participant, "0p1")
    box = form.box("organization")
    field: Any = box.widget
    field.selectAll()
    QTest.keyClicks(field, "HomeBridge")
    field.editingFinished.emit()
    assert box.sentence == "There is no organization “HomeBridge” yet. Press Enter to add it."
    assert len(desk.workshop.of(Organization)) == 2
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.workshop.of(Organization)) == 3)
    new = desk.workshop.get(Participant, "0p1").organization
    assert desk.workshop.get(Organization, str(new)).name == "HomeBridge"


def test_part_of_a_name_counts_when_the_field_is_left(qtbot: QtBot, desk: Desk) -> None:
    form = shown(qtbot, desk, Participant, "0p1")
    box = form.box("organization")
    field: Any = box.widget
    field.selectAll()
    QTest.keyClicks(field, "dat")
    assert desk.workshop.get(Participant, "0p1").organization == "0o1"
    field.editingFinished.emit()
    assert desk.workshop.get(Participant, "0p1").organization == "0o2"
    assert len(desk.workshop.of(Organization)) == 2


def test_a_new_name_that_is_part_of_another_is_added_by_choosing_to(
    qtbot: QtBot, desk: Desk
) -> None:
    form = shown(qtbot, desk, Participant, "0p1")
    field: Any = form.box("organization").widget
    field.selectAll()
    QTest.keyClicks(field, "Data")
    model = field.completer().completionModel()
    field.completer().activated["QModelIndex"].emit(model.index(model.rowCount() - 1, 0))
    new = desk.workshop.get(Participant, "0p1").organization
    assert desk.workshop.get(Organization, str(new)).name == "Data"


def test_what_is_new_is_offered_below_what_is_there(qtbot: QtBot, desk: Desk) -> None:
    form = shown(qtbot, desk, Participant, "0p1")
    field: Any = form.box("organization").widget
    field.selectAll()
    QTest.keyClicks(field, "nor")
    model = field.completer().model()
    words = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert words == ["Northlight Data", "Add “nor” as a new organization"]


def test_references_are_ticked_in_a_list(qtbot: QtBot, desk: Desk) -> None:
    form = shown(qtbot, desk, Need, "0n1", "because")
    field: Any = form.box("because").widget
    opened: Checklist = field.open_list()
    QTest.keyClicks(opened.filter, "nurses")
    QTest.keyClick(opened.filter, Key.Key_Return)
    opened.close()
    assert desk.workshop.get(Need, "0n1").because == ("0f1",)
    assert field.text() == "Nurses are hard to find"


def test_a_date_is_chosen_in_the_calendar(qtbot: QtBot, desk: Desk) -> None:
    form = shown(qtbot, desk, Details, "workshop")
    field: Any = form.box("starts").widget
    QTest.keyClicks(field, "14 March 2027")
    assert str(desk.workshop.get(Details, "workshop").starts) == "2027-03-14"
    field.show_calendar()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Key.Key_Right)
    popup.close()


def test_rare_fields_fold_and_private_ones_carry_a_lock(qtbot: QtBot, desk: Desk) -> None:
    form = shown(qtbot, desk, Organization, "0o1")
    note = form.box("private_note")
    assert not note.isVisible()
    more = next(b for b in form.findChildren(QPushButton) if b.text().startswith("More"))
    more.click()
    assert note.isVisible()
    labels = note.findChildren(QLabel)
    assert "Only on this screen" in [label.text() for label in labels]
    assert any(not label.pixmap().isNull() for label in labels)


def test_folded_fields_come_with_their_values_and_follow_the_button_that_unfolds_them(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.apply(partial(edits.change, of=Organization, id="0o1", private_note="Ask again"), "Note")
    form = shown(qtbot, desk, Organization, "0o1")
    assert "private_note" not in form.boxes
    more = next(b for b in form.findChildren(QPushButton) if b.text().startswith("More"))
    more.click()
    folded = [box for name, box in form.boxes.items() if name in form._groups[1][1]]
    assert form.boxes["private_note"].editor.value() == "Ask again"
    assert all(box.isVisible() for box in folded)
    reached = [widget for widget in _chain(more) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reached[: len(folded)] == [box.widget for box in folded]


def _chain(begin: QWidget) -> Iterator[QWidget]:
    widget = begin.nextInFocusChain()
    while widget is not None and widget is not begin:
        yield widget
        widget = widget.nextInFocusChain()


def test_without_a_record_the_form_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    form = shown(qtbot, desk, Organization, "nobody")
    visible = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert visible == ["Choose a row to see the whole organization."]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_the_style_sheet_is_whole_in_both_themes(qtbot: QtBot, theme: Theme) -> None:
    sheet = style_sheet(theme, 2.0)
    assert "$" not in sheet
    assert theme.accent in sheet
    assert palette(theme).window().color().name().upper() == theme.canvas


def test_text_grows_with_the_scale(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = QWidget()
    qtbot.addWidget(window)
    dress(app, window, DARK, 2.0)
    large = app.font().pointSizeF()
    dress(app, window, LIGHT, 1.0)
    assert large == 2 * app.font().pointSizeF()


def test_an_icon_takes_its_color(qtbot: QtBot) -> None:
    picture = icon("check", "#FF0000").pixmap(32, 32).toImage()
    colors = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert colors == {"#ff0000"}


def test_an_icon_is_as_sharp_as_the_display(qtbot: QtBot) -> None:
    picture = icon("undo-2", LIGHT.ink).pixmap(QSize(16, 16), 2.0)
    assert picture.size() == QSize(32, 32)
    assert picture.devicePixelRatio() == 2.0
