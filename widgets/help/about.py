# SPDX-License-Identifier: MIT
"""What Concord is, its license, and what it stands on."""

import json
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTextBrowser

from resources.paths import LICENSES
from widgets.dialogs import Panel

if TYPE_CHECKING:
    from widgets.application import Concord

_HEIGHT = 560


def concord_version() -> str:
    """Give the version of the installed app, or words for one run from its folder."""
    try:
        return version("concord")
    except PackageNotFoundError:
        return "from source"


def credits() -> str:
    """Give what Concord stands on, each with its license, what it is for and what is to be known."""
    listed = json.loads((LICENSES / "dependencies.json").read_text("utf-8"))
    return "\n\n".join(_credit(entry) for entry in listed)


def _credit(entry: dict[str, str]) -> str:
    first = f"{entry['name']} {entry['version']}, {entry['license']}"
    return "\n".join([first, f"{entry['purpose']}.", *filter(None, [entry.get("note")])])


def show_about(app: "Concord") -> None:
    """Open the About box."""
    panel = Panel(
        app.window,
        "About Concord",
        f"Version {concord_version()}. MIT license. It works without any network: nothing leaves "
        "this machine unless you export it. Fonts: Noto Sans (OFL 1.1). Icons: Lucide (ISC).",
        width=640,
    )
    text = QTextBrowser()
    text.setPlainText(f"Concord stands on:\n\n{credits()}")
    text.setAccessibleName("Dependencies, their licenses and what is to be known of them")
    panel.content.addWidget(text, 1)
    panel.add_button("Close", panel.accept, "primary")
    panel.resize(panel.width(), _HEIGHT)
    panel.open()
