# SPDX-License-Identifier: MIT
"""Files of other programs are read in a process of their own, out of reach of the workshop.

That process is given the file and answers with its cells, or with one sentence; it has a limited
time and memory, and the window goes on meanwhile.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from datetime import time as clock
from importlib import import_module
from pathlib import Path
from typing import IO, Any

import msgspec

from workshop.interchange.problem import Problem, SourceError
from workshop.interchange.sheet import Cell, Sheet, Unreadable

if sys.platform == "linux":  # pragma: no branch - elsewhere the limits of each reader must do
    from resource import RLIMIT_AS, prlimit

SECONDS = 60
MEMORY = 1024 * 1024 * 1024
READERS = {
    ".xlsx": ("workshop.interchange.xlsx_file", "read_xlsx"),
    ".xlsm": ("workshop.interchange.xlsx_file", "read_xlsx"),
    ".graphml": ("workshop.interchange.graph_file", "read_graph"),
    ".gexf": ("workshop.interchange.graph_file", "read_graph"),
    ".xml": ("workshop.interchange.graph_file", "read_graph"),
}
"""The module and the function that read files by their endings; imported in that process only."""

_ROOT = Path(__file__).parents[2]
_BEGIN = (
    "import sys; sys.path.insert(0, sys.argv[1]); sys.modules['numpy'] = None; "
    "from workshop.interchange.apart import answer; "
    "sys.stdout.buffer.write(answer(sys.argv[2], sys.stdin.buffer.read()))"
)
_LOOK_SECONDS = 0.05
_DATETIME, _DATE, _CLOCK, _UNREADABLE = 1, 2, 3, 4
_FROM_TEXT: dict[int, Callable[[str], Cell]] = {
    _DATETIME: datetime.fromisoformat,
    _DATE: date.fromisoformat,
    _CLOCK: clock.fromisoformat,
    _UNREADABLE: Unreadable,
}


def read_apart(path: Path, file: IO[bytes], go_on: Callable[[], object] = bool) -> list[Sheet]:
    """Give the sheets of an open file; raise SourceError with one sentence if it cannot be read.

    `go_on` is asked every so often; it may raise to end the reading.
    """
    command = [sys.executable, "-I", "-c", _BEGIN, str(_ROOT), path.name]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(
        command, stdin=file, stdout=pipe, stderr=nothing, creationflags=hidden
    ) as process:
        try:
            _limit(process.pid)
            said = _said(process, path.name, go_on)
        finally:
            process.kill()
    return sheets_in(path.name, said)


def answer(name: str, data: bytes) -> bytes:
    """Give the sheets of a file, or the sentence that refuses it, as bytes; so the process answers."""
    path = Path(name)
    module, function = READERS[path.suffix.casefold()]
    try:
        sheets = getattr(import_module(module), function)(path, data)
    except SourceError as refusal:
        return msgspec.msgpack.encode(str(refusal))
    packed = [each._replace(rows=[list(map(_packed, row)) for row in each.rows]) for each in sheets]
    return msgspec.msgpack.encode(packed)


def _limit(process: int) -> None:
    if sys.platform == "linux":  # pragma: no branch
        with suppress(OSError):  # it may have a smaller limit already
            prlimit(process, RLIMIT_AS, (MEMORY, MEMORY))


def _said(process: "subprocess.Popen[bytes]", name: str, go_on: Callable[[], object]) -> bytes:
    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends:
        go_on()
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=_LOOK_SECONDS)[0]
    raise SourceError(
        f"{name} took longer than {SECONDS} seconds to read and was given up; "
        "keep the sheets the workshop is about and import again."
    )


def sheets_in(name: str, said: bytes) -> list[Sheet]:
    """Give the sheets in an answer; raise SourceError if it is a refusal, or none at all."""
    try:
        found = msgspec.msgpack.decode(said, type=str | list[Any], ext_hook=_unpacked)
        if isinstance(found, str):
            raise SourceError(found)
        return [_sheet(*each) for each in found]
    except (msgspec.DecodeError, TypeError, ValueError, LookupError) as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(
            f"{name} is more than Concord can take in, or it is damaged; nothing was changed."
        ) from None


def _sheet(
    file: str,
    name: str,
    rows: list[list[Cell]],
    numbers: list[int],
    notes: list[Any],
    is_hidden: bool,
) -> Sheet:
    cells = tuple(map(tuple, rows))
    told = tuple(Problem(*each[:7]) for each in notes)
    return Sheet(file, name, cells, tuple(numbers), told, is_hidden)


def _packed(cell: Cell) -> Any:
    match cell:
        case Unreadable():
            return msgspec.msgpack.Ext(_UNREADABLE, cell.encode())
        case datetime():
            return msgspec.msgpack.Ext(_DATETIME, cell.isoformat().encode())
        case date():
            return msgspec.msgpack.Ext(_DATE, cell.isoformat().encode())
        case clock():
            return msgspec.msgpack.Ext(_CLOCK, cell.isoformat().encode())
    return cell


def _unpacked(code: int, text: memoryview) -> Cell:
    return _FROM_TEXT[code](bytes(text).decode())
