# SPDX-License-Identifier: MIT
"""Collects garbage on the window's thread only.

Python collects cycles on whichever thread happens to allocate. A worker would then destroy widgets
that nobody holds any more, and Qt objects must die on the thread they live on.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PULSE_MS = 1000


class Collector(QObject):
    """Takes over from Python's own timing for as long as the app runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._pulse = QTimer(self, interval=PULSE_MS)
        self._pulse.timeout.connect(self.collect)
        self._pulse.start()

    def spare_what_is_there(self) -> None:
        """Look no more at what stays anyway, such as modules; to do so takes most of the time."""
        gc.freeze()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        due = [n for n, count in enumerate(gc.get_count()) if count > self._thresholds[n]]
        if due:
            gc.collect(due[-1])
