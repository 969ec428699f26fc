# SPDX-License-Identifier: MIT
"""The partner sets worth choosing from: how much each covers for what cost, and at what strain."""

from collections.abc import Sequence

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import legend
from exports.exhibits.typography import SEMIBOLD, fit, width
from workshop.partners.partner_sets import (
    Frontier,
    PartnerSet,
    chosen_set,
    frontier,
    frontier_headline,
)
from workshop.state import Workshop
from workshop.why import listed, number, percent

_LEFT, _BELOW = 3.2, 2.6
_SMALL, _LARGE = 0.35, 1.0
"""Radius of the mark of a set with the least and the most strain, in multiples of the text size."""


def set_frontier(
    workshop: Workshop, look: Look, size: Size, page: int = 0, *, found: Frontier | None = None
) -> Exhibit:
    """Draw every set by cost and coverage, larger with more strain; Areas “set” have the members.

    A frontier that is known already, as from a proof in the background, need not be found again.
    """
    found = found or frontier(workshop)
    points = [each for each in found.sets if each.coverage is not None]
    if found.problem.ids and not found.sets:
        return empty(look, size, frontier_headline(found), " ".join(found.notes))
    if not found.problem.ids or not points:
        sentence = (
            "The sets of partners worth choosing from will show here. "
            "Start with needs, candidates, and what each of them holds."
        )
        return empty(look, size, "No partner sets yet", sentence)
    chosen = chosen_set(workshop)
    sheet = Sheet(size, look)
    em, theme = look.text, look.theme
    below = legend(sheet, 0, [(_mark, "a set; larger: more strain"), (_ring, "the chosen set")])
    top, bottom = below + 2.0 * em, size[1] - _BELOW * em
    left, right = _LEFT * em, size[0] - 1.5 * em
    shown = [*points, chosen] if chosen else points
    most = max(1, *(each.cost for each in shown))

    def at(each: PartnerSet) -> tuple[float, float]:
        across = left + (right - left) * each.cost / most
        return across, bottom - (bottom - top) * (each.coverage or 0)

    _axes(sheet, left, right, top, bottom, most)
    strains = [each.strain for each in shown]
    for each in sorted(points, key=lambda s: -s.strain):
        r = em * _radius(each.strain, min(strains), max(strains))
        sheet.dot(*at(each), r, fill=theme.calm, stroke=theme.accent, thick=0.08 * em)
        _note(sheet, each, at(each), r, "set")
    if chosen:
        r = em * _radius(chosen.strain, min(strains), max(strains))
        sheet.dot(*at(chosen), r + 0.25 * em, stroke=theme.gap, thick=0.16 * em)
        _note(sheet, chosen, at(chosen), r, "chosen")
    alt = " ".join(_sentence(each) for each in points)
    return sheet.exhibit(frontier_headline(found), _subtitle(found, chosen), alt)


def _note(sheet: Sheet, each: PartnerSet, at: tuple[float, float], r: float, role: str) -> None:
    left, top = max(0.0, at[0] - r), max(0.0, at[1] - r)
    sheet.area(left, top, 2 * r, 2 * r, role, ",".join(each.members), _sentence(each))


def _axes(sheet: Sheet, left: float, right: float, top: float, bottom: float, most: int) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    for share in (0.0, 0.5, 1.0) if bottom - top > 4 * sheet.look.line else (0.0, 1.0):
        y = bottom - (bottom - top) * share
        sheet.rule(left, y, right, y)
        sheet.text(left - 0.5 * em, y, percent(share), anchor="end", color=theme.mute)
    below = bottom + 1.5 * em
    sheet.text(left, below, "0", anchor="middle", color=theme.mute)
    end = number(most)
    sheet.text(right, below, end, anchor="end", color=theme.mute)
    words = fit("Cost and effort", em, right - left - 4 * em - 2 * width(end, em), 1)
    sheet.lines((left + right) / 2, below, words, anchor="middle", font=SEMIBOLD, color=theme.mute)
    label = fit("Covered", em, sheet.width - left, 1, SEMIBOLD)
    sheet.lines(left, top - 0.9 * em, label, font=SEMIBOLD, color=theme.mute)


def _radius(strain: int, least: int, most: int) -> float:
    share = (strain - least) / (most - least) if most > least else 0.5
    return _SMALL + (_LARGE - _SMALL) * share


def _mark(sheet: Sheet, x: float, y: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    sheet.dot(x, y, 0.4 * em, fill=theme.calm, stroke=theme.accent, thick=0.08 * em)


def _ring(sheet: Sheet, x: float, y: float) -> None:
    sheet.dot(
        x, y, 0.45 * sheet.look.text, stroke=sheet.look.theme.gap, thick=0.16 * sheet.look.text
    )


def _subtitle(found: Frontier, chosen: PartnerSet | None) -> str:
    words: Sequence[str] = found.notes
    if chosen:
        words = [f"Chosen: {_sentence(chosen)}", *words]
    return " ".join(words)


def _sentence(each: PartnerSet) -> str:
    return (
        f"{listed(list(each.names)) or 'Going alone'}: covers {percent(each.coverage or 0)}, "
        f"cost {each.cost}, strain {each.strain}."
    )
