# SPDX-License-Identifier: MIT
"""When the thread holds and the commitments stand, and what they lack."""

from workshop.future_state.records import Statement
from workshop.path.stand import Done
from workshop.room.records import Action, Decision, ParkingItem
from workshop.state import Workshop
from workshop.thread import thread
from workshop.why import counted


def golden_thread(workshop: Workshop) -> Done:
    """Ask that nothing hangs loose."""
    if not workshop.of(Statement):
        return Done(False, "No statements yet")
    loose = len(thread(workshop).loose)
    if loose:
        verb = "hangs" if loose == 1 else "hang"
        return Done(False, f"{counted(loose, 'end')} {verb} loose")
    return Done(True, "Nothing hangs loose")


def commitments(workshop: Workshop) -> Done:
    """Ask that every action has an owner and a date, and that nothing is parked."""
    actions = workshop.of(Action).values()
    if not actions and not workshop.of(Decision):
        return Done(False, "Nothing decided yet")
    loose = sum(action.owner is None or action.due is None for action in actions)
    if loose:
        lacks = "lacks" if loose == 1 else "lack"
        return Done(False, f"{counted(loose, 'action')} {lacks} an owner or a date")
    parked = sum(not item.settled for item in workshop.of(ParkingItem).values())
    if parked:
        return Done(False, f"{counted(parked, 'topic')} still parked")
    decisions = counted(len(workshop.of(Decision)), "decision")
    return Done(True, f"{decisions}, {counted(len(actions), 'action')} with owner and date")
