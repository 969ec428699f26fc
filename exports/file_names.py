# SPDX-License-Identifier: MIT
"""The one way the words of a workshop become the name of a file."""

import re

_MOST = 80
_NOT_PLAIN = re.compile(r"[^\w \-()&,.+']+")
_DEVICES = re.compile(r"(con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
"""Names that Windows keeps for itself, whatever follows the point."""


def file_name(words: str, otherwise: str) -> str:
    """Give a name without an ending that any disk takes; `otherwise` if nothing is left of the words."""
    plain = " ".join(_NOT_PLAIN.sub(" ", words).split())
    plain = plain.lstrip(" .-")[:_MOST].rstrip(" .")
    return f"file {plain}" if _DEVICES.match(plain) else plain or otherwise
