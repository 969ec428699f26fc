# SPDX-License-Identifier: MIT
"""The slow parts of an import, to be run off the window's thread."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from widgets.work import ReportProgress
from workshop.interchange.answers import key_of, recalled
from workshop.interchange.dry_run import Outcome, dry_run
from workshop.interchange.plan import Plan, guess_plan
from workshop.interchange.problem import SourceError
from workshop.interchange.sheet import Sheet
from workshop.interchange.source import read_pasted, read_source
from workshop.state import Workshop

Cancelled = Callable[[], bool]
PlanJob = Callable[[ReportProgress, Cancelled], Plan]


def planning_files(paths: Sequence[Path], workshop: Workshop) -> PlanJob:
    """Give the job that reads files and guesses how."""

    def job(progress: ReportProgress, cancelled: Cancelled) -> Plan:
        sheets: list[Sheet] = []
        for number, path in enumerate(paths):
            progress(number, len(paths) + 1)
            sheets += read_source(path, partial(_go_on, cancelled))
        progress(len(paths), len(paths) + 1)
        return guess_plan(sheets, workshop)

    return job


def planning_cells(text: str, workshop: Workshop) -> PlanJob:
    """Give the job that reads pasted cells and guesses how."""
    return lambda _progress, _cancelled: guess_plan([read_pasted(text)], workshop)


def trying(plan: Plan, workshop: Workshop) -> Callable[[ReportProgress, Cancelled], Outcome]:
    """Give the job that finds out what an import would do."""

    def job(progress: ReportProgress, cancelled: Cancelled) -> Outcome:
        def watch(done: int, total: int) -> None:
            _go_on(cancelled)
            progress(done, total)

        return dry_run(plan, workshop, watch)

    return job


def as_remembered(plan: Plan, kept: Callable[[str], str]) -> Plan:
    """Give the plan with the answers that were given before; `kept` gives them by key, or ""."""
    sheets = []
    for each in plan.sheets:
        text = kept(key_of(each.sheet))
        sheets.append(recalled(each, text) if text else each)
    return plan._replace(sheets=tuple(sheets))


def _go_on(cancelled: Cancelled) -> None:
    if cancelled():
        raise SourceError("The import was stopped; nothing was changed.")
