# SPDX-License-Identifier: MIT
"""How firmly the best set stands, in sentences, and the best set nobody has looked at."""

from PySide6.QtCore import Signal

from widgets.cards import Card
from widgets.desk import Desk
from widgets.dialogs import label
from workshop.ids import Id
from workshop.partners.partner_sets import members_mask
from workshop.partners.robustness import Robustness, firmness_headline
from workshop.partners.set_standing import standing
from workshop.partners.unlikely import unlikely_but_better
from workshop.why import counted, percent

_MOST = 3


class RobustnessCard(Card):
    """How far weights and ratings can move before another set is better."""

    wanted = Signal(tuple)
    """A set that is named here is to be looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("How firm is the choice?")
        self._desk = desk
        self._best: tuple[Id, ...] = ()
        self._unlikely: tuple[Id, ...] = ()
        self.note, self.ranges = label("", "body"), label("", "body")
        self.partners, self.flip = label("", "body"), label("", "body")
        self.ranks, self.unlikely = label("", "mute"), label("", "body")
        self.to_best = self.add_action("Look at the best set", lambda: self.wanted.emit(self._best))
        for caption, widget in (
            ("", self.note),
            ("What counts", self.ranges),
            ("Who stays", self.partners),
            ("The smallest change that flips the choice", self.flip),
            ("Under weights drawn at random", self.ranks),
            ("Unlikely but better", self.unlikely),
        ):
            if caption:
                self.content.addSpacing(6)
                self.add(label(caption, "caption"))
            self.add(widget)
        self.to_unlikely = self.add_action(
            "Look at the unlikely one", lambda: self.wanted.emit(self._unlikely)
        )

    def show_robustness(self, found: Robustness, considered: tuple[Id, ...]) -> None:
        """Show how firmly the best set stands, against the set that is considered."""
        self._best = found.best.members
        title = firmness_headline(self._desk.workshop, found)
        self.show_words(title, "" if found.proven else "A first answer, not yet proven")
        mask = members_mask(found.problem, considered)
        told = [f"The best set: {found.best.label}.", standing(found, mask)]
        self.note.setText("\n".join(filter(None, told)))
        self.ranges.setText("\n".join(each.sentence for each in found.ranges))
        self.partners.setText("\n".join(found.partners) or "Nobody is in it")
        smallest = found.smallest
        self.flip.setText(smallest.sentence if smallest else "No single change flips it.")
        ranked = [
            f"{each.label} comes first in {percent(share)}"
            for each, share in found.acceptability[:_MOST]
        ]
        rest = len(found.acceptability) - _MOST
        ranked += [f"and {counted(rest, 'other set')}"] if rest > 0 else []
        self.ranks.setText("\n".join(ranked))
        better = unlikely_but_better(found, considered)
        self._unlikely = better[0].members if better else ()
        self.unlikely.setText(better[1] if better else "No set with somebody new is better.")
        self.to_unlikely.setVisible(better is not None)
