# SPDX-License-Identifier: MIT
"""Pages of a PDF as pictures, drawn when they come into view."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap


class PdfPages:
    """An open PDF of which single pages can be drawn; keep it no longer than its file."""

    def __init__(self, path: Path) -> None:
        import pypdfium2

        self._document: Any = pypdfium2.PdfDocument(path.read_bytes())

    def __len__(self) -> int:
        return len(self._document)

    def size(self, page: int) -> QSize:
        """Give a page's width and height, in points."""
        width, height = self._document.get_page_size(page)
        return QSize(round(width), round(height))

    def picture(self, page: int, scale: float) -> QPixmap:
        """Draw a page, so many pixels a point."""
        bitmap = self._document[page].render(scale=scale, rev_byteorder=True)
        array = bitmap.to_numpy()
        height, width, channels = array.shape
        format = {3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBA8888}[channels]
        image = QImage(array.tobytes(), width, height, width * channels, format)
        return QPixmap.fromImage(image)

    def close(self) -> None:
        """Let go of the PDF."""
        self._document.close()
