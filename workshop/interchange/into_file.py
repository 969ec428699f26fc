# SPDX-License-Identifier: MIT
"""An import from files into a workshop file, in one go: what the command line does."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from workshop.document import Document
from workshop.interchange.dry_run import Outcome, dry_run, import_edit
from workshop.interchange.plan import Plan, Scale, as_answers, for_ties, guess_plan
from workshop.interchange.problem import SourceError
from workshop.interchange.sheet import Sheet
from workshop.interchange.source import read_source
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.storage.open_file import OpenFile
from workshop.storage.workshop_file import create, open_file


class Choices(NamedTuple):
    """What the person answered before the import; None leaves it to the guess."""

    relation: str | None = None
    directed: bool | None = None
    scale: Scale | None = None
    reports: bool = False
    """Rows of ties are what one end of each says."""
    words: Mapping[str, float | None] | None = None
    """What words for the strength of ties mean, folded."""
    add_unknown: bool = False
    """Add organizations and capabilities that are only named by something else."""
    only_try: bool = False


def import_into(sources: Sequence[Path], target: Path, choices: Choices) -> Outcome:
    """Import into a workshop file, made if there is none, as one step; raise RuleError if it cannot be."""
    sheets = [sheet for path in sources for sheet in read_source(path)]
    opened = open_file(target) if target.exists() else None
    document = opened.document if opened else Document()
    try:
        if document.read_only_because and not choices.only_try:
            raise RuleError(document.read_only_because)
        outcome = dry_run(_plan(sheets, document, choices), document.workshop)
        if not choices.only_try:
            label = f"Import {', '.join(path.name for path in sources)}"
            document.apply(import_edit(outcome), label)
            opened = opened or create(target, document.workshop, label)
            save(opened)
    finally:
        if opened:
            opened.close()
    return outcome


def make_file(path: Path, workshop: Workshop, label: str) -> None:
    """Make a workshop file that begins with the given workshop; raise RuleError if it cannot be."""
    opened = create(path, workshop, label)
    try:
        save(opened)
    finally:
        opened.close()


def save(opened: OpenFile) -> None:
    """Wait until everything is on the disk; raise RuleError with the reason if it is not."""
    if not opened.flush():
        raise RuleError(f"{opened.path.name} was not saved. {opened.status.sentence}")


def _plan(sheets: Sequence[Sheet], document: Document, choices: Choices) -> Plan:
    plan = guess_plan(sheets, document.workshop)
    if all(each.holds == "nothing" for each in plan.sheets):
        files = ", ".join(dict.fromkeys(sheet.file for sheet in sheets))
        raise SourceError(
            f"Concord cannot tell what {files or 'the source'} holds; "
            "name its columns as in the template."
        )
    if choices.reports:
        plan = as_answers(plan)
    if choices.add_unknown:
        plan = plan._replace(create=frozenset({"organization", "capability"}))
    return for_ties(plan, choices.relation, choices.directed, choices.scale, choices.words)
