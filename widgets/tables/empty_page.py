# SPDX-License-Identifier: MIT
"""What stands in place of a table without rows: what belongs there, and the button that starts it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


def empty_page(sentence: str, button: QPushButton) -> QWidget:
    """Give a page with one sentence over one button, in its middle."""
    page, words = QWidget(), QLabel(sentence)
    words.setProperty("role", "mute")
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    layout = QVBoxLayout(page)
    layout.setSpacing(16)
    layout.addStretch(1)
    layout.addWidget(words)
    layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
    layout.addStretch(1)
    return page
