# SPDX-License-Identifier: MIT
"""Every exhibit that can be shown to the room, by the key under which the window asks for it."""

from collections.abc import Callable

from exports.exhibits.agenda import agenda
from exports.exhibits.agreement_bar import agreement_bar
from exports.exhibits.balance import balance
from exports.exhibits.conversations import conversations_board
from exports.exhibits.coverage_bar import coverage_bar
from exports.exhibits.deal_tables import (
    clauses_board,
    conflict_board,
    management_board,
    resources_board,
    split_board,
    terms_board,
    way_out_board,
)
from exports.exhibits.deal_words import goals, kept, stress
from exports.exhibits.dots import dots
from exports.exhibits.empty import empty
from exports.exhibits.even_overs import even_overs
from exports.exhibits.exhibit import Exhibit, Look, Size
from exports.exhibits.fit_comparison import fit_comparison
from exports.exhibits.frontier import frontier
from exports.exhibits.gap_map import gap_map
from exports.exhibits.gate import readiness_gate
from exports.exhibits.holdings import holdings_board
from exports.exhibits.matrix import decision_rights, raci_board
from exports.exhibits.measures import measures
from exports.exhibits.mirror import mirror
from exports.exhibits.money import proportions_board, waterfall
from exports.exhibits.needs import needs
from exports.exhibits.network import network
from exports.exhibits.network_scene import network_scene
from exports.exhibits.partner_fit import fit_board, partner_profile
from exports.exhibits.partner_tables import candidates_board, changes_board, red_flags_board
from exports.exhibits.portrait import portrait
from exports.exhibits.reservations import reservations
from exports.exhibits.scan_map import scan_map
from exports.exhibits.set_coverage import set_coverage, set_picture
from exports.exhibits.set_frontier import set_frontier
from exports.exhibits.set_gaps import set_gap_map
from exports.exhibits.set_network import set_network
from exports.exhibits.sourcing_ladder import sourcing_ladder
from exports.exhibits.success import success
from exports.exhibits.thread import golden_thread, loose_ends
from exports.exhibits.trade import trade
from exports.exhibits.vision import vision
from exports.exhibits.who_decides import who_decides
from exports.exhibits.who_pays import who_pays
from exports.exhibits.words import (
    commitments,
    ground_rules,
    organizations_board,
    parking_lot,
    participants_board,
    question,
    welcome,
)
from workshop.ids import Id
from workshop.record import RuleError
from workshop.state import Workshop

Draw = Callable[[Workshop, Look, Size, int], Exhibit]
DrawAbout = Callable[[Workshop, Id, Look, Size, int], Exhibit]

BOARDS: dict[str, Draw] = {
    "agenda": agenda,
    "candidates": candidates_board,
    "conversations": conversations_board,
    "coverage": coverage_bar,
    "commitments": commitments,
    "even_overs": even_overs,
    "fits": fit_board,
    "gap_map": gap_map,
    "ground_rules": ground_rules,
    "holdings": holdings_board,
    "measures": measures,
    "needs": needs,
    "network": network,
    "organizations": organizations_board,
    "participants": participants_board,
    "welcome": welcome,
    "parking_lot": parking_lot,
    "partner_sets": set_frontier,
    "priorities": dots,
    "red_flags": red_flags_board,
    "scan": scan_map,
    "set_coverage": set_coverage,
    "vision": vision,
    "who_decides": who_decides,
    "who_pays": who_pays,
    "success": success,
    "trade": trade,
    "balance": balance,
    "decision_rights": decision_rights,
    "raci": raci_board,
    "goals": goals,
    "stress": stress,
    "way_out": way_out_board,
    "resources": resources_board,
    "clauses": clauses_board,
    "conflict": conflict_board,
    "management": management_board,
    "terms": terms_board,
    "split": split_board,
    "kept_reservations": kept,
    "packages": frontier,
    "waterfall": waterfall,
    "proportions": proportions_board,
    "gate": readiness_gate,
    "thread": golden_thread,
    "loose_ends": loose_ends,
}
"""Exhibits of the workshop as a whole."""

BOARDS_ABOUT: dict[str, DrawAbout] = {
    "agreement": agreement_bar,
    "partner_set": set_picture,
    "set_gaps": set_gap_map,
    "set_network": set_network,
    "profile": partner_profile,
    "portrait": portrait,
    "changes": changes_board,
    "fit": fit_comparison,
    "mirror": mirror,
    "network_scene": network_scene,
    "reservations": reservations,
    "sourcing": sourcing_ladder,
}
"""Exhibits of one record, or of several with commas between their ids, by what they show."""


def draw_board(
    key: str, workshop: Workshop, look: Look, size: Size, page: int = 0, about: Id = ""
) -> Exhibit:
    """Draw a board; one whose record is gone says so calmly."""
    if key == "question":
        return question(look, size, about)
    if key in BOARDS:
        return BOARDS[key](workshop, look, size, page)
    try:
        return BOARDS_ABOUT[key](workshop, about, look, size, page)
    except RuleError as gone:
        return empty(look, size, "Nothing to show", str(gone))
