# SPDX-License-Identifier: MIT
"""The verbs of stage 4: rate each other, compare aspirations, weigh, limit and choose the set.

Who sees whom how is one record for each pair, so each verb changes it or makes it.
"""

from typing import Any, Literal

from workshop.edits import add, change, remove
from workshop.ids import Id, new_id
from workshop.partners.culture import culture_rating
from workshop.partners.fit import weights
from workshop.partners.fit_parts import leadership_rating
from workshop.partners.fit_records import (
    FIT_WEIGHTS_ID,
    MOST_VALUES,
    AspirationLabel,
    AspirationMatch,
    CultureRating,
    FitWeights,
    LeadershipRating,
    Stance,
    TraditionStance,
    ValuePoints,
)
from workshop.partners.records import CHOSEN_SET_ID, SET_RULES_ID, ChosenSet, SetRules
from workshop.partners.set_from_workshop import rules
from workshop.record import Record, RuleError, require
from workshop.state import Workshop


def rate_culture(
    workshop: Workshop, about: Id, by: Id, moment: Literal["now", "preferred"], **points: int | None
) -> Workshop:
    """Give points to types of culture, as one organization sees another or itself."""
    found = culture_rating(workshop, about, by, moment)
    who = {"organization": about, "seen_by": by, "moment": moment}
    return _set(workshop, CultureRating, found, who, points)


def rate_leadership(workshop: Workshop, about: Id, by: Id, **steps: int | None) -> Workshop:
    """Set leadership sliders, as one organization sees another or itself."""
    found = leadership_rating(workshop, about, by)
    return _set(workshop, LeadershipRating, found, {"organization": about, "seen_by": by}, steps)


def values_named(workshop: Workshop) -> list[str]:
    """Give the values that anybody has been asked about, in the order they were named."""
    named: dict[str, str] = {}
    for each in workshop.all(ValuePoints):
        words = " ".join(each.value.split())
        named.setdefault(words.casefold(), words)
    return list(named.values())


def give_points(
    workshop: Workshop, about: Id, by: Id, value: str, points: int | None = None
) -> Workshop:
    """Give points to a value; a value nobody has named yet joins the list for all."""
    require("Type the value first.", value)
    value = " ".join(value.split())
    known = {each.casefold(): each for each in values_named(workshop)}
    if value.casefold() not in known and len(known) >= MOST_VALUES:
        raise RuleError(
            f"There are {MOST_VALUES} values already; take one off to make room for another."
        )
    value = known.get(value.casefold(), value)
    found = next(
        (
            each
            for each in workshop.all(ValuePoints)
            if (each.organization, each.seen_by) == (about, by)
            and " ".join(each.value.split()).casefold() == value.casefold()
        ),
        None,
    )
    who = {"organization": about, "seen_by": by, "value": value}
    return _set(workshop, ValuePoints, found, who, {"points": points})


def drop_value(workshop: Workshop, value: str) -> Workshop:
    """Take a value off the list, with the points everybody gave it."""
    wanted = " ".join(value.split()).casefold()
    gone = [
        each.id
        for each in workshop.all(ValuePoints)
        if " ".join(each.value.split()).casefold() == wanted
    ]
    return remove(workshop, ValuePoints, gone)


def take_stance(
    workshop: Workshop, tradition: Id, organization: Id, by: Id, stance: Stance | None
) -> Workshop:
    """Say what an organization would do to a tradition of the other, as one of the two sees it."""
    who = {"tradition": tradition, "organization": organization, "seen_by": by}
    found = next(
        (
            each
            for each in workshop.of(TraditionStance).values()
            if (each.tradition, each.organization, each.seen_by) == (tradition, organization, by)
        ),
        None,
    )
    return _set(workshop, TraditionStance, found, who, {"stance": stance})


def match_of(workshop: Workshop, one: Id, other: Id) -> AspirationMatch | None:
    """Give how two aspirations compare, whichever of them comes first, if anybody has said so."""
    every = workshop.of(AspirationMatch).values()
    return next((each for each in every if {each.one, each.other} == {one, other}), None)


def compare_aspirations(
    workshop: Workshop, one: Id, other: Id, label: AspirationLabel | None
) -> Workshop:
    """Say how two aspirations get on."""
    found = match_of(workshop, one, other)
    return _set(workshop, AspirationMatch, found, {"one": one, "other": other}, {"label": label})


def weigh_fit(workshop: Workshop, **values: Any) -> Workshop:
    """Set how much the parts of the fit count."""
    found = workshop.of(FitWeights).get(FIT_WEIGHTS_ID)
    workshop = workshop if found else add(workshop, weights(workshop))
    return change(workshop, FitWeights, FIT_WEIGHTS_ID, **values)


def limit_sets(workshop: Workshop, **values: Any) -> Workshop:
    """Set what a set of partners must keep to, and what counts how much."""
    found = workshop.of(SetRules).get(SET_RULES_ID)
    workshop = workshop if found else add(workshop, rules(workshop))
    return change(workshop, SetRules, SET_RULES_ID, **values)


def choose_set(workshop: Workshop, **values: Any) -> Workshop:
    """Settle on partners (`members`), or change why and when they were chosen."""
    found = workshop.of(ChosenSet).get(CHOSEN_SET_ID)
    workshop = workshop if found else add(workshop, ChosenSet(id=CHOSEN_SET_ID))
    return change(workshop, ChosenSet, CHOSEN_SET_ID, **values)


def _set(
    workshop: Workshop,
    kind: type[Record],
    found: Record | None,
    keys: dict[str, Any],
    values: dict[str, Any],
) -> Workshop:
    if found:
        return change(workshop, kind, found.id, **values)
    return add(workshop, kind(id=new_id(), **keys, **values))
