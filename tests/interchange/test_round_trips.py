# SPDX-License-Identifier: MIT
"""What Concord writes it reads back to the same workshop, whatever is in it."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from exports.graph_files import write_gexf, write_graphml
from exports.json_export import write_json
from exports.workbook import write_workbook
from tests.interchange.reading import read_here
from tests.interchange.workshops import workshops
from workshop.document import Document
from workshop.interchange.dry_run import dry_run, import_edit
from workshop.interchange.json_file import encode_json, read_json
from workshop.interchange.own_sheets import columns_of, sheets_of
from workshop.interchange.plan import guess_plan
from workshop.interchange.sheet import Sheet
from workshop.kinds import KINDS
from workshop.partners.records import Placement, Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop

NETWORK = (Organization, Tie, Placement)
FEW = settings(
    max_examples=30,
    suppress_health_check=list(HealthCheck),
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
)


def imported(sheets: list[Sheet], into: Workshop) -> Workshop:
    document = Document(into)
    outcome = dry_run(guess_plan(sheets, into), into)
    assert outcome.problems == ()
    document.apply(import_edit(outcome), "Import")
    return document.workshop


def through(write: Callable[[Workshop, Path], None], ending: str, workshop: Workshop) -> Workshop:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"copy{ending}"
        write(workshop, path)
        return imported(read_here(path), Workshop())


@FEW
@given(workshops())
def test_sheets_read_back_to_the_same_workshop(workshop: Workshop) -> None:
    assert imported(sheets_of(workshop), Workshop()) == workshop


@FEW
@given(workshops())
def test_importing_ones_own_sheets_again_changes_nothing(workshop: Workshop) -> None:
    outcome = dry_run(guess_plan(sheets_of(workshop), workshop), workshop)
    assert outcome.records == ()
    assert outcome.problems == ()


@FEW
@given(workshops())
def test_json_reads_back_to_the_same_workshop(workshop: Workshop) -> None:
    assert read_json(encode_json(workshop)) == workshop
    assert through(write_json, ".json", workshop) == workshop


@FEW
@given(workshops())
def test_a_workbook_reads_back_to_the_same_workshop(workshop: Workshop) -> None:
    assert through(write_workbook, ".xlsx", workshop) == workshop


@pytest.mark.parametrize(("write", "ending"), [(write_graphml, ".graphml"), (write_gexf, ".gexf")])
@FEW
@given(workshop=workshops(NETWORK))
def test_a_graph_file_reads_back_to_the_same_network(
    write: Callable[[Workshop, Path], None], ending: str, workshop: Workshop
) -> None:
    public = Workshop(msgspec.structs.replace(r, private_note="") for r in workshop.records())
    public = public.put(
        Placement(id=place.id, node=place.node, x=place.x, y=place.y, pinned=place.pinned)
        for place in public.all(Placement)
    )
    assert through(write, ending, public) == public


def test_a_text_too_long_for_one_cell_comes_back_whole(tmp_path: Path) -> None:
    note = "".join(f"{n} " for n in range(12_000))
    short = Organization(id="b", name="Birch", private_note="short")
    workshop = Workshop([Organization(id="a", name="Alder", private_note=note), short])
    assert through(write_workbook, ".xlsx", workshop) == workshop


def test_an_undirected_tie_keeps_the_end_that_is_named_first(tmp_path: Path) -> None:
    ends = [Organization(id="a", name="Alder"), Organization(id="b", name="Birch")]
    workshop = Workshop([*ends, Tie(id="t", source="b", target="a", relation="advice")])
    assert through(write_graphml, ".graphml", workshop) == workshop


def test_no_two_columns_of_a_kind_have_the_same_header() -> None:
    for kind in KINDS:
        labels = [field.label for field in columns_of(kind)]
        assert len(set(labels)) == len(labels), kind
