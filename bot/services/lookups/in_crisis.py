"""“Does Luz have allergies", "is Rosa awake", asked while a crisis goes on: whose they are is plain."""

from __future__ import annotations

from collections.abc import Sequence

from bot.services.crisis import at_hand
from bot.services.crisis.whose import case_of
from bot.services.desk import Desk
from bot.services.lookups.lookup import Wanted
from bot.understand.names.text import split_name, tokens_of


def of_crisis(desk: Desk, wanted: Wanted, candidates: Sequence[str], text: str) -> tuple[Wanted, list[str]]:
    """What is asked with those who belong to the actor's crisis, where it is of the last two hours.

    Of several who bear the name the one of its family; for a first name that nobody of the family bears, the
    colleague who has it or is on call, before somebody of another family.
    """
    calls = [call for call in at_hand.calls(desk, desk.now) if at_hand.in_hand(desk, call, desk.now)]
    cases = {case_of(desk.session, call) for call in calls} - {None}
    ours = [i for i in candidates if _case(desk, i) in cases]
    if ours:
        return wanted, ours
    words = {token.word for token in tokens_of(text)}
    asked = (*wanted.people, *candidates)
    foreign = asked and not wanted.children and all(_case(desk, i) not in cases for i in asked)
    if calls and foreign and not any(_surname(desk, i) & words for i in asked):
        found = next((one for call in calls if (one := at_hand.holder_named(desk, call, words))), None)
        if found:
            return Wanted(staff=(found,), wants=wanted.wants), []
    return wanted, list(candidates)


def _case(desk: Desk, who: str) -> str | None:
    agency = desk.agency
    row = agency.children.get(who) or agency.contacts.get(who)
    return row.case_id if row else None


def _surname(desk: Desk, who: str) -> set[str]:
    """The words behind the first name, which tell one Rosa from another."""
    agency = desk.agency
    if who in agency.children:
        return set(split_name(agency.children[who].last_name))
    return set(split_name(agency.contacts[who].name)[1:]) if who in agency.contacts else set()
