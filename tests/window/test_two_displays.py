# SPDX-License-Identifier: MIT
"""A laptop and a projector, simulated in a process of its own: where the two windows stand."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
DISPLAYS = (("laptop", 0, 0, 1440, 900), ("projector", 1440, 0, 1920, 1080))
SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from widgets.application import Concord
from widgets.settings import Settings
from workshop.interchange.templates import from_template
from workshop.storage.workshop_file import create

app, folder = QApplication([]), Path(sys.argv[1])
concord = Concord(app, Settings(folder / "settings.ini"))
concord.window.resize(1280, 800)
concord.window.show()
concord.adopt(create(folder / "a.concord", from_template("blank"), "Begin"))


def tell(verb):
    concord.window.actions_by_key[verb].trigger()
    app.processEvents()
    room = concord.projector.screen
    shown = room.geometry().getRect() if room.isVisible() else ()
    swap = concord.workspace.header._swap
    print(verb, concord.window.screen().name(), *shown, swap.toolTip() if swap.isVisible() else "")


tell("room")
tell("swap")
tell("swap")
tell("room_hide")
concord.close_file()
"""


def test_the_room_fills_the_other_display_and_the_windows_change_places(tmp_path: Path) -> None:
    names = ("name", "x", "y", "width", "height")
    screens = [
        dict(zip(names, each, strict=True)) | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for each in DISPLAYS
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.splitlines() == [
        "room laptop 1440 0 1920 1080 Swap screens (Ctrl+F5)",
        "swap projector 0 0 1440 900 Swap screens (Ctrl+F5)",
        "swap laptop 1440 0 1920 1080 Swap screens (Ctrl+F5)",
        "room_hide laptop ",
    ]
