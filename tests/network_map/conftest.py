# SPDX-License-Identifier: MIT
"""The map in the letters of the app, whatever was tested before and whatever fonts a machine has."""

import pytest
from PySide6.QtWidgets import QApplication

from resources.theme import LIGHT
from widgets.style import begin


@pytest.fixture(autouse=True)
def letters_of_the_app(qapp: QApplication) -> None:
    """Give the application its font and colors."""
    begin(qapp, LIGHT)
