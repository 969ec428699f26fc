# SPDX-License-Identifier: MIT
"""Bringing data in: 20,000 ties from a workbook, and a million rows that are refused."""

import json
import random
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import openpyxl
import xlsxwriter

from tests.benchmarks.result import Result, interleaved
from tests.interchange.books import million_rows
from workshop.interchange.dry_run import dry_run
from workshop.interchange.plan import guess_plan
from workshop.interchange.source import read_source
from workshop.state import Workshop

_ROOT = Path(__file__).parents[2]
_TIES, _ORGANIZATIONS = 20_000, 600
_REFUSE = """
import json, re, sys, time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from workshop.interchange.problem import SourceError
from workshop.interchange.source import read_source
began = time.perf_counter()
try:
    read_source(Path(sys.argv[1]))
except SourceError:
    took = time.perf_counter() - began
    own = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
    print(json.dumps([took, own + getrusage(RUSAGE_CHILDREN).ru_maxrss]))
"""
"""Says how long a refusal took, and the most kilobytes that both processes had."""


def run() -> list[Result]:
    """Measure reading and trying, and refusing."""
    with TemporaryDirectory() as folder:
        return [ties(Path(folder) / "ties.xlsx"), million(Path(folder) / "million.xlsx")]


def ties(path: Path) -> Result:
    """Read 20,000 ties and try them on an empty workshop, beside openpyxl reading the cells."""
    _write(path)

    def ours() -> None:
        plan = guess_plan(read_source(path), Workshop())
        outcome = dry_run(plan, Workshop())
        if len(outcome.records) != _TIES + _ORGANIZATIONS:
            raise AssertionError(outcome.summary)

    def peer() -> None:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        if sum(1 for row in book.worksheets[0].iter_rows() for _ in row) != (_TIES + 1) * 4:
            raise AssertionError("openpyxl read something else.")

    took, bare = interleaved(ours, peer)
    what = "import of 20,000 ties from xlsx with dry run"
    return Result(what, took, "openpyxl, the cells only", bare, "under 3 s", took < 3)


def million(path: Path) -> Result:
    """Refuse a workbook of a million rows whose size is written nowhere."""
    path.write_bytes(million_rows())
    command = [sys.executable, "-c", _REFUSE, str(path)]
    runs = [
        json.loads(subprocess.run(command, cwd=_ROOT, check=True, capture_output=True).stdout)
        for _ in range(5)
    ]
    took, kilobytes = (median(column) for column in zip(*runs, strict=True))
    megabytes = kilobytes / 1024
    what = f"1,000,000 rows refused in words (peak {megabytes:.0f} MB)"
    met = took < 2 and megabytes < 100
    return Result(what, took, "the goal", 2.0, "under 2 s, under 100 MB", met)


def _write(path: Path) -> None:
    chance = random.Random(1)  # the same ties each time, nothing secret
    kinds, numbers = ("funding", "advice", "data sharing"), range(_ORGANIZATIONS)
    pairs = [(a, b, kind) for a in numbers for b in numbers[a + 1 :] for kind in kinds]
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Ties")
    sheet.write_row(0, 0, ["From", "To", "Relation", "Strength"])
    for row, (a, b, kind) in enumerate(chance.sample(pairs, _TIES), 1):
        sheet.write_row(row, 0, [f"Organization {a}", f"Organization {b}", kind, row % 6])
    book.close()
