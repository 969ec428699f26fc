# SPDX-License-Identifier: MIT
"""What was given under seal is in no export that anybody but the facilitator is given."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication

import main
from tests.pages.deals import CANARY, LINES, deal, sealed
from widgets.forms.naming import name_of
from widgets.step_words import changed
from workshop.audience import public_view
from workshop.deal.edits import seal_score, seal_walk_away
from workshop.deal.package_edits import put_on_table
from workshop.deal.packages import analyze
from workshop.deal.packages_problem import problem_of
from workshop.document import Document
from workshop.kinds import KINDS
from workshop.record import kind_name, noun
from workshop.state import Workshop
from workshop.storage.copies import write_copy
from workshop.storage.workshop_file import create

SECRETS = (CANARY, *(f"{line}" for line in LINES.values()), "37.125", "62.875", "61.375", "38.625")
PUBLIC_ANYWAY = ("pdf", "term-sheet", "graphml", "gexf")
"""Formats that hold nothing sealed, whether the public view is asked for or not."""


def whole() -> Workshop:
    workshop = deal().put(sealed())
    return put_on_table(workshop, analyze(problem_of(workshop)))


@pytest.fixture
def file(tmp_path: Path, qapp: QApplication) -> Path:
    """Give the file of a deal; the app is there first, as pictures would begin one without widgets."""
    path = tmp_path / "deal.concord"
    create(path, whole(), "Begin").close()
    return path


def pieces(path: Path) -> Iterator[bytes]:
    """Give the bytes of a file, and of all that is packed in it."""
    yield path.name.encode()
    yield path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield packed.read(name)
    if path.read_bytes().startswith(b"%PDF"):
        with pikepdf.open(path) as pdf:
            for each in pdf.objects:
                yield each.unparse(resolved=False)
                if isinstance(each, pikepdf.Stream):
                    yield each.read_bytes()


def told(path: Path) -> set[str]:
    found = b"\n".join(pieces(path))
    codes = ("utf-8", "utf-16-be", "utf-16-le")
    return {secret for secret in SECRETS if any(secret.encode(code) in found for code in codes)}


@pytest.mark.parametrize("form", sorted(main._FORMATS))
def test_no_public_export_holds_what_was_sealed(form: str, file: Path) -> None:
    out = file.with_name(f"out.{form}")
    assert main.main(["export", str(file), f"--{form}", str(out), "--public"]) == 0
    assert told(out) == set()
    if form in PUBLIC_ANYWAY:
        assert main.main(["export", str(file), f"--{form}", str(out)]) == 0
        assert told(out) == set()


def test_the_search_would_find_it(file: Path) -> None:
    out = file.with_name("out.json")
    assert main.main(["export", str(file), "--json", str(out)]) == 0
    assert told(out) == set(SECRETS)
    book = file.with_name("out.xlsx")
    assert main.main(["export", str(file), "--xlsx", str(book)]) == 0
    assert CANARY in told(book)


def test_a_public_workbook_and_json_do_not_even_name_the_sealed_kinds(file: Path) -> None:
    kinds = [kind for kind in KINDS if kind.sealed]
    assert kinds
    out = file.with_name("out.json")
    assert main.main(["export", str(file), "--json", str(out), "--public"]) == 0
    assert not [kind for kind in kinds if kind_name(kind) in out.read_text(encoding="utf-8")]
    book = file.with_name("out.xlsx")
    assert main.main(["export", str(file), "--xlsx", str(book), "--public"]) == 0
    sheets = b"".join(pieces(book)).decode("utf-8", "replace").casefold()
    assert not [kind for kind in kinds if f"{noun(kind, 2)}".casefold() in sheets]


def test_a_copy_that_is_shared_holds_nothing_sealed(tmp_path: Path) -> None:
    path = tmp_path / "shared.concord"
    write_copy(public_view(whole()), None, path)
    assert told(path) == set()
    assert b"sealed_score" not in path.read_bytes()


@pytest.mark.parametrize(
    "command", [["packages"], ["packages", "--json"], ["partner-sets"], ["metrics"]]
)
def test_no_command_prints_it_unasked(
    command: list[str], file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main([command[0], str(file), *command[1:]]) == 0
    said = capsys.readouterr().out
    assert not [secret for secret in SECRETS if secret in said]


def test_no_name_and_no_step_of_the_timeline_tells_it() -> None:
    document = Document(Workshop())
    document.apply(lambda _: whole(), "Begin")
    document.apply(
        lambda w: seal_walk_away(w, "o0", value=0.4321, reason=f"{CANARY} again"), "Seal an answer"
    )
    document.apply(lambda w: seal_score(w, "o0", "l-o1-gives_up", 1), "Seal an answer")
    log, history = document.history.log, document.history
    said = [changed(log[n], history.state_at(n), history.state_at(n + 1)) for n in range(len(log))]
    said += [step.label for step in log]
    hidden = [record for record in whole().records() if type(record).sealed]
    said += [name_of(workshop, each) for workshop in (whole(), Workshop()) for each in hidden]
    assert hidden
    assert not [secret for secret in (*SECRETS, "0.4321", "43.2") if secret in "\n".join(said)]
