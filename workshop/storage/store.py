# SPDX-License-Identifier: MIT
"""What Concord asks of a place that keeps a workshop; a file is one, a shared database may be."""

from collections.abc import Sequence
from typing import Protocol

from workshop.history import Step


class Store(Protocol):
    """A place that takes steps and has them for good when `append` returns."""

    def append(self, steps: Sequence[Step]) -> int:
        """Add steps in one transaction and give how many the place then holds.

        Raises CannotSave if it does not hold them, LostFile if it never will.
        """

    def check_place(self) -> None:
        """Raise CannotSave if the place is no longer where it was."""

    def close(self) -> None:
        """Let go of the place."""
