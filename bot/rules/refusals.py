"""The same questions as in permissions, answered by an exception whose text the person reads.

Nothing in the sentences tells somebody what a case they may not see holds.
"""

from __future__ import annotations

from bot.errors import NotAllowed
from bot.rules import permissions
from bot.rules.permissions import LogStanding, LookupRight
from bot.rules.ties import CaseTies, NoteTies, Somebody
from storage.types import Role

NOT_YOURS = "This is not one of your cases, so I can't show it to you."


def ensure_may_read(actor: Somebody, note: NoteTies) -> None:
    """Return quietly where the narrative may be opened; else NotAllowed."""
    if not permissions.may_read_note(actor, note):
        raise NotAllowed("You can't open this note: it is read by its author and their supervisors.")


def ensure_may_edit(actor: Somebody, note: NoteTies) -> None:
    """Return quietly where the actor may change the note; else NotAllowed."""
    if not permissions.may_edit_note(actor, note):
        raise NotAllowed("Only the author can change this note.")


def ensure_may_submit(actor: Somebody, note: NoteTies) -> None:
    """Return quietly where the actor may submit the note; else NotAllowed."""
    if not permissions.may_submit(actor, note):
        raise NotAllowed("Only the author can submit this note.")


def ensure_may_decide(actor: Somebody, note: NoteTies) -> None:
    """Return quietly where the actor may approve or return the note; else NotAllowed."""
    if actor.id == note.author_id:
        raise NotAllowed("This note is your own: somebody else decides on it.")
    if not permissions.may_decide(actor, note):
        raise NotAllowed("You can't decide on this note: it goes to the author's supervisor.")


def ensure_may_log(
    actor: Somebody, case: CaseTies, *, on_shift: bool = False, call: bool = False
) -> LogStanding:
    """The capacity in which the actor logs for the case; else NotAllowed."""
    if standing := permissions.may_log_for_case(actor, case, on_shift=on_shift, call=call):
        return standing
    if actor.role is Role.ONCALL:
        raise NotAllowed(
            "On call you can log crises, calls and texts, during your own shift and for open cases. "
            "If this was a crisis, add Crisis Call with Edit; else the case's worker logs it."
        )
    raise NotAllowed("You can't log for this case.")


def ensure_may_enter_for(actor: Somebody, author: Somebody) -> None:
    """Return quietly where the actor may enter a note for that author; else NotAllowed."""
    if not permissions.may_enter_for(actor, author):
        raise NotAllowed("You can't enter notes for this person.")


def ensure_may_look_up(actor: Somebody, case: CaseTies, *, on_shift: bool = False) -> LookupRight:
    """How the actor may look up the case's contacts; else NotAllowed."""
    if right := permissions.may_look_up(actor, case, on_shift=on_shift):
        return right
    if actor.role is Role.ONCALL:
        raise NotAllowed("You can look up open cases during your own on-call shift.")
    raise NotAllowed(NOT_YOURS)


def ensure_may_read_case(actor: Somebody, case: CaseTies) -> None:
    """Return quietly where the actor may read the case; else NotAllowed."""
    if not permissions.may_read_case(actor, case):
        raise NotAllowed(NOT_YOURS)


def ensure_may_see_agency(actor: Somebody) -> None:
    """Return quietly where the actor may see the agency's measures; else NotAllowed."""
    if not permissions.may_see_agency(actor):
        raise NotAllowed("The agency's figures are the director's.")
