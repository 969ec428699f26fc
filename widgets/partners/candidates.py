# SPDX-License-Identifier: MIT
"""The page of the candidates: who could bring what we lack, what they want and what they are like."""

from widgets.cards import show_if
from widgets.desk import Desk
from widgets.list_and_form import ListAndForm
from widgets.pages import Exposure
from widgets.partners.ground import FIT_KINDS, early_card, has_ours
from widgets.partners.profile_card import ProfileCard
from widgets.step_page import StepPage
from widgets.tables.record_table import Column
from workshop.ids import Id
from workshop.partners.candidates import candidate_of, candidate_problems, candidates, is_other
from workshop.partners.culture import points_problems
from workshop.partners.records import Candidate
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted

_EMPTY = (
    "Who could bring what we lack? Type the name of an organization: one that is here already, "
    "or a new one."
)
_MOST_PROBLEMS = 3
_HINT = "Press one to see what it wants, what it is like, and how it sees us."
_FORM = (
    "motives",
    "strain",
    "standing_because",
    "exclusive_with",
    "conflict_of_interest",
    "private_note",
)


def build(desk: Desk) -> "CandidatesPage":
    """Build the page."""
    return CandidatesPage(desk)


class CandidatesPage(StepPage):
    """The list of candidates; below it what is known of the chosen one, and its profile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "candidates")
        columns = (
            Column("Candidate", name="organization", strong=True, width=18),
            Column(name="role", width=14),
            Column(name="cost", width=6),
            Column(name="effort", width=6),
            Column(name="standing", width=10),
        )
        self.list = ListAndForm(
            desk, Candidate, columns, empty=_EMPTY, form=_FORM, add_label="Add candidate"
        )
        self.profile = ProfileCard(desk)
        self.early = early_card(desk)
        self.place(self.early, self.list, below=(self.profile, self.list.form_card))
        self.list.chosen.connect(lambda _id: self._show())
        self.follow(FIT_KINDS, self._show)
        self._show()

    def select(self, id: Id) -> None:
        """Bring a candidate into view, given itself, its organization or a record of its profile."""
        workshop = self.desk.workshop
        found = candidate_of(workshop, _organization(workshop, id) or id)
        self.list.select(found.id if found else id)

    def exposure(self) -> Exposure:
        """Give the list of all, or the profile where that was chosen for the room."""
        them = self.profile.them
        if not them or not self.profile.room.isChecked():
            return Exposure("candidates")
        return Exposure("portrait" if self.profile.is_in_words else "profile", them)

    def _show(self) -> None:
        workshop = self.desk.workshop
        is_ready = has_ours(workshop)
        self.early.setVisible(not is_ready)
        show_if(is_ready, self.list)
        chosen = workshop.of(Candidate).get(self.list.id)
        hint = _HINT if chosen is None and candidates(workshop) else ""
        below = " ".join(_problems(workshop)) or hint
        self.list.list_card.show_words(_title(workshop), below)
        is_shown = chosen is not None and is_ready and is_other(workshop, chosen)
        self.profile.show_partner(chosen.organization if chosen and is_shown else "")


def _organization(workshop: Workshop, id: Id) -> Id:
    for kind in workshop.kinds():
        record = workshop.of(kind).get(id)
        if record is not None and kind is not Candidate and kind is not Organization:
            return getattr(record, "organization", "") or ""
    return ""


def _title(workshop: Workshop) -> str:
    found = candidates(workshop)
    if not found:
        return ""
    chosen = sum(each.standing == "chosen" for each in found)
    out = sum(each.standing == "ruled_out" for each in found)
    words = [counted(len(found), "candidate")]
    words += [f"{chosen} already chosen"] if chosen else []
    words += [f"{out} ruled out"] if out else []
    return ", ".join(words)


def _problems(workshop: Workshop) -> list[str]:
    if not workshop.of(Candidate):
        return []
    found = [*candidate_problems(workshop), *points_problems(workshop)]
    more = len(found) - _MOST_PROBLEMS
    return [*found[:_MOST_PROBLEMS], f"And {more} more like these."] if more > 1 else found
