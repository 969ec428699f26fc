# SPDX-License-Identifier: MIT
"""A card to press: a title and a sentence, as where a workshop is begun."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from widgets.dialogs import label

USUAL_WIDTH = 480
"""How wide a card is taken to be before it is laid out, in pixels."""


class _ChoiceCard(QPushButton):
    """As high as its words are at its width."""

    def __init__(self) -> None:
        super().__init__()
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(16, 12, 16, 12)
        self.content.setSpacing(2)

    def sizeHint(self) -> QSize:
        return self.content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Claim the height of the words also before the width is known, as a panel asks for it."""
        return QSize(0, self.heightForWidth(self.width() if self.isVisible() else USUAL_WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.content.heightForWidth(width)


def choice(title: str, sentence: str) -> QPushButton:
    """Give a card that offers one choice; the sentence says what it brings."""
    button = _ChoiceCard()
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setProperty("role", "choice")
    button.setAccessibleName(title)
    button.setAccessibleDescription(sentence)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    for text, role in ((title, "strong"), (sentence, "mute")):
        words = label(text, role)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.content.addWidget(words)
    button.content.addStretch(1)
    return button
