# SPDX-License-Identifier: MIT
"""How much strain a candidate would bring, from how well we fit and how ready both are to change.

Strain = 10 × (1 − mean of overall fit and readiness), over what is known; the readiness is that
of the less ready side. A strain that somebody entered counts instead [own definition].
"""

from typing import NamedTuple

from workshop.partners.changes import changes_with
from workshop.partners.fit import fit
from workshop.partners.records import Candidate
from workshop.state import Workshop
from workshop.why import Why, number


class Strain(NamedTuple):
    """Strain in whole points from 0 to 10, or None where nothing is known of it."""

    points: int | None
    entered: bool
    why: Why


def strain_of(workshop: Workshop, candidate: Candidate) -> Strain:
    """Give the strain a candidate would bring."""
    if candidate.strain is not None:
        why = Why("As entered", (("Strain", number(candidate.strain)),))
        return Strain(candidate.strain, True, why)
    overall = fit(workshop, candidate.organization).overall
    both = changes_with(workshop, candidate.organization)
    ready = [s.readiness for s in (both.us, both.them) if s.readiness is not None]
    readiness = min(ready, default=None)
    known = [value for value in (overall, readiness) if value is not None]
    why = Why(
        "10 × (1 − mean of fit and readiness), rounded half up",
        (("Fit", number(overall, 4)), ("Readiness of the less ready side", number(readiness, 4))),
    )
    if not known:
        return Strain(None, False, why)
    return Strain(int(10 * (1 - sum(known) / len(known)) + 0.5), False, why)
