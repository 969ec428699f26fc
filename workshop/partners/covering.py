# SPDX-License-Identifier: MIT
"""Which organizations could cover a need alone: what they hold and would lend reaches its level."""

from workshop.gaps.records import Asset, Need
from workshop.ids import Id
from workshop.remembered import remembered
from workshop.state import Workshop

COVERS = "level × share lent ≥ needed level; an unknown share counts as all of it"


def covers(asset: Asset, need: Need) -> bool | None:
    """Tell whether an asset reaches the needed level; None if a level is unknown."""
    if asset.level is None or need.needed_level is None:
        return None
    share = 1.0 if asset.share is None else asset.share
    return asset.level * share >= need.needed_level


@remembered
def covering_assets(workshop: Workshop) -> tuple[Asset, ...]:
    """Give the assets that cover the need for their capability, in the order of their making."""
    wanted = {need.capability: need for need in workshop.all(Need)}
    held = [asset for asset in workshop.all(Asset) if asset.capability in wanted]
    return tuple(asset for asset in held if covers(asset, wanted[asset.capability]))


def coverers(workshop: Workshop, need: Need) -> list[Id]:
    """Give the organizations that could cover a need alone."""
    assets = covering_assets(workshop)
    return [asset.organization for asset in assets if asset.capability == need.capability]
