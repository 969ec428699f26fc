# SPDX-License-Identifier: MIT
"""The spine: start, an edit on the screen, an edit on the disk, and the PDF."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tests.benchmarks.result import Result, interleaved
from tests.large import large_workshop
from widgets.application import Concord
from widgets.settings import Settings
from workshop.edits import change
from workshop.gaps.records import Need
from workshop.interchange.into_file import make_file
from workshop.interchange.templates import sample
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.record import Record
from workshop.storage.schema import connect
from workshop.storage.workshop_file import create

_ROOT = Path(__file__).parents[2]
_HERE = Path(__file__).parent
_STARTS = 15
_EDITS = 25
_SAVES = 40
_FRAME = 0.016
_REST_SECONDS = 0.3
_SCREEN = {"screens": [{"name": "desk", "x": 0, "y": 0, "width": 1920, "height": 1080}]}
"""The screen of a start: as large as a desk's, so that the window has its usual size."""
_PASSES = 3
"""Drawings are made in one pass of the event loop, laid out and painted in the next ones."""
_PAGES: dict[str, tuple[type[Record], str, tuple[Any, Any]]] = {
    "prepare.organizations": (Organization, "name", ("Alder Clinic", "Alder Clinics")),
    "partners.network": (Tie, "strength", (1, 5)),
    "gaps.map": (Need, "needed_level", (1, 5)),
}
"""What is edited on which page, and the two values it alternates between."""


def run() -> list[Result]:
    """Measure everything about the spine."""
    (_ROOT / "build").mkdir(exist_ok=True)
    with TemporaryDirectory(dir=_ROOT / "build") as folder:  # the disk that people work on
        place = Path(folder)
        file = place / "sample.concord"
        make_file(file, sample(), "Begin")
        return [
            start(file),
            *edits(place),
            *(saving(place, size) for size in ("small", "large")),
            sample_pdf(file),
            *many_pages(place),
        ]


def start(file: Path) -> Result:
    """Start to the first painted window, the sample open, beside a window with a label."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(_STARTS + 1):
        for which, taken in zip((str(file), "bare"), times, strict=True):
            took = _first_paint(which, file.parent)
            if number:
                taken.append(took)
    ours, bare = map(median, times)
    peer, goal = "bare QMainWindow with a label", "at most 1.5 times"
    return Result("start to first paint, sample", ours, peer, bare, goal, ours <= 1.5 * bare)


def edits(place: Path) -> Iterator[Result]:
    """An edit to a repainted window, its step handed to the writer."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    concord = Concord(app, Settings(place / "settings.ini"))
    workshop = large_workshop(300, ties=3000)
    concord.adopt(create(place / "edits.concord", workshop, "Begin"))
    concord.window.resize(1440, 900)
    concord.window.show()
    for key, (kind, field, values) in _PAGES.items():
        took = _edit(concord, key, kind, field, values)
        what = f"edit to repainted window, 300 organizations, 3,000 ties: {key}"
        yield Result(what, took, "a frame", _FRAME, "under 16 ms", took < _FRAME)
    concord.close_file()
    concord.window.hide()


def saving(place: Path, size: str) -> Result:
    """An edit until the disk has it, beside one bare commit with the same settings."""
    workshop = sample() if size == "small" else large_workshop(3000, ties=9000, assets=3000)
    with (
        closing(create(place / f"{size}.concord", workshop, "Begin")) as opened,
        _bare_file(place / f"{size}-bare.sqlite") as commit,
    ):
        document, numbers = opened.document, count()
        id = min(document.workshop.of(Organization))

        def ours() -> None:
            name = f"Alder Clinic {next(numbers)}"
            document.apply(partial(change, of=Organization, id=id, name=name), "Rename")
            if not opened.flush():
                raise OSError(opened.status.sentence)

        took, bare = interleaved(ours, commit, _SAVES)
        megabytes = opened.path.stat().st_size / 2**20
    what = f"edit acknowledged as saved, {megabytes:.1f} MB file"
    return Result(what, took, "bare SQLite commit", bare, "at most 3 times", took <= 3 * bare)


def sample_pdf(file: Path) -> Result:
    """The sample as PDF: the whole process, from the command to its end."""
    command = ["main.py", "export", str(file), "--pdf", str(file.with_suffix(".pdf"))]
    times = [_timed(command) for _ in range(5)]
    took = median(times)
    return Result("sample PDF, whole process", took, "the goal", 3.0, "under 3 s", took < 3)


def many_pages(place: Path) -> list[Result]:
    """Two hundred pages: their rate, and the most memory the process takes."""
    runs = [json.loads(_output("tests/benchmarks/printing.py", place / "l.pdf")) for _ in range(3)]
    pages, took, peak = (median(column) for column in zip(*runs, strict=True))
    what = f"{pages:.0f} pages as PDF ({pages / took:.0f} pages/s, peak {peak:.0f} MB)"
    goal = "at least 60 pages/s, under 150 MB"
    met = pages / took >= 60 and peak < 150
    return [Result(what, took, "the goal", pages / 60, goal, met)]


def _first_paint(which: str, home: Path) -> float:
    screen = home / "screen.json"
    screen.write_text(json.dumps(_SCREEN))
    for lock in home.glob(".*.lock"):  # the last start was cut off, which is not the usual case
        lock.unlink()
    began = perf_counter()
    said = _output("tests/benchmarks/first_paint.py", which, home=home, screen=screen)
    return float(said.split()[0]) - began


def _timed(command: list[str]) -> float:
    began = perf_counter()
    _output(*command)
    return perf_counter() - began


def _output(*command: object, home: Path | None = None, screen: Path | None = None) -> str:
    """Run Python and give what it prints; compiled modules are kept, as for any user."""
    platform = f"offscreen:configfile={screen}" if screen else "offscreen"
    surroundings = os.environ | {"QT_QPA_PLATFORM": platform}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    if home:  # the furniture that is remembered is nobody's own
        surroundings |= {"XDG_CONFIG_HOME": str(home), "XDG_STATE_HOME": str(home)}
    words = [sys.executable, *map(str, command)]
    done = subprocess.run(words, cwd=_ROOT, env=surroundings, check=True, capture_output=True)
    return done.stdout.decode()


def _edit(
    concord: Concord, key: str, kind: type[Record], field: str, values: tuple[Any, Any]
) -> float:
    assert concord.workspace
    assert concord.desk
    concord.workspace.show_step(key)
    _settle()
    desk = concord.desk
    id = min(desk.workshop.of(kind))
    times = []
    for number in range(_EDITS):
        edit = partial(change, of=kind, id=id, **{field: values[number % 2]})
        began = perf_counter()
        step = desk.apply(edit, "Change")
        for _ in range(_PASSES):
            QCoreApplication.processEvents()
        times.append(perf_counter() - began)
        if step is None:
            raise AssertionError(f"The edit on {key} changed nothing.")
        _settle()
    return median(times[1:])


def _settle() -> None:
    """Let the window and the disk come to rest, as between two edits of a person."""
    ends = perf_counter() + _REST_SECONDS
    while perf_counter() < ends:
        QCoreApplication.processEvents()


@contextmanager
def _bare_file(path: Path) -> Iterator[Callable[[], object]]:
    """Give what puts one row into a file of its own, with the settings of a workshop file."""
    with closing(connect(path, "rwc")) as connection:
        connection.execute("CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT)")

        def commit() -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO words (word) VALUES ('Alder Clinic')")
            connection.execute("COMMIT")

        yield commit
