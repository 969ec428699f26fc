# SPDX-License-Identifier: MIT
"""The color tokens of Concord, by role; nothing else in the project names a color."""

from typing import NamedTuple


class Theme(NamedTuple):
    """One set of colors, each "#RRGGBB". Text tokens have 4.5:1 contrast on canvas and paper."""

    name: str
    ink: str
    """Text."""
    mute: str
    """Secondary text."""
    canvas: str
    """The ground of the window."""
    paper: str
    """Cards and the room screen."""
    line: str
    """Hairlines."""
    deep: str
    """The journey rail; "us" in the network."""
    on_deep: str
    """Text on deep."""
    mute_on_deep: str
    accent: str
    """Primary action, chosen partner, full agreement."""
    on_accent: str
    tint: str
    """The ground of a selected row or a chip."""
    calm: str
    """Met, gains, partial agreement."""
    today: str
    """What is held now."""
    gap: str
    """What is missing; objections."""
    gap_soft: str
    """The span of a gap; gives; a wish for more talk."""
    need: str
    """Needs and capabilities."""
    need_soft: str
    neutral: str
    """Neither for nor against."""
    highlight: str
    """The current place on the path."""


LIGHT = Theme(
    name="light",
    ink="#1D2733",
    mute="#5E6B78",
    canvas="#F6F4EF",
    paper="#FFFFFF",
    line="#DDD8CE",
    deep="#12343B",
    on_deep="#FFFFFF",
    mute_on_deep="#A9C0C2",
    accent="#0B5D66",
    on_accent="#FFFFFF",
    tint="#E3EFEE",
    calm="#5FB7A5",
    today="#2F6DB5",
    gap="#C4472B",
    gap_soft="#E7A695",
    need="#C98A1B",
    need_soft="#F6DDB0",
    neutral="#D9D3C7",
    highlight="#F2B544",
)

DARK = Theme(
    name="dark",
    ink="#E9EDF0",
    mute="#A3AFBA",
    canvas="#14191D",
    paper="#1C2328",
    line="#343E45",
    deep="#0D2429",
    on_deep="#F4F7F7",
    mute_on_deep="#9DB5B8",
    accent="#4DB6BE",
    on_accent="#08262A",
    tint="#21383C",
    calm="#5FB7A5",
    today="#6FA8E8",
    gap="#EF7F66",
    gap_soft="#9A4A3A",
    need="#E0A63F",
    need_soft="#5E4A22",
    neutral="#4A545B",
    highlight="#F2B544",
)


def for_room(theme: Theme) -> Theme:
    """Give a theme in which all that is used for text has 7:1 contrast, as the back row needs.

    It has it on paper and on tint, and so have the words that stand on a filled shape.
    """
    if theme.name == "light":
        return theme._replace(
            mute="#434E5A", accent="#0A545C", gap="#8F2B15", today="#1D4C82", calm="#6CC2B0"
        )
    return theme._replace(
        mute="#C3CCD4", accent="#6CCCD4", gap="#F9A590", today="#8ABBF0", calm="#6CC2B0",
        tint="#1B2E32", gap_soft="#7A382A",
    )  # fmt: skip


THEMES = {theme.name: theme for theme in (LIGHT, DARK)}
