# SPDX-License-Identifier: MIT
"""The split of every scenario to the cent, and money, decisions and contributions side by side."""

from collections.abc import Iterator

from exports.exhibits.bars import Bar, Group, draw_groups
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import legend, swatch
from resources.theme import Theme
from workshop.deal.parties import name_of
from workshop.deal.proportions import Picture, Proportion, proportions
from workshop.deal.scenarios import CAUTION, Outcome, Outlook, outlook
from workshop.deal.waterfall import Line
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.why import amount, percent

LINE_LABELS = {
    "costs": "Costs paid back", "fee": "fee", "partner": "share", "reserve": "Reserve",
    "reinvest": "Reinvested", "pool": "",
}  # fmt: skip


def waterfall(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw who gets and who bears what in every scenario; Areas “line”."""
    try:
        found = outlook(workshop)
    except RuleError as missing:
        return empty(look, size, "The split cannot be worked out yet", str(missing))
    sheet = Sheet(size, look)
    groups = [_scenario(workshop, each, look.theme) for each in found.outcomes]
    pages, y = draw_groups(sheet, groups, 0, page, "line")
    alt = " ".join(
        f"{g.heading}. {'; '.join(f'{b.words} {b.figure}' for b in g.bars)}." for g in groups
    )
    return sheet.exhibit(waterfall_title(workshop, found), CAUTION, alt, pages, y)


def waterfall_title(workshop: Workshop, found: Outlook) -> str:
    """Say who gets most in the best year and who pays in the worst."""
    best, worst = found.outcomes[-1], found.outcomes[0]
    shares = {id: best.split.of(id) for id, _ in found.by_organization}
    most = max(shares, key=lambda each: shares[each])
    said = (
        f"“{best.scenario.name}” brings {amount(best.split.earned)}, "
        f"{percent(shares[most] / best.split.earned)} of it to {name_of(workshop, most)}"
        if best.split.earned > 0
        else "No scenario earns anything"
    )
    if worst.split.earned < 0:
        said += f"; “{worst.scenario.name}” costs {amount(-worst.split.earned)}"
    return said


def proportions_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw the parts of each party in money, decisions and contributions; Areas “organization”."""
    picture = proportions(workshop)
    if not any(_known(each) for each in picture.proportions):
        sentence = "Who is paid, who decides and who contributes will stand here, side by side."
        return empty(look, size, "Money, decisions and contributions are not known yet", sentence)
    sheet, theme = Sheet(size, look), look.theme
    colors = (theme.need, theme.today, theme.calm)
    words = ("money", "decisions", "contributions")
    marks = [(swatch(color), word) for color, word in zip(colors, words, strict=True)]
    top = legend(sheet, 0, marks) + 0.6 * look.text
    groups = [
        Group(each.organization.name, each.sentence, list(_bars(each, colors)))
        for each in picture.proportions
    ]
    pages, y = draw_groups(sheet, groups, top, page, "organization")
    alt = " ".join(each.sentence for each in picture.proportions)
    return sheet.exhibit(proportions_title(picture), picture.why.formula, alt, pages, y)


def proportions_title(picture: Picture) -> str:
    """Name the party for which money, decisions and contributions lie furthest apart."""
    widest = max(picture.proportions, key=lambda each: each.apart)
    if widest.apart and " has " in widest.sentence:
        return widest.sentence.rstrip(".")
    return "Money, decisions and contributions agree for everybody"


def _bars(each: Proportion, colors: tuple[str, str, str]) -> Iterator[Bar]:
    parts = (each.money, each.decisions, each.contributions)
    for word, part, color in zip(
        ("Money", "Decisions", "Contributions"), parts, colors, strict=True
    ):
        figure = "unknown" if part is None else percent(part)
        yield Bar(word, part, figure, color, each.organization.id)


def _known(each: Proportion) -> bool:
    return any(part is not None for part in (each.money, each.decisions, each.contributions))


def _scenario(workshop: Workshop, each: Outcome, theme: Theme) -> Group:
    earned = each.split.earned
    word = "earned" if earned > 0 else "owed" if earned < 0 else "neither earned nor owed"
    heading = f"{each.scenario.name}: {amount(abs(earned))} {word}" if earned else (
        f"{each.scenario.name}: {word}"
    )  # fmt: skip
    bars = [_line(workshop, line, earned, theme) for line in each.split.lines]
    return Group(heading, f"{percent(each.scenario.probability or 0)} likely", bars)


def _line(workshop: Workshop, line: Line, earned: int, theme: Theme) -> Bar:
    name = name_of(workshop, line.organization) if line.organization else ""
    words = ", ".join(filter(None, (name, LINE_LABELS[line.key])))
    color = theme.gap if line.amount < 0 else theme.calm if line.key == "pool" else theme.today
    length = abs(line.amount) / abs(earned) if earned else 0.0
    return Bar(words, length, amount(line.amount), color, line.organization or line.key)
