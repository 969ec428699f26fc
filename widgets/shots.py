# SPDX-License-Identifier: MIT
"""Pictures of every screen and every board of the room, to look at or to print in the README."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from PySide6.QtCore import QEvent, QEventLoop, QSize
from PySide6.QtGui import QPixmap

from resources.theme import THEMES
from widgets.application import SCALES, Concord
from widgets.pages import Exposure
from widgets.room.screen import RoomScreen
from widgets.settings import Settings
from widgets.style import application
from widgets.work import under_way
from workshop.audience import shown_view
from workshop.path.stages import STEPS

WINDOW = QSize(1440, 900)
ROOM = QSize(1920, 1080)
MOST_SECONDS = 20.0


def write_shots(
    workshop_file: Path,
    directory: Path,
    *,
    window: QSize = WINDOW,
    theme: str = "light",
    scale: float = 1.0,
) -> list[Path]:
    """Write a PNG of each step's page and of what it shows to the room; give their paths."""
    directory.mkdir(parents=True, exist_ok=True)
    app = application()
    with TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        settings.remember("theme", theme)
        settings.remember("scale", SCALES.index(scale))
        concord = Concord(app, settings)
        concord.window.resize(window)
        concord.show_start()
        concord.window.show()
        paths = [_save(_grabbed(concord), directory, "00-start")]
        if concord.open_path(workshop_file):
            paths += list(_steps(concord, directory, theme))
        concord.close_file()
        concord.window.hide()
    return paths


def _steps(concord: Concord, directory: Path, theme: str) -> Iterator[Path]:
    workspace = concord.workspace
    assert workspace
    assert concord.desk
    shown: set[Exposure] = set()
    room = RoomScreen(THEMES[theme], workspace.timer)
    room.resize(ROOM)
    public = shown_view(concord.desk.workshop)
    for number, (key, step) in enumerate(STEPS.items(), 1):
        workspace.show_step(key)
        workspace.rail.refresh()
        name = f"{number:02d}-{key.replace('.', '-').replace('_', '-')}"
        yield _save(_grabbed(concord), directory, name)
        exposure = workspace.exposure()
        if step.built and exposure not in shown:
            shown.add(exposure)
            room.show_board(exposure, public, THEMES[theme])
            while room.is_drawing:
                concord.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            yield _save(room.grab(), directory, f"{name}-room")
    room.deleteLater()


def _grabbed(concord: Concord) -> QPixmap:
    settled = monotonic() + MOST_SECONDS
    turns = 6  # layouts, exhibits and late rows settle within a few turns of the loop
    while turns and monotonic() < settled:
        concord.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        concord.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        turns = 6 if under_way() else turns - 1  # what a worker found settles, too
    return concord.window.grab()


def _save(picture: QPixmap, directory: Path, name: str) -> Path:
    path = directory / f"{name}.png"
    picture.save(str(path))
    return path
