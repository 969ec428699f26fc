# SPDX-License-Identifier: MIT
"""What leaves by the menu: the right bytes at the place chosen, and a sentence about them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from exports.pdf.edition import PdfReport
from tests.exchange.conftest import TWO
from widgets.application import Concord
from widgets.exchange.picture_size import PictureSize
from widgets.summary.pdf import PdfPage
from workshop.audience import public_view
from workshop.interchange.json_file import read_json
from workshop.interchange.source import read_source

SECRETS = (b"SECRET-NOTE", b"HIDDEN-NAME")
Export = Callable[[str, str, Path], str]


@pytest.fixture
def export(app: Concord, qtbot: QtBot) -> Export:
    """Use a verb of the menu, choose a form and a file, and give what the window then says."""

    def go(verb: str, form: str, path: Path) -> str:
        app.window.actions_by_key[verb].trigger()
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog))
        dialog.selectNameFilter(next(each for each in dialog.nameFilters() if form in each))
        dialog.fileSelected.emit(str(path))
        dialog.reject()
        dialog.deleteLater()
        assert app.workspace
        messages = app.workspace.messages
        qtbot.waitUntil(lambda: path.parent.name in messages.sentence, timeout=10_000)
        return messages.sentence

    return go


def test_everything_as_json_reads_back_and_is_said_to_be_private(
    export: Export, tmp_path: Path
) -> None:
    said = export("json", "private notes included", tmp_path / "all.json")
    assert read_json(tmp_path / "all.json") == TWO
    assert said.startswith(f"all.json is in {tmp_path}. It has 3 organizations and 1 tie.")
    assert said.endswith(
        "It holds everything, private notes and sealed sheets included: keep it to yourself."
    )


def test_what_everyone_may_see_holds_no_secret(export: Export, tmp_path: Path) -> None:
    said = export("json", "only what everyone may see", tmp_path / "some.json")
    assert read_json(tmp_path / "some.json") == public_view(TWO)
    assert "are not in it" in said


def test_the_spreadsheet_of_everything_has_a_sheet_for_each_kind(
    export: Export, tmp_path: Path
) -> None:
    export("workbook", "private notes included", tmp_path / "all.xlsx")
    names = {sheet.name for sheet in read_source(tmp_path / "all.xlsx")}
    assert {"Organizations", "Capabilities", "Ties"} <= names


def test_the_blank_spreadsheet_needs_no_workshop(export: Export, tmp_path: Path) -> None:
    said = export("template", "Excel", tmp_path / "blank.xlsx")
    assert said.endswith("It is empty and ready to send round.")
    assert all(len(sheet.rows) == 1 for sheet in read_source(tmp_path / "blank.xlsx")[1:])


@pytest.mark.parametrize(
    ("form", "name"), [("GraphML", "n.graphml"), ("GEXF", "n.gexf"), ("SVG", "n.svg")]
)
def test_the_network_is_written_without_secrets(
    export: Export, tmp_path: Path, form: str, name: str
) -> None:
    export("network_file", form, tmp_path / name)
    content = (tmp_path / name).read_bytes()
    assert b"Alder" in content
    assert not any(secret in content for secret in SECRETS)


def test_an_svg_has_a_ground_a_title_and_open_lines(export: Export, tmp_path: Path) -> None:
    export("network_file", "SVG", tmp_path / "n.svg")
    text = (tmp_path / "n.svg").read_text(encoding="utf-8")
    root = fromstring(text, forbid_dtd=True)
    space = "{http://www.w3.org/2000/svg}"
    assert "2 organizations" in (root.findtext(f"{space}desc") or "")
    assert root.find(f"{space}rect") is not None
    lines = [each.get("d", "") for each in root.iter(f"{space}path")]
    assert any(line.count("L") == 1 and not line.endswith("Z") for line in lines)
    assert "Noto Sans" in text


def test_a_png_has_the_width_chosen_and_a_description(
    app: Concord, tmp_path: Path, qtbot: QtBot
) -> None:
    app.window.actions_by_key["network_file"].trigger()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog))
    dialog.selectNameFilter(next(each for each in dialog.nameFilters() if "PNG" in each))
    dialog.fileSelected.emit(str(tmp_path / "n.png"))
    dialog.reject()
    dialog.deleteLater()
    panel = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PictureSize))
    assert panel.width_box.value() == 1920
    panel.uses[2].click()
    assert panel.width_box.value() == 3840
    panel.width_box.setValue(800)
    QTest.keyClick(panel.width_box, Qt.Key.Key_Return)
    qtbot.waitUntil((tmp_path / "n.png").exists, timeout=10_000)
    image = QImage(str(tmp_path / "n.png"))
    assert image.width() == 800
    assert "organizations" in image.text("Description")
    assert app.workspace
    qtbot.waitUntil(
        lambda: "n.png is in" in (app.workspace.messages.sentence if app.workspace else "")
    )


def test_a_typed_suffix_decides_over_the_form(export: Export, tmp_path: Path) -> None:
    export("network_file", "GraphML", tmp_path / "n.svg")
    assert b"<svg" in (tmp_path / "n.svg").read_bytes()


def test_a_folder_that_is_not_there_is_one_sentence(export: Export, tmp_path: Path) -> None:
    said = export("json", "private notes included", tmp_path / "gone" / "all.json")
    assert said.endswith("Choose another folder or name.")


def test_the_pdf_is_asked_for_on_its_own_page(app: Concord) -> None:
    app.window.actions_by_key["pdf"].trigger()
    assert app.workspace
    assert app.workspace.key == "summary.pdf"
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog)]
    assert [d.windowTitle() for d in dialogs if d.isVisible()] == ["Save the PDF"]
    for dialog in dialogs:
        dialog.reject()


def test_a_preview_that_comes_after_closing_is_let_go(app: Concord, tmp_path: Path) -> None:
    app.window.actions_by_key["pdf"].trigger()
    page = app.window.findChild(PdfPage)
    assert page
    page._let_go()
    title = page.card.findChildren(QLabel)[0].text()
    page._show_pages(PdfReport(tmp_path / "gone.pdf", 7, (), ()))
    assert page.card.findChildren(QLabel)[0].text() == title
    assert not page._later.isActive()
