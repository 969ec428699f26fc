# SPDX-License-Identifier: MIT
"""The layout of a workshop file, and how it is connected to so that a hostile one can do nothing."""

import os
import sqlite3
from pathlib import Path
from typing import Literal

from workshop.storage.errors import REFUSALS, DamagedFile, FileError, NotAWorkshop

APPLICATION_ID = 0x436F6E63  # "Conc"
FORMAT = 1
PAGE = 4096
LARGEST_VALUE = 64 << 20
LARGEST_FILE = 4 << 30
BUSY_SECONDS = 5.0

TABLES = {
    "records": "CREATE TABLE records (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL,"
    " seal BLOB NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID",
    "settings": "CREATE TABLE settings (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)"
    " STRICT, WITHOUT ROWID",
    "steps": "CREATE TABLE steps (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, how TEXT NOT NULL,"
    " label TEXT NOT NULL, changes TEXT NOT NULL, state BLOB NOT NULL, seal BLOB NOT NULL) STRICT",
}

Mode = Literal["ro", "rw", "rwc"]


def connect(
    path: Path, mode: Mode, factory: type[sqlite3.Connection] = sqlite3.Connection
) -> sqlite3.Connection:
    """Connect to a workshop file; text comes as bytes, transactions are begun by hand."""
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        factory=factory,
    )
    try:
        _set_up(connection, mode)
    except REFUSALS:
        connection.close()
        raise
    return connection


def _set_up(connection: sqlite3.Connection, mode: Mode) -> None:
    connection.text_factory = bytes
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for setting in ("trusted_schema = OFF", "cell_size_check = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {setting}")
    if mode == "rwc":
        connection.execute(f"PRAGMA page_size = {PAGE}")
    if mode != "ro":
        connection.execute("PRAGMA journal_mode = DELETE")


def create_tables(connection: sqlite3.Connection, format: int) -> None:
    """Lay out an empty file, within the transaction that is open."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {format}")
    for sentence in TABLES.values():
        connection.execute(sentence)


def check_layout(connection: sqlite3.Connection) -> int:
    """Give the format of a file, or raise unless it is a workshop with the exact layout expected."""
    mark, format = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version")
    )
    found = {
        (kind.decode(), name.decode()): (sql or b"").decode(errors="replace")
        for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_schema")
    }
    exact = found == {("table", name): sql for name, sql in TABLES.items()}
    if mark != APPLICATION_ID:
        if exact:
            raise DamagedFile("The file is damaged: its first page is not as Concord wrote it.")
        raise NotAWorkshop("This is a database of another program, not a Concord workshop.")
    if not exact and (format <= FORMAT or not _is_extension(found)):
        raise DamagedFile("The file was altered: its tables are not those Concord makes.")
    return int(format)


def _is_extension(found: dict[tuple[str, str], str]) -> bool:
    kinds = {kind for kind, _ in found}
    return kinds <= {"table", "index"} and all(("table", name) in found for name in TABLES)


def check_size(connection: sqlite3.Connection, path: Path) -> None:
    """Raise unless the file is as long as its pages; a read must have begun."""
    pages, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
    )
    length = os.stat(path).st_size
    if length != pages * size:
        word = "shorter" if length < pages * size else "longer"
        raise DamagedFile(f"The file is damaged: it is {word} than what Concord wrote.")


def check_path(path: Path) -> None:
    """Raise unless there is a file of a possible size at the path."""
    if path.is_dir():
        raise NotAWorkshop("This is a folder, not a Concord workshop.")
    try:
        length = os.stat(path).st_size
    except FileNotFoundError:
        raise NotAWorkshop(f"There is no file “{path.name}” here.") from None
    except OSError:
        raise FileError("The file cannot be reached; check the folder or the drive.") from None
    if not length:
        raise NotAWorkshop("The file is empty.")
    if length > LARGEST_FILE:
        raise NotAWorkshop("The file is too large to be a Concord workshop.")
