"""Shifts that change hands: offered, asked for, swapped, taken where nobody is, given back (DOMAIN 5).

The rota's own rows change, so that whoever asks who is on call (answers, alarms, lookups, reminders) sees it
at once; made in Slack it wins over the files. Changes come one after another (`lock_roster`), and each reads
the rows anew: of two who take one shift at a time one has it, and the other is told who.
"""

from __future__ import annotations

from bot.errors import AlreadyDecided, NotAllowed, Outdated, Unusable
from bot.rules.moments import utc
from bot.services import outbox
from bot.services.desk import Desk
from bot.services.on_call import shift_checks as checks
from bot.services.on_call import shift_offers, shift_rows
from bot.services.on_call.shift_rows import SETTLED, TOLD, Free
from storage.models import Shift, ShiftChange, new_id
from storage.shifting import ShiftChangeKind, ShiftChangeStatus
from storage.stamps import lock_roster


def offer(desk: Desk, shift_id: str, to: str | None = None) -> ShiftChange:
    """Offer a shift to all who may take it, or to one; until somebody takes it, it stays its holder's.

    The same offer again gives the one there is. NotAllowed where it isn't theirs to offer, Outdated where it
    is over, Unusable where that one can't take it.
    """
    lock_roster(desk.session)
    row = checks.held(desk, shift_id)
    if not shift_rows.may_give_away(desk, row.staff_id):
        raise NotAllowed(
            f"That shift is {checks.name(desk, row.staff_id)}'s: only they, or a supervisor, can offer it."
        )
    if to is not None:
        checks.refuse(desk, to, row)
    kind = ShiftChangeKind.HAND_OVER if to else ShiftChangeKind.OFFER
    if there := shift_rows.open_change(desk, shift_id):
        if (there.kind, there.takes_id) == (kind, to):
            return there
        _settle(desk, there, ShiftChangeStatus.WITHDRAWN)
    change = _begin(desk, kind, row, takes=to)
    asked = [to] if to else shift_rows.candidates(desk, row)
    _tell(desk, change, [*asked, row.staff_id])
    shift_offers.owe(desk.session, change, now=desk.now)
    return change


def ask_for(desk: Desk, shift_id: str) -> ShiftChange:
    """Ask its holder for a shift that is not on offer; on offer, it is the actor's at once."""
    lock_roster(desk.session)
    row = checks.held(desk, shift_id)
    there = shift_rows.open_change(desk, shift_id)
    if there and shift_rows.is_for(desk, there):
        return take(desk, there.id)
    checks.refuse(desk, desk.actor.id, row)
    if there and there.takes_id == desk.actor.id:
        return there
    if there:
        raise AlreadyDecided("Somebody else has been asked about that shift: it is being settled.")
    change = _begin(desk, ShiftChangeKind.HAND_OVER, row, takes=desk.actor.id)
    _tell(desk, change, [row.staff_id, *shift_rows.arrangers(desk, change)])
    return change


def swap(desk: Desk, mine: str, theirs: str) -> ShiftChange:
    """Propose one's own shift for somebody else's; that one agrees, or a supervisor confirms for both."""
    lock_roster(desk.session)
    own, other = checks.held(desk, mine), checks.held(desk, theirs)
    if own.staff_id != desk.actor.id or other.staff_id == desk.actor.id:
        raise NotAllowed("A swap is one of your shifts for one of somebody else's.")
    checks.refuse(desk, other.staff_id, own, but=other)
    checks.refuse(desk, desk.actor.id, other, but=own)
    for each in (own, other):
        there = shift_rows.open_change(desk, each.id)
        if there and (there.shift_id, there.back_shift_id) == (mine, theirs):
            return there
        if there and each is own:
            _settle(desk, there, ShiftChangeStatus.WITHDRAWN)
    change = _begin(desk, ShiftChangeKind.SWAP, own, takes=other.staff_id, back=other.id)
    _tell(desk, change, [other.staff_id, *shift_rows.arrangers(desk, change)])
    return change


def take(desk: Desk, change_id: str) -> ShiftChange:
    """Take a shift that is on offer to the actor: it is theirs from now on.

    AlreadyDecided where somebody was faster (it says who), Unusable where the actor can't hold it.
    """
    stamp = lock_roster(desk.session)
    if _is_mine_already(change := shift_rows.get(desk, change_id), desk.actor.id):
        return change  # the same tap, worked again
    change = checks.still_open(desk, change_id)
    if not shift_rows.is_for(desk, change):
        raise NotAllowed("That shift isn't offered to you.")
    row = checks.held(desk, change.shift_id, change)
    checks.refuse(desk, desk.actor.id, row)
    change.takes_id = desk.actor.id
    stamp.number += 1
    _hand_over(desk, change)
    return change


def _is_mine_already(change: ShiftChange, actor_id: str) -> bool:
    done = change.status is ShiftChangeStatus.DONE
    return done and change.takes_id == change.decided_by_id == actor_id


def take_free(desk: Desk, free: Free) -> ShiftChange:
    """Take time in which nobody holds that place of the rota.

    AlreadyDecided where somebody has it by now; Unusable where the actor can't.
    """
    stamp = lock_roster(desk.session)
    left = shift_rows.still_free(desk, free)
    if left is None:
        raise AlreadyDecided(checks.who_has(desk, free))
    row = Shift(id=new_id(), tier=left.tier, starts_at=left.starts_at, ends_at=left.ends_at, from_slack=True)
    row.staff_id = row.rostered_id = desk.actor.id
    checks.refuse(desk, desk.actor.id, row)
    desk.session.add(row)
    desk.session.flush()
    stamp.number += 1
    change = _begin(desk, ShiftChangeKind.FREE, row, takes=desk.actor.id, gives=None)
    _settle(desk, change, ShiftChangeStatus.DONE)
    return change


def agree(desk: Desk, change_id: str) -> ShiftChange:
    """The other side agrees, or somebody who arranges the rota confirms for both: it holds from now on."""
    stamp = lock_roster(desk.session)
    change = checks.still_open(desk, change_id)
    if not (shift_rows.may_agree(desk, change) or shift_rows.may_arrange(desk, change)):
        raise NotAllowed("Only the other one, or a supervisor of one of you, can confirm that.")
    row = checks.held(desk, change.shift_id, change)
    back = checks.held(desk, change.back_shift_id, change) if change.back_shift_id else None
    if change.takes_id is None:
        raise Unusable("Nobody has said that they take it.")
    if back is not None and back.staff_id != change.takes_id:
        raise Outdated(f"The other shift is {checks.name(desk, back.staff_id)}'s now.")
    checks.refuse(desk, change.takes_id, row, but=back)
    if back is not None and change.gives_id:
        checks.refuse(desk, change.gives_id, back, but=row)
    stamp.number += 1
    _hand_over(desk, change)
    return change


def decline(desk: Desk, change_id: str) -> ShiftChange:
    """The other side says no: everything stays as it is, and who asked is told."""
    lock_roster(desk.session)
    change = checks.still_open(desk, change_id)
    if not shift_rows.may_agree(desk, change):
        raise NotAllowed("Only who was asked can answer that.")
    _settle(desk, change, ShiftChangeStatus.DECLINED)
    return change


def withdraw(desk: Desk, change_id: str) -> ShiftChange:
    """Who asked, who holds the shift, or who arranges takes it back before anybody took it."""
    lock_roster(desk.session)
    change = checks.still_open(desk, change_id)
    if not shift_rows.may_withdraw(desk, change):
        raise NotAllowed("That is somebody else's offer.")
    _settle(desk, change, ShiftChangeStatus.WITHDRAWN)
    return change


def undo(desk: Desk, change_id: str) -> ShiftChange:
    """Give it back: who held it before holds it again, from now on where it is running.

    By whoever took it within ten minutes, by a supervisor as long as it makes a difference; else it is to be
    offered. Outdated where it changed hands again, Unusable where who had it can't have it any more.
    """
    stamp = lock_roster(desk.session)
    change = shift_rows.get(desk, change_id)
    if change.status is not ShiftChangeStatus.DONE:
        raise Outdated(shift_rows.standing(desk, change))
    if not shift_rows.may_undo(desk, change):
        raise NotAllowed("It is too late to undo that: please offer the shift instead.")
    checks.undoable(desk, change)
    stamp.number += 1
    shift_rows.give_back(desk, change)
    _settle(desk, change, ShiftChangeStatus.UNDONE, before=ShiftChangeStatus.DONE)
    return change


def _begin(
    desk: Desk,
    kind: ShiftChangeKind,
    row: Shift,
    *,
    takes: str | None,
    back: str | None = None,
    gives: str | None = "",
) -> ShiftChange:
    change = ShiftChange(
        id=new_id(),
        kind=kind,
        status=ShiftChangeStatus.OPEN,
        shift_id=row.id,
        tier=row.tier,
        starts_at=max(utc(row.starts_at), utc(desk.now)) if gives is None else row.starts_at,
        ends_at=row.ends_at,
        gives_id=row.staff_id if gives == "" else gives,
        takes_id=takes,
        back_shift_id=back,
        asked_by_id=desk.actor.id,
        made_at=desk.now,
    )
    desk.session.add(change)
    desk.session.flush()
    _record(desk, change, f"shift.{kind.value}")
    return change


def _hand_over(desk: Desk, change: ShiftChange) -> None:
    shift_rows.hand_over(desk, change)
    _settle(desk, change, ShiftChangeStatus.DONE)


def _settle(
    desk: Desk,
    change: ShiftChange,
    status: ShiftChangeStatus,
    *,
    before: ShiftChangeStatus = ShiftChangeStatus.OPEN,
) -> None:
    """In the same transaction: what it is now, the record, those concerned, every card."""
    if change.status is not before:
        raise Outdated(shift_rows.standing(desk, change))
    change.status, change.decided_by_id, change.decided_at = status, desk.actor.id, desk.now
    desk.session.flush()
    shift_offers.settle(desk.session, change, now=desk.now)
    _record(desk, change, f"shift.{status.value}")
    _tell(desk, change, [change.gives_id, change.takes_id])
    outbox.ask_redraw(desk.session, change.id, desk.now)


def _record(desk: Desk, change: ShiftChange, action: str) -> None:
    who = {"gives": change.gives_id, "takes": change.takes_id, "back": change.back_shift_id}
    about = {
        "shift": change.shift_id,
        "starts_at": utc(change.starts_at).isoformat(),
        "tier": change.tier.value,
    }
    desk.record(action, change.id, kind="shift", details=about | {k: v for k, v in who.items() if v})


def _tell(desk: Desk, change: ShiftChange, people: list[str | None]) -> None:
    """A card of it for each of them but the actor, whose answer is a card as well."""
    for person_id in dict.fromkeys(people):
        if person_id and person_id != desk.actor.id and person_id in desk.agency.staff:
            outbox.put(
                desk.session,
                dedupe_key=f"{TOLD}:{change.id}:{change.status.value}:{person_id}",
                kind=SETTLED.get(change.status, TOLD),
                recipient_id=person_id,
                now=desk.now,
                subject_id=change.id,
            )
