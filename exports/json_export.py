# SPDX-License-Identifier: MIT
"""The whole workshop as Concord's JSON, in a file."""

from pathlib import Path

from exports.atomic import write_whole
from workshop.interchange.json_file import encode_json
from workshop.state import Workshop


def write_json(workshop: Workshop, path: Path) -> None:
    """Write everything, private notes included, so that it can be read back exactly."""
    content = encode_json(workshop)
    write_whole(path, content)
