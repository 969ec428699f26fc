# SPDX-License-Identifier: MIT
"""Titles state the finding, alternatives say the rest, and empty exhibits say how to start."""

import msgspec
import pytest

from exports.exhibits.agenda import agenda
from exports.exhibits.agreement_bar import agreement_bar, choice_color
from exports.exhibits.contrast import contrast, readable_on
from exports.exhibits.coverage_bar import coverage_bar
from exports.exhibits.even_overs import even_overs
from exports.exhibits.exhibit import Exhibit, Look
from exports.exhibits.gap_map import gap_map
from exports.exhibits.holdings import holdings_board
from exports.exhibits.measures import measures
from exports.exhibits.needs import needs
from exports.exhibits.reservations import reservations
from exports.exhibits.scan_map import scan_map
from exports.exhibits.sourcing_ladder import sourcing_ladder
from exports.exhibits.vision import vision
from resources.theme import DARK, LIGHT, Theme
from tests.exhibits.reading import texts
from tests.exhibits.workshops import ordinary
from workshop.edits import change
from workshop.gaps.gap import coverage, gaps
from workshop.gaps.records import Asset, Need, Sourcing
from workshop.room.records import AgreementRound, Reservation
from workshop.room.scales import SCALES, AgreementScale
from workshop.state import Workshop

SIZE = (840.0, 600.0)
LOOK = Look(LIGHT, 13)


def _said(exhibit: Exhibit) -> str:
    return " ".join(text.text for text in texts(exhibit.drawing))


@pytest.mark.parametrize(
    ("draw", "title"),
    [
        (gap_map, "4 of 8 capabilities have a gap; Population data & risk analytics is the widest"),
        (needs, "8 capabilities needed; 2 of them are must-haves"),
        (holdings_board, "Somebody holds enough of 3 of 8 capabilities"),
        (coverage_bar, "We hold 52% of what the future state needs (6 of 8 rated)"),
        (scan_map, "2 of 4 factors have high priority; “A network courts us” comes first"),
        (vision, "2 statements in 2 dimensions; leadership style has none yet"),
        (measures, "1 of 5 measures has today's value, a target and a date"),
        (even_overs, "We made 2 trade-offs, the first of them: Care at home even over growth in clinics"),
        (agenda, "From 09:00 to 11:05: 1 h 50 min of work and 15 min of breaks; 1 block overlaps"),
    ],
)  # fmt: skip
def test_a_title_states_the_finding(draw: object, title: str) -> None:
    assert draw(ordinary(), LOOK, SIZE).title == title  # type: ignore[operator]  # an exhibit


@pytest.mark.parametrize(
    ("round_id", "title"),
    [
        ("r0", "More discussion: 9 of 14 support it, 2 abstain, 2 want more talk, 1 is against it"),
        ("r1", "Hear concerns: 6 of 8 support it, 2 have a concern"),
        ("r2", "Nobody has answered yet: “Nobody was asked yet.”"),
    ],
)
def test_the_title_of_a_round_names_the_outcome_and_all_who_differ(
    round_id: str, title: str
) -> None:
    assert agreement_bar(ordinary(), round_id, LOOK, SIZE).title == title


def test_the_votes_of_every_organization_stand_beside_those_of_the_room() -> None:
    exhibit = agreement_bar(ordinary(), "r0", LOOK, SIZE)
    assert [area.id for area in exhibit.areas if area.role == "organization"] == ["o0", "o2", "o1"]
    assert "Serious disagreement" in exhibit.alt
    assert "2 not yet" in _said(exhibit)


def test_the_ladder_says_what_is_chosen_closed_and_advised() -> None:
    exhibit = sourcing_ladder(ordinary(), "n0", LOOK, SIZE)
    assert exhibit.title == "Alliance is chosen, and it scores highest (0.83)"
    assert "Redefine the need, or a joint venture" in exhibit.subtitle
    assert [area.id for area in exhibit.areas][:3] == ["build", "contract", "alliance"]
    for words in ("we choose this", "the four questions lead here", "Closed: capital"):
        assert words in _said(exhibit)


@pytest.mark.parametrize(
    ("chosen", "rated", "title"),
    [
        (None, True, "Alliance scores highest (0.83); no way is chosen yet"),
        ("contract", True, "Contract is chosen, although Alliance scores highest (0.83)"),
        ("contract", False, "Contract is chosen; no way has a score yet"),
        (None, False, "No way is chosen, and none has a score yet"),
    ],
)
def test_the_ladder_tells_choice_and_score_apart(
    chosen: str | None, rated: bool, title: str
) -> None:
    workshop = change(ordinary(), Sourcing, "q0", chosen=chosen)
    if not rated:
        workshop = workshop.put([Sourcing(id="q0", need="n0", chosen=chosen)])  # type: ignore[arg-type]  # one of the options
    assert sourcing_ladder(workshop, "n0", LOOK, SIZE).title == title


def test_levels_that_are_not_rated_are_never_drawn_as_zero() -> None:
    workshop = ordinary()
    exhibit = gap_map(workshop, LOOK, SIZE)
    scale = next(area for area in exhibit.areas if area.role == "scale")
    places = {(area.role, area.id): area.x + area.width / 2 for area in exhibit.areas}
    assert places["held", "n6"] < scale.x
    assert places["needed", "n7"] > scale.x + scale.width
    assert places["held", "n3"] == pytest.approx(scale.x)
    assert "not rated" in _said(exhibit)
    assert "Interoperable records: today not rated, needed 4" in exhibit.alt


def test_both_levels_can_be_taken_hold_of_where_they_meet() -> None:
    exhibit = gap_map(ordinary(), LOOK, SIZE)
    held, needed = (area for area in exhibit.areas if area.id == "n4" and area.role != "row")
    assert held.x + held.width == pytest.approx(needed.x)


@pytest.mark.parametrize(
    ("level", "title"),
    [
        (5, "8 of 8 needed capabilities are met today, and no gap is known"),
        (None, "8 capabilities needed, none rated yet"),
    ],
)
def test_the_gap_map_does_not_claim_a_gap_that_is_not_known(level: int | None, title: str) -> None:
    workshop = ordinary()
    needs = [msgspec.structs.replace(need, needed_level=3) for need in workshop.all(Need)]
    levels = [
        Asset(id=f"z{n.id}", organization="o0", capability=n.capability, level=level) for n in needs
    ]
    without = workshop.without(Asset, list(workshop.of(Asset))).put([*needs, *levels])
    assert gap_map(without, LOOK, SIZE).title == title


def test_narrow_maps_leave_out_columns_from_the_right() -> None:
    wide, narrow = (_said(gap_map(ordinary(), LOOK, (width, 600))) for width in (840, 500))
    assert "Path" in wide
    assert "Held by" in wide
    assert "Path" not in narrow
    assert "Importance" in narrow


def test_a_day_that_fits_with_lower_blocks_is_shown_on_one_page() -> None:
    tall, low = (agenda(ordinary(), LOOK, (840, height)) for height in (2000.0, 140.0))
    assert low.pages == 1
    assert low.drawing.height < tall.drawing.height


def test_factors_in_one_full_cell_are_counted_not_dropped() -> None:
    factor = next(f for f in scan_map(ordinary(), LOOK, SIZE).areas if f.role == "mark").id
    workshop = ordinary()
    record = next(r for r in workshop.records() if r.id == factor)
    many = workshop.put(msgspec.structs.replace(record, id=f"y{n:02}") for n in range(60))
    exhibit = scan_map(many, LOOK, SIZE)
    more = [area for area in exhibit.areas if area.role == "more"]
    marks = [area for area in exhibit.areas if area.role == "mark"]
    assert len(more) == 1
    assert f"+{63 - len(marks)}" in _said(exhibit)


def test_an_anonymous_round_names_nobody() -> None:
    named = reservations(ordinary(), "r0", LOOK, SIZE)
    workshop = change(ordinary(), AgreementRound, "r0", anonymous=True)
    hidden = reservations(workshop, "r0", LOOK, SIZE)
    assert "Person 13" in _said(named)
    assert "Person 13" not in _said(hidden) + hidden.alt
    assert "We lose our own analysts" in _said(hidden)


def test_reservations_say_how_many_are_still_open() -> None:
    assert (
        reservations(ordinary(), "r0", LOOK, SIZE).title == "1 reservation on record, 1 still open"
    )
    settled = change(ordinary(), Reservation, "v0", status="addressed", response="Agreed.")
    exhibit = reservations(settled, "r0", LOOK, SIZE)
    assert exhibit.title == "1 reservation on record, none still open"
    assert "Response: Agreed." in _said(exhibit)
    assert reservations(ordinary(), "r1", LOOK, SIZE).title == "No reservation is on record"


@pytest.mark.parametrize(
    "draw", [gap_map, coverage_bar, scan_map, vision, measures, even_overs, agenda]
)
def test_an_empty_exhibit_says_what_belongs_there(draw: object) -> None:
    exhibit = draw(Workshop(), Look(DARK, 13), SIZE)  # type: ignore[operator]  # an exhibit
    assert _said(exhibit).endswith(".")
    assert exhibit.pages == 1
    assert exhibit.areas == ()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("scale", SCALES.values(), ids=lambda scale: scale.key)
def test_counts_can_be_read_on_every_segment_of_a_bar(scale: AgreementScale, theme: Theme) -> None:
    colors = [choice_color(theme, scale, choice) for choice in scale.choices]
    assert len(set(colors)) == len(colors)
    assert min(contrast(readable_on(theme, color), color) for color in colors) >= 4.5


def test_holdings_say_what_nobody_has_and_never_take_unknown_for_nothing() -> None:
    shown = holdings_board(ordinary(), LOOK, SIZE)
    assert shown.subtitle == "Nobody yet: 4"
    assert "Rural reach, level 2 needed: nobody yet." in shown.alt
    assert "Population data & risk analytics, level 4 needed: Northlight Data 5" in shown.alt
    bare = ordinary().without(Asset, ordinary().of(Asset))
    assert holdings_board(bare, LOOK, SIZE).title == "8 capabilities needed, no level is rated yet"


def test_needs_say_which_are_tied_to_nothing() -> None:
    assert needs(ordinary(), LOOK, SIZE).subtitle == "8 of them are tied to nothing we said yet"
    tied = change(ordinary(), Need, "n0", because=("s0",))
    shown = needs(tied, LOOK, SIZE)
    assert shown.subtitle == "7 of them are tied to nothing we said yet"
    assert "importance 5, urgency 3, must-have. Because of One plan of care." in shown.alt


def test_what_is_held_and_what_is_missing_make_a_hundred(monkeypatch: pytest.MonkeyPatch) -> None:
    found = coverage(gaps(ordinary()))._replace(share=0.375)
    monkeypatch.setattr("exports.exhibits.coverage_bar.coverage", lambda _gaps: found)
    said = _said(coverage_bar(ordinary(), LOOK, SIZE))
    assert "38% held" in said
    assert "62% missing" in said
