# SPDX-License-Identifier: MIT
"""A page of the fourth stage on the sample, and who is in it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from tests.pages.conftest import Visit
from widgets.partners.sets import SetsPage
from workshop.interchange.templates import sample
from workshop.state import Workshop

Open = Callable[..., Visit]
US, NORTH, HOME, SUMMIT = (
    "org-01-cedar-valley",
    "org-02-northlight",
    "org-03-homebridge",
    "org-14-summit",
)


def opened(visit: Open, step: str, kind: type[Any], workshop: Workshop | None = None) -> Any:
    """Give a visit and its page, with the first answer if it is the page that looks for sets."""
    seen = visit(f"partners.{step}", workshop or sample())
    page = seen.page
    assert isinstance(page, kind)
    if isinstance(page, SetsPage) and not workshop:
        for _ in range(1000):
            if page._answers is None:
                rest(20)  # the first answer comes from beside the window
        assert page._answers is not None, page._told.text()
        rest(20)
    return seen, page


def rest(milliseconds: int) -> None:
    """Let the window and what works beside it go on.

    The wait that comes with Qt's own tests holds Python meanwhile, and nothing beside gets to run.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
