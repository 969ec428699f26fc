# SPDX-License-Identifier: MIT
"""How much of the future state we hold, why, and what we could offer to others."""

from exports.exhibits.coverage_bar import coverage_bar
from exports.exhibits.exhibit import Exhibit
from widgets.cards import ExhibitCard
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.step_page import paged
from widgets.why import WhyButton
from workshop.gaps.gap import coverage, gaps, offers
from workshop.gaps.headline import surplus_headline
from workshop.gaps.records import Asset, Capability, Need
from workshop.prepare.records import Organization
from workshop.why import counted

_KINDS = (Need, Capability, Asset, Organization)
_MOST = 6


class CoverageCard(ExhibitCard):
    """The bar of what is held, the reasons for its number, and the surplus."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, paged(desk, coverage_bar, 30), _KINDS)
        self.why = WhyButton("What we hold of what the future state needs")
        self.buttons.addWidget(self.why)
        self.headline, self.offers = label("", "strong"), label("", "mute")
        self.content.addSpacing(8)
        self.add(self.headline)
        self.add(self.offers)
        self.content.addStretch(1)
        self.refresh()

    def _show_title(self, exhibit: Exhibit) -> None:
        # The drawing says what is below its title, as the room and the PDF need it there.
        super()._show_title(exhibit._replace(subtitle=""))

    def refresh(self) -> None:
        """Show what is held now, why, and what we can offer."""
        found = gaps(self._desk.workshop)
        held, able = coverage(found), offers(self._desk.workshop)
        self.why.show_why(held.why if held.share is not None else None)
        self.headline.setText(surplus_headline(able))
        words = [
            f"{each.capability.name}: {each.current} held, {each.need.needed_level} needed"
            for each in able[:_MOST]
        ]
        if len(able) > _MOST:
            words.append(
                f"and {counted(len(able) - _MOST, 'more capability', 'more capabilities')}"
            )
        self.offers.setText("\n".join(words))
        self.offers.setVisible(bool(words))
        self.headline.setVisible(held.share is not None)
