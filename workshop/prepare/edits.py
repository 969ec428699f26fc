# SPDX-License-Identifier: MIT
"""The verb of preparing: say what the day is."""

from typing import Any

import msgspec

from workshop.prepare.details import details
from workshop.state import Workshop


def set_details(workshop: Workshop, **values: Any) -> Workshop:
    """Set fields of the workshop's details, which need not exist before."""
    before = details(workshop)
    after = msgspec.structs.replace(before, **values)
    return workshop if after == before else workshop.put([after])
