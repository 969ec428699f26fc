# SPDX-License-Identifier: MIT
"""Text of spreadsheets as rows of cells, and back: what copy writes and paste reads."""

import csv
import io
from collections.abc import Sequence

LARGEST_PASTE = 10_000
"""Rows taken from the clipboard at most."""


def to_text(rows: Sequence[Sequence[str]]) -> str:
    """Give rows as tab-separated text; cells with tabs, quotes or line ends are quoted."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()


def to_rows(text: str) -> list[list[str]]:
    """Give the cells of pasted text; commas part cells only where all lines agree on how many."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    if not text.strip():
        return []
    if "\t" in text:
        return _parsed(text, "\t")
    for mark in (";", ","):
        rows = _parsed(text, mark)
        if len(rows) > 1 and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1:
            return rows
    if text.startswith('"') and text.endswith('"'):
        return _parsed(text, "\t")
    return [[line] for line in text.split("\n")]


def _parsed(text: str, mark: str) -> list[list[str]]:
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=mark))
    except csv.Error:
        rows = [line.split(mark) for line in text.split("\n")]
    return [row or [""] for row in rows][:LARGEST_PASTE]
