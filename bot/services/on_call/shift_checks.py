"""What must hold before a shift changes hands; each refusal is the sentence that the person reads."""

from __future__ import annotations

from bot.errors import AlreadyDecided, Outdated, Unusable
from bot.rules.moments import utc
from bot.rules.shift_changes import Bar
from bot.services.desk import Desk
from bot.services.on_call import shift_rows
from bot.services.on_call.shift_rows import Free
from storage.models import Shift, ShiftChange
from storage.shifting import ShiftChangeStatus

_BARS = {
    Bar.ROLE: "{who} can't be on call in that place.",
    Bar.GONE: "{who} has no open Slack account.",
    Bar.OVER: "That shift is over.",
    Bar.OWN: "{who} is on call then already.",
    Bar.BUSY: "{who} is on call then already, in another place: a backup must be somebody else.",
    Bar.AWAY: "{who} is on leave then.",
}


def held(desk: Desk, shift_id: str, change: ShiftChange | None = None) -> Shift:
    """The shift as it stands now, still ahead or running, and still held by the one who gives it."""
    row = shift_rows.shift(desk, shift_id)
    if row is None or utc(row.ends_at) <= desk.now:
        raise Outdated("That shift is over.")
    if change is not None and shift_id == change.shift_id and row.staff_id != change.gives_id:
        raise Outdated(f"That shift is {name(desk, row.staff_id)}'s now.")
    return row


def still_open(desk: Desk, change_id: str) -> ShiftChange:
    """The change, if it is open. AlreadyDecided where it was settled; it says how."""
    change = shift_rows.get(desk, change_id)
    if change.status is not ShiftChangeStatus.OPEN:
        raise AlreadyDecided(shift_rows.standing(desk, change))
    return change


def refuse(desk: Desk, staff_id: str, row: Shift, but: Shift | None = None) -> None:
    """Unusable where that person can't hold the shift; `but`: one that they give away for it."""
    bar = shift_rows.why_not(desk, staff_id, row, but=but)
    if bar is not None:
        who = "You" if staff_id == desk.actor.id else name(desk, staff_id)
        said = _BARS[bar].format(who=who)
        raise Unusable(said.replace("You is", "You are").replace("You has", "You have"))


def who_has(desk: Desk, free: Free) -> str:
    """Who holds that time, which was free; in a sentence."""
    row = shift_rows.holder(desk, free.starts_at, free.tier)
    return f"{name(desk, row.staff_id)} has that shift already." if row else "That time is over."


def name(desk: Desk, staff_id: str) -> str:
    """Their name."""
    member = desk.agency.staff.get(staff_id)
    return member.name if member else "somebody else"


def undoable(desk: Desk, change: ShiftChange) -> None:
    """Outdated where one of the shifts went on to somebody else; Unusable where who had it can't hold it."""
    row, back = shift_rows.shift(desk, change.shift_id), shift_rows.shift(desk, change.back_shift_id)
    for each, holder in ((row, change.takes_id), (back, change.gives_id)):
        if each is not None and each.staff_id != holder:
            raise Outdated(f"That shift is {name(desk, each.staff_id)}'s now.")
    if row is not None and change.gives_id:
        refuse(desk, change.gives_id, row, but=back)
    if back is not None and change.takes_id and utc(back.ends_at) > desk.now:
        refuse(desk, change.takes_id, back, but=row)
