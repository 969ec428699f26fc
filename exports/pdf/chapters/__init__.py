# SPDX-License-Identifier: MIT
"""The chapters of an edition in order, each a function from workshop to blocks."""

from collections.abc import Callable, Iterator

from exports.pdf.blocks import NewPage, Space
from exports.pdf.chapters import (
    agreement,
    candidates,
    deal,
    future_state,
    gaps,
    opening,
    partner_set,
    partners,
    room,
    sourcing,
    term_sheet,
)
from exports.pdf.setting import Block
from workshop.state import Workshop

Blocks = Iterator[Block | NewPage | Space]
Chapter = Callable[[Workshop], Blocks]

CHAPTERS: tuple[Chapter, ...] = (
    opening.summary,
    future_state.surroundings,
    future_state.future_state,
    gaps.gaps_chapter,
    sourcing.sourcing_chapter,
    partners.network_chapter,
    candidates.candidates_chapter,
    partner_set.partner_set_chapter,
    deal.deal_chapter,
    term_sheet.term_sheet,
    term_sheet.sign_off,
    agreement.agreement_chapter,
    room.outcomes,
    room.people,
)
