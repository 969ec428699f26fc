# SPDX-License-Identifier: MIT
"""Candidates side by side: six scores and the overall fit, with what can derail it set off."""

from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import pages_of, turned_to
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
_NOTE_LINES = (3, 1, 0)
"""How many lines a note may take; fewer where there is less height, and none at the least."""
_DERAILS = "can derail it"
_ROWS = (*FIT_PARTS, OVERALL)


class _Plan(NamedTuple):
    """Where the columns are, in points, and how many lines a note may take."""

    look: Look
    left: float
    wide: float
    notes: int = 0

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
    groups = _beside(found, look, size)
    many = len(_plan(groups[0], look, size)[1])
    group, part_page = divmod(min(max(page, 0), len(groups) * many - 1), many)
    here = groups[group]
    plan, pages = _plan(here, look, size)
    sheet = Sheet(size, look)
    y = _names(sheet, here, plan)
    for place in turned_to(pages, part_page):
        y = _row(sheet, _scores(here, place), here, plan, y)
        sheet.rule(0, y, size[0], y)
    alt = ". ".join(fit_headline(each) for each in here)
    return sheet.exhibit(fit_title(found), _below(workshop), alt + ".", len(groups) * many, y + 1)


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


def _beside(found: list[Fit], look: Look, size: Size) -> list[list[Fit]]:
    """Give the candidates in groups of as many as stand side by side."""
    beside = int((size[0] / look.text - _LABEL + _GAP) / (_LEAST + _GAP))
    beside = max(1, min(len(found), beside))
    return [found[n : n + beside] for n in range(0, len(found), beside)]


def _plan(here: list[Fit], look: Look, size: Size) -> tuple[_Plan, list[range]]:
    """Give the columns, with the longest notes for which all rows fit the height, and the pages."""
    em = look.text
    wide = (size[0] - _LABEL * em - _GAP * em * (len(here) - 1)) / len(here)
    pages: list[range] = []
    plan = _Plan(look, _LABEL * em, wide)
    room = size[1] - _head(here, plan) - 1
    for lines in _NOTE_LINES:
        plan = plan._replace(notes=lines)
        heights = [_height(_scores(here, n), plan) for n in range(len(_ROWS))]
        pages = pages_of(heights, room)
        if len(pages) == 1:
            break
    return plan, pages


def _scores(here: list[Fit], place: int) -> list[Score]:
    return [score_in(each, _ROWS[place]) for each in here]


def _height(scores: list[Score], plan: _Plan) -> float:
    look = plan.look
    if not plan.notes:
        return look.line + 0.45 * look.text
    return 1.6 * look.line + look.line * max(map(len, _notes(scores, plan))) + 0.7 * look.text


def _notes(scores: list[Score], plan: _Plan) -> list[tuple[str, ...]]:
    return [fit(_said(score), plan.look.text, plan.wide, plan.notes) for score in scores]


def _below(workshop: Workshop) -> str:
    counts = weights(workshop)
    known = [
        f"{field(FitWeights, name).label.lower()} {percent(getattr(counts, name))}"
        for name in FIT_PARTS
    ]
    return f"What counts: {listed(known)}"


def _headed(here: list[Fit], plan: _Plan) -> list[tuple[str, ...]]:
    return [fit(each.partner.name, plan.look.text, plan.wide, 3, SEMIBOLD) for each in here]


def _head(here: list[Fit], plan: _Plan) -> float:
    return plan.look.line * max(map(len, _headed(here, plan))) + 0.4 * plan.look.text


def _names(sheet: Sheet, here: list[Fit], plan: _Plan) -> float:
    look, bottom = plan.look, _head(here, plan)
    for place, lines in enumerate(_headed(here, plan)):
        top = bottom - 0.4 * look.text - look.line * len(lines)
        sheet.block(plan.x(place), top, lines, font=SEMIBOLD)
    sheet.rule(0, bottom, sheet.width, bottom, look.theme.mute, 0.75)
    return bottom


def _row(sheet: Sheet, scores: list[Score], here: list[Fit], plan: _Plan, y: float) -> float:
    look, em = plan.look, plan.look.text
    high = _height(scores, plan)
    top = y + (0.35 if plan.notes else 0.22) * em
    label = fit(scores[0].label, em, (_LABEL - 1) * em, 2 if plan.notes else 1, SEMIBOLD)
    sheet.block(0, top, label, font=SEMIBOLD)
    for place, score in enumerate(scores):
        x, name = plan.x(place), here[place].partner
        if plan.notes:
            _bar(sheet, score, x, plan.wide, top + look.line / 2)
            color = look.theme.gap if _weak(score) else look.theme.mute
            sheet.block(x, top + 1.5 * look.line, _notes(scores, plan)[place], color=color)
        else:
            _short_bar(sheet, score, x, plan.wide, top + look.line / 2)
        text = f"{name.name}, {score.label.lower()}: {_figure(score)}, {_said(score)}. Why?"
        id = f"{score.part} {name.id}"
        left = max(0.0, x - 0.4 * em)
        right = min(sheet.width, x + plan.wide + 0.4 * em)
        sheet.area(left, y + 1, right - left, high - 2, "score", id, text)
    return y + high


def _short_bar(sheet: Sheet, score: Score, x: float, wide: float, y: float) -> None:
    """Draw a score in one line, its bar before its figure."""
    em = sheet.look.text
    figure = "–" if score.value is None else percent(score.value)
    color = sheet.look.theme.gap if _weak(score) else sheet.look.theme.ink
    sheet.text(x + wide, y, figure, font=SEMIBOLD, color=color, anchor="end")
    _track(sheet, score, x, wide - width("100%", em, SEMIBOLD) - 0.6 * em, y, 0.5 * em)


def _track(sheet: Sheet, score: Score, x: float, wide: float, y: float, thick: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    sheet.rule(x, y, x + wide, y, theme.line, thick)
    if score.value:
        paint = theme.gap if _weak(score) else theme.accent
        sheet.rule(x, y, x + wide * score.value, y, paint, thick)
    if score.part != OVERALL:
        tick, reach = x + wide * DERAILER, thick / 2 + 0.2 * em
        sheet.rule(tick, y - reach, tick, y + reach, theme.mute, 0.08 * em)


def _bar(sheet: Sheet, score: Score, x: float, wide: float, y: float) -> None:
    look, em, theme = sheet.look, sheet.look.text, sheet.look.theme
    is_sum, weak = score.part == OVERALL, _weak(score)
    size = look.strong if is_sum else em
    color = theme.mute if score.value is None else theme.gap if weak else theme.ink
    end = sheet.text(x, y, _figure(score), size=size, font=SEMIBOLD, color=color)
    _track(sheet, score, x, wide, y + 0.78 * look.line, 0.24 * em)
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
