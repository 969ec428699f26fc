# SPDX-License-Identifier: MIT
"""What leaves the app by the menu: where it goes, what it holds, and what went wrong."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFileDialog

from widgets.dialogs import ask_file, documents_folder
from widgets.exchange.latest import Latest
from workshop.audience import public_view
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.record import noun
from workshop.state import Workshop

if TYPE_CHECKING:
    from widgets.application import Concord

Write = Callable[[Workshop, Path], object]

_FULL = "It holds everything, private notes and sealed sheets included: keep it to yourself."
_PUBLIC = "Private notes, and what is for the facilitator only, are not in it."
_EMPTY = "It is empty and ready to send round."


class Form(NamedTuple):
    """One form a file can be written in, as the file dialog offers it."""

    words: str
    suffix: str
    write: Write
    private: bool = False
    """Whether the file holds what only the facilitator may see."""
    has_size: bool = False
    """Whether it is a picture of so many pixels, which are asked for."""

    @property
    def filter(self) -> str:
        """The line of the file dialog."""
        return f"{self.words} (*.{self.suffix})"


def ask_pdf(app: "Concord") -> None:
    """Show the page of the PDF and ask where to save it."""
    from widgets.summary.pdf import PdfPage

    if app.workspace:
        app.workspace.show_step("summary.pdf")
        page = app.workspace.page
        assert isinstance(page, PdfPage)
        page.ask_where()


def ask_workbook(app: "Concord") -> None:
    """Ask where to write the workshop as an Excel workbook, and for whom."""
    _ask(app, "Spreadsheet of everything", _COPIES["xlsx"])


def ask_json(app: "Concord") -> None:
    """Ask where to write the workshop as JSON, and for whom."""
    _ask(app, "Everything as JSON", _COPIES["json"])


def ask_network(app: "Concord") -> None:
    """Ask where to write the partner network, as a graph or as a picture."""
    _ask(app, "Partner network", _NETWORK, "network")


def ask_template(app: "Concord") -> None:
    """Ask where to write the blank workbook that is sent round before the day."""
    form = Form("Excel workbook", "xlsx", _write_template)
    ask_file(
        app.window,
        "Blank spreadsheet to send round",
        form.filter,
        lambda path: _write(app, form, Workshop(), path, _EMPTY),
        suggested=documents_folder() / "To fill in before the workshop.xlsx",
        save_suffix="xlsx",
    )


def _ask(app: "Concord", caption: str, forms: Sequence[Form], word: str = "") -> None:
    """Ask for a place and a form; the suffix that is typed decides where it names a form."""
    if not app.file or not app.desk:
        return
    name = " ".join(filter(None, [app.file.path.stem, word]))
    dialog = ask_file(
        app.window,
        caption,
        ";;".join(form.filter for form in forms),
        lambda path: _write_chosen(app, forms, dialog, path),
        suggested=documents_folder() / f"{name}.{forms[0].suffix}",
        save_suffix=forms[0].suffix,
    )
    dialog.filterSelected.connect(
        lambda chosen: dialog.setDefaultSuffix(_form(forms, chosen, "").suffix)
    )


def _write_chosen(app: "Concord", forms: Sequence[Form], dialog: QFileDialog, path: Path) -> None:
    if app.desk:
        form = _form(forms, dialog.selectedNameFilter(), path.suffix)
        workshop = app.desk.workshop if form.private else public_view(app.desk.workshop)
        if form.has_size:
            _ask_size(app, workshop, path)
        else:
            _write(app, form, workshop, path, _FULL if form.private else _PUBLIC)


def _ask_size(app: "Concord", workshop: Workshop, path: Path) -> None:
    from widgets.exchange.picture_size import PictureSize

    def write(width: int) -> None:
        _write(app, _PNG._replace(write=partial(_write_png, width)), workshop, path, _PUBLIC)

    PictureSize(app.window, write).open()


def _form(forms: Sequence[Form], filter: str, suffix: str) -> Form:
    chosen = next((form for form in forms if form.filter == filter), forms[0])
    typed = suffix.casefold().lstrip(".")
    if not typed or typed == chosen.suffix:
        return chosen
    return next((form for form in forms if form.suffix == typed), chosen)


def _write(app: "Concord", form: Form, workshop: Workshop, path: Path, holds: str) -> None:
    words = f"{_held(workshop)}{holds}"
    Latest().run(
        lambda _progress, _cancelled: form.write(workshop, path),
        lambda _result: app.say(f"{path.name} is in {path.parent}. {words}"),
        partial(app.say, urgent=True),
    )


def _held(workshop: Workshop) -> str:
    counts = [(kind, len(workshop.of(kind))) for kind in (Organization, Tie)]
    words = [f"{count} {noun(kind, count)}" for kind, count in counts if count]
    return f"It has {' and '.join(words)}. " if words else ""


def _write_template(_workshop: Workshop, path: Path) -> None:
    from exports.workbook import write_template

    write_template(path)


def _write_workbook(workshop: Workshop, path: Path) -> None:
    from exports.workbook import write_workbook

    write_workbook(workshop, path)


def _write_json(workshop: Workshop, path: Path) -> None:
    from exports.json_export import write_json

    write_json(workshop, path)


def _write_graphml(workshop: Workshop, path: Path) -> None:
    from exports.graph_files import write_graphml

    write_graphml(workshop, path)


def _write_gexf(workshop: Workshop, path: Path) -> None:
    from exports.graph_files import write_gexf

    write_gexf(workshop, path)


def _write_svg(workshop: Workshop, path: Path) -> None:
    from exports.pictures import write_network_svg

    write_network_svg(workshop, path)


def _write_png(width: int, workshop: Workshop, path: Path) -> None:
    from widgets.exchange.network_picture import write_png

    write_png(workshop, path, width)


_COPIES = {
    suffix: (
        Form(f"{words}, private notes included", suffix, write, private=True),
        Form(f"{words}, only what everyone may see", suffix, write),
    )
    for suffix, words, write in (
        ("xlsx", "Excel workbook", _write_workbook),
        ("json", "JSON", _write_json),
    )
}
_PNG = Form("PNG picture, as large as you like", "png", partial(_write_png, 1920), has_size=True)
_NETWORK = (
    Form("GraphML for network software", "graphml", _write_graphml),
    Form("GEXF for Gephi", "gexf", _write_gexf),
    Form("SVG picture, sharp at any size", "svg", _write_svg),
    _PNG,
)
