# SPDX-License-Identifier: MIT
"""Candidates side by side: six scores and the overall fit, with what can derail it set off."""

from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.typography import SEMIBOLD, fit, width
from workshop.ids import Id
from workshop.partners.fit import Fit, fit_headline, weights
from workshop.partners.fit import fit as fit_with
from workshop.partners.fit_parts import DERAILER, Score
from workshop.partners.fit_records import FIT_PARTS, FitWeights
from workshop.prepare.details import ours
from workshop.prepare.records import Organization
from workshop.record import field
from workshop.state import Workshop
from workshop.why import listed, percent

MOST = 4
"""The most candidates that stand beside each other."""
OVERALL = "overall"
"""What stands for the overall fit where the parts have their names."""
_LABEL, _LEAST, _GAP = 9.5, 8.0, 1.4
_NOTE_LINES = 3
_DERAILS = "can derail it"


class _Plan(NamedTuple):
    """Where the columns are, in points."""

    look: Look
    left: float
    wide: float

    def x(self, place: int) -> float:
        return self.left + place * (self.wide + _GAP * self.look.text)


def fit_comparison(
    workshop: Workshop, partners: str, look: Look, size: Size, page: int = 0
) -> Exhibit:
    """Compare candidates, given as ids with commas between; areas “score” are “part organization”."""
    known = workshop.of(Organization)
    ids = [id for id in dict.fromkeys(partners.split(",")) if id in known][:MOST]
    if not ids or not ours(workshop):
        sentence = "Two to four candidates will stand here beside each other."
        return empty(look, size, "No candidate is chosen to compare", sentence)
    found = [fit_with(workshop, id) for id in ids]
    here, pages = _beside(found, look, size, page)
    em = look.text
    wide = (size[0] - _LABEL * em - _GAP * em * (len(here) - 1)) / len(here)
    sheet, plan = Sheet(size, look), _Plan(look, _LABEL * em, wide)
    y = _names(sheet, here, plan)
    for part in (*FIT_PARTS, OVERALL):
        y = _row(sheet, [score_in(each, part) for each in here], here, plan, y)
        sheet.rule(0, y, size[0], y)
    alt = ". ".join(fit_headline(each) for each in here)
    return sheet.exhibit(fit_title(found), _below(workshop), alt + ".", pages, y + 1)


def fit_title(found: list[Fit]) -> str:
    """Say who fits best, and what can derail whom."""
    known = [each for each in found if each.overall is not None]
    if not known:
        return f"The fit of {listed([each.partner.name for each in found])} is not rated yet"
    if len(found) == 1:
        return fit_headline(found[0])
    best = max(known, key=lambda each: each.overall or 0)
    title = f"{best.partner.name} fits best at {percent(best.overall or 0)}"
    weak = [
        f"{listed([score.label.lower() for score in each.derailers])} can derail {each.partner.name}"
        for each in known
        if each.derailers
    ]
    return "; ".join([title, *weak])


def score_in(found: Fit, part: str) -> Score:
    """Give one part of a fit, or the overall fit as if it were one."""
    if part == OVERALL:
        return Score(OVERALL, "Overall", found.overall, found.answered, found.why)
    return next(score for score in found.scores if score.part == part)


def _beside(found: list[Fit], look: Look, size: Size, page: int) -> tuple[list[Fit], int]:
    """Give the candidates of a page, as many as stand side by side, and the number of pages."""
    em = look.text
    beside = int((size[0] / em - _LABEL + _GAP) / (_LEAST + _GAP))
    beside = max(1, min(len(found), beside))
    pages = [found[n : n + beside] for n in range(0, len(found), beside)]
    return pages[min(max(page, 0), len(pages) - 1)], len(pages)


def _below(workshop: Workshop) -> str:
    counts = weights(workshop)
    known = [
        f"{field(FitWeights, name).label.lower()} {percent(getattr(counts, name))}"
        for name in FIT_PARTS
    ]
    return f"What counts: {listed(known)}"


def _names(sheet: Sheet, here: list[Fit], plan: _Plan) -> float:
    em, look = plan.look.text, plan.look
    names = [fit(each.partner.name, em, plan.wide, 3, SEMIBOLD) for each in here]
    bottom = look.line * max(len(lines) for lines in names)
    for place, lines in enumerate(names):
        sheet.block(plan.x(place), bottom - look.line * len(lines), lines, font=SEMIBOLD)
    bottom += 0.4 * em
    sheet.rule(0, bottom, sheet.width, bottom, look.theme.mute, 0.75)
    return bottom


def _row(sheet: Sheet, scores: list[Score], here: list[Fit], plan: _Plan, y: float) -> float:
    look, em = plan.look, plan.look.text
    notes = [fit(_said(score), em, plan.wide, _NOTE_LINES) for score in scores]
    high = 1.6 * look.line + look.line * max(len(lines) for lines in notes) + 0.7 * em
    top = y + 0.35 * em
    sheet.block(0, top, fit(scores[0].label, em, (_LABEL - 1) * em, 2, SEMIBOLD), font=SEMIBOLD)
    for place, (score, lines) in enumerate(zip(scores, notes, strict=True)):
        x, name = plan.x(place), here[place].partner
        _bar(sheet, score, x, plan.wide, top + look.line / 2)
        color = look.theme.gap if _weak(score) else look.theme.mute
        sheet.block(x, top + 1.5 * look.line, lines, color=color)
        text = f"{name.name}, {score.label.lower()}: {_figure(score)}, {_said(score)}. Why?"
        id = f"{score.part} {name.id}"
        left = max(0.0, x - 0.4 * em)
        right = min(sheet.width, x + plan.wide + 0.4 * em)
        sheet.area(left, y + 1, right - left, high - 2, "score", id, text)
    return y + high


def _bar(sheet: Sheet, score: Score, x: float, wide: float, y: float) -> None:
    look, em, theme = sheet.look, sheet.look.text, sheet.look.theme
    is_sum, weak = score.part == OVERALL, _weak(score)
    size = look.strong if is_sum else em
    color = theme.mute if score.value is None else theme.gap if weak else theme.ink
    end = sheet.text(x, y, _figure(score), size=size, font=SEMIBOLD, color=color)
    low = y + 0.78 * look.line
    sheet.rule(x, low, x + wide, low, theme.line, 0.24 * em)
    if score.value:
        paint = theme.gap if weak else theme.accent
        sheet.rule(x, low, x + wide * score.value, low, paint, 0.24 * em)
    if not is_sum:
        tick = x + wide * DERAILER
        sheet.rule(tick, low - 0.3 * em, tick, low + 0.3 * em, theme.mute, 0.08 * em)
    if weak and end + 0.5 * em + width(_DERAILS, em, SEMIBOLD) <= x + wide:
        sheet.text(end + 0.5 * em, y, _DERAILS, font=SEMIBOLD, color=theme.gap)


def _weak(score: Score) -> bool:
    return score.derails and score.part != OVERALL


def _figure(score: Score) -> str:
    return "not rated" if score.value is None else percent(score.value)


def _said(score: Score) -> str:
    return score.note or "nothing known yet"


def score_of(workshop: Workshop, area: str) -> tuple[str, Score]:
    """Give the words and the score that the id of an area “score” stands for."""
    part, partner = area.split(" ", 1)
    found = fit_with(workshop, partner)
    score = score_in(found, part)
    return f"{score.label}, {found.partner.name}: {_figure(score)}", score


def partners_in(area: str) -> Id:
    """Give the organization that the id of an area “score” is about."""
    return area.split(" ", 1)[1]
