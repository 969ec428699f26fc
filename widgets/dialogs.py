# SPDX-License-Identifier: MIT
"""The one frame of all dialogs, and the one way to ask for a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from widgets.fonts import load_face

_EDGE = 16


class Panel(QDialog):
    """A window-modal dialog with a title, a sentence, what the caller puts in, and buttons."""

    def __init__(self, parent: QWidget, title: str, sentence: str = "", width: int = 560) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(width, 10)
        self.content = QVBoxLayout()
        self.content.setSpacing(8)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(title, "title"))
        if sentence:
            layout.addWidget(label(sentence, "mute"))
        layout.addLayout(self.content, 1)
        layout.addLayout(self._buttons)

    def add_button(
        self, text: str, action: Callable[[], object], role: str = "secondary"
    ) -> QPushButton:
        """Add a button to the foot of the dialog; the primary one answers to Enter."""
        button = QPushButton(text)
        button.setProperty("role", role)
        button.setDefault(role == "primary")
        button.setAutoDefault(role == "primary")
        button.clicked.connect(lambda _=False: action())
        self._buttons.addWidget(button)
        return button

    def fit(self) -> None:
        """Grow to the height that the words need at this width, within the window."""
        parent = self.parentWidget()
        room = parent.window().height() - 2 * _EDGE if parent else self.maximumHeight()
        layout = self.layout()
        if layout:
            natural = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), min(natural, room)))

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)


def label(text: str, role: str = "body") -> QLabel:
    """Give a label of plain text that wraps."""
    if role == "quote":
        load_face("italic")
    made = QLabel(text)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made


def documents_folder() -> Path:
    """Give the folder where the user's documents are."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def ask_file(
    parent: QWidget,
    caption: str,
    kinds: str,
    chosen: Callable[[Path], object],
    *,
    suggested: Path | None = None,
    save_suffix: str = "",
) -> QFileDialog:
    """Ask for a file, to open or with `save_suffix` to write, without blocking the window."""
    place = suggested or documents_folder()
    dialog = QFileDialog(parent, caption, str(place if place.is_dir() else place.parent), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if save_suffix:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(save_suffix)
        dialog.selectFile(place.name if not place.is_dir() else "")
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog


def ask_files(
    parent: QWidget, caption: str, kinds: str, chosen: Callable[[Sequence[Path]], object]
) -> QFileDialog:
    """Ask for one file to open or for several, without blocking the window."""
    dialog = QFileDialog(parent, caption, str(documents_folder()), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()
    return dialog
