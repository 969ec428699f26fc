# SPDX-License-Identifier: MIT
"""Preferences: light or dark, the size of text, and whether the script is shown."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout

from widgets.dialogs import Panel

if TYPE_CHECKING:
    from widgets.application import Concord

THEMES = (("", "As the system"), ("light", "Light"), ("dark", "Dark"))


class PreferencesPanel(Panel):
    """Every choice takes effect at once."""

    def __init__(self, app: "Concord") -> None:
        from widgets.application import SCALES

        super().__init__(app.window, "Preferences", "Choices take effect at once.", width=440)
        self._app = app
        self.theme = QComboBox()
        for key, text in THEMES:
            self.theme.addItem(text, key)
        self.theme.setCurrentIndex(self.theme.findData(app.settings.text("theme")))
        self.theme.currentIndexChanged.connect(self._set_theme)
        self.scale = QComboBox()
        for scale in SCALES:
            self.scale.addItem(f"{scale:.0%}")
        self.scale.setCurrentIndex(app.settings.number("scale", 1))
        self.scale.currentIndexChanged.connect(self._set_scale)
        self.script = QCheckBox("Show the facilitator's script beside each step")
        self.script.setChecked(app.settings.flag("script", True))
        self.script.toggled.connect(self._set_script)
        form = QFormLayout()
        form.addRow("&Colors", self.theme)
        form.addRow("&Text size", self.scale)
        form.addRow(self.script)
        self.content.addLayout(form)
        self.add_button("Close", self.accept, "primary")

    def _set_theme(self) -> None:
        self._app.settings.remember("theme", str(self.theme.currentData()))
        self._app.dress()

    def _set_scale(self, place: int) -> None:
        self._app.settings.remember("scale", place)
        self._app.dress()

    def _set_script(self, visible: bool) -> None:
        self._app.settings.remember("script", visible)
        if self._app.workspace:
            self._app.workspace.show_script(visible)


def show_preferences(app: "Concord") -> None:
    """Open the preferences."""
    PreferencesPanel(app).open()
