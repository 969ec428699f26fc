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


def concord_version() -> str:
    """Give the version of the installed app, or words for one run from its folder."""
    try:
        return version("concord")
    except PackageNotFoundError:
        return "from source"


def credits() -> str:
    """Give the dependencies with their licenses, one a line."""
    listed = json.loads((LICENSES / "dependencies.json").read_text("utf-8"))
    rows = listed["dependencies"] if isinstance(listed, dict) else listed
    return "\n".join(
        f"{row['name']} {row['version']}, {row.get('license', row.get('licence'))}" for row in rows
    )


def show_about(app: "Concord") -> None:
    """Open the About box."""
    panel = Panel(
        app.window,
        "About Concord",
        f"Version {concord_version()}. MIT license. It works without any network: nothing leaves "
        "this machine unless you export it. Fonts: Noto Sans (OFL 1.1). Icons: Lucide (ISC).",
        width=560,
    )
    text = QTextBrowser()
    text.setPlainText("Concord stands on:\n" + credits())
    text.setAccessibleName("Dependencies and their licenses")
    text.setMinimumHeight(260)
    panel.content.addWidget(text, 1)
    panel.add_button("Close", panel.accept, "primary")
    panel.open()
