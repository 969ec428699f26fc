# SPDX-License-Identifier: MIT
"""How large a picture is to be: a width in pixels, by number or by what it is for."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QWidget

from widgets.dialogs import Panel
from widgets.exchange.network_picture import NARROWEST, WIDEST, WIDTH

_STEP = 80
_USES = (("In a text", 1280), ("On a slide", 1920), ("On a poster", 3840))


class PictureSize(Panel):
    """Asks for the width; the height follows from it."""

    def __init__(self, parent: QWidget, chosen: Callable[[int], object]) -> None:
        super().__init__(parent, "How large?", "The height follows from the shape of the network.")
        self._chosen = chosen
        self.width_box = QSpinBox()
        self.width_box.setRange(NARROWEST, WIDEST)
        self.width_box.setSingleStep(_STEP)
        self.width_box.setGroupSeparatorShown(True)
        self.width_box.setSuffix(" pixels wide")
        self.width_box.setAccessibleName("Width in pixels")
        self.uses = [self._use(*each) for each in _USES]
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.width_box)
        for button in self.uses:
            second.addWidget(button)
        for row in (first, second):
            row.addStretch(1)
            self.content.addLayout(row)
        self.width_box.setValue(WIDTH)
        self.add_button("Cancel", self.reject)
        self.add_button("Save", self._take, "primary")
        self.width_box.setFocus()

    def _take(self) -> None:
        width = self.width_box.value()
        self.accept()
        self._chosen(width)

    def _use(self, words: str, width: int) -> QPushButton:
        button = QPushButton(f"{words}, {width:,}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: self.width_box.setValue(width))
        return button
