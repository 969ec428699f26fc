# SPDX-License-Identifier: MIT
"""Keeps what was compiled of sources that are no files, as Python does for modules that are."""

import marshal
import os
import sys
from contextlib import suppress
from pathlib import Path
from types import CodeType
from zlib import crc32

Kept = dict[str, tuple[int, CodeType]]
"""Code by the name of its source, with the checksum of that source."""


class KeptCode:
    """Compiled code in one file beside Python's own; what does not fit any more is made anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = _read(path)
        self._is_new = False

    def find(self, source: bytes, filename: str) -> CodeType | None:
        """Give the code of this very source, if it was kept."""
        checksum, code = self._kept.get(filename, (None, None))
        return code if checksum == crc32(source) else None

    def keep(self, source: bytes, filename: str, code: CodeType) -> None:
        """Remember the code of a source."""
        self._kept[filename] = (crc32(source), code)
        self._is_new = True

    def save(self) -> None:
        """Write what is new, where Python may keep such things; it is no loss where it may not."""
        if not self._is_new or sys.dont_write_bytecode:
            return
        own = self._path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            own.write_bytes(marshal.dumps(self._kept))
            own.replace(self._path)


def beside(module: str, name: str) -> Path:
    """Give where code of this name is kept for the module in this file and for this Python."""
    folder = Path(sys.pycache_prefix or Path(module).parent / "__pycache__")
    return folder / f"{name}.{sys.implementation.cache_tag}.{sys.hexversion:x}"


def _read(path: Path) -> Kept:
    with suppress(OSError, EOFError, ValueError, TypeError):
        kept = marshal.loads(path.read_bytes())
        if isinstance(kept, dict):
            return kept
    return {}
