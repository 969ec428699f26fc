# SPDX-License-Identifier: MIT
"""The profile of a candidate, subject by subject, as it sees itself, as we see it, and the reverse."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from widgets.cards import Card, show_if
from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.partners.culture_panel import CulturePanel
from widgets.partners.leadership_panel import LeadershipPanel
from widgets.partners.tradition_panel import TraditionPanel
from widgets.partners.values_panel import ValuesPanel
from widgets.partners.wants_panel import NeedsPanel, WantsPanel
from workshop.ids import Id
from workshop.partners.candidates import us
from workshop.partners.fit import fit, fit_headline
from workshop.prepare.records import Organization

SUBJECTS = (
    ("wants", "Aspirations"),
    ("needs", "Needs and assets"),
    ("culture", "Culture"),
    ("leadership", "Leadership"),
    ("tradition", "Tradition"),
    ("values", "Values"),
)
_PANELS: Mapping[str, Callable[[Desk], QWidget]] = {
    "wants": WantsPanel,
    "needs": NeedsPanel,
    "culture": CulturePanel,
    "leadership": LeadershipPanel,
    "tradition": TraditionPanel,
    "values": ValuesPanel,
}
"""What shows a subject; it is built when that is first looked at."""
_SEEN = ("culture", "leadership", "values")
"""Subjects that are rated by each side for both sides."""
_IN_WORDS = ("wants", "needs", "tradition")
"""Subjects of which the room sees what was said; of the others it sees the fit."""


class ProfileCard(Card):
    """One subject at a time; four points of view where there are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.them = desk, ""
        self.subjects, self.views = ChoiceChips("Subject"), ChoiceChips("Whose view")
        self.subjects.offer(SUBJECTS, "wants")
        self.panels: dict[str, QWidget] = {}
        """The panels that were looked at so far, by subject."""
        self.room = self.add_action("Room sees this", lambda: None)
        self.room.setCheckable(True)
        self.content.setSpacing(12)
        for widget in (self.subjects, self.views):
            self.add(widget)
        self.subjects.chosen.connect(lambda _key: self._show())
        self.views.chosen.connect(lambda _key: self._show())

    @property
    def is_in_words(self) -> bool:
        """Whether what is looked at is told in words; otherwise it is rated and scored."""
        return self.subjects.current in _IN_WORDS

    def show_partner(self, them: Id) -> None:
        """Show the profile of an organization, or nothing."""
        self.them = them
        show_if(bool(them), self)
        if them:
            self._offer_views()
            self._show()

    def show_subject(self, subject: str) -> None:
        """Turn to a subject."""
        self.subjects.show_choice(subject)
        self._show()

    def _offer_views(self) -> None:
        names = self._desk.workshop.of(Organization)
        mine, theirs = us(self._desk.workshop).name, names[self.them].name
        choices = (
            ("them_them", f"{theirs}, as it sees itself"),
            ("them_us", f"{theirs}, as we see it"),
            ("us_us", f"{mine}, as we see ourselves"),
            ("us_them", f"{mine}, as {theirs} sees us"),
        )
        self.views.offer(choices, self.views.current)

    def _show(self) -> None:
        workshop, subject = self._desk.workshop, self.subjects.current
        mine = us(workshop).id
        self.show_words("Profile", fit_headline(fit(workshop, self.them)))
        if subject not in self.panels:
            self.panels[subject] = self.add(_PANELS[subject](self._desk))
        panel = self.panels[subject]
        for each in self.panels.values():
            show_if(each is panel, each)
        self.views.setVisible(subject in _SEEN)
        if isinstance(panel, CulturePanel | LeadershipPanel | ValuesPanel):
            about, by = ({"us": mine, "them": self.them}[e] for e in self.views.current.split("_"))
            panel.show_view(about, by)
        elif isinstance(panel, WantsPanel | NeedsPanel | TraditionPanel):
            panel.show_sides(mine, self.them)
