# SPDX-License-Identifier: MIT
"""What the room reads of stage 4 in words: candidates, what must change, and red flags."""

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Size
from exports.exhibits.quantities import first_upper, month
from exports.exhibits.table import Column
from exports.exhibits.word_table import Finding, Row, word_table
from workshop.ids import Id
from workshop.partners.candidates import candidates
from workshop.partners.changes import changes_headline, changes_with
from workshop.partners.fit import Fit, fits, fits_headline
from workshop.partners.records import Candidate, PartnerChange
from workshop.partners.red_flags import Flag, flags_headline, red_flags
from workshop.prepare.details import ours
from workshop.prepare.records import Organization, Participant
from workshop.record import RuleError, field, label_of
from workshop.state import Workshop
from workshop.why import counted, listed, percent

_STANDING = field(Candidate, "standing")
_CANDIDATES = (
    Column("name", "Candidate", 11, 3),
    Column("fit", "Fit", 6, 1),
    Column("role", "Role", 8, 2),
    Column("cost", "Cost", 4, 0.3),
    Column("effort", "Effort", 4, 0.3),
    Column("standing", "Standing", 7, 1),
)
_CHANGES = (
    Column("text", "Change", 14, 4),
    Column("who", "Who", 8, 2),
    Column("size", "How much", 5.5, 0.4),
    Column("will", "Willing", 5, 0.4),
    Column("able", "Able", 4, 0.4),
    Column("owner", "Owner", 7, 1.4),
    Column("due", "By", 5, 0.6),
)
_FLAGS = (
    Column("flag", "Warning", 10, 2),
    Column("who", "About", 8, 2),
    Column("evidence", "Evidence", 12, 4),
    Column("resolution", "What would settle it", 12, 4),
)


def candidates_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give the candidates with how they fit and what they cost; areas “candidate”."""
    found = candidates(workshop)
    if not found or not ours(workshop):
        sentence = "The organizations we might ally with will stand here."
        return empty(look, size, "No candidate is named yet", sentence)
    by_partner = {each.partner.id: each for each in fits(workshop)}
    rows = [_candidate(workshop, each, by_partner[each.organization]) for each in found]
    title = fits_headline(list(by_partner.values()))
    weak = sum(bool(each.derailers) for each in by_partner.values())
    below = f"{counted(weak, 'has', 'have')} a part that can derail it" if weak else ""
    return word_table(_CANDIDATES, rows, look, size, page, Finding(title, below, "candidate"))


def _candidate(workshop: Workshop, each: Candidate, fit: Fit) -> Row:
    said = "not rated" if fit.overall is None else percent(fit.overall)
    missing = fit.rated < len(fit.scores) and fit.overall is not None
    return Row(
        each.id,
        {
            "name": fit.partner.name,
            "fit": f"{said}, {fit.answered}" if missing else said,
            "role": each.role,
            "cost": "" if each.cost is None else str(each.cost),
            "effort": "" if each.effort is None else str(each.effort),
            "standing": "" if each.standing == "open" else label_of(_STANDING, each.standing),
        },
        ("fit",) if fit.derailers else (),
    )


def changes_board(
    workshop: Workshop, partner: Id, look: Look, size: Size, page: int = 0
) -> Exhibit:
    """Give what we and a partner must change, and whether both are ready to; areas “change”."""
    if not ours(workshop):
        raise RuleError("Nobody is marked as ours yet.")
    found = changes_with(workshop, partner)
    name = found.them.organization.name
    changes = [*found.them.changes, *found.us.changes]
    if not changes:
        return empty(
            look, size, changes_headline(found), f"What we and {name} must change will stand here."
        )
    ready = [
        f"{side.organization.name} is {percent(side.readiness)} ready"
        for side in (found.us, found.them)
        if side.readiness is not None and found.avoiding
    ]
    if found.balance is not None:
        ready.append(f"the lighter load is {percent(found.balance)} of the heavier")
    says = Finding(changes_headline(found), first_upper(listed(ready)), "change")
    return word_table(
        _CHANGES, [_change(workshop, each) for each in changes], look, size, page, says
    )


def _change(workshop: Workshop, each: PartnerChange) -> Row:
    owner = workshop.of(Participant).get(each.owner or "")
    return Row(
        each.id,
        {
            "text": each.text,
            "who": workshop.of(Organization)[each.organization].name,
            "size": _of_four(each.magnitude),
            "will": _of_four(each.willingness),
            "able": _of_four(each.capacity),
            "owner": owner.name if owner else "",
            "due": month(each.due) if each.due else "",
        },
    )


def _of_four(value: int | None) -> str:
    return "" if value is None else f"{value} of 4"


def red_flags_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give the red flags, open and hard ones first, with their evidence; areas “flag”."""
    found = red_flags(workshop) if ours(workshop) else ()
    if not found:
        sentence = "What should make us stop, or slow down, will stand here."
        return empty(look, size, "No red flag is raised", sentence)
    rows = [_flag(each) for each in found]
    stated = sum(each.stated is not None for each in found)
    below = f"{stated} stated, {len(found) - stated} computed from what we entered"
    return word_table(_FLAGS, rows, look, size, page, Finding(flags_headline(found), below, "flag"))


def flag_id(flag: Flag) -> Id:
    """Give the id by which an area tells a flag: its record's, or its kind and organization."""
    return flag.stated.id if flag.stated else f"{flag.kind} {flag.organization.id}"


def _flag(each: Flag) -> Row:
    state = "settled" if each.settled else each.severity
    return Row(
        flag_id(each),
        {
            "flag": f"{each.label} ({state})",
            "who": each.organization.name,
            "evidence": each.evidence,
            "resolution": each.resolution,
        },
        () if each.settled or each.severity == "soft" else ("flag",),
    )
